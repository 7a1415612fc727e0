"""Events and activities in the social space, and the programmes that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import backwards, twice
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import EventId, NeedId, NetworkId, PartnerId, PlaceId, ProgrammeId, PublicationId, Ref
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import EventRole, EventTheme, PublicationKind


@entity(
    "Programm", "programme", Audience.PUBLIC, plural=Say("Programme", "programmes"), collection="programmes"
)
class Programme:
    """A funding programme with its period, for instance of the ESF (R-11). German: Programm."""

    id: ProgrammeId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    funder: str | None = about("Fördergeber", "funder", Audience.PUBLIC, default=None)
    period: Period = about("Zeitraum", "period", Audience.PUBLIC, default=ALWAYS)


@entity(
    "Veranstaltung im Sozialraum",
    "event in the social space",
    Audience.PUBLIC,
    plural=Say("Veranstaltungen im Sozialraum", "events in the social space"),
    collection="events",
)
class SpaceEvent:
    """An event or activity for a good coexistence, with the part that the service had (R-11, R-18).

    German: sozialraumbezogene Veranstaltung.
    """

    id: EventId = about("Kennung", "identifier", Audience.PUBLIC)
    title: str = about("Titel", "title", Audience.PUBLIC)
    day: date = about("Tag", "day", Audience.PUBLIC)
    until: date | None = about("bis", "until", Audience.PUBLIC, default=None)
    roles: tuple[EventRole, ...] = about(
        "Rolle des Dienstes", "role of the service", Audience.PUBLIC, default=()
    )
    themes: tuple[EventTheme, ...] = about("Themen", "themes", Audience.PUBLIC, default=())
    programme: ProgrammeId | None = about(
        "Programm", "programme", Audience.PUBLIC, default=None, refers="programmes"
    )
    place: PlaceId | None = about("Ort", "place", Audience.PUBLIC, default=None, refers="places")
    partners: tuple[PartnerId, ...] = about(
        "Partner", "partners", Audience.PUBLIC, default=(), refers="partners"
    )
    networks: tuple[NetworkId, ...] = about(
        "gemeinsam mit", "together with", Audience.PUBLIC, default=(), refers="networks"
    )
    needs: tuple[NeedId, ...] = about("Bedarfe", "needs", Audience.REPORT, default=(), refers="needs")
    people: int | None = about(
        "Teilnehmende",
        "participants",
        Audience.INTERNAL,
        default=None,
        minimum=0,
        maximum=1000000,
        counts="participants",
    )
    result: str | None = about("Ergebnis", "result", Audience.PUBLIC, default=None, lines=True)

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("until", self.day, self.until)
        yield from twice("networks", self.networks)
        yield from twice("needs", self.needs)


@entity(
    "Veröffentlichung",
    "publication",
    Audience.PUBLIC,
    plural=Say("Veröffentlichungen", "publications"),
    collection="publications",
)
class Publication:
    """Something published by the service or on behalf of a network (R-19, R-26). German: Veröffentlichung."""

    id: PublicationId = about("Kennung", "identifier", Audience.PUBLIC)
    title: str = about("Titel", "title", Audience.PUBLIC)
    day: date = about("Tag", "day", Audience.PUBLIC)
    kind: PublicationKind = about("Art", "kind", Audience.PUBLIC)
    on_behalf_of: Ref | None = about(
        "im Auftrag von",
        "on behalf of",
        Audience.PUBLIC,
        default=None,
        refers="networks committees",
        help=Say("Fehlt die Angabe, ist es eine eigene Veröffentlichung.", "Left out for the service's own."),
    )
    web: str | None = about(
        "Internetadresse",
        "web address",
        Audience.PUBLIC,
        default=None,
        pattern=r"https?://[A-Za-z0-9._~:/?#@!$&+,;=%-]+",
        help=Say(
            "Vollständige Adresse, zum Beispiel https://www.example.org/bericht.",
            "Whole address, for instance https://www.example.org/report.",
        ),
    )
