"""Gaps in the range of offers, and the integration concepts of municipalities and the Land."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import backwards, last_until, twice
from jmdmodel.entities._words import sub_topics
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import ConceptId, GapId, NeedId, OfferId, Ref, UnitId
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import ConceptStage, GapStatus, Topic


@entity("Ansprechen einer Lücke", "raising of a gap", Audience.REPORT)
class GapRaised:
    """That a gap was raised, in which committee or network, on which day (R-16).

    German: Ansprechen der Lücke.
    """

    day: date = about("Tag", "day", Audience.REPORT)
    body: Ref = about("Runde", "body", Audience.REPORT, refers="committees networks")


@entity("Stand einer Lücke", "status of a gap", Audience.REPORT)
class GapProgress:
    """What had become of a gap by a day (R-16). German: Stand der Lücke."""

    day: date = about("Tag", "day", Audience.REPORT)
    status: GapStatus = about("Stand", "status", Audience.REPORT)
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)


@entity(
    "Angebotslücke",
    "gap in the offers",
    Audience.REPORT,
    plural=Say("Angebotslücken", "gaps in the offers"),
    collection="gaps",
)
class OfferGap:
    """A gap in the range of offers: found, raised where, what became of it (R-16). German: Angebotslücke.

    Several offers together may close it. One that is partly closed stands on, with the offers that are there.
    """

    id: GapId = about("Kennung", "identifier", Audience.REPORT)
    title: str = about("Lücke", "gap", Audience.REPORT)
    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.REPORT, default=())
    needs: tuple[NeedId, ...] = about("Bedarfe", "needs", Audience.REPORT, default=(), refers="needs")
    area: tuple[UnitId, ...] = about("Gebiet", "area", Audience.REPORT, default=(), refers="units")
    found_on: date = about("festgestellt am", "found on", Audience.REPORT)
    sub_topics: tuple[str, ...] = sub_topics(Audience.REPORT)
    raised: tuple[GapRaised, ...] = about("angesprochen", "raised", Audience.REPORT, default=())
    due: date | None = about("zu schließen bis", "due", Audience.REPORT, default=None)
    progress: tuple[GapProgress, ...] = about("Stand", "progress", Audience.REPORT, default=())
    offers: tuple[OfferId, ...] = about(
        "entstandene Angebote", "resulting offers", Audience.REPORT, default=(), refers="offers"
    )

    @property
    def period(self) -> Period:
        """The time of the gap: from the day it was found until it was closed or given up."""
        last = max(self.progress, key=lambda said: said.day, default=None)
        over = last is not None and last.status in (GapStatus.CLOSED, GapStatus.REJECTED)
        return Period(since=self.found_on, until=last.day if last is not None and over else None)

    def status_on(self, day: date) -> GapStatus:
        """Give what had become of the gap until a day; open where nothing was said before."""
        said = last_until(self.progress, day)
        return said.status if said is not None else GapStatus.OPEN

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("due", self.found_on, self.due)
        yield from twice("progress", [said.day for said in self.progress])
        yield from twice("offers", self.offers)


@entity("Stand eines Integrationskonzepts", "stage of an integration concept", Audience.PUBLIC)
class ConceptStep:
    """From which day on a concept was at a stage (R-17). German: Stand des Konzepts."""

    day: date = about("Tag", "day", Audience.PUBLIC)
    stage: ConceptStage = about("Stand", "stage", Audience.PUBLIC)


@entity(
    "Integrationskonzept",
    "integration concept",
    Audience.PUBLIC,
    plural=Say("Integrationskonzepte", "integration concepts"),
    collection="concepts",
)
class IntegrationConcept:
    """A concept of a municipality or of the Land, drafted with the service or without (R-17).

    German: Integrationskonzept. ``with_us`` is left out where nobody knows yet.
    """

    id: ConceptId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    unit: UnitId | None = about("gilt für", "unit", Audience.PUBLIC, default=None, refers="units")
    stages: tuple[ConceptStep, ...] = about("Verlauf", "stages", Audience.PUBLIC, default=())
    with_us: bool | None = about(
        "mit dem Dienst erarbeitet", "drafted with the service", Audience.REPORT, default=None
    )
    part: str | None = about(
        "Beitrag des Dienstes", "part of the service", Audience.REPORT, default=None, lines=True
    )
    period: Period = about("gilt", "period", Audience.PUBLIC, default=ALWAYS)

    def stage_on(self, day: date) -> ConceptStage | None:
        """Give how far the concept was on a day."""
        reached = last_until(self.stages, day)
        return reached.stage if reached is not None else None

    def _broken(self) -> Iterator[Broken]:
        yield from twice("stages", [step.day for step in self.stages])
