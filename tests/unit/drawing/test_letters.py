"""What of a text any picture draws: replaced where no font can show it, left out where nothing is seen."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jmdexport.direction import isolated, settled, unmarked
from jmdexport.drawing.letters import clean, clusters, drawn
from jmdexport.drawing.scene import Group, Scene, Text
from jmdexport.drawing.svg import to_svg

SVG = "{http://www.w3.org/2000/svg}"
FLAG = "🏴\U000e0067\U000e0062\U000e007f"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Straße 1 – „Łódź“ · CO₂ … 20 €", "Straße 1 – „Łódź“ · CO₂ … 20 €"),
        ("a\x00b\x1bc\x7fd\x9fe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("a\ud800b\udfffc", "a\ufffdb\ufffdc"),
        ("a\ue000b\ufdd0c\uffffd\U0001fffee\U0010ffff", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("Ju\u00adgend\u200bhaus\ufeff\u2060", "Jugendhaus"),
        ("Haus\U000e0048\U000e0069", "Haus"),
        (f"{FLAG} Haus", f"{FLAG} Haus"),
        ("❤\ufe0f 葛\U000e0100", "❤\ufe0f 葛\U000e0100"),
        ("می\u200cروم", "می\u200cروم"),
        ("\u202eabc\u202c \u2067def", "abc def"),
        ("\u2067abc\u2069 def", "\u2067abc\u2069 def"),
        ("A\u0308 e\u0302\u0301", "Ä ế"),
        ("a\u0316\u0317\u0318\u0319b", "a\u0316\u0317\ufffdb"),
        ("שָׁ\u05bc\u05bd", unicodedata.normalize("NFC", "שָׁ\u05bc\u05bd")),
        ("\u0338>", "\u25cc\u0338>"),
        ("a \u0301b", "a \u25cc\u0301b"),
        ("", ""),
    ],
)
def test_a_text_is_cleaned(text: str, wanted: str) -> None:
    assert clean(text) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("a\tb\nc", "a b c"),
        ("جمعية e. V.", "\u2068جمعية e. V.\u2069"),
        ("\u2068جمعية\u2069 e. V.", "\u2068جمعية\u2069 e. V."),
        ("\u2068جمعية", "\u2068جمعية\u2069"),
        ("\u200b\u2063", "\ufffd"),
        ("\u200e\u3164", "\ufffd"),
        (" ", " "),
        ("", ""),
    ],
)
def test_a_line_is_drawn_apart_from_others_and_is_never_invisible(line: str, wanted: str) -> None:
    assert drawn(line) == wanted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Haus", ["H", "a", "u", "s"]),
        ("q\u0323\u0304a", ["q\u0323\u0304", "a"]),
        ("👨\u200d👩\u200d👧👶", ["👨\u200d👩\u200d👧", "👶"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("🇩🇪🇫🇷🇦", ["🇩🇪", "🇫🇷", "🇦"]),
        (f"{FLAG}a", [FLAG, "a"]),
        ("1\ufe0f\u20e32", ["1\ufe0f\u20e3", "2"]),
        ("क्षि", ["क्षि"]),
        ("क्\u200dष", ["क्\u200dष"]),
        ("می\u200cروم", ["م", "ی\u200c", "ر", "و", "م"]),
        ("", []),
    ],
)
def test_what_is_seen_as_one_letter_is_one_cluster(text: str, parts: list[str]) -> None:
    assert clusters(text) == parts


SPECIAL = (
    "\x00\r\n\u0301\u0316\u0338\u05d0\u0627\u200b\u200d\u2028\u202e\u2067\u2068\u2069\ue000\ufe0f\ufeff🇩👨"
)
TEXTS = st.text(st.one_of(st.sampled_from(SPECIAL), st.characters()), max_size=30)


@given(TEXTS)
@example("\u2068\u202e\u2069\u0301")
def test_what_was_cleaned_once_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert drawn(drawn(text)) == drawn(text)
    assert "".join(clusters(text)) == text


@given(TEXTS, TEXTS)
def test_any_text_is_read_back_from_an_svg(text: str, title: str) -> None:
    line = Text(x=1, y=2, lines=(text,), size=8, colour="#000000")
    items = (Group(items=(line,), title=title, data=(("data-a", title),)),)
    scene = Scene(width=9, height=9, language="de", title=title, description=text, items=items)
    root = ET.fromstring(to_svg(scene, fonts=False).encode())
    (found,) = root.iter(f"{SVG}text")
    assert (found.text or "") == drawn(text)
    assert [one.text or "" for one in root.iter(f"{SVG}title")] == [clean(title)] * (2 if title else 1)
    assert root.findtext(f"{SVG}desc") == clean(text)


@given(TEXTS)
def test_no_text_turns_what_stands_beside_it(text: str) -> None:
    line = drawn(text)
    assert settled(line) == line
    assert isolated(line) == line
    assert not {"R", "AL"} & {unicodedata.bidirectional(one) for one in outside(line)}


def outside(line: str) -> str:
    """Give what of a line stands outside every isolate."""
    depth, found = 0, []
    for char in line:
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        if not depth:
            found.append(char)
    return "".join(found)


def test_a_name_can_be_read_without_what_sets_it_apart() -> None:
    assert unmarked(drawn("جمعية")) == "جمعية"
