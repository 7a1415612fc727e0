"""In which order bodies and partners stand, and on which side, so that few lines cross (barycentre)."""

from __future__ import annotations

import bisect
import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from jmdexport.drawing.committee_plan import CommitteePlan

_ROUNDS = 10
_MOST_SWAPS = 6
_UNEVEN = 1.15
"""So much higher than half of all may a side become for the sake of fewer crossings."""
Cost: TypeAlias = tuple[float, float]
"""Crossings, and how far the lines go up or down."""
_ANY: Cost = (math.inf, math.inf)
Neighbours: TypeAlias = Mapping[str, Sequence[str]]


@attrs.frozen
class Order:
    """Bodies from top to bottom, and the partners of the left and the right side from top to bottom."""

    bodies: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def ordered(plan: CommitteePlan, heights: Mapping[str, float], *, room: float) -> Order:
    """Give the order with the fewest crossings of those tried, always the same for the same plan.

    Bodies and partners take turns to stand at the mean place of those they are joined with; then bodies
    that stand beside each other change places, and partners the side, as long as that saves crossings.

    Args:
        heights: Height of each partner's name.
        room: Height of a side; a side holds more only where both would.
    """
    sits, holds = _joined(plan)
    bodies = sorted(body.id for body in plan.bodies)
    best = _sides(bodies, sits, heights)
    least = _cost(best, sits)
    for _ in range(_ROUNDS):
        rank = {name: place for place, name in enumerate(_by_mean(sits, _places(bodies)))}
        bodies = sorted(bodies, key=lambda name: (_mean(holds[name], rank, len(rank) / 2), name))
        found = _sides(bodies, sits, heights)
        if (cost := _cost(found, sits, least)) < least:
            best, least = found, cost
    for _ in range(_MOST_SWAPS):
        before = least
        for place in range(len(best.bodies) - 1):
            turned = [*best.bodies]
            turned[place : place + 2] = turned[place + 1], turned[place]
            found = _sides(turned, sits, heights)
            if (cost := _cost(found, sits, least)) < least:
                best, least = found, cost
        best, least = _resided(best, least, sits, heights, room)
        if least == before:
            break
    return best


def _resided(
    order: Order, least: Cost, sits: Neighbours, heights: Mapping[str, float], room: float
) -> tuple[Order, Cost]:
    """Let each partner change the side where that saves crossings and the other side has room for it."""
    most = min(room, _UNEVEN * math.fsum(heights.values()) / 2)
    rank = _places(_by_mean(sits, _places(order.bodies)))
    for name in rank:
        here, there = (order.left, order.right) if name in order.left else (order.right, order.left)
        if math.fsum(heights[one] for one in (*there, name)) > most:
            continue
        rest = tuple(one for one in here if one != name)
        more = tuple(sorted((*there, name), key=rank.__getitem__))
        left, right = (rest, more) if name in order.left else (more, rest)
        found = Order(order.bodies, left, right)
        if (cost := _cost(found, sits, least)) < least:
            order, least = found, cost
    return order, least


def crossings(order: Order, plan: CommitteePlan) -> int:
    """Count the lines that cross in an order."""
    return int(_cost(order, _joined(plan)[0])[0])


def _joined(plan: CommitteePlan) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    sits: dict[str, list[str]] = {member.id: [] for member in sorted(plan.members, key=lambda one: one.id)}
    holds: dict[str, list[str]] = {body.id: [] for body in plan.bodies}
    for seat in sorted(plan.seats, key=lambda one: (one.member, one.body)):
        sits[seat.member].append(seat.body)
        holds[seat.body].append(seat.member)
    return sits, holds


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}


def _mean(names: Sequence[str], places: Mapping[str, int], without: float) -> float:
    """Give the mean place of some; rounded, so that the last bit of a sum never decides."""
    return round(math.fsum(places[name] for name in names) / len(names), 9) if names else without


def _by_mean(sits: Neighbours, places: Mapping[str, int]) -> list[str]:
    last = len(places) / 2
    return sorted(sits, key=lambda name: (_mean(sits[name], places, last), len(sits[name]), name))


def _sides(bodies: Sequence[str], sits: Neighbours, heights: Mapping[str, float]) -> Order:
    """Deal the partners to both sides from the top, each to the side with more room."""
    sides: tuple[list[str], list[str]] = ([], [])
    used = [0.0, 0.0]
    for name in _by_mean(sits, _places(bodies)):
        side = int(round(used[0], 6) > round(used[1], 6))
        sides[side].append(name)
        used[side] += heights[name]
    return Order(tuple(bodies), tuple(sides[0]), tuple(sides[1]))


def _cost(order: Order, sits: Neighbours, least: Cost = _ANY) -> Cost:
    """Give crossings and length of an order; not in full where it has more crossings than the least."""
    places = _places(order.bodies)
    found = _crossed(order.left, sits, places, least[0])
    found += _crossed(order.right, sits, places, least[0] - found)
    if found > least[0]:
        return found, 0.0
    return found, math.fsum(_length(side, sits, places) for side in (order.left, order.right))


def _crossed(side: Sequence[str], sits: Neighbours, places: Mapping[str, int], most: float) -> int:
    """Count pairs of lines in opposite order at both ends (inversions of a row), up to some over *most*."""
    seen: list[int] = []
    found = 0
    for name in side:
        targets = sorted([places[body] for body in sits[name]])
        for target in targets:
            found += len(seen) - bisect.bisect_right(seen, target)
        if found > most:
            return found
        for target in targets:
            bisect.insort(seen, target)
    return found


def _length(side: Sequence[str], sits: Neighbours, places: Mapping[str, int]) -> float:
    """Give how far the lines go up or down, both columns taken as of one height."""
    return round(
        math.fsum(
            abs((row + 0.5) / len(side) - (places[body] + 0.5) / len(places))
            for row, name in enumerate(side)
            for body in sits[name]
        ),
        9,
    )
