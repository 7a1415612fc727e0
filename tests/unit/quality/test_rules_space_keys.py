"""Boundaries of the rule on official keys: what a list can tell, and what it is not asked."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from jmdmodel.areas import OfficialKeys
from jmdmodel.entities.review import Waiver
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import LANGUAGES
from jmdmodel.period import Period
from jmdmodel.quality import Settings, as_json, as_text, check, phrase
from jmdmodel.quality.examples import example_directory
from jmdmodel.vocabulary import UnitLevel
from tests.unit.quality._build import ON, value, workspace

DAY = date(2025, 12, 31)
KEYS = OfficialKeys(
    keys={"07", "072", "0811", "07131", "07137", "071375001", "071375001068", "071310007007"}, day=DAY
)
ALONE = Settings.of(select=["S121"])


def unit(identifier: str, level: UnitLevel, **others: Any) -> AdministrativeUnit:
    return AdministrativeUnit(id=identifier, name=identifier.title(), level=level, **others)


def town(identifier: str = "stadt", **others: Any) -> AdministrativeUnit:
    return unit(identifier, UnitLevel.MUNICIPALITY, **others)


def ask(*units: AdministrativeUnit, directory: OfficialKeys | None = KEYS) -> list[Finding]:
    return [*check(workspace(*units), on=ON, settings=ALONE, strict=True, directory=directory)]


@pytest.mark.parametrize("directory", [None, OfficialKeys(keys=(), day=DAY)], ids=["none", "empty"])
def test_without_a_list_or_with_an_empty_one_the_rule_is_not_asked(directory: OfficialKeys | None) -> None:
    asked = workspace(town(ags="07137999"))
    found = check(asked, on=ON, settings=ALONE, directory=directory)
    assert (found.found, found.checked, found.passed, found.not_asked) == ((), (), (), ("S121",))


def test_with_a_list_the_rule_is_asked_and_can_pass() -> None:
    found = check(workspace(town(ags="07137068")), on=ON, settings=ALONE, directory=KEYS)
    assert (found.checked, found.passed, found.not_asked) == (("S121",), ("S121",), ())


def test_a_rule_that_is_left_out_is_not_one_that_lacks_a_list() -> None:
    assert check(workspace(), on=ON, settings=Settings.of(ignore=["S121"])).not_asked == ()


def test_what_was_not_asked_is_told_apart_from_what_passed() -> None:
    found = check(workspace(), on=ON, settings=ALONE)
    told = as_text(found, passed=True)
    assert "Nicht geprüft, weil kein Gemeindeverzeichnis angegeben ist\n  official-key-unknown (S121)" in told
    assert "S121" not in as_text(found)
    assert '"not_asked": [\n    "S121"\n  ]' in as_json(found)


def test_a_waiver_of_a_rule_that_was_not_asked_is_not_called_unused() -> None:
    waiver = Waiver(id="w", rule="S121", subject=Ref("units", "stadt"), reason="Besprochen.", until=ON)
    asked = workspace(town(ags="07137999"), waiver)
    settings = Settings.of(select=["S121", "D905"])
    assert [one.code for one in check(asked, on=ON, settings=settings)] == []
    with_list = check(asked, on=ON, settings=settings, directory=KEYS)
    assert ([*with_list], [part.finding.code for part in with_list.waived]) == ([], ["S121"])


@pytest.mark.parametrize(
    "known",
    [
        town(ags="07137068"),
        town(ars="071375001068"),
        town(ags="07137068", ars="071375001068"),
        town(ags="07137"),  # a town that is a district of its own
        unit("kreis", UnitLevel.DISTRICT, ars="07137"),
        unit("kreis", UnitLevel.DISTRICT, ars="071370000000", ags="07137000"),
        unit("land", UnitLevel.LAND, ags="07000000"),
        unit("region", UnitLevel.REGION, ags="07200000"),
        unit("region", UnitLevel.REGION, ags="08110"),  # a planning region has four digits
        unit("verband", UnitLevel.UNION, ars="071375001"),
        unit("verband", UnitLevel.UNION, ars="071375001000"),
    ],
    ids=lambda one: f"{one.level.code}-{one.ars or one.ags}",
)
def test_a_key_of_the_list_is_known_in_each_of_its_forms(known: AdministrativeUnit) -> None:
    assert ask(known) == []
    assert [one.field for one in ask(known, town("fremd", ars="099999999999"))] == ["ars"]


@pytest.mark.parametrize(
    ("field", "unknown"),
    [
        ("ags", town(ags="07137069")),
        ("ars", town(ars="071375001069")),
        ("ags", town(ags="07137000")),  # zeros of a municipality do not make it its district
        ("ags", unit("kreis", UnitLevel.DISTRICT, ags="07138000")),
        ("ars", unit("kreis", UnitLevel.DISTRICT, ars="07138")),
        ("ars", unit("land", UnitLevel.LAND, ars="08")),
        ("ags", unit("region", UnitLevel.REGION, ags="08120")),
        ("ars", unit("verband", UnitLevel.UNION, ars="071375002")),
    ],
)
def test_a_key_that_the_list_lacks_is_found_at_its_field(field: str, unknown: AdministrativeUnit) -> None:
    (one,) = ask(unknown)
    assert (one.subject, one.field) == (Ref("units", unknown.id), field)
    assert (value(one, "n"), value(one, "total")) == (1, 1)


@pytest.mark.parametrize(
    "free",
    [
        unit("viertel", UnitLevel.QUARTER, local_key="07137999"),
        unit("viertel", UnitLevel.QUARTER, ags="07137999"),  # of a village that is a part of the town now
        unit("gegend", UnitLevel.MUNICIPALITY, local_key="XY"),
        unit("verband", UnitLevel.UNION, ags="07137501"),  # no list has eight digits for a union
    ],
)
def test_keys_of_their_own_below_or_beside_the_official_ones_are_not_asked(free: AdministrativeUnit) -> None:
    assert ask(free) == []


def test_a_list_of_municipality_keys_alone_is_asked_only_for_those() -> None:
    ags = OfficialKeys(keys={"07137068"}, day=DAY)
    silent = (
        unit("verband", UnitLevel.UNION, ars="071379999"),
        unit("kreis", UnitLevel.DISTRICT, ars="07199"),
        town(ars="071370068068"),
    )
    assert ask(*silent, directory=ags) == []
    (one,) = ask(*silent, town("dorf", ars="071370069069"), directory=ags)
    assert (one.subject.id, value(one, "n"), value(one, "total")) == ("dorf", 1, 2)


def test_the_union_alone_may_be_wrong_and_the_new_one_is_named() -> None:
    (one,) = ask(town(ags="07137068", ars="071370068068"))
    assert (one.field, value(one, "keys").en) == ("ars", '"071370068068"')
    assert value(one, "near").en == ' Close to it: "071375001068" instead of "071370068068".'


@pytest.mark.parametrize(
    ("period", "is_asked"),
    [
        (Period(), True),
        (Period(until=DAY), True),
        (Period(until=date(2025, 12, 30)), False),
        (Period(since=DAY), True),
        (Period(since=date(2026, 1, 1)), False),
    ],
)
def test_only_units_that_exist_on_the_day_of_the_list_are_asked(period: Period, *, is_asked: bool) -> None:
    assert bool(ask(town(ags="07137999", period=period))) is is_asked


def test_many_unknown_keys_are_one_finding_that_counts_them() -> None:
    many = [town(f"ort-{n}", ags=f"0713790{n}", ars=f"07137000090{n}") for n in range(7)]
    (one,) = ask(*many, town(ags="07137068"))
    assert (len(one.others), value(one, "n"), value(one, "total")) == (6, 7, 8)
    for language in LANGUAGES:
        told = phrase(one, language).message
        assert "071370000900" in told
        assert re.search(r"\b3 (weitere|more)\b", told)
        assert ("31.12.2025" if language == "de" else "31 December 2025") in told
        assert "reform" in told


def test_a_key_is_near_only_if_no_other_one_is() -> None:
    known = OfficialKeys(keys={"07131", "07132", "07313"}, day=DAY)
    assert known.nearest("07312") == "07132"  # swapped, before what only differs
    assert known.nearest("07139") is None  # one digit from two keys
    assert known.nearest("07431") == "07131"
    assert OfficialKeys(keys={"07131"}, day=DAY).nearest("07131") is None  # nothing is near itself
    assert known.nearest("0713") is None
    assert OfficialKeys(keys=(), day=DAY).nearest("07131") is None


def test_a_key_that_another_unit_has_was_not_meant() -> None:
    known = OfficialKeys(keys={"07131"}, day=DAY)
    wrong = unit("kreis", UnitLevel.DISTRICT, ars="07139")
    (alone,) = ask(wrong, directory=known)
    assert value(alone, "near").de == " Nahe liegt: „07131“ statt „07139“."
    (beside,) = ask(wrong, unit("anderer", UnitLevel.DISTRICT, ags="07131"), directory=known)
    assert value(beside, "near").de == ""


def test_an_example_names_its_list_in_the_second_line_or_has_none() -> None:
    assert example_directory("# on: 2026-03-01\n# directory: 2025-12-31, 07137\nschema: 2\n") == OfficialKeys(
        keys={"07137"}, day=DAY
    )
    assert example_directory("# on: 2026-03-01\nschema: 2\n") is None
    assert example_directory("# on: 2026-03-01") is None
