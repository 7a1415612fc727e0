"""Boundaries of the rules on case plans."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from jmdmodel.entities.case import (
    CasePlan,
    Consent,
    ContributionStep,
    PartnerContribution,
    PlanGoal,
    PlanStep,
)
from jmdmodel.entities.partner import KeyPerson
from jmdmodel.entities.resource import ContactPerson
from jmdmodel.messages import LANGUAGES
from jmdmodel.quality.texts import phrase
from jmdmodel.vocabulary import ConsentState, ContributionStage, Topic
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
    assert [one for code in ("C309", "C310", "C311", "C312") for one in ask(code, workspace())] == []
