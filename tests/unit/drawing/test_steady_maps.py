"""Whole maps of several years, laid out together."""

from __future__ import annotations

import attrs
import pytest

from jmdexport.drawing import PAGES, DoesNotFit, MapPlan
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.scene import Circle, Group, Item, Polygon, Scene, Text
from jmdexport.drawing.steady_maps import draw_years
from tests.unit.drawing._plans import mark, network, plan
from tests.unit.drawing.test_steady import years


def partners(scene: Scene) -> dict[str, Group]:
    return {
        dict(item.data)["data-partner"]: item
        for item in scene.items
        if isinstance(item, Group) and "data-partner" in dict(item.data)
    }


def label(group: Group) -> Text:
    (found,) = (item for item in group.items if isinstance(item, Text))
    return found


def texts(items: tuple[Item, ...]) -> set[str]:
    return {" ".join(item.lines) for item in items if isinstance(item, Text)}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_no_year_has_a_conflict(page: tuple[str, str]) -> None:
    scenes = draw_years([attrs.evolve(each, page=PAGES[page]) for each in years(45)])
    assert [conflicts(scene).clean for scene in scenes] == [True, True, True]


def test_labels_stand_in_the_same_places_in_each_year() -> None:
    places: dict[str, set[tuple[float, float]]] = {}
    for scene in draw_years(years(45)):
        for name, group in partners(scene).items():
            places.setdefault(name, set()).add((label(group).x, label(group).y))
    assert len(places) == 45
    assert all(len(found) == 1 for found in places.values())


def test_each_year_shows_its_own_partners() -> None:
    given = years(30)
    for each, scene in zip(given, draw_years(given), strict=True):
        assert sorted(partners(scene)) == sorted(mark.id for mark in each.marks)


def test_the_circle_and_its_sectors_are_the_same() -> None:
    scenes = draw_years(years(30))
    circles = [
        [item for item in scene.items if dict(item.data).get("data-role") in {"ring", "sector"}]
        for scene in scenes
    ]
    assert circles[0] == circles[1] == circles[2]
    assert any(isinstance(item, Circle) for item in circles[0])


def test_a_sector_that_is_empty_in_one_year_says_so_there() -> None:
    first, second = plan([mark(1), mark(2, group="g1")]), plan([mark(1)])
    shown, empty = draw_years([first, second])
    assert "kein Partner" in texts(empty.items)
    assert conflicts(shown).clean
    assert conflicts(empty).clean


def test_many_partners_stand_as_numbers_with_an_index() -> None:
    given = [network(80, seed=seed, letters=(60, 90)) for seed in (1, 2)]
    for scene in draw_years([attrs.evolve(each, page=PAGES["A3", "landscape"]) for each in given]):
        assert conflicts(scene).clean


def test_a_page_that_is_too_small_is_told_with_what_takes_the_room() -> None:
    with pytest.raises(DoesNotFit) as caught:
        draw_years([network(400, seed=seed) for seed in (1, 2)])
    assert caught.value.count == 400
    assert len(caught.value.what) == 3


@pytest.mark.parametrize("given", [[], [plan(), plan(page=("A3", "landscape"))]], ids=["none", "two pages"])
def test_maps_of_other_pages_are_not_laid_out_together(given: list[MapPlan]) -> None:
    with pytest.raises(ValueError, match="same page"):
        draw_years(given)


def test_the_marks_move_along_their_rays_alone() -> None:
    first, second = draw_years([plan([mark(1, ring=1), mark(2)]), plan([mark(1, ring=5), mark(2)])])
    nodes = [
        next(item for item in partners(scene)["p002"].items if isinstance(item, Circle | Polygon))
        for scene in (first, second)
    ]
    assert nodes[0] == nodes[1]
    assert partners(first)["p001"] != partners(second)["p001"]
