"""Where the marks stand: each on its ring and in its sector, none touching another or a foreign leader.

A mark's leader runs outward from it along its own ray, so all that can collide depends on angles: two
neighbours need an angle between them, which follows from their rings and sizes. That makes the sector a
row of marks with least distances, solved exactly by one pass forward and one backward. Angles are
radians, clockwise from the top.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import attrs

from jmdexport.drawing.layout_arcs import FULL, arcs_of
from jmdexport.drawing.plan import MapPlan, Mark, Shape
from jmdexport.drawing.shapes import reach

Stand: TypeAlias = tuple[float, float, float, float, float]
"""A mark as its neighbours see it: its distance from the centre and its reach; then three angles: what a
leader that passes it needs, the least one to an edge of the sector, one that no mark at all needs from it."""

CENTRE_SHARE = 0.2
"""Radius of the disc in the middle as a share of the circle's radius."""
_OUTERMOST = 0.902
OFFSET_SHARE = 0.27
"""How far a half-ring lies from its ring, as a share of the step between rings."""
AREA = 4.6
"""Area of a mark of the least importance on a circle of 75 mm, in mm²."""
OPEN_SIZE = 3
"""The size in which a mark without a rated importance is drawn, open and dashed."""
BADGE_GAP = 0.75
"""How far the ring of a badge lies outside its mark."""
_APART = 0.7
_FROM_LEADER = 0.55
_FROM_EDGE = 1.3
_LEADERS = 0.9
_BEYOND = math.pi / 2 - 1 + 1e-9
"""The arc sine of *s* is at most *s* + *s*³ times this."""


@attrs.frozen
class Rings:
    """Where the five rings lie, as shares of the circle's radius, in equal steps.

    An inner ring with very many marks is drawn wider than usual, so that they fit.
    """

    inner: float = 0.31

    @property
    def step(self) -> float:
        """Distance of two rings."""
        return (_OUTERMOST - self.inner) / 4

    def share(self, ring: int) -> float:
        """Radius of a ring, 1 loose to 5 close."""
        return self.inner + (5 - ring) * self.step

    @property
    def bands(self) -> tuple[float, float, float]:
        """Outer edges of the loose, the middle and the close band."""
        return 1.0, self.share(3) + self.step / 2, self.share(5) + self.step / 2


RINGS = (Rings(0.31), Rings(0.42), Rings(0.53))
"""The forms of the rings in the order in which they are tried."""


@attrs.frozen
class Spot:
    """A placed mark; ``radius`` and ``angle`` from the centre, ``ring`` the exact radius of its ring."""

    mark: Mark
    area: float
    reach: float
    ring: float
    radius: float
    angle: float

    @property
    def x(self) -> float:
        """Distance to the right of the centre."""
        return self.radius * math.sin(self.angle)

    @property
    def y(self) -> float:
        """Distance below the centre."""
        return -self.radius * math.cos(self.angle)


@attrs.frozen
class Sector:
    """A placed sector: code of the group, where it starts, how wide it is."""

    code: str
    start: float
    arc: float


def mark_area(size: int | None, *, scale: float) -> float:
    """Give the area of a mark; it grows evenly with the importance."""
    return AREA * scale * scale * (size or OPEN_SIZE)


def place(
    plan: MapPlan,
    *,
    radius: float,
    rings: Rings,
    order: Mapping[str, Sequence[Mark]],
    scale: float,
    slack: float = 1.0,
) -> tuple[tuple[Sector, ...], tuple[Spot, ...]] | None:
    """Place all marks that have a ring; ``None`` if they do not fit at this scale.

    Args:
        radius: Radius of the circle in millimetres.
        order: The marks of each group in the order in which they stand in their sector.
        scale: Factor of the marks' diameter.
        slack: Factor of the margins between marks.
    """
    signs = _Signs({group.code: group.shape for group in plan.groups}, scale, {})
    wides = {code: [signs.of(mark)[1] for mark in marks] for code, marks in order.items()}
    total = sum(len(marks) for marks in order.values())
    share = {code: FULL * (len(marks) + 0.8) / (total + 0.8 * len(order)) for code, marks in order.items()}
    offset = OFFSET_SHARE * rings.step * radius
    space = _Space(radius, slack, max((wide for found in wides.values() for wide in found), default=0.0))
    circles = {ring: rings.share(ring) * radius for ring in range(1, 6)}
    stands: dict[str, list[Stand]] = {}
    least: dict[str, float] = {}
    for code, marks in order.items():
        on_ring = [
            space.stand(circles[mark.ring or 1], wide) for mark, wide in zip(marks, wides[code], strict=True)
        ]
        before = list(least.values())
        packed = _pack(on_ring, (0.0,), space, before=(), most=share[code])
        packed = packed or _pack(on_ring, (0.0, offset, -offset), space, before=before, most=FULL)
        if packed is None:
            return None
        stands[code], least[code] = packed
        if math.fsum(least.values()) > FULL:
            return None
    arcs = arcs_of(share, least)
    if arcs is None:
        return None
    sectors, spots, start = [], [], 0.0
    for code, marks in order.items():
        sectors.append(Sector(code, start, arcs[code]))
        angles = _angles(stands[code], arcs[code], space)
        spots += [
            Spot(mark, *signs.of(mark), circles[mark.ring or 1], away, start + angle)
            for mark, (away, *_), angle in zip(marks, stands[code], angles, strict=True)
        ]
        start += arcs[code]
    return tuple(sectors), tuple(spots)


@attrs.frozen
class _Signs:
    """How large the marks are at a scale: the same few sizes come again and again."""

    shapes: Mapping[str, Shape]
    scale: float
    known: dict[tuple[str, int | None, bool], tuple[float, float]]

    def of(self, mark: Mark) -> tuple[float, float]:
        """Give the area of a mark and its reach: the radius of all that is drawn of it."""
        key = mark.group, mark.size, mark.badge
        found = self.known.get(key)
        if found is None:
            area = mark_area(mark.size, scale=self.scale)
            wide = reach(self.shapes[mark.group], area) + 0.18 + (BADGE_GAP if mark.badge else 0.0)
            found = self.known[key] = area, wide
        return found


@attrs.frozen
class _Space:
    """What keeps marks apart: the rim's radius, a factor of all margins, the largest reach of a mark."""

    radius: float
    slack: float
    widest: float

    def stand(self, away: float, wide: float) -> Stand:
        """Give how a mark of a reach looks to its neighbours at a distance from the centre."""
        leaders = _LEADERS * self.slack / self.radius
        passing = math.asin(min(1.0, (wide + _FROM_LEADER * self.slack) / away))
        edge = math.asin(min(1.0, (wide + _FROM_EDGE * self.slack) / away))
        sine = min(1.0, (wide + self.widest + _APART) / away)
        # No arc sine is larger than this, and it is quicker to tell.
        most = sine * (1 + _BEYOND * sine * sine)
        return away, wide, max(passing, leaders), edge, max(most, leaders) + 1e-6

    def gap(self, one: Stand, other: Stand) -> float:
        """Give the least angle between two marks."""
        inner, outer = (one, other) if one[:2] <= other[:2] else (other, one)
        # The leader of the inner mark passes the outer one.
        least = outer[2]
        apart = inner[1] + outer[1] + _APART * self.slack
        if outer[0] - inner[0] < apart:
            least = max(least, _turn(inner[0], outer[0], apart))
        return least


def _turn(one: float, other: float, apart: float) -> float:
    """Give the angle at the centre between two places that are so far from it and from each other."""
    return math.acos(max(-1.0, min(1.0, (one * one + other * other - apart * apart) / (2 * one * other))))


def _pack(
    on_ring: Sequence[Stand],
    offsets: tuple[float, ...],
    space: _Space,
    *,
    before: Sequence[float],
    most: float,
) -> tuple[list[Stand], float] | None:
    """Set the marks as close as they go: where each one stands, and the arc that they need.

    Args:
        before: Arcs that other sectors need.
        most: ``None`` comes out as soon as these and the arc are more.
    """
    placed: list[Stand] = []
    angles: list[float] = []
    needed = 0.0
    margin = _APART * space.slack
    for ring in on_ring:
        angle, chosen = math.inf, ring
        for offset in offsets:
            if offset and ring[0] + offset + ring[1] + 0.3 > space.radius:
                continue
            stand = space.stand(ring[0] + offset, ring[1]) if offset else ring
            found = _earliest(stand, placed, angles, margin, angle - 1e-9)
            if found < angle - 1e-9:
                angle, chosen = found, stand
        placed.append(chosen)
        angles.append(angle)
        if angle + chosen[3] > needed:
            needed = angle + chosen[3]
            if math.fsum((*before, needed)) > most:
                return None
    return placed, needed


def _earliest(
    stand: Stand, placed: Sequence[Stand], angles: Sequence[float], margin: float, limit: float
) -> float:
    """Give the first angle at which a mark is free of the edge and of all that stand before it.

    The heart of the layout, so it asks for nothing twice; from *limit* on any angle is as good as another.
    """
    away, wide, passing, best, most = stand
    for index in range(len(angles) - 1, -1, -1):
        angle = angles[index]
        if best - angle > most or best >= limit:
            break
        other, reached, least, _, _ = placed[index]
        apart = reached + wide + margin
        beyond = other - away
        if beyond < 0 or (beyond == 0 and reached <= wide):
            beyond, least = -beyond, passing
        if angle + least > best:  # noqa: PLR1730 - a call of max() would cost more than all the rest
            best = angle + least
        if beyond < apart:
            turned = angle + _turn(other, away, apart)
            if turned > best:  # noqa: PLR1730 - the same
                best = turned
    return best


def _angles(stands: Sequence[Stand], arc: float, space: _Space) -> list[float]:
    """Spread the marks over the sector, near even steps, keeping all least distances.

    The mean of a pass from the left and one from the right keeps them too, as they are linear.
    """
    count = len(stands)
    aims = [arc * (index + 0.5) / count for index in range(count)]
    gaps: dict[int, float] = {}

    def gap(one: int, other: int) -> float:
        key = one * count + other
        found = gaps.get(key)
        if found is None:
            found = gaps[key] = gaps[other * count + one] = space.gap(stands[one], stands[other])
        return found

    order = range(count)
    forward = _pass(stands, order, aims, arc, gap)
    backward = _pass(stands, order[::-1], [arc - aim for aim in aims[::-1]], arc, gap)[::-1]
    return [(first + arc - second) / 2 for first, second in zip(forward, backward, strict=True)]


def _pass(
    stands: Sequence[Stand],
    order: Sequence[int],
    aims: Sequence[float],
    arc: float,
    gap: Callable[[int, int], float],
) -> list[float]:
    count = len(order)
    latest = [arc - stands[place][3] for place in order]
    for index in range(count - 2, -1, -1):
        place = order[index]
        best, most = latest[index], stands[place][4]
        for later in range(index + 1, count):
            if latest[later] - best > most:
                break
            best = min(best, latest[later] - gap(place, order[later]))
        latest[index] = best
    angles: list[float] = []
    for index, place in enumerate(order):
        *_, best, most = stands[place]
        for earlier in range(index - 1, -1, -1):
            if best - angles[earlier] > most:
                break
            best = max(best, angles[earlier] + gap(order[earlier], place))
        angles.append(max(best, min(aims[index], latest[index])))
    return angles
