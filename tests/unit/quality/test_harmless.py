"""Texts that steer nothing, and messages in SARIF that are no links."""

from __future__ import annotations

import pytest

from jmdmodel.quality.forms.sarif import unlinked
from jmdmodel.quality.harmless import harmless


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Haus am Bach · Straße 7", "Haus am Bach · Straße 7"),
        ("a\x1b]0;titel\x07b", "a␛]0;titel␇b"),
        ("a\r\nb\tc\x00", "a␍␊b␉c␀"),
        ("a\x7fb\x9bc", "a␡b\ufffdc"),
        ("a\u2028b\u2029c", "a\ufffdb\ufffdc"),
        ("a\u202egnp\u202c", "a\ufffdgnp\ufffd"),
    ],
)
def test_what_steers_a_terminal_is_seen_and_does_nothing(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert harmless(shown) == shown


@pytest.mark.parametrize("text", ["می\u200cخواهم", "\u2068نادي\u2069", "👩\u200d🏫", "a\u0301", "\u00a0–…"])
def test_what_other_scripts_need_stays(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", ["[1]", "](", "f(x)", "\\", "a\\b [c]"])
def test_brackets_that_make_no_link_stay_as_they_are(text: str) -> None:
    assert unlinked(text).replace("\\]", "]") == text


def test_a_backslash_cannot_free_a_bracket() -> None:
    assert unlinked("\\[a](1)") == "\\\\\\[a\\](1)"
