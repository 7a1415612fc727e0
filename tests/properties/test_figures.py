"""What holds for the figures of every network, and that networkx and the general formulas agree."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from jmdmodel.analysis.figures import Arcs, Figure, Net, Roles, ego, ego_network
from jmdmodel.analysis.figures.brokerage import directed_roles, roles
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
from jmdmodel.analysis.figures.holes import constraints, effective_sizes, efficiencies
from jmdmodel.analysis.figures.structure import components, cut_points, density, isolates
from jmdmodel.analysis.figures.two_mode import two_mode_betweenness, two_mode_closeness, two_mode_degree
from jmdmodel.testing.strategies import workspaces

WHOLE = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
EGO = "~ego"
"""The service where it is a node; it sorts behind all partners."""


@st.composite
def nets(draw, least=0, most=9):
    names = [f"n{number}" for number in range(draw(st.integers(least, most)))]
    pairs = list(combinations(names, 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return Net.of(names, chosen)


@st.composite
def weighted(draw):
    names = [f"n{number}" for number in range(draw(st.integers(2, 7)))]
    pairs = [(one, other) for one in names for other in names if one != other]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True))
    weights = st.fractions(Fraction(1, 10), 10, max_denominator=10)
    return Arcs.of(names, [(*pair, draw(weights)) for pair in chosen])


@st.composite
def two_sorts(draw):
    women = [f"w{number}" for number in range(draw(st.integers(2, 6)))]
    events = [f"e{number}" for number in range(draw(st.integers(2, 5)))]
    pairs = [(woman, event) for woman in women for event in events]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True))
    return Net.of(women + events, chosen), frozenset(women)


def groups_of(draw, made):
    return [draw(st.sampled_from("xyz")) for _ in made.nodes]


def names_of(made):
    return [(made.nodes[one], made.nodes[other]) for one, other in made.ties]


def peer(made):
    graph = nx.Graph()
    graph.add_nodes_from(made.nodes)
    graph.add_edges_from(names_of(made))
    return graph


def with_service(made):
    return Net.of([*made.nodes, EGO], [*names_of(made), *((EGO, name) for name in made.nodes)])


def by_name(made, values):
    return {
        node: None if value is None else float(value) for node, value in zip(made.nodes, values, strict=True)
    }


def last(values):
    return values[-1]


def without_nan(values):
    return {node: None if math.isnan(value) else value for node, value in values.items()}


def agree(ours, theirs):
    assert ours.keys() == theirs.keys()
    for node, value in ours.items():
        assert value == (None if theirs[node] is None else pytest.approx(theirs[node], abs=1e-9))


# --- the closed forms ---------------------------------------------------------------------------


@given(nets(least=1))
def test_the_closed_forms_are_the_general_formulas_for_a_service_tied_to_all(made):
    whole = with_service(made)
    assert whole.nodes[-1] == EGO
    assert ego.effective_size(made) == last(effective_sizes(whole.arcs()))
    assert ego.efficiency(made) == last(efficiencies(whole.arcs()))
    assert ego.constraint(made) == last(constraints(whole.arcs()))
    assert (*ego.betweenness_of_all(made)[1], ego.betweenness(made)) == betweenness(whole)
    assert ego.betweenness_of_all(made)[0] == ego.betweenness(made)
    assert ego.betweenness_centralisation(made) == betweenness_centralisation(whole)


@given(st.data(), nets())
def test_the_roles_of_the_service_are_those_of_a_node_of_a_group_of_its_own(data, made):
    kinds = groups_of(data.draw, made)
    assert ego.service_roles(made, kinds) == last(roles(with_service(made), [*kinds, "service"]))


@given(st.data(), nets())
def test_the_service_takes_no_role_from_a_partner(data, made):
    kinds = groups_of(data.draw, made)
    assert roles(made, kinds) == roles(with_service(made), [*kinds, "service"])[:-1]


@given(nets(least=2))
def test_with_the_service_degree_centralisation_is_what_density_leaves(made):
    assert degree_centralisation(with_service(made)) == 1 - density(made)


@given(nets(least=1))
def test_networkx_gives_the_same_for_the_service(made):
    graph = peer(with_service(made))
    assert float(ego.effective_size(made)) == pytest.approx(nx.effective_size(graph, nodes=[EGO])[EGO])
    assert float(ego.constraint(made)) == pytest.approx(nx.constraint(graph, nodes=[EGO])[EGO])
    theirs = nx.betweenness_centrality(graph, normalized=False)
    agree(by_name(made, ego.betweenness_of_all(made)[1]) | {EGO: float(ego.betweenness(made))}, theirs)


# --- networkx on any network --------------------------------------------------------------------


@given(nets())
def test_networkx_gives_the_same_structure(made):
    graph = peer(made)
    assert {frozenset(part) for part in components(made)} == set(
        map(frozenset, nx.connected_components(graph))
    )
    assert set(cut_points(made)) == set(nx.articulation_points(graph))
    assert set(isolates(made)) == set(nx.isolates(graph))
    if len(made.nodes) > 1:
        assert float(density(made)) == pytest.approx(nx.density(graph))


@given(nets(least=3))
def test_networkx_gives_the_same_centralities(made):
    graph = peer(made)
    agree(by_name(made, degree_centrality(made)), nx.degree_centrality(graph))
    agree(by_name(made, betweenness(made)), nx.betweenness_centrality(graph, normalized=False))
    agree(by_name(made, betweenness_centrality(made)), nx.betweenness_centrality(graph))
    theirs = nx.closeness_centrality(graph)  # gives 0 where nobody is reached; ours says that there is none
    agree(by_name(made, closeness(made)), {node: value or None for node, value in theirs.items()})


@given(nets(least=1))
def test_networkx_gives_the_same_holes(made):
    graph = peer(made)
    agree(by_name(made, effective_sizes(made.arcs())), without_nan(nx.effective_size(graph, nodes=graph)))
    agree(by_name(made, constraints(made.arcs())), without_nan(nx.constraint(graph, nodes=graph)))


@given(weighted())
def test_networkx_gives_the_same_holes_with_weights_and_directions(made):
    graph = nx.DiGraph()
    graph.add_nodes_from(made.nodes)
    graph.add_weighted_edges_from((made.nodes[a], made.nodes[b], float(w)) for a, b, w in made.arcs)
    met = {end for a, b, _ in made.arcs for end in (made.nodes[a], made.nodes[b])}
    sizes, bounds = by_name(made, effective_sizes(made)), by_name(made, constraints(made))
    assert {node for node, value in sizes.items() if value is not None} == met
    assert {node for node, value in bounds.items() if value is not None} == met
    # networkx leaves out who has no arc leading away; both directions count for Burt, as ours has it.
    sending = [made.nodes[number] for number in sorted({one for one, _, _ in made.arcs})]
    agree({n: sizes[n] for n in sending}, nx.effective_size(graph, nodes=sending, weight="weight"))
    agree({n: bounds[n] for n in sending}, nx.constraint(graph, nodes=sending, weight="weight"))


@given(two_sorts())
def test_networkx_gives_the_same_for_two_sorts_of_nodes(case):
    made, women = case
    graph = peer(made)
    agree(by_name(made, two_mode_degree(made, women)), bipartite.degree_centrality(graph, women))
    if nx.is_connected(graph):  # elsewhere networkx sets nodes that cannot be reached against distances
        agree(by_name(made, two_mode_closeness(made, women)), bipartite.closeness_centrality(graph, women))
    agree(by_name(made, two_mode_betweenness(made, women)), bipartite.betweenness_centrality(graph, women))


@given(two_sorts())
def test_figures_of_two_sorts_of_nodes_are_shares(case):
    for figure in (two_mode_degree, two_mode_closeness, two_mode_betweenness):
        assert all(0 <= value <= 1 for value in figure(*case) if value is not None)


# --- bounds -------------------------------------------------------------------------------------


@given(nets(least=1))
def test_the_figures_of_the_service_stay_in_their_range(made):
    size = len(made.nodes)
    assert 1 <= ego.effective_size(made) <= size
    assert Fraction(1, size) <= ego.efficiency(made) <= 1
    assert Fraction(1, size) <= ego.constraint(made) <= Fraction(9, 8)
    assert 0 <= ego.betweenness(made) <= Fraction(size * (size - 1), 2)
    assert max(ego.betweenness_of_all(made)[1]) <= ego.betweenness(made)
    assert len(cut_points(made)) <= max(0, size - 2)
    assert len(isolates(made)) <= len(components(made)) <= size


@given(st.data(), nets(least=3))
def test_shares_centralisations_and_indices_stay_in_their_range(data, made):
    kinds = groups_of(data.draw, made)
    unit = [
        density(made),
        degree_centralisation(made),
        betweenness_centralisation(made),
        closeness_centralisation(made),
        ego.betweenness_centralisation(made),
        iqv(kinds, 3),
        *closeness(made),
        *degree_centrality(made),
        *betweenness_centrality(made),
    ]
    assert all(0 <= value <= 1 for value in unit if value is not None)
    assert 0 <= blau(kinds) <= Fraction(2, 3)
    index = e_i_index(made, kinds)
    assert index is None or -1 <= index <= 1


@given(nets(least=2))
def test_a_centralisation_of_paths_of_one_or_nought_means_no_tie_or_all(made):
    value = ego.betweenness_centralisation(made)
    assert (value == 1) == (not made.ties)
    assert (value == 0) == (density(made) == 1)


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_the_jaccard_index_is_symmetric_and_one_for_the_same_set_alone(one, other):
    value = jaccard(one, other)
    assert value == jaccard(other, one)
    if value is not None:
        assert 0 <= value <= 1
        assert (value == 1) == (one == other)


@given(st.lists(st.sampled_from("abcde"), min_size=1), st.integers(1, 9))
def test_diversity_asks_for_shares_alone(kinds, factor):
    assert blau(kinds * factor) == blau(kinds)
    assert iqv(kinds * factor, 5) == iqv(kinds, 5)


# --- names and order ----------------------------------------------------------------------------


def everything(made, kinds):
    """Give all figures of a network, those of nodes by name."""
    single = [
        ego.effective_size(made),
        ego.efficiency(made),
        ego.constraint(made),
        ego.betweenness(made),
        ego.betweenness_centralisation(made),
        density(made),
        degree_centralisation(made),
        betweenness_centralisation(made),
        closeness_centralisation(made),
        e_i_index(made, kinds),
        ego.service_roles(made, kinds),
    ]
    each = {
        name: values
        for name, *values in zip(
            made.nodes,
            closeness(made),
            betweenness(made),
            ego.betweenness_of_all(made)[1],
            effective_sizes(made.arcs()),
            constraints(made.arcs()),
            roles(made, kinds),
            [name in cut_points(made) for name in made.nodes],
            strict=True,
        )
    }
    return single, each, {frozenset(part) for part in components(made)}


@given(st.data(), nets())
def test_other_names_and_another_order_change_nothing(data, made):
    kinds = dict(zip(made.nodes, groups_of(data.draw, made), strict=True))
    others = data.draw(st.permutations([f"m{number}" for number in range(len(made.nodes))]))
    new = dict(zip(made.nodes, others, strict=True))
    ties = [(new[b], new[a]) if data.draw(st.booleans()) else (new[a], new[b]) for a, b in names_of(made)]
    renamed = Net.of(data.draw(st.permutations(others)), data.draw(st.permutations(ties)) if ties else [])
    old_name = {name: old for old, name in new.items()}
    single, each, parts = everything(made, [kinds[name] for name in made.nodes])
    found, by_node, split = everything(renamed, [kinds[old_name[name]] for name in renamed.nodes])
    assert found == single
    assert {old_name[name]: values for name, values in by_node.items()} == each
    assert {frozenset(old_name[name] for name in part) for part in split} == parts


@given(st.data(), weighted())
def test_turning_every_arc_swaps_gatekeepers_and_representatives(data, made):
    kinds = groups_of(data.draw, made)
    turned = Arcs.of(made.nodes, [(made.nodes[b], made.nodes[a], w) for a, b, w in made.arcs])
    assert directed_roles(turned, kinds) == tuple(
        Roles(
            coordinator=each.coordinator,
            consultant=each.consultant,
            gatekeeper=each.representative,
            representative=each.gatekeeper,
            liaison=each.liaison,
        )
        for each in directed_roles(made, kinds)
    )
    assert constraints(turned) == constraints(made)
    assert effective_sizes(turned) == effective_sizes(made)


@given(st.data(), nets())
def test_without_directions_half_of_what_both_directions_count_is_counted(data, made):
    kinds = groups_of(data.draw, made)
    for once, both in zip(roles(made, kinds), directed_roles(made.arcs(), kinds), strict=True):
        assert (2 * once.coordinator, 2 * once.consultant, 2 * once.liaison) == (
            both.coordinator,
            both.consultant,
            both.liaison,
        )
        assert once.gatekeeper == both.gatekeeper == both.representative


@given(weighted(), st.integers(2, 9))
def test_weights_count_in_proportion_alone(made, factor):
    heavier = Arcs.of(made.nodes, [(made.nodes[a], made.nodes[b], w * factor) for a, b, w in made.arcs])
    assert constraints(heavier) == constraints(made)
    assert effective_sizes(heavier) == effective_sizes(made)


# --- workspaces ---------------------------------------------------------------------------------


@WHOLE
@given(workspaces())
def test_every_sound_workspace_has_figures_or_reasons_for_each_of_its_maps(workspace):
    for shown in workspace.maps:
        found = ego_network(workspace, shown.year)
        assert [each.figure for each in found.values] == list(Figure)
        for each in found.values:
            assert (each.value is None) == (each.reason is not None)
            if each.figure.about.is_count and each.value is not None:
                assert isinstance(each.value, int)
        assert found.value(Figure.SIZE).value == len(found.partners)
