"""A layout that fits becomes a scene: all parts put together, what lies below first."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from jmdexport.drawing import frame
from jmdexport.drawing.describe import description
from jmdexport.drawing.labels import headings, label_text, leaders
from jmdexport.drawing.layout_labels import Placed
from jmdexport.drawing.layout_nodes import Rings, Sector, Spot
from jmdexport.drawing.layout_page import Room
from jmdexport.drawing.layout_ties import Way, points_of, tie_paint, ways
from jmdexport.drawing.marks import sign, wrapped
from jmdexport.drawing.palette import INK
from jmdexport.drawing.plan import MapPlan
from jmdexport.drawing.ring_numbers import ring_numbers
from jmdexport.drawing.scene import Group, Item, Point, Scene
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
        leaders(found.labels, centre),
        Group(items=drawn_ties(plan.links, routes, centre=centre, discs=discs)),
        *frame.middle(plan, centre=centre, radius=found.radius),
        *_numbers(plan, found, routes),
        *headings(found.labels, plan.groups, centre),
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


def _numbers(plan: MapPlan, found: Found, routes: Mapping[str, Way]) -> tuple[Item, ...]:
    """Give the numbers of the rings, if there is a free edge for them."""
    lines: list[tuple[tuple[Point, ...], float]] = [
        (placed.leader, 0.2) for placed in found.labels if placed.leader
    ]
    lines += [(points_of(routes[link.id]), tie_paint(link).width) for link in plan.links if link.id in routes]
    discs = [((spot.x, spot.y), spot.reach) for spot in found.spots]
    centre = found.room.centre
    return ring_numbers(found.sectors, found.rings, found.radius, centre=centre, discs=discs, lines=lines)


def _partners(plan: MapPlan, found: Found) -> list[Item]:
    groups = {group.code: group for group in plan.groups}
    labels = {placed.entry.key: placed for placed in found.labels if placed.entry.kind == "label"}
    x, y = found.room.centre
    items: list[Item] = []
    for spot in found.spots:
        mark = spot.mark
        signs = sign(groups[mark.group], mark, x + spot.x, y + spot.y, spot.area)
        items.append(wrapped(plan, mark, (*signs, label_text(labels[mark.id], (x, y), INK, "label"))))
    return items
