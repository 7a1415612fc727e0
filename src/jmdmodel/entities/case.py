"""Case plans under a pseudonym: goals, steps, and what partners contribute. There is no field for a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jmdmodel.entities._sense import backwards, exactly_one, last_until, twice
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import CaseId, PartnerId, PersonId, StaffId
from jmdmodel.messages import Say
from jmdmodel.period import Period, add_months
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import (
    AgeBand,
    CaseCategory,
    ConsentState,
    ContributionStage,
    GoalStatus,
    PlanPhase,
    Topic,
)

_QUARTER = r"(?:19|20|21)[0-9]{2}-Q[1-4]"
_A_QUARTER = Say("Jahr und Quartal, zum Beispiel 2025-Q1.", "Year and quarter, for instance 2025-Q1.")


@entity("Einwilligung", "consent", Audience.SOCIAL)
class Consent:
    """From which day on the young person agrees, or not, that a partner is addressed (R-20, R-21).

    A consent that is withdrawn is told as one more, so that the day it was given stays. German: Einwilligung.
    """

    state: ConsentState = about("Stand", "state", Audience.SOCIAL)
    day: date | None = about("Tag", "day", Audience.SOCIAL, default=None)
    because: str | None = about(
        "nicht erforderlich, weil", "not needed because", Audience.SOCIAL, default=None
    )


@entity("Stand eines Beitrags", "stage of a contribution", Audience.SOCIAL)
class ContributionStep:
    """One dated stage of a contribution (R-21). German: Stand des Beitrags."""

    day: date = about("Tag", "day", Audience.SOCIAL)
    stage: ContributionStage = about("Stand", "stage", Audience.SOCIAL)
    note: str | None = about("Notiz", "note", Audience.SOCIAL, default=None, lines=True)


@entity("Beitrag eines Partners", "contribution of a partner", Audience.SOCIAL)
class PartnerContribution:
    """What a partner or key person contributes to a step, its stages and the consent (R-21). German: Beitrag.

    Somebody who matters in this case only is told by ``role_word`` alone, without a name.
    """

    partner: PartnerId | None = about("Partner", "partner", Audience.SOCIAL, default=None, refers="partners")
    person: PersonId | None = about(
        "Schlüsselperson", "key person", Audience.SOCIAL, default=None, refers="people"
    )
    role_word: str | None = about("Rolle in diesem Fall", "role in this case", Audience.SOCIAL, default=None)
    consents: tuple[Consent, ...] = about("Einwilligung", "consents", Audience.SOCIAL, default=())
    stages: tuple[ContributionStep, ...] = about("Verlauf", "stages", Audience.SOCIAL, default=())

    def consent_on(self, day: date) -> ConsentState:
        """Give whether there was consent on a day; not clear where nothing was told before."""
        told = last_until(self.consents, day)
        return told.state if told is not None else ConsentState.UNKNOWN

    def stage_on(self, day: date) -> ContributionStage | None:
        """Give the stage that held on a day."""
        reached = last_until(self.stages, day)
        return reached.stage if reached is not None else None

    def _broken(self) -> Iterator[Broken]:
        yield from twice("consents", [told.day for told in self.consents])
        yield from exactly_one(partner=self.partner, person=self.person, role_word=self.role_word)


@entity("Schritt", "step", Audience.SOCIAL, plural=Say("Schritte", "steps"))
class PlanStep:
    """An agreed action: what, until when, with whose contribution (R-21). German: Schritt."""

    text: str = about("Schritt", "step", Audience.SOCIAL)
    due: date | None = about("bis", "due", Audience.SOCIAL, default=None)
    done_on: date | None = about("erledigt am", "done on", Audience.SOCIAL, default=None)
    by_the_young_person: bool = about(
        "durch den jungen Menschen selbst", "by the young person", Audience.SOCIAL, default=False
    )
    contributions: tuple[PartnerContribution, ...] = about(
        "Beiträge", "contributions", Audience.SOCIAL, default=()
    )


@entity("Stand des Ziels im Förderplan", "status of a goal of the plan", Audience.SOCIAL)
class PlanProgress:
    """How far a goal of a plan is, as judged on a day (R-21). German: Stand des Ziels."""

    day: date = about("Tag", "day", Audience.SOCIAL)
    status: GoalStatus = about("Stand", "status", Audience.SOCIAL)
    note: str | None = about("Notiz", "note", Audience.SOCIAL, default=None, lines=True)


@entity("Ziel des Förderplans", "goal of the plan", Audience.SOCIAL, plural=Say("Ziele", "goals"))
class PlanGoal:
    """An aim that was agreed with the young person (R-20, R-21). German: Ziel."""

    topic: Topic = about("Thema", "topic", Audience.SOCIAL)
    sub_topic: str | None = about(
        "eigenes Thema", "own topic", Audience.SOCIAL, default=None, terms="topics", below="topic"
    )
    text: str = about("Ziel", "goal", Audience.SOCIAL)
    due: date | None = about("bis", "due", Audience.SOCIAL, default=None)
    progress: tuple[PlanProgress, ...] = about("Stand", "progress", Audience.SOCIAL, default=())
    without_partner_because: str | None = about(
        "ohne Partner, weil", "without a partner because", Audience.SOCIAL, default=None
    )
    steps: tuple[PlanStep, ...] = about("Schritte", "steps", Audience.SOCIAL, default=())

    def status_on(self, day: date) -> GoalStatus:
        """Give how far the goal was on a day; open where nothing was judged before."""
        judged = last_until(self.progress, day)
        return judged.status if judged is not None else GoalStatus.OPEN

    def _broken(self) -> Iterator[Broken]:
        yield from twice("progress", [judged.day for judged in self.progress])


@entity("Phase des Förderplans", "phase of the plan", Audience.SOCIAL)
class PhaseStep:
    """From which day on a plan was in a phase (R-21). German: Phase."""

    day: date = about("Tag", "day", Audience.SOCIAL)
    phase: PlanPhase = about("Phase", "phase", Audience.SOCIAL)


@entity(
    "Integrationsförderplan",
    "case plan",
    Audience.SOCIAL,
    plural=Say("Integrationsförderpläne", "case plans"),
    collection="cases",
)
class CasePlan:
    """The plan of one case under a pseudonym (R-20, R-21). German: individueller Integrationsförderplan.

    Pseudonyms are personal data still: cases live in a file of their own and never leave by a report.
    A plan begins and ends in a quarter, not on a day: exact days would tell who it is.
    ``retain_until`` is the day after which the plan has to be erased.
    """

    id: CaseId = about("Pseudonym", "pseudonym", Audience.SOCIAL)
    age_band: AgeBand | None = about("Altersgruppe", "age band", Audience.SOCIAL, default=None)
    phases: tuple[PhaseStep, ...] = about("Verlauf", "phases", Audience.SOCIAL, default=())
    staff: StaffId | None = about(
        "Fallverantwortung", "responsible", Audience.SOCIAL, default=None, refers="staff"
    )
    category: CaseCategory = about(
        "Art der Begleitung", "category", Audience.SOCIAL, default=CaseCategory.CASE_MANAGEMENT
    )
    began: str | None = about(
        "begonnen im Quartal", "began in", Audience.SOCIAL, default=None, pattern=_QUARTER, help=_A_QUARTER
    )
    ended: str | None = about(
        "beendet im Quartal", "ended in", Audience.SOCIAL, default=None, pattern=_QUARTER, help=_A_QUARTER
    )
    reviewed_on: tuple[date, ...] = about("überprüft am", "reviewed on", Audience.SOCIAL, default=())
    retain_until: date | None = about("aufbewahren bis", "retain until", Audience.SOCIAL, default=None)
    goals: tuple[PlanGoal, ...] = about("Ziele", "goals", Audience.SOCIAL, default=())

    @property
    def period(self) -> Period:
        """The time of the plan, from the first day of the one quarter to the last day of the other."""
        return Period(
            since=_first_day(self.began) if self.began else None,
            until=add_months(_first_day(self.ended), 3) - timedelta(days=1) if self.ended else None,
        )

    def phase_on(self, day: date) -> PlanPhase | None:
        """Give the phase that the plan was in on a day."""
        entered = last_until(self.phases, day)
        return entered.phase if entered is not None else None

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("ended", self.began, self.ended)
        yield from twice("phases", [step.day for step in self.phases])
        yield from twice("reviewed_on", self.reviewed_on)


def _first_day(quarter: str) -> date:
    return date(int(quarter[:4]), 3 * int(quarter[-1]) - 2, 1)
