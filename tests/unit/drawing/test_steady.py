"""Angles that stay put in pictures of several years."""

from __future__ import annotations

import math
from itertools import combinations

import attrs
import pytest

from jmdexport.drawing import MapPlan
from jmdexport.drawing.layout_nodes import Spot
from jmdexport.drawing.steady import Steady, steady_layout, union
from tests.unit.drawing._plans import groups, mark, network, plan


def laid_out(*plans: MapPlan, radius: float = 75.0, same: dict[str, str] | None = None) -> Steady:
    found = steady_layout(plans, radius=radius, same=same)
    assert found is not None
    return found


def years(count: int = 40, *, sectors: int = 8) -> tuple[MapPlan, MapPlan, MapPlan]:
    """Give three years: the same partners with other ratings, some of them missing in each."""
    one, two, three = (network(count, sectors=sectors, seed=seed) for seed in (1, 2, 3))
    return (
        attrs.evolve(one, marks=one.marks[: count - 5]),
        two,
        attrs.evolve(three, marks=three.marks[5:]),
    )


def meets(first: Spot, second: Spot) -> bool:
    return math.dist((first.x, first.y), (second.x, second.y)) < first.reach + second.reach


def test_a_partner_stands_at_the_same_angle_in_each_year() -> None:
    found = laid_out(*years())
    angles: dict[str, set[float]] = {}
    for spots in found.years:
        for spot in spots:
            angles.setdefault(spot.mark.id, set()).add(spot.angle)
    assert len(angles) == 40
    assert all(len(places) == 1 for places in angles.values())


def test_each_year_has_its_own_partners_on_its_own_rings() -> None:
    given = years()
    found = laid_out(*given)
    for each, spots in zip(given, found.years, strict=True):
        assert sorted(spot.mark.id for spot in spots) == sorted(mark.id for mark in each.marks if mark.ring)
        for spot in spots:
            assert spot.ring == pytest.approx(found.rings.share(spot.mark.ring or 0) * 75.0)
            assert abs(spot.radius - spot.ring) <= 0.3 * found.rings.step * 75.0


@pytest.mark.parametrize("count", [10, 40, 80, 150])
def test_marks_of_one_year_never_touch(count: int) -> None:
    found = laid_out(*years(count))
    for spots in found.years:
        assert not [pair for pair in combinations(spots, 2) if meets(*pair)]


def test_a_mark_keeps_clear_of_the_leaders_of_its_year() -> None:
    for spots in laid_out(*years(80)).years:
        for inner in spots:
            for outer in spots:
                if inner is not outer and inner.radius < outer.radius:
                    turn = math.remainder(outer.angle - inner.angle, 2 * math.pi)
                    if abs(turn) < math.pi / 2:
                        assert abs(outer.radius * math.sin(turn)) > outer.reach


def test_marks_stand_in_the_sector_of_their_group() -> None:
    found = laid_out(*years())
    place = {sector.code: sector for sector in found.sectors}
    assert [sector.code for sector in found.sectors] == [group.code for group in groups()]
    for spots in found.years:
        for spot in spots:
            sector = place[spot.mark.group]
            assert sector.start < spot.angle < sector.start + sector.arc


def test_a_partner_without_a_ring_in_a_year_keeps_its_angle_for_the_others() -> None:
    first = plan([mark(1, ring=2), mark(2)])
    second = plan([mark(1, ring=None, strip="dormant"), mark(2)])
    third = plan([mark(1, ring=5), mark(2)])
    found = laid_out(first, second, third)
    angles = [{spot.mark.id: spot.angle for spot in spots} for spots in found.years]
    assert [sorted(year) for year in angles] == [["p001", "p002"], ["p002"], ["p001", "p002"]]
    assert angles[0] == angles[2]


def test_a_partner_with_a_new_name_keeps_the_angle() -> None:
    found = laid_out(plan([mark(1), mark(3)]), plan([mark(2), mark(3)]), same={"p001": "p002"})
    assert found.angles["p001"] == found.angles["p002"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([mark(1)], [mark(2, group="g4")]),
        ([mark(1), mark(2)], [mark(2)]),
    ],
    ids=["another group", "both in one year"],
)
def test_names_that_cannot_share_an_angle_have_one_each(before: list[object], after: list[object]) -> None:
    found = laid_out(plan(before), plan(after), same={"p001": "p002"})  # type: ignore[arg-type]
    assert found.angles["p001"] != found.angles["p002"]


def test_years_without_partners_are_empty() -> None:
    assert laid_out(plan(), plan()).years == ((), ())
    assert [len(spots) for spots in laid_out(plan(), plan([mark(1)])).years] == [0, 1]


def test_a_circle_that_is_too_small_is_told_by_nothing() -> None:
    assert steady_layout(years(150), radius=20.0) is None


def test_maps_with_other_groups_are_not_laid_out_together() -> None:
    with pytest.raises(ValueError, match="same groups"):
        steady_layout([plan(sectors=8), plan(sectors=7)], radius=75.0)
    with pytest.raises(ValueError, match="at least one"):
        steady_layout([], radius=75.0)


def test_the_union_has_each_partner_and_tie_once_as_last_seen() -> None:
    given = [network(20, ties=12, seed=seed) for seed in (1, 2)]
    found = union(given)
    assert [one.id for one in found.marks] == [f"p{number:03}" for number in range(20)]
    assert found.marks[3].label == given[1].marks[3].label
    ends = {frozenset((link.a, link.b)) for each in given for link in each.links}
    assert {frozenset((link.a, link.b)) for link in found.links} == ends
    assert len(found.links) == len(ends)


def test_the_union_keeps_a_ring_that_only_an_earlier_year_has() -> None:
    (found,) = union([plan([mark(1, ring=2)]), plan([mark(1, ring=None, strip="dormant")])]).marks
    assert (found.ring, found.strip) == (2, "")


def test_the_same_maps_give_the_same_places() -> None:
    assert laid_out(*years()) == laid_out(*years())
