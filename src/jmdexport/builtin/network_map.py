"""The yearly network map: contacts by intensity and importance, as picture and page (R-07, R-32 … R-34)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdexport.builtin._lost import map_source
from jmdexport.builtin._map_divisions import DIVISIONS
from jmdexport.builtin._map_lines import LINES
from jmdexport.builtin._map_marks import Reading, groups_of, links_of, mark_of, places_of
from jmdexport.builtin._map_measures import MEASURES
from jmdexport.builtin._map_page import map_page_artifact, years_of
from jmdexport.builtin._map_words import source, subtitle, words
from jmdexport.builtin._map_years import need_none_later
from jmdexport.builtin._pictures import (
    PICTURES,
    dpi_option,
    is_drawn_with_own_fonts,
    orientation_option,
    page_option,
    picture,
)
from jmdexport.drawing import PAGES, MapGroup, MapPlan, draw_map
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.analysis.comparison import compare
from jmdmodel.analysis.ratings import rated_contacts
from jmdmodel.messages import Language, Message, Say
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class MapOptions:
    """Page, lines and resolution of the map, and what its signs stand for."""

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
    ring: str = option(
        Say("Was der Ring zeigt.", "What the ring stands for."), default="intensity", choices=tuple(MEASURES)
    )
    size: str = option(
        Say("Was die Größe der Zeichen zeigt.", "What the size of the symbols stands for."),
        default="importance",
        choices=(*MEASURES, "none"),
    )
    sector: str = option(
        Say(
            "Was Sektor, Form und Farbe der Zeichen zeigen.",
            "What sector, shape and colour of the symbols stand for.",
        ),
        default="group",
        choices=tuple(DIVISIONS),
    )
    line: str = option(
        Say("Was Breite und Strich der Verbindungen zeigen.", "What width and kind of the lines stand for."),
        default="strength-and-form",
        choices=tuple(LINES),
    )
    since: int | None = option(
        Say(
            "Jahr einer früheren Karte; der Alternativtext sagt dann auch, was sich seither geändert hat.",
            "Year of an earlier map; the alternative text then says what has changed since.",
        ),
        default=None,
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
    none. Options switch what ring, size, sectors and lines stand for; the legend says what is in force.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    chosen = options or MapOptions()
    reading = Reading.of(
        view,
        year,
        language=language,
        ring=chosen.ring,
        size=chosen.size,
        sector=chosen.sector,
        line=chosen.line,
        ties=chosen.ties,
    )
    rated = rated_contacts(view, year)
    classes = {one.partner.id: reading.division.of(one, reading.facts) for one in rated}
    marks = tuple(mark_of(reading, one, classes[one.partner.id]) for one in rated)
    links = links_of(reading, marks)
    places = places_of(reading)
    return MapPlan(
        page=PAGES[chosen.page, chosen.orientation],
        language=language,
        title=title or Message.of(_TITLE, year=str(year)).in_(language),
        subtitle=subtitle(reading),
        centre=view.service.short_name or view.service.name,
        groups=groups_of(reading.division, classes.values(), language),
        marks=marks,
        links=links,
        strips=tuple((code, say.in_(language)) for code, say in places),
        words=words(reading),
        year=year,
        source=source(reading, links),
        places=places,
        changes=() if chosen.since is None else compare(view, chosen.since, year).sentences(language),
    )


def map_groups(language: Language) -> tuple[MapGroup, ...]:
    """Give the sectors of the map in their fixed order, each with its shape, colour and hatch."""
    return groups_of(DIVISIONS["group"], (), language)


def for_print(plan: MapPlan) -> MapPlan:
    """Say at the foot of the page what PNG and PDF cannot show in full."""
    return attrs.evolve(plan, source=map_source(plan))


def render(request: ExportRequest[MapOptions]) -> Iterator[Artifact]:
    """Yield the map as one picture, or as a page with the maps of several years."""
    if request.medium.suffix == ".html":
        years = years_of(request.view, request.year, request.options.years)
        need_none_later(request.view, request.options.years, request.as_of)
        maps = (
            map_plan(request.view, year, language=request.language, options=request.options) for year in years
        )
        yield map_page_artifact(request, tuple(maps))
        return
    plan = map_plan(
        request.view, request.year, language=request.language, options=request.options, title=request.title
    )
    if is_drawn_with_own_fonts(request):
        plan = for_print(plan)
    yield picture(request, draw_map(plan), f"network-map-{request.year}")


NETWORK_MAP = Exporter(
    name="network-map",
    title=Say("Netzwerkkarte", "Network map"),
    media=(*PICTURES, Medium(".html", "text/html")),
    audience=Audience.REPORT,
    options=MapOptions,
    render=render,
)
