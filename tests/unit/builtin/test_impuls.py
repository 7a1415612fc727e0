"""The i-mpuls-style CSV: two dialects, exact shares, a description of every column, reading back."""

from __future__ import annotations

import json
import pickle
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jmdexport.builtin._impuls_cells import DATA, MISSING, OFFICE, guard, needs_guard, number_cell, text_cell
from jmdexport.builtin._impuls_columns import FILES
from jmdexport.builtin.impuls import ImpulsFault, read_impuls, render
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import EMPTY, impuls_request

NAMES = ["work_time.csv", "activities_by_month.csv", "datapackage.json"]


def files(workspace: Workspace, **options: Any) -> dict[str, bytes]:
    return {one.name: one.data for one in render(impuls_request(workspace, **options))}


def package(made: dict[str, bytes]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(made["datapackage.json"])
    return told


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
        "\ufeffyear;area;label;minutes;hours;share_percent;activities\r\n"
        "2025;counselling;Beratung;90;1,50;66,7;1\r\n"
        "2025;case-management;Case Management;45;0,75;33,3;1\r\n"
    )
    assert made["activities_by_month.csv"].decode() == (
        "\ufeffyear;month;area;activities;minutes\r\n2025;1;counselling;1;90\r\n2025;2;case-management;1;45\r\n"
    )


def test_the_dialect_of_data_is_what_a_program_reads() -> None:
    made = files(working(90, 45), dialect="data")
    assert made["work_time.csv"].decode() == (
        "year,area,label,minutes,hours,share_percent,activities\n"
        "2025,counselling,Beratung,90,1.50,66.7,1\n"
        "2025,case-management,Case Management,45,0.75,33.3,1\n"
    )


def test_labels_follow_the_language_and_codes_do_not() -> None:
    assert (
        "2025,counselling,counselling,90"
        in files(working(90), dialect="data", language="en")["work_time.csv"].decode()
    )


def test_how_many_people_were_reached_stands_nowhere() -> None:
    made = files(working(90))
    assert all("people" not in data.decode() and "Personen" not in data.decode() for data in made.values())


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
    assert made["work_time.csv"].decode().splitlines()[1] == "2025,counselling,Beratung,.,.,60.0,."
    assert package(made)["jmd"]["notes"][0]["de"] == (
        "Für 2025 sind keine Arbeitszeiten erfasst; die Anteile hat das Team angegeben."
    )
    assert read_impuls(made).work[0].minutes is None
    assert read_impuls(made).months == ()


def test_declared_shares_that_do_not_add_up_stay_as_they_are_and_it_is_said() -> None:
    made = files(declared("60.25", "36.25"), decimals=0)
    assert shares(made) == [Fraction("60.25"), Fraction("36.25")]
    notes = [note["de"] for note in package(made)["jmd"]["notes"]]
    assert any("96,50 und nicht 100 Prozent" in note for note in notes)
    assert any("mehr Nachkommastellen als verlangt: 2." in note for note in notes)


def test_a_year_without_work_gives_no_rows_and_the_reason() -> None:
    made = files(EMPTY)
    assert read_impuls(made).work == ()
    assert made["work_time.csv"].decode().count("\r\n") == 1
    assert [note["de"] for note in package(made)["jmd"]["notes"]] == [
        "Für 2025 sind weder Arbeitszeiten noch Anteile eingetragen."
    ]


def test_the_public_gets_no_rows_and_the_reason() -> None:
    made = files(working(90), audience=Audience.PUBLIC)
    assert read_impuls(made).work == ()
    assert "Diese Fassung enthält keine Angaben" in package(made)["jmd"]["notes"][0]["de"]


# The description


@pytest.mark.parametrize(("dialect", "delimiter", "point"), [("office", ";", ","), ("data", ",", ".")])
def test_the_description_tells_every_column_and_the_dialect(dialect: str, delimiter: str, point: str) -> None:
    made = files(working(90), dialect=dialect)
    told = package(made)
    assert [resource["path"] for resource in told["resources"]] == NAMES[:2]
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
    assert (told["jmd"]["format"], told["jmd"]["format_version"]) == ("jmd-i-mpuls-style", "1.0")
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
    head = "year;area;label;minutes;hours;share_percent;activities\r\n"
    rows = (
        "2025;councelling;Beratung;90;1,50;66,7;1\r\n"
        "2025;network;Netz;neunzig;1.50;101;\r\n"
        "2025;network;Netz;90;1,50;66,7\r\n"
        "2025;opening;.;90;1,50;66,7;1\r\n"
        "2025;other;Sonst;90;1,50;66,7;1\r\n"
        "2025;other;Sonst;90;1,50;66,7;1\r\n"
    )
    with pytest.raises(ImpulsFault) as caught:
        read_impuls(
            {"work_time.csv": (head + rows).encode(), "activities_by_month.csv": b"year;monht;area\r\n"}
        )
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


def test_a_missing_file_is_told_by_name() -> None:
    with pytest.raises(ImpulsFault, match=r"activities_by_month\.csv: The file is missing"):
        read_impuls({"work_time.csv": files(EMPTY)["work_time.csv"]})


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x81", b'"', b"\x00", b"year;" * 50_000, b"9" * 200_000])
def test_bytes_of_any_kind_give_a_told_fault_and_nothing_else(data: bytes) -> None:
    with pytest.raises(ImpulsFault):
        read_impuls({file.name: data for file in FILES})


# Cells


def corpus(shared: Path) -> list[dict[str, str]]:
    cells: list[dict[str, str]] = json.loads(
        (shared / "corpora" / "own" / "formula_cells.json").read_text(encoding="utf-8")
    )
    assert cells
    return cells


def test_each_cell_that_a_spreadsheet_would_run_is_guarded(shared: Path) -> None:
    run = [cell["text"] for cell in corpus(shared) if cell["kind"] == "formula"]
    assert [text for text in run if not guard(text).startswith("'")] == []


def test_each_benign_cell_stays_as_it_is(shared: Path) -> None:
    benign = [cell["text"] for cell in corpus(shared) if cell["kind"] != "formula"]
    assert [text for text in benign if guard(text) != text] == []


@pytest.mark.parametrize(
    "text",
    ["-1-1", "+A1", "-SUM(A1)", "@A1:B2", "+1/2", "-1*2", "=", "Haus,=1+1", "+49-1", "-Haus!A1", "@x|y"],
)
def test_what_could_be_worked_out_is_guarded(text: str) -> None:
    assert needs_guard(text)


@pytest.mark.parametrize(
    "text", ["", "-", "Haus", "Haus = Heim", "a+b", "3-4", "01067", "1E5", "-5", "+49 341 1"]
)
def test_what_only_looks_like_a_formula_is_not_guarded(text: str) -> None:
    assert not needs_guard(text)


def test_only_the_dialect_of_offices_guards() -> None:
    assert text_cell("=1+1", OFFICE) == "'=1+1"
    assert text_cell("=1+1", DATA) == "=1+1"


def test_a_text_that_is_the_mark_of_a_missing_value_is_told_apart() -> None:
    assert text_cell(None, OFFICE) == "."
    assert text_cell(".", OFFICE) == "'."


@pytest.mark.parametrize(
    ("number", "decimals", "office", "data"),
    [
        (0, 0, "0", "0"),
        (1234567, 0, "1234567", "1234567"),
        (Fraction(-5, 2), 1, "-2,5", "-2.5"),
        (None, 2, ".", "."),
    ],
)
def test_numbers_are_typed_and_never_guarded(
    number: int | Fraction | None, decimals: int, office: str, data: str
) -> None:
    assert number_cell(number, OFFICE, decimals=decimals) == office
    assert number_cell(number, DATA, decimals=decimals) == data
