"""Where keys stand that stand twice: the reader that finds them knows neither path nor privacy class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from jmdmodel.codec.nodes import Node
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.codec.raw_faults import RawFault
from jmdmodel.workspace import Workspace

_Place = tuple[tuple[str, ...], bool, bool]
"""Path of a mapping, whether its keys are identifiers, whether they are private."""


def place_duplicates(root: Node | None, found: list[RawFault]) -> list[RawFault]:
    """Give the faults of a reader with their paths, private identifiers masked (R-51)."""
    wanted = {id(fault.holder) for fault in found if fault.holder is not None}
    if not wanted:
        return found
    places: dict[int, _Place] = {}
    if root is not None:
        places = {mark: place for mark, place in _walk(root) if mark in wanted}
    return [fault if fault.holder is None else _placed(fault, places) for fault in found]


def _placed(fault: RawFault, places: dict[int, _Place]) -> RawFault:
    path, keyed, hidden = places.get(id(fault.holder), ((), False, True))
    if hidden:
        return attrs.evolve(fault.masked(), path=path, holder=None)
    return attrs.evolve(
        fault, path=(*path, *(f"/{part}" if keyed else part for part in fault.path)), holder=None
    )


def _walk(root: Node) -> Iterator[tuple[int, _Place]]:
    """Yield each mapping with its path and whether its keys may be named; what nobody knows may not."""
    waiting: list[tuple[Node, Any, bool, tuple[str, ...], bool]] = [(root, Workspace, False, (), False)]
    while waiting:
        node, cls, keyed, path, hidden = waiting.pop()
        if node.kind == "list":
            waiting += [
                (item, cls, False, (*path, f"[{number}]"), hidden)
                for number, item in enumerate(node.items, 1)
            ]
        if node.kind != "map":
            continue
        hides = hidden or (keyed and plan_of(cls)[0].hidden)
        yield id(node), (path, keyed, hides)
        plans = {plan.name: plan for plan in plan_of(cls)} if cls is not None and not keyed else {}
        for number, (name, child) in enumerate(node.entries.items(), 1):
            if keyed:
                part = f"[{number}]" if hides else f"/{name}"
                waiting.append((child, cls, False, (*path, part), hides))
            elif (plan := plans.get(name)) is not None:
                below = plan.type if is_record(plan.type) else None
                waiting.append(
                    (child, below, plan.shape == "collection", (*path, name), hidden or plan.hidden)
                )
            else:
                waiting.append((child, None, False, path, True))
