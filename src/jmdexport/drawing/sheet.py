"""A sheet with a heading above and a source below, for pictures that are no circle: one look with the map."""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs

from jmdexport.drawing.layout_flow import Row
from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import line_box, text_width
from jmdexport.drawing.palette import INK
from jmdexport.drawing.scene import Anchor, Data, Item, Text
from jmdexport.drawing.titles import MARGIN, source_line, title_block


@attrs.frozen
class Sheet:
    """What is left of a page between heading and source, and the two of them as items."""

    items: tuple[Item, ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Width of what is left."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height of what is left."""
        return self.bottom - self.top


def sheet(
    page: tuple[float, float], *, title: str, lines: Sequence[str], source: str, beside: float = 0.0
) -> Sheet:
    """Set title, lines and source on a page; what is left may be of no height on a page full of title.

    Args:
        beside: Room to keep free at the right of title and lines.
    """
    above, top = title_block(page, title, lines, width=page[0] - 2 * MARGIN - beside)
    below, foot = source_line(page, source)
    return Sheet((*above, *below), MARGIN, top + 2.5, page[0] - MARGIN, foot - 2.0)


def height(rows: Sequence[Row]) -> float:
    """Give how high some rows are together."""
    return math.fsum(row.height for row in rows)


def stacked(rows: Sequence[Row], x: float, y: float) -> tuple[Item, ...]:
    """Draw rows one below the other."""
    items: list[Item] = []
    for row in rows:
        items += row.draw(x, y)
        y += row.height
    return tuple(items)


def block_height(lines: Sequence[str], size: float) -> float:
    """Give the height of some lines of text."""
    return math.fsum(line_box(size)) + (len(lines) - 1) * leading(size)


def block(
    lines: tuple[str, ...],
    x: float,
    top: float,
    *,
    size: float,
    bold: bool = False,
    colour: str = INK,
    anchor: Anchor = "start",
    data: Data = (),
) -> Text:
    """Give lines of text whose upper edge is at *top*."""
    return Text(
        x=x,
        y=top + line_box(size)[0],
        lines=lines,
        size=size,
        bold=bold,
        colour=colour,
        anchor=anchor,
        leading=leading(size),
        data=data,
    )


def widest(lines: Sequence[str], *, size: float, bold: bool = False) -> float:
    """Give the width of the widest line."""
    return max((text_width(line, size=size, bold=bold) for line in lines), default=0.0)


def settled(aims: Sequence[float], heights: Sequence[float], *, top: float, bottom: float) -> list[float]:
    """Give the upper edges of things in their order, each as near as can be to where its middle should be.

    They keep apart by their heights and stay between two edges; what does not fit begins at the upper one.
    (A regression with least distances: blocks that meet move together, by the mean of what they want.)
    """
    blocks: list[tuple[float, int, float]] = []  # what the members want less what lies above, count, height
    for aim, high in zip(aims, heights, strict=True):
        want, count, tall = aim - high / 2, 1, high
        while blocks:
            before, number, reach = blocks[-1]
            start = min(max(before / number, top), bottom)
            if start + reach <= want / count:
                break
            want, count, tall = before + want - count * reach, number + count, reach + tall
            blocks.pop()
        blocks.append((want, count, tall))
    starts = [max(want / count, top) for want, count, _ in blocks]
    limit = bottom
    for index in range(len(blocks) - 1, -1, -1):
        starts[index] = min(starts[index], limit - blocks[index][2])
        limit = starts[index]
    limit = top
    tops: list[float] = []
    at = iter(heights)
    for start, (_, count, _) in zip(starts, blocks, strict=True):
        edge = max(start, limit)
        for _ in range(count):
            tops.append(edge)
            edge += next(at)
        limit = edge
    return tops
