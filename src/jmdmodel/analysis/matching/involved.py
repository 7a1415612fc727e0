"""Who has a part in a goal of a case plan already, how far that is, and whether the young person agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from jmdmodel.analysis.matching import matching_texts as texts
from jmdmodel.analysis.matching.reasons import Reason, reason
from jmdmodel.analysis.matching.words import ReasonKind
from jmdmodel.borders import need_language
from jmdmodel.entities.case import Consent, ContributionStep, PartnerContribution, PlanGoal
from jmdmodel.ids import Ref
from jmdmodel.messages import Language, Message, Say
from jmdmodel.vocabulary import ConsentState, ContributionStage
from jmdmodel.workspace import Workspace

_SOMEBODY = Say("jemand ohne weitere Angabe", "somebody without further details")


@attrs.frozen(kw_only=True)
class Involvement:
    """What is already so with one contributor in one step of a goal, on the day (R-21). German: Beteiligung.

    Attributes:
        step: Position of the step in the goal, counted from 0.
        subject: The partner or key person; ``None`` for somebody who is told by a role alone.
        label: The partner's name, the key person's role, or the role in this case; never a person's name.
        stage: How far the contribution is; ``None`` where no stage is dated by the day.
        since: The day of that stage.
        consent: Whether there is consent; not clear where nothing was told by the day.
        because: Why consent is not needed, where that is so and told.
    """

    step: int = attrs.field(repr=False)
    subject: Ref | None = attrs.field(repr=False)
    label: str | Say = attrs.field(repr=False)
    stage: ContributionStage | None = attrs.field(repr=False)
    since: date | None = attrs.field(repr=False)
    consent: ConsentState = attrs.field(repr=False)
    because: str | None = attrs.field(repr=False, default=None)

    def messages(self) -> tuple[Message, Message]:
        """Tell in two sentences how far it is, and whether there is consent."""
        values = {"day": self.since} if self.stage is not None else {}
        stage = Message.of(texts.STAGE[self.stage], who=self.label, **values)
        if self.consent is ConsentState.NOT_NEEDED and self.because:
            return stage, Message.of(texts.NOT_NEEDED_BECAUSE, because=self.because)
        return stage, Message.of(texts.CONSENT[self.consent])

    def explain(self, language: Language = "de") -> str:
        """Say it in whole sentences, for people who are responsible for the case."""
        need_language(language)
        return " ".join(message.in_(language) for message in self.messages())

    @property
    def may_be_addressed(self) -> bool:
        """Whether consent is given or not needed on the day."""
        return self.consent in {ConsentState.YES, ConsentState.NOT_NEEDED}


def involved(workspace: Workspace, goal: PlanGoal, on: date) -> tuple[Involvement, ...]:
    """Give what is already so with each contributor of a goal, step by step in the order of the plan."""
    return tuple(
        _involvement(workspace, position, contribution, on)
        for position, step in enumerate(goal.steps)
        for contribution in step.contributions
    )


def of_wish(involvements: Iterable[Involvement]) -> Iterator[Reason]:
    """Yield what the young person said against a contributor; one step of the goal is enough, each once."""
    told = {
        kind
        for one in involvements
        for kind, holds in (
            (ReasonKind.NOT_WANTED, one.stage is ContributionStage.NOT_WANTED),
            (ReasonKind.NO_CONSENT, one.consent is ConsentState.NO),
            (ReasonKind.CONSENT_WITHDRAWN, one.consent is ConsentState.WITHDRAWN),
        )
        if holds
    }
    for kind in ReasonKind:
        if kind in told:
            yield reason(kind, _WISHES[kind])


_WISHES = {
    ReasonKind.NOT_WANTED: texts.NOT_WANTED,
    ReasonKind.NO_CONSENT: texts.NO_CONSENT,
    ReasonKind.CONSENT_WITHDRAWN: texts.CONSENT_WITHDRAWN,
}


def _involvement(
    workspace: Workspace, position: int, contribution: PartnerContribution, on: date
) -> Involvement:
    stage = _last(contribution.stages, on)
    consent = contribution.consent_on(on)
    told = [one for one in contribution.consents if (one.day is None or one.day <= on)]
    because = next((one.because for one in reversed(_by_day(told)) if one.state is consent), None)
    subject, label = _who(workspace, contribution)
    return Involvement(
        step=position,
        subject=subject,
        label=label,
        stage=contribution.stage_on(on),
        since=stage.day if stage is not None else None,
        consent=consent,
        because=because if consent is ConsentState.NOT_NEEDED else None,
    )


def _last(stages: Iterable[ContributionStep], on: date) -> ContributionStep | None:
    return max((stage for stage in stages if stage.day <= on), key=lambda stage: stage.day, default=None)


def _by_day(consents: Iterable[Consent]) -> list[Consent]:
    return sorted(consents, key=lambda one: one.day or date.min)


def _who(workspace: Workspace, contribution: PartnerContribution) -> tuple[Ref | None, str | Say]:
    """Give who contributes, by name or role; a reference that leads nowhere by its identifier."""
    if contribution.partner is not None:
        partner = workspace.partners.get(contribution.partner)
        return Ref("partners", contribution.partner), partner.name if partner else contribution.partner
    if contribution.person is not None:
        person = workspace.people.get(contribution.person)
        return Ref("people", contribution.person), person.role if person else contribution.person
    return None, contribution.role_word or _SOMEBODY
