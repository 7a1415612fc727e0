"""Rules on plans and numbers: dates that passed, people reached, and families of measures nobody uses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from jmdmodel.entities.opening import OpeningMeasure
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.index import quoted
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.opening.facts import end_of, held_lately
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.quality.wording import some_of
from jmdmodel.vocabulary import MeasureFamily, MeasureKind, MeasureState
from jmdmodel.workspace import Workspace

COUNTLESS = frozenset(
    {MeasureKind.TARGETED_PUBLICITY, MeasureKind.TRAINING_DESIGN, MeasureKind.TRAINER_REFERRAL}
)
"""Kinds of measure that nobody attends, so that nobody can count."""


@attrs.frozen(kw_only=True)
class YearsUnused:
    """How long a family of measures may stay unused."""

    years: int = number(
        3,
        help=Say(
            de="Nach wie vielen Jahren ohne Maßnahme eine Art genannt wird.",
            en="After how many years without a measure a family is named.",
        ),
        minimum=1,
        maximum=20,
    )


@rule(
    code="O405",
    name="measure-family-unused",
    level="hint",
    requirements=("R-22", "R-23", "R-24", "R-25", "R-26"),
    looks_at=Workspace,
    parameters=YearsUnused,
    default=False,
    title=Say(de="Manche Arten von Maßnahmen bleiben ungenutzt", en="Some families of measures stay unused"),
    message=Say(
        de="Seit dem {since} ist keine Maßnahme dieser Arten eingetragen: {families}.",
        en="Since {since} no measure of these families is entered: {families}.",
    ),
    reason=Say(
        de="Das Konzept nennt fünf Wege, Partner bei ihrer Öffnung zu unterstützen. Niemand muss alle gehen; "
        "ein Weg, der lange nicht begangen wurde, kann aber eine neue Möglichkeit sein.",
        en="The concept names five ways to support partners in opening up. Nobody has to go all of "
        "them; but a way that was not taken for a long time may be a new chance.",
    ),
    remedy=Say(
        de="Im Team überlegen, ob ein solches Angebot zu einem Partner passt, und es unter „measures“ "
        "planen.",
        en='Consider in the team whether such an offer fits a partner, and plan it under "measures".',
    ),
)
def measure_family_unused(workspace: Workspace, ctx: Context[YearsUnused]) -> Iterator[Finding]:
    """Find the families without a measure in the last years, held or planned; an undated one counts."""
    since = add_months(ctx.on, -12 * ctx.parameters.years)
    if not ctx.index.existed_in(since.year):
        return
    used = {measure.kind.family for measure in workspace.measures if _was_used(measure, since, ctx.on)}
    unused = [family for family in MeasureFamily if family not in used]
    if unused:
        yield ctx.found(Ref("measures"), since=since, families=quoted(unused))


def _was_used(measure: OpeningMeasure, since: date, on: date) -> bool:
    """Tell whether a measure was held since a day or is planned and not over; undated ones are."""
    end = end_of(measure)
    if measure.state is MeasureState.HELD:
        return end is None or end >= since
    return measure.state is MeasureState.PLANNED and (end is None or end >= on)


@attrs.frozen(kw_only=True)
class DaysToEnter:
    """How long it may take to enter what became of a plan."""

    days: int = number(
        14,
        help=Say(
            de="Wie viele Tage nach dem geplanten Tag das Ergebnis eingetragen sein soll.",
            en="How many days after the planned day the outcome is to be entered.",
        ),
        minimum=0,
        maximum=366,
    )


@rule(
    code="O407",
    name="measure-date-passed",
    level="should",
    requirements=("R-22", "R-23", "R-24", "R-25", "R-26"),
    looks_at=Workspace,
    parameters=DaysToEnter,
    title=Say(de="Der Tag einer geplanten Maßnahme ist vorbei", en="The day of a planned measure has passed"),
    message=Say(
        de="Maßnahmen, die noch als geplant eingetragen sind, obwohl der Tag vorbei ist: {n} ({measures}).",
        en="Measures that are still entered as planned although the day has passed: {n} ({measures}).",
    ),
    reason=Say(
        de="Solange offen ist, ob eine Maßnahme stattgefunden hat, zählt sie nicht als Beitrag zur Öffnung. "
        "Fiel sie aus, wartet der Partner vielleicht noch auf einen neuen Termin.",
        en="As long as it is open whether a measure took place, it does not count as a contribution to "
        "the opening. If it did not take place, the partner may still be waiting for a new date.",
    ),
    remedy=Say(
        de="Unter „state“ eintragen: „held“ (durchgeführt) oder „cancelled“ (abgesagt). Ist die "
        "Maßnahme verschoben, unter „day“ den neuen Tag eintragen.",
        en='Enter "held" or "cancelled" under "state". If the measure was put off, enter the new day '
        'under "day".',
    ),
)
def measure_date_passed(workspace: Workspace, ctx: Context[DaysToEnter]) -> Iterator[Finding]:
    """Find planned measures that ended more than some days ago."""
    passed = [
        measure
        for measure in workspace.measures
        if measure.state is MeasureState.PLANNED
        and (end := end_of(measure)) is not None
        and ctx.on - end > timedelta(ctx.parameters.days)
    ]
    if passed:
        titles = [measure.title for measure in passed]
        yield ctx.found_many(passed, "state", n=len(passed), measures=some_of(titles))


@rule(
    code="O408",
    name="people-reached-unknown",
    level="hint",
    requirements=("R-22", "R-23", "R-24", "R-25"),
    looks_at=Workspace,
    title=Say(de="Die Zahl der erreichten Personen fehlt", en="The number of people reached is missing"),
    message=Say(
        de="Durchgeführte Maßnahmen, bei denen die Zahl der erreichten Personen fehlt: {n} von {of} "
        "({measures}).",
        en="Measures that were held and lack the number of people reached: {n} of {of} ({measures}).",
    ),
    reason=Say(
        de="Eine Fortbildung für drei Fachkräfte ist etwas anderes als ein Fachtag für ein ganzes Kollegium. "
        "Im Bericht zeigt die Zahl, wie weit die Arbeit an der Öffnung reicht.",
        en="A training for three professionals is not the same as a conference for a whole staff. In the "
        "report the number shows how far the work on opening reaches.",
    ),
    remedy=Say(
        de="Unter „people“ eintragen, wie viele Personen dabei waren; eine gute Schätzung reicht.",
        en='Enter under "people" how many people took part; a good estimate is enough.',
    ),
)
def people_reached_unknown(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find measures that are over and tell no number of people, where people can be counted."""
    del workspace
    over = [
        measure
        for measure in held_lately(ctx.index)
        if measure.kind not in COUNTLESS and (end := end_of(measure)) is not None and end < ctx.on
    ]
    without = [measure for measure in over if measure.people is None]
    if without:
        titles = [measure.title for measure in without]
        yield ctx.found_many(without, "people", n=len(without), of=len(over), measures=some_of(titles))
