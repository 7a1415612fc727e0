"""Texts in two languages, and the forms of dates, numbers, shares and lists in both."""

from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction

import pytest

from jmdmodel.errors import (
    JmdError,
    ModelError,
    NoMapForYear,
    RuleConfigError,
    SaveError,
    StorageError,
)
from jmdmodel.messages import (
    Language,
    Message,
    Say,
    Value,
    counted,
    in_date,
    in_decimal,
    in_list,
    in_long_date,
    in_month,
    in_number,
    in_percent,
    in_words,
)

SAY = Say(de="{a} und {b}", en="{b} and {a}")


def test_a_message_is_put_into_words_in_either_language() -> None:
    message = Message.of(SAY, a=1200, b=date(2024, 2, 29))
    assert message.in_("de") == "1.200 und 29.02.2024"
    assert message.in_("en") == "29 February 2024 and 1,200"


@pytest.mark.parametrize("values", [{}, {"a": 1}, {"a": 1, "b": 2, "c": 3}, {"a": 1, "x": 2}])
def test_a_message_with_other_values_than_its_text_names_is_refused(values: dict[str, int]) -> None:
    with pytest.raises(TypeError, match=r"\['a', 'b'\]"):
        Message.of(SAY, **values)


def test_the_names_of_a_text_are_those_of_both_languages() -> None:
    assert Say("{a}", "{b}").names() == {"a", "b"}
    assert Say("{{a}}", "ohne").names() == frozenset()


def test_values_with_braces_are_not_read_again() -> None:
    assert Message.of(Say("{a}", "{a}"), a="{b} {0} {").in_("de") == "{b} {0} {"


def test_messages_hash_compare_and_pickle_whatever_the_order_of_their_values() -> None:
    one, other = Message.of(SAY, a=1, b=("x", Say("d", "e"))), Message.of(SAY, b=("x", Say("d", "e")), a=1)
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize(
    ("value", "de", "en"),
    [
        (None, "–", "–"),
        (True, "ja", "yes"),
        (False, "nein", "no"),
        ("Text", "Text", "Text"),
        (Say("d", "e"), "d", "e"),
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1.000", "1,000"),
        (-1234567, "−1.234.567", "−1,234,567"),
        (Fraction(1, 4), "0,3", "0.3"),
        (date(2025, 3, 1), "01.03.2025", "1 March 2025"),
        (date(987, 1, 1), "01.01.0987", "1 January 987"),
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b"), "a und b", "a and b"),
        (("a", 2, True), "a, 2 und ja", "a, 2, and yes"),
    ],
)
def test_every_kind_of_value_has_its_form(value: Value, de: str, en: str) -> None:
    assert (in_words(value, "de"), in_words(value, "en")) == (de, en)


@pytest.mark.parametrize(
    ("number", "decimals", "shown"),
    [
        ("0", 0, "0"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "−1"),
        ("0.4999", 0, "0"),
        ("-0.4999", 0, "0"),
        ("1.25", 1, "1,3"),
        ("-1.25", 1, "−1,3"),
        ("1.05", 1, "1,1"),
        ("0.05", 1, "0,1"),
        ("-0.04", 1, "0,0"),
        ("999.95", 1, "1.000,0"),
        ("1/3", 4, "0,3333"),
        ("2/3", 4, "0,6667"),
        ("12345678.005", 2, "12.345.678,01"),
    ],
)
def test_halves_are_rounded_away_from_zero_and_nothing_is_minus_zero(
    number: str, decimals: int, shown: str
) -> None:
    assert in_decimal(Fraction(number), "de", decimals=decimals) == shown


@pytest.mark.parametrize(
    ("share", "de", "en"),
    [
        ("0", "0,0\u00a0%", "0.0%"),
        ("1", "100,0\u00a0%", "100.0%"),
        ("-1/8", "−12,5\u00a0%", "−12.5%"),
        ("1/3", "33,3\u00a0%", "33.3%"),
        ("0.9999", "100,0\u00a0%", "100.0%"),
        ("12", "1.200,0\u00a0%", "1,200.0%"),
    ],
)
def test_shares_are_told_per_cent(share: str, de: str, en: str) -> None:
    assert (in_percent(Fraction(share), "de"), in_percent(Fraction(share), "en")) == (de, en)


def test_shares_without_decimals_have_no_point() -> None:
    assert in_percent(Fraction(1, 8), "en", decimals=0) == "13%"


def test_months_and_long_dates_are_words() -> None:
    assert in_month(3, "de") == "März"
    assert in_month(12, "en") == "December"
    assert in_long_date(date(2025, 3, 1), "de") == "1. März 2025"
    assert in_long_date(date(2025, 3, 1), "en") == in_date(date(2025, 3, 1), "en") == "1 March 2025"


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0 Netze"), (1, "1 Netz"), (2, "2 Netze"), (1000, "1.000 Netze")]
)
def test_a_count_takes_its_noun(number: int, shown: str) -> None:
    assert counted(number, Say("Netz", "net"), Say("Netze", "nets"), "de") == shown


@pytest.mark.parametrize(("language", "joined"), [("de", "a, b und c"), ("en", "a, b, and c")])
def test_lists_end_with_their_word(language: Language, joined: str) -> None:
    assert in_list(["a", "b", "c"], language) == joined
    assert in_list([], language) == ""
    assert in_number(10**12, language).replace(".", ",") == "1,000,000,000,000"


MESSAGE = Message.of(Say("Das ist {n}.", "This is {n}."), n=1)


@pytest.mark.parametrize(
    "error",
    [
        JmdError("x"),
        ModelError("x"),
        StorageError("S1", "a/b", MESSAGE),
        SaveError("S2", MESSAGE),
        RuleConfigError("C1", MESSAGE),
        NoMapForYear("M1", MESSAGE, (2024, 2025)),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_error_survives_a_process_border(error: JmdError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert (again.in_("de"), str(again)) == (error.in_("de"), str(error))


def test_errors_tell_their_code_in_either_language() -> None:
    error = StorageError("S1", "a/b", MESSAGE)
    assert (error.in_("de"), str(error)) == ("a/b: Das ist 1. [S1]", "a/b: This is 1. [S1]")
    assert SaveError("S2", MESSAGE).in_("de") == "Das ist 1. [S2]"
    assert NoMapForYear("M1", MESSAGE, (2024,)).years == (2024,)
    assert str(JmdError()) == ""
