"""How well a finished picture can be seen: each text, sign and line against what lies below it.

The figures are taken from the scene alone. Shapes are laid one over the other as they are painted, and for
each text, sign and line the ground is looked up at places along it. Tests demand a contrast of 4.5 for text
and of 3 for signs and lines (WCAG 2, 1.4.3 and 1.4.11); :func:`greyed` gives the picture as a printer without
colour does.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping

import attrs

from jmdexport.drawing.conflicts import text_boxes
from jmdexport.drawing.palette import PAPER, contrast, luminance
from jmdexport.drawing.scene import (
    Circle,
    Group,
    Hatch,
    Item,
    Paint,
    Path,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Text,
)

LEAST_TEXT = 4.5
"""The least contrast of text against its ground."""
LEAST_MARK = 3.0
"""The least contrast of signs and lines against their ground."""
_STEP = 0.35
"""Distance of the places at which a line is looked at, in millimetres."""
_OUTSIDE = 0.05
"""How far outside the edge of a shape its ground is looked up."""
_PARTS = 24
_GROUND = frozenset({"sector", "band"})
"""Bands of the rings and rims of the sectors: lines, numbers and headings tell the same."""
_SIGNS = frozenset({"node", "badge", "bead", "key"})


@attrs.frozen(kw_only=True)
class Sight:
    """One text, sign or line with the least contrast that it has anywhere.

    Attributes:
        what: ``text``, ``sign`` or ``line``.
        told: The text, or the role of the shape.
        colour: Its colour.
        ground: The ground against which it is seen worst.
        contrast: 1, the same, to 21, black on white.
    """

    what: str
    told: str
    colour: str
    ground: str
    contrast: float

    @property
    def enough(self) -> bool:
        """Whether it can be seen well enough."""
        return self.contrast >= (LEAST_TEXT if self.what == "text" else LEAST_MARK)


@attrs.frozen
class _Layer:
    """A filled shape or a wide line, as it covers what lies below it."""

    box: tuple[float, float, float, float]
    holds: Callable[[Point], bool]
    colour: str


def sights(scene: Scene) -> tuple[Sight, ...]:
    """Give every text, sign and line of a picture with its contrast, in the order in which they are painted.

    White margins and the bands of the rings are the ground itself; the rims of the sectors repeat what their
    headings say.
    """
    grounds = {f"url(#{hatch.name})": hatch.ground for hatch in scene.hatches}
    layers: list[_Layer] = []
    found: list[Sight] = []
    for item, role in _flat(scene.items, ""):
        if isinstance(item, Text):
            found.append(_text(item, layers))
        elif not isinstance(item, Group):
            found += _shape(item, role, layers, grounds)
            layers += _covers(item, grounds)
    return tuple(found)


def greyed(scene: Scene) -> Scene:
    """Give a picture in greys: each colour becomes the grey of the same luminance."""
    hatches = tuple(
        attrs.evolve(hatch, ground=grey(hatch.ground), items=tuple(_greyed(item) for item in hatch.items))
        for hatch in scene.hatches
    )
    return attrs.evolve(scene, items=tuple(_greyed(item) for item in scene.items), hatches=hatches)


def grey(colour: str) -> str:
    """Give the grey of the same luminance as a colour.

    Example:
        >>> grey("#ffffff"), grey("#b3470b")
        ('#ffffff', '#696969')
    """
    light = luminance(colour)
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return "#" + f"{round(part * 255):02x}" * 3


def _greyed(item: Item) -> Item:
    if isinstance(item, Group):
        return attrs.evolve(item, items=tuple(_greyed(inner) for inner in item.items))
    if isinstance(item, Text):
        halo = item.halo and grey(item.halo)
        return attrs.evolve(item, colour=grey(item.colour), halo=halo)
    return attrs.evolve(item, paint=_grey_paint(item.paint))


def _grey_paint(paint: Paint) -> Paint:
    fill = paint.fill if paint.fill is None or paint.fill.startswith("url(") else grey(paint.fill)
    return attrs.evolve(paint, fill=fill, stroke=paint.stroke and grey(paint.stroke))


def pattern_of(hatch: Hatch) -> tuple[Item, ...]:
    """Give what a hatch draws, without its colours: what is left of it in black and white."""
    return tuple(_greyed(item) for item in hatch.items)


def _flat(items: tuple[Item, ...], role: str) -> Iterator[tuple[Item, str]]:
    for item in items:
        own = dict(item.data).get("data-role", role)
        if isinstance(item, Group):
            yield from _flat(item.items, own)
        else:
            yield item, own


def _text(item: Text, layers: list[_Layer]) -> Sight:
    grounds = (
        {item.halo}
        if item.halo
        else {_ground(place, layers) for box in text_boxes(item) for place in _places_in(box)}
    )
    return _worst("text", " ".join(item.lines), item.colour, grounds)


def _places_in(box: tuple[float, float, float, float]) -> Iterator[Point]:
    left, top, right, bottom = box
    for across, down in itertools.product(range(9), (0.3, 0.5, 0.7)):
        yield left + (right - left) * across / 8, top + (bottom - top) * down


def _shape(
    item: Circle | Rect | Polygon | Polyline | Path,
    role: str,
    layers: list[_Layer],
    grounds: Mapping[str, str],
) -> Iterator[Sight]:
    """Give a line against what it runs over, and the edge of a sign against what lies outside it."""
    paint = item.paint
    if role in _GROUND:
        return
    if paint.fill is None:
        if paint.stroke not in {None, PAPER}:
            along = {_ground(place, layers) for place in _along(item)}
            yield _worst("line", role or "line", str(paint.stroke), along)
        return
    edged = paint.stroke not in {None, PAPER}
    colour = str(paint.stroke) if edged else grounds.get(paint.fill, paint.fill)
    if role not in _SIGNS or colour == PAPER:
        return
    around = {_ground(place, layers) for place in _around(item)} if edged or paint.stroke is None else {PAPER}
    yield _worst("sign", role, colour, around)


def _worst(what: str, told: str, colour: str, grounds: set[str]) -> Sight:
    ground = min(sorted(grounds), key=lambda one: contrast(colour, one), default=PAPER)
    return Sight(what=what, told=told, colour=colour, ground=ground, contrast=contrast(colour, ground))


def _ground(place: Point, layers: list[_Layer]) -> str:
    """Give the colour that was painted last at a place."""
    x, y = place
    for layer in reversed(layers):
        left, top, right, bottom = layer.box
        if left <= x <= right and top <= y <= bottom and layer.holds(place):
            return layer.colour
    return PAPER


def _covers(item: Item, grounds: Mapping[str, str]) -> Iterator[_Layer]:
    """Give what a shape covers: its inside, or the way of a line that is wide enough to be a ground."""
    if isinstance(item, Text | Group) or item.paint.fill is None:
        return
    colour = grounds.get(item.paint.fill, item.paint.fill)
    if isinstance(item, Circle):
        x, y, radius = item.x, item.y, item.radius
        yield _Layer(
            (x - radius, y - radius, x + radius, y + radius),
            lambda place: math.dist(place, (x, y)) <= radius,
            colour,
        )
        return
    corners = tuple(_along(item))
    box = (
        min(x for x, _ in corners),
        min(y for _, y in corners),
        max(x for x, _ in corners),
        max(y for _, y in corners),
    )
    yield _Layer(box, lambda place: _inside(place, corners), colour)


def _inside(place: Point, corners: tuple[Point, ...]) -> bool:
    """Tell whether a place lies in a shape, by how often a ray from it leaves the shape."""
    x, y = place
    inside = False
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _around(item: Circle | Rect | Polygon | Polyline | Path) -> Iterator[Point]:
    """Give places just outside the edge of a sign."""
    out = item.paint.width / 2 + _OUTSIDE
    if isinstance(item, Circle):
        for part in range(_PARTS):
            angle = 2 * math.pi * part / _PARTS
            away = item.radius + out
            yield item.x + away * math.sin(angle), item.y - away * math.cos(angle)
        return
    corners = tuple(_along(item))
    x = sum(corner[0] for corner in corners) / len(corners)
    y = sum(corner[1] for corner in corners) / len(corners)
    for corner in corners:
        far = math.dist((x, y), corner) or 1.0
        share = (far + out) / far
        yield x + (corner[0] - x) * share, y + (corner[1] - y) * share


def _along(item: Circle | Rect | Polygon | Polyline | Path) -> Iterator[Point]:
    """Give places along a line or the edge of a shape."""
    if isinstance(item, Circle):
        for part in range(_PARTS * 2):
            angle = math.pi * part / _PARTS
            yield item.x + item.radius * math.sin(angle), item.y - item.radius * math.cos(angle)
        return
    if isinstance(item, Rect):
        right, foot = item.x + item.width, item.y + item.height
        corners: tuple[Point, ...] = ((item.x, item.y), (right, item.y), (right, foot), (item.x, foot))
    elif isinstance(item, Path):
        corners = tuple(_path(item))
    else:
        corners = item.points
    closed = isinstance(item, Rect | Polygon)
    pairs = itertools.pairwise((*corners, corners[0]) if closed else corners)
    for (ax, ay), (bx, by) in pairs:
        steps = max(1, math.ceil(math.hypot(bx - ax, by - ay) / _STEP))
        for step in range(steps):
            yield ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps
    yield corners[-1]


def _path(item: Path) -> Iterator[Point]:
    """Give points along a path of straight pieces, curves and arcs; an arc is taken as its chord.

    Arcs are only drawn as rims and as the rings of the legend, which lie on one ground.
    """
    at: Point = (0.0, 0.0)
    for step, numbers in item.steps:
        if step == "Q":
            (cx, cy, x, y), (ax, ay) = numbers, at
            for part in range(1, _PARTS + 1):
                t = part / _PARTS
                u = 1 - t
                yield u * u * ax + 2 * t * u * cx + t * t * x, u * u * ay + 2 * t * u * cy + t * t * y
            at = x, y
        elif numbers:
            at = numbers[-2], numbers[-1]
            yield at
