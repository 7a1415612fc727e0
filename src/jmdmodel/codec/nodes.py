"""Plain nodes with their places: what a file says before anybody gives it a type."""

from __future__ import annotations

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["scalar", "string", "number", "boolean", "null", "map", "list"]
"""What a node is. YAML has ``scalar`` alone, typed later by the schema; JSON brings types of its own."""

SCHEMA_VERSION = 2
"""The version of the file format that this library writes; older ones are brought to it while reading."""

MAX_DEPTH = 64
MAX_BYTES = 64 * 1024 * 1024
MAX_PARTS = 4_000_000
"""How many lines and commas a file may have: a small file of nothing but commas would fill the memory."""


class Node:
    """A scalar, a mapping or a list, with line and column counted from 1.

    Not an attrs class, because a file has tens of thousands of them and making them is most of the
    work of reading. ``key_line`` and ``key_column`` tell where the key of the node stands, if it has one.
    """

    __slots__ = ("column", "entries", "items", "key_column", "key_line", "kind", "line", "text")

    kind: Kind
    text: str
    entries: dict[str, Node]
    items: list[Node]

    def __init__(self, kind: Kind, line: int, column: int, text: str = "") -> None:
        self.kind = kind
        self.line = line
        self.column = column
        self.key_line = line
        self.key_column = column
        self.text = text


def map_node(line: int, column: int) -> Node:
    """Give an empty mapping."""
    node = Node("map", line, column)
    node.entries = {}
    return node


def list_node(line: int, column: int) -> Node:
    """Give an empty list."""
    node = Node("list", line, column)
    node.items = []
    return node


def is_too_large(data: bytes) -> bool:
    """Tell whether a file has more bytes than it may."""
    return len(data) > MAX_BYTES


def has_too_many_parts(data: bytes) -> bool:
    """Tell whether a file has more lines and commas than it may."""
    # A file has no more of them than bytes, so most files need not be counted.
    return len(data) > MAX_PARTS and data.count(b",") + data.count(b"\n") + data.count(b"\r") > MAX_PARTS
