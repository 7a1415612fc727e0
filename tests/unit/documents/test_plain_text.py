"""Plain text: no sign of Markdown left, tables in columns or as entries, lines that are not too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmdexport.documents.escaping import escape_markdown, shown
from jmdexport.documents.plain_text import WIDTH, to_plain_text
from jmdexport.documents.tree import blocks_of


def plain(text: str, language: str = "de") -> str:
    return to_plain_text(blocks_of(text), language=language)  # type: ignore[arg-type]


@pytest.mark.parametrize(("level", "sign"), [(1, "="), (2, "-"), (3, "~"), (4, "."), (6, ".")])
def test_a_heading_is_underlined_as_wide_as_it_is(level: int, sign: str) -> None:
    assert plain(f"{'#' * level} Größe") == f"Größe\n{sign * 5}\n"


def test_a_table_that_has_room_stands_in_columns_with_numbers_to_the_right() -> None:
    assert plain("| Art | Zahl |\n|---|--:|\n| Schule | 3 |\n| Amt | 12 |") == (
        "Art     Zahl\n------  ----\nSchule     3\nAmt       12\n"
    )


def test_a_table_a_little_too_wide_breaks_its_longest_cells() -> None:
    made = plain(f"| Art | Namen |\n|---|---|\n| Schule | {'Wort ' * 20}|\n")
    assert made.splitlines()[2].startswith("Schule  Wort Wort")
    assert made.splitlines()[3].startswith("        Wort")
    assert max(map(len, made.splitlines())) <= WIDTH


def test_a_table_far_too_wide_becomes_lines_with_labels() -> None:
    long = "Wort " * 70
    made = plain(f"| Art | Zahl | Namen |\n|---|--:|---|\n| Schule | 3 | {long}|\n| Amt | 1 | – |")
    assert made.startswith("Art: Schule\n  Zahl: 3\n  Namen: Wort Wort")
    assert "\n\nArt: Amt\n  Zahl: 1\n  Namen: –\n" in made
    assert plain(f"| Angabe | Inhalt |\n|---|---|\n| Ziel | {long}|").startswith("Ziel: Wort Wort")


def test_a_picture_gives_way_to_its_alternative_text_in_each_language() -> None:
    assert plain("![Die Karte](a.svg)") == "[Bild: Die Karte]\n"
    assert plain("![The map](a.svg)", "en") == "[Picture: The map]\n"
    assert plain("![](a.svg)") == "[Bild]\n"


def test_lists_quotes_code_and_rules_keep_their_form() -> None:
    assert plain("- eins\n- zwei\n  - drei") == "- eins\n- zwei\n  - drei\n"
    assert plain("9. neun\n10. zehn") == " 9. neun\n10. zehn\n"
    assert plain("- eins\n\n- zwei") == "- eins\n\n- zwei\n"
    assert plain("> Wort") == "    Wort\n"
    assert plain("    a  b") == "    a  b\n"
    assert plain("***") == "-" * 20 + "\n"
    assert plain("eins\\\nzwei") == "eins\nzwei\n"


def test_a_link_tells_where_it_leads_unless_its_words_do() -> None:
    assert plain("[hier](https://a.example)") == "hier (https://a.example)\n"
    assert plain("[a@b.example](mailto:a@b.example)") == "a@b.example\n"
    assert plain("[oben](#oben)") == "oben\n"


def test_a_line_is_broken_between_words_only() -> None:
    made = plain("Nachbarschafts-Treff " * 12)
    assert all(len(line) <= WIDTH for line in made.splitlines())
    assert "Nachbarschafts-\n" not in made


def test_letters_that_take_two_columns_are_counted_so() -> None:
    assert plain("# 漢字") == "漢字\n====\n"


def test_nothing_gives_an_empty_line() -> None:
    assert plain("") == "\n"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60))
def test_what_stands_in_a_name_stands_in_the_text(name: str) -> None:
    words = shown(name).split()
    assert plain(f"Name: {escape_markdown(name)}").split() == ["Name:", *words]
