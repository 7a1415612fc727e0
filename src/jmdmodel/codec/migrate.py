"""Files of older versions, brought to the present one step by step, on the nodes, before anything is typed.

A step changes nodes in place and keeps their lines, so that faults, findings and comments of an older
file are still placed where its writer sees them. Each version is kept as an example in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from jmdmodel.codec.nodes import SCHEMA_VERSION, Node, list_node, map_node

__all__ = ["STEPS", "migrate"]


def migrate(root: Node | None) -> Node | None:
    """Bring the nodes of an older file to the present version; give the node that told the older one.

    What is no version of the past is left alone: the reader says what is wrong with it.
    """
    told = root.entries.get("schema") if root is not None and root.kind == "map" else None
    if root is None or told is None or told.kind not in ("scalar", "number"):
        return None
    older = next((version for version in STEPS if told.text == str(version)), None)
    if older is None:
        return None
    for version in range(older, SCHEMA_VERSION):
        STEPS[version](root)
    return told


def _from_1(root: Node) -> None:
    """From 1 to 2: states of contacts have days, and several offers may close a gap."""
    _date_contact_states(root)
    _list_offers_of_gaps(root)


def _date_contact_states(root: Node) -> None:
    """Make the one state of a contact the first of its dated states.

    Version 1 overwrote a contact's state; since version 2 each state has the day from which it holds.
    A state of version 1 has no day, so it holds from the beginning.
    """
    for contact in _things(root, "contacts"):
        if "state" not in contact.entries or "states" in contact.entries:
            continue
        contact.entries = {
            ("states" if name == "state" else name): (_first_state(node) if name == "state" else node)
            for name, node in contact.entries.items()
        }


def _first_state(state: Node) -> Node:
    states, standing = list_node(state.line, state.column), map_node(state.line, state.column)
    for node in (states, standing):
        node.key_line, node.key_column = state.key_line, state.key_column
    standing.entries["state"] = state
    states.items.append(standing)
    return states


def _list_offers_of_gaps(root: Node) -> None:
    """Make the one offer that a gap came to the first of its offers."""
    for gap in _things(root, "gaps"):
        if "offer" not in gap.entries or "offers" in gap.entries:
            continue
        gap.entries = {
            ("offers" if name == "offer" else name): (_only_item(node) if name == "offer" else node)
            for name, node in gap.entries.items()
        }


def _only_item(node: Node) -> Node:
    items = list_node(node.line, node.column)
    items.key_line, items.key_column = node.key_line, node.key_column
    items.items.append(node)
    return items


def _things(root: Node, collection: str) -> list[Node]:
    held = root.entries.get(collection)
    things = held.entries.values() if held is not None and held.kind == "map" else ()
    return [thing for thing in things if thing.kind == "map"]


STEPS: Mapping[int, Callable[[Node], None]] = MappingProxyType({1: _from_1})
"""The step from each older version to the next one."""
