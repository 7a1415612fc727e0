"""LibreOffice Calc without a window: open a text file with the options of its import, give the cells back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest

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


def program() -> str:
    """Find LibreOffice, by ``JMD_LIBREOFFICE`` or on the path; without it the test is skipped aloud."""
    names = ("soffice", "libreoffice")
    found = [os.environ.get("JMD_LIBREOFFICE"), *(shutil.which(name) for name in names)]
    path = next((one for one in found if one), None)
    if path is None:
        pytest.skip("there is no LibreOffice on this machine, so no file was opened in it")
    return path


def opened(data: bytes, options: str, folder: Path) -> list[list[Cell]]:
    """Open a file with a profile of its own, and give its rows."""
    source, made = folder / "opened.csv", folder / "opened.fods"
    made.unlink(missing_ok=True)
    source.write_bytes(data)
    done = subprocess.run(
        [
            program(),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            f"--infilter={FILTER}:{options}",
            "--convert-to",
            "fods",
            "--outdir",
            str(folder),
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
    table = next(ET.parse(made).getroot().iter(f"{_TABLE}table"))
    return [row for element in table.iter(f"{_TABLE}table-row") if any(row := _row(element))]


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
