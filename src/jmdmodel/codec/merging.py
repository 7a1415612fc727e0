"""The nodes of several files as those of one document, so that everything else need not know of files.

Each file gets lines of its own: those of the n-th are moved down by n times :data:`STRIDE`. A fault or a
place found in the whole then tells its file by its line.
"""

from __future__ import annotations

from collections.abc import Sequence

from jmdmodel.codec import part_faults, scalars
from jmdmodel.codec.converter import unknown_key
from jmdmodel.codec.nodes import Node, map_node
from jmdmodel.codec.parts import ROOT, Part, keys, private_collections
from jmdmodel.codec.plan import plan_of
from jmdmodel.codec.raw_faults import RawFault, quoted
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF

STRIDE = 1 << 32
"""How far the lines of two files lie apart; no file has as many lines."""


def shift(root: Node, number: int) -> None:
    """Move all nodes of a file to the lines that it has in the whole."""
    by = number * STRIDE
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node.line += by
        node.key_line += by
        if node.kind == "map":
            waiting += node.entries.values()
        elif node.kind == "list":
            waiting += node.items


def merged(parts: Sequence[tuple[Part, Node | None]], found: list[RawFault]) -> Node:
    """Give one document of the shifted nodes of all parts; what cannot stand together is added.

    The nodes of the parts stay as they are. A part whose node is missing could not be read.
    """
    names = [part.name for part, _ in parts]
    whole = map_node(1, 1)
    for part, root in parts:
        for key, child in root.entries.items() if root is not None else ():
            if key == "schema":
                continue
            refused = _refused(part, key, child)
            if refused is not None:
                found.append(refused)
            elif key not in whole.entries:
                whole.entries[key] = _copy(child) if key in COLLECTIONS else child
            elif key in COLLECTIONS and child.kind == "map" and whole.entries[key].kind == "map":
                _join(whole.entries[key], child, key, names, found)
            elif key in COLLECTIONS and child.kind != "map":
                found += scalars.wrong_shape(child, scalars.EXPECTED_MAP).faults
            else:
                found.append(_twice(key, child, whole.entries[key], names, (key,)))
    _check_years(whole, [part for part, _ in parts], found)
    return whole


def _refused(part: Part, key: str, child: Node) -> RawFault | None:
    """Give the fault of an entry that has no business in a file."""
    line, column = child.key_line, child.key_column
    if key not in keys():
        return unknown_key(key, child, frozenset([*keys(), "schema"] if part.key is None else [part.key]))
    home = ("home", f"{key}.yaml" if key in COLLECTIONS else f"{ROOT}.yaml")
    values = (home, ("value", quoted(key)))
    if part.key is None and key in private_collections():
        return RawFault(
            kind=part_faults.PRIVATE_IN_ROOT, line=line, column=column, values=values, path=(key,)
        )
    if part.key not in {None, key}:
        return RawFault(kind=part_faults.MISPLACED, line=line, column=column, values=values, path=(key,))
    return None


def _copy(node: Node) -> Node:
    """Copy a collection as far as others may join it."""
    if node.kind != "map":
        return node
    copy = map_node(node.line, node.column)
    copy.key_line, copy.key_column = node.key_line, node.key_column
    copy.entries = dict(node.entries)
    return copy


def _join(held: Node, more: Node, key: str, names: Sequence[str], found: list[RawFault]) -> None:
    hidden = plan_of(ENTITY_OF[key])[0].hidden
    for name, child in more.entries.items():
        first = held.entries.setdefault(name, child)
        if first is not child:
            number = list(held.entries).index(name) + 1
            path = (key, f"[{number}]" if hidden else f"/{name}")
            fault = _twice(name, child, first, names, path)
            found.append(fault.masked() if hidden else fault)


def _twice(name: str, child: Node, first: Node, names: Sequence[str], path: tuple[str, ...]) -> RawFault:
    number, line = divmod(first.key_line, STRIDE)
    values = (("first", f"{names[number]}:{line}"), ("value", quoted(name)))
    return RawFault(
        kind=part_faults.TWICE, line=child.key_line, column=child.key_column, values=values, path=path
    )


def _check_years(whole: Node, parts: Sequence[Part], found: list[RawFault]) -> None:
    """Find days that are not in the year that their file is named after; a broken day is told elsewhere."""
    for key in sorted({part.key for part in parts if part.key is not None and part.year is not None}):
        held = whole.entries.get(key)
        hidden = plan_of(ENTITY_OF[key])[0].hidden
        things = held.entries.items() if held is not None and held.kind == "map" else ()
        for number, (name, thing) in enumerate(things, 1):
            year = parts[thing.key_line // STRIDE].year
            day = thing.entries.get("day") if thing.kind == "map" else None
            if year is None or day is None or day.kind not in {"scalar", "string"}:
                continue
            if day.text[:5] != f"{year:04d}-" and day.text[:4].isdigit() and day.text[4:5] == "-":
                found.append(
                    RawFault(
                        kind=part_faults.OTHER_YEAR,
                        line=day.line,
                        column=day.column,
                        values=(("first", str(year)),),
                        path=(key, f"[{number}]" if hidden else f"/{name}", "day"),
                    )
                )
