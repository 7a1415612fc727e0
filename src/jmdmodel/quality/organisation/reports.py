"""Rules on what closes a year: the annual report, the map in it, the structural data in i-mpuls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from jmdmodel.entities.review import AnnualReport
from jmdmodel.findings import Finding
from jmdmodel.ids import MapId, Ref
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import number
from jmdmodel.vocabulary import ReportStatus
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class ReportTime:
    """How much time there is for the report after its year."""

    months: int = number(
        3,
        help=Say(
            de="So viele Monate nach Jahresende bleiben, bis der Bericht fertig und vorgelegt sein soll "
            "(3 = gefragt wird ab dem 1. April).",
            en="So many months after the end of the year there are until the report is to be final and "
            "submitted (3 = asked from 1 April on).",
        ),
        minimum=0,
        maximum=11,
    )


_MISSING = Say(de="fehlt der Jahresbericht", en="the annual report is missing")
_DRAFT = Say(de="ist der Jahresbericht noch ein Entwurf", en="the annual report is still a draft")


@rule(
    code="Q517",
    name="report-missing",
    level="should",
    requirements=("R-34",),
    looks_at=Workspace,
    parameters=ReportTime,
    title=Say(
        de="Ein Jahr ist ohne fertigen Jahresbericht zu Ende gegangen",
        en="A year closed without a final annual report",
    ),
    message=Say(de="Für {year} {state}.", en="For {year} {state}."),
    reason=Say(
        de="Mit dem Jahresbericht wird die Netzwerkkarte vorgelegt. Er zeigt denen, die den Dienst tragen "
        "und fördern, was im Jahr gelungen ist und wo es hakt.",
        en="The network map is handed in with the annual report. It shows those who run and fund the service "
        "what worked out in the year and where it is stuck.",
    ),
    remedy=Say(
        de="Den Bericht unter „reports“ anlegen oder fertigstellen und unter „status“ „final“ (fertig) "
        "oder „submitted“ (vorgelegt) eintragen.",
        en='Enter the report under "reports" or finish it, and enter "final" or "submitted" under "status".',
    ),
)
def report_missing(workspace: Workspace, ctx: Context[ReportTime]) -> Iterator[Finding]:
    """Find a closed year that has no report, or only a draft, when the time for it is over."""
    year = ctx.on.year - 1
    if not ctx.index.existed_in(year) or not _time_is_over(year, ctx):
        return
    report = workspace.reports.get(str(year))
    if report is None:
        yield ctx.found(Ref("reports"), year=str(year), state=_MISSING)
    elif not _is_final(report, ctx.on):
        yield ctx.found(report, "status", year=report.id, state=_DRAFT)


_WITHOUT_MAP = Say(
    de="denen die Netzwerkkarte ihres Jahres fehlt", en="that lack the network map of their year"
)
_NOT_SUBMITTED = Say(de="die noch nicht vorgelegt sind", en="that have not been submitted yet")


@rule(
    code="Q524",
    name="report-without-map",
    level="must",
    requirements=("R-34",),
    looks_at=Workspace,
    parameters=ReportTime,
    title=Say(
        de="Ein fertiger Bericht ist ohne Karte oder nicht vorgelegt",
        en="A final report holds no map or was not submitted",
    ),
    message=Say(de="Fertige Jahresberichte, {what}: {years}.", en="Final annual reports {what}: {years}."),
    reason=Say(
        de="Die Netzwerkkarte wird nach dem Konzept jedes Jahr als Teil des Jahresberichts vorgelegt. Fehlt "
        "sie darin oder bleibt der Bericht liegen, sieht niemand außerhalb des Dienstes, was im Netzwerk "
        "geschieht.",
        en="According to the concept, the network map is handed in each year as part of the annual "
        "report. If it is missing there or the report is not passed on, nobody outside the service sees "
        "what happens in the network.",
    ),
    remedy=Say(
        de="Beim Bericht unter „map“ die Karte desselben Jahres angeben. Ist der Bericht vorgelegt, unter "
        "„submitted_on“ und „submitted_to“ eintragen, wann und bei wem.",
        en='Give the map of the same year under "map" of the report. When the report is handed in, enter '
        'under "submitted_on" and "submitted_to" when and to whom.',
    ),
)
def report_without_map(workspace: Workspace, ctx: Context[ReportTime]) -> Iterator[Finding]:
    """Find final reports without the map of their year, and final ones not submitted in time."""
    final = [one for one in workspace.reports if _is_final(one, ctx.on)]
    mapless = [one for one in final if one.map != MapId(one.id)]
    kept = [one for one in final if not _is_submitted(one, ctx.on) and _time_is_over(one.year, ctx)]
    for found, field, what in ((mapless, "map", _WITHOUT_MAP), (kept, "submitted_on", _NOT_SUBMITTED)):
        if found:
            yield ctx.found_many(list(found), field, what=what, years=tuple(one.id for one in found))


def _time_is_over(year: int, ctx: Context[ReportTime]) -> bool:
    return add_months(date(year + 1, 1, 1), ctx.parameters.months) <= ctx.on


def _is_submitted(report: AnnualReport, on: date) -> bool:
    """Tell whether a report was submitted until a day; the status says so, or the date does."""
    if report.submitted_on is not None:
        return report.submitted_on <= on
    return report.status is ReportStatus.SUBMITTED


def _is_final(report: AnnualReport, on: date) -> bool:
    return report.status is not ReportStatus.DRAFT or _is_submitted(report, on)


@attrs.frozen(kw_only=True)
class EntryTime:
    """How much time there is to enter the structural data after their year."""

    weeks: int = number(
        8,
        help=Say(
            de="So viele Wochen nach Jahresende bleiben für die Eingabe (8 = bis zum 25. Februar).",
            en="So many weeks after the end of the year there are to enter them (8 = until 25 February).",
        ),
        minimum=0,
        maximum=51,
    )


@rule(
    code="Q525",
    name="not-entered-in-impuls",
    level="should",
    requirements=("R-35",),
    looks_at=Workspace,
    parameters=EntryTime,
    title=Say(
        de="Die Strukturdaten sind nicht in JMD i-mpuls eingetragen",
        en="The structural data are not entered in JMD i-mpuls",
    ),
    message=Say(
        de="Für {year} ist nicht vermerkt, dass die Strukturdaten in JMD i-mpuls eingetragen sind.",
        en="For {year} it is not noted that the structural data are entered in JMD i-mpuls.",
    ),
    reason=Say(
        de="Tätigkeiten und Arbeitsanteile gehören in den fallübergreifenden Teil von JMD i-mpuls. Dort wird "
        "sichtbar, wie viel Arbeit neben der Beratung ins Netzwerk geht.",
        en="Activities and shares of work belong in the cross-case part of JMD i-mpuls. There it becomes "
        "visible how much work goes into the network beside counselling.",
    ),
    remedy=Say(
        de="Die Daten in JMD i-mpuls eintragen und unter „transfers“ beim Jahr den Tag („entered_on“) "
        "festhalten.",
        en='Enter the data in JMD i-mpuls and note the day ("entered_on") under "transfers" for that year.',
    ),
)
def not_entered_in_impuls(workspace: Workspace, ctx: Context[EntryTime]) -> Iterator[Finding]:
    """Find a closed year whose structural data were not entered when the weeks for it are over."""
    year = ctx.on.year - 1
    last = date(year, 12, 31) + timedelta(weeks=ctx.parameters.weeks)
    if not ctx.index.existed_in(year) or ctx.on <= last:
        return
    transfer = workspace.transfers.get(str(year))
    if transfer is None or transfer.entered_on > ctx.on:
        yield ctx.found(Ref("transfers"), year=str(year))
