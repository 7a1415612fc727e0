"""What a workspace shows of a day and of a year, and what it tells of a day in words."""

from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.entities import (
    AccessBarrier,
    AdministrativeUnit,
    BarrierStatus,
    CasePlan,
    ConceptStep,
    Consent,
    Contact,
    ContactStanding,
    GapProgress,
    GoalProgress,
    IntegrationConcept,
    NetworkGoal,
    OfferGap,
    OpeningProcess,
    OpeningStep,
    PartnerContribution,
    PhaseStep,
    PlanGoal,
    PlanProgress,
    Population,
    SpaceEvent,
    YearFigure,
)
from jmdmodel.errors import ModelError
from jmdmodel.period import Period
from jmdmodel.testing.builders import minimal, network_map, partner
from jmdmodel.vocabulary import (
    BarrierKind,
    BarrierState,
    ConceptStage,
    ConsentState,
    ContactState,
    FigureKind,
    GapStatus,
    GoalStatus,
    OpeningStage,
    PlanPhase,
    Topic,
    UnitLevel,
)

NEW_YEAR, LAST_DAY = date(2025, 1, 1), date(2025, 12, 31)
BEFORE, AFTER = date(2024, 12, 31), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("day", "shown"), [(BEFORE, False), (NEW_YEAR, True), (LAST_DAY, True), (AFTER, False)]
)
def test_a_year_holds_what_happened_from_its_first_to_its_last_day(day: date, shown: bool) -> None:
    year = minimal(SpaceEvent(id="a", title="A", day=day)).in_year(2025)
    assert bool(year.events) is shown


def test_a_year_holds_what_went_on_over_the_turn_of_the_year() -> None:
    feast = SpaceEvent(id="a", title="A", day=BEFORE, until=NEW_YEAR)
    assert [bool(minimal(feast).in_year(year).events) for year in (2023, 2024, 2025, 2026)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("period", "years"),
    [
        (Period(since=LAST_DAY), (2025, 2026)),
        (Period(until=NEW_YEAR), (2024, 2025)),
        (Period(since=AFTER), (2026,)),
        (Period(until=BEFORE), (2024,)),
        (Period(), (2024, 2025, 2026)),
    ],
)
def test_a_year_holds_what_lasted_on_one_of_its_days(period: Period, years: tuple[int, ...]) -> None:
    workspace = minimal(partner("a", period=period))
    assert tuple(year for year in (2024, 2025, 2026) if workspace.in_year(year).partners) == years


def test_a_year_holds_its_own_map_and_figures_and_no_other() -> None:
    figures = [YearFigure(id=f"f-{y}", year=y, kind=FigureKind.COUNSELLED, count=y) for y in (2024, 2025)]
    year = minimal(network_map(2024), network_map(2025), *figures).in_year(2025)
    assert (year.maps.ids(), year.figures.ids()) == (("2025",), ("f-2025",))


def test_what_a_year_does_not_show_is_still_known() -> None:
    year = minimal(partner("a", period=Period(until=BEFORE))).in_year(2025)
    assert (len(year.partners), year.partners["a"].id) == (0, "a")


@pytest.mark.parametrize("year", [0, 10000, True, "2025", 2025.0])
def test_a_year_that_is_none_is_refused(year: object) -> None:
    with pytest.raises(ModelError):
        minimal().in_year(year)  # type: ignore[arg-type]


def test_a_contact_of_which_nothing_is_told_is_active() -> None:
    assert Contact(id="a", partner="a").state_on(NEW_YEAR) is ContactState.ACTIVE


def test_a_state_holds_from_its_day_until_the_next_one() -> None:
    standings = (
        ContactStanding(day=AFTER, state=ContactState.REFUSED),
        ContactStanding(state=ContactState.NONE_YET),
        ContactStanding(day=NEW_YEAR, state=ContactState.ACTIVE),
    )
    contact = Contact(id="a", partner="a", states=standings)
    told = [contact.state_on(day) for day in (date.min, BEFORE, NEW_YEAR, LAST_DAY, AFTER, date.max)]
    assert [state.code for state in told] == [
        "none-yet",
        "none-yet",
        "active",
        "active",
        "refused",
        "refused",
    ]


def test_judgements_of_each_kind_hold_from_their_day_on() -> None:
    goal = NetworkGoal(text="T", progress=(GoalProgress(day=NEW_YEAR, status=GoalStatus.REACHED),))
    aim = PlanGoal(
        topic=Topic.SCHOOL, text="T", progress=(PlanProgress(day=NEW_YEAR, status=GoalStatus.REACHED),)
    )
    gap = OfferGap(
        id="a", title="T", found_on=BEFORE, progress=(GapProgress(day=NEW_YEAR, status=GapStatus.CLOSED),)
    )
    concept = IntegrationConcept(
        id="a", name="N", stages=(ConceptStep(day=NEW_YEAR, stage=ConceptStage.ADOPTED),)
    )
    opening = OpeningProcess(
        id="a", partner="a", stages=(OpeningStep(day=NEW_YEAR, stage=OpeningStage.PLANNING),)
    )
    barrier = AccessBarrier(
        id="a",
        title="T",
        kind=BarrierKind.COST,
        statuses=(BarrierStatus(day=NEW_YEAR, state=BarrierState.REMOVED),),
    )
    case = CasePlan(id="a", phases=(PhaseStep(day=NEW_YEAR, phase=PlanPhase.CLOSED),))
    unit = AdministrativeUnit(
        id="a", name="A", level=UnitLevel.QUARTER, populations=(Population(day=NEW_YEAR, count=7),)
    )
    ask = (
        goal.status_on,
        aim.status_on,
        gap.status_on,
        concept.stage_on,
        opening.stage_on,
        barrier.state_on,
        case.phase_on,
        unit.population_on,
    )
    before = [question(BEFORE) for question in ask]
    assert before == [GoalStatus.OPEN, GoalStatus.OPEN, GapStatus.OPEN, None, None, None, None, None]
    after = [question(NEW_YEAR) for question in ask]
    assert after[:7] == [
        GoalStatus.REACHED,
        GoalStatus.REACHED,
        GapStatus.CLOSED,
        ConceptStage.ADOPTED,
        OpeningStage.PLANNING,
        BarrierState.REMOVED,
        PlanPhase.CLOSED,
    ]
    assert unit.populations == (after[7],)


def test_a_consent_that_is_withdrawn_held_until_then() -> None:
    given = Consent(state=ConsentState.YES, day=NEW_YEAR)
    withdrawn = Consent(state=ConsentState.WITHDRAWN, day=LAST_DAY)
    part = PartnerContribution(partner="a", consents=(withdrawn, given))
    told = [part.consent_on(day).code for day in (BEFORE, NEW_YEAR, date(2025, 12, 30), LAST_DAY)]
    assert told == ["unknown", "yes", "yes", "withdrawn"]


def test_a_case_lasts_from_the_first_to_the_last_day_of_its_quarters() -> None:
    case = CasePlan(id="a", began="2023-Q4", ended="2024-Q1")
    assert case.period == Period(since=date(2023, 10, 1), until=date(2024, 3, 31))
    assert CasePlan(id="a", began="2024-Q4", ended="2024-Q4").period.until == date(2024, 12, 31)
    assert CasePlan(id="a").period == Period()


def test_a_gap_lasts_until_it_is_closed_and_again_when_it_opens_again() -> None:
    closed = GapProgress(day=LAST_DAY, status=GapStatus.CLOSED)
    gap = OfferGap(id="a", title="T", found_on=BEFORE, progress=(closed,))
    assert gap.period == Period(since=BEFORE, until=LAST_DAY)
    again = OfferGap(
        id="a",
        title="T",
        found_on=BEFORE,
        progress=(GapProgress(day=AFTER, status=GapStatus.OPEN), closed),
    )
    assert again.period == Period(since=BEFORE)
