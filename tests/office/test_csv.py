"""LibreOffice opens the i-mpuls-style tables as a German office does: nothing runs, and nothing changes."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from jmdexport import read_impuls
from jmdexport.builtin._impuls_cells import OFFICE, text_cell
from jmdexport.builtin._impuls_files import FILES, USUAL, ImpulsData
from jmdexport.builtin._impuls_mapping import NONE
from jmdexport.builtin._impuls_package import import_options
from jmdexport.builtin._impuls_rows_events import EVENTS, ImpulsEvent
from jmdexport.builtin._impuls_write import file_bytes
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.run import export
from tests.office._calc import FILTER, Cell, opened

TITLE, RESULT = EVENTS.names.index("title"), EVENTS.names.index("result")
POSTCODES = ("01067", "00049", "99999")
OF_EVENTS = "59,34,76,1,1/1/2/2/3/2/4/4/5/4/6/2/7/2/8/2/9/2/10/2/11/1/12/2,1031"
"""The options that the documentation names for ``events.csv``."""


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for a profile of LibreOffice and the files that it opens."""
    return tmp_path_factory.mktemp("calc")


@pytest.fixture(scope="session")
def corpus(shared: Path) -> list[dict[str, str]]:
    data = (shared / "corpora" / "own" / "formula_cells.json").read_text(encoding="utf-8")
    cells: list[dict[str, str]] = json.loads(data)
    return cells + [{"text": code, "kind": "postcode"} for code in POSTCODES]


def table(corpus: list[dict[str, str]], *, guards: bool = True) -> bytes:
    """Write the texts of the corpus as titles and results of events."""
    rows = [
        ImpulsEvent(
            year=2025,
            event=f"e{place}",
            title=cell["text"],
            day=date(2025, 3, 1),
            until=None,
            event_roles=(),
            event_themes=(),
            programme=None,
            partners=(),
            networks=(),
            people=None,
            result=cell["text"],
        )
        for place, cell in enumerate(corpus)
    ]
    return file_bytes(EVENTS, rows, attrs.evolve(OFFICE, guards=guards), NONE)[0]


def formulas(rows: list[list[Cell]]) -> list[str]:
    return [cell.formula for row in rows for cell in row if cell.formula is not None]


def test_without_a_guard_the_spreadsheet_would_run_them(corpus: list[dict[str, str]], place: Path) -> None:
    assert len(formulas(opened(table(corpus, guards=False), "59,34,76,1,,1031", place))) >= 10


@pytest.mark.parametrize("separator", [";", ",", "\t"], ids=["semicolon", "comma", "tab"])
def test_no_cell_runs_whatever_the_spreadsheet_cuts_at(
    corpus: list[dict[str, str]], place: Path, separator: str
) -> None:
    rows = opened(table(corpus), f"{ord(separator)},34,76,1,,1031", place)
    assert len(rows) > len(corpus)
    assert formulas(rows) == []


def test_with_the_text_import_every_text_stays_as_it_is_written(
    corpus: list[dict[str, str]], place: Path
) -> None:
    assert import_options(EVENTS, OFFICE) == OF_EVENTS
    rows = opened(table(corpus), OF_EVENTS, place)
    assert formulas(rows) == []
    assert [cell.text for cell in rows[0][: len(EVENTS.names)]] == list(EVENTS.names)
    for cell, row in zip(corpus, rows[1:], strict=True):
        written = text_cell(cell["text"], OFFICE).replace("\r\n", "\n").replace("\r", "\n")
        for at in (TITLE, RESULT):
            assert row[at].type in {"string", None}, cell
            assert row[at].text == written, cell
        if cell["kind"] != "formula":
            assert row[TITLE].text == cell["text"]


def test_read_back_every_text_is_what_it_was(corpus: list[dict[str, str]]) -> None:
    whole = {file.name: file_bytes(file, (), OFFICE, NONE)[0] for file in FILES}
    found = read_impuls(whole | {EVENTS.name: table(corpus)})
    assert [row.title for row in found.events] == [cell["text"] for cell in corpus]
    assert [row.result for row in found.events] == [cell["text"] for cell in corpus]


@pytest.fixture(scope="session")
def example() -> dict[str, bytes]:
    made = export(load_example().workspace, "impuls-csv", year=2025, as_of=EXAMPLE_DATE)
    return {one.name: one.data for one in made}


@pytest.mark.parametrize("name", ["work_time.csv", "networks.csv", "events.csv", "case_counts.csv"])
def test_with_the_options_of_the_description_the_example_has_its_values(
    example: dict[str, bytes], place: Path, name: str
) -> None:
    told = {one["path"]: one for one in json.loads(example["datapackage.json"])["resources"]}[name]
    assert told["import"]["filter"] == FILTER
    rows = opened(example[name], told["import"]["options"], place)
    file = next(file for file in USUAL if file.name == name)
    data: ImpulsData = read_impuls(example)
    assert len(rows) == 1 + len(data.of(file))
    for row, cells in zip(data.of(file), rows[1:], strict=True):
        for column, cell in zip(file.columns, cells, strict=False):
            assert seen(cell) == expected(getattr(row, column.name)), (column.name, row)


def seen(cell: Cell) -> Any:
    if cell.type == "float":
        return Fraction(cell.value or "")
    return cell.value if cell.type == "date" else cell.text


def expected(value: Any) -> Any:
    """Give what a value is in a spreadsheet: a number, a day, or the text of its cell."""
    if isinstance(value, tuple):
        value = " ".join(str(getattr(part, "value", part)) for part in value) or None
    value = getattr(value, "value", value)
    if isinstance(value, date):
        return value.isoformat()
    return Fraction(value) if isinstance(value, int | Fraction) else text_cell(value, OFFICE)
