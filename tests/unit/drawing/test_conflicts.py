"""The judge of pictures: each fault that it counts is found when it is made on purpose."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from jmdexport.drawing import draw_map
from jmdexport.drawing.conflicts import Conflicts, conflicts
from jmdexport.drawing.scene import Circle, Group, Item, Paint, Path, Polyline, Rect, Scene, Text
from tests.unit.drawing._plans import mark, plan

CLEAN = draw_map(plan([mark(1, ring=2), mark(2, ring=4), mark(3, group="g1")]))


def changed(scene: Scene, name: str, change: Callable[[Item], Item | None]) -> Scene:
    """Change the shapes of one partner, or all of them with an empty name."""

    def over(items: tuple[Item, ...], owner: str) -> tuple[Item, ...]:
        found: list[Item] = []
        for item in items:
            if isinstance(item, Group):
                inner = dict(item.data).get("data-partner", owner)
                found.append(attrs.evolve(item, items=over(item.items, inner)))
            else:
                made = change(item) if owner == name else item
                found += [made] if made is not None else []
        return tuple(found)

    return attrs.evolve(scene, items=over(scene.items, ""))


def place_of(scene: Scene, name: str, role: str) -> tuple[float, float]:
    for group in scene.items:
        if isinstance(group, Group) and dict(group.data).get("data-partner") == name:
            for item in group.items:
                if dict(item.data).get("data-role") == role and isinstance(item, Circle | Text):
                    return item.x, item.y
    raise AssertionError(name)


def moved(name: str, role: str, x: float, y: float) -> Scene:
    def change(item: Item) -> Item:
        ours = dict(item.data).get("data-role") == role or "aria-hidden" in dict(item.data)
        return attrs.evolve(item, x=x, y=y) if ours and isinstance(item, Circle | Text) else item

    return changed(CLEAN, name, change)


def counts(scene: Scene) -> Conflicts:
    return conflicts(scene)


def test_a_good_map_is_clean() -> None:
    assert conflicts(CLEAN).clean


def test_two_labels_in_one_place_are_found() -> None:
    x, y = place_of(CLEAN, "p002", "label")
    assert conflicts(moved("p001", "label", x, y)).label_label == 1


def test_a_label_on_a_mark_is_found() -> None:
    x, y = place_of(CLEAN, "p002", "node")
    assert conflicts(moved("p001", "label", x, y)).label_node >= 1


def test_two_marks_in_one_place_are_found() -> None:
    x, y = place_of(CLEAN, "p002", "node")
    assert conflicts(moved("p001", "node", x, y)).node_node == 1


def test_a_mark_off_its_ring_is_found() -> None:
    x, y = place_of(CLEAN, "p002", "node")
    assert conflicts(moved("p001", "node", x, y)).off_ring == 1
    assert conflicts(moved("p002", "node", x, y)).off_ring == 0


def test_a_mark_outside_its_sector_is_found() -> None:
    x, y = place_of(CLEAN, "p001", "node")
    centre = place_of_ring(CLEAN)
    assert conflicts(moved("p001", "node", 2 * centre[0] - x, y)).off_sector == 1


def place_of_ring(scene: Scene) -> tuple[float, float]:
    return next(
        (i.x, i.y) for i in scene.items if isinstance(i, Circle) and dict(i.data).get("data-role") == "ring"
    )


@pytest.mark.parametrize("x", [-1.0, 296.0])
def test_type_off_the_page_is_found(x: float) -> None:
    assert conflicts(moved("p001", "label", x, 100.0)).outside == 1


def with_line(role: str, *points: tuple[float, float]) -> Scene:
    data = (("data-role", role), ("data-for", "p003"))
    line = Polyline(points=points, paint=Paint(stroke="#000000", width=0.2), data=data)
    return attrs.evolve(CLEAN, items=(*CLEAN.items, line))


def test_a_leader_across_a_label_a_mark_and_another_leader_is_found() -> None:
    x, y = place_of(CLEAN, "p001", "label")
    assert conflicts(with_line("leader", (x + 2, y - 5), (x + 2, y + 5))).label_line >= 1
    x, y = place_of(CLEAN, "p001", "node")
    found = conflicts(with_line("leader", (x - 9, y), (x + 9, y)))
    assert found.leader_node == 1


@pytest.mark.parametrize(
    "drawing",
    [
        Circle(x=0.0, y=0.0, radius=2.0, paint=Paint(fill="#000000")),
        Polyline(points=((-9.0, 0.0), (9.0, 0.0)), paint=Paint(stroke="#000000", width=0.3)),
        Rect(x=-9.0, y=0.0, width=18.0, height=30.0, paint=Paint(stroke="#000000", width=0.3)),
        Path(steps=(("M", (-9.0, -9.0)), ("L", (9.0, 9.0))), paint=Paint(stroke="#000000", width=0.3)),
    ],
)
def test_a_drawing_of_the_legend_that_runs_into_a_text_is_found(
    drawing: Circle | Polyline | Rect | Path,
) -> None:
    x, y = place_of(CLEAN, "p001", "label")
    assert conflicts(with_key(drawing, x + 5, y - 1)).label_key >= 1
    assert conflicts(with_key(drawing, -50.0, -50.0)).label_key == 0


def with_key(drawing: Circle | Polyline | Rect | Path, x: float, y: float) -> Scene:
    match drawing:
        case Circle() | Rect():
            moved: Item = attrs.evolve(drawing, x=drawing.x + x, y=drawing.y + y)
        case Polyline():
            moved = attrs.evolve(drawing, points=tuple((a + x, b + y) for a, b in drawing.points))
        case Path():
            steps = tuple((step, (numbers[0] + x, numbers[1] + y)) for step, numbers in drawing.steps)
            moved = attrs.evolve(drawing, steps=steps)
    key = Group(items=(moved,), data=(("data-role", "key"),))
    return attrs.evolve(CLEAN, items=(*CLEAN.items, key))


def test_a_tie_that_runs_behind_a_foreign_mark_is_counted_and_is_no_fault() -> None:
    (ax, ay), (bx, by) = place_of(CLEAN, "p001", "node"), place_of(CLEAN, "p002", "node")
    ends = {"p001": (ax, ay), "p002": (bx, by)}

    def with_tie(first: str, second: str) -> Conflicts:
        data = (("data-role", "tie"), ("data-from", first), ("data-to", second))
        way = (("M", (2 * ax - bx, 2 * ay - by)), ("L", ends["p002"]))
        tie = Path(steps=way, paint=Paint(stroke="#000000", width=0.2), data=data)
        return conflicts(attrs.evolve(CLEAN, items=(*CLEAN.items, tie)))

    assert with_tie("p003", "p002").tie_node == 1
    assert with_tie("p001", "p002").tie_node == 0
    assert attrs.evolve(conflicts(CLEAN), tie_node=1, crossings=1).clean


def test_leaders_that_cross_are_found() -> None:
    first = next(
        item
        for group in CLEAN.items
        if isinstance(group, Group)
        for item in group.items
        if isinstance(item, Polyline) and dict(item.data).get("data-for") == "p001"
    )
    (ax, ay), (bx, by) = first.points[0], first.points[1]
    mx, my, dx, dy = (ax + bx) / 2, (ay + by) / 2, by - ay, ax - bx
    assert conflicts(with_line("leader", (mx - dx, my - dy), (mx + dx, my + dy))).leader_leader == 1
