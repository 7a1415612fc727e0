"""``--reference FILE``: read by the command line, for office files only, refused where it is of no use."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.demo import example_path
from jmdexport.documents.packages import own_reference, packed, unpacked

pytest.importorskip("pypandoc", reason="the extra office is not installed")


def run(*words: str) -> Result:
    return CliRunner().invoke(jmd, [*words, "--on", "2026-01-31"])


def branded(folder: Path) -> str:
    """Write a reference document in a colour that only it has."""
    parts = unpacked(own_reference("odt"))
    parts["styles.xml"] = parts["styles.xml"].replace(b"#0b5c6b", b"#c0ffee")
    place = folder / "briefkopf.odt"
    place.write_bytes(packed(parts))
    return str(place)


def test_the_report_takes_over_the_styles_of_the_office(tmp_path: Path) -> None:
    made = tmp_path / "bericht.odt"
    told = run("report", str(example_path()), "-o", str(made), "--reference", branded(tmp_path))
    assert told.exit_code == 0, told.output
    assert b"#c0ffee" in unpacked(made.read_bytes())["styles.xml"]


def test_an_export_hands_it_to_those_that_take_it(tmp_path: Path) -> None:
    words = (
        "findings",
        "-o",
        str(tmp_path / "out"),
        "--medium",
        "odt",
        "--audience",
        "internal",
        "--no-record",
    )
    told = run("export", str(example_path()), *words, "--reference", branded(tmp_path))
    assert told.exit_code == 0, told.output
    assert b"#c0ffee" in unpacked((tmp_path / "out" / "findings.odt").read_bytes())["styles.xml"]


def test_a_form_without_styles_of_an_office_refuses_it(tmp_path: Path) -> None:
    made = tmp_path / "bericht.html"
    told = run("report", str(example_path()), "-o", str(made), "--reference", branded(tmp_path))
    assert told.exit_code == 2
    assert ".docx und .odt" in told.output
    assert not made.exists()


def test_exporters_that_take_none_refuse_it(tmp_path: Path) -> None:
    told = run("export", str(example_path()), "charts", "-o", str(tmp_path / "x"), "--reference", "a.docx")
    assert told.exit_code == 2
    assert "Formatvorlage" in told.output


def test_a_reference_document_that_is_missing_or_broken_is_told(tmp_path: Path) -> None:
    place = tmp_path / "kaputt.docx"
    made = str(tmp_path / "bericht.docx")
    assert "S301" in run("report", str(example_path()), "-o", made, "--reference", str(place)).output
    place.write_bytes(b"kein Dokument")
    told = run("report", str(example_path()), "-o", made, "--reference", str(place))
    assert (told.exit_code, "E422" in told.output) == (2, True)


def test_the_content_of_a_file_is_no_text_of_an_option(tmp_path: Path) -> None:
    told = run("report", str(example_path()), "-o", str(tmp_path / "b.odt"), "-O", "reference-doc=a.odt")
    assert told.exit_code == 2
    assert "der Inhalt einer Datei" in told.output
