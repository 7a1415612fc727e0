"""Numbers round the circle, one slot each, where no partner's name has room: the names stand in the index.

The slots lie on one ring or, taking turns, on two. Along a ring each needs the room that its box takes
seen from the centre, so the slots are a row of least distances round the circle, solved exactly as the
stack of labels is. The names of the groups stand in the index.
"""

from __future__ import annotations

import bisect
import math

import attrs

from jmdexport.drawing.layout_arcs import FULL
from jmdexport.drawing.layout_labels import RIM, Entry, Placed, Side, isotonic, steepest
from jmdexport.drawing.layout_nodes import Spot
from jmdexport.drawing.layout_sides import SLOPE, Task
from jmdexport.drawing.measure import line_box, text_width
from jmdexport.drawing.scene import Point

_STEPS = 720
_GAPS = (3.0, 5.0, 8.0)
"""Distances of the rim from the numbers, in the order in which they are tried."""
_APART = 0.5
_LEADER = 0.6
"""Room beside a number, and for the leader that passes it."""


@attrs.frozen
class _Ring:
    """The slots: radius of the rim, distance of the first ring from it, rings, size of a number's box."""

    rim: float
    gap: float
    tiers: int
    width: float
    height: float

    def deep(self, angle: float) -> float:
        """Give how far a box reaches along its ray."""
        return self.width * abs(math.sin(angle)) + self.height * abs(math.cos(angle))

    def broad(self, angle: float) -> float:
        """Give how far a box reaches across its ray."""
        return self.width * abs(math.cos(angle)) + self.height * abs(math.sin(angle))

    @property
    def first(self) -> float:
        """Where the boxes of the first ring begin."""
        return self.rim + self.gap

    @property
    def outer(self) -> float:
        """Where the slots end."""
        return self.first + self.tiers * (math.hypot(self.width, self.height) + _APART)

    def begins(self, tier: int) -> float:
        """Give where the box of a slot begins on its ray; the second ring leaves room for the largest box."""
        return self.first + tier * (math.hypot(self.width, self.height) + _APART)

    def capacity(self) -> list[float]:
        """Give how many numbers have room from the top to each angle, clockwise in even steps."""
        beside = _APART + (_LEADER if self.tiers > 1 else 0.0)
        step, found = FULL / _STEPS, [0.0]
        for at in range(_STEPS):
            angle = (at + 0.5) * step
            middle = self.first + self.deep(angle) / 2
            found.append(found[-1] + self.tiers * middle * step / (self.broad(angle) + beside))
        return found


def slots(task: Task) -> tuple[Placed, ...] | None:
    """Place the numbers of all marks round the circle; ``None`` if they do not fit."""
    widest = max(text_width(str(task.numbers[spot.mark.id]), size=task.size) for spot in task.spots)
    for tiers in (1, 2):
        for gap in _GAPS:
            ring = _Ring(task.radius + RIM, gap, tiers, widest, math.fsum(line_box(task.size)))
            if ring.outer > min(task.room.half, task.room.edge):
                continue
            placed = _placed(task, ring)
            if placed is not None and steepest([one.leader[:3] for one in placed]) >= SLOPE:
                return tuple(placed)
    return None


def _placed(task: Task, ring: _Ring) -> list[Placed] | None:
    capacity = ring.capacity()
    spots = sorted(task.spots, key=lambda spot: spot.angle)
    if len(spots) > capacity[-1]:
        return None
    aims = [_at(capacity, spot.angle) - at for at, spot in enumerate(spots)]
    most = capacity[-1] - len(spots) + 0.5
    levels = [min(max(level, 0.5), most) for level in isotonic(aims)]
    angles = [_angle(capacity, level + at) for at, level in enumerate(levels)]
    return [_slot(task, ring, spot, angles[at], at % ring.tiers) for at, spot in enumerate(spots)]


def _at(capacity: list[float], angle: float) -> float:
    place = angle / FULL * _STEPS
    index = min(int(place), _STEPS - 1)
    return capacity[index] + (place - index) * (capacity[index + 1] - capacity[index])


def _angle(capacity: list[float], value: float) -> float:
    index = min(max(bisect.bisect_right(capacity, value) - 1, 0), _STEPS - 1)
    share = (value - capacity[index]) / (capacity[index + 1] - capacity[index])
    return (index + share) * FULL / _STEPS


def _slot(task: Task, ring: _Ring, spot: Spot, angle: float, tier: int) -> Placed:
    """Place one number; its leader bends at the rim, and once more where it passes the first ring."""
    text = str(task.numbers[spot.mark.id])
    begins = ring.begins(tier)
    x, y = _point(angle, begins + ring.deep(angle) / 2)
    side: Side = "right" if x >= 0 else "left"
    half = text_width(text, size=task.size) / 2 * (1 if side == "right" else -1)
    leader = [_point(spot.angle, spot.radius + spot.reach), _point(spot.angle, ring.rim + 0.4)]
    leader += [_point(angle, ring.first - 0.3)] + ([_point(angle, begins - 0.3)] if tier else [])
    entry = Entry(spot.mark.id, (text,), "label", y, task.size, spot, tight=task.tight)
    return Placed(entry, side, x - half, y - ring.height / 2, tuple(leader))


def _point(angle: float, away: float) -> Point:
    return away * math.sin(angle), -away * math.cos(angle)
