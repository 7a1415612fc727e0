"""The page on the letter names what a template of it can reach."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from jmdexport import ExportRequest
from jmdexport.builtin.letter import EXPORTER, LetterOptions, letter_data
from jmdexport.demo import load_example
from jmdmodel import Audience, check, redact
from tests.docs._samples import ROOT

PAGE = (ROOT / "docs" / "how-to" / "findings-as-a-letter.md").read_text(encoding="utf-8")
ROWS = dict(
    re.findall(r"^\| (`.+?) \| (.+) \|$", PAGE.partition("| name | what it holds |")[2], re.MULTILINE)
)


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """Give the data of the letter of the example."""
    workspace, day = load_example().workspace, date(2026, 1, 31)
    view = redact(workspace, Audience.INTERNAL)
    asked = ExportRequest(
        view=view,
        options=LetterOptions(),
        medium=EXPORTER.media[0],
        year=2025,
        as_of=day,
        audience=Audience.INTERNAL,
        findings=tuple(check(workspace, on=day)),
        checked=True,
    )
    return letter_data(asked)


def words(text: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", text))


def test_every_name_of_the_letter_is_told(data: dict[str, Any]) -> None:
    assert {word for head in ROWS for word in words(head)} == data.keys()


def test_every_name_of_a_part_is_told(data: dict[str, Any]) -> None:
    (group, *_) = data["groups"]
    (level, *_) = group["levels"]
    (rule, *_) = level["rules"]
    assert words(ROWS["`groups`"]) == group.keys()
    assert words(ROWS["`groups[].levels`"]) == level.keys()
    assert words(ROWS["`groups[].levels[].rules`"]) == rule.keys()
    assert words(ROWS["`waived`"]) == data["waived"].keys()
