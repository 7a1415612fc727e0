"""The yearly network map: contacts by intensity and importance, as picture and page (R-07, R-32 … R-34)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import attrs

from jmdexport.builtin._map_page import map_page_artifact, years_of
from jmdexport.builtin._pictures import (
    PICTURES,
    dpi_option,
    is_drawn_with_own_fonts,
    orientation_option,
    page_option,
    picture,
)
from jmdexport.documents.escaping import shown
from jmdexport.drawing import (
    PAGES,
    Link,
    MapGroup,
    MapPlan,
    Mark,
    Words,
    draw_map,
    group_style,
)
from jmdexport.drawing.plan import LineKind
from jmdexport.drawing.png import lost
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel import vocabulary
from jmdmodel.analysis.ratings import (
    Place,
    RatedContact,
    is_brokered_in,
    map_day,
    map_summary,
    rated_contacts,
    ties_of,
)
from jmdmodel.entities.relation import Tie
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Language, Message, Say, in_date, in_list
from jmdmodel.scales import Audience, Importance, Intensity, TieStrength
from jmdmodel.vocabulary import Formalisation
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class MapOptions:
    """Page, lines and resolution of the map."""

    page: str = page_option()
    orientation: str = orientation_option()
    ties: str = option(
        Say(
            "Verbindungen zwischen Partnern: nur die in diesem Jahr vermittelten, alle oder keine.",
            "Ties between partners: only those brokered in the year, all, or none.",
        ),
        default="brokered",
        choices=("brokered", "all", "none"),
    )
    years: tuple[int, ...] = option(
        Say(
            "Nur für HTML: Jahre, die die Seite zeigt. Ohne Angabe alle Jahre mit einer Karte bis zum"
            " verlangten Jahr.",
            "For HTML only: the years that the page shows. If not given, all years with a map up to the year"
            " asked for.",
        ),
        default=(),
    )
    dpi: int = dpi_option()


_TITLE = Say("Netzwerkkarte {year}", "Network map {year}")
_DAY = Say("Stand {day}", "as of {day}")
_RATED = Say("eingeschätzt von: {function}", "rated by: {function}")
_SHOWN = Say("Gezeigt: {shown} von {all} Partnern", "Shown: {shown} of {all} partners")
_NONE = Say("Im Verzeichnis steht kein Partner.", "There is no partner in the register.")
_ONLY = Say(
    "Im Verzeichnis steht ein Partner; die Karte zeigt ihn.",
    "There is one partner in the register; the map shows it.",
)
_ONLY_WITHOUT = Say(
    "Im Verzeichnis steht ein Partner; die Karte zeigt ihn nicht, weil kein Kontakt eingetragen ist.",
    "There is one partner in the register; the map does not show it, as no contact is entered.",
)
_SOURCE = Say(
    "Quelle: Netzwerkverzeichnis, Einschätzungen des Jahres {year} bis {day}. Intensität und Wichtigkeit sind"
    " Einschätzungen des Dienstes.",
    "Source: network register, ratings of the year {year} up to {day}. Intensity and importance are"
    " judgements of the service.",
)
_LOST = Say(
    "\ufffd steht für Schriftzeichen, die diese Bilddatei nicht zeigen kann; in der SVG-Datei steht alles"
    " vollständig.",
    "\ufffd stands for characters that this image file cannot show; the SVG file has everything in full.",
)
_LOST_NAMES = Say("Betroffene Partner (Kennung): {names}.", "Partners concerned (key): {names}.")
_LOST_NAMED = 8
_LOST_MORE = Say("{n} weitere", "{n} more")
_BADGE = Say(
    "wirkt am Übergang von der Schule in den Beruf mit", "has a part in the transition from school to work"
)
_TIES: dict[str, Say] = {
    "brokered": Say("In diesem Jahr vermittelte Verbindungen", "Ties brokered this year"),
    "all": Say("Bekannte Verbindungen zwischen Partnern", "Known ties between partners"),
    "none": Say("Keine Verbindungen", "No ties"),
}
_WHICH: dict[str, Literal["brokered", "all", "none"]] = {"brokered": "brokered", "all": "all", "none": "none"}
_OR_OPEN = Say("{label} oder nicht eingeschätzt", "{label} or not rated")
_AGREED = Say("mündlich oder schriftlich vereinbart", "agreed orally or in writing")
_LASTING = Say("Vertrag oder eigene Rechtsform", "contract or own legal form")
_LINES: dict[Formalisation | None, LineKind] = {
    None: "dotted",
    Formalisation.INFORMAL: "dotted",
    Formalisation.ORAL_AGREEMENT: "dashed",
    Formalisation.WRITTEN_AGREEMENT: "dashed",
    Formalisation.CONTRACT: "solid",
    Formalisation.LEGAL_FORM: "solid",
}
_OPEN = Say("nicht eingeschätzt", "not rated")
_INTENSITY = Say("Intensität", "intensity")
_IMPORTANCE = Say("Wichtigkeit", "importance")


def map_plan(
    view: Workspace,
    year: int,
    *,
    language: Language = "de",
    options: MapOptions | None = None,
    title: str = "",
) -> MapPlan:
    """Give what the network map of a year shows, ready to be drawn (R-32, R-33). German: Netzwerkkarte.

    Every partner with a contact on the map's day stands on it once, with the latest rating dated in the
    year and not after that day: on its ring, or beside the circle under the heading that says why it has
    none.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    chosen = options or MapOptions()
    rated = rated_contacts(view, year)
    links = _links(view, year, chosen.ties, rated, language)
    day = in_date(map_day(view.map_of(year)), language)
    return MapPlan(
        page=PAGES[chosen.page, chosen.orientation],
        language=language,
        title=title or Message.of(_TITLE, year=str(year)).in_(language),
        subtitle=_subtitle(view, year, day, language),
        centre=view.service.short_name or view.service.name,
        groups=map_groups(language),
        marks=tuple(_mark(view, one, language) for one in rated),
        links=links,
        strips=tuple((place.code, place.label.in_(language)) for place in Place if place is not Place.RING),
        words=_words(links, view, chosen.ties, language),
        year=year,
        source=Message.of(_SOURCE, year=str(year), day=day).in_(language),
    )


def map_groups(language: Language) -> tuple[MapGroup, ...]:
    """Give the sectors of the map in their fixed order, each with its shape, colour and hatch."""
    found = []
    for position, group in enumerate(vocabulary.MapGroup):
        fill, shape, hatch = group_style(position)
        found.append(
            MapGroup(code=group.code, label=group.label.in_(language), shape=shape, fill=fill, hatch=hatch)
        )
    return tuple(found)


def _subtitle(view: Workspace, year: int, day: str, language: Language) -> tuple[str, ...]:
    network_map, summary = view.map_of(year), map_summary(view, year)
    role = view.staff.get(network_map.assessor)
    parts = [view.service.name, Message.of(_DAY, day=day).in_(language)]
    if role is not None:
        parts.append(Message.of(_RATED, function=role.function).in_(language))
    if summary.partners > 1:
        counted = Message.of(_SHOWN, shown=summary.shown, all=summary.partners)
    else:
        counted = Message.of(_NONE if not summary.partners else _ONLY if summary.shown else _ONLY_WITHOUT)
    return " · ".join(parts), counted.in_(language)


def _mark(view: Workspace, rated: RatedContact, language: Language) -> Mark:
    partner = rated.partner
    told = [
        f"{say.in_(language)}: {(step.label if step else _OPEN).in_(language)}"
        for say, step in ((_INTENSITY, rated.intensity), (_IMPORTANCE, rated.importance))
    ]
    return Mark(
        id=partner.id,
        label=shown(partner.name),
        short=shown(partner.short_name or ""),
        group=rated.group.code,
        ring=rated.intensity.step if rated.place is Place.RING and rated.intensity else None,
        size=rated.importance.step if rated.importance else None,
        badge=partner.transition_role is not None,
        strip="" if rated.place is Place.RING else rated.place.code,
        kind=partner.kind.code,
        tooltip=" · ".join([shown(partner.name), view.kind_label(partner).in_(language), *told]),
    )


def _links(
    view: Workspace, year: int, which: str, rated: tuple[RatedContact, ...], language: Language
) -> tuple[Link, ...]:
    """Give the ties whose partners both stand on a ring."""
    inside = {one.partner.id: one.partner.name for one in rated if one.place is Place.RING}
    day = map_day(view.map_of(year))
    return tuple(
        Link(
            id=tie.id,
            a=tie.between[0],
            b=tie.between[1],
            strength=tie.strength.step if tie.strength else 1,
            line=_LINES[tie.formalisation],
            brokered=is_brokered_in(tie, year, day),
            tooltip=_told(tie, inside, language),
        )
        for tie in ties_of(view, year, _WHICH[which])
        if inside.keys() >= set(tie.between)
    )


def _told(tie: Tie, names: Mapping[PartnerId, str], language: Language) -> str:
    steps = (tie.strength, tie.formalisation, tie.knowledge)
    return " · ".join(
        [
            " – ".join(shown(names[end]) for end in tie.between),
            *(step.label.in_(language) for step in steps if step),
        ]
    )


def _words(links: tuple[Link, ...], view: Workspace, which: str, language: Language) -> Words:
    drawn = [tie for tie in view.ties if tie.id in {link.id for link in links}]
    loose, *strengths = (step.label.in_(language) for step in TieStrength)
    informal = Formalisation.INFORMAL.label.in_(language)
    if any(tie.strength is None for tie in drawn):
        loose = Message.of(_OR_OPEN, label=loose).in_(language)
    if any(tie.formalisation is None for tie in drawn):
        informal = Message.of(_OR_OPEN, label=informal).in_(language)
    return Words(
        rings=tuple(step.label.in_(language) for step in Intensity),  # type: ignore[arg-type]
        sizes=tuple(step.label.in_(language) for step in Importance),  # type: ignore[arg-type]
        strengths=(loose, *strengths),  # type: ignore[arg-type]
        lines=(informal, _AGREED.in_(language), _LASTING.in_(language)),
        badge=_BADGE.in_(language),
        ties=_TIES[which].in_(language),
    )


def _for_print(plan: MapPlan) -> MapPlan:
    """Say at the foot of the page what PNG and PDF cannot show in full; nothing is lost in silence."""
    names = sorted(mark.id for mark in plan.marks if lost(mark.label))
    if not names and not any(lost(text) for text in (plan.title, plan.centre, *plan.subtitle)):
        return plan
    said = [plan.source, _LOST.in_(plan.language)]
    if names:
        named = names[:_LOST_NAMED]
        if more := len(names) - len(named):
            named.append(Message.of(_LOST_MORE, n=more).in_(plan.language))
        said.append(Message.of(_LOST_NAMES, names=in_list(named, plan.language)).in_(plan.language))
    return attrs.evolve(plan, source=" ".join(said).strip())


def render(request: ExportRequest[MapOptions]) -> Iterator[Artifact]:
    """Yield the map as one picture, or as a page with the maps of several years."""
    if request.medium.suffix == ".html":
        years = years_of(request.view, request.year, request.options.years)
        maps = (
            map_plan(request.view, year, language=request.language, options=request.options) for year in years
        )
        yield map_page_artifact(request, tuple(maps))
        return
    plan = map_plan(
        request.view, request.year, language=request.language, options=request.options, title=request.title
    )
    if is_drawn_with_own_fonts(request):
        plan = _for_print(plan)
    yield picture(request, draw_map(plan), f"network-map-{request.year}")


NETWORK_MAP = Exporter(
    name="network-map",
    title=Say("Netzwerkkarte", "Network map"),
    media=(*PICTURES, Medium(".html", "text/html")),
    audience=Audience.REPORT,
    options=MapOptions,
    render=render,
)
