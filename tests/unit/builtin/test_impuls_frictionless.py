"""The real Frictionless validator accepts what the i-mpuls-style export writes, and refuses broken files."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

from jmdexport.builtin.impuls import render
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


def test_the_validator_sees_the_columns_and_refuses_a_broken_number(tmp_path: Path) -> None:
    folder = written(tmp_path, working(90))
    table = folder / "work_time.csv"
    table.write_bytes(table.read_bytes().replace(b"1,50", b"1.50x"))
    assert errors_of(folder) == ["type-error"]
