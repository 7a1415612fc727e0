"""The pages in German say what the library says: steps, parts, levels, and the finding that they quote."""

from __future__ import annotations

import re
from datetime import date

import pytest

from jmdexport.demo import load_example
from jmdmodel import check
from jmdmodel.messages import Message
from jmdmodel.quality import catalogue
from jmdmodel.quality.model import Level
from jmdmodel.scales import Intensity
from tests.docs._samples import ROOT

PAGES = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "de").glob("*.md")}


def flowing(text: str) -> str:
    """Give a text without its line breaks, quotation signs and stress."""
    return " ".join(re.sub(r"^> ?|\*", "", text, flags=re.MULTILINE).split())


def rows(page: str) -> list[list[str]]:
    lines = [line for line in PAGES[page].splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_rings_are_the_steps_of_intensity() -> None:
    told = {cells[0][:1]: cells[1] for cells in rows("netzwerkkarte") if cells[0][:1].isdigit()}
    assert told == {str(step.step): step.label.de for step in Intensity}


def test_the_levels_are_those_of_the_check() -> None:
    told = [cells[0] for cells in rows("befunde")[2:]]
    assert told == [level.label.de for level in sorted(Level, reverse=True)]


def test_the_quoted_finding_is_one_of_the_example() -> None:
    quoted = flowing("\n".join(line for line in PAGES["befunde"].splitlines() if line.startswith(">")))
    rule = next(rule for rule in catalogue() if rule.code == "Q505")
    found = [one for one in check(load_example().workspace, on=date(2026, 1, 31)) if one.code == "Q505"]
    assert f"{rule.title.de} · {rule.name} ({rule.code})" in quoted
    assert any(Message(rule.message, one.values).in_("de") in quoted for one in found)
    assert rule.reason.de in quoted
    assert f"Was zu tun ist: {rule.remedy.de}" in quoted


def test_the_partners_of_the_two_examples_are_rated_as_told() -> None:
    workspace = load_example().workspace
    rated = {
        workspace.partners[contact.partner].name: contact.ratings[-1]
        for contact in workspace.contacts
        if contact.ratings
    }
    office = rated["Ausländerbehörde des Landkreises Ellertal"]
    parish = rated["Katholische Pfarrei St. Lucia Wendelborn"]
    assert (office.intensity.step, office.importance.step) == (2, 5)
    assert (parish.intensity.step, parish.importance.step) == (5, 2)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_leads_to_the_other_two_and_uses_german_quotation_marks(page: str) -> None:
    text = PAGES[page]
    assert {f"{other}.md" for other in PAGES if other != page} <= set(re.findall(r"\(([a-z]+\.md)\)", text))
    assert '"' not in text
    assert text.count("„") == text.count("“")


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_has_no_signs_inside_words_and_no_masculine_alone(page: str) -> None:
    assert re.findall(r"\w[*:_]innen|\w/-?in|[a-zäöüß]In(?:nen)?\b", PAGES[page]) == []
    alone = r"\b(?:Mitarbeiter|Berater|Leser|Nutzer|Klienten?|Schüler|Teilnehmer|Ansprechpartner|Kollegen)\b"
    assert re.findall(alone, PAGES[page]) == []
