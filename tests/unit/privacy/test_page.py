"""The page that tells of every field who sees it."""

from __future__ import annotations

import re

import pytest

from jmdmodel.fields import fields_of, info_of, privacy_of
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.privacy.page import entity_types, level_of, privacy_markdown
from jmdmodel.scales import Audience
from jmdmodel.workspace import ENTITY_OF


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_every_entity_type_has_its_row(language: Language) -> None:
    page = privacy_markdown(language)
    sections = page.split("\n## ")[1:]
    assert len(sections) == len(entity_types())
    assert set(ENTITY_OF.values()) <= set(entity_types())
    for cls, section in zip(entity_types(), sections, strict=True):
        title = section.partition("\n")[0].lower()
        assert title.startswith(info_of(cls).label.in_(language).lower())
        rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (.+) \|$", section, re.MULTILINE)
        assert [name for name, _ in rows] == [field.name for field in fields_of(cls)]
        for (_, marks), field in zip(rows, fields_of(cls), strict=True):
            seen = [mark == "●" for mark in marks.split(" | ")]
            assert seen == [audience >= level_of(cls, field) for audience in Audience]
            assert not seen[0] or privacy_of(cls, field) is Audience.PUBLIC


def test_the_sums_add_up() -> None:
    page = privacy_markdown("en")
    total = sum(len(fields_of(cls)) for cls in entity_types())
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    assert [code for code, _, _ in rows] == [audience.code for audience in Audience]
    counts = [int(own) for _, own, _ in rows]
    assert [int(seen) for _, _, seen in rows] == [sum(counts[: n + 1]) for n in range(len(counts))]
    assert f"have {total} fields in all" in page
    assert sum(counts) == total


def test_a_name_is_for_those_entitled_by_name() -> None:
    section = privacy_markdown("de").partition("(`people`)")[2]
    assert "| `name` | Name | – | – | – | ● | ● |" in section.partition("\n## ")[0]


def test_a_collection_is_seen_by_those_who_see_what_it_holds() -> None:
    whole = privacy_markdown("en").partition("\n## ")[2].partition("\n## ")[0]
    assert "| `partners` | partners | ● | ● | ● | ● | ● |" in whole
    assert "| `cases` | case plans | – | – | – | – | ● |" in whole
