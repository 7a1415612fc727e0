"""Boundaries of the rules on case plans."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from jmdexport.demo import load_example
from jmdmodel.analysis.matching import candidates
from jmdmodel.analysis.matching.words import ReasonKind
from jmdmodel.entities.case import (
    CasePlan,
    Consent,
    ContributionStep,
    PartnerContribution,
    PhaseStep,
    PlanGoal,
    PlanProgress,
    PlanStep,
)
from jmdmodel.entities.partner import KeyPerson, Offer
from jmdmodel.entities.relation import Contact, ContactStanding
from jmdmodel.entities.resource import ContactPerson, Remit
from jmdmodel.messages import LANGUAGES
from jmdmodel.period import Period, add_months
from jmdmodel.quality.cases.remits import OUTSIDE, Remits
from jmdmodel.quality.texts import phrase
from jmdmodel.vocabulary import (
    AgeBand,
    CaseCategory,
    ConsentState,
    ContactState,
    ContributionStage,
    GoalStatus,
    PlanPhase,
    Topic,
)
from tests.unit.quality._build import ON, ask, partner, value, workspace

S = ContributionStage
C = ConsentState
DAY = date(2026, 1, 13)


def before(days: int, day: date = ON) -> date:
    return day - timedelta(days=days)


def part(*stages: tuple[date, S], consents: tuple[Consent, ...] = (), **who: str) -> PartnerContribution:
    return PartnerContribution(
        **(who or {"partner": "amt"}),
        consents=consents,
        stages=tuple(ContributionStep(day=day, stage=stage) for day, stage in stages),
    )


def step(*contributions: PartnerContribution, **others: Any) -> PlanStep:
    return PlanStep(text=others.pop("text", "Ein Schritt"), contributions=contributions, **others)


def goal(*steps: PlanStep, **others: Any) -> PlanGoal:
    return PlanGoal(topic=others.pop("topic", Topic.WORK), text="Ein Ziel", steps=steps, **others)


def plan(*goals: PlanGoal, **others: Any) -> CasePlan:
    others.setdefault("id", "fall-1")
    return CasePlan(goals=goals, **others)


def case(*contributions: PartnerContribution, **others: Any) -> Any:
    """Give a workspace with one case of one goal of one step."""
    return workspace(partner("amt"), plan(goal(step(*contributions, **others))))


def consent(state: C, day: date | None = None, because: str | None = None) -> Consent:
    return Consent(state=state, day=day, because=because)


# C309: what identifies somebody


@pytest.mark.parametrize(
    "text",
    [
        "Schreiben an vorname.nachname@post.example",
        "Tel. 02651 123456",
        "geb. 03.04.2008",
        "geboren 2008-04-03",
    ],
)
def test_an_address_a_number_or_a_birthday_in_a_case_is_a_must_and_is_never_told(text: str) -> None:
    (found,) = ask("C309", workspace(plan(goal(step(text=text)))))
    assert found.field == "goals[1].steps[1].text"
    for language in LANGUAGES:
        message = phrase(found, language).message
        assert not any(word in message for word in ("post.example", "02651", "2008", "fall-1"))


@pytest.mark.parametrize(
    "text", ["Bis 03.04.2026 anrufen", "Post an info@amt.example", "Zimmer 217, 2. Stock"]
)
def test_a_date_a_room_and_the_mailbox_of_an_office_point_to_nobody(text: str) -> None:
    assert ask("C309", workspace(plan(goal(step(text=text))))) == []


def test_all_texts_of_a_plan_are_one_finding_at_the_first() -> None:
    asked = plan(goal(step(text="a.b@c.example"), step(text="Tel. 02651 123456"), step(text="d.e@f.example")))
    (found,) = ask("C309", workspace(asked))
    assert value(found, "n") == 3
    assert [kind.en for kind in value(found, "kinds")] == ["e-mail address of a person", "telephone number"]


def test_texts_outside_case_plans_are_left_to_the_rule_on_data() -> None:
    assert ask("C309", workspace(partner("amt", note="a.b@c.example"))) == []


def test_a_plan_that_is_over_is_looked_at_for_personal_details_all_the_same() -> None:
    assert ask("C309", workspace(plan(goal(step(text="a.b@c.example")), ended="2020-Q1")))


# C312: names


def named(name: str, text: str) -> Any:
    person = ContactPerson(id="kontakt", partner="amt", function="Beratung", name=name)
    return workspace(partner("amt"), person, plan(goal(step(text=text))))


@pytest.mark.parametrize(
    "text",
    [
        "Termin bei Kim Erfunden",
        "Termin bei Frau KIM ERFUNDEN.",
        "Kim Erfundens Rat einholen",
        "Erfunden, Kim: anrufen",
        "Kim\nErfunden",
    ],
)
def test_the_full_name_of_a_contact_person_is_found_and_never_told(text: str) -> None:
    (found,) = ask("C312", named("Dr. Kim Erfunden", text))
    assert (found.field, value(found, "n")) == ("goals[1].steps[1].text", 1)
    assert all("Erfunden" not in phrase(found, language).message for language in LANGUAGES)


@pytest.mark.parametrize(
    "text", ["Kim anrufen", "Frau Erfunden anrufen", "Kims Erfundenheit", "Joachim Erfunden"]
)
def test_a_part_of_a_name_or_a_longer_word_is_no_full_name(text: str) -> None:
    assert ask("C312", named("Kim Erfunden", text)) == []


@pytest.mark.parametrize("name", ["Erfunden", "Frau Erfunden"])
def test_a_single_word_is_no_full_name_even_where_it_is_all_that_is_known(name: str) -> None:
    assert ask("C312", named(name, "Frau Erfunden anrufen")) == []


def test_a_key_person_counts_and_a_name_may_be_entered_surname_first() -> None:
    person = KeyPerson(id="trainer", role="Trainer", name="Beispiel, Anna Lena")
    assert ask("C312", workspace(person, plan(goal(step(text="Mit Anna Lena Beispiel reden")))))
    assert ask("C312", workspace(person, plan(goal(step(text="Mit Anna Beispiel reden"))))) == []


def test_a_person_who_is_referred_to_is_no_name_in_a_text() -> None:
    person = KeyPerson(id="trainer", role="Trainer", name="Anna Beispiel")
    assert ask("C312", workspace(person, plan(goal(step(part(person="trainer")))))) == []


# C310: consent


@pytest.mark.parametrize("stage", [S.ADDRESSED, S.NO_ANSWER, S.AGREED, S.DELIVERED, S.DECLINED, S.BROKEN_OFF])
def test_each_stage_that_tells_of_a_talk_needs_consent(stage: S) -> None:
    (found,) = ask("C310", case(part((before(20), S.IDENTIFIED), (DAY, stage))))
    assert found.field == "goals[1].steps[1].contributions[1].stages[2].stage"
    assert ask("C310", case(part((DAY, stage), consents=(consent(C.YES, DAY),)))) == []


@pytest.mark.parametrize("stage", [S.IDENTIFIED, S.NOT_WANTED])
def test_who_is_only_thought_of_needs_no_consent(stage: S) -> None:
    assert ask("C310", case(part((DAY, stage), consents=(consent(C.NO, DAY),)))) == []


def test_consent_of_the_next_day_comes_too_late_and_that_of_the_same_day_in_time() -> None:
    late = part((DAY, S.ADDRESSED), consents=(consent(C.YES, DAY + timedelta(1)),))
    assert len(ask("C310", case(late))) == 1
    assert ask("C310", case(part((DAY, S.ADDRESSED), consents=(consent(C.YES, DAY),)))) == []
    assert ask("C310", case(part((DAY, S.ADDRESSED), consents=(consent(C.YES),)))) == []


def test_not_needed_counts_only_with_its_reason() -> None:
    assert ask("C310", case(part((DAY, S.ADDRESSED), consents=(consent(C.NOT_NEEDED),))))
    assert ask("C310", case(part((DAY, S.ADDRESSED), consents=(consent(C.NOT_NEEDED, None, "Grund"),)))) == []


@pytest.mark.parametrize("state", [C.NO, C.UNKNOWN, C.WITHDRAWN])
def test_another_state_is_no_consent(state: C) -> None:
    assert ask("C310", case(part((DAY, S.ADDRESSED), consents=(consent(state, before(9, DAY)),))))


def test_after_a_withdrawal_talking_on_is_a_fault_and_breaking_off_is_none() -> None:
    told = (consent(C.YES, before(60)), consent(C.WITHDRAWN, before(30)))

    def later(stage: S, days: int) -> list[Any]:
        return ask("C310", case(part((before(40), S.ADDRESSED), (before(days), stage), consents=told)))

    assert later(S.AGREED, 30) == []  # on that very day the talk may have come first
    assert [one.field[-15:] for one in later(S.AGREED, 29)] == ["stages[2].stage"]
    assert len(later(S.DELIVERED, 29)) == len(later(S.ADDRESSED, 29)) == 1
    for stage in (S.BROKEN_OFF, S.DECLINED, S.NO_ANSWER):
        assert later(stage, 20) == []


def test_an_answer_after_the_withdrawal_needs_consent_at_some_time_before() -> None:
    told = (consent(C.YES, before(60)), consent(C.WITHDRAWN, before(30)))
    assert ask("C310", case(part((before(20), S.DECLINED), consents=told))) == []
    assert len(ask("C310", case(part((before(61), S.DECLINED), consents=told)))) == 1


def test_a_consent_without_a_day_counts_from_the_beginning_until_it_is_withdrawn() -> None:
    told = (consent(C.YES), consent(C.WITHDRAWN, before(30)))
    assert ask("C310", case(part((before(31), S.ADDRESSED), (before(20), S.DECLINED), consents=told))) == []
    assert len(ask("C310", case(part((before(20), S.ADDRESSED), consents=told)))) == 1


def test_the_order_in_the_file_does_not_matter() -> None:
    told = (consent(C.WITHDRAWN, before(30)), consent(C.YES, before(60)))
    asked = part((before(20), S.BROKEN_OFF), (before(40), S.ADDRESSED), consents=told)
    assert ask("C310", case(asked)) == []


def test_what_a_young_person_does_alone_needs_consent_only_where_the_service_spoke() -> None:
    assert ask("C310", case(part((DAY, S.DELIVERED)), by_the_young_person=True)) == []
    assert ask("C310", case(part((DAY, S.DECLINED)), by_the_young_person=True)) == []
    assert len(ask("C310", case(part((DAY, S.ADDRESSED)), by_the_young_person=True))) == 1


def test_a_talk_that_is_dated_after_the_day_is_not_asked_for_yet() -> None:
    assert len(ask("C310", case(part((ON, S.ADDRESSED))))) == 1
    assert ask("C310", case(part((ON + timedelta(1), S.ADDRESSED)))) == []


def test_the_contributions_of_a_case_are_one_finding_and_a_role_counts_too() -> None:
    fine = part((DAY, S.ADDRESSED), consents=(consent(C.YES),))
    (found,) = ask("C310", case(fine, part((DAY, S.ADDRESSED)), part((DAY, S.AGREED), role_word="Tante")))
    assert (value(found, "n"), value(found, "of")) == (2, 3)
    assert found.field.startswith("goals[1].steps[1].contributions[2]")


# C311: retention


def test_a_plan_may_be_kept_on_its_last_day_and_not_on_the_next() -> None:
    assert ask("C311", workspace(plan(retain_until=ON))) == []
    (found,) = ask("C311", workspace(plan(retain_until=before(1))))
    assert (found.field, value(found, "n"), value(found, "of")) == ("retain_until", 1, 1)


def test_missing_dates_are_one_finding_and_passed_ones_another() -> None:
    kept = [plan(id=name, retain_until=day) for name, day in (("a", None), ("b", None), ("c", before(1)))]
    missing, passed = ask("C311", workspace(*kept, plan(id="d", retain_until=ON)))
    assert [str(ref) for ref in (missing.subject, *missing.others)] == ["cases/a", "cases/b"]
    assert (value(missing, "n"), value(missing, "of"), value(passed, "n")) == (2, 4, 1)
    assert str(passed.subject) == "cases/c"


def test_a_service_without_case_plans_is_asked_for_nothing() -> None:
    codes = [f"C3{number:02}" for number in range(1, 13)]
    assert [one for code in codes for one in ask(code, workspace())] == []


# which plans are at work


def phase(name: PlanPhase, day: date = DAY) -> tuple[PhaseStep, ...]:
    return (PhaseStep(day=day, phase=name),)


WORK_LEFT = goal(step(), due=before(1))
"""A goal that each of the rules on running plans has something to say about."""

ASKED_WHILE_RUNNING = {"C302": {}, "C305": {"reviewed_on": (before(800),)}, "C307": {}, "C308": {}}

OVER = [
    {"phases": phase(PlanPhase.CLOSED)},
    {"phases": phase(PlanPhase.DISCONTINUED)},
    {"phases": phase(PlanPhase.HANDED_OVER, ON)},
    {"ended": "2025-Q4"},
    {"ended": "2026-Q1"},  # the quarter of the day: the plan may be over already
    {"began": "2026-Q2"},
]
RUNNING = [
    {"phases": phase(PlanPhase.CLOSED, ON + timedelta(1))},
    {"phases": phase(PlanPhase.IMPLEMENTATION)},
    {"ended": "2026-Q2"},
    {"began": "2026-Q1"},
]


@pytest.mark.parametrize("code", ASKED_WHILE_RUNNING)
@pytest.mark.parametrize("time", OVER, ids=str)
def test_a_plan_that_is_over_or_has_not_begun_is_asked_for_nothing(code: str, time: dict[str, Any]) -> None:
    assert ask(code, workspace(plan(WORK_LEFT, **ASKED_WHILE_RUNNING[code], **time))) == []


@pytest.mark.parametrize("code", ASKED_WHILE_RUNNING)
@pytest.mark.parametrize("time", RUNNING, ids=str)
def test_a_plan_at_work_is_asked(code: str, time: dict[str, Any]) -> None:
    assert len(ask(code, workspace(plan(WORK_LEFT, **ASKED_WHILE_RUNNING[code], **time)))) == 1


def test_a_plan_is_at_work_from_the_first_day_of_its_quarter() -> None:
    asked = workspace(plan(goal(step()), began="2026-Q1"))
    assert ask("C308", asked, on=date(2025, 12, 31)) == []
    assert len(ask("C308", asked, on=date(2026, 1, 1))) == 1


@pytest.mark.parametrize("code", ["C302", "C307", "C308"])
@pytest.mark.parametrize(
    "status", [GoalStatus.REACHED, GoalStatus.PARTLY_REACHED, GoalStatus.DROPPED], ids=lambda one: one.code
)
def test_a_goal_that_is_done_with_is_left_alone(code: str, status: GoalStatus) -> None:
    def asked(day: date) -> list[Any]:
        done = goal(step(), due=before(1), progress=(PlanProgress(day=day, status=status),))
        return ask(code, workspace(plan(done)))

    assert asked(ON) == []
    assert len(asked(ON + timedelta(1))) == 1


# C301: goals that nobody contributes to

FITTING = partner("amt", remits=(Remit(topics=(Topic.WORK,)),))


def test_a_goal_with_nobody_in_it_is_found_only_where_a_remit_fits() -> None:
    alone = plan(goal())
    (found,) = ask("C301", workspace(FITTING, alone))
    assert (found.field, value(found, "n"), value(found, "of")) == ("goals[1]", 1, 1)
    other = partner("amt", remits=(Remit(topics=(Topic.HEALTH,)),))
    assert ask("C301", workspace(other, alone)) == []
    assert ask("C301", workspace(partner("amt"), alone)) == []


def test_a_key_person_or_an_own_topic_may_fit_too() -> None:
    lotse = KeyPerson(id="lotse", role="Lotse", topics=(Topic.WORK,))
    assert len(ask("C301", workspace(lotse, plan(goal())))) == 1
    own = partner("amt", remits=(Remit(sub_topics=("driving-licence",)),))
    assert len(ask("C301", workspace(own, plan(goal(sub_topic="driving-licence"))))) == 1
    assert ask("C301", workspace(own, plan(goal()))) == []


def test_who_is_ruled_out_fits_nothing() -> None:
    refused = Contact(id="amt", partner="amt", states=(ContactStanding(state=ContactState.REFUSED),))
    assert ask("C301", workspace(FITTING, refused, plan(goal()))) == []
    grown = partner("amt", remits=(Remit(topics=(Topic.WORK,), from_age=18),))
    assert ask("C301", workspace(grown, plan(goal(), age_band=AgeBand.FROM_15))) == []
    assert len(ask("C301", workspace(grown, plan(goal(), age_band=AgeBand.FROM_18)))) == 1


def test_a_reason_or_a_contribution_settles_a_goal() -> None:
    reason = goal(without_partner_because="Der Weg ist klar.")
    assert ask("C301", workspace(FITTING, plan(reason))) == []
    assert ask("C301", workspace(FITTING, plan(goal(step(part()))))) == []


def test_the_age_band_and_the_own_topic_of_each_goal_count_for_itself() -> None:
    grown = partner("amt", remits=(Remit(topics=(Topic.WORK,), from_age=18),))
    young, old = (plan(goal(), id=band.code, age_band=band) for band in (AgeBand.FROM_15, AgeBand.FROM_18))
    assert [one.subject.id for one in ask("C301", workspace(grown, young, old))] == [old.id]
    own = partner("amt", remits=(Remit(sub_topics=("driving-licence",)),))
    (found,) = ask("C301", workspace(own, plan(goal(), goal(sub_topic="driving-licence"))))
    assert (found.field, value(found, "n")) == ("goals[2]", 1)


def test_goals_of_one_case_are_one_finding_with_the_place_of_the_first() -> None:
    (found,) = ask("C301", workspace(FITTING, plan(goal(step(part())), goal(due=ON), goal())))
    assert (found.field, value(found, "n"), value(found, "of")) == ("goals[2]", 2, 3)


@pytest.mark.parametrize("code", ["C301", "C302", "C306"])
@pytest.mark.parametrize(
    "others",
    [
        {"category": CaseCategory.COUNSELLING},
        {"phases": phase(PlanPhase.INTAKE)},
        {"phases": phase(PlanPhase.ASSESSMENT)},
    ],
    ids=str,
)
def test_partners_are_asked_for_in_case_management_and_once_goals_are_agreed(
    code: str, others: dict[str, Any]
) -> None:
    goals = (goal(), goal(step(), step(part())))
    assert len(ask(code, workspace(FITTING, plan(*goals, phases=phase(PlanPhase.GOAL_AGREEMENT))))) == 1
    assert ask(code, workspace(FITTING, plan(*goals, **others))) == []


# C302: steps that nobody takes


def test_a_step_is_settled_by_a_contribution_the_young_person_its_end_or_a_reason() -> None:
    def asked(one: PlanStep, **others: Any) -> list[Any]:
        return ask("C302", workspace(partner("amt"), plan(goal(one, **others))))

    assert [one.field for one in asked(step())] == ["goals[1].steps[1]"]
    assert asked(step(part())) == asked(step(by_the_young_person=True)) == []
    assert asked(step(done_on=ON)) == []
    assert len(asked(step(done_on=ON + timedelta(1)))) == 1
    assert asked(step(), without_partner_because="Der Weg ist klar.") == []


# C303: contributions that wait


def waits(stage: S, days: int, *consents: Consent, parameters: Any = None, **others: Any) -> list[Any]:
    return ask("C303", case(part((before(days), stage), consents=consents), **others), **(parameters or {}))


@pytest.mark.parametrize("stage", [S.IDENTIFIED, S.ADDRESSED, S.NO_ANSWER, S.AGREED])
def test_a_contribution_may_wait_for_ninety_days_and_no_longer(stage: S) -> None:
    assert waits(stage, 90) == []
    (found,) = waits(stage, 91)
    assert (value(found, "days"), found.field) == (90, "goals[1].steps[1].contributions[1]")
    assert len(waits(stage, 31, parameters={"days": 30})) == 1


@pytest.mark.parametrize("stage", [S.DELIVERED, S.DECLINED, S.NOT_WANTED, S.BROKEN_OFF])
def test_what_came_to_an_end_does_not_wait(stage: S) -> None:
    assert waits(stage, 400) == []


def test_a_promise_for_a_later_day_is_not_late() -> None:
    assert waits(S.AGREED, 200, due=ON) == []
    assert len(waits(S.AGREED, 200, due=before(1))) == 1
    assert len(waits(S.ADDRESSED, 200, due=ON)) == 1


def test_a_step_that_is_done_or_a_consent_that_was_refused_ends_the_waiting() -> None:
    assert waits(S.ADDRESSED, 200, done_on=ON) == []
    assert waits(S.IDENTIFIED, 200, consent(C.NO)) == waits(S.ADDRESSED, 200, consent(C.WITHDRAWN)) == []
    assert len(waits(S.IDENTIFIED, 200, consent(C.UNKNOWN))) == 1


def test_a_newer_stage_starts_the_waiting_anew_and_one_to_come_does_not() -> None:
    old = (before(200), S.ADDRESSED)
    assert ask("C303", case(part(old, (before(90), S.ADDRESSED)))) == []
    assert len(ask("C303", case(part(old, (ON + timedelta(1), S.AGREED))))) == 1
    assert ask("C303", case(part())) == []


# C304: outside the remit


def outside(contributor: Any, *others: Any, band: AgeBand | None = None, **who: str) -> list[Any]:
    asked = plan(goal(step(part(**who))), age_band=band)
    return ask("C304", workspace(contributor, *others, asked))


def test_another_topic_other_ages_or_an_ended_remit_are_outside() -> None:
    assert outside(FITTING) == []
    (found,) = outside(partner("amt", remits=(Remit(topics=(Topic.HEALTH,)),)))
    assert (found.field, value(found, "of")) == ("goals[1].steps[1].contributions[1]", 1)
    young = Remit(topics=(Topic.WORK,), to_age=17)
    assert outside(partner("amt", remits=(young,)), band=AgeBand.FROM_15) == []
    assert len(outside(partner("amt", remits=(young,)), band=AgeBand.FROM_18)) == 1
    for until, count in ((ON, 0), (before(1), 1)):
        ended = Remit(topics=(Topic.WORK,), period=Period(until=until))
        assert len(outside(partner("amt", remits=(ended,)))) == count


def test_nothing_entered_an_offer_or_one_remit_that_fits_is_not_outside() -> None:
    health = Remit(topics=(Topic.HEALTH,))
    assert outside(partner("amt")) == []
    assert outside(partner("amt", remits=(health, Remit(topics=(Topic.WORK,))))) == []
    offer = Offer(id="kurs", name="Kurs", provider="amt", topics=(Topic.WORK,))
    assert outside(partner("amt", remits=(health,)), offer) == []


def test_a_key_person_has_topics_and_a_role_alone_has_none() -> None:
    trainer = KeyPerson(id="trainer", role="Trainer", topics=(Topic.LEISURE,))
    assert len(outside(trainer, person="trainer")) == 1
    assert outside(KeyPerson(id="trainer", role="Trainer"), person="trainer") == []
    assert outside(trainer, role_word="Nachbarin") == []


def test_a_contact_that_refused_or_a_wish_against_somebody_is_another_matter() -> None:
    refused = Contact(id="amt", partner="amt", states=(ContactStanding(state=ContactState.REFUSED),))
    assert outside(FITTING, refused) == []
    unwanted = part((DAY, S.NOT_WANTED), consents=(consent(C.NO),))
    health = partner("amt", remits=(Remit(topics=(Topic.HEALTH,)),))
    assert ask("C304", workspace(FITTING, plan(goal(step(part(consents=(consent(C.NO),))))))) == []
    assert ask("C304", workspace(health, plan(goal(step(unwanted))))) == []


def test_the_same_partner_may_be_right_for_one_goal_and_not_for_another() -> None:
    asked = plan(goal(step(part())), goal(step(part()), topic=Topic.HEALTH))
    (found,) = ask("C304", workspace(FITTING, asked))
    assert (found.field, value(found, "n"), value(found, "of")) == (
        "goals[2].steps[1].contributions[1]",
        1,
        2,
    )


# C305: reviews


def test_a_review_is_due_after_six_months_and_not_on_the_day() -> None:
    day = add_months(ON, -6)
    assert ask("C305", workspace(plan(goal(), reviewed_on=(day,)))) == []
    (found,) = ask("C305", workspace(plan(goal(), reviewed_on=(before(1, day),))))
    assert (value(found, "months"), value(found, "n"), value(found, "of")) == (6, 1, 1)
    assert ask("C305", workspace(plan(goal(), reviewed_on=(before(1, day),))), months=7) == []


def test_before_the_first_review_the_beginning_counts() -> None:
    day = add_months(ON, -6)
    assert ask("C305", workspace(plan(goal(), phases=phase(PlanPhase.INTAKE, day)))) == []
    assert len(ask("C305", workspace(plan(goal(), phases=phase(PlanPhase.INTAKE, before(1, day)))))) == 1
    assert ask("C305", workspace(plan(goal(), began="2025-Q3"))) == []
    assert len(ask("C305", workspace(plan(goal(), began="2025-Q2")))) == 1
    assert ask("C305", workspace(plan(goal()))) == []


def test_a_goal_that_was_judged_tells_that_the_plan_had_begun() -> None:
    judged = PlanProgress(day=before(1, add_months(ON, -6)), status=GoalStatus.IN_PROGRESS)
    assert len(ask("C305", workspace(plan(goal(progress=(judged,)))))) == 1
    assert ask("C305", workspace(plan(goal(progress=(judged,)))), on=before(1)) == []


def test_a_review_to_come_is_none_and_a_plan_without_goals_needs_none() -> None:
    ahead = plan(goal(), began="2024-Q1", reviewed_on=(ON + timedelta(1),))
    assert len(ask("C305", workspace(ahead))) == 1
    assert ask("C305", workspace(plan(began="2024-Q1"))) == []


def test_plans_without_review_are_one_finding() -> None:
    plans = [plan(goal(), id=name, began="2024-Q1") for name in "ab"]
    (found,) = ask("C305", workspace(*plans, plan(goal(), id="c", reviewed_on=(ON,))))
    assert [ref.id for ref in (found.subject, *found.others)] == ["a", "b"]
    assert (value(found, "n"), value(found, "of")) == (2, 3)


# C306: key persons


def test_a_key_person_or_a_role_is_enough_even_one_that_was_not_wanted() -> None:
    def asked(*more: PartnerContribution) -> list[Any]:
        lotse = KeyPerson(id="lotse", role="Lotse")
        return ask("C306", workspace(partner("amt"), lotse, plan(goal(step(part(), *more)))))

    assert len(asked()) == 1
    assert asked(part(person="lotse")) == asked(part((DAY, S.NOT_WANTED), role_word="Tante")) == []


def test_a_plan_without_contributions_or_with_a_reason_at_each_goal_is_not_asked() -> None:
    assert ask("C306", workspace(plan(goal(step())))) == []
    reason = goal(step(part()), without_partner_because="Der Weg ist klar.")
    assert ask("C306", workspace(partner("amt"), plan(reason))) == []


# C307 and C308: dates


def test_a_goal_is_late_on_the_day_after_its_date_and_only_with_open_steps() -> None:
    assert ask("C307", workspace(plan(goal(step(), due=ON)))) == []
    (found,) = ask("C307", workspace(plan(goal(), goal(step(done_on=ON), step(), due=before(1)))))
    assert (found.field, value(found, "n"), value(found, "of")) == ("goals[2].due", 1, 2)
    assert ask("C307", workspace(plan(goal(step(done_on=ON), due=before(1))))) == []
    assert ask("C307", workspace(plan(goal(due=before(1))))) == []


def test_steps_without_a_date_are_one_finding_over_all_plans() -> None:
    first = plan(goal(step(due=ON), step(), step()), id="a")
    second = plan(goal(step(), step(done_on=ON)), id="b")
    (found,) = ask("C308", workspace(first, second, plan(goal(step(due=ON)), id="c")))
    assert (found.field, value(found, "n"), value(found, "of")) == ("goals[1].steps[2]", 3, 5)
    assert [ref.id for ref in (found.subject, *found.others)] == ["a", "b"]


# the matching that is asked of few gives what it gives when asked of all


def test_the_remits_of_the_example_are_those_of_the_whole_matching() -> None:
    asked, told = load_example().workspace, set()
    remits = Remits(asked, ON)
    for one in asked.cases:
        for place in range(len(one.goals)):
            whole = candidates(asked, one.id, place, on=ON).all
            against = {ReasonKind.NOT_WANTED, ReasonKind.NO_CONSENT, ReasonKind.CONSENT_WITHDRAWN}
            fitting = [
                who
                for who in whole
                if who.topic_fits
                and not any(reason.rules_out and reason.kind not in against for reason in who.reasons)
            ]
            assert remits.fits_somebody(one, place) is bool(fitting)
            for who in whole:
                outside = any(reason.kind in OUTSIDE for reason in who.reasons)
                assert remits.is_outside(one, place, who.subject) is outside
                told |= {("fits", bool(fitting)), ("outside", outside)}
    assert {("outside", True), ("outside", False), ("fits", True)} <= told
