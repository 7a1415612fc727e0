"""Read the i-mpuls-style files back: equal values from either dialect, every fault with its place."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

import attrs

from jmdexport.builtin._impuls_cells import DATA, MISSING, OFFICE, Dialect, unguard
from jmdexport.builtin._impuls_columns import FILES, MONTHS, WORK_TIME, Column, File
from jmdexport.errors import ExportError, nearest
from jmdmodel.entities.work import WorkTime
from jmdmodel.messages import Language, Message, Say, Value
from jmdmodel.vocabulary import WorkArea

Cell: TypeAlias = "str | int | Fraction | None"
Row: TypeAlias = dict[str, Cell]

SHOWN_FAULTS = 50
"""How many faults the text of the error lists; all of them are kept."""

_INTEGER = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"(-?[0-9]{1,15})(?:([.,])([0-9]{1,15}))?")

_NO_FILE = Say(de="Die Datei fehlt.", en="The file is missing.")
_NOT_TEXT = Say(
    de="Die Datei ist weder in UTF-8 noch in cp1252 lesbar.",
    en="The file can be read neither as UTF-8 nor as cp1252.",
)
_CP1252 = Say(
    de="{file} ist nicht in UTF-8 geschrieben und wurde als cp1252 gelesen; Umlaute sind zu prüfen.",
    en="{file} is not written in UTF-8 and was read as cp1252; umlauts need a look.",
)
_NOT_CSV = Say(de="Die Zeile ist kein CSV: {detail}", en="The line is no CSV: {detail}")
_NO_COLUMN = Say(de="Die Spalte „{column}“ fehlt.", en='The column "{column}" is missing.')
_STRANGE = Say(de="Die Spalte „{column}“ ist unbekannt.{near}", en='The column "{column}" is unknown.{near}')
_COLUMN_TWICE = Say(
    de="Die Spalte „{column}“ steht zweimal da.", en='The column "{column}" stands there twice.'
)
_NEAR = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Did you mean "{near}"?')
_WIDTH = Say(
    de="Die Zeile hat {found} Zellen statt {wanted}.", en="The line has {found} cells instead of {wanted}."
)
_EMPTY = Say(de="Hier darf der Wert nicht fehlen.", en="The value must not be missing here.")
_NO_NUMBER = Say(de="„{cell}“ ist keine Zahl dieser Spalte.", en='"{cell}" is no number of this column.')
_RANGE = Say(
    de="{cell} liegt außerhalb dessen, was die Spalte zulässt.",
    en="{cell} is outside of what the column allows.",
)
_WORD = Say(
    de="„{cell}“ ist kein Kürzel dieser Spalte.{near}", en='"{cell}" is no code of this column.{near}'
)
_ROW_TWICE = Say(de="Diese Zeile gibt es schon: {key}.", en="This row is there already: {key}.")
_HEAD = Say(
    de="Die Tabellen ließen sich nicht lesen, Zahl der Fehler: {n}.",
    en="The tables cannot be read, number of faults: {n}.",
)
_MORE = Say(de="… und {n} weitere Fehler.", en="… and {n} more faults.")


@attrs.frozen
class CellFault:
    """One thing that is wrong: file, line (0: the whole file), column, what, and the nearest known name."""

    file: str
    line: int
    column: str
    what: Message
    near: str | None = None

    def in_(self, language: Language) -> str:
        """Give the fault as one line."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}{f' {self.column}' if self.column else ''}: {self.what.in_(language)}"


class ImpulsFault(ExportError):  # noqa: N818 - the names of this family are fixed words of the interface
    """The files cannot be read back; holds *all* faults."""

    code = "E431"

    def __init__(self, faults: tuple[CellFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    @property
    def message(self) -> Message:
        """All faults, one a line, with their true number."""
        return Message.of(Say("{lines}", "{lines}"), lines=Say(self._lines("de"), self._lines("en")))

    def _lines(self, language: Language) -> str:
        lines = [Message.of(_HEAD, n=len(self.faults)).in_(language)]
        lines += [fault.in_(language) for fault in self.faults[:SHOWN_FAULTS]]
        if len(self.faults) > SHOWN_FAULTS:
            lines.append(Message.of(_MORE, n=len(self.faults) - SHOWN_FAULTS).in_(language))
        return "\n".join(lines)


@attrs.frozen(kw_only=True)
class ImpulsWork:
    """One row of the work time: an area with its share, and its time where it was recorded."""

    year: int
    area: WorkArea
    label: str
    minutes: int | None
    hours: Fraction | None
    share_percent: Fraction
    activities: int | None


@attrs.frozen(kw_only=True)
class ImpulsData:
    """What the files say; equal for both dialects.

    Attributes:
        work: The rows of ``work_time.csv``.
        months: The rows of ``activities_by_month.csv``.
        doubts: What was read but needs a look.
    """

    work: tuple[ImpulsWork, ...]
    months: tuple[WorkTime, ...]
    doubts: tuple[Message, ...] = attrs.field(default=(), eq=False)


def read_impuls(files: Mapping[str, bytes]) -> ImpulsData:
    """Read the tables of an i-mpuls-style export back (R-35).

    The dialect is told by the delimiter of the first line. A file that is not UTF-8 is read as cp1252, with
    a doubt. Files beside the two tables are not looked at.

    Args:
        files: The bytes of the files by name.

    Raises:
        ImpulsFault: Something in the files is wrong; holds all faults of all files.
    """
    faults: list[CellFault] = []
    doubts: list[Message] = []
    rows = {file.name: list(_rows(file, files.get(file.name), faults, doubts)) for file in FILES}
    if faults:
        raise ImpulsFault(tuple(faults))
    areas = {area.code: area for area in WorkArea}
    made = {name: [row | {"area": areas[str(row["area"])]} for row in found] for name, found in rows.items()}
    return ImpulsData(
        work=tuple(ImpulsWork(**row) for row in made[WORK_TIME.name]),  # type: ignore[arg-type]
        months=tuple(WorkTime(**row) for row in made[MONTHS.name]),  # type: ignore[arg-type]
        doubts=tuple(doubts),
    )


def _rows(file: File, data: bytes | None, faults: list[CellFault], doubts: list[Message]) -> Iterator[Row]:
    def fault(say: Say, *, line: int = 0, column: str = "", near: str | None = None, **values: Value) -> None:
        faults.append(CellFault(file.name, line, column, Message.of(say, **values), near))

    text = None if data is None else _decoded(data)
    if data is None or text is None:
        fault(_NO_FILE if data is None else _NOT_TEXT)
        return
    if text[1]:
        doubts.append(Message.of(_CP1252, file=file.name))
    head = text[0].partition("\n")[0]
    dialect = OFFICE if head.count(OFFICE.delimiter) >= head.count(DATA.delimiter) else DATA
    lines = csv.reader(io.StringIO(text[0], newline=""), delimiter=dialect.delimiter, strict=True)
    try:
        names = next(lines, [])
        if not _check_head(file, names, faults):
            return
        seen: set[tuple[Cell, ...]] = set()
        for cells in lines:
            if not cells:
                continue
            if len(cells) != len(names):
                fault(_WIDTH, line=lines.line_num, found=len(cells), wanted=len(names))
                continue
            before = len(faults)
            row = _row(file, dict(zip(names, cells, strict=True)), dialect, lines.line_num, faults)
            key = tuple(row[name] for name in file.key)
            if len(faults) == before and key in seen:
                shown = ", ".join(str(part) for part in key)
                fault(_ROW_TWICE, line=lines.line_num, key=shown)
            seen.add(key)
            yield row
    except csv.Error as error:
        fault(_NOT_CSV, line=lines.line_num, detail=str(error))


def _decoded(data: bytes) -> tuple[str, bool] | None:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding), encoding == "cp1252"
        except UnicodeDecodeError:
            continue
    return None


def _check_head(file: File, names: list[str], faults: list[CellFault]) -> bool:
    found = []
    for name in sorted(set(names) - set(file.names)):
        near = nearest(name, file.names)
        found.append(CellFault(file.name, 1, "", Message.of(_STRANGE, column=name, near=_meant(near)), near))
    for name in file.names:
        if names.count(name) != 1:
            say = _COLUMN_TWICE if names.count(name) else _NO_COLUMN
            found.append(CellFault(file.name, 1, "", Message.of(say, column=name)))
    faults.extend(found)
    return not found


def _meant(near: str | None) -> Say:
    return Say("", "") if near is None else Message.of(_NEAR, near=near).as_say()


def _row(file: File, cells: dict[str, str], dialect: Dialect, line: int, faults: list[CellFault]) -> Row:
    row: Row = {}
    for column in file.columns:
        value = _value(column, cells[column.name], dialect)
        if isinstance(value, CellFault):
            faults.append(attrs.evolve(value, file=file.name, line=line, column=column.name))
            value = None
        row[column.name] = value
    return row


def _value(column: Column, cell: str, dialect: Dialect) -> Cell | CellFault:
    if cell == MISSING:
        return CellFault("", 0, "", Message.of(_EMPTY)) if column.required else None
    if column.type == "string":
        text = unguard(cell) if dialect.guards else cell
        if column.words and text not in column.words:
            near = nearest(text, column.words)
            return CellFault("", 0, "", Message.of(_WORD, cell=cell, near=_meant(near)), near)
        return text
    number = _number(column, cell, dialect)
    if number is None:
        return CellFault("", 0, "", Message.of(_NO_NUMBER, cell=cell))
    low, high = column.minimum, column.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        return CellFault("", 0, "", Message.of(_RANGE, cell=cell))
    return number


def _number(column: Column, cell: str, dialect: Dialect) -> int | Fraction | None:
    if column.type == "integer":
        return int(cell) if _INTEGER.fullmatch(cell) else None
    found = _NUMBER.fullmatch(cell)
    if found is None or found[2] not in {None, dialect.point}:
        return None
    return Fraction(cell.replace(",", "."))
