from __future__ import annotations

import attrs
import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.analysis.graph import GRAPHS, graph
from jmdmodel.analysis.year_network import ATTRIBUTES, NodeType, Relation, year_network
from jmdmodel.collection import Collection
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

PARTS = ("partners", "people", "contacts", "ties", "networks", "committees", "maps")
WORKSPACES = workspaces(size=4, collections=PARTS)
WHICH = st.sampled_from(GRAPHS)
TYPES = {(one.of, one.name): one for one in ATTRIBUTES}
ALWAYS = {
    owner: {one.name for one in ATTRIBUTES if one.of == owner and one.always}
    for owner in {one.of for one in ATTRIBUTES}
}


def years(workspace: Workspace) -> list[int]:
    return [known.year for known in workspace.maps]


def shuffled(data: st.DataObject, workspace: Workspace) -> Workspace:
    """Give the same workspace with its collections, and the parts of its bodies, in another order."""
    parts = {name: data.draw(st.permutations(list(getattr(workspace, name)))) for name in PARTS}
    parts["networks"] = [
        attrs.evolve(one, members=tuple(data.draw(st.permutations(one.members)))) for one in parts["networks"]
    ]
    parts["committees"] = [
        attrs.evolve(
            one,
            members=tuple(data.draw(st.permutations(one.members))),
            roles=tuple(data.draw(st.permutations(one.roles))),
        )
        for one in parts["committees"]
    ]
    return attrs.evolve(workspace, **{name: Collection(things) for name, things in parts.items()})


def fits(owner: str, told: dict[str, object]) -> bool:
    """Tell whether attributes are those that are documented for an owner, each of its type."""
    known = {name: TYPES[owner, name] for name in told}
    return ALWAYS.get(owner, set()) <= told.keys() and all(
        type(value) is known[name].plain for name, value in told.items()
    )


@given(WORKSPACES)
def test_a_graph_has_a_node_for_each_thing_of_the_day(workspace):
    for year in years(workspace):
        found = year_network(workspace, year)
        members = {"service", *(f"partners/{one.id}" for one in found.partners)}
        people = {f"people/{one.id}" for one in found.people}
        bodies = {str(one.ref) for one in found.bodies}
        assert set(graph(workspace, year)) == members | people
        assert set(graph(workspace, year, which="bodies")) == members | bodies
        assert set(graph(workspace, year, which="shared-bodies")) == members


@given(WORKSPACES)
def test_a_graph_has_an_edge_for_each_pair_that_is_related(workspace):
    for year in years(workspace):
        found = year_network(workspace, year)
        there = {one.id for one in found.partners}
        pairs = {frozenset(one.between) for one in found.ties if len(set(one.between)) == 2}
        belonging = [one for one in found.people if one.partner in there]
        made = graph(workspace, year)
        kinds = [told for _, _, told in made.edges(data="relation")]
        assert kinds.count("contact") == len(found.contacts)
        assert kinds.count("tie") == len(pairs)
        assert kinds.count("person") == len(belonging)
        seats = {(one.member, one.body) for one in found.affiliations}
        assert graph(workspace, year, which="bodies").number_of_edges() == len(seats)


@given(WORKSPACES, WHICH, st.sampled_from([one for one in Audience if one >= Audience.REPORT]))
def test_every_attribute_is_documented_and_of_its_type_in_every_view(workspace, which, audience):
    view = redact(workspace, audience)
    for year in years(view):
        made = graph(view, year, which=which)
        assert fits("graph", made.graph)
        for _, told in made.nodes(data=True):
            every = {name: told.pop(name) for name in ("type", "label")}
            assert fits("node", every)
            assert NodeType.of(every["type"])
            assert fits("two-mode node" if which == "bodies" else "none", _taken(told, "bipartite"))
            assert fits(every["type"], told)
        for _, _, told in made.edges(data=True):
            relation = told.pop("relation")
            assert Relation.of(relation)
            assert fits(relation, told)


def _taken(told: dict[str, object], name: str) -> dict[str, object]:
    return {name: told.pop(name)} if name in told else {}


@given(st.data(), WORKSPACES, WHICH)
def test_the_order_of_a_file_changes_nothing(data, workspace, which):
    other = shuffled(data, workspace)
    for year in years(workspace):
        one, two = graph(workspace, year, which=which), graph(other, year, which=which)
        assert (list(one.nodes(data=True)), list(one.edges(data=True))) == (
            list(two.nodes(data=True)),
            list(two.edges(data=True)),
        )


@given(WORKSPACES, WHICH)
def test_graphml_gives_back_what_was_written(workspace, which):
    for year in years(workspace):
        made = graph(workspace, year, which=which)
        read = nx.parse_graphml("".join(nx.generate_graphml(made)))
        assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
        assert {frozenset((a, b)): told for a, b, told in read.edges(data=True)} == {
            frozenset((a, b)): told for a, b, told in made.edges(data=True)
        }


@given(WORKSPACES)
def test_what_is_shared_is_the_projection_of_the_two_mode_view(workspace):
    for year in years(workspace):
        bodies = graph(workspace, year, which="bodies")
        members = [node for node, side in bodies.nodes(data="bipartite") if side == 0]
        shared = graph(workspace, year, which="shared-bodies")
        if len(members) == len(bodies):  # without a body networkx refuses to project
            assert shared.number_of_edges() == 0
            continue
        projected = nx.bipartite.weighted_projected_graph(bodies, members)
        assert set(map(frozenset, shared.edges)) == set(map(frozenset, projected.edges))
        assert all(
            told["weight"] == projected.edges[a, b]["weight"] == len(told["bodies"].split())
            for a, b, told in shared.edges(data=True)
        )


@given(WORKSPACES)
def test_each_edge_of_the_two_mode_view_leads_from_a_member_to_a_body(workspace):
    for year in years(workspace):
        made = graph(workspace, year, which="bodies")
        assert all(made.nodes[a]["bipartite"] != made.nodes[b]["bipartite"] for a, b in made.edges)


@given(WORKSPACES, st.sampled_from([Audience.REPORT, Audience.INTERNAL]))
def test_a_view_holds_nothing_that_the_whole_does_not(workspace, audience):
    view = redact(workspace, audience)
    for year in years(view):
        for which in GRAPHS:
            whole, part = graph(workspace, year, which=which), graph(view, year, which=which)
            assert set(part) <= set(whole)
            assert set(map(frozenset, part.edges)) <= set(map(frozenset, whole.edges))
