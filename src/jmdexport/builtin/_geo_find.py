"""What of a workspace the map of the social space can show: outlines, and positions not far from them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

import attrs

from jmdexport.drawing.conflict_geometry import Box
from jmdexport.drawing.geo_ground import bounds
from jmdmodel.entities.geography import is_outline
from jmdmodel.entities.need import Place
from jmdmodel.entities.outlines import METRES_PER_DEGREE, Degrees, Rings, degrees, polygons
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.workspace import Workspace

_ROUND = 0.3
"""So far beyond the outlines the map reaches where something lies there, as a share of their size."""
_ROUND_METRES = 2000


@attrs.frozen
class Found:
    """What of a view is on the map and what is not, by identifier.

    Attributes:
        numbers: How many units, places and partners there are in all.
        ground: The degrees that the outlines cover; ``None`` without outlines.
    """

    areas: tuple[AdministrativeUnit, ...]
    outlineless: tuple[AdministrativeUnit, ...]
    elsewhere: tuple[AdministrativeUnit, ...]
    boundary: tuple[Rings, ...]
    things: tuple[Place | Partner, ...]
    outside: tuple[Place | Partner, ...]
    placeless: tuple[Place, ...]
    numbers: tuple[int, int, int]
    ground: Box | None


def find(view: Workspace, day: date, *, units: bool, places: bool, partners: bool) -> Found:
    """Look through a view for what has an outline or a position on a day."""
    inside = _units_of_space(view, day)
    areas = [unit for unit in inside if outline_of(unit)] if units else []
    known = {unit.id for unit in inside}
    elsewhere = [
        unit
        for unit in view.units
        if units and outline_of(unit) and unit.id not in known and unit.period.holds_on(day)
    ]
    boundary = () if view.space is None else outline_of(view.space)
    all_places = [place for place in view.places if places and place.period.holds_on(day)]
    all_partners = [one for one in view.partners if partners and one.period.holds_on(day)]
    things: list[Place | Partner] = [*all_places, *all_partners]
    placed = [thing for thing in things if thing.position is not None]
    ground = _ground([*boundary, *(part for unit in areas for part in outline_of(unit))])
    near = [thing for thing in placed if thing.position and is_near(ground, degrees(thing.position))]
    return Found(
        areas=tuple(areas),
        outlineless=tuple(unit for unit in inside if not outline_of(unit)) if units else (),
        elsewhere=tuple(elsewhere),
        boundary=boundary,
        things=tuple(near),
        outside=tuple(thing for thing in placed if thing not in near),
        placeless=tuple(place for place in all_places if place.position is None),
        numbers=(len(inside), len(all_places), len(all_partners)),
        ground=ground,
    )


def outline_of(thing: SocialSpace | AdministrativeUnit) -> tuple[Rings, ...]:
    """Give the polygons of an outline; none where there is none, or only a text that is none."""
    text = thing.outline
    return polygons(text) if text is not None and is_outline(text) else ()


def _units_of_space(view: Workspace, day: date) -> list[AdministrativeUnit]:
    """Give the units of the space and all that lie in them on a day; all units where the space names none."""
    units = [unit for unit in view.units if unit.period.holds_on(day)]
    named = set(view.space.units) if view.space is not None else set()
    if not named:
        return units
    while True:
        more = {unit.id for unit in units if unit.parent in named} - named
        if not more:
            return [unit for unit in units if unit.id in named]
        named |= more


def _ground(outlines: Iterable[Rings]) -> Box | None:
    return bounds(point for polygon in outlines for point in polygon[0])


def is_near(ground: Box | None, at: Degrees) -> bool:
    """Tell whether a place lies in the outlines or not far from them; without outlines every place does."""
    if ground is None:
        return True
    west, south, east, north = ground
    high = max(_ROUND * (north - south), _ROUND_METRES / METRES_PER_DEGREE)
    cosine = max(0.1, math.cos(math.radians((south + north) / 2)))
    wide = max(_ROUND * (east - west), _ROUND_METRES / METRES_PER_DEGREE / cosine)
    return west - wide <= at[0] <= east + wide and south - high <= at[1] <= north + high
