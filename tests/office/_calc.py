"""LibreOffice Calc without a window: open a table or a workbook and give the cells back."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_WIDEST = 100
FILTER = "Text - txt - csv (StarCalc)"


@attrs.frozen
class Cell:
    """A cell as the spreadsheet holds it: its type, its value if it is no text, its text, and its formula."""

    type: str | None
    value: str | None
    text: str
    formula: str | None


def opened(data: bytes, options: str, folder: Path) -> list[list[Cell]]:
    """Open a text file with the options of its import, and give its rows."""
    source = folder / "opened.csv"
    source.write_bytes(data)
    table = next(tables(loaded(source, f"--infilter={FILTER}:{options}")))
    return [row for row in rows(table) if row]


def loaded(source: Path, *options: str) -> ET.Element:
    """Let LibreOffice load a file, with a profile beside it that is nobody's, and give what it holds then."""
    made = source.with_suffix(".fods")
    made.unlink(missing_ok=True)
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    done = subprocess.run(
        [
            os.environ["JMD_LIBREOFFICE"],
            profile,
            "--headless",
            *options,
            "--convert-to",
            "fods",
            "--outdir",
            str(source.parent),
            str(source),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=180,
        check=False,
    )
    assert made.is_file(), f"LibreOffice made nothing: {done.stdout} {done.stderr}"
    return ET.parse(made).getroot()


def tables(root: ET.Element) -> Iterator[ET.Element]:
    """Yield the sheets of a file."""
    return root.iter(f"{_TABLE}table")


def rows(table: ET.Element) -> Iterator[list[Cell]]:
    """Yield the rows of a sheet; one without any cell is empty."""
    return map(_row, table.iter(f"{_TABLE}table-row"))


def name(table: ET.Element) -> str:
    """Give the name of a sheet."""
    return table.get(f"{_TABLE}name", "")


def conditions(root: ET.Element) -> list[str]:
    """Give the conditions of all rules on what may be entered."""
    return [rule.get(f"{_TABLE}condition", "") for rule in root.iter(f"{_TABLE}content-validation")]


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
