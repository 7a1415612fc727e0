"""Which offers meet which needs on a day: written down, or possible; and what is known of gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from jmdmodel.analysis.offers.needs import (
    Cover,
    Double,
    Hint,
    KnownGap,
    LinkedBy,
    LinkedOffer,
    NeedCover,
    Offered,
    PossibleOffer,
)
from jmdmodel.analysis.reach import Reach, Territory
from jmdmodel.analysis.sight import is_hidden
from jmdmodel.analysis.standing import is_there
from jmdmodel.entities.gap import OfferGap
from jmdmodel.entities.need import Need
from jmdmodel.entities.partner import Offer
from jmdmodel.entities.resource import GroupOffer
from jmdmodel.ids import NeedId, PartnerId, Ref
from jmdmodel.messages import Message, Say
from jmdmodel.workspace import Workspace

_OURS = Say("eigenes Angebot", "own offer")
_NO_OFFER = Say(
    "Ohne Angebot gibt es keine Plätze zu zählen.", "Without an offer there are no places to count."
)
_NO_PLACES = Say(
    "Bei keinem Angebot im Gebiet des Bedarfs ist die Zahl der Plätze eingetragen.",
    "No offer in the area of the need states its places.",
)
_NO_NEEDS_SHOWN = Say(
    "Bedarfe und Lücken gehören nicht zu dieser Ansicht.", "Needs and gaps are not part of this view."
)
_NO_EVIDENCE_SHOWN = Say(
    "Belege gehören nicht zu dieser Ansicht; ob ein Bedarf belegt ist, bleibt offen.",
    "Evidence is not part of this view; whether a need has any is left open.",
)
_FULL = (Reach.EVERYWHERE, Reach.WHOLE)


def offered_on(workspace: Workspace, day: date) -> tuple[Offered, ...]:
    """Give the offers that are there on a day, by reference: each with its runs that have begun by then.

    A run whose offer is not there is an offer of its own while it lasts.
    """
    runs: dict[str, list[GroupOffer]] = {}
    alone = []
    for run in workspace.group_offers:
        offer = workspace.offers.get(run.offer)
        if offer is not None and is_there(workspace, offer, day):
            if run.period.since is None or run.period.since <= day:
                runs.setdefault(offer.id, []).append(run)
        elif run.period.holds_on(day):
            alone.append(_run_alone(run, offer))
    offers = [
        _offer(workspace, offer, runs.get(offer.id, ()))
        for offer in workspace.offers
        if is_there(workspace, offer, day)
    ]
    return tuple(sorted((*alone, *offers), key=lambda offered: offered.ref))


class Finder:
    """Looks up, for one day, what belongs to each need."""

    def __init__(self, workspace: Workspace, day: date, offers: tuple[Offered, ...]) -> None:
        self.workspace, self.day, self.offers = workspace, day, offers
        self.territory = Territory(workspace)
        self.gaps = tuple(self._known(gap) for gap in workspace.gaps if gap.found_on <= day)
        self.needs_reason = Message.of(_NO_NEEDS_SHOWN) if is_hidden(workspace, Need) else None
        evidence_hidden = is_hidden(workspace, Need, "evidence")
        self.evidence_reason = Message.of(_NO_EVIDENCE_SHOWN) if evidence_hidden else None
        self._gaps_of: dict[str, list[KnownGap]] = {}
        for known in self.gaps:
            for named in dict.fromkeys(known.gap.needs):
                self._gaps_of.setdefault(named, []).append(known)
        self._on_need: dict[str, set[str]] = {}
        self._together: dict[str, set[str]] = {}
        for made in workspace.coordinations:
            if made.day <= day:
                for needed in made.needs:
                    self._on_need.setdefault(needed, set()).update(made.offers)
                for offer in made.offers:
                    self._together.setdefault(offer, set()).update(made.offers)
        self._parents: dict[str, str] = {term.id: term.parent for term in workspace.vocabulary.topics}

    def needs(self) -> tuple[tuple[NeedCover, ...], tuple[Need, ...]]:
        """Give the established needs of the day, and those that nobody has established."""
        holding = [need for need in self.workspace.needs if need.period.holds_on(self.day)]
        return (
            tuple(self._cover(need) for need in holding if _is_established(need, self.day)),
            tuple(n for n in holding if not n.established_by and n.established_on is None),
        )

    def _cover(self, need: Need) -> NeedCover:
        gaps = tuple(self._gaps_of.get(need.id, ()))
        linked = self._linked(need, gaps)
        near = [link.offer for link in linked if link.reach is not Reach.ELSEWHERE]
        told = [offer.places for offer in near if offer.places is not None]
        return NeedCover(
            need=need,
            cover=self._judge(need, linked, gaps),
            linked=linked,
            possible=self._possible(need, {link.offer.ref for link in linked}),
            gaps=gaps,
            possible_gaps=tuple(known for known in self.gaps if self._may_name(known.gap, need)),
            doubles=self._doubles(linked),
            places=sum(told) if told else None,
            places_told=len(told),
            places_reason=None if told else Message.of(_NO_PLACES if linked else _NO_OFFER),
            has_evidence=self._has_evidence(need) if self.evidence_reason is None else None,
        )

    def _has_evidence(self, need: Need) -> bool:
        return any(proof.day is None or proof.day <= self.day for proof in need.evidence)

    def _linked(self, need: Need, gaps: Iterable[KnownGap]) -> tuple[LinkedOffer, ...]:
        of_gaps = {Ref("offers", offer) for known in gaps for offer in known.gap.offers}
        found = []
        for offer in self.offers:
            by = {
                LinkedBy.OFFER: need.id in self._named(offer),
                LinkedBy.RUN: any(need.id in run.needs for run in offer.runs),
                LinkedBy.GAP: offer.ref in of_gaps,
            }
            if any(by.values()):
                reach = self.territory.reach(offer.area, need.area)
                kept = tuple(how for how, holds in by.items() if holds)
                found.append(LinkedOffer(offer=offer, by=kept, reach=reach))
        return tuple(found)

    def _named(self, offer: Offered) -> tuple[NeedId, ...]:
        kept = self.workspace.offers.get(offer.ref.id) if offer.ref.collection == "offers" else None
        return kept.needs if kept is not None else ()

    def _judge(self, need: Need, linked: Sequence[LinkedOffer], gaps: Iterable[KnownGap]) -> Cover:
        if not linked:
            return Cover.UNCOVERED
        together = [unit for link in linked for unit in link.offer.area]
        everywhere = any(link.reach is Reach.EVERYWHERE for link in linked)
        reach = Reach.EVERYWHERE if everywhere else self.territory.reach(together, need.area)
        if reach in (Reach.PART, Reach.ELSEWHERE) or any(known.is_standing for known in gaps):
            return Cover.PARTLY
        houses = {self._house(link.offer.provider) for link in linked if link.reach in _FULL}
        return Cover.SEVERAL if len(houses) > 1 else Cover.COVERED

    def _possible(self, need: Need, linked: set[Ref]) -> tuple[PossibleOffer, ...]:
        narrowed = {self._parents.get(word) for word in need.sub_topics}
        found = []
        for offer in self.offers:
            own = tuple(word for word in need.sub_topics if word in offer.sub_topics)
            shared = tuple(
                topic
                for topic in sorted({*need.topics} & {*offer.topics}, key=lambda topic: topic.step)
                if topic.code not in narrowed or topic.code in {self._parents.get(word) for word in own}
            )
            coordinated = self._is_coordinated_on(offer, need)
            if offer.ref in linked or not (own or shared or coordinated):
                continue
            reach = self.territory.reach(offer.area, need.area)
            because = {
                Hint.COORDINATION: coordinated,
                Hint.OWN_TOPIC: bool(own) and reach is not Reach.ELSEWHERE,
                Hint.TOPIC: bool(shared) and reach is not Reach.ELSEWHERE,
            }
            kept = tuple(hint for hint, holds in because.items() if holds)
            if kept:
                found.append(
                    PossibleOffer(offer=offer, because=kept, shared=shared, sub_topics=own, reach=reach)
                )
        return tuple(sorted(found, key=lambda may: (may.because[0].step, -len(may.shared), may.offer.ref)))

    def _is_coordinated_on(self, offer: Offered, need: Need) -> bool:
        return offer.ref.collection == "offers" and offer.ref.id in self._on_need.get(need.id, ())

    def _may_name(self, gap: OfferGap, need: Need) -> bool:
        if gap.needs or not self.territory.overlap(gap.area, need.area):
            return False
        if need.sub_topics and gap.sub_topics:
            return bool(set(need.sub_topics) & set(gap.sub_topics))
        return bool(set(need.topics) & set(gap.topics))

    def _doubles(self, linked: Iterable[LinkedOffer]) -> tuple[Double, ...]:
        offers = [
            link.offer
            for link in linked
            if link.reach is not Reach.ELSEWHERE and link.offer.ref.collection == "offers"
        ]
        return tuple(
            Double(one=one, other=other)
            for one, other in combinations(offers, 2)
            if self._house(one.provider) != self._house(other.provider)
            and self.territory.overlap(one.area, other.area)
            and other.ref.id not in self._together.get(one.ref.id, ())
        )

    def _house(self, partner: PartnerId | None) -> PartnerId | None:
        seen: set[PartnerId] = set()
        while partner is not None and partner not in seen:
            seen.add(partner)
            known = self.workspace.partners.get(partner)
            if known is None or known.part_of is None:
                return partner
            partner = known.part_of
        return min(seen, default=None)  # a circle, which no file has, ends here

    def _known(self, gap: OfferGap) -> KnownGap:
        raised = tuple(sorted((r for r in gap.raised if r.day <= self.day), key=lambda r: (r.day, r.body)))
        bodies = {r.body: self.workspace.resolve(r.body) for r in raised}
        return KnownGap(
            gap=gap,
            status=gap.status_on(self.day),
            raised=raised,
            raised_in=tuple(body.name for body in bodies.values() if body is not None),
            offers=tuple(offer for one in gap.offers if (offer := self.workspace.offers.get(one))),
        )


def _is_established(need: Need, day: date) -> bool:
    if need.established_on is not None:
        return need.established_on <= day
    return bool(need.established_by)


def _offer(workspace: Workspace, offer: Offer, runs: Sequence[GroupOffer]) -> Offered:
    partner = workspace.partners.get(offer.provider)
    name = partner.name if partner is not None else offer.provider
    return Offered(
        ref=Ref("offers", offer.id),
        name=offer.name,
        provider=offer.provider,
        provided_by=Say(name, name) if name is not None else _OURS,
        topics=offer.topics,
        sub_topics=offer.sub_topics,
        area=offer.area,
        target_group=offer.target_group,
        languages=offer.languages,
        places=offer.places,
        cost=offer.cost,
        runs=tuple(runs),
    )


def _run_alone(run: GroupOffer, offer: Offer | None) -> Offered:
    return Offered(
        ref=Ref("group_offers", run.id),
        name=run.name,
        provider=None,
        provided_by=_OURS,
        topics=run.topics,
        sub_topics=run.sub_topics,
        area=offer.area if offer is not None else (),
        target_group=offer.target_group if offer is not None else None,
        languages=offer.languages if offer is not None else (),
        places=None,
        cost=None,
        runs=(run,),
    )
