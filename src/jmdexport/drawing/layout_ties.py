"""Ties between partners: straight where they can be, gently curved where something is in their way.

A tie keeps clear of the disc in the middle always, and of foreign marks as far as it can: a line that runs
behind a mark and comes out below seems to belong to it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TypeAlias

import attrs

from jmdexport.drawing.layout_nodes import CENTRE_SHARE, Spot
from jmdexport.drawing.palette import BROKERED, TIE
from jmdexport.drawing.plan import LineKind, Link
from jmdexport.drawing.scene import Group, Paint, Path, Point

WIDTHS = (0.3, 0.55, 0.85, 1.2)
"""Width of a tie by its strength, in millimetres."""
EVEN = 0.55
"""Width of a tie where width means nothing."""
OPEN_WIDTH = 1.0
"""Width of the hollow line of a tie whose strength nobody rated."""
Way: TypeAlias = tuple[tuple[str, tuple[float, ...]], ...]
"""The steps of a line: straight or one quadratic curve, relative to the centre of the circle."""

_CLEAR = 1.2
_BESIDE = 0.5
"""Room between a tie and a foreign mark."""
_SAMPLES = 24
_GENTLE = 0.7
"""How far the control point of a curve may stand off the straight line, as a share of its length."""
_SLOPE = (2 * _GENTLE) ** 2
"""The square of the largest slope of such a curve."""
_STEEPEST = math.sqrt(1 + _SLOPE) + 1e-9
"""A disc forbids no bend that is further off the line than so many times its reach."""
_WITHIN = 0.985
"""A curve stays within this share of the circle's radius."""


def dash(kind: LineKind, width: float) -> tuple[float, ...]:
    """Give the dashes of a kind of line; dots are round ends of no length."""
    if kind == "dotted":
        return (0.01, max(0.9, 2.2 * width))
    if kind == "mixed":
        return (max(1.8, 3.2 * width), max(1.0, 2.0 * width), 0.01, max(1.0, 2.0 * width))
    return (max(1.8, 3.2 * width), max(1.1, 2.0 * width)) if kind == "dashed" else ()


def width_of(strength: int | None) -> float:
    """Give the width of a line: by strength, wide where nobody said, even where it says nothing."""
    if strength is None:
        return OPEN_WIDTH
    return WIDTHS[min(strength, 4) - 1] if strength > 0 else EVEN


def tie_paint(link: Link) -> Paint:
    """Give colour and line of a tie; what the service brokered has its own colour besides."""
    width = width_of(link.strength)
    colour = BROKERED if link.brokered else TIE
    return Paint(stroke=colour, width=width, dash=dash(link.line, width), round=True)


@attrs.frozen
class Disc:
    """A mark that a tie keeps clear of: where it stands, how far it reaches, whose it is."""

    x: float
    y: float
    reach: float
    name: str


def ways(links: Sequence[Link], spots: Sequence[Spot], *, radius: float) -> dict[str, Way]:
    """Give the way of each tie whose ends are both placed, by the identifier of the tie."""
    discs = [Disc(spot.x, spot.y, spot.reach, spot.mark.id) for spot in spots]
    places = {disc.name: place for place, disc in enumerate(discs)}
    clear, within = radius * CENTRE_SHARE + _CLEAR, radius * _WITHIN
    found = {}
    for link in links:
        if link.a in places and link.b in places:
            first, last = sorted((places[link.a], places[link.b]))
            start, end = discs[places[link.a]], discs[places[link.b]]
            found[link.id] = route(
                (start.x, start.y),
                (end.x, end.y),
                clear=clear,
                others=discs[:first] + discs[first + 1 : last] + discs[last + 1 :],
                wide=width_of(link.strength) / 2 + _BESIDE,
                radius=within,
            )
    return found


def tie(link: Link, way: Way, *, centre: Point) -> Group:
    """Give the line of a tie along its way."""
    moved = tuple(
        (step, tuple(part + centre[index % 2] for index, part in enumerate(numbers))) for step, numbers in way
    )
    data = (
        ("data-role", "tie"),
        ("data-from", link.a),
        ("data-to", link.b),
        ("data-strength", str(link.strength or "")),
        ("data-brokered", "true" if link.brokered else "false"),
    )
    return Group(items=(Path(steps=moved, paint=tie_paint(link), data=data),), title=link.tooltip)


def points_of(way: Way) -> tuple[Point, ...]:
    """Give points along a tie."""
    (_, first), (step, numbers) = way
    begin = (first[0], first[1])
    if step == "L":
        return begin, (numbers[0], numbers[1])
    return curve(begin, (numbers[0], numbers[1]), (numbers[2], numbers[3]))


def route(
    start: Point,
    end: Point,
    *,
    clear: float,
    others: Sequence[Disc] = (),
    wide: float = 0.0,
    radius: float = math.inf,
) -> Way:
    """Give a line that keeps *clear* of the origin and off as many discs as it can, else the least bent one.

    Seen from the straight line between its ends the curve is a parabola, so each disc forbids one interval
    of bends: the answer is the smallest bend that the fewest of them hold.

    Args:
        others: The marks that are not an end of the line.
        wide: Room to keep from them, half the line's width included.
        radius: How far from the centre a curve may go.
    """
    sx, sy = start
    dx, dy = end[0] - sx, end[1] - sy
    length = math.hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    most = _GENTLE * length
    must = _forbidden(-(sx * dx + sy * dy), sx * dy - sy * dx, clear, length)
    free = must is None or not must[0] < 0 < must[1]
    near: list[tuple[float, float, float]] = []
    crossed = False
    half = most / 2
    for disc in others:
        x, y = disc.x - sx, disc.y - sy
        along = x * dx + y * dy
        if 0 < along < length:
            off, reach = y * dx - x * dy, disc.reach + wide
            away = abs(off)
            if away < half + 2 * reach:
                near.append((along, off, reach))
                # Only a disc as near as this can lie on the straight line, however steep a curve would be.
                if away < _STEEPEST * reach:
                    crossed = True
    if free and not crossed:
        return ("M", start), ("L", end)
    barred = [found for one in near if (found := _forbidden(*one, length)) is not None]
    if free and not any(low < 0 < high for low, high in barred):
        return ("M", start), ("L", end)
    around = () if free else _round(start, end, must or (0.0, 0.0), clear)
    edges = {0.0, *around, *(bend for pair in barred for bend in pair if -most <= bend <= most)}
    bends = sorted(edges)
    hits = _hits(bends, barred)
    levels = sorted(set(hits))
    if levels[0] and wide > _BESIDE:
        # Rather close beside a mark than behind it.
        return route(start, end, clear=clear, others=others, wide=wide - _BESIDE, radius=radius)

    def rank(bend: float) -> tuple[float, float, float]:
        # Of two bends alike the upper one.
        return round(abs(bend), 6), round(bend * dx, 6), bend

    inner = 0.0 if must is None else clear
    alike = ([bend for bend, many in zip(bends, hits, strict=True) if many == level] for level in levels)
    for bend in (bend for found in alike for bend in sorted(found, key=rank)):
        if bend == 0 and free:
            break
        control = _control(start, end, bend)
        passes = must is None or not must[0] < bend < must[1]
        if passes and _stays(start, control, end, inner, radius):
            return ("M", start), ("Q", (*control, *end))
    if free:
        return ("M", start), ("L", end)
    least = min(around, key=lambda bend: (round(abs(bend), 6), bend * dx))
    return ("M", start), ("Q", (*_control(start, end, least), *end))


def _hits(bends: Sequence[float], barred: Sequence[tuple[float, float]]) -> list[int]:
    """Count for bends, given from low to high, how many intervals hold them; their edges do not count."""
    lows, highs = sorted(low for low, _ in barred), sorted(high for _, high in barred)
    lows.append(math.inf)
    highs.append(math.inf)
    begun = ended = 0
    found = []
    for bend in bends:
        while lows[begun] < bend - 1e-9:
            begun += 1
        while highs[ended] <= bend + 1e-9:
            ended += 1
        found.append(begun - ended)
    return found


def _control(start: Point, end: Point, bend: float) -> Point:
    """Give the control point that stands so far off the middle of a straight line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    return (start[0] + end[0]) / 2 - bend * dy / length, (start[1] + end[1]) / 2 + bend * dx / length


def _round(start: Point, end: Point, must: tuple[float, float], clear: float) -> tuple[float, ...]:
    """Give the least bends to both sides, in steps of a millimetre, that lead round the middle."""
    found = []
    for sign, least in zip((-1.0, 1.0), must, strict=True):
        bend, place = max(2.0, sign * least), 0
        while bend < 12 * clear:
            # Where a curve was too near, the next one is most likely too near as well.
            at = _astray(
                start, _control(start, end, sign * bend), end, inner=clear, outer=math.inf, first=place
            )
            if at is None:
                break
            bend, place = bend + 1.0, at
        found.append(sign * bend)
    return tuple(found)


def _forbidden(along: float, off: float, reach: float, length: float) -> tuple[float, float] | None:
    """Give the bends with which a curve would touch a disc, seen from its straight line, if there are any."""
    t = along / length
    if not 0.0 < t < 1.0:
        return None
    high = 2 * t * (1 - t)
    steep = abs(1 - 2 * t) * 2 / length
    # Where the curve is steep, a disc is nearer to it than it is high above it.
    one, two = steep * (off - reach) / high, steep * (off + reach) / high
    one, two = one * one, two * two
    low = (off - reach * math.sqrt(1 + min(one, _SLOPE))) / high
    top = (off + reach * math.sqrt(1 + min(two, _SLOPE))) / high
    if off >= reach:
        return max(low, 0.0), top
    return low, min(top, 0.0) if off <= -reach else top


def _stays(start: Point, control: Point, end: Point, inner: float, outer: float) -> bool:
    """Tell whether a curve keeps off the middle and within the circle."""
    if not inner and math.hypot(*control) <= outer:
        return True
    return _astray(start, control, end, inner=inner, outer=outer) is None


def _astray(
    start: Point, control: Point, end: Point, *, inner: float, outer: float, first: int = 0
) -> int | None:
    """Give the number of a place on a curve too near to the middle or too far off; *first* comes first."""
    (ax, ay), (bx, by), (cx, cy) = start, control, end
    for index in itertools.chain((first,), range(_SAMPLES + 1)):
        a, b, c = _WEIGHTS[index]
        away = math.hypot(a * ax + b * bx + c * cx, a * ay + b * by + c * cy)
        if not inner <= away <= outer:
            return index
    return None


def _weights(samples: int) -> tuple[tuple[float, float, float], ...]:
    """Give how much start, control and end count at even steps along a curve."""
    return tuple(
        ((1 - t) ** 2, 2 * t * (1 - t), t * t) for t in (index / samples for index in range(samples + 1))
    )


_WEIGHTS = _weights(_SAMPLES)


def curve(start: Point, control: Point, end: Point) -> tuple[Point, ...]:
    """Give points along a quadratic curve."""
    (ax, ay), (bx, by), (cx, cy) = start, control, end
    return tuple((a * ax + b * bx + c * cx, a * ay + b * by + c * cy) for a, b, c in _WEIGHTS)
