"""Long flat collections as CSV: one row a thing, one column a field, typed by the same schema as YAML.

A collection is flat when each field of its things is one value or a list of words without blanks. Parts
such as a period get a column for each of theirs, ``period.since``. A list stands in one cell, its items
divided by blanks. An empty cell is an absent entry. A cell is only ever text: what looks like a formula
is that text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NewType

import attrs

from jmdmodel.codec import part_faults
from jmdmodel.codec.cells import Cell, rows_of
from jmdmodel.codec.nodes import Node, list_node, map_node
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.codec.raw_faults import RawFault, duplicate, quoted
from jmdmodel.ids import Ref
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Coded
from jmdmodel.spelling import nearest_name
from jmdmodel.workspace import ENTITY_OF

_KNOWN = Say("Bekannt sind: {words}.", "Known are: {words}.")
_ITEM = re.compile(r"[^ ]+")


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table: the way to its field, whether it holds a list, whether a thing needs it."""

    path: tuple[str, ...]
    many: bool
    required: bool
    label: Say

    @property
    def name(self) -> str:
        """The name in the first line."""
        return ".".join(self.path)


@cache
def is_flat(collection: str) -> bool:
    """Tell whether a collection fits into a table."""
    return bool(columns_of(collection))


@cache
def columns_of(collection: str) -> tuple[Column, ...]:
    """Give the columns of a collection, its identifier first; none when it is not flat."""
    columns = _columns(ENTITY_OF[collection], (), required=True) if collection in ENTITY_OF else None
    return tuple(sorted(columns or (), key=lambda column: column.path != ("id",)))


def _columns(cls: type, path: tuple[str, ...], *, required: bool) -> list[Column] | None:
    columns: list[Column] = []
    for plan in plan_of(cls):
        if is_record(plan.type):
            inside = _columns(plan.type, (*path, plan.name), required=False)
            if plan.shape != "one" or inside is None or not _can_be_left_out(plan):
                return None
            columns += inside
        elif plan.shape == "one" or _without_blanks(plan.type):
            columns.append(
                Column(
                    path=(*path, plan.name),
                    many=plan.shape != "one",
                    required=required and plan.required,
                    label=plan.about.label,
                )
            )
        else:
            return None
    return columns


def _can_be_left_out(plan: FieldPlan) -> bool:
    """Tell whether cells that are all empty say the same as the part's default: nothing."""
    parts = plan_of(plan.type)
    if any(part.required for part in parts):
        return not plan.required and plan.default is None
    return not plan.required and plan.default == plan.type()


def _without_blanks(kind: Any) -> bool:
    return kind is Ref or isinstance(kind, NewType) or (isinstance(kind, type) and issubclass(kind, Coded))


def read_table(text: str, collection: str) -> tuple[Node | None, list[RawFault]]:
    """Give the nodes of a table as a document that has this one collection, and what was refused.

    Unknown and missing columns are told once, and not for every row.
    """
    columns = columns_of(collection)
    found: list[RawFault] = []
    rows = rows_of(text, found)
    head = next(rows, None)
    if head is None or not {name for name, _, _ in head} & {column.name for column in columns}:
        example = ";".join(column.name for column in columns if column.required)
        kind = part_faults.NO_HEADER
        return None, [*found, RawFault(kind=kind, line=1, column=1, values=(("head", example),))]
    by_place = _head(head, columns, found)
    root, things = map_node(1, 1), map_node(1, 1)
    root.entries[collection] = things
    for row in rows:
        if len(row) != len(head):
            values = (("found", str(len(row))), ("known", str(len(head))))
            line, column = row[0][1:]
            found.append(
                RawFault(
                    kind=part_faults.OTHER_LENGTH,
                    line=line,
                    column=column,
                    values=values,
                    path=(collection,),
                )
            )
            continue
        _add(row, by_place, things, found)
    if not things.entries:
        del root.entries[collection]
    return root, found


def _head(head: list[Cell], columns: tuple[Column, ...], found: list[RawFault]) -> list[Column | None]:
    """Give the column at each place of the first line; what is not known or twice there is none."""
    known = {column.name: column for column in columns}
    by_place: list[Column | None] = []
    for name, line, place in head:
        column = known.get(name)
        value = ("value", quoted(name))
        if column is None:
            near = nearest_name(name, known)
            expected = Message.of(_KNOWN, words=", ".join(known))
            kind = part_faults.UNKNOWN_COLUMN
            found.append(
                RawFault(kind=kind, line=line, column=place, values=(value,), expected=expected, near=near)
            )
        elif column in by_place:
            found.append(RawFault(kind=part_faults.SAME_COLUMN, line=line, column=place, values=(value,)))
            column = None
        by_place.append(column)
    meant = {fault.near for fault in found}
    for column in columns:
        if column.required and column not in by_place and column.name not in meant:
            label = Say(f" ({column.label.de})", f" ({column.label.en})")
            values = (("key", column.name), ("label", label))
            found.append(RawFault(kind=part_faults.MISSING_COLUMN, line=1, column=1, values=values))
    return by_place


def _add(row: list[Cell], columns: list[Column | None], things: Node, found: list[RawFault]) -> None:
    """Add the thing of one row."""
    thing = map_node(*row[0][1:])
    name = None
    for cell, column in zip(row, columns, strict=True):
        text, line, place = cell
        if column is None or (not text and not column.required):
            continue
        if column.path == ("id",):
            name = text
            thing.key_line, thing.key_column = line, place
            continue
        holder = thing
        for part in column.path[:-1]:
            holder = holder.entries.setdefault(part, map_node(line, place))
        holder.entries[column.path[-1]] = _items(cell) if column.many else Node("scalar", line, place, text)
    if name is None:
        return
    if name in things.entries:
        found.append(duplicate(things, name, thing.key_line, thing.key_column))
    elif name:
        things.entries[name] = thing
    else:
        found.append(RawFault(kind=part_faults.EMPTY_CELL, line=thing.key_line, column=thing.key_column))


def _items(cell: Cell) -> Node:
    text, line, place = cell
    node = list_node(line, place)
    node.items = [Node("scalar", line, place + m.start(), m.group()) for m in _ITEM.finditer(text)]
    return node
