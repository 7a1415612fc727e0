"""The change map: where a partner stood, where it stands, and what the signs say."""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import attrs
import pytest

from jmdexport.drawing import PAGES, DoesNotFit, Link, to_svg
from jmdexport.drawing.change_map import draw_change_map
from jmdexport.drawing.change_plan import SIGNS, ChangePlan, Move, Sign, Standing, change_table
from jmdexport.drawing.change_signs import signs_before
from jmdexport.drawing.conflicts import Conflicts, conflicts
from jmdexport.drawing.palette import BANDS, INK, PAPER, QUIET, contrast
from jmdexport.drawing.scene import Circle, Group, Item, Path, Polygon, Polyline, Scene, Text
from jmdmodel.messages import Language
from tests.unit.drawing._change_plans import change, change_network, move, standing


def drawn(*moves: Move, **values: object) -> Scene:
    return draw_change_map(change(moves, **values))  # type: ignore[arg-type]


def every(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from every(item.items)


def of(scene: Scene, name: str) -> Group:
    (found,) = (
        item
        for item in every(scene.items)
        if isinstance(item, Group) and dict(item.data).get("data-partner") == name
    )
    return found


def parts(group: Group, role: str) -> list[Item]:
    return [item for item in every(group.items) if dict(item.data).get("data-role") == role]


def middle(item: Item) -> tuple[float, float]:
    if isinstance(item, Circle):
        return item.x, item.y
    assert isinstance(item, Polygon)
    xs, ys = zip(*item.points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def signs(group: Group) -> list[str]:
    return [dict(item.data)["data-sign"] for item in parts(group, "sign")]


def said(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in every(scene.items) if isinstance(item, Text))


def faults(found: Conflicts) -> dict[str, int]:
    return {key: value for key, value in attrs.asdict(found).items() if value and key != "crossings"}


@pytest.mark.parametrize("count", [0, 1, 2, 10, 40, 80])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_generated_change_has_no_conflict_on_a4(count: int, seed: int) -> None:
    assert not faults(conflicts(draw_change_map(change_network(count, seed=seed))))


@pytest.mark.parametrize(
    ("count", "page"), [(40, ("A4", "portrait")), (150, ("A3", "landscape")), (150, ("A3", "portrait"))]
)
def test_a_generated_change_has_no_conflict_on_other_pages(count: int, page: tuple[str, str]) -> None:
    assert not faults(conflicts(draw_change_map(change_network(count, page=page, seed=3))))


def test_a_page_that_is_too_small_is_told_with_what_takes_the_room() -> None:
    with pytest.raises(DoesNotFit) as caught:
        draw_change_map(change_network(400, letters=(10, 20)))
    assert caught.value.count == 400
    assert caught.value.what[0].startswith("Arbeit und Ausbildung")


def test_both_signs_of_a_partner_stand_on_one_ray() -> None:
    scene = drawn(move(1, 1, 5), move(2, 3, 3))
    group = of(scene, "p001")
    (node,), (ghost,), (arrow,) = (parts(group, role) for role in ("node", "ghost", "arrow"))
    (disc,) = (
        item for item in scene.items if isinstance(item, Circle) and dict(item.data).get("data-ring") == "5"
    )
    angles = {round(math.atan2(x - disc.x, disc.y - y), 6) for x, y in (middle(one) for one in (node, ghost))}
    assert len(angles) == 1
    assert math.dist(middle(node), (disc.x, disc.y)) < math.dist(middle(ghost), (disc.x, disc.y))
    assert isinstance(arrow, Polyline)


def test_closer_and_looser_differ_in_form_and_not_only_in_direction() -> None:
    scene = drawn(move(1, 1, 5), move(2, 5, 1))
    (inward,), (outward,) = (parts(of(scene, name), "arrow") for name in ("p001", "p002"))
    assert isinstance(inward, Polyline)
    assert isinstance(outward, Polyline)
    assert (bool(inward.paint.dash), bool(outward.paint.dash)) == (False, True)


def test_a_partner_that_stands_as_before_is_grey_and_has_no_ghost() -> None:
    group = of(drawn(move(1), move(2, 1, 2)), "p001")
    (node,) = parts(group, "node")
    assert isinstance(node, Circle)
    assert node.paint.stroke == QUIET
    assert not parts(group, "ghost")
    assert not signs(group)


def test_a_new_partner_shines_and_one_that_ended_is_struck_through() -> None:
    scene = drawn(move(1, None, 3), move(2, 3, None), move(3, 2, 3))
    new, ended, moved = (of(scene, f"p00{number}") for number in (1, 2, 3))
    assert signs(new) == ["joined"]
    assert signs(ended) == ["ended"]
    assert not parts(ended, "node")
    assert len(parts(ended, "ghost")) == 1
    # Eight rays for the new one, two white and two dark lines for the one that ended.
    lines = [sum(isinstance(item, Polyline) for item in group.items) for group in (new, ended, moved)]
    assert lines[0] - lines[2] == 7
    assert lines[1] - lines[2] == 3


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_has_a_drawing_of_its_own(sign: Sign) -> None:
    drawings = {one: signs_before((one,), 0.0, 0.0, 8.0)[0].items for one in SIGNS}  # type: ignore[union-attr]
    assert drawings[sign]
    assert [one for one in SIGNS if drawings[one] == drawings[sign]] == [sign]


def test_signs_and_outlines_stand_out_from_their_ground() -> None:
    for ground in (*BANDS, PAPER):
        assert contrast(INK, ground) >= 4.5
        assert contrast(QUIET, ground) >= 3.0


def test_a_move_that_an_arrow_shows_needs_no_sign_before_the_name() -> None:
    arrow = of(drawn(move(1, 1, 5)), "p001")
    merged = of(drawn(move(1, None, 5, signs=("merged", "closer"))), "p001")
    assert not signs(arrow)
    assert signs(merged) == ["merged", "closer"]


def test_one_that_lost_its_ring_leaves_an_outline_and_stands_in_the_circle_once() -> None:
    scene = drawn(move(1, 3, 0, signs=("contact-dormant",)), move(2))
    group = of(scene, "p001")
    assert len(parts(group, "ghost")) == 1
    assert not parts(group, "node")
    assert dict(group.data)["data-state"] == "dormant"
    assert "außerhalb der Ringe" not in said(scene)


def test_one_without_a_ring_in_both_years_stands_beside_the_circle_with_its_signs() -> None:
    before, after = (Standing(place=place, size=3) for place in ("dormant", "unknown"))
    scene = drawn(move(1, 0, 0, before=before, after=after, signs=("state-changed",)), move(2))
    text = said(scene)
    assert "In beiden Jahren außerhalb der Ringe" in text
    assert "Partner 1 (bisher: Kontakt ruht)" in text
    assert signs(of(scene, "p001")) == ["state-changed"]


def test_one_that_was_noted_beside_the_rings_only_and_is_gone_is_listed_as_such() -> None:
    scene = drawn(move(1, 0, None, signs=("left",)), move(2))
    assert "nicht mehr vermerkt (1)" in said(scene)


def test_the_legend_explains_what_the_map_shows_and_nothing_else() -> None:
    text = said(drawn(move(1, 1, 5), move(2)))
    assert "Bedeutung von closer (1)" in text
    assert "blass: unverändert (1)" in text
    assert "kräftig: etwas hat sich geändert (1)" in text
    assert "Bedeutung von joined" not in text


@pytest.mark.parametrize(
    ("years", "language", "expected"),
    [
        ((2023, 2024), "de", "Von 2023 auf 2024 hat sich nichts geändert."),
        ((2023, 2024), "en", "Nothing changed from 2023 to 2024."),
        ((2024, 2024), "de", "Die Karte ist mit sich selbst verglichen."),
    ],
)
def test_no_change_is_told_in_words(years: tuple[int, int], language: Language, expected: str) -> None:
    assert expected in said(drawn(move(1), years=years, language=language))


def test_an_empty_map_says_so_in_each_sector() -> None:
    assert said(drawn()).count("kein Partner") == 8


def test_successions_are_told_apart_from_the_signs() -> None:
    scene = drawn(move(1, signs=("renamed",)), causes=("Alte Schule: jetzt Neue Schule",))
    assert "Nachfolge und neue Namen\nAlte Schule: jetzt Neue Schule" in said(scene)


def test_everything_new_and_everything_gone_can_be_drawn() -> None:
    for sides in ((None, 3), (3, None)):
        scene = drawn(*(move(number, *sides) for number in range(30)))
        assert not faults(conflicts(scene))


def test_ties_are_drawn_between_partners_that_have_a_ring_now() -> None:
    links = [
        Link(id="t1", a="p001", b="p002", brokered=True),
        Link(id="t2", a="p001", b="p003", brokered=True),
    ]
    scene = drawn(move(1), move(2), move(3, 3, None), links=links)
    ties = [item for item in every(scene.items) if dict(item.data).get("data-role") == "tie"]
    assert [dict(item.data)["data-to"] for item in ties] == ["p002"]
    assert "vom Dienst vermittelt" in said(scene)
    assert "neu bekannt" not in said(scene)


def test_a_tie_keeps_clear_of_outlines() -> None:
    moves = [move(number, 1 + number % 5, 1 + (number + 2) % 5) for number in range(12)]
    scene = drawn(*moves, links=[Link(id="t", a="p000", b="p007", brokered=True)])
    assert conflicts(scene).tie_node == 0


def test_ties_that_were_brokered_and_others_differ_in_form() -> None:
    links = [Link(id="t1", a="p001", b="p002", brokered=True), Link(id="t2", a="p002", b="p003")]
    scene = drawn(move(1), move(2), move(3), links=links)
    ties = [item for item in every(scene.items) if dict(item.data).get("data-role") == "tie"]
    assert [bool(item.paint.dash) for item in ties if isinstance(item, Path)] == [True, False]
    assert {"vom Dienst vermittelt", "neu bekannt"} <= set(said(scene).split("\n"))


NAMES = ["W" * 200, "<b>&</b>", "جمعية الشباب", "🏫 Schule", "a\u0308\u0301", "x\u202ey"]


@pytest.mark.parametrize("label", NAMES)
def test_any_name_can_be_drawn(label: str) -> None:
    scene = drawn(
        *(move(number, 2, 4, label=label if number == 1 else f"Partner {number}") for number in range(12))
    )
    assert not faults(conflicts(scene))
    ET.fromstring(to_svg(scene, fonts=False))


def test_long_names_stand_as_numbers_in_an_index_of_a_page_that_has_room() -> None:
    plan = change_network(40, page=("A3", "landscape"), letters=(90, 120))
    scene = draw_change_map(plan)
    assert not faults(conflicts(scene))
    assert "Namen zu den Nummern" in said(scene)


def test_the_order_of_partners_makes_no_difference() -> None:
    plan = change_network(40)
    turned = attrs.evolve(plan, moves=plan.moves[::-1])
    assert to_svg(draw_change_map(turned)) == to_svg(draw_change_map(plan))


def test_the_group_of_a_partner_carries_both_years() -> None:
    data = dict(of(drawn(move(1, 2, 4, before=standing(2, 1), after=standing(4, 5))), "p001").data)
    assert (data["data-intensity-before"], data["data-intensity"]) == ("2", "4")
    assert (data["data-importance-before"], data["data-importance"]) == ("1", "5")
    assert (data["data-year-before"], data["data-year"]) == ("2023", "2024")
    assert data["data-change"] == "closer"


def test_type_is_never_smaller_than_six_and_a_half_points() -> None:
    for page in (("A4", "landscape"), ("A3", "landscape")):
        scene = draw_change_map(change_network(80, page=page))
        assert min(item.size for item in every(scene.items) if isinstance(item, Text)) >= 6.5


def test_the_table_has_a_row_for_each_partner() -> None:
    moves = [
        move(
            1,
            2,
            4,
            before=Standing(ring=2, words=("selten", "offen")),
            after=Standing(ring=4, words=("oft",)),
        ),
        move(2, None, 3),
        move(3),
    ]
    head, first, second, third = change_table(change(moves))
    assert head == ("Partner", "Gruppe", "2023", "2024", "Veränderung")
    assert first == ("Partner 1", "Arbeit und Ausbildung", "selten; offen", "oft", "Bedeutung von closer")
    assert second[2:] == ("", "", "Bedeutung von joined")
    assert third[4] == "unverändert"


@pytest.mark.parametrize(
    ("moves", "values", "message"),
    [
        ([move(1), move(1)], {}, "not unique"),
        ([move(1, group="zz")], {}, "does not have: zz"),
        ([move(1, None, None, signs=())], {}, "neither"),
        ([move(1, 0, 0, after=Standing(place="zz"))], {}, "no heading"),
        ([move(1, 1, 2)], {"signs": ()}, "does not explain"),
        ([], {"groups": ()}, "at least one group"),
    ],
)
def test_a_plan_that_cannot_be_drawn_is_refused(
    moves: list[Move], values: dict[str, object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        attrs.evolve(change(), moves=tuple(moves), **values)


def test_pages_of_all_forms_hold_the_same_partners() -> None:
    plan = change_network(30)
    for page in PAGES:
        scene = draw_change_map(attrs.evolve(plan, page=PAGES[page]))
        groups = {dict(item.data).get("data-partner") for item in every(scene.items)} - {None}
        assert groups == {one.id for one in plan.moves}


def test_the_plan_sorts_its_partners_by_sector_and_name() -> None:
    plan: ChangePlan = change([move(2, label="b"), move(1, label="a", group="g1"), move(3, label="A")])
    assert [one.label for one in plan.inside] == ["A", "b", "a"]
