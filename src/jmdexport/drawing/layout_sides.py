"""The headings and labels of the two sides: which there are, how wide they may be, how they are set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import attrs

from jmdexport.drawing.entries import Column, entries, least_height, notes
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
)
from jmdexport.drawing.layout_nodes import Sector, Spot
from jmdexport.drawing.layout_page import Room
from jmdexport.drawing.measure import breaks_a_word, wrap
from jmdexport.drawing.plan import MapPlan, Mark


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

    @property
    def tight(self) -> bool:
        """Whether the lines are set as close as they go; so in the last tries."""
        return self.most == MOST_LINES


def wide_enough(
    plan: MapPlan, numbers: Mapping[str, int], *, room: Room, radius: float, size: float, most: int
) -> bool:
    """Tell whether every label can be set beside a circle, wherever on it the marks will stand."""
    width = room.edge - radius - RIM - GAP
    return all(
        _lines(mark, numbers.get(mark.id), width=width, size=size, most=most) is not None
        for mark in plan.marks
        if mark.ring
    )


def sides(task: Task) -> tuple[Placed, ...] | None:
    """Place the labels of both sides; names with more room than was thought are set anew in fewer lines."""
    plan, width = task.plan, task.room.edge - task.radius - RIM - GAP
    said = notes(plan.groups, plan.marks, plan.language)
    column = Column(width, task.size, task.tight, plan.groups, said)
    label = partial(_label, task, width)
    found: list[Placed] = []
    for side in SIDES:
        tried = entries(column, side, task.sectors, task.spots, label, radius=task.radius)
        placed = _arranged(task, side, tried) if tried is not None else None
        if placed is None:
            return None
        wider = [_reset(task, part.entry, task.room.edge - abs(part.x) - 0.3) for part in placed]
        found += _arranged(task, side, wider) or placed
    broken = any(part.entry.kind == "heading" and part.entry.lines[0].endswith("-") for part in found)
    return None if broken and not task.tight else tuple(found)


def map_height(plan: MapPlan, size: float, most: int) -> float:
    """Give the height that headings and labels of a map need at least, on both sides together."""
    count = sum(mark.ring is not None for mark in plan.marks)
    return least_height(count, len(plan.groups), size=size, tight=most == MOST_LINES)


def _arranged(task: Task, side: Side, found: Sequence[Entry]) -> list[Placed] | None:
    return arranged(found, side, radius=task.radius, half=task.room.half, edge=task.room.edge)


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


def _label(task: Task, width: float, spot: Spot, aim: float) -> Entry | None:
    number = task.numbers.get(spot.mark.id)
    lines = _lines(spot.mark, number, width=width, size=task.size, most=task.most)
    if lines is None:
        return None
    return Entry(spot.mark.id, lines, "label", aim, task.size, spot, tight=task.tight)


def _lines(mark: Mark, number: int | None, *, width: float, size: float, most: int) -> tuple[str, ...] | None:
    """Give the lines of a label; none if it needs too many, or before the last tries a word would break."""
    tight = most == MOST_LINES
    if number is None and not tight and breaks_a_word(mark.label, width=width, size=size):
        return None
    return label_lines(mark, width=width, size=size, number=number, most=most)
