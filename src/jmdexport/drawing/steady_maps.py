"""Whole network maps of several years, one scene a year: the same circle, angles and places of labels.

Laid one over the other, or shown one after the other, nothing but the marks moves: along their rays. Made
for a page with a slider of years; a map that is printed alone is laid out by itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import attrs

from jmdexport.drawing.compose import Found, scene_of
from jmdexport.drawing.entries import empty_words
from jmdexport.drawing.frame import is_large
from jmdexport.drawing.layout_labels import Entry, Placed
from jmdexport.drawing.layout_nodes import Spot
from jmdexport.drawing.layout_page import NARROW, Room, rooms, scale_of
from jmdexport.drawing.layout_sides import Task, map_height, sides, wide_enough
from jmdexport.drawing.measure import wrap
from jmdexport.drawing.plan import DoesNotFit, MapPlan
from jmdexport.drawing.rays import tangled
from jmdexport.drawing.scene import Scene
from jmdexport.drawing.steady import Steady, steady_layout, union
from jmdexport.drawing.tries import forms, radii

_SIZES = ((8.0, 7.5, 7.0), (9.0, 8.0, 7.5, 7.0))
_NUMBER = 8.0
"""The least room for a number beside the circle."""
_LEAST_RADIUS = 30.0


def draw_years(plans: Sequence[MapPlan]) -> tuple[Scene, ...]:
    """Give the network maps of several years, one scene for each plan, with angles that stay put (R-33).

    Args:
        plans: The maps, all of one page and with the same groups, each with its own marks beside the circle.

    Raises:
        DoesNotFit: The page has no room for the partners of all the years in readable type.
        ValueError: There is no plan, or the plans have different groups or pages.
    """
    if len({plan.page for plan in plans}) != 1:
        raise ValueError("Maps that are laid out together need the same page, and at least one of them.")
    whole = union(plans)
    named: dict[str, int] = {}
    for numbers in (named, {mark.id: at for at, mark in enumerate(whole.inside, start=1)}):
        found = _fitted(plans, whole, numbers)
        if found is not None:
            return found
    longest = sorted(whole.marks, key=lambda mark: (-len(mark.label), mark.id))[:3]
    raise DoesNotFit(whole.page, len(whole.marks), tuple(mark.label for mark in longest))


def _fitted(plans: Sequence[MapPlan], whole: MapPlan, numbers: Mapping[str, int]) -> tuple[Scene, ...] | None:
    placed: dict[tuple[float, float], Steady | None] = {}
    narrow = _NUMBER if numbers else NARROW
    for form in forms(_SIZES[is_large(whole)]):
        size, lines = form.size, form.lines
        for shared in _shared_rooms(plans, numbers, size):
            if map_height(whole, size, lines) > 4 * shared[0].half:
                continue
            room = shared[0]
            for radius in radii(
                half=room.half, edge=room.edge, narrow=narrow, steps=form.steps, least=_LEAST_RADIUS
            ):
                if not wide_enough(whole, numbers, room=room, radius=radius, size=size, most=lines):
                    continue
                key = radius, room.cap
                if key not in placed:
                    placed[key] = steady_layout(plans, radius=radius, scale=min(room.cap, scale_of(radius)))
                steady = placed[key]
                if steady is None:
                    continue
                spots = _of_all_years(whole, steady)
                task = Task(whole, steady.sectors, spots, numbers, room, radius, size, lines)
                labels = sides(task)
                if labels is not None and not tangled([one.leader for one in labels]):
                    return tuple(
                        scene_of(plan, _year(plan, steady, at, own, labels))
                        for at, (plan, own) in enumerate(zip(plans, shared, strict=True))
                    )
    return None


def _shared_rooms(
    plans: Sequence[MapPlan], numbers: Mapping[str, int], size: float
) -> Iterator[tuple[Room, ...]]:
    """Give each year's page with one and the same rectangle for the map."""
    ways = []
    for plan in plans:
        inside = {mark.id for mark in plan.marks if mark.ring}
        ways.append(list(rooms(plan, {key: at for key, at in numbers.items() if key in inside}, size)))
    for found in zip(*ways, strict=False):
        yield tuple(
            attrs.evolve(
                room,
                left=max(one.left for one in found),
                top=max(one.top for one in found),
                right=min(one.right for one in found),
                bottom=min(one.bottom for one in found),
                cap=min(one.cap for one in found),
            )
            for room in found
        )


def _of_all_years(whole: MapPlan, steady: Steady) -> tuple[Spot, ...]:
    """Give one place for each partner of any year, in the order of the angles."""
    marks = {mark.id: mark for mark in whole.marks}
    last = {spot.mark.id: spot for spots in steady.years for spot in spots}
    return tuple(
        attrs.evolve(spot, mark=marks[spot.mark.id])
        for spot in sorted(last.values(), key=lambda spot: spot.angle)
    )


def _year(plan: MapPlan, steady: Steady, at: int, room: Room, labels: Sequence[Placed]) -> Found:
    """Give the layout of one year: its marks, and of the labels of all years those that it needs."""
    spots = {spot.mark.id: spot for spot in steady.years[at]}
    filled = {spot.mark.group for spot in spots.values()}
    group_of = {mark.id: mark.group for mark in plan.marks}
    kept: list[Placed] = []
    heading: Placed | None = None
    noted: set[str] = set()
    # Where room is scarce, the heading of a sector that is empty in all years says so itself.
    named = {one.entry.spot.mark.group for one in labels if one.entry.spot}
    named |= {one.entry.key for one in labels if one.entry.kind == "empty"}
    for placed in labels:
        if placed.entry.kind == "heading" and placed.entry.key not in named:
            kept.append(placed)
        elif placed.entry.kind == "heading":
            heading = placed
        elif placed.entry.kind == "empty":
            kept += [*([heading] if heading else []), placed]
            heading = None
        elif placed.entry.key in spots:
            kept += [*([heading] if heading else []), _led(placed, spots[placed.entry.key])]
            heading = None
        elif heading is not None and heading.entry.key not in filled | noted:
            noted.add(heading.entry.key)
            outside = heading.entry.key in group_of.values()
            kept += [heading, *_note(plan, heading.entry.key, placed, room, outside=outside)]
            heading = None
    return Found(
        room, steady.radius, steady.sectors, steady.years[at], steady.rings, steady.scale, tuple(kept)
    )


def _led(placed: Placed, spot: Spot) -> Placed:
    """Let the leader of a label begin at the year's mark."""
    sine, cosine = math.sin(spot.angle), -math.cos(spot.angle)
    start = spot.radius + spot.reach
    return attrs.evolve(placed, leader=((start * sine, start * cosine), *placed.leader[1:]))


def _note(plan: MapPlan, code: str, placed: Placed, room: Room, *, outside: bool) -> list[Placed]:
    """Say that a sector has no mark in this year, in the place of a label that the year does not need."""
    text = empty_words(outside=outside, language=plan.language)
    size = placed.entry.size
    lines = wrap(text, width=room.edge - abs(placed.x), size=size)
    if len(lines) > len(placed.entry.lines):
        return []
    entry = Entry(code, lines, "empty", placed.entry.aim, size, text=text)
    return [attrs.evolve(placed, entry=entry, leader=())]
