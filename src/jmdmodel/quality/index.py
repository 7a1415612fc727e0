"""Lists and look-ups over a workspace that are built once for a check, when a rule first asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jmdmodel.entities.committee import Committee, Session
from jmdmodel.entities.network import Network
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.entities.resource import KindAbsence
from jmdmodel.entities.work import Activity
from jmdmodel.messages import Say
from jmdmodel.quality.walk import Text, references, texts
from jmdmodel.scales import Audience, Coded
from jmdmodel.vocabulary import (
    Attendance,
    ContactState,
    ContributionKind,
    ParticipationForm,
    SeatHolder,
    WorkArea,
)
from jmdmodel.workspace import ENTITY_OF, Workspace

if TYPE_CHECKING:
    from jmdmodel.analysis.offers import NeedsAndOffers
    from jmdmodel.analysis.opening import OpeningOverview
    from jmdmodel.quality.cases.remits import Remits

ATTENDED = frozenset({Attendance.PRESENT, Attendance.DEPUTY, Attendance.ADVISORY})
"""Forms of attendance that mean the service took part."""

OWN_SEATS = frozenset({SeatHolder.SERVICE, SeatHolder.PROVIDER})
"""Who sits for the service; the provider often holds its seat."""

_ENGAGED = frozenset({ParticipationForm.LEAD, ParticipationForm.ACTIVE})


class Index:
    """What several rules need of one workspace on one day; lazy, in the order of identifiers."""

    def __init__(self, workspace: Workspace, on: date) -> None:
        self.workspace = workspace
        self.on = on
        self._things: dict[type, tuple[Any, ...]] = {Workspace: (workspace,)}
        self._minutes: dict[int, Counter[WorkArea]] = {}
        self._on_maps: dict[NetworkMap, Mapping[str, ContactRating]] = {}

    def things(self, looks_at: type) -> tuple[Any, ...]:
        """Give what a rule that looks at a type is to see; the list of a type is made once."""
        if looks_at not in self._things:
            self._things[looks_at] = self._listed(looks_at)
        return self._things[looks_at]

    def _listed(self, looks_at: type) -> tuple[Any, ...]:
        for name, kind in ENTITY_OF.items():
            if kind is looks_at:
                return tuple(getattr(self.workspace, name))
        single = (self.workspace.service, self.workspace.space)
        return tuple(thing for thing in single if type(thing) is looks_at)

    def existed_in(self, year: int) -> bool:
        """Tell whether the service existed for the whole of a year; it did when nothing is said."""
        founded = self.workspace.service.founded
        return founded is None or founded < year

    # partners and contacts

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """The partners that exist on the day."""
        return tuple(one for one in self.workspace.partners if one.period.holds_on(self.on))

    def partner_name(self, identifier: str) -> str:
        """Give the name of a partner; its identifier where nobody knows it."""
        known = self.workspace.partners.get(identifier)
        return known.name if known is not None else identifier

    def contact_names(self, contacts: list[Contact]) -> tuple[str, ...]:
        """Give the names of the partners of some contacts."""
        return tuple(self.partner_name(contact.partner) for contact in contacts)

    @cached_property
    def contacts_by_partner(self) -> Mapping[str, tuple[Contact, ...]]:
        """All contacts by the identifier of their partner."""
        found: dict[str, list[Contact]] = {}
        for contact in self.workspace.contacts:
            found.setdefault(contact.partner, []).append(contact)
        return {partner: tuple(contacts) for partner, contacts in found.items()}

    @cached_property
    def open_contacts(self) -> tuple[Contact, ...]:
        """The contacts that are active on the day, whatever became of the partner."""
        return tuple(
            contact
            for contact in self.workspace.contacts
            if contact.state_on(self.on) is ContactState.ACTIVE and contact.period.holds_on(self.on)
        )

    @cached_property
    def active_contacts(self) -> tuple[Contact, ...]:
        """The contacts that are active on the day with a partner that exists on it."""
        alive = {partner.id for partner in self.partners}
        return tuple(contact for contact in self.open_contacts if contact.partner in alive)

    @cached_property
    def latest_ratings(self) -> Mapping[str, ContactRating]:
        """The latest rating of each active contact until the day, by contact."""
        latest: dict[str, ContactRating] = {}
        for contact in self.active_contacts:
            rating = contact.rating_between(date.min, self.on)
            if rating is not None:
                latest[contact.id] = rating
        return latest

    def ratings_on_map(self, shown: NetworkMap) -> Mapping[str, ContactRating]:
        """Give what a map shows: the latest rating of each contact in its year, not after its as-of date."""
        if shown not in self._on_maps:
            first, last = date(shown.year, 1, 1), min(shown.as_of, date(shown.year, 12, 31))
            rated = ((one.id, one.rating_between(first, last)) for one in self.workspace.contacts)
            self._on_maps[shown] = {identifier: rating for identifier, rating in rated if rating is not None}
        return self._on_maps[shown]

    @cached_property
    def maps(self) -> tuple[NetworkMap, ...]:
        """The maps with an as-of date until the day, by year."""
        return tuple(one for one in self.workspace.maps if one.as_of <= self.on)

    @cached_property
    def ties_by_partner(self) -> Mapping[str, tuple[Tie, ...]]:
        """The ties of the day by each of their two partners."""
        found: dict[str, list[Tie]] = {}
        for tie in self.workspace.ties:
            if tie.period.holds_on(self.on):
                for end in tie.between:
                    found.setdefault(end, []).append(tie)
        return {partner: tuple(ties) for partner, ties in found.items()}

    # networks

    @cached_property
    def networks(self) -> tuple[Network, ...]:
        """The networks that exist on the day and that the service has not left."""
        return tuple(
            one
            for one in self.workspace.networks
            if one.period.holds_on(self.on) and self.form_in(one) is not ParticipationForm.LEFT
        )

    @cached_property
    def current_networks(self) -> frozenset[str]:
        """The identifiers of :attr:`networks`."""
        return frozenset(one.id for one in self.networks)

    @cached_property
    def engaged(self) -> frozenset[str]:
        """The identifiers of the networks that the service leads or is active in."""
        return frozenset(one.id for one in self.networks if self.form_in(one) in _ENGAGED)

    def form_in(self, network: Network) -> ParticipationForm | None:
        """Give the form in which the service took part, as last stated until the year of the day."""
        stated = [part for part in network.participation if part.year <= self.on.year]
        last = max(stated, key=lambda part: part.year, default=None)
        return last.form if last is not None else None

    # committees

    @cached_property
    def committees(self) -> tuple[Committee, ...]:
        """The committees that exist on the day."""
        return tuple(one for one in self.workspace.committees if one.period.holds_on(self.on))

    def attended_in(self, year: int) -> tuple[tuple[Committee, Session], ...]:
        """Give the sessions of a year, until the day, in which the service took part."""
        return tuple(
            (committee, session)
            for committee in self.workspace.committees
            for session in committee.sessions_in(year)
            if session.day <= self.on and (session.attendance in ATTENDED or session.contributions)
        )

    def in_committees_in(self, year: int) -> bool:
        """Tell whether the service worked in a committee in a year: a seat, or a session it took part in."""
        held = any(
            role.held_by in OWN_SEATS
            for committee in self.workspace.committees
            if committee.period.touches_year(year)
            for role in committee.roles_in(year)
        )
        return held or bool(self.attended_in(year))

    def contributions_in(self, year: int) -> Counter[ContributionKind]:
        """Count the contributions of a year by kind, over all committees."""
        return Counter(
            part.kind
            for committee in self.workspace.committees
            for session in committee.sessions_in(year)
            if session.day <= self.on
            for part in session.contributions
        )

    # work

    @cached_property
    def activities_by_year(self) -> Mapping[int, tuple[Activity, ...]]:
        """The activities until the day, by year."""
        found: dict[int, list[Activity]] = {}
        for activity in self.workspace.activities:
            if activity.day <= self.on:
                found.setdefault(activity.day.year, []).append(activity)
        return {year: tuple(done) for year, done in found.items()}

    def minutes_in(self, year: int) -> Counter[WorkArea]:
        """Count the minutes of a year by area: single activities and monthly sums together."""
        if year not in self._minutes:
            total = self._minutes[year] = Counter()
            for activity in self.activities_by_year.get(year, ()):
                total[activity.area] += activity.minutes
            for month in self.workspace.work_time:
                if month.year == year:
                    total[month.area] += month.minutes
        return self._minutes[year].copy()

    def months_with_work_in(self, year: int) -> frozenset[int]:
        """Give the months of a year for which any work is written down."""
        single = {activity.day.month for activity in self.activities_by_year.get(year, ())}
        sums = {month.month for month in self.workspace.work_time if month.year == year and month.minutes}
        return frozenset(single | sums)

    # the whole

    @cached_property
    def referenced(self) -> Mapping[str, frozenset[str]]:
        """Everything that something else refers to: identifiers by collection."""
        return references(self.workspace)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that people wrote, with its place and who may see it."""
        return tuple(texts(self.workspace))

    @cached_property
    def absences(self) -> tuple[KindAbsence, ...]:
        """The reasons, known on the day, why there is no partner or committee of a kind."""
        from jmdmodel.analysis.coverage.covered import is_known_by  # noqa: PLC0415 - only where it is asked

        return tuple(
            one
            for one in self.workspace.absences
            if one.period.holds_on(self.on) and is_known_by(one, self.on)
        )

    def texts_up_to(self, audience: Audience) -> tuple[Text, ...]:
        """Give the texts whose class is not above an audience."""
        return tuple(text for text in self.texts if text.privacy <= audience)

    @cached_property
    def needs_and_offers(self) -> NeedsAndOffers:
        """The established needs of the day beside the offers that are there on it."""
        from jmdmodel.analysis.offers import needs_and_offers  # noqa: PLC0415 - only who asks loads it

        return needs_and_offers(self.workspace, on=self.on)

    # cases

    @cached_property
    def remits(self) -> Remits:
        """Whose remit fits the goals of case plans on the day."""
        from jmdmodel.quality.cases.remits import Remits  # noqa: PLC0415 - the matching is heavy to import

        return Remits(self.workspace, self.on)

    # opening

    @cached_property
    def opening(self) -> OpeningOverview:
        """The intercultural opening on the day, with the measures of its year and the year before."""
        from jmdmodel.analysis.opening import opening_overview  # noqa: PLC0415 - heavy, and rarely asked for

        since = date(self.on.year - 2, 12, 31) if self.on.year > 2 else date.min
        return opening_overview(self.workspace, on=self.on, since=since)


def labels(codes: Iterable[Coded]) -> tuple[Say, ...]:
    """Give the labels of coded values, in their order."""
    return tuple(code.label for code in codes)


def quoted(codes: Iterable[Coded]) -> tuple[Say, ...]:
    """Give the labels of coded values in quotation marks, for labels that are whole phrases."""
    return tuple(Say(f"„{code.label.de}“", f'"{code.label.en}"') for code in codes)
