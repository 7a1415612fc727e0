"""From the plan of a chart to its scenes: one sheet, or several where the rows need more room."""

from __future__ import annotations

import math
from collections.abc import Sequence

from jmdexport.drawing.chart_cells import axis, cell_items, missing_items
from jmdexport.drawing.chart_frame import below_grid, footer, header, inner_width, is_large, named
from jmdexport.drawing.chart_grid import (
    GUTTER,
    HEAD_PAD,
    STEP_GAP,
    STEPS_PAD,
    Cast,
    Grid,
    axis_height,
    clipped,
    grids,
    has_axis,
    head_height,
    heading_lines,
    is_bold,
    lines_height,
    plain_height,
    stairs,
)
from jmdexport.drawing.chart_plan import Chart, ChartDoesNotFit, ChartRow
from jmdexport.drawing.chart_rows import label_lines, row_height, sheets
from jmdexport.drawing.layout_flow import drawn, flow, paragraph
from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import line_box
from jmdexport.drawing.palette import BANDS, INK, LEADER, QUIET, RING
from jmdexport.drawing.scene import Data, Group, Item, Paint, Polyline, Rect, Scene, Text
from jmdexport.drawing.shapes import hatches
from jmdexport.drawing.titles import MARGIN

_SIZES = ((9.5, 8.5, 7.5, 7.0), (13.0, 11.0, 9.5, 8.0))
"""Sizes of type that are tried in turn, on A4 and on larger pages."""
_ABOVE = 4.0
_BELOW = 3.0
_PARTS = (1, 2, 4, 8, 16)
"""Into how many parts the columns are divided, tried in turn."""
_HIDDEN: Data = (("aria-hidden", "true"),)


def draw_chart(chart: Chart) -> tuple[Scene, ...]:
    """Lay a chart out and give one scene a sheet, always the same ones. German: Diagramm zeichnen.

    The largest size of type at which all fits on one sheet is taken, first with the headings in full, then
    with numbers in their place. Where none does, the rows, and columns too if need be, go on over further
    sheets in a middle size, each with its headings and legend.

    Raises:
        ChartDoesNotFit: A single row is higher than the page.
    """
    sizes = _SIZES[is_large(chart)]
    tried = [_laid_out(chart, size) for size in sizes]
    whole = [found for found in tried if found is not None and len(found) == 1]
    plain = [found for found in whole if not found[0][0].numbered]
    found = next(iter((*plain, *whole, *filter(None, tried[2:]))), None)
    if found is None:
        raise ChartDoesNotFit(chart.page, len(chart.rows), _longest(chart.rows))
    return tuple(
        _scene(chart, grid, rows, (number, len(found))) for number, (grid, rows) in enumerate(found, start=1)
    )


def _laid_out(chart: Chart, size: float) -> list[tuple[Grid, list[ChartRow]]] | None:
    """Put the chart on sheets; names of numbered columns that take too much of one go over more of them."""
    for parts in _PARTS:
        found: list[tuple[Grid, list[ChartRow]]] = []
        for grid in grids(chart, size, parts=parts):
            laid = sheets(chart, grid, height=_room(chart, grid))
            if laid is None:
                break
            found += [(grid, part) for part in laid]
        else:
            return found
    return None


def _longest(rows: Sequence[ChartRow]) -> tuple[str, ...]:
    found = sorted(rows, key=lambda row: (-len(row.label), row.id))
    return tuple(clipped(row.label, width=80, size=8, most=1)[0] for row in found[:3])


def _room(chart: Chart, grid: Grid) -> float:
    """Give the height that the rows have on a sheet; the line that counts the sheets is allowed for."""
    top, foot = header(chart, (2, 2))[1] + _ABOVE, footer(chart)[1] - _BELOW
    below = math.fsum(row.height for row in below_grid(chart, grid.size, grid.numbered)) + _BELOW
    return foot - top - below - head_height(chart, grid)


def _scene(chart: Chart, grid: Grid, rows: Sequence[ChartRow], sheet: tuple[int, int]) -> Scene:
    items, at = header(chart, sheet)
    at += _ABOVE
    if rows:
        items += _headings(chart, grid, at)
        at += head_height(chart, grid)
        runs: list[tuple[float, float]] = []
        for number, row in enumerate(rows):
            height = row_height(chart, grid, row)
            if number:
                strong = row.kind == "total"
                items.append(_rule(grid, at, LEADER if strong else RING, 0.3 if strong else 0.18))
            items.append(_row(chart, grid, row, at, height))
            if row.kind != "group":
                top = runs.pop()[0] if runs and runs[-1][1] == at else at
                runs.append((top, at + height))
            at += height
        items.append(_rule(grid, at, LEADER, 0.25))
        items += [item for top, bottom in runs for item in _missing(grid, top, bottom)]
    else:
        empty = paragraph(chart.empty, width=inner_width(chart), size=grid.size + 1.5, colour=INK)
        items += empty.draw(MARGIN, at)
        at += empty.height
    source, foot = footer(chart)
    below = below_grid(chart, grid.size, grid.numbered if rows else ())
    columns = flow(below, height=foot - at - _BELOW, most=1)
    if columns is None:
        raise ChartDoesNotFit(chart.page, len(chart.rows), _longest(chart.rows))
    items += drawn(columns, x=MARGIN, y=at + _BELOW, step=0.0)
    return Scene(
        width=chart.page[0],
        height=chart.page[1],
        language=chart.language,
        title=chart.title,
        description=chart.description,
        items=(*items, *source),
        hatches=hatches(chart.series),
    )


def _headings(chart: Chart, grid: Grid, top: float) -> list[Item]:
    bottom = top + head_height(chart, grid) - HEAD_PAD
    text_bottom = bottom - (axis_height(grid.size) if has_axis(chart) else 0.0)
    corner = clipped(chart.corner, width=grid.label - GUTTER, size=grid.size, bold=True)
    items: list[Item] = [_text(corner, MARGIN, text_bottom, grid.size, bold=True)]
    left = MARGIN + grid.label
    for cast in grid.columns:
        items += _heading(grid, cast, left, text_bottom)
        if cast.column.kind == "bars" and has_axis(chart) and not cast.column.missing:
            items += axis(chart, grid, cast, left, bottom)
        left += cast.width
    if grid.mode == "stairs":
        items += _stairs(grid, text_bottom - plain_height(chart, grid) - STEPS_PAD, text_bottom)
    return [*items, _rule(grid, bottom + HEAD_PAD, LEADER, 0.25)]


def _heading(grid: Grid, cast: Cast, left: float, bottom: float) -> list[Item]:
    heading, note = heading_lines(grid, cast)
    if not heading:
        return []
    middle = cast.column.kind in {"sign", "number"}
    x = left + (cast.width - GUTTER) / 2 if middle else left
    bold = is_bold(grid, cast)
    items: list[Item] = []
    if note:
        items.append(_text(note, x, bottom, grid.size, colour=QUIET, middle=middle))
        bottom -= len(note) * leading(grid.size)
    items.append(_text(heading, x, bottom, grid.size, bold=bold, middle=middle))
    if cast.number is None:
        return items
    return [Group(items=tuple(items), title=cast.column.heading)]


def _stairs(grid: Grid, bottom: float, foot: float) -> list[Item]:
    items: list[Item] = []
    for cast, along, lines, height in stairs(grid):
        bottom -= height
        x = MARGIN + along
        above, below = line_box(grid.size)
        middle = bottom + (above + below) / 2
        line = ((x - STEP_GAP + 0.5, middle), (x, middle), (x, foot))
        step = Polyline(
            points=line,
            paint=Paint(stroke=LEADER, width=0.2),
            data=(("data-role", "leader"), ("data-for", cast.column.code), *_HIDDEN),
        )
        text = Text(
            x=x - STEP_GAP,
            y=bottom + above,
            lines=lines,
            size=grid.size,
            colour=INK,
            anchor="end",
            leading=leading(grid.size),
            data=(("data-role", "heading"),),
        )
        items.append(Group(items=(step, text), title=named(cast.column)))
    return items


def _text(
    lines: tuple[str, ...],
    x: float,
    bottom: float,
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    middle: bool = False,
) -> Text:
    """Give lines that end at a height."""
    base = bottom - line_box(size)[1] - (len(lines) - 1) * leading(size)
    return Text(
        x=x,
        y=base,
        lines=lines,
        size=size,
        bold=bold,
        colour=colour,
        anchor="middle" if middle else "start",
        leading=leading(size),
        data=(("data-role", "heading"),),
    )


def _row(chart: Chart, grid: Grid, row: ChartRow, top: float, height: float) -> Item:
    lines = label_lines(grid, row)
    label = Text(
        x=MARGIN,
        y=top + (height - lines_height(len(lines), grid.size)) / 2 + line_box(grid.size)[0],
        lines=lines,
        size=grid.size,
        bold=row.kind != "row",
        colour=INK,
        leading=leading(grid.size),
        data=(("data-role", "label"),),
    )
    items: list[Item] = [label]
    if row.kind == "group":
        ground = Rect(
            x=MARGIN - 1.0,
            y=top,
            width=grid.width + 1.0,
            height=height,
            paint=Paint(fill=BANDS[1]),
            data=_HIDDEN,
        )
        items.insert(0, ground)
    left = MARGIN + grid.label
    for cast in grid.columns if row.cells else ():
        items += cell_items(chart, grid, cast, row, (left, top, height))
        left += cast.width
    data = (("id", f"{chart.name}-{row.id}"), ("data-row", row.id), ("data-kind", row.kind))
    return Group(items=tuple(items), data=data, title=row.label)


def _rule(grid: Grid, y: float, colour: str, width: float) -> Item:
    points = ((MARGIN - 1.0, y), (MARGIN + grid.width, y))
    return Polyline(points=points, paint=Paint(stroke=colour, width=width), data=_HIDDEN)


def _missing(grid: Grid, top: float, bottom: float) -> list[Item]:
    items: list[Item] = []
    left = MARGIN + grid.label
    for cast in grid.columns:
        if cast.column.missing:
            items += missing_items(grid, cast, left, top, bottom)
        left += cast.width
    return items
