"""Cells of the i-mpuls-style tables: guarded reversibly where a spreadsheet would run them, typed numbers."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from jmdexport.builtin._impuls_cells import (
    DATA,
    OFFICE,
    Dialect,
    cell_text,
    day_cell,
    guard,
    needs_guard,
    number_cell,
    text_cell,
)


def corpus(shared: Path) -> list[dict[str, str]]:
    cells: list[dict[str, str]] = json.loads(
        (shared / "corpora" / "own" / "formula_cells.json").read_text(encoding="utf-8")
    )
    assert cells
    return cells


def test_each_cell_that_a_spreadsheet_would_run_is_guarded(shared: Path) -> None:
    run = [cell["text"] for cell in corpus(shared) if cell["kind"] == "formula"]
    assert [text for text in run if not guard(text).startswith("'")] == []


def test_each_benign_cell_stays_as_it_is(shared: Path) -> None:
    benign = [cell["text"] for cell in corpus(shared) if cell["kind"] != "formula"]
    assert [text for text in benign if guard(text) != text] == []


@pytest.mark.parametrize(
    "text",
    ["-1-1", "+A1", "-SUM(A1)", "@A1:B2", "+1/2", "-1*2", "=", "Haus,=1+1", "+49-1", "-Haus!A1", "@x|y"],
)
def test_what_could_be_worked_out_is_guarded(text: str) -> None:
    assert needs_guard(text)


@pytest.mark.parametrize(
    "text", ["", "-", "Haus", "Haus = Heim", "a+b", "3-4", "01067", "1E5", "-5", "+49 341 1"]
)
def test_what_only_looks_like_a_formula_is_not_guarded(text: str) -> None:
    assert not needs_guard(text)


def test_only_the_dialect_of_offices_guards() -> None:
    assert text_cell("=1+1", OFFICE) == "'=1+1"
    assert text_cell("=1+1", DATA) == "=1+1"


def test_a_text_that_is_the_mark_of_a_missing_value_is_told_apart() -> None:
    assert text_cell(None, OFFICE) == "."
    assert text_cell(".", OFFICE) == "'."


@pytest.mark.parametrize(
    ("number", "decimals", "office", "data"),
    [
        (0, 0, "0", "0"),
        (1234567, 0, "1234567", "1234567"),
        (Fraction(-5, 2), 1, "-2,5", "-2.5"),
        (None, 2, ".", "."),
    ],
)
def test_numbers_are_typed_and_never_guarded(
    number: int | Fraction | None, decimals: int, office: str, data: str
) -> None:
    assert number_cell(number, OFFICE, decimals=decimals) == office
    assert number_cell(number, DATA, decimals=decimals) == data


@pytest.mark.parametrize("dialect", [OFFICE, DATA])
@pytest.mark.parametrize("text", [".", "'.", "''.", "'", "", "=1", "Haus"])
def test_a_text_is_never_taken_for_the_mark_of_a_missing_value(dialect: Dialect, text: str) -> None:
    cell = text_cell(text, dialect)
    assert cell != "."
    assert cell_text(cell, dialect) == text


def test_the_dialect_of_data_changes_no_other_text() -> None:
    assert [text_cell(text, DATA) for text in ("=1", "'x", "..", ". ")] == ["=1", "'x", "..", ". "]


def test_days_are_written_as_each_dialect_has_them() -> None:
    day = date(2025, 3, 1)
    assert (day_cell(day, OFFICE), day_cell(day, DATA), day_cell(None, OFFICE)) == (
        "01.03.2025",
        "2025-03-01",
        ".",
    )
