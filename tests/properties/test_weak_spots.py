from __future__ import annotations

import pickle
from collections import Counter

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.analysis.committees import committee_work, committee_years, contribution_outcomes
from jmdmodel.analysis.counting import Spoken
from jmdmodel.analysis.coverage import CoverageState, committee_coverage, coverage, transition_coverage
from jmdmodel.analysis.figures.net import Net
from jmdmodel.analysis.networks import network_profiles
from jmdmodel.analysis.weak_spots import weak_spots
from jmdmodel.analysis.weak_spots.ties import cut_off
from jmdmodel.collection import Collection
from jmdmodel.entities.resource import ContactPerson
from jmdmodel.fields import evolve
from jmdmodel.messages import LANGUAGES
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Importance, Intensity
from jmdmodel.testing.strategies import days, workspaces
from jmdmodel.vocabulary import SeatHolder


def whole(workspace):
    """Give a generated workspace as a whole one: some are made as views."""
    return evolve(workspace, view=None)


MAPPED = workspaces(
    size=2, collections=("partners", "contacts", "contact_persons", "people", "maps", "absences")
).map(whole)
BODIES = workspaces(size=2, collections=("networks", "committees", "staff", "absences", "maps")).map(whole)
LIMITS = st.tuples(st.sampled_from(Intensity), st.sampled_from(Importance))


def years_of(workspace):
    return [found.year for found in workspace.maps]


def years_met(workspace):
    met = {session.day.year for one in workspace.committees for session in one.sessions}
    return sorted(met | set(years_of(workspace)))[:4]


@given(MAPPED, LIMITS)
def test_every_important_partner_is_in_exactly_one_part(workspace, limits):
    weak, important = limits
    for year in years_of(workspace):
        found = weak_spots(workspace, year, weak=weak, important=important)
        spots = (*found.important_but_weak, *found.blank)
        named = [spot.partner for spot in spots] + [partner.id for partner in found.open]
        assert len(set(named)) == len(named)
        assert len(named) + found.kept == found.important
        assert found.kept >= 0
        assert (found.cut_points is None) is (workspace.map_of(year).ties_surveyed_on is None)
        assert all(spot.importance >= important for spot in spots)


@given(MAPPED, st.sampled_from(Importance))
def test_a_wider_limit_never_finds_fewer_important_but_weak(workspace, important):
    for year in years_of(workspace):
        sizes = [
            len(weak_spots(workspace, year, weak=step, important=important).important_but_weak)
            for step in Intensity
        ]
        assert sizes == sorted(sizes)


@given(MAPPED)
def test_weak_spots_stand_in_the_order_of_partners_and_say_why_in_both_languages(workspace):
    for year in years_of(workspace):
        found = weak_spots(workspace, year, important=Importance.LOW)
        for spots in (found.important_but_weak, found.blank):
            assert [spot.partner for spot in spots] == sorted(spot.partner for spot in spots)
        for language in LANGUAGES:
            for spot in found.spots:
                assert spot.why.in_(language).endswith(".")
                assert spot.name in spot.why.in_(language) or spot.about.collection == "maps"
        assert pickle.loads(pickle.dumps(found)) == found


@given(MAPPED)
def test_a_view_never_tells_of_more_weak_spots_than_the_workspace(workspace):
    for audience in (Audience.REPORT, Audience.INTERNAL, Audience.PERSONAL):
        view = redact(workspace, audience)
        for year in years_of(workspace):
            full, seen = weak_spots(workspace, year), weak_spots(view, year)
            assert set(seen.spots) <= set(full.spots)
            assert (seen.important, seen.kept, seen.blank) == (full.important, full.kept, full.blank)


@given(MAPPED)
def test_another_contact_person_never_makes_a_single_dependence_of_a_partner_that_had_one(workspace):
    for year in years_of(workspace):
        before = weak_spots(workspace, year)
        more = [
            ContactPerson(id=f"{word}-{partner.id}", partner=partner.id, function="x")
            for partner in workspace.partners
            for word in ("eins", "zwei")
        ]
        after = weak_spots(evolve(workspace, contact_persons=workspace.contact_persons.with_(*more)), year)
        assert not [spot for spot in after.single if spot.about.collection == "partners"]
        assert (after.important_but_weak, after.blank) == (before.important_but_weak, before.blank)


@given(st.data(), st.integers(1, 9))
def test_who_is_cut_off_is_what_networkx_finds_outside_the_largest_rest(data, size):
    names = "abcdefghi"[:size]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=12))
    graph = nx.Graph([pair for pair in pairs if pair[0] != pair[1]])
    net = Net.of(names, pairs)
    cuts = set(nx.articulation_points(graph))
    found = cut_off(net)
    assert list(found) == sorted(cuts)
    for node in graph:
        part = nx.node_connected_component(graph, node) - {node}
        rests = sorted(nx.connected_components(graph.subgraph(part)), key=lambda one: (-len(one), min(one)))
        assert found.get(node, ()) == tuple(sorted(set().union(*rests[1:])))


@given(MAPPED)
def test_the_coverage_of_kinds_adds_up(workspace):
    for year in years_of(workspace):
        found = coverage(workspace, year)
        assert sum(row.main.partners for row in found.kinds) == found.total.partners
        assert sum(group.count.partners for group in found.groups) == found.total.partners
        for row in found.kinds:
            assert sum(sub.count.partners for sub in row.sub_kinds) <= row.main.partners
            assert row.is_missing is (row.state in {CoverageState.MISSING, CoverageState.EXPLAINED})
        assert not set(found.missing) & set(found.explained)
        assert coverage(redact(workspace, Audience.REPORT), year) == found


@given(MAPPED)
def test_roles_at_the_transition_are_of_partners_that_are_there_and_in_one_state(workspace):
    for year in years_of(workspace):
        found = transition_coverage(workspace, year)
        for row in found.roles:
            assert not {one.id for one in row.active} & {one.id for one in row.known}
        assert sum(row.persons for row in found.roles) == found.persons
        assert sum(len(found.in_state(state)) for state in CoverageState) == len(found.roles)
        view = transition_coverage(redact(workspace, Audience.REPORT), year)
        assert view.persons is None
        for seen, full in zip(view.roles, found.roles, strict=True):
            assert {one.id for one in seen.active} <= {one.id for one in full.active}


@given(BODIES)
def test_contributions_sessions_and_seats_add_up_over_committees_and_kinds(workspace):
    for year in years_met(workspace):
        work = committee_work(workspace, year)
        assert sum(row.committees for row in work.kinds) == len(work.rows)
        assert sum(row.sessions for row in work.kinds) == work.sessions
        assert sum(number for _, number in work.results) == work.sessions
        assert sum(row.attended for row in work.kinds) == work.attended
        total = sum(number for _, number in work.contributions)
        assert sum(number for row in work.kinds for _, number in row.contributions) == total
        assert len(contribution_outcomes(workspace, year)) == total
        seats = committee_coverage(workspace, year)
        held = Counter(
            seat.held_by
            for one in workspace.committees
            if one.period.touches_year(year)
            for seat in one.roles_in(year)
        )
        assert {holder: sum(dict(row.holders)[holder] for row in seats.kinds) for holder in SeatHolder} == {
            holder: held[holder] for holder in SeatHolder
        }


@given(BODIES, days())
def test_the_figures_of_a_network_keep_their_bounds(workspace, day):
    for profile in network_profiles(workspace, on=day):
        found = profile.figures
        assert sum(number for _, number in found.kinds) <= found.members == profile.members_named
        assert 0 <= found.active <= found.members
        assert found.density is None or 0 <= found.density <= 1
        assert (found.diversity is None) is (not found.kinds)
        assert found.evenness is None or 0 <= found.diversity <= found.evenness <= 1
        assert (found.density is None) is (found.why("density") is not None)
        assert (found.on_ring is None) is (found.why("on_ring") is not None)
        assert len(found.without_holder) <= found.tasks
        assert sum(number for _, number in found.goals) <= len(profile.network.goals)
        assert sum(number for _, number in found.agreements) + found.lapsed <= len(profile.network.agreements)


@given(BODIES, days())
def test_every_result_can_be_had_of_the_view_of_every_audience(workspace, day):
    for audience in Audience:
        view = redact(workspace, audience)
        results = [network_profiles(view, on=day), committee_work(view, day.year), committee_years(view)]
        results += [contribution_outcomes(view, day.year), committee_coverage(view, day.year)]
        for year in years_of(view):
            results += [coverage(view, year), transition_coverage(view, year), weak_spots(view, year)]
        for result in results:
            assert all(table.to_html("en") for table in result.tables())
            if isinstance(result, Spoken):
                assert all(sentence for language in LANGUAGES for sentence in result.sentences(language))


@given(BODIES, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_given_changes_nothing(workspace, random):
    def shuffled(collection):
        things = list(collection)
        random.shuffle(things)
        return Collection(things)

    other = evolve(
        workspace,
        partners=shuffled(workspace.partners),
        networks=shuffled(workspace.networks),
        committees=shuffled(workspace.committees),
        absences=shuffled(workspace.absences),
    )
    for year in years_of(workspace):
        assert weak_spots(other, year) == weak_spots(workspace, year)
        assert coverage(other, year) == coverage(workspace, year)
        assert committee_coverage(other, year) == committee_coverage(workspace, year)
