"""The map of the social space: its boundary, units, places and partners, as SVG, PNG and PDF (R-01, R-02)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from jmdexport.builtin import _geo_texts as texts
from jmdexport.builtin._geo_find import Found, find, is_near, outline_of
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
from jmdexport.drawing.geo_plan import PARTNER, SERVICE, Area, GeoPlan, Spot
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest
from jmdmodel.analysis.naming import clear, joined
from jmdmodel.entities.need import Place
from jmdmodel.entities.outlines import degrees
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.messages import Language, Message, Say, in_date, in_list
from jmdmodel.phrases import number_word
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import PlaceKind
from jmdmodel.workspace import Workspace


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
    found = find(view, day, units=chosen.units, places=chosen.places, partners=chosen.partners)
    position = view.service.position
    name = shown(view.service.short_name or view.service.name)
    spots = tuple(_spot(view, thing, language) for thing in found.things)
    if position is not None and is_near(found.ground, degrees(position)):
        service = Spot(id="service", label=name, kind=SERVICE, at=degrees(position))
        spots = (service, *spots)
    shown_counts = _counts(found, chosen)
    told_day = in_date(day, language)
    space = shown(view.space.name) if view.space is not None else ""
    plan = GeoPlan(
        page=PAGES[chosen.page, chosen.orientation],
        language=language,
        title=title or Message.of(texts.TITLE, year=str(day.year)).in_(language),
        service=name,
        space=space,
        kinds=_kinds(language),
        kind_labels=(name, texts.PARTNER.in_(language), texts.BADGE.in_(language)),
        boundary=found.boundary,
        areas=tuple(_area(unit, language) for unit in found.areas),
        spots=spots,
        notes=tuple(_notes(view, found, language)),
        counts=shown_counts,
        source=_source(found, chosen, told_day, language),
        empty=texts.EMPTY.in_(language),
    )
    first = " · ".join(
        part
        for part in (space, shown(view.service.name), Message.of(texts.DAY, day=told_day).in_(language))
        if part
    )
    second = _shown(shown_counts, language)
    return attrs.evolve(plan, subtitle=(first, second) if second else (first,))


def _kinds(language: Language) -> tuple[MapGroup, ...]:
    """Give the kinds of places, each with shape, colour and hatch of its own."""
    found = []
    for number, kind in enumerate(PlaceKind):
        fill, shape, hatch = group_style(number)
        label = kind.label
        found.append(
            MapGroup(
                code=kind.code, label=label.in_(language), shape=shape, fill=fill, hatch=hatch, told=label
            )
        )
    return tuple(found)


def _area(unit: AdministrativeUnit, language: Language) -> Area:
    return Area(
        id=unit.id,
        label=shown(unit.name),
        level=unit.level.code,
        level_label=unit.level.label.in_(language),
        rank=unit.level.step,
        rings=outline_of(unit),
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


def _counts(found: Found, chosen: GeoMapOptions) -> _Counts:
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


def _notes(view: Workspace, found: Found, language: Language) -> Iterator[tuple[str, str]]:
    """Tell in words what has no place in the picture."""
    placeless = [shown(place.name) for place in found.placeless]
    outside = [shown(thing.name) for thing in found.outside]
    position, name = view.service.position, shown(view.service.short_name or view.service.name)
    if position is None:
        placeless.append(name)
    elif not is_near(found.ground, degrees(position)):
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


def _source(found: Found, chosen: GeoMapOptions, day: str, language: Language) -> str:
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
    plan = geo_plan(
        request.view, day, language=request.language, options=request.options, title=request.title
    )
    if is_drawn_with_own_fonts(request):
        said = [plan.title, *plan.subtitle, *(text for _, text in plan.notes)]
        said += [*(area.label for area in plan.areas), *(spot.label for spot in plan.spots)]
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
