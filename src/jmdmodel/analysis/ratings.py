"""What the network map of a year shows: each partner's contact, its rating of that year, and its place."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Literal

import attrs

from jmdmodel.analysis.tables import GROUP, KIND, NAME, Cell, Column, Shown, Table, id_column
from jmdmodel.borders import need_word
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.messages import Say
from jmdmodel.scales import Coded, Importance, Intensity
from jmdmodel.vocabulary import ContactState, MapGroup
from jmdmodel.workspace import Workspace

__all__ = [
    "IMPORTANT",
    "STRONG",
    "MapSummary",
    "Place",
    "RatedContact",
    "RatedContacts",
    "map_summary",
    "rated_contacts",
    "ties_of",
]

IMPORTANT = Importance.MOST_GOALS
"""From this step on a partner counts as important."""

STRONG = Intensity.MONTHLY
"""From this step on a contact counts as a frequent one."""


class Place(Coded):
    """Where a contact stands on the map: on a ring, or under which heading beside it (R-32).

    German: Platz auf der Karte.
    """

    RING = "ring", Say("auf einem Ring", "on a ring")
    INTENSITY_OPEN = "intensity-open", Say("Intensität offen", "intensity open")
    NOT_RATED = "not-rated", Say("nicht eingeschätzt", "not rated")
    NONE_YET_IMPORTANT = (
        "none-yet-important",
        Say("wichtig, noch kein Kontakt", "important, no contact yet"),
    )
    NONE_YET = "none-yet", Say("noch kein Kontakt", "no contact yet")
    REFUSED = "refused", Say("derzeit kein Kontakt gewünscht", "no contact wanted at present")
    DORMANT = "dormant", Say("Kontakt ruht", "contact dormant")
    UNKNOWN = "unknown", Say("Stand unbekannt", "state unknown")


@attrs.frozen(kw_only=True)
class RatedContact:
    """One partner on the map of a year (R-32). German: bewerteter Kontakt.

    Attributes:
        contact: The contact that is shown.
        partner: Its partner.
        rating: The latest rating dated in the year and not after the map's day; ``None`` without one.
        place: Where the partner stands on the map.
        state: How things stood with the partner on the map's day.
        further: Other contacts with the same partner that hold on that day and are not shown.
    """

    contact: Contact
    partner: Partner
    rating: ContactRating | None
    place: Place
    state: ContactState
    further: tuple[Contact, ...] = ()

    @property
    def group(self) -> MapGroup:
        """The sector of the map, by the partner's main kind."""
        return self.partner.kind.group

    @property
    def intensity(self) -> Intensity | None:
        """The ring; ``None`` where nobody said."""
        return self.rating.intensity if self.rating else None

    @property
    def importance(self) -> Importance | None:
        """The importance that the year's rating gives; ``None`` where nobody said."""
        return self.rating.importance if self.rating else None

    @property
    def is_rated(self) -> bool:
        """Whether the year has a rating that tells intensity or importance."""
        return self.intensity is not None or self.importance is not None


class RatedContacts(Shown, tuple[RatedContact, ...]):
    """The partners on the map of a year, by identifier (R-32). German: Partner auf der Karte."""

    __slots__ = ()

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each partner: kind, sector, place, rating."""
        columns = (
            id_column("partner"),
            NAME,
            KIND,
            GROUP,
            Column("place", Say("Platz auf der Karte", "place on the map"), "code"),
            Column("intensity", Say("Intensität", "intensity"), "code"),
            Column("importance", Say("Wichtigkeit", "importance"), "code"),
            Column("rated_on", Say("eingeschätzt am", "rated on"), "date"),
        )
        rows = tuple(
            (
                shown.partner.id,
                shown.partner.name,
                shown.partner.kind,
                shown.group,
                shown.place,
                shown.intensity,
                shown.importance,
                shown.rating.day if shown.rating else None,
            )
            for shown in self
        )
        title = Say("Partner auf der Netzwerkkarte", "Partners on the network map")
        return (Table(name="contacts", title=title, columns=columns, rows=rows),)


@attrs.frozen(kw_only=True, repr=False)
class MapSummary(Shown):
    """How many partners stand where on the map of a year, each code of a list once, zeros included (R-32).

    Attributes:
        year: The year of the map.
        day: The day that the map shows.
        rings: Partners on each ring, by intensity.
        importances: Partners on rings by importance; under ``None`` those whose importance is open.
        groups: Partners shown, on rings or beside them, by sector.
        places: Partners by place.
        on_rings: Partners on a ring.
        shown: Partners on the map at all: on a ring or beside the rings.
        partners: All partners that existed on the day, with a contact or without.
    """

    year: int
    day: date
    rings: tuple[tuple[Intensity, int], ...]
    importances: tuple[tuple[Importance | None, int], ...]
    groups: tuple[tuple[MapGroup, int], ...]
    places: tuple[tuple[Place, int], ...]
    on_rings: int
    shown: int
    partners: int

    def tables(self) -> tuple[Table, ...]:
        """Give the partners on each ring, closest first, and under each heading beside the rings."""
        rings: list[tuple[Cell, ...]] = [(step, number) for step, number in reversed(self.rings)]
        beside: list[tuple[Cell, ...]] = [
            (place, number) for place, number in self.places if place is not Place.RING
        ]
        columns = (
            Column("place", Say("Platz", "place"), "code"),
            Column("partners", Say("Partner", "partners"), "integer"),
        )
        title = Say("Partner nach Ring", "Partners by ring")
        return (Table(name="places", title=title, columns=columns, rows=(*rings, *beside)),)


def map_day(network_map: NetworkMap) -> date:
    """Give the day that a map shows: its as-of date, or 31 December of its year if that comes first."""
    return min(network_map.as_of, date(network_map.year, 12, 31))


def partners_on(workspace: Workspace, day: date) -> tuple[Partner, ...]:
    """Give the partners that exist on a day, in the order of their identifiers."""
    return tuple(partner for partner in workspace.partners if partner.period.holds_on(day))


def rated_contacts(workspace: Workspace, year: int) -> RatedContacts:
    """Give each partner on the map of a year with its rating and place, by partner identifier (R-32, R-33).

    The rating is the latest one dated in the year and not after the day of the map, so a later
    judgement never changes a map that was drawn. A rating that tells an intensity puts the partner
    on its ring whatever its state; without one, the state on the map's day decides. A contact is on
    the map when it and its partner exist on that day.

    A partner stands on the map once. Of several contacts that hold, the one whose place comes first
    in :class:`Place` is shown (a ring before an open intensity before no rating …), then the one
    rated last, then the one with the first identifier. German: Netzwerkkarte.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    day = map_day(workspace.map_of(year))
    by_partner: dict[str, list[RatedContact]] = {}
    for contact in workspace.contacts:
        partner = workspace.partners.get(contact.partner)
        if partner is None or not contact.period.holds_on(day) or not partner.period.holds_on(day):
            continue
        rating = contact.rating_between(date(year, 1, 1), day)
        state = contact.state_on(day)
        place = _place(state, partner, rating)
        found = RatedContact(contact=contact, partner=partner, rating=rating, place=place, state=state)
        by_partner.setdefault(partner.id, []).append(found)
    return RatedContacts(_shown(by_partner[identifier]) for identifier in sorted(by_partner))


def ties_of(
    workspace: Workspace, year: int, which: Literal["brokered", "all", "none"] = "brokered"
) -> tuple[Tie, ...]:
    """Give the ties between partners that belong to the map of a year, by identifier (R-07).

    A tie belongs to it when the tie and both partners exist on the map's day. ``brokered`` keeps
    those that the service brought together in that year and not after that day. Whether both
    partners are drawn is not asked here: a partner without any contact has no place on the map.
    German: Verbindungen.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
        ModelError: There is no such selection as *which* names.
    """
    need_word(which, "which", ("brokered", "all", "none"))
    day = map_day(workspace.map_of(year))
    there = {partner.id for partner in workspace.partners if partner.period.holds_on(day)}
    if which == "none":
        return ()
    return tuple(
        tie
        for tie in workspace.ties
        if tie.period.holds_on(day)
        and there.issuperset(tie.between)
        and (which == "all" or is_brokered_in(tie, year, day))
    )


def is_brokered_in(tie: Tie, year: int, day: date) -> bool:
    """Tell whether the service brought two partners together in a year and not after a day of it."""
    return tie.brokered_on is not None and date(year, 1, 1) <= tie.brokered_on <= day


def map_summary(workspace: Workspace, year: int) -> MapSummary:
    """Count the partners on the map of a year by ring, importance, sector and place (R-32, R-34).

    Serves the map's frame, its alternative text and the report. German: Zahlen zur Netzwerkkarte.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    day = map_day(workspace.map_of(year))
    shown = rated_contacts(workspace, year)
    ringed = [rated for rated in shown if rated.place is Place.RING]
    rings = Counter(rated.intensity for rated in ringed)
    importances = Counter(rated.importance for rated in ringed)
    groups = Counter(rated.group for rated in shown)
    places = Counter(rated.place for rated in shown)
    return MapSummary(
        year=year,
        day=day,
        rings=tuple((step, rings[step]) for step in Intensity),
        importances=tuple((step, importances[step]) for step in (*Importance, None)),
        groups=tuple((group, groups[group]) for group in MapGroup),
        places=tuple((place, places[place]) for place in Place),
        on_rings=len(ringed),
        shown=len(shown),
        partners=len(partners_on(workspace, day)),
    )


_BY_STATE = {
    ContactState.DORMANT: Place.DORMANT,
    ContactState.REFUSED: Place.REFUSED,
    ContactState.UNKNOWN: Place.UNKNOWN,
}


def _place(state: ContactState, partner: Partner, rating: ContactRating | None) -> Place:
    if rating is not None and rating.intensity is not None:
        return Place.RING
    importance = rating.importance if rating is not None else None
    if state is ContactState.NONE_YET:
        weight = importance or partner.relevance
        return Place.NONE_YET_IMPORTANT if weight is not None and weight >= IMPORTANT else Place.NONE_YET
    if state in _BY_STATE:
        return _BY_STATE[state]
    return Place.NOT_RATED if importance is None else Place.INTENSITY_OPEN


def _shown(candidates: list[RatedContact]) -> RatedContact:
    def rank(rated: RatedContact) -> tuple[int, int, str]:
        rated_on = rated.rating.day.toordinal() if rated.rating else 0
        return rated.place.step, -rated_on, rated.contact.id

    first, *others = sorted(candidates, key=rank)
    further = sorted((rated.contact for rated in others), key=lambda contact: contact.id)
    return attrs.evolve(first, further=tuple(further)) if further else first
