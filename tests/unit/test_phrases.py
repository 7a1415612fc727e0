"""Counted phrases in the right number, gender and case."""

from __future__ import annotations

import pytest

from jmdmodel.messages import Say
from jmdmodel.phrases import Case, Counted, Noun, capital, counted, number_word

PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), "Partnern")
SESSION = Noun("f", Say("Sitzung", "session"), Say("Sitzungen", "sessions"))
NETWORK = Noun("n", Say("Netzwerk", "network"), Say("Netzwerke", "networks"), "Netzwerken")


@pytest.mark.parametrize(
    ("noun", "case", "forms"),
    [
        (PARTNER, "nom", ["kein Partner", "ein Partner", "zwei Partner", "13 Partner"]),
        (PARTNER, "acc", ["keinen Partner", "einen Partner", "zwei Partner", "13 Partner"]),
        (PARTNER, "dat", ["keinem Partner", "einem Partner", "zwei Partnern", "13 Partnern"]),
        (SESSION, "nom", ["keine Sitzung", "eine Sitzung", "zwei Sitzungen", "13 Sitzungen"]),
        (SESSION, "acc", ["keine Sitzung", "eine Sitzung", "zwei Sitzungen", "13 Sitzungen"]),
        (SESSION, "dat", ["keiner Sitzung", "einer Sitzung", "zwei Sitzungen", "13 Sitzungen"]),
        (NETWORK, "nom", ["kein Netzwerk", "ein Netzwerk", "zwei Netzwerke", "13 Netzwerke"]),
        (NETWORK, "acc", ["kein Netzwerk", "ein Netzwerk", "zwei Netzwerke", "13 Netzwerke"]),
        (NETWORK, "dat", ["keinem Netzwerk", "einem Netzwerk", "zwei Netzwerken", "13 Netzwerken"]),
    ],
)
def test_german_follows_number_gender_and_case(noun: Noun, case: Case, forms: list[str]) -> None:
    assert [counted(number, noun, "de", case=case) for number in (0, 1, 2, 13)] == forms


def test_english_follows_the_number() -> None:
    assert [counted(number, PARTNER, "en") for number in (0, 1, 2, 13)] == [
        "no partners",
        "one partner",
        "two partners",
        "13 partners",
    ]


@pytest.mark.parametrize(("number", "word"), [(2, "zwei"), (12, "zwölf"), (13, "13"), (1234, "1.234")])
def test_numbers_up_to_twelve_are_words(number: int, word: str) -> None:
    assert number_word(number, "de") == word


def test_a_sentence_has_a_form_for_none_one_and_many() -> None:
    say = Counted(none=Say("a", "a"), one=Say("b", "b"), many=Say("c", "c"))
    assert [say.of(number).de for number in (0, 1, 2, 100)] == ["a", "b", "c", "c"]


def test_a_capital_changes_the_first_letter_alone() -> None:
    assert capital("zwei AGs") == "Zwei AGs"
    assert capital("") == ""
