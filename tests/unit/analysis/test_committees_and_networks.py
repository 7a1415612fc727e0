from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.analysis.committees import committee_work, committee_years
from jmdmodel.analysis.networks import ATTRIBUTES, network_profiles
from jmdmodel.entities.committee import Committee, CommitteeRole, Contribution, Session
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.entities.service import Service
from jmdmodel.errors import ModelError
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import (
    Attendance,
    CommitteeKind,
    ContributionKind,
    Formalisation,
    MemberRole,
    ParticipationForm,
    SeatRole,
    SessionResult,
    Topic,
)
from jmdmodel.workspace import Workspace

DAY = date(2024, 2, 29)


def workspace(*things):
    return Workspace(service=Service(name="JMD Musterstadt", provider="Muster e. V.")).with_entities(*things)


def committee(identifier="jha", **more):
    return Committee(id=identifier, name=identifier, kind=CommitteeKind.YOUTH_WELFARE_COMMITTEE, **more)


def session(on=DAY, attendance=None, *kinds):
    return Session(
        day=on, attendance=attendance, contributions=tuple(Contribution(kind=kind) for kind in kinds)
    )


def test_a_year_without_committees_has_no_rows_and_misses_all_nine_kinds():
    found = committee_work(workspace(), 2024)
    assert (found.rows, found.sessions) == ((), 0)
    assert found.missing == tuple(ContributionKind)
    assert len(found.missing) == 9


def test_contributions_count_by_kind_over_sessions_and_committees():
    first = committee(
        sessions=(
            session(DAY, Attendance.PRESENT, ContributionKind.CONCERNS, ContributionKind.CONCERNS),
            session(date(2024, 12, 31), Attendance.EXCUSED, ContributionKind.GAP_FOUND),
        )
    )
    second = committee("ag", sessions=(session(date(2024, 1, 1), None, ContributionKind.CONCERNS),))
    found = committee_work(workspace(first, second), 2024)
    assert [row.committee.id for row in found.rows] == ["ag", "jha"]
    assert dict(found.rows[1].contributions)[ContributionKind.CONCERNS] == 2
    assert dict(found.contributions)[ContributionKind.CONCERNS] == 3
    assert dict(found.contributions)[ContributionKind.GAP_FOUND] == 1
    assert len(found.missing) == 7


def test_sessions_of_other_years_do_not_count_on_either_border():
    space = workspace(committee(sessions=(session(date(2023, 12, 31)), session(date(2025, 1, 1)))))
    assert committee_work(space, 2024).sessions == 0


def test_attendance_is_counted_by_word_and_a_missing_note_apart():
    words = [Attendance.PRESENT, Attendance.DEPUTY, Attendance.ADVISORY, Attendance.EXCUSED, None]
    sessions = tuple(session(date(2024, 1, number + 1), word) for number, word in enumerate(words))
    (row,) = committee_work(workspace(committee(sessions=sessions)), 2024).rows
    assert (row.sessions, row.attended) == (5, 3)
    assert dict(row.attendance)[None] == 1
    assert dict(row.attendance)[Attendance.ABSENT] == 0


@pytest.mark.parametrize(
    ("period", "there"),
    [
        (Period(until=date(2024, 1, 1)), True),
        (Period(until=date(2023, 12, 31)), False),
        (Period(since=date(2024, 12, 31)), True),
        (Period(since=date(2025, 1, 1)), False),
    ],
)
def test_a_committee_belongs_to_every_year_that_it_has_a_day_in(period, there):
    assert bool(committee_work(workspace(committee(period=period)), 2024).rows) is there


def test_a_session_after_its_committee_ended_is_still_counted():
    ended = committee(period=Period(until=date(2023, 12, 31)), sessions=(session(),))
    assert committee_work(workspace(ended), 2024).sessions == 1


def test_the_seats_of_a_year_are_given():
    seat = CommitteeRole(role=SeatRole.ADVISORY, period=Period(since=date(2024, 12, 31)))
    space = workspace(committee(roles=(seat,)))
    assert committee_work(space, 2024).rows[0].roles == (seat,)
    assert committee_work(space, 2023).rows[0].roles == ()


def told(found, language):
    return list(found.sentences(language))


def test_kinds_of_committee_add_up_to_the_rows_and_leave_out_those_without_any():
    ag = Committee(
        id="ag",
        name="AG",
        kind=CommitteeKind.AG_78,
        sessions=(session(DAY, Attendance.ABSENT, ContributionKind.PUBLICITY),),
    )
    space = workspace(
        ag,
        committee("b", sessions=(session(DAY, Attendance.PRESENT, ContributionKind.CONCERNS),)),
        committee("a", sessions=(session(DAY, Attendance.DEPUTY, ContributionKind.CONCERNS),)),
    )
    found = committee_work(space, 2024)
    assert [(row.kind, row.committees, row.sessions, row.attended) for row in found.kinds] == [
        (CommitteeKind.YOUTH_WELFARE_COMMITTEE, 2, 2, 2),
        (CommitteeKind.AG_78, 1, 1, 0),
    ]
    assert dict(found.kinds[0].contributions)[ContributionKind.CONCERNS] == 2
    assert dict(found.kinds[1].contributions)[ContributionKind.CONCERNS] == 0
    assert found.attended == 2


def test_results_are_counted_by_word_and_a_missing_note_apart():
    sessions = (
        Session(day=DAY, result=SessionResult.POSTPONED),
        Session(day=date(2024, 3, 1)),
        Session(day=date(2024, 3, 2), result=SessionResult.NONE),
    )
    found = committee_work(workspace(committee(sessions=sessions)), 2024)
    assert dict(found.results)[SessionResult.POSTPONED] == 1
    assert dict(found.results)[SessionResult.NONE] == 1
    assert dict(found.results)[None] == 1
    assert dict(found.results)[SessionResult.DECIDED] == 0


def test_a_year_in_committees_is_told_for_none_one_and_many():
    assert told(committee_work(workspace(), 2024), "de") == [
        "Für 2024 ist keine Sitzung eines Gremiums eingetragen."
    ]
    one = workspace(committee(sessions=(session(DAY, Attendance.PRESENT, *list(ContributionKind)[1:]),)))
    assert told(committee_work(one, 2024), "de") == [
        "Für 2024 ist eine Sitzung eingetragen.",
        "An einer Sitzung hat der Dienst teilgenommen.",
        "Der Dienst hat acht Beiträge eingebracht.",
        "Eine Art von Beitrag ist nicht eingetragen: Belange junger Menschen eingebracht.",
    ]
    two = workspace(committee(sessions=(session(), session(date(2024, 3, 1)))))
    assert told(committee_work(two, 2024), "en")[:3] == [
        "Two sessions are entered for 2024.",
        "No attendance of the service is entered.",
        "No contribution is entered yet.",
    ]


def test_kinds_of_contribution_stand_in_quotation_marks_where_one_has_a_comma():
    kinds = [kind for kind in ContributionKind if kind is not ContributionKind.AGAINST_DISCRIMINATION]
    space = workspace(committee(sessions=(session(DAY, None, *kinds[:-1]),)))
    assert told(committee_work(space, 2024), "de")[-1] == (
        "Zwei Arten von Beiträgen sind nicht eingetragen: „gegen Diskriminierung, Rassismus und Extremismus "
        "gewirkt“ sowie „an Öffentlichkeits- und Lobbyarbeit beteiligt“."
    )


def test_a_public_view_does_not_say_that_there_were_no_sessions():
    view = redact(workspace(committee(sessions=(session(),))), Audience.PUBLIC)
    found = committee_work(view, 2024)
    assert found.withheld is not None
    assert told(found, "de") == ["Sitzungen von Gremien gehören nicht zu dieser Ansicht."]
    assert committee_work(workspace(), 2024).withheld is None


def test_a_view_without_sessions_claims_neither_numbers_nor_missing_kinds():
    view = redact(workspace(committee(sessions=(session(),))), Audience.PUBLIC)
    work = committee_work(view, 2024)
    assert work.missing == ()
    for table in work.tables():
        for record in table.records():
            assert {value for name, value in record.items() if name not in {"committee", "name", "kind"}} <= {
                None,
                record.get("committees"),
            }
    years = committee_years(view, [2024])
    assert years.never == ()
    assert years.records()[0] == dict.fromkeys(years.records()[0]) | {"year": 2024}


def test_years_stand_in_order_each_once_and_tell_what_never_came_up():
    space = workspace(
        committee(
            sessions=(
                session(date(2023, 12, 31), None, ContributionKind.CONCERNS),
                session(date(2026, 1, 1), None, ContributionKind.PUBLICITY),
                session(date(2026, 1, 2)),
            )
        )
    )
    found = committee_years(space)
    assert [work.year for work in found] == [2023, 2026]
    assert len(found.never) == 7
    assert [work.year for work in committee_years(space, [2025, 2024, 2025])] == [2024, 2025]
    assert [record["sessions"] for record in found.records()] == [1, 2]


def test_without_sessions_there_are_no_years_and_every_kind_never_came_up():
    assert committee_years(workspace()) == ()
    assert committee_years(workspace()).never == tuple(ContributionKind)


def test_a_year_that_is_none_is_refused_among_others():
    with pytest.raises(ModelError):
        committee_years(workspace(), [2024, "2025"])


def profile(network, day=DAY):
    (found,) = network_profiles(workspace(network), on=day)
    return found


def test_a_network_without_an_assessment_has_all_four_attributes_open():
    found = profile(Network(id="n", name="N"))
    assert (found.assessed_on, found.formalisation, found.themes) == (None, None, ())
    assert found.not_assessed == ATTRIBUTES
    assert (found.members_named, found.members_stated, found.participation) == (0, None, None)


def test_the_latest_assessment_up_to_the_day_counts_alone():
    early = NetworkAssessment(day=date(2024, 2, 28), themes=(Topic.WORK,))
    latest = NetworkAssessment(day=DAY, formalisation=Formalisation.CONTRACT)
    later = NetworkAssessment(day=date(2024, 3, 1), formalisation=Formalisation.INFORMAL)
    found = profile(Network(id="n", name="N", assessments=(later, latest, early)))
    assert (found.assessed_on, found.formalisation, found.themes) == (DAY, Formalisation.CONTRACT, ())
    assert found.not_assessed == ("spatial_extent", "themes", "political_influence")


def test_members_are_those_of_the_day_and_count_once_in_two_roles():
    members = (
        Membership(partner="a"),
        Membership(partner="a", role=MemberRole.LEAD),
        Membership(partner="b", period=Period(until=date(2024, 2, 28))),
        Membership(partner="c", period=Period(until=DAY)),
    )
    found = profile(Network(id="n", name="N", members=members, members_stated=12))
    assert (found.members_named, found.members_stated) == (2, 12)


def test_the_form_of_participation_is_that_of_the_days_year():
    forms = (
        Participation(year=2023, form=ParticipationForm.ACTIVE),
        Participation(year=2024, form=ParticipationForm.LEFT),
    )
    network = Network(id="n", name="N", participation=forms)
    assert profile(network).participation == forms[1]
    assert profile(network, date(2023, 12, 31)).participation == forms[0]


def test_networks_that_ended_have_no_profile_and_the_rest_stand_by_identifier():
    ended = Network(id="c", name="C", period=Period(until=date(2024, 2, 28)))
    space = workspace(Network(id="b", name="B"), Network(id="a", name="A"), ended)
    assert [found.network.id for found in network_profiles(space, on=DAY)] == ["a", "b"]
