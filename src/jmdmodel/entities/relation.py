"""Contacts of the service, their ratings, ties between partners, and the yearly network maps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import is_year, last_until, twice, year_key
from jmdmodel.entities.agreement import Agreement
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import ContactId, MapId, PartnerId, StaffId, TieId
from jmdmodel.messages import Message, Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience, Importance, Intensity, TieStrength
from jmdmodel.vocabulary import ContactBasis, ContactState, Formalisation, Purpose, TieKnowledge

_SAME_PARTNER = Say(
    de="Die Verbindung führt von „{partner}“ zu sich selbst.",
    en='The tie leads from "{partner}" to itself.',
)
_TWO_PARTNERS = Say(de="Zwei verschiedene Partner angeben.", en="Name two different partners.")
_MAP_EARLY = Say(
    de="Der Stand {as_of} liegt vor dem Jahr {year} der Karte.",
    en="The as-of date {as_of} lies before the map's year {year}.",
)
_MAP_DATE = Say(
    de="Einen Stichtag im Jahr der Karte oder danach angeben.",
    en="Give a date in the map's year or after it.",
)


@entity("Einschätzung", "rating", Audience.REPORT, plural=Say("Einschätzungen", "ratings"))
class ContactRating:
    """One judgement of a contact on one day: how often, and how important (R-32).

    German: Einschätzung des Kontakts. ``None`` means not rated. Confirming an old value
    is a new rating with a new date.
    """

    day: date = about("Tag", "day", Audience.REPORT)
    intensity: Intensity | None = about("Intensität", "intensity", Audience.REPORT, default=None)
    importance: Importance | None = about("Wichtigkeit", "importance", Audience.REPORT, default=None)
    assessor: StaffId | None = about(
        "eingeschätzt von", "assessor", Audience.REPORT, default=None, refers="staff"
    )
    not_rated_because: str | None = about(
        "bewusst nicht eingeschätzt, weil",
        "deliberately not rated, because",
        Audience.INTERNAL,
        default=None,
    )
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)


@entity("Stand des Kontakts", "state of a contact", Audience.REPORT)
class ContactStanding:
    """How things stand with a partner from a day on (R-06). German: Stand des Kontakts.

    Without a day it holds from the beginning. What comes later does not overwrite it.
    """

    day: date | None = about("seit", "day", Audience.REPORT, default=None)
    state: ContactState = about("Stand", "state", Audience.REPORT)
    reason: str | None = about("Grund", "reason", Audience.INTERNAL, default=None)


@entity("Kontakt", "contact", Audience.REPORT, plural=Say("Kontakte", "contacts"), collection="contacts")
class Contact:
    """The relation between the service and one partner; it lasts, its ratings are dated (R-06, R-32).

    "Known, important, no contact yet" is a contact with the state ``none-yet``; a contact of which no
    state is told is active. German: Kontakt.
    """

    id: ContactId = about("Kennung", "identifier", Audience.REPORT)
    partner: PartnerId = about("Partner", "partner", Audience.REPORT, refers="partners")
    states: tuple[ContactStanding, ...] = about("Stand", "states", Audience.REPORT, default=())
    bases: tuple[ContactBasis, ...] = about("Grundlagen", "bases", Audience.REPORT, default=())
    purposes: tuple[Purpose, ...] = about("Zweck", "purposes", Audience.REPORT, default=())
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)
    ratings: tuple[ContactRating, ...] = about("Einschätzungen", "ratings", Audience.REPORT, default=())
    agreements: tuple[Agreement, ...] = about("Absprachen", "agreements", Audience.REPORT, default=())
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    def state_on(self, day: date) -> ContactState:
        """Give how things stood with the partner on a day: as told last, and active where nothing is told."""
        told = last_until(self.states, day)
        return told.state if told is not None else ContactState.ACTIVE

    def rating_between(self, first: date, last: date) -> ContactRating | None:
        """Give the latest rating dated from one day to another, both included."""
        latest: ContactRating | None = None
        for rating in self.ratings:  # a plain loop, as the rules ask this most often
            if first <= rating.day <= last and (latest is None or rating.day > latest.day):
                latest = rating
        return latest

    def _broken(self) -> Iterator[Broken]:
        if self.states:  # most contacts have none, and this is asked of each
            yield from twice("states", [standing.day for standing in self.states])
        yield from twice("ratings", [rating.day for rating in self.ratings])


@entity(
    "Verbindung",
    "tie",
    Audience.REPORT,
    plural=Say("Verbindungen", "ties"),
    collection="ties",
)
class Tie:
    """A relation between two partners, as far as the service knows of it (R-07). German: Verbindung.

    ``brokered_on`` is the day on which the service brought the two together; without it the tie
    came about otherwise. The order of the two partners has no meaning.
    """

    id: TieId = about("Kennung", "identifier", Audience.REPORT)
    between: tuple[PartnerId, PartnerId] = about("zwischen", "between", Audience.REPORT, refers="partners")
    strength: TieStrength | None = about("Stärke", "strength", Audience.REPORT, default=None)
    formalisation: Formalisation | None = about(
        "Formalisierungsgrad", "formalisation", Audience.REPORT, default=None
    )
    brokered_on: date | None = about("vermittelt am", "brokered on", Audience.REPORT, default=None)
    knowledge: TieKnowledge = about(
        "Sicherheit der Angabe", "knowledge", Audience.REPORT, default=TieKnowledge.KNOWN
    )
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    def _broken(self) -> Iterator[Broken]:
        if self.between[0] == self.between[1]:
            yield Broken(
                code="L134",
                field="between",
                what=Message.of(_SAME_PARTNER, partner=self.between[0]),
                remedy=Message.of(_TWO_PARTNERS),
            )


@entity(
    "Netzwerkkarte",
    "network map",
    Audience.REPORT,
    plural=Say("Netzwerkkarten", "network maps"),
    collection="maps",
)
class NetworkMap:
    """The map of one year; what it shows follows from the ratings dated in that year (R-32, R-33).

    The identifier is the year. It shows, for each contact, the latest rating dated in its year and
    not after ``as_of``. German: Netzwerkkarte.
    """

    id: MapId = about("Jahr", "year", Audience.REPORT)
    as_of: date = about("Stand", "as-of date", Audience.REPORT)
    assessor: StaffId | None = about(
        "eingeschätzt von", "assessor", Audience.REPORT, default=None, refers="staff"
    )
    ties_surveyed_on: date | None = about(
        "Verbindungen erhoben am",
        "ties surveyed on",
        Audience.REPORT,
        default=None,
        help=Say(
            "Ohne Erhebung sagt die Karte nichts über Verbindungen der Partner untereinander.",
            "Without a survey the map says nothing of ties among partners.",
        ),
    )
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    @property
    def year(self) -> int:
        """The year of the map."""
        return int(self.id)

    def _broken(self) -> Iterator[Broken]:
        yield from year_key(self.id)
        if is_year(self.id) and self.as_of < date(self.year, 1, 1):
            yield Broken(
                code="L135",
                field="as_of",
                what=Message.of(_MAP_EARLY, as_of=self.as_of, year=self.id),
                remedy=Message.of(_MAP_DATE),
            )
