"""How high the rows of a chart are, and how they go on over several sheets."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from jmdexport.drawing.chart_grid import GUTTER, SIGN_ROOM, Cast, Grid, clipped, lines_height
from jmdexport.drawing.chart_plan import Chart, ChartCell, ChartRow
from jmdexport.drawing.measure import line_box

_PAD = 1.3
_LANE = 1.16
"""Height of the lane of a bar, in heights of a line."""


def label_lines(grid: Grid, row: ChartRow) -> tuple[str, ...]:
    """Give the lines of the name of a row."""
    width = (grid.width if row.kind == "group" else grid.label) - GUTTER
    return clipped(row.label, width=width, size=grid.size, bold=row.kind != "row")


def cell_lines(grid: Grid, cast: Cast, cell: ChartCell) -> tuple[str, ...]:
    """Give the lines of the words of a cell."""
    if not cell.text:
        return ()
    width = cast.width - GUTTER - (SIGN_ROOM if cell.sign else 0.0)
    return clipped(cell.text, width=width, size=grid.size, bold=cell.strong)


def row_height(chart: Chart, grid: Grid, row: ChartRow) -> float:
    """Give the height of a row: of its name, its words, or its bars."""
    heights = [lines_height(len(label_lines(grid, row)), grid.size)]
    for cast in grid.columns if row.cells else ():
        cell = row.cells[cast.place]
        heights.append(lines_height(len(cell_lines(grid, cast, cell)), grid.size))
        if cast.column.kind == "bars":
            heights.append(len(chart.series_of(cast.column)) * lane(grid.size))
    return max(heights) + _PAD


def lane(size: float) -> float:
    """Give the height of the lane of a bar."""
    return _LANE * math.fsum(line_box(size))


def sheets(chart: Chart, grid: Grid, *, height: float) -> list[list[ChartRow]] | None:
    """Put the rows onto sheets of a height; ``None`` where a single row does not fit.

    A heading of rows is never the last of a sheet.
    """
    found: list[list[ChartRow]] = [[]]
    used = 0.0
    for block in _blocks(chart.rows):
        need = math.fsum(row_height(chart, grid, row) for row in block)
        if found[-1] and used + need > height + 1e-6:
            found.append([])
            used = 0.0
        if need > height + 1e-6:
            return None
        found[-1] += block
        used += need
    return found


def _blocks(rows: Iterable[ChartRow]) -> Iterator[Sequence[ChartRow]]:
    waiting: list[ChartRow] = []
    for row in rows:
        waiting.append(row)
        if row.kind != "group":
            yield tuple(waiting)
            waiting = []
    if waiting:
        yield tuple(waiting)
