"""A rule on positions: a place in the social space lies in it, and everything lies in Germany."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from jmdmodel.entities.geography import Position
from jmdmodel.entities.need import Place
from jmdmodel.entities.outlines import degrees, holds, metres_to_edge, polygons
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.service import Service
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import number
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace

_GERMANY = ((5, 16), (47, 56))
"""Between which degrees of longitude and latitude all of Germany lies."""

_OUTSIDE = Say(
    de="Außerhalb des Umrisses, der für den Sozialraum eingetragen ist",
    en="Outside the outline that is entered for the social space",
)
_ABROAD = Say(
    de="Nicht in Deutschland; vielleicht sind Breite und Länge vertauscht",
    en="Not in Germany; latitude and longitude may be in each other's place",
)


@attrs.frozen(kw_only=True)
class Tolerance:
    """How far outside the outline a place may lie; outlines are often drawn by hand."""

    metres: int = number(
        1000,
        help=Say(
            de="Wie viele Meter außerhalb des Umrisses ein Ort liegen darf; Umrisse sind oft grob gezogen.",
            en="How many metres outside the outline a place may lie; outlines are often drawn roughly.",
        ),
        minimum=0,
        maximum=100_000,
    )


@rule(
    code="D907",
    name="position-outside",
    level="hint",
    requirements=("R-02", "R-53"),
    looks_at=Workspace,
    parameters=Tolerance,
    title=Say(de="Eine Lage passt nicht zum Sozialraum", en="A position does not fit the social space"),
    message=Say(de="{why}: {names}.", en="{why}: {names}."),
    reason=Say(
        de="Auf der Karte steht der Eintrag dann an einer falschen Stelle, und das Bild vom Sozialraum "
        "stimmt nicht. Oft ist nur eine Zahl vertippt, oder zwei sind vertauscht.",
        en="The entry then stands in the wrong place on the map, and the picture of the social space is "
        "not true. Often a number is mistyped, or two have changed places.",
    ),
    remedy=Say(
        de="Unter „position“ Breite („latitude“) und Länge („longitude“) prüfen. Stimmen sie, den Umriss "
        "(„outline“) berichtigen.",
        en='Check latitude ("latitude") and longitude ("longitude") under "position". If they are '
        'right, correct the outline ("outline").',
    ),
)
def position_outside(workspace: Workspace, ctx: Context[Tolerance]) -> Iterator[Finding]:
    """Find places outside the outline, and anything outside Germany.

    Partners and the service may have their seat elsewhere and still work for the space.
    """
    places = [one for one in workspace.places if one.period.holds_on(ctx.on)]
    placed: list[Service | Place | Partner] = [workspace.service, *places, *ctx.index.partners]
    abroad = [one for one in placed if one.position is not None and not _in_germany(one.position)]
    outlines = _outlines(workspace)
    outside: list[Service | Place | Partner] = [
        place
        for place in places
        if outlines and place not in abroad and _is_outside(place, outlines, ctx.parameters.metres)
    ]
    for why, things in ((_ABROAD, abroad), (_OUTSIDE, outside)):
        if things:
            yield ctx.found_many(things, "position", why=why, names=some_of([one.name for one in things]))


def _in_germany(position: Position) -> bool:
    (west, east), (south, north) = _GERMANY
    return west <= position.longitude <= east and south <= position.latitude <= north


def _outlines(workspace: Workspace) -> list[str]:
    """Give the outline of the space; else those of its units, where every unit has one."""
    space = workspace.space
    if space is None:
        return []
    if space.outline is not None:
        return [space.outline]
    units = [workspace.units.get(one) for one in space.units]
    known = [unit.outline for unit in units if unit is not None and unit.outline is not None]
    return known if len(known) == len(units) else []


def _is_outside(place: Place, outlines: list[str], metres: int) -> bool:
    if place.position is None:
        return False
    point = degrees(place.position)
    areas = [polygon for outline in outlines for polygon in polygons(outline)]
    if any(holds(polygon, point) for polygon in areas):
        return False
    edges = [edge for polygon in areas for ring in polygon for edge in pairwise(ring)]
    return min(metres_to_edge(point, *edge) for edge in edges) > metres
