"""What is looked for in a matching, and what a caller may ask for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from jmdmodel.analysis.matching import matching_texts as texts
from jmdmodel.analysis.reach import Territory
from jmdmodel.borders import need_day
from jmdmodel.entities.case import CasePlan, PlanGoal
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import AgeBand, LegalBasis, Topic
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True, repr=False)
class Ask:
    """What is looked for: the goal, the day, and what the caller tells of the young person.

    Languages are in the form in which they are compared.
    """

    workspace: Workspace
    on: date
    topic: Topic
    sub_topic: str | None
    band: AgeBand | None
    unit: AdministrativeUnit | None = None
    languages: frozenset[str] = frozenset()
    legal_basis: LegalBasis | None = None
    territory: Territory = attrs.field(
        default=attrs.Factory(lambda ask: Territory(ask.workspace), takes_self=True), init=False, repr=False
    )

    @property
    def wanted(self) -> Say:
        """The finest label of what is looked for: the own topic's, or the topic's where it has none."""
        if self.sub_topic is None:
            return self.topic.label
        return self.workspace.vocabulary.label("topics", self.sub_topic) or Say(
            self.sub_topic, self.sub_topic
        )


def goal_of(workspace: Workspace, case: Any, goal: Any) -> tuple[CasePlan, PlanGoal]:
    """Give a case plan by its pseudonym and one of its goals by position, counted from 0.

    Raises:
        ModelError: It is a view without cases, or there is no such plan or goal; no pseudonym is told.
    """
    plan = workspace.cases.get(case) if isinstance(case, str) else None
    if plan is None:
        view = workspace.view
        if view is not None and view.audience < Audience.SOCIAL:
            raise ModelError(Message.of(texts.NO_CASES, audience=view.audience.label))
        raise ModelError(Message.of(texts.NO_CASE))
    if not plan.goals:
        raise ModelError(Message.of(texts.NO_GOALS))
    if isinstance(goal, bool) or not isinstance(goal, int) or not 0 <= goal < len(plan.goals):
        raise ModelError(Message.of(texts.NO_GOAL, last=len(plan.goals) - 1))
    return plan, plan.goals[goal]


def ask_for(
    workspace: Workspace,
    plan: CasePlan,
    goal: PlanGoal,
    *,
    on: Any,
    unit: Any,
    languages: Any,
    legal_basis: Any,
) -> Ask:
    """Put together what is looked for.

    Raises:
        ModelError: An argument is of another kind, or there is no such unit; no value is told.
    """
    need_day(on, "on")
    if legal_basis is not None and not isinstance(legal_basis, LegalBasis):
        raise ModelError(Message.of(texts.NO_LAW))
    return Ask(
        workspace=workspace,
        on=on,
        topic=goal.topic,
        sub_topic=goal.sub_topic,
        band=plan.age_band,
        unit=_unit(workspace, unit),
        languages=_words(languages),
        legal_basis=legal_basis,
    )


def folded(word: str) -> str:
    """Give a word in the form in which words are compared."""
    return " ".join(unicodedata.normalize("NFC", word).split()).casefold()


def _unit(workspace: Workspace, unit: Any) -> AdministrativeUnit | None:
    if unit is None:
        return None
    found = workspace.units.get(unit) if isinstance(unit, str) else None
    if found is None:
        raise ModelError(Message.of(texts.NO_UNIT))
    return found


def _words(languages: Any) -> frozenset[str]:
    if isinstance(languages, str) or not isinstance(languages, Iterable):
        raise ModelError(Message.of(texts.NO_WORDS))
    words = tuple(languages)
    if any(not isinstance(word, str) for word in words):
        raise ModelError(Message.of(texts.NO_WORDS))
    return frozenset(word for word in map(folded, words) if word)
