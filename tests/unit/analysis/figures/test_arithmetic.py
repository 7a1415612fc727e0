"""The edges of the arithmetic: nobody, one, two, and what is refused."""

from __future__ import annotations

import itertools
import pickle
import sys
from fractions import Fraction

import pytest

from jmdmodel.analysis.figures import Arcs, Net, Roles, ego
from jmdmodel.analysis.figures.brokerage import role_of, roles
from jmdmodel.analysis.figures.centrality import (
    betweenness,
    betweenness_centralisation,
    betweenness_centrality,
    closeness,
    closeness_centralisation,
    degree_centralisation,
    degree_centrality,
)
from jmdmodel.analysis.figures.diversity import blau, e_i_index, iqv, jaccard
from jmdmodel.analysis.figures.structure import components, cut_points, density, isolates
from jmdmodel.analysis.figures.two_mode import two_mode_betweenness, two_mode_closeness, two_mode_degree
from jmdmodel.errors import ModelError

NOBODY = Net.of([], [])
ONE = Net.of(["a"], [])
UNTIED = Net.of(["a", "b"], [])
TIED = Net.of(["a", "b"], [("a", "b")])
PATH = Net.of("abc", [("a", "b"), ("b", "c")])


@pytest.mark.parametrize(
    ("function", "values"),
    [
        (ego.effective_size, (None, 1, 2, 1)),
        (ego.efficiency, (None, 1, 1, Fraction(1, 2))),
        (ego.constraint, (None, 1, Fraction(1, 2), Fraction(9, 8))),
        (ego.betweenness, (0, 0, 1, 0)),
        (ego.betweenness_centralisation, (None, None, 1, 0)),
        (ego.untied_pairs, (0, 0, 1, 0)),
        (density, (None, None, 0, 1)),
        (degree_centralisation, (None, None, None, None)),
        (betweenness_centralisation, (None, None, None, None)),
        (closeness_centralisation, (None, None, None, None)),
        (components, ((), (("a",),), (("a",), ("b",)), (("a", "b"),))),
        (isolates, ((), ("a",), ("a", "b"), ())),
        (cut_points, ((), (), (), ())),
        (degree_centrality, ((), (None,), (0, 0), (1, 1))),
        (closeness, ((), (None,), (None, None), (1, 1))),
        (betweenness, ((), (0,), (0, 0), (0, 0))),
        (betweenness_centrality, ((), (None,), (None, None), (None, None))),
        (lambda made: e_i_index(made, made.nodes), (None, None, None, 1)),
        (lambda made: blau(made.nodes), (None, 0, Fraction(1, 2), Fraction(1, 2))),
        (lambda made: iqv(made.nodes, 18), (None, 0, Fraction(9, 17), Fraction(9, 17))),
        (lambda made: ego.service_roles(made, made.nodes).liaison, (0, 0, 1, 0)),
        (lambda made: ego.service_roles(made, [1] * len(made.nodes)).consultant, (0, 0, 1, 0)),
    ],
)
def test_networks_of_nobody_one_and_two_have_these_values(function, values):
    assert tuple(map(function, (NOBODY, ONE, UNTIED, TIED))) == values


def test_the_same_ties_in_another_order_and_told_twice_are_the_same_network():
    assert Net.of("cab", [("b", "a"), ("b", "c"), ("a", "b")]) == Net.of("abc", [("c", "b"), ("a", "b")])


def test_a_tie_to_oneself_is_none():
    assert Net.of("a", [("a", "a")]) == ONE
    assert Arcs.of("a", [("a", "a", 1)]).arcs == ()


def test_a_tie_to_somebody_who_is_not_there_is_refused():
    with pytest.raises(ModelError, match="no node"):
        Net.of("a", [("a", "b")])
    with pytest.raises(ModelError, match="no node"):
        Arcs.of("a", [("b", "a", 1)])


@pytest.mark.parametrize("weight", [0, -1])
def test_an_arc_that_weighs_nothing_is_refused(weight):
    with pytest.raises(ModelError, match="above zero"):
        Arcs.of("ab", [("a", "b", weight)])


def test_weights_of_the_same_direction_add_up():
    assert Arcs.of("ab", [("a", "b", 1), ("a", "b", 2)]) == Arcs.of("ab", [("a", "b", 3)])


def test_an_arc_without_direction_counts_in_both():
    assert Arcs.of("ab", [("a", "b", 1)], directed=False) == TIED.arcs()


def test_a_node_has_a_number_and_a_stranger_has_none():
    assert PATH.number_of("c") == 2
    with pytest.raises(ModelError, match="no such node"):
        PATH.number_of("d")


def test_networks_are_plain_values():
    assert pickle.loads(pickle.dumps(PATH)) == PATH
    assert len({PATH, Net.of("abc", [("b", "c"), ("a", "b")])}) == 1


def test_in_a_path_only_the_middle_holds_the_others_together():
    assert cut_points(PATH) == ("b",)


def test_in_a_ring_nobody_holds_the_others_together():
    assert cut_points(Net.of("abcd", itertools.pairwise("abcda"))) == ()


def test_two_rings_that_share_a_node_hang_on_it():
    rings = [*itertools.pairwise("cabc"), *itertools.pairwise("cdec")]
    assert cut_points(Net.of("abcde", rings)) == ("c",)


def test_cut_points_are_found_in_every_part_and_in_long_ones():
    names = [f"n{number:05}" for number in range(5000)]
    made = Net.of([*names, "x", "y", "z"], [*itertools.pairwise(names), ("x", "y"), ("y", "z")])
    assert cut_points(made) == (*names[1:-1], "y")


@pytest.mark.parametrize(
    ("first", "broker", "second", "role"),
    [
        (1, 1, 1, "coordinator"),
        (1, 2, 1, "consultant"),
        (1, 2, 2, "gatekeeper"),
        (1, 1, 2, "representative"),
        (1, 2, 3, "liaison"),
    ],
)
def test_the_groups_of_the_three_tell_the_role(first, broker, second, role):
    assert role_of(first, broker, second) == role


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ((1, 1, 1), "coordinator"),
        ((1, 2, 1), "consultant"),
        ((1, 1, 2), "gatekeeper"),
        ((2, 1, 1), "gatekeeper"),
        ((1, 2, 3), "liaison"),
    ],
)
def test_without_directions_each_pair_counts_once(groups, role):
    assert roles(PATH, groups) == (Roles(), Roles(**{role: 1}), Roles())


def test_two_that_are_tied_need_no_broker():
    triangle = Net.of("abc", itertools.combinations("abc", 2))
    assert roles(triangle, "xyz") == (Roles(),) * 3
    assert ego.service_roles(triangle, "xyz") == Roles()


def test_the_service_stands_between_all_untied_pairs():
    assert ego.service_roles(Net.of("abcd", [("a", "b")]), "xyxx") == Roles(consultant=3, liaison=2)
    assert Roles(consultant=3, liaison=2).total == 5


def test_partners_in_common_share_the_paths_of_a_pair_with_the_service():
    square = Net.of("abcd", itertools.pairwise("abcda"))
    assert ego.betweenness(square) == Fraction(2, 3)
    assert ego.betweenness_of_all(square)[1] == (Fraction(1, 3),) * 4


def test_centralisation_takes_a_betweenness_that_is_known_already():
    assert ego.betweenness_centralisation(PATH, known=ego.betweenness(PATH)) == Fraction(1, 9)
    assert ego.betweenness_centralisation(PATH) == Fraction(1, 9)


def test_a_network_in_two_parts_has_no_closeness_centralisation():
    parts = Net.of("abcd", [("a", "b"), ("c", "d")])
    assert closeness_centralisation(parts) is None
    assert closeness(parts) == (Fraction(1, 3),) * 4


def test_ties_of_a_star_without_its_centre_run_together_in_none_and_with_it_in_one():
    assert degree_centralisation(Net.of("abc", [])) == 0
    assert degree_centralisation(PATH) == 1


def test_the_diversity_of_all_kinds_equally_often_is_one():
    assert iqv("abcabc", 3) == 1
    assert blau("abcabc") == Fraction(2, 3)


def test_a_list_of_one_kind_allows_no_diversity():
    assert iqv("aaa", 1) is None


@pytest.mark.parametrize("k", [0, 1])
def test_more_kinds_than_the_list_has_are_refused(k):
    with pytest.raises(ModelError, match="more kinds"):
        iqv("ab", k)


def test_two_empty_sets_cannot_be_compared():
    assert jaccard(set(), set()) is None
    assert jaccard({1}, set()) == 0
    assert jaccard({1}, {1}) == 1


def test_a_tie_within_one_sort_is_refused_where_there_are_two():
    for figure in (two_mode_degree, two_mode_closeness, two_mode_betweenness):
        with pytest.raises(ModelError, match="same sort"):
            figure(PATH, {"a", "b"})


@pytest.mark.parametrize("figure", [two_mode_degree, two_mode_closeness, two_mode_betweenness])
def test_one_sort_alone_has_no_figures(figure):
    assert figure(UNTIED, {"a", "b"}) == (None, None)
    assert figure(NOBODY, set()) == ()


def test_a_committee_of_two_partners_stands_between_them_and_they_can_stand_between_nobody():
    made = Net.of(["committee", "office", "school"], [("office", "committee"), ("school", "committee")])
    first = {"office", "school"}
    assert two_mode_betweenness(made, first) == (1, None, None)
    assert two_mode_degree(made, first) == two_mode_closeness(made, first) == (1, 1, 1)


def steps(function, made):
    """Count the lines of Python that run while a figure is computed."""
    count = 0

    def trace(frame, event, arg):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(made)
    finally:
        sys.settrace(before)
    return count


def cluster(times):
    """Give so many separate groups of six partners with seven ties."""
    groups = [[f"{group}-{number}" for number in range(6)] for group in range(times)]
    ties = [
        pair for group in groups for pair in [*itertools.pairwise([*group, group[0]]), (group[0], group[3])]
    ]
    return Net.of(itertools.chain(*groups), ties)


@pytest.mark.parametrize(
    "figure",
    [
        ego.effective_size,
        ego.constraint,
        ego.betweenness,
        ego.betweenness_of_all,
        ego.betweenness_centralisation,
        components,
        cut_points,
        lambda made: roles(made, made.nodes),
        lambda made: ego.service_roles(made, made.nodes),
    ],
)
def test_ten_times_the_network_takes_at_most_thirteen_times_the_steps(figure):
    assert steps(figure, cluster(100)) <= 13 * steps(figure, cluster(10))
