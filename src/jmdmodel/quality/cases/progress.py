"""Rules on how a case plan moves on: contributions, reviews, and the dates of goals and steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from jmdmodel.entities._sense import last_until
from jmdmodel.entities.case import CasePlan, PartnerContribution, PlanStep
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.cases.plans import is_running, open_contributions, open_goals, open_steps, running
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.vocabulary import ConsentState, ContributionStage
from jmdmodel.workspace import Workspace

_WAITING = frozenset(
    {
        ContributionStage.IDENTIFIED,
        ContributionStage.ADDRESSED,
        ContributionStage.NO_ANSWER,
        ContributionStage.AGREED,
    }
)
_REFUSED = frozenset({ConsentState.NO, ConsentState.WITHDRAWN})


@attrs.frozen(kw_only=True)
class Waiting:
    """For how long a contribution may stay in one stage."""

    days: int = number(
        90,
        help=Say(
            de="Wie viele Tage ein Beitrag in einem Stand bleiben darf.",
            en="For how many days a contribution may stay in one stage.",
        ),
        minimum=1,
        maximum=1000,
    )


@rule(
    code="C303",
    name="contribution-stuck",
    level="should",
    requirements=("R-21",),
    looks_at=CasePlan,
    parameters=Waiting,
    title=Say(de="Ein Beitrag kommt nicht voran", en="A contribution does not move on"),
    message=Say(
        de="Zahl der Beiträge, deren Stand sich lange nicht geändert hat (Frist in Tagen: {days}): {n} "
        "von {of}.",
        en="Number of contributions whose stage has not changed for a long time (limit in days: "
        "{days}): {n} of {of}.",
    ),
    reason=Say(
        de="Wer ermittelt oder angesprochen ist, hat noch nichts beigetragen. Bleibt ein Beitrag lange "
        "liegen, wartet vor allem der junge Mensch.",
        en="Those who were identified or addressed have not contributed yet. If a contribution lies "
        "idle for long, it is above all the young person who waits.",
    ),
    remedy=Say(
        de="Nachfragen und den neuen Stand mit dem Tag unter „stages“ eintragen. Hat sich der Schritt "
        "erledigt, das Datum unter „done_on“ nennen.",
        en='Ask how things stand, and enter the new stage with its day under "stages". If the step is '
        'done, give the date under "done_on".',
    ),
)
def contribution_stuck(plan: CasePlan, ctx: Context[Waiting]) -> Iterator[Finding]:
    """Find contributions to open steps that wait in one stage; what was promised for later is not late."""
    if not is_running(plan, ctx.on):
        return
    parts = tuple(open_contributions(plan, ctx.on))
    stuck = [place for place, _, step, contribution in parts if _is_stuck(step, contribution, ctx)]
    if stuck:
        yield ctx.found(plan, stuck[0], n=len(stuck), of=len(parts), days=ctx.parameters.days)


def _is_stuck(step: PlanStep, contribution: PartnerContribution, ctx: Context[Waiting]) -> bool:
    reached = last_until(contribution.stages, ctx.on)
    if reached is None or reached.stage not in _WAITING or contribution.consent_on(ctx.on) in _REFUSED:
        return False
    if reached.stage is ContributionStage.AGREED and step.due is not None and step.due >= ctx.on:
        return False
    return (ctx.on - reached.day).days > ctx.parameters.days


@attrs.frozen(kw_only=True)
class ReviewAge:
    """How old the last review of a plan may be."""

    months: int = number(
        6,
        help=Say(
            de="Wie viele Monate seit der letzten Überprüfung vergangen sein dürfen.",
            en="How many months may have passed since the last review.",
        ),
        minimum=1,
        maximum=60,
    )


@rule(
    code="C305",
    name="plan-not-reviewed",
    level="should",
    requirements=("R-20",),
    looks_at=Workspace,
    parameters=ReviewAge,
    title=Say(
        de="Integrationsförderpläne sind lange nicht überprüft",
        en="Case plans have not been reviewed for a long time",
    ),
    message=Say(
        de="Zahl der laufenden Integrationsförderpläne, die lange nicht überprüft wurden (Frist in "
        "Monaten: {months}): {n} von {of}.",
        en="Number of current case plans that have not been reviewed for a long time (limit in months: "
        "{months}): {n} of {of}.",
    ),
    reason=Say(
        de="Der Plan begleitet einen jungen Menschen, dessen Leben sich ändert. Nur wer ihn regelmäßig "
        "gemeinsam durchsieht, merkt, welche Ziele erreicht sind und welche Hilfe jetzt fehlt.",
        en="A plan accompanies a young person whose life changes. Only those who go through it together "
        "regularly notice which goals are reached and which help is missing now.",
    ),
    remedy=Say(
        de="Den Plan mit dem jungen Menschen durchsehen und den Tag unter „reviewed_on“ eintragen. Ist "
        "die Begleitung zu Ende, unter „phases“ die Phase oder unter „ended“ das Quartal nachtragen.",
        en='Go through the plan with the young person and enter the day under "reviewed_on". If the '
        'support has ended, add the phase under "phases" or the quarter under "ended".',
    ),
)
def plan_not_reviewed(workspace: Workspace, ctx: Context[ReviewAge]) -> Iterator[Finding]:
    """Find running plans with goals whose last review, or else their beginning, lies too long ago."""
    plans = [plan for plan in running(workspace.cases, ctx.on) if plan.goals]
    old = [
        plan
        for plan in plans
        if (seen := _last_seen(plan, ctx.on)) is not None and add_months(seen, ctx.parameters.months) < ctx.on
    ]
    if old:
        yield ctx.found_many(old, n=len(old), of=len(plans), months=ctx.parameters.months)


def _last_seen(plan: CasePlan, on: date) -> date | None:
    """Give the last review until the day; before the first, the first day that tells of the plan.

    Where only the quarter of the beginning is known, its end counts: nobody is reminded too early.
    """
    reviewed = [day for day in plan.reviewed_on if day <= on]
    if reviewed:
        return max(reviewed)
    dated = [step.day for step in plan.phases if step.day <= on]
    dated += [judged.day for goal in plan.goals for judged in goal.progress if judged.day <= on]
    if dated:
        return min(dated)
    return add_months(plan.period.since, 3) if plan.period.since is not None else None


@rule(
    code="C307",
    name="goal-past-its-date",
    level="should",
    requirements=("R-20",),
    looks_at=CasePlan,
    title=Say(
        de="Ein Ziel hat offene Schritte, und sein Datum ist vorbei",
        en="A goal is past its date and has open steps",
    ),
    message=Say(
        de="Zahl der offenen Ziele, deren Datum vorbei ist und die noch offene Schritte haben: {n} von {of}.",
        en="Number of open goals whose date has passed and that still have open steps: {n} of {of}.",
    ),
    reason=Say(
        de="Das Datum wurde mit dem jungen Menschen vereinbart. Verstreicht es ohne ein Gespräch, verliert "
        "der Plan an Verbindlichkeit, auch für die Partner.",
        en="The date was agreed with the young person. If it passes without a talk, the plan loses its "
        "weight, for the partners too.",
    ),
    remedy=Say(
        de="Gemeinsam klären, ob das Ziel erreicht ist, weiter gilt oder aufgegeben wird. Den Stand "
        "unter „progress“ eintragen oder unter „due“ ein neues Datum vereinbaren.",
        en="Settle together whether the goal is reached, still holds or is dropped. Enter the status "
        'under "progress", or agree on a new date under "due".',
    ),
)
def goal_past_its_date(plan: CasePlan, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find open goals of a running plan that are past their date, with steps that are not done."""
    if not is_running(plan, ctx.on):
        return
    goals = tuple(open_goals(plan, ctx.on))
    late = [
        place
        for place, goal in goals
        if goal.due is not None and goal.due < ctx.on and any(open_steps(place, goal, ctx.on))
    ]
    if late:
        yield ctx.found(plan, f"{late[0]}.due", n=len(late), of=len(goals))


@rule(
    code="C308",
    name="step-without-date",
    level="hint",
    requirements=("R-20",),
    looks_at=Workspace,
    title=Say(de="Schritte haben kein Datum", en="Steps have no date"),
    message=Say(
        de="Zahl der offenen Schritte ohne Datum in laufenden Integrationsförderplänen: {n} von {of}.",
        en="Number of open steps without a date in current case plans: {n} of {of}.",
    ),
    reason=Say(
        de="Ein Schritt mit Datum lässt sich verfolgen, und beide Seiten wissen, wann sie wieder darüber "
        "sprechen.",
        en="A step with a date can be followed up, and both sides know when they will talk about it again.",
    ),
    remedy=Say(
        de="Mit dem jungen Menschen einen Tag vereinbaren und unter „due“ eintragen.",
        en='Agree on a day with the young person and enter it under "due".',
    ),
)
def step_without_date(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find open steps of open goals without a date, over all running plans."""
    steps = [
        (plan, place, step)
        for plan in running(workspace.cases, ctx.on)
        for above, goal in open_goals(plan, ctx.on)
        for place, step in open_steps(above, goal, ctx.on)
    ]
    undated = [(plan, place) for plan, place, step in steps if step.due is None]
    if undated:
        plans = list({plan.id: plan for plan, _ in undated}.values())
        yield ctx.found_many(plans, undated[0][1], n=len(undated), of=len(steps))
