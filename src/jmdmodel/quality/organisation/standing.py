"""What the rules on networks ask of goals, tasks and agreements on a day, and how messages name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from jmdmodel.entities.agreement import Agreement, NetworkGoal, Responsibility
from jmdmodel.entities.network import Network
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.model import Context
from jmdmodel.quality.wording import some_of
from jmdmodel.vocabulary import GoalStatus

_OVER = frozenset({GoalStatus.REACHED, GoalStatus.DROPPED})


def is_past_its_beginning(network: Network, ctx: Context[Any], months: int) -> bool:
    """Tell whether a network has had its first months; one without a first day has.

    In the year in which the service was founded everything is a beginning.
    """
    since = network.period.since
    return ctx.index.existed_in(ctx.on.year) and (since is None or add_months(since, months) <= ctx.on)


def open_goals(network: Network, on: date) -> tuple[tuple[str, NetworkGoal], ...]:
    """Give the goals agreed until a day and not over on it, each with its place.

    Over is what is reached or dropped, and what was judged partly reached when its date had come.
    """
    return tuple(
        (f"goals[{place}]", goal)
        for place, goal in enumerate(network.goals, start=1)
        if (goal.agreed_on is None or goal.agreed_on <= on) and not _is_over(goal, on)
    )


def _is_over(goal: NetworkGoal, on: date) -> bool:
    judged = max((one for one in goal.progress if one.day <= on), key=lambda one: one.day, default=None)
    if judged is None:
        return False
    ended = goal.due is not None and goal.due <= judged.day
    return judged.status in _OVER or (ended and judged.status is GoalStatus.PARTLY_REACHED)


def current_tasks(network: Network, on: date) -> tuple[tuple[str, Responsibility], ...]:
    """Give the tasks of a day, each with its place."""
    return tuple(
        (f"responsibilities[{place}]", task)
        for place, task in enumerate(network.responsibilities, start=1)
        if task.period.holds_on(on)
    )


def valid_agreements(agreements: Sequence[Agreement], on: date) -> tuple[tuple[str, Agreement], ...]:
    """Give the agreements that hold on a day, each with its place; the last day of validity counts."""
    return tuple(
        (f"agreements[{place}]", one)
        for place, one in enumerate(agreements, start=1)
        if (one.agreed_on is None or one.agreed_on <= on)
        and (one.valid_until is None or on <= one.valid_until)
    )


def named(texts: Iterable[str]) -> Say:
    """Give texts that people wrote as a list for a sentence, whatever their order in the file."""
    return some_of(sorted(texts))
