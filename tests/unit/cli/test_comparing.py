"""``jmd diff``: what changed between two years."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.demo import example_bytes, load_example, starter_bytes
from jmdmodel.analysis.comparison import compare


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "workspace.yaml"
    path.write_bytes(example_bytes())
    return path


def diff(*args: object) -> Result:
    return CliRunner().invoke(jmd, ["diff", *(str(arg) for arg in args)])


def test_the_last_two_maps_are_compared_when_no_year_is_given(example: Path) -> None:
    result = diff(example, "--on", "2026-01-31")
    assert result.exit_code == 0
    assert result.stdout == diff(example, 2024, 2025).stdout
    title, _, first, *_ = result.stdout.splitlines()
    assert title == "Netzwerkkarte 2025 (Stand 31.12.2025) gegenüber 2024 (Stand 31.12.2024)"
    assert first == "- " + compare(load_example().workspace, 2024, 2025).sentences("de")[0]


def test_years_given_the_other_way_round_tell_the_same_and_mirror_the_tables(example: Path) -> None:
    there = diff(example, 2023, 2025, "--language", "en")
    assert there.stdout == diff(example, 2025, 2023, "--language", "en").stdout
    data = json.loads(diff(example, 2025, 2023, "--output-format", "json").stdout)
    assert (data["earlier"], data["later"]) == (2025, 2023)


def test_json_holds_sentences_and_every_table_with_plain_cells(example: Path) -> None:
    data = json.loads(diff(example, 2024, 2025, "--output-format", "json").stdout)
    found = compare(load_example().workspace, 2024, 2025)
    assert data["version"] == 1
    assert data["sentences"] == list(found.sentences("de"))
    assert {name: len(rows) for name, rows in data["tables"].items()} == {
        table.name: len(table.rows) for table in found.tables()
    }


def test_one_year_alone_is_refused(example: Path) -> None:
    result = diff(example, 2025)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Anzugeben sind zwei Jahre oder gar keines; "
        "dann werden die beiden letzten Netzwerkkarten verglichen.\n"
    )


def test_a_year_without_a_map_is_told_with_those_that_have_one(example: Path) -> None:
    result = diff(example, 2020, 2025)
    assert result.exit_code == 2
    assert "2023, 2024, 2025" in result.stderr


def test_with_one_map_up_to_the_date_there_is_nothing_to_compare(example: Path) -> None:
    result = diff(example, "--on", "2024-12-30", "--language", "en")
    assert result.exit_code == 2
    assert "up to 30 December 2024 the workspace has: 2023." in result.stderr


def test_a_starter_without_two_maps_says_so(tmp_path: Path) -> None:
    path = tmp_path / "starter.yaml"
    path.write_bytes(starter_bytes())
    assert diff(path, "--on", "2000-01-01").exit_code == 2


def test_an_output_file_is_written_and_the_public_is_no_audience(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "diff.txt"
    assert diff(example, 2024, 2025, "-o", out).exit_code == 0
    assert out.read_text("utf-8") == diff(example, 2024, 2025).stdout
    assert diff(example, 2024, 2025, "--audience", "public").exit_code == 2
