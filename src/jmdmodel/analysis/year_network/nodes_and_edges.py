"""The points and lines of a network: how an entry of the workspace becomes one, and their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from jmdmodel.analysis.figures.membership import IN_CONTACT
from jmdmodel.analysis.ratings import Place, RatedContact, is_brokered_in
from jmdmodel.analysis.tables import Cell, Column, Table
from jmdmodel.analysis.year_network.affiliations import SERVICE, Affiliation, Body
from jmdmodel.analysis.year_network.attributes import ATTRIBUTES, NodeType, Relation
from jmdmodel.entities.partner import KeyPerson, Partner
from jmdmodel.entities.relation import Tie
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.vocabulary import ParticipationForm


@attrs.frozen(kw_only=True)
class Node:
    """One point of the network: who or what it is, and what is known of it. German: Knoten.

    Attributes:
        ref: The entry of the workspace that it stands for.
        type: What kind of entry that is.
        label: Its name; of a key person the role, never the name.
        attributes: What is known beside it, by name; what is not known is left out.
    """

    ref: Ref
    type: NodeType
    label: str
    attributes: tuple[tuple[str, Cell], ...] = ()


@attrs.frozen(kw_only=True)
class Edge:
    """One relation between two points of the network, without a direction. German: Kante.

    Attributes:
        first: One end: the service, the person, the member, or the partner named first.
        second: The other end.
        relation: What kind of relation it is.
        attributes: What is known of it, by name; what is not known is left out.
    """

    first: Ref
    second: Ref
    relation: Relation
    attributes: tuple[tuple[str, Cell], ...] = ()


def partner_node(partner: Partner, *, place: Place | None, whole: Ref | None) -> Node:
    """Give the node of a partner.

    Args:
        partner: The partner.
        place: Where it stands on the map; ``None`` for a partner without any contact.
        whole: What it is a part of, if that is in the network.
    """
    known = _known(
        short_name=partner.short_name,
        kind=partner.kind,
        sub_kind=partner.sub_kind,
        group=partner.kind.group,
        relevance=partner.relevance,
        transition_role=partner.transition_role,
        collective=partner.collective,
        on_map=place is not None,
        in_contact=place in IN_CONTACT,
        part_of=str(whole) if whole else None,
    )
    return Node(ref=Ref("partners", partner.id), type=NodeType.PARTNER, label=partner.name, attributes=known)


def person_node(person: KeyPerson) -> Node:
    """Give the node of a key person: its role."""
    return Node(ref=Ref("people", person.id), type=NodeType.PERSON, label=person.role)


def body_node(body: Body) -> Node:
    """Give the node of a network or committee; one that is both is a network that names its committee."""
    if body.network is not None:
        too = " ".join(str(Ref("committees", committee.id)) for committee in body.committees)
        known = _known(
            origin=body.network.origin, members_stated=body.network.members_stated, committees=too or None
        )
        return Node(ref=body.ref, type=NodeType.NETWORK, label=body.name, attributes=known)
    committee = body.committees[0]
    known = _known(kind=committee.kind, sub_kind=committee.sub_kind, level=committee.level)
    return Node(ref=body.ref, type=NodeType.COMMITTEE, label=body.name, attributes=known)


def contact_edge(rated: RatedContact) -> Edge:
    """Give the edge from the service to a partner on the map."""
    known = _known(
        ref=str(Ref("contacts", rated.contact.id)),
        state=rated.state,
        place=rated.place,
        intensity=rated.intensity,
        importance=rated.importance,
    )
    partner = Ref("partners", rated.partner.id)
    return Edge(first=SERVICE, second=partner, relation=Relation.CONTACT, attributes=known)


def tie_edge(tie: Tie, year: int, day: date) -> Edge:
    """Give the edge between two partners, the one with the first identifier first."""
    first, second = sorted(tie.between)
    known = _known(
        ref=str(Ref("ties", tie.id)),
        strength=tie.strength,
        formalisation=tie.formalisation,
        knowledge=tie.knowledge,
        brokered=is_brokered_in(tie, year, day),
    )
    return Edge(
        first=Ref("partners", first),
        second=Ref("partners", second),
        relation=Relation.TIE,
        attributes=known,
    )


def membership_edge(body: Ref, member: Ref, noted: Iterable[Affiliation]) -> Edge:
    """Give the edge between a member and a body, with all that is noted of it there brought together.

    It lasts from the first start to the last end, open where one of them is. The form in which the
    service takes part is told year by year, so it says nothing of the time.
    """
    all_noted = tuple(noted)
    seats = [one for one in all_noted if not isinstance(one.role, ParticipationForm)]
    starts = [one.period.since for one in seats]
    ends = [one.period.until for one in seats]
    known = _known(
        roles=" ".join(sorted({one.role.code for one in seats if one.role})) or None,
        held_by=" ".join(sorted({one.held_by.code for one in seats if one.held_by})) or None,
        form=next((one.role for one in all_noted if isinstance(one.role, ParticipationForm)), None),
        since=None if None in starts else min((day for day in starts if day), default=None),
        until=None if None in ends else max((day for day in ends if day), default=None),
    )
    return Edge(first=member, second=body, relation=Relation.MEMBERSHIP, attributes=known)


def nodes_table(nodes: Iterable[Node]) -> Table:
    """List the points of a network with every attribute that one of them may have."""
    attributes = tuple(one.column for one in ATTRIBUTES.of(*(word.code for word in NodeType)))
    columns = (
        Column("node", Say("Knoten", "node")),
        Column("type", Say("steht für", "stands for"), "code"),
        Column("label", Say("Name oder Rolle", "name or role")),
        *attributes,
    )
    rows = tuple(
        (str(node.ref), node.type, node.label, *_cells(node.attributes, attributes)) for node in nodes
    )
    return Table(name="nodes", title=Say("Knoten", "Nodes"), columns=columns, rows=rows)


def relations_table(edges: Iterable[Edge]) -> Table:
    """List contacts, ties, and which key person belongs to which partner."""
    attributes = tuple(one.column for one in ATTRIBUTES.of(Relation.CONTACT.code, Relation.TIE.code))
    columns = (
        Column("first", Say("von", "from")),
        Column("second", Say("zu", "to")),
        Column("relation", Say("Beziehung", "relation"), "code"),
        *attributes,
    )
    rows = tuple(
        (str(edge.first), str(edge.second), edge.relation, *_cells(edge.attributes, attributes))
        for edge in edges
    )
    return Table(name="relations", title=Say("Beziehungen", "Relations"), columns=columns, rows=rows)


def _known(**values: Cell) -> tuple[tuple[str, Cell], ...]:
    return tuple((name, value) for name, value in values.items() if value is not None)


def _cells(attributes: tuple[tuple[str, Cell], ...], columns: tuple[Column, ...]) -> Iterator[Cell]:
    told = dict(attributes)
    return (told.get(column.name) for column in columns)
