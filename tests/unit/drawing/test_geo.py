"""The map of the social space: nothing overlaps, everything is there or is named, north is up."""

from __future__ import annotations

import itertools
import math
from xml.etree import ElementTree as ET

import attrs
import pytest

from jmdexport.direction import unmarked
from jmdexport.drawing import PAGES, DoesNotFit, to_svg
from jmdexport.drawing.conflict_geometry import overlap
from jmdexport.drawing.conflicts import conflicts, text_boxes
from jmdexport.drawing.contrast import greyed, pattern_of, sights
from jmdexport.drawing.geo import draw_geo
from jmdexport.drawing.geo_ground import bar_length, clipped, fitted, on_page, thinned
from jmdexport.drawing.geo_plan import PARTNER, SERVICE, GeoDoesNotFit, GeoPlan, Spot
from jmdexport.drawing.geo_signs import line_of
from jmdexport.drawing.geo_words import description, geo_table
from jmdexport.drawing.scene import Group, Item, Path, Rect, Scene, Text
from tests.unit.drawing._geo import KINDS, LEVELS, area, box, geo, ring, spot

COUNTY = box(7.0, 49.8, 7.4, 50.1)
TOWN = box(7.1, 49.9, 7.2, 50.0)


def items(found: Scene) -> list[Item]:
    def inside(parts: tuple[Item, ...]) -> list[Item]:
        return [one for part in parts for one in (inside(part.items) if isinstance(part, Group) else [part])]

    return inside(found.items)


def texts(found: Scene) -> str:
    return " ".join(" ".join(one.lines) for one in items(found) if isinstance(one, Text))


def subjects(found: Scene) -> dict[str, Group]:
    groups = [one for one in found.items if isinstance(one, Group)]
    return {data["data-subject"]: one for one in groups if "data-subject" in (data := dict(one.data))}


def middle(group: Group) -> tuple[float, float]:
    node = next(one for one in group.items if dict(getattr(one, "data", ())).get("data-role") == "node")
    if hasattr(node, "points"):
        return sum(x for x, _ in node.points) / len(node.points), sum(y for _, y in node.points) / len(
            node.points
        )
    return node.x, node.y


def many(places: int, units: int) -> GeoPlan:
    """Give a county of square units in rows with places all over it, each third of them in one town."""
    columns = max(1, math.ceil(math.sqrt(units)))
    step = 0.4 / columns
    areas = tuple(
        area(
            f"u{n:02}",
            box(
                7 + n % columns * step,
                49.8 + n // columns * step * 0.7,
                7 + (n % columns + 1) * step,
                49.8 + (n // columns + 1) * step * 0.7,
            ),
        )
        for n in range(units)
    )
    spots = tuple(
        spot(f"p{n:03}", 7.15 + n * 0.0001, 49.95 + n % 7 * 0.0006, kind=KINDS[n % 8].code)
        if n % 3 == 0
        else spot(f"p{n:03}", 7 + n * 37 % 100 * 0.004, 49.8 + n * 53 % 90 * 0.0033, kind=KINDS[n % 8].code)
        for n in range(places)
    )
    return geo(areas=areas, spots=spots, boundary=((COUNTY,),))


@pytest.mark.parametrize("page", sorted(PAGES))
@pytest.mark.parametrize(("places", "units"), [(1, 0), (2, 1), (40, 9), (150, 40)])
def test_nothing_overlaps_and_type_is_readable(places: int, units: int, page: tuple[str, str]) -> None:
    plan = attrs.evolve(many(places, units), page=PAGES[page])
    scene = draw_geo(plan)
    assert conflicts(scene).clean
    assert set(subjects(scene)) == {one.id for one in plan.spots}
    assert min(one.size for one in items(scene) if isinstance(one, Text)) >= (7.0 if places < 150 else 6.5)
    said = texts(scene)
    assert all(one.label in said for one in (*plan.spots, *plan.areas))


def test_frames_of_several_things_keep_apart() -> None:
    scene = draw_geo(many(150, 40))
    frames = [one for one in items(scene) if isinstance(one, Rect) and ("data-role", "block") in one.data]
    boxes = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in frames]
    assert len(boxes) > 5
    assert not any(overlap(one, two) for one, two in itertools.combinations(boxes, 2))


def test_north_is_up_and_east_is_right() -> None:
    plan = geo(
        spots=(spot("n", 7.2, 50.09), spot("s", 7.2, 49.81), spot("w", 7.01, 49.95), spot("e", 7.39, 49.95)),
        boundary=((COUNTY,),),
    )
    found = {name: middle(group) for name, group in subjects(draw_geo(plan)).items()}
    assert found["places/n"][1] < found["places/w"][1] < found["places/s"][1]
    assert found["places/w"][0] < found["places/n"][0] < found["places/e"][0]


def test_a_square_of_ground_is_a_square_on_the_page() -> None:
    """One degree of longitude at 60° is half as long as one of latitude."""
    view = fitted((7.0, 59.9, 7.4, 60.1), (0.0, 0.0, 100.0, 100.0), margin=0.0)
    (left, top), (right, bottom) = view.point((7.0, 60.1)), view.point((7.4, 59.9))
    assert right - left == pytest.approx(bottom - top)
    assert (left, top) == pytest.approx((0.0, 0.0), abs=0.01)


def test_a_distance_is_off_by_less_than_one_per_cent_in_a_county() -> None:
    """Against the great circle on a sphere, from the middle of a county of 60 km to its corners."""
    view = fitted((7.0, 49.73, 7.84, 50.27), (0.0, 0.0, 200.0, 200.0), margin=5.0)
    first = (7.42, 50.0)
    for second in ((7.0, 49.73), (7.84, 50.27), (7.0, 50.27), (7.84, 50.0), (7.42, 49.73)):
        a, b = (tuple(map(math.radians, one)) for one in (first, second))
        angle = math.acos(
            math.sin(a[1]) * math.sin(b[1]) + math.cos(a[1]) * math.cos(b[1]) * math.cos(a[0] - b[0])
        )
        metres = math.degrees(angle) * 111_320
        assert math.dist(view.point(first), view.point(second)) / view.scale == pytest.approx(
            metres, rel=0.008
        )


@pytest.mark.parametrize(
    ("scale", "most", "found"),
    [
        (0.001, 40.0, (20000, 20.0)),
        (0.1, 40.0, (200, 20.0)),
        (0.004, 40.0, (10000, 40.0)),
        (9.0, 40.0, (10, 90.0)),
    ],
)
def test_the_bar_is_of_a_round_length(scale: float, most: float, found: tuple[int, float]) -> None:
    assert bar_length(scale, most) == pytest.approx(found)


def test_the_bar_says_its_length_in_the_form_of_the_language() -> None:
    plan = geo(spots=(spot("a", 7.0, 50.0),))
    assert "0,5 km" in texts(draw_geo(plan)) or "0,2 km" in texts(draw_geo(plan))
    assert "0.5 km" in texts(draw_geo(attrs.evolve(plan, language="en"))) or "0.2 km" in texts(
        draw_geo(attrs.evolve(plan, language="en"))
    )


def test_nothing_to_draw_is_said_and_what_has_no_position_is_told() -> None:
    plan = geo(notes=(("Ohne eingetragene Lage (1)", "Jugendhaus."),))
    scene = draw_geo(plan)
    assert conflicts(scene).clean
    lines = {line for one in items(scene) if isinstance(one, Text) for line in one.lines}
    assert {"Noch ist nichts zu zeichnen.", "Jugendhaus."} <= lines
    assert not [one for one in items(scene) if isinstance(one, Path)]


def test_a_map_with_nothing_beside_it_has_the_whole_page() -> None:
    alone, told = geo(spots=(spot("a", 7.0, 50.0),)), geo(spots=(spot("a", 7.0, 50.0),), notes=(("A", "B."),))
    for plan, share in ((alone, 0.9), (told, 0.6)):
        scene = draw_geo(plan)
        frame = next(one for one in scene.items if isinstance(one, Rect))
        assert frame.width / scene.width == pytest.approx(share, abs=0.15)


def test_a_unit_keeps_its_hole() -> None:
    """The ring of a hole runs against the outer one, as paths are filled by the turn of their rings."""
    hole = box(7.13, 49.93, 7.17, 49.97)
    view = fitted((7.0, 49.8, 7.4, 50.1), (0.0, 0.0, 200.0, 200.0), margin=5.0)
    for first, second in ((TOWN, hole), (TOWN[::-1], hole), (TOWN, hole[::-1])):
        outer, inner = on_page(view, ((first, second),))
        turns = [
            sum(ax * by - bx * ay for (ax, ay), (bx, by) in itertools.pairwise((*one, one[0])))
            for one in (outer, inner)
        ]
        assert turns[0] > 0 > turns[1]


@pytest.mark.parametrize(
    "rings",
    [
        (((7.1, 49.9),) * 4,),
        (((7.1, 49.9), (7.2, 49.9), (7.1, 49.9), (7.1, 49.9)),),
        (ring(7.1, 49.9, [1e-7] * 9),),
    ],
)
def test_an_outline_without_width_is_drawn_and_told(
    rings: tuple[tuple[tuple[float, float], ...], ...],
) -> None:
    plan = geo(areas=(area("nichts", *rings), area("kreis", COUNTY, level="district")))
    scene = draw_geo(plan)
    assert conflicts(scene).clean
    assert "Gemeinde nichts" in texts(scene)
    ET.fromstring(to_svg(scene))


def test_a_unit_that_others_cover_gets_no_letter_that_would_seem_theirs() -> None:
    halves = (box(7.0, 49.8, 7.2, 50.1), box(7.2, 49.8, 7.4, 50.1))
    units = (area("kreis", COUNTY, level="district"), *(area(f"h{n}", one) for n, one in enumerate(halves)))
    said = texts(draw_geo(geo(areas=units)))
    assert "Ohne Platz für eine Beschriftung Gemeinde kreis" in said


def test_an_outline_is_cut_at_the_frame() -> None:
    square = [(-10.0, -10.0), (50.0, -10.0), (50.0, 50.0), (-10.0, 50.0), (-10.0, -10.0)]
    corners = {(50.0, 0.0), (50.0, 50.0), (0.0, 50.0), (0.0, 0.0)}
    assert set(clipped(square, (0.0, 0.0, 100.0, 100.0))) == corners
    assert clipped(square, (60.0, 60.0, 100.0, 100.0)) == ()


def test_ten_thousand_points_are_thinned_to_what_can_be_seen() -> None:
    rays = [0.1 + 0.00001 * math.sin(n * 1.7) for n in range(10_000)]
    view = fitted((7.0, 49.8, 7.4, 50.1), (0.0, 0.0, 200.0, 160.0), margin=5.0)
    (found,) = on_page(view, ((ring(7.2, 49.95, rays),),))
    assert 20 < len(found) < 400
    assert thinned([(0.0, 0.0), (1.0, 0.0)]) == ((0.0, 0.0), (1.0, 0.0))


def test_the_most_crowded_stretch_is_shown_larger_with_all_that_lies_in_it() -> None:
    crowd = [spot(f"c{n}", 7.15 + n * 0.0008, 49.95 + n % 3 * 0.0007) for n in range(8)]
    plan = geo(spots=(*crowd, spot("far", 7.35, 50.05)), boundary=((COUNTY,),))
    scene = draw_geo(plan)
    assert "Ausschnitt" in texts(scene)
    assert [one for one in items(scene) if ("data-role", "window") in getattr(one, "data", ())]
    ids = {name: dict(group.data)["id"] for name, group in subjects(scene).items()}
    assert ids["places/far"] == "places-far"
    assert ids["places/c3"] == "detail-places-c3"


def test_three_things_of_one_house_need_no_detail() -> None:
    same = tuple(spot(f"s{n}", 7.15, 49.95) for n in range(5))
    scene = draw_geo(geo(spots=same, boundary=((COUNTY,),)))
    assert "Ausschnitt" not in texts(scene)
    assert conflicts(scene).clean


def test_names_alike_in_the_list_say_what_they_are() -> None:
    same = tuple(
        spot(
            f"s{n}", 7.15, 49.95, label="Jugendzentrum mit einem Namen, der in keinen Rahmen passt", said=said
        )
        for n, said in enumerate(("Treffpunkt", "Jugendeinrichtung"))
    )
    said = texts(draw_geo(geo(spots=same, boundary=((COUNTY,),))))
    assert "(Treffpunkt)" in said
    assert "(Jugendeinrichtung)" in said


@pytest.mark.parametrize(
    "name",
    [
        "x" * 200,
        "Ein Name mit vielen Worten " * 8,
        "مركز الشباب في المدينة",
        "🎸🎷 Probe",
        "<b>&\"'</b>",
        "漢字",
    ],
)
def test_any_name_is_drawn_whole(name: str) -> None:
    plan = geo(
        areas=(area("u", TOWN, label=name), area("k", COUNTY, level="district")),
        spots=(spot("a", 7.3, 49.9, label=name), spot("b", 7.15, 49.95, label=name)),
    )
    scene = draw_geo(plan)
    assert conflicts(scene).clean
    said = unmarked("".join(texts(scene).split())).replace("-", "")
    whole = "".join(name.split()).replace("-", "")
    # Each thing once; the unit by its name, or by a letter whose name stands in the list.
    assert said.count(whole) >= 3
    ET.fromstring(to_svg(scene))


def test_what_does_not_fit_is_an_error_that_says_what_helps() -> None:
    spots = tuple(spot(f"p{n}", 7.2, 49.9, label=f"{n} " + "Wort " * 60) for n in range(150))
    with pytest.raises(GeoDoesNotFit) as caught:
        draw_geo(geo(spots=spots, areas=(area("k", COUNTY),)))
    assert isinstance(caught.value, DoesNotFit)
    assert "(Orte, Partner und Gebiete: 151)" in caught.value.in_("de")
    assert "A3" in caught.value.in_("en")
    with pytest.raises(GeoDoesNotFit) as caught:
        draw_geo(geo(spots=spots, page=PAGES["A3", "portrait"]))
    assert "A3" not in caught.value.in_("de")


def test_texts_and_signs_can_be_seen_in_colour_and_in_grey() -> None:
    plan = many(40, 9)
    things = (
        *plan.spots,
        spot("x", 7.3, 50.0, kind=PARTNER),
        spot("y", 7.31, 49.85, kind=SERVICE, badge=True),
    )
    for scene in (draw_geo(attrs.evolve(plan, spots=things)), greyed(draw_geo(plan))):
        assert [one for one in sights(scene) if not one.enough] == []


def test_kinds_of_places_and_levels_differ_without_colour() -> None:
    hatches = {one.name: pattern_of(one) for one in draw_geo(many(40, 0)).hatches}
    looks = {(kind.shape, kind.hatch != "none") for kind in KINDS}
    assert len(looks) == len(KINDS)
    assert all(hatches.values())
    lines = {(paint.width, paint.dash) for paint in (line_of(level) for level, _ in LEVELS)}
    assert len(lines) == len(LEVELS)


def test_identifiers_are_unique_and_tell_what_they_stand_for() -> None:
    plan = many(40, 9)
    there = (*plan.spots, Spot(id="partners/p000", label="Amt", kind=PARTNER, at=(7.3, 50.0)))
    root = ET.fromstring(to_svg(draw_geo(attrs.evolve(plan, spots=there))))
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    assert [one.get("data-partner") for one in root.iter() if one.get("data-partner")] == ["p000"]
    assert len([one for one in root.iter() if one.get("data-place")]) == 40


def test_all_texts_lie_on_the_page() -> None:
    scene = draw_geo(many(150, 40))
    for one in items(scene):
        for left, top, right, foot in text_boxes(one) if isinstance(one, Text) else ():
            assert left >= 0 <= top
            assert right <= scene.width
            assert foot <= scene.height


def test_a_plan_refuses_what_is_there_twice_or_of_no_kind() -> None:
    with pytest.raises(ValueError, match="not unique"):
        geo(spots=(spot("a", 7, 50), spot("a", 7, 51)))
    with pytest.raises(ValueError, match="of a kind"):
        geo(spots=(spot("a", 7, 50, kind="castle"),))


def test_the_alternative_text_counts_in_whole_sentences() -> None:
    plan = geo(
        space="Musterland",
        areas=(area("u", TOWN, label="Stadt"),),
        spots=(
            spot("a", 7.1, 49.9, badge=True),
            spot("b", 7.2, 49.9, kind="sport"),
            Spot(id="partners/p", label="Amt", kind=PARTNER, at=(7.1, 49.95)),
            Spot(id="service", label="JMD", kind=SERVICE, at=(7.1, 49.95)),
        ),
        counts=((1, 2), (2, 2), (1, 9)),
        notes=(("Gebiete ohne eingetragenen Umriss (1)", "Land."),),
    )
    assert description(plan) == (
        "Karte des Sozialraums „Musterland“ von JMD Musterstadt, oben ist Norden. Die Karte zeigt ein Gebiet,"
        " zwei Orte und einen Partner. Auch der Dienst selbst ist eingezeichnet. Gebiete: Stadt. Orte nach"
        " Art: Treffpunkt (1) und Sport und Bewegung (1). An einem Ort hat der Dienst eigene Angebote."
        " Gebiete ohne eingetragenen Umriss (1): Land."
    )
    assert description(attrs.evolve(plan, language="en")).startswith(
        'Map of the social space "Musterland" of JMD Musterstadt, north is at the top. The map shows one'
        " unit, two places, and one partner. The service itself is drawn as well. Units: Stadt."
    )


def test_the_table_has_a_row_for_everything_that_is_drawn() -> None:
    plan = geo(
        areas=(area("u", TOWN, label="Stadt"),),
        spots=(
            spot("b", 7.2, 49.9, label="Sportplatz", kind="sport", badge=True),
            spot("a", 7.1, 49.9, label="Bahnhof"),
            Spot(id="partners/p", label="Amt", kind=PARTNER, said="Behörde", at=(7.1, 49.95)),
        ),
    )
    assert geo_table(plan) == (
        ("Eintrag", "Art", "Angaben"),
        ("Stadt", "Gebiet", "Gemeinde"),
        ("Bahnhof", "Treffpunkt", ""),
        ("Sportplatz", "Sport und Bewegung", "mit eigenen Angeboten des Dienstes"),
        ("Amt", "Partner", "Behörde"),
    )
