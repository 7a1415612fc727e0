"""The i-mpuls-style CSV: two dialects, exact shares, a description of every column, reading back."""

from __future__ import annotations

import json
import pickle
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jmdexport.builtin._impuls_cells import MISSING
from jmdexport.builtin._impuls_files import FILES, USUAL
from jmdexport.builtin.impuls import ImpulsFault, ImpulsOptions, read_impuls, render
from jmdexport.errors import BadOption
from jmdexport.options import build
from jmdmodel.entities.event import SpaceEvent
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit
from jmdmodel.errors import StorageError
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import EMPTY, impuls_request

NAMES = [*(file.name for file in USUAL), "datapackage.json"]


def files(workspace: Workspace, **options: Any) -> dict[str, bytes]:
    return {one.name: one.data for one in render(impuls_request(workspace, **options))}


def package(made: dict[str, bytes]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(made["datapackage.json"])
    return told


def notes_of(made: dict[str, bytes], path: str | None) -> list[dict[str, str]]:
    return [note for note in package(made)["jmd"]["notes"] if note.get("path") == path]


def working(*minutes: int, year: int = 2025) -> Workspace:
    """Give a workspace with one activity an area, in the order of the areas."""
    pairs = zip(minutes, WorkArea, strict=False)
    return EMPTY.with_entities(
        *(
            Activity(id=f"a{area.step}", day=date(year, area.step, 3), minutes=spent, area=area, people=4)
            for spent, area in pairs
        )
    )


def declared(*percents: str) -> Workspace:
    shares = tuple(
        DeclaredShare(area=area, percent=Fraction(percent))
        for percent, area in zip(percents, WorkArea, strict=False)
    )
    return EMPTY.with_entities(WorkSplit(id="2025", shares=shares))


def shares(made: dict[str, bytes]) -> list[Fraction]:
    return [row.share_percent for row in read_impuls(made).work]


# The two dialects


def test_the_dialect_of_offices_is_what_a_german_spreadsheet_opens() -> None:
    made = files(working(90, 45))
    assert list(made) == NAMES
    assert made["work_time.csv"].decode() == (
        "\ufeffyear;area;label;minutes;hours;share_percent;activities;people\r\n"
        "2025;counselling;Beratung;90;1,50;66,7;1;.\r\n"
        "2025;case-management;Case Management;45;0,75;33,3;1;.\r\n"
    )
    assert made["activities_by_month.csv"].decode() == (
        "\ufeffyear;month;area;activities;minutes\r\n2025;1;counselling;1;90\r\n2025;2;case-management;1;45\r\n"
    )


def test_the_dialect_of_data_is_what_a_program_reads() -> None:
    made = files(working(90, 45), dialect="data")
    assert made["work_time.csv"].decode() == (
        "year,area,label,minutes,hours,share_percent,activities,people\n"
        "2025,counselling,Beratung,90,1.50,66.7,1,.\n"
        "2025,case-management,Case Management,45,0.75,33.3,1,.\n"
    )


def test_labels_follow_the_language_and_codes_do_not() -> None:
    assert (
        "2025,counselling,counselling,90"
        in files(working(90), dialect="data", language="en")["work_time.csv"].decode()
    )


def test_work_of_other_years_is_left_out() -> None:
    assert read_impuls(files(working(90, year=2024))).work == ()


# Shares


@pytest.mark.parametrize("decimals", range(7))
def test_shares_add_up_to_exactly_100_at_any_number_of_decimals(decimals: int) -> None:
    assert sum(shares(files(working(1, 1, 1, 7, 11, 13), decimals=decimals))) == 100


@pytest.mark.parametrize("decimals", range(4))
def test_declared_shares_of_100_still_add_up_when_they_are_rounded(decimals: int) -> None:
    made = files(declared("33.35", "33.35", "33.3"), decimals=decimals)
    assert sum(shares(made)) == 100
    assert package(made)["jmd"]["work_time_source"] == "declared"


def test_declared_shares_leave_time_missing_and_say_so() -> None:
    made = files(declared("60", "40"), dialect="data")
    assert made["work_time.csv"].decode().splitlines()[1] == "2025,counselling,Beratung,.,.,60.0,.,."
    assert package(made)["jmd"]["notes"][0]["text"] == (
        "Für 2025 sind keine Arbeitszeiten erfasst; die Anteile hat das Team angegeben."
    )
    assert read_impuls(made).work[0].minutes is None
    assert read_impuls(made).months == ()


def test_declared_shares_that_do_not_add_up_stay_as_they_are_and_it_is_said() -> None:
    made = files(declared("60.25", "36.25"), decimals=0)
    assert shares(made) == [Fraction("60.25"), Fraction("36.25")]
    notes = [note["text"] for note in package(made)["jmd"]["notes"]]
    assert any("96,50 und nicht 100 Prozent" in note for note in notes)
    assert any("mehr Nachkommastellen als verlangt: 2." in note for note in notes)


def test_a_year_without_work_gives_no_rows_and_the_reason() -> None:
    made = files(EMPTY)
    assert read_impuls(made).work == ()
    assert made["work_time.csv"].decode().count("\r\n") == 1
    assert [note["text"] for note in notes_of(made, "work_time.csv")] == [
        "Für 2025 sind weder Arbeitszeiten noch Anteile eingetragen."
    ]


def test_the_public_gets_no_rows_and_the_reason() -> None:
    made = files(working(90), audience=Audience.PUBLIC)
    assert read_impuls(made).work == ()
    assert "Diese Fassung enthält keine Angaben" in package(made)["jmd"]["notes"][0]["text"]


# The description


@pytest.mark.parametrize(("dialect", "delimiter", "point"), [("office", ";", ","), ("data", ",", ".")])
def test_the_description_tells_every_column_and_the_dialect(dialect: str, delimiter: str, point: str) -> None:
    made = files(working(90), dialect=dialect)
    told = package(made)
    assert [resource["path"] for resource in told["resources"]] == NAMES[:-1]
    for resource in told["resources"]:
        head = made[resource["path"]].decode(resource["encoding"]).splitlines()[0]
        fields = resource["schema"]["fields"]
        assert head.split(resource["dialect"]["delimiter"]) == [field["name"] for field in fields]
        assert resource["dialect"]["delimiter"] == delimiter
        assert resource["schema"]["missingValues"] == [MISSING]
        for field in fields:
            assert field["titles"]["de"]
            assert field["titles"]["en"]
            assert field["descriptions"]["de"] != field["descriptions"]["en"]
            assert field.get("decimalChar", point) == point


def test_the_description_claims_no_compatibility_and_names_our_own_format() -> None:
    told = package(files(working(90)))
    assert (told["jmd"]["format"], told["jmd"]["format_version"]) == ("jmd-i-mpuls-style", "2.0")
    assert "kein Importformat der Software i-mpuls" in told["description"]
    assert (told["jmd"]["year"], told["jmd"]["as_of"]) == (2025, "2026-01-31")


# Reading back


def test_both_dialects_read_back_to_equal_values() -> None:
    workspace = working(90, 45, 7)
    office, data = (read_impuls(files(workspace, dialect=name)) for name in ("office", "data"))
    assert office == data
    assert [row.minutes for row in office.work] == [90, 45, 7]
    assert office.doubts == ()


def test_a_file_in_cp1252_is_read_with_a_doubt() -> None:
    made = files(working(1, 1, 1, 1, 5))
    made["work_time.csv"] = made["work_time.csv"].decode("utf-8-sig").encode("cp1252")
    found = read_impuls(made)
    assert found.work[4].label == "Interkulturelle Öffnung"
    assert [doubt.in_("de") for doubt in found.doubts] == [
        "work_time.csv ist nicht in UTF-8 geschrieben und wurde als cp1252 gelesen; Umlaute sind zu prüfen."
    ]


def test_all_faults_of_all_files_are_told_at_once_with_their_places() -> None:
    made = files(EMPTY)
    head = "year;area;label;minutes;hours;share_percent;activities;people\r\n"
    rows = (
        "2025;councelling;Beratung;90;1,50;66,7;1;.\r\n"
        "2025;network;Netz;neunzig;1.50;101;;.\r\n"
        "2025;network;Netz;90;1,50;66,7\r\n"
        "2025;opening;.;90;1,50;66,7;1;.\r\n"
        "2025;other;Sonst;90;1,50;66,7;1;.\r\n"
        "2025;other;Sonst;90;1,50;66,7;1;.\r\n"
    )
    made |= {"work_time.csv": (head + rows).encode(), "activities_by_month.csv": b"year;monht;area\r\n"}
    with pytest.raises(ImpulsFault) as caught:
        read_impuls(made)
    found = [(fault.file, fault.line, fault.column, fault.near) for fault in caught.value.faults]
    assert found == [
        ("work_time.csv", 2, "area", "counselling"),
        ("work_time.csv", 3, "minutes", None),
        ("work_time.csv", 3, "hours", None),
        ("work_time.csv", 3, "share_percent", None),
        ("work_time.csv", 3, "activities", None),
        ("work_time.csv", 4, "", None),
        ("work_time.csv", 5, "label", None),
        ("work_time.csv", 7, "", None),
        ("activities_by_month.csv", 1, "", "month"),
        ("activities_by_month.csv", 1, "", None),
        ("activities_by_month.csv", 1, "", None),
        ("activities_by_month.csv", 1, "", None),
    ]
    assert "Gemeint ist vielleicht „counselling“" in caught.value.in_("de")
    assert 'work_time.csv:3 minutes: "neunzig" is no number' in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults


def test_a_fault_behind_a_text_of_several_lines_has_the_line_that_an_editor_shows() -> None:
    made = files(EMPTY, dialect="data")
    row = '2025,e,"Fest\nam\nFluss",2025-05-01,.,.,.,.,.,.,.,.\n2025,f,Fest,gestern,.,.,.,.,.,.,.,.\n'
    made["events.csv"] += row.encode()
    with pytest.raises(ImpulsFault, match=r"events\.csv:5 day"):
        read_impuls(made)


def test_a_missing_file_is_told_by_name() -> None:
    made = files(EMPTY)
    del made["events.csv"]
    with pytest.raises(ImpulsFault, match=r"events\.csv: The file is missing") as caught:
        read_impuls(made)
    assert len(caught.value.faults) == 1


def test_the_file_of_single_activities_may_be_missing() -> None:
    assert "activities.csv" not in files(EMPTY)
    assert read_impuls(files(EMPTY)).activities == ()


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x81", b'"', b"\x00", b"year;" * 50_000, b"9" * 200_000])
def test_bytes_of_any_kind_give_a_told_fault_and_nothing_else(data: bytes) -> None:
    with pytest.raises(ImpulsFault):
        read_impuls({file.name: data for file in FILES})


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"jmd": 1}',
        b'{"jmd": {"format": "jmd-i-mpuls-style", "format_version": "3.0"}}',
        b'{"jmd": {"format": "another", "format_version": "2.0"}}',
        b'{"jmd": {"format": "jmd-i-mpuls-style", "format_version": "2.0", "mapping": {"colums": {}}}}',
        b"[" * 100_000,
    ],
)
def test_a_description_that_is_none_is_told_and_nothing_else(told: bytes) -> None:
    made = files(working(90)) | {"datapackage.json": told}
    with pytest.raises(ImpulsFault, match=r"datapackage\.json"):
        read_impuls(made)


def test_without_a_description_the_tables_are_read_all_the_same() -> None:
    made = files(working(90))
    whole = read_impuls(made)
    del made["datapackage.json"]
    assert read_impuls(made) == whole


def test_a_folder_is_read_like_its_files(tmp_path: Path) -> None:
    made = files(working(90, 45))
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "readme.txt").write_bytes(b"\x00")
    assert read_impuls(tmp_path) == read_impuls(str(tmp_path)) == read_impuls(made)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        read_impuls(tmp_path / "nirgends")


def test_files_of_version_1_are_read_and_it_is_said() -> None:
    old = {
        "work_time.csv": (
            "\ufeffyear;area;label;minutes;hours;share_percent;activities\r\n"
            "2025;counselling;Beratung;90;1,50;100,0;1\r\n"
        ).encode(),
        "activities_by_month.csv": b"year;month;area;activities;minutes\r\n2025;1;counselling;1;90\r\n",
        "datapackage.json": b'{"jmd": {"format": "jmd-i-mpuls-style", "format_version": "1.0"}}',
    }
    found = read_impuls(old)
    assert [(row.area, row.minutes, row.people) for row in found.work] == [(WorkArea.COUNSELLING, 90, None)]
    assert [row.minutes for row in found.months] == [90]
    assert [doubt.in_("de") for doubt in found.doubts] == [
        "Die Dateien haben die Fassung 1; sie enthält nur Arbeitszeit und Monate."
    ]


# Days and decimals


def test_days_are_written_as_they_are_asked_for() -> None:
    workspace = EMPTY.with_entities(SpaceEvent(id="fest", title="Fest", day=date(2025, 3, 1)))
    for options, written in (
        ({}, "01.03.2025"),
        ({"days": "iso"}, "2025-03-01"),
        ({"dialect": "data"}, "2025-03-01"),
    ):
        made = files(workspace, **options)
        assert written in made["events.csv"].decode()
        assert read_impuls(made).events[0].day == date(2025, 3, 1)


def test_the_dialect_of_data_has_iso_days_alone() -> None:
    with pytest.raises(BadOption):
        build(ImpulsOptions, {"dialect": "data", "days": "german"})


def test_declared_shares_without_an_end_are_cut_and_it_is_said() -> None:
    made = files(declared("1/3", "1/3"))
    assert {row.share_percent for row in read_impuls(made).work} == {Fraction(333333333333, 10**12)}
    assert "auf 12 Stellen gerundet" in notes_of(made, "work_time.csv")[1]["text"]
