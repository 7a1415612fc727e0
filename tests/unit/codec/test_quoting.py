"""Texts as YAML scalars: what another reader must take for the same text."""

from __future__ import annotations

import pytest
import yaml

from jmdmodel.codec.quoting import scalar

AWKWARD = (
    *("no", "On", "~", "null", "01067", "12:30", "1e3", "0x1F", "=", "<<", "2025-01-31", "1_000", ".inf"),
    *("0?", "a?b", "?", "? a", "a ?", "a:b", "a: b", "a:", ":a", "a #b", "#a", "a#b", "- a", "-", "---"),
    *("[a", "a]", "a,b", "{a", "a}", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'a'", '"a"', "a\\b"),
    *("ä", "😀", "سلام", "می\u200cخواهم", "a\u00a0b", "a\tb"),
)


@pytest.mark.parametrize("text", AWKWARD)
def test_another_reader_takes_the_scalar_for_the_same_text(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": text}


@pytest.mark.parametrize("text", AWKWARD)
def test_so_it_does_within_a_list_on_one_line(text: str) -> None:
    written = scalar(text, flow=True)
    assert yaml.safe_load(f"key: [{written}, {written}]") == {"key": [text, text]}


def test_an_ordinary_text_stands_without_quotes() -> None:
    assert scalar("Jobcenter Ellertal, Team U25?") == "Jobcenter Ellertal, Team U25?"
