"""Reckoning with outlines: the rings of an area, whether a point lies in it, how far it lies from an edge.

All of it takes the ground as flat, with the degree of longitude shortened by the cosine of the latitude.
German: Umriss.
"""

from __future__ import annotations

import json
import math
from itertools import pairwise
from typing import TypeAlias

from jmdmodel.entities.geography import Position

Degrees: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees, as GeoJSON orders them."""
Ring: TypeAlias = tuple[Degrees, ...]
"""A closed line: the first point stands once more at the end."""
Rings: TypeAlias = tuple[Ring, ...]
"""A polygon: its outer ring, then its holes."""

METRES_PER_DEGREE = 111_320
"""Length of a degree of latitude, and of one of longitude at the equator; right to 0.3 % in Germany."""


def degrees(position: Position) -> Degrees:
    """Give a position as GeoJSON orders it."""
    return float(position.longitude), float(position.latitude)


def polygons(outline: str) -> tuple[Rings, ...]:
    """Give the polygons of a GeoJSON geometry, each a tuple of rings; heights are left out.

    The form of the geometry is taken as given: the model has checked it.

    Example:
        >>> polygons('{"type": "Polygon", "coordinates": [[[7, 50, 90], [8, 50], [8, 51], [7, 50, 90]]]}')
        ((((7, 50), (8, 50), (8, 51), (7, 50)),),)
    """
    geometry = json.loads(outline)
    parts = geometry["coordinates"]
    found = [parts] if geometry["type"] == "Polygon" else parts
    return tuple(
        tuple(tuple((point[0], point[1]) for point in ring) for ring in polygon) for polygon in found
    )


def holds(polygon: Rings, point: Degrees) -> bool:
    """Tell whether a point lies in a polygon: a ray from it crosses the rings, holes too, an odd time."""
    x, y = point
    crossed = 0
    for ring in polygon:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                crossed += 1
    return crossed % 2 == 1


def metres_to_edge(point: Degrees, start: Degrees, end: Degrees) -> float:
    """Give the distance from a point to an edge, flat as the ground nearly is over a few kilometres."""
    wide = METRES_PER_DEGREE * math.cos(math.radians(point[1]))
    ax, ay = (start[0] - point[0]) * wide, (start[1] - point[1]) * METRES_PER_DEGREE
    bx, by = (end[0] - point[0]) * wide, (end[1] - point[1]) * METRES_PER_DEGREE
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / length))
    return math.hypot(ax + along * (bx - ax), ay + along * (by - ay))
