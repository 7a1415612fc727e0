"""Erasing what is about people: nothing of it stays, and all else does."""

from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.codec.folder import loads_folder
from jmdmodel.codec.folder_writing import folder_files
from jmdmodel.codec.reading import loads
from jmdmodel.codec.validation import validate
from jmdmodel.codec.writing import dumps
from jmdmodel.entities import (
    Activity,
    AnnualReport,
    CasePlan,
    ContactPerson,
    KeyPerson,
    PartnerContribution,
    PlanGoal,
    PlanStep,
)
from jmdmodel.errors import ModelError, SaveError
from jmdmodel.fields import fields_of
from jmdmodel.ids import Ref
from jmdmodel.mentions import names_of
from jmdmodel.period import Period
from jmdmodel.privacy.texts import texts_of
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.testing.canaries import canaries
from jmdmodel.vocabulary import Topic, WorkArea
from jmdmodel.workspace import ENTITY_OF, ERASABLE, Workspace

DAY = date(2025, 6, 30)


def with_contributions(*contributions: PartnerContribution) -> Workspace:
    step = PlanStep(text="S", contributions=contributions)
    goal = PlanGoal(topic=Topic.SCHOOL, text="T", steps=(step,))
    people = (KeyPerson(id="imam", role="R"), KeyPerson(id="trainerin", role="R"))
    return minimal(partner("schule"), *people, CasePlan(id="k-1", goals=(goal,)))


def contributions_of(workspace: Workspace) -> tuple[PartnerContribution, ...]:
    return workspace.cases["k-1"].goals[0].steps[0].contributions


def test_only_what_is_about_people_can_be_erased() -> None:
    assert set(ERASABLE) == {"cases", "people", "contact_persons", "activities"}
    with pytest.raises(ModelError, match="all else ends: contact_persons, people, cases, activities"):
        minimal(partner("schule")).erase(Ref("partners", "schule"))


@pytest.mark.parametrize(
    "ref", [Ref("cases", "x"), Ref("cases"), Ref("people", "schule"), Ref("nothing", "x")]
)
def test_erasing_what_is_not_there_is_refused(ref: Ref) -> None:
    with pytest.raises(ModelError):
        minimal(partner("schule")).erase(ref)


def test_an_erased_case_is_gone_and_nothing_else() -> None:
    before = with_contributions()
    after = before.erase(Ref("cases", "k-1"))
    assert not after.cases
    assert (after.partners, after.people) == (before.partners, before.people)


def test_with_a_person_goes_the_contribution_that_cannot_be_without_a_contributor() -> None:
    by_person = PartnerContribution(person="imam")
    others = (PartnerContribution(partner="schule"), PartnerContribution(person="trainerin"))
    after = with_contributions(by_person, *others).erase(Ref("people", "imam"))
    assert contributions_of(after) == others
    assert validate(after) == ()


def test_what_is_not_shown_on_a_day_is_erased_too() -> None:
    before = with_contributions(PartnerContribution(person="imam")).as_of(DAY)
    hidden = before.with_entities(CasePlan(id="k-2", began="2030-Q1")).as_of(DAY)
    after = hidden.erase(Ref("cases", "k-2"))
    assert after.resolve(Ref("cases", "k-2")) is None


def test_an_activity_is_erased_and_its_minutes_with_it() -> None:
    activity = Activity(id="a", day=DAY, minutes=30, area=WorkArea.COUNSELLING)
    assert not minimal(activity).erase(Ref("activities", "a")).activities


def test_what_may_be_kept_until_today_is_not_yet_due_for_erasure() -> None:
    cases = (
        CasePlan(id="kept"),
        CasePlan(id="today", retain_until=DAY),
        CasePlan(id="over", retain_until=date(2025, 6, 29)),
    )
    person = KeyPerson(id="p", role="R", retain_until=date(2024, 2, 29))
    workspace = minimal(*cases, person)
    assert workspace.due_for_erasure(DAY) == (Ref("people", "p"), Ref("cases", "over"))
    assert workspace.due_for_erasure(date(2024, 2, 29)) == ()


def test_nothing_private_is_in_the_error() -> None:
    with pytest.raises(ModelError) as caught:
        with_contributions().erase(Ref("cases", "k-99"))
    assert "k-99" not in str(caught.value)


@pytest.mark.parametrize("form", ["document", "folder"])
def test_a_comment_that_stood_at_an_erased_case_is_told_without_its_pseudonym(form: str) -> None:
    cases = (
        b"cases:\n  # Ruft montags an.\n  k-1:\n    category: counselling\n    # Neu.\n    began: 2025-Q1\n"
    )
    root = b"schema: 2\nservice: {name: J, provider: T}\n"
    if form == "document":
        loaded = loads(root + cases)
        write = dumps
    else:
        loaded = loads_folder({"workspace.yaml": root, "cases.yaml": b"schema: 2\n" + cases})
        write = folder_files
    erased = loaded.workspace.erase(Ref("cases", "k-1"))
    with pytest.raises(SaveError) as caught:
        write(erased, source=loaded.source)
    told = caught.value.in_("de")
    assert "cases.…" in told
    assert "k-1" not in told
    assert write(erased, source=loaded.source, drop_comments=True)


NOTE = "Frau Amal Yıldız-Bauer, erreichbar 0651 12345, und fall-017 (auch Fall-017, nicht fall-0170)."


def with_texts() -> Workspace:
    return minimal(
        partner("schule", name="Schule Amal", note=NOTE),
        KeyPerson(id="yildiz", role="Leitung", name="Amal Yıldız-Bauer"),
        ContactPerson(id="dienst", partner="schule", function="Büro", name="Rose", reachable="0651 12345"),
        CasePlan(id="fall-017", goals=(PlanGoal(topic=Topic.SCHOOL, text="Wie fall-017"),)),
        CasePlan(
            id="fall-018", goals=(PlanGoal(topic=Topic.SCHOOL, text="Wie Fall-017, mit amal  yıldız-bauer"),)
        ),
        Activity(id="a", day=DAY, minutes=30, area=WorkArea.COUNSELLING, note="rose Rose Rosen"),
    )


@pytest.mark.parametrize(
    ("ref", "note"),
    [
        (Ref("people", "yildiz"), NOTE.replace("Amal Yıldız-Bauer", "[…]")),
        (Ref("contact_persons", "dienst"), NOTE.replace("0651 12345", "[…]")),
        (Ref("cases", "fall-017"), NOTE.replace("fall-017 ", "[…] ").replace("Fall-017", "[…]")),
        (Ref("cases", "fall-018"), NOTE),
    ],
)
def test_a_text_that_names_who_is_erased_has_a_mark_in_the_place_of_the_name(ref: Ref, note: str) -> None:
    erased = with_texts().erase(ref)
    assert erased.partners["schule"].note == note
    assert erased.partners["schule"].name == "Schule Amal"
    assert validate(erased) == ()


def test_names_go_from_the_texts_of_cases_and_activities_too() -> None:
    by_name = with_texts().erase(Ref("people", "yildiz"))
    assert by_name.cases["fall-018"].goals[0].text == "Wie Fall-017, mit […]"
    by_case = with_texts().erase(Ref("cases", "fall-017"))
    assert by_case.cases["fall-018"].goals[0].text == "Wie […], mit amal  yıldız-bauer"


def test_a_name_of_one_word_is_marked_as_a_whole_word_in_its_own_letters() -> None:
    erased = with_texts().erase(Ref("contact_persons", "dienst"))
    assert erased.activities["a"].note == "rose […] Rosen"


def test_a_pseudonym_that_is_a_mere_word_is_left_in_texts() -> None:
    before = minimal(partner("schule", note="Das haus am Markt"), CasePlan(id="haus"))
    assert before.erase(Ref("cases", "haus")).partners == before.partners


def test_two_names_in_a_list_become_one_mark() -> None:
    report = AnnualReport(id="2025", submitted_to=("Frau Amal Bauer", "Amal Bauer", "Land"))
    people = (KeyPerson(id="one", role="R", name="Amal Bauer"), KeyPerson(id="two", role="R", name="X"))
    erased = minimal(report, *people).erase(Ref("people", "one"))
    assert erased.reports["2025"].submitted_to == ("Frau […]", "[…]", "Land")
    same = minimal(AnnualReport(id="2025", submitted_to=("Amal  Bauer", "Amal Bauer")), *people)
    assert same.erase(Ref("people", "one")).reports["2025"].submitted_to == ("[…]",)


def test_what_a_day_does_not_show_loses_the_name_too() -> None:
    later = partner("spaeter", note="Amal Bauer", period=Period(since=date(2030, 1, 1)))
    before = minimal(later, KeyPerson(id="one", role="R", name="Amal Bauer")).as_of(DAY)
    erased = before.erase(Ref("people", "one"))
    assert [one.note for one in erased.partners.beyond()] == ["[…]"]


PLANTED = canaries()
ABOUT_PEOPLE = [Ref(name, one.id) for name in ERASABLE for one in getattr(PLANTED.workspace, name)]


@pytest.mark.parametrize("ref", ABOUT_PEOPLE, ids=str)
def test_no_token_of_what_is_erased_is_left_anywhere(ref: Ref) -> None:
    """Each name is also written into a note elsewhere; other words of the thing stand in it alone."""
    thing = PLANTED.workspace.resolve(ref)
    note = "; ".join(sorted(names_of(thing)))
    before = PLANTED.workspace.with_entities(partner("schule", note=f"Mit {note}, sonst niemand."))
    erased = before.erase(ref)
    own = {text.text.split()[0] for text in texts_of(thing)} | {ref.id}
    assert len(own) >= (1 if ref.collection == "activities" else 3)
    text = dumps(erased).decode()
    assert [token for token in own if token in text] == []
    assert validate(erased) == ()


def test_nothing_that_is_kept_about_people_lacks_a_day_to_erase_it_but_activities() -> None:
    """Activities have none; erasing one takes its minutes with it."""
    with_day = {
        name for name in ERASABLE if any(field.name == "retain_until" for field in fields_of(ENTITY_OF[name]))
    }
    assert set(ERASABLE) - with_day == {"activities"}
    due = PLANTED.workspace.due_for_erasure(date(2199, 1, 1))
    assert {ref.collection for ref in due} == with_day
