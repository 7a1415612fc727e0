from __future__ import annotations

import pickle
from datetime import date

import pytest

from jmdexport.demo import load_example
from jmdmodel.analysis.ratings import rated_contacts, ties_of
from jmdmodel.analysis.year_network import ATTRIBUTES, year_network
from jmdmodel.entities.committee import Committee, CommitteeRole
from jmdmodel.entities.network import Membership, Network, Participation
from jmdmodel.entities.partner import KeyPerson
from jmdmodel.errors import ModelError, NoMapForYear
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner, small, tie
from jmdmodel.vocabulary import CommitteeKind, MemberRole, ParticipationForm, SeatHolder, SeatRole

DAY = date(2024, 2, 29)
BEFORE, AFTER = date(2024, 2, 28), date(2024, 3, 1)
EXAMPLE = load_example().workspace


def of(*things):
    return year_network(minimal(network_map(2024, as_of=DAY), *things), 2024)


def committee(identifier="board", **fields):
    return Committee(id=identifier, name=identifier.title(), kind=CommitteeKind.ROUND_TABLE, **fields)


def network(identifier="net", **fields):
    return Network(id=identifier, name=identifier.title(), **fields)


def seats(found):
    return [(str(one.member), str(one.body), one.role and one.role.code) for one in found.affiliations]


def test_the_network_of_a_year_holds_what_the_other_verbs_give():
    found = year_network(EXAMPLE, 2025)
    assert found.contacts == rated_contacts(EXAMPLE, 2025)
    assert found.ties == ties_of(EXAMPLE, 2025, "all")
    assert found.ties_surveyed_on == EXAMPLE.map_of(2025).ties_surveyed_on


def test_a_network_without_anything_is_the_service():
    found = of()
    assert [str(node.ref) for node in found.nodes()] == ["service"]
    assert (found.relations(), found.memberships(), found.shared_bodies()) == ((), (), ())


@pytest.mark.parametrize("period", [Period(until=BEFORE), Period(since=AFTER)])
def test_what_does_not_exist_on_the_day_has_no_seat_and_is_no_body(period):
    members = (Membership(partner="a"), Membership(partner="gone"), Membership(partner="b", period=period))
    found = of(
        partner("a"),
        partner("b"),
        partner("gone", period=period),
        network(members=members, period=Period(since=DAY, until=DAY)),
        network("ended", members=members, period=period),
        committee("over", members=("a",), period=period),
        committee(members=("gone",), roles=(CommitteeRole(role=SeatRole.CHAIR, period=period),)),
    )
    assert [str(body.ref) for body in found.bodies] == ["networks/net", "committees/board"]
    assert seats(found) == [("partners/a", "networks/net", "member")]


def test_a_member_that_is_not_in_the_workspace_is_left_out():
    found = of(network(members=(Membership(partner="nowhere"),)), committee(members=("nowhere",)))
    assert found.affiliations == ()


@pytest.mark.parametrize("form", list(ParticipationForm))
def test_the_service_sits_in_a_network_by_the_form_of_the_year_unless_it_left(form):
    found = of(network(participation=(Participation(year=2024, form=form),)))
    sits = form is not ParticipationForm.LEFT
    assert seats(found) == ([("service", "networks/net", form.code)] if sits else [])


def test_a_form_told_for_another_year_gives_no_seat_and_no_word_none_either():
    told = (Participation(year=2023, form=ParticipationForm.ACTIVE),)
    assert of(network(participation=told), network("silent")).affiliations == ()


def test_the_form_of_participation_says_nothing_of_the_time():
    told = (Participation(year=2024, form=ParticipationForm.ACTIVE),)
    [edge] = of(network(participation=told)).memberships()
    assert dict(edge.attributes) == {"form": ParticipationForm.ACTIVE}


def test_several_seats_in_a_committee_are_one_edge_with_all_roles_and_open_where_one_is_open():
    roles = (
        CommitteeRole(role=SeatRole.VOTING, held_by=SeatHolder.PROVIDER, period=Period(since=DAY)),
        CommitteeRole(role=SeatRole.GUEST, period=Period(since=BEFORE, until=DAY)),
        CommitteeRole(period=Period(since=DAY, until=DAY)),
    )
    found = of(committee(roles=roles))
    assert len(found.affiliations) == 3
    [edge] = found.memberships()
    assert dict(edge.attributes) == {"roles": "guest voting", "held_by": "provider service", "since": BEFORE}


def test_a_partner_noted_twice_in_the_same_way_sits_there_once():
    found = of(partner("a"), committee(members=("a", "a")), network(members=(Membership(partner="a"),) * 2))
    assert len(found.affiliations) == 2


def test_a_network_that_is_a_committee_too_is_one_body_and_counts_once():
    lead = Membership(partner="a", role=MemberRole.LEAD)
    found = of(
        partner("a"),
        partner("b"),
        network(members=(lead, Membership(partner="b"))),
        committee(network="net", members=("a", "b"), roles=(CommitteeRole(role=SeatRole.MEMBER),)),
    )
    assert [(str(body.ref), body.name) for body in found.bodies] == [("networks/net", "Net")]
    pairs = {(str(pair.first), str(pair.second)): len(pair.bodies) for pair in found.shared_bodies()}
    assert pairs == {
        ("partners/a", "partners/b"): 1,
        ("partners/a", "service"): 1,
        ("partners/b", "service"): 1,
    }
    assert {str(one.source) for one in found.affiliations} == {"networks/net", "committees/board"}
    node = found.nodes()[-1]
    assert dict(node.attributes) == {"committees": "committees/board"}


def test_a_committee_whose_network_has_ended_stands_alone():
    ended = network(period=Period(until=BEFORE))
    found = of(ended, committee(network="net"), committee("lost", network="nowhere"))
    assert [str(body.ref) for body in found.bodies] == ["committees/board", "committees/lost"]


def test_pairs_are_counted_in_every_body_they_share():
    found = of(
        *map(partner, "abc"),
        committee("x", members=("a", "b", "c")),
        committee("y", members=("c", "a")),
    )
    records = found.shared_bodies().records()
    assert [(row["first"], row["second"], row["count"]) for row in records] == [
        ("partners/a", "partners/b", 1),
        ("partners/a", "partners/c", 2),
        ("partners/b", "partners/c", 1),
    ]
    assert records[1]["bodies"] == "committees/x committees/y"


def test_a_partner_with_a_seat_and_without_a_contact_is_not_on_the_map():
    found = of(partner("a"), partner("b"), contact("b"), committee(members=("a",)))
    told = {str(node.ref): dict(node.attributes).get("on_map") for node in found.nodes()}
    assert (told["partners/a"], told["partners/b"]) == (False, True)


def test_all_ties_are_relations_and_a_tie_with_oneself_is_none():
    found = of(partner("a"), partner("b"), tie("b", "a"), tie("a", "b"), tie("a", "a"))
    assert [(str(edge.first), str(edge.second)) for edge in found.relations()] == [
        ("partners/a", "partners/b"),
        ("partners/a", "partners/b"),
    ]


def test_a_key_person_belongs_to_a_partner_that_is_there():
    found = of(
        partner("a"),
        KeyPerson(id="p", role="Imam", partner="a"),
        KeyPerson(id="q", role="Trainer", partner="nowhere"),
    )
    assert [(str(edge.first), str(edge.second)) for edge in found.relations()] == [
        ("people/p", "partners/a"),
    ]


@pytest.mark.parametrize("audience", [one for one in Audience if one >= Audience.REPORT])
def test_a_view_gives_the_network_that_its_audience_may_see(audience):
    found = year_network(redact(EXAMPLE, audience), 2025)
    assert bool(found.people) is (audience >= Audience.INTERNAL)
    assert found.partners
    assert found.affiliations


def test_the_public_has_no_map_and_so_no_network():
    with pytest.raises(NoMapForYear):
        year_network(redact(small(), Audience.PUBLIC), 2024)


@pytest.mark.parametrize("year", ["2024", 2024.0, True, None, 0])
def test_what_is_no_year_is_refused(year):
    with pytest.raises(ModelError):
        year_network(small(), year)


def test_the_tables_list_everything_once_in_german_and_english():
    found = year_network(EXAMPLE, 2025)
    nodes, relations, affiliations = found.tables()
    assert len(nodes.rows) == len(found.nodes()) == len({row[0] for row in nodes.rows})
    assert len(relations.rows) == len(found.relations())
    assert len(affiliations.rows) == len(found.affiliations)
    for table in (*found.tables(), *found.shared_bodies().tables(), *ATTRIBUTES.tables()):
        assert len({column.name for column in table.columns}) == len(table.columns)
        assert all(table.texts(language) for language in ("de", "en"))


def test_the_network_can_be_hashed_and_pickled():
    found = year_network(EXAMPLE, 2025)
    again = pickle.loads(pickle.dumps(found))
    assert (again, hash(again)) == (found, hash(found))
