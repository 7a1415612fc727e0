"""The inside of the grid of a chart: bars with their numbers, words, signs, axes, and what is missing."""

from __future__ import annotations

from fractions import Fraction

from jmdexport.drawing.chart_grid import (
    GUTTER,
    SIGN_ROOM,
    Cast,
    Grid,
    clipped,
    lines_height,
)
from jmdexport.drawing.chart_plan import NOTHING, Chart, ChartBar, ChartRow
from jmdexport.drawing.chart_rows import cell_lines, lane
from jmdexport.drawing.chart_signs import bar_paint, nice_step, sign
from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import breaks_a_word, line_box, text_width
from jmdexport.drawing.palette import INK, LEADER, PAPER, QUIET
from jmdexport.drawing.scene import Data, Group, Item, Paint, Polyline, Rect, Text
from jmdmodel.messages import in_number

_THIN = 0.35
"""A bar of almost nothing is drawn this long, so that it is not taken for nothing."""
_NUMBER_GAP = 1.0
_HIDDEN: Data = (("aria-hidden", "true"),)
Place = tuple[float, float, float]
"""Left and upper edge of a cell, and its height."""


def cell_items(chart: Chart, grid: Grid, cast: Cast, row: ChartRow, place: Place) -> list[Item]:
    """Give what stands in a cell."""
    cell = row.cells[cast.place]
    if cast.column.missing:
        return []
    if cell.bars:
        return _bars(chart, grid, cast, row, place)
    return _words(grid, cast, row, place)


def _bars(chart: Chart, grid: Grid, cast: Cast, row: ChartRow, place: Place) -> list[Item]:
    left, top, height = place
    found = {bar.series: bar for bar in row.cells[cast.place].bars}
    codes = chart.series_of(cast.column)
    pitch = lane(grid.size)
    start = top + (height - len(codes) * pitch) / 2
    items: list[Item] = []
    for number, code in enumerate(codes):
        if code in found:
            items += _bar(chart, grid, cast, row, found[code], (left, start + number * pitch, pitch))
    if any(bar.value is not None for bar in found.values()):
        line = ((left, top + 0.4), (left, top + height - 0.4))
        items.append(Polyline(points=line, paint=Paint(stroke=LEADER, width=0.25), data=_HIDDEN))
    return items


def _bar(  # noqa: PLR0917 - what a bar is drawn from; only its caller is near
    chart: Chart, grid: Grid, cast: Cast, row: ChartRow, bar: ChartBar, place: Place
) -> list[Item]:
    left, top, pitch = place
    series = next(one for one in chart.series if one.code == bar.series)
    above, below = line_box(grid.size)
    long = 0.0
    items: list[Item] = []
    data: Data = (
        ("data-role", "bar"),
        ("data-series", bar.series),
        ("data-column", cast.column.code),
        ("data-text", bar.text),
    )
    if bar.value:
        full = cast.width - GUTTER - grid.numbers
        long = max(float(bar.value / grid.most) * full, _THIN)
        high = 0.66 * (above + below)
        shape = Rect(
            x=left, y=top + (pitch - high) / 2, width=long, height=high, paint=bar_paint(series), data=data
        )
        told = f"{row.label} · {cast.column.heading} · {series.label}: {bar.text}"
        items.append(Group(items=(shape,), title=told))
    quiet = not bar.value and row.kind != "total"
    items.append(
        Text(
            x=left + long + _NUMBER_GAP,
            y=top + (pitch - above - below) / 2 + above,
            lines=(bar.text,),
            size=grid.size,
            bold=row.kind == "total",
            colour=QUIET if quiet else INK,
            data=(("data-role", "number"),),
        )
    )
    return items


def _words(grid: Grid, cast: Cast, row: ChartRow, place: Place) -> list[Item]:
    left, top, height = place
    cell = row.cells[cast.place]
    middle = cast.column.kind in {"number", "sign"}
    items: list[Item] = []
    centre = left + (cast.width - GUTTER) / 2
    if cell.sign is not None:
        radius = 0.44 * sum(line_box(grid.size))
        alone = not cell.text
        x = centre if alone and middle else left + radius + 0.2
        told = f"{row.label} · {cast.column.heading}: {cell.said or cell.text}"
        shapes = sign(cell.sign, x, top + height / 2, radius)
        items.append(Group(items=shapes, data=(("data-column", cast.column.code),), title=told))
    lines = cell_lines(grid, cast, cell)
    if lines:
        x = left + SIGN_ROOM if cell.sign else centre if middle else left
        items.append(
            Text(
                x=x,
                y=top + (height - lines_height(len(lines), grid.size)) / 2 + line_box(grid.size)[0],
                lines=lines,
                size=grid.size,
                bold=cell.strong or row.kind == "total",
                colour=QUIET if cell.quiet else INK,
                anchor="middle" if middle and not cell.sign else "start",
                leading=leading(grid.size),
                data=(("data-role", "words"),),
            )
        )
    return items


def axis(chart: Chart, grid: Grid, cast: Cast, left: float, bottom: float) -> list[Item]:
    """Give the axis above a column of bars: a line with ticks and their numbers."""
    full = cast.width - GUTTER - grid.numbers
    most = float(grid.most)
    size = grid.size
    last = f"{in_number(int(most), chart.language)}{chart.unit}"
    wide = text_width(last, size=size) + 3.0
    step = nice_step(most, fitting=int(full / wide), whole=grid.whole or most > 2)
    ticks = [step * count for count in range(int(most / step + 1e-9) + 1)]
    line = Polyline(
        points=((left, bottom), (left + full, bottom)), paint=Paint(stroke=LEADER, width=0.25), data=_HIDDEN
    )
    items: list[Item] = [line]
    for tick in ticks:
        x = left + tick / most * full
        mark = ((x, bottom - 0.9), (x, bottom))
        items.append(Polyline(points=mark, paint=Paint(stroke=LEADER, width=0.25), data=_HIDDEN))
        text = f"{_tick(tick, chart)}{chart.unit}"
        items.append(
            Text(
                x=x,
                y=bottom - 1.2 - line_box(size)[1],
                lines=(text,),
                size=size,
                colour=QUIET,
                anchor="start" if tick == 0 else "middle",
                data=(("data-role", "tick"),),
            )
        )
    return items


def _tick(value: float, chart: Chart) -> str:
    if value == int(value):
        return in_number(int(value), chart.language)
    text = f"{float(Fraction(value).limit_denominator(1000)):g}"
    return text.replace(".", ",") if chart.language == "de" else text


def missing_items(grid: Grid, cast: Cast, left: float, top: float, bottom: float) -> list[Item]:
    """Give a dashed frame with words in place of the cells of a column that has no data.

    Where the words do not fit into the frame, a dash stands for them.
    """
    width = cast.width - GUTTER
    lines = clipped(cast.column.missing, width=width - 2.0, size=grid.size)
    high = lines_height(len(lines), grid.size)
    broken = breaks_a_word(cast.column.missing, width=width - 2.0, size=grid.size)
    if broken or high > bottom - top - 2.0:
        lines, high = (NOTHING,), lines_height(1, grid.size)
    middle = (top + bottom) / 2
    frame = Rect(
        x=left,
        y=top + 0.8,
        width=width,
        height=bottom - top - 1.6,
        paint=Paint(fill=PAPER, stroke=QUIET, width=0.3, dash=(1.0, 0.8)),
        data=(("data-role", "missing"), ("data-column", cast.column.code)),
    )
    words = Text(
        x=left + width / 2,
        y=middle - high / 2 + line_box(grid.size)[0],
        lines=lines,
        size=grid.size,
        colour=QUIET,
        anchor="middle",
        leading=leading(grid.size),
        data=(("data-role", "words"),),
    )
    return [frame, words]
