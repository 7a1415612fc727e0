"""Columns as wide as their words: none is broken where there is room for it."""

from __future__ import annotations

import pytest

from jmdexport.documents.tree import blocks_of
from jmdexport.documents.widths import ROOM, has_room, shares
from jmdexport.drawing.measure import text_width

MARGIN = 3.8  # of Word and LibreOffice: 108 twentieths of a point on either side


def given(*lines: str) -> list[float]:
    head, *rows = lines
    bar = "|".join("---" for _ in head.strip("|").split("|"))
    return shares(blocks_of("\n".join([head, f"|{bar}|", *rows]))[0])


def wide(text: str, *, bold: bool = False) -> float:
    return text_width(text, size=9, bold=bold) + MARGIN


@pytest.mark.parametrize("head", ["Wochenstunden", "WWWWWWWWWWWW", "Regionalschlüssel (ARS)"])
def test_a_bold_head_has_room_beside_short_cells(head: str) -> None:
    first, second = given(f"| Funktion | {head} |", "| Beratung | 39,0 |")
    assert has_room([first, second])
    assert second * ROOM >= wide(head, bold=True)


def test_no_word_is_broken_as_long_as_all_have_room() -> None:
    words = ("Verbandsgemeinde", "Gemeindeverband", "Gemeindeschlüssel", "Regionalschlüssel", "Landkreis")
    head = f"| Gebiet | Ebene | {words[2]} (AGS) | {words[3]} (ARS) | liegt in |"
    made = given(head, f"| {words[0]} Sellbach am Rand | {words[1]} | – | 071985003 | {words[4]} Dornheim |")
    assert not has_room(made)
    assert sum(made) == pytest.approx(1)
    for share, word, bold in zip(made, words, (False, False, True, True, False), strict=True):
        assert share * ROOM >= wide(word, bold=bold)


def test_a_word_longer_than_the_line_leaves_the_other_columns_their_words() -> None:
    made = given("| Art | Name |", f"| Gemeindeverband | {'Donaudampfschifffahrt' * 9} |")
    assert sum(made) == pytest.approx(1)
    assert made[0] * ROOM >= wide("Gemeindeverband")


@pytest.mark.parametrize("rows", [(), ("|  |  |",)])
def test_empty_cells_have_a_width(rows: tuple[str, ...]) -> None:
    made = given("|  |  |", *rows)
    assert all(0 < share < 0.1 for share in made)
