"""Networks: cooperation of several partners with goals, and how its relations are judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import twice
from jmdmodel.entities._words import sub_topics
from jmdmodel.entities.agreement import Agreement, NetworkGoal, Responsibility, Review
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import NetworkId, PartnerId, StaffId
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import (
    Formalisation,
    MemberRole,
    NetworkOrigin,
    ParticipationForm,
    PoliticalInfluence,
    SpatialExtent,
    Topic,
)


@entity("Mitgliedschaft", "membership", Audience.REPORT, plural=Say("Mitgliedschaften", "memberships"))
class Membership:
    """A partner in a network with its role there and the time (R-12). German: Mitgliedschaft."""

    partner: PartnerId = about("Partner", "partner", Audience.REPORT, refers="partners")
    role: MemberRole = about("Rolle", "role", Audience.REPORT, default=MemberRole.MEMBER)
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)


@entity("Beteiligung", "participation", Audience.REPORT, plural=Say("Beteiligungen", "participations"))
class Participation:
    """How the service takes part in a network in one year, with the reason (R-12). German: Beteiligung."""

    year: int = about("Jahr", "year", Audience.REPORT, minimum=1900, maximum=2199)
    form: ParticipationForm = about("Form", "form", Audience.REPORT)
    reason: str | None = about("Begründung", "reason", Audience.REPORT, default=None)


@entity(
    "Netzwerkanalyse",
    "network assessment",
    Audience.REPORT,
    plural=Say("Netzwerkanalysen", "network assessments"),
)
class NetworkAssessment:
    """A dated judgement of a network by the four attributes of the concept (R-27).

    German: Analyse der Netzwerkbeziehungen. An attribute that is left out was not assessed on that day.
    """

    day: date = about("Tag", "day", Audience.REPORT)
    formalisation: Formalisation | None = about(
        "Formalisierungsgrad", "degree of formalisation", Audience.REPORT, default=None
    )
    spatial_extent: SpatialExtent | None = about(
        "räumliche Ausdehnung", "spatial extent", Audience.REPORT, default=None
    )
    themes: tuple[Topic, ...] = about("thematischer Bezug", "thematic reference", Audience.REPORT, default=())
    sub_themes: tuple[str, ...] = sub_topics(Audience.REPORT, below="themes")
    political_influence: PoliticalInfluence | None = about(
        "mögliche politische Einflussnahme",
        "possible political influence",
        Audience.REPORT,
        default=None,
    )
    assessor: StaffId | None = about(
        "eingeschätzt von", "assessor", Audience.REPORT, default=None, refers="staff"
    )
    reason: str | None = about("Begründung", "reason", Audience.INTERNAL, default=None, lines=True)


@entity("Netzwerk", "network", Audience.PUBLIC, plural=Say("Netzwerke", "networks"), collection="networks")
class Network:
    """A cooperation of several partners that the service joined or brought together (R-12, R-27).

    German: Netzwerk. A network may state more members than it names; both are kept.
    """

    id: NetworkId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    origin: NetworkOrigin | None = about("Entstehung", "origin", Audience.PUBLIC, default=None)
    statutory_basis: str | None = about(
        "gesetzliche Grundlage", "statutory basis", Audience.PUBLIC, default=None
    )
    aim: str | None = about("Zweck", "aim", Audience.PUBLIC, default=None, lines=True)
    period: Period = about("Zeitraum", "period", Audience.PUBLIC, default=ALWAYS)
    members: tuple[Membership, ...] = about("Mitglieder", "members", Audience.REPORT, default=())
    members_stated: int | None = about(
        "angegebene Zahl der Mitglieder",
        "stated number of members",
        Audience.REPORT,
        default=None,
        minimum=0,
        maximum=100000,
    )
    participation: tuple[Participation, ...] = about(
        "Beteiligung des Dienstes", "participation of the service", Audience.REPORT, default=()
    )
    assessments: tuple[NetworkAssessment, ...] = about("Analysen", "assessments", Audience.REPORT, default=())
    goals: tuple[NetworkGoal, ...] = about("gemeinsame Ziele", "common goals", Audience.REPORT, default=())
    responsibilities: tuple[Responsibility, ...] = about(
        "Verantwortlichkeiten", "responsibilities", Audience.REPORT, default=()
    )
    agreements: tuple[Agreement, ...] = about("Absprachen", "agreements", Audience.REPORT, default=())
    reviews: tuple[Review, ...] = about("Überprüfungen", "reviews", Audience.REPORT, default=())
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    def members_on(self, day: date) -> tuple[Membership, ...]:
        """Give the members on a day, in the order of the file."""
        return tuple(member for member in self.members if member.period.holds_on(day))

    def participation_in(self, year: int) -> Participation | None:
        """Give the form in which the service took part in a year; ``None`` where nothing is said."""
        return next((part for part in self.participation if part.year == year), None)

    def assessment_until(self, day: date) -> NetworkAssessment | None:
        """Give the latest assessment dated not after a day."""
        return max((a for a in self.assessments if a.day <= day), key=lambda a: a.day, default=None)

    def _broken(self) -> Iterator[Broken]:
        yield from twice("participation", [part.year for part in self.participation])
        yield from twice("assessments", [assessment.day for assessment in self.assessments])
        yield from twice("reviews", [review.day for review in self.reviews])
