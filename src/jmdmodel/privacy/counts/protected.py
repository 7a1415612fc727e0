"""Protected tables: what may leave the house, and figures computed from nothing else."""

from __future__ import annotations

from fractions import Fraction

import attrs

from jmdmodel.analysis.tables import Cell, Column, Shown, Table
from jmdmodel.errors import ModelError
from jmdmodel.messages import Language, Message, Say, in_number
from jmdmodel.privacy.counts import counts_texts as texts
from jmdmodel.privacy.counts.dimensions import TOTAL, Codes
from jmdmodel.privacy.counts.hiding import Mode
from jmdmodel.privacy.counts.tables import Layout

_TITLE = Say("{title} {year}", "{title} {year}")


@attrs.frozen(kw_only=True)
class Derived:
    """A figure made from protected numbers, or why there is none. German: abgeleitete Zahl.

    Attributes:
        value: The exact value; ``None`` where a number is hidden that it rests on.
        reason: Why there is none.
    """

    value: Fraction | None = None
    reason: Say | None = None


@attrs.frozen(kw_only=True)
class CountsTable(Table):
    """A table in which an unknown number is a hidden one and reads as the mark."""

    def texts(self, language: Language) -> tuple[tuple[str, ...], ...]:
        """Give the rows as people read them, each hidden number as the mark."""
        plain = super().texts(language)
        return tuple(
            tuple(
                texts.MARK if cell is None and column.type == "integer" else text
                for text, cell, column in zip(shown, row, self.columns, strict=True)
            )
            for shown, row in zip(plain, self.rows, strict=True)
        )


@attrs.frozen(kw_only=True, repr=False)
class ProtectedTable(Shown, Layout):
    """A table of counts of persons that may be shown (R-51). German: geschützte Tabelle.

    Everything that is told of the persons has to come from this table: shares, means, changes and
    sentences too. A hidden number is ``None``, whether it is small itself or protects another one.

    Attributes:
        mode: How it is protected.
        threshold: Numbers from 1 to below it count as small.
        cells: The numbers of all cells, margins too, in the order of :meth:`places`.
    """

    mode: Mode
    threshold: int
    cells: tuple[int | None, ...]

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        wanted = sum(1 for _ in self.places())
        if len(self.cells) != wanted:
            raise ModelError(Message.of(texts.BAD_COUNTS, table=self.name, wanted=wanted))

    @property
    def note(self) -> Say:
        """What readers have to know of the numbers, in one sentence or two."""
        return texts.ROUNDED if self.mode == "round5" else texts.HIDDEN

    @property
    def hidden(self) -> int:
        """How many cells are hidden."""
        return sum(1 for cell in self.cells if cell is None)

    def cell(self, *codes: str) -> int | None:
        """Give the number of a cell, ``None`` where it is hidden; ``total`` stands for all of a dimension.

        Raises:
            ModelError: There is no such cell.
        """
        self.key(*codes)
        return self.by_codes()[codes]

    def by_codes(self) -> dict[Codes, int | None]:
        """Give all numbers by the codes of their cell."""
        return dict(zip(self.places(), self.cells, strict=True))

    def text(self, *codes: str, language: Language = "de") -> str:
        """Give the number of a cell as people read it; the mark where it is hidden."""
        number = self.cell(*codes)
        return texts.MARK if number is None else in_number(number, language)

    def share(self, part: Codes, whole: Codes) -> Derived:
        """Give the share that one cell has in another, as a fraction of one.

        Raises:
            ModelError: There is no such cell.
        """
        one, all_of_them = self.cell(*part), self.cell(*whole)
        if one is None or all_of_them is None:
            return Derived(reason=texts.PART_HIDDEN)
        if not all_of_them:
            return Derived(reason=texts.NOTHING_COUNTED)
        return Derived(value=Fraction(one, all_of_them))

    def sum_of(self, *cells: Codes) -> Derived:
        """Give the sum of some cells; none where one of them is hidden.

        Raises:
            ModelError: There is no such cell.
        """
        numbers = [self.cell(*codes) for codes in cells]
        if any(number is None for number in numbers):
            return Derived(reason=texts.PART_HIDDEN)
        return Derived(value=Fraction(sum(number for number in numbers if number is not None)))

    def mean_of(self, *cells: Codes) -> Derived:
        """Give the mean of some cells; none where one of them is hidden.

        Raises:
            ModelError: There is no such cell.
        """
        whole = self.sum_of(*cells)
        if whole.value is None or not cells:
            return whole if cells else Derived(reason=texts.NOTHING_COUNTED)
        return Derived(value=whole.value / len(cells))

    def change_since(self, earlier: ProtectedTable, *codes: str) -> Derived:
        """Give how much a number has grown since an earlier year; none where one of both is hidden.

        Where one of both tables is divided more coarsely and has no such cell, there is none either.
        """
        now, then = self.by_codes(), earlier.by_codes()
        if codes not in now or codes not in then:
            return Derived(reason=texts.NOT_THERE)
        new, old = now[codes], then[codes]
        if new is None or old is None:
            return Derived(reason=texts.PART_HIDDEN)
        return Derived(value=Fraction(new - old))

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each cell: for each dimension code and label, then the number."""
        columns = [
            column
            for dimension in self.dimensions
            for column in (
                Column(f"{dimension.name}_code", _code_of(dimension.label)),
                Column(dimension.name, dimension.label),
            )
        ]
        labels = [{c.code: c.label for c in d.axis()} for d in self.dimensions]
        rows: list[tuple[Cell, ...]] = []
        for codes, number in self.by_codes().items():
            told = [part for code, known in zip(codes, labels, strict=True) for part in (code, known[code])]
            rows.append((*told, number))
        count = Column("count", Say(self.counted.many.de, self.counted.many.en), "integer")
        return (
            CountsTable(name=self.name, title=self._title(), columns=(*columns, count), rows=tuple(rows)),
        )

    def cross(self) -> Table:
        """Give the table as it stands in a report: the last dimension across, the others down."""
        if not self.dimensions:
            return self.table()
        *down, across = self.dimensions
        columns = [Column(dimension.name, dimension.label) for dimension in down]
        columns += [Column(f"at_{c.code.replace('-', '_')}", c.label, "integer") for c in across.axis()]
        if not down:
            columns.insert(0, Column("counted", texts.COUNT))
        labels = [{c.code: c.label for c in d.axis()} for d in down]
        rows: dict[Codes, list[Cell]] = {}
        for codes, number in self.by_codes().items():
            heads = [known[code] for code, known in zip(codes[:-1], labels, strict=True)]
            rows.setdefault(codes[:-1], list(heads or [self.counted.many])).append(number)
        return CountsTable(
            name=self.name,
            title=self._title(),
            columns=tuple(columns),
            rows=tuple(tuple(row) for row in rows.values()),
        )

    def _title(self) -> Say:
        return Message.of(_TITLE, title=self.title, year=str(self.year)).as_say()


@attrs.frozen(kw_only=True)
class NotShown:
    """A table that could not be protected, and why. German: nicht gezeigte Tabelle."""

    name: str
    reason: Message


@attrs.frozen(kw_only=True, repr=False)
class ProtectedCounts(Shown):
    """Protected tables of one run (R-51). German: geschützte Zahlen.

    Attributes:
        shown: The tables that may be shown, in the order they were given.
        not_shown: Those that may not, each with its reason.
        changes: What was divided more coarsely, for people.
        mode: How they are protected.
        threshold: Numbers from 1 to below it count as small.
    """

    shown: tuple[ProtectedTable, ...]
    not_shown: tuple[NotShown, ...] = ()
    changes: tuple[Message, ...] = ()
    mode: Mode
    threshold: int

    @property
    def note(self) -> Say:
        """What readers have to know of the numbers, in one sentence or two."""
        return texts.ROUNDED if self.mode == "round5" else texts.HIDDEN

    def get(self, name: str) -> ProtectedTable | None:
        """Give the table of a name; ``None`` where there is none, or it may not be shown."""
        return next((table for table in self.shown if table.name == name), None)

    def messages(self) -> tuple[Message, ...]:
        """Give what was left out or divided more coarsely, as sentences."""
        return (*self.changes, *(one.reason for one in self.not_shown))

    def tables(self) -> tuple[Table, ...]:
        """Give the rows of each table, and at the end which tables are not shown, and why."""
        columns = (Column("name", texts.TABLE), Column("reason", texts.REASON))
        rows = tuple((one.name, one.reason.as_say()) for one in self.not_shown)
        left_out = Table(name="not-shown", title=texts.NOT_SHOWN, columns=columns, rows=rows)
        return (*(table.table() for table in self.shown), left_out)


def _code_of(label: Say) -> Say:
    return Message.of(texts.CODE, label=label).as_say()


__all__ = ["TOTAL", "CountsTable", "Derived", "NotShown", "ProtectedCounts", "ProtectedTable"]
