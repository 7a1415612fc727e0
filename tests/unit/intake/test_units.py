"""Completing units from the official directory: what is filled in, and what is left as a doubt."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from jmdmodel.codec.validation import validate
from jmdmodel.entities import AdministrativeUnit, Population
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.intake import OfficialUnit, complete_units, read_gv100ad
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import UnitLevel

DAY = date(2022, 12, 31)


@pytest.fixture(scope="module")
def official(shared: Path) -> tuple[OfficialUnit, ...]:
    return read_gv100ad((shared / "gv100ad" / "GV100AD_301123.txt").read_bytes())


def unit(level: UnitLevel, **values: object) -> AdministrativeUnit:
    return AdministrativeUnit(id="u", level=level, **{"name": "u", **values})  # type: ignore[arg-type]


def completed(one: AdministrativeUnit, official: tuple[OfficialUnit, ...]) -> AdministrativeUnit:
    found = complete_units(minimal(one), official, day=DAY)
    assert (found.completed, found.doubts) == ((Ref("units", "u"),), ())
    assert validate(found.workspace) == ()
    return found.workspace.units["u"]


def test_a_municipality_gets_name_second_key_and_population(official: tuple[OfficialUnit, ...]) -> None:
    made = completed(unit(UnitLevel.MUNICIPALITY, ags="07137068"), official)
    assert (made.name, made.ars) == ("Mayen, Stadt", "071370068068")
    (population,) = made.populations
    assert (population.day, population.source) == (DAY, "Gemeindeverzeichnis GV100AD")
    assert population.count == next(one.population for one in official if one.ags == "07137068")


@pytest.mark.parametrize(
    ("level", "keys", "within"),
    [
        (UnitLevel.LAND, {"ars": "07"}, "07"),
        (UnitLevel.DISTRICT, {"ars": "07137"}, "07137"),
        (UnitLevel.DISTRICT, {"ags": "07137000"}, "07137"),
        (UnitLevel.DISTRICT, {"ags": "14730000"}, "14730"),
        (UnitLevel.LAND, {"ags": "10000000"}, "10"),
        (UnitLevel.UNION, {"ars": "071375001"}, "071375001"),
    ],
)
def test_above_a_municipality_the_population_is_the_sum_of_what_lies_within(
    level: UnitLevel, keys: dict[str, str], within: str, official: tuple[OfficialUnit, ...]
) -> None:
    made = completed(unit(level, **keys), official)
    counted = [one.population or 0 for one in official if one.ars and one.ars.startswith(within)]
    assert made.populations[0].count == sum(counted) > 0


def test_the_populations_of_the_laender_add_up_to_the_whole(
    official: tuple[OfficialUnit, ...], shared: Path
) -> None:
    laender = [
        AdministrativeUnit(id=f"l-{n}", name=f"{n:02}", level=UnitLevel.LAND, ars=f"{n:02}")
        for n in range(1, 17)
    ]
    found = complete_units(minimal(*laender), official, day=DAY)
    assert found.doubts == ()
    total = sum(one.populations[0].count for one in found.workspace.units)
    expected = json.loads((shared / "gv100ad" / "EXPECTED.json").read_text(encoding="utf-8"))
    assert total == expected["population_total"]
    assert found.workspace.units["l-7"].name == "Rheinland-Pfalz"


@pytest.mark.parametrize("name", ["Mayen", "Mayen, Stadt"])
def test_a_name_in_its_short_form_is_no_doubt(name: str, official: tuple[OfficialUnit, ...]) -> None:
    assert completed(unit(UnitLevel.MUNICIPALITY, ags="07137068", name=name), official).name == name


def test_what_the_workspace_says_stands_and_is_told_as_a_doubt(official: tuple[OfficialUnit, ...]) -> None:
    own = (Population(day=DAY, count=1),)
    mine = unit(UnitLevel.MUNICIPALITY, ags="07137068", ars="071370068068", name="Majen", populations=own)
    found = complete_units(minimal(mine), official, day=DAY)
    assert found.workspace.units["u"] == mine
    assert [(doubt.subject, doubt.field) for doubt in found.doubts] == [
        (Ref("units", "u"), "name"),
        (Ref("units", "u"), "populations"),
    ]
    assert found.doubts[0].what.in_("de") == (
        "Im Gemeindeverzeichnis heißt das Gebiet „Mayen, Stadt“, hier „Majen“."
    )
    assert "31.12.2022 nennt das Gemeindeverzeichnis" in found.doubts[1].what.in_("de")


def test_the_population_of_another_day_is_added_beside_the_older_one(
    official: tuple[OfficialUnit, ...],
) -> None:
    older = Population(day=date(2021, 12, 31), count=1)
    mine = unit(UnitLevel.MUNICIPALITY, ags="07137068", populations=(older,))
    made = complete_units(minimal(mine), official, day=DAY).workspace.units["u"]
    assert [one.day for one in made.populations] == [older.day, DAY]
    again = complete_units(minimal(made), official, day=DAY)
    assert (again.completed, again.doubts, again.workspace.units["u"]) == ((), (), made)


def test_a_key_that_the_directory_does_not_know_is_a_doubt(official: tuple[OfficialUnit, ...]) -> None:
    mine = minimal(unit(UnitLevel.MUNICIPALITY, ags="07137999"))
    found = complete_units(mine, official, day=DAY)
    assert (found.workspace, [doubt.field for doubt in found.doubts]) == (mine, ["ags"])


def test_a_key_of_another_level_is_a_doubt(official: tuple[OfficialUnit, ...]) -> None:
    found = complete_units(minimal(unit(UnitLevel.MUNICIPALITY, ars="07137")), official, day=DAY)
    (doubt,) = found.doubts
    assert (doubt.field, doubt.what.in_("de")) == (
        "ars",
        "Der Schlüssel „07137“ steht im Gemeindeverzeichnis nicht für die Ebene Gemeinde.",
    )


def test_quarters_and_units_without_a_key_are_left_alone() -> None:
    mine = minimal(unit(UnitLevel.QUARTER, local_key="1", ags="07137068"))
    found = complete_units(mine, (), day=DAY)
    assert (found.workspace, found.completed, found.doubts) == (mine, (), ())


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ModelError):
        complete_units(minimal(), (), day="2022-12-31")  # type: ignore[arg-type]
