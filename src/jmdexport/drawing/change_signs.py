"""The signs of a change: small drawings before a name, and what is drawn on a partner's ray.

Everything is told by its form: readers of a copy in black and white see the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from jmdexport.drawing.change_plan import Move, Sign
from jmdexport.drawing.marks import OUTLINE
from jmdexport.drawing.measure import MM_PER_POINT
from jmdexport.drawing.palette import INK, PAPER, QUIET
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Circle, Data, Group, Item, Paint, Path, Point, Polygon, Polyline
from jmdexport.drawing.shapes import fill_of, mark_shape, reach

HIDDEN: Data = (("aria-hidden", "true"),)
PITCH = 1.06
"""Room for a sign before a name, in sizes of type."""
RAYS = 1.25
"""How far the rays of a new partner reach beyond its mark, in millimetres."""
GHOST_LINE = 0.32
CALM = "#cdd5dd"
"""Ground of a partner that stands as before."""
_BEFORE_NAME = 0.3
"""Room between the last sign and the name, in sizes of type."""
_HALF = 0.36
_LINE = 0.12
"""Half the height of a sign and the width of its lines, in sizes of type."""
_CASING = 0.9
_HEAD = 1.5
_LEAST_ARROW = 0.4

Draw = Callable[[float, float, float], tuple[Item, ...]]
"""Draws a sign about a point, with half its height."""


def room_of(count: int, size: float) -> float:
    """Give the room that so many signs take before a name, at a size of type in points."""
    return row_of(count, size) + (_BEFORE_NAME * size * MM_PER_POINT if count else 0.0)


def row_of(count: int, size: float) -> float:
    """Give the length of a row of so many signs."""
    return count * PITCH * size * MM_PER_POINT


def signs_before(signs: Iterable[Sign], x: float, y: float, size: float) -> tuple[Item, ...]:
    """Draw signs in a row that begins at a place; ``y`` is the middle of the row."""
    em = size * MM_PER_POINT
    return tuple(
        Group(
            items=_DRAWN[sign](x + (at + 0.5) * PITCH * em, y, _HALF * em),
            data=(("data-role", "sign"), ("data-sign", sign), *HIDDEN),
        )
        for at, sign in enumerate(signs)
    )


def shown_signs(move: Move) -> tuple[Sign, ...]:
    """Give the signs that stand before the name: all but those that an arrow in the circle shows."""
    return tuple(sign for sign in move.signs if not (sign in {"closer", "looser"} and move.moves))


def ghost(group: MapGroup, x: float, y: float, area: float, *, is_open: bool, data: Data = ()) -> Item:
    """Draw where a partner stood on the first map: the outline of its sign; dashed without an importance."""
    dash = (0.75, 0.5) if is_open else ()
    paint = Paint(fill=PAPER, stroke=group.fill, width=GHOST_LINE, dash=dash)
    return mark_shape(group.shape, x, y, area, paint=paint, data=data)


def struck(group: MapGroup, x: float, y: float, area: float) -> tuple[Item, ...]:
    """Strike a sign through: the partner is no longer on the map."""
    half = reach(group.shape, area) * 0.82
    lines = (((x - half, y - half), (x + half, y + half)), ((x - half, y + half), (x + half, y - half)))
    return (*(_stroke(ends, PAPER, 1.0) for ends in lines), *(_stroke(ends, INK, 0.45) for ends in lines))


def body(
    group: MapGroup, x: float, y: float, area: float, *, changed: bool, is_open: bool, data: Data = ()
) -> tuple[Item, ...]:
    """Draw where a partner stands now: in its colour if anything changed, else in grey."""
    if is_open:
        stroke = group.fill if changed else QUIET
        paint = Paint(fill=PAPER, stroke=stroke, width=0.4, dash=(0.75, 0.5))
    elif changed:
        paint = Paint(fill=fill_of(group), stroke=group.fill, width=OUTLINE)
    else:
        paint = Paint(fill=CALM, stroke=QUIET, width=OUTLINE)
    casing = Paint(fill=PAPER, stroke=PAPER, width=_CASING)
    return (
        mark_shape(group.shape, x, y, area, paint=casing, data=HIDDEN),
        mark_shape(group.shape, x, y, area, paint=paint, data=data),
    )


def shining(group: MapGroup, x: float, y: float, area: float) -> tuple[Item, ...]:
    """Draw short rays round a partner that is new on the map."""
    inner, outer = reach(group.shape, area) + 0.45, reach(group.shape, area) + RAYS
    found = []
    for step in range(8):
        turn = math.pi * (step + 0.5) / 4
        sine, cosine = math.sin(turn), math.cos(turn)
        ends = ((x + inner * sine, y + inner * cosine), (x + outer * sine, y + outer * cosine))
        found.append(_stroke(ends, INK, 0.35))
    return tuple(found)


def arrow(start: Point, end: Point, *, outward: bool, data: Data = ()) -> tuple[Item, ...]:
    """Draw the way of a partner: whole with a full head inward, dashed with an open head outward."""
    length = math.dist(start, end)
    if length < _LEAST_ARROW:
        return ()
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    head = min(_HEAD, length)
    wide = head * 0.42
    foot = (end[0] - head * dx, end[1] - head * dy)
    sides = tuple((foot[0] - wide * turn * dy, foot[1] + wide * turn * dx) for turn in (1, -1))
    dash = (1.1, 0.7) if outward else ()
    items: list[Item] = [
        Polyline(points=(start, foot), paint=Paint(stroke=INK, width=0.45, dash=dash), data=data)
    ]
    fill = PAPER if outward else INK
    items.append(Polygon(points=(end, *sides), paint=Paint(fill=fill, stroke=INK, width=0.25), data=HIDDEN))
    return tuple(items)


def _stroke(points: tuple[Point, ...], colour: str, width: float) -> Polyline:
    return Polyline(points=points, paint=Paint(stroke=colour, width=width, round=True), data=HIDDEN)


def _lines(*lines: tuple[Point, ...], closed: bool = False) -> Draw:
    """Give a sign of straight lines; the points are shares of half its height."""

    def draw(x: float, y: float, half: float) -> tuple[Item, ...]:
        paint = Paint(stroke=INK, width=_LINE * half / _HALF, round=True)
        at = [tuple((x + dx * half, y + dy * half) for dx, dy in line) for line in lines]
        filled = Paint(fill=INK, stroke=INK, width=0.1)
        return tuple(
            Polygon(points=line, paint=filled)
            if closed and len(line) > 2
            else Polyline(points=line, paint=paint)
            for line in at
        )

    return draw


def _ringed(inner: Draw, *, dashed: bool = False) -> Draw:
    """Put a circle round a sign."""

    def draw(x: float, y: float, half: float) -> tuple[Item, ...]:
        dash = (0.5, 0.4) if dashed else ()
        circle = Circle(x=x, y=y, radius=half, paint=Paint(stroke=INK, width=0.28, dash=dash))
        return (circle, *inner(x, y, half * 0.5))

    return draw


def _nothing(_x: float, _y: float, _half: float) -> tuple[Item, ...]:
    return ()


def _moved(*, outward: bool) -> Draw:
    """Give the sign of a move that no arrow in the circle shows."""

    def draw(x: float, y: float, half: float) -> tuple[Item, ...]:
        return arrow((x - 1.2 * half, y), (x + 1.2 * half, y), outward=outward)

    return draw


def _question(x: float, y: float, half: float) -> tuple[Item, ...]:
    def at(dx: float, dy: float) -> Point:
        return x + dx * half, y + dy * half

    steps = (
        ("M", at(-0.5, -0.5)),
        ("Q", (*at(-0.45, -1.0), *at(0.0, -1.0))),
        ("Q", (*at(0.55, -1.0), *at(0.5, -0.45))),
        ("Q", (*at(0.45, -0.05), *at(0.0, 0.05))),
        ("L", at(0.0, 0.35)),
    )
    line = Paint(stroke=INK, width=0.32, round=True)
    return Path(steps=steps, paint=line), Circle(x=x, y=y + 0.85 * half, radius=0.2, paint=Paint(fill=INK))


def _wave(x: float, y: float, half: float) -> tuple[Item, ...]:
    steps = (
        ("M", (x - half, y + 0.2 * half)),
        ("Q", (x - 0.5 * half, y - 0.8 * half, x, y)),
        ("Q", (x + 0.5 * half, y + 0.8 * half, x + half, y - 0.2 * half)),
    )
    return (Path(steps=steps, paint=Paint(stroke=INK, width=0.38, round=True)),)


_CROSS = _lines(((-0.8, -0.8), (0.8, 0.8)), ((-0.8, 0.8), (0.8, -0.8)))
_DRAWN: dict[Sign, Draw] = {
    "joined": _lines(((-1, 0), (1, 0)), ((0, -1), (0, 1))),
    "ended": _CROSS,
    "dissolved": _ringed(_CROSS),
    "left": _lines(((-0.9, 0), (0.9, 0))),
    "renamed": _lines(((-1, 0), (0.9, 0)), ((0.2, -0.7), (0.95, 0), (0.2, 0.7))),
    "merged": _lines(((-1, -0.8), (0, 0), (1, 0)), ((-1, 0.8), (0, 0)), ((0.4, -0.6), (1, 0), (0.4, 0.6))),
    "split": _lines(((-1, 0), (0, 0), (1, -0.8)), ((0, 0), (1, 0.8))),
    "regrouped": _lines(
        ((-1, -0.45), (1, -0.45)),
        ((0.5, -0.9), (1, -0.45)),
        ((1, 0.45), (-1, 0.45)),
        ((-0.5, 0.9), (-1, 0.45)),
    ),
    "contact-made": _lines(((-0.6, -0.85), (0.9, 0), (-0.6, 0.85)), closed=True),
    "contact-resumed": _lines(
        ((-0.2, -0.85), (1, 0), (-0.2, 0.85)), ((-0.8, -0.8), (-0.8, 0.8)), closed=True
    ),
    "contact-dormant": _lines(((-0.4, -0.85), (-0.4, 0.85)), ((0.4, -0.85), (0.4, 0.85))),
    "contact-refused": _ringed(_lines(((-1, 0), (1, 0)))),
    "state-changed": _wave,
    "closer": _moved(outward=False),
    "looser": _moved(outward=True),
    "unclear": _question,
    "more-important": _lines(((-0.9, -0.1), (0, -1), (0.9, -0.1)), ((-0.9, 0.9), (0, 0), (0.9, 0.9))),
    "less-important": _lines(((-0.9, 0.1), (0, 1), (0.9, 0.1)), ((-0.9, -0.9), (0, 0), (0.9, -0.9))),
    "newly-rated": _lines(((0, -1), (0, 1)), ((-0.87, -0.5), (0.87, 0.5)), ((-0.87, 0.5), (0.87, -0.5))),
    "no-longer-rated": _ringed(_nothing, dashed=True),
}
