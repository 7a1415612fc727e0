"""Rows of text and signs that flow into columns: the strip beside the circle, the index, the legend."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import attrs

from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import line_box, text_width, wrap
from jmdexport.drawing.palette import INK
from jmdexport.drawing.scene import Data, Item, Text

Draw = Callable[[float, float], tuple[Item, ...]]
"""Draws a row with its upper left corner at a place."""


@attrs.frozen
class Row:
    """One row: its height, how it is drawn, and how it stands in a column.

    Attributes:
        with_next: It must not be the last of a column.
        space: It is an empty space, dropped where a column begins.
        column: What follows it begins with a column.
    """

    height: float
    draw: Draw
    with_next: bool = False
    space: bool = False
    column: bool = False


def flow(rows: Sequence[Row], *, height: float, most: int) -> list[list[Row]] | None:
    """Put rows into at most *most* columns of a height; ``None`` if they do not fit.

    They do not fit either if a row that must not be the last of a column would be.
    """
    columns: list[list[Row]] = []
    current: list[Row] = []
    used = 0.0
    for row, kept in _kept(rows):
        if row.space and not current:
            continue
        if row.column:
            columns.append(current)
            current, used = [], 0.0
            continue
        if current and used + kept > height + 1e-6:
            if current[-1].with_next:
                return None
            columns.append(current)
            current, used = [], 0.0
            if row.space:
                continue
        current.append(row)
        used += row.height
        if used > height + 1e-6:
            return None
    if current:
        columns.append(current)
    return columns if len(columns) <= most else None


def _kept(rows: Sequence[Row]) -> list[tuple[Row, float]]:
    """Pair every row with the height that must fit below it: its own and that of what it is kept with."""
    found: list[tuple[Row, float]] = []
    after = 0.0
    for row in reversed(rows):
        after = row.height + (after if row.with_next else 0.0)
        found.append((row, after))
    return found[::-1]


def lowest(rows: Sequence[Row], *, columns: int, most: float) -> float | None:
    """Give the least height, in steps of 1 mm, at which the rows fit into so many columns."""
    total = math.fsum(row.height for row in rows)
    height = float(int(total / columns))
    while height <= most:
        if flow(rows, height=height, most=columns) is not None:
            return height
        height += 1.0
    return None


def drawn(columns: Sequence[Sequence[Row]], *, x: float, y: float, step: float) -> list[Item]:
    """Draw the columns side by side."""
    items: list[Item] = []
    for number, column in enumerate(columns):
        at = y
        for row in column:
            items += row.draw(x + number * step, at)
            at += row.height
    return items


def gap(height: float, *, column: bool = False) -> Row:
    """Give an empty row; it is dropped at the top of a column. *column* begins a column in its place."""
    return Row(height, _nothing, space=True, column=column)


def _nothing(_x: float, _y: float) -> tuple[Item, ...]:
    return ()


def together(rows: Sequence[Row]) -> list[Row]:
    """Keep rows in one column."""
    return [attrs.evolve(row, with_next=True) for row in rows[:-1]] + list(rows[-1:])


def paragraph(
    text: str,
    *,
    width: float,
    size: float,
    bold: bool = False,
    colour: str = INK,
    indent: float = 0.0,
    least: float = 0.0,
    below: float = 0.0,
    with_next: bool = False,
    sign: Callable[[float, float], tuple[Item, ...]] | None = None,
    data: Data = (),
    around: Callable[[tuple[Item, ...]], tuple[Item, ...]] | None = None,
) -> Row:
    """Give a row of text, with a sign before it if there is one.

    Args:
        indent: Room for the sign left of the text.
        least: Least height of the row; the text is centred in it.
        sign: Draws the sign about a point: the middle of the room for it, the middle of the row.
        around: Wraps all that is drawn, for instance into the group of a partner.
    """
    lines = wrap(text, width=width - indent, size=size, bold=bold)
    above, under = line_box(size)
    text_height = above + under + (len(lines) - 1) * leading(size)
    height = max(least, text_height)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        top = y + (height - text_height) / 2
        words = Text(
            x=x + indent,
            y=top + above,
            lines=lines,
            size=size,
            bold=bold,
            colour=colour,
            leading=leading(size),
            data=data,
        )
        items = (*sign(x + indent / 2, y + height / 2), words) if sign else (words,)
        return around(items) if around else items

    return Row(height + below, draw, with_next)


def widest(lines: Sequence[str], *, size: float, bold: bool = False) -> float:
    """Give the width of the widest line."""
    return max((text_width(line, size=size, bold=bold) for line in lines), default=0.0)
