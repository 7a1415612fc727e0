"""Values from the literature: the most important ones stand here, all others in the research data."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from docs.oracles import (
    BORGATTI,
    BROKERS,
    FLORENCE,
    KITE,
    OFFICERS,
    ZACHARY,
    arcs,
    net,
    oracles,
    southern_women,
    star,
)
from jmdmodel.analysis.figures import Arcs, Net, Roles, ego
from jmdmodel.analysis.figures.brokerage import directed_roles
from jmdmodel.analysis.figures.centrality import (
    betweenness,
    betweenness_centralisation,
    betweenness_centrality,
    closeness,
    closeness_centralisation,
    degree_centralisation,
    degree_centrality,
)
from jmdmodel.analysis.figures.diversity import e_i_index, jaccard
from jmdmodel.analysis.figures.holes import constraints, effective_sizes, efficiencies
from jmdmodel.analysis.figures.structure import components, cut_points, density
from jmdmodel.analysis.figures.two_mode import two_mode_betweenness, two_mode_closeness, two_mode_degree

CLUB = net(ZACHARY)
LAST_DIGIT = 5e-7


def at(made, values, node):
    return float(values[made.nodes.index(node)])


def by_name(made, values):
    return {node: float(value) for node, value in zip(made.nodes, values, strict=True)}


@pytest.mark.parametrize("oracle", oracles(), ids=lambda oracle: f"{oracle.figure} of {oracle.network}")
def test_a_published_value_is_reproduced_to_its_last_digit(oracle):
    assert oracle.agrees


def test_the_karate_club_has_34_members_78_ties_and_sides_of_17():
    assert (len(CLUB.nodes), len(CLUB.ties), len(OFFICERS)) == (34, 78, 17)


def test_the_karate_club_has_the_published_figures_of_the_whole_network():
    sides = [name in OFFICERS for name in CLUB.nodes]
    assert float(density(CLUB)) == pytest.approx(0.1390374, abs=1e-7)
    assert float(degree_centralisation(CLUB)) == pytest.approx(0.3996212, abs=1e-7)
    assert float(betweenness_centralisation(CLUB)) == pytest.approx(0.4055572, abs=1e-7)
    assert float(e_i_index(CLUB, sides)) == pytest.approx(-0.7179487, abs=1e-7)


@pytest.mark.parametrize(
    ("ties", "node", "size", "bound"),
    [
        (ZACHARY, "0", 13.75, 0.155423),
        (ZACHARY, "33", 15.235294, 0.156419),
        (KITE, "Diane", 3.333333, 0.470170),
        (FLORENCE, "Medici", 5.666667, 0.209877),
    ],
)
def test_holes_around_a_node_are_as_published(ties, node, size, bound):
    made = net(ties)
    assert at(made, effective_sizes(made.arcs()), node) == pytest.approx(size, abs=LAST_DIGIT)
    assert at(made, constraints(made.arcs()), node) == pytest.approx(bound, abs=LAST_DIGIT)


@pytest.mark.parametrize(("node", "size", "bound"), [("G", 4.67, 0.400), ("A", 2.50, 0.595), ("C", 1, 1)])
def test_the_test_network_of_borgatti_has_the_published_holes(node, size, bound):
    made = arcs(BORGATTI, directed=False, weighted=False)
    assert at(made, effective_sizes(made), node) == pytest.approx(size, abs=0.005)
    assert at(made, constraints(made), node) == pytest.approx(bound, abs=0.0005)


@pytest.mark.parametrize("size", [1, 2, 3, 8, 60])
def test_a_star_has_the_effective_size_of_its_points_and_a_constraint_of_one_by_them(size):
    assert ego.effective_size(star(size)) == size
    assert ego.constraint(star(size)) == Fraction(1, size)
    assert ego.efficiency(star(size)) == 1


@pytest.mark.parametrize("size", [2, 3, 8, 60])
def test_a_star_is_wholly_centralised_on_its_centre(size):
    assert ego.betweenness_centralisation(star(size)) == 1


@pytest.mark.parametrize("size", [3, 8])
def test_a_star_has_every_centralisation_of_one_by_the_general_formulas_too(size):
    made = Net.of(["hub", *star(size).nodes], [("hub", point) for point in star(size).nodes])
    assert degree_centralisation(made) == betweenness_centralisation(made) == 1
    assert closeness_centralisation(made) == 1


def test_the_four_brokers_play_the_roles_that_the_paper_defines():
    """A and B are of group 1, C and D of group 2; a pair counts if no arc leads from its first to its second.

    A: from D, to B and C. D to B: open, groups 2 1 1, gatekeeper. D to C: open, 2 1 2, consultant.
    B: from A, to C and D. A to C: there is an arc. A to D: open, 1 1 2, representative.
    C: from A and B, to D. A to D: open, 1 2 2, gatekeeper. B to D: there is an arc.
    D: from B and C, to A. B to A: open, 1 2 1, consultant. C to A: open, 2 2 1, representative.
    """
    made = arcs(BROKERS, directed=True, weighted=False)
    assert directed_roles(made, [1, 1, 2, 2]) == (
        Roles(gatekeeper=1, consultant=1),
        Roles(representative=1),
        Roles(gatekeeper=1),
        Roles(consultant=1, representative=1),
    )


def test_two_sets_with_six_of_eleven_in_common_have_a_jaccard_index_of_six_elevenths():
    assert jaccard(set("ABCDEFGH"), set("CDEFGHIJK")) == Fraction(6, 11)


def test_the_southern_women_came_to_89_events():
    made = southern_women()
    assert (len(made.nodes), len(made.ties)) == (18 + 14, 89)


def read(shared, name):
    return json.loads((shared / "networks" / f"{name}.json").read_text(encoding="utf-8"))


def told(data):
    return Net.of(map(str, data["nodes"]), [(str(tie[0]), str(tie[1])) for tie in data["edges"]])


def test_every_value_of_the_karate_club_is_reproduced(shared):
    data = read(shared, "zachary_karate")
    made, known = told(data), data["computed_reference"]
    assert (made, len(made.nodes), len(made.ties)) == (CLUB, 34, 78)
    weighted = Arcs.of(made.nodes, [(str(a), str(b), w) for a, b, w in data["edges"]], directed=False)
    computed = {
        "degree": made.degrees(),
        "betweenness_unnormalised": betweenness(made),
        "constraint_unweighted": constraints(made.arcs()),
        "constraint_weighted": constraints(weighted),
        "effective_size_unweighted": effective_sizes(made.arcs()),
    }
    for name, values in computed.items():
        expected = {str(node): value for node, value in enumerate(known[name])}
        assert by_name(made, values) == pytest.approx(expected, abs=1e-9)
    assert float(density(made)) == pytest.approx(known["density"], abs=1e-15)
    assert at(made, betweenness(made), "0") == pytest.approx(data["published"]["betweenness_node0"])
    assert at(made, betweenness(made), "33") == pytest.approx(data["published"]["betweenness_node33"])


def test_every_value_of_the_kite_is_reproduced(shared):
    data = read(shared, "krackhardt_kite")
    made, known, close = told(data), data["expected"], {"abs": data["tolerance"]}
    twice = {node: 2 * value for node, value in by_name(made, betweenness(made)).items()}
    assert twice == pytest.approx(known["betweenness_unnormalised_times_2"], **close)
    assert by_name(made, betweenness_centrality(made)) == pytest.approx(
        known["betweenness_normalised"], **close
    )
    assert by_name(made, closeness(made)) == pytest.approx(known["closeness"], **close)
    assert by_name(made, degree_centrality(made)) == pytest.approx(known["degree_centrality"], **close)


def test_every_value_of_the_florentine_families_is_reproduced(shared):
    data = read(shared, "florentine_families_marriage")
    made, known, close = told(data), data["expected"], {"abs": data["tolerance"]}
    assert made == net(FLORENCE)
    assert by_name(made, betweenness_centrality(made)) == pytest.approx(
        known["betweenness_normalised"], **close
    )
    assert by_name(made, closeness(made)) == pytest.approx(known["closeness"], **close)
    assert by_name(made, degree_centrality(made)) == pytest.approx(known["degree_centrality"], **close)


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("weighted", [False, True])
def test_every_value_for_structural_holes_is_reproduced(shared, directed, weighted):
    data = read(shared, "structural_holes_borgatti")
    part = data["directed" if directed else "undirected"]
    told = [(str(one), str(other), weight if weighted else 1) for one, other, weight in part["edges"]]
    made = Arcs.of({end for *pair, _ in told for end in pair}, told, directed=directed)
    sort = "weighted" if weighted else "unweighted"
    for name, values, near in (
        ("constraint", constraints(made), data["tolerance_constraint"]),
        ("effective_size", effective_sizes(made), data["tolerance_effective_size"]),
    ):
        expected = part["expected"][f"{name}_{sort}"]
        found = {node: value for node, value in by_name(made, values).items() if node in expected}
        assert found == pytest.approx(expected, abs=near)


def test_every_value_of_the_southern_women_is_reproduced(shared):
    data = read(shared, "davis_southern_women_two_mode")
    made, women = Net.of(data["women"] + data["events"], data["edges"]), frozenset(data["women"])
    for name, values in (
        ("degree", two_mode_degree(made, women)),
        ("closeness", two_mode_closeness(made, women)),
        ("betweenness", two_mode_betweenness(made, women)),
    ):
        known = data["expected"][f"bipartite_{name}"]
        assert by_name(made, values) == pytest.approx(known, abs=data["tolerance"])


def test_an_isolated_node_has_no_holes():
    made = Arcs.of(["alone", "a", "b"], [("a", "b", 1)])
    number = made.nodes.index("alone")
    assert constraints(made)[number] is effective_sizes(made)[number] is efficiencies(made)[number] is None


def test_efficiency_is_the_effective_size_by_the_neighbours():
    made = net(ZACHARY)
    assert at(made, efficiencies(made.arcs()), "0") == 13.75 / 16


def test_the_kite_hangs_on_heather_and_ike():
    kite = net(KITE)
    assert cut_points(kite) == ("Heather", "Ike")
    assert len(components(kite)) == 1
