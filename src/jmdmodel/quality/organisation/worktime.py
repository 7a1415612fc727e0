"""Rules on documented working time; both are off until somebody wants them, as practice differs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import DueYear, number
from jmdmodel.quality.wording import month_name
from jmdmodel.workspace import Workspace


@rule(
    code="Q519",
    name="month-without-activity",
    level="hint",
    requirements=("R-35",),
    looks_at=Workspace,
    parameters=DueYear,
    default=False,
    title=Say(de="Monate ohne eingetragene Tätigkeit", en="Months without any activity entered"),
    message=Say(
        de="Im Jahr {year} ist keine Arbeitszeit eingetragen für: {months}.",
        en="In {year} no working time is entered for: {months}.",
    ),
    reason=Say(
        de="Eine Lücke in den Aufzeichnungen verschiebt die Anteile des ganzen Jahres.",
        en="A gap in the records shifts the shares of the whole year.",
    ),
    remedy=Say(
        de="Die Tätigkeiten unter „activities“ nachtragen oder die Monatssummen unter „work_time“ eintragen.",
        en='Add the activities under "activities", or enter the monthly sums under "work_time".',
    ),
)
def month_without_activity(workspace: Workspace, ctx: Context[DueYear]) -> Iterator[Finding]:
    """Find the months, until the one before the day, without work in a year that has some."""
    del workspace
    year = ctx.parameters.year(ctx.on)
    there = ctx.index.months_with_work_in(year)
    over = 12 if year < ctx.on.year else ctx.on.month - 1
    missing = [month for month in range(1, over + 1) if month not in there]
    if there and missing:
        yield ctx.found(Ref("activities"), year=str(year), months=tuple(map(month_name, missing)))


@attrs.frozen(kw_only=True)
class LongDay:
    """How long a working day may be."""

    minutes: int = number(
        600,
        help=Say(
            de="Wie viele Minuten ein Arbeitstag höchstens hat.",
            en="How many minutes a working day has at most.",
        ),
        minimum=60,
        maximum=1440,
    )


@rule(
    code="Q520",
    name="implausible-day",
    level="hint",
    requirements=("R-35",),
    looks_at=Workspace,
    parameters=LongDay,
    default=False,
    title=Say(de="Ein Arbeitstag ist unwahrscheinlich lang", en="A working day is implausibly long"),
    message=Say(
        de="Zahl der Tage mit mehr als {minutes} eingetragenen Minuten für eine Funktion: {n}.",
        en="Number of days with more than {minutes} minutes entered for one staff role: {n}.",
    ),
    reason=Say(
        de="Meist ist eine Tätigkeit doppelt oder unter einem falschen Datum eingetragen. Das "
        "verfälscht die Anteile.",
        en="Mostly an activity was entered twice or under a wrong date. That distorts the shares.",
    ),
    remedy=Say(
        de="Die Tätigkeiten an diesen Tagen unter „activities“ durchsehen und doppelte oder falsch "
        "datierte berichtigen.",
        en='Look through the activities of these days under "activities" and correct duplicates and '
        "wrong dates.",
    ),
)
def implausible_day(workspace: Workspace, ctx: Context[LongDay]) -> Iterator[Finding]:
    """Find days on which one staff role has more minutes than a day of work holds.

    Neither day nor role is told, as single activities are data about employees; the reference leads
    those who may see it to the first activity of the day.
    """
    minutes: dict[tuple[date, str], int] = {}
    first: dict[tuple[date, str], str] = {}
    for activity in workspace.activities:
        if activity.staff is not None:
            day = (activity.day, activity.staff)
            if day in minutes:
                minutes[day] += activity.minutes
            else:
                minutes[day] = activity.minutes
                first[day] = activity.id
    most = ctx.parameters.minutes
    long = sorted(day for day, total in minutes.items() if total > most)
    if long:
        things: list[object] = [Ref("activities", first[day]) for day in long]
        yield ctx.found_many(things, n=len(long), minutes=ctx.parameters.minutes)
