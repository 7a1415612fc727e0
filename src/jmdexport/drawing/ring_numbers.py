"""The numbers of the rings, along an edge between sectors: only where nothing is in their way."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from jmdexport.drawing.layout_nodes import Rings, Sector
from jmdexport.drawing.measure import MM_PER_POINT, line_box
from jmdexport.drawing.palette import PAPER, QUIET
from jmdexport.drawing.scene import Point, Text

_SIZE = 7.0
_LARGE_SIZE = 8.0
_LARGE_RADIUS = 95.0
_FREE = 0.15
_HALF_WIDTH = 0.3
_HALF_HEIGHT = 0.6
"""Half the box of a figure, in sizes of type."""


def ring_numbers(
    sectors: Sequence[Sector],
    rings: Rings,
    radius: float,
    *,
    centre: Point,
    discs: Sequence[tuple[Point, float]],
    lines: Sequence[tuple[Sequence[Point], float]],
) -> tuple[Text, ...]:
    """Give the numbers 1 to 5 on the upright edge at the top, else at the bottom, else none.

    Args:
        centre: The centre of the circle; *discs* and *lines* are relative to it.
        discs: Marks, each a centre and a radius, that must stay clear.
        lines: Leaders and ties, each with its width, that must stay clear.
    """
    if len(sectors) < 2:
        return ()
    size = _LARGE_SIZE if radius > _LARGE_RADIUS else _SIZE
    em = size * MM_PER_POINT
    if rings.step * radius < math.fsum(line_box(size)):
        return ()
    upright = [-1.0, *(1.0 for sector in sectors if abs(sector.start - math.pi) < 1e-9)]
    for way in upright:
        places = [(0.0, way * rings.share(step) * radius) for step in range(1, 6)]
        if all(_free(place, em, discs, lines) for place in places):
            return tuple(
                Text(
                    x=x + centre[0],
                    y=y + 0.357 * em + centre[1],
                    lines=(str(step),),
                    size=size,
                    colour=QUIET,
                    anchor="middle",
                    halo=PAPER,
                    data=(("data-role", "ring-number"),),
                )
                for step, (x, y) in enumerate(places, start=1)
            )
    return ()


def _free(
    place: Point,
    em: float,
    discs: Sequence[tuple[Point, float]],
    lines: Sequence[tuple[Sequence[Point], float]],
) -> bool:
    """Tell whether a number has room: its box for marks, for lines the circle round the box."""
    reach = math.hypot(_HALF_WIDTH, _HALF_HEIGHT) * em
    return all(_from_box(place, em, centre) > wide + _FREE for centre, wide in discs) and all(
        _distance(place, first, second) > reach + width / 2 + _FREE
        for points, width in lines
        for first, second in _near(points, place, reach + 2.0)
    )


def _from_box(place: Point, em: float, point: Point) -> float:
    dx = max(0.0, abs(point[0] - place[0]) - _HALF_WIDTH * em)
    dy = max(0.0, abs(point[1] - place[1]) - _HALF_HEIGHT * em)
    return math.hypot(dx, dy)


def _near(points: Sequence[Point], place: Point, reach: float) -> Iterator[tuple[Point, Point]]:
    """Give the pieces of a line that come near a place, roughly."""
    for first, second in itertools.pairwise(points):
        if min(first[0], second[0]) - reach < place[0] < max(first[0], second[0]) + reach:
            yield first, second


def _distance(place: Point, first: Point, second: Point) -> float:
    dx, dy = second[0] - first[0], second[1] - first[1]
    square = dx * dx + dy * dy
    along = ((place[0] - first[0]) * dx + (place[1] - first[1]) * dy) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return math.dist(place, (first[0] + along * dx, first[1] + along * dy))
