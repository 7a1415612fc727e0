"""A workspace as a tree of places, and its text with the line of each place, counted while writing.

The lines come from here and not from the library's reader, so that a test can hold the one against the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import attrs

from jmdmodel.codec.canonical import to_plain, told_fields
from jmdmodel.codec.nodes import SCHEMA_VERSION
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.codec.quoting import apart, block, scalar
from jmdmodel.scales import Coded
from jmdmodel.workspace import Workspace

_WIDTH = 100


@attrs.frozen
class Raw:
    """What stands in a file as it is: a value that a broken file has at a place."""

    yaml: str
    json: str


@attrs.define(eq=False)
class Place:
    """A place of a file: what stands there, what the model calls it, and on which line it is.

    Attributes:
        value: A dict of places, a list of them, or a single value.
        path: The parts of its model path.
        holder: The place of the group of entries that it belongs to.
        plan: The field that it is the value or an item of.
        thing: The entity that it stands for, if it stands for one.
        key: The line of its key; of an item, that of the item.
        line: The line on which its value begins.
    """

    value: Any
    path: tuple[str, ...] = ()
    holder: Place | None = None
    plan: FieldPlan | None = None
    thing: Any = None
    hidden: bool = False
    key: int = 1
    line: int = 1

    def below(self) -> Iterator[Place]:
        """Yield the place and all below it, in the order of the file."""
        yield self
        inner = self.value.values() if isinstance(self.value, dict) else self.value
        if isinstance(inner, str) or not hasattr(inner, "__iter__"):
            return
        for place in inner:
            yield from place.below()


def tree_of(workspace: Workspace) -> Place:
    """Give the places of the canonical text."""
    root = _record(workspace, (), None, hidden=False)
    root.value = {"schema": Place(SCHEMA_VERSION, ("schema",), root), **root.value}
    return root


def _record(thing: Any, path: tuple[str, ...], plan: FieldPlan | None, *, hidden: bool) -> Place:
    place = Place({}, path, None, plan, thing, hidden)
    for part, held in told_fields(thing):
        made = _field(part, held, (*path, part.name), hidden=hidden or part.hidden)
        made.holder = place
        place.value[part.name] = made
    return place


def field_of(thing: Any, name: str, holder: Place) -> Place:
    """Give the place that a field of a changed thing would have."""
    plan, held = next((plan, held) for plan, held in told_fields(thing) if plan.name == name)
    made = _field(plan, held, (*holder.path, name), hidden=holder.hidden or plan.hidden)
    made.holder = holder
    return made


def _field(plan: FieldPlan, held: Any, path: tuple[str, ...], *, hidden: bool) -> Place:
    if plan.shape == "one":
        return _one(plan, held, path, hidden=hidden)
    place = Place({} if plan.shape == "collection" else [], path, None, plan, None, hidden)
    private = plan.shape == "collection" and plan_of(plan.type)[0].hidden
    things = sorted((*held, *held.beyond()), key=lambda one: one.id) if plan.shape == "collection" else held
    for number, item in enumerate(things, 1):
        named = plan.shape == "collection" and not private
        made = _one(plan, item, (*path, f"/{item.id}" if named else f"[{number}]"), hidden=hidden or private)
        made.holder = place
        if plan.shape == "collection":
            place.value[item.id] = made
        else:
            place.value.append(made)
    return place


def _one(plan: FieldPlan, held: Any, path: tuple[str, ...], *, hidden: bool) -> Place:
    if is_record(type(held)):
        return _record(held, path, plan, hidden=hidden)
    return Place(held, path, None, plan, None, hidden)


def yaml_lines(root: Place) -> list[str]:
    """Give the lines of the canonical YAML and tell each place on which of them it is."""
    lines: list[str] = []
    for number, (key, place) in enumerate(root.value.items()):
        if number:
            lines.append("")
        _yaml_entry(lines, key, place, 0, "")
    return lines


def _yaml_entry(lines: list[str], key: str, place: Place, indent: int, lead: str) -> None:
    """Write an entry whose key begins in a column; ``lead`` is the dash of an item before it."""
    head = " " * (indent - len(lead)) + lead + _key(key) + ":"
    place.key = place.line = len(lines) + 1
    held = place.value
    if isinstance(held, dict):
        lines.append(head if held else f"{head} {{}}")
        place.line += bool(held)
        for name, inner in held.items():
            _yaml_entry(lines, name, inner, indent + 2, "")
    elif isinstance(held, list):
        _yaml_list(lines, head, place, indent + 2)
    else:
        text = block(held) if isinstance(held, str) and "\n" in held else None
        shown, *more = text or [_yaml_scalar(held)]
        lines.append(f"{head} {shown}" if shown else head)
        lines += [" " * (indent + 2) + line if line else "" for line in more]


def _yaml_list(lines: list[str], head: str, place: Place, indent: int) -> None:
    groups = any(isinstance(item.value, dict) for item in place.value)
    flow = "" if groups else f"{head} [{', '.join(_yaml_scalar(it.value, flow=True) for it in place.value)}]"
    if flow and len(flow) <= _WIDTH:
        lines.append(flow)
        for item in place.value:
            item.key = item.line = len(lines)
        return
    lines.append(head)
    place.line += 1
    for item in place.value:
        item.key = item.line = len(lines) + 1
        if not isinstance(item.value, dict):
            lines.append(f"{' ' * indent}- {_yaml_scalar(item.value)}")
        elif not item.value:
            lines.append(f"{' ' * indent}- {{}}")
        for number, (name, inner) in enumerate(item.value.items() if isinstance(item.value, dict) else ()):
            _yaml_entry(lines, name, inner, indent + 2, "" if number else "- ")


def _yaml_scalar(value: Any, *, flow: bool = False) -> str:
    if isinstance(value, Raw):
        return value.yaml
    if isinstance(value, Coded):
        return scalar(value.code, flow=flow) if isinstance(value.value, str) else value.code
    if isinstance(value, bool):
        return "true" if value else "false"
    return scalar(value, flow=flow) if isinstance(value, str) else str(to_plain(value))


def _key(name: str) -> str:
    return name if name.isdigit() and name[0] != "0" else scalar(name)


def json_lines(root: Place) -> list[str]:
    """Give the lines of the canonical JSON and tell each place on which of them it is."""
    lines: list[str] = []
    _json(lines, root, "", "", "")
    return apart("\n".join(lines), lambda accent: json.dumps(accent)[1:-1]).split("\n")


def _json(lines: list[str], place: Place, pad: str, head: str, tail: str) -> None:
    place.key = place.line = len(lines) + 1
    held = place.value
    if not isinstance(held, (dict, list)):
        shown = held.json if isinstance(held, Raw) else json.dumps(to_plain(held), ensure_ascii=False)
        lines.append(f"{pad}{head}{shown}{tail}")
        return
    first, last = "{}" if isinstance(held, dict) else "[]"
    if not held:
        lines.append(f"{pad}{head}{first}{last}{tail}")
        return
    lines.append(f"{pad}{head}{first}")
    inner = list(held.items()) if isinstance(held, dict) else [(None, item) for item in held]
    for number, (key, item) in enumerate(inner, 1):
        name = "" if key is None else f"{json.dumps(key)}: "
        _json(lines, item, f"{pad}  ", name, "," if number < len(inner) else "")
    lines.append(f"{pad}{last}{tail}")
