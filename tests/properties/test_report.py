"""What holds for the annual report of any workspace, in every edition and language."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdexport.builtin.report import ReportOptions
from jmdexport.run import export
from jmdmodel.entities.service import Service
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.quality import check
from jmdmodel.scales import Audience
from jmdmodel.testing.canaries import YEAR, canaries
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

EDITIONS = (Audience.PUBLIC, Audience.REPORT, Audience.INTERNAL)
PARTS = 13
"""Headings of the second level that every edition has; an introduction is one more."""


def made(
    workspace: Workspace,
    audience: Audience,
    language: Language,
    *,
    year: int = 2025,
    as_of: date = date(2026, 1, 31),
    pictures: str = "none",
) -> str:
    found = check(workspace, on=as_of)
    report, *_ = export(
        workspace,
        "report",
        year=year,
        as_of=as_of,
        audience=audience,
        language=language,
        findings=found,
        options=ReportOptions(pictures=pictures),
    )
    return report.data.decode()


def holds(text: str) -> None:
    """Hold a report to what is true of all of them: each heading has something below it, each table fits."""
    lines = [line for line in text.split("\n") if line]
    levels = [len(found[1]) if (found := re.match(r"(#+) ", line)) else 0 for line in lines]
    for line, level, after in zip(lines, levels, [*levels[1:], 1], strict=True):
        if level:
            assert after == 0 or after == level + 1, line
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        rows = block.splitlines()
        assert len(rows) > 2, block
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1, block
    heads = [line for line, level in zip(lines, levels, strict=True) if level == 2]
    assert len(heads) - PARTS in {0, 1}
    assert len(heads) == len(set(heads))


@settings(max_examples=25, deadline=None)
@given(
    workspaces(size=2),
    st.sampled_from(EDITIONS),
    st.sampled_from(LANGUAGES),
    st.integers(2022, 2027),
    st.dates(date(2023, 1, 1), date(2028, 12, 31)),
)
def test_any_workspace_gives_a_whole_report_with_nothing_above_its_reader(
    workspace: Workspace, audience: Audience, language: Language, year: int, as_of: date
) -> None:
    holds(made(workspace, audience, language, year=year, as_of=as_of))


@settings(max_examples=6, deadline=None)
@given(workspaces(size=3), st.sampled_from((Audience.REPORT, Audience.INTERNAL)))
def test_all_pictures_of_any_workspace_find_their_place_or_are_named(
    workspace: Workspace, audience: Audience
) -> None:
    holds(made(workspace, audience, "de", pictures="all"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", EDITIONS, ids=lambda audience: audience.code)
def test_an_empty_workspace_gives_a_whole_report(audience: Audience, language: Language) -> None:
    empty = Workspace(service=Service(name="JMD Musterstadt", provider="Musterträger gGmbH"))
    text = made(empty, audience, language)
    holds(text)
    assert "|  |\n" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", EDITIONS, ids=lambda audience: audience.code)
def test_no_token_above_the_reader_stands_in_the_report_whatever_pictures_it_has(
    audience: Audience, language: Language
) -> None:
    planted = canaries()
    text = made(planted.workspace, audience, language, year=YEAR, as_of=date(YEAR + 1, 1, 31), pictures="all")
    holds(text)
    texts = [one for one in planted.above(audience) if one.kind == "text"]
    assert texts
    assert [one.path for one in texts if one.token in text] == []
