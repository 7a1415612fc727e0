"""The headings and labels of the two sides: which there are, how wide they may be, how they are set."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import attrs

from jmdexport.drawing import words
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
from jmdexport.drawing.plan import MapGroup, MapPlan, Mark


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
    width = task.room.edge - task.radius - RIM - GAP
    found: list[Placed] = []
    for side in SIDES:
        entries = _entries(task, side, width)
        placed = _arranged(task, side, entries) if entries is not None else None
        if placed is None:
            return None
        wider = [_reset(task, part.entry, task.room.edge - abs(part.x) - 0.3) for part in placed]
        found += _arranged(task, side, wider) or placed
    broken = any(part.entry.kind == "heading" and part.entry.lines[0].endswith("-") for part in found)
    return None if broken and not task.tight else tuple(found)


def least_height(plan: MapPlan, size: float, most: int) -> float:
    """Give the height that headings and labels need on both sides together if each has a single line."""
    heading = Entry("", ("",), "heading", 0.0, size, tight=most == MOST_LINES)
    label = Entry("", ("",), "label", 0.0, size, tight=most == MOST_LINES)
    count = sum(mark.ring is not None for mark in plan.marks)
    return count * (label.height + label.before) + len(plan.groups) * heading.height


def _arranged(task: Task, side: Side, entries: Sequence[Entry]) -> list[Placed] | None:
    return arranged(entries, side, radius=task.radius, half=task.room.half, edge=task.room.edge)


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


def _entries(task: Task, side: Side, width: float) -> list[Entry] | None:
    """Give headings and labels of one side from top to bottom; ``None`` if a label needs too many lines."""
    groups = {group.code: group for group in task.plan.groups}
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
        heading = _heading(task, groups[sector.code], width)
        found = [_label(task, spot, width, aim) for spot, aim in zip(here, aims, strict=False)]
        labels = [label for label in found if label is not None]
        if len(labels) < len(found):
            return None
        labels = labels or [_note(task, sector.code, width, aims[0])]
        above = (heading.height + labels[0].height) / 2 + labels[0].before
        entries += [attrs.evolve(heading, aim=aims[0] - above), *labels]
    return entries


def _label(task: Task, spot: Spot, width: float, aim: float) -> Entry | None:
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


def _note(task: Task, code: str, width: float, aim: float) -> Entry:
    """Give the words of a sector without a mark: no partner, or all of them beside the circle."""
    outside = any(mark.group == code for mark in task.plan.marks)
    text = (words.ALL_OUTSIDE if outside else words.NO_PARTNER).in_(task.plan.language)
    lines = wrap(text, width=width, size=task.size)
    return Entry(code, lines, "empty", aim, task.size, tight=task.tight, text=text)


def _heading(task: Task, group: MapGroup, width: float) -> Entry:
    """Give the heading of a group, a little larger than the labels unless that would break a word."""
    for more in (0.5, 0.0):
        size = task.size + more
        room = width - icon_width(size)
        if not breaks_a_word(group.label, width=room, size=size, bold=True):
            break
    lines = wrap(group.label, width=room, size=size, bold=True)
    return Entry(group.code, lines, "heading", 0.0, size, tight=task.tight, text=group.label)
