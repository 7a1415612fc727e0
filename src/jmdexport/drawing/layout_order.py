"""In which order the marks of a sector stand: near those they have ties with, and spread over each ring."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from jmdexport.drawing.plan import MapPlan, Mark

_ROUNDS = 4


def ordered(plan: MapPlan) -> dict[str, tuple[Mark, ...]]:
    """Give the marks with a ring of each group, clockwise, groups in their fixed order.

    Within a ring the marks follow the mean direction of the partners they are tied to (the barycentre),
    then their identifier; the rings are interleaved so that the neighbours of a ring stand apart.
    """
    members = {
        group.code: sorted(
            (mark for mark in plan.marks if mark.group == group.code and mark.ring), key=_by_id
        )
        for group in plan.groups
    }
    order = {code: _interleaved(marks) for code, marks in members.items()}
    ties = _ties(plan)
    if not ties:
        return order
    best, least = order, _length(order, ties)
    for _ in range(_ROUNDS):
        angle = _angles(order)
        order = {
            code: _interleaved(sorted(marks, key=lambda mark: (_pull(mark.id, ties, angle), mark.id)))
            for code, marks in members.items()
        }
        length = _length(order, ties)
        if length < least - 1e-9:
            best, least = order, length
    return best


def _by_id(mark: Mark) -> str:
    return mark.id


def _ties(plan: MapPlan) -> dict[str, list[str]]:
    drawn = {mark.id for mark in plan.marks if mark.ring}
    found: dict[str, list[str]] = {}
    for link in plan.links:
        if link.a in drawn and link.b in drawn:
            found.setdefault(link.a, []).append(link.b)
            found.setdefault(link.b, []).append(link.a)
    return found


def _interleaved(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    rings: dict[int, list[Mark]] = {}
    for mark in marks:
        rings.setdefault(mark.ring or 0, []).append(mark)
    # Rings with as many marks would stand in the same places: odd ones are moved by a little.
    placed = [
        ((index + 0.5) / len(found) + (0.21 if ring % 2 else -0.21) / len(found), ring, index, mark)
        for ring, found in rings.items()
        for index, mark in enumerate(found)
    ]
    return tuple(mark for *_, mark in sorted(placed, key=lambda entry: entry[:3]))


def _angles(order: Mapping[str, Sequence[Mark]]) -> dict[str, float]:
    slots = math.fsum(len(marks) + 0.8 for marks in order.values())
    angle, start = {}, 0.0
    for marks in order.values():
        for index, mark in enumerate(marks):
            angle[mark.id] = (start + 0.4 + index + 0.5) / slots * 2 * math.pi
        start += len(marks) + 0.8
    return angle


def _pull(name: str, ties: Mapping[str, Sequence[str]], angle: Mapping[str, float]) -> float:
    """Give the mean way round to the tied partners, negative to the left; a mark without ties stays put."""
    ways = [math.remainder(angle[other] - angle[name], 2 * math.pi) for other in ties.get(name, ())]
    # Rounded, so that the last bit of a sum never decides about the order.
    return round(angle[name] + (math.fsum(ways) / len(ways) if ways else 0.0), 9)


def _length(order: Mapping[str, Sequence[Mark]], ties: Mapping[str, Sequence[str]]) -> float:
    angle = _angles(order)
    return math.fsum(
        abs(math.remainder(angle[other] - angle[name], 2 * math.pi))
        for name, found in ties.items()
        for other in found
    )
