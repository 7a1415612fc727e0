"""Small multiples: the yearly maps of one service on a page (R-33). German: Jahreskarten."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdexport.builtin._lost import map_source
from jmdexport.builtin._map_years import assessors_note, known_years, need_none_later, year_line, years_up_to
from jmdexport.builtin._pictures import (
    PICTURES,
    dpi_option,
    is_drawn_with_own_fonts,
    orientation_option,
    page_option,
    picture,
)
from jmdexport.builtin.network_map import MapOptions, map_plan
from jmdexport.drawing import MapPlan
from jmdexport.drawing.describe import description
from jmdexport.drawing.years_map import draw_years_map
from jmdexport.drawing.years_plan import MOST, YearsPlan
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest
from jmdmodel.analysis.comparison.history import History
from jmdmodel.analysis.ratings import map_summary
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Language, Message, Say
from jmdmodel.phrases import Noun, counted
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class YearsOptions:
    """Which years, numbers or no names, page and resolution."""

    years: tuple[int, ...] = option(
        Say(
            "Die Jahre, zwei bis sechs; ohne Angabe die letzten mit einer Karte.",
            "The years, two to six; if not given, the last ones that have a map.",
        ),
        default=(),
        minimum=1,
        maximum=9999,
    )
    names: str = option(
        Say(
            "Wie die Partner benannt sind: durch Nummern mit einer Liste der Namen oder gar nicht.",
            "How partners are named: by numbers with a list of the names, or not at all.",
        ),
        default="numbers",
        choices=("numbers", "none"),
    )
    page: str = page_option()
    orientation: str = orientation_option()
    dpi: int = dpi_option()


_TITLE = Say("Netzwerkkarten {first}–{last}", "Network maps {first}–{last}")
_SHOWN = Say("gezeigt: {shown} von {all} Partnern", "shown: {shown} of {all} partners")
_WITHOUT = Say("Ohne Karte und hier nicht gezeigt: {years}.", "Without a map and not shown here: {years}.")
_SOURCE = Say(
    "Quelle: Netzwerkverzeichnis, Einschätzungen des jeweiligen Jahres bis zum Stand der Karte."
    " Intensität und Wichtigkeit sind Einschätzungen dieses einen Dienstes; mit denen anderer Dienste lassen"
    " sie sich nicht vergleichen.",
    "Source: network register, ratings of each year up to the as-of date of its map. Intensity and importance"
    " are judgements of this one service; they cannot be compared with those of other services.",
)
_TOLD = Say(
    "{n} von {centre} nebeneinander, jeder Partner steht in jedem Jahr in derselben Richtung.",
    "{n} of {centre} side by side; each partner stands in the same direction in each year.",
)
_MAP = Noun("f", Say("Netzwerkkarte", "network map"), Say("Netzwerkkarten", "network maps"))


def years_plan(
    view: Workspace,
    year: int,
    *,
    language: Language = "de",
    options: YearsOptions | None = None,
    title: str = "",
) -> YearsPlan:
    """Give what the maps of several years show, ready to be drawn (R-33). German: Jahreskarten.

    A partner that has a new name keeps its direction; two that are on one map never share one.

    Raises:
        NoMapForYear: A year has no map; the error lists the years that have one.
        TooFewMaps: There is only one map.
        TooManyYears: More than six years are chosen.
    """
    chosen = options or YearsOptions()
    years = years_up_to(view, year, chosen.years, most=MOST)
    given = MapOptions(page=chosen.page, orientation=chosen.orientation, ties="none")
    maps = tuple(_plain(map_plan(view, one, language=language, options=given)) for one in years)
    names = sorted({PartnerId(mark.id) for each in maps for mark in each.marks})
    lines = History.of(view).families(names)
    notes = (*assessors_note(view, years, language), *_gaps(view, years, language))
    number = counted(len(years), _MAP, language)
    head = Message.of(_TOLD, n=number[0].upper() + number[1:], centre=maps[-1].centre).in_(language)
    return YearsPlan(
        title=title or Message.of(_TITLE, first=str(years[0]), last=str(years[-1])).in_(language),
        subtitle=(view.service.name,),
        maps=maps,
        said=tuple(_said(view, one, language) for one in years),
        same=tuple(sorted((one, line) for one, line in lines.items() if one != line)),
        numbered=chosen.names == "numbers",
        notes=notes,
        told=" ".join([head, *notes, *(description(each) for each in maps)]),
        source=_SOURCE.in_(language),
    )


def _plain(plan: MapPlan) -> MapPlan:
    """Leave out what a small map has no room for: the ring of a part in the transition to work."""
    return attrs.evolve(plan, marks=tuple(attrs.evolve(mark, badge=False) for mark in plan.marks))


def _gaps(view: Workspace, years: tuple[int, ...], language: Language) -> tuple[str, ...]:
    """Tell the years between that have no map; one that was left out on purpose is not told."""
    known = known_years(view)
    missing = tuple(str(one) for one in range(years[0], years[-1]) if one not in known)
    return (Message.of(_WITHOUT, years=missing).in_(language),) if missing else ()


def _said(view: Workspace, year: int, language: Language) -> tuple[str, ...]:
    """Give the lines of a year: day and assessor, and how many of all partners its map shows."""
    summary = map_summary(view, year)
    line = year_line(view, year, language).partition(": ")[2]
    shown = Message.of(_SHOWN, shown=summary.shown, all=summary.partners).in_(language)
    return line[:1].upper() + line[1:] if language == "en" else line, shown


def render(request: ExportRequest[YearsOptions]) -> Iterator[Artifact]:
    """Yield the maps of several years as one picture."""
    plan = years_plan(
        request.view, request.year, language=request.language, options=request.options, title=request.title
    )
    need_none_later(request.view, plan.years, request.as_of)
    if is_drawn_with_own_fonts(request):
        whole = attrs.evolve(plan.whole, title=plan.title, subtitle=plan.subtitle, source=plan.source)
        plan = attrs.evolve(plan, source=map_source(whole))
    yield picture(request, draw_years_map(plan), f"years-map-{plan.years[0]}-{plan.years[-1]}")


YEARS_MAP = Exporter(
    name="years-map",
    title=Say("Jahreskarten", "Maps of several years"),
    media=PICTURES,
    audience=Audience.REPORT,
    options=YearsOptions,
    render=render,
)
