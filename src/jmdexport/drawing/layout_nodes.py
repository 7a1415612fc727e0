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

import attrs

from jmdexport.drawing.plan import MapPlan, Mark
from jmdexport.drawing.shapes import reach

RING_SHARE = {5: 0.31, 4: 0.465, 3: 0.62, 2: 0.775, 1: 0.93}
"""Radius of each ring as a share of the circle's radius; equal steps."""
RING_STEP = 0.155
CENTRE_SHARE = 0.19
BAND_EDGES = (1.0, 0.6975, 0.3875)
"""Outer edge of the loose, the middle and the close band as a share of the radius."""
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
_FROM_EDGE = 0.7
_LEADERS = 0.9
_FULL = 2 * math.pi


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
    plan: MapPlan, *, radius: float, order: Mapping[str, Sequence[Mark]], scale: float
) -> tuple[tuple[Sector, ...], tuple[Spot, ...]] | None:
    """Place all marks that have a ring; ``None`` if they do not fit at this scale.

    Args:
        radius: Radius of the circle in millimetres.
        order: The marks of each group in the order in which they stand in their sector.
        scale: Factor of the marks' diameter.
    """
    shapes = {group.code: group.shape for group in plan.groups}
    bodies = {
        code: [_body(mark, shapes[code], radius, scale) for mark in marks] for code, marks in order.items()
    }
    total = sum(len(found) for found in bodies.values())
    share = {code: _FULL * (len(found) + 0.8) / (total + 0.8 * len(bodies)) for code, found in bodies.items()}
    offset = OFFSET_SHARE * RING_STEP * radius
    radii: dict[str, list[float]] = {}
    least: dict[str, float] = {}
    for code, found in bodies.items():
        radii[code], least[code] = _pack(found, (0.0,), radius)
        if least[code] > share[code]:
            radii[code], least[code] = _pack(found, (0.0, offset, -offset), radius)
    arcs = _arcs(share, least)
    if arcs is None:
        return None
    sectors, spots, start = [], [], 0.0
    for code, found in bodies.items():
        sectors.append(Sector(code, start, arcs[code]))
        angles = _angles(found, radii[code], arcs[code], radius)
        spots += [
            Spot(body.mark, body.area, body.reach, body.ring, away, start + angle)
            for body, away, angle in zip(found, radii[code], angles, strict=True)
        ]
        start += arcs[code]
    return tuple(sectors), tuple(spots)


def _body(mark: Mark, shape: str, radius: float, scale: float) -> Body:
    assert mark.ring is not None  # noqa: S101 - only marks with a ring come here
    area = mark_area(mark.size, scale=scale)
    wide = reach(shape, area) + 0.18 + (BADGE_GAP if mark.badge else 0.0)  # type: ignore[arg-type]
    return Body(mark, area, wide, RING_SHARE[mark.ring] * radius)


def _gap(first: tuple[float, float], second: tuple[float, float], radius: float) -> float:
    """Give the least angle between two marks, each given by its distance from the centre and its reach."""
    inner, outer = (first, second) if first <= second else (second, first)
    return max(_least_angle(*inner, *outer), _LEADERS / radius)


@functools.lru_cache(maxsize=65536)
def _least_angle(inner: float, inner_reach: float, outer: float, outer_reach: float) -> float:
    # The leader of the inner mark passes the outer one.
    least = math.asin(min(1.0, (outer_reach + _FROM_LEADER) / outer))
    apart = inner_reach + outer_reach + _APART
    if outer - inner < apart:
        cosine = (inner * inner + outer * outer - apart * apart) / (2 * inner * outer)
        least = max(least, math.acos(max(-1.0, min(1.0, cosine))))
    return least


def _pad(away: float, wide: float) -> float:
    """Give the least angle between a mark and the edge of its sector."""
    return math.asin(min(1.0, (wide + _FROM_EDGE) / away))


def _pack(bodies: Sequence[Body], offsets: tuple[float, ...], radius: float) -> tuple[list[float], float]:
    """Set the marks as close as they go: each one's distance from the centre, and the arc that they need."""
    placed: list[tuple[float, float]] = []
    angles: list[float] = []
    needed = 0.0
    for body in bodies:
        best: tuple[float, float] | None = None
        for offset in offsets:
            away = body.ring + offset
            angle = _earliest((away, body.reach), placed, angles, radius)
            angle = max(angle, _pad(away, body.reach))
            if best is None or angle < best[0] - 1e-9:
                best = (angle, away)
        assert best is not None  # noqa: S101 - there is always one offset
        placed.append((best[1], body.reach))
        angles.append(best[0])
        needed = max(needed, best[0] + _pad(best[1], body.reach))
    return [away for away, _ in placed], needed


def _earliest(
    body: tuple[float, float], placed: Sequence[tuple[float, float]], angles: Sequence[float], radius: float
) -> float:
    """Give the first angle at which a mark is free of all that stand before it."""
    best = 0.0
    for index in range(len(placed) - 1, -1, -1):
        if best - angles[index] > 1.2:  # no two marks need more than this: the innermost ring is wide enough
            break
        best = max(best, angles[index] + _gap(placed[index], body, radius))
    return best


def _arcs(share: Mapping[str, float], least: Mapping[str, float]) -> dict[str, float] | None:
    """Give every sector its share, or what it needs; the bottom of the circle becomes an edge if one is near."""
    needed = {code: max(least[code] * 1.01, min(0.16, 3.2 / len(share))) for code in share}
    if sum(needed.values()) > _FULL:
        return None
    arcs: dict[str, float] = {}
    open_codes, rest = list(share), _FULL
    while True:
        total = sum(share[code] for code in open_codes)
        tight = [code for code in open_codes if share[code] * rest / total < needed[code]]
        if not tight:
            arcs |= {code: share[code] * rest / total for code in open_codes}
            break
        for code in tight:
            arcs[code] = needed[code]
            rest -= needed[code]
            open_codes.remove(code)
        if not open_codes:
            stretch = _FULL / sum(arcs.values())
            arcs = {code: arc * stretch for code, arc in arcs.items()}
            break
    return _halved({code: arcs[code] for code in share}, needed)


def _halved(arcs: dict[str, float], needed: Mapping[str, float]) -> dict[str, float]:
    """Stretch both halves so that an edge comes to stand at the bottom, where that takes little."""
    codes = list(arcs)
    sums = [sum(arcs[code] for code in codes[:count]) for count in range(1, len(codes))]
    if not sums:
        return arcs
    at = min(range(len(sums)), key=lambda index: abs(sums[index] - math.pi))
    right, left = math.pi / sums[at], math.pi / (_FULL - sums[at])
    if not 0.8 < right < 1.25:
        return arcs
    turned = {code: arcs[code] * (right if index <= at else left) for index, code in enumerate(codes)}
    return turned if all(turned[code] >= needed[code] for code in codes) else arcs


def _angles(bodies: Sequence[Body], radii: Sequence[float], arc: float, radius: float) -> list[float]:
    """Spread the marks over the sector, near even steps, keeping all least distances.

    The mean of a pass from the left and one from the right keeps them too, as they are linear.
    """
    count = len(bodies)
    pairs = [(away, body.reach) for body, away in zip(bodies, radii, strict=True)]
    aims = [arc * (index + 0.5) / count for index in range(count)]
    forward = _pass(pairs, aims, arc, radius)
    backward = _pass(pairs[::-1], [arc - aim for aim in aims[::-1]], arc, radius)[::-1]
    return [(first + arc - second) / 2 for first, second in zip(forward, backward, strict=True)]


def _pass(pairs: Sequence[tuple[float, float]], aims: Sequence[float], arc: float, radius: float) -> list[float]:
    count = len(pairs)
    latest = [arc - _pad(*pair) for pair in pairs]
    for index in range(count - 2, -1, -1):
        for later in range(index + 1, count):
            if latest[later] - latest[index] > 1.2:
                break
            latest[index] = min(latest[index], latest[later] - _gap(pairs[index], pairs[later], radius))
    angles: list[float] = []
    for index, pair in enumerate(pairs):
        earliest = max(_pad(*pair), _earliest(pair, pairs[:index], angles, radius))
        angles.append(max(earliest, min(aims[index], latest[index])))
    return angles
