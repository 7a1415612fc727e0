"""Partners as rays: all that is drawn of one stands on one ray, and rays keep clear of each other.

A picture of several years, or of a change, draws more than one sign of a partner: the same angle, other
rings. What can collide still depends on angles alone. Two rays need an angle between them that follows
from the signs on both; so a sector is a row of rays with least distances, as it is a row of marks on the
map of one year, and is solved exactly by one pass forward and one backward. Angles are radians,
clockwise from the top.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TypeAlias

import attrs

from jmdexport.drawing.layout_arcs import FULL, arcs_of
from jmdexport.drawing.layout_nodes import Sector
from jmdexport.drawing.scene import Point

Disc: TypeAlias = tuple[float, float]
"""A sign: its distance from the centre, and how far it reaches to all sides."""

_APART = 0.7
_FROM_LEADER = 0.55
_FROM_EDGE = 1.3
LEADERS = 0.9
"""The least way between two rays at the rim, in millimetres."""
_MARGIN = 0.3
"""What stays free between a sign moved to a half-ring and the rim."""
_BETWEEN_SECTORS = 0.8
"""How many rays the edge of a sector counts as when the circle is divided."""


@attrs.frozen
class Ray:
    """A partner with its signs.

    Attributes:
        key: Its identifier.
        layers: The signs in each picture that is drawn with these angles; signs of different pictures
            never meet. A picture without the partner has an empty layer.
    """

    key: str
    layers: tuple[tuple[Disc, ...], ...]

    def moved(self, offset: float) -> Ray:
        """Give the ray with all its signs moved outward."""
        if not offset:
            return self
        return Ray(self.key, tuple(tuple((away + offset, wide) for away, wide in at) for at in self.layers))

    @property
    def outermost(self) -> float:
        """How far the ray's signs reach from the centre."""
        return max((away + wide for layer in self.layers for away, wide in layer), default=0.0)


@attrs.frozen
class Fan:
    """Sectors and rays in their places.

    Attributes:
        sectors: The sectors, clockwise from the top.
        angles: The angle of each ray by key.
        offsets: How far the signs of each ray stand off their rings: nought, or half-rings.
    """

    sectors: tuple[Sector, ...]
    angles: Mapping[str, float]
    offsets: Mapping[str, float]


@attrs.frozen
class _Space:
    """What keeps rays apart: the radius of the rim, a factor of all margins, the largest reach of a sign,
    the least way between two rays at the rim."""

    radius: float
    slack: float
    widest: float
    leaders: float
    gaps: dict[tuple[Ray, Ray], float] = attrs.field(repr=False)

    def gap(self, first: Ray, second: Ray) -> float:
        """Give the least angle between two rays."""
        found = self.gaps.get((first, second))
        if found is None:
            found = self.leaders / self.radius
            for ours, theirs in zip(first.layers, second.layers, strict=True):
                for one in ours:
                    for other in theirs:
                        inner, outer = (one, other) if one <= other else (other, one)
                        found = max(found, _least_angle(*inner, *outer, self.slack))
            self.gaps[first, second] = found
        return found

    def most(self, ray: Ray) -> float:
        """Give an angle that no ray at all needs from this one."""
        discs = [disc for layer in ray.layers for disc in layer]
        apart = (math.asin(min(1.0, (wide + self.widest + _APART) / away)) for away, wide in discs)
        return max([self.leaders / self.radius, *apart]) + 1e-6

    def earliest(self, ray: Ray, placed: Sequence[Ray], angles: Sequence[float]) -> float:
        """Give the first angle at which a ray is free of the edge and of all that stand before it."""
        best, most = self.pad(ray), self.most(ray)
        for other, angle in zip(reversed(placed[: len(angles)]), reversed(angles), strict=True):
            if best - angle > most:
                break
            best = max(best, angle + self.gap(other, ray))
        return best

    def pad(self, ray: Ray) -> float:
        """Give the least angle between a ray and the edge of its sector."""
        discs = [disc for layer in ray.layers for disc in layer]
        return max(
            (math.asin(min(1.0, (wide + _FROM_EDGE * self.slack) / away)) for away, wide in discs),
            default=0.0,
        )


@functools.lru_cache(maxsize=65536)
def _least_angle(inner: float, inner_reach: float, outer: float, outer_reach: float, slack: float) -> float:
    # What leads outward from the inner sign passes the outer one.
    least = math.asin(min(1.0, (outer_reach + _FROM_LEADER * slack) / outer))
    apart = inner_reach + outer_reach + _APART * slack
    if outer - inner < apart:
        cosine = (inner * inner + outer * outer - apart * apart) / (2 * inner * outer)
        least = max(least, math.acos(max(-1.0, min(1.0, cosine))))
    return least


def fan(
    groups: Mapping[str, Sequence[Ray]],
    *,
    radius: float,
    offset: float,
    slack: float = 1.0,
    leaders: float = 0.0,
) -> Fan | None:
    """Place the rays of each group in its sector; ``None`` if they do not fit.

    Args:
        groups: The rays of each group in their order, groups clockwise from the top.
        radius: Radius of the circle in millimetres.
        offset: How far a half-ring lies from its ring; used only where a sector is too narrow without.
        slack: Factor of the margins between signs.
        leaders: The least way between two rays at the rim; a little less than a millimetre if not given.
    """
    discs = [disc for rays in groups.values() for ray in rays for layer in ray.layers for disc in layer]
    space = _Space(
        radius, slack, max((wide for _, wide in discs), default=0.0), leaders or LEADERS * slack, {}
    )
    total = sum(len(rays) for rays in groups.values()) + _BETWEEN_SECTORS * len(groups)
    share = {code: FULL * (len(rays) + _BETWEEN_SECTORS) / total for code, rays in groups.items()}
    packed: dict[str, list[tuple[Ray, float]]] = {}
    least: dict[str, float] = {}
    for code, rays in groups.items():
        packed[code], least[code] = _pack(rays, (0.0,), space)
        if least[code] > share[code]:
            packed[code], least[code] = _pack(rays, (0.0, offset, -offset), space)
        if math.fsum(least.values()) > FULL:
            return None
    arcs = arcs_of(share, least)
    if arcs is None:
        return None
    sectors, angles, offsets, start = [], {}, {}, 0.0
    for code, found in packed.items():
        sectors.append(Sector(code, start, arcs[code]))
        placed = _angles([ray for ray, _ in found], arcs[code], space)
        for (ray, moved), angle in zip(found, placed, strict=True):
            angles[ray.key], offsets[ray.key] = start + angle, moved
        start += arcs[code]
    return Fan(tuple(sectors), angles, offsets)


def _pack(
    rays: Sequence[Ray], offsets: tuple[float, ...], space: _Space
) -> tuple[list[tuple[Ray, float]], float]:
    """Set the rays as close as they go: each with its half-ring, and the arc that they need."""
    placed: list[Ray] = []
    angles: list[float] = []
    chosen: list[tuple[Ray, float]] = []
    needed = 0.0
    for given in rays:
        best: tuple[float, Ray, float] | None = None
        for offset in offsets:
            ray = given.moved(offset)
            if offset and ray.outermost + _MARGIN > space.radius:
                continue
            angle = space.earliest(ray, placed, angles)
            if best is None or angle < best[0] - 1e-9:
                best = (angle, ray, offset)
        assert best is not None  # noqa: S101 - the ring itself is always one of the offsets
        angle, ray, offset = best
        placed.append(ray)
        angles.append(angle)
        chosen.append((ray, offset))
        needed = max(needed, angle + space.pad(ray))
    return chosen, needed


def _angles(rays: Sequence[Ray], arc: float, space: _Space) -> list[float]:
    """Spread the rays over the sector, near even steps, keeping all least distances.

    The mean of a pass from the left and one from the right keeps them too, as they are linear.
    """
    aims = [arc * (index + 0.5) / len(rays) for index in range(len(rays))]
    forward = _pass(rays, aims, arc, space)
    backward = _pass(rays[::-1], [arc - aim for aim in aims[::-1]], arc, space)[::-1]
    return [(first + arc - second) / 2 for first, second in zip(forward, backward, strict=True)]


def _pass(rays: Sequence[Ray], aims: Sequence[float], arc: float, space: _Space) -> list[float]:
    latest = [arc - space.pad(ray) for ray in rays]
    for index in range(len(rays) - 2, -1, -1):
        most = space.most(rays[index])
        for later in range(index + 1, len(rays)):
            if latest[later] - latest[index] > most:
                break
            latest[index] = min(latest[index], latest[later] - space.gap(rays[index], rays[later]))
    angles: list[float] = []
    for index, ray in enumerate(rays):
        angles.append(max(space.earliest(ray, rays, angles), min(aims[index], latest[index])))
    return angles


def tangled(leaders: Sequence[Sequence[Point]]) -> bool:
    """Tell whether two leaders cross, where they run from the rim to their labels."""
    ends = [
        (min(line[-2][1], line[-1][1]), max(line[-2][1], line[-1][1]), line[-2], line[-1])
        for line in leaders
        if len(line) > 1
    ]
    # From top to bottom: with what begins below the end of a line, it has nothing in common.
    ends.sort(key=itemgetter(0))
    for at, (_, low, a, b) in enumerate(ends):
        left, right = min(a[0], b[0]), max(a[0], b[0])
        for top, _, c, d in itertools.islice(ends, at + 1, None):
            if top > low:
                break
            if (c[0] < left and d[0] < left) or (c[0] > right and d[0] > right):
                continue
            if _meet(a, b, c, d):
                return True
    return False


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
