"""LibreOffice opens the workbook of the tables: nothing runs, and no key becomes a number."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from jmdmodel.entities import Place
from jmdmodel.period import Period
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.vocabulary import PlaceKind
from jmdmodel.workspace import Workspace
from tests.office._calc import Cell, conditions, loaded, name, rows, tables
from tests.unit.builtin._build import AS_OF
from tests.unit.builtin._tables import made

POSTCODES = ("01067", "00049", "99999")
IDS = ("007", "01067", "1e3", "12-30", "2024-02-29", "true", "0x1f")


@attrs.frozen
class Opened:
    """The sheets of a file by name, and for each rule of validity the condition."""

    sheets: dict[str, list[list[Cell]]]
    rules: list[str]


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for a profile of LibreOffice and the files that it opens."""
    return tmp_path_factory.mktemp("workbook")


@pytest.fixture(scope="session")
def corpus(shared: Path) -> tuple[str, ...]:
    """Give texts that spreadsheets run, or take for something else, and postcodes."""
    data = (shared / "corpora" / "own" / "formula_cells.json").read_text(encoding="utf-8")
    return (*(cell["text"] for cell in json.loads(data) if cell["text"]), *POSTCODES)


@pytest.fixture(scope="session")
def book(corpus: tuple[str, ...], place: Path) -> Opened:
    """Give a workbook with these texts as names, as LibreOffice holds it."""
    partners = [partner(f"p{number:03}", name=text) for number, text in enumerate(corpus)]
    keyed = [partner(key, name="x", period=Period(since=AS_OF)) for key in IDS]
    street = Place(id="p", name="x", kind=PlaceKind.INSTITUTION, address="01067")
    return opened(minimal(*partners, *keyed, street), place)


def opened(workspace: Workspace, folder: Path) -> Opened:
    """Open the workbook of a workspace."""
    source = folder / "tables.xlsx"
    source.write_bytes(made(workspace, ".xlsx")["tables.xlsx"].data)
    root = loaded(source)
    return Opened({name(table): list(rows(table)) for table in tables(root)}, conditions(root))


def column(book: Opened, sheet: str, called: str) -> list[Cell]:
    """Give the cells of a column below both rows of heads."""
    head, _, *below = book.sheets[sheet]
    at = [cell.text for cell in head].index(called)
    return [row[at] for row in below if row and row[0].text]


def test_no_cell_of_any_sheet_is_a_formula(book: Opened) -> None:
    cells = [cell for sheet in book.sheets.values() for row in sheet for cell in row]
    assert len(cells) > 1000
    assert [cell for cell in cells if cell.formula is not None] == []


def test_every_name_is_the_text_that_it_was(book: Opened, corpus: tuple[str, ...]) -> None:
    cells = [cell for cell in column(book, "partners", "name") if cell.text != "x"]
    assert [cell.type for cell in cells] == ["string"] * len(corpus)
    assert [_even(cell.text) for cell in cells] == [_even(text) for text in corpus]


def _even(text: str) -> str:
    """Give a text with line ends as a spreadsheet keeps them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_no_key_and_no_postcode_becomes_a_number_a_day_or_a_truth_value(book: Opened) -> None:
    keys = {cell.text: cell.type for cell in column(book, "partners", "id")}
    assert {key: keys[key] for key in IDS} == dict.fromkeys(IDS, "string")
    (address,) = column(book, "places", "address")
    assert (address.text, address.type) == ("01067", "string")


def test_a_day_is_a_day_and_yes_or_no_a_word_of_its_list(book: Opened) -> None:
    days = {cell.value for cell in column(book, "partners", "period.since") if cell.type == "date"}
    assert days == {AS_OF.isoformat()}
    told = {(cell.type, cell.text) for cell in column(book, "partners", "collective")}
    assert told == {("string", "false")}


def test_a_column_of_codes_is_filled_from_its_list(book: Opened) -> None:
    lists = [rule for rule in book.rules if "cell-content-is-in-list" in rule]
    assert len(lists) >= 4
    assert all("Wörter" in rule for rule in lists)
