"""What young people need, how they live, and how they take part in looking at the social space."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jmdmodel.entities._sense import twice
from jmdmodel.entities._words import sub_method, sub_topics
from jmdmodel.entities.geography import Position
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import (
    AnalysisId,
    NeedId,
    NetworkId,
    ObservationId,
    ParticipationId,
    PlaceId,
    StaffId,
    UnitId,
)
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import AnalysisMethod, EvidenceKind, PlaceKind, SubjectArea, Topic, Voice


@entity("Ort", "place", Audience.PUBLIC, plural=Say("Orte", "places"), collection="places")
class Place:
    """A place in the social space that matters to young people (R-01). German: Ort.

    A place that young people avoid belongs here as much as one where they meet.
    """

    id: PlaceId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    kind: PlaceKind = about("Art", "kind", Audience.PUBLIC)
    unit: UnitId | None = about("liegt in", "lies in", Audience.PUBLIC, default=None, refers="units")
    address: str | None = about("Anschrift", "address", Audience.PUBLIC, default=None)
    position: Position | None = about("Lage", "position", Audience.PUBLIC, default=None)
    period: Period = about("Zeitraum", "period", Audience.PUBLIC, default=ALWAYS)
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)


@entity("Indikator", "indicator", Audience.PUBLIC, plural=Say("Indikatoren", "indicators"))
class Indicator:
    """A figure on the social structure with unit, area, day and source (R-03). German: Indikator.

    Indicators of the same name and area over the years form a series.
    """

    name: str = about("Name", "name", Audience.PUBLIC)
    subject: SubjectArea = about("Themenbereich", "subject area", Audience.PUBLIC)
    value: Fraction = about("Wert", "value", Audience.PUBLIC, minimum=0)
    measured_in: str = about("Einheit", "unit of measure", Audience.PUBLIC)
    area: UnitId | None = about("Gebiet", "area", Audience.PUBLIC, default=None, refers="units")
    day: date | None = about("Stichtag", "day", Audience.PUBLIC, default=None)
    source: str | None = about("Quelle", "source", Audience.PUBLIC, default=None)


@entity(
    "Sozialstrukturanalyse",
    "analysis of the social structure",
    Audience.PUBLIC,
    plural=Say("Sozialstrukturanalysen", "analyses of the social structure"),
    collection="analyses",
)
class SocialStructureAnalysis:
    """A dated analysis that the service defines its social space by (R-03).

    German: Analyse der Sozialstruktur.
    """

    id: AnalysisId = about("Kennung", "identifier", Audience.PUBLIC)
    day: date = about("Tag", "day", Audience.PUBLIC)
    methods: tuple[AnalysisMethod, ...] = about("Methoden", "methods", Audience.PUBLIC, default=())
    sub_methods: tuple[str, ...] = about(
        "eigene Methoden",
        "own methods",
        Audience.PUBLIC,
        default=(),
        terms="analysis_methods",
        below="methods",
    )
    assessor: StaffId | None = about("erstellt von", "made by", Audience.REPORT, default=None, refers="staff")
    summary: str | None = about("Ergebnis", "summary", Audience.PUBLIC, default=None, lines=True)
    indicators: tuple[Indicator, ...] = about("Indikatoren", "indicators", Audience.PUBLIC, default=())


@entity("Beleg", "evidence", Audience.INTERNAL, plural=Say("Belege", "evidence"))
class Evidence:
    """What a statement rests on; in words it is for those responsible alone (R-04). German: Beleg."""

    kind: EvidenceKind = about("Art", "kind", Audience.INTERNAL)
    day: date | None = about("Tag", "day", Audience.INTERNAL, default=None)
    text: str | None = about("Inhalt", "text", Audience.SOCIAL, default=None, lines=True)


@entity("Bedarf", "need", Audience.REPORT, plural=Say("Bedarfe", "needs"), collection="needs")
class Need:
    """A need of young people: who voiced it, who established it, on what evidence (R-04). German: Bedarf."""

    id: NeedId = about("Kennung", "identifier", Audience.REPORT)
    title: str = about("Bedarf", "need", Audience.REPORT)
    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.REPORT, default=())
    sub_topics: tuple[str, ...] = sub_topics(Audience.REPORT)
    voiced_by: tuple[Voice, ...] = about("geäußert von", "voiced by", Audience.REPORT, default=())
    established_by: tuple[Voice, ...] = about(
        "festgestellt von", "established by", Audience.REPORT, default=()
    )
    established_on: date | None = about("festgestellt am", "established on", Audience.REPORT, default=None)
    area: tuple[UnitId, ...] = about("Gebiet", "area", Audience.REPORT, default=(), refers="units")
    evidence: tuple[Evidence, ...] = about("Belege", "evidence", Audience.INTERNAL, default=())
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)


@entity(
    "Beobachtung zum Lebensumfeld",
    "observation of the living environment",
    Audience.REPORT,
    plural=Say("Beobachtungen zum Lebensumfeld", "observations of the living environment"),
    collection="observations",
)
class LivingEnvironmentObservation:
    """What was seen of the everyday surroundings of young people, and how (R-04). German: Lebensumfeld."""

    id: ObservationId = about("Kennung", "identifier", Audience.REPORT)
    day: date = about("Tag", "day", Audience.REPORT)
    method: AnalysisMethod | None = about("Methode", "method", Audience.REPORT, default=None)
    sub_method: str | None = sub_method(Audience.REPORT)
    place: PlaceId | None = about("Ort", "place", Audience.REPORT, default=None, refers="places")
    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.REPORT, default=())
    sub_topics: tuple[str, ...] = sub_topics(Audience.REPORT)
    text: str = about("Beobachtung", "observation", Audience.REPORT, lines=True)
    evidence: tuple[Evidence, ...] = about("Belege", "evidence", Audience.INTERNAL, default=())


@entity(
    "Beteiligung junger Menschen",
    "participation of young people",
    Audience.REPORT,
    plural=Say("Beteiligungen junger Menschen", "participations of young people"),
    collection="participations",
)
class YouthParticipation:
    """How young people took part, what they said, and what followed from it (R-05). German: Beteiligung.

    What they said is paraphrased: in a small group a quotation tells who spoke.
    """

    id: ParticipationId = about("Kennung", "identifier", Audience.REPORT)
    day: date = about("Tag", "day", Audience.REPORT)
    method: AnalysisMethod = about("Methode", "method", Audience.REPORT)
    sub_method: str | None = sub_method(Audience.REPORT)
    people: int | None = about(
        "Zahl der Beteiligten",
        "number of people",
        Audience.INTERNAL,
        default=None,
        minimum=0,
        maximum=100000,
        counts="young-people",
    )
    said: str | None = about("Anliegen", "what they said", Audience.REPORT, default=None, lines=True)
    consequence: str | None = about("Folgen", "what followed", Audience.REPORT, default=None, lines=True)
    needs: tuple[NeedId, ...] = about("Bedarfe", "needs", Audience.REPORT, default=(), refers="needs")
    place: PlaceId | None = about("Ort", "place", Audience.REPORT, default=None, refers="places")
    networks: tuple[NetworkId, ...] = about(
        "gemeinsam mit", "together with", Audience.REPORT, default=(), refers="networks"
    )

    def _broken(self) -> Iterator[Broken]:
        yield from twice("needs", self.needs)
        yield from twice("networks", self.networks)
