"""From a plan to a scene: try the finest form that fits, and say clearly when none does.

The forms are tried in a fixed order: names first, then numbers with an index; large type before small,
a large circle before a small one, large marks before small ones. The first that has room for everything
is taken, so the same plan always gives the same picture. Type is never smaller than 6.5 pt.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from typing import TypeAlias

import attrs

from jmdexport.drawing import frame, words
from jmdexport.drawing.describe import description
from jmdexport.drawing.layout_flow import Row, drawn, flow, gap, lowest
from jmdexport.drawing.layout_labels import (
    GAP,
    MOST_LINES,
    RIM,
    SIDES,
    Entry,
    Placed,
    Side,
    arranged,
    icon_width,
    label_lines,
    leading,
)
from jmdexport.drawing.layout_nodes import RINGS, Rings, Sector, Spot, place
from jmdexport.drawing.layout_order import ordered
from jmdexport.drawing.layout_strip import index, strip
from jmdexport.drawing.layout_ties import tie
from jmdexport.drawing.legend import legend
from jmdexport.drawing.marks import heading_sign, sign, wrapped
from jmdexport.drawing.measure import MM_PER_POINT, breaks_a_word, line_box, wrap
from jmdexport.drawing.palette import INK, LEADER, QUIET
from jmdexport.drawing.plan import DoesNotFit, MapGroup, MapPlan, Mark
from jmdexport.drawing.scene import Group, Item, Paint, Polyline, Scene, Text
from jmdexport.drawing.shapes import hatches

SMALLEST = 6.5
"""The smallest size of type that is ever used, in points."""
_SIZES = ((8.0, 7.5, 7.0), (10.0, 9.0, 8.0, 7.5, 7.0))
"""Sizes of the type of labels on A4 and on larger pages, in the order in which they are tried."""
_SHRINK = ((1.0, 0.86, 0.74, 0.62), (0.5,))
_STEPS = ((1.0, 0.95, 0.9, 0.85), (0.8, 0.75, 0.7, 0.65))
"""Radii as shares of the largest that the page allows: large ones first, whatever the size of type."""
_NARROW = 23.0
"""The least room for a label beside the circle."""
_FULL_RADIUS = 75.0
_BETWEEN = 6.0
_NUMBER = 8.0
"""The least room for a number beside the circle."""
_LEAST_MAP = 90.0
"""The least width and height of the map itself."""
_LARGE = 250.0
"""From this length of its shorter side on a page is a large one."""


Nodes: TypeAlias = tuple[tuple[Sector, ...], tuple[Spot, ...], Rings, float]
"""Placed sectors and marks, and the factor of the marks' diameter."""


@attrs.frozen
class Room:
    """The parts of the page: the rectangle of the map, and what flows beside or below it.

    ``title`` is the width of the title; ``beside`` draws that for a scale of the marks no larger than the one it was measured with.
    """

    left: float
    top: float
    right: float
    bottom: float
    title: float
    beside: Callable[[float], tuple[Item, ...]]

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the map."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def half(self) -> float:
        """Half the height."""
        return (self.bottom - self.top) / 2

    @property
    def edge(self) -> float:
        """Half the width."""
        return (self.right - self.left) / 2


@attrs.frozen
class Found:
    """A form that fits: everything placed, lengths relative to the centre of the circle."""

    room: Room
    radius: float
    size: float
    sectors: tuple[Sector, ...]
    spots: tuple[Spot, ...]
    rings: Rings
    scale: float
    labels: tuple[Placed, ...]


def draw_map(plan: MapPlan) -> Scene:
    """Give the network map of a plan as a scene (R-32). German: Netzwerkkarte.

    Raises:
        DoesNotFit: The page has no room for all partners in readable type; the error names those left over.
    """
    order = ordered(plan)
    for numbers in _numberings(plan):
        found = _fitted(plan, order, numbers)
        if found is not None:
            return _scene(plan, found)
    raise DoesNotFit(plan.page, len(plan.marks), _largest(plan))


def _largest(plan: MapPlan) -> tuple[str, ...]:
    """Name what takes the most room: the longest names if they are long, else the fullest groups."""
    long = sorted((mark for mark in plan.marks if len(mark.label) > 60), key=lambda mark: (-len(mark.label), mark.id))
    if long:
        return tuple(mark.label[:39].rstrip() + "…" for mark in long[:5])
    counts = [(sum(mark.group == group.code for mark in plan.marks), group.label) for group in plan.groups]
    fullest = sorted((entry for entry in counts if entry[0]), key=lambda entry: -entry[0])
    return tuple(f"{label} ({count})" for count, label in fullest[:3])


def _numberings(plan: MapPlan) -> Iterator[dict[str, int]]:
    """Give which marks stand as numbers: those whose name fits nowhere; failing that, all."""
    place_of = {group.code: at for at, group in enumerate(plan.groups)}
    inside = sorted(
        (mark for mark in plan.marks if mark.ring), key=lambda mark: (place_of[mark.group], mark.label.casefold(), mark.id)
    )
    long = [mark for mark in inside if label_lines(mark, width=30.0, size=7.0, number=None) is None]
    yield {mark.id: at for at, mark in enumerate(long, start=1)}
    if len(long) < len(inside):
        yield {mark.id: at for at, mark in enumerate(inside, start=1)}


def _fitted(plan: MapPlan, order: Mapping[str, Sequence[Mark]], numbers: Mapping[str, int]) -> Found | None:
    head, foot = frame.header(plan, _title_width(plan, 1))[1] + 2.0, frame.footer(plan)[1] - 2.0
    nodes: dict[float, Nodes | None] = {}
    inside = sum(mark.ring is not None for mark in plan.marks)
    narrow = _NUMBER if inside and len(numbers) == inside else _NARROW
    for size, lines, steps in _forms(plan):
        for room in _rooms(plan, numbers, head, foot, size):
            if _least_height(plan, size, lines) > 4 * room.half:
                continue
            top = min(room.half - RIM - 3.0, room.edge - RIM - GAP - narrow)
            for step in steps:
                radius = math.floor(top * step * 2) / 2
                if radius < 30.0:
                    break
                if radius not in nodes:
                    nodes[radius] = _placed(plan, order, radius)
                placed = nodes[radius]
                if placed is None:
                    continue
                task = Task(plan, placed[0], placed[1], numbers, room, radius, size, lines)
                labels = _labels(task)
                if labels is not None:
                    return Found(room, radius, size, *placed, labels)
    return None


def _least_height(plan: MapPlan, size: float, most: int) -> float:
    """Give the height that headings and labels need on both sides together if each has a single line."""
    heading = Entry("", ("",), "heading", 0.0, size, tight=most == MOST_LINES)
    label = Entry("", ("",), "label", 0.0, size, tight=most == MOST_LINES)
    count = sum(mark.ring is not None for mark in plan.marks)
    return count * (label.height + label.before) + len(plan.groups) * heading.height


def _forms(plan: MapPlan) -> Iterator[tuple[float, int, tuple[float, ...]]]:
    """Give sizes of type, the most lines of a label, and radii: two lines before three, the finest first."""
    sizes = _SIZES[min(plan.page) > _LARGE]
    for lines in (2, MOST_LINES):
        for steps in _STEPS:
            for size in sizes:
                yield size, lines, steps
    for steps in _STEPS:
        yield SMALLEST, MOST_LINES, steps


def _rooms(
    plan: MapPlan, numbers: Mapping[str, int], top: float, foot: float, size: float
) -> Iterator[Room]:
    """Give the ways to divide the page: columns at the right of a wide page, a band below on a high one."""
    width, height = plan.page
    large = min(plan.page) > _LARGE
    left, right = frame.MARGIN, width - frame.MARGIN
    small = min(size, 8.0 if large else 7.0)
    counts = range(1, 6) if width >= height else ((4,) if large else (3,))
    for count in counts:
        if width >= height:
            column = _column(plan)
            if right - left - count * (column + _BETWEEN) < _LEAST_MAP:
                return
        else:
            column = (right - left - (count - 1) * _BETWEEN) / count

        def rows(scale: float, column: float = column) -> list[Row]:
            named = strip(plan, width=column, size=small, scale=scale)
            named += _spaced(index(plan, numbers, width=column, size=small), bool(named))
            return named + _spaced(legend(plan, width=column, size=small, scale=scale), bool(named))

        widest = _scale(min(plan.page) * 0.4)
        high = frame.footer(plan)[1] - 2.0 - frame.MARGIN
        if width < height:
            band = lowest(rows(widest), columns=count, most=foot - top - _LEAST_MAP)
            if band is None:
                return
            high = band
        if flow(rows(widest), height=high, most=count) is None:
            continue
        start = right - count * column - (count - 1) * _BETWEEN

        def beside(scale: float, count: int = count, column: float = column, high: float = high) -> tuple[Item, ...]:
            columns = flow(rows(scale, column), height=high, most=count) or []
            return tuple(drawn(columns, x=right - count * column - (count - 1) * _BETWEEN, y=foot - high, step=column + _BETWEEN))

        if width < height:
            yield Room(left, top, right, foot - high - 5.0, _title_width(plan, count), beside)
        else:
            yield Room(left, top, start - _BETWEEN, foot, _title_width(plan, count), beside)
        return


def _column(plan: MapPlan) -> float:
    """Give the width of a column beside the map."""
    return 62.0 if min(plan.page) > _LARGE else 53.0


def _title_width(plan: MapPlan, columns: int) -> float:
    """Give the room for the title: on a wide page the columns beside the map reach up to the top."""
    wide = plan.page[0] >= plan.page[1]
    return plan.page[0] - 2 * frame.MARGIN - (columns * (_column(plan) + _BETWEEN) if wide else 0.0)


def _spaced(rows: list[Row], wanted: bool) -> list[Row]:  # noqa: FBT001 - its two uses stand close by
    return [gap(4.0), *rows] if rows and wanted else rows


def _scale(radius: float) -> float:
    """Give the factor of the marks' diameter that suits a circle."""
    return min(1.3, max(0.8, radius / _FULL_RADIUS))


def _placed(plan: MapPlan, order: Mapping[str, Sequence[Mark]], radius: float) -> Nodes | None:
    """Place the marks: rather somewhat smaller ones than wider rings, rather wider rings than tiny marks."""
    for shrinks in _SHRINK:
        for rings in RINGS:
            for shrink in shrinks:
                scale = _scale(radius) * shrink
                placed = place(plan, radius=radius, rings=rings, order=order, scale=scale, slack=max(0.5, shrink))
                if placed is not None:
                    return *placed, rings, scale
    return None


@attrs.frozen
class Task:
    """One try at the labels."""

    plan: MapPlan
    sectors: tuple[Sector, ...]
    spots: tuple[Spot, ...]
    numbers: Mapping[str, int]
    room: Room
    radius: float
    size: float
    most: int

    @property
    def tight(self) -> bool:
        """Whether the lines are set as close as they go; so in the last tries."""
        return self.most == MOST_LINES


def _labels(task: Task) -> tuple[Placed, ...] | None:
    """Place the labels of both sides; names that have more room than was thought are set anew in fewer lines."""
    width = task.room.edge - task.radius - RIM - GAP
    found: list[Placed] = []
    for side in SIDES:
        entries = _entries(task, side, width)
        placed = _arranged(task, side, entries) if entries is not None else None
        if placed is None:
            return None
        wider = [
            _reset(task, part.entry, task.room.edge - abs(part.x) - 0.3) if len(part.entry.lines) > 1 else part.entry
            for part in placed
        ]
        found += _arranged(task, side, wider) or placed
    return tuple(found)


def _arranged(task: Task, side: Side, entries: Sequence[Entry]) -> list[Placed] | None:
    return arranged(entries, side, radius=task.radius, half=task.room.half, edge=task.room.edge)


def _reset(task: Task, entry: Entry, width: float) -> Entry:
    if entry.kind == "label" and entry.spot is not None:
        number = task.numbers.get(entry.key)
        lines = label_lines(entry.spot.mark, width=width, size=entry.size, number=number, most=task.most)
    else:
        text = " ".join(entry.lines)
        room = width - (icon_width(entry.size) if entry.kind == "heading" else 0.0)
        lines = entry.lines if "-" in text else wrap(text, width=room, size=entry.size, bold=entry.bold)
    return attrs.evolve(entry, lines=lines) if lines is not None and len(lines) < len(entry.lines) else entry


def _entries(task: Task, side: Side, width: float) -> list[Entry] | None:
    """Give headings and labels of one side from top to bottom."""
    groups = {group.code: group for group in task.plan.groups}
    outside = {mark.group for mark in task.plan.marks if not mark.ring}
    rim = task.radius + RIM
    entries: list[Entry] = []
    for sector in task.sectors if side == "right" else reversed(task.sectors):
        spots = [spot for spot in task.spots if spot.mark.group == sector.code]
        here = [spot for spot in spots if (spot.angle < math.pi) == (side == "right")]
        if side == "left":
            here.reverse()
        middle = sector.start + sector.arc / 2
        if not here and (spots or (middle < math.pi) != (side == "right")):
            continue
        aims = [-rim * math.cos(spot.angle) for spot in here] or [-rim * math.cos(middle)]
        heading = _heading(groups[sector.code], width, task.size, tight=task.tight)
        entries.append(attrs.evolve(heading, aim=aims[0] - heading.height))
        if not here:
            text = words.ALL_OUTSIDE if sector.code in outside else words.NO_PARTNER
            lines = wrap(text.in_(task.plan.language), width=width, size=task.size)
            entries.append(Entry(sector.code, lines, "empty", aims[0], task.size, tight=task.tight))
        for spot, aim in zip(here, aims, strict=False):
            number = task.numbers.get(spot.mark.id)
            if task.most < MOST_LINES and number is None and breaks_a_word(spot.mark.label, width=width, size=task.size):
                return None
            found = label_lines(spot.mark, width=width, size=task.size, number=number, most=task.most)
            if found is None:
                return None
            entries.append(Entry(spot.mark.id, found, "label", aim, task.size, spot, tight=task.tight))
    return entries


def _heading(group: MapGroup, width: float, size: float, *, tight: bool) -> Entry:
    """Give the heading of a group, a little larger than the labels unless that would break a word."""
    for more in (0.5, 0.0):
        room = width - icon_width(size + more)
        if not breaks_a_word(group.label, width=room, size=size + more, bold=True):
            break
    lines = wrap(group.label, width=room, size=size + more, bold=True)
    return Entry(group.code, lines, "heading", 0.0, size + more, tight=tight)


def _scene(plan: MapPlan, found: Found) -> Scene:
    """Put the parts together, what lies below first."""
    x, y = centre = found.room.centre
    groups = {group.code: group for group in plan.groups}
    spots = {spot.mark.id: spot for spot in found.spots}
    items: list[Item] = [*frame.header(plan, found.room.title)[0], *frame.circle(plan, found.sectors, found.rings, centre=centre, radius=found.radius)]
    ties = [
        tie(link, spots, centre=centre, radius=found.radius)
        for link in sorted(plan.links, key=lambda link: (link.brokered, link.strength, link.id))
        if link.a in spots and link.b in spots
    ]
    labels = {placed.entry.key: placed for placed in found.labels if placed.entry.kind == "label"}
    leaders = [
        Polyline(
            points=tuple((x + dx, y + dy) for dx, dy in labels[name].leader),
            paint=Paint(stroke=LEADER, width=0.2),
            data=(("data-role", "leader"), ("data-for", name), ("aria-hidden", "true")),
        )
        for name in spots
    ]
    items += [Group(items=tuple(leaders), data=(("aria-hidden", "true"),)), Group(items=tuple(ties))]
    items += frame.middle(plan, centre=centre, radius=found.radius)
    for placed in found.labels:
        if placed.entry.kind == "label":
            continue
        group = groups[placed.entry.key]
        heading = placed.entry.kind == "heading"
        items.append(_text(placed, centre, group.fill if heading else QUIET, "heading" if heading else "note"))
        if heading:
            items.append(_icon(placed, centre, group))
    for name, spot in spots.items():
        group = groups[spot.mark.group]
        inner = (
            *sign(group, spot.mark, x + spot.x, y + spot.y, spot.area),
            _text(labels[name], centre, INK, "label"),
        )
        items.append(wrapped(plan, spot.mark, inner))
    items += [*found.room.beside(found.scale), *frame.footer(plan)[0]]
    return Scene(
        width=plan.page[0],
        height=plan.page[1],
        language=plan.language,
        title=plan.title,
        description=description(plan),
        items=tuple(items),
        hatches=hatches(plan.groups),
    )


def _text(placed: Placed, centre: tuple[float, float], colour: str, role: str) -> Text:
    entry = placed.entry
    sign_width = (icon_width(entry.size) if entry.kind == "heading" else 0.0) * (1 if placed.side == "right" else -1)
    return Text(
        x=centre[0] + placed.x + sign_width,
        y=centre[1] + placed.top + line_box(entry.size)[0],
        lines=entry.lines,
        size=entry.size,
        bold=entry.bold,
        colour=colour,
        anchor="start" if placed.side == "right" else "end",
        leading=leading(entry.size),
        data=(("data-role", role),),
    )


def _icon(placed: Placed, centre: tuple[float, float], group: MapGroup) -> Item:
    size = placed.entry.size * MM_PER_POINT
    away = size * 0.5 * (1 if placed.side == "right" else -1)
    return heading_sign(group, centre[0] + placed.x + away, centre[1] + placed.top + size * 0.58, size)
