"""What networks and partners yield, how offers are coordinated, and why a kind of partner is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import backwards, exactly_one, twice
from jmdmodel.entities._words import sub_topics
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import (
    AbsenceId,
    ContactPersonId,
    CoordinationId,
    GroupOfferId,
    NeedId,
    OfferId,
    PartnerId,
    Ref,
    ResourceId,
    UnitId,
)
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import CommitteeKind, LegalBasis, PartnerKind, Purpose, Topic, TransitionRole


@entity("Zuständigkeit", "remit", Audience.PUBLIC, plural=Say("Zuständigkeiten", "remits"))
class Remit:
    """What a partner can do for young people: fields, area, ages, languages, law, and the way there (R-20).

    German: Zuständigkeit.
    Ages are whole years, both ends included; the service's own clients are 12 to 26.
    """

    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.PUBLIC, default=())
    sub_topics: tuple[str, ...] = sub_topics(Audience.PUBLIC)
    area: tuple[UnitId, ...] = about("Gebiet", "area", Audience.PUBLIC, default=(), refers="units")
    from_age: int | None = about(
        "ab Alter", "from age", Audience.PUBLIC, default=None, minimum=0, maximum=120
    )
    to_age: int | None = about("bis Alter", "to age", Audience.PUBLIC, default=None, minimum=0, maximum=120)
    languages: tuple[str, ...] = about("Sprachen", "languages", Audience.PUBLIC, default=())
    legal_basis: LegalBasis | None = about("Rechtsgrundlage", "legal basis", Audience.PUBLIC, default=None)
    access: str | None = about(
        "Zugangsweg",
        "way of access",
        Audience.PUBLIC,
        default=None,
        lines=True,
        help=Say(
            "Wie junge Menschen dorthin kommen, zum Beispiel offene Sprechstunde, Termin oder Antrag.",
            "How young people get there, for instance open hours, an appointment or an application.",
        ),
    )
    period: Period = about("Zeitraum", "period", Audience.PUBLIC, default=ALWAYS)
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("to_age", self.from_age, self.to_age)


@entity(
    "Ansprechperson",
    "contact person",
    Audience.INTERNAL,
    plural=Say("Ansprechpersonen", "contact persons"),
    collection="contact_persons",
)
class ContactPerson:
    """A function at a partner that one can turn to; the name is personal and apart (R-06).

    German: Ansprechperson.
    """

    id: ContactPersonId = about("Kennung", "identifier", Audience.INTERNAL)
    partner: PartnerId = about("Partner", "partner", Audience.INTERNAL, refers="partners")
    function: str = about("Funktion", "function", Audience.INTERNAL)
    transition_role: TransitionRole | None = about(
        "Rolle am Übergang Schule/Beruf", "role at the transition", Audience.INTERNAL, default=None
    )
    name: str | None = about("Name", "name", Audience.PERSONAL, default=None)
    reachable: str | None = about("erreichbar", "reachable", Audience.PERSONAL, default=None)
    period: Period = about("Zeitraum", "period", Audience.INTERNAL, default=ALWAYS)
    retain_until: date | None = about("aufbewahren bis", "retain until", Audience.INTERNAL, default=None)


@entity(
    "Gruppenangebot",
    "group offer",
    Audience.PUBLIC,
    plural=Say("Gruppenangebote", "group offers"),
    collection="group_offers",
)
class GroupOffer:
    """One run of a group that the service holds for several young people, with its counts (R-35).

    The next year or the next course is a run of its own; ``offer`` keeps the runs of one offer together.
    German: Gruppenangebot.
    """

    id: GroupOfferId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    offer: OfferId | None = about(
        "Durchgang von",
        "run of",
        Audience.PUBLIC,
        default=None,
        refers="offers",
        help=Say(
            "Das Angebot, von dem dies ein Jahr oder ein Kurs ist.",
            "The offer of which this is one year or one course.",
        ),
    )
    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.PUBLIC, default=())
    sub_topics: tuple[str, ...] = sub_topics(Audience.PUBLIC)
    needs: tuple[NeedId, ...] = about("Bedarfe", "needs", Audience.REPORT, default=(), refers="needs")
    partners: tuple[PartnerId, ...] = about(
        "Partner", "partners", Audience.PUBLIC, default=(), refers="partners"
    )
    meetings: int | None = about(
        "Termine", "meetings", Audience.REPORT, default=None, minimum=0, maximum=10000
    )
    people: int | None = about(
        "Teilnehmende",
        "participants",
        Audience.INTERNAL,
        default=None,
        minimum=0,
        maximum=100000,
        counts="participants",
    )
    period: Period = about("Zeitraum", "period", Audience.PUBLIC, default=ALWAYS)


@entity(
    "Abstimmung von Angeboten",
    "coordination of offers",
    Audience.REPORT,
    plural=Say("Abstimmungen von Angeboten", "coordinations of offers"),
    collection="coordinations",
)
class OfferCoordination:
    """That offers on one need were coordinated, by the service or by others (R-07).

    German: Abstimmung von Angeboten.
    """

    id: CoordinationId = about("Kennung", "identifier", Audience.REPORT)
    day: date = about("Tag", "day", Audience.REPORT)
    offers: tuple[OfferId, ...] = about("Angebote", "offers", Audience.REPORT, refers="offers")
    needs: tuple[NeedId, ...] = about("Bedarfe", "needs", Audience.REPORT, default=(), refers="needs")
    by_us: bool = about("durch den Dienst", "by the service", Audience.REPORT, default=True)
    result: str | None = about("Ergebnis", "result", Audience.REPORT, default=None, lines=True)

    def _broken(self) -> Iterator[Broken]:
        yield from twice("offers", self.offers)


@entity(
    "Ressource", "resource", Audience.REPORT, plural=Say("Ressourcen", "resources"), collection="resources"
)
class Resource:
    """What a network or partner opens up, for cases or for structures (R-08). German: Ressource."""

    id: ResourceId = about("Kennung", "identifier", Audience.REPORT)
    title: str = about("Ressource", "resource", Audience.REPORT)
    of: Ref = about("von", "of", Audience.REPORT, refers="networks partners")
    purposes: tuple[Purpose, ...] = about("Zweck", "purposes", Audience.REPORT, default=())
    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.REPORT, default=())
    sub_topics: tuple[str, ...] = sub_topics(Audience.REPORT)
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)


@entity(
    "Angabe zum Fehlen",
    "stated absence",
    Audience.REPORT,
    plural=Say("Angaben zum Fehlen", "stated absences"),
    collection="absences",
)
class KindAbsence:
    """Why there is no partner or committee of a kind here (R-13, R-14). German: begründetes Fehlen."""

    id: AbsenceId = about("Kennung", "identifier", Audience.REPORT)
    partner_kind: PartnerKind | None = about("Partnerart", "partner kind", Audience.REPORT, default=None)
    committee_kind: CommitteeKind | None = about(
        "Gremienart", "committee kind", Audience.REPORT, default=None
    )
    reason: str = about("Begründung", "reason", Audience.REPORT)
    stated_on: date | None = about("festgestellt am", "stated on", Audience.REPORT, default=None)
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)

    def _broken(self) -> Iterator[Broken]:
        yield from exactly_one(partner_kind=self.partner_kind, committee_kind=self.committee_kind)
