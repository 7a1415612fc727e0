"""A scene as PNG, drawn by resvg with the shipped fonts alone, so that it looks alike everywhere.

The price: the fonts have Latin, Greek, Cyrillic and Arabic letters and no others. Where one is missing the
picture shows :data:`~jmdexport.drawing.measure.REPLACEMENT`, never an empty box or nothing.
"""

from __future__ import annotations

import attrs

from jmdexport.drawing.measure import MM_PER_POINT, REPLACEMENT, font_files, printable
from jmdexport.drawing.scene import Group, Item, Scene, Text
from jmdexport.drawing.svg import to_svg
from jmdexport.errors import MissingExtra

_MM_PER_INCH = 72 * MM_PER_POINT


def to_png(scene: Scene, *, dpi: int = 200) -> bytes:
    """Give the scene as the bytes of a PNG file on a white ground.

    Letters that the shipped fonts lack are replaced, see :func:`lost`.

    Args:
        dpi: Dots per inch of the printed page; 200 is fit for print, 96 for a screen.

    Raises:
        MissingExtra: The extra ``png`` is not installed.
    """
    return svg_to_png(to_svg(with_printable(scene), fonts=False), width=scene.width, dpi=dpi)


def lost(text: str) -> bool:
    """Tell whether a text has letters that a PNG cannot show.

    Example:
        >>> lost("Verein für Jugendarbeit"), lost("漢字文化協会")
        (False, True)
    """
    found = printable(text)
    return found != text and REPLACEMENT in found


def with_printable(scene: Scene) -> Scene:
    """Give the scene with a visible sign for each letter that the shipped fonts lack."""
    return attrs.evolve(scene, items=tuple(_printable(item) for item in scene.items))


def _printable(item: Item) -> Item:
    if isinstance(item, Group):
        return attrs.evolve(item, items=tuple(_printable(inner) for inner in item.items))
    if isinstance(item, Text):
        return attrs.evolve(item, lines=tuple(printable(line) for line in item.lines))
    return item


def svg_to_png(svg: str, *, width: float, dpi: int = 200) -> bytes:
    """Draw the text of an SVG file, *width* millimetres wide."""
    try:
        import resvg_py  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        if error.name != "resvg_py":
            raise
        raise MissingExtra("png", "resvg_py") from error
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=round(width * dpi / _MM_PER_INCH),
        dpi=96.0,
        background="#ffffff",
        skip_system_fonts=True,
        font_files=list(font_files()),
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
    )
    return bytes(drawn)
