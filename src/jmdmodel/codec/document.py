"""Bytes to plain nodes: encoding, invisible characters; then YAML or JSON.

Letters in two parts are noted here, but composed only when a text gets its type: composing the whole
file would move columns, and would turn an escaped line feed before an accent into a letter.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

import attrs

from jmdmodel.codec import faults
from jmdmodel.codec.json_reader import read_json
from jmdmodel.codec.migrate import migrate
from jmdmodel.codec.nodes import MAX_BYTES, MAX_PARTS, SCHEMA_VERSION, Node, has_too_many_parts, is_too_large
from jmdmodel.codec.raw_faults import RawFault
from jmdmodel.codec.yaml_reader import read_yaml

# Tab, line feed and carriage return are all the control characters that a text needs. Marks that turn
# the reading direction without a counterpart are a matter for a rule, not for the reader.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]",
)

_SIGNATURES = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)
"""How pictures, PDF, files of office programs and packed files begin."""


@attrs.frozen(kw_only=True)
class Document:
    """The root node of a file, what is wrong with it so far, and what was changed while reading."""

    root: Node | None
    text: str
    faults: tuple[RawFault, ...] = ()
    notes: tuple[RawFault, ...] = ()


Reader: TypeAlias = Callable[[str], tuple[Node | None, list[RawFault]]]
"""What makes nodes of a text, and tells what it refuses."""


def read_document(data: bytes, *, json: bool, reader: Reader | None = None) -> Document:
    """Read bytes as one document of plain nodes, with a reader of its own where it is neither JSON nor YAML.

    Never raises, whatever the bytes.
    """
    refused = _unreadable(data)
    if refused is not None:
        return _refused("", refused)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return _refused("", RawFault(kind=faults.NOT_TEXT, line=1, column=1))
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return _refused("", RawFault(kind=faults.NOT_UTF8, line=line, column=column))
    text = text.removeprefix("\ufeff")
    notes = () if unicodedata.is_normalized("NFC", text) else _decomposed_lines(text)
    controls = _control_faults(text)
    if controls:
        return Document(root=None, text=text, faults=controls, notes=notes)
    root, found = (reader or (read_json if json else read_yaml))(text)
    if root is not None and root.kind == "scalar" and not root.text:
        root = None  # three dashes, or quotation marks, with nothing between or behind them
    if root is None and not found:
        found = [RawFault(kind=faults.EMPTY_FILE, line=1, column=1)]
    if root is not None and "\\" in text:
        found += controls_in_strings(root)
    older = migrate(root)
    if older is not None:
        values = (("known", SCHEMA_VERSION), ("value", older.text))
        note = RawFault(
            kind=faults.OLDER_SCHEMA, line=older.line, column=older.column, values=values, path=("schema",)
        )
        notes = (note, *notes)
    return Document(root=root, text=text, faults=tuple(found), notes=notes)


def _unreadable(data: bytes) -> RawFault | None:
    """Give the fault of bytes that need not be looked at any further."""
    if is_too_large(data):
        values = (("limit", MAX_BYTES),)
        return RawFault(kind=faults.TOO_LARGE, line=1, column=1, values=values)
    if has_too_many_parts(data):
        return RawFault(kind=faults.TOO_MANY, line=1, column=1, values=(("limit", MAX_PARTS),))
    if data.startswith(_SIGNATURES):
        return RawFault(kind=faults.NOT_TEXT, line=1, column=1)
    if b"\0" in data[:2]:  # UTF-16 without its mark: a NUL in each pair of bytes
        return RawFault(kind=faults.NOT_UTF8, line=1, column=1)
    return None


def _refused(text: str, fault: RawFault) -> Document:
    return Document(root=None, text=text, faults=(fault,))


def _decomposed_lines(text: str) -> tuple[RawFault, ...]:
    return tuple(
        RawFault(kind=faults.NORMALISED, line=number, column=1)
        for number, line in enumerate(text.split("\n"), 1)
        if not unicodedata.is_normalized("NFC", line)
    )


def _control_faults(text: str) -> tuple[RawFault, ...]:
    if not CONTROL.search(text):
        return ()
    return tuple(
        _control(match.group(), number, match.start() + 1)
        for number, line in enumerate(text.split("\n"), 1)
        for match in CONTROL.finditer(line)
    )


def _control(char: str, line: int, column: int) -> RawFault:
    values = (("value", f"U+{ord(char):04X}"),)
    return RawFault(kind=faults.FORBIDDEN_CHARACTER, line=line, column=column, values=values)


def controls_in_strings(root: Node) -> list[RawFault]:
    """Find control characters that JSON and double-quoted YAML smuggle in as escapes."""
    found: list[RawFault] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "map":
            for name, child in node.entries.items():
                waiting.append(child)
                if match := CONTROL.search(name):
                    found.append(_control(match.group(), child.key_line, child.key_column))
        elif node.kind == "list":
            waiting += node.items
        elif match := CONTROL.search(node.text):
            found.append(_control(match.group(), node.line, node.column))
    return found
