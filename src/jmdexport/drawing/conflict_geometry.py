"""Boxes, points and lines, for the judge of pictures: what overlaps, what crosses, how near."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TypeAlias

from jmdexport.drawing.scene import Point

Box: TypeAlias = tuple[float, float, float, float]
"""Left, upper, right and lower edge."""

TOUCH = 0.01
"""Two things count as touching from this overlap on, in millimetres; it absorbs rounding."""


def overlap(first: Box, second: Box) -> bool:
    """Tell whether two boxes overlap."""
    return (
        first[0] < second[2] - TOUCH
        and second[0] < first[2] - TOUCH
        and first[1] < second[3] - TOUCH
        and second[1] < first[3] - TOUCH
    )


def near(box: Box, point: Point) -> float:
    """Give the distance of a point from a box."""
    return math.hypot(
        max(box[0] - point[0], 0.0, point[0] - box[2]), max(box[1] - point[1], 0.0, point[1] - box[3])
    )


def crosses(line: Sequence[Point], box: Box) -> bool:
    """Tell whether a line runs through a box (cut every piece with the box, Liang and Barsky)."""
    return any(_cut(first, second, box) for first, second in itertools.pairwise(line))


def _cut(first: Point, second: Point, box: Box) -> bool:
    (ax, ay), (bx, by) = first, second
    if max(ax, bx) <= box[0] or min(ax, bx) >= box[2] or max(ay, by) <= box[1] or min(ay, by) >= box[3]:
        return False
    enter, leave = 0.0, 1.0
    for start, way, low, high in ((ax, bx - ax, box[0], box[2]), (ay, by - ay, box[1], box[3])):
        if way == 0:
            continue
        one, two = sorted(((low + TOUCH - start) / way, (high - TOUCH - start) / way))
        enter, leave = max(enter, one), min(leave, two)
    return enter < leave


def line_near(line: Sequence[Point], point: Point) -> float:
    """Give the distance of a point from a line."""
    return min(_distance(first, second, point) for first, second in itertools.pairwise(line))


def _distance(first: Point, second: Point, point: Point) -> float:
    dx, dy = second[0] - first[0], second[1] - first[1]
    square = dx * dx + dy * dy
    along = ((point[0] - first[0]) * dx + (point[1] - first[1]) * dy) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return math.dist(point, (first[0] + along * dx, first[1] + along * dy))


def crossings(lines: Sequence[Sequence[Point]]) -> int:
    """Count the pairs of lines that cross."""
    boxes = [bounds(line) for line in lines]
    return sum(
        overlap(boxes[index], boxes[other]) and meet(lines[index], lines[other])
        for index in range(len(lines))
        for other in range(index + 1, len(lines))
    )


def bounds(line: Sequence[Point]) -> Box:
    """Give the box of a line, a little widened."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs) - 0.1, min(ys) - 0.1, max(xs) + 0.1, max(ys) + 0.1


def meet(one: Sequence[Point], two: Sequence[Point]) -> bool:
    """Tell whether two lines cross."""
    return any(
        _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0
        for a, b in itertools.pairwise(one)
        for c, d in itertools.pairwise(two)
    )


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
