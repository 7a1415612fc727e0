from __future__ import annotations

from datetime import date

import pytest

import jmdmodel
from jmdexport.demo import load_example
from jmdmodel.analysis.tables import Column, id_cell, id_column
from jmdmodel.messages import Say
from jmdmodel.scales import Coded

SPACE = load_example().workspace
DAY = date(2025, 12, 31)
RESULTS = (
    jmdmodel.candidates(SPACE, "ahorn-12", 0, on=DAY),
    jmdmodel.committee_work(SPACE, 2025),
    jmdmodel.compare(SPACE, 2023, 2024),
    jmdmodel.contribution_outcomes(SPACE, 2025),
    jmdmodel.coverage(SPACE, 2025),
    jmdmodel.ego_network(SPACE, 2025),
    jmdmodel.needs_and_offers(SPACE, on=DAY),
    jmdmodel.network_profiles(SPACE, on=DAY),
    jmdmodel.network_series(SPACE),
    jmdmodel.opening_overview(SPACE, on=DAY),
    jmdmodel.own_areas(SPACE, 2025),
    jmdmodel.rated_contacts(SPACE, 2025),
    jmdmodel.transition_coverage(SPACE, 2025),
    jmdmodel.weak_spots(SPACE, 2025),
)
TABLES = {table.name: table for result in RESULTS for table in result.tables()}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_column_of_codes_holds_words_of_a_list_and_no_identifiers(table):
    codes = [place for place, column in enumerate(table.columns) if column.type == "code"]
    for row in table.rows:
        for place in codes:
            words = row[place] if isinstance(row[place], tuple) else (row[place],)
            assert all(word is None or isinstance(word, Coded) for word in words)


@pytest.mark.parametrize("column", ["partners", "barriers"])
def test_several_identifiers_in_one_cell_are_joined_by_one_blank(column):
    cells = [record[column] for record in TABLES["measures"].records() if record[column] is not None]
    assert any(" " in cell for cell in cells), "the example has such a measure"
    assert all(one in getattr(SPACE, column) for cell in cells for one in cell.split(" "))


def test_a_cell_without_identifiers_is_empty():
    assert (id_cell(()), id_cell(iter("ab"))) == (None, "a b")


def test_the_column_of_an_identifier_is_a_text_with_a_label_that_may_be_its_own():
    assert id_column("partner") == Column("partner", Say("Kennung", "identifier"), "text")
    assert id_column("other", Say("A", "B")) == Column("other", Say("A", "B"), "text")
