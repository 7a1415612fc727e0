"""The fast path, for sound files only: JSON by msgspec or by the standard library, YAML by its nodes.

The parser says what stands there, generated functions make the values, and everything that the ordinary path
checks is checked in bulk. No parser of JSON notices a key that stands twice, and the standard library's no
key that nobody knows; but every key in the file costs a colon. So the colons are counted: those of the
file, less those within texts, must be as many as the keys that the values account for. Whoever fails takes
the ordinary path, which finds every fault with its place, or finds that there is none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from jmdmodel.codec.builders import Form, builder
from jmdmodel.codec.gathering import Gathered
from jmdmodel.codec.memos import Ids, Refused, refuse
from jmdmodel.codec.nodes import Node, has_too_many_parts, is_too_large
from jmdmodel.codec.pause import collector_paused
from jmdmodel.codec.soundness import need_sound
from jmdmodel.codec.structs import struct_decoder
from jmdmodel.workspace import COLLECTIONS, Workspace

_REFUSALS = (Refused, ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What a value of a wrong kind leads to; the errors of the standard library's parser are among these."""

_HIDDEN_COLON = re.compile(rb"\\u003[aA]")
"""A colon that is none in the file, so that it could hide one that is."""


def quick(data: bytes, *, schema: int, plain: bool = False) -> Workspace | None:
    """Give the workspace of a sound JSON file; ``None`` where the ordinary path has to look at it.

    Args:
        data: The bytes of the file.
        schema: The version of the schema that it must have.
        plain: Whether msgspec stays unused although it is installed.
    """
    decode = None if plain else struct_decoder()
    try:
        with collector_paused():
            if (
                is_too_large(data)
                or has_too_many_parts(data)
                or (b"\\" in data and _HIDDEN_COLON.search(data))
            ):
                return None
            if decode is None:
                return _from_dicts(data, schema)
            return _from_struct(data, schema, decode)
    except _REFUSALS:
        return None


def _from_struct(data: bytes, schema: int, decode: Callable[[bytes], Any]) -> Workspace:
    root = decode(data)
    if root.schema != schema:
        refuse()
    return _made(data, root, {name: getattr(root, name) or {} for name in COLLECTIONS}, form="structs")


class _Exact:
    """A number with a point or an exponent, as it was written."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text


def _from_dicts(data: bytes, schema: int) -> Workspace:
    root = json.loads(data.decode("utf-8"), parse_float=_Exact, parse_constant=_Exact)
    version = root.pop("schema")
    if version.__class__ is not int or version != schema:
        refuse()
    return _made(data, root, {name: root.get(name) or {} for name in COLLECTIONS}, form="dicts")


def quick_from_nodes(root: Node) -> Workspace | None:
    """Give the workspace of the nodes of a sound YAML file, the version taken out; else ``None``."""
    held = {name: root.entries[name] for name in COLLECTIONS if name in root.entries}
    try:
        gathered, workspace = _gathered(root, {name: node.entries for name, node in held.items()}, "nodes")
        gathered.colons_in_sound_texts()
        need_sound(workspace, gathered.words)
    except _REFUSALS:
        return None
    return workspace


def _made(data: bytes, root: Any, entries: dict[str, dict[str, Any]], *, form: Form) -> Workspace:
    """Make the workspace and look at all that the makers of its values gathered."""
    gathered, workspace = _gathered(root, entries, form)
    colons = gathered.colons_in_sound_texts() + gathered.keys + 1  # one for the version of the schema
    if data.count(b":") != colons:
        refuse()
    need_sound(workspace, gathered.words)
    return workspace


def _gathered(root: Any, entries: dict[str, dict[str, Any]], form: Form) -> tuple[Gathered, Workspace]:
    gathered = Gathered(ids=Ids(entries))
    return gathered, builder(Workspace, form=form)([root], (), gathered)[0]
