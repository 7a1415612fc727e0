"""What the library ships of the fonts: their measures, the style sheet for browsers, and the files."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


@attrs.frozen
class Face:
    """Advances and kerning of one cut of the font, in thousandths of the size."""

    advances: Mapping[int, int]
    left: Mapping[str, int]
    right: Mapping[str, int]
    values: Mapping[int, Mapping[int, int]]


@functools.cache
def faces() -> Mapping[str, Face]:
    """Read the measures of the two fonts, once: ``world`` is what the regular one has of other scripts."""
    text = resources.files("jmdexport").joinpath("fonts/metrics.json").read_text(encoding="utf-8")
    return {name: _face(data) for name, data in json.loads(text)["faces"].items()}


@functools.cache
def web_style() -> str:
    """Read the style sheet that brings the font to browsers, once."""
    return resources.files("jmdexport").joinpath("fonts/web.css").read_text(encoding="utf-8").rstrip()


def _face(data: Any) -> Face:
    advances = {start + n: width for start, widths in data["advances"] for n, width in enumerate(widths)}
    kerning = data.get("kerning") or {"left": [], "right": [], "values": []}
    values = {row[0]: dict(zip(row[1::2], row[2::2], strict=True)) for row in kerning["values"]}
    return Face(advances, _classes(kerning["left"]), _classes(kerning["right"]), values)


def _classes(texts: list[str]) -> dict[str, int]:
    return {char: number for number, text in enumerate(texts, start=1) for char in text}


def font_files() -> tuple[str, ...]:
    """Give the paths of the shipped fonts, for renderers that read files."""
    folder = Path(str(resources.files("jmdexport").joinpath("fonts")))
    return tuple(str(folder / name) for name in FONT_FILES)
