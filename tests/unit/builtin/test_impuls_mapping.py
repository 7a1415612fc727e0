"""A mapping gives columns and codes an office's own names; what was written with it reads back the same."""

from __future__ import annotations

import json
import pickle
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from jmdexport.builtin._impuls_files import FILES
from jmdexport.builtin._impuls_mapping import NONE, ImpulsMapping, mapping_of, read_mapping
from jmdexport.builtin.impuls import ImpulsFault, ImpulsOptions, MappingFault, read_impuls, render
from jmdexport.cli import jmd
from jmdexport.options import build
from jmdmodel.entities.event import SpaceEvent
from jmdmodel.vocabulary import EventTheme, WorkArea
from tests.unit.builtin._build import impuls_request
from tests.unit.builtin.test_impuls import working

OFFICE_NAMES = """\
columns:
  year: Jahr
  event_themes: Themen der Veranstaltung
files:
  work_time:
    year: Berichtsjahr
    area: Bereich
codes:
  area:
    counselling: "01"
    case-management: 02
  event_themes:
    leisure: FZ
"""
EVENT = SpaceEvent(
    id="fest", title="Fest", day=date(2025, 3, 1), themes=(EventTheme.LEISURE, EventTheme.ENCOUNTER)
)
WORKSPACE = working(90, 45).with_entities(EVENT)


def written(mapping: str = OFFICE_NAMES, dialect: str = "office") -> dict[str, bytes]:
    request = impuls_request(WORKSPACE, mapping=mapping, dialect=dialect)
    return {one.name: one.data for one in render(request)}


def head(made: dict[str, bytes], name: str) -> str:
    return made[name].decode("utf-8-sig").splitlines()[0]


def faults_of(text: str) -> list[tuple[int, str | None, str]]:
    with pytest.raises(MappingFault) as caught:
        read_mapping(text, name="amt.yaml")
    assert all(fault.file == "amt.yaml" for fault in caught.value.faults)
    return [(fault.line, fault.near, fault.what.in_("de")) for fault in caught.value.faults]


def test_columns_and_codes_have_the_names_of_the_mapping() -> None:
    made = written()
    assert head(made, "work_time.csv").startswith("Berichtsjahr;Bereich;label;minutes")
    assert head(made, "activities_by_month.csv") == "Jahr;month;area;activities;minutes"
    lines = made["work_time.csv"].decode("utf-8-sig").splitlines()
    assert [line[:8] for line in lines[1:]] == ["2025;01;", "2025;02;"]
    assert "FZ encounter" in made["events.csv"].decode()


@pytest.mark.parametrize("dialect", ["office", "data"])
def test_what_was_written_with_a_mapping_reads_back_to_the_same_values(dialect: str) -> None:
    assert read_impuls(written(dialect=dialect)) == read_impuls(written("", dialect=dialect))


def test_without_the_description_the_mapping_itself_is_enough() -> None:
    made = written()
    whole = read_impuls(made)
    del made["datapackage.json"]
    assert read_impuls(made, mapping=OFFICE_NAMES) == whole
    with pytest.raises(ImpulsFault, match="Berichtsjahr"):
        read_impuls(made)


def test_the_description_records_the_mapping_and_uses_its_names() -> None:
    told = json.loads(written()["datapackage.json"])
    assert told["jmd"]["mapping"]["codes"]["area"] == {"counselling": "01", "case-management": "02"}
    assert mapping_of(told["jmd"]["mapping"], name="x") == read_mapping(OFFICE_NAMES)
    work = told["resources"][0]["schema"]
    assert work["primaryKey"] == ["Berichtsjahr", "Bereich"]
    area = work["fields"][1]
    assert (area["name"], area["identifier"], area["constraints"]["enum"][:3]) == (
        "Bereich",
        "area",
        ["01", "02", "group-offers"],
    )
    assert area["labels"]["01"] == "Beratung"


def test_json_is_a_mapping_too_and_nothing_is_none() -> None:
    assert read_mapping('{"columns": {"year": "Jahr"}}') == read_mapping("columns:\n  year: Jahr")
    assert read_mapping(" \n") == NONE == ImpulsMapping()


def test_a_name_that_stays_as_it_is_changes_nothing() -> None:
    assert read_mapping("columns: {year: year}\ncodes: {area: {other: other}}") == NONE


def test_codes_may_be_exchanged_for_one_another() -> None:
    swapped = read_mapping("codes: {area: {counselling: other, other: counselling}}")
    assert swapped.codes["area"] == {"counselling": "other", "other": "counselling"}
    made = written("codes: {area: {counselling: other, other: counselling}}")
    assert read_impuls(made).work[0].area is WorkArea.COUNSELLING


def test_all_faults_are_told_at_once_with_line_and_nearest_name() -> None:
    text = """\
colums:
  year: Jahr
columns:
  yaer: Jahr
  month: "=Monat"
  day: "a;b"
  label: [x]
files:
  work_tme: {year: Jahr}
  work_time: {hour: Stunden}
codes:
  areas: {other: x}
  area:
    councelling: x
    network: zwei Wörter
    opening: ""
    parents: courses
"""
    assert [(line, near) for line, near, _ in faults_of(text)] == [
        (1, "columns"),
        (4, "year"),
        (5, None),
        (6, None),
        (7, None),
        (9, "work_time"),
        (10, "hours"),
        (12, "area"),
        (14, "counselling"),
        (15, None),
        (16, None),
        (17, None),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- a", 1),
        ("text", 1),
        ("columns: x", 1),
        ("columns:\n  year: Jahr\n  year: Jahr", 3),
        ("columns:\n\tyear: x", 2),
        ("{", 1),
        ("columns: &a {year: x}", 1),
        ("\x00", 1),
        ("columns: {year: month}", 1),
        ("files: {events: {year: day}}", 1),
    ],
)
def test_what_is_no_mapping_is_refused_with_its_line(text: str, line: int) -> None:
    assert line in {found for found, _, _ in faults_of(text)}


def test_two_columns_of_one_file_never_get_the_same_name() -> None:
    assert faults_of("columns: {year: Jahr, month: Jahr}") == [
        (1, None, "In „activities_by_month.csv“ hießen zwei Spalten „Jahr“.")
    ]
    assert read_mapping("columns: {month: Zeit, day: Zeit}").columns["events"] == {"day": "Zeit"}


def test_the_faults_are_told_before_anything_is_made_and_travel_to_other_processes() -> None:
    with pytest.raises(MappingFault, match=r"mapping:1: There is no column") as caught:
        build(ImpulsOptions, {"mapping": "columns: {yaer: Jahr}"})
    assert "Gemeint ist vielleicht „year“" in caught.value.in_("de")
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults


def test_every_column_can_be_renamed() -> None:
    names = sorted({name for file in FILES for name in file.names})
    text = "columns:\n" + "".join(f"  {name}: Spalte {place}\n" for place, name in enumerate(names))
    assert read_impuls(written(text)) == read_impuls(written(""))


def test_the_command_line_takes_the_mapping_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "amt.yaml").write_bytes(b"\xef\xbb\xbf" + OFFICE_NAMES.encode())
    assert CliRunner().invoke(jmd, ["demo", str(tmp_path / "demo")]).exit_code == 0
    words = ["export", str(tmp_path / "demo" / "workspace.yaml"), "impuls-csv", "-o", str(tmp_path / "out")]
    words += ["--on", "2026-01-31"]
    done = CliRunner().invoke(jmd, [*words, "-O", f"mapping=@{tmp_path / 'amt.yaml'}"])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / "work_time.csv").read_bytes().startswith(b"\xef\xbb\xbfBerichtsjahr;")
    for value, told in (
        (f"@{tmp_path / 'nirgends.yaml'}", "nirgends.yaml"),
        (f"@{tmp_path / 'out' / 'bild'}", "UTF-8"),
        ("@@x", "mapping:1"),
    ):
        (tmp_path / "out" / "bild").write_bytes(b"\xff\xfe\x00")
        refused = CliRunner().invoke(jmd, [*words, "-O", f"mapping={value}"])
        assert refused.exit_code != 0
        assert told in refused.output
