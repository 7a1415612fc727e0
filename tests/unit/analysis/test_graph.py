from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

from jmdmodel.analysis.graph import graph
from jmdmodel.entities.partner import KeyPerson, Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.entities.service import Service
from jmdmodel.errors import NoMapForYear
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Importance, Intensity, TieStrength
from jmdmodel.vocabulary import Formalisation, PartnerKind
from jmdmodel.workspace import Workspace

DAY = date(2024, 2, 29)


def workspace(*things):
    empty = Workspace(service=Service(name="JMD Musterstadt", provider="Muster e. V."))
    return empty.with_entities(NetworkMap(id="2024", as_of=DAY), *things)


def partner(identifier, **more):
    return Partner(id=identifier, name=identifier.upper(), kind=PartnerKind.SCHOOL, **more)


def tie(identifier, strength=None, **more):
    return Tie(id=identifier, between=("a", "b"), strength=strength, **more)


def test_an_empty_network_is_the_service_alone():
    found = graph(workspace(), 2024)
    assert dict(found.nodes(data=True)) == {"service": {"type": "service", "label": "JMD Musterstadt"}}
    assert found.graph == {"year": 2024, "day": "2024-02-29"}


def test_a_contact_is_an_edge_to_the_service_with_what_is_known():
    rating = ContactRating(day=DAY, intensity=Intensity.WEEKLY)
    found = graph(workspace(partner("a"), Contact(id="c", partner="a", ratings=(rating,))), 2024)
    assert found.edges["service", "partners/a"] == {
        "type": "contact",
        "id": "c",
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
        "relevance": 1,
    }


def test_of_several_ties_between_two_partners_the_strongest_is_the_edge():
    ties = [tie("a"), tie("b", TieStrength.LOOSE), tie("c", TieStrength.CLOSE), tie("d", TieStrength.CLOSE)]
    found = graph(workspace(partner("a"), partner("b"), *ties), 2024)
    assert found.edges["partners/a", "partners/b"]["id"] == "c"


def test_a_tie_says_strength_and_formalisation_in_steps_and_whether_it_was_brokered():
    one = tie("t", TieStrength.CLOSE, formalisation=Formalisation.ORAL_AGREEMENT, brokered_on=DAY)
    found = graph(workspace(partner("a"), partner("b"), one), 2024)
    assert found.edges["partners/a", "partners/b"] == {
        "type": "tie",
        "id": "t",
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
    assert found.edges["people/p", "partners/a"] == {"type": "person"}


def test_what_ended_before_the_day_is_not_in_the_graph():
    ended = Period(until=date(2024, 2, 28))
    person = KeyPerson(id="p", role="Imam", partner="a", period=ended)
    here = KeyPerson(id="q", role="Imam", partner="a")
    found = graph(workspace(partner("a", period=ended), person, here), 2024)
    assert sorted(found) == ["people/q", "service"]


def test_a_view_gives_a_graph_of_what_its_audience_may_see():
    space = workspace(partner("a"), KeyPerson(id="p", role="Imam", partner="a"))
    assert "people/p" not in graph(redact(space, Audience.REPORT), 2024)


def test_the_graph_can_be_written_as_graphml_because_no_attribute_is_none():
    space = workspace(partner("a"), partner("b"), Contact(id="c", partner="a"), tie("t"))
    assert "".join(nx.generate_graphml(graph(space, 2024))).count("<edge") == 2


def test_a_year_without_a_map_is_refused():
    with pytest.raises(NoMapForYear):
        graph(workspace(), 2023)
