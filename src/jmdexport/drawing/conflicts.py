"""What is wrong with a finished picture: overlaps, crossings, marks off their ring, type off the page.

The counts are taken from the scene alone, with the measures of the font, and share no code with the
layout that they judge: boxes of texts, outlines of marks, lines. They are what the tests demand to be
nought and what the benchmark prints.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import attrs

from jmdexport.drawing.conflict_geometry import (
    TOUCH,
    Box,
    bounds,
    crosses,
    crossings,
    line_near,
    meet,
    near,
    overlap,
)
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

_SAMPLES = 24
_HALF_RING = 0.3
"""How far a mark may stand off its ring, as a share of the step between rings (half-rings)."""


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
            overlap(first, second)
            for index, (first, _) in enumerate(parts.texts)
            for second, _ in parts.texts[index + 1 :]
        ),
        label_node=sum(
            near(box, point) < reach - TOUCH for box, _ in parts.texts for point, reach, _, _ in nodes
        ),
        node_node=sum(
            math.dist(first, second) < one + two - TOUCH
            for index, (first, one, _, _) in enumerate(nodes)
            for second, two, _, _ in nodes[index + 1 :]
        ),
        tie_node=sum(
            name.removesuffix(" before") not in ends and line_near(line, point) < reach - TOUCH
            for line, *ends in parts.ties
            for point, reach, name, _ in nodes
        ),
        label_line=sum(crosses(line, box) for line, _ in lines for box, _ in parts.texts),
        label_key=sum(_runs_into(line, wide, box) for line, wide in parts.keys for box, _ in parts.texts),
        leader_node=sum(
            owner != name.removesuffix(" before") and line_near(line, point) < reach - TOUCH
            for line, owner in parts.leaders
            for point, reach, name, _ in nodes
        ),
        leader_leader=crossings([line for line, _ in parts.leaders]),
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
        said = dict(item.data)
        name = said.get("data-subject", said.get("data-partner", owner))
        for inner in item.items:
            _gather(inner, name, item.data if name != owner else inherited, parts)
        return
    data = dict(item.data)
    role = data.get("data-role", "")
    if isinstance(item, Text):
        parts.texts += [(box, owner) for box in text_boxes(item)]
    elif role in {"node", "badge"} and isinstance(item, Circle | Polygon):
        parts.nodes.append((*_disc(item), owner, inherited))
    elif role == "ghost" and isinstance(item, Circle | Polygon):
        # Where a partner stood on another map: a mark of its own, which its own leader and arrow may touch.
        parts.nodes.append((*_disc(item), f"{owner} before", item.data))
    elif role == "arrow" and isinstance(item, Polyline):
        parts.leaders.append((item.points, owner))
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
    return inside or crosses(line, wider)


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


def _off(box: Box, scene: Scene) -> bool:
    return box[0] < -TOUCH or box[1] < -TOUCH or box[2] > scene.width + TOUCH or box[3] > scene.height + TOUCH


def _tie_crossings(ties: Sequence[tuple[tuple[Point, ...], str, str]]) -> int:
    """Count the pairs of ties that cross; ties of one partner meet in it and are no crossing."""
    boxes = [bounds(points) for points, _, _ in ties]
    return sum(
        not {ties[index][1], ties[index][2]} & {ties[other][1], ties[other][2]}
        and overlap(boxes[index], boxes[other])
        and meet(ties[index][0], ties[other][0])
        for index in range(len(ties))
        for other in range(index + 1, len(ties))
    )


def _ring(data: dict[str, str]) -> str:
    """Give the ring of a mark: its intensity, unless the rings stand for something else."""
    return data.get("data-ring", data.get("data-intensity", ""))


def _ring_error(point: Point, data: Data, rings: dict[int, tuple[Point, float]]) -> bool:
    ring = _ring(dict(data))
    if not ring or dict(data).get("data-state"):
        return False
    centre, radius = rings[int(ring)]
    step = (rings[1][1] - rings[5][1]) / 4
    return abs(math.dist(centre, point) - radius) > _HALF_RING * step


def _sector_error(point: Point, data: Data, parts: _Parts) -> bool:
    found = dict(data)
    sector = parts.sectors.get(found.get("data-group", ""))
    if sector is None or not _ring(found) or found.get("data-state"):
        return False
    centre = parts.rings[5][0]
    first, at, last = (_angle(centre, spot) for spot in (sector[0], point, sector[1]))
    return (at - first) % (2 * math.pi) > (last - first) % (2 * math.pi)


def _angle(centre: Point, point: Point) -> float:
    return math.atan2(point[0] - centre[0], centre[1] - point[1])
