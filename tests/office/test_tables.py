"""LibreOffice opens the workbook of the tables: nothing runs, and no key becomes a number."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest

from jmdmodel.entities import Place
from jmdmodel.period import Period
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.vocabulary import PlaceKind
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import AS_OF
from tests.unit.builtin._tables import made

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
POSTCODES = ("01067", "00049", "99999")
IDS = ("007", "01067", "1e3", "12-30", "2024-02-29", "true", "0x1f")
_WIDEST = 100


@attrs.frozen
class Cell:
    """A cell as the spreadsheet holds it: its type, its value if it is no text, its text, and its formula."""

    type: str | None
    value: str | None
    text: str
    formula: str | None


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


def program() -> str:
    """Find LibreOffice, by ``JMD_LIBREOFFICE`` or on the path; without it the test is skipped aloud."""
    found = [os.environ.get("JMD_LIBREOFFICE"), *(shutil.which(name) for name in ("soffice", "libreoffice"))]
    path = next((one for one in found if one), None)
    if path is None:
        pytest.skip("there is no LibreOffice on this machine, so no workbook was opened in it")
    return path


def opened(workspace: Workspace, folder: Path) -> Opened:
    """Open the workbook of a workspace with a profile of its own."""
    source, result = folder / "tables.xlsx", folder / "tables.fods"
    result.unlink(missing_ok=True)
    source.write_bytes(made(workspace, ".xlsx")["tables.xlsx"].data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done = subprocess.run(
        [program(), profile, "--headless", "--convert-to", "fods", "--outdir", str(folder), str(source)],
        capture_output=True,
        timeout=180,
        check=False,
    )
    assert result.is_file(), f"LibreOffice made nothing: {done.stdout!r} {done.stderr!r}"
    root = ET.parse(result).getroot()
    sheets = {
        table.get(f"{_TABLE}name", ""): [_row(row) for row in table.iter(f"{_TABLE}table-row")]
        for table in root.iter(f"{_TABLE}table")
    }
    rules = [rule.get(f"{_TABLE}condition", "") for rule in root.iter(f"{_TABLE}content-validation")]
    return Opened(sheets, rules)


def _row(element: ET.Element) -> list[Cell]:
    cells: list[Cell] = []
    for one in element.iter(f"{_TABLE}table-cell"):
        value = one.get(f"{_OFFICE}value") or one.get(f"{_OFFICE}date-value")
        text = "\n".join(_told(part) for part in one.findall(f"{_TEXT}p"))
        cell = Cell(one.get(f"{_OFFICE}value-type"), value, text, one.get(f"{_TABLE}formula"))
        cells += [cell] * min(int(one.get(f"{_TABLE}number-columns-repeated", "1")), _WIDEST)
    return cells


def _told(element: ET.Element) -> str:
    """Give the text of a paragraph; blanks, tabs and line breaks are elements there."""
    text = element.text or ""
    for part in element:
        if part.tag == f"{_TEXT}s":
            text += " " * int(part.get(f"{_TEXT}c", "1"))
        else:
            text += {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(part.tag) or _told(part)
        text += part.tail or ""
    return text


def column(book: Opened, sheet: str, name: str) -> list[Cell]:
    """Give the cells of a column below both rows of heads."""
    rows = book.sheets[sheet]
    at = [cell.text for cell in rows[0]].index(name)
    return [row[at] for row in rows[2:] if row and row[0].text]


def test_no_cell_of_any_sheet_is_a_formula(book: Opened) -> None:
    cells = [cell for rows in book.sheets.values() for row in rows for cell in row]
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
