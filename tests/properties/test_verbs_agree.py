"""What two verbs of the analysis count alike, they count the same."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from jmdmodel.analysis.comparison import compare, network_series
from jmdmodel.analysis.coverage import coverage
from jmdmodel.analysis.figures import Figure, ego_network
from jmdmodel.analysis.graph import graph
from jmdmodel.analysis.ratings import IMPORTANT, STRONG, map_summary, rated_contacts, ties_of
from jmdmodel.analysis.weak_spots import weak_spots
from jmdmodel.analysis.year_network import year_network
from jmdmodel.fields import evolve
from jmdmodel.testing.strategies import workspaces

MAPPED = workspaces(size=4, collections=("partners", "contacts", "ties", "maps")).map(
    lambda workspace: evolve(workspace, view=None)
)


@given(MAPPED)
def test_partners_on_the_map_and_in_contact_are_the_same_for_all_verbs(workspace):
    series = {row.year: row for row in network_series(workspace).years}
    for year, row in series.items():
        shown = rated_contacts(workspace, year)
        found = graph(workspace, year)
        nodes = dict(found.nodes(data=True))
        figures = ego_network(workspace, year)
        summary = map_summary(workspace, year)
        on_map = [node for node, told in nodes.items() if told.get("on_map")]
        in_contact = {node for node, told in nodes.items() if told.get("in_contact")}
        assert len(shown) == row.shown == summary.shown == len(on_map)
        assert sum(number for _, number in summary.groups) == summary.shown
        assert sum(number for _, number in summary.places) == summary.shown
        assert sum(number for _, number in summary.rings) == summary.on_rings
        assert figures.value(Figure.SIZE).value == len(figures.partners) == len(in_contact)
        ties = figures.value(Figure.TIES).value
        assert ties is None or ties == found.subgraph(in_contact).number_of_edges()
        assert year_network(workspace, year).ties == ties_of(workspace, year, "all")


@given(MAPPED)
def test_partners_of_the_day_ratings_and_cut_points_are_the_same_for_all_verbs(workspace):
    for row in network_series(workspace).years:
        year = row.year
        shown = rated_contacts(workspace, year)
        total = coverage(workspace, year).total
        assert total.partners == map_summary(workspace, year).partners
        assert total.partners == len(year_network(workspace, year).partners)
        assert total.rated == row.rated
        assert row.strong == sum(one.intensity is not None and one.intensity >= STRONG for one in shown)
        assert row.important == sum(
            one.importance is not None and one.importance >= IMPORTANT for one in shown
        )
        cut = ego_network(workspace, year).cut_points
        spots = weak_spots(workspace, year).cut_points
        assert (cut is None) is (spots is None)
        assert sorted(cut or ()) == sorted(spot.partner for spot in spots or ())


@given(MAPPED)
def test_the_series_tells_of_two_years_what_their_comparison_tells(workspace):
    records = network_series(workspace).records()
    for before, row in pairwise(records):
        found = compare(workspace, before["year"], row["year"])
        assert row["since"] == before["year"]
        assert (row["joined"], row["left"]) == (len(found.joined), len(found.left))
        assert (row["closer"], row["looser"]) == (len(found.closer), len(found.looser))
        assert row["turnover"] == found.turnover
        assert sum(len(change.before) for change in found.changes) == before["shown"]
        assert sum(len(change.after) for change in found.changes) == row["shown"]
