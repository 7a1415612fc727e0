"""Whose remit fits a goal, and who stands outside it: asked of the matching."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from jmdmodel.analysis.matching import candidates
from jmdmodel.analysis.matching.result import Candidate
from jmdmodel.analysis.matching.words import Criterion, ReasonKind
from jmdmodel.collection import Collection
from jmdmodel.entities.case import CasePlan
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact
from jmdmodel.fields import evolve
from jmdmodel.ids import Ref
from jmdmodel.vocabulary import Topic
from jmdmodel.workspace import Workspace

OUTSIDE = frozenset(
    {
        ReasonKind.TOPIC_OTHER,
        ReasonKind.AREA_OUTSIDE,
        ReasonKind.AGES_OUTSIDE,
        ReasonKind.ENDED,
        ReasonKind.NOT_YET,
    }
)
"""Reasons that lie in the remit; that somebody has moved away or refuses contact is another matter."""


class Remits:
    """What the matching says of remits on one day, for goals with the same topic and age band once.

    A matching looks at everybody, which is right for one goal and too much for all goals of all plans.
    So it is given a workspace with those alone whom the question can concern.
    """

    def __init__(self, workspace: Workspace, on: date) -> None:
        self._workspace = workspace
        self._on = on
        self._fits: dict[tuple[object, ...], bool] = {}
        self._outside: dict[tuple[object, ...], bool] = {}

    def fits_somebody(self, plan: CasePlan, place: int) -> bool:
        """Tell whether the remit of anybody fits a goal, by its position counted from 0.

        What the young person said of somebody is left out: it belongs to one goal alone.
        """
        goal = plan.goals[place]
        alike = (goal.topic, goal.sub_topic, plan.age_band)
        if alike not in self._fits:
            partners, people = self._by_topic.get(goal.topic, ((), ()))
            own, _ = self._by_topic.get(goal.sub_topic, ((), ()))
            found = self._matched(plan, place, {*partners, *own}, people)
            self._fits[alike] = any(one.topic_fits and not _ruled_out(one) for one in found)
        return self._fits[alike]

    def is_outside(self, plan: CasePlan, place: int, who: Ref) -> bool:
        """Tell whether a goal lies outside the remit of somebody; not where no remit is entered."""
        goal = plan.goals[place]
        alike = (goal.topic, goal.sub_topic, plan.age_band, who)
        if alike not in self._outside:
            partners, people = ((who.id,), ()) if who.collection == "partners" else ((), (who.id,))
            found = self._matched(plan, place, partners, people) if self._has_remit(who) else ()
            self._outside[alike] = any(one.subject == who and _is_outside(one) for one in found)
        return self._outside[alike]

    @cached_property
    def _by_topic(self) -> dict[Topic | str | None, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The partners whose remits name a topic or an own topic, and the key persons who do."""
        found: dict[Topic | str | None, tuple[dict[str, None], dict[str, None]]] = {}
        for partner in self._workspace.partners:
            for remit in partner.remits:
                named: tuple[Topic | str, ...] = (*remit.topics, *remit.sub_topics)
                for topic in named:
                    found.setdefault(topic, ({}, {}))[0][partner.id] = None
        for person in self._workspace.people:
            for topic in person.topics:
                found.setdefault(topic, ({}, {}))[1][person.id] = None
        return {topic: (tuple(partners), tuple(people)) for topic, (partners, people) in found.items()}

    @cached_property
    def _contacts(self) -> dict[str, list[Contact]]:
        found: dict[str, list[Contact]] = {}
        for contact in self._workspace.contacts:
            found.setdefault(contact.partner, []).append(contact)
        return found

    @cached_property
    def _offers(self) -> dict[str, list[Offer]]:
        found: dict[str, list[Offer]] = {}
        for offer in self._workspace.offers:
            if offer.provider is not None:
                found.setdefault(offer.provider, []).append(offer)
        return found

    def _has_remit(self, who: Ref) -> bool:
        if who.collection == "partners":
            partner = self._workspace.partners.get(who.id)
            return partner is not None and bool(partner.remits)
        person = self._workspace.people.get(who.id)
        return person is not None and bool(person.topics)

    def _matched(
        self, plan: CasePlan, place: int, partners: Iterable[str], people: Iterable[str]
    ) -> tuple[Candidate, ...]:
        """Match a goal with some partners and key persons.

        The bodies that these persons belong to may be missing: nothing about them rules a person out.
        """
        known: list[KeyPerson] = [self._workspace.people[one] for one in people]
        named: list[Partner] = [self._workspace.partners[one] for one in sorted(partners)]
        if not known and not named:
            return ()
        few = evolve(
            self._workspace,
            partners=Collection(named),
            people=Collection(known),
            contacts=Collection(contact for one in named for contact in self._contacts.get(one.id, ())),
            offers=Collection(offer for one in named for offer in self._offers.get(one.id, ())),
        )
        return candidates(few, plan.id, place, on=self._on).all


def _ruled_out(one: Candidate) -> bool:
    return any(reason.rules_out and reason.criterion is not Criterion.WISH for reason in one.reasons)


def _is_outside(one: Candidate) -> bool:
    return any(reason.kind in OUTSIDE for reason in one.reasons)
