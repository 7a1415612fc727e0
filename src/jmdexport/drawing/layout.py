"""From a plan to a scene: try the finest layout that fits, and say clearly when none does.

The forms are tried in a fixed order: names first, then numbers with an index; two lines a label before
three; a large circle before a small one, large type before small. The first that has room for everything
is taken, so the same plan always gives the same picture. Type is never smaller than 6.5 pt.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from jmdexport.drawing.compose import Found, scene_of
from jmdexport.drawing.frame import is_large
from jmdexport.drawing.layout_labels import GAP, MOST_LINES, RIM, label_lines
from jmdexport.drawing.layout_nodes import RINGS, Rings, Sector, Spot, place
from jmdexport.drawing.layout_order import ordered
from jmdexport.drawing.layout_page import NARROW, SMALLEST, Room, rooms, scale_of
from jmdexport.drawing.layout_sides import Task, least_height, sides, wide_enough
from jmdexport.drawing.plan import DoesNotFit, MapPlan, Mark
from jmdexport.drawing.scene import Scene

Nodes: TypeAlias = tuple[tuple[Sector, ...], tuple[Spot, ...], Rings, float]
"""Placed sectors and marks, the rings, and the factor of the marks' diameter."""

_SIZES = ((8.0, 7.5, 7.0), (10.0, 9.0, 8.0, 7.5, 7.0))
"""Sizes of the type of labels on A4 and on larger pages, in the order in which they are tried."""
_FEW = 24
_FEW_SIZE = 9.0
"""A map of A4 with so few marks is set larger."""
_STEPS = ((1.0, 0.95, 0.9, 0.85), (0.8, 0.75, 0.7, 0.65))
"""Radii as shares of the largest that the page allows: large ones first, whatever the size of type."""
_FINE_STEPS = ((1.0, 0.975, 0.95, 0.925, 0.9, 0.875, 0.85), (0.825, 0.8, 0.775, 0.75, 0.7, 0.65))
_FINE = 80
"""Up to so many marks there is time for fine steps of the radius."""
_SHRINK = ((1.0, 0.86, 0.74, 0.62), (0.5, 0.4))
_LEAST_SCALE = 0.4
"""Smaller marks could no longer be told apart in print."""
_LEAST_RADIUS = 30.0
_NUMBER = 8.0
"""The least room for a number beside the circle."""
_SURE_WIDTH = 30.0
"""A name that needs too many lines at this width stands in the index."""
_LONG = 60
"""A name of more characters is named in the error as taking much room."""


def draw_map(plan: MapPlan) -> Scene:
    """Give the network map of a plan as a scene (R-32). German: Netzwerkkarte.

    Raises:
        DoesNotFit: The page has no room for all partners in readable type; the error names what takes most.
    """
    order = ordered(plan)
    for numbers in _numberings(plan):
        found = _fitted(plan, order, numbers)
        if found is not None:
            return scene_of(plan, found)
    raise DoesNotFit(plan.page, len(plan.marks), _largest(plan))


def _largest(plan: MapPlan) -> tuple[str, ...]:
    """Name what takes the most room: the longest names if they are long, else the fullest groups."""
    long = sorted(
        (mark for mark in plan.marks if len(mark.label) > _LONG), key=lambda mark: (-len(mark.label), mark.id)
    )
    if long:
        return tuple(mark.label[:39].rstrip() + "…" for mark in long[:5])
    counts = [(sum(mark.group == group.code for mark in plan.marks), group.label) for group in plan.groups]
    fullest = sorted((entry for entry in counts if entry[0]), key=lambda entry: -entry[0])
    return tuple(f"{label} ({count})" for count, label in fullest[:3])


def _numberings(plan: MapPlan) -> Iterator[dict[str, int]]:
    """Give which marks stand as numbers: those whose name fits nowhere; failing that, all."""
    place_of = {group.code: at for at, group in enumerate(plan.groups)}
    inside = sorted(
        (mark for mark in plan.marks if mark.ring),
        key=lambda mark: (place_of[mark.group], mark.label.casefold(), mark.id),
    )
    long = [mark for mark in inside if label_lines(mark, width=_SURE_WIDTH, size=7.0, number=None) is None]
    yield {mark.id: at for at, mark in enumerate(long, start=1)}
    if len(long) < len(inside):
        yield {mark.id: at for at, mark in enumerate(inside, start=1)}


def _fitted(plan: MapPlan, order: Mapping[str, Sequence[Mark]], numbers: Mapping[str, int]) -> Found | None:
    divided = functools.cache(lambda size: tuple(rooms(plan, numbers, size)))
    nodes: dict[tuple[float, float], Nodes | None] = {}
    failed: dict[tuple[float, Rings, float], float] = {}
    for form in _forms(plan):
        for room in divided(form.size):
            if least_height(plan, form.size, form.lines) > 4 * room.half:
                continue
            for radius in _radii(plan, numbers, room, form.steps):
                size, most = form.size, form.lines
                if not wide_enough(plan, numbers, room=room, radius=radius, size=size, most=most):
                    continue
                key = radius, room.cap
                if key not in nodes:
                    nodes[key] = _placed(plan, order, radius, room.cap, failed)
                placed = nodes[key]
                if placed is None:
                    continue
                task = Task(plan, placed[0], placed[1], numbers, room, radius, form.size, form.lines)
                labels = sides(task)
                if labels is not None:
                    return Found(room, radius, *placed, labels)
    return None


@attrs.frozen
class _Form:
    """One way to try: size of type, the most lines of a label, and radii as shares of the largest."""

    size: float
    lines: int
    steps: tuple[float, ...]


def _forms(plan: MapPlan) -> Iterator[_Form]:
    sizes = _SIZES[is_large(plan)]
    if len(plan.marks) <= _FEW:
        sizes = (*(size for size in (_FEW_SIZE,) if size > sizes[0]), *sizes)
    steps_of = _FINE_STEPS if len(plan.marks) <= _FINE else _STEPS
    for lines in (2, MOST_LINES):
        for steps in steps_of:
            for size in sizes:
                yield _Form(size, lines, steps)
    for steps in steps_of:
        yield _Form(SMALLEST, MOST_LINES, steps)


def _radii(plan: MapPlan, numbers: Mapping[str, int], room: Room, steps: Sequence[float]) -> Iterator[float]:
    inside = sum(mark.ring is not None for mark in plan.marks)
    narrow = _NUMBER if inside and len(numbers) == inside else NARROW
    largest = min(room.half - RIM - 3.0, room.edge - RIM - GAP - narrow)
    for step in steps:
        radius = math.floor(largest * step * 2) / 2
        if radius >= _LEAST_RADIUS:
            yield radius


def _placed(
    plan: MapPlan,
    order: Mapping[str, Sequence[Mark]],
    radius: float,
    cap: float,
    failed: dict[tuple[float, Rings, float], float],
) -> Nodes | None:
    """Place the marks: rather somewhat smaller ones than wider rings, rather wider rings than tiny marks.

    Args:
        failed: By largest scale, form of the rings and shrinking: the largest circle that was too small.
    """
    largest = min(cap, scale_of(radius))

    def at(rings: Rings, shrink: float) -> Nodes | None:
        # On a smaller circle the marks are as large or larger in proportion: what failed fails again.
        if radius <= failed.get((cap, rings, shrink), 0.0):
            return None
        scale, slack = largest * shrink, max(0.5, shrink)
        placed = place(plan, radius=radius, rings=rings, order=order, scale=scale, slack=slack)
        if placed is None:
            failed[cap, rings, shrink] = radius
            return None
        return (*placed, rings, scale)

    for tier in _SHRINK:
        shrinks = [shrink for shrink in tier if largest * shrink >= _LEAST_SCALE]
        for rings in RINGS if shrinks else ():
            found = at(rings, shrinks[0])
            # Where the smallest marks have no room, larger ones have none either.
            smallest = at(rings, shrinks[-1]) if found is None and len(shrinks) > 1 else None
            if smallest is not None:
                found = next((one for shrink in shrinks[1:-1] if (one := at(rings, shrink))), smallest)
            if found is not None:
                return found
    return None
