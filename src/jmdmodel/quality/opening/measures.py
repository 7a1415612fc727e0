"""Rules on what a measure says of itself: at whom it is aimed, at which barrier, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.entities.opening import OpeningMeasure
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.opening.facts import (
    WITH_PARTNERS,
    end_of,
    held_lately,
    in_view,
    partner_at,
    without_aim,
)
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace


@rule(
    code="O401",
    name="measure-without-partner",
    level="hint",
    requirements=("R-22", "R-23", "R-25"),
    looks_at=Workspace,
    title=Say(de="Bei Maßnahmen ist kein Partner genannt", en="Measures name no partner"),
    message=Say(
        de="Maßnahmen zur Öffnung ohne Partner: {n} von {of} ({measures}).",
        en="Opening measures without a partner: {n} of {of} ({measures}).",
    ),
    reason=Say(
        de="Mit Veranstaltungen, Trainings und gemeinsamen Projekten hilft der Dienst seinen Partnern, sich "
        "zu öffnen. Erst wenn dabeisteht, für wen eine Maßnahme gedacht war, zeigt sich, was sie bei diesem "
        "Partner bewirkt hat.",
        en="With events, training and joint projects the service helps its partners to open up. Only "
        "when it is stated for whom a measure was meant does it show what it achieved at that partner.",
    ),
    remedy=Say(
        de="Bei der Maßnahme unter „partners“ eintragen, an wen sie sich richtet.",
        en='Enter under "partners" of the measure for whom it is meant.',
    ),
)
def measure_without_partner(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find measures that name neither a partner nor a barrier at one; a barrier tells whose door it is."""

    def has_partner(measure: OpeningMeasure) -> bool:
        barriers = (workspace.barriers.get(barrier) for barrier in measure.barriers)
        at = (partner_at(workspace, barrier) for barrier in barriers if barrier is not None)
        return bool(measure.partners) or any(at)

    asked = _in_families(ctx)
    without = [measure for measure in asked if not has_partner(measure)]
    if without:
        yield ctx.found_many(
            without, "partners", n=len(without), of=len(asked), measures=some_of(_titles(without))
        )


@rule(
    code="O402",
    name="measure-without-barrier",
    level="hint",
    requirements=("R-10", "R-22", "R-23", "R-25"),
    looks_at=Workspace,
    presupposes=("O401",),
    title=Say(de="Bei Maßnahmen ist keine Barriere genannt", en="Measures name no barrier"),
    message=Say(
        de="Maßnahmen zur Öffnung, bei denen keine Barriere genannt ist: {n} von {of} ({measures}).",
        en="Opening measures that name no barrier: {n} of {of} ({measures}).",
    ),
    reason=Say(
        de="Interkulturelle Öffnung soll vor allem Zugangsbarrieren abbauen. Ist die Barriere genannt, lässt "
        "sich später vergleichen, ob sich für die jungen Menschen etwas geändert hat.",
        en="The first aim of intercultural opening is to take down access barriers. Once the barrier is "
        "named, one can compare later whether anything has changed for the young people.",
    ),
    remedy=Say(
        de="Bei der Maßnahme unter „barriers“ die Barriere nennen, die sie abbauen soll. Kennt die "
        "Arbeitsmappe diese Barriere noch nicht, sie zuerst als Zugangsbarriere unter „barriers“ anlegen.",
        en='Name the barrier that the measure is to take down under "barriers" of the measure. If the '
        'workspace does not know that barrier yet, enter it first as an access barrier under "barriers".',
    ),
)
def measure_without_barrier(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find measures that name no barrier."""
    del workspace
    asked = _in_families(ctx)
    without = list(without_aim(ctx.index))
    if without:
        yield ctx.found_many(
            without, "barriers", n=len(without), of=len(asked), measures=some_of(_titles(without))
        )


@attrs.frozen(kw_only=True)
class TimeToEvaluate:
    """How long an evaluation may take."""

    months: int = number(
        6,
        help=Say(
            de="Nach wie vielen Monaten eine Maßnahme ausgewertet sein soll.",
            en="After how many months a measure is to be evaluated.",
        ),
        minimum=0,
        maximum=24,
    )


@rule(
    code="O403",
    name="measure-not-evaluated",
    level="should",
    requirements=("R-22", "R-23", "R-24", "R-25", "R-26"),
    looks_at=Workspace,
    parameters=TimeToEvaluate,
    title=Say(de="Maßnahmen sind nicht ausgewertet", en="Measures are not evaluated"),
    message=Say(
        de="Maßnahmen, die durchgeführt und nicht ausgewertet sind (Frist in Monaten: {months}): {n} "
        "von {of} ({measures}).",
        en="Measures that were held and not evaluated (limit in months: {months}): {n} of {of} ({measures}).",
    ),
    reason=Say(
        de="Der Dienst unterstützt die Öffnung seiner Partner mit ganz verschiedenen Maßnahmen. Welche davon "
        "etwas bewirken, weiß er nur, wenn er sie mit den Beteiligten auswertet, solange die Erinnerung "
        "frisch ist.",
        en="The service supports the opening of its partners with measures of very different kinds. It "
        "knows which of them achieve something only if it evaluates them with those involved while the "
        "memory is fresh.",
    ),
    remedy=Say(
        de="Die Maßnahme mit den Beteiligten auswerten und den Tag unter „evaluated_on“ und das "
        "Ergebnis unter „evaluation“ eintragen.",
        en='Evaluate the measure with those involved, and enter the day under "evaluated_on" and the '
        'result under "evaluation".',
    ),
)
def measure_not_evaluated(workspace: Workspace, ctx: Context[TimeToEvaluate]) -> Iterator[Finding]:
    """Find measures that were held longer ago than the time for an evaluation and have none."""
    del workspace
    months = ctx.parameters.months
    due = [
        measure
        for measure in held_lately(ctx.index)
        if (end := end_of(measure)) is not None and add_months(end, months) < ctx.on
    ]
    without = [measure for measure in due if not _is_evaluated(measure, ctx)]
    if without:
        yield ctx.found_many(
            without,
            "evaluated_on",
            months=months,
            n=len(without),
            of=len(due),
            measures=some_of(_titles(without)),
        )


def _is_evaluated(measure: OpeningMeasure, ctx: Context[TimeToEvaluate]) -> bool:
    """Tell whether there is an evaluation by the day; a text without a date is one too."""
    if measure.evaluated_on is not None:
        return measure.evaluated_on <= ctx.on
    return bool((measure.evaluation or "").strip())


def _in_families(ctx: Context[NoParameters]) -> list[OpeningMeasure]:
    return [measure for measure in in_view(ctx.index) if measure.kind.family in WITH_PARTNERS]


def _titles(measures: list[OpeningMeasure]) -> list[str]:
    return [measure.title for measure in measures]
