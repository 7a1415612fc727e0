"""The reasons for and against a partner or key person, one kind of reason after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from jmdmodel.analysis.counting import clear_names
from jmdmodel.analysis.matching import matching_texts as texts
from jmdmodel.analysis.matching.asking import Ask, folded
from jmdmodel.analysis.matching.words import Criterion, ReasonKind, Stance
from jmdmodel.analysis.ratings import IMPORTANT, STRONG
from jmdmodel.analysis.reach import Reach
from jmdmodel.entities.partner import Offer, Partner
from jmdmodel.entities.relation import Contact, ContactRating
from jmdmodel.entities.resource import Remit
from jmdmodel.ids import UnitId
from jmdmodel.messages import Message, Say, Value
from jmdmodel.vocabulary import ContactState, LegalBasis


@attrs.frozen(kw_only=True)
class Reason:
    """One reason for or against a candidate, or one that is open (R-20). German: Grund.

    The sentence and its values may tell something of a case, so they are not in the ``repr`` (R-51).

    Attributes:
        kind: Which reason it is; criterion, direction and whether it rules out follow from it.
        message: The sentence.
    """

    kind: ReasonKind
    message: Message = attrs.field(repr=False)

    @property
    def stance(self) -> Stance:
        """Which way it points."""
        return self.kind.stance

    @property
    def criterion(self) -> Criterion:
        """What it is about."""
        return self.kind.criterion

    @property
    def rules_out(self) -> bool:
        """Whether it alone takes the candidate out of those that fit."""
        return self.kind.rules_out

    @property
    def facts(self) -> dict[str, Value]:
        """The facts of the workspace that it rests on, by name."""
        return dict(self.message.values)


def reason(kind: ReasonKind, say: Say, **values: Value) -> Reason:
    """Give a reason with its sentence."""
    return Reason(kind=kind, message=Message.of(say, **values))


def of_area(ask: Ask, area: tuple[UnitId, ...]) -> Reason:
    """Compare an area with the place, or with the social space where no place is told."""
    units = ask.territory.known(area)
    if not units:
        return reason(ReasonKind.AREA_OPEN, texts.AREA_OPEN)
    areas = clear_names(unit.name for unit in units)
    ids = [unit.id for unit in units]
    if ask.unit is None:
        kind, say = _IN_SPACE[ask.territory.reach(ids, ())]
        return reason(kind, say, areas=areas)
    kind, say = _AT_PLACE[ask.territory.reach(ids, [ask.unit.id])]
    named = {"unit": ask.unit.name} if "unit" in say.names() else {}
    return reason(kind, say, areas=areas, **named)


_IN_SPACE = {
    Reach.WHOLE: (ReasonKind.AREA_COVERS, texts.AREA_COVERS_SPACE),
    Reach.PART: (ReasonKind.AREA_PARTLY, texts.AREA_PARTLY_SPACE),
    Reach.ELSEWHERE: (ReasonKind.AREA_BEYOND, texts.AREA_BEYOND),
    Reach.UNKNOWN: (ReasonKind.AREA_UNCLEAR, texts.AREA_UNCLEAR),
}
_AT_PLACE = {
    Reach.WHOLE: (ReasonKind.AREA_COVERS, texts.AREA_COVERS),
    Reach.PART: (ReasonKind.AREA_PARTLY, texts.AREA_PARTLY),
    Reach.ELSEWHERE: (ReasonKind.AREA_OUTSIDE, texts.AREA_OUTSIDE),
    Reach.UNKNOWN: (ReasonKind.AREA_UNCLEAR, texts.AREA_UNCLEAR),
}


def of_ages(ask: Ask, from_age: int | None, to_age: int | None) -> Reason:
    """Compare age limits, whole years with both ends included, with the age band of the case.

    Where one of the two limits is told, the other side has none. The last band ends with the 27th
    birthday, so its highest age is 26.
    """
    if from_age is None and to_age is None:
        return reason(ReasonKind.AGES_OPEN, texts.AGES_OPEN)
    limits = _limits(from_age, to_age)
    if ask.band is None:
        return reason(ReasonKind.AGES_OPEN, texts.BAND_OPEN, limits=limits)
    youngest, oldest = (int(age) for age in ask.band.code.split("-"))
    first = youngest if from_age is None else max(youngest, from_age)
    last = oldest if to_age is None else min(oldest, to_age)
    if first > last:
        kind, say = ReasonKind.AGES_OUTSIDE, texts.AGES_OUTSIDE
    elif (first, last) == (youngest, oldest):
        kind, say = ReasonKind.AGES_FIT, texts.AGES_FIT
    else:
        kind, say = ReasonKind.AGES_PARTLY, texts.AGES_PARTLY
    return reason(kind, say, limits=limits, band=ask.band.label)


def _limits(low: int | None, high: int | None) -> Say:
    if low is None:
        return Message.of(texts.LIMIT_HIGH, high=high).as_say()
    if high is None:
        return Message.of(texts.LIMIT_LOW, low=low).as_say()
    if low == high:
        return Message.of(texts.LIMIT_ONE, low=low).as_say()
    return Message.of(texts.LIMITS, low=low, high=high).as_say()


def of_law(ask: Ask, own: LegalBasis | None, bases: tuple[LegalBasis, ...]) -> Iterator[Reason]:
    """Compare the legal basis of a remit, or those of the partner where it has none; not asked, no reason."""
    if ask.legal_basis is None:
        return
    known = (own,) if own is not None else bases
    if ask.legal_basis in known:
        yield reason(ReasonKind.LAW_FITS, texts.LAW_FITS, law=ask.legal_basis.label)
    elif known:
        laws = tuple(basis.label for basis in LegalBasis if basis in known)
        yield reason(ReasonKind.LAW_OTHER, texts.LAW_OTHER, law=ask.legal_basis.label, laws=laws)
    else:
        yield reason(ReasonKind.LAW_OPEN, texts.LAW_OPEN)


def of_languages(ask: Ask, languages: tuple[str, ...]) -> Iterator[Reason]:
    """Compare languages by their words, upper and lower case alike; where none was asked, no reason."""
    if not ask.languages:
        return
    fitting = tuple(sorted({word for word in languages if folded(word) in ask.languages}))
    if fitting:
        yield reason(ReasonKind.LANGUAGE_FITS, texts.LANGUAGE_FITS, languages=fitting)
    elif languages:
        yield reason(ReasonKind.LANGUAGE_OTHER, texts.LANGUAGE_OTHER)
    else:
        yield reason(ReasonKind.LANGUAGE_OPEN, texts.LANGUAGE_OPEN)


_BEST_FIRST = (
    ContactState.ACTIVE,
    ContactState.DORMANT,
    ContactState.NONE_YET,
    ContactState.UNKNOWN,
    ContactState.REFUSED,
)
_CONTACT_KINDS = {
    ContactState.ACTIVE: ReasonKind.CONTACT_ACTIVE,
    ContactState.DORMANT: ReasonKind.CONTACT_DORMANT,
    ContactState.NONE_YET: ReasonKind.CONTACT_NONE_YET,
    ContactState.UNKNOWN: ReasonKind.CONTACT_UNKNOWN,
    ContactState.REFUSED: ReasonKind.CONTACT_REFUSED,
    None: ReasonKind.CONTACT_NOT_ENTERED,
}


def of_contact(ask: Ask, contacts: tuple[Contact, ...]) -> Iterator[Reason]:
    """Tell how the contact stands on the day, and how it was rated last; of several the best state counts.

    The rating is the latest of all contacts that is dated not after the day, whatever its year; what it
    leaves open is open.
    """
    state = best_state(ask, contacts)
    yield reason(_CONTACT_KINDS[state], texts.CONTACT[state])
    if state is None:
        return
    rating = _latest_rating(contacts, ask.on)
    if rating is None or (rating.importance is None and rating.intensity is None):
        yield reason(ReasonKind.NOT_RATED, texts.NOT_RATED)
        return
    if rating.importance is not None and rating.importance >= IMPORTANT:
        label = rating.importance.label
        yield reason(ReasonKind.IMPORTANT, texts.IMPORTANT, day=rating.day, importance=label)
    if rating.intensity is not None and rating.intensity >= STRONG and state is ContactState.ACTIVE:
        label = rating.intensity.label
        yield reason(ReasonKind.FREQUENT, texts.FREQUENT, day=rating.day, intensity=label)


def of_contact_there(ask: Ask, body: Partner, contacts: tuple[Contact, ...]) -> Reason:
    """Tell how the contact stands with the partner that a key person belongs to."""
    state = best_state(ask, contacts)
    refused = state is ContactState.REFUSED
    kind = ReasonKind.CONTACT_REFUSED_THERE if refused else _CONTACT_KINDS[state]
    return reason(kind, texts.CONTACT_THERE[state], partner=body.name)


def best_state(ask: Ask, contacts: tuple[Contact, ...]) -> ContactState | None:
    """Give the best state of some contacts on the day; ``None`` where there is no contact."""
    states = {contact.state_on(ask.on) for contact in contacts}
    return next((state for state in _BEST_FIRST if state in states), None)


def _latest_rating(contacts: tuple[Contact, ...], on: date) -> ContactRating | None:
    told = [(rated.day, contact.id, rated) for contact in contacts if (rated := _until(contact, on))]
    return max(told, key=lambda entry: entry[:2])[2] if told else None


def _until(contact: Contact, on: date) -> ContactRating | None:
    return contact.rating_between(date.min, on)


def of_offers(ask: Ask, offers: tuple[Offer, ...]) -> Iterator[Reason]:
    """Name the offers on the topic; where some are on just the own topic of the goal, only those."""
    exact = [offer for offer in offers if ask.sub_topic in offer.sub_topics]
    names = clear_names(offer.name for offer in exact or offers)
    if exact:
        say = texts.OFFER_EXACT if len(names) == 1 else texts.OFFERS_EXACT
        yield reason(ReasonKind.OFFER_EXACT, say, offers=names)
    elif names:
        say = texts.OFFER_FITS if len(names) == 1 else texts.OFFERS_FIT
        yield reason(ReasonKind.OFFER_FITS, say, offers=names)


def of_period(ask: Ask, remit: Remit) -> Iterator[Reason]:
    """Tell where a remit has ended before the day or begins after it; both border days are included."""
    since, until = remit.period.since, remit.period.until
    if until is not None and until < ask.on:
        yield reason(ReasonKind.ENDED, texts.ENDED, day=until)
    elif since is not None and ask.on < since:
        yield reason(ReasonKind.NOT_YET, texts.NOT_YET, day=since)
