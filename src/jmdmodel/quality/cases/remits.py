"""Whose remit fits a goal, and who stands outside it: asked of the matching once for goals that are alike."""

from __future__ import annotations

from datetime import date

import attrs

from jmdmodel.analysis.matching import candidates
from jmdmodel.analysis.matching.result import Candidate
from jmdmodel.analysis.matching.words import Criterion, ReasonKind
from jmdmodel.entities.case import CasePlan
from jmdmodel.ids import Ref
from jmdmodel.workspace import Workspace

_OUTSIDE = frozenset(
    {
        ReasonKind.TOPIC_OTHER,
        ReasonKind.AREA_OUTSIDE,
        ReasonKind.AGES_OUTSIDE,
        ReasonKind.ENDED,
        ReasonKind.NOT_YET,
    }
)
"""Reasons that lie in the remit; that somebody has moved away or refuses contact is another matter."""


@attrs.frozen
class Fit:
    """Whether the remit of anybody fits, and the partners and key persons outside whose remit it lies."""

    fits: bool
    outside: frozenset[Ref]


class Remits:
    """What the matching says of remits on one day.

    It depends on the topic and the age band alone: what the young person said of somebody is left out
    here, so that goals that are alike in these are matched once.
    """

    def __init__(self, workspace: Workspace, on: date) -> None:
        self._workspace = workspace
        self._on = on
        self._known: dict[tuple[object, ...], Fit] = {}

    def of(self, plan: CasePlan, place: int) -> Fit:
        """Give what the matching says for a goal of a plan, by its position counted from 0."""
        goal = plan.goals[place]
        alike = (goal.topic, goal.sub_topic, plan.age_band)
        if alike not in self._known:
            found = candidates(self._workspace, plan.id, place, on=self._on).all
            self._known[alike] = Fit(
                fits=any(one.topic_fits and not _ruled_out(one) for one in found),
                outside=frozenset(one.subject for one in found if _is_outside(one)),
            )
        return self._known[alike]


def _ruled_out(one: Candidate) -> bool:
    return any(reason.rules_out and reason.criterion is not Criterion.WISH for reason in one.reasons)


def _is_outside(one: Candidate) -> bool:
    return any(reason.kind in _OUTSIDE for reason in one.reasons)
