"""The shapes of marks, equal in area, and the hatches that tell groups apart in black and white."""

from __future__ import annotations

import functools
import math

from jmdexport.drawing.palette import PAPER, is_further
from jmdexport.drawing.plan import HatchKind, MapGroup, Shape
from jmdexport.drawing.scene import Circle, Data, Hatch, Item, Paint, Path, Point, Polygon

_CORNERS: dict[Shape, tuple[int, float]] = {
    "square": (4, 45.0),
    "diamond": (4, 0.0),
    "triangle-up": (3, 0.0),
    "triangle-down": (3, 180.0),
    "hexagon": (6, 30.0),
    "pentagon": (5, 0.0),
}
_CROSS_ARM = 0.38
HATCH_SIZE = 1.0
_LINE = 0.32
_OPEN_LINE = 0.16
"""Width of the lines of an open mark, thinner so that it stays light."""


def reach(shape: Shape, area: float) -> float:
    """Give the radius of the circle round a shape of an area, in millimetres."""
    if shape == "circle":
        return math.sqrt(area / math.pi)
    if shape == "cross":
        half, arm = _cross(area)
        return math.hypot(half, arm)
    corners = _CORNERS[shape][0]
    return math.sqrt(2 * area / (corners * math.sin(2 * math.pi / corners)))


def outline(shape: Shape, x: float, y: float, area: float) -> tuple[Point, ...]:
    """Give the corners of a shape round its centre of gravity; a circle has none."""
    if shape == "circle":
        return ()
    if shape == "cross":
        half, arm = _cross(area)
        turns = ((-arm, -half), (arm, -half), (arm, -arm), (half, -arm), (half, arm), (arm, arm))
        return tuple((x + dx, y + dy) for dx, dy in (*turns, *((-dx, -dy) for dx, dy in turns)))
    radius = reach(shape, area)
    return tuple([(x + radius * sine, y - radius * cosine) for sine, cosine in _turns(shape)])


@functools.cache
def _turns(shape: Shape) -> tuple[Point, ...]:
    """Give sine and cosine of the direction of each corner, clockwise from the top."""
    corners, turn = _CORNERS[shape]
    angles = [math.radians(turn + 360 * n / corners) for n in range(corners)]
    return tuple((math.sin(angle), math.cos(angle)) for angle in angles)


def mark_shape(shape: Shape, x: float, y: float, area: float, *, paint: Paint, data: Data = ()) -> Item:
    """Give a shape as an item of a scene."""
    if shape == "circle":
        return Circle(x=x, y=y, radius=reach(shape, area), paint=paint, data=data)
    return Polygon(points=outline(shape, x, y, area), paint=paint, data=data)


def _cross(area: float) -> tuple[float, float]:
    """Give half the height and half the arm: area = 4·half²·(2·arm − arm²), the arm as a share of half."""
    half = math.sqrt(area / (4 * (2 * _CROSS_ARM - _CROSS_ARM**2)))
    return half, half * _CROSS_ARM


def hatch_name(group: MapGroup) -> str:
    """Give the identifier of the pattern of a group's hatch and colour."""
    return f"hatch-{group.hatch}-{group.fill.lstrip('#').lower()}"


def fill_of(group: MapGroup) -> str:
    """Give what a mark of the group is filled with."""
    return group.fill if group.hatch == "none" else f"url(#{hatch_name(group)})"


def open_fill_of(group: MapGroup) -> str:
    """Give what an open mark is filled with: paper, with a hatch where groups share a shape."""
    further = is_further(group.shape, group.hatch)
    return f"url(#{_open_name(group)})" if further else PAPER


def _open_hatch(group: MapGroup) -> HatchKind:
    """Give the hatch of an open mark: dots where there is none, as paper alone is for the first eight."""
    return "dots" if group.hatch == "none" else group.hatch


def _open_name(group: MapGroup) -> str:
    return f"open-{_open_hatch(group)}-{group.fill.lstrip('#').lower()}"


def hatches(groups: tuple[MapGroup, ...]) -> tuple[Hatch, ...]:
    """Give the patterns that the groups need, each once."""
    found = {hatch_name(group): group for group in groups if group.hatch != "none"}
    opened = {_open_name(group): group for group in groups if open_fill_of(group) != PAPER}
    full = [
        Hatch(name=name, size=HATCH_SIZE, ground=group.fill, items=_strokes(group.hatch, PAPER))
        for name, group in found.items()
    ]
    light = [
        Hatch(name=name, size=HATCH_SIZE, ground=PAPER, items=_strokes(_open_hatch(group), group.fill))
        for name, group in opened.items()
    ]
    return (*full, *light)


def _strokes(kind: HatchKind, colour: str) -> tuple[Item, ...]:
    size, half = HATCH_SIZE, HATCH_SIZE / 2
    line = Paint(stroke=colour, width=_LINE if colour == PAPER else _OPEN_LINE)
    if kind == "dots":
        return (Circle(x=half, y=half, radius=0.27 if colour == PAPER else 0.18, paint=Paint(fill=colour)),)
    lines: dict[HatchKind, tuple[tuple[float, float, float, float], ...]] = {
        "rising": (
            (-half, half, half, -half),
            (-half, size + half, size + half, -half),
            (half, size + half, size + half, half),
        ),
        "falling": (
            (-half, half, half, size + half),
            (-half, -half, size + half, size + half),
            (half, -half, size + half, half),
        ),
        "upright": ((half, 0, half, size),),
        "level": ((0, half, size, half),),
    }
    return tuple(Path(steps=(("M", (a, b)), ("L", (c, d))), paint=line) for a, b, c, d in lines[kind])
