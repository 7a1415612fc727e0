"""The exporter ``tables``: what an office finds in the workbook, what a program finds in the files."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pyarrow.parquet as pq
import pytest

from jmdexport.builtin import _tables_workbook
from jmdexport.builtin._tables_plain import as_text, plain
from jmdexport.builtin._tables_workbook import LONGEST_CELL, LONGEST_NAME, is_exact, sheet_name
from jmdexport.builtin.tables import EXPORTER
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.errors import MissingExtra
from jmdexport.registry import Registry
from jmdexport.run import export
from jmdexport.searching import find_in
from jmdmodel.entities import Position, SocialSpace, WorkTime
from jmdmodel.fields import evolve
from jmdmodel.flattening import flat_layouts, flat_tables
from jmdmodel.messages import Language
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, partner, rating
from jmdmodel.vocabulary import PartnerKind, WorkArea
from tests.unit.builtin._tables import from_parquet, from_workbook, made, opened, plain_rows
from tools.canaries import planted, run

EXAMPLE = load_example().workspace
MEDIA = [medium.suffix for medium in EXPORTER.media]
KEYS = ("01067", "=1+1", "+49 651 12345", "-1", "1e3", "007", "1,5", "'=1", "12:30", "TRUE", "_x0041_")


def book(workspace: Any, **options: Any) -> Any:
    (file,) = made(workspace, ".xlsx", **options).values()
    return opened(file.data)


def cells_of(sheet: Any, column: str) -> list[Any]:
    """Give the cells of a column below both rows of heads."""
    place = [cell.value for cell in sheet[1]].index(column)
    return [row[place] for row in sheet.iter_rows(min_row=3)]


# --- the workbook ---------------------------------------------------------------------------------


def test_keys_postcodes_and_telephone_numbers_are_texts_formatted_as_texts() -> None:
    workspace = minimal(*(partner(f"p{place}", name=text) for place, text in enumerate(KEYS, start=10)))
    cells = cells_of(book(workspace)["partners"], "name")
    assert [cell.value for cell in cells] == list(KEYS)
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}


def test_numbers_and_days_are_typed_and_yes_or_no_is_chosen_from_two_words() -> None:
    at = Position(latitude=Fraction("49.97"), longitude=Fraction(7))
    one = partner("a", position=at, period=Period(since=date(2024, 2, 29)), collective=True)
    sheet = book(minimal(one))["partners"]
    types = {name: cells_of(sheet, name)[0] for name in ("position.latitude", "period.since", "collective")}
    assert [(cell.data_type, cell.value) for cell in types.values()][::2] == [("n", 49.97), ("s", "true")]
    assert types["period.since"].is_date
    assert types["period.since"].value.date() == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("day", "kind"),
    [(date(1900, 2, 28), "s"), (date(1900, 3, 1), "d"), (date(1, 1, 1), "s"), (date(9999, 12, 31), "d")],
)
def test_a_day_that_programs_count_differently_is_a_text(day: date, kind: str) -> None:
    (cell,) = cells_of(book(minimal(partner("a", period=Period(since=day))))["partners"], "period.since")
    assert cell.data_type == kind
    assert (cell.value if kind == "s" else cell.value.date().isoformat()) == day.isoformat()


@pytest.mark.parametrize(("number", "exact"), [(10**15 - 1, True), (10**15, True), (10**15 + 1, False)])
def test_a_number_of_more_digits_than_a_spreadsheet_keeps_is_a_text(number: int, exact: bool) -> None:
    assert is_exact(number) is exact
    time = WorkTime(year=2025, month=1, area=WorkArea.NETWORK, activities=1, minutes=number)
    (cell,) = cells_of(book(minimal(work_time=(time,)))["work_time"], "minutes")
    assert (cell.data_type == "n", str(cell.value)) == (exact, str(number))


def test_a_text_too_long_for_a_cell_is_named_and_not_cut() -> None:
    for length, whole in ((LONGEST_CELL, True), (LONGEST_CELL + 1, False)):
        space = SocialSpace(name="x", outline="ä" * length)
        (cell,) = cells_of(book(minimal(space=space))["space"], "outline")
        assert (cell.value == space.outline) is whole
        assert whole or "32.768 Zeichen" in cell.value


def test_a_character_that_counts_twice_counts_twice() -> None:
    space = SocialSpace(name="x", outline="😀" * (LONGEST_CELL // 2 + 1))
    (cell,) = cells_of(book(minimal(space=space))["space"], "outline")
    assert cell.value.startswith("Zu lang")


def test_a_table_with_more_rows_than_a_sheet_goes_on_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_tables_workbook, "MOST_ROWS", 4)
    made_up = book(minimal(*(partner(f"p{place}") for place in range(5))))
    names = [name for name in made_up.sheetnames if name.startswith("partners")]
    assert names == ["partners", "partners 2", "partners 3"]
    assert [cell.value for name in names for cell in cells_of(made_up[name], "id")] == [
        f"p{place}" for place in range(5)
    ]


def test_codes_are_chosen_from_the_words_of_their_list() -> None:
    workspace = minimal(partner("a"), contact("a", ratings=(rating(date(2025, 1, 1), 4, 2),)))
    made_up = book(workspace)
    (rule,) = [
        one for one in made_up["partners"].data_validations.dataValidation if one.sqref.__contains__("D3")
    ]
    name, _, area = rule.formula1.partition("!")
    words = [cell.value for (cell,) in made_up[name.strip("'")][area.replace("$", "")]]
    assert words == [kind.code for kind in PartnerKind]
    assert rule.type == "list"
    assert "D1048576" in rule.sqref
    truths = [cell.value for (cell,) in made_up["Wörter"]["B2:B500"] if cell.value in {"true", "false"}]
    assert truths == ["true", "false"]
    steps = {cell.value for cell in cells_of(made_up["contacts.ratings"], "intensity")}
    assert steps == {"4"}


@pytest.mark.parametrize(
    ("language", "first", "words", "said"),
    [("de", "Erklärung", "Wörter", "Adressatenkreis"), ("en", "Explanation", "Words", "Audience")],
)
def test_the_first_sheet_explains_every_column_and_the_second_every_word(
    language: Language, first: str, words: str, said: str
) -> None:
    made_up = book(EXAMPLE, audience=Audience.REPORT, language=language)
    assert made_up.sheetnames[:2] == [first, words]
    lines = [[cell for cell in row if cell is not None] for row in made_up[first].iter_rows(values_only=True)]
    assert said in lines[1][0]
    told = {(row[1], row[3]) for row in made_up[first].iter_rows(min_row=8, values_only=True)}
    tables = flat_tables(redact(EXAMPLE, Audience.REPORT))
    assert told == {(one.title.in_(language), column.name) for one in tables for column in one.columns}
    lists = {row[0] for row in made_up[words].iter_rows(min_row=2, values_only=True)} - {"yes-no"}
    used = {row[5] for row in made_up[first].iter_rows(min_row=8, values_only=True)}
    assert {
        name for name in lists if not any(f"„{name}“" in kind or f'"{name}"' in kind for kind in used)
    } == set()


def test_each_sheet_has_names_and_meanings_frozen_above_its_rows_and_a_filter() -> None:
    made_up = book(EXAMPLE, audience=Audience.REPORT)
    sheet = made_up["networks.goals"]
    assert [cell.value for cell in sheet[1]][:3] == ["networks.id", "goals.position", "text"]
    assert [cell.value for cell in sheet[2]][:3] == ["Netzwerk: Kennung", "gemeinsame Ziele: Nummer", "Ziel"]
    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref == f"A2:J{sheet.max_row}"
    assert all(one.column_dimensions["A"].width >= 8 for one in made_up.worksheets)


def test_every_sheet_has_a_name_of_its_own_that_fits() -> None:
    names = [sheet_name(one.name, 12) for one in flat_layouts(Audience.SOCIAL)]
    assert max(map(len, names)) <= LONGEST_NAME
    assert len({name.casefold() for name in names}) == len(names)


def test_a_table_without_rows_is_explained_and_has_no_sheet() -> None:
    made_up = book(minimal(partner("a")))
    assert made_up.sheetnames == ["Erklärung", "Wörter", "service", "partners"]
    told = {row[1]: row[2] for row in made_up["Erklärung"].iter_rows(min_row=8, values_only=True)}
    assert (told["Partner"], told["Netzwerke"]) == (1, 0)


def test_the_workbook_holds_no_clock_and_is_the_same_every_time() -> None:
    one, other = (made(EXAMPLE, ".xlsx")["tables.xlsx"].data for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-01-31T00:00:00Z" in archive.read("docProps/core.xml")


# --- CSV and Parquet ------------------------------------------------------------------------------


def test_an_apostrophe_guards_what_would_run_and_is_told() -> None:
    files = made(minimal(partner("a", name="=1+1"), partner("b", name="+49 651 1")), ".csv")
    package = json.loads(files["tables/datapackage.json"].data)
    assert b"a;'=1+1;" in files["tables/partners.csv"].data
    assert b"b;+49 651 1;" in files["tables/partners.csv"].data
    assert package["jmd"]["guarded_cells"] == [{"path": "partners.csv", "row": 2, "column": "name"}]
    exact = made(minimal(partner("a", name="=1+1")), ".csv", dialect="data")
    assert b"a,=1+1," in exact["tables/partners.csv"].data


@pytest.mark.parametrize("text", ["Windows\r\nZeilen", "nur\rso", "_x000D_", "a _x005F_ b", "_x000D_\r\n"])
def test_what_a_workbook_writes_with_escapes_is_read_as_it_was(text: str) -> None:
    workspace = minimal(partner("a", note=text))
    (file,) = made(workspace, ".xlsx").values()
    tables = {table.name: table for table in flat_tables(redact(workspace, Audience.SOCIAL))}
    assert from_workbook(opened(file.data), tables["partners"]) == plain_rows(tables["partners"])


def test_an_absent_value_is_a_cell_without_anything_in_it() -> None:
    data = made(minimal(partner("a")), ".csv", dialect="data")["tables/partners.csv"].data.decode()
    assert data.splitlines()[1] == "a,A,,school,,,,,,false,,,,,,,,"


def test_parquet_columns_are_typed_and_absent_values_absent() -> None:
    at = Position(latitude=Fraction("49.97"), longitude=Fraction(7))
    workspace = minimal(partner("a", position=at), partner("b", period=Period(since=date(2024, 2, 29))))
    data = made(workspace, ".parquet")["tables/partners.parquet"].data
    read = pq.read_table(io.BytesIO(data))
    types = {field.name: str(field.type) for field in read.schema}
    assert types["position.latitude"] == "decimal128(28, 10)"
    assert (types["id"], types["collective"], types["period.since"]) == ("string", "bool", "date32[day]")
    assert read.column("position.latitude").to_pylist() == [Decimal("49.97"), None]
    assert read.column("period.since").to_pylist() == [None, date(2024, 2, 29)]
    assert not read.schema.field("id").nullable
    assert json.loads(pq.read_metadata(io.BytesIO(data)).metadata[b"schema"])["primaryKey"] == ["id"]


@pytest.mark.parametrize("number", ["1/3", "-1/3", "12345678901234567890/1", "1/100000000000"])
def test_a_number_that_a_form_cannot_keep_exactly_is_a_text_there(number: str) -> None:
    workspace = minimal(service=evolve(minimal().service, posts=Fraction(number)))
    table = flat_tables(workspace)[0]
    data = made(workspace, ".parquet")["tables/service.parquet"].data
    (record,) = from_parquet(data, table)
    assert as_text(record[8]) == as_text(plain(Fraction(number)))
    (row,) = from_workbook(book(workspace), table)
    assert row == plain_rows(table)[0]


def test_a_whole_number_beyond_64_bits_does_not_break_parquet() -> None:
    time = WorkTime(year=2025, month=1, area=WorkArea.NETWORK, activities=1, minutes=2**63)
    data = made(minimal(work_time=(time,)), ".parquet")["tables/work_time.parquet"].data
    assert pq.read_table(io.BytesIO(data)).column("minutes").to_pylist() == [str(2**63)]


# --- who sees what --------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", MEDIA)
def test_every_form_says_whether_numbers_of_persons_stand_there(suffix: str) -> None:
    names = {"people", "count"}
    for audience, persons, there in (
        (Audience.INTERNAL, False, False),
        (Audience.INTERNAL, True, True),
        (Audience.REPORT, True, False),
    ):
        files = made(EXAMPLE, suffix, audience=audience, persons=persons)
        text = b" ".join(one.data for one in files.values())
        shown = {
            f"{one.name}.{column.name}"
            for one in flat_tables(redact(EXAMPLE, audience), persons=persons)
            for column in one.columns
            if column.name in names
        } - {"units.populations.count"}
        assert bool(shown) is there
        if suffix != ".parquet":
            said = "ungeschützt" if there else "stehen hier nicht"
            assert find_in(text, {said}) == {said}


@pytest.mark.parametrize(
    ("audience", "persons", "told"),
    [
        (Audience.INTERNAL, False, False),
        (Audience.INTERNAL, True, True),
        (Audience.SOCIAL, False, False),
        (Audience.REPORT, True, False),
    ],
)
def test_no_planted_number_of_persons_comes_out_unless_the_team_asks(
    audience: Audience, persons: bool, told: bool
) -> None:
    numbers = {one.token for one in planted().canaries if one.path.endswith((".people", "figures.count"))}
    found = run("tables", ".csv", audience, "de", persons=persons)
    assert len(numbers) >= 6
    assert bool(found.shown & numbers) is told
    assert found.leaked == ()


@pytest.mark.parametrize("suffix", MEDIA)
def test_the_last_search_reads_every_form(suffix: str) -> None:
    secret = "Vertrauliche Notiz zu Nathan"
    one = minimal(partner("a", note=secret))
    for audience, expected in ((Audience.INTERNAL, {secret}), (Audience.REPORT, set())):
        files = made(one, suffix, audience=audience)
        assert {found for file in files.values() for found in find_in(file.data, {secret})} == expected


@pytest.mark.parametrize(
    ("suffix", "module", "extra"),
    [(".xlsx", "xlsxwriter", "excel"), (".parquet", "pyarrow", "parquet")],
)
def test_without_its_package_a_form_says_how_to_get_it(
    suffix: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra) as caught:
        made(minimal(), suffix)
    assert caught.value.command == f"pip install 'jmdmodel[{extra}]'"
    with pytest.raises(MissingExtra):
        export(
            minimal(),
            "tables",
            year=2025,
            as_of=EXAMPLE_DATE,
            medium=suffix,
            registry=Registry(plugins="none"),
        )


def test_a_title_of_the_caller_stands_in_the_place_of_ours() -> None:
    for suffix in (".csv", ".xlsx"):
        files = export(minimal(), "tables", year=2025, as_of=EXAMPLE_DATE, medium=suffix, title="Mein Titel")
        assert any(find_in(one.data, {"Mein Titel"}) for one in files)
