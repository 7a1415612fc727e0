"""A scene as PNG, drawn by resvg with the shipped fonts alone, so that it looks alike everywhere.

What the fonts lack is replaced by a visible sign, never by an empty box or nothing, see
:mod:`jmdexport.drawing.printed`.
"""

from __future__ import annotations

from jmdexport.drawing.measure import MM_PER_POINT, font_files
from jmdexport.drawing.printed import with_printable
from jmdexport.drawing.scene import Scene
from jmdexport.drawing.svg import to_svg
from jmdexport.errors import MissingExtra

_MM_PER_INCH = 72 * MM_PER_POINT


def to_png(scene: Scene, *, dpi: int = 200) -> bytes:
    """Give the scene as the bytes of a PNG file on a white ground.

    Letters that the shipped fonts lack are replaced, see :func:`~jmdexport.drawing.printed.lost`.

    Args:
        dpi: Dots per inch of the printed page; 200 is fit for print, 96 for a screen.

    Raises:
        MissingExtra: The extra ``png`` is not installed.
    """
    return svg_to_png(to_svg(with_printable(scene), fonts=False), width=scene.width, dpi=dpi)


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
