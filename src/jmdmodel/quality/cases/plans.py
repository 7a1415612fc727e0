"""Which case plans are at work on a day, and their open goals and steps with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from jmdmodel.entities.case import CasePlan, PartnerContribution, PlanGoal, PlanStep
from jmdmodel.vocabulary import ConsentState, ContributionStage, GoalStatus, PlanPhase

_OVER = frozenset({PlanPhase.CLOSED, PlanPhase.DISCONTINUED, PlanPhase.HANDED_OVER})
_BEFORE_GOALS = frozenset({PlanPhase.INTAKE, PlanPhase.ASSESSMENT})
_OPEN = frozenset({GoalStatus.OPEN, GoalStatus.IN_PROGRESS})

ASKED = frozenset({ContributionStage.ADDRESSED, ContributionStage.AGREED, ContributionStage.DELIVERED})
"""Stages in which the case is spoken about with the contributor."""

ANSWERED = frozenset({ContributionStage.NO_ANSWER, ContributionStage.DECLINED, ContributionStage.BROKEN_OFF})
"""Stages that the contributor brings about, and that tell that it was addressed before."""


def is_running(plan: CasePlan, on: date) -> bool:
    """Tell whether a plan is worked on; one that ends in the quarter of the day may be over already."""
    period = plan.period
    begun = period.since is None or period.since <= on
    ended = plan.ended is not None and plan.ended <= _quarter(on)
    return begun and not ended and plan.phase_on(on) not in _OVER


def running(plans: Iterable[CasePlan], on: date) -> tuple[CasePlan, ...]:
    """Give the plans that are worked on."""
    return tuple(plan for plan in plans if is_running(plan, on))


def agrees_goals(plan: CasePlan, on: date) -> bool:
    """Tell whether a running plan is past intake and assessment, so that its goals are agreed."""
    return is_running(plan, on) and plan.phase_on(on) not in _BEFORE_GOALS


def open_goals(plan: CasePlan, on: date) -> Iterator[tuple[str, PlanGoal]]:
    """Yield the goals that are open or in progress, each with its place."""
    for number, goal in enumerate(plan.goals, start=1):
        if goal.status_on(on) in _OPEN:
            yield f"goals[{number}]", goal


def open_steps(place: str, goal: PlanGoal, on: date) -> Iterator[tuple[str, PlanStep]]:
    """Yield the steps of a goal that are not done on the day, each with its place."""
    for number, step in enumerate(goal.steps, start=1):
        if step.done_on is None or step.done_on > on:
            yield f"{place}.steps[{number}]", step


def open_contributions(
    plan: CasePlan, on: date
) -> Iterator[tuple[str, PlanGoal, PlanStep, PartnerContribution]]:
    """Yield the contributions to open steps of open goals, with place, goal and step."""
    for above, goal in open_goals(plan, on):
        for place, step in open_steps(above, goal, on):
            for number, contribution in enumerate(step.contributions, start=1):
                yield f"{place}.contributions[{number}]", goal, step, contribution


def contributions(plan: CasePlan) -> Iterator[tuple[str, PlanStep, PartnerContribution]]:
    """Yield all contributions to a plan with their places and steps."""
    for number, goal in enumerate(plan.goals, start=1):
        for place, step in enumerate(goal.steps, start=1):
            for part, contribution in enumerate(step.contributions, start=1):
                yield f"goals[{number}].steps[{place}].contributions[{part}]", step, contribution


def may_be_addressed(contribution: PartnerContribution, day: date) -> bool:
    """Tell whether consent, or the reason why none is needed, covers a day.

    What was talked about on the very day of a withdrawal may have come before it.
    """
    eve = day - timedelta(days=1) if day > date.min else day
    withdrawn_that_day = any(
        told.day == day and told.state is ConsentState.WITHDRAWN for told in contribution.consents
    )
    return _covers(contribution, day) or (withdrawn_that_day and _covers(contribution, eve))


def was_agreed_to(contribution: PartnerContribution, day: date) -> bool:
    """Tell whether there was consent, or a reason why none is needed, on a day or at any time before."""
    days = [told.day for told in contribution.consents if told.day is not None and told.day <= day]
    return any(_covers(contribution, one) for one in (date.min, *days))


def _covers(contribution: PartnerContribution, day: date) -> bool:
    state = contribution.consent_on(day)
    if state is ConsentState.NOT_NEEDED:
        last = max(
            (told for told in contribution.consents if told.day is None or told.day <= day),
            key=lambda told: told.day or date.min,
        )
        return bool(last.because)
    return state is ConsentState.YES


def _quarter(day: date) -> str:
    return f"{day.year:04}-Q{(day.month + 2) // 3}"
