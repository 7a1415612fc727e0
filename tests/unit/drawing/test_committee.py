"""The committee map: nothing overlaps, everything is there or is named, always the same."""

from __future__ import annotations

import pickle
from xml.etree import ElementTree as ET

import attrs
import pytest

from jmdexport.builtin.network_map import map_groups
from jmdexport.drawing import PAGES, DoesNotFit, to_svg
from jmdexport.drawing.committee import draw_committees
from jmdexport.drawing.committee_order import Order, crossings, ordered
from jmdexport.drawing.committee_plan import BodiesDoNotFit, Body, CommitteePlan, Member, Seat, SeatKind
from jmdexport.drawing.committee_words import committee_table, description
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.scene import Group, Item, Path, Rect, Scene, Text

GROUPS = map_groups("de")
KINDS: tuple[SeatKind, ...] = ("lead", "member", "guest")
ROLES = ("Federführung", "Mitglied", "Gast")
NAMES = (
    "Jobcenter",
    "Agentur für Arbeit Ellerbrück",
    "Migrationsberatung der Caritas",
    "Ev. Jugendhilfe Nord",
)


def body(number: int, **values: object) -> Body:
    details = (("Arbeitskreis", "Landkreis"), ("JMD: Mitglied", "bei 2 von 3 Sitzungen dabei"))
    given = {"id": f"b{number:02}", "label": f"Arbeitskreis Nummer {number}", "details": details, **values}
    return Body(**given)  # type: ignore[arg-type]


def member(number: int, **values: object) -> Member:
    name = f"{NAMES[number % 4]} {number}"
    given = {"id": f"p{number:03}", "label": name, "group": GROUPS[number % 8].code, **values}
    return Member(**given)  # type: ignore[arg-type]


def plan(
    members: int, bodies: int, *, page: tuple[str, str] = ("A4", "landscape"), **values: object
) -> CommitteePlan:
    """Give a plan in which each partner has a seat, and every third one two more."""
    pairs = {
        (number, (number * 7 + step * 3) % bodies)
        for number in range(members)
        for step in range(3 if number % 3 == 0 else 1)
    }
    seats = tuple(
        Seat(member=f"p{one:03}", body=f"b{other:02}", kind=KINDS[one % 3], role=ROLES[one % 3])
        for one, other in sorted(pairs)
    )
    given = {
        "page": PAGES[page],
        "title": "Gremien und Netzwerke 2025",
        "subtitle": ("JMD Musterstadt · Stand 31.12.2025", "Gezeigt: alle"),
        "service": "JMD Musterstadt",
        "groups": GROUPS,
        "bodies": tuple(body(number) for number in range(bodies)),
        "members": tuple(member(number) for number in range(members)),
        "seats": seats,
        "roles": ROLES,
        "notes": (("Partner ohne Sitz auf dieser Karte (2)", "A und B."),),
        "year": 2025,
        "source": "Quelle: Netzwerkverzeichnis.",
        **values,
    }
    return CommitteePlan(**given)  # type: ignore[arg-type]


def items(found: Scene) -> list[Item]:
    """Give all shapes of a scene, those in groups too."""

    def inside(parts: tuple[Item, ...]) -> list[Item]:
        return [one for part in parts for one in (inside(part.items) if isinstance(part, Group) else [part])]

    return inside(found.items)


def texts(found: Scene) -> str:
    return " ".join(" ".join(one.lines) for one in items(found) if isinstance(one, Text))


@pytest.mark.parametrize(
    ("members", "bodies", "page"),
    [
        (0, 1, ("A4", "landscape")),
        (1, 1, ("A4", "portrait")),
        (2, 1, ("A4", "landscape")),
        (40, 14, ("A4", "portrait")),
        (90, 15, ("A4", "landscape")),
        (90, 15, ("A4", "portrait")),
        (150, 20, ("A3", "landscape")),
        (150, 20, ("A3", "portrait")),
        (150, 1, ("A3", "landscape")),
    ],
)
def test_nothing_overlaps_and_type_is_readable(members: int, bodies: int, page: tuple[str, str]) -> None:
    made = plan(members, bodies, page=page)
    scene = draw_committees(made)
    found = conflicts(scene)
    assert found.clean
    assert found.tie_node == 0
    assert min(one.size for one in items(scene) if isinstance(one, Text)) >= 7.0
    lines = [dict(one.data) for one in items(scene) if isinstance(one, Path)]
    assert {(one["data-from"], one["data-to"]) for one in lines} == {(s.member, s.body) for s in made.seats}


def test_no_text_reaches_over_the_edge_of_its_box() -> None:
    scene = draw_committees(plan(40, 12))
    boxes = [group for group in scene.items if isinstance(group, Group) and "data-body" in dict(group.data)]
    assert len(boxes) == 12
    for group in boxes:
        frame = next(one for one in group.items if isinstance(one, Rect))
        inside = attrs.evolve(scene, width=frame.width, height=frame.height, items=group.items)
        moved = tuple(
            attrs.evolve(one, x=one.x - frame.x, y=one.y - frame.y)
            for one in inside.items
            if isinstance(one, Text)
        )
        assert conflicts(attrs.evolve(inside, items=moved)).outside == 0


@pytest.mark.parametrize(
    "name",
    ["W" * 200, "Verein " * 28, "<b>&</b> \"'", "جمعية الشباب", "🏫 Schule 👩‍🎓", "Köln 漢字", "é" * 40],
)
def test_any_name_is_drawn_without_a_conflict(name: str) -> None:
    made = plan(12, 4)
    made = attrs.evolve(
        made,
        members=(member(0, label=name), *made.members[1:]),
        bodies=(body(0, label=name), *made.bodies[1:]),
    )
    scene = draw_committees(made)
    assert conflicts(scene).clean
    root = ET.fromstring(to_svg(scene, fonts=False))
    assert not [one for one in root.iter() if one.tag.endswith("}b")]


def test_a_short_name_stands_in_where_the_full_one_takes_too_many_lines() -> None:
    long = "Verein zur Förderung der Begegnung im Stadtteil Hasenberg und in den umliegenden Ortschaften " * 2
    made = plan(6, 2)
    with_short = attrs.evolve(made, members=(member(0, label=long, short="VFB"), *made.members[1:]))
    assert "VFB" in texts(draw_committees(with_short))
    without = attrs.evolve(made, members=(member(0, label=long), *made.members[1:]))
    assert "umliegenden" in texts(draw_committees(without))


def test_too_many_partners_are_an_error_that_names_the_longest() -> None:
    made = plan(300, 10)
    made = attrs.evolve(made, members=(*made.members[1:], member(0, label="Sehr langer Name " * 12)))
    with pytest.raises(DoesNotFit) as error:
        draw_committees(made)
    assert error.value.what[0].startswith("Sehr langer Name")
    assert error.value.count == 300


def test_too_many_bodies_are_an_error_of_their_own_that_travels() -> None:
    with pytest.raises(BodiesDoNotFit) as error:
        draw_committees(plan(10, 60))
    assert "60 Gremien" in error.value.message.in_("de")
    assert pickle.loads(pickle.dumps(error.value)).message == error.value.message


def test_the_order_of_what_is_given_makes_no_difference() -> None:
    made = plan(40, 9)
    turned = attrs.evolve(made, members=made.members[::-1], bodies=made.bodies[::-1], seats=made.seats[::-1])
    assert to_svg(draw_committees(turned)) == to_svg(draw_committees(made))


def test_the_order_leaves_no_crossing_where_none_is_needed() -> None:
    """Partners sit by twos in bodies that are listed in a mixed order: no line has to cross another."""
    seats = tuple(Seat(member=f"p{n:03}", body=f"b{(n // 2 * 5) % 7:02}") for n in range(14))
    made = attrs.evolve(plan(14, 7), seats=seats)
    order = ordered(made, {one.id: 1.0 for one in made.members}, room=20.0)
    assert crossings(order, made) == 0
    crossed = Order(order.bodies[::-1], order.left, order.right)
    assert crossings(crossed, made) > 0


def test_both_sides_hold_about_the_same() -> None:
    made = plan(41, 6)
    order = ordered(made, {one.id: 1.0 for one in made.members}, room=24.0)
    assert len(order.left) + len(order.right) == 41
    assert max(len(order.left), len(order.right)) <= 24


def test_what_the_service_has_no_part_in_is_told_by_its_outline_and_in_the_legend() -> None:
    made = attrs.evolve(plan(6, 2), bodies=(body(0), body(1, seated=False)))
    scene = draw_committees(made)
    frames = [
        one for one in items(scene) if isinstance(one, Rect) and dict(one.data).get("data-role") == "box"
    ]
    assert sorted(bool(one.paint.dash) for one in frames) == [False, True]
    assert "ohne JMD Musterstadt" in texts(scene)
    assert "ohne JMD Musterstadt" not in texts(draw_committees(plan(6, 2)))


def test_the_kinds_of_seats_differ_without_colour() -> None:
    scene = draw_committees(plan(6, 2))
    looks = {
        dict(one.data)["data-seat"]: (one.paint.width, bool(one.paint.dash))
        for one in items(scene)
        if isinstance(one, Path)
    }
    assert len(set(looks.values())) == len(looks) == 3


def test_the_alternative_text_tells_the_picture_in_both_languages() -> None:
    made = plan(6, 2)
    assert description(made) == (
        "Gremienkarte 2025: In der Mitte stehen Kästen für Gremien und Netzwerke, links und rechts Partner."
        " Linien zeigen, wer wo sitzt. Die Karte zeigt zwei Gremien und Netzwerke, sechs Partner und acht"
        " Sitze. JMD Musterstadt wirkt in zwei davon mit. Die meisten Partner sitzen hier:"
        " Arbeitskreis Nummer"
        " 0 (4); Arbeitskreis Nummer 1 (4). Die meisten Sitze haben diese Partner: Jobcenter 0 (2);"
        " Ev. Jugendhilfe"
        " Nord 3 (2). Partner ohne Sitz auf dieser Karte (2): A und B."
    )
    english = description(attrs.evolve(made, language="en", sort="networks"))
    assert "The map shows two networks, six partners and eight seats." in english


def test_one_of_each_is_told_in_the_singular() -> None:
    made = attrs.evolve(plan(1, 1, notes=()), sort="committees")
    only = attrs.evolve(made, seats=made.seats[:1])
    assert "Die Karte zeigt ein Gremium, einen Partner und einen Sitz. " in description(only)
    assert "JMD Musterstadt wirkt in einem davon mit." in description(only)
    empty = attrs.evolve(only, seats=(), members=(), bodies=())
    assert description(empty).endswith("Die Karte zeigt kein Gremium.")


def test_the_table_has_a_row_for_each_seat_and_for_a_body_without_any() -> None:
    made = attrs.evolve(plan(6, 2), bodies=(body(0), body(1), body(2)))
    head, *rows = committee_table(made)
    assert head == ("Gremium, Netzwerk", "Angaben", "Partner", "Rolle")
    assert len(rows) == len(made.seats) + 1
    assert rows[0][0] == "Arbeitskreis Nummer 0"
    assert rows[-1] == (
        "Arbeitskreis Nummer 2",
        "Arbeitskreis · Landkreis · JMD: Mitglied · bei 2 von 3 Sitzungen dabei",
        "",
        "",
    )


@pytest.mark.parametrize(
    "seats",
    [
        (Seat(member="p000", body="b99"),),
        (Seat(member="p999", body="b00"),),
        (Seat(member="p000", body="b00"), Seat(member="p000", body="b00", kind="lead")),
    ],
)
def test_a_seat_that_joins_nothing_or_stands_twice_is_refused(seats: tuple[Seat, ...]) -> None:
    with pytest.raises(ValueError, match="seat"):
        attrs.evolve(plan(2, 2), seats=seats)
