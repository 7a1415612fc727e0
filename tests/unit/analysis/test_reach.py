"""How far areas reach into one another: by the chain of units, by keys, and where neither is known."""

from __future__ import annotations

from typing import Any

import pytest

from jmdmodel.analysis.reach import Reach, Territory
from jmdmodel.entities import AdministrativeUnit, SocialSpace
from jmdmodel.ids import UnitId
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import UnitLevel


def unit(identifier: str, parent: str | None = None, **fields: Any) -> AdministrativeUnit:
    level = fields.pop("level", UnitLevel.QUARTER)
    return AdministrativeUnit(
        id=UnitId(identifier),
        name=identifier,
        level=level,
        parent=UnitId(parent) if parent is not None else None,
        **fields,
    )


UNITS = (
    unit("land"),
    unit("kreis", "land"),
    unit("stadt", "kreis"),
    unit("viertel", "stadt"),
    unit("dorf", "kreis"),
    unit("nachbarkreis", "land"),
)
TERRITORY = Territory(minimal(*UNITS, space=SocialSpace(name="Raum", units=(UnitId("kreis"),))))


@pytest.mark.parametrize(
    ("area", "wanted", "reach"),
    [
        ([], ["stadt"], Reach.EVERYWHERE),
        ([], [], Reach.EVERYWHERE),
        (["kreis"], ["stadt"], Reach.WHOLE),
        (["kreis"], ["viertel", "dorf"], Reach.WHOLE),
        (["stadt"], ["stadt"], Reach.WHOLE),
        (["stadt", "dorf"], ["viertel", "dorf"], Reach.WHOLE),
        (["viertel"], ["stadt"], Reach.PART),
        (["stadt"], ["stadt", "dorf"], Reach.PART),
        (["stadt", "dorf"], ["kreis"], Reach.PART),
        (["nachbarkreis"], ["stadt"], Reach.ELSEWHERE),
        (["dorf"], ["stadt"], Reach.ELSEWHERE),
        (["kreis"], [], Reach.WHOLE),
        (["stadt"], [], Reach.PART),
        (["nachbarkreis"], [], Reach.ELSEWHERE),
        (["gibt-es-nicht"], ["stadt"], Reach.UNKNOWN),
        (["stadt"], ["gibt-es-nicht"], Reach.UNKNOWN),
        (["gibt-es-nicht"], ["gibt-es-nicht"], Reach.WHOLE),
    ],
)
def test_an_area_reaches_as_far_as_its_units_hold_those_wanted(
    area: list[str], wanted: list[str], reach: Reach
) -> None:
    assert TERRITORY.reach(map(UnitId, area), map(UnitId, wanted)) is reach


def test_without_a_social_space_the_reach_into_all_of_it_is_unknown() -> None:
    assert Territory(minimal(*UNITS)).reach([UnitId("stadt")], []) is Reach.UNKNOWN
    assert Territory(minimal(*UNITS)).reach([], []) is Reach.EVERYWHERE


@pytest.mark.parametrize(
    ("outer", "inner", "held"), [("01056", "01056001", True), ("01056", "01057001", False)]
)
def test_a_unit_without_a_parent_lies_where_its_key_says(outer: str, inner: str, held: bool) -> None:
    district = unit("a", ags=outer, level=UnitLevel.DISTRICT)
    town = unit("b", ags=inner, level=UnitLevel.MUNICIPALITY)
    territory = Territory(minimal(district, town))
    assert territory.holds(UnitId("a"), UnitId("b")) is held
    assert not territory.holds(UnitId("b"), UnitId("a"))


def test_a_circle_of_parents_ends() -> None:
    territory = Territory(minimal(unit("a", "b"), unit("b", "a"), unit("c")))
    assert territory.holds(UnitId("a"), UnitId("b"))
    assert not territory.holds(UnitId("c"), UnitId("a"))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ([], ["dorf"], True),
        (["stadt"], ["viertel"], True),
        (["viertel"], ["kreis"], True),
        (["dorf"], ["viertel"], False),
        (["dorf"], ["gibt-es-nicht"], False),
    ],
)
def test_areas_overlap_where_one_unit_holds_another(one: list[str], other: list[str], shared: bool) -> None:
    first, second = list(map(UnitId, one)), list(map(UnitId, other))
    assert TERRITORY.overlap(first, second) is shared
    assert TERRITORY.overlap(second, first) is shared


def test_units_that_neither_parents_nor_keys_set_apart_may_touch() -> None:
    territory = Territory(
        minimal(
            unit("insel"),
            unit("stadt", ags="07137068"),
            unit("viertel", "stadt"),
            unit("dorf", ars="071375001024"),
            unit("kreis", ags="07137"),
        )
    )

    def reach(one: str, other: str) -> Reach:
        return territory.reach([UnitId(one)], [UnitId(other)])

    assert reach("insel", "stadt") is reach("stadt", "insel") is Reach.UNKNOWN
    assert reach("viertel", "dorf") is Reach.ELSEWHERE  # the one by the key of its town, the other by its own
    assert reach("kreis", "dorf") is Reach.WHOLE  # AGS of the one, ARS of the other
    assert reach("kreis", "viertel") is Reach.WHOLE
    assert [one.id for one in territory.known(map(UnitId, ("stadt", "weg", "dorf")))] == ["dorf", "stadt"]
