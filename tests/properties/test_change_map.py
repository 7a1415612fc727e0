"""What holds for every picture of several years, whatever ended, began, merged or was never rated."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given, settings

from jmdexport.builtin.change_map import ChangeOptions, change_plan
from jmdexport.builtin.years_map import years_plan
from jmdexport.drawing import to_svg
from jmdexport.drawing.change_map import draw_change_map
from jmdexport.drawing.change_plan import change_table
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.years_map import draw_years_map
from jmdexport.drawing.years_plan import years_table
from jmdmodel.analysis.ratings import rated_contacts
from jmdmodel.testing.strategies import naughty_text
from jmdmodel.workspace import Workspace
from tests.properties.test_comparison import PAIRS, YEARS, histories
from tests.unit.drawing.test_years_map import faults


@settings(max_examples=40)
@given(histories(names=naughty_text()), PAIRS)
def test_a_change_map_shows_every_partner_once_and_without_conflict(
    workspace: Workspace, years: tuple[int, int]
) -> None:
    plan = change_plan(workspace, years[0], options=ChangeOptions(from_year=years[1], ties="new"))
    scene = draw_change_map(plan)
    assert conflicts(scene).clean
    root = ET.fromstring(to_svg(scene, fonts=False))
    groups = [one.get("data-partner") for one in root.iter() if one.get("data-partner")]
    assert sorted(map(str, groups)) == [move.id for move in plan.moves]
    shown = {rated.partner.id for year in years for rated in rated_contacts(workspace, year)}
    assert shown >= set(groups)
    assert len(change_table(plan)) == len(plan.moves) + 1


@settings(max_examples=25)
@given(histories(names=naughty_text()))
def test_the_maps_of_several_years_show_each_year_as_it_is(workspace: Workspace) -> None:
    plan = years_plan(workspace, YEARS[-1])
    scene = draw_years_map(plan)
    assert not faults(scene)
    for year, each in zip(YEARS, plan.maps, strict=True):
        assert [mark.id for mark in each.marks] == [one.partner.id for one in rated_contacts(workspace, year)]
    assert len(years_table(plan)) == len(plan.index()) + 1
