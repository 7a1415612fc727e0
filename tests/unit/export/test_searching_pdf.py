"""The words of a PDF are found although its pages hold numbers of glyphs."""

from __future__ import annotations

import zlib

import pytest

from jmdexport.searching import find_in, search
from jmdexport.searching.pdf import Pdf, without_lines, without_references

CHARS = b"2 beginbfchar <0041> <0057> <0042> <00650069> endbfchar"
RANGES = b"2 beginbfrange <0001> <0003> <0061> <0010> <0011> [<0058> <0059>] endbfrange"


def pdf(content: bytes, table: bytes = CHARS, *, packed: bool = True) -> bytes:
    streams = [zlib.compress(part) if packed else part for part in (content, table)]
    parts = [
        b"<</Font<</F1 2 0 R>>>>",
        b"<</Type/Font/ToUnicode 4 0 R>>",
        *(b"<<>>stream\n" + part + b"\nendstream" for part in streams),
    ]
    objects = (str(number).encode() + b" 0 obj\n" + part for number, part in enumerate(parts, start=1))
    return b"%PDF-1.7\n" + b"\nendobj\n".join([*objects, b""])


def words_of(data: bytes) -> list[str]:
    return list(Pdf.of(data).words())


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 9 Tf <00410042> Tj ET",
        b"BT /F1 9 Tf [<0041> -20 <0042>] TJ ET",
        b"BT/F1 9.5 Tf(\\000A\\000B)Tj\nET",
        b"BT /F1 9 Tf (\\000\\101\\000\\102) Tj ET",
    ],
)
def test_words_are_read_through_the_letters_of_their_font(content: bytes, packed: bool) -> None:
    assert "Wei" in "".join(words_of(pdf(content, packed=packed)))
    assert find_in(pdf(content, packed=packed), {"Wei", "Weg"}) == {"Wei"}


def test_the_way_to_a_word_is_told() -> None:
    assert search(pdf(b"BT /F1 9 Tf <00410042> Tj ET"), {"Wei"}).ways == (("Wei", ("pdf",)),)


def test_ranges_are_counted_on_or_listed() -> None:
    text = "".join(words_of(pdf(b"BT /F1 9 Tf <00010002000300100011> Tj ET", RANGES)))
    assert "abcXY" in text


def test_brackets_that_come_in_pairs_belong_to_the_words() -> None:
    table = b"4 beginbfchar <0028> <0028> <0029> <0029> <0041> <0061> <0042> <0062> endbfchar"
    assert "(a)b" in "".join(words_of(pdf(b"BT /F1 9 Tf (\\000(\\000A\\000)\\000B) Tj ET", table)))


@pytest.mark.parametrize(
    "table",
    [b"beginbfchar <> <0041> endbfchar", b"beginbfrange <01> [ endbfrange", b"beginbfchar <1> <1> endbfchar"],
)
def test_a_broken_table_of_letters_does_no_harm(table: bytes) -> None:
    assert words_of(pdf(b"BT /F1 9 Tf <00410042> Tj ET", table)) in ([], ["\n"], ["\n\n"])


def test_lines_and_curves_are_left_out_and_words_are_not() -> None:
    drawn = b"q 1 0 0 1 5.5 -5 cm\n10 20 m 30 40 l S\n0.5 0 0 rg (Name 12 m) Tj <0041> Tj\n"
    left = without_lines(drawn)
    assert b"(Name" in left
    assert b"<0041> Tj" in left
    assert b"10 20 m" not in left
    assert b"5.5" not in left


def test_words_that_stand_plain_in_a_page_are_still_found() -> None:
    assert find_in(pdf(b"BT /F9 9 Tf 1 0 0 1 5 5 Tm (Weise Worte) Tj ET"), {"Weise Worte"}) == {"Weise Worte"}


def test_a_font_that_shares_its_name_with_one_that_tells_no_letters_hides_nothing() -> None:
    table = b"3 beginbfchar <5765> <0041> <6973> <0042> <6521> <0043> endbfchar"  # the pairs of "Weise!"
    content = b"BT /F1 9 Tf (Weise!) Tj ET"
    known = pdf(content, table)
    assert "ABC" in "".join(words_of(known))
    assert find_in(known, {"Weise!"}) == frozenset()
    other = known + b"5 0 obj\n<</Font<</F1 6 0 R>>>>\nendobj\n6 0 obj\n<</Type/Font>>\nendobj\n"
    assert find_in(other, {"Weise!"}) == {"Weise!"}


def test_a_string_with_a_glyph_that_no_font_knows_is_read_as_it_stands() -> None:
    table = b"1 beginbfchar <5765> <0041> endbfchar"
    assert find_in(pdf(b"BT /F1 9 Tf (Weise) Tj ET", table), {"Weise"}) == {"Weise"}


def test_the_numbers_by_which_parts_name_each_other_are_left_out_and_no_words() -> None:
    data = (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Kids [ 12 0 R 13 0 R ]/T(Weise 12 0 R)/P 4 0 R>>\nendobj"
    )
    left = without_references(data)
    assert left == b"%PDF-1.7\n\n1 0 obj\n<</Kids [ ]/T(Weise 12 0 R)/P >>\nendobj"
