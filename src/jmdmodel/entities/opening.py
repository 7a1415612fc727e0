"""Intercultural opening of partners: processes, barriers with their history, and measures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import backwards, last_until, twice
from jmdmodel.entities.need import Evidence
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import BarrierId, MeasureId, OpeningId, PartnerId, PublicationId, Ref, StaffId
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import (
    BarrierAim,
    BarrierKind,
    BarrierState,
    MeasureKind,
    MeasureState,
    OpeningStage,
    Severity,
)


@entity("Stand der Öffnung", "stage of opening", Audience.INTERNAL)
class OpeningStep:
    """One dated judgement of how far a partner is with its opening (R-09). German: Stand der Öffnung."""

    day: date = about("Tag", "day", Audience.INTERNAL)
    stage: OpeningStage = about("Stand", "stage", Audience.INTERNAL)
    assessor: StaffId | None = about(
        "eingeschätzt von", "assessor", Audience.INTERNAL, default=None, refers="staff"
    )
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)


@entity(
    "Öffnungsprozess",
    "opening process",
    Audience.INTERNAL,
    plural=Say("Öffnungsprozesse", "opening processes"),
    collection="openings",
)
class OpeningProcess:
    """The intercultural opening of one partner over time (R-09). German: interkultureller Öffnungsprozess."""

    id: OpeningId = about("Kennung", "identifier", Audience.INTERNAL)
    partner: PartnerId = about("Partner", "partner", Audience.INTERNAL, refers="partners")
    stages: tuple[OpeningStep, ...] = about("Verlauf", "stages", Audience.INTERNAL, default=())
    period: Period = about("Zeitraum", "period", Audience.INTERNAL, default=ALWAYS)

    def stage_on(self, day: date) -> OpeningStage | None:
        """Give the stage that held on a day; ``None`` where nothing was judged before."""
        judged = last_until(self.stages, day)
        return judged.stage if judged is not None else None

    def _broken(self) -> Iterator[Broken]:
        yield from twice("stages", [step.day for step in self.stages])


@entity("Stand einer Barriere", "status of a barrier", Audience.INTERNAL)
class BarrierStatus:
    """One dated statement of what became of a barrier, with its evidence (R-10).

    German: Stand der Barriere.
    """

    day: date = about("Tag", "day", Audience.INTERNAL)
    state: BarrierState = about("Stand", "state", Audience.INTERNAL)
    assessor: StaffId | None = about(
        "eingeschätzt von", "assessor", Audience.INTERNAL, default=None, refers="staff"
    )
    evidence: tuple[Evidence, ...] = about("Belege", "evidence", Audience.INTERNAL, default=())


@entity(
    "Zugangsbarriere",
    "access barrier",
    Audience.INTERNAL,
    plural=Say("Zugangsbarrieren", "access barriers"),
    collection="barriers",
)
class AccessBarrier:
    """What keeps young people from using a partner, an offer or the social space (R-10).

    German: Zugangsbarriere.
    """

    id: BarrierId = about("Kennung", "identifier", Audience.INTERNAL)
    title: str = about("Barriere", "barrier", Audience.INTERNAL)
    kind: BarrierKind = about("Art", "kind", Audience.INTERNAL)
    sub_kind: str | None = about(
        "Unterart", "sub-kind", Audience.INTERNAL, default=None, terms="barrier_kinds"
    )
    at: Ref | None = about(
        "besteht bei",
        "stands at",
        Audience.INTERNAL,
        default=None,
        refers="partners offers places",
        help=Say(
            "Fehlt die Angabe, gilt sie für den Sozialraum.", "Left out for the social space as a whole."
        ),
    )
    aim: BarrierAim | None = about("Ziel des Abbaus", "aim", Audience.INTERNAL, default=None)
    severity: Severity | None = about("Schwere", "severity", Audience.INTERNAL, default=None)
    statuses: tuple[BarrierStatus, ...] = about("Verlauf", "statuses", Audience.INTERNAL, default=())
    period: Period = about("Zeitraum", "period", Audience.INTERNAL, default=ALWAYS)
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    def state_on(self, day: date) -> BarrierState | None:
        """Give the state that held on a day; ``None`` where nothing was said before."""
        said = last_until(self.statuses, day)
        return said.state if said is not None else None

    def _broken(self) -> Iterator[Broken]:
        yield from twice("statuses", [status.day for status in self.statuses])


@entity(
    "Maßnahme zur Öffnung",
    "opening measure",
    Audience.REPORT,
    plural=Say("Maßnahmen zur Öffnung", "opening measures"),
    collection="measures",
)
class OpeningMeasure:
    """What was done for the opening of partners, aimed at which barriers, with which result (R-22 … R-26).

    German: Maßnahme zur interkulturellen Öffnung.
    """

    id: MeasureId = about("Kennung", "identifier", Audience.REPORT)
    title: str = about("Titel", "title", Audience.REPORT)
    kind: MeasureKind = about("Art", "kind", Audience.REPORT)
    state: MeasureState = about("Stand", "state", Audience.REPORT, default=MeasureState.PLANNED)
    day: date | None = about("Tag", "day", Audience.REPORT, default=None)
    until: date | None = about("bis", "until", Audience.REPORT, default=None)
    partners: tuple[PartnerId, ...] = about(
        "Partner", "partners", Audience.REPORT, default=(), refers="partners"
    )
    barriers: tuple[BarrierId, ...] = about(
        "Barrieren", "barriers", Audience.INTERNAL, default=(), refers="barriers"
    )
    publication: PublicationId | None = about(
        "Veröffentlichung", "publication", Audience.REPORT, default=None, refers="publications"
    )
    people: int | None = about(
        "erreichte Personen",
        "people reached",
        Audience.INTERNAL,
        default=None,
        minimum=0,
        maximum=1000000,
        counts="people-reached",
    )
    result: str | None = about("Ergebnis", "result", Audience.REPORT, default=None, lines=True)
    evaluated_on: date | None = about("ausgewertet am", "evaluated on", Audience.REPORT, default=None)
    evaluation: str | None = about("Auswertung", "evaluation", Audience.INTERNAL, default=None, lines=True)

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("until", self.day, self.until)
