"""Boundaries of the rules on intercultural opening: services, barriers, measures and processes."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from jmdmodel.entities.need import Evidence
from jmdmodel.entities.opening import (
    AccessBarrier,
    BarrierStatus,
    OpeningMeasure,
    OpeningProcess,
    OpeningStep,
)
from jmdmodel.entities.partner import Offer
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.quality import Settings, check
from jmdmodel.scales import Importance
from jmdmodel.vocabulary import (
    BarrierKind,
    BarrierState,
    EvidenceKind,
    MeasureFamily,
    MeasureKind,
    MeasureState,
    OpeningStage,
    PartnerKind,
)
from jmdmodel.workspace import Workspace
from tests.unit.quality._build import ON, SERVICE, ask, contact, partner, rating, shuffled, value, workspace

JOBCENTER = partner("jobcenter", kind=PartnerKind.SGB2_BODY, relevance=Importance.INDISPENSABLE)
EVIDENCE = (Evidence(kind=EvidenceKind.TEST, text="Drei Versuche."),)


def barrier(*said: tuple[date, BarrierState], identifier: str = "briefe", **others: Any) -> AccessBarrier:
    others.setdefault("at", Ref("partners", "jobcenter"))
    statuses = tuple(BarrierStatus(day=day, state=state) for day, state in said)
    return AccessBarrier(
        id=identifier, title=identifier.title(), kind=BarrierKind.LANGUAGE, statuses=statuses, **others
    )


def measure(identifier: str = "abend", **others: Any) -> OpeningMeasure:
    given = {"kind": MeasureKind.INFORMATION_EVENT, "state": MeasureState.HELD, "day": date(2025, 6, 1)}
    return OpeningMeasure(id=identifier, title=identifier.title(), **{**given, **others})


def process(*said: tuple[date, OpeningStage], identifier: str = "jobcenter", **others: Any) -> OpeningProcess:
    others.setdefault("partner", identifier)
    stages = tuple(OpeningStep(day=day, stage=stage) for day, stage in said)
    return OpeningProcess(id=identifier, stages=stages, **others)


def subjects(found: list[Finding]) -> list[str]:
    return [ref.id for one in found for ref in (one.subject, *one.others)]


FOUND = (date(2025, 2, 1), BarrierState.FOUND)
ADDRESSED = (date(2025, 3, 1), BarrierState.ADDRESSED)
JUDGED = (date(2025, 5, 1), OpeningStage.ANALYSIS)


# S116: an important mainstream service has a stage


@pytest.mark.parametrize(("relevance", "expected"), [(3, 0), (4, 1), (5, 1), (None, 0)])
def test_a_service_is_asked_for_from_importance_four_on(relevance: int | None, expected: int) -> None:
    weight = Importance(relevance) if relevance else None
    asked = workspace(attrs.evolve(JOBCENTER, relevance=weight))
    assert len(ask("S116", asked)) == expected


def test_the_rating_of_the_contact_comes_before_the_relevance() -> None:
    asked = workspace(JOBCENTER, contact("jobcenter", rating(date(2025, 6, 1), importance=3)))
    assert ask("S116", asked) == []
    unrated = workspace(JOBCENTER, contact("jobcenter", rating(date(2025, 6, 1), importance=None)))
    assert len(ask("S116", unrated)) == 1


def test_all_services_without_a_stage_are_one_finding_with_a_count() -> None:
    others = [partner(name, relevance=Importance(4)) for name in ("a", "b", "c")]
    found = ask("S116", workspace(JOBCENTER, *others, process(JUDGED)))
    assert len(found) == 1
    assert subjects(found) == ["a", "b", "c"]
    assert (value(found[0], "n"), value(found[0], "of")) == (3, 4)


@pytest.mark.parametrize("kind", sorted(set(PartnerKind), key=lambda kind: kind.code))
def test_only_services_that_are_there_for_everybody_are_asked_for(kind: PartnerKind) -> None:
    mainstream = {"sgb2-body", "sgb3-body", "school", "public-office", "health-service"}
    found = ask("S116", workspace(partner("a", kind=kind, relevance=Importance(5))))
    assert len(found) == (kind.code in mainstream)


@pytest.mark.parametrize("stage", [OpeningStage.UNKNOWN, OpeningStage.NOT_NEEDED, OpeningStage.REFUSED])
def test_that_a_stage_is_unknown_or_not_needed_is_an_answer(stage: OpeningStage) -> None:
    assert ask("S116", workspace(JOBCENTER, process((ON, stage)))) == []


def test_a_process_without_a_stage_until_the_day_is_no_answer() -> None:
    assert len(ask("S116", workspace(JOBCENTER, process()))) == 1
    assert len(ask("S116", workspace(JOBCENTER, process((date(2026, 3, 2), OpeningStage.ANALYSIS))))) == 1


def test_a_process_that_is_over_still_tells_the_stage() -> None:
    over = process(JUDGED, period=Period(until=date(2025, 12, 31)))
    assert ask("S116", workspace(JOBCENTER, over)) == []


def test_a_department_shares_the_process_of_what_it_is_part_of() -> None:
    team = partner("team", kind=PartnerKind.SGB2_BODY, relevance=Importance(5), part_of="jobcenter")
    assert ask("S116", workspace(JOBCENTER, team, process(JUDGED))) == []
    assert subjects(ask("S116", workspace(JOBCENTER, team, process(JUDGED, identifier="team")))) == [
        "jobcenter"
    ]


def test_collective_and_ended_partners_are_not_asked_for() -> None:
    assert ask("S116", workspace(attrs.evolve(JOBCENTER, collective=True))) == []
    assert ask("S116", workspace(attrs.evolve(JOBCENTER, period=Period(until=date(2026, 2, 28))))) == []


def test_a_service_in_its_first_year_is_not_asked_for_stages() -> None:
    assert ask("S116", workspace(JOBCENTER, service=attrs.evolve(SERVICE, founded=2026))) == []
    assert len(ask("S116", workspace(JOBCENTER, service=attrs.evolve(SERVICE, founded=2025)))) == 1


# S117: somebody works on a barrier


def test_a_barrier_that_is_known_for_three_months_to_the_day_may_wait() -> None:
    assert ask("S117", workspace(JOBCENTER, barrier((date(2025, 12, 1), BarrierState.FOUND)))) == []
    assert len(ask("S117", workspace(JOBCENTER, barrier((date(2025, 11, 30), BarrierState.FOUND))))) == 1


def test_of_a_barrier_without_a_status_the_period_tells_since_when_it_is_known() -> None:
    assert len(ask("S117", workspace(JOBCENTER, barrier()))) == 1
    assert ask("S117", workspace(JOBCENTER, barrier(period=Period(since=date(2026, 1, 1))))) == []


@pytest.mark.parametrize("state", [BarrierState.ADDRESSED, BarrierState.REDUCED, BarrierState.REMOVED])
def test_a_barrier_that_was_addressed_reduced_or_removed_is_in_work(state: BarrierState) -> None:
    assert ask("S117", workspace(JOBCENTER, barrier(FOUND, (date(2025, 3, 1), state)))) == []


def test_a_barrier_beyond_reach_is_left_in_peace() -> None:
    beyond = barrier(FOUND, (date(2025, 3, 1), BarrierState.BEYOND_REACH))
    assert ask("S117", workspace(JOBCENTER, beyond)) == []


@pytest.mark.parametrize(
    ("state", "expected"), [(MeasureState.HELD, 0), (MeasureState.PLANNED, 0), (MeasureState.CANCELLED, 1)]
)
def test_a_measure_that_names_the_barrier_is_work_unless_cancelled(
    state: MeasureState, expected: int
) -> None:
    asked = workspace(JOBCENTER, barrier(FOUND), measure(state=state, barriers=("briefe",)))
    assert len(ask("S117", asked)) == expected


@pytest.mark.parametrize(
    "back",
    [
        [(date(2025, 9, 1), BarrierState.RETURNED)],
        [(date(2025, 8, 1), BarrierState.REMOVED), (date(2025, 9, 1), BarrierState.FOUND)],
    ],
)
def test_of_a_barrier_that_came_back_only_later_work_counts(back: list[tuple[date, BarrierState]]) -> None:
    returned = barrier(FOUND, ADDRESSED, *back)
    before, after = date(2025, 8, 31), date(2025, 9, 1)
    for day, expected in ((before, 1), (after, 0)):
        asked = workspace(JOBCENTER, returned, measure(day=day, barriers=("briefe",)))
        assert len(ask("S117", asked)) == expected
    again = attrs.evolve(
        returned,
        statuses=(*returned.statuses, BarrierStatus(day=date(2025, 10, 1), state=BarrierState.ADDRESSED)),
    )
    assert ask("S117", workspace(JOBCENTER, again)) == []


def test_a_barrier_that_is_addressed_on_the_very_day_is_in_work() -> None:
    assert ask("S117", workspace(JOBCENTER, barrier(FOUND, (ON, BarrierState.ADDRESSED)))) == []


def test_a_barrier_that_came_back_a_short_while_ago_may_wait() -> None:
    back = (date(2025, 12, 1), BarrierState.RETURNED)
    assert ask("S117", workspace(JOBCENTER, barrier(FOUND, back))) == []
    assert len(ask("S117", workspace(JOBCENTER, barrier(FOUND, back)), on=date(2026, 3, 2))) == 1


def test_a_barrier_that_is_addressed_when_it_shows_again_is_in_work() -> None:
    said = [FOUND, (date(2025, 3, 1), BarrierState.REMOVED), (date(2025, 6, 1), BarrierState.ADDRESSED)]
    assert ask("S117", workspace(JOBCENTER, barrier(*said))) == []


def test_what_is_said_of_a_barrier_later_than_the_day_is_not_known_yet() -> None:
    later = barrier(FOUND, (date(2026, 3, 2), BarrierState.ADDRESSED))
    assert len(ask("S117", workspace(JOBCENTER, later))) == 1


def test_a_barrier_at_something_that_is_gone_asks_for_nothing() -> None:
    gone = Period(until=date(2026, 2, 28))
    offer = Offer(id="kurs", name="Kurs", provider="jobcenter")
    at_offer = barrier(FOUND, at=Ref("offers", "kurs"))
    assert len(ask("S117", workspace(JOBCENTER, offer, at_offer))) == 1
    assert ask("S117", workspace(attrs.evolve(JOBCENTER, period=gone), offer, at_offer)) == []
    assert ask("S117", workspace(JOBCENTER, attrs.evolve(offer, period=gone), at_offer)) == []
    assert ask("S117", workspace(attrs.evolve(JOBCENTER, period=gone), barrier(FOUND))) == []


def test_a_barrier_in_the_space_as_a_whole_is_asked_for_too() -> None:
    assert len(ask("S117", workspace(barrier(FOUND, at=None)))) == 1


def test_a_measure_at_the_partner_that_names_no_barrier_may_be_meant_and_is_told_by_another_rule() -> None:
    meant = workspace(JOBCENTER, barrier(FOUND), measure(partners=("jobcenter",)))
    assert ask("S117", meant) == []
    assert len(ask("O402", meant)) == 1
    too_early = workspace(JOBCENTER, barrier(FOUND), measure(partners=("jobcenter",), day=date(2025, 1, 31)))
    assert len(ask("S117", too_early)) == 1
    same_day = measure(partners=("jobcenter",), day=date(2025, 2, 1))
    assert ask("S117", workspace(JOBCENTER, barrier(FOUND), same_day)) == []
    publicity = measure(partners=("jobcenter",), kind=MeasureKind.TARGETED_PUBLICITY)
    assert len(ask("S117", workspace(JOBCENTER, barrier(FOUND), publicity))) == 1


def test_idle_barriers_are_one_finding_that_counts_them() -> None:
    many = [barrier(FOUND, identifier=f"b{number}") for number in range(7)]
    found = ask("S117", workspace(JOBCENTER, *many, barrier(FOUND, ADDRESSED)))
    assert [(value(one, "n"), value(one, "of")) for one in found] == [(7, 8)]


# S118: what is removed has evidence


def removed(*, with_evidence: bool) -> BarrierStatus:
    evidence = EVIDENCE if with_evidence else ()
    return BarrierStatus(day=date(2025, 6, 1), state=BarrierState.REMOVED, evidence=evidence)


def test_evidence_for_an_earlier_state_is_none_for_the_removal() -> None:
    found = BarrierStatus(day=date(2025, 2, 1), state=BarrierState.FOUND, evidence=EVIDENCE)
    one = attrs.evolve(barrier(), statuses=(found, removed(with_evidence=False)))
    assert len(ask("S118", workspace(JOBCENTER, one))) == 1
    assert ask("S118", workspace(JOBCENTER, attrs.evolve(one, statuses=(removed(with_evidence=True),)))) == []


def test_a_removal_that_is_confirmed_later_keeps_its_evidence() -> None:
    again = BarrierStatus(day=date(2025, 12, 1), state=BarrierState.REMOVED)
    one = attrs.evolve(barrier(), statuses=(again, removed(with_evidence=True)))
    assert ask("S118", workspace(JOBCENTER, one)) == []


def test_evidence_that_comes_later_than_the_day_is_not_known_yet() -> None:
    first = BarrierStatus(day=date(2025, 3, 1), state=BarrierState.REMOVED)
    one = attrs.evolve(barrier(), statuses=(first, removed(with_evidence=True)))
    assert ask("S118", workspace(JOBCENTER, one)) == []
    assert len(ask("S118", workspace(JOBCENTER, one), on=date(2025, 5, 31))) == 1


def test_a_barrier_that_came_back_needs_no_evidence_of_its_removal() -> None:
    back = BarrierStatus(day=date(2025, 12, 1), state=BarrierState.RETURNED)
    one = attrs.evolve(barrier(), statuses=(removed(with_evidence=False), back))
    assert ask("S118", workspace(JOBCENTER, one)) == []
    assert len(ask("S118", workspace(JOBCENTER, one), on=date(2025, 11, 30))) == 1


# O401 and O402: partner and barrier of a measure


@pytest.mark.parametrize("code", ["O401", "O402"])
@pytest.mark.parametrize("kind", sorted(set(MeasureKind), key=lambda kind: kind.code))
def test_events_trainings_and_projects_are_asked_for_partner_and_barrier(
    code: str, kind: MeasureKind
) -> None:
    asked = kind.family in {MeasureFamily.EVENTS, MeasureFamily.TRAINING, MeasureFamily.JOINT_PROJECT}
    assert len(ask(code, workspace(measure(kind=kind)))) == asked


@pytest.mark.parametrize("code", ["O401", "O402"])
@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        (MeasureState.HELD, date(2024, 12, 31), 0),
        (MeasureState.HELD, date(2025, 1, 1), 1),
        (MeasureState.HELD, ON, 1),
        (MeasureState.HELD, date(2026, 3, 2), 0),
        (MeasureState.HELD, None, 1),
        (MeasureState.PLANNED, date(2026, 2, 28), 0),
        (MeasureState.PLANNED, ON, 1),
        (MeasureState.PLANNED, date(2026, 9, 1), 1),
        (MeasureState.PLANNED, None, 0),
        (MeasureState.CANCELLED, date(2025, 6, 1), 0),
    ],
)
def test_measures_of_this_year_and_the_last_and_planned_ones_are_asked(
    code: str, state: MeasureState, day: date | None, expected: int
) -> None:
    assert len(ask(code, workspace(measure(state=state, day=day)))) == expected


def test_a_barrier_at_a_partner_or_its_offer_tells_whom_a_measure_addresses() -> None:
    offer = Offer(id="kurs", name="Kurs", provider="jobcenter")
    own = Offer(id="treff", name="Treff")
    aimed = measure(barriers=("briefe",))
    for at, expected in (
        (Ref("partners", "jobcenter"), 0),
        (Ref("offers", "kurs"), 0),
        (Ref("offers", "treff"), 1),
        (None, 1),
    ):
        asked = workspace(JOBCENTER, offer, own, barrier(FOUND, at=at), aimed)
        assert len(ask("O401", asked)) == expected


def test_what_lacks_partner_and_barrier_is_told_once() -> None:
    asked = workspace(measure())
    codes = [one.code for one in check(asked, on=ON, settings=Settings.of(select=["O401", "O402"]))]
    assert codes == ["O401"]


# O403: what was held is evaluated


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"day": date(2025, 9, 1)}, 0),
        ({"day": date(2025, 8, 31)}, 1),
        ({"day": date(2025, 8, 31), "until": date(2025, 9, 1)}, 0),
        ({"day": None}, 0),
        ({"evaluated_on": ON}, 0),
        ({"evaluated_on": date(2026, 3, 2), "evaluation": "Gut."}, 1),
        ({"evaluation": "Gut."}, 0),
        ({"evaluation": "  "}, 1),
        ({"state": MeasureState.CANCELLED}, 0),
        ({"state": MeasureState.PLANNED}, 0),
        ({"day": date(2024, 12, 31)}, 0),
        ({"kind": MeasureKind.TARGETED_PUBLICITY}, 1),
    ],
)
def test_a_measure_is_evaluated_half_a_year_after_its_last_day(others: dict[str, Any], expected: int) -> None:
    assert len(ask("O403", workspace(measure(**others)))) == expected


# O404: barriers in work without a measure


def test_a_partner_with_barriers_in_work_and_no_measure_is_told_once() -> None:
    barriers = [barrier(FOUND, ADDRESSED, identifier=name) for name in ("a", "b")]
    found = ask("O404", workspace(JOBCENTER, *barriers))
    assert subjects(found) == ["a", "b"]
    assert value(found[0], "n") == 1


def test_a_barrier_that_nobody_works_on_is_told_by_one_rule_only() -> None:
    asked = workspace(JOBCENTER, barrier(FOUND))
    codes = [one.code for one in check(asked, on=ON, settings=Settings.of(select=["O404", "S117"]))]
    assert codes == ["S117"]


@pytest.mark.parametrize("others", [{"partners": ("jobcenter",)}, {"barriers": ("briefe",)}])
@pytest.mark.parametrize(
    ("state", "expected"), [(MeasureState.HELD, 0), (MeasureState.PLANNED, 0), (MeasureState.CANCELLED, 1)]
)
def test_a_measure_for_the_partner_or_its_barrier_is_enough(
    others: dict[str, Any], state: MeasureState, expected: int
) -> None:
    asked = workspace(JOBCENTER, barrier(FOUND, ADDRESSED), measure(state=state, **others))
    assert len(ask("O404", asked)) == expected


def test_a_measure_for_one_barrier_of_a_partner_serves_the_partner() -> None:
    barriers = [barrier(FOUND, ADDRESSED, identifier=name) for name in ("a", "b")]
    for served in ("a", "b"):
        assert ask("O404", workspace(JOBCENTER, *barriers, measure(barriers=(served,)))) == []


def test_an_association_is_not_asked_for_measures() -> None:
    club = attrs.evolve(JOBCENTER, kind=PartnerKind.ASSOCIATION)
    assert ask("O404", workspace(club, barrier(FOUND, ADDRESSED))) == []


# O405: families


def test_a_family_is_unused_after_three_years_to_the_day() -> None:
    on_the_day, before = measure(day=date(2023, 3, 1)), measure(day=date(2023, 2, 28))
    others = [
        measure(kind.code, kind=kind) for kind in MeasureKind if kind.family is not MeasureFamily.EVENTS
    ]
    assert ask("O405", workspace(on_the_day, *others)) == []
    found = ask("O405", workspace(before, *others))
    assert [say.en for say in value(found[0], "families")] == ['"informational or educational event"']


def test_planned_measures_count_as_used_until_their_day_and_cancelled_ones_never() -> None:
    def families(**others: Any) -> int:
        return len(value(ask("O405", workspace(measure(**others)))[0], "families"))

    assert families(state=MeasureState.PLANNED, day=ON) == 4
    assert families(state=MeasureState.PLANNED, day=None) == 4
    assert families(state=MeasureState.PLANNED, day=date(2026, 2, 28)) == 5
    assert families(state=MeasureState.CANCELLED, day=ON) == 5


def test_a_young_service_has_not_left_a_family_unused() -> None:
    asked = workspace(service=attrs.evolve(SERVICE, founded=2023))
    assert ask("O405", asked) == []
    assert len(ask("O405", asked, years=2)) == 1


# O406: processes


@pytest.mark.parametrize(("day", "expected"), [(date(2024, 9, 1), 0), (date(2024, 8, 31), 1)])
def test_a_process_stands_still_after_eighteen_months(day: date, expected: int) -> None:
    assert len(ask("O406", workspace(JOBCENTER, process((day, OpeningStage.PLANNING))))) == expected


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (OpeningStage.UNKNOWN, 1),
        (OpeningStage.REVIEW, 1),
        (OpeningStage.PAUSED, 0),
        (OpeningStage.REFUSED, 0),
        (OpeningStage.NOT_NEEDED, 0),
    ],
)
def test_a_decision_to_rest_is_no_standstill(stage: OpeningStage, expected: int) -> None:
    assert len(ask("O406", workspace(JOBCENTER, process((date(2023, 1, 1), stage))))) == expected


OLD = process((date(2023, 1, 1), OpeningStage.ANALYSIS))


@pytest.mark.parametrize(
    "thing",
    [
        measure(partners=("jobcenter",)),
        measure(partners=("jobcenter",), day=date(2026, 9, 1), state=MeasureState.PLANNED),
        barrier(FOUND),
    ],
)
def test_a_measure_or_a_word_on_a_barrier_keeps_a_process_going(thing: Any) -> None:
    assert ask("O406", workspace(JOBCENTER, OLD, thing)) == []


def test_a_measure_at_a_barrier_of_the_partner_keeps_a_process_going() -> None:
    aimed = measure(barriers=("briefe",))
    assert len(ask("O406", workspace(JOBCENTER, OLD, barrier()))) == 1
    assert ask("O406", workspace(JOBCENTER, OLD, barrier(), aimed)) == []
    cancelled = attrs.evolve(aimed, state=MeasureState.CANCELLED)
    assert len(ask("O406", workspace(JOBCENTER, OLD, barrier(), cancelled))) == 1


def test_a_process_begun_anew_has_its_time_and_a_word_to_come_is_none() -> None:
    anew = attrs.evolve(OLD, period=Period(since=date(2024, 9, 1)))
    assert ask("O406", workspace(JOBCENTER, anew)) == []
    to_come = barrier((date(2026, 3, 2), BarrierState.ADDRESSED))
    assert len(ask("O406", workspace(JOBCENTER, OLD, to_come))) == 1


def test_processes_without_a_stage_and_those_that_are_over_do_not_stand_still() -> None:
    started = Period(since=date(2020, 1, 1))
    assert ask("O406", workspace(JOBCENTER, process(period=started))) == []
    over = Period(until=date(2026, 2, 28))
    assert ask("O406", workspace(JOBCENTER, attrs.evolve(OLD, period=over))) == []
    assert ask("O406", workspace(attrs.evolve(JOBCENTER, period=over), OLD)) == []


# O407 and O408: dates and numbers


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"day": date(2026, 2, 15)}, 0),
        ({"day": date(2026, 2, 14)}, 1),
        ({"day": date(2026, 1, 1), "until": date(2026, 2, 15)}, 0),
        ({"day": None}, 0),
        ({"day": date(2020, 1, 1)}, 1),
    ],
)
def test_a_plan_has_passed_two_weeks_after_its_last_day(others: dict[str, Any], expected: int) -> None:
    assert len(ask("O407", workspace(measure(state=MeasureState.PLANNED, **others)))) == expected


@pytest.mark.parametrize("state", [MeasureState.HELD, MeasureState.CANCELLED])
def test_what_was_held_or_cancelled_is_no_open_plan(state: MeasureState) -> None:
    assert ask("O407", workspace(measure(state=state))) == []


def test_without_days_of_grace_a_plan_of_the_very_day_is_not_over() -> None:
    planned = measure(state=MeasureState.PLANNED, day=ON)
    assert ask("O407", workspace(planned), days=0) == []
    assert len(ask("O407", workspace(planned), on=date(2026, 3, 2), days=0)) == 1


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({}, 1),
        ({"people": 0}, 0),
        ({"people": 12}, 0),
        ({"day": ON}, 0),
        ({"day": date(2026, 2, 28)}, 1),
        ({"day": date(2024, 12, 31)}, 0),
        ({"kind": MeasureKind.CULTURAL_MEDIATORS}, 1),
        ({"kind": MeasureKind.TARGETED_PUBLICITY}, 0),
        ({"kind": MeasureKind.TRAINING_DESIGN}, 0),
        ({"kind": MeasureKind.TRAINER_REFERRAL}, 0),
        ({"state": MeasureState.PLANNED}, 0),
    ],
)
def test_people_reached_are_asked_for_where_people_come(others: dict[str, Any], expected: int) -> None:
    assert len(ask("O408", workspace(measure(**others)))) == expected


# all of them


def everything() -> Workspace:
    return workspace(
        JOBCENTER,
        partner("schule", relevance=Importance(4)),
        barrier(FOUND),
        barrier(FOUND, ADDRESSED, identifier="termine"),
        barrier((date(2025, 6, 1), BarrierState.REMOVED), identifier="ausweis"),
        OLD,
        process((date(2023, 1, 1), OpeningStage.PLANNING), identifier="schule"),
        *(
            measure(kind.code, kind=kind, day=date(2025, 5, number + 1))
            for number, kind in enumerate(MeasureKind)
        ),
        *(measure(f"plan-{n}", state=MeasureState.PLANNED, day=date(2025, n, 1)) for n in (1, 2)),
    )


OPENING = Settings.of(select=["O", "S116", "S117", "S118", "O405"])


def test_each_rule_on_opening_says_its_piece_in_one_finding() -> None:
    codes = [one.code for one in check(everything(), on=ON, settings=OPENING, strict=True)]
    assert len(codes) == len(set(codes))
    assert {"O401", "O403", "O407", "O408", "S117", "S118"} <= set(codes)


def test_the_order_in_which_things_were_entered_changes_no_finding() -> None:
    told = check(everything(), on=ON, settings=OPENING)
    assert check(shuffled(everything()), on=ON, settings=OPENING) == told


@pytest.mark.parametrize("on", [date.min, date(2, 1, 1), date.max])
def test_the_first_and_the_last_day_of_the_calendar_can_be_asked(on: date) -> None:
    check(everything(), on=on, settings=OPENING, strict=True)
