"""The layout: networks of all sizes without a conflict, and a clear error where nothing fits."""

from __future__ import annotations

import itertools
import math
import pickle
import re

import attrs
import pytest

from jmdexport.drawing import PAGES, DoesNotFit, Link, MapPlan, draw_map, to_svg
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.layout_discs import Disc, Discs
from jmdexport.drawing.layout_nodes import RINGS
from jmdexport.drawing.layout_page import SMALLEST
from jmdexport.drawing.layout_ties import curve, points_of, route
from jmdexport.drawing.measure import MM_PER_POINT
from jmdexport.drawing.scene import Circle, Group, Item, Scene, Text
from jmdmodel.messages import Language
from tests.unit.drawing._plans import WORDS, groups, mark, network, plan, renamed

EVERY_PAGE = list(PAGES)


def texts(scene: Scene) -> list[Text]:
    def below(items: tuple[Item, ...]) -> list[Text]:
        found: list[Text] = []
        for item in items:
            found += (
                below(item.items) if isinstance(item, Group) else [item] if isinstance(item, Text) else []
            )
        return found

    return below(scene.items)


def words(scene: Scene) -> str:
    return " ".join(" ".join(text.lines) for text in texts(scene))


def label(scene: Scene, name: str) -> Text:
    for group in scene.items:
        if isinstance(group, Group) and dict(group.data).get("data-partner") == name:
            return next(item for item in group.items if isinstance(item, Text))
    raise AssertionError(name)


def smallest(scene: Scene) -> float:
    return min(text.size for text in texts(scene))


@pytest.mark.parametrize("page", EVERY_PAGE)
@pytest.mark.parametrize("count", [0, 1, 2, 12, 45, 60, 90])
def test_a_network_fits_on_every_page_without_a_conflict(page: tuple[str, str], count: int) -> None:
    scene = draw_map(network(count, page=page, ties=min(count // 6, 10)))
    assert conflicts(scene).clean
    assert smallest(scene) >= 7


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_a_hundred_and_fifty_partners_with_as_many_ties_fit_on_a3(orientation: str) -> None:
    scene = draw_map(network(150, page=("A3", orientation), ties=150))
    assert conflicts(scene).clean
    assert smallest(scene) >= 7


@pytest.mark.parametrize("rings", [(1,), (3,), (5,)])
def test_all_partners_may_stand_on_one_ring(rings: tuple[int, ...]) -> None:
    assert conflicts(draw_map(network(60, rings=rings))).clean
    assert conflicts(draw_map(network(150, rings=rings, page=("A3", "landscape")))).clean


def test_a_hundred_and_fifty_partners_may_stand_in_one_sector() -> None:
    assert conflicts(draw_map(network(150, sectors=1, page=("A3", "landscape")))).clean


def test_all_partners_of_many_sectors_may_belong_to_one() -> None:
    given = network(60, page=("A3", "landscape"))
    marks = tuple(attrs.evolve(one, group="g2") for one in given.marks)
    scene = draw_map(attrs.evolve(given, marks=marks))
    assert conflicts(scene).clean
    assert words(scene).count("kein Partner") == 7


@pytest.mark.parametrize(("count", "page"), [(20, "A4"), (60, "A4"), (150, "A3")])
def test_there_may_be_twenty_groups(count: int, page: str) -> None:
    scene = draw_map(network(count, sectors=20, page=(page, "landscape")))
    assert conflicts(scene).clean
    assert smallest(scene) >= SMALLEST


@pytest.mark.parametrize("count", [3, 60, 150])
def test_nobody_need_be_rated(count: int) -> None:
    given = network(count, page=("A3", "landscape"))
    marks = tuple(attrs.evolve(one, ring=None, size=None, strip="not-rated") for one in given.marks)
    scene = draw_map(attrs.evolve(given, marks=marks))
    assert conflicts(scene).clean
    assert f"nicht bewertet ({count})" in words(scene)
    assert "keiner im Kreis, siehe daneben" in words(scene)
    assert "kein Partner" not in words(scene) or count < 8


def test_an_empty_group_is_drawn_and_says_so() -> None:
    scene = draw_map(plan([mark(1)]))
    assert words(scene).count("kein Partner") == 7
    assert sum('data-role="sector"' in line for line in to_svg(scene).splitlines()) == 8


def test_an_empty_group_says_so_in_english() -> None:
    assert words(draw_map(plan([mark(1)], language="en"))).count("no partner") == 7


@pytest.mark.parametrize("page", EVERY_PAGE)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("outside", [0, 1])
def test_the_legend_of_a_small_map_keeps_its_words_clear_of_its_drawings(
    page: tuple[str, str], language: Language, outside: int
) -> None:
    marks = [mark(n, ring=None, strip="dormant") for n in range(outside)]
    for count in (0, 1, 2):
        given = plan([*marks, *(mark(9 + n) for n in range(count))], page=page, language=language)
        assert conflicts(draw_map(given)).clean


def test_the_words_of_a_ring_stand_on_one_line_where_the_column_has_room() -> None:
    for given in (plan(), plan([mark(1)]), plan([mark(1, ring=None, strip="dormant")])):
        lines = [line for text in texts(draw_map(given)) for line in text.lines]
        assert all(f"{step} · {text}" in lines for step, text in enumerate(WORDS.rings, start=1))


def test_the_words_of_an_empty_group_begin_where_its_heading_begins() -> None:
    found = texts(draw_map(plan([mark(1)])))
    heads = [text for text in found if text.bold and ("data-role", "heading") in text.data]
    notes = [text for text in found if text.lines == ("kein Partner",)]
    assert len(notes) == 7
    for note in notes:
        above = [head for head in heads if head.anchor == note.anchor and head.y < note.y and head.size < 12]
        head = max(above, key=lambda head: head.y)
        assert note.x == pytest.approx(head.x)


def test_very_long_names_stand_as_numbers_with_an_index() -> None:
    given = network(12, letters=(200, 200))
    scene = draw_map(given)
    assert conflicts(scene).clean
    assert sorted(int(label(scene, one.id).lines[0]) for one in given.marks) == list(range(1, 13))
    shown = words(scene).replace("- ", "").replace(" ", "")
    assert all(one.label.replace(" ", "")[:40] in shown for one in given.marks)


def test_one_very_long_name_does_not_turn_the_others_into_numbers() -> None:
    given = renamed(network(12), "Sehr langer Name " * 12)
    scene = draw_map(given)
    assert conflicts(scene).clean
    assert label(scene, "p000").lines == ("1",)
    assert " ".join(label(scene, "p001").lines).replace("- ", "") == given.marks[1].label


def test_a_short_label_is_taken_before_a_second_line() -> None:
    long = "Arbeitsgemeinschaft der Beratungsstellen im nördlichen Landkreis"
    marks = [mark(n, label=long, short="AG Beratung") for n in range(30)]
    scene = draw_map(plan(marks))
    assert all(label(scene, one.id).lines == ("AG Beratung",) for one in marks)


def test_a_full_name_is_kept_where_it_fits() -> None:
    assert label(draw_map(plan([mark(1, label="Jobcenter", short="JC")])), "p001").lines == ("Jobcenter",)


@pytest.mark.parametrize(
    "name",
    [
        "جمعية الشباب للاندماج",
        "עמותת הנוער",
        "Haus 🏫 der 👨‍👩‍👧 Familien 🎓",
        '<b onclick="x">Verein</b> & Söhne',
        "漢字文化協会",
        "\u202egnuthcir emusrev",
        "Ver\x00ein",
        " ",
        "W" * 60,
        "i" * 200,
        "Zeile\nzwei",
    ],
)
def test_a_strange_name_does_no_harm(name: str) -> None:
    assert conflicts(draw_map(renamed(network(45), name, 7))).clean


def test_too_many_partners_give_an_error_that_names_what_takes_room() -> None:
    with pytest.raises(DoesNotFit) as caught:
        draw_map(network(400))
    assert caught.value.count == 400
    assert caught.value.what[0] == "Arbeit und Ausbildung (50)"
    assert "297 × 210" in caught.value.in_("de")
    assert "A3" in caught.value.in_("en")


def test_the_error_on_a_large_page_does_not_advise_a_larger_one() -> None:
    error = DoesNotFit(PAGES["A3", "landscape"], 400, ("Schule (50)",))
    assert "A3" not in error.in_("de")
    assert "Sammelpartner" in error.in_("de")


def test_too_many_long_names_are_named_in_the_error() -> None:
    with pytest.raises(DoesNotFit) as caught:
        draw_map(network(80, letters=(250, 250)))
    assert all(name.endswith("…") for name in caught.value.what)


def test_the_error_pickles() -> None:
    error = DoesNotFit((297.0, 210.0), 400, ("Schule (50)",))
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert to_svg(draw_map(network(60, ties=40))) == to_svg(draw_map(network(60, ties=40)))


def test_the_order_in_which_marks_and_ties_come_makes_no_difference() -> None:
    given = network(60, ties=40)
    turned = attrs.evolve(given, marks=given.marks[::-1], links=given.links[::-1])
    assert to_svg(draw_map(turned)) == to_svg(draw_map(given))


def test_every_ring_lies_between_middle_and_rim_in_equal_steps() -> None:
    for rings in RINGS:
        radii = [rings.share(step) for step in range(1, 6)]
        steps = [first - second for first, second in itertools.pairwise(radii)]
        assert steps == pytest.approx([rings.step] * 4)
        assert rings.bands[2] > radii[4]
        assert radii[0] < 1


def test_the_rings_stay_where_they_belong_for_a_usual_network() -> None:
    scene = draw_map(network(50))
    found = [
        item
        for item in scene.items
        if isinstance(item, Circle) and dict(item.data).get("data-role") == "ring"
    ]
    shares = [item.radius / found[-1].radius for item in found]
    assert shares == pytest.approx([RINGS[0].share(step) / RINGS[0].share(1) for step in (5, 4, 3, 2, 1)])


def test_the_legend_says_in_words_what_nearness_does_not_mean() -> None:
    assert "Wie gut die Zusammenarbeit ist, zeigt die Karte nicht." in words(draw_map(plan([mark(1)])))
    said = words(draw_map(plan([mark(1)], language="en")))
    assert "The map does not show how good the cooperation is." in said


def test_the_legend_explains_what_the_map_shows_and_no_more() -> None:
    bare = words(draw_map(plan([mark(1), mark(2)])))
    full = words(
        draw_map(
            plan([mark(1, badge=True), mark(2, size=None)], [Link(id="t", a="p001", b="p002", brokered=True)])
        )
    )
    for text in ("Übergang von der Schule", "nicht eingeschätzt", "gemeinsame Arbeit"):
        assert text not in bare
        assert text in full


def test_the_legend_shows_the_sizes_of_the_map() -> None:
    scene = draw_map(plan([mark(1, size=5, group="g0")]))
    node = next(
        item
        for group in scene.items
        if isinstance(group, Group)
        for item in group.items
        if isinstance(item, Circle) and dict(item.data).get("data-role") == "node"
    )
    keys = [
        group.items
        for group in scene.items
        if isinstance(group, Group) and ("data-role", "key") in group.data
    ]
    dots = [item.radius for items in keys for item in items if isinstance(item, Circle)]
    assert any(radius == pytest.approx(node.radius) for radius in dots)


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_a_full_strip_beside_the_circle_fits(page: tuple[str, str]) -> None:
    given = network(60, page=page, ties=8)
    states = [code for code, _ in given.strips]
    marks = tuple(
        attrs.evolve(one, ring=None, strip=states[n // 4 % len(states)]) if n % 4 == 0 else one
        for n, one in enumerate(given.marks)
    )
    inside = {one.id for one in marks if one.ring}
    links = tuple(link for link in given.links if {link.a, link.b} <= inside)
    scene = draw_map(attrs.evolve(given, marks=marks, links=links))
    assert conflicts(scene).clean
    said = words(scene)
    assert all(re.search(rf"{heading} \([23]\)", said) for _, heading in given.strips)
    assert all(
        text in said for text in (*WORDS.rings, *WORDS.sizes, *WORDS.strengths, *WORDS.lines, WORDS.badge)
    )


def test_a_longer_strip_moves_the_legend_and_does_not_shrink_the_circle() -> None:
    def radius(beside: int) -> float:
        marks = [mark(n, group=f"g{n % 8}") for n in range(40)]
        marks += [mark(n, ring=None, strip="dormant") for n in range(40, 40 + beside)]
        scene = draw_map(plan(marks, [Link(id="t", a="p001", b="p002")]))
        rings = [
            one for one in scene.items if isinstance(one, Circle) and dict(one.data).get("data-ring") == "1"
        ]
        return rings[0].radius

    assert radius(14) > 0.85 * radius(0)


def ring_numbers(scene: Scene) -> dict[str, float]:
    return {one.lines[0]: one.y for one in texts(scene) if ("data-role", "ring-number") in one.data}


def test_the_rings_are_numbered_outward_from_five_to_one() -> None:
    found = ring_numbers(draw_map(plan([mark(1), mark(2, group="g4")])))
    assert sorted(found) == ["1", "2", "3", "4", "5"]
    assert sorted(found.values()) == [found[step] for step in "12345"]


def test_the_numbers_of_the_rings_give_way_to_ties() -> None:
    marks = [mark(n, group=f"g{n}", ring=3 if n in {3, 7} else 2) for n in range(8)]
    above = Link(id="above", a="p000", b="p007", strength=4)
    below = Link(id="below", a="p003", b="p004", strength=4)
    moved = ring_numbers(draw_map(plan(marks, [above])))
    assert sorted(moved.values()) == [moved[step] for step in "54321"]
    assert ring_numbers(draw_map(plan(marks, [above, below]))) == {}


def test_a_circle_of_one_sector_has_no_edge_for_numbers() -> None:
    assert ring_numbers(draw_map(plan([mark(1)], sectors=1))) == {}


def test_a_tie_to_a_mark_beside_the_circle_is_not_drawn() -> None:
    marks = [mark(1), mark(2, ring=None, strip="dormant")]
    assert 'data-role="tie"' not in to_svg(draw_map(plan(marks, [Link(id="t", a="p001", b="p002")])))


def test_ties_run_straight_where_they_can_and_round_the_middle_where_they_must() -> None:
    assert route((-40, 30), (40, 30), clear=15) == (("M", (-40, 30)), ("L", (40, 30)))
    for end in ((40.0, 1.0), (40.0, 0.0), (40.0, -1.0), (30.0, -10.0)):
        (_, start), (step, numbers) = route((-40, 0), end, clear=15)
        assert step == "Q"
        points = curve(start, (numbers[0], numbers[1]), (numbers[2], numbers[3]))  # type: ignore[arg-type]
        assert min(math.hypot(*point) for point in points) >= 15 - 1e-9


@pytest.mark.parametrize("off", [-2.0, -0.5, 0.0, 0.5, 2.0])
@pytest.mark.parametrize("along", [-30.0, 0.0, 30.0])
def test_a_tie_bends_round_a_mark_that_is_in_its_way(along: float, off: float) -> None:
    start, end = (-40.0, 60.0), (40.0, 60.0)
    way = route(start, end, clear=15, others=Discs([Disc(along, 60 + off, 3.0, "other")]), wide=0.5)
    assert way[1][0] == "Q"
    assert min(math.dist(point, (along, 60 + off)) for point in points_of(way)) >= 3


def test_a_tie_stays_straight_beside_a_mark() -> None:
    way = route((-40, 60), (40, 60), clear=15, others=Discs([Disc(0.0, 64.0, 3.0, "other")]), wide=0.5)
    assert way == (("M", (-40, 60)), ("L", (40, 60)))


def test_a_tie_that_cannot_avoid_a_mark_is_drawn_all_the_same() -> None:
    wall = [Disc(0.0, float(y), 3.0, f"p{y}") for y in range(-20, 140, 5)]
    way = route((-40, 60), (40, 60), clear=15, others=Discs(wall), wide=0.5)
    assert way[0] == ("M", (-40, 60))
    assert way[-1][1][-2:] == (40, 60)


def test_a_curve_stays_within_the_circle() -> None:
    others = [Disc(0.0, 60.0, 3.0, "other"), Disc(0.0, 52.0, 3.0, "another")]
    for radius in (75.0, 63.0):
        way = route((-35, 48), (35, 48), clear=15, others=Discs(others), wide=0.5, radius=radius)
        assert max(math.hypot(*point) for point in points_of(way)) <= radius


def test_names_in_the_middle_are_cut_rather_than_left_out() -> None:
    given = attrs.evolve(
        plan([mark(1)]), centre="Jugendmigrationsdienst der Arbeiterwohlfahrt im Kreis Neuwied und Umland"
    )
    (text,) = [one for one in texts(draw_map(given)) if ("data-role", "centre") in one.data]
    assert text.lines[-1].endswith("…")
    assert conflicts(draw_map(given)).clean


@pytest.mark.parametrize("centre", ["", "x" * 300, "JMD"])
def test_any_name_may_stand_in_the_middle(centre: str) -> None:
    assert conflicts(draw_map(attrs.evolve(plan([mark(1)]), centre=centre))).clean


def test_a_long_title_is_set_in_several_lines() -> None:
    given = attrs.evolve(network(45), title="Netzwerkkarte des Jahres " * 6)
    assert conflicts(draw_map(given)).clean


@pytest.mark.parametrize(
    "broken",
    [
        {"groups": ()},
        {"groups": groups(1) * 2},
        {"marks": (mark(1), mark(1))},
        {"marks": (mark(1, group="nowhere"),)},
        {"marks": (mark(1, ring=None),)},
        {"links": (Link(id="t", a="p001", b="p009"),)},
        {"links": (Link(id="t", a="p001", b="p001"),)},
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(broken: dict[str, object]) -> None:
    sound: MapPlan = plan([mark(1), mark(2)])
    with pytest.raises(ValueError, match=r"group|mark|tie"):
        attrs.evolve(sound, **broken)


def test_labels_are_never_smaller_than_the_smallest_size() -> None:
    assert pytest.approx(2.293, abs=0.001) == SMALLEST * MM_PER_POINT
    for count in (45, 90):
        assert smallest(draw_map(network(count))) >= SMALLEST
