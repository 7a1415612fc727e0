"""The real Frictionless validator accepts what the i-mpuls-style export writes, and refuses broken files."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

from jmdexport.builtin.impuls import render
from jmdexport.demo import load_example
from jmdmodel.privacy.counts import protected_counts
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import EMPTY, impuls_request
from tests.unit.builtin.test_impuls import declared, working

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own dependencies warn while they are imported
    from frictionless import Package, system


def errors_of(folder: Path) -> list[str]:
    with warnings.catch_warnings(), system.use_context(trusted=True):
        warnings.simplefilter("ignore")
        report = Package(str(folder / "datapackage.json")).validate()
    return [row[-1] for row in report.flatten(["type"])]


def written(folder: Path, workspace: Workspace, **options: Any) -> Path:
    for one in render(impuls_request(workspace, **options)):
        (folder / one.name).write_bytes(one.data)
    return folder


@pytest.mark.parametrize("dialect", ["office", "data"])
@pytest.mark.parametrize(
    "workspace", [EMPTY, working(90, 45, 7), declared("60", "40")], ids=["empty", "time", "declared"]
)
def test_the_validator_accepts_the_set(tmp_path: Path, workspace: Workspace, dialect: str) -> None:
    assert errors_of(written(tmp_path, workspace, dialect=dialect)) == []


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.REPORT, Audience.INTERNAL, Audience.PERSONAL])
@pytest.mark.parametrize("dialect", ["office", "data"])
def test_the_validator_accepts_the_whole_family_of_the_example(
    tmp_path: Path, audience: Audience, dialect: str
) -> None:
    workspace = load_example().workspace
    counts = None if audience < Audience.REPORT else protected_counts(workspace, year=2025, named=False)
    folder = written(tmp_path, workspace, audience=audience, dialect=dialect, counts=counts)
    assert errors_of(folder) == []


def test_the_validator_accepts_names_of_an_office(tmp_path: Path) -> None:
    mapping = (
        "columns: {year: Jahr, day: Tag}\ncodes: {area: {counselling: '01'}, event_roles: {attended: 'T.'}}"
    )
    workspace = load_example().workspace
    assert errors_of(written(tmp_path, workspace, mapping=mapping)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "kind"),
    [
        ("events.csv", b"17.10.2025", b"2025-10-17", "type-error"),
        ("events.csv", b"encounter coexistence", b"encounter coexistance", "constraint-error"),
        ("networks.csv", b";written-agreement;", b";writen-agreement;", "constraint-error"),
        ("case_counts.csv", b";446;1", b";446;.", "constraint-error"),
        ("case_counts.csv", b"figures;total", b"figures;counselling", "primary-key"),
    ],
)
def test_the_validator_knows_days_codes_lists_and_keys(
    tmp_path: Path, name: str, old: bytes, new: bytes, kind: str
) -> None:
    workspace = load_example().workspace
    counts = protected_counts(workspace, year=2025, named=False)
    table = written(tmp_path, workspace, counts=counts) / name
    assert old in table.read_bytes()
    table.write_bytes(table.read_bytes().replace(old, new, 1))
    assert errors_of(tmp_path) == [kind]


def test_the_validator_sees_the_columns_and_refuses_a_broken_number(tmp_path: Path) -> None:
    folder = written(tmp_path, working(90))
    table = folder / "work_time.csv"
    table.write_bytes(table.read_bytes().replace(b"1,50", b"1.50x"))
    assert errors_of(folder) == ["type-error"]
