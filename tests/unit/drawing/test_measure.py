"""Widths of text, from the shipped measures alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from jmdexport.drawing.letters import drawn, is_mark
from jmdexport.drawing.measure import (
    MM_PER_POINT,
    breaks_a_word,
    faces,
    font_files,
    text_width,
    wrap,
)


def units(text: str, *, bold: bool = False) -> int:
    return round(text_width(text, size=10, bold=bold) / (10 * MM_PER_POINT) * 1000)


# Widths in thousandths of the size, worked out from the tables hmtx and GPOS of the original fonts.
@pytest.mark.parametrize(
    ("text", "regular", "bold"),
    [
        ("Jobcenter", 4493, 4824),
        ("AVAT To. Y, LT", 6257, 6625),
        ("Ämter und Behörden", 9910, 10472),
        ("Türkisch-Deutscher Verein e. V.", 14462, 15439),
        ("Φιλία", 2653, 2936),
        ("Дружба", 3716, 4055),
        ("Nguyễn Ngọc", 6405, 6759),
        ("f.f'W.", 2389, 2587),
        ("Straße/Łódź", 5645, 6043),
        ("CO₂ – „a“", 4099, 4374),
        ("", 0, 0),
    ],
)
def test_a_text_is_as_wide_as_the_font_says(text: str, regular: int, bold: int) -> None:
    assert units(text) == regular
    assert units(text, bold=True) == bold


def test_kerning_makes_a_pair_narrower_than_its_letters() -> None:
    assert units("AV") < units("A") + units("V")


def test_width_grows_with_the_size_of_type() -> None:
    assert text_width("Jobcenter", size=14) == pytest.approx(2 * text_width("Jobcenter", size=7))


def test_an_unknown_character_is_measured_on_the_wide_side() -> None:
    assert units("漢") == 1000
    assert units("🏫") == 1400


def test_a_joiner_takes_no_room() -> None:
    assert units("👨\u200d👩") == 2800
    assert units("❤\ufe0f") == 1400


def test_arabic_letters_are_measured_by_their_own_font() -> None:
    assert 0 < units("جمعية") < 5 * 1000


def test_lines_are_never_wider_than_asked_for() -> None:
    text = "Beratungsstelle für Migration und Integration der Arbeiterwohlfahrt Kreisverband"
    for width in range(8, 60):
        lines = wrap(text, width=width, size=8)
        assert all(text_width(line, size=8) <= width for line in lines), width


def test_lines_hold_all_letters_of_the_text() -> None:
    text = "Agentur für Arbeit Koblenz-Mayen, Team U25/Reha"
    assert "".join("".join(wrap(text, width=25, size=8)).split()) == "".join(text.split())


def test_lines_are_of_nearly_equal_length() -> None:
    assert wrap("Agentur für Arbeit Koblenz-Mayen", width=30, size=8) == (
        "Agentur für Arbeit",
        "Koblenz-Mayen",
    )


def test_a_short_text_stays_on_one_line_and_loses_double_spaces() -> None:
    assert wrap("  Jobcenter   Ost ", width=50, size=8) == ("Jobcenter Ost",)


def test_an_empty_text_gives_one_empty_line() -> None:
    assert wrap("", width=10, size=8) == ("",)


def test_a_word_wider_than_the_line_is_divided_at_a_syllable() -> None:
    assert wrap("Migrantenorganisationen", width=25, size=8) == ("Migrantenorgani-", "sationen")


def test_a_row_of_letters_without_syllables_is_divided_too() -> None:
    lines = wrap("x" * 100, width=20, size=8)
    assert "".join(lines) == "x" * 100
    assert all(text_width(line, size=8) <= 20 for line in lines)


def test_a_line_narrower_than_a_letter_holds_one_letter() -> None:
    assert wrap("Wm", width=0.5, size=8) == ("W", "m")


def test_it_is_told_whether_a_word_must_be_broken() -> None:
    assert breaks_a_word("Migrantenorganisationen", width=20, size=8)
    assert not breaks_a_word("Agentur für Arbeit Koblenz-Mayen", width=20, size=8)


def test_the_measures_are_of_the_shipped_fonts() -> None:
    assert set(faces()) == {"regular", "bold", "world"}
    names = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"]
    assert [Path(name).name for name in font_files()] == names
    regular, bold = (TTFont(name) for name in font_files())
    widths = {code: regular["hmtx"][glyph][0] for code, glyph in regular.getBestCmap().items()}
    told = dict(faces()["regular"].advances) | dict(faces()["world"].advances)
    # Of letters that are joined the widest form was measured.
    wider = {code for code, width in widths.items() if told[code] > width}
    assert all(0x0600 <= code < 0x0780 for code in wider)
    assert {code: told[code] for code in widths if code not in wider} == {
        code: width for code, width in widths.items() if code not in wider
    }
    assert told.keys() == widths.keys()
    assert not faces()["regular"].advances.keys() & faces()["world"].advances.keys()
    assert set(faces()["bold"].advances) == set(bold.getBestCmap())


def test_a_word_is_never_broken_between_a_letter_and_its_mark() -> None:
    for name in ("x\u0323\u0304" * 60, "👨\u200d👩\u200d👧🇩🇪" * 30, "क्षि" * 60, "น้ำ" * 60):
        lines = wrap(name, width=20, size=8)
        assert "".join(lines) == name
        assert len(lines) > 3
        assert not any(is_mark(line[0]) or line[0] == "\u200d" for line in lines)
        assert all(len(re.findall("[\U0001f1e6-\U0001f1ff]", line)) % 2 == 0 for line in lines)


def test_what_is_replaced_is_measured_as_its_replacement() -> None:
    assert units("a\x00b") == units("a\ufffdb")
    assert units("a\u00adb\u200bc\ufeff") == units("abc")
    assert units("\u202eHaus") == units("Haus")
    assert units("\u200b") == units("\ufffd")
    assert units("a" + "\u0301" * 9) == units("á\u0301\ufffd")


@pytest.mark.parametrize(
    ("name", "begin"), [("جمعية e. V. الشباب Köln", "\u2067"), ("Verein جمعية الشباب", "\u2066")]
)
def test_all_lines_of_a_name_take_the_direction_of_the_name(name: str, begin: str) -> None:
    lines = wrap(name, width=18, size=8)
    assert len(lines) > 1
    assert all(line[0] == begin and line[-1] == "\u2069" for line in lines)
    assert " ".join(line[1:-1] for line in lines) == name
    assert [drawn(line) for line in lines] == list(lines)
    assert wrap(name, width=180, size=8) == (name,)
