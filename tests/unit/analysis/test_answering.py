"""Who answers for a thing on a day: the nearest statement counts, and only those who are still there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jmdmodel.analysis.answering import answering
from jmdmodel.entities.agreement import Agreement, GoalProgress, NetworkGoal, Responsibility
from jmdmodel.entities.committee import Committee
from jmdmodel.entities.network import Membership, Network, NetworkAssessment
from jmdmodel.entities.opening import AccessBarrier, BarrierStatus, OpeningProcess
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap
from jmdmodel.entities.review import Waiver
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.vocabulary import (
    BarrierKind,
    BarrierState,
    CommitteeKind,
    GoalStatus,
    MemberRole,
    PartnerKind,
)
from jmdmodel.workspace import Workspace

ON = date(2025, 6, 30)
LAST = Period(until=ON)
GONE = Period(until=date(2025, 6, 29))
STAFF = (
    StaffRole(id="beratung", function="Beratung"),
    StaffRole(id="leitung", function="Leitung", period=LAST),
    StaffRole(id="frueher", function="Früher", period=GONE),
)
PARTNERS = (
    Partner(id="schule", name="Schule", kind=PartnerKind.SCHOOL),
    Partner(id="jobcenter", name="Jobcenter", kind=PartnerKind.SGB2_BODY, period=LAST),
    Partner(id="alt", name="Alt", kind=PartnerKind.OTHER, period=GONE),
)
BASE = Workspace(service=Service(name="JMD", provider="Träger")).with_entities(*STAFF, *PARTNERS)
LED = (Membership(partner="schule", role=MemberRole.LEAD), Membership(partner="jobcenter"))


def asked(*things: Any, subject: str, field: str = "") -> list[str]:
    collection, _, identifier = subject.partition("/")
    workspace = BASE.with_entities(*things)
    return [str(one) for one in answering(workspace, Ref(collection, identifier), field, on=ON)]


def network(**parts: Any) -> Network:
    return Network(id="ag", name="AG", **{"members": LED} | parts)


def of_network(field: str = "", **parts: Any) -> list[str]:
    return asked(network(**parts), subject="networks/ag", field=field)


def rated(day: date, assessor: str | None) -> ContactRating:
    return ContactRating(day=day, assessor=assessor)


GOALS = (
    NetworkGoal(text="eins", staff="leitung", responsible=("schule",)),
    NetworkGoal(text="zwei", responsible=("jobcenter", "schule")),
    NetworkGoal(text="drei", staff="frueher"),
)


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("goals[1]", ["staff/leitung"]),
        ("goals[1].due", ["staff/leitung"]),
        ("goals[2]", ["partners/jobcenter", "partners/schule"]),
        ("goals[3]", ["staff/leitung"]),  # whoever was entered is no longer there; the next statement counts
        ("goals[4]", ["staff/leitung"]),
        ("goals[0]", ["staff/leitung"]),
        ("goals", ["staff/leitung"]),
    ],
)
def test_the_one_entered_for_a_goal_answers_for_it(field: str, named: list[str]) -> None:
    assert of_network(field, goals=GOALS) == named


def test_the_one_entered_for_an_agreement_or_a_task_answers_for_it() -> None:
    agreement = Agreement(text="a", responsible="schule")
    task = Responsibility(task="t", partners=("jobcenter",))
    assert of_network("agreements[1]", agreements=(agreement,)) == ["partners/schule"]
    assert of_network("responsibilities[1].task", responsibilities=(task,)) == ["partners/jobcenter"]


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({"responsibilities": (Responsibility(task="t", staff="beratung", period=LAST),)}, True),
        ({"responsibilities": (Responsibility(task="t", staff="beratung", period=GONE),)}, False),
        ({"goals": (NetworkGoal(text="z", staff="beratung"),)}, True),
        (
            {
                "goals": (
                    NetworkGoal(
                        text="z",
                        staff="beratung",
                        progress=(GoalProgress(day=ON, status=GoalStatus.REACHED),),
                    ),
                )
            },
            False,
        ),
        ({"agreements": (Agreement(text="a", staff="beratung", valid_until=ON),)}, True),
        ({"agreements": (Agreement(text="a", staff="beratung", valid_until=date(2025, 6, 29)),)}, False),
        ({"agreements": (Agreement(text="a", staff="beratung", agreed_on=date(2025, 7, 1)),)}, False),
    ],
)
def test_what_still_runs_in_a_network_names_who_answers_for_the_rest(
    parts: dict[str, Any], named: bool
) -> None:
    assert of_network("origin", **parts) == (["staff/beratung"] if named else [])


def test_several_functions_of_a_network_are_named_together_in_order() -> None:
    tasks = (Responsibility(task="a", staff="leitung"), Responsibility(task="b", staff="beratung"))
    assert of_network("reviews", responsibilities=tasks) == ["staff/beratung", "staff/leitung"]


def test_then_the_latest_assessment_counts_and_none_of_a_later_day() -> None:
    made = (
        NetworkAssessment(day=date(2024, 1, 1), assessor="leitung"),
        NetworkAssessment(day=ON, assessor="beratung"),
        NetworkAssessment(day=date(2025, 7, 1), assessor="leitung"),
    )
    assert of_network("assessments", assessments=made) == ["staff/beratung"]


@pytest.mark.parametrize("field", ["goals", "agreements[1]", "reviews", "responsibilities[2].task"])
def test_the_leading_partner_is_named_for_what_members_settle_together(field: str) -> None:
    assert of_network(field) == ["partners/schule"]


@pytest.mark.parametrize("field", ["", "origin", "members", "assessments", "note"])
def test_the_leading_partner_is_not_named_for_what_the_team_enters(field: str) -> None:
    assert of_network(field) == []


def test_a_lead_that_has_ended_names_nobody() -> None:
    left = (Membership(partner="schule", role=MemberRole.LEAD, period=GONE),)
    gone = (Membership(partner="alt", role=MemberRole.LEAD),)
    assert of_network("goals", members=left) == of_network("goals", members=gone) == []


def test_a_contact_names_its_agreement_then_its_rating_then_the_map_of_that_year() -> None:
    def of_contact(field: str = "", **parts: Any) -> list[str]:
        drawn = NetworkMap(id="2024", as_of=date(2024, 12, 31), assessor="leitung")
        contact = Contact(id="schule", partner="schule", **parts)
        return asked(drawn, contact, subject="contacts/schule", field=field)

    agreed = (Agreement(text="a", responsible="schule"),)
    own, of_map = rated(date(2024, 5, 1), "beratung"), rated(date(2024, 5, 1), None)
    assert of_contact("agreements[1]", agreements=agreed, ratings=(own,)) == ["partners/schule"]
    assert of_contact("note", agreements=agreed, ratings=(own,)) == ["staff/beratung"]
    assert of_contact(ratings=(of_map,)) == ["staff/leitung"]
    assert of_contact(ratings=(rated(date(2023, 5, 1), None),)) == []
    assert of_contact() == []
    assert of_contact("ratings") == ["staff/leitung"]


def test_a_map_that_is_missing_falls_to_whoever_made_the_last_one() -> None:
    maps = (
        NetworkMap(id="2023", as_of=date(2023, 12, 31), assessor="beratung"),
        NetworkMap(id="2024", as_of=date(2024, 12, 31), assessor="leitung"),
        NetworkMap(id="2025", as_of=date(2025, 12, 31), assessor="beratung"),
    )
    assert asked(*maps, subject="maps") == ["staff/leitung"]
    assert asked(*maps, subject="maps/2023") == ["staff/beratung"]
    assert asked(subject="maps") == []


def test_a_partner_a_barrier_an_opening_and_a_waiver_lead_to_what_they_are_about() -> None:
    things = (
        Contact(id="c", partner="schule", ratings=(rated(ON, "beratung"),)),
        Contact(id="d", partner="schule", ratings=(rated(ON, "leitung"),), period=GONE),
        OpeningProcess(id="o", partner="schule"),
        AccessBarrier(id="b", title="B", kind=BarrierKind.LANGUAGE, at=Ref("partners", "schule")),
        AccessBarrier(
            id="e",
            title="E",
            kind=BarrierKind.LANGUAGE,
            at=Ref("partners", "schule"),
            statuses=(BarrierStatus(day=ON, state=BarrierState.FOUND, assessor="leitung"),),
        ),
        AccessBarrier(id="f", title="F", kind=BarrierKind.LANGUAGE),
        Waiver(id="w", rule="Q515", subject=Ref("contacts", "c"), reason="R", until=ON),
        Waiver(id="x", rule="Q515", reason="R", until=ON),
    )
    for subject in ("partners/schule", "openings/o", "barriers/b", "waivers/w"):
        assert asked(*things, subject=subject) == ["staff/beratung"]
    assert asked(*things, subject="barriers/e") == ["staff/leitung"]
    assert asked(*things, subject="barriers/f") == asked(*things, subject="waivers/x") == []


def test_a_committee_that_is_a_network_too_names_who_answers_there() -> None:
    plain = Committee(id="rat", name="Rat", kind=CommitteeKind.ROUND_TABLE)
    both = Committee(id="tisch", name="Tisch", kind=CommitteeKind.ROUND_TABLE, network="ag")
    cooperating = network(responsibilities=(Responsibility(task="t", staff="beratung"),))
    assert asked(plain, subject="committees/rat") == []
    assert asked(cooperating, both, subject="committees/tisch", field="sessions") == ["staff/beratung"]


@pytest.mark.parametrize(
    "subject", ["service", "space", "contacts", "needs/nichts", "networks/nichts", "gibtesnicht/x"]
)
def test_what_names_nobody_has_nobody(subject: str) -> None:
    assert asked(subject=subject) == []


def test_a_function_answers_for_itself_while_it_is_there() -> None:
    assert asked(subject="staff/leitung") == ["staff/leitung"]
    assert asked(subject="staff/frueher") == []


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ModelError):
        answering(BASE, Ref("service"), on="2025")  # type: ignore[arg-type]
