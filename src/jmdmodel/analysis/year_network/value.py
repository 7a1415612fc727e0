"""The network of a year as one value: who is in it, who has to do with whom, who sits where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter

import attrs

from jmdmodel.analysis.ratings import RatedContacts, map_day, partners_on, rated_contacts, ties_of
from jmdmodel.analysis.tables import Shown, Table
from jmdmodel.analysis.year_network.affiliations import (
    SERVICE,
    Affiliation,
    Body,
    SharedBodies,
    affiliations_of,
    affiliations_table,
    bodies_on,
    shared_bodies,
)
from jmdmodel.analysis.year_network.attributes import NodeType, Relation
from jmdmodel.analysis.year_network.nodes_and_edges import (
    Edge,
    Node,
    body_node,
    contact_edge,
    membership_edge,
    nodes_table,
    partner_node,
    person_node,
    relations_table,
    tie_edge,
)
from jmdmodel.entities.partner import KeyPerson, Partner
from jmdmodel.entities.relation import Tie
from jmdmodel.entities.service import Service
from jmdmodel.ids import Ref
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True, repr=False)
class YearNetwork(Shown):
    """The network of a map year, typed and complete (R-07, R-12, R-14, R-32). German: Netzwerk im Jahr.

    Attributes:
        year: The year of the map.
        day: The day that the map shows; all that follows is as of this day.
        ties_surveyed_on: When ties among partners were surveyed; ``None``: never, so that a missing tie
            says nothing.
        service: The service in the centre.
        partners: All partners, with a contact or without.
        people: The key persons.
        contacts: The partners on the map with rating and place.
        ties: The ties between partners, brokered in the year or not.
        bodies: The networks and committees.
        affiliations: Who sits where: the service and the partners in networks and committees.
    """

    year: int
    day: date
    ties_surveyed_on: date | None
    service: Service
    partners: tuple[Partner, ...]
    people: tuple[KeyPerson, ...]
    contacts: RatedContacts
    ties: tuple[Tie, ...]
    bodies: tuple[Body, ...]
    affiliations: tuple[Affiliation, ...]

    def nodes(self) -> tuple[Node, ...]:
        """Give the service, the partners, the key persons, the networks and the committees."""
        service = Node(ref=SERVICE, type=NodeType.SERVICE, label=self.service.name)
        partners = self._partner_nodes()
        return (service, *partners, *map(person_node, self.people), *map(body_node, self.bodies))

    def relations(self) -> tuple[Edge, ...]:
        """Give the contacts, the ties, and which key person belongs to which partner.

        All ties are there, also several between the same two partners. A key person whose partner is
        not in the network has no edge.
        """
        there = {partner.id for partner in self.partners}
        ties = (tie_edge(tie, self.year, self.day) for tie in self.ties if tie.between[0] != tie.between[1])
        people = (
            Edge(first=Ref("people", one.id), second=Ref("partners", one.partner), relation=Relation.PERSON)
            for one in self.people
            if one.partner is not None and one.partner in there
        )
        return (*map(contact_edge, self.contacts), *ties, *people)

    def memberships(self) -> tuple[Edge, ...]:
        """Give who sits where, one edge for each member and body with all its roles there."""
        pairs = groupby(self.affiliations, key=attrgetter("body", "member"))
        return tuple(membership_edge(body, member, noted) for (body, member), noted in pairs)

    def shared_bodies(self) -> SharedBodies:
        """Give every pair of members that meets in at least one network or committee, the service too."""
        return shared_bodies(self.affiliations)

    def tables(self) -> tuple[Table, ...]:
        """Give nodes, relations, and the seats and memberships one by one."""
        return (
            nodes_table(self.nodes()),
            relations_table(self.relations()),
            affiliations_table(self.affiliations),
        )

    def _partner_nodes(self) -> Iterator[Node]:
        there = {partner.id for partner in self.partners}
        places = {rated.partner.id: rated.place for rated in self.contacts}
        for partner in self.partners:
            whole = partner.part_of if partner.part_of in there else None
            yield partner_node(
                partner,
                place=places.get(partner.id),
                whole=Ref("partners", whole) if whole is not None else None,
            )


def year_network(workspace: Workspace, year: int) -> YearNetwork:
    """Give the network of a map year: service, partners, key persons, their relations and bodies.

    It is what :func:`~jmdmodel.analysis.graph.graph` is made of, without networkx: contacts as
    ``rated_contacts`` gives them, all ties of the map's day, and who sits in which network or committee.

    What has ended or not begun on the day of the map is not in it, nor is anything that refers to it. A
    seat or membership counts on the day; the service sits in a network when a form of participation is
    told for the year, other than that it left. A committee that points to a network is the same body:
    both together are one, under the network's name. Serves R-07, R-12, R-14, R-32.
    German: Netzwerk im Jahr.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.

    Example:
        >>> from jmdmodel.testing.builders import small
        >>> found = year_network(small(), 2024)
        >>> [str(node.ref) for node in found.nodes()][:3]
        ['service', 'partners/jobcenter', 'partners/moschee']
        >>> [(str(pair.first), str(pair.second)) for pair in found.shared_bodies()]
        [('partners/jobcenter', 'partners/schule')]
    """
    network_map = workspace.map_of(year)
    day = map_day(network_map)
    partners = partners_on(workspace, day)
    bodies = bodies_on(workspace, day)
    return YearNetwork(
        year=year,
        day=day,
        ties_surveyed_on=network_map.ties_surveyed_on,
        service=workspace.service,
        partners=partners,
        people=tuple(person for person in workspace.people if person.period.holds_on(day)),
        contacts=rated_contacts(workspace, year),
        ties=ties_of(workspace, year, "all"),
        bodies=bodies,
        affiliations=affiliations_of(bodies, (partner.id for partner in partners), day),
    )
