"""Flat tables: which columns there are, what stands in them, and who gets to see which."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from jmdexport.demo import load_example
from jmdmodel.codec.cells import rows_of
from jmdmodel.codec.flat import columns_of, is_flat
from jmdmodel.codec.flat_writing import table_text
from jmdmodel.entities import Agreement, Position, Remit
from jmdmodel.errors import ModelError
from jmdmodel.fields import fields_of
from jmdmodel.flattening import FlatTable, exact_decimal, flat_layouts, flat_tables
from jmdmodel.messages import LANGUAGES
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.privacy.texts import texts_of
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, partner, tie
from jmdmodel.vocabulary import Topic
from jmdmodel.workspace import COLLECTIONS, Workspace

EXAMPLE = load_example().workspace


def table(workspace: Workspace, name: str, **options: Any) -> FlatTable:
    return next(one for one in flat_tables(workspace, **options) if one.name == name)


def row(workspace: Workspace, name: str, **options: Any) -> dict[str, Any]:
    """Give the only row of a table, what is absent left out."""
    (only,) = table(workspace, name, **options).records()
    return {key: value for key, value in only.items() if value is not None}


def test_tables_and_columns_are_called_as_recorded(golden: Callable[[str, str], None]) -> None:
    lines = [
        f"{one.name}\t{column.name}\t{column.type}{' …' * column.many}\t{column.privacy.code}"
        for one in flat_layouts(Audience.SOCIAL, persons=True)
        for column in one.columns
    ]
    golden("tables/columns.txt", "\n".join(lines) + "\n")


def test_every_collection_has_a_table_of_its_name() -> None:
    names = [one.name for one in flat_tables(EXAMPLE)]
    assert set(COLLECTIONS) | {"service", "space", "work_time"} <= set(names)
    assert len(set(names)) == len(names)
    assert all(
        len({column.name for column in one.columns}) == len(one.columns) for one in flat_tables(EXAMPLE)
    )


@pytest.mark.parametrize("collection", [name for name in COLLECTIONS if is_flat(name) and name != "ties"])
def test_what_a_folder_holds_as_a_table_has_the_same_columns_and_cells_here(collection: str) -> None:
    """But for ties: a file has both partners in one cell, a table for joining has a column for each."""
    ours = table(EXAMPLE, collection, persons=True)
    assert [column.name for column in ours.columns] == [column.name for column in columns_of(collection)]
    told = [[_text(value) for value in record.values()] for record in ours.records()]
    theirs = [
        [cell for cell, _, _ in line]
        for line in rows_of(table_text(collection, getattr(EXAMPLE, collection)), [])
    ]
    assert told
    assert told == theirs[1:]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return exact_decimal(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_parts_have_dotted_columns_and_lists_of_codes_stand_in_one_cell() -> None:
    one = partner(
        "a",
        position=Position(latitude=Fraction("49.97"), longitude=Fraction(7)),
        period=Period(since=date(2024, 2, 29)),
        area=("x", "y"),
    )
    told = row(minimal(one), "partners")
    assert (told["position.latitude"], told["position.longitude"]) == (Fraction("49.97"), Fraction(7))
    assert told["period.since"] == date(2024, 2, 29)
    assert told["area"] == "x y"
    assert not {"period.until", "note"} & told.keys()


def test_a_pair_has_a_column_for_each_of_both() -> None:
    told = row(minimal(partner("a"), partner("b"), tie("a", "b")), "ties")
    assert (told["between.1"], told["between.2"]) == ("a", "b")


def test_a_list_of_records_or_texts_is_a_table_of_its_own() -> None:
    remits = (
        Remit(topics=(Topic.LANGUAGE, Topic.WORK), languages=("Kurdisch (Kurmandschi)", "Deutsch")),
        Remit(languages=("Farsi",)),
    )
    workspace = minimal(partner("a"), partner("b", remits=remits))
    assert [
        (one["partners.id"], one["remits.position"], one["topics"])
        for one in table(workspace, "partners.remits").records()
    ] == [("b", 1, "language work"), ("b", 2, None)]
    spoken = table(workspace, "partners.remits.languages")
    assert spoken.rows == (
        ("b", 1, 1, "Kurdisch (Kurmandschi)"),
        ("b", 1, 2, "Deutsch"),
        ("b", 2, 1, "Farsi"),
    )
    assert (spoken.key, spoken.parent) == (
        ("partners.id", "remits.position", "languages.position"),
        "partners.remits",
    )


def test_the_key_tells_one_row_from_all_others() -> None:
    for one in flat_tables(EXAMPLE):
        names = [column.name for column in one.columns]
        keys = [tuple(cells[names.index(name)] for name in one.key) for cells in one.rows]
        assert len(set(keys)) == len(one.rows), one.name
        assert all(None not in key for key in keys)
        assert one.key or len(one.rows) <= 1


def test_a_required_column_has_a_value_in_every_row() -> None:
    for audience in Audience:
        for one in flat_tables(redact(EXAMPLE, audience), persons=True):
            for place, column in enumerate(one.columns):
                assert not column.required or all(cells[place] is not None for cells in one.rows), one.name


def test_every_text_that_an_audience_may_see_stands_in_a_cell() -> None:
    for audience in Audience:
        view = redact(EXAMPLE, audience)
        cells = {
            word
            for one in flat_tables(view)
            for record in one.records()
            for value in record.values()
            if isinstance(value, str)
            for word in (value, *value.split())
        }
        lost = {held.path for held in texts_of(view) if held.text not in cells}
        assert lost - {"view.withheld.collection"} == set(), audience


def test_the_columns_depend_on_the_audience_and_not_on_what_is_there() -> None:
    for audience in Audience:
        full = flat_tables(redact(EXAMPLE, audience), persons=True)
        bare = flat_tables(redact(minimal(), audience), persons=True)
        known = flat_layouts(audience, persons=True)
        assert (
            [one.columns for one in full] == [one.columns for one in bare] == [one.columns for one in known]
        )
        assert all(column.privacy <= audience for one in full for column in one.columns)


def test_a_table_above_the_audience_is_not_there_and_cases_are_for_their_own_class_only() -> None:
    names = {audience: {one.name for one in flat_layouts(audience)} for audience in Audience}
    assert [sorted(name for name in names[audience] if name.startswith("cases")) for audience in Audience][
        :4
    ] == [[]] * 4
    assert "barriers" not in names[Audience.REPORT]
    assert "barriers" in names[Audience.INTERNAL]
    assert "activities" not in names[Audience.INTERNAL]


def test_numbers_of_persons_stand_nowhere_unless_they_are_asked_for() -> None:
    counted = {
        (cls.__name__, field.name)
        for cls, field in _fields()
        if (about := field.metadata.get("jmd")) is not None and about.counts
    }
    shown = [column for one in flat_layouts(Audience.SOCIAL) for column in one.columns if column.counts]
    asked = [
        f"{one.name}.{column.name}"
        for one in flat_layouts(Audience.SOCIAL, persons=True)
        for column in one.columns
        if column.counts
    ]
    assert shown == []
    assert len(asked) == len(counted) == 6
    assert not any(
        column.counts for one in flat_layouts(Audience.REPORT, persons=True) for column in one.columns
    )


def _fields() -> list[tuple[type, Any]]:
    from docs.generate import entities

    return [(cls, field) for cls in entities() for field in fields_of(cls)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_stand_beside_their_codes(language: Any) -> None:
    one = minimal(partner("a", remits=(Remit(topics=(Topic.LANGUAGE, Topic.WORK)),)))
    told = row(one, "partners.remits", labels=language)
    expected = ", ".join(topic.label.in_(language) for topic in (Topic.LANGUAGE, Topic.WORK))
    assert told["topics.label"] == expected
    assert row(one, "partners", labels=language)["kind.label"] == one.partners["a"].kind.label.in_(language)


def test_an_empty_list_and_an_empty_text_are_absent() -> None:
    workspace = minimal(partner("a", area=(), note=""), contact("a", agreements=(Agreement(text="x"),)))
    assert not {"area", "note"} & row(workspace, "partners").keys()
    assert row(workspace, "contacts.agreements") == {
        "contacts.id": "a",
        "agreements.position": 1,
        "text": "x",
    }


def test_what_ended_and_is_only_known_beyond_has_no_row() -> None:
    gone = partner("b", period=Period(until=date(2020, 1, 1)))
    workspace = minimal(partner("a"), gone).as_of(date(2024, 1, 1))
    assert [record["id"] for record in table(workspace, "partners").records()] == ["a"]


def test_an_unknown_language_or_audience_is_refused() -> None:
    wrong: Any = "fr"
    with pytest.raises(ModelError):
        flat_tables(minimal(), labels=wrong)
    with pytest.raises(ModelError):
        flat_layouts(wrong)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("-7", "-7"),
        ("1/2", "0.5"),
        ("-1/1024", "-0.0009765625"),
        ("1/3", "1/3"),
        ("100", "100"),
        ("2501/50", "50.02"),
        ("1/10000", "0.0001"),
        ("-22/7", "-22/7"),
    ],
)
def test_a_number_is_told_with_all_its_decimals(number: str, text: str) -> None:
    assert exact_decimal(Fraction(number)) == text
