"""Tables: what a row says, and what is wrong with a cell, to the column."""

from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.codec.flat import columns_of, is_flat
from jmdmodel.codec.flat_writing import table_text
from jmdmodel.codec.folder import loads_folder
from jmdmodel.entities import Activity
from jmdmodel.ids import Ref
from jmdmodel.testing.builders import activity
from tests.unit.codec.test_folder import PARTNERS, ROOT, as_bytes, faults_of

HEAD = "id;day;minutes;area;staff;regarding;people;note"


def load_table(text: str | bytes, name: str = "activities-2025.csv") -> dict[str, Activity]:
    files = {"workspace.yaml": ROOT, "partners.yaml": PARTNERS, name: text}
    return {one.id: one for one in loads_folder(as_bytes(files)).workspace.activities}


def told(text: str | bytes) -> list[tuple[int, int, str, str]]:
    faults = faults_of({"workspace.yaml": ROOT, "partners.yaml": PARTNERS, "activities-2025.csv": text})
    return [(f.position.line, f.position.column, f.path, f.code) for f in faults]


def test_a_row_is_a_thing_and_an_empty_cell_an_absent_entry() -> None:
    (one,) = load_table(f"{HEAD}\na1;2025-03-04;30;network;;partners/a partners/b;;\n").values()
    assert one == activity(
        "a1",
        date(2025, 3, 4),
        minutes=30,
        area=one.area,
        regarding=(Ref("partners", "a"), Ref("partners", "b")),
    )
    assert (one.note, one.people, one.area.code) == (None, None, "network")


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_spreadsheets_may_write_it_their_way(separator: str, ending: str, mark: bytes) -> None:
    text = '"id";day;area;minutes;note\na1;2025-03-04;network;30;"er sagte ""ja"", gut"\n\n;;;;\n'
    text = text.replace('ja"", gut', 'ja""').replace(";", separator).replace("\n", ending)
    (one,) = load_table(mark + text.encode()).values()
    assert one.note == 'er sagte "ja"'


def test_a_text_of_several_lines_moves_the_lines_below() -> None:
    text = (
        'id;day;minutes;area;note\na1;2025-03-04;30;network;"eins; zwei\n\ndrei"\na2;2025-03-04;x;network;\n'
    )
    assert told(text) == [(5, 15, "activities[2].minutes", "L115")]
    (one, _) = load_table(text.replace(";x;", ";5;")).values()
    assert one.note == "eins; zwei\n\ndrei"


def test_what_looks_like_a_formula_is_text() -> None:
    (one,) = load_table("id;day;minutes;area;note\na1;2025-03-04;30;network;=1+1\n").values()
    assert one.note == "=1+1"
    assert table_text("activities", [one]).endswith(";=1+1\n")


def test_a_column_that_is_misspelt_or_missing_is_told_once_and_not_in_each_row() -> None:
    rows = "".join(f"a{n};2025-03-04;30;network\n" for n in range(50))
    assert told("id;day;minuts;area\n" + rows) == [(1, 8, "", "L162")]
    assert told("id;day;people;area\n" + rows) == [(1, 1, "", "L164")]
    assert told("id;day;minutes;minutes;area\n" + rows.replace(";30;", ";30;30;")) == [(1, 16, "", "L163")]
    (fault,) = faults_of({"workspace.yaml": ROOT, "activities-2025.csv": "id;day;people;area\n" + rows})
    assert fault.in_("de").endswith(
        "Die Spalte „minutes“ fehlt. In der ersten Zeile die Spalte „minutes“ ergänzen (Minuten). [L164]"
    )


def test_a_table_without_names_of_columns_is_told_how_to_begin_and_nothing_in_it_is_told() -> None:
    (fault,) = faults_of({"workspace.yaml": ROOT, "activities-2025.csv": "geheim;2025-03-04;30;network\n"})
    assert fault.code == "L161"
    assert "id;day;minutes;area" in fault.in_("de")
    assert "geheim" not in fault.in_("de")
    assert told("")[0][3] == "L161"


def test_every_bad_cell_is_told_at_its_column_and_without_what_is_in_it() -> None:
    text = (
        "id;day;minutes;area;regarding\n"
        "a1;4.3.2025;30;network;\n"
        "a2;2025-03-04;0;netwrok;partners/c\n"
        ";2025-03-04;30;network;\n"
        "a4;2025-03-04;;network;partners/a  partner/b\n"
        "a1;2025-03-04;30;network;\n"
        "a6;2025-03-04;30;network\n"
        'a7;2025-03-04;30;network;"partners/a"x\n'
        "a8;null;30;network;\n"
        "A 9;2025-03-04;30;network;\n"
    )
    assert told(text) == [
        (2, 4, "activities[1].day", "L117"),
        (3, 15, "activities[2].minutes", "L116"),
        (3, 17, "activities[2].area", "L118"),
        (3, 25, "activities[2].regarding[1]", "L122"),
        (4, 1, "", "L165"),
        (5, 15, "activities[3].minutes", "L165"),
        (5, 36, "activities[3].regarding[2]", "L128"),
        (6, 1, "activities", "L107"),
        (7, 1, "activities", "L166"),
        (8, 26, "", "L167"),
        (9, 4, "activities[4].day", "L117"),
        (10, 1, "activities[5]", "L119"),
    ]
    files = {"workspace.yaml": ROOT, "partners.yaml": PARTNERS, "activities-2025.csv": text}
    texts = "\n".join(fault.in_(language) for fault in faults_of(files) for language in ("de", "en"))
    assert "Zelle leer lassen" in texts
    assert "4.3.2025" not in texts
    assert "ganze Zeile weglassen" not in texts


def test_marks_that_are_never_closed_are_told_where_they_open() -> None:
    text = 'id;day;minutes;area;note\na1;2025-03-04;30;network;"offen\na2;2025-03-04;30;network;\n'
    assert told(text) == [(2, 26, "", "L167")]


def test_things_with_parts_of_their_own_fit_into_no_table() -> None:
    assert is_flat("activities")
    assert not is_flat("contacts")
    assert not is_flat("service")
    assert [fault.code for fault in faults_of({"workspace.yaml": ROOT, "contacts.csv": "id\n"})] == ["L154"]


def test_parts_of_a_thing_have_columns_of_their_own() -> None:
    assert [one.name for one in columns_of("ties")][:1] == ["id"]
    assert {"period.since", "period.until"} <= {one.name for one in columns_of("ties")}
    ties = "id;between;period.since\nx;a b;2024-01-01\n"
    files = {"workspace.yaml": ROOT, "partners.yaml": PARTNERS, "ties.csv": ties}
    tie = loads_folder(as_bytes(files)).workspace.ties["x"]
    assert (tie.between, tie.period.since) == (("a", "b"), date(2024, 1, 1))
    backwards = ties.replace("since\n", "since;period.until\n").replace("01-01\n", "01-01;2023-01-01\n")
    (fault,) = faults_of(files | {"ties.csv": backwards})
    assert (fault.code, fault.path, fault.position.line) == ("L124", "ties/x.period", 2)


def test_the_canonical_table_has_every_column_and_marks_only_where_they_are_needed() -> None:
    one = activity("a1", date(2025, 3, 4), minutes=30, note='sagt "ja"; geht')
    head, row, end = table_text("activities", [one]).split("\n")
    assert head.split(";") == [column.name for column in columns_of("activities")]
    assert head.startswith("id;day;minutes;area;")
    assert row.startswith(f"a1;2025-03-04;30;{one.area.code};;")
    assert row.endswith(';"sagt ""ja""; geht"')
    assert not end


def test_wrong_encodings_are_told_as_in_any_other_file() -> None:
    assert told(f"{HEAD}\nä".encode("latin-1"))[0][3] == "L101"
    assert told(b"PK\x03\x04")[0][3] == "L110"
