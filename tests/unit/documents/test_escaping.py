"""How a name is made fit to be shown: one line, no control characters, direction of writing kept in."""

from __future__ import annotations

import pytest

from jmdexport.documents.escaping import Marked, escape_inline, escape_markdown, paragraphs_of, shown
from jmdexport.documents.filters import bullets, prose, table

HEBREW = "\u05d1\u05d9\u05ea"
PERSIAN = "\u06a9\u062a\u0627\u0628\u200c\u0647\u0627"


@pytest.mark.parametrize(
    "name", ["Haus", "AG § 78 – „Nord“", "Müller & Söhne", "Dvořák", "Ελλάδα", "日本", ""]
)
def test_a_usual_name_stays_as_it_is(name: str) -> None:
    assert shown(name) == name


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("  Haus \t am\nBach ", "Haus am Bach"),
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x00b\x7f", "a␀b␡"),
        ("a\x9bb", "a\ufffdb"),
        ("a\u2028b", "a b"),
    ],
)
def test_breaks_and_control_characters_cannot_act(name: str, seen: str) -> None:
    assert shown(name) == seen


@pytest.mark.parametrize("name", [HEBREW, f"Verein {HEBREW}", PERSIAN])
def test_a_right_to_left_name_is_isolated_and_keeps_its_joiners(name: str) -> None:
    assert shown(name) == f"\u2068{name}\u2069"


def test_a_name_in_a_sentence_is_isolated_and_the_sentence_is_not() -> None:
    sentence = f"Zwei Partner: {shown(HEBREW)} und Amt."
    assert escape_markdown(sentence) == sentence


def test_overrides_of_the_direction_are_left_out() -> None:
    assert shown("Amt\u202etxt.exe\u202c") == "Amttxt.exe"


@pytest.mark.parametrize("name", ["a\u2069b", "a\u2066b", "a\u2069\u2066b"])
def test_an_isolate_that_is_not_closed_or_closes_another_is_left_out(name: str) -> None:
    assert shown(name) == "ab"


def test_a_line_start_is_escaped_only_where_a_line_can_start() -> None:
    assert escape_markdown("1. FC Köln") == "1\\. FC Köln"
    assert escape_inline("1. FC Köln") == "1. FC Köln"
    assert escape_markdown("01.03.2025") == "01.03.2025"
    assert escape_markdown("- Schule") == "\\- Schule"


def test_addresses_do_not_become_links_by_themselves() -> None:
    assert escape_markdown("https://a.de www.a.de a@b.de") == "https\\://a.de www\\.a.de a\\@b.de"


def test_what_is_markdown_already_is_not_escaped_again() -> None:
    assert bullets([Marked("**a**"), "*b*"]) == "- **a**\n- \\*b\\*"


def test_sentences_make_one_paragraph_and_empty_ones_leave_no_gap() -> None:
    assert prose(["Eins.", "", "Zwei."]) == "Eins. Zwei."


def test_a_total_stands_in_bold_and_empty_cells_stay_empty() -> None:
    made = table({"head": ["A", "B"], "align": "lr", "rows": [["a|b", "1"]], "total": ["Zusammen", ""]})
    assert made.splitlines() == ["| A | B |", "| --- | ---: |", "| a\\|b | 1 |", "| **Zusammen** |  |"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\u2028"])
def test_an_empty_line_divides_paragraphs_whatever_ends_a_line(line_end: str) -> None:
    text = f"a{line_end}b{line_end} {line_end}c{line_end * 3}d"
    assert paragraphs_of(text) == ["a b", "c", "d"]
