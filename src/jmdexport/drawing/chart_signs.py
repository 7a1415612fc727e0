"""The signs of a chart: circles and squares, told apart by how far they are filled, not by colour alone."""

from __future__ import annotations

import math
from collections.abc import Callable

from jmdexport.drawing.chart_plan import SignKind
from jmdexport.drawing.palette import INK, PAPER
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Circle, Data, Item, Paint, Path, Rect
from jmdexport.drawing.shapes import fill_of

_LINE = 0.3
"""Outline in millimetres; 0.6 pt is 0.21 mm."""
_HIDDEN: Data = (("aria-hidden", "true"),)
_OPEN = Paint(fill=PAPER, stroke=INK, width=_LINE)
_FULL = Paint(fill=INK, stroke=INK, width=_LINE)


def sign(kind: SignKind, x: float, y: float, radius: float) -> tuple[Item, ...]:
    """Give a sign about a point; all signs of a radius take the same room."""
    data: Data = (("data-role", "sign"), ("data-sign", kind))
    if kind.startswith("square"):
        return _square(kind, x, y, radius * 0.86, data)
    outer = Circle(x=x, y=y, radius=radius, paint=_FULL if kind == "circle-full" else _OPEN, data=data)
    if kind == "circle-half":
        half = (("M", (x, y + radius)), ("A", (radius, radius, 0.0, 0.0, 1.0, x, y - radius)), ("Z", ()))
        return outer, Path(steps=half, paint=Paint(fill=INK), data=_HIDDEN)
    if kind == "circle-double":
        return outer, Circle(x=x, y=y, radius=radius * 0.6, paint=_FULL, data=_HIDDEN)
    return (outer,)


def _square(kind: SignKind, x: float, y: float, half: float, data: Data) -> tuple[Item, ...]:
    paint = _FULL if kind == "square-full" else _OPEN
    if kind == "square-asked":
        paint = Paint(fill=PAPER, stroke=INK, width=_LINE, dash=(0.6, 0.45))
    outer = Rect(x=x - half, y=y - half, width=2 * half, height=2 * half, paint=paint, data=data)
    if kind == "square-half":
        corners = (("M", (x - half, y - half)), ("L", (x - half, y + half)), ("L", (x + half, y + half)))
        return outer, Path(steps=(*corners, ("Z", ())), paint=Paint(fill=INK), data=_HIDDEN)
    return (outer,)


def signed(kind: SignKind, radius: float) -> Callable[[float, float], tuple[Item, ...]]:
    """Give what draws a sign about a point, for the legend."""
    return lambda x, y: sign(kind, x, y, radius)


def bar_paint(series: MapGroup) -> Paint:
    """Give the paint of the bars of a series; hatched ones have an outline."""
    return Paint(fill=fill_of(series), stroke=series.fill, width=0.22)


def swatch(series: MapGroup, height: float) -> Callable[[float, float], tuple[Item, ...]]:
    """Give what draws a small bar of a series about a point, for the legend."""
    wide = 5.4
    return lambda x, y: (
        Rect(x=x - wide / 2, y=y - height / 2, width=wide, height=height, paint=bar_paint(series)),
    )


def nice_step(most: float, *, fitting: int, whole: bool) -> float:
    """Give the distance of the ticks of an axis: 1, 2 or 5 times a power of ten, at most *fitting* steps.

    Example:
        >>> nice_step(43.0, fitting=5, whole=False), nice_step(3, fitting=8, whole=True)
        (10.0, 1.0)
    """
    least = most / max(fitting, 1)
    power = 10.0 ** math.floor(math.log10(least)) if least > 0 else 1.0
    found = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least - 1e-9)
    return max(found, 1.0) if whole else found
