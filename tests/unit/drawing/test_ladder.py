"""What a map does where names have no room: one step after the other, and none before it is needed."""

from __future__ import annotations

import functools

import attrs
import pytest

from jmdexport.drawing import DoesNotFit, MapPlan, Scene, draw_map
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.layout_page import SMALLEST
from jmdexport.drawing.scene import Group, Text
from tests.unit.drawing._plans import mark, network, plan
from tests.unit.drawing.test_layout import texts, words

LONG = "Arbeitsgemeinschaft der Beratungsstellen im nördlichen Landkreis"


def labels(scene: Scene) -> dict[str, Text]:
    found = {}
    for group in scene.items:
        if isinstance(group, Group) and "data-partner" in dict(group.data):
            found[dict(group.data)["data-partner"]] = next(
                item for item in group.items if isinstance(item, Text)
            )
    return found


@functools.cache
def crowded() -> Scene:
    """Give a map of more partners than have room for their names."""
    return draw_map(network(180, page=("A3", "landscape")))


def clean(scene: Scene) -> bool:
    return conflicts(scene).clean and min(text.size for text in texts(scene)) >= SMALLEST


def many(count: int, label: str, **values: object) -> MapPlan:
    return plan([mark(n, label=label, group=f"g{n % 8}", ring=1 + n % 5, **values) for n in range(count)])


def test_a_name_that_fits_stands_in_full_on_one_line_though_it_has_a_short_form() -> None:
    scene = draw_map(many(16, "Jugendamt der Stadt", short="JA"))
    assert clean(scene)
    assert {one.lines for one in labels(scene).values()} == {("Jugendamt der Stadt",)}


def test_a_name_too_long_for_a_line_gives_way_to_its_short_form_and_does_not_take_a_second_line() -> None:
    scene = draw_map(many(30, LONG, short="AG Beratung"))
    assert clean(scene)
    assert {one.lines for one in labels(scene).values()} <= {("AG Beratung",), (LONG,)}
    assert ("AG Beratung",) in {one.lines for one in labels(scene).values()}


def test_a_name_without_a_short_form_takes_a_second_line_and_does_not_become_a_number() -> None:
    scene = draw_map(many(30, LONG))
    assert clean(scene)
    assert max(len(one.lines) for one in labels(scene).values()) == 2
    assert all(" ".join(one.lines).replace("- ", "-") == LONG for one in labels(scene).values())
    assert "Namen zu den Nummern" not in words(scene)


def test_a_third_line_is_taken_only_where_two_are_not_enough_and_before_a_number() -> None:
    marks = [mark(n, label=LONG, group=f"g{n % 8}", ring=1 + n % 5) for n in range(24)]
    for page, lines in ((("A4", "landscape"), 2), (("A4", "portrait"), 3)):
        found = labels(draw_map(plan(marks, page=page))).values()
        assert {len(one.lines) for one in found} == {lines}


def test_a_name_of_seventy_letters_stands_in_full_where_the_page_is_wide_enough() -> None:
    scene = draw_map(many(24, "Beratungsstelle für junge Menschen im Bezirk und in der Nachbarschaft"))
    assert clean(scene)
    assert {len(one.lines) for one in labels(scene).values()} == {2}
    assert "Namen zu den Nummern" not in words(scene)


def test_only_names_that_fit_nowhere_become_numbers() -> None:
    marks = [mark(n, label=f"Partner {n}", group=f"g{n % 8}") for n in range(20)]
    marks[7] = attrs.evolve(marks[7], label=(LONG + " ") * 3)
    scene = draw_map(plan(marks))
    assert clean(scene)
    numbered = {key for key, one in labels(scene).items() if one.lines[0].isdigit()}
    assert numbered == {"p007"}
    assert "Namen zu den Nummern" in words(scene)


def test_a_long_name_with_a_short_form_is_no_number() -> None:
    scene = draw_map(many(20, (LONG + " ") * 3, short="AG"))
    assert {one.lines for one in labels(scene).values()} == {("AG",)}


def test_more_names_than_the_page_holds_become_numbers_round_the_circle_with_an_index_by_group() -> None:
    given = network(180, page=("A3", "landscape"))
    scene = crowded()
    assert clean(scene)
    numbers = [one.lines[0] for one in labels(scene).values()]
    assert sorted(map(int, numbers)) == list(range(1, 181))
    said = words(scene)
    assert all(group.label in said for group in given.groups)
    assert f"1 {min(one.label for one in given.marks if one.group == 'g0')}" in " ".join(said.split())


def test_an_index_names_also_the_group_without_a_partner() -> None:
    given = network(180, page=("A3", "landscape"), sectors=7)
    wider = attrs.evolve(given, groups=(*given.groups, network(1).groups[7]))
    said = words(draw_map(wider))
    assert "Weitere – kein Partner" in said


def test_names_are_kept_as_long_as_they_have_room() -> None:
    scene = draw_map(network(150, page=("A3", "landscape")))
    assert not any(one.lines[0].isdigit() for one in labels(scene).values())
    assert min(one.size for one in labels(scene).values()) >= 7


@pytest.mark.parametrize("page", [("A4", "landscape"), ("A3", "portrait")])
def test_what_does_not_fit_even_as_numbers_is_an_error_that_names_it(page: tuple[str, str]) -> None:
    with pytest.raises(DoesNotFit) as caught:
        draw_map(network(450, page=page))
    assert caught.value.what == (
        "Arbeit und Ausbildung (57)",
        "Schule und Bildung (57)",
        "Ämter und Behörden (56)",
    )


def test_the_words_of_the_legend_say_where_the_names_of_the_groups_stand() -> None:
    assert "siehe Überschriften am Kreis" in " ".join(words(draw_map(network(40))).split())
    numbered = " ".join(words(crowded()).split())
    assert "am Kreis" not in numbered
