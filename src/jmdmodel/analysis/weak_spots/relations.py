"""Important partners with whom contact is weak, missing, or not judged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from jmdmodel.analysis.ratings import Place, RatedContact, map_day, partners_on, rated_contacts
from jmdmodel.analysis.weak_spots import weak_texts as texts
from jmdmodel.analysis.weak_spots.weakness import WeakReason, WeakSpot
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import ContactRating
from jmdmodel.ids import Ref
from jmdmodel.messages import Message, Value
from jmdmodel.scales import Importance, Intensity
from jmdmodel.vocabulary import ContactState
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class Weighed:
    """One partner of the map's day with its weight and its place on the map. German: gewichteter Partner.

    Attributes:
        partner: The partner.
        weight: The importance that the year's rating gives, be it of a contact that has ended since, or
            else the relevance to the target group.
        rated: Its place on the map; ``None`` where no contact holds on the day.
        had_contact: Whether a contact ended before the day.
    """

    partner: Partner
    weight: Importance | None
    rated: RatedContact | None
    had_contact: bool = False

    @property
    def intensity(self) -> Intensity | None:
        """How often there is contact; ``None`` where nobody said."""
        return self.rated.intensity if self.rated else None


def weighed(workspace: Workspace, year: int) -> tuple[Weighed, ...]:
    """Give the partners of a map's day with weight and place, by identifier.

    The year's rating comes before the relevance, as on the map: it is the later and narrower judgement.
    That a contact ended in the year does not undo what the year's rating said of the partner.
    """
    shown = {rated.partner.id: rated for rated in rated_contacts(workspace, year)}
    day = map_day(workspace.map_of(year))
    ended: dict[str, list[ContactRating | None]] = {}
    for contact in workspace.contacts:
        if contact.period.until is not None and contact.period.until < day:
            ended.setdefault(contact.partner, []).append(contact.rating_between(date(year, 1, 1), day))
    found = []
    for partner in partners_on(workspace, day):
        rated = shown.get(partner.id)
        own = rated.importance if rated is not None else _last_importance(ended.get(partner.id, ()))
        weight = own or partner.relevance
        known = partner.id in ended
        found.append(Weighed(partner=partner, weight=weight, rated=rated, had_contact=known))
    return tuple(found)


def _last_importance(ratings: Iterable[ContactRating | None]) -> Importance | None:
    told = [rating for rating in ratings if rating is not None and rating.importance is not None]
    return max(told, key=lambda rating: rating.day).importance if told else None


def reason_for(one: Weighed, weak: Intensity) -> WeakReason | None:
    """Give why contact to a partner is weak or missing; ``None`` where it is kept or nobody judged it."""
    if one.rated is None:
        return WeakReason.ENDED if one.had_contact else WeakReason.NO_ENTRY
    if one.intensity is not None:
        # The ring tells how often there was contact in the year; the state, how it stands on the map's day.
        return WeakReason.SELDOM if one.intensity <= weak else _ON_A_RING.get(one.rated.state)
    return _BY_PLACE.get(one.rated.place)


def is_open(one: Weighed) -> bool:
    """Tell whether there is a contact of which nobody said how often it takes place."""
    return one.rated is not None and one.rated.place in {Place.NOT_RATED, Place.INTENSITY_OPEN}


def of_partner(one: Weighed, reason: WeakReason, why: Message) -> WeakSpot:
    """Give a weak spot of a partner, with what is known of it."""
    return WeakSpot(
        reason=reason,
        about=Ref("partners", one.partner.id),
        partner=one.partner.id,
        name=one.partner.name,
        importance=one.weight,
        intensity=one.intensity,
        why=why,
    )


def spot(one: Weighed, reason: WeakReason) -> WeakSpot:
    """Say why the contact to an important partner is a weak spot."""
    given: dict[str, Value] = {
        "partner": one.partner.name,
        "importance": one.weight.label if one.weight else None,
        "intensity": one.intensity.label if one.intensity else None,
    }
    say = _SAYS[reason]
    return of_partner(one, reason, Message.of(say, **{name: given[name] for name in say.names()}))


_ON_A_RING = {ContactState.DORMANT: WeakReason.DORMANT, ContactState.REFUSED: WeakReason.REFUSED}
_BY_PLACE = {
    Place.DORMANT: WeakReason.DORMANT,
    Place.REFUSED: WeakReason.REFUSED,
    Place.NONE_YET: WeakReason.NONE_YET,
    Place.NONE_YET_IMPORTANT: WeakReason.NONE_YET,
    Place.UNKNOWN: WeakReason.UNKNOWN,
}
_SAYS = {
    WeakReason.SELDOM: texts.SELDOM,
    WeakReason.DORMANT: texts.DORMANT,
    WeakReason.REFUSED: texts.REFUSED,
    WeakReason.NONE_YET: texts.NONE_YET,
    WeakReason.UNKNOWN: texts.UNKNOWN,
    WeakReason.ENDED: texts.ENDED,
    WeakReason.NO_ENTRY: texts.NO_ENTRY,
}
