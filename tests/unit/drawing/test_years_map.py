"""The maps of several years on one page."""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import attrs
import pytest

from jmdexport.drawing import PAGES, MapPlan, to_svg
from jmdexport.drawing.conflict_geometry import crosses, overlap
from jmdexport.drawing.conflicts import text_boxes
from jmdexport.drawing.scene import Circle, Group, Item, Polygon, Polyline, Scene, Text
from jmdexport.drawing.years_map import draw_years_map
from jmdexport.drawing.years_plan import YearsDoNotFit, YearsPlan, years_table
from tests.unit.drawing._plans import mark, network, plan


def years(*maps: MapPlan, page: tuple[str, str] = ("A4", "landscape"), **values: object) -> YearsPlan:
    given = tuple(
        attrs.evolve(
            one,
            year=2020 + at,
            page=PAGES[page],
            marks=tuple(attrs.evolve(each, badge=False) for each in one.marks),
        )
        for at, one in enumerate(maps)
    )
    told: dict[str, object] = {
        "title": "Netzwerkkarten",
        "subtitle": ("JMD Musterstadt",),
        "said": tuple((f"Stand 31.12.{one.year}, eingeschätzt von: Leitung",) for one in given),
        "source": "Quelle: Netzwerkverzeichnis.",
    }
    return YearsPlan(maps=given, **{**told, **values})  # type: ignore[arg-type]


def generated(count: int, number: int, **values: object) -> YearsPlan:
    """Give years of the same partners, each with other ratings."""
    maps = [network(count, seed=seed) for seed in range(number)]
    names = [one.label for one in maps[0].marks]
    named = [
        attrs.evolve(
            each,
            marks=tuple(attrs.evolve(one, label=name) for one, name in zip(each.marks, names, strict=True)),
        )
        for each in maps
    ]
    return years(*named, **values)  # type: ignore[arg-type]


def every(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from every(item.items)


def role(scene: Scene | Group, name: str) -> list[Item]:
    return [item for item in every(scene.items) if dict(item.data).get("data-role") == name]


def said(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in every(scene.items) if isinstance(item, Text))


def discs(scene: Scene) -> list[tuple[float, float, float]]:
    found = []
    for item in role(scene, "node"):
        if isinstance(item, Circle):
            found.append((item.x, item.y, item.radius))
        elif isinstance(item, Polygon):
            xs, ys = zip(*item.points, strict=True)
            x, y = sum(xs) / len(xs), sum(ys) / len(ys)
            found.append((x, y, max(math.dist((x, y), point) for point in item.points)))
    return found


def faults(scene: Scene) -> list[str]:
    """Give what overlaps what; shares no code with the layout."""
    boxes = [box for item in every(scene.items) if isinstance(item, Text) for box in text_boxes(item)]
    marks, found = discs(scene), []
    for at, box in enumerate(boxes):
        found += ["texts" for other in boxes[at + 1 :] if overlap(box, other)]
        if box[0] < 0 or box[1] < 0 or box[2] > scene.width or box[3] > scene.height:
            found.append("off the page")
        for item in role(scene, "leader"):
            assert isinstance(item, Polyline)
            if crosses(item.points, box):
                found.append("leader and text")
        for x, y, reach in marks:
            if box[0] - reach < x < box[2] + reach and box[1] - reach < y < box[3] + reach:
                found.append("mark and text")
    for at, (x, y, reach) in enumerate(marks):
        found += ["marks" for ox, oy, other in marks[at + 1 :] if math.dist((x, y), (ox, oy)) < reach + other]
    return found


@pytest.mark.parametrize(("count", "number"), [(0, 2), (1, 2), (10, 6), (25, 3), (40, 2)])
def test_the_maps_of_several_years_have_no_conflict(count: int, number: int) -> None:
    assert not faults(draw_years_map(generated(count, number)))


@pytest.mark.parametrize(("count", "number"), [(55, 3), (80, 4)])
def test_a_large_page_holds_more(count: int, number: int) -> None:
    assert not faults(draw_years_map(generated(count, number, page=("A3", "landscape"))))


def test_maps_without_numbers_have_room_for_more_years() -> None:
    scene = draw_years_map(generated(60, 6, page=("A3", "landscape"), numbered=False))
    assert not faults(scene)
    assert not role(scene, "label")
    assert not role(scene, "leader")


def test_a_partner_has_the_same_direction_and_number_in_each_year() -> None:
    scene = draw_years_map(years(plan([mark(1, ring=1), mark(2)]), plan([mark(1, ring=5), mark(2)])))
    panels = [item for item in role(scene, "year") if isinstance(item, Group)]
    angles = []
    for panel in panels:
        (centre,) = (item for item in role(panel, "ring") if dict(item.data)["data-ring"] == "5")
        assert isinstance(centre, Circle)
        (group,) = (item for item in panel.items if dict(item.data).get("data-partner") == "p001")
        assert isinstance(group, Group)
        (node,), (label,) = role(group, "node"), role(group, "label")
        assert isinstance(node, Circle)
        assert isinstance(label, Text)
        assert label.lines == ("1",)
        angles.append(round(math.atan2(node.x - centre.x, centre.y - node.y), 6))
    assert angles[0] == angles[1]


def test_the_names_in_the_file_differ_by_year() -> None:
    text = to_svg(draw_years_map(generated(10, 3)), fonts=False)
    names = [one.get("id") for one in ET.fromstring(text).iter() if one.get("id")]
    assert len(names) == len(set(names))
    assert "y2021-partner-p001" in names


def test_what_has_no_ring_is_told_below_its_year() -> None:
    beside = mark(1, ring=None, strip="dormant")
    numbered = said(draw_years_map(years(plan([beside, mark(2)]), plan([mark(1), mark(2)]))))
    plain = said(draw_years_map(years(plan([beside, mark(2)]), plan([mark(1), mark(2)]), numbered=False)))
    assert "Außerhalb der Ringe – Kontakt ruht: 1" in numbered
    assert "Außerhalb der Ringe – Kontakt ruht: 1" in plain
    assert numbered.count("Außerhalb der Ringe") == 1


def test_a_partner_with_a_new_name_has_one_number_and_both_names() -> None:
    given = years(
        plan([mark(1, label="Alt"), mark(3)]),
        plan([mark(2, label="Neu"), mark(3)]),
        same=(("p001", "p002"),),
    )
    assert [(number, text) for number, _, text in given.index()] == [
        (1, "Neu (2020: Alt)"),
        (2, "Partner 3"),
    ]
    assert "Neu (2020: Alt)" in said(draw_years_map(given))


def test_two_that_are_one_but_stand_on_the_same_map_have_a_number_each() -> None:
    given = years(plan([mark(1), mark(2)]), plan([mark(2)]), same=(("p001", "p002"),))
    assert [one.id for _, one, _ in given.index()] == ["p001", "p002"]


def test_there_is_one_legend_for_all_years() -> None:
    text = said(draw_years_map(generated(20, 4)))
    assert text.count("So liest man die Karte") == 1
    assert text.count("Größe der Zeichen") == 1


def test_a_page_that_is_too_small_says_what_helps() -> None:
    with pytest.raises(YearsDoNotFit) as caught:
        draw_years_map(generated(150, 6))
    assert caught.value.what == ("2020", "2021", "2022", "2023", "2024", "2025")
    assert "names=none" in str(caught.value)


def test_the_order_of_partners_makes_no_difference() -> None:
    given = generated(30, 3)
    turned = attrs.evolve(given, maps=tuple(attrs.evolve(one, marks=one.marks[::-1]) for one in given.maps))
    assert to_svg(draw_years_map(turned)) == to_svg(draw_years_map(given))


def test_the_table_has_a_row_for_each_partner_and_a_column_for_each_year() -> None:
    given = years(plan([mark(1, ring=5, size=None)]), plan([mark(1, ring=None, strip="dormant"), mark(2)]))
    head, first, second = years_table(given)
    assert head == ("Nr.", "Partner", "Gruppe", "2020", "2021")
    assert first == (
        "1",
        "Partner 1",
        "Arbeit und Ausbildung",
        "wöchentlich oder öfter; Wichtigkeit nicht eingeschätzt",
        "Kontakt ruht; für einige Ziele nötig",
    )
    assert second[3] == ""


@pytest.mark.parametrize(
    ("maps", "values", "message"),
    [
        (1, {}, "2 to 6 years, not 1"),
        (7, {}, "2 to 6 years, not 7"),
        (2, {"said": ()}, "needs its lines"),
    ],
)
def test_a_plan_that_cannot_be_drawn_is_refused(maps: int, values: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        years(*[plan()] * maps, **values)  # type: ignore[arg-type]


def test_years_out_of_order_and_unlike_maps_are_refused() -> None:
    given = years(plan(), plan())
    with pytest.raises(ValueError, match="order"):
        attrs.evolve(given, maps=given.maps[::-1])
    with pytest.raises(ValueError, match="differ"):
        attrs.evolve(given, maps=(given.maps[0], attrs.evolve(given.maps[1], language="en")))


@pytest.mark.parametrize(
    ("page", "held"),
    [
        (("A4", "landscape"), ((2, 70), (4, 45), (6, 20))),
        (("A3", "landscape"), ((2, 100), (4, 90), (6, 55))),
    ],
)
def test_a_page_holds_as_many_partners_as_the_documentation_says(
    page: tuple[str, str], held: tuple[tuple[int, int], ...]
) -> None:
    for number, count in held:
        assert not faults(draw_years_map(generated(count, number, page=page)))
    number, count = held[-1]
    with pytest.raises(YearsDoNotFit) as caught:
        draw_years_map(generated(2 * count, number, page=page))
    assert caught.value.count == 2 * count
