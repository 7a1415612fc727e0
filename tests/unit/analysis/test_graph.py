from __future__ import annotations

import inspect
import io
import json
import re
from datetime import date

import networkx as nx
import pytest

from jmdexport.demo import load_example
from jmdmodel.analysis.figures import Figure, ego_network
from jmdmodel.analysis.graph import GRAPHS, graph
from jmdmodel.analysis.year_network import ATTRIBUTES
from jmdmodel.collection import Collection
from jmdmodel.entities.committee import Committee, CommitteeRole
from jmdmodel.entities.partner import KeyPerson, Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.entities.service import Service
from jmdmodel.errors import ModelError, NoMapForYear
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Importance, Intensity, TieStrength
from jmdmodel.vocabulary import CommitteeKind, Formalisation, PartnerKind, SeatRole
from jmdmodel.workspace import Workspace

DAY = date(2024, 2, 29)
EXAMPLE = load_example().workspace


def workspace(*things):
    empty = Workspace(service=Service(name="JMD Musterstadt", provider="Muster e. V."))
    return empty.with_entities(NetworkMap(id="2024", as_of=DAY), *things)


def partner(identifier, **more):
    return Partner(id=identifier, name=identifier.upper(), kind=PartnerKind.SCHOOL, **more)


BOARD = Committee(
    id="board",
    name="Beirat",
    kind=CommitteeKind.WORKING_GROUP,
    members=("a",),
    roles=(CommitteeRole(role=SeatRole.GUEST, period=Period(since=DAY)),),
)


def edges(made):
    return {frozenset(pair[:2]): pair[2] for pair in made.edges(data=True)}


def weights(made):
    return {frozenset(pair[:2]): pair[2] for pair in made.edges(data="weight")}


def tie(identifier, strength=None, **more):
    return Tie(id=identifier, between=("a", "b"), strength=strength, **more)


def test_an_empty_network_is_the_service_alone():
    found = graph(workspace(), 2024)
    assert dict(found.nodes(data=True)) == {"service": {"type": "service", "label": "JMD Musterstadt"}}
    assert found.graph == {"year": 2024, "day": "2024-02-29", "ties_surveyed": False}


def test_a_graph_tells_when_ties_were_surveyed():
    surveyed = NetworkMap(id="2024", as_of=DAY, ties_surveyed_on=date(2024, 2, 1))
    empty = Workspace(service=Service(name="JMD", provider="Muster e. V."), maps=Collection([surveyed]))
    found = graph(empty, 2024).graph
    assert (found["ties_surveyed"], found["ties_surveyed_on"]) == (True, "2024-02-01")


def test_a_contact_is_an_edge_to_the_service_with_what_is_known():
    rating = ContactRating(day=DAY, intensity=Intensity.WEEKLY)
    found = graph(workspace(partner("a"), Contact(id="c", partner="a", ratings=(rating,))), 2024)
    assert found.edges["service", "partners/a"] == {
        "relation": "contact",
        "ref": "contacts/c",
        "state": "active",
        "place": "ring",
        "intensity": 5,
    }


def test_a_partner_says_its_kind_and_sector_and_only_what_is_known():
    found = graph(workspace(partner("a", relevance=Importance.LOW)), 2024)
    assert found.nodes["partners/a"] == {
        "type": "partner",
        "label": "A",
        "kind": "school",
        "group": "education",
        "collective": False,
        "on_map": False,
        "in_contact": False,
        "relevance": 1,
    }


def test_of_several_ties_between_two_partners_the_strongest_is_the_edge():
    ties = [tie("a"), tie("b", TieStrength.LOOSE), tie("c", TieStrength.CLOSE), tie("d", TieStrength.CLOSE)]
    found = graph(workspace(partner("a"), partner("b"), *ties), 2024)
    assert found.edges["partners/a", "partners/b"]["ref"] == "ties/c"


def test_a_tie_says_strength_and_formalisation_in_steps_and_whether_it_was_brokered():
    one = tie("t", TieStrength.CLOSE, formalisation=Formalisation.ORAL_AGREEMENT, brokered_on=DAY)
    found = graph(workspace(partner("a"), partner("b"), one), 2024)
    assert found.edges["partners/a", "partners/b"] == {
        "relation": "tie",
        "ref": "ties/t",
        "knowledge": "known",
        "brokered": True,
        "strength": 3,
        "formalisation": 2,
    }


def test_a_tie_of_a_partner_with_itself_is_no_edge():
    found = graph(workspace(partner("a"), Tie(id="t", between=("a", "a"))), 2024)
    assert found.number_of_edges() == 0


def test_a_key_person_is_a_role_without_a_name_beside_its_partner():
    person = KeyPerson(id="p", role="Imam", name="N. N.", partner="a")
    found = graph(workspace(partner("a"), person), 2024)
    assert found.nodes["people/p"] == {"type": "person", "label": "Imam"}
    assert found.edges["people/p", "partners/a"] == {"relation": "person"}


def test_what_ended_before_the_day_is_not_in_the_graph():
    ended = Period(until=date(2024, 2, 28))
    person = KeyPerson(id="p", role="Imam", partner="a", period=ended)
    here = KeyPerson(id="q", role="Imam", partner="a")
    found = graph(workspace(partner("a", period=ended), person, here), 2024)
    assert sorted(found) == ["people/q", "service"]


def test_a_view_gives_a_graph_of_what_its_audience_may_see():
    space = workspace(partner("a"), KeyPerson(id="p", role="Imam", partner="a"))
    assert "people/p" not in graph(redact(space, Audience.REPORT), 2024)


def test_a_department_names_its_whole_where_that_is_in_the_network_and_is_no_edge():
    ended = Period(until=date(2024, 2, 28))
    found = graph(
        workspace(
            partner("whole"),
            partner("gone", period=ended),
            partner("a", part_of="whole"),
            partner("b", part_of="gone"),
        ),
        2024,
    )
    assert found.nodes["partners/a"]["part_of"] == "partners/whole"
    assert "part_of" not in found.nodes["partners/b"]
    assert found.number_of_edges() == 0


def test_a_collective_partner_is_marked():
    assert graph(workspace(partner("a", collective=True)), 2024).nodes["partners/a"]["collective"] is True


def test_the_two_mode_view_joins_members_with_bodies_and_each_side_has_its_number():
    found = graph(workspace(partner("a"), partner("b"), BOARD), 2024, which="bodies")
    assert nx.get_node_attributes(found, "bipartite") == {
        "service": 0,
        "partners/a": 0,
        "partners/b": 0,
        "committees/board": 1,
    }
    assert edges(found) == {
        frozenset({"partners/a", "committees/board"}): {"relation": "membership"},
        frozenset({"service", "committees/board"}): {
            "relation": "membership",
            "roles": "guest",
            "held_by": "service",
            "since": "2024-02-29",
        },
    }


def test_what_two_share_is_counted_as_networkx_counts_it():
    example = EXAMPLE
    for year in (2023, 2024, 2025):
        bodies = graph(example, year, which="bodies")
        members = [node for node, side in bodies.nodes(data="bipartite") if side == 0]
        projected = nx.bipartite.weighted_projected_graph(bodies, members)
        shared = graph(example, year, which="shared-bodies")
        assert set(shared) == set(projected)
        assert weights(shared) == weights(projected)
        assert max(weights(shared).values()) > 1


@pytest.mark.parametrize("year", [2023, 2024, 2025])
@pytest.mark.parametrize("which", GRAPHS)
def test_every_graph_goes_through_the_formats_of_networkx_unchanged(which, year):
    made = graph(EXAMPLE, year, which=which)
    graphml = nx.parse_graphml("".join(nx.generate_graphml(made)))
    assert (dict(graphml.nodes(data=True)), edges(graphml)) == (dict(made.nodes(data=True)), edges(made))
    assert made.graph.items() <= graphml.graph.items()
    plain = json.loads(json.dumps(nx.node_link_data(made, edges="edges")))
    assert nx.utils.graphs_equal(nx.node_link_graph(plain, edges="edges"), made)


@pytest.mark.parametrize("which", GRAPHS)
def test_every_graph_can_be_written_for_gephi_with_its_attributes(which):
    made = graph(EXAMPLE, 2025, which=which)
    read = nx.read_gexf(io.StringIO("\n".join(nx.generate_gexf(made))))
    assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
    for first, second, told in read.edges(data=True):
        del told["id"]  # the number that the format gives each edge
        assert told == made.edges[first, second]


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_networkx_finds_the_figures_of_the_library_in_the_partners_in_contact(year):
    made = graph(EXAMPLE, year)
    net = made.subgraph(["service", *(node for node, is_in in made.nodes(data="in_contact") if is_in)])
    found = ego_network(EXAMPLE, year)
    partners = net.subgraph(set(net) - {"service"})
    assert found.value(Figure.SIZE).value == len(partners)
    assert found.value(Figure.SIZE).value < sum(1 for _, is_on in made.nodes(data="on_map") if is_on)
    if not made.graph["ties_surveyed"]:
        assert found.value(Figure.DENSITY).value is None
        return
    assert float(found.value(Figure.DENSITY).value) == pytest.approx(nx.density(partners))
    assert found.value(Figure.COMPONENTS).value == nx.number_connected_components(partners)
    assert float(found.value(Figure.CONSTRAINT).value) == pytest.approx(nx.constraint(net)["service"])
    assert float(found.value(Figure.EFFECTIVE_SIZE).value) == pytest.approx(nx.effective_size(net)["service"])


def test_every_graph_can_be_listed_as_edges():
    made = graph(EXAMPLE, 2025)
    assert nx.utils.graphs_equal(
        nx.from_edgelist((a, b) for a, b, _ in nx.to_edgelist(made)), nx.Graph(made.edges)
    )


def test_a_graph_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(ModelError, match="relations, bodies, and shared-bodies"):
        graph(workspace(), 2024, which="everything")


def test_the_docstring_names_exactly_the_attributes_that_there_are():
    table = inspect.getdoc(graph).split("of           attributes")[1].split("``jmdmodel.analysis")[0]
    rows: dict[str, set[str]] = {}
    owner = ""
    for line in table.splitlines():
        owner = line.split()[0] if line[:1].isalpha() else owner
        rows.setdefault(owner, set()).update(re.findall(r"``(\w+)``", line))
    data: dict[str, set[str]] = {}
    for one in ATTRIBUTES:
        if one.name != "bipartite":  # stands with the two-mode view
            data.setdefault(one.of, set()).add(one.name)
    assert {owner: names for owner, names in rows.items() if names} == data
    assert "``bipartite`` 0" in inspect.getdoc(graph)


def test_a_year_without_a_map_is_refused():
    with pytest.raises(NoMapForYear):
        graph(workspace(), 2023)
