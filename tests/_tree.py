"""A workspace as a tree that can be spoilt, written as YAML or JSON with the line of everything known."""

from __future__ import annotations

import json
from random import Random
from typing import Any, Literal

import attrs

from jmdmodel.codec import to_plain
from jmdmodel.codec.quoting import block, scalar
from jmdmodel.workspace import Workspace


@attrs.define(eq=False)
class Tree:
    """A mapping, a list or a leaf; ``line`` is known once it was written.

    Attributes:
        kind: What it is.
        entries: Of a mapping; a key may stand there twice.
        items: Of a list.
        value: Of a leaf, a text, a number, or yes and no.
        raw: What is written for a leaf instead of its value, in YAML and in JSON.
    """

    kind: Literal["map", "list", "leaf"]
    entries: list[Entry] = attrs.field(factory=list)
    items: list[Tree] = attrs.field(factory=list)
    value: Any = None
    raw: tuple[str, str] | None = None
    line: int = 0

    def become(self, other: Tree) -> None:
        """Take over what another one is; who knows this one finds the other in its place."""
        for name in ("kind", "entries", "items", "value", "raw"):
            setattr(self, name, getattr(other, name))

    def get(self, key: str) -> Tree | None:
        """Give what stands under a key."""
        return next((entry.tree for entry in self.entries if entry.key == key), None)

    def entry(self, key: str) -> Entry:
        """Give the entry with a key."""
        return next(entry for entry in self.entries if entry.key == key)


@attrs.define(eq=False)
class Entry:
    """A key with what stands under it; ``line`` is that of the key."""

    key: str
    tree: Tree
    line: int = 0


def leaf(value: Any) -> Tree:
    return Tree("leaf", value=value)


def written_as(yaml: str, json: str) -> Tree:
    """Give a leaf that is written in just this way."""
    return Tree("leaf", raw=(yaml, json))


def grown(value: Any) -> Tree:
    """Give the tree of plain values."""
    if isinstance(value, dict):
        return Tree("map", entries=[Entry(key, grown(part)) for key, part in value.items()])
    if isinstance(value, list):
        return Tree("list", items=[grown(part) for part in value])
    return leaf(value)


def tree_of(workspace: Workspace) -> Tree:
    """Give the tree of a workspace, the version of the file format first."""
    return grown({"schema": 2, **to_plain(workspace)})


def copied(tree: Tree) -> Tree:
    """Give a tree like this one that shares nothing with it."""
    return attrs.evolve(
        tree,
        entries=[Entry(entry.key, copied(entry.tree)) for entry in tree.entries],
        items=[copied(item) for item in tree.items],
    )


@attrs.define
class _Yaml:
    """Writes YAML in the many forms that people use: lists on one line or several, blank lines, comments."""

    chance: Random
    lines: list[str] = attrs.field(factory=list)

    @property
    def next(self) -> int:
        return len(self.lines) + 1

    def fill(self, tree: Tree, indent: int) -> None:
        tree.line = self.next
        for number, entry in enumerate(tree.entries):
            if number and self.chance.random() < 0.05:
                self.lines.append(self.chance.choice(["", " " * indent + "# so ist es: x", "#"]))
            entry.line = self.next
            self.under(f"{' ' * indent}{scalar(entry.key)}:", entry.tree, indent)
        for item in tree.items:
            first = len(self.lines)
            if item.kind == "map" and item.entries:
                self.fill(item, indent + 2)
                self.lines[first] = f"{' ' * indent}- {self.lines[first][indent + 2 :]}"
            else:
                self.under(" " * indent + "-", item, indent)

    def under(self, lead: str, tree: Tree, indent: int) -> None:
        tree.line = self.next
        if tree.kind == "leaf":
            lines = self.text(tree)
            self.lines.append(f"{lead} {lines[0]}".rstrip() if not lines[0] else f"{lead} {lines[0]}")
            self.lines += [" " * (indent + 2) + line if line else "" for line in lines[1:]]
        elif not tree.entries and not tree.items:
            self.lines.append(f"{lead} {'{}' if tree.kind == 'map' else '[]'}")
        elif tree.kind == "list" and self.fits(tree) and self.chance.random() < 0.6:
            parts = []
            for item in tree.items:
                item.line = self.next
                parts.append(self.text(item, flow=True)[0])
            self.lines.append(f"{lead} [{', '.join(parts)}]")
        else:
            self.lines.append(lead)
            self.fill(tree, indent + 2)

    def fits(self, tree: Tree) -> bool:
        """Tell whether a list may stand on one line; an empty item would be none there."""
        return all(item.kind == "leaf" and (item.raw is None or item.raw[0]) for item in tree.items)

    def text(self, tree: Tree, *, flow: bool = False) -> list[str]:
        if tree.raw is not None:
            return [tree.raw[0]]
        if isinstance(tree.value, str):
            several = block(tree.value) if "\n" in tree.value and not flow else None
            return several or [scalar(tree.value, flow=flow)]
        return [json.dumps(tree.value)]


@attrs.define
class _Json:
    """Writes JSON, one entry to a line, lists of leaves on one line or several."""

    chance: Random
    lines: list[str] = attrs.field(factory=lambda: [""])

    def put(self, tree: Tree, indent: int) -> None:
        tree.line = len(self.lines)
        if tree.kind == "leaf":
            self.lines[-1] += tree.raw[1] if tree.raw else json.dumps(tree.value, ensure_ascii=False)
            return
        members: list[Any] = tree.entries or tree.items
        opening, closing = "{}" if tree.kind == "map" else "[]"
        apart = any(item.kind != "leaf" for item in tree.items) or self.chance.random() < 0.5 or tree.entries
        self.lines[-1] += opening
        for number, member in enumerate(members):
            if apart:
                self.lines.append(" " * (indent + 1))
            if isinstance(member, Entry):
                member.line = len(self.lines)
                self.lines[-1] += json.dumps(member.key, ensure_ascii=False) + ": "
            self.put(member.tree if isinstance(member, Entry) else member, indent + 1)
            self.lines[-1] += ", " if number + 1 < len(members) else ""
        if apart and members:
            self.lines.append(" " * indent)
        self.lines[-1] += closing


def written(tree: Tree, *, name: str, chance: Random) -> bytes:
    """Write a tree as its file name says; afterwards all of it knows its line."""
    if name.endswith(".json"):
        as_json = _Json(chance)
        as_json.put(tree, 0)
        return ("\n".join(as_json.lines) + "\n").encode()
    as_yaml = _Yaml(chance)
    if chance.random() < 0.5:
        as_yaml.lines.append("# Arbeitsmappe")
    as_yaml.fill(tree, 0)
    return ("\n".join(as_yaml.lines) + "\n").encode()
