"""How wide a text will be, from the measures of the shipped font; no font library is needed.

The measures (advance of each character and pair kerning of Noto Sans) were taken out of the font when
the project was made, see ``tools/fonts.py``. What is measured is what is drawn
(:func:`~jmdexport.drawing.letters.drawn`): the renderers get the same font file. A character that the font
lacks is measured on the wide side, so that a label may come out narrower than its place, never wider.
Letters that are joined or change with their neighbours are measured one by one, in their widest form.
"""

from __future__ import annotations

import functools
import json
import unicodedata
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from jmdexport.direction import isolated_lines, unmarked
from jmdexport.drawing.letters import clusters, drawn

MM_PER_POINT = 25.4 / 72
"""One typographic point in millimetres."""

UNKNOWN_EM = 1.0
EMOJI_EM = 1.4
ASCENT_EM = 0.93
"""How far the highest letters of names (``Ä``, ``Ś``) rise above the baseline."""
DESCENT_EM = 0.24
"""How far the lowest letters (``g``, ``ç``) fall below the baseline."""

_EMOJI = ((0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF))
_VOWELS = frozenset("aeiouyäöüáéíóú")
_UNDIVIDED = frozenset({"ch", "ck", "ph", "th", "sh", "qu"})
FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


@attrs.frozen
class Face:
    """Advances and kerning of one cut of the font, in thousandths of the size."""

    advances: Mapping[int, int]
    left: Mapping[str, int]
    right: Mapping[str, int]
    values: Mapping[int, Mapping[int, int]]


def text_width(text: str, *, size: float, bold: bool = False) -> float:
    """Give the width of a line of text in millimetres, at a size in points.

    Example:
        >>> round(text_width("Jobcenter", size=10), 2)
        15.85
    """
    return _units(text, bold) * size * MM_PER_POINT / 1000


def is_covered(text: str, *, bold: bool = False) -> bool:
    """Tell whether Noto Sans has all characters of a text, so that its width is exact.

    Of other scripts the shipped font has many letters too; their widths are those of letters that stand
    alone.
    """
    return faces()["bold" if bold else "regular"].advances.keys() >= set(map(ord, text))


def line_box(size: float) -> tuple[float, float]:
    """Give how far a line reaches above and below its baseline, in millimetres."""
    return ASCENT_EM * size * MM_PER_POINT, DESCENT_EM * size * MM_PER_POINT


def wrap(text: str, *, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines no wider than *width* millimetres, as even as can be.

    Breaks at spaces, after hyphens and slashes; a single word wider than the line is broken inside.
    White space is folded; an empty text gives one empty line.

    Example:
        >>> wrap("Agentur für Arbeit Koblenz-Mayen", width=30, size=8)
        ('Agentur für Arbeit', 'Koblenz-Mayen')
    """
    line = _folded(text)
    return isolated_lines(_wrap(line, round(width, 3), size, bold), line)


def _folded(text: str) -> str:
    """Give a text in one line, without what sets parts of it apart: a line may begin or end within one."""
    return " ".join(unmarked(drawn(text)).split())


@functools.lru_cache(maxsize=8192)
def _wrap(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:  # noqa: FBT001 - a cached inner function
    def wide(part: str) -> float:
        return text_width(part.rstrip(), size=size, bold=bold)

    if wide(text) <= width:
        return (text,)
    pieces = [part for piece in _pieces(text) for part in _fitting(piece, width, size, bold)]
    first = _fill(pieces, width, wide)
    # The narrowest measure that keeps the number of lines gives lines of nearly equal length.
    low, high = width / 2, width
    best = first
    for _ in range(5):
        middle = (low + high) / 2
        lines = _fill(pieces, middle, wide)
        if len(lines) == len(first) and max(map(wide, lines)) <= middle:
            best, high = lines, middle
        else:
            low = middle
    return tuple(line.strip() for line in best)


def _fill(pieces: list[str], width: float, wide: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and wide(lines[-1] + piece) <= width:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


@functools.lru_cache(maxsize=2048)
def _pieces(text: str) -> tuple[str, ...]:
    """Cut a text after spaces, hyphens and slashes that stand inside words of some length."""
    found = [""]
    for index, char in enumerate(text):
        found[-1] += char
        inside = 2 < index < len(text) - 3
        if char == " " or (char in "-/–" and inside and text[index + 1] != " "):
            found.append("")
    return tuple(piece for piece in found if piece)


def _fitting(piece: str, width: float, size: float, bold: bool) -> list[str]:  # noqa: FBT001 - inner function
    """Break a word that is wider than a whole line, with a hyphen where a syllable may begin.

    Marks stay with their letter, and an emoji stays in one piece.
    """
    parts: list[str] = []
    rest = clusters(piece)
    while text_width("".join(rest).rstrip(), size=size, bold=bold) > width and len(rest) > 1:
        most = 1
        while (
            most < len(rest) - 1
            and text_width("".join(rest[: most + 1]) + "-", size=size, bold=bold) <= width
        ):
            most += 1
        cut = next((at for at in range(most, 2, -1) if _syllable(rest, at)), 0)
        parts.append("".join(rest[:cut]) + "-" if cut else "".join(rest[:most]))
        rest = rest[cut or most :]
    return [*parts, "".join(rest)]


def _syllable(word: list[str], at: int) -> bool:
    """Tell whether a part that begins at a place begins with one consonant and a vowel, and is no stump."""
    rest = "".join(word[at:]).rstrip()
    if len(rest) < 3 or not "".join(word[at - 1 : at + 2]).isalpha():
        return False
    pair = "".join(word[at - 1 : at + 1]).lower()
    return rest[0].lower() not in _VOWELS and rest[1].lower() in _VOWELS and pair not in _UNDIVIDED


def breaks_a_word(text: str, *, width: float, size: float, bold: bool = False) -> bool:
    """Tell whether a text can only be set in lines of a width by breaking a word inside."""
    pieces = _pieces(_folded(text))
    return any(text_width(piece.rstrip(), size=size, bold=bold) > width for piece in pieces)


@functools.lru_cache(maxsize=16384)
def _units(text: str, bold: bool) -> int:  # noqa: FBT001 - a cached inner function
    face = faces()["bold" if bold else "regular"]
    advances, lefts, rights = face.advances, face.left, face.right
    total = 0
    previous = 0
    for char in drawn(text):
        advance = advances.get(ord(char))
        total += _other(char) if advance is None else advance
        if previous:
            total += face.values[previous].get(rights.get(char, 0), 0)
        previous = lefts.get(char, 0)
    return total


@functools.lru_cache(maxsize=1024)
def _other(char: str) -> int:
    """Give the advance of a character of another script, on the wide side where the font lacks it."""
    code = ord(char)
    if any(first <= code <= last for first, last in _EMOJI):
        return int(1000 * EMOJI_EM)  # a browser may have it as an emoji although the font has it as a letter
    world = faces()["world"].advances.get(code)
    if world is not None:
        return world
    return 0 if unicodedata.category(char) in {"Mn", "Me", "Cf"} else int(1000 * UNKNOWN_EM)


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
