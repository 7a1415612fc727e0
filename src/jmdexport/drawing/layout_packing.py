"""How near marks may stand to each other in a sector: a row with least distances, set close and then spread.

A mark's leader runs outward along its own ray, so what is least between two neighbours is an angle, which
follows from their distances from the centre and their sizes. This is where most of the time of a layout
goes, so each try ends as soon as it is too wide. Angles are radians.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

import attrs

Stand: TypeAlias = tuple[float, float, float, float, float]
"""A mark as its neighbours see it: its distance from the centre and its reach; then three angles: what a
leader that passes it needs, the least one to an edge of the sector, one that no mark at all needs from it."""

_APART = 0.7
_FROM_LEADER = 0.55
_FROM_EDGE = 1.3
_LEADERS = 0.9
_BEYOND = math.pi / 2 - 1 + 1e-9
"""The arc sine of *s* is at most *s* + *s*³ times this."""


@attrs.frozen
class Space:
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


def packed_marks(
    on_ring: Sequence[Stand],
    offsets: tuple[float, ...],
    space: Space,
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


def spread(stands: Sequence[Stand], arc: float, space: Space) -> list[float]:
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
