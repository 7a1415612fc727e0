"""A scene as PDF for print and for reading aloud: one page, PDF/UA-1, its text selectable and searchable.

The picture goes over whole, as SVG, so that PDF, PNG and SVG show the same. To a program that reads aloud
the page is one figure with an alternative text: the scene's description. The fonts are the shipped ones; what
they lack is shown as in the PNG.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from jmdexport.drawing.measure import font_files
from jmdexport.drawing.png import with_printable
from jmdexport.drawing.scene import Scene
from jmdexport.drawing.svg import clean, number, to_svg
from jmdexport.errors import MissingExtra

_PAGE = b"""
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.lang)
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0mm)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: sys.inputs.alt)
"""


def to_pdf(scene: Scene) -> bytes:
    """Give the scene as the bytes of a PDF file of one page (R-32); the same bytes for the same scene.

    Raises:
        MissingExtra: The extra ``pdf`` is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        if error.name != "typst":
            raise
        raise MissingExtra("pdf", "typst") from error
    printed = with_printable(scene)
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
            "svg": to_svg(printed, fonts=False),
        },
    )
    return bytes(made)


@functools.cache
def shipped_fonts(typst: Any) -> Any:
    """Give the shipped fonts and no others; reading them takes longer than drawing."""
    folder = str(Path(font_files()[0]).parent)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
