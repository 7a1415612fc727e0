"""One value for all tables: columns that say their name, label and type, and rows of plain values."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from jmdmodel.borders import need_language
from jmdmodel.errors import ModelError
from jmdmodel.messages import Language, Message, Say, in_decimal, in_words
from jmdmodel.scales import Coded

__all__ = [
    "Cell",
    "Column",
    "ColumnType",
    "Shown",
    "Table",
]

ColumnType: TypeAlias = Literal["text", "code", "integer", "year", "decimal", "boolean", "date"]
"""What the cells of a column are; any cell may be empty. A year is a number that is not grouped by threes."""

Cell: TypeAlias = str | int | bool | date | Fraction | Coded | tuple[Coded, ...] | Say | None
"""What may stand in a table; a coded value holds both the code and the label, and of a text in both
languages programs get the German form."""


_NO_COLUMN = Say(
    de="Die Tabelle hat keine Spalte {names}. Vorhanden: {known}.",
    en="The table has no column {names}. There are: {known}.",
)


@attrs.frozen
class Column:
    """A column: machine name, label for people, type, decimals of a decimal column. German: Spalte."""

    name: str
    label: Say
    type: ColumnType = "text"
    decimals: int = 1


@attrs.frozen(kw_only=True)
class Table:
    """A table for report, data export and notebook alike. German: Tabelle.

    Attributes:
        name: Machine name, a slug.
        title: Title for people.
        columns: The columns.
        rows: The rows, each with one cell for each column; an unknown cell is ``None``.

    Example:
        >>> table = Table(name="demo", title=Say("Beispiel", "sample"), rows=((1200, None),), columns=(
        ...     Column("minutes", Say("Minuten", "minutes"), "integer"),
        ...     Column("percent", Say("Prozent", "per cent"), "decimal")))
        >>> table.texts("de")
        (('1.200', '–'),)
    """

    name: str
    title: Say
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __attrs_post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ModelError(f"A row of the table {self.name} has another number of cells than columns.")

    def heads(self, language: Language) -> tuple[str, ...]:
        """Give the labels of the columns in one language."""
        need_language(language)
        return tuple(column.label.in_(language) for column in self.columns)

    def texts(self, language: Language) -> tuple[tuple[str, ...], ...]:
        """Give the rows as people read them: labels, numbers and dates in the language's form."""
        need_language(language)
        return tuple(
            tuple(_text(cell, column, language) for cell, column in zip(row, self.columns, strict=True))
            for row in self.rows
        )

    def select(self, *names: str, rows: int | None = None) -> Table:
        """Give the table with some of its columns, in the order named, and the first rows only.

        Raises:
            ModelError: There is no column of a name.

        Example:
            >>> number = Column("n", Say("Anzahl", "number"), "integer")
            >>> columns = (Column("name", Say("Name", "name")), number)
            >>> rows = (("a", 1), ("b", 2))
            >>> table = Table(name="demo", title=Say("Beispiel", "sample"), columns=columns, rows=rows)
            >>> table.select("n", rows=1).records()
            ({'n': 1},)
        """
        known = {column.name: place for place, column in enumerate(self.columns)}
        if unknown := [name for name in names if name not in known]:
            raise ModelError(Message.of(_NO_COLUMN, names=tuple(unknown), known=tuple(known)))
        places = [known[name] for name in names or known]
        return attrs.evolve(
            self,
            columns=tuple(self.columns[place] for place in places),
            rows=tuple(tuple(row[place] for place in places) for row in self.rows[:rows]),
        )

    def records(self) -> tuple[dict[str, str | int | Fraction | date | None], ...]:
        """Give the rows by machine name, with codes in place of coded values, several joined by a blank."""
        return tuple(
            {column.name: _code(cell) for cell, column in zip(row, self.columns, strict=True)}
            for row in self.rows
        )

    def to_html(self, language: Language = "de") -> str:
        """Give the table as HTML in one language; every text in it is escaped.

        Raises:
            ModelError: The language is neither ``de`` nor ``en``.
        """
        import html  # noqa: PLC0415 - its list of marks costs time that few have a use for

        heads = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in self.heads(language))
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>"
            for row in self.texts(language)
        )
        caption = html.escape(self.title.in_(language))
        return (
            f'<table lang="{language}"><caption>{caption}</caption><thead><tr>{heads}</tr></thead>'
            f"<tbody>{body}</tbody></table>"
        )

    def _repr_html_(self) -> str:
        """Show the table in a notebook, in German; :meth:`to_html` gives it in English too."""
        return self.to_html()


class Shown(ABC):
    """A result of the analysis: it gives itself as tables, and shows them in a notebook.

    Each table has fixed column names; ``result.records()`` are the plain rows of the first one.
    German: Ergebnis.
    """

    __slots__ = ()

    @abstractmethod
    def tables(self) -> tuple[Table, ...]:
        """Give the result as tables, the main one first."""

    def table(self) -> Table:
        """Give the main table of the result."""
        return self.tables()[0]

    def records(self) -> tuple[dict[str, str | int | Fraction | date | None], ...]:
        """Give the rows of the main table by machine name, with codes in place of coded values.

        Cells are texts, whole numbers, days, exact fractions and ``None``; JSON knows no fractions and no
        days, so ``json.dumps(rows, default=str)`` writes them as texts.
        """
        return self.table().records()

    def to_html(self, language: Language = "de") -> str:
        """Give all tables of the result as HTML in one language; every text in them is escaped."""
        return "".join(table.to_html(language) for table in self.tables())

    def _repr_html_(self) -> str:
        """Show the tables of the result in a notebook, in German; :meth:`to_html` gives English too."""
        return self.to_html()

    def __repr__(self) -> str:
        """Tell what it is and how many rows its tables have: the whole would fill screens."""
        rows = ", ".join(f"{table.name}: {len(table.rows)}" for table in self.tables())
        return f"<{type(self).__name__} {rows}>"


ID = Say("Kennung", "identifier")
NAME = Column("name", Say("Name", "name"))
KIND = Column("kind", Say("Art", "kind"), "code")
GROUP = Column("group", Say("Sektor", "sector"), "code")
AREA = Column("area", Say("Arbeitsbereich", "area of work"), "code")
ACTIVITIES = Column("activities", Say("Tätigkeiten", "activities"), "integer")
MINUTES = Column("minutes", Say("Minuten", "minutes"), "integer")
YEAR = Column("year", Say("Jahr", "year"), "year")
LABELS = (
    Column("label_de", Say("Bezeichnung (deutsch)", "label (German)")),
    Column("label_en", Say("Bezeichnung (englisch)", "label (English)")),
)
"""The label of a word of the workspace in both languages."""


def id_column(name: str, label: Say = ID) -> Column:
    """Give the column of identifiers or references, named by what they identify."""
    return Column(name, label)


def id_cell(identifiers: Iterable[str]) -> str | None:
    """Give several identifiers as one cell, joined by a blank; an empty cell where there are none."""
    return " ".join(identifiers) or None


def code_columns(words: Iterable[Coded]) -> tuple[Column, ...]:
    """Give one number column for each word of a list, named by its code."""
    return tuple(Column(word.code.replace("-", "_"), word.label, "integer") for word in words)


def _text(cell: Cell, column: Column, language: Language) -> str:
    if isinstance(cell, Coded):
        return cell.label.in_(language)
    if isinstance(cell, tuple):
        return ", ".join(word.label.in_(language) for word in cell) or in_words(None, language)
    if column.type == "year" and cell is not None:
        return str(cell)
    if column.type == "decimal" and isinstance(cell, Fraction | int):
        return in_decimal(Fraction(cell), language, decimals=column.decimals)
    return in_words(cell, language)


def _code(cell: Cell) -> str | int | Fraction | date | None:
    if isinstance(cell, Coded):
        return cell.code
    if isinstance(cell, tuple):
        return " ".join(word.code for word in cell) or None
    return cell.de if isinstance(cell, Say) else cell
