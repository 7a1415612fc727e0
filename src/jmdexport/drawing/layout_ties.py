"""Ties between partners: straight where they can be, gently curved round the middle where they must."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping

from jmdexport.drawing.layout_nodes import CENTRE_SHARE, Spot
from jmdexport.drawing.palette import BROKERED, TIE
from jmdexport.drawing.plan import LineKind, Link
from jmdexport.drawing.scene import Group, Paint, Path, Point

WIDTHS = (0.3, 0.55, 0.85, 1.2)
"""Width of a tie by its strength, in millimetres."""
_CLEAR = 1.2
_SAMPLES = 24


def dash(kind: LineKind, width: float) -> tuple[float, ...]:
    """Give the dashes of a kind of line; dots are round ends of no length."""
    if kind == "dotted":
        return (0.01, max(0.9, 2.2 * width))
    return (max(1.8, 3.2 * width), max(1.1, 2.0 * width)) if kind == "dashed" else ()


def tie_paint(link: Link) -> Paint:
    """Give colour and line of a tie; what the service brokered has its own colour besides."""
    width = WIDTHS[min(max(link.strength, 1), 4) - 1]
    colour = BROKERED if link.brokered else TIE
    return Paint(stroke=colour, width=width, dash=dash(link.line, width), round=True)


def tie(link: Link, spots: Mapping[str, Spot], *, centre: Point, radius: float) -> Group:
    """Give the line of a tie between two placed marks."""
    start, end = spots[link.a], spots[link.b]
    steps = route((start.x, start.y), (end.x, end.y), clear=radius * CENTRE_SHARE + _CLEAR)
    moved = tuple(
        (step, tuple(part + centre[index % 2] for index, part in enumerate(numbers)))
        for step, numbers in steps
    )
    data = (
        ("data-role", "tie"),
        ("data-from", link.a),
        ("data-to", link.b),
        ("data-strength", str(link.strength)),
        ("data-brokered", "true" if link.brokered else "false"),
    )
    return Group(items=(Path(steps=moved, paint=tie_paint(link), data=data),), title=link.tooltip)


def way_of(link: Link, spots: Mapping[str, Spot], *, radius: float) -> tuple[Point, ...]:
    """Give points along a tie, relative to the centre."""
    start, end = spots[link.a], spots[link.b]
    steps = route((start.x, start.y), (end.x, end.y), clear=radius * CENTRE_SHARE + _CLEAR)
    (_, first), (step, numbers) = steps
    begin = (first[0], first[1])
    if step == "L":
        return begin, (numbers[0], numbers[1])
    return curve(begin, (numbers[0], numbers[1]), (numbers[2], numbers[3]))


def route(start: Point, end: Point, *, clear: float) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Give a line from start to end that keeps *clear* of the origin: straight, or one gentle arc."""
    if _nearest((start, end)) >= clear:
        return ("M", start), ("L", end)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    away = (-dy / length, dx / length)
    # Bend to the side on which the line passes the origin already; upward if it goes straight through.
    side = middle[0] * away[0] + middle[1] * away[1]
    sign = 1.0 if side > 1e-9 or (abs(side) <= 1e-9 and away[1] < 0) else -1.0
    bend = 2.0
    while bend < 8 * clear:
        control = (middle[0] + sign * bend * away[0], middle[1] + sign * bend * away[1])
        if _nearest(curve(start, control, end)) >= clear:
            break
        bend += 1.0
    return ("M", start), ("Q", (*control, *end))


def curve(start: Point, control: Point, end: Point, samples: int = _SAMPLES) -> tuple[Point, ...]:
    """Give points along a quadratic curve."""
    points = []
    for index in range(samples + 1):
        t = index / samples
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1])
        )
    return tuple(points)


def _nearest(points: tuple[Point, ...]) -> float:
    """Give the distance of a line of straight pieces from the origin."""
    return min(_distance(first, second) for first, second in itertools.pairwise(points))


def _distance(first: Point, second: Point) -> float:
    dx, dy = second[0] - first[0], second[1] - first[1]
    square = dx * dx + dy * dy
    t = 0.0 if square == 0 else max(0.0, min(1.0, -(first[0] * dx + first[1] * dy) / square))
    return math.hypot(first[0] + t * dx, first[1] + t * dy)
