"""From degrees to millimetres: the projection of the map of the social space, and its outlines."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from jmdexport.drawing.conflict_geometry import Box
from jmdexport.drawing.scene import Point
from jmdmodel.entities.outlines import METRES_PER_DEGREE, Degrees, Rings

LEAST_GROUND = 800.0
"""The least width and height of ground that a map shows, in metres; a single point has a map as well."""
SEEN = 0.1
"""What is nearer than this to a straight line looks like one, in millimetres: the finest line is wider."""
_LEAST_COSINE = 1e-3

Shape = tuple[tuple[Point, ...], ...]
"""The rings of an area on the page: outer ones clockwise, holes the other way, none closed twice."""


@attrs.frozen
class View:
    """A stretch of ground on a rectangle of the page, north up.

    The projection is the equirectangular one: with the middle of the stretch at longitude λ₀ and latitude φ₀,
    x = m·(λ − λ₀)·cos φ₀ and y = m·(φ − φ₀), where m is the length of a degree of latitude. North–south
    distances are right; east–west ones are off by the factor cos φ₀ / cos φ, about tan φ₀ · (φ − φ₀). For a
    county that reaches 60 km from north to south at 50° that is 0.6 % at its edges, half a millimetre on a
    sheet of A4; for 100 km it is 0.9 %. The ellipsoid of the earth, which is left out, makes 0.2 %.

    Attributes:
        middle: Longitude and latitude of the middle.
        frame: The rectangle on the page.
        scale: Millimetres on the page for a metre of ground.
    """

    middle: Degrees
    frame: Box
    scale: float

    def point(self, at: Degrees) -> Point:
        """Give where a place stands on the page."""
        step = METRES_PER_DEGREE * self.scale
        x, y = (self.frame[0] + self.frame[2]) / 2, (self.frame[1] + self.frame[3]) / 2
        east = (at[0] - self.middle[0]) * max(_LEAST_COSINE, math.cos(math.radians(self.middle[1])))
        return x + east * step, y - (at[1] - self.middle[1]) * step

    def ground(self) -> Box:
        """Give the degrees that the frame shows: west, south, east, north."""
        step = METRES_PER_DEGREE * self.scale
        wide = step * max(_LEAST_COSINE, math.cos(math.radians(self.middle[1])))
        half_x, half_y = (
            (self.frame[2] - self.frame[0]) / 2 / wide,
            (self.frame[3] - self.frame[1]) / 2 / step,
        )
        x, y = self.middle
        return x - half_x, y - half_y, x + half_x, y + half_y


def bounds(points: Iterable[Degrees]) -> Box | None:
    """Give the box round some points; ``None`` if there are none."""
    found = list(points)
    if not found:
        return None
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return min(xs), min(ys), max(xs), max(ys)


def on_ground(west: float, south: float, east: float, north: float) -> tuple[float, float]:
    """Give width and height in metres of a stretch of ground, 800 m at least."""
    cosine = max(_LEAST_COSINE, math.cos(math.radians((south + north) / 2)))
    wide, high = (east - west) * METRES_PER_DEGREE * cosine, (north - south) * METRES_PER_DEGREE
    return max(LEAST_GROUND, wide), max(LEAST_GROUND, high)


def fitted(ground: Box, frame: Box, *, margin: float) -> View:
    """Give the view that shows a stretch of ground as large as the frame allows, with a margin round it."""
    west, south, east, north = ground
    wide, high = on_ground(west, south, east, north)
    room = max(1.0, frame[2] - frame[0] - 2 * margin), max(1.0, frame[3] - frame[1] - 2 * margin)
    return View(((west + east) / 2, (south + north) / 2), frame, min(room[0] / wide, room[1] / high))


def on_page(view: View, polygons: Sequence[Rings]) -> Shape:
    """Give polygons as they are drawn: cut at the frame, without what the eye cannot see.

    Points are left out where the line stays within 0.1 mm of where it was, always the same ones. A ring of
    no width stays as a line or a dot.
    """
    rings: list[tuple[Point, ...]] = []
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            drawn = clipped(thinned([view.point(at) for at in ring]), view.frame)
            if drawn:
                # Paths are filled by the turn of their rings: holes have to run against their outer ring.
                rings.append(drawn if (_turn(drawn) >= 0) is (number == 0) else drawn[::-1])
    return tuple(rings)


def _turn(ring: Sequence[Point]) -> float:
    """Give twice the area of a ring; below nought where it runs the other way."""
    return math.fsum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*ring, ring[0])))


def thinned(line: Sequence[Point], tolerance: float = SEEN) -> tuple[Point, ...]:
    """Leave out the points that do not show: first those on the spot of the last, then Douglas and Peucker.

    Example:
        >>> thinned([(0.0, 0.0), (5.0, 0.01), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0)])
        ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0))
    """
    kept = [line[0]]
    for now in line[1:-1]:
        if math.dist(now, kept[-1]) > tolerance / 2:
            kept.append(now)
    kept.append(line[-1])
    keep = {0, len(kept) - 1}
    spans = [(0, len(kept) - 1)]
    while spans:
        first, last = spans.pop()
        far, most = first, tolerance
        for index in range(first + 1, last):
            away = _away(kept[index], kept[first], kept[last])
            if away > most:
                far, most = index, away
        if far != first:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return tuple(kept[index] for index in sorted(keep))


def _away(point: Point, start: Point, end: Point) -> float:
    """Give the distance of a point from a piece of line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return math.hypot(start[0] + along * dx - point[0], start[1] + along * dy - point[1])


def clipped(ring: Sequence[Point], frame: Box) -> tuple[Point, ...]:
    """Cut a ring at a frame, edge by edge (Sutherland and Hodgman); empty where it lies outside."""
    points = list(ring[:-1]) if len(ring) > 1 and ring[0] == ring[-1] else list(ring)
    for axis, limit, sign in ((0, frame[0], 1), (1, frame[1], 1), (0, frame[2], -1), (1, frame[3], -1)):
        cut: list[Point] = []
        for before, now in zip([points[-1], *points] if points else [], points, strict=False):
            was, is_in = sign * (before[axis] - limit) >= 0, sign * (now[axis] - limit) >= 0
            if was is not is_in:
                share = (limit - before[axis]) / (now[axis] - before[axis])
                cut.append(
                    (
                        before[0] + share * (now[0] - before[0]),
                        before[1] + share * (now[1] - before[1]),
                    )
                )
            if is_in:
                cut.append(now)
        points = cut
    return tuple(points)


_STEPS = (1, 2, 5)


def bar_length(scale: float, most: float) -> tuple[int, float]:
    """Give the longest round length in metres whose bar is no longer than *most*, and how long the bar is.

    Round lengths are 1, 2 or 5 and noughts, from 10 m on. *scale* is millimetres for a metre.

    Example:
        >>> bar_length(0.006, 40.0)
        (5000, 30.0)
    """
    lengths = [step * 10**power for power in range(1, 8) for step in _STEPS]
    metres = max((one for one in lengths if one * scale <= most), default=lengths[0])
    return metres, metres * scale
