"""The file that a workspace came from: its bytes, and the way from a place in the model to a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import attrs

from jmdmodel.codec.document import read_document
from jmdmodel.codec.lines import Line, Way, lines_of, piece, ways_by_line
from jmdmodel.codec.nodes import Node
from jmdmodel.codec.pause import collector_paused
from jmdmodel.errors import LoadFault, Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.storage import digest
from jmdmodel.workspace import COLLECTIONS, Workspace

_STEP = re.compile(r"\[([0-9]{1,9})\]|[./]?([^./\[\]]+)")


class Located(Protocol):
    """Anything that names a place in the model: a subject, and a field of it."""

    @property
    def subject(self) -> Ref:
        """What it is about."""

    @property
    def field(self) -> str:
        """The field, or nothing."""


@attrs.frozen(slots=False)
class Source:
    """The bytes of a file with its name; finds the place of anything in them (R-52).

    Positions cost nothing until somebody asks: the nodes are read again on the first call, unless they
    were kept.

    Attributes:
        name: Name of the file as the user gave it.
        data: Its bytes, untouched.
        notes: What was changed while reading, for instance letters composed to NFC.
    """

    name: str
    data: bytes = attrs.field(repr=False)
    notes: tuple[LoadFault, ...] = ()

    @property
    def is_json(self) -> bool:
        """Whether the file is JSON; everything else is read as YAML."""
        return looks_like_json(self.name, self.data)

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal; ``save`` compares it to notice other writers."""
        return digest(self.data)

    @cached_property
    def _root(self) -> Node | None:
        with collector_paused():
            return read_document(self.data, json=self.is_json).root

    def keep(self, root: Node | None) -> None:
        """Take over the nodes that reading has made of these bytes, so that they need not be read again."""
        vars(self)["_root"] = root  # where the cached property looks for it

    def locate(self, finding: Finding | Located | Ref | str) -> Position:
        """Find the line and column of a finding, a reference, or a path such as ``partners/jobcenter.kind``.

        What is not in the file is placed at its nearest existing parent, in the end at line 1.
        """
        path = finding if isinstance(finding, str | Ref) else _path_of(finding)
        node = self._root
        place = (1, 1)
        for step in _STEP.finditer(str(path)):
            number, name = step.groups()
            if node is None:
                break
            if number is not None and node.kind == "list" and 0 < int(number) <= len(node.items):
                node = node.items[int(number) - 1]
                place = (node.line, node.column)
            elif number is not None and node.kind == "map" and 0 < int(number) <= len(node.entries):
                node = list(node.entries.values())[int(number) - 1]  # things whose identifier is private
                place = (node.key_line, node.key_column)
            elif name is not None and node.kind == "map" and name in node.entries:
                node = node.entries[name]
                place = (node.key_line, node.key_column)
            else:
                break
        return self._position(*place)

    def line_at(self, position: Position) -> Line | None:
        """Give the line of a position that ``locate`` gave, with what each piece of it belongs to.

        The line may hold values that an audience may not see. ``None`` when there is no such line.
        """
        lines, number = self._file_at(position)
        if not 0 < position.line <= len(lines):
            return None
        pieces = sorted(self._ways.get(number, ()), key=lambda found: found[0])
        told = tuple(piece(column, way, COLLECTIONS) for column, way in pieces)
        return Line(lines[position.line - 1], told)

    @cached_property
    def _ways(self) -> Mapping[int, list[tuple[int, Way]]]:
        root = self._root
        with collector_paused():
            return ways_by_line(root)

    @cached_property
    def _lines(self) -> list[str]:
        return lines_of(self.data)

    def _file_at(self, position: Position) -> tuple[list[str], int]:
        """Give the lines of the file that a position is in, and the number of its line among all nodes."""
        return self._lines, position.line

    def _position(self, line: int, column: int) -> Position:
        return Position(self.name, line, column)


def _path_of(located: Located) -> str:
    return f"{located.subject}.{located.field}" if located.field else str(located.subject)


@attrs.frozen
class Loaded:
    """A workspace with the file it came from."""

    workspace: Workspace
    source: Source

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Tell where to look when this is taken for the workspace; type checkers know no such name."""
            hint = f"; the workspace, which has it, is .workspace of {type(self).__name__}"
            known = hasattr(Workspace, name)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{hint * known}")


def looks_like_json(name: str, data: bytes) -> bool:
    """Tell whether a file is JSON: by its suffix, or where there is none by its first character."""
    if name.lower().endswith((".yaml", ".yml")):
        return False
    return name.lower().endswith(".json") or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
