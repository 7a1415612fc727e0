"""The map of the social space: its boundary, units, places and partners, as SVG, PNG and PDF (R-01, R-02)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from jmdexport.builtin import _geo_texts as texts
from jmdexport.builtin._lost import with_note
from jmdexport.builtin._pictures import (
    PICTURES,
    dpi_option,
    is_drawn_with_own_fonts,
    orientation_option,
    page_option,
    picture,
)
from jmdexport.documents.escaping import shown
from jmdexport.drawing import PAGES, MapGroup, group_style
from jmdexport.drawing.geo import draw_geo
from jmdexport.drawing.geo_ground import bounds
from jmdexport.drawing.geo_plan import PARTNER, SERVICE, Area, GeoPlan, Spot
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest
from jmdmodel.analysis.naming import clear, joined
from jmdmodel.entities.need import Place
from jmdmodel.entities.outlines import METRES_PER_DEGREE, Degrees, Rings, degrees, polygons
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.messages import Language, Message, Say, in_date, in_list
from jmdmodel.phrases import number_word
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import PlaceKind
from jmdmodel.workspace import Workspace

_ROUND = 0.3
"""So far beyond the outlines the map reaches where something lies there, as a share of their size."""
_ROUND_METRES = 2000


@attrs.frozen(kw_only=True)
class GeoMapOptions:
    """What the map shows beside the boundary, page and resolution."""

    units: bool = option(
        Say("Ob die Gebiete des Sozialraums gezeigt werden.", "Whether the units of the space are shown."),
        default=True,
    )
    places: bool = option(Say("Ob die Orte gezeigt werden.", "Whether the places are shown."), default=True)
    partners: bool = option(
        Say(
            "Ob die Partner gezeigt werden, für die eine Lage eingetragen ist.",
            "Whether the partners that have a position are shown.",
        ),
        default=True,
    )
    page: str = page_option()
    orientation: str = orientation_option()
    dpi: int = dpi_option()


@attrs.frozen
class _Found:
    """What of a view is on the map and what is not, in the order of names."""

    areas: tuple[AdministrativeUnit, ...]
    outlineless: tuple[AdministrativeUnit, ...]
    elsewhere: tuple[AdministrativeUnit, ...]
    boundary: tuple[Rings, ...]
    things: tuple[Place | Partner, ...]
    outside: tuple[Place | Partner, ...]
    placeless: tuple[Place, ...]
    numbers: tuple[int, int, int]


def geo_plan(
    view: Workspace,
    day: date,
    *,
    language: Language = "de",
    options: GeoMapOptions | None = None,
    title: str = "",
) -> GeoPlan:
    """Give what the map of the social space shows on a day, ready to be drawn (R-01, R-02).

    Units are those of the space and all that lie in them. Whatever has no outline or no position is told in
    words, but for partners, which are counted. A thing that lies far outside the outlines would make all else
    small; it is told in words too. People and cases have no position. German: Karte des Sozialraums.
    """
    chosen = options or GeoMapOptions()
    found = _find(view, day, chosen)
    position = view.service.position
    name = shown(view.service.short_name or view.service.name)
    spots = tuple(_spot(view, thing, language) for thing in found.things)
    if position is not None and _is_near(_extent(found), degrees(position)):
        service = Spot(id="service", label=name, kind=SERVICE, at=degrees(position))
        spots = (service, *spots)
    shown_counts = _counts(found, chosen)
    told_day = in_date(day, language)
    labels = (name, texts.PARTNER, texts.BADGE)
    space = shown(view.space.name) if view.space is not None else ""
    plan = GeoPlan(
        page=PAGES[chosen.page, chosen.orientation],
        language=language,
        title=title or Message.of(texts.TITLE, year=str(day.year)).in_(language),
        service=name,
        space=space,
        kinds=_kinds(language),
        kind_labels=tuple(  # type: ignore[arg-type]
            one if isinstance(one, str) else one.in_(language) for one in labels
        ),
        boundary=found.boundary,
        areas=tuple(_area(unit, language) for unit in found.areas),
        spots=spots,
        notes=tuple(_notes(view, found, chosen, language)),
        counts=shown_counts,
        source=_source(found, chosen, told_day, language),
        empty=texts.EMPTY.in_(language),
    )
    first = " · ".join(
        part for part in (space, shown(view.service.name), Message.of(texts.DAY, day=told_day).in_(language)) if part
    )
    second = _shown(shown_counts, language)
    return attrs.evolve(plan, subtitle=(first, second) if second else (first,))


def _find(view: Workspace, day: date, chosen: GeoMapOptions) -> _Found:
    inside = _units_of_space(view, day)
    areas = [unit for unit in inside if unit.outline is not None] if chosen.units else []
    known = {unit.id for unit in inside}
    elsewhere = [
        unit
        for unit in view.units
        if chosen.units and unit.outline is not None and unit.id not in known and unit.period.holds_on(day)
    ]
    outline = view.space.outline if view.space is not None else None
    boundary = () if outline is None else polygons(outline)
    places = [place for place in view.places if chosen.places and place.period.holds_on(day)]
    partners = [one for one in view.partners if chosen.partners and one.period.holds_on(day)]
    things: list[Place | Partner] = [*places, *partners]
    placed = [thing for thing in things if thing.position is not None]
    ground = _ground([*boundary, *(part for unit in areas for part in polygons(unit.outline or ""))])
    near = [thing for thing in placed if thing.position and _is_near(ground, degrees(thing.position))]
    return _Found(
        areas=tuple(areas),
        outlineless=tuple(unit for unit in inside if unit.outline is None) if chosen.units else (),
        elsewhere=tuple(elsewhere),
        boundary=boundary,
        things=tuple(near),
        outside=tuple(thing for thing in placed if thing not in near),
        placeless=tuple(place for place in places if place.position is None),
        numbers=(len(inside), len(places), len(partners)),
    )


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


def _ground(outlines: Iterable[Rings]) -> tuple[float, float, float, float] | None:
    return bounds(point for polygon in outlines for point in polygon[0])


def _extent(found: _Found) -> tuple[float, float, float, float] | None:
    outlines = [part for unit in found.areas for part in polygons(unit.outline or "")]
    return _ground([*found.boundary, *outlines])


def _is_near(ground: tuple[float, float, float, float] | None, at: Degrees) -> bool:
    """Tell whether a place lies in the outlines or not far from them; without outlines every place does."""
    if ground is None:
        return True
    west, south, east, north = ground
    high = max(_ROUND * (north - south), _ROUND_METRES / METRES_PER_DEGREE)
    cosine = max(0.1, math.cos(math.radians((south + north) / 2)))
    wide = max(_ROUND * (east - west), _ROUND_METRES / METRES_PER_DEGREE / cosine)
    return west - wide <= at[0] <= east + wide and south - high <= at[1] <= north + high


def _kinds(language: Language) -> tuple[MapGroup, ...]:
    """Give the kinds of places, each with shape, colour and hatch of its own."""
    found = []
    for number, kind in enumerate(PlaceKind):
        fill, shape, hatch = group_style(number)
        label = kind.label
        found.append(
            MapGroup(code=kind.code, label=label.in_(language), shape=shape, fill=fill, hatch=hatch, told=label)
        )
    return tuple(found)


def _area(unit: AdministrativeUnit, language: Language) -> Area:
    return Area(
        id=unit.id,
        label=shown(unit.name),
        level=unit.level.code,
        level_label=unit.level.label.in_(language),
        rank=unit.level.step,
        rings=polygons(unit.outline or ""),
    )


def _spot(view: Workspace, thing: Place | Partner, language: Language) -> Spot:
    if thing.position is None:
        raise ValueError("Only what has a position stands on the map.")
    label, at = shown(thing.name), degrees(thing.position)
    if isinstance(thing, Place):
        return Spot(
            id=f"places/{thing.id}",
            label=label,
            kind=thing.kind.code,
            said=thing.kind.label.in_(language),
            at=at,
            badge=thing.id in view.service.offers_at,
        )
    return Spot(
        id=f"partners/{thing.id}",
        label=label,
        short=shown(thing.short_name or ""),
        kind=PARTNER,
        said=shown(view.kind_label(thing).in_(language)),
        at=at,
    )


_Counts = tuple[tuple[int, int] | None, tuple[int, int] | None, tuple[int, int] | None]


def _counts(found: _Found, chosen: GeoMapOptions) -> _Counts:
    places = sum(isinstance(thing, Place) for thing in found.things)
    there = (len(found.areas), places, len(found.things) - places)
    wanted = (chosen.units, chosen.places, chosen.partners)
    units, spots, partners = (
        (number, every) if show else None
        for number, every, show in zip(there, found.numbers, wanted, strict=True)
    )
    return units, spots, partners


def _shown(counts: _Counts, language: Language) -> str:
    says = (texts.OF_UNITS, texts.OF_PLACES, texts.OF_PARTNERS)
    things = [
        Message.of(say, n=found[0], all=found[1]).in_(language)
        for say, found in zip(says, counts, strict=True)
        if found is not None
    ]
    return Message.of(texts.SHOWN, things=in_list(things, language)).in_(language) if things else ""


def _notes(
    view: Workspace, found: _Found, chosen: GeoMapOptions, language: Language
) -> Iterator[tuple[str, str]]:
    """Tell in words what has no place in the picture."""
    placeless = [shown(place.name) for place in found.placeless]
    outside = [shown(thing.name) for thing in found.outside]
    position, name = view.service.position, shown(view.service.short_name or view.service.name)
    if position is None:
        placeless.append(name)
    elif not _is_near(_extent(found), degrees(position)):
        outside.append(name)
    for heading, names in (
        (texts.NO_POSITION, placeless),
        (texts.OUTSIDE, outside),
        (texts.NO_OUTLINE, [shown(unit.name) for unit in found.outlineless]),
        (texts.ELSEWHERE, [shown(unit.name) for unit in found.elsewhere]),
    ):
        if names:
            ordered = sorted(names, key=lambda one: (one.casefold(), one))
            listed = joined([clear(one, language) for one in ordered], language)
            yield Message.of(heading, n=len(names)).in_(language), f"{listed.removesuffix('.')}."


def _source(found: _Found, chosen: GeoMapOptions, day: str, language: Language) -> str:
    said = [Message.of(texts.SOURCE, day=day).in_(language)]
    if chosen.partners:
        there = sum(isinstance(thing, Partner) for thing in (*found.things, *found.outside))
        without = found.numbers[2] - there
        say = texts.WITHOUT.of(without)
        values = {"n": number_word(without, language).capitalize()} if "n" in say.names() else {}
        said.append(Message.of(say, **values).in_(language))
    return " ".join(filter(None, said))


def render(request: ExportRequest[GeoMapOptions]) -> Iterator[Artifact]:
    """Yield the map as one picture; it shows the year's last day, or the reference date before it."""
    day = min(request.as_of, date(request.year, 12, 31))
    plan = geo_plan(request.view, day, language=request.language, options=request.options, title=request.title)
    if is_drawn_with_own_fonts(request):
        said = [plan.title, *plan.subtitle, *(text for _, text in plan.notes)]
        said += [one.label for one in (*plan.areas, *plan.spots)]
        plan = attrs.evolve(plan, source=with_note(plan.source, said, request.language))
    yield picture(request, draw_geo(plan), f"geo-map-{request.year}")


EXPORTER = Exporter(
    name="geo-map",
    title=Say("Karte des Sozialraums", "Map of the social space"),
    media=PICTURES,
    audience=Audience.PUBLIC,
    options=GeoMapOptions,
    render=render,
)
"""The record of the exporter ``geo-map``."""
