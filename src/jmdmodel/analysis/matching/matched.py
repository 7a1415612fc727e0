"""Whose remit fits a goal of a case plan: candidates with the reasons for and against them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jmdmodel.analysis.matching import matching_texts as texts
from jmdmodel.analysis.matching.asking import Ask, ask_for, goal_of
from jmdmodel.analysis.matching.involved import Involvement, involved, of_wish
from jmdmodel.analysis.matching.order import best_first, placement_of, ranked
from jmdmodel.analysis.matching.reasons import (
    Reason,
    of_ages,
    of_area,
    of_contact,
    of_contact_there,
    of_languages,
    of_law,
    of_offers,
    of_period,
    reason,
)
from jmdmodel.analysis.matching.result import Candidate, Candidates
from jmdmodel.analysis.matching.topics import of_topic, of_topic_of_person, of_transition
from jmdmodel.analysis.matching.words import Placement, ReasonKind
from jmdmodel.analysis.reach import Reach
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact
from jmdmodel.entities.resource import Remit
from jmdmodel.ids import Ref
from jmdmodel.vocabulary import LegalBasis
from jmdmodel.workspace import Workspace


def candidates(
    workspace: Workspace,
    case: str,
    goal: int,
    *,
    on: date,
    unit: str | None = None,
    languages: Iterable[str] = (),
    legal_basis: LegalBasis | None = None,
) -> Candidates:
    """Give the partners and key persons whose remit fits a goal of a case plan, with reasons (R-20, R-21).

    It is advice: the choice is made with the young person, and before anybody is addressed consent has to
    be settled. Each partner and key person that exists on the day stands in one of three lists: those
    that *fit* (the topic fits, nothing rules them out), those that are *open* (no remit is entered; offers,
    the role at the transition and the kind of partner are hints), those *ruled out* at present (other
    topics, place outside the area, ages, remit ended, contact refused, not wanted by the young
    person, consent not given or withdrawn), each with the reason.

    The order has no score. It goes by :class:`~jmdmodel.analysis.matching.words.Criterion`, the topic first;
    a later criterion counts only where all earlier ones are equal, and at the very end the identifier
    decides. Of several remits of a partner the one that fits best counts. What is already so in the steps of
    the goal stands beside the order and changes it in one case only: whom the young person does not
    want, in one step of the goal at least, is ruled out.

    What is done in other cases is no reason: small numbers tell of other young people.
    German: fallspezifische Netzwerkarbeit.

    Args:
        workspace: The whole workspace, or a view for those responsible for cases.
        case: Pseudonym of the case plan.
        goal: Position of the goal in the plan, counted from 0, as in ``plan.goals[0]``.
        on: The day that remits, contacts, ratings, stages and consents are looked at.
        unit: Where help is needed, as identifier of an administrative unit. A plan has no place;
            without one, areas are compared with the social space as a whole.
        languages: Languages that would help, one is enough; compared word by word as the workspace
            writes them, upper and lower case alike. Without any, languages are no criterion.
        legal_basis: The law that the help would come under. Without one it is no criterion.

    Raises:
        ModelError: It is a view without cases, there is no such case plan, goal or unit, or an argument
            is of another kind. No text of these errors tells a pseudonym.

    Example:
        >>> from jmdmodel.testing.builders import small
        >>> candidates(small(), "fall-017", 0, on=date(2025, 3, 1))
        <Candidates: 0 fitting, 4 open, 0 ruled out>
    """
    plan, aim = goal_of(workspace, case, goal)
    ask = ask_for(workspace, plan, aim, on=on, unit=unit, languages=languages, legal_basis=legal_basis)
    parts = involved(workspace, aim, on)
    found = ranked([*_of_partners(ask, parts), *_of_people(ask, parts)])
    by_placement = {
        placement: tuple(one for one in found if one.placement is placement) for placement in Placement
    }
    return Candidates(
        case=plan.id,
        goal=goal,
        day=on,
        topic=aim.topic,
        wanted=ask.wanted,
        status=aim.status_on(on),
        without_partner_because=aim.without_partner_because,
        fitting=by_placement[Placement.FITTING],
        open=by_placement[Placement.OPEN],
        ruled_out=by_placement[Placement.RULED_OUT],
        involved=parts,
    )


def _of_partners(ask: Ask, parts: tuple[Involvement, ...]) -> Iterable[Candidate]:
    contacts, offers = _contacts(ask), _offers(ask)
    for partner in ask.workspace.partners:
        if not partner.period.holds_on(ask.on):
            continue
        own_offers = offers.get(partner.id, ())
        subject = Ref("partners", partner.id)
        own = tuple(part for part in parts if part.subject == subject)
        everywhere = (
            *of_contact(ask, contacts.get(partner.id, ())),
            *of_offers(ask, own_offers),
            *of_transition(ask, partner),
            *_several(partner),
            *of_wish(own),
        )
        ways = [
            (*_of_remit(ask, partner, remit, own_offers), *everywhere) for remit in partner.remits or (None,)
        ]
        yield _candidate(subject, partner.name, min(ways, key=best_first), own)


def _of_remit(ask: Ask, partner: Partner, remit: Remit | None, offers: tuple[Offer, ...]) -> Iterable[Reason]:
    yield of_topic(ask, partner, remit, offers)
    yield of_area(ask, (remit.area if remit else ()) or partner.area)
    yield from of_law(ask, remit.legal_basis if remit else None, partner.legal_bases)
    if remit is not None:
        yield of_ages(ask, remit.from_age, remit.to_age)
        yield from of_languages(ask, remit.languages)
        yield from of_period(ask, remit)


def _several(partner: Partner) -> Iterable[Reason]:
    if partner.collective:
        yield reason(ReasonKind.SEVERAL_BODIES, texts.SEVERAL_BODIES)


def _of_people(ask: Ask, parts: tuple[Involvement, ...]) -> Iterable[Candidate]:
    contacts = _contacts(ask)
    for person in ask.workspace.people:
        if not person.period.holds_on(ask.on):
            continue
        subject = Ref("people", person.id)
        own = tuple(part for part in parts if part.subject == subject)
        reasons = (
            of_topic_of_person(ask, person),
            *of_languages(ask, person.languages),
            *_of_body(ask, person, contacts),
            *_of_retention(ask, person),
            *of_wish(own),
        )
        yield _candidate(subject, person.role, reasons, own)


def _of_body(ask: Ask, person: KeyPerson, contacts: dict[str, tuple[Contact, ...]]) -> Iterable[Reason]:
    body = ask.workspace.partners.get(person.partner)
    if body is None:
        return
    if body.period.holds_on(ask.on):
        yield of_contact_there(ask, body, contacts.get(body.id, ()))
    else:
        yield reason(ReasonKind.BODY_GONE, texts.BODY_GONE, partner=body.name, day=ask.on)


def _of_retention(ask: Ask, person: KeyPerson) -> Iterable[Reason]:
    if person.retain_until is not None and person.retain_until < ask.on:
        yield reason(ReasonKind.KEPT_TOO_LONG, texts.KEPT_TOO_LONG, day=person.retain_until)


def _contacts(ask: Ask) -> dict[str, tuple[Contact, ...]]:
    """Give the contacts that hold on the day, by partner."""
    found: dict[str, tuple[Contact, ...]] = {}
    for contact in ask.workspace.contacts:
        if contact.period.holds_on(ask.on):
            found[contact.partner] = (*found.get(contact.partner, ()), contact)
    return found


def _offers(ask: Ask) -> dict[str, tuple[Offer, ...]]:
    """Give the offers on the topic that hold on the day and do not lie elsewhere, by provider."""
    found: dict[str, tuple[Offer, ...]] = {}
    for offer in ask.workspace.offers:
        on_topic = ask.topic in offer.topics or ask.sub_topic in offer.sub_topics
        if offer.provider is None or not on_topic or not offer.period.holds_on(ask.on):
            continue
        area = [unit.id for unit in ask.territory.known(offer.area)]
        if ask.unit is None or ask.territory.reach(area, [ask.unit.id]) is not Reach.ELSEWHERE:
            found[offer.provider] = (*found.get(offer.provider, ()), offer)
    return found


def _candidate(
    subject: Ref, label: str, reasons: tuple[Reason, ...], parts: tuple[Involvement, ...]
) -> Candidate:
    return Candidate(
        subject=subject,
        label=label,
        placement=placement_of(reasons),
        rank=0,
        reasons=tuple(sorted(reasons, key=lambda one: one.kind.step)),
        involvements=parts,
    )
