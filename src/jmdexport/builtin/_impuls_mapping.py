"""A mapping file: an office's own names of columns and codes, in place of ours (R-35).

The file is YAML or JSON with up to three parts::

    columns:          # in all files
      year: Jahr
    files:            # in one file
      work_time:
        area: Bereich
    codes:            # in the cells of a column, in all files
      area:
        counselling: "01"

What it does not name stays. It can rename and nothing else, so that what was written can always be read back.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from jmdexport.builtin._impuls_cells import MISSING, needs_guard
from jmdexport.builtin._impuls_columns import Column, File
from jmdexport.builtin._impuls_faults import CellFault, MappingFault, meant
from jmdexport.builtin._impuls_files import FILES
from jmdexport.errors import nearest
from jmdmodel.codec.document import read_document
from jmdmodel.codec.nodes import Node
from jmdmodel.messages import Message, Say, Value

_PARTS = ("codes", "columns", "files")
_LONGEST = 100

_UNKNOWN_PART = Say(
    de="„{name}“ gehört nicht in eine Zuordnung.{near}", en='"{name}" does not belong into a mapping.{near}'
)
_UNKNOWN_FILE = Say(de="Die Datei „{name}“ gibt es nicht.{near}", en='There is no file "{name}".{near}')
_UNKNOWN_COLUMN = Say(
    de="Die Spalte „{name}“ gibt es hier nicht.{near}", en='There is no column "{name}" here.{near}'
)
_NO_CODES = Say(
    de="In der Spalte „{name}“ stehen keine Kürzel aus einer Liste.{near}",
    en='The column "{name}" has no codes of a list.{near}',
)
_UNKNOWN_CODE = Say(de="Das Kürzel „{name}“ gibt es nicht.{near}", en='There is no code "{name}".{near}')
_NOT_PAIRS = Say(
    de="Hier stehen Paare aus bisherigem und neuem Namen.", en="Pairs of a name and a new name stand here."
)
_NOT_TEXT = Say(de="Der neue Name ist ein Text.", en="The new name is a text.")
_BAD_NAME = Say(
    de="„{name}“ kann nicht in der ersten Zeile stehen: Erlaubt sind bis zu 100 sichtbare Zeichen ohne „;“, "
    "„,“, Anführungszeichen und Zeilenende, und der Name beginnt nicht wie eine Formel.",
    en='"{name}" cannot stand in the first line: up to 100 visible characters are allowed, without ";", ",", '
    "quotation marks and line ends, and the name does not begin like a formula.",
)
_BAD_CODE = Say(
    de="„{name}“ kann kein Kürzel sein: Erlaubt sind bis zu 100 sichtbare Zeichen ohne Leerzeichen, „;“, „,“ "
    "und Anführungszeichen, und das Kürzel beginnt nicht wie eine Formel.",
    en='"{name}" can be no code: up to 100 visible characters are allowed, without blanks, ";", "," and '
    "quotation marks, and the code does not begin like a formula.",
)
_SAME_NAME = Say(
    de="In „{file}“ hießen zwei Spalten „{name}“.", en='Two columns of "{file}" would be called "{name}".'
)
_SAME_CODE = Say(de="Zwei Kürzel würden „{name}“ heißen.", en='Two codes would be "{name}".')


@attrs.frozen(kw_only=True)
class ImpulsMapping:
    """The names of columns and codes that stand in the files, for those that are not ours.

    Attributes:
        columns: By file, then by our name of the column.
        codes: By our name of the column, then by our code.
    """

    columns: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    codes: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)

    def called(self, file: File, column: Column) -> str:
        """Give the name of a column as it stands in the first line."""
        return self.columns.get(file.stem, {}).get(column.name, column.name)

    def codes_of(self, column: Column) -> Mapping[str, str]:
        """Give the codes of a column that are renamed."""
        return self.codes.get(column.name, {})

    def as_data(self) -> dict[str, Any]:
        """Give the mapping as it is recorded: as a mapping file would say it, column names by file."""
        return {
            "files": {stem: dict(names) for stem, names in self.columns.items()},
            "codes": {name: dict(codes) for name, codes in self.codes.items()},
        }


NONE = ImpulsMapping()
"""The mapping that changes nothing."""


def read_mapping(text: str, *, name: str = "mapping") -> ImpulsMapping:
    """Read a mapping file, YAML or JSON.

    Args:
        text: Its content; nothing but blanks is no mapping.
        name: Name of the file, for the places of faults.

    Raises:
        MappingFault: Something in it is wrong; holds all faults.

    Example:
        >>> read_mapping('columns: {year: Jahr}').columns["events"]
        {'year': 'Jahr'}
    """
    if not text.strip():
        return NONE
    json_text = text.lstrip().startswith("{")
    found = read_document(text.encode("utf-8", "surrogatepass"), json=json_text)
    faults = [CellFault(name, raw.line, "", Message.of(raw.kind.what, **_told(raw))) for raw in found.faults]
    if found.root is None or faults:
        raise MappingFault(tuple(faults))
    return _Reader(name).read(found.root)


def mapping_of(data: object, *, name: str) -> ImpulsMapping:
    """Read a mapping that :meth:`ImpulsMapping.as_data` gave.

    Raises:
        MappingFault: It is none.
    """
    return read_mapping(json.dumps(data), name=name)


def _told(raw: Any) -> dict[str, Value]:
    known = dict(raw.values)
    return {name: known[name] for name in raw.kind.what.names()}


@functools.cache
def _columns_by_name() -> Mapping[str, tuple[Column, ...]]:
    found: dict[str, list[Column]] = {}
    for file in FILES:
        for column in file.columns:
            found.setdefault(column.name, []).append(column)
    return {name: tuple(columns) for name, columns in sorted(found.items())}


class _Reader:
    """Reads the nodes of a mapping file and gathers all faults."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[CellFault] = []

    def read(self, root: Node) -> ImpulsMapping:
        parts = dict(self._entries(root, _PARTS, _UNKNOWN_PART))
        everywhere = self._renamed(
            parts.get("columns"), tuple(_columns_by_name()), _UNKNOWN_COLUMN, _BAD_NAME
        )
        stems = {file.stem: file for file in FILES}
        alone: dict[str, dict[str, tuple[str, Node]]] = {}
        if "files" in parts:
            for stem, node in self._entries(parts["files"], tuple(stems), _UNKNOWN_FILE):
                alone[stem] = self._renamed(node, stems[stem].names, _UNKNOWN_COLUMN, _BAD_NAME)
        columns: dict[str, dict[str, str]] = {}
        for stem, file in stems.items():
            new = {name: everywhere[name] for name in file.names if name in everywhere} | alone.get(stem, {})
            self._refuse_twins(file.names, new, _SAME_NAME, file=file.name)
            if changed := {name: word for name, (word, _) in new.items() if word != name}:
                columns[stem] = changed
        codes = self._codes(parts.get("codes"))
        if self.faults:
            raise MappingFault(tuple(sorted(self.faults, key=lambda fault: fault.line)))
        return ImpulsMapping(columns=columns, codes=codes)

    def _codes(self, node: Node | None) -> dict[str, dict[str, str]]:
        known = {name: found[0] for name, found in _columns_by_name().items() if found[0].words}
        codes: dict[str, dict[str, str]] = {}
        for name, inner in self._entries(node, tuple(known), _NO_CODES) if node is not None else ():
            words = tuple(word.code for word in known[name].words)
            new = self._renamed(inner, words, _UNKNOWN_CODE, _BAD_CODE)
            self._refuse_twins(words, new, _SAME_CODE)
            if changed := {code: word for code, (word, _) in new.items() if word != code}:
                codes[name] = changed
        return codes

    def _entries(self, node: Node, known: tuple[str, ...], unknown: Say) -> Iterator[tuple[str, Node]]:
        if node.kind != "map":
            self._fault(node.line, _NOT_PAIRS)
            return
        for name, inner in node.entries.items():
            if name in known:
                yield name, inner
            else:
                near = nearest(name, known)
                self._fault(inner.key_line, unknown, near=near, name=name[:_LONGEST])

    def _renamed(
        self, node: Node | None, known: tuple[str, ...], unknown: Say, bad: Say
    ) -> dict[str, tuple[str, Node]]:
        found: dict[str, tuple[str, Node]] = {}
        for name, inner in self._entries(node, known, unknown) if node is not None else ():
            if inner.kind not in {"scalar", "string"}:
                self._fault(inner.line, _NOT_TEXT)
            elif not _fits(inner.text, blanks=bad is _BAD_NAME):
                self._fault(inner.line, bad, name=inner.text[:_LONGEST])
            else:
                found[name] = inner.text, inner
        return found

    def _refuse_twins(
        self, known: tuple[str, ...], new: Mapping[str, tuple[str, Node]], say: Say, **values: str
    ) -> None:
        taken = {name for name in known if name not in new}
        for word, node in new.values():
            if word in taken:
                self._fault(node.line, say, name=word, **values)
            taken.add(word)

    def _fault(self, line: int, say: Say, *, near: str | None = None, **values: Value) -> None:
        if "near" in say.names():
            values["near"] = meant(near)
        fault = CellFault(self.name, line, "", Message.of(say, **values), near)
        if fault not in self.faults:
            self.faults.append(fault)


def _fits(text: str, *, blanks: bool) -> bool:
    """Tell whether a text may be the name of a column, or, without blanks, a code."""
    visible = text.isprintable() and text == text.strip() and 0 < len(text) <= _LONGEST
    divided = any(sign in text for sign in ";,\"'") or (not blanks and any(map(str.isspace, text)))
    return visible and not divided and text != MISSING and not needs_guard(text)
