"""The network of a year as a typed networkx graph. The one module that imports networkx."""

from __future__ import annotations

from typing import Any

import networkx as nx

from jmdmodel.analysis.ratings import is_brokered_in, map_day, partners_on, rated_contacts, ties_of
from jmdmodel.entities.relation import Tie
from jmdmodel.ids import Ref
from jmdmodel.scales import Coded, Ordinal
from jmdmodel.workspace import Workspace

SERVICE = "service"
"""The node of the service, in the centre of the network."""


def graph(workspace: Workspace, year: int) -> nx.Graph[str]:
    """Give the network of a map year as an undirected graph with typed attributes (R-07, R-32, R-50).

    Nodes are named as references are written: ``service``, ``partners/jobcenter``,
    ``people/imam-gueltekin``. Attributes are texts, whole numbers and truth values; what is not known
    is absent, never ``None``. Scales are whole numbers from 1, the lowest step.

    ======== =========================================================================================
    node     attributes
    ======== =========================================================================================
    every    ``type`` (service, partner, person), ``label``
    partner  ``kind``, ``group``, ``sub_kind``, ``relevance``, ``transition_role``, ``collective``
    person   none further: the label is the role, the name is not in the graph
    edge
    every    ``type`` (contact, tie, person)
    contact  ``id``, ``state``, ``place``, ``intensity``, ``importance``; service to partner
    tie      ``id``, ``strength``, ``formalisation``, ``knowledge``, ``brokered`` (in the year)
    person   none further; a key person and the partner it belongs to
    ======== =========================================================================================

    All partners of the map's day are nodes, with a contact or without. Of several ties between the
    same two partners the strongest is the edge, of equally strong ones the first by identifier.
    The graph attributes are ``year`` and ``day`` (ISO). German: Netzwerkgraph.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    day = map_day(workspace.map_of(year))
    made: nx.Graph[str] = nx.Graph(year=year, day=day.isoformat())
    made.add_node(SERVICE, type="service", label=workspace.service.name)
    for partner in partners_on(workspace, day):
        made.add_node(
            _node("partners", partner.id),
            type="partner",
            label=partner.name,
            kind=partner.kind.code,
            group=partner.kind.group.code,
            collective=partner.collective,
            **_known(
                sub_kind=partner.sub_kind,
                relevance=partner.relevance,
                transition_role=partner.transition_role,
            ),
        )
    for rated in rated_contacts(workspace, year):
        told = _known(intensity=rated.intensity, importance=rated.importance)
        made.add_edge(
            SERVICE,
            _node("partners", rated.partner.id),
            type="contact",
            id=rated.contact.id,
            state=rated.state.code,
            place=rated.place.code,
            **told,
        )
    for tie in sorted(ties_of(workspace, year, "all"), key=_strongest_first):
        first, second = (_node("partners", end) for end in tie.between)
        if first != second and not made.has_edge(first, second):
            made.add_edge(
                first,
                second,
                type="tie",
                id=tie.id,
                knowledge=tie.knowledge.code,
                brokered=is_brokered_in(tie, year, day),
                **_known(strength=tie.strength, formalisation=tie.formalisation),
            )
    for person in workspace.people:
        if person.period.holds_on(day):
            node = _node("people", person.id)
            made.add_node(node, type="person", label=person.role)
            if person.partner is not None and _node("partners", person.partner) in made:
                made.add_edge(node, _node("partners", person.partner), type="person")
    return made


def _strongest_first(tie: Tie) -> tuple[int, str]:
    return -(tie.strength.step if tie.strength else 0), tie.id


def _node(collection: str, identifier: str) -> str:
    return str(Ref(collection, identifier))


def _known(**values: Coded | str | None) -> dict[str, Any]:
    """Keep what is known, in plain form: the step of a scale, the code of another word."""
    return {name: _plain(value) for name, value in values.items() if value is not None}


def _plain(value: Coded | str) -> str | int:
    if isinstance(value, Ordinal):
        return value.step
    return value.code if isinstance(value, Coded) else value
