"""The change map: what became of each partner from one yearly map to another (R-33, R-50)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdexport.builtin._change_moves import causes, legend, links, moves
from jmdexport.builtin._lost import with_note
from jmdexport.builtin._map_years import assessors_note, need_none_later, two_years, year_line
from jmdexport.builtin._pictures import (
    PICTURES,
    dpi_option,
    is_drawn_with_own_fonts,
    orientation_option,
    page_option,
    picture,
)
from jmdexport.builtin.network_map import MapOptions, map_plan
from jmdexport.drawing.change_map import draw_change_map
from jmdexport.drawing.change_plan import ChangePlan
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest
from jmdmodel.analysis.comparison import Comparison, compare
from jmdmodel.analysis.ratings import Place
from jmdmodel.messages import Language, Message, Say, in_date
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class ChangeOptions:
    """The year to compare with, page, lines and resolution of the change map."""

    from_year: int | None = option(
        Say(
            "Das Jahr, mit dem verglichen wird; ohne Angabe das der letzten Karte davor.",
            "The year to compare with; if not given, that of the last map before.",
        ),
        default=None,
        minimum=1,
        maximum=9999,
    )
    page: str = page_option()
    orientation: str = orientation_option()
    ties: str = option(
        Say(
            "Verbindungen zwischen Partnern: nur die seither vermittelten, alle seither neu bekannten oder"
            " keine.",
            "Ties between partners: only those brokered since, all that are newly known since, or none.",
        ),
        default="brokered",
        choices=("brokered", "new", "none"),
    )
    dpi: int = dpi_option()


_TITLE = Say("Veränderungskarte {earlier}–{later}", "Change map {earlier}–{later}")
_SHOWN = Say("alle {n} Partner der beiden Karten", "all {n} partners of the two maps")
_SHOWN_ONE = Say("der eine Partner der beiden Karten", "the one partner of the two maps")
_SHOWN_NONE = Say("auf keiner der beiden Karten steht ein Partner", "there is no partner on either map")
_SOURCE = Say(
    "Quelle: Netzwerkverzeichnis, Einschätzungen der Jahre {earlier} (bis {first}) und {later} (bis"
    " {second}). Intensität und Wichtigkeit sind Einschätzungen des Dienstes. Ein Partner steht in beiden"
    " Jahren in derselben Richtung.",
    "Source: network register, ratings of the years {earlier} (up to {first}) and {later} (up to {second})."
    " Intensity and importance are judgements of the service. A partner stands in the same direction in both"
    " years.",
)
_TOLD = Say(
    "Veränderungskarte: In der Mitte steht {centre}, ringsum liegen Ringe für die Intensität der Kontakte."
    " Verglichen sind die Karten von {earlier} (Stand {first}) und {later} (Stand {second}).",
    "Change map: {centre} stands in the middle, surrounded by rings for the intensity of the contacts. The"
    " maps of {earlier} (as of {first}) and {later} (as of {second}) are compared.",
)
_TIES = {
    "brokered": Say("Seither vermittelte Verbindungen", "Ties brokered since"),
    "new": Say("Seither neu bekannte Verbindungen", "Ties newly known since"),
    "none": Say("Keine Verbindungen", "No ties"),
}


def change_plan(
    view: Workspace,
    year: int,
    *,
    language: Language = "de",
    options: ChangeOptions | None = None,
    title: str = "",
) -> ChangePlan:
    """Give what the change map of two years shows, ready to be drawn (R-33). German: Veränderungskarte.

    The map always tells from the earlier year to the later one. Which partners it shows, and what changed,
    is what :func:`~jmdmodel.analysis.comparison.compare` says.

    Raises:
        NoMapForYear: One of the years has no map; the error lists the years that have one.
        TooFewMaps: There is no map before the year, and none was chosen to compare with.
    """
    chosen = options or ChangeOptions()
    earlier, later = two_years(view, year, chosen.from_year)
    comparison = compare(view, earlier, later)
    given = MapOptions(page=chosen.page, orientation=chosen.orientation, ties="all")
    first, second = (map_plan(view, one, language=language, options=given) for one in (earlier, later))
    notes = assessors_note(view, (earlier, later), language)
    names = {"earlier": str(earlier), "later": str(later)}
    days = {
        "first": in_date(comparison.earlier_day, language),
        "second": in_date(comparison.later_day, language),
    }
    told = Message.of(_TOLD, centre=second.centre, **names, **days).in_(language)
    found = moves(comparison, first, second, language)
    drawn = links(comparison, second, chosen.ties)
    return ChangePlan(
        page=second.page,
        language=language,
        title=title or Message.of(_TITLE, **names).in_(language),
        subtitle=_subtitle(view, comparison, len(found), language),
        centre=second.centre,
        years=(earlier, later),
        groups=second.groups,
        moves=found,
        links=drawn,
        places=tuple((place.code, place.label.in_(language)) for place in Place if place is not Place.RING),
        signs=legend(comparison, language),
        causes=tuple(causes(comparison, language)),
        words=attrs.evolve(second.words, ties=_TIES[chosen.ties].in_(language)),
        notes=notes,
        told=" ".join([told, *notes, *comparison.sentences(language)]),
        source=Message.of(_SOURCE, **names, **days).in_(language),
    )


def _subtitle(view: Workspace, comparison: Comparison, number: int, language: Language) -> tuple[str, ...]:
    said = Message.of(_SHOWN, n=number) if number > 1 else Message.of(_SHOWN_ONE if number else _SHOWN_NONE)
    years = dict.fromkeys((comparison.earlier, comparison.later))
    return (
        f"{view.service.name} · {said.in_(language)}",
        *(year_line(view, year, language) for year in years),
    )


def for_print(plan: ChangePlan) -> ChangePlan:
    """Say at the foot of the page what PNG and PDF cannot show in full."""
    names = {move.id: move.label for move in plan.moves}
    frame = plan.frame
    texts = (frame.title, frame.centre, *frame.subtitle, *(group.label for group in frame.groups))
    return attrs.evolve(plan, source=with_note(frame.source, texts, plan.language, partners=names))


def render(request: ExportRequest[ChangeOptions]) -> Iterator[Artifact]:
    """Yield the change map as one picture."""
    plan = change_plan(
        request.view, request.year, language=request.language, options=request.options, title=request.title
    )
    need_none_later(request.view, plan.years, request.as_of)
    if is_drawn_with_own_fonts(request):
        plan = for_print(plan)
    yield picture(request, draw_change_map(plan), f"change-map-{plan.years[0]}-{plan.years[1]}")


CHANGE_MAP = Exporter(
    name="change-map",
    title=Say("Veränderungskarte", "Change map"),
    media=PICTURES,
    audience=Audience.REPORT,
    options=ChangeOptions,
    render=render,
)
