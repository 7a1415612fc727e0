"""A layout that fits becomes a scene: all parts put together, what lies below first."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from jmdexport.drawing import frame
from jmdexport.drawing.describe import description
from jmdexport.drawing.layout_labels import Placed, icon_width, leading
from jmdexport.drawing.layout_nodes import Rings, Sector, Spot
from jmdexport.drawing.layout_page import Room
from jmdexport.drawing.layout_ties import Way, points_of, tie_paint, ways
from jmdexport.drawing.marks import heading_sign, sign, wrapped
from jmdexport.drawing.measure import MM_PER_POINT, line_box
from jmdexport.drawing.palette import INK, LEADER, QUIET
from jmdexport.drawing.plan import MapGroup, MapPlan
from jmdexport.drawing.ring_numbers import ring_numbers
from jmdexport.drawing.scene import Group, Item, Paint, Point, Polyline, Scene, Text
from jmdexport.drawing.shapes import hatches
from jmdexport.drawing.tie_signs import drawn_ties


@attrs.frozen
class Found:
    """A layout that fits: everything placed, lengths relative to the centre of the circle."""

    room: Room
    radius: float
    sectors: tuple[Sector, ...]
    spots: tuple[Spot, ...]
    rings: Rings
    scale: float
    labels: tuple[Placed, ...]


def scene_of(plan: MapPlan, found: Found) -> Scene:
    """Give the scene of a plan and its layout."""
    centre = found.room.centre
    routes = ways(plan.links, found.spots, radius=found.radius)
    discs = [((spot.x, spot.y), spot.reach) for spot in found.spots]
    items: list[Item] = [
        *frame.header(plan, found.room.title)[0],
        *frame.circle(plan, found.sectors, found.rings, centre=centre, radius=found.radius),
        Group(items=_leaders(found), data=(("aria-hidden", "true"),)),
        Group(items=drawn_ties(plan.links, routes, centre=centre, discs=discs)),
        *frame.middle(plan, centre=centre, radius=found.radius),
        *_numbers(plan, found, routes),
        *_headings(plan, found),
        *_partners(plan, found),
        *found.room.beside(found.scale),
        *frame.footer(plan)[0],
    ]
    return Scene(
        width=plan.page[0],
        height=plan.page[1],
        language=plan.language,
        title=plan.title,
        description=description(plan),
        items=tuple(items),
        hatches=hatches(plan.groups),
    )


def _leaders(found: Found) -> tuple[Item, ...]:
    x, y = found.room.centre
    return tuple(
        Polyline(
            points=tuple((x + dx, y + dy) for dx, dy in placed.leader),
            paint=Paint(stroke=LEADER, width=0.16),
            data=(("data-role", "leader"), ("data-for", placed.entry.key), ("aria-hidden", "true")),
        )
        for placed in found.labels
        if placed.leader
    )


def _numbers(plan: MapPlan, found: Found, routes: Mapping[str, Way]) -> list[Item]:
    """Give the numbers of the rings, if there is a free edge for them."""
    x, y = found.room.centre
    lines: list[tuple[tuple[Point, ...], float]] = [
        (placed.leader, 0.2) for placed in found.labels if placed.leader
    ]
    lines += [(points_of(routes[link.id]), tie_paint(link).width) for link in plan.links if link.id in routes]
    discs = [((spot.x, spot.y), spot.reach) for spot in found.spots]
    texts = ring_numbers(found.sectors, found.rings, found.radius, discs=discs, lines=lines)
    return [attrs.evolve(text, x=text.x + x, y=text.y + y) for text in texts]


def _headings(plan: MapPlan, found: Found) -> list[Item]:
    groups = {group.code: group for group in plan.groups}
    items: list[Item] = []
    for placed in found.labels:
        if placed.entry.kind == "heading":
            group = groups[placed.entry.key]
            items += [
                _text(placed, found.room.centre, group.fill, "heading"),
                _icon(placed, found.room.centre, group),
            ]
        elif placed.entry.kind == "empty":
            items.append(_text(placed, found.room.centre, QUIET, "note"))
    return items


def _partners(plan: MapPlan, found: Found) -> list[Item]:
    groups = {group.code: group for group in plan.groups}
    labels = {placed.entry.key: placed for placed in found.labels if placed.entry.kind == "label"}
    x, y = found.room.centre
    items: list[Item] = []
    for spot in found.spots:
        mark = spot.mark
        signs = sign(groups[mark.group], mark, x + spot.x, y + spot.y, spot.area)
        items.append(wrapped(plan, mark, (*signs, _text(labels[mark.id], (x, y), INK, "label"))))
    return items


def _text(placed: Placed, centre: Point, colour: str, role: str) -> Text:
    entry, right = placed.entry, placed.side == "right"
    before = icon_width(entry.size) if entry.kind == "heading" else 0.0
    return Text(
        x=centre[0] + placed.x + (before if right else -before),
        y=centre[1] + placed.top + line_box(entry.size)[0],
        lines=entry.lines,
        size=entry.size,
        bold=entry.bold,
        colour=colour,
        anchor="start" if right else "end",
        leading=leading(entry.size),
        data=(("data-role", role),),
    )


def _icon(placed: Placed, centre: Point, group: MapGroup) -> Item:
    size = placed.entry.size * MM_PER_POINT
    away = size * 0.5 * (1 if placed.side == "right" else -1)
    return heading_sign(group, centre[0] + placed.x + away, centre[1] + placed.top + size * 0.58, size)
