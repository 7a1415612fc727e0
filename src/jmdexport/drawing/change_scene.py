"""A layout of a change map becomes a scene: all parts put together, what lies below first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from jmdexport.drawing import frame
from jmdexport.drawing.change_beside import partner
from jmdexport.drawing.change_layout import Place, Places, as_mark
from jmdexport.drawing.change_page import Sheet
from jmdexport.drawing.change_plan import ChangePlan
from jmdexport.drawing.change_signs import (
    arrow,
    body,
    ghost,
    room_of,
    row_of,
    shining,
    shown_signs,
    signs_before,
    struck,
)
from jmdexport.drawing.keys import tie_paint
from jmdexport.drawing.labels import headings, label_text, leaders
from jmdexport.drawing.layout_labels import Placed
from jmdexport.drawing.layout_nodes import Spot, mark_area
from jmdexport.drawing.layout_ties import Way, points_of, ways
from jmdexport.drawing.measure import MM_PER_POINT
from jmdexport.drawing.palette import INK, QUIET
from jmdexport.drawing.plan import Link, MapGroup
from jmdexport.drawing.ring_numbers import ring_numbers
from jmdexport.drawing.scene import Data, Group, Item, Path, Point, Scene
from jmdexport.drawing.shapes import hatches


def scene_of(plan: ChangePlan, sheet: Sheet, places: Places, labels: Sequence[Placed]) -> Scene:
    """Give the scene of a plan, a page and a layout that fit."""
    base, centre, radius = plan.frame, sheet.centre, places.radius
    spots = [
        Spot(as_mark(place.move), 0.0, place.after[1], place.after[0], place.after[0], place.angle)
        for place in places.places
        if place.after is not None
    ]
    # A tie keeps clear of outlines too; they have names that no tie has.
    spots += [
        Spot(
            attrs.evolve(as_mark(place.move), id=f"{place.move.id} before"),
            0.0,
            place.before[1],
            place.before[0],
            place.before[0],
            place.angle,
        )
        for place in places.places
        if place.before is not None
    ]
    routes = ways(plan.links_inside, spots, radius=radius)
    ties = [
        _tie(link, routes[link.id], centre)
        for link in sorted(plan.links_inside, key=lambda link: (link.brokered, link.id))
        if link.id in routes
    ]
    items: list[Item] = [
        *frame.header(base, sheet.title)[0],
        *frame.circle(base, places.sectors, places.rings, centre=centre, radius=radius),
        leaders(labels, centre),
        Group(items=tuple(ties)),
        *frame.middle(base, centre=centre, radius=radius),
        *_ring_numbers(plan, places, labels, routes, centre),
        *headings(labels, plan.groups, centre),
        *_partners(plan, places, labels, centre),
        *sheet.beside(places.scale),
        *frame.footer(base)[0],
    ]
    return Scene(
        width=plan.page[0],
        height=plan.page[1],
        language=plan.language,
        title=plan.title,
        description=plan.told,
        items=tuple(items),
        hatches=hatches(plan.groups),
    )


def _tie(link: Link, way: Way, centre: Point) -> Group:
    steps = tuple(
        (step, tuple(part + centre[at % 2] for at, part in enumerate(numbers))) for step, numbers in way
    )
    data: Data = (
        ("data-role", "tie"),
        ("data-from", link.a),
        ("data-to", link.b),
        ("data-brokered", "true" if link.brokered else "false"),
    )
    return Group(items=(Path(steps=steps, paint=tie_paint(link), data=data),), title=link.tooltip)


def _ring_numbers(
    plan: ChangePlan, places: Places, labels: Sequence[Placed], routes: Mapping[str, Way], centre: Point
) -> tuple[Item, ...]:
    lines: list[tuple[tuple[Point, ...], float]] = [(one.leader, 0.2) for one in labels if one.leader]
    lines += [
        (points_of(routes[link.id]), tie_paint(link).width) for link in plan.links_inside if link.id in routes
    ]
    lines += [
        ((place.at(place.before[0]), place.at(place.after[0])), 1.6)
        for place in places.places
        if place.before and place.after
    ]
    discs = [
        (place.at(disc[0]), disc[1])
        for place in places.places
        for disc in (place.before, place.after)
        if disc is not None
    ]
    return ring_numbers(places.sectors, places.rings, places.radius, centre=centre, discs=discs, lines=lines)


def _partners(plan: ChangePlan, places: Places, labels: Sequence[Placed], centre: Point) -> list[Item]:
    groups = {group.code: group for group in plan.groups}
    named = {placed.entry.key: placed for placed in labels if placed.entry.kind == "label"}
    items: list[Item] = []
    for place in places.places:
        placed, move = named[place.move.id], place.move
        signs = shown_signs(move)
        room = room_of(len(signs), placed.entry.size)
        row = row_of(len(signs), placed.entry.size)
        first = centre[0] + placed.x - (0.0 if placed.side == "right" else row)
        middle = centre[1] + placed.top + 0.58 * placed.entry.size * MM_PER_POINT
        label = label_text(placed, centre, INK if move.signs else QUIET, "label", before=room)
        parts = _drawn(place, groups[move.group], places.scale, centre)
        told = signs_before(signs, first, middle, placed.entry.size)
        items.append(partner(plan, move, (*parts, *told, label)))
    return items


def _drawn(place: Place, group: MapGroup, scale: float, centre: Point) -> tuple[Item, ...]:
    """Draw a partner in the circle: where it stood, the way, where it stands."""
    move, items = place.move, []
    role: Data = (("data-role", "node"),)

    def at(away: float) -> Point:
        x, y = place.at(away)
        return centre[0] + x, centre[1] + y

    if place.before is not None and move.before is not None:
        area = mark_area(move.before.size, scale=scale)
        data: Data = (
            ("data-role", "ghost"),
            ("data-group", move.group),
            ("data-intensity", str(move.before.ring)),
        )
        open_ = move.before.size is None
        items.append(ghost(group, *at(place.before[0]), area, is_open=open_, data=data))
        if move.after is None:
            items += struck(group, *at(place.before[0]), area)
    if place.after is not None and move.after is not None:
        area = mark_area(move.after.size, scale=scale)
        x, y = at(place.after[0])
        if "joined" in move.signs:
            items += shining(group, x, y, area)
        if place.before is not None:
            items += _way(place, at)
        open_ = move.after.size is None
        items += body(group, x, y, area, changed=bool(move.signs), is_open=open_, data=role)
    return tuple(items)


def _way(place: Place, at: Callable[[float], Point]) -> tuple[Item, ...]:
    """Draw the arrow from the sign of the first map to that of the second."""
    assert place.before is not None  # noqa: S101 - asked for only where both are there
    assert place.after is not None  # noqa: S101
    (start, wide), (end, reach_) = place.before, place.after
    outward = end > start
    turn = 1 if outward else -1
    data: Data = (("data-role", "arrow"), ("data-for", place.move.id))
    return arrow(at(start + turn * wide), at(end - turn * (reach_ + 0.3)), outward=outward, data=data)
