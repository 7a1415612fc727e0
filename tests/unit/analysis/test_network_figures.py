from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from jmdmodel.analysis.networks import network_profiles
from jmdmodel.analysis.networks.changes import Step, attribute_steps, step
from jmdmodel.entities.agreement import Agreement, GoalProgress, NetworkGoal, Responsibility, Review
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating, tie
from jmdmodel.vocabulary import (
    Bindingness,
    Formalisation,
    GoalStatus,
    MemberRole,
    ParticipationForm,
    PartnerKind,
    SpatialExtent,
    TieKnowledge,
    Topic,
)

DAY = date(2024, 2, 29)
EVE = date(2024, 2, 28)
SURVEYED = network_map(2024, as_of=DAY, ties_surveyed_on=DAY)


def network(*members, **more):
    return Network(id="n", name="N", members=tuple(Membership(partner=member) for member in members), **more)


def figures(net, *things, day=DAY):
    (found,) = network_profiles(minimal(net, *things), on=day)
    return found.figures


def test_an_empty_network_has_counts_of_zero_and_reasons_for_the_rest():
    found = figures(network())
    assert (found.members, found.gap, found.kinds, found.active) == (0, None, (), 0)
    assert (found.density, found.ties, found.on_ring) == (None, None, None)
    assert found.why("density").in_("de").startswith("Bis zum 29.02.2024 sind keine Verbindungen")
    assert found.why("on_ring").in_("en") == "There is no network map for 2024."
    assert (found.review, found.effort, found.next_review) == (None, None, None)


@pytest.mark.parametrize(("stated", "gap"), [(12, 10), (2, 0), (1, -1), (0, -2), (None, None)])
def test_the_gap_is_what_is_stated_and_not_named(stated, gap):
    assert figures(network("a", "b", members_stated=stated)).gap == gap


def test_members_count_once_by_kind_and_those_that_lead_nowhere_count_as_named_only():
    found = figures(
        network("a", "b", "c", "weg", "a"),
        partner("a"),
        partner("b"),
        partner("c", kind=PartnerKind.BUSINESS),
    )
    assert found.members == 4
    assert found.kinds == ((PartnerKind.SCHOOL, 2), (PartnerKind.BUSINESS, 1))
    assert found.diversity == 1 - Fraction(4 + 1, 9)
    assert found.evenness == found.diversity * Fraction(len(PartnerKind), len(PartnerKind) - 1)


def test_a_partner_that_does_not_exist_on_the_day_is_no_member_on_it():
    ended = partner("weg", period=Period(until=EVE))
    net = network("a", "b", "weg", members_stated=3)
    held = (partner("a"), partner("b"), ended, SURVEYED, tie("a", "b"), tie("a", "weg"))
    found = figures(net, *held)
    assert (found.members, found.gap, found.kinds) == (2, 1, ((PartnerKind.SCHOOL, 2),))
    assert (found.ties, found.density) == (1, 1)
    assert figures(net, *held, day=EVE).members == 3
    (profile,) = network_profiles(minimal(net, *held), on=DAY)
    assert profile.members_named == 2


def test_members_of_one_kind_have_no_diversity_and_unknown_ones_none_that_can_be_told():
    assert figures(network("a", "b"), partner("a"), partner("b")).diversity == 0
    found = figures(network("weg"))
    assert (found.diversity, found.evenness) == (None, None)
    assert found.why("diversity").in_("de") == "Von keinem Mitglied ist die Art bekannt."


def test_members_in_contact_and_on_a_ring_are_counted():
    found = figures(
        network("a", "b", "c"),
        SURVEYED,
        *(partner(name) for name in "abc"),
        contact("a", ratings=(rating(DAY, 3, 3),)),
        contact("b"),
    )
    assert (found.active, found.on_ring) == (2, 1)


def test_ties_among_members_are_counted_by_pair_with_those_only_assumed():
    found = figures(
        network("a", "b", "c"),
        SURVEYED,
        *(partner(name) for name in "abcd"),
        tie("a", "b", knowledge=TieKnowledge.ASSUMED),
        tie("b", "a"),
        tie("b", "c", knowledge=TieKnowledge.ASSUMED),
        tie("a", "d"),
        tie("a", "c", period=Period(until=EVE)),
    )
    assert (found.ties, found.assumed, found.density) == (2, 1, Fraction(2, 3))


def test_one_member_has_no_density_and_two_without_a_tie_have_zero():
    assert figures(network("a"), SURVEYED, partner("a")).density is None
    assert figures(network("a"), SURVEYED).why("density").in_("en").startswith("Ties among members need")
    found = figures(network("a", "b"), SURVEYED, partner("a"), partner("b"))
    assert (found.density, found.ties) == (0, 0)


@pytest.mark.parametrize(("surveyed", "known"), [(DAY, True), (date(2024, 3, 1), False)])
def test_a_survey_counts_from_its_day_on(surveyed, known):
    found = figures(network("a", "b"), network_map(2024, ties_surveyed_on=surveyed))
    assert (found.density is not None) is known
    assert (found.surveyed_on == surveyed) is known


def test_a_survey_of_an_earlier_year_still_tells_of_ties():
    found = figures(network("a", "b"), network_map(2022, ties_surveyed_on=date(2022, 5, 1)))
    assert (found.density, found.surveyed_on) == (0, date(2022, 5, 1))


def test_goals_are_counted_by_status_on_the_day_and_overdue_after_their_date():
    reached = (GoalProgress(day=DAY, status=GoalStatus.REACHED),)
    goals = (
        NetworkGoal(text="a", due=DAY),
        NetworkGoal(text="b", due=EVE),
        NetworkGoal(text="c", due=EVE, progress=reached),
        NetworkGoal(text="d", agreed_on=date(2024, 3, 1), due=date(2024, 3, 2)),
    )
    found = figures(network(goals=goals))
    assert dict(found.goals)[GoalStatus.OPEN] == 2
    assert dict(found.goals)[GoalStatus.REACHED] == 1
    assert found.overdue == 1


def test_tasks_that_nobody_answers_for_are_named():
    tasks = (
        Responsibility(task="Einladung"),
        Responsibility(task="Protokoll", staff="leitung"),
        Responsibility(task="Raum", partners=("a",)),
        Responsibility(task="früher", period=Period(until=EVE)),
    )
    found = figures(network(responsibilities=tasks))
    assert (found.tasks, [task.task for task in found.without_holder]) == (3, ["Einladung"])


def test_agreements_hold_until_their_last_day_and_then_are_lapsed():
    agreements = (
        Agreement(text="a", bindingness=Bindingness.BINDING, valid_until=DAY),
        Agreement(text="b", valid_until=EVE),
        Agreement(text="c", agreed_on=date(2024, 3, 1)),
        Agreement(text="d"),
    )
    found = figures(network(agreements=agreements))
    assert dict(found.agreements)[Bindingness.BINDING] == 1
    assert dict(found.agreements)[None] == 1
    assert found.lapsed == 1


def test_the_latest_review_up_to_the_day_counts():
    reviews = (
        Review(day=DAY, effort=90, next_on=date(2025, 2, 28)),
        Review(day=date(2023, 1, 1), effort=10),
        Review(day=date(2024, 3, 1)),
    )
    found = figures(network(reviews=reviews))
    assert (found.effort, found.next_review) == (90, date(2025, 2, 28))


def test_leads_and_the_years_of_taking_part_are_told():
    forms = tuple(Participation(year=year, form=ParticipationForm.ACTIVE) for year in (2025, 2024, 2022))
    members = (Membership(partner="b", role=MemberRole.LEAD), Membership(partner="a"))
    found = figures(Network(id="n", name="N", members=members, participation=forms))
    assert found.leads == ("b",)
    assert [one.year for one in found.participation] == [2022, 2024]


def assessed(*assessments):
    return Network(id="n", name="N", assessments=assessments)


def test_one_assessment_has_nothing_to_be_set_against():
    assert attribute_steps(assessed(NetworkAssessment(day=DAY)), DAY) is None


def test_attributes_are_set_against_the_assessment_right_before():
    first = NetworkAssessment(day=date(2022, 1, 1), formalisation=Formalisation.CONTRACT)
    before = NetworkAssessment(
        day=EVE,
        formalisation=Formalisation.INFORMAL,
        spatial_extent=SpatialExtent.DISTRICT,
        themes=(Topic.WORK, Topic.SCHOOL),
    )
    after = NetworkAssessment(
        day=DAY,
        formalisation=Formalisation.ORAL_AGREEMENT,
        spatial_extent=SpatialExtent.MUNICIPALITY,
        themes=(Topic.HOUSING, Topic.SCHOOL),
    )
    found = attribute_steps(assessed(after, first, before), DAY)
    assert (found.since, found.formalisation, found.spatial_extent) == (EVE, Step.UP, Step.DOWN)
    assert found.political_influence is None
    assert (found.themes_added, found.themes_dropped) == ((Topic.HOUSING,), (Topic.WORK,))


def test_topics_left_open_on_either_side_are_neither_added_nor_dropped():
    told, left = NetworkAssessment(day=EVE, themes=(Topic.WORK,)), NetworkAssessment(day=DAY)
    found = attribute_steps(assessed(told, left), DAY)
    assert (found.themes_added, found.themes_dropped) == ((), ())
    turned = NetworkAssessment(day=date(2024, 3, 1), themes=(Topic.WORK,))
    assert attribute_steps(assessed(left, turned), turned.day).themes_added == ()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, None, None),
        (None, Formalisation.INFORMAL, Step.FIRST),
        (Formalisation.INFORMAL, None, Step.OPEN),
        (Formalisation.CONTRACT, Formalisation.CONTRACT, Step.SAME),
        (Formalisation.CONTRACT, Formalisation.INFORMAL, Step.DOWN),
        (Formalisation.INFORMAL, Formalisation.CONTRACT, Step.UP),
    ],
)
def test_a_step_is_up_down_the_same_first_or_left_open(before, after, said):
    assert step(before, after) is said


def test_a_public_view_has_profiles_without_figures_and_says_why():
    view = redact(minimal(network("a"), partner("a")), Audience.PUBLIC)
    found = network_profiles(view, on=DAY)
    assert found[0].figures is None
    assert found[0].why_no_figures.in_("de") == "Mitglieder gehören nicht zu dieser Ansicht."
    assert [len(table.rows) for table in found.tables()] == [1, 0, 0]
    assert network_profiles(minimal(network()), on=DAY)[0].why_no_figures is None


def test_the_share_of_tied_pairs_is_shown_as_a_number_from_0_to_1_with_three_decimals():
    found = network_profiles(
        minimal(network("a", "b", "c"), SURVEYED, *(partner(name) for name in "abc"), tie("a", "b")), on=DAY
    )
    table = found.tables()[1].select("density")
    assert table.records() == ({"density": Fraction(1, 3)},)
    assert table.texts("de") == (("0,333",),)
