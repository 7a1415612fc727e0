"""Read the i-mpuls-style files back: equal values from either dialect, every fault with its place."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

from jmdexport.builtin._impuls_cells import DATA, MISSING, OFFICE, Dialect, cell_text
from jmdexport.builtin._impuls_columns import Column, File
from jmdexport.builtin._impuls_faults import CellFault, ImpulsFault, MappingFault, meant
from jmdexport.builtin._impuls_files import FILES, FORMAT, PACKAGE, PARTS, VERSION, ImpulsData
from jmdexport.builtin._impuls_mapping import NONE, ImpulsMapping, mapping_of, read_mapping
from jmdexport.errors import nearest
from jmdmodel.messages import Message, Say, Value
from jmdmodel.storage import names_in, read_bytes

Files: TypeAlias = "Mapping[str, bytes] | str | os.PathLike[str]"

_INTEGER = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"(-?[0-9]{1,15})(?:([.,])([0-9]{1,15}))?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{2})\.([0-9]{2})\.([0-9]{4})")

_NO_FILE = Say(de="Die Datei fehlt.", en="The file is missing.")
_NOT_TEXT = Say(
    de="Die Datei ist weder in UTF-8 noch in cp1252 lesbar.",
    en="The file can be read neither as UTF-8 nor as cp1252.",
)
_CP1252 = Say(
    de="{file} ist nicht in UTF-8 geschrieben und wurde als cp1252 gelesen; Umlaute sind zu prüfen.",
    en="{file} is not written in UTF-8 and was read as cp1252; umlauts need a look.",
)
_OLDER = Say(
    de="Die Dateien haben die Fassung {version}; sie enthält nur Arbeitszeit und Monate.",
    en="The files are of version {version}; it has working time and months alone.",
)
_NOT_OURS = Say(
    de="Die Datei beschreibt keine Dateien des Formats „{format}“ in einer bekannten Fassung.",
    en='The file does not describe files of the format "{format}" in a known version.',
)
_NOT_CSV = Say(de="Die Zeile ist kein CSV: {detail}", en="The line is no CSV: {detail}")
_NO_COLUMN = Say(de="Die Spalte „{column}“ fehlt.", en='The column "{column}" is missing.')
_STRANGE = Say(de="Die Spalte „{column}“ ist unbekannt.{near}", en='The column "{column}" is unknown.{near}')
_COLUMN_TWICE = Say(
    de="Die Spalte „{column}“ steht zweimal da.", en='The column "{column}" stands there twice.'
)
_WIDTH = Say(
    de="Die Zeile hat {found} Zellen statt {wanted}.", en="The line has {found} cells instead of {wanted}."
)
_EMPTY = Say(de="Hier darf der Wert nicht fehlen.", en="The value must not be missing here.")
_NO_NUMBER = Say(de="„{cell}“ ist keine Zahl dieser Spalte.", en='"{cell}" is no number of this column.')
_NO_DAY = Say(de="„{cell}“ ist kein Tag des Kalenders.", en='"{cell}" is no day of the calendar.')
_RANGE = Say(
    de="{cell} liegt außerhalb dessen, was die Spalte zulässt.",
    en="{cell} is outside of what the column allows.",
)
_WORD = Say(
    de="„{cell}“ ist kein Kürzel dieser Spalte.{near}", en='"{cell}" is no code of this column.{near}'
)
_PRIVATE = Say(de="…", en="…")
_ROW_TWICE = Say(de="Diese Zeile gibt es schon: {key}.", en="This row is there already: {key}.")


def read_impuls(files: Files, *, mapping: str = "") -> ImpulsData:
    """Read the tables of an i-mpuls-style export back (R-35).

    The dialect is told by the delimiter of the first line, and in either one days may be written both ways. A
    file that is not UTF-8 is read as cp1252, with a doubt. Names of columns and codes that a mapping changed
    are known from ``datapackage.json``. Other files are not looked at. Files of version 1 are read too; they
    have working time and months alone.

    Args:
        files: The folder that holds the files, or their bytes by name.
        mapping: Content of the mapping file that they were written with, where ``datapackage.json`` is lost.

    Raises:
        ImpulsFault: Something in the files is wrong; holds all faults of all files.
        MappingFault: The mapping given is wrong.
        StorageError: The folder cannot be read.
    """
    given = files if isinstance(files, Mapping) else _folder(Path(files))
    faults: list[CellFault] = []
    doubts: list[Message] = []
    version, told = _told_by_package(given.get(PACKAGE), faults)
    names = read_mapping(mapping) if mapping.strip() else told
    if version < VERSION:
        doubts.append(Message.of(_OLDER, version=str(version)))
    rows: dict[str, tuple[Any, ...]] = {}
    for file in FILES:
        data = given.get(file.name)
        if file.since > version or (data is None and file.audience != "always"):
            continue
        reader = _FileReader(file, names, version, faults, doubts)
        rows[PARTS[file.name]] = tuple(reader.rows(data))
    if faults:
        raise ImpulsFault(tuple(faults))
    return ImpulsData(**rows, doubts=tuple(doubts))


def _folder(folder: Path) -> dict[str, bytes]:
    wanted = {PACKAGE, *(file.name for file in FILES)}
    return {name: read_bytes(folder / name) for name in names_in(folder) if name in wanted}


def _told_by_package(data: bytes | None, faults: list[CellFault]) -> tuple[int, ImpulsMapping]:
    """Give version and mapping as ``datapackage.json`` tells them; without it those of today, and none."""
    if data is None:
        return VERSION, NONE
    try:
        told = json.loads(data.decode("utf-8-sig"))["jmd"]
        version = int(str(told["format_version"]).partition(".")[0])
        if told["format"] == FORMAT and 1 <= version <= VERSION:
            return version, mapping_of(told.get("mapping", {}), name=PACKAGE)
    except MappingFault as error:
        faults.extend(error.faults)
        return VERSION, NONE
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    faults.append(CellFault(PACKAGE, 0, "", Message.of(_NOT_OURS, format=FORMAT)))
    return VERSION, NONE


class _FileReader:
    """Reads one file."""

    def __init__(
        self,
        file: File,
        mapping: ImpulsMapping,
        version: int,
        faults: list[CellFault],
        doubts: list[Message],
    ) -> None:
        self.file = file
        self.columns = {
            mapping.called(file, column): column for column in file.columns if column.since <= version
        }
        self.absent = dict.fromkeys(column.name for column in file.columns if column.since > version)
        self.ours = {
            column.name: {mapping.codes_of(column).get(word.code, word.code): word for word in column.words}
            for column in file.columns
        }
        self.faults = faults
        self.doubts = doubts
        self.private = file.audience == "personal"

    def rows(self, data: bytes | None) -> Iterator[Any]:
        """Yield the rows; those with a fault are left out."""
        text = None if data is None else _decoded(data)
        if data is None or text is None:
            self._fault(_NO_FILE if data is None else _NOT_TEXT)
            return
        if text[1]:
            self.doubts.append(Message.of(_CP1252, file=self.file.name))
        head = text[0].partition("\n")[0]
        dialect = OFFICE if head.count(OFFICE.delimiter) >= head.count(DATA.delimiter) else DATA
        lines = csv.reader(io.StringIO(text[0], newline=""), delimiter=dialect.delimiter, strict=True)
        try:
            names = next(lines, [])
            if self._check_head(names):
                yield from self._body(lines, names, dialect)
        except csv.Error as error:
            self._fault(_NOT_CSV, line=lines.line_num, detail=str(error))

    def _body(self, lines: Any, names: list[str], dialect: Dialect) -> Iterator[Any]:
        seen: set[tuple[Any, ...]] = set()
        places = [(names.index(name), column) for name, column in self.columns.items()]
        line = lines.line_num
        for cells in lines:
            begins, line = line + 1, lines.line_num
            if not cells:
                continue
            if len(cells) != len(names):
                self._fault(_WIDTH, line=begins, found=len(cells), wanted=len(names))
                continue
            before = len(self.faults)
            found = {
                column.name: self._value(column, cells[place], dialect, begins) for place, column in places
            }
            if len(self.faults) > before:
                continue
            row = self.file.row(**found, **self.absent)
            key = tuple(getattr(row, name) for name in self.file.key)
            if key in seen:
                shown = ", ".join(str(getattr(part, "value", part)) for part in key)
                self._fault(_ROW_TWICE, line=begins, key=shown)
            seen.add(key)
            yield row

    def _check_head(self, names: list[str]) -> bool:
        before, known = len(self.faults), tuple(self.columns)
        for name in sorted(set(names) - set(known)):
            near = nearest(name, known)
            self._fault(_STRANGE, line=1, near=near, column=name)
        for name in known:
            if names.count(name) != 1:
                self._fault(_COLUMN_TWICE if names.count(name) else _NO_COLUMN, line=1, column=name)
        return len(self.faults) == before

    def _value(  # noqa: PLR0911 - one line a kind
        self, column: Column, cell: str, dialect: Dialect, line: int
    ) -> Any:
        """Give the value of a cell; a fault is noted, and the row will not be made."""
        many = column.kind in {"ids", "codes"}
        if cell == MISSING:
            if column.required:
                self._fault(_EMPTY, line=line, at=column.name)
            return () if many else None
        match column.kind:
            case "code":
                return self._word(column, cell_text(cell, dialect), line)
            case "codes":
                return tuple(self._word(column, code, line) for code in cell_text(cell, dialect).split(" "))
            case "ids":
                return tuple(cell_text(cell, dialect).split(" "))
            case "day":
                found = _day(cell)
                if found is None:
                    self._fault(_NO_DAY, line=line, at=column.name, cell=cell)
                return found
            case "integer" | "number":
                return self._number(column, cell, dialect, line)
            case _:
                return cell_text(cell, dialect)

    def _word(self, column: Column, code: str, line: int) -> Any:
        word = self.ours[column.name].get(code)
        if word is None:
            near = nearest(code, tuple(self.ours[column.name]))
            self._fault(_WORD, line=line, at=column.name, near=near, cell=code)
        return word

    def _number(self, column: Column, cell: str, dialect: Dialect, line: int) -> int | Fraction | None:
        number = _whole(cell) if column.kind == "integer" else _decimal(cell, dialect)
        if number is None:
            self._fault(_NO_NUMBER, line=line, at=column.name, cell=cell)
            return None
        low, high = column.minimum, column.maximum
        if (low is not None and number < low) or (high is not None and number > high):
            self._fault(_RANGE, line=line, at=column.name, cell=cell)
        return number

    def _fault(
        self, say: Say, *, line: int = 0, at: str = "", near: str | None = None, **values: Value
    ) -> None:
        if self.private:  # cells of single activities are told by nobody, only where they stand
            near = near if line == 1 else None
            values |= {name: _PRIVATE for name in ("cell", "key") if name in values}
        if "near" in say.names():
            values["near"] = meant(near)
        self.faults.append(CellFault(self.file.name, line, at, Message.of(say, **values), near))


def _decoded(data: bytes) -> tuple[str, bool] | None:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding), encoding == "cp1252"
        except UnicodeDecodeError:
            continue
    return None


def _whole(cell: str) -> int | None:
    return int(cell) if _INTEGER.fullmatch(cell) else None


def _decimal(cell: str, dialect: Dialect) -> Fraction | None:
    found = _NUMBER.fullmatch(cell)
    if found is None or found[2] not in {None, dialect.point}:
        return None
    return Fraction(cell.replace(",", "."))


def _day(cell: str) -> date | None:
    found = _DAY.fullmatch(cell)
    if found is None:
        return None
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
