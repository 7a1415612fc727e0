"""Count what cannot be read in a picture of a peer: boxes of names, circles of nodes, straight ties.

The figures have the meaning of :mod:`jmdexport.drawing.conflicts`, with one difference that favours the
peers: a name may cover its own node and the ties that end there, since they set names onto nodes.
"""

from __future__ import annotations

import itertools
import math
import statistics
import subprocess
from collections.abc import Mapping, Sequence
from itertools import combinations

import attrs

from jmdexport.drawing import MapPlan
from jmdexport.drawing.measure import line_box, text_width

Point = tuple[float, ...]
Box = tuple[float, ...]
_TOUCH = 0.01
_MARGIN = 10.0


@attrs.frozen(kw_only=True)
class Picture:
    """Where a peer sets nodes, names and ties, in millimetres."""

    points: Mapping[str, Point]
    own: Mapping[str, Point]
    """Where the layout sets the nodes about its middle, before the page stretches what it made."""
    labels: Mapping[str, Box]
    ties: Sequence[tuple[str, str]]
    radius: float
    page: tuple[float, float]


def count(picture: Picture) -> tuple[int, int, int, int, int, int]:
    """Count overlaps (LL, LN, NN), crossings (X), names crossed by a line (LE), names off the page (OUT)."""
    points, labels = picture.points, picture.labels
    return (
        sum(_overlap(one, two) for one, two in combinations(labels.values(), 2)),
        sum(
            name != owner and _near(box, point) < picture.radius - _TOUCH
            for owner, box in labels.items()
            for name, point in points.items()
        ),
        sum(
            math.dist(one, two) < 2 * picture.radius - _TOUCH for one, two in combinations(points.values(), 2)
        ),
        sum(
            not {*one} & {*two} and _meet(points[one[0]], points[one[1]], points[two[0]], points[two[1]])
            for one, two in combinations(picture.ties, 2)
        ),
        sum(
            owner not in tie and _cut(points[tie[0]], points[tie[1]], box)
            for owner, box in labels.items()
            for tie in picture.ties
        ),
        sum(
            box[0] < -_TOUCH
            or box[1] < -_TOUCH
            or box[2] > picture.page[0] + _TOUCH
            or box[3] > picture.page[1] + _TOUCH
            for box in labels.values()
        ),
    )


def off_rings(picture: Picture, plan: MapPlan) -> int:
    """Count nodes that stand off the ring of their step, by more than 0.3 of the way to the next ring.

    The ring of a step is where half of its nodes stand nearer and half further off; where the rings are in a
    wrong order, all nodes count.
    """
    away: dict[int, list[float]] = {}
    for mark in plan.marks:
        if mark.ring:
            away.setdefault(mark.ring, []).append(math.hypot(*picture.own[mark.id]))
    rings = {step: statistics.median(found) for step, found in away.items()}
    inward = [rings[step] for step in sorted(rings)]
    if len(inward) < 2:
        return 0
    if inward != sorted(inward, reverse=True):
        return sum(map(len, away.values()))
    step = (inward[0] - inward[-1]) / (max(rings) - min(rings))
    return sum(abs(far - rings[ring]) > 0.3 * step for ring, found in away.items() for far in found)


def off_sectors(picture: Picture, plan: MapPlan) -> int:
    """Count nodes outside the sector of their group, going once round the middle.

    The sector is taken to be where most of the group stand side by side without a foreign node.
    """
    inside = [mark for mark in plan.marks if mark.ring]
    order = sorted(inside, key=lambda mark: math.atan2(*picture.own[mark.id]))
    row = [mark.group for mark in order]
    return len(row) - sum(_longest_run(row, group) for group in set(row))


def _longest_run(row: Sequence[str], group: str) -> int:
    runs = [len(list(found)) for name, found in itertools.groupby([*row, *row]) if name == group]
    return min(max(runs), row.count(group))


def from_graphviz(program: str, dot: str, plan: MapPlan, *, points: float, node: float) -> Picture:
    """Take the places that a program of graphviz gives, spread over the page so that all names stay on it.

    Names are centred on their nodes and measured with the library's own font, as the program tells no widths.
    """
    told = subprocess.run(
        [program, "-Tplain"], input=dot.encode(), capture_output=True, check=True
    ).stdout.decode()
    raw: dict[str, Point] = {}
    for line in told.splitlines():
        word, *rest = line.split(" ")
        if word == "node":
            raw[rest[0].strip('"')] = (float(rest[1]), float(rest[2]))
    widest = max(text_width(mark.label, size=points) for mark in plan.marks)
    spread = [
        _Scale(min(values), max(values), plan.page[axis], margin)
        for axis, margin in ((0, _MARGIN + widest / 2), (1, _MARGIN))
        for values in [[place[axis] for place in raw.values()]]
    ]
    places = {name: tuple(spread[axis](place[axis]) for axis in (0, 1)) for name, place in raw.items()}
    above, below = line_box(points)
    labels = {}
    for mark in plan.marks:
        x, y = places[mark.id]
        half = text_width(mark.label, size=points) / 2
        labels[mark.id] = (x - half, y - (above + below) / 2, x + half, y + (above + below) / 2)
    ties = [(link.a, link.b) for link in plan.links]
    middle = [statistics.fmean(place[axis] for place in raw.values()) for axis in (0, 1)]
    own = {name: (place[0] - middle[0], place[1] - middle[1]) for name, place in raw.items()}
    return Picture(points=places, own=own, labels=labels, ties=ties, radius=node / 2, page=plan.page)


@attrs.frozen
class _Scale:
    low: float
    high: float
    length: float
    margin: float

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return self.length / 2
        return self.margin + (value - self.low) / (self.high - self.low) * (self.length - 2 * self.margin)


def _overlap(one: Box, two: Box) -> bool:
    return (
        one[0] < two[2] - _TOUCH
        and two[0] < one[2] - _TOUCH
        and one[1] < two[3] - _TOUCH
        and two[1] < one[3] - _TOUCH
    )


def _near(box: Box, point: Point) -> float:
    return math.hypot(
        max(box[0] - point[0], 0.0, point[0] - box[2]), max(box[1] - point[1], 0.0, point[1] - box[3])
    )


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cut(a: Point, b: Point, box: Box) -> bool:
    """Tell whether a line from one point to another runs through a box (Liang and Barsky)."""
    enter, leave = 0.0, 1.0
    for axis in (0, 1):
        way, low, high = b[axis] - a[axis], box[axis] + _TOUCH, box[axis + 2] - _TOUCH
        if way == 0:
            if not low < a[axis] < high:
                return False
            continue
        one, two = sorted(((low - a[axis]) / way, (high - a[axis]) / way))
        enter, leave = max(enter, one), min(leave, two)
    return enter < leave
