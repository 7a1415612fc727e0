"""LibreOffice opens and prints the report and the findings as DOCX and ODT, with all that is in them."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from jmdexport import Artifact, export
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdmodel.quality import check
from jmdmodel.scales import Audience

FORMS = (".docx", ".odt")
NAMES = ("report", "findings")


@cache
def made(name: str, suffix: str) -> Artifact:
    """Give the example's document for the team: it has everything."""
    workspace = load_example().workspace
    artifact, *_ = export(
        workspace,
        name,
        year=2025,
        as_of=EXAMPLE_DATE,
        medium=suffix,
        audience=Audience.INTERNAL,
        findings=check(workspace, on=EXAMPLE_DATE),
    )
    return artifact


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for the files, and for a profile of LibreOffice that is nobody's."""
    return tmp_path_factory.mktemp("writer")


_PRINTED: dict[tuple[str, str], PdfReader] = {}


def printed(name: str, suffix: str, folder: Path) -> PdfReader:
    """Let LibreOffice open a document and print it as PDF, once."""
    if (name, suffix) not in _PRINTED:
        source = folder / suffix[1:] / f"{name}{suffix}"
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(made(name, suffix).data)
        done = subprocess.run(
            [
                os.environ["JMD_LIBREOFFICE"],
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(source.parent),
                str(source),
            ],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=180,
            check=False,
        )
        result = source.with_suffix(".pdf")
        assert result.is_file(), f"LibreOffice printed nothing: {done.stdout} {done.stderr}"
        _PRINTED[name, suffix] = PdfReader(result)
    return _PRINTED[name, suffix]


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_it_opens_and_prints(name: str, suffix: str, folder: Path) -> None:
    reader = printed(name, suffix, folder)
    assert len(reader.pages) > 1
    assert "Jugendmigrationsdienst Ellertal" in words(reader)


@pytest.mark.parametrize("suffix", FORMS)
def test_the_report_has_its_first_and_its_last_part(suffix: str, folder: Path) -> None:
    text = words(printed("report", suffix, folder))
    assert "Jahresbericht 2025" in text
    headings = [
        line[3:] for line in made("report", ".md").data.decode().splitlines() if line.startswith("## ")
    ]
    assert len(headings) > 5
    assert [heading for heading in headings if heading.replace("\\", "") not in text] == []


@pytest.mark.parametrize("suffix", FORMS)
def test_the_map_stands_on_a_page_in_landscape_and_no_page_is_empty(suffix: str, folder: Path) -> None:
    pages = printed("report", suffix, folder).pages
    turned = [number for number, page in enumerate(pages) if page.mediabox.width > page.mediabox.height]
    assert len(turned) == 1
    assert len(pages[turned[0]].images) == 1
    assert [number for number, page in enumerate(pages) if len(page.extract_text()) < 5] == []


@pytest.mark.parametrize("suffix", FORMS)
def test_each_page_has_its_number(suffix: str, folder: Path) -> None:
    pages = printed("report", suffix, folder).pages
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in " ".join(page.extract_text().split())


@pytest.mark.parametrize("suffix", FORMS)
def test_both_forms_have_about_as_many_pages(suffix: str, folder: Path) -> None:
    count = len(printed("report", suffix, folder).pages)
    others = [len(printed("report", other, folder).pages) for other in FORMS]
    assert max(others) <= count * 1.4
