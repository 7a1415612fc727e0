"""What PNG and PDF show: right letters at the right place, a visible sign for those the fonts lack."""

from __future__ import annotations

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdexport.direction import unmarked
from jmdexport.drawing.letters import REPLACEMENT
from jmdexport.drawing.measure import faces, text_width
from jmdexport.drawing.pdf import to_pdf
from jmdexport.drawing.png import to_png
from jmdexport.drawing.printed import apart, lost, printable, with_printable
from jmdexport.drawing.scene import Scene, Text
from tests.unit.builtin._names import OWN, REPLACED, SAID
from tests.unit.drawing._ink import DPI, MIDDLE, SIZE, dark, ink, line, rows, width

KNOWN = sorted({*faces()["regular"].advances, *faces()["world"].advances})
ANY = st.text(st.one_of(st.sampled_from([chr(code) for code in KNOWN]), st.characters()), max_size=25)
ALONE = ("لا", "ہمدردی", "हिन्दी", "क्षत्रिय", "கொடி", "ที่นี่", "ܒܝܬ", "שָׁלוֹם", "ማኅበር")
"""Words whose letters are joined, moved or set with marks, but for the last one."""


@pytest.mark.parametrize("name", SAID.values(), ids=SAID)
def test_names_in_the_scripts_of_the_fonts_are_printed_as_they_are(name: str) -> None:
    assert REPLACEMENT not in printable(name)
    assert not lost(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("漢字 Köln", "\ufffd\ufffd Köln"),
        ("Haus 🏫 der 👨\u200d👩\u200d👧 🇩🇪", "Haus \ufffd der \ufffd \ufffd"),
        ("Haus ❤\ufe0f ★ ☎", "Haus ❤ ★ ☎"),
        ("1\ufe0f\u20e3 a\u20e3", "\ufffd \ufffd"),
        ("ਗੁਰ", "\ufffd\ufffd"),
        ("می\u200cروم", "می\u200cروم"),
    ],
)
def test_letters_that_the_fonts_lack_are_replaced_by_a_visible_sign(name: str, shown: str) -> None:
    assert unmarked(printable(name)) == shown
    assert lost(name) == (REPLACEMENT in shown)


def test_what_no_picture_can_show_is_not_called_lost_in_print() -> None:
    assert printable("Haus\x00") == "Haus\ufffd"
    assert not lost("Haus\x00")


@given(ANY)
def test_no_letter_of_a_print_is_missing_in_its_font(name: str) -> None:
    assert {ord(char) for char in apart(printable(name))} <= set(KNOWN)


@given(ANY)
def test_setting_scripts_apart_keeps_all_letters_in_their_order(name: str) -> None:
    marks = re.compile("[\u200e\u200f\u2066-\u2069]")
    assert marks.sub("", apart(printable(name))) == marks.sub("", printable(name))


def test_text_that_the_bold_font_lacks_is_not_set_bold() -> None:
    scene = line("Haus", bold=True)
    (same,) = with_printable(scene).items
    (other,) = with_printable(line("Haus ማኅበር", bold=True)).items
    assert isinstance(same, Text)
    assert isinstance(other, Text)
    assert (same.bold, other.bold) == (True, False)


@pytest.mark.parametrize("name", [*SAID.values(), *REPLACED.values()], ids=[*SAID, *REPLACED])
def test_a_label_stands_where_it_was_placed_and_takes_no_more_room_than_measured(name: str) -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    measured = text_width(name, size=SIZE)
    start, end = ink(line(name))
    assert MIDDLE - 0.6 <= start < MIDDLE + 1
    assert end <= MIDDLE + measured + 0.2
    far = ink(line(name, anchor="end"))[1]
    assert MIDDLE - 1 < far <= MIDDLE + 0.2
    left, right = ink(line(name, anchor="middle"))
    assert (left + right) / 2 == pytest.approx(MIDDLE, abs=0.6)


@pytest.mark.parametrize("word", ["ممممم", "ههههه", "بببب", "کککک", "وادی", "ܡܡܡ", "ܗܘܢܐ", "क्षत्रिय", "கொடி"])
def test_a_joined_word_is_never_wider_than_measured(word: str) -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    advance = width(f".\u00a0{word}\u00a0.") - width(".\u00a0\u00a0.")
    assert 0 < advance <= text_width(word, size=SIZE) + 0.2


@pytest.mark.parametrize("word", ALONE)
@pytest.mark.parametrize("beside", ["a", "ם"])
def test_a_word_is_drawn_in_a_mixed_name_as_it_is_alone(word: str, beside: str) -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    alone = width(f".\u00a0{word}\u00a0.") - width(".\u00a0\u00a0.")
    mixed = width(f"{beside}\u00a0{word}\u00a0{beside}") - width(f"{beside}\u00a0\u00a0{beside}")
    assert mixed == pytest.approx(alone, abs=0.41)


def test_the_words_of_a_right_to_left_name_stand_in_its_own_order() -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    # A full stop stands at the left end of a right-to-left name; its ink begins lower than that of letters.
    scene = line("עמותה.")
    left, right = ink(scene)
    assert top(scene, left) > top(scene, right) + 1


def top(scene: Scene, edge: float) -> float:
    """Give how deep the ink begins within a millimetre of an edge."""
    near = range(round(edge * 5) - 3, round(edge * 5) + 3)
    found = enumerate(rows(to_png(scene, dpi=DPI)))
    return next(depth for depth, row in found if any(at in near for at in dark(row))) / 5


@settings(max_examples=25, deadline=None)
@given(st.lists(ANY, min_size=20, max_size=20))
def test_any_name_can_be_written_as_pdf_for_reading_aloud(names: list[str]) -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    texts = tuple(
        Text(x=5, y=5, lines=(name,), size=8, colour="#102030", bold=number % 2 == 0, halo="#ffffff")
        for number, name in enumerate((*names, *OWN))
    )
    scene = attrs.evolve(line(""), items=texts, title=names[0], description=names[1])
    assert to_pdf(scene).startswith(b"%PDF-")
