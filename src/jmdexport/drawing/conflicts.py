"""What is wrong with a finished picture: overlaps, crossings, marks off their ring, type off the page.

The counts are taken from the scene alone, with the measures of the font, and share no code with the
layout that they judge: boxes of texts, outlines of marks, lines. They are what the tests demand to be
nought and what the benchmark prints.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

import attrs

from jmdexport.drawing.measure import line_box, text_width
from jmdexport.drawing.scene import (
    Circle,
    Data,
    Group,
    Item,
    Path,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Text,
)

_TOUCH = 0.01
"""Two things count as touching from this overlap on, in millimetres; it absorbs rounding."""
_SAMPLES = 24
_HALF_RING = 0.3
"""How far a mark may stand off its ring, as a share of the step between rings (half-rings)."""

Box = tuple[float, float, float, float]


@attrs.frozen(kw_only=True)
class Conflicts:
    """Counts of what a good map has none of; ``crossings`` and ``tie_node`` alone may be more than nought.

    Attributes:
        label_label: Texts that overlap (LL).
        label_node: Texts that overlap a mark (LN).
        node_node: Marks that overlap (NN).
        tie_node: Foreign marks that a tie runs behind; with very many ties there may be some.
        label_line: Texts crossed by a tie or a leader (LE).
        label_key: Texts that a drawing of the legend runs into.
        leader_node: Leaders that run across a foreign mark.
        leader_leader: Leaders that cross.
        outside: Texts and marks that reach beyond the page (OUT).
        off_ring: Marks that are neither on their ring nor on a half-ring beside it.
        off_sector: Marks outside the sector of their group.
        crossings: Crossings of ties (X).
    """

    label_label: int
    label_node: int
    node_node: int
    tie_node: int
    label_line: int
    label_key: int
    leader_node: int
    leader_leader: int
    outside: int
    off_ring: int
    off_sector: int
    crossings: int

    @property
    def clean(self) -> bool:
        """Whether all is nought that does not depend on how many ties there are."""
        counts = attrs.asdict(self, filter=lambda field, _: field.name not in {"crossings", "tie_node"})
        return not any(counts.values())


@attrs.define
class _Parts:
    texts: list[tuple[Box, str]] = attrs.field(factory=list)
    nodes: list[tuple[Point, float, str, Data]] = attrs.field(factory=list)
    ties: list[tuple[tuple[Point, ...], str, str]] = attrs.field(factory=list)
    leaders: list[tuple[tuple[Point, ...], str]] = attrs.field(factory=list)
    keys: list[tuple[tuple[Point, ...], float]] = attrs.field(factory=list)
    rings: dict[int, tuple[Point, float]] = attrs.field(factory=dict)
    sectors: dict[str, tuple[Point, Point]] = attrs.field(factory=dict)


def conflicts(scene: Scene) -> Conflicts:
    """Count what is wrong with a scene of a network map."""
    parts = _Parts()
    for item in scene.items:
        _gather(item, "", (), parts)
    nodes = list(_merged(parts.nodes))
    lines = [(tie, "") for tie, _, _ in parts.ties] + parts.leaders
    return Conflicts(
        label_label=sum(
            _overlap(first, second)
            for index, (first, _) in enumerate(parts.texts)
            for second, _ in parts.texts[index + 1 :]
        ),
        label_node=sum(
            _near(box, point) < reach - _TOUCH for box, _ in parts.texts for point, reach, _, _ in nodes
        ),
        node_node=sum(
            math.dist(first, second) < one + two - _TOUCH
            for index, (first, one, _, _) in enumerate(nodes)
            for second, two, _, _ in nodes[index + 1 :]
        ),
        tie_node=sum(
            name not in ends and _line_near(line, point) < reach - _TOUCH
            for line, *ends in parts.ties
            for point, reach, name, _ in nodes
        ),
        label_line=sum(_crosses(line, box) for line, _ in lines for box, _ in parts.texts),
        label_key=sum(_runs_into(line, wide, box) for line, wide in parts.keys for box, _ in parts.texts),
        leader_node=sum(
            owner != name and _line_near(line, point) < reach - _TOUCH
            for line, owner in parts.leaders
            for point, reach, name, _ in nodes
        ),
        leader_leader=_crossings([line for line, _ in parts.leaders]),
        outside=sum(_off(box, scene) for box, _ in parts.texts)
        + sum(_off((x - r, y - r, x + r, y + r), scene) for (x, y), r, _, _ in nodes),
        off_ring=sum(_ring_error(point, data, parts.rings) for point, _, _, data in nodes),
        off_sector=sum(_sector_error(point, data, parts) for point, _, _, data in nodes),
        crossings=_tie_crossings(parts.ties),
    )


def _gather(item: Item, owner: str, inherited: Data, parts: _Parts) -> None:
    if isinstance(item, Group):
        if dict(item.data).get("data-role") == "key":
            parts.keys += [_outline(inner) for inner in item.items if not isinstance(inner, Text | Group)]
            return
        name = dict(item.data).get("data-partner", owner)
        for inner in item.items:
            _gather(inner, name, item.data if name != owner else inherited, parts)
        return
    data = dict(item.data)
    role = data.get("data-role", "")
    if isinstance(item, Text):
        parts.texts += [(box, owner) for box in text_boxes(item)]
    elif role in {"node", "badge"} and isinstance(item, Circle | Polygon):
        parts.nodes.append((*_disc(item), owner, inherited))
    elif role == "tie" and isinstance(item, Path):
        parts.ties.append((_points(item), data["data-from"], data["data-to"]))
    elif role == "leader" and isinstance(item, Polyline):
        parts.leaders.append((item.points, data["data-for"]))
    elif role == "ring" and isinstance(item, Circle):
        parts.rings[int(data["data-ring"])] = ((item.x, item.y), item.radius)
    elif role == "sector" and isinstance(item, Path):
        (_, start), (_, arc) = item.steps
        parts.sectors[data["data-group"]] = ((start[0], start[1]), (arc[5], arc[6]))


def _outline(item: Circle | Rect | Polygon | Polyline | Path) -> tuple[tuple[Point, ...], float]:
    """Give a drawing of the legend as a line and how far it reaches to both sides; a disc is a point."""
    wide = item.paint.width / 2
    if isinstance(item, Circle):
        return ((item.x, item.y), (item.x, item.y)), item.radius + wide
    if isinstance(item, Rect):
        right, foot = item.x + item.width, item.y + item.height
        return ((item.x, item.y), (right, item.y), (right, foot), (item.x, foot), (item.x, item.y)), wide
    if isinstance(item, Path):
        return tuple((numbers[-2], numbers[-1]) for _, numbers in item.steps if numbers), wide
    return item.points, wide


def _runs_into(line: Sequence[Point], wide: float, box: Box) -> bool:
    """Tell whether a line comes nearer to a box than its reach; the box is widened by it, corners too."""
    wider = (box[0] - wide, box[1] - wide, box[2] + wide, box[3] + wide)
    inside = any(wider[0] < x < wider[2] and wider[1] < y < wider[3] for x, y in line)
    return inside or _crosses(line, wider)


def text_boxes(text: Text) -> Iterator[Box]:
    """Give the box of every line of a text."""
    above, below = line_box(text.size)
    for index, line in enumerate(text.lines):
        width = text_width(line, size=text.size, bold=text.bold)
        left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
        base = text.y + index * text.leading
        yield left, base - above, left + width, base + below


def _disc(item: Circle | Polygon) -> tuple[Point, float]:
    """Give centre and reach of a mark, half of its outline included."""
    if isinstance(item, Circle):
        return (item.x, item.y), item.radius + item.paint.width / 2
    x = sum(point[0] for point in item.points) / len(item.points)
    y = sum(point[1] for point in item.points) / len(item.points)
    return (x, y), max(math.dist((x, y), point) for point in item.points) + item.paint.width / 2


def _merged(nodes: Sequence[tuple[Point, float, str, Data]]) -> Iterator[tuple[Point, float, str, Data]]:
    """Join a mark and the ring of its badge."""
    widest: dict[str, tuple[Point, float, str, Data]] = {}
    for node in nodes:
        if node[2] not in widest or node[1] > widest[node[2]][1]:
            widest[node[2]] = node
    yield from widest.values()


def _points(path: Path) -> tuple[Point, ...]:
    points: list[Point] = []
    for step, numbers in path.steps:
        if step == "Q":
            (ax, ay), (bx, by, cx, cy) = points[-1], numbers
            for index in range(1, _SAMPLES + 1):
                t = index / _SAMPLES
                u = 1 - t
                points.append(
                    (u * u * ax + 2 * t * u * bx + t * t * cx, u * u * ay + 2 * t * u * by + t * t * cy)
                )
        else:
            points.append((numbers[0], numbers[1]))
    return tuple(points)


def _overlap(first: Box, second: Box) -> bool:
    return (
        first[0] < second[2] - _TOUCH
        and second[0] < first[2] - _TOUCH
        and first[1] < second[3] - _TOUCH
        and second[1] < first[3] - _TOUCH
    )


def _near(box: Box, point: Point) -> float:
    return math.hypot(
        max(box[0] - point[0], 0.0, point[0] - box[2]), max(box[1] - point[1], 0.0, point[1] - box[3])
    )


def _off(box: Box, scene: Scene) -> bool:
    return (
        box[0] < -_TOUCH
        or box[1] < -_TOUCH
        or box[2] > scene.width + _TOUCH
        or box[3] > scene.height + _TOUCH
    )


def _crosses(line: Sequence[Point], box: Box) -> bool:
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
        one, two = sorted(((low + _TOUCH - start) / way, (high - _TOUCH - start) / way))
        enter, leave = max(enter, one), min(leave, two)
    return enter < leave


def _line_near(line: Sequence[Point], point: Point) -> float:
    return min(_distance(first, second, point) for first, second in itertools.pairwise(line))


def _distance(first: Point, second: Point, point: Point) -> float:
    dx, dy = second[0] - first[0], second[1] - first[1]
    square = dx * dx + dy * dy
    along = ((point[0] - first[0]) * dx + (point[1] - first[1]) * dy) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return math.dist(point, (first[0] + along * dx, first[1] + along * dy))


def _crossings(lines: Sequence[Sequence[Point]]) -> int:
    boxes = [_bounds(line) for line in lines]
    return sum(
        _overlap(boxes[index], boxes[other]) and _meet(lines[index], lines[other])
        for index in range(len(lines))
        for other in range(index + 1, len(lines))
    )


def _tie_crossings(ties: Sequence[tuple[tuple[Point, ...], str, str]]) -> int:
    """Count the pairs of ties that cross; ties of one partner meet in it and are no crossing."""
    boxes = [_bounds(points) for points, _, _ in ties]
    return sum(
        not {ties[index][1], ties[index][2]} & {ties[other][1], ties[other][2]}
        and _overlap(boxes[index], boxes[other])
        and _meet(ties[index][0], ties[other][0])
        for index in range(len(ties))
        for other in range(index + 1, len(ties))
    )


def _bounds(line: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs) - 0.1, min(ys) - 0.1, max(xs) + 0.1, max(ys) + 0.1


def _meet(one: Sequence[Point], two: Sequence[Point]) -> bool:
    return any(
        _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0
        for a, b in itertools.pairwise(one)
        for c, d in itertools.pairwise(two)
    )


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _ring_error(point: Point, data: Data, rings: dict[int, tuple[Point, float]]) -> bool:
    ring = dict(data).get("data-intensity", "")
    if not ring or dict(data).get("data-state"):
        return False
    centre, radius = rings[int(ring)]
    step = (rings[1][1] - rings[5][1]) / 4
    return abs(math.dist(centre, point) - radius) > _HALF_RING * step


def _sector_error(point: Point, data: Data, parts: _Parts) -> bool:
    found = dict(data)
    sector = parts.sectors.get(found.get("data-group", ""))
    if sector is None or not found.get("data-intensity") or found.get("data-state"):
        return False
    centre = parts.rings[5][0]
    first, at, last = (_angle(centre, spot) for spot in (sector[0], point, sector[1]))
    return (at - first) % (2 * math.pi) > (last - first) % (2 * math.pi)


def _angle(centre: Point, point: Point) -> float:
    return math.atan2(point[0] - centre[0], centre[1] - point[1])
