"""One small map of several: its circle, the marks of its year, and numbers round the rim."""

from __future__ import annotations

import math
from collections.abc import Mapping

import attrs

from jmdexport.drawing import frame, words
from jmdexport.drawing.layout_labels import RIM, leading
from jmdexport.drawing.layout_nodes import Spot
from jmdexport.drawing.marks import sign
from jmdexport.drawing.measure import line_box, text_width, wrap
from jmdexport.drawing.palette import INK, LEADER, QUIET
from jmdexport.drawing.plan import MapPlan, Mark
from jmdexport.drawing.scene import Data, Group, Item, Paint, Point, Polyline, Text
from jmdexport.drawing.steady import Steady
from jmdexport.drawing.years_plan import YearsPlan
from jmdmodel.messages import in_list

_FIRST = 0.9
"""From the rim to the first numbers."""
_FREE = 0.5
"""Room between two numbers, and between a number and a leader."""


@attrs.frozen(kw_only=True)
class Numbers:
    """Where the numbers stand, relative to the middle of the circle; how far they reach; their size."""

    places: Mapping[int, Point]
    reach: float
    size: float


def leaders(tracks: int, size: float) -> float:
    """Give the way that rays need between them at the rim, so that numbers on so many tracks have room."""
    if not tracks:
        return 0.0
    wide, high = text_width("88", size=size), math.fsum(line_box(size))
    if tracks == 1:
        return math.sqrt(2) * (high + 0.2)
    # Where a ray runs aslant, it must pass the corner of a number nearer the rim.
    return (wide + high) / math.sqrt(8) + _FREE / 2 + 0.05


def depth(tracks: int, size: float) -> float:
    """Give how far so many tracks of numbers reach beyond the rim; nought tracks are no numbers."""
    return _FIRST + tracks * _pitch(size) if tracks else 0.5


def _pitch(size: float) -> float:
    return max(math.fsum(line_box(size)), text_width("888", size=size)) + 0.4


@attrs.frozen
class _Number:
    """A number on a ray: its distance from the centre, and half its width and height."""

    angle: float
    away: float
    wide: float
    high: float

    @property
    def spot(self) -> Point:
        """Its middle."""
        return self.away * math.sin(self.angle), -self.away * math.cos(self.angle)

    def clear_of(self, other: _Number) -> bool:
        """Tell whether two numbers meet neither each other nor what leads to the other."""
        (x, y), (ox, oy) = self.spot, other.spot
        if abs(x - ox) < self.wide + other.wide + _FREE and abs(y - oy) < self.high + other.high + 0.1:
            return False
        if abs(self.away - other.away) < 1e-9:
            return True
        inner, outer = (self, other) if self.away < other.away else (other, self)
        return inner.off(outer.angle)

    def off(self, angle: float) -> bool:
        """Tell whether a ray passes beside the number."""
        (x, y), sine, cosine = self.spot, math.sin(angle), -math.cos(angle)
        reach = self.wide * abs(cosine) + self.high * abs(sine)
        return x * sine + y * cosine < 0 or abs(x * cosine - y * sine) >= reach + _FREE / 2


def numbers_round(steady: Steady, of: Mapping[str, int], *, tracks: int, size: float) -> Numbers | None:
    """Place the numbers of all partners outside the rim, each on its ray; ``None`` if they do not fit.

    Args:
        of: The number of each partner by the identifier of its mark.
        tracks: How many distances from the rim may be used.
    """
    angles = {of[name]: angle for name, angle in steady.angles.items()}
    placed: list[_Number] = []
    places: dict[int, Point] = {}
    for number in sorted(angles, key=lambda one: (angles[one], one)):
        wide, high = text_width(str(number), size=size) / 2, math.fsum(line_box(size)) / 2
        for track in range(tracks):
            away = steady.radius + RIM + _FIRST + (track + 0.5) * _pitch(size)
            one = _Number(angles[number], away, wide, high)
            if all(one.clear_of(other) for other in placed):
                placed.append(one)
                places[number] = one.spot
                break
        else:
            return None
    return Numbers(places=places, reach=steady.radius + RIM + depth(tracks, size), size=size)


def heading(plan: YearsPlan, at: int, *, width: float, size: float) -> tuple[list[Text], float]:
    """Give year and lines above a small map, relative to the upper middle of its cell, and their height."""
    items: list[Text] = []
    y = 0.0
    for text, large, bold in (
        (str(plan.maps[at].year), size + 4, True),
        *((t, size, False) for t in plan.said[at]),
    ):
        lines = wrap(text, width=width, size=large, bold=bold)
        above, below = line_box(large)
        items.append(
            Text(
                x=0.0,
                y=y + above,
                lines=lines,
                size=large,
                bold=bold,
                colour=INK if bold else QUIET,
                anchor="middle",
                leading=leading(large),
                data=(("data-role", "heading"),),
            )
        )
        y += above + below + (len(lines) - 1) * leading(large)
    return items, y + 1.0


def outside(
    plan: YearsPlan, at: int, of: Mapping[str, int], *, width: float, size: float
) -> tuple[list[Text], float]:
    """Say which partners of a year stand beside the rings, by number, or how many; and the height."""
    given = plan.maps[at]
    parts = []
    for code, place in given.strips:
        marks = [mark for mark in given.marks if mark.ring is None and mark.strip == code]
        if marks and plan.numbered:
            numbers = sorted(of[mark.id] for mark in marks)
            parts.append(f"{place}: {in_list([str(number) for number in numbers], plan.language)}")
        elif marks:
            parts.append(f"{place}: {len(marks)}")
    if not parts:
        return [], 0.0
    told = f"{words.OUTSIDE.in_(plan.language)} – {'; '.join(parts)}"
    lines = wrap(told, width=width, size=size)
    above, below = line_box(size)
    text = Text(
        x=0.0,
        y=above,
        lines=lines,
        size=size,
        colour=QUIET,
        anchor="middle",
        leading=leading(size),
        data=(("data-role", "note"),),
    )
    return [text], above + below + (len(lines) - 1) * leading(size) + 1.0


def panel(
    plan: YearsPlan,
    at: int,
    steady: Steady,
    *,
    centre: Point,
    numbers: Numbers | None,
    of: Mapping[str, int],
) -> Group:
    """Give the map of one year."""
    given = plan.maps[at]
    items: list[Item] = list(
        frame.circle(given, steady.sectors, steady.rings, centre=centre, radius=steady.radius)
    )
    items += frame.middle(attrs.evolve(given, centre=str(given.year)), centre=centre, radius=steady.radius)
    if numbers is not None:
        found = (_leader(spot, of[spot.mark.id], numbers, centre) for spot in steady.years[at])
        items.insert(len(items) - 2, Group(items=tuple(found), data=(("aria-hidden", "true"),)))
    groups = {group.code: group for group in given.groups}
    for spot in steady.years[at]:
        x, y = centre[0] + spot.x, centre[1] + spot.y
        shapes = sign(groups[spot.mark.group], spot.mark, x, y, spot.area)
        label = _number(of[spot.mark.id], numbers, centre) if numbers else ()
        items.append(_partner(given, spot.mark, (*shapes, *label)))
    data: Data = (("data-role", "year"), ("data-year", str(given.year)))
    return Group(items=tuple(items), data=data)


def _leader(spot: Spot, number: int, numbers: Numbers, centre: Point) -> Item:
    """Lead from a mark along its ray to just before its number."""
    sine, cosine = math.sin(spot.angle), -math.cos(spot.angle)
    half = math.hypot(text_width(str(number), size=numbers.size), math.fsum(line_box(numbers.size))) / 2
    start, end = spot.radius + spot.reach, math.hypot(*numbers.places[number]) - half - 0.1
    points = tuple((centre[0] + away * sine, centre[1] + away * cosine) for away in (start, end))
    data: Data = (("data-role", "leader"), ("data-for", spot.mark.id), ("aria-hidden", "true"))
    return Polyline(points=points, paint=Paint(stroke=LEADER, width=0.12), data=data)


def _number(number: int, numbers: Numbers, centre: Point) -> tuple[Text, ...]:
    x, y = numbers.places[number]
    above, below = line_box(numbers.size)
    return (
        Text(
            x=centre[0] + x,
            y=centre[1] + y + (above - below) / 2,
            lines=(str(number),),
            size=numbers.size,
            colour=INK,
            anchor="middle",
            data=(("data-role", "label"),),
        ),
    )


def _partner(given: MapPlan, mark: Mark, items: tuple[Item, ...]) -> Group:
    """Give the group of a partner in one year; its name in the file carries the year."""
    data: Data = (
        ("id", f"y{given.year}-partner-{mark.id}"),
        ("data-partner", mark.id),
        ("data-kind", mark.kind or mark.group),
        ("data-group", mark.group),
        ("data-intensity", str(mark.ring or "")),
        ("data-importance", str(mark.size or "")),
        ("data-year", str(given.year)),
    )
    return Group(items=items, data=data, title=f"{given.year} · {mark.tooltip or mark.label}")
