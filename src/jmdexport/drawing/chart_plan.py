"""What a chart shows, as plain data: rows, columns, bars with their numbers, signs, and what they mean.

All charts share one grammar: a grid with a name for each row and a heading for each column. A cell holds
words, a number, a sign, or bars that begin at one line and carry their numbers. Nothing here knows of a
workspace. German: Diagramm.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from jmdexport.drawing.plan import PAGES, DoesNotFit, MapGroup
from jmdmodel.messages import Language, Message, Say

ColumnKind: TypeAlias = Literal["words", "number", "bars", "sign"]
RowKind: TypeAlias = Literal["row", "group", "total"]
SignKind: TypeAlias = Literal[
    "circle-open", "circle-half", "circle-full", "circle-double", "square-full", "square-half", "square-open",
    "square-asked",
]  # fmt: skip

NOTHING = "–"
"""What stands where nothing is known: a dash, never a nought."""


_TOO_MUCH = Say(
    "Das Diagramm passt in lesbarer Schrift nicht auf eine Seite von {width} × {height} mm. Den meisten Platz"
    " brauchen: {what}. Abhilfe: eine größere Seite (A3) oder kürzere Namen.",
    "The chart does not fit on a page of {width} × {height} mm in readable type. What takes the most room:"
    " {what}. A larger page (A3) or shorter names will help.",
)


class ChartDoesNotFit(DoesNotFit):
    """A chart has a row that is higher than the page, whatever the number of sheets."""

    code = "E424"

    @property
    def message(self) -> Message:
        """What does not fit on which page, in both languages."""
        width, height = map(round, self.page)
        return Message.of(_TOO_MUCH, width=width, height=height, what=self.what or ("–",))


@attrs.frozen(kw_only=True)
class ChartBar:
    """A bar and the number beside it. German: Balken.

    Attributes:
        series: Code of the series that it belongs to.
        value: Its length in the unit of the chart; ``None`` where no bar is drawn, only the text.
        text: The number as people read it, or :data:`NOTHING`.
    """

    series: str
    value: Fraction | None
    text: str

    def __attrs_post_init__(self) -> None:
        if self.value is not None and self.value < 0:
            raise ValueError(f"A bar of the series {self.series} has a value below nought: {self.value}.")


@attrs.frozen(kw_only=True)
class ChartCell:
    """What stands where a row and a column meet. German: Feld.

    Attributes:
        text: Words or a number.
        bars: Bars, one below the other, at most one for each series.
        sign: A sign, drawn before the words.
        said: What the sign says, for the table and for pointing at it; the words if empty.
        quiet: Whether the words stand back: nothing is known or nothing is wanted.
        strong: Whether the words stand out.
    """

    text: str = ""
    bars: tuple[ChartBar, ...] = ()
    sign: SignKind | None = None
    said: str = ""
    quiet: bool = False
    strong: bool = False


EMPTY = ChartCell()


@attrs.frozen(kw_only=True)
class ChartColumn:
    """A column with its heading. German: Spalte.

    Attributes:
        code: Machine name.
        heading: What people read above it.
        note: A second, quiet line of the heading.
        kind: What its cells hold. Columns of bars and of signs share the room that the others leave.
        missing: Said in place of the cells where the column has no data at all.
        series: Codes of the series of its bars, in their order from above; all of the chart if empty.
    """

    code: str
    heading: str
    note: str = ""
    kind: ColumnKind = "words"
    missing: str = ""
    series: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ChartRow:
    """A row: its name, and a cell for each column; a ``group`` row is a heading of rows. German: Zeile."""

    id: str
    label: str
    cells: tuple[ChartCell, ...] = ()
    kind: RowKind = "row"


@attrs.frozen(kw_only=True)
class ChartKey:
    """A sign with its meaning, for the legend."""

    sign: SignKind
    text: str


@attrs.frozen(kw_only=True)
class Chart:
    """All that a chart shows and says. German: Diagramm.

    Attributes:
        name: Machine name.
        subtitle: Lines below the title: service, day, how much is shown.
        corner: Heading of the names of the rows.
        series: What the bars stand for; as groups of a map, because they share colours and hatches.
        keys: The signs with their meaning, in the order of the legend.
        axis: What the length of the bars means; empty where there are none.
        unit: Stands behind the numbers of the axis.
        notes: Sentences below the grid: what does not add up, what is missing.
        empty: Said where there are no rows.
        source: The line at the foot of the page.
        description: The alternative text.
    """

    name: str
    page: tuple[float, float] = PAGES["A4", "landscape"]
    language: Language = "de"
    title: str
    subtitle: tuple[str, ...] = ()
    corner: str
    columns: tuple[ChartColumn, ...]
    rows: tuple[ChartRow, ...] = ()
    series: tuple[MapGroup, ...] = ()
    keys: tuple[ChartKey, ...] = ()
    axis: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    empty: str = ""
    source: str = ""
    description: str = ""

    def __attrs_post_init__(self) -> None:
        known = {series.code for series in self.series}
        for row in self.rows:
            if len(row.cells) != (0 if row.kind == "group" else len(self.columns)):
                raise ValueError(f"The row {row.id} has another number of cells than the chart has columns.")
            if unknown := {bar.series for cell in row.cells for bar in cell.bars} - known:
                raise ValueError(f"The row {row.id} has bars of an unknown series: {sorted(unknown)}.")

    def most(self) -> Fraction:
        """Give the longest bar; 1 where all are nought, so that there is an axis too."""
        values = [bar.value for row in self.rows for cell in row.cells for bar in cell.bars if bar.value]
        return max(values, default=Fraction(1))

    def is_whole(self) -> bool:
        """Tell whether all bars are whole numbers."""
        return all(
            bar.value is None or bar.value.denominator == 1
            for row in self.rows
            for cell in row.cells
            for bar in cell.bars
        )

    def series_of(self, column: ChartColumn) -> tuple[str, ...]:
        """Give the series of a column of bars."""
        return column.series or tuple(series.code for series in self.series)


def chart_table(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """Give the same data as rows of texts, the headings first: what the picture shows, to be read.

    A column of bars of several series becomes a column for each of them. What the picture shows by a sign
    stands here in words, what is missing as :data:`NOTHING`; an empty field is empty. German: Tabelle zum
    Diagramm.
    """
    names = {series.code: series.label for series in chart.series}
    heads = [chart.corner]
    for column in chart.columns:
        codes = chart.series_of(column) if column.kind == "bars" else ()
        if len(names) < 2 or not codes:
            heads.append(column.heading)
            continue
        heads += [f"{column.heading}: {names[code]}" for code in codes]
    return (tuple(heads), *(tuple(_texts(chart, row)) for row in chart.rows))


def _texts(chart: Chart, row: ChartRow) -> list[str]:
    found = [row.label]
    for column, cell in zip(chart.columns, row.cells or (EMPTY,) * len(chart.columns), strict=True):
        codes = chart.series_of(column) if column.kind == "bars" else ()
        if not codes:
            found.append("" if row.kind == "group" else column.missing or cell.said or cell.text)
        elif row.kind == "group":
            found += [""] * len(codes)
        elif column.missing:
            found += [column.missing] * len(codes)
        else:
            texts = {bar.series: bar.text for bar in cell.bars}
            found += [texts.get(code) or cell.text or NOTHING for code in codes]
    return found
