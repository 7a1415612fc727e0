"""Keys of administrative units: their form, and what follows from them."""

from __future__ import annotations

import attrs
import pytest

from jmdmodel.areas import LAENDER, ags_of, contains, district_of, is_ags, is_ars, land_of, level_of
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.fields import broken_by
from jmdmodel.ids import UnitId
from jmdmodel.messages import LANGUAGES
from jmdmodel.vocabulary import UnitLevel

DIGITS = "071370068068"
ODD = ["", "7137068", "0713706 ", " 07137068", "07137068\n", "0713706a", "²7137068", "٠٧١٣٧٠٦٨", "-7137068"]


def test_an_ags_has_2_3_5_or_8_digits_and_an_ars_2_3_5_9_or_12() -> None:
    lengths = range(15)
    assert [n for n in lengths if is_ags("0" * n)] == [2, 3, 5, 8]
    assert [n for n in lengths if is_ars("0" * n)] == [2, 3, 5, 9, 12]


@pytest.mark.parametrize("text", ODD)
def test_what_is_not_plain_digits_is_no_key_and_nothing_follows_from_it(text: str) -> None:
    assert (is_ags(text), is_ars(text), is_ars("0713" + text)) == (False, False, False)
    assert (ags_of(text), land_of(text), district_of(text), level_of(text)) == (None, None, None, None)
    assert not contains(text, text)
    assert not contains("07", text)


@pytest.mark.parametrize(
    ("ars", "ags", "level"),
    [
        ("07", "07", "land"),
        ("071", "071", "region"),
        ("07137", "07137", "district"),
        ("071370068", None, "union"),
        ("071370068068", "07137068", "municipality"),
        ("010515175074", "01051074", "municipality"),
        ("110000000000", "11000000", "municipality"),
        ("07137068", None, None),
    ],
)
def test_an_ars_tells_its_ags_and_its_level(ars: str, ags: str | None, level: str | None) -> None:
    assert (ags_of(ars), level_of(ars)) == (ags, level)


def test_the_levels_are_those_of_the_vocabulary_without_the_quarter() -> None:
    told = {level_of(DIGITS[:n]) for n in range(13)} - {None}
    assert told == {level.code for level in UnitLevel} - {"quarter"}


def test_there_are_sixteen_lands_in_the_order_of_their_digits() -> None:
    assert list(LAENDER) == [f"{n:02}" for n in range(1, 17)]
    for language in LANGUAGES:
        assert len({name.in_(language) for name in LAENDER.values()}) == 16


@pytest.mark.parametrize("digits", ["00", "17", "99"])
def test_a_land_that_does_not_exist_has_no_name(digits: str) -> None:
    assert land_of(digits) is land_of(digits + "137068") is None


def test_a_land_has_no_district_and_a_city_state_is_its_own() -> None:
    assert [district_of(key) for key in ("02", "021", "02000", "02000000")] == [None, None, "02000", "02000"]


def test_an_ags_is_never_compared_with_an_ars() -> None:
    assert not contains("07137068", "071370680000")
    assert not contains("071370068", "07137068")
    assert contains("07137", "07137068")
    assert contains("07137", "071370068068")


def test_a_unit_holds_itself_but_not_its_neighbour_or_what_holds_it() -> None:
    assert contains("07137", "07137")
    assert not contains("07137", "07131")
    assert not contains("071370068", "07137")


def codes(level: UnitLevel, **keys: str) -> list[str]:
    unit = AdministrativeUnit(id=UnitId("u"), name="U", level=level, **keys)
    return [broken.code for broken in broken_by(unit)]


@pytest.mark.parametrize(
    ("level", "key"),
    [
        (UnitLevel.LAND, "11"),
        (UnitLevel.LAND, "11000"),
        (UnitLevel.REGION, "071"),
        (UnitLevel.REGION, "08110"),
        (UnitLevel.DISTRICT, "11"),
        (UnitLevel.DISTRICT, "07111"),
        (UnitLevel.DISTRICT, "07137000"),
        (UnitLevel.DISTRICT, "02"),
        (UnitLevel.MUNICIPALITY, "02"),
        (UnitLevel.MUNICIPALITY, "07111"),
        (UnitLevel.MUNICIPALITY, "07111000"),
        (UnitLevel.UNION, "07137"),
        (UnitLevel.QUARTER, "07137068"),
        (UnitLevel.QUARTER, "02"),
    ],
)
def test_a_key_that_may_belong_to_a_level_is_taken(level: UnitLevel, key: str) -> None:
    assert codes(level, ags=key) == []


@pytest.mark.parametrize(
    ("level", "key"),
    [
        (UnitLevel.LAND, "071"),
        (UnitLevel.LAND, "07137"),
        (UnitLevel.REGION, "07"),
        (UnitLevel.REGION, "07137"),
        (UnitLevel.DISTRICT, "071"),
        (UnitLevel.DISTRICT, "07137068"),
        (UnitLevel.UNION, "071"),
        (UnitLevel.MUNICIPALITY, "07"),
        (UnitLevel.MUNICIPALITY, "071"),
    ],
)
def test_a_key_that_cannot_belong_to_a_level_does_not_load(level: UnitLevel, key: str) -> None:
    assert codes(level, ags=key) == ["L138"]


@pytest.mark.parametrize(("digits", "found"), [("00", 1), ("01", 0), ("16", 0), ("17", 1), ("99", 1)])
def test_only_the_sixteen_lands_load(digits: str, found: int) -> None:
    assert codes(UnitLevel.MUNICIPALITY, ags=f"{digits}001001") == ["L137"] * found
    assert codes(UnitLevel.QUARTER, ars=digits) == ["L137"] * found


def test_two_keys_of_one_unit_must_agree_where_the_ars_has_an_ags() -> None:
    town, district = UnitLevel.MUNICIPALITY, UnitLevel.DISTRICT
    assert codes(town, ags="07137068", ars="071370068068") == []
    assert codes(town, ags="07137069", ars="071370068068") == ["L136"]
    assert codes(district, ags="07137", ars="07131") == ["L136"]
    assert codes(district, ags="07137", ars="071370000000") == []
    assert codes(UnitLevel.UNION, ags="07137", ars="071370068") == []


def test_a_unit_tells_its_land_from_either_key() -> None:
    unit = AdministrativeUnit(id=UnitId("u"), name="U", level=UnitLevel.MUNICIPALITY)
    assert unit.land is None
    assert attrs.evolve(unit, ags="07137068").land == LAENDER["07"]
    assert attrs.evolve(unit, ars="010515175074").land == LAENDER["01"]
