"""The real Frictionless validator accepts the tables, and refuses a set in which something is broken."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

from jmdexport.demo import load_example
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.workspace import Workspace
from tests.unit.builtin._tables import made

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own dependencies warn while they are imported
    from frictionless import Package, system


def errors_of(folder: Path, workspace: Workspace, **options: Any) -> tuple[list[str], int]:
    """Write the set, with one text changed where asked; give what the validator says and saw."""
    change = options.pop("change", ("", ""))
    (folder / "tables").mkdir()
    for one in made(workspace, ".csv", **options).values():
        text = one.data.decode()
        (folder / one.name).write_text(text.replace(*change) if change[0] else text, "utf-8", newline="")
    with warnings.catch_warnings(), system.use_context(trusted=True):
        warnings.simplefilter("ignore")
        report = Package(str(folder / "tables" / "datapackage.json")).validate()
    return [row[-1] for row in report.flatten(["type"])], len(report.tasks)


@pytest.mark.parametrize("dialect", ["office", "data"])
@pytest.mark.parametrize(("audience", "tables"), [(Audience.PUBLIC, 28), (Audience.SOCIAL, 83)])
def test_the_validator_accepts_the_set(tmp_path: Path, dialect: str, audience: Audience, tables: int) -> None:
    example = load_example().workspace
    told = errors_of(tmp_path, example, dialect=dialect, audience=audience, persons=True, labels=True)
    assert told == ([], tables)


def test_it_accepts_tables_without_rows(tmp_path: Path) -> None:
    assert errors_of(tmp_path, minimal()) == ([], 83)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (("a;A;", "a;;"), "constraint-error"),
        ((";school;", ";scool;"), "constraint-error"),
        ((";false;", ";maybe;"), "type-error"),
        (("b;B;", "a;B;"), "primary-key"),
    ],
)
def test_it_refuses_what_is_broken(tmp_path: Path, change: tuple[str, str], error: str) -> None:
    found, _ = errors_of(tmp_path, minimal(partner("a"), partner("b")), change=change)
    assert error in found
