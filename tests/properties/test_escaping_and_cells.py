"""Whatever stands in a name, Markdown shows its characters, and a guarded cell gives its text back."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jmdexport.builtin._impuls_cells import (
    DATA,
    DIALECTS,
    OFFICE,
    guard,
    in_quotes,
    looked_through,
    needs_guard,
    number_cell,
    quoted,
    table_bytes,
    text_cell,
    unguard,
)
from jmdexport.documents.escaping import escape_inline, escape_markdown, shown

PIECES = [
    *"\\`*_{}[]()<>#+-.!|~&;:=^$@'\"/ \n\t0159abcxyzßüäא\u202e\u2068\u2069",
    "&amp;",
    "www.",
    "://",
    "1. ",
]
MARKUP = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
NAMES = st.one_of(st.text(max_size=30), MARKUP)
PLACES = {
    "paragraph": "{}",
    "sentence": "Name {} hier",
    "bullet": "- {}",
    "numbered": "1. {}",
    "heading": "### {}",
    "quote": "> {}",
    "after a line": "Text\n{}",
}


class Seen(HTMLParser):
    """Collects the text that a reader sees, and the elements around it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(markdown: str) -> Seen:
    parser = Seen()
    parser.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))
    parser.close()
    return parser


@given(name=NAMES)
@example(name="<script>alert(1)</script>")
@example(name="[x](javascript:alert(1))")
@example(name="- Schule")
@example(name="1. FC Köln")
@example(name="2)")
@example(name="---")
@example(name="===")
@example(name="# Haus")
@example(name="Haus #")
@example(name="&lt;b&gt; &#60;")
@example(name="a\\")
@example(name="https://example.org www.example.org a@example.org")
@example(name="```")
@example(name="~~~")
def test_markdown_shows_exactly_the_characters_of_a_name_wherever_a_line_begins(name: str) -> None:
    for place in PLACES.values():
        plain = seen(place.format("Haus"))
        found = seen(place.format(escape_markdown(name)))
        if shown(name):
            assert found.tags == plain.tags
            assert found.text.split() == plain.text.replace("Haus", shown(name)).split()


@given(name=NAMES)
@example(name="a | b")
@example(name="\\|")
@example(name="|")
def test_a_cell_of_a_table_shows_exactly_the_characters_of_a_name(name: str) -> None:
    table = f"| A | B |\n| --- | --- |\n| {escape_inline(name)} | Ende |\n"
    found = seen(table)
    assert found.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert found.text.split() == ["A", "B", *shown(name).split(), "Ende"]


@given(name=NAMES)
@example(name="0 \u2066")
def test_a_name_that_was_shown_once_stays_as_it_is(name: str) -> None:
    assert shown(shown(name)) == shown(name)


@given(text=st.one_of(st.text(), st.text(st.sampled_from("=+-@'|;,.\t\r\n 1aA(\"%"))))
def test_taking_the_guard_away_gives_the_text_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.lists(st.one_of(st.text(), st.text(st.sampled_from("=+-@'|;,.\t\r\n 1aA(\"%"))), max_size=12))
@example(["", ".", "'.", "a\0=1", " a", "a ", "x, y", "x; y", "x,=1", "-5", "\t=1", "a\n=1", "a\x1c"])
def test_a_text_without_a_second_look_stands_as_it_is_or_in_quotation_marks(texts: list[str]) -> None:
    for dialect in DIALECTS.values():
        to_quote, others = looked_through(texts, dialect)
        assert {*to_quote, *others} <= set(texts)
        for text in set(texts).difference(others):
            made = in_quotes(text) if text in to_quote else text
            assert quoted(text_cell(text, dialect), dialect) == made


def test_most_texts_are_told_to_stand_as_they_are_without_a_second_look() -> None:
    texts = ["Telefonat", "Treffen, im Herbst", "0341 1234567", "01067", "Rückruf – offen", "„Café“"]
    assert looked_through(texts, OFFICE) == ([], [])
    assert looked_through(texts, DATA) == (["Treffen, im Herbst"], [])
    assert looked_through(["a; b", "a\nb", "=1"], OFFICE) == (["a; b", "a\nb"], ["=1"])


@given(
    pieces=st.lists(st.text(st.sampled_from("=@'-1a \"")), min_size=2), separator=st.sampled_from(";,\t\r\n")
)
@example(pieces=["x", "=1"], separator=";")
@example(pieces=["=x", "'=1"], separator="\n")
def test_cut_at_a_separator_a_guarded_text_still_does_not_run(pieces: list[str], separator: str) -> None:
    cut = guard(separator.join(pieces)).split(separator)
    assert [piece for piece in cut if piece.lstrip(' "').startswith("=")] == []


@given(
    rest=st.text(), start=st.sampled_from("=|＝＋－＠"), before=st.text(st.sampled_from(" \t\r\n\"'\ufeff"))
)
def test_whatever_begins_like_a_formula_is_guarded(rest: str, start: str, before: str) -> None:
    assert needs_guard(before + start + rest)


@given(rows=st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=4)))
def test_a_table_is_read_back_cell_by_cell_in_each_dialect(rows: list[list[str]]) -> None:
    for dialect in DIALECTS.values():
        text = table_bytes(rows, dialect).decode(dialect.encoding)
        found = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.delimiter, strict=True)
        assert list(found) == rows


@given(number=st.fractions(min_value=0, max_value=10**9), decimals=st.integers(0, 6))
def test_both_dialects_write_the_same_number(number: Fraction, decimals: int) -> None:
    office, data = (number_cell(number, dialect, decimals=decimals) for dialect in (OFFICE, DATA))
    assert Fraction(office.replace(",", ".")) == Fraction(data)
