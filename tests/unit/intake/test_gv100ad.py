"""The official municipality directory: every record is read, and every broken one is told."""

from __future__ import annotations

import json
import pickle
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jmdmodel.areas import LAENDER, ags_of, contains, district_of, is_ags, is_ars, land_of, level_of
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.errors import LoadError
from jmdmodel.fields import broken_by
from jmdmodel.ids import UnitId
from jmdmodel.intake import OfficialUnit, RecordType, official_keys, read_gv100ad
from jmdmodel.messages import LANGUAGES
from jmdmodel.vocabulary import UnitLevel


def record(
    kind: str = "60",
    key: str = "07137068",
    union: str = "0068",
    name: str = "Mayen, Stadt",
    count: str = "00000019708",
    day: str = "20231130",
) -> str:
    head = kind + day + key.ljust(8) + union.ljust(4) + name.ljust(117)
    return (head + count).ljust(220)


def faults(text: str | bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(LoadError) as caught:
        read_gv100ad(text.encode() if isinstance(text, str) else text, name="gv.txt")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    for fault in caught.value.faults:
        assert all(fault.in_(language).startswith("gv.txt:") for language in LANGUAGES)
    return [(fault.code, fault.position.line, fault.position.column) for fault in caught.value.faults]


BROKEN = [
    ("G102", 1, record()[:-1]),
    ("G102", 1, record() + " "),
    ("G102", 1, ""),
    ("G103", 1, record(kind="70")),
    ("G104", 3, record(day="2023113 ")),
    ("G104", 3, record(day="20231131")),
    ("G104", 3, record(day="00001130")),
    ("G105", 11, record(key="0713706")),
    ("G105", 11, record(key=" 7137068")),
    ("G105", 11, record(kind="40", union="", key="07137068")),
    ("G105", 11, record(kind="10", union="", key="")),
    ("G106", 11, record(key="17137068")),
    ("G106", 11, record(kind="10", union="", key="00")),
    ("G107", 19, record(union="")),
    ("G107", 19, record(union="006")),
    ("G107", 19, record(kind="40", key="07137", union="0068")),
    ("G108", 23, record(name="")),
    ("G109", 140, record(count="")),
    ("G109", 140, record(count="0000001970x")),
    ("G109", 140, record(count="-0000019708")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "column", "line"), BROKEN)
def test_a_broken_record_is_told_with_its_place(code: str, column: int, line: str) -> None:
    assert faults(f"{record()}\n{line}\n{record()}\n") == [(code, 2, column)]


def test_bytes_that_are_no_text_are_told_with_their_place() -> None:
    good = record().encode()
    assert faults(good + b"\n" + record(name="Köln").encode("latin-1") + b"\n") == [("G101", 2, 24)]


def test_all_broken_records_are_told_at_once() -> None:
    lines = [record(kind="99"), record(), record(union="", name=""), record(count="")]
    assert faults("\n".join(lines)) == [("G103", 1, 1), ("G107", 3, 19), ("G108", 3, 23), ("G109", 4, 140)]


def test_an_empty_file_is_no_directory() -> None:
    assert faults(b"") == faults(b"\n") == [("G102", 1, 1)]


def test_line_ends_of_other_systems_and_a_mark_at_the_start_do_no_harm() -> None:
    plain = read_gv100ad(f"{record()}\n{record()}".encode())
    assert len(plain) == 2
    assert read_gv100ad(f"\ufeff{record()}\r\n{record()}\r\n".encode()) == plain


def test_a_name_may_fill_all_fifty_places_and_ends_there() -> None:
    (unit,) = read_gv100ad(record(name="ß" * 49 + "z" + "Kiel").encode())
    assert unit.name == "ß" * 49 + "z"


def test_a_planning_region_has_four_digits_and_neither_ars_nor_ags() -> None:
    (unit,) = read_gv100ad(record("30", "0811", "", "Region Stuttgart", "").encode())
    assert unit == OfficialUnit(
        record=RecordType.PLANNING_REGION,
        key="0811",
        ars=None,
        ags=None,
        name="Region Stuttgart",
        population=None,
        level=UnitLevel.REGION,
        day=date(2023, 11, 30),
    )


def test_a_union_has_an_ars_of_nine_digits_and_no_ags() -> None:
    (unit,) = read_gv100ad(record("50", "07137", "5001", "Vordereifel", "").encode())
    assert (unit.ars, unit.ags, unit.population) == ("071375001", None, None)


def test_the_keys_of_a_directory_are_those_of_all_records_as_of_its_latest_day() -> None:
    lines = [
        record("30", "0811", "", "Region Stuttgart", ""),
        record("50", "07137", "5001", "Vordereifel", ""),
        record(day="20231231"),
    ]
    keys = official_keys(read_gv100ad("\n".join(lines).encode()), title="Liste")
    assert keys is not None
    assert (keys.day, keys.title) == (date(2023, 12, 31), "Liste")
    assert keys.keys == {"0811", "071375001", "071370068068", "07137068"}


def test_a_directory_without_a_record_has_no_keys() -> None:
    assert official_keys(()) is None


OUTSIDE = {
    "Küstengewässer einschl. Anteil am Festlandsockel",
    "Gemeinsames deutsch-luxemburgisches Hoheitsgebiet",
}
"""What lies in no district; two records each."""


@pytest.fixture(scope="module")
def official(shared: Path) -> tuple[OfficialUnit, ...]:
    return read_gv100ad((shared / "gv100ad" / "GV100AD_301123.txt").read_bytes())


@pytest.fixture(scope="module")
def expected(shared: Path) -> dict:
    return json.loads((shared / "gv100ad" / "EXPECTED.json").read_text(encoding="utf-8"))


def test_every_record_of_the_official_file_is_read_with_its_sums(
    official: tuple[OfficialUnit, ...], expected: dict
) -> None:
    assert len(official) == expected["records"] == 16035
    assert Counter(unit.record.value for unit in official) == expected["records_by_satzart"]
    towns = [unit for unit in official if unit.record is RecordType.MUNICIPALITY]
    assert sum(unit.population or 0 for unit in towns) == expected["population_total"] == 84358845
    assert sum(unit.population == 0 for unit in towns) == expected["zero_population"]
    by_land: Counter[str] = Counter()
    for unit in towns:
        by_land[unit.key[:2]] += unit.population or 0
    assert by_land == expected["population_by_land"]


def test_the_samples_of_the_official_file_are_exact(
    official: tuple[OfficialUnit, ...], expected: dict
) -> None:
    towns = {unit.ags: unit for unit in official if unit.record is RecordType.MUNICIPALITY}
    assert len(expected["samples"]) > 10
    for sample in expected["samples"]:
        town = towns[sample["ags"]]
        assert (town.ars, town.name, town.population) == (sample["ars"], sample["name"], sample["bev"])
    # Ahrweiler and Bautzen, as the statistical office gives them.
    for district, number, people in (("07131", 74, 128161), ("14625", 57, 297711)):
        held = [town.population or 0 for town in towns.values() if contains(district, town.ags or "")]
        assert (len(held), sum(held)) == (number, people)


def test_the_functions_on_keys_hold_for_every_official_record(official: tuple[OfficialUnit, ...]) -> None:
    lands = {unit.key: unit.name for unit in official if unit.record is RecordType.LAND}
    assert lands == {digits: name.de for digits, name in LAENDER.items()}
    districts = {unit.key for unit in official if unit.record is RecordType.DISTRICT}
    unions = {unit.key for unit in official if unit.record is RecordType.UNION}
    for unit in official:
        if unit.ars is None:
            assert unit.record is RecordType.PLANNING_REGION
            continue
        assert is_ars(unit.ars)
        assert unit.ags is None or is_ags(unit.ags)
        assert (ags_of(unit.ars), level_of(unit.ars)) == (unit.ags, unit.level.code)
        assert land_of(unit.ars) is LAENDER[unit.key[:2]]
        district = district_of(unit.ars)
        assert (district is None) == (len(unit.ars) < 5)
        assert district is None or district in districts or unit.name in OUTSIDE
        if unit.record is RecordType.MUNICIPALITY:
            assert unit.ars[:9] in unions
            assert contains(unit.ars[:9], unit.ars)


def test_every_official_record_makes_a_unit_that_loads(official: tuple[OfficialUnit, ...]) -> None:
    broken = [
        (unit.key, fault.code)
        for unit in official
        for fault in broken_by(
            AdministrativeUnit(id=UnitId("u"), name=unit.name, level=unit.level, ags=unit.ags, ars=unit.ars)
        )
    ]
    assert broken == []


def test_the_keys_of_the_official_file_know_each_of_its_units(official: tuple[OfficialUnit, ...]) -> None:
    keys = official_keys(official)
    assert keys is not None
    assert (keys.day, keys.title) == (date(2023, 11, 30), "Gemeindeverzeichnis GV100AD")
    assert [one.key for one in official if not keys.knows(one.key)] == []
    assert [one.ags for one in official if one.ags is not None and not keys.knows(one.ags)] == []
    assert keys.knows("07137069") is True  # Mendig lies in a union
    assert keys.nearest("071370069069") == next(one.ars for one in official if one.ags == "07137069")
    assert keys.knows("07199") is False
