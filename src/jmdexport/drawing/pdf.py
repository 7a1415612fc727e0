"""A scene as PDF for print and for reading aloud: one page, PDF/UA-1, its text selectable and searchable.

The picture goes over as SVG, so that PDF, PNG and SVG show the same. Only texts in which several glyphs may
make up one letter (points, vowel signs, conjuncts) are set by Typst itself above the picture: of such letters
in an SVG it could not tell what they mean, and would refuse to write PDF/UA. To a program that reads aloud
the page is one figure with an alternative text: the scene's description. The fonts are the shipped ones; what
they lack is shown as in the PNG.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from jmdexport.drawing.font_data import font_files
from jmdexport.drawing.letters import clean, is_mark
from jmdexport.drawing.measure import MM_PER_POINT, is_covered
from jmdexport.drawing.printed import with_printable
from jmdexport.drawing.scene import Group, Item, Scene, Text
from jmdexport.drawing.svg import HALO, number, to_svg
from jmdexport.errors import MissingExtra

_PAGE = b"""
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.lang, font: "Noto Sans", top-edge: "baseline", bottom-edge: "baseline")
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0mm)
#place(top + left, image(
  bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: sys.inputs.alt,
))
#let set-line(line, paint: none, stroke: none) = place(top + left, dx: line.x * 1mm, dy: line.y * 1mm, {
  let words = box(text(
    dir: ltr, size: line.size * 1pt, weight: line.weight, fill: rgb(paint), stroke: stroke, line.text,
  ))
  context move(dx: -line.share * measure(words).width, words)
})
#for line in json(bytes(sys.inputs.lines)) {
  pdf.artifact({
    if line.halo != none {
      let margin = (paint: rgb(line.halo), thickness: line.margin * 1mm, join: "round")
      set-line(line, paint: line.halo, stroke: margin)
    }
    set-line(line, paint: line.colour)
  })
}
"""
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


def to_pdf(scene: Scene) -> bytes:
    """Give the scene as the bytes of a PDF file of one page (R-32); the same bytes for the same scene.

    Raises:
        MissingExtra: The extra ``pdf`` is not installed.
    """
    svg, lines = set_apart(scene)
    return svg_to_pdf(svg, scene, lines=lines)


def set_apart(scene: Scene) -> tuple[str, list[dict[str, object]]]:
    """Give a picture as SVG for a PDF, and the lines of text that Typst has to set above it, if any."""
    printed = with_printable(scene, change=str)
    lines = [line for text in _texts(printed.items) if not _is_plain(text) for line in _lines(text)]
    if lines:
        printed = attrs.evolve(printed, items=_plain(printed.items))
    return to_svg(printed, fonts=False), lines


def svg_to_pdf(svg: str, scene: Scene, *, lines: Sequence[Mapping[str, object]] = ()) -> bytes:
    """Draw the text of an SVG file; size, language, title and alternative text are those of its scene.

    Args:
        lines: Lines of text that are set above the picture.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        if error.name != "typst":
            raise
        raise MissingExtra("pdf", "typst") from error
    made = typst.compile(
        _PAGE,
        format="pdf",
        pdf_standards="ua-1",
        font_paths=shipped_fonts(typst),
        timestamp=0,
        sys_inputs={
            "title": clean(scene.title) or "–",
            "lang": scene.language,
            "width": f"{number(scene.width)}mm",
            "height": f"{number(scene.height)}mm",
            "alt": clean(scene.description) or clean(scene.title) or "–",
            "svg": svg,
            "lines": json.dumps(lines),
        },
    )
    return bytes(made)


def _is_plain(text: Text) -> bool:
    """Tell whether each glyph of a text is one letter: one of Latin, Greek or Cyrillic script."""
    return all(is_covered(line) and not any(map(is_mark, line)) for line in text.lines)


def _texts(items: Iterable[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Group):
            yield from _texts(item.items)
        elif isinstance(item, Text):
            yield item


def _plain(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Leave out the texts that are set above the picture."""
    return tuple(
        attrs.evolve(item, items=_plain(item.items)) if isinstance(item, Group) else item
        for item in items
        if not isinstance(item, Text) or _is_plain(item)
    )


def _lines(text: Text) -> Iterator[dict[str, object]]:
    for index, line in enumerate(text.lines):
        yield {
            "x": text.x,
            "y": text.y + index * text.leading,
            "text": line,
            "size": text.size,
            "weight": 700 if text.bold else 400,
            "share": _SHARES[text.anchor],
            "colour": text.colour,
            "halo": text.halo,
            "margin": HALO * text.size * MM_PER_POINT,
        }


@functools.cache
def shipped_fonts(typst: Any) -> Any:
    """Give the shipped fonts and no others; reading them takes longer than drawing."""
    folder = str(Path(font_files()[0]).parent)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
