"""The network of a year as a typed networkx graph. The one module that imports networkx."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import networkx as nx

from jmdmodel.analysis.tables import Cell
from jmdmodel.analysis.year_network.attributes import NodeType
from jmdmodel.analysis.year_network.nodes_and_edges import Edge, Node
from jmdmodel.analysis.year_network.value import YearNetwork, year_network
from jmdmodel.borders import need_word
from jmdmodel.scales import Coded, Ordinal
from jmdmodel.workspace import Workspace

GRAPHS = ("relations", "bodies", "shared-bodies")
"""The graphs that there are of a year."""

_MEMBERS = (NodeType.SERVICE, NodeType.PARTNER)
_BODIES = (NodeType.NETWORK, NodeType.COMMITTEE)


def graph(
    workspace: Workspace,
    year: int,
    *,
    which: Literal["relations", "bodies", "shared-bodies"] = "relations",
) -> nx.Graph[str]:
    """Give the network of a map year as an undirected graph with typed attributes (R-07, R-32, R-50).

    ``which`` says who is joined with whom:

    ================= ================================================================================
    which             graph
    ================= ================================================================================
    ``relations``     service, partners and key persons; contacts, ties, who belongs to which partner
    ``bodies``        the two-mode view: service and partners (``bipartite`` 0) and the networks and
                      committees (``bipartite`` 1) in which they sit
    ``shared-bodies`` its projection: service and partners, joined where they meet in a body; the
                      ``weight`` counts the bodies
    ================= ================================================================================

    Nodes are named as references are written: ``service``, ``partners/jobcenter``,
    ``people/imam-gueltekin``, ``networks/ag-migration``. Attributes are texts, whole numbers and truth
    values; what is not known is absent, never ``None``. Words of the vocabulary are their codes, scales
    whole numbers from 1, the lowest step, days are ISO texts, several words stand with a blank between.

    ============ =====================================================================================
    of           attributes
    ============ =====================================================================================
    graph        ``year``, ``day``, ``ties_surveyed``, ``ties_surveyed_on``
    node         ``type`` (service, partner, person, network, committee), ``label``
    partner      ``kind``, ``sub_kind``, ``group``, ``short_name``, ``relevance``, ``transition_role``,
                 ``collective``, ``on_map`` (whatever the state of the contact), ``in_contact``,
                 ``part_of`` (a node)
    network      ``origin``, ``members_stated``, ``committees`` (the network is a committee too)
    committee    ``kind``, ``sub_kind``, ``level``
    edge         ``relation`` (contact, tie, person, membership, shared)
    contact      ``ref``, ``state``, ``place``, ``intensity``, ``importance``; service to partner
    tie          ``ref``, ``strength``, ``formalisation``, ``knowledge``, ``brokered`` (in the year)
    membership   ``roles``, ``held_by`` (a seat of the service), ``form`` (the service in a network),
                 ``since``, ``until``
    shared       ``weight``, ``bodies``
    ============ =====================================================================================

    ``jmdmodel.analysis.year_network.attributes.ATTRIBUTES`` is the same list with types and meanings.

    All partners of the map's day are nodes, with a contact or without, with a seat or without. The figures
    of ``ego_network`` are those of the service and the partners that are ``in_contact``: no contact yet,
    dormant, refused or unknown does not count there. Of several
    ties between the same two partners the strongest is the edge, of equally strong ones the first by
    identifier. A department is no edge to its whole, since that is no work together: ``part_of`` names
    it. A key person is a role, the name is not in the graph. Where ``ties_surveyed`` is false, a missing
    tie says nothing. German: Netzwerkgraph.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
        ModelError: There is no such graph as *which* names.
    """
    need_word(which, "which", GRAPHS)
    found = year_network(workspace, year)
    if which == "relations":
        return _relations(found)
    return _bodies(found) if which == "bodies" else _shared(found)


def _relations(found: YearNetwork) -> nx.Graph[str]:
    made = _empty(found)
    _add_nodes(made, [node for node in found.nodes() if node.type not in _BODIES])
    edges = found.relations()
    for edge in sorted(edges, key=_strongest_first):
        if not made.has_edge(str(edge.first), str(edge.second)):
            _add_edge(made, edge)
    return made


def _bodies(found: YearNetwork) -> nx.Graph[str]:
    made = _empty(found)
    nodes = found.nodes()
    _add_nodes(made, [node for node in nodes if node.type in _MEMBERS], bipartite=0)
    _add_nodes(made, [node for node in nodes if node.type in _BODIES], bipartite=1)
    for edge in found.memberships():
        _add_edge(made, edge)
    return made


def _shared(found: YearNetwork) -> nx.Graph[str]:
    made = _empty(found)
    _add_nodes(made, [node for node in found.nodes() if node.type in _MEMBERS])
    for pair in found.shared_bodies():
        bodies = " ".join(map(str, pair.bodies))
        made.add_edge(
            str(pair.first), str(pair.second), relation="shared", weight=len(pair.bodies), bodies=bodies
        )
    return made


def _empty(found: YearNetwork) -> nx.Graph[str]:
    made: nx.Graph[str] = nx.Graph(
        year=found.year, day=found.day.isoformat(), ties_surveyed=found.ties_surveyed_on is not None
    )
    if found.ties_surveyed_on is not None:
        made.graph["ties_surveyed_on"] = found.ties_surveyed_on.isoformat()
    return made


def _add_nodes(made: nx.Graph[str], nodes: Iterable[Node], **more: int) -> None:
    for node in nodes:
        told = {"type": node.type.code, "label": node.label, **_plain(node.attributes), **more}
        made.add_node(str(node.ref), **told)


def _add_edge(made: nx.Graph[str], edge: Edge) -> None:
    made.add_edge(str(edge.first), str(edge.second), relation=edge.relation.code, **_plain(edge.attributes))


def _strongest_first(edge: Edge) -> int:
    """Rank by strength alone: sorting keeps the order of identifiers among equals."""
    strength = dict(edge.attributes).get("strength")
    return -strength.step if isinstance(strength, Ordinal) else 0


def _plain(attributes: Iterable[tuple[str, Cell]]) -> dict[str, str | int]:
    return {name: _value(cell) for name, cell in attributes}


def _value(cell: Cell) -> str | int:
    if isinstance(cell, Ordinal):
        return cell.step
    if isinstance(cell, Coded):
        return cell.code
    return cell if isinstance(cell, str | int) else str(cell)  # a day: its text is the ISO form
