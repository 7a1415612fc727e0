"""Title, the lines below it, and the source: the same on the pages of all pictures."""

from __future__ import annotations

from collections.abc import Sequence

from jmdexport.drawing.layout_flow import paragraph
from jmdexport.drawing.palette import INK, QUIET
from jmdexport.drawing.plan import LARGE
from jmdexport.drawing.scene import Data, Item

MARGIN = 9.0
_SIZES = ((17.0, 9.0, 7.0), (23.0, 11.5, 8.5))
"""Size of title, lines below it and source, on A4 and on larger pages."""
_HEADING: Data = (("data-role", "heading"),)


def is_large(page: tuple[float, float]) -> bool:
    """Tell whether a page is larger than A4."""
    return min(page) > LARGE


def title_block(
    page: tuple[float, float], title: str, lines: Sequence[str], *, width: float
) -> tuple[list[Item], float]:
    """Give title and the lines below it, set in a width, and the height at which they end."""
    large, small, _ = _SIZES[is_large(page)]
    rows = [paragraph(title, width=width, size=large, bold=True, colour=INK, below=0.6, data=_HEADING)]
    rows += [
        paragraph(line, width=width, size=small, colour=QUIET, below=0.6, data=_HEADING) for line in lines
    ]
    at = MARGIN
    items: list[Item] = []
    for row in rows:
        items += row.draw(MARGIN, at)
        at += row.height
    return items, at


def source_line(page: tuple[float, float], source: str) -> tuple[list[Item], float]:
    """Give the source at the foot of the page and the height at which it begins."""
    bottom = page[1] - MARGIN
    if not source:
        return [], bottom
    row = paragraph(source, width=page[0] - 2 * MARGIN, size=_SIZES[is_large(page)][2], colour=QUIET)
    top = bottom - row.height
    return list(row.draw(MARGIN, top)), top
