"""How wide the columns of a chart are and how high its rows, measured before anything is drawn.

Words and numbers take what they need. Columns of bars and of signs share the rest. Where their headings do
not fit above them without breaking words, they stand as stairs: one a line, each joined to its column.
Where there are too many for that, they become numbers with an index below, and the columns go on over
several sheets if need be. Type is never shrunk for it.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from jmdexport.drawing.chart_frame import inner_width, named
from jmdexport.drawing.chart_plan import Chart, ChartColumn
from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import breaks_a_word, line_box, text_width, wrap

GUTTER = 2.6
"""Room between two columns."""
STEPS_PAD = 1.2
"""Room between the stairs and the headings below them."""
STEP_GAP = 1.4
"""Room between the text of a step and its line."""
SIGN_ROOM = 5.0
"""Room for a sign before words."""
HEAD_PAD = 1.6
"""Room between the headings and the first row."""
MOST_LINES = 6
"""Lines of a name at most; a longer one ends in an ellipsis and is in full in the table."""
_TRIES = ((0.34, 4.6), (0.25, 4.6), (0.25, 3.0))
"""What the names of the rows may take of the width of the page, and a column of words of it, in millimetres
for each point of type; the later ones where the first leave too little for the others."""
_LABEL_LEAST = 34.0
_FIXED = frozenset({"words", "number"})
"""Kinds of columns that take the width they need."""
_FLEX = {"bars": (17.5, 160.0), "sign": (14.0, 27.0)}
"""Least and greatest width of the columns that share the rest of the page."""
_STAIRS = {"bars": 40.0, "sign": 13.0}
"""Greatest width of columns whose headings stand as stairs."""
_STAIRS_SHARE = 0.33
"""What stairs may take of the height of the page."""
_STEP_LINES = 2
_HEAD_LINES = 3
Mode: TypeAlias = Literal["plain", "stairs", "numbers"]
_NARROW = {"bars": 7.0, "sign": 5.5}
"""Least width where the heading is a number; for bars the room of their numbers comes on top."""


@attrs.frozen
class Cast:
    """A column with its place among the cells, its width, and its number where the heading is one."""

    place: int
    column: ChartColumn
    width: float
    number: int | None = None


@attrs.frozen(kw_only=True)
class Grid:
    """The measures of the columns of one sheet.

    Attributes:
        size: Size of type in points.
        label: Width of the names of the rows.
        columns: The columns after it.
        numbers: Room for the numbers beside the bars.
        most: The longest bar of the chart.
        whole: Whether all bars are whole numbers.
        mode: How the headings of bars and signs stand.
    """

    size: float
    label: float = 0.0
    columns: tuple[Cast, ...] = ()
    numbers: float
    most: Fraction
    whole: bool
    mode: Mode = "plain"

    @property
    def width(self) -> float:
        """The whole width."""
        return self.label + math.fsum(cast.width for cast in self.columns)

    @property
    def numbered(self) -> tuple[tuple[int, ChartColumn], ...]:
        """The columns whose headings are numbers."""
        return tuple((cast.number, cast.column) for cast in self.columns if cast.number is not None)


def clipped(
    text: str, *, width: float, size: float, bold: bool = False, most: int = MOST_LINES
) -> tuple[str, ...]:
    """Break a text into lines of a width; one of too many lines ends in an ellipsis.

    Example:
        >>> clipped("Treffpunkt " * 9, width=20, size=8, most=2)
        ('Treffpunkt', 'Treffpunkt …')
    """
    lines = wrap(text, width=width, size=size, bold=bold)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and text_width(f"{last} …", size=size, bold=bold) > width:
        last = last[:-1].rstrip()
    return (*lines[: most - 1], f"{last} …".strip())


def grids(chart: Chart, size: float, *, parts: int = 1) -> list[Grid]:
    """Give the columns of each sheet, all in one if they fit and no more than one part is wanted."""
    flexible = [place for place, column in enumerate(chart.columns) if column.kind not in _FIXED]
    numbers = _number_room(chart, size)
    plain = Grid(size=size, numbers=numbers, most=chart.most(), whole=chart.is_whole())
    if not flexible:
        label, fixed, _ = _given(chart, size, *_TRIES[1])
        return [_with(plain, chart, label, fixed)]
    kind = "bars" if any(chart.columns[place].kind == "bars" for place in flexible) else "sign"
    least, most = _FLEX[kind]
    least += max(0.0, numbers - 8.0) if kind == "bars" else 0.0
    narrow = _NARROW[kind] + GUTTER + (numbers if kind == "bars" else 0.0)
    modes: tuple[tuple[Mode, float, float], ...] = (("plain", least, most), ("stairs", narrow, _STAIRS[kind]))
    for mode, low, high in modes if parts == 1 else ():
        for share, words in _TRIES:
            label, fixed, room = _given(chart, size, share, words)
            wide = min(room / len(flexible), high)
            grid = _with(attrs.evolve(plain, mode=mode), chart, label, fixed | dict.fromkeys(flexible, wide))
            if room / len(flexible) >= low and _headings_fit(chart, grid):
                return [grid]
    label, fixed, room = _given(chart, size, *_TRIES[-1])
    needed = math.ceil(len(flexible) / max(1, int(room / narrow)))
    each = math.ceil(len(flexible) / max(needed, min(parts, len(flexible))))
    wide = min(room / each, most)
    counts = {place: count for count, place in enumerate(flexible, start=1)}
    return [
        _with(
            attrs.evolve(plain, mode="numbers"),
            chart,
            label,
            fixed | dict.fromkeys(part, wide),
            counts=counts,
        )
        for part in (flexible[start : start + each] for start in range(0, len(flexible), each))
    ]


def _given(chart: Chart, size: float, share: float, words: float) -> tuple[float, dict[int, float], float]:
    """Give the width of the names, those of words and numbers, and the room that is left."""
    label = _label_width(chart, size, share)
    fixed = {
        place: _fixed_width(chart, place, column, size, words)
        for place, column in enumerate(chart.columns)
        if column.kind in _FIXED
    }
    return label, fixed, inner_width(chart) - label - math.fsum(fixed.values())


def _with(
    grid: Grid, chart: Chart, label: float, widths: dict[int, float], *, counts: dict[int, int] | None = None
) -> Grid:
    """Give a grid with its columns: those that have a width."""
    casts = tuple(
        Cast(place, chart.columns[place], widths[place], (counts or {}).get(place))
        for place in sorted(widths)
    )
    return attrs.evolve(grid, label=label, columns=casts)


def is_flexible(cast: Cast) -> bool:
    """Tell whether a column shares the room that words and numbers leave."""
    return cast.column.kind not in _FIXED


def _headings_fit(chart: Chart, grid: Grid) -> bool:
    """Tell whether the headings stand well: no word broken, not too many lines, stairs not too high."""
    if grid.mode == "stairs":
        return math.fsum(height for _, _, _, height in stairs(grid)) <= _STAIRS_SHARE * chart.page[1]
    for cast in grid.columns:
        if is_flexible(cast):
            width = cast.width - GUTTER
            texts = (cast.column.heading, cast.column.note)
            if any(breaks_a_word(text, width=width, size=grid.size, bold=True) for text in texts):
                return False
            if any(len(wrap(text, width=width, size=grid.size, bold=True)) > _HEAD_LINES for text in texts):
                return False
    return True


def stairs(grid: Grid) -> list[tuple[Cast, float, tuple[str, ...], float]]:
    """Give the headings that stand as stairs: column, place of its line, lines of text, height of the step.

    The first is the lowest. Each ends at its line; as the next one is higher, no line runs through a text.
    """
    found = []
    at = grid.label
    for cast in grid.columns:
        if is_flexible(cast):
            x = at + (cast.width - GUTTER) / 2 if cast.column.kind == "sign" else at
            text = named(cast.column)
            lines = clipped(text, width=x - STEP_GAP, size=grid.size, most=_STEP_LINES)
            found.append((cast, x, lines, lines_height(len(lines), grid.size) + 0.3))
        at += cast.width
    return found


def _label_width(chart: Chart, size: float, share: float) -> float:
    named = [row for row in chart.rows if row.kind != "group"]
    texts = [text_width(row.label, size=size, bold=row.kind == "total") for row in named]
    natural = max([text_width(chart.corner, size=size, bold=True), *texts]) + GUTTER
    return min(max(natural, _LABEL_LEAST), inner_width(chart) * share)


def _fixed_width(chart: Chart, place: int, column: ChartColumn, size: float, words: float) -> float:
    cells = [row.cells[place] for row in chart.rows if row.cells]
    pieces = [word for text in (column.heading, column.note) for word in text.split()]
    heading = max((text_width(word, size=size, bold=True) for word in pieces), default=0.0)
    found = [
        text_width(cell.text, size=size, bold=True) + (SIGN_ROOM if cell.sign else 0.0) for cell in cells
    ]
    return min(max([heading, *found]), words * size) + GUTTER + 0.1


def _number_room(chart: Chart, size: float) -> float:
    """Give the room that the numbers beside the bars need."""
    texts = {bar.text for row in chart.rows for cell in row.cells for bar in cell.bars}
    bold = any(row.kind == "total" for row in chart.rows)
    return max((text_width(text, size=size, bold=bold) for text in texts), default=0.0) + 1.4


def heading_lines(grid: Grid, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of a heading and of its note; none of a heading that stands in the stairs."""
    if grid.mode == "stairs" and is_flexible(cast):
        return (), ()
    if cast.number is not None:
        return (str(cast.number),), ()
    width = cast.width - GUTTER
    bold = is_bold(grid, cast)
    heading = clipped(cast.column.heading, width=width, size=grid.size, bold=bold)
    note = clipped(cast.column.note, width=width, size=grid.size) if cast.column.note else ()
    return heading, note


def is_bold(grid: Grid, cast: Cast) -> bool:
    """Tell whether a heading is bold: not where it is long and its column narrow."""
    wide = text_width(cast.column.heading, size=grid.size, bold=True) > cast.width - GUTTER
    return cast.number is not None or not is_flexible(cast) or not wide


def head_height(chart: Chart, grid: Grid) -> float:
    """Give the height of the headings, axes and stairs included."""
    steps = (
        STEPS_PAD + math.fsum(height for _, _, _, height in stairs(grid)) if grid.mode == "stairs" else 0.0
    )
    return steps + plain_height(chart, grid) + (axis_height(grid.size) if has_axis(chart) else 0.0) + HEAD_PAD


def plain_height(chart: Chart, grid: Grid) -> float:
    """Give the height of the headings that stand above their own columns."""
    corner = clipped(chart.corner, width=grid.label - GUTTER, size=grid.size, bold=True)
    counts = [len(corner), *(sum(map(len, heading_lines(grid, cast))) for cast in grid.columns)]
    return lines_height(max(counts), grid.size)


def has_axis(chart: Chart) -> bool:
    """Tell whether the chart has bars, and so an axis."""
    return bool(chart.axis) and any(column.kind == "bars" for column in chart.columns)


def axis_height(size: float) -> float:
    """Give the height of an axis with its numbers."""
    return lines_height(1, size) + 1.4


def lines_height(count: int, size: float) -> float:
    """Give the height of lines of text."""
    return math.fsum(line_box(size)) + (count - 1) * leading(size) if count else 0.0
