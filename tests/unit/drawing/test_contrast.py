"""How well a picture can be seen, in colour and in grey: measured on the finished scene."""

from __future__ import annotations

import itertools
import math
from typing import Any

import attrs
import pytest

from jmdexport.drawing import Link, Scene, draw_map, group_style
from jmdexport.drawing.contrast import grey, greyed, pattern_of, sights
from jmdexport.drawing.palette import MISSING_PLACE, luminance
from jmdexport.drawing.plan import LineKind, MapGroup
from jmdexport.drawing.scene import Circle, Group, Item, Paint, Path, Polygon, Polyline, Rect, Text
from tests.unit.drawing._plans import groups, mark, network, plan

KINDS: tuple[LineKind, ...] = ("dotted", "dashed", "solid", "mixed")
STRENGTHS = (1, 2, 3, 4, None)


def scene(*items: Item) -> Scene:
    return Scene(width=100, height=100, language="de", title="", description="", items=items)


def text(colour: str, **values: Any) -> Text:
    return Text(**{"x": 10, "y": 10, "lines": ("Wort",), "size": 8, "colour": colour, **values})


def flat(items: tuple[Item, ...]) -> list[Item]:
    return [part for item in items for part in (flat(item.items) if isinstance(item, Group) else [item])]


def role(item: Item) -> str:
    return dict(item.data).get("data-role", "")


def test_text_is_judged_by_the_paper_where_nothing_else_lies_below() -> None:
    (sight,) = sights(scene(text("#000000")))
    assert (sight.what, sight.told, sight.ground) == ("text", "Wort", "#ffffff")
    assert sight.contrast == pytest.approx(21)
    assert sight.enough


@pytest.mark.parametrize(("colour", "enough"), [("#767676", True), ("#777777", False)])
def test_text_needs_four_and_a_half(colour: str, enough: bool) -> None:
    (sight,) = sights(scene(text(colour)))
    assert sight.enough is enough


@pytest.mark.parametrize(("colour", "enough"), [("#949494", True), ("#959595", False)])
def test_a_line_needs_three(colour: str, enough: bool) -> None:
    (sight,) = sights(scene(Polyline(points=((0, 0), (50, 50)), paint=Paint(stroke=colour, width=0.2))))
    assert sight.enough is enough


def test_what_was_painted_last_is_the_ground_and_what_comes_later_is_not() -> None:
    dark, light = Paint(fill="#222222"), Paint(fill="#eeeeee")
    covered = Rect(x=0, y=0, width=40, height=40, paint=dark), Circle(x=15, y=10, radius=14, paint=light)
    assert sights(scene(*covered, text("#000000")))[0].ground == "#eeeeee"
    assert sights(scene(text("#000000"), *covered))[0].ground == "#ffffff"


def test_the_worst_place_along_a_line_counts() -> None:
    dark = Polygon(points=((40, -5), (60, -5), (60, 5), (40, 5)), paint=Paint(fill="#333333"))
    line = Path(steps=(("M", (0, 0)), ("L", (100, 0))), paint=Paint(stroke="#222222", width=0.3))
    (sight,) = sights(scene(dark, line))
    assert sight.ground == "#333333"
    assert not sight.enough


def test_a_curve_is_followed() -> None:
    dark = Circle(x=50, y=25, radius=3, paint=Paint(fill="#333333"))
    curve = Path(steps=(("M", (0, 0)), ("Q", (50, 50, 100, 0))), paint=Paint(stroke="#222222", width=0.3))
    assert sights(scene(dark, curve))[0].ground == "#333333"


def test_a_halo_is_the_ground_of_its_text() -> None:
    dark = Rect(x=0, y=0, width=40, height=40, paint=Paint(fill="#333333"))
    (sight,) = sights(scene(dark, text("#000000", halo="#ffffff")))
    assert sight.ground == "#ffffff"


def test_a_sign_is_judged_by_its_edge() -> None:
    node = (("data-role", "node"),)
    pale = Circle(x=20, y=20, radius=3, paint=Paint(fill="#ffffff", stroke="#dddddd", width=0.3), data=node)
    clear = Circle(x=20, y=20, radius=3, paint=Paint(fill="#ffffff", stroke="#333333", width=0.3), data=node)
    assert [sight.enough for sight in sights(scene(pale))] == [False]
    assert [sight.enough for sight in sights(scene(clear))] == [True]


def test_white_margins_are_no_signs() -> None:
    casing = Circle(x=20, y=20, radius=3, paint=Paint(fill="#ffffff", stroke="#ffffff", width=1))
    edge = Polyline(points=((0, 0), (50, 50)), paint=Paint(stroke="#ffffff", width=1))
    assert sights(scene(casing, edge)) == ()


def test_grey_keeps_the_luminance() -> None:
    for position in range(8):
        colour = group_style(position)[0]
        assert luminance(grey(colour)) == pytest.approx(luminance(colour), abs=0.004)


def test_a_grey_picture_has_no_colour_left() -> None:
    drawn = greyed(draw_map(everything()))
    colours = {
        colour
        for item in flat(drawn.items)
        for colour in ([item.colour] if isinstance(item, Text) else [item.paint.fill, item.paint.stroke])
        if colour and not colour.startswith("url(")
    } | {hatch.ground for hatch in drawn.hatches}
    assert colours
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


def everything() -> Any:
    """Give a map with each group, each size, each width and each kind of line."""
    pairs = list(itertools.product(KINDS, STRENGTHS))
    marks = [
        mark(number, group=f"g{number % 8}", ring=1 + number % 5, size=[1, 2, 3, 4, 5, None][number % 6])
        for number in range(len(pairs) + 1)
    ]
    links = [
        Link(id=f"t{n}", a=f"p{n:03}", b=f"p{n + 1:03}", strength=s, line=line, brokered=n % 2 == 0)
        for n, (line, s) in enumerate(pairs)
    ]
    return plan(marks, links, page=("A3", "landscape"))


@pytest.mark.parametrize("size", [None, 3])
def test_groups_differ_in_grey_by_shape_or_hatch_rated_or_not(size: int | None) -> None:
    given = network(96, sectors=24, page=("A3", "landscape"))
    marks = tuple(attrs.evolve(one, size=size) for one in given.marks)
    drawn = greyed(draw_map(attrs.evolve(given, marks=marks)))
    patterns = {f"url(#{hatch.name})": pattern_of(hatch) for hatch in drawn.hatches}
    looks: dict[str, set[Any]] = {}
    for item in drawn.items:
        if isinstance(item, Group) and "data-partner" in dict(item.data):
            for part in item.items:
                if role(part) == "node" and isinstance(part, Circle | Polygon):
                    look = (form(part), patterns.get(part.paint.fill or ""))
                    looks.setdefault(dict(item.data)["data-group"], set()).add(look)
    assert len(looks) == 24
    assert all(len(found) == 1 for found in looks.values())
    assert len(set.union(*looks.values())) == 24


def form(item: Circle | Polygon) -> tuple[int, ...]:
    """Give what the eye knows of a shape: in which directions its corners lie; a circle has none."""
    if isinstance(item, Circle):
        return ()
    x = sum(point[0] for point in item.points) / len(item.points)
    y = sum(point[1] for point in item.points) / len(item.points)
    angles = (math.degrees(math.atan2(across - x, y - down)) for across, down in item.points)
    return tuple(sorted(round(angle / 9) * 9 % 360 for angle in angles))


def test_the_style_of_those_without_a_class_is_one_of_the_first_eight() -> None:
    found: list[MapGroup] = list(groups(8))
    assert (found[MISSING_PLACE].shape, found[MISSING_PLACE].hatch) == ("pentagon", "dots")


def test_lines_differ_in_grey_by_width_by_dashes_or_by_being_hollow() -> None:
    drawn = greyed(draw_map(everything()))
    looks = set()
    for item in drawn.items:
        for group in item.items if isinstance(item, Group) else ():
            if isinstance(group, Group) and role(group.items[0]) == "tie":
                line, *others = group.items
                assert isinstance(line, Path)
                hollow = any(isinstance(one, Path) for one in others)
                dashes = tuple(part / line.paint.width for part in line.paint.dash)
                looks.add((round(line.paint.width, 2), tuple(round(part, 1) for part in dashes), hollow))
    assert len(looks) == len(KINDS) * len(STRENGTHS)


@pytest.mark.parametrize("brokered", [(True, True), (False, False), (True, False)])
def test_beads_tell_brokered_ties_from_others_where_there_are_both(brokered: tuple[bool, bool]) -> None:
    links = [Link(id=f"t{n}", a=f"p00{n}", b=f"p00{n + 1}", brokered=one) for n, one in enumerate(brokered)]
    drawn = draw_map(plan([mark(n) for n in range(3)], links))
    beads = [item for item in flat(drawn.items) if role(item) == "bead" and "data-from" in dict(item.data)]
    ends = [(dict(item.data)["data-from"], dict(item.data)["data-to"]) for item in beads]
    assert ends == ([("p000", "p001")] if len(set(brokered)) > 1 else [])


def test_everything_on_a_map_can_be_seen() -> None:
    found = sights(draw_map(everything()))
    assert {sight.what for sight in found} == {"text", "sign", "line"}
    assert {sight.told for sight in found if sight.what != "text"} >= {
        "node",
        "tie",
        "ring",
        "leader",
        "bead",
    }
    assert [sight for sight in found if not sight.enough] == []


def test_a_map_that_is_hard_to_see_is_found_out() -> None:
    pale = attrs.evolve(groups(1)[0], fill="#c9d4e8")
    given = plan([mark(1)], sectors=1)
    drawn = draw_map(attrs.evolve(given, groups=(pale,)))
    assert {sight.what for sight in sights(drawn) if not sight.enough} == {"text", "sign"}
