"""Where the marks stand: each on its ring and in its sector, none touching another or a foreign leader.

A mark's leader runs outward from it along its own ray, so all that can collide depends on angles: two
neighbours need an angle between them, which follows from their rings and sizes. That makes the sector a
row of marks with least distances, solved exactly by one pass forward and one backward. Angles are
radians, clockwise from the top.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from jmdexport.drawing.layout_arcs import FULL, arcs_of
from jmdexport.drawing.plan import MapPlan, Mark, Shape
from jmdexport.drawing.shapes import reach

Pair: TypeAlias = tuple[float, float]
"""Distance of a mark from the centre, and its reach."""

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
NARROW_RINGS = Rings(0.64)
"""The form for a map whose inner rings hold nearly all marks, where no other has room."""


@attrs.frozen
class Body:
    """A mark with its reach (the radius of all that is drawn of it) and its ring's radius."""

    mark: Mark
    area: float
    reach: float
    ring: float


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
    def group(self) -> str:
        """Code of the group of its mark."""
        return self.mark.group

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
    shapes = {group.code: group.shape for group in plan.groups}
    bodies = {
        code: [_body(mark, shapes[code], rings.share(mark.ring or 1) * radius, scale) for mark in marks]
        for code, marks in order.items()
    }
    total = sum(len(found) for found in bodies.values())
    share = {code: FULL * (len(found) + 0.8) / (total + 0.8 * len(bodies)) for code, found in bodies.items()}
    offset = OFFSET_SHARE * rings.step * radius
    widest = max((body.reach for found in bodies.values() for body in found), default=0.0)
    space = _Space(radius, slack, widest, {})
    radii: dict[str, list[float]] = {}
    least: dict[str, float] = {}
    for code, found in bodies.items():
        radii[code], least[code] = _pack(found, (0.0,), space)
        if least[code] > share[code]:
            radii[code], least[code] = _pack(found, (0.0, offset, -offset), space)
        if math.fsum(least.values()) > FULL:
            return None
    arcs = arcs_of(share, least)
    if arcs is None:
        return None
    sectors, spots, start = [], [], 0.0
    for code, found in bodies.items():
        sectors.append(Sector(code, start, arcs[code]))
        angles = _angles(found, radii[code], arcs[code], space)
        spots += [
            Spot(body.mark, body.area, body.reach, body.ring, away, start + angle)
            for body, away, angle in zip(found, radii[code], angles, strict=True)
        ]
        start += arcs[code]
    return tuple(sectors), tuple(spots)


def _body(mark: Mark, shape: Shape, ring: float, scale: float) -> Body:
    area = mark_area(mark.size, scale=scale)
    wide = reach(shape, area) + 0.18 + (BADGE_GAP if mark.badge else 0.0)
    return Body(mark, area, wide, ring)


@attrs.frozen
class _Space:
    """What keeps marks apart: the rim's radius, a factor of all margins, the largest reach of a mark.

    The least angles are kept, as the same few pairs of rings and sizes come again and again.
    """

    radius: float
    slack: float
    widest: float
    gaps: dict[Pair, dict[Pair, float]] = attrs.field(repr=False)

    def gap(self, first: Pair, second: Pair) -> float:
        """Give the least angle between two marks, each a distance from the centre and a reach."""
        (inner, one), (outer, two) = (first, second) if first <= second else (second, first)
        return max(_least_angle(inner, one, outer, two, self.slack), _LEADERS * self.slack / self.radius)

    def most(self, pair: Pair) -> float:
        """Give an angle that no mark at all needs from this one."""
        away, wide = pair
        apart = math.asin(min(1.0, (wide + self.widest + _APART) / away))
        return max(apart, _LEADERS * self.slack / self.radius) + 1e-6

    def pad(self, away: float, wide: float) -> float:
        """Give the least angle between a mark and the edge of its sector."""
        return math.asin(min(1.0, (wide + _FROM_EDGE * self.slack) / away))

    def earliest(self, body: Pair, placed: Sequence[Pair], angles: Sequence[float]) -> float:
        """Give the first angle at which a mark is free of all that stand before it."""
        best, most, gaps = 0.0, self.most(body), self.gaps.setdefault(body, {})
        for index in range(len(angles) - 1, -1, -1):
            angle = angles[index]
            if best - angle > most:
                break
            other = placed[index]
            gap = gaps.get(other)
            if gap is None:
                gap = gaps[other] = self.gap(other, body)
            best = max(best, angle + gap)
        return best


@functools.lru_cache(maxsize=65536)
def _least_angle(inner: float, inner_reach: float, outer: float, outer_reach: float, slack: float) -> float:
    # The leader of the inner mark passes the outer one.
    least = math.asin(min(1.0, (outer_reach + _FROM_LEADER * slack) / outer))
    apart = inner_reach + outer_reach + _APART * slack
    if outer - inner < apart:
        cosine = (inner * inner + outer * outer - apart * apart) / (2 * inner * outer)
        least = max(least, math.acos(max(-1.0, min(1.0, cosine))))
    return least


def _pack(bodies: Sequence[Body], offsets: tuple[float, ...], space: _Space) -> tuple[list[float], float]:
    """Set the marks as close as they go: each one's distance from the centre, and the arc that they need."""
    placed: list[tuple[float, float]] = []
    angles: list[float] = []
    needed = 0.0
    for body in bodies:
        best: tuple[float, float] | None = None
        for offset in offsets:
            away = body.ring + offset
            if offset and away + body.reach + 0.3 > space.radius:
                continue
            angle = max(space.earliest((away, body.reach), placed, angles), space.pad(away, body.reach))
            if best is None or angle < best[0] - 1e-9:
                best = (angle, away)
        assert best is not None  # noqa: S101 - the ring itself is always one of the offsets
        placed.append((best[1], body.reach))
        angles.append(best[0])
        needed = max(needed, best[0] + space.pad(best[1], body.reach))
    return [away for away, _ in placed], needed


def _angles(bodies: Sequence[Body], radii: Sequence[float], arc: float, space: _Space) -> list[float]:
    """Spread the marks over the sector, near even steps, keeping all least distances.

    The mean of a pass from the left and one from the right keeps them too, as they are linear.
    """
    count = len(bodies)
    pairs = [(away, body.reach) for body, away in zip(bodies, radii, strict=True)]
    aims = [arc * (index + 0.5) / count for index in range(count)]
    forward = _pass(pairs, aims, arc, space)
    backward = _pass(pairs[::-1], [arc - aim for aim in aims[::-1]], arc, space)[::-1]
    return [(first + arc - second) / 2 for first, second in zip(forward, backward, strict=True)]


def _pass(
    pairs: Sequence[tuple[float, float]], aims: Sequence[float], arc: float, space: _Space
) -> list[float]:
    count = len(pairs)
    latest = [arc - space.pad(*pair) for pair in pairs]
    for index in range(count - 2, -1, -1):
        pair = pairs[index]
        best, most, gaps = latest[index], space.most(pair), space.gaps.setdefault(pair, {})
        for later in range(index + 1, count):
            if latest[later] - best > most:
                break
            gap = gaps.get(pairs[later])
            if gap is None:
                gap = gaps[pairs[later]] = space.gap(pair, pairs[later])
            best = min(best, latest[later] - gap)
        latest[index] = best
    angles: list[float] = []
    for index, pair in enumerate(pairs):
        earliest = max(space.pad(*pair), space.earliest(pair, pairs, angles))
        angles.append(max(earliest, min(aims[index], latest[index])))
    return angles
