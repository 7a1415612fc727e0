"""A line of a file, and which place in the model each piece of it belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TypeAlias

import attrs

from jmdmodel.codec.nodes import Node
from jmdmodel.ids import Ref

_LINE_END = re.compile("\r\n|\r|\n")

Way: TypeAlias = "tuple[Way | None, str | int]"
"""The way to a node: that to the node above, then a key, or the number of a list item from 1 on.

Every node has one, and hardly any is asked for: links cost less than the steps written out.
"""


@attrs.frozen
class Piece:
    """Where a key or a value begins in its line, and what it belongs to.

    Attributes:
        column: Counted from 1.
        subject: The thing, or the part of the workspace.
        field: The way from the thing to the place; empty for the thing itself.
    """

    column: int
    subject: Ref
    field: str

    @property
    def path(self) -> str:
        """The place in the model, as findings write it."""
        return f"{self.subject}.{self.field}" if self.field else str(self.subject)


@attrs.frozen
class Line:
    """One line of a file with its pieces, from left to right; the text may hold private values."""

    text: str = attrs.field(repr=False)
    pieces: tuple[Piece, ...]


def lines_of(data: bytes) -> list[str]:
    """Give the lines of a file that was read; a mark of the byte order is not part of the first."""
    return _LINE_END.split(data.decode("utf-8").removeprefix("\ufeff"))


def ways_by_line(root: Node | None) -> Mapping[int, list[tuple[int, Way]]]:
    """Give, for each line, the columns at which keys and values begin, with the way to each."""
    found: defaultdict[int, list[tuple[int, Way]]] = defaultdict(list)
    waiting: list[tuple[Node, Way | None]] = [(root, None)] if root is not None else []
    while waiting:
        node, way = waiting.pop()
        if way is not None:
            found[node.line].append((node.column, way))
            if node.key_line != node.line or node.key_column != node.column:
                found[node.key_line].append((node.key_column, way))
        if node.kind == "map":
            waiting += [(child, (way, key)) for key, child in node.entries.items()]
        elif node.kind == "list":
            waiting += [(child, (way, number)) for number, child in enumerate(node.items, start=1)]
    return found


def _steps(way: Way) -> list[str | int]:
    steps = []
    at: Way | None = way
    while at is not None:
        at, step = at
        steps.append(step)
    return steps[::-1]


def piece(column: int, way: Way, collections: Collection[str]) -> Piece:
    """Give the piece at the end of a way."""
    first, *rest = _steps(way)
    identifier = str(rest.pop(0)) if str(first) in collections and rest else ""
    field = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in rest)
    return Piece(column, Ref(str(first), identifier), field.removeprefix("."))
