"""Boundaries of the rules on networks and committees."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from jmdmodel.entities.committee import Committee, CommitteeRole, Contribution, Session
from jmdmodel.entities.network import Membership, Network, Participation
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.quality.networks.partners import NAMED_KINDS
from jmdmodel.quality.texts import phrase
from jmdmodel.vocabulary import (
    Attendance,
    CommitteeKind,
    ContributionKind,
    ParticipationForm,
    PartnerKind,
    SeatHolder,
    SeatRole,
)
from tests.unit.quality._build import ON, SERVICE, ask, partner, value, workspace

JUST_OVER = Period(until=date(2026, 2, 28))


def network(**others: Any) -> Network:
    return Network(id="netz", name="Netz", **others)


def committee(
    *sessions: Session, kind: CommitteeKind = CommitteeKind.WORKING_GROUP, **others: Any
) -> Committee:
    return Committee(id="runde", name="Runde", kind=kind, sessions=sessions, **others)


def session(
    on: date, *kinds: ContributionKind, attendance: Attendance | None = Attendance.PRESENT
) -> Session:
    return Session(
        day=on, attendance=attendance, contributions=tuple(Contribution(kind=kind) for kind in kinds)
    )


def seat(role: SeatRole | None = SeatRole.MEMBER, **others: Any) -> CommitteeRole:
    return CommitteeRole(role=role, **others)


def took_part(year: int, form: ParticipationForm) -> Participation:
    return Participation(year=year, form=form)


def test_kinds_that_the_concept_does_not_name_are_never_missed() -> None:
    named = [partner(kind.code, kind=kind) for kind in NAMED_KINDS]
    assert ask("N201", workspace(*named)) == []
    assert PartnerKind.OTHER not in NAMED_KINDS
    assert PartnerKind.CHAMBER not in NAMED_KINDS


def test_further_kinds_count_for_coverage() -> None:
    mosque = partner(
        "moschee",
        kind=PartnerKind.RELIGIOUS_COMMUNITY,
        further_kinds=(PartnerKind.MIGRANT_ORGANISATION, PartnerKind.ASSOCIATION),
    )
    wanted = ["religious-community", "migrant-organisation", "association"]
    assert ask("N201", workspace(mosque), expected=wanted) == []


def test_missing_kinds_come_as_one_finding() -> None:
    found = ask("N201", workspace(partner("schule")))
    assert len(found) == 1
    assert len(value(found[0], "kinds")) == len(NAMED_KINDS) - 1


@pytest.mark.parametrize("code", ["N202", "N203", "N214", "N215"])
def test_a_network_that_has_ended_or_was_left_is_no_longer_asked(code: str) -> None:
    faulty = {"members_stated": 5, "members": (Membership(partner="a"),) if code == "N214" else ()}
    living = network(**faulty)
    assert len(ask(code, workspace(partner("a"), living))) == 1
    assert ask(code, workspace(partner("a"), network(**faulty, period=JUST_OVER))) == []
    left = (took_part(2025, ParticipationForm.LEFT),)
    assert ask(code, workspace(partner("a"), network(**faulty, participation=left))) == []


def test_a_member_until_today_is_still_active() -> None:
    until_today = Membership(partner="a", period=Period(until=ON))
    assert ask("N203", workspace(partner("a"), network(members=(until_today,)))) == []


def test_a_member_until_yesterday_is_not() -> None:
    assert (
        len(
            ask(
                "N203", workspace(partner("a"), network(members=(Membership(partner="a", period=JUST_OVER),)))
            )
        )
        == 1
    )


@pytest.mark.parametrize(("stated", "found"), [(None, 0), (0, 1), (1, 1), (2, 0), (3, 1)])
def test_stated_and_named_members_are_compared_both_ways(stated: int | None, found: int) -> None:
    members = (Membership(partner="a"), Membership(partner="b"))
    asked = workspace(partner("a"), partner("b"), network(members=members, members_stated=stated))
    assert len(ask("N214", asked)) == found


def test_a_collective_member_may_stand_for_several() -> None:
    members = (Membership(partner="a"), Membership(partner="b"))
    partners = (partner("a"), partner("b", collective=True))
    assert ask("N214", workspace(*partners, network(members=members, members_stated=9))) == []
    assert len(ask("N214", workspace(*partners, network(members=members, members_stated=1)))) == 1


def test_a_partner_with_two_roles_is_one_member() -> None:
    early = Membership(partner="a", period=Period(until=ON))
    assert (
        ask(
            "N214",
            workspace(partner("a"), network(members=(early, Membership(partner="a")), members_stated=1)),
        )
        == []
    )


@pytest.mark.parametrize(("year", "found"), [(2024, 1), (2025, 0), (2026, 0), (2027, 1)])
def test_the_form_of_participation_is_asked_for_the_year_that_is_over(year: int, found: int) -> None:
    stated = network(participation=(took_part(year, ParticipationForm.ACTIVE),))
    assert len(ask("N215", workspace(stated))) == found


def test_networks_without_a_form_are_one_finding_with_their_number() -> None:
    stated = (took_part(2025, ParticipationForm.ACTIVE),)
    three = [Network(id=name, name=name.upper()) for name in ("a", "b", "c")]
    (found,) = ask("N215", workspace(attrs.evolve(three[0], participation=stated), *three[1:]))
    assert (str(found.path), found.others) == ("networks/b.participation", (Ref("networks", "c"),))
    assert phrase(found, "de").message == (
        "Netzwerke, bei denen für 2025 nicht angegeben ist, wie sich der Dienst beteiligt hat: 2 von 3 "
        "(„B“ und „C“)."
    )


def test_a_network_founded_this_year_owes_nothing_for_the_last() -> None:
    assert ask("N215", workspace(network(period=Period(since=date(2026, 1, 1))))) == []


@pytest.mark.parametrize(
    ("kind", "holder", "found"),
    [
        (CommitteeKind.YOUTH_WELFARE_COMMITTEE, SeatHolder.SERVICE, 0),
        (CommitteeKind.YOUTH_WELFARE_COMMITTEE, SeatHolder.PROVIDER, 0),
        (CommitteeKind.AG_78, SeatHolder.PROVIDER, 0),
        (CommitteeKind.AG_78, SeatHolder.FEDERATION, 1),
        (CommitteeKind.WORKING_GROUP, SeatHolder.SERVICE, 1),
    ],
)
def test_a_seat_of_service_or_provider_is_enough(kind: CommitteeKind, holder: SeatHolder, found: int) -> None:
    assert len(ask("N204", workspace(committee(kind=kind, roles=(seat(held_by=holder),))))) == found


@pytest.mark.parametrize(("founded", "found"), [(2025, 1), (2026, 0), (None, 1)])
def test_a_service_of_this_year_need_not_have_a_seat(founded: int | None, found: int) -> None:
    assert len(ask("N204", workspace(service=attrs.evolve(SERVICE, founded=founded)))) == found


def test_a_seat_that_is_over_does_not_count_but_attended_sessions_do() -> None:
    over = (seat(period=JUST_OVER),)
    kind = CommitteeKind.AG_78
    assert len(ask("N204", workspace(committee(kind=kind, roles=over)))) == 1
    assert ask("N204", workspace(committee(session(date(2025, 5, 6)), kind=kind, roles=over))) == []


def both(attendance: Attendance | None = Attendance.PRESENT) -> tuple[Session, Session]:
    return session(date(2025, 3, 4), attendance=attendance), session(date(2025, 9, 9), attendance=attendance)


def test_two_attended_sessions_without_contribution_are_found() -> None:
    assert len(ask("N205", workspace(committee(*both(), roles=(seat(),))))) == 1


def test_one_session_is_too_few_to_tell() -> None:
    assert ask("N205", workspace(committee(both()[0], roles=(seat(),)))) == []
    assert len(ask("N205", workspace(committee(both()[0], roles=(seat(),))), sessions=1)) == 1


@pytest.mark.parametrize("role", [SeatRole.GUEST, SeatRole.PERMANENT_GUEST, SeatRole.DEPUTY, None])
def test_a_guest_need_not_bring_anything_in(role: SeatRole | None) -> None:
    assert ask("N205", workspace(committee(*both(), roles=(seat(role),)))) == []


@pytest.mark.parametrize("attendance", [Attendance.EXCUSED, Attendance.ABSENT, None])
def test_sessions_without_the_service_do_not_count(attendance: Attendance | None) -> None:
    assert ask("N205", workspace(committee(*both(attendance), roles=(seat(),)))) == []


def test_a_contribution_in_another_year_does_not_help() -> None:
    old = session(date(2024, 12, 31), ContributionKind.CONCERNS)
    assert len(ask("N205", workspace(committee(old, *both(), roles=(seat(),))))) == 1


def test_a_seat_without_a_role_is_unknown_and_any_holder_will_do() -> None:
    assert len(ask("N206", workspace(committee()))) == 1
    assert len(ask("N206", workspace(committee(roles=(seat(None),))))) == 1
    assert ask("N206", workspace(committee(roles=(seat(held_by=SeatHolder.FEDERATION),)))) == []
    assert ask("N206", workspace(committee(period=JUST_OVER))) == []


@pytest.mark.parametrize(("attended", "found"), [(1, 1), (2, 0), (4, 0)])
def test_half_of_the_sessions_is_enough_attendance(attended: int, found: int) -> None:
    days = [date(2025, month, 1) for month in (1, 2, 3, 4)]
    forms = [Attendance.DEPUTY] * attended + [Attendance.EXCUSED] * (4 - attended)
    sessions = [session(day, attendance=form) for day, form in zip(days, forms, strict=True)]
    assert len(ask("N207", workspace(committee(*sessions)))) == found


def test_attendance_is_not_judged_by_two_sessions() -> None:
    assert ask("N207", workspace(committee(*both(Attendance.ABSENT)))) == []


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("N210", (ContributionKind.ENCOUNTER, ContributionKind.AGAINST_DISCRIMINATION)),
        ("N213", (ContributionKind.CONCERNS, ContributionKind.PARTICIPATION)),
    ],
)
def test_both_kinds_of_contribution_are_wanted_over_all_committees(
    code: str, kinds: tuple[ContributionKind, ContributionKind]
) -> None:
    day = date(2025, 6, 30)
    first, second = kinds
    other = Committee(id="rat", name="Rat", kind=CommitteeKind.OTHER, sessions=(session(day, second),))
    assert len(ask(code, workspace(committee(session(day))))) == 1
    one_missing = ask(code, workspace(committee(session(day, first))))
    assert [say.en for say in value(one_missing[0], "kinds")] == [f'"{second.label.en}"']
    assert ask(code, workspace(committee(session(day, first)), other)) == []


def test_a_service_without_committees_is_not_told_what_to_bring_in() -> None:
    assert ask("N210", workspace()) == []
    assert ask("N213", workspace(committee())) == []


def test_a_contribution_that_still_lies_ahead_does_not_count() -> None:
    on = date(2025, 11, 1)
    ahead = session(date(2025, 12, 1), ContributionKind.CONCERNS, ContributionKind.PARTICIPATION)
    asked = workspace(committee(ahead, roles=(seat(),)))
    assert len(ask("N213", asked, on=on, current_year_from_month=10)) == 1
    assert ask("N213", asked, on=date(2025, 12, 1), current_year_from_month=10) == []
