"""From a plan to a scene: try the finest layout that fits, and say clearly when none does.

The forms are tried in a fixed order: names first, then numbers with an index; two lines a label before
three; a large circle before a small one, large type before small. A name that is too long for one line
gives way to the partner's short label, where there is one, before it takes a second. Where not even the
last names have room, all stand as numbers round the circle. The first form that has room for everything,
and whose leaders point outward, is taken, so the same plan always gives the same picture. Type is never
smaller than 6.5 pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from jmdexport.drawing.compose import Found, scene_of
from jmdexport.drawing.frame import is_large
from jmdexport.drawing.layout_labels import MOST_LINES
from jmdexport.drawing.layout_nodes import NARROW_RINGS, RINGS, Rings, Sector, Spot, place
from jmdexport.drawing.layout_order import ordered
from jmdexport.drawing.layout_page import NARROW, Room, rooms, scale_of
from jmdexport.drawing.layout_sides import LEAST_SLOPE, SLOPE, Task, map_height, sides, slope_of, wide_enough
from jmdexport.drawing.layout_slots import slots
from jmdexport.drawing.plan import DoesNotFit, MapPlan, Mark
from jmdexport.drawing.scene import Scene
from jmdexport.drawing.tries import STEPS, Form, forms, most_room, numberings, radii

Nodes: TypeAlias = tuple[tuple[Sector, ...], tuple[Spot, ...], Rings, float]
"""Placed sectors and marks, the rings, and the factor of the marks' diameter."""

_SIZES = ((8.0, 7.5, 7.0), (10.0, 9.0, 8.0, 7.5, 7.0))
"""Sizes of the type of labels on A4 and on larger pages, in the order in which they are tried."""
_FEW = 24
_FEW_SIZE = 9.0
"""A map of A4 with so few marks is set larger."""
_FINE_STEPS = ((1.0, 0.975, 0.95, 0.925, 0.9, 0.875, 0.85), (0.825, 0.8, 0.775, 0.75, 0.7, 0.65))
_FINE = 80
"""Up to so many marks there is time for fine steps of the radius."""
_SHRINK = ((1.0, 0.86, 0.74, 0.62), (0.5, 0.4, 0.32))
_LEAST_SCALE = 0.4
"""Smaller marks could no longer be told apart in print."""
_LEAST_RADIUS = 30.0
_NUMBER = 8.0
"""The least room for a number beside the circle."""
_MORE = 8
"""So many layouts are tried for one in which no leader runs along the rim; then the best of them is taken."""


def draw_map(plan: MapPlan) -> Scene:
    """Give the network map of a plan as a scene (R-32). German: Netzwerkkarte.

    Raises:
        DoesNotFit: The page has no room for all partners in readable type; the error names what takes most.
    """
    order = ordered(plan)
    for numbers in numberings(plan.inside):
        found = _fitted(plan, order, numbers)
        if found is not None:
            return scene_of(plan, found)
    raise DoesNotFit(plan.page, len(plan.marks), most_room(plan.marks, plan.groups))


def _fitted(plan: MapPlan, order: Mapping[str, Sequence[Mark]], numbers: Mapping[str, int]) -> Found | None:
    """Give the first layout that fits and whose leaders point outward; failing that, the best that fits."""
    nodes: dict[tuple[float, float], Nodes | None] = {}
    failed: dict[tuple[float, Rings, float], float] = {}
    best: tuple[float, Found] | None = None
    fallen, all_numbers = 0, len(numbers) == len(plan.inside) > 0
    rooms_of: dict[float, list[Room]] = {}
    for form in _forms(plan):
        if form.size not in rooms_of:
            rooms_of[form.size] = list(rooms(plan, numbers, form.size))
        for room in rooms_of[form.size]:
            high = map_height(plan, form.size, form.lines)
            most = 4 * room.half + (room.rise if form.lines == MOST_LINES else 0.0)
            if not all_numbers and high > most:
                continue
            for radius in _radii(plan, numbers, room, form.steps):
                size, lines = form.size, form.lines
                if not wide_enough(plan, numbers, room=room, radius=radius, size=size, most=lines):
                    continue
                key = radius, room.cap
                if key not in nodes:
                    nodes[key] = _placed(plan, order, radius, room.cap, failed)
                placed = nodes[key]
                if placed is None:
                    continue
                task = Task(plan, placed[0], placed[1], numbers, room, radius, form.size, form.lines)
                labels = slots(task) if all_numbers else sides(task)
                if labels is None:
                    continue
                found = Found(room, radius, *placed, labels)
                slope = SLOPE if all_numbers else slope_of(labels)
                if slope >= SLOPE:
                    return found
                if best is None or slope > best[0]:
                    best = slope, found
                fallen += 1
                if best[0] >= (0.0 if fallen < 2 * _MORE else LEAST_SLOPE) and fallen >= _MORE:
                    return best[1]
    return best[1] if best and best[0] >= LEAST_SLOPE else None


def _forms(plan: MapPlan) -> Iterator[Form]:
    sizes = _SIZES[is_large(plan)]
    if len(plan.marks) <= _FEW:
        sizes = (*(size for size in (_FEW_SIZE,) if size > sizes[0]), *sizes)
    return forms(sizes, _FINE_STEPS if len(plan.marks) <= _FINE else STEPS)


def _radii(plan: MapPlan, numbers: Mapping[str, int], room: Room, steps: Sequence[float]) -> Iterator[float]:
    inside = sum(mark.ring is not None for mark in plan.marks)
    narrow = _NUMBER if inside and len(numbers) == inside else NARROW
    return radii(half=room.half, edge=room.edge, narrow=narrow, steps=steps, least=_LEAST_RADIUS)


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

    for forms_of, tier in (*((RINGS, tier) for tier in _SHRINK), ((NARROW_RINGS,), _SHRINK[-1])):
        shrinks = [shrink for shrink in tier if largest * shrink >= _LEAST_SCALE]
        for rings in forms_of if shrinks else ():
            found = at(rings, shrinks[0])
            # Where the smallest marks have no room, larger ones have none either.
            smallest = at(rings, shrinks[-1]) if found is None and len(shrinks) > 1 else None
            if smallest is not None:
                found = next((one for shrink in shrinks[1:-1] if (one := at(rings, shrink))), smallest)
            if found is not None:
                return found
    return None
