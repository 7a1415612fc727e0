"""The signs of the legend: dots, lines, and a slice of the circle, drawn as on the map."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

from jmdexport.drawing.layout_nodes import BADGE_GAP
from jmdexport.drawing.palette import BANDS, CENTRE, INK, PAPER, QUIET, RING_LINE
from jmdexport.drawing.scene import Circle, Item, Paint, Path, Point, Polyline
from jmdexport.drawing.tie_signs import bead, core

Sign: TypeAlias = Callable[[float, float], tuple[Item, ...]]
"""Draws a sign about a point."""

_MIDDLE = 4.6
"""Where the middle line of the slice stands; the slice is no wider than its room beside the words."""
_WIDEST = 4.3
"""Half the width of the slice, at most."""
_EDGES = (5.5, 3.5, 1.5)
"""Outer edges of the bands, in steps between rings, as the slice of the legend shows them."""


def dot_sign(area: float, *, is_open: bool = False) -> tuple[Sign, float]:
    """Give a dot of an area and its height; open and dashed where nothing was rated."""
    radius = math.sqrt(area / math.pi)
    dashed = Paint(fill=PAPER, stroke=QUIET, width=0.4, dash=(0.75, 0.5))
    paint = dashed if is_open else Paint(fill=QUIET)
    return lambda x, y: (Circle(x=x - 1.0, y=y, radius=radius, paint=paint),), 2 * radius + (
        0.6 if is_open else 0.2
    )


def badge_sign(x: float, y: float) -> tuple[Item, ...]:
    """Draw a dot with the ring of a badge about a point."""
    return (
        Circle(x=x - 1.0, y=y, radius=1.5 + BADGE_GAP, paint=Paint(stroke=INK, width=0.3)),
        Circle(x=x - 1.0, y=y, radius=1.5, paint=Paint(fill=QUIET)),
    )


def stroke_sign(paint: Paint, *, hollow: bool = False, beaded: bool = False) -> Sign:
    """Give a short line; *hollow* as where nobody rated the strength, *beaded* as what was brokered."""

    def draw(x: float, y: float) -> tuple[Item, ...]:
        points = ((x - 4.0, y), (x + 2.4, y))
        items: list[Item] = [Polyline(points=points, paint=paint)]
        if hollow:
            items.append(Polyline(points=points, paint=core(paint)))
        if beaded:
            items.append(bead((x - 0.8, y), paint))
        return tuple(items)

    return draw


def slice_sign(x: float, foot: float, pitch: float) -> tuple[Item, ...]:
    """Draw a slice of the circle; the rings stand *pitch* apart, the middle at the foot."""
    middle = x + _MIDDLE
    sway = min(0.23, _WIDEST / (_EDGES[0] * pitch))  # the sine of the slice's half angle
    half = math.sqrt(1 - sway * sway)

    def arc(radius: float) -> tuple[Point, Point]:
        height = foot - radius * half
        return (middle - radius * sway, height), (middle + radius * sway, height)

    items: list[Item] = []
    for rings, colour in zip(_EDGES, BANDS, strict=True):
        radius = rings * pitch
        (ax, ay), (bx, by) = arc(radius)
        steps = (("M", (middle, foot)), ("L", (ax, ay)), ("A", (radius, radius, 0, 0, 1, bx, by)), ("Z", ()))
        items.append(Path(steps=steps, paint=Paint(fill=colour), data=(("data-role", "band"),)))
    for step in range(1, 6):
        radius = (6 - step) * pitch
        (ax, ay), (bx, by) = arc(radius)
        items.append(
            Path(
                steps=(("M", (ax, ay)), ("A", (radius, radius, 0, 0, 1, bx, by))),
                paint=Paint(stroke=RING_LINE, width=0.2),
            )
        )
        items.append(Circle(x=middle, y=foot - radius, radius=0.85, paint=Paint(fill=QUIET)))
    items.append(Circle(x=middle, y=foot, radius=1.5, paint=Paint(fill=CENTRE)))
    return tuple(items)
