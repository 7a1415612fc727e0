"""Options: declared once, read from texts with all faults at once, shown as table and as JSON Schema."""

# ruff: noqa: RUF009 - option() declares a field
from __future__ import annotations

import enum
import pickle
from datetime import UTC, date, datetime
from typing import Literal

import attrs
import pytest

from jmdexport.errors import BadOption, BadRecord
from jmdexport.options import as_rows, as_schema, build, describe, option, read_pairs
from jmdmodel.messages import Say
from jmdmodel.scales import Audience, Intensity


def even(instance: object, field: object, value: int) -> None:
    if value % 2:
        raise ValueError("an odd number")


class Plain(enum.Enum):
    ONE = "one"
    TWO = "two"


@attrs.frozen(kw_only=True)
class Options:
    page: Literal["A4", "A3"] = option(Say("Das Papier.", "The paper."), default="A4")
    from_year: int | None = option(Say("Ab Jahr.", "From year."), default=None, minimum=1990, maximum=2100)
    rows: int = option(Say("Zeilen.", "Rows."), default=40, minimum=1)
    most: int = option(Say("Höchstens.", "At most."), default=0, maximum=9)
    audience: Audience = option(Say("Kreis.", "Audience."), default=Audience.PUBLIC)
    step: Intensity = option(Say("Stufe.", "Step."), default=Intensity.WEEKLY)
    kinds: tuple[Plain, ...] = option(Say("Arten.", "Kinds."), default=())
    day: date = option(Say("Tag.", "Day."), default=date(2025, 3, 1))
    legend: bool = option(Say("Legende.", "Legend."), default=True)
    title: str = option(Say("Titel.", "Title."), default="", choices=("", "Karte", "Netz"))
    pair: int = option(Say("Gerade.", "Even."), default=2, validator=even)
    bare: str = "as it is"


@attrs.frozen(kw_only=True)
class Span:
    first: int = option(Say("Erstes.", "First."), default=1)
    last: int = option(Say("Letztes.", "Last."), default=2)

    def __attrs_post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError("the first comes after the last")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("page", "a3", "A3"),
        ("from-year", "1990", 1990),
        ("from_year", "2100", 2100),
        ("From-Year", " 2000 ", 2000),
        ("from-year", "", None),
        ("from-year", "none", None),
        ("rows", "1", 1),
        ("rows", "+7", 7),
        ("most", "-3", -3),
        ("most", "9", 9),
        ("audience", "Internal", Audience.INTERNAL),
        ("step", "1", Intensity.YEARLY),
        ("kinds", "", ()),
        ("kinds", "two, one,", (Plain.TWO, Plain.ONE)),
        ("day", "2024-02-29", date(2024, 2, 29)),
        ("legend", "nein", False),
        ("legend", "ON", True),
        ("title", "karte", "Karte"),
        ("title", "", ""),
        ("pair", "4", 4),
        ("bare", "  with = blanks ", "  with = blanks "),
    ],
)
def test_a_text_is_read_as_the_kind_of_its_option(name: str, text: str, value: object) -> None:
    made = build(Options, {name: text})
    assert getattr(made, name.lower().replace("-", "_")) == value


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("page", "A5", '"A5" does not fit. Expected: one of: A4, A3.'),
        ("from-year", "1989", "a whole number from 1990 to 2100; or nothing"),
        ("from-year", "2101", "a whole number from 1990 to 2100; or nothing"),
        ("rows", "0", "a whole number, at least 1"),
        ("rows", "", "a whole number, at least 1"),
        ("rows", "1.5", "a whole number"),
        ("rows", "1_000", "a whole number"),
        ("rows", "٣", "a whole number"),
        ("rows", "9" * 40, "a whole number"),
        ("rows", True, "a whole number"),
        ("rows", None, "a whole number"),
        ("most", "10", "a whole number, at most 9"),
        ("audience", "everybody", "one of: public, report"),
        ("step", "6", "one of: 1, 2, 3, 4, 5"),
        ("kinds", "one,three", '"three" does not fit. Expected: one of: one, two; several with commas.'),
        ("kinds", Plain.ONE, "several with commas"),
        ("day", "2023-02-29", "a day such as 2025-03-31"),
        ("day", "20240229", "a day such as"),
        ("day", datetime(2024, 1, 1, tzinfo=UTC), "a day such as"),
        ("legend", "perhaps", "yes or no"),
        ("legend", 1, "yes or no"),
        ("pair", "3", '"3" does not fit: an odd number'),
        ("bare", 3, "a text"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_name_value_and_what_fits(
    name: str, given: object, words: str
) -> None:
    with pytest.raises(BadOption) as caught:
        build(Options, {name: given})
    (fault,) = caught.value.faults
    assert fault.name == name
    assert words in fault.in_("en")
    assert fault.in_("de") != fault.in_("en")


def test_values_of_the_right_kind_are_taken_as_they_are() -> None:
    given = {"rows": 3, "audience": Audience.REPORT, "kinds": (Plain.ONE,), "from_year": None}
    assert build(Options, given) == Options(rows=3, audience=Audience.REPORT, kinds=(Plain.ONE,))
    assert build(Options, {"kinds": ["one", Plain.TWO]}).kinds == (Plain.ONE, Plain.TWO)


def test_all_faults_are_told_at_once_with_the_nearest_names() -> None:
    with pytest.raises(BadOption) as caught:
        build(Options, [("legnd", "no"), ("rows", "x"), ("page", "A33"), ("rows", "2"), ("zzz", "")])
    faults = caught.value.faults
    assert [fault.name for fault in faults] == ["legnd", "page", "rows", "rows", "zzz"]
    assert [fault.near for fault in faults] == ["legend", "A3", None, None, None]
    assert "given twice" in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).faults == faults


def test_options_made_by_hand_are_checked_as_well() -> None:
    for wrong in ({"rows": 0}, {"page": "A5"}, {"legend": "yes"}, {"pair": 1}, {"day": "2025-03-01"}):
        with pytest.raises(BadOption) as caught:
            Options(**wrong)
        assert [fault.name for fault in caught.value.faults] == list(wrong)


def test_options_that_do_not_fit_together_are_told_in_the_authors_words() -> None:
    assert build(Span, {"first": "5", "last": "6"}) == Span(first=5, last=6)
    with pytest.raises(BadOption, match="do not fit together: the first comes after the last"):
        build(Span, {"first": "7", "last": "6"})


def test_pairs_of_a_command_line_are_parted_at_the_first_sign() -> None:
    assert read_pairs(["a=b=c", "d="]) == (("a", "b=c"), ("d", ""))
    with pytest.raises(BadOption) as caught:
        read_pairs(["a=1", "b", "c"])
    assert [fault.name for fault in caught.value.faults] == ["b", "c"]


def test_the_table_of_the_docs_says_name_kind_default_and_purpose() -> None:
    rows = {row[0]: row[1:] for row in as_rows(Options, "de")}
    assert rows["page"] == ("eines von: A4, A3", "A4", "Das Papier.")
    assert rows["from-year"] == ("eine ganze Zahl von 1990 bis 2100; oder nichts", "–", "Ab Jahr.")
    assert rows["legend"] == ("ja oder nein", "ja", "Legende.")
    assert rows["kinds"][0] == "eines von: one, two; mehrere mit Komma"
    assert rows["bare"] == ("ein Text", "as it is", "bare")
    assert list(rows) == [info.name for info in describe(Options)]


def test_the_json_schema_says_types_limits_choices_and_defaults() -> None:
    schema = as_schema(Options)
    known = schema["properties"]
    assert schema["additionalProperties"] is False
    assert known["page"] == {
        "type": "string",
        "enum": ["A4", "A3"],
        "description": "The paper.",
        "default": "A4",
    }
    assert known["from-year"]["anyOf"] == [
        {"type": "integer", "minimum": 1990, "maximum": 2100},
        {"type": "null"},
    ]
    assert known["step"]["enum"] == [1, 2, 3, 4, 5]
    assert known["step"]["type"] == "integer"
    assert known["kinds"]["items"]["enum"] == ["one", "two"]
    assert known["kinds"]["default"] == []
    assert (known["day"]["format"], known["day"]["default"]) == ("date", "2025-03-01")
    assert known["legend"]["type"] == "boolean"


@attrs.frozen(kw_only=True)
class Odd:
    where: complex = 0j


@attrs.frozen(kw_only=True)
class Two:
    either: int | str = 0


@pytest.mark.parametrize("options", [Odd, Two])
def test_a_kind_that_no_command_line_can_give_is_refused(options: type) -> None:
    with pytest.raises(BadRecord, match="command line"):
        describe(options)
