"""The headings and labels of the two sides: which there are, how wide they may be, how they are set."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

import attrs

from jmdexport.drawing.entries import Column, entries, height_of, least_height, notes
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
    steepest,
)
from jmdexport.drawing.layout_nodes import Sector, Spot
from jmdexport.drawing.layout_page import Room
from jmdexport.drawing.measure import breaks_a_word, wrap
from jmdexport.drawing.plan import MapPlan, Mark
from jmdexport.drawing.rays import tangled

_NEAR = 0.35
_STRAYS = 3
"""So many marks of a group, and so near to the lowest point, are named on the side of the others."""
SLOPE = 0.06
"""The least cosine of the angle between a leader and its ray in a good picture."""
LEAST_SLOPE = -0.05
"""A leader may run a hair's breadth within the rim where nothing else is left, but not across another."""
_GAPS = (GAP, GAP + 4.0, GAP + 8.0, GAP + 13.0, GAP + 18.0)
_SHIFT = 0.6
"""How far from the lowest point, in radians, a mark may stand whose label goes to the other side."""


@attrs.frozen
class Task:
    """One try at the labels: the placed marks, and the size of type and most lines to try."""

    plan: MapPlan
    sectors: tuple[Sector, ...]
    spots: tuple[Spot, ...]
    numbers: Mapping[str, int]
    room: Room
    radius: float
    size: float
    most: int
    gap: float = GAP

    @property
    def tight(self) -> bool:
        """Whether the lines are set as close as they go; so in the last tries."""
        return self.most == MOST_LINES


def wide_enough(
    plan: MapPlan, numbers: Mapping[str, int], *, room: Room, radius: float, size: float, most: int
) -> bool:
    """Tell whether all labels can be set beside a circle, wherever on it the marks will stand."""
    width = room.edge - radius - RIM - GAP
    counts = []
    for mark in plan.inside:
        lines = _lines(mark, numbers.get(mark.id), width=width, size=size, most=most)
        if lines is None:
            return False
        counts.append(len(lines))
    if 0 < len(numbers) == len(counts):
        # Numbers stand round the circle where there is no room for them beside it.
        return True
    tight = most == MOST_LINES
    return height_of(counts, size=size, tight=tight) <= 4 * room.half + (room.rise if tight else 0.0)


def sides(task: Task) -> tuple[Placed, ...] | None:
    """Place the labels of both sides; names with more room than was thought are set anew in fewer lines.

    Where a leader would run along the rim, the labels stand farther off, as long as they have room there.
    """
    best: tuple[float, tuple[Placed, ...]] | None = None
    for gap in _GAPS:
        none = True
        for found in _with_gap(attrs.evolve(task, gap=gap)):
            none, slope = False, slope_of(found)
            if slope >= SLOPE:
                return found
            if best is None or slope > best[0]:
                best = slope, found
        if none:
            break
    return best[1] if best else None


def slope_of(labels: Sequence[Placed]) -> float:
    """Tell how clearly the leaders point outward: the least cosine, less than nought if two of them cross."""
    leaders = [placed.leader for placed in labels if placed.leader]
    slope = steepest(leaders)
    return -1.0 if LEAST_SLOPE <= slope < SLOPE and tangled(leaders) else slope


def _with_gap(task: Task) -> Iterator[tuple[Placed, ...]]:
    width = task.room.edge - task.radius - RIM - task.gap
    labels: dict[str, Entry] = {}
    for spot in task.spots:
        label = _label(task, spot, width)
        if label is None:
            return
        labels[spot.mark.id] = label
    for bottom, rise in _partings(task, labels, width):
        found = _both(task, labels, width, bottom, rise)
        if found is not None:
            yield found


def _partings(task: Task, labels: Mapping[str, Entry], width: float) -> Iterator[tuple[float, float]]:
    """Give the angles at which the labels may part to right and left: the lowest point, or one near it.

    A few marks of a group beyond the lowest point would repeat its heading on the other side. And where
    one side has more labels than it holds, the other takes the lowest of them. With each angle goes how
    far the right side may reach into the corner beside the title; only where it must.
    """
    edge = _near_edge(task)
    if edge is not None:
        yield edge, 0.0
    yield math.pi, 0.0
    right, left = (
        math.fsum(entry.height + entry.before for entry in _entries(task, side, labels, width, math.pi))
        for side in SIDES
    )
    room = 2 * task.room.half
    rises = (0.0, task.room.rise) if task.tight and task.room.rise else (0.0,)
    for rise in rises if max(right, left) > room else ():
        if right + left < 2 * room + rise:
            if right <= room + rise and left <= room:
                yield math.pi, rise
            bottom = _evened(task, labels, right - rise - left)
            if bottom is not None:
                yield bottom, rise


def _near_edge(task: Task) -> float | None:
    """Give the edge of a sector that is so near to the lowest point that only a few marks lie between."""
    for sector in task.sectors[1:]:
        if 0 < abs(sector.start - math.pi) < _NEAR:
            low, high = sorted((sector.start, math.pi))
            between = sum(low <= spot.angle < high for spot in task.spots)
            if 0 < between <= _STRAYS:
                return sector.start
    return None


def _evened(task: Task, labels: Mapping[str, Entry], more: float) -> float | None:
    """Give the angle at which both sides are equally full; *more* is by how much the right one is fuller."""
    spots = sorted(task.spots, key=lambda spot: spot.angle)
    fuller = [spot for spot in spots if (spot.angle < math.pi) == (more > 0)]
    moved = 0.0
    for spot, after in itertools.pairwise(fuller[::-1] if more > 0 else fuller):
        moved += labels[spot.mark.id].height + labels[spot.mark.id].before
        if abs(spot.angle - math.pi) > _SHIFT:
            return None
        if moved >= abs(more) / 2:
            return (spot.angle + after.angle) / 2
    return None


def _both(
    task: Task, labels: Mapping[str, Entry], width: float, bottom: float, rise: float
) -> tuple[Placed, ...] | None:
    found: list[Placed] = []
    for side in SIDES:
        higher = rise if side == "right" else 0.0
        placed = _arranged(task, side, _entries(task, side, labels, width, bottom), higher)
        if placed is None:
            return None
        wider = [_reset(task, part.entry, task.room.edge - abs(part.x) - 0.3) for part in placed]
        found += _arranged(task, side, wider, higher) or placed
    broken = any(part.entry.kind == "heading" and part.entry.lines[0].endswith("-") for part in found)
    return None if broken and not task.tight else tuple(found)


def map_height(plan: MapPlan, size: float, most: int) -> float:
    """Give the height that headings and labels of a map need at least, on both sides together."""
    count = sum(mark.ring is not None for mark in plan.marks)
    return least_height(count, len(plan.groups), size=size, tight=most == MOST_LINES)


def _arranged(task: Task, side: Side, entries: Sequence[Entry], rise: float) -> list[Placed] | None:
    room = task.room
    return arranged(
        entries, side, radius=task.radius, half=room.half, edge=room.edge, rise=rise, gap=task.gap
    )


def _reset(task: Task, entry: Entry, width: float) -> Entry:
    if entry.kind == "label" and entry.spot is not None:
        number = task.numbers.get(entry.key)
        lines = label_lines(entry.spot.mark, width=width, size=entry.size, number=number, most=task.most)
    else:
        room = width - (icon_width(entry.size) if entry.kind == "heading" else 0.0)
        lines = wrap(entry.text, width=room, size=entry.size, bold=entry.bold)
    shortened = entry.spot is not None and entry.lines == (entry.spot.mark.short,)
    broken = any(line.endswith("-") for line in entry.lines)
    if lines is None or len(lines) > len(entry.lines) - (0 if broken or shortened else 1):
        return entry
    return attrs.evolve(entry, lines=lines)


def _entries(task: Task, side: Side, labels: Mapping[str, Entry], width: float, bottom: float) -> list[Entry]:
    plan = task.plan
    said = notes(plan.groups, plan.marks, plan.language)
    column = Column(width, task.size, task.tight, plan.groups, said)

    def label(spot: Spot, _aim: float) -> Entry:
        return labels[spot.mark.id]

    found = entries(column, side, task.sectors, task.spots, label, radius=task.radius, bottom=bottom)
    return found or []


def _label(task: Task, spot: Spot, width: float) -> Entry | None:
    """Give the label of a mark, at the height of its ray at the rim; ``None`` if it needs too many lines."""
    number = task.numbers.get(spot.mark.id)
    lines = _lines(spot.mark, number, width=width, size=task.size, most=task.most)
    if lines is None:
        return None
    aim = -(task.radius + RIM) * math.cos(spot.angle)
    return Entry(spot.mark.id, lines, "label", aim, task.size, spot, tight=task.tight)


def _lines(mark: Mark, number: int | None, *, width: float, size: float, most: int) -> tuple[str, ...] | None:
    """Give the lines of a label; none if it needs too many, or before the last tries a word would break."""
    tight = most == MOST_LINES
    if number is None and not tight and breaks_a_word(mark.label, width=width, size=size):
        return None
    return label_lines(mark, width=width, size=size, number=number, most=most)
