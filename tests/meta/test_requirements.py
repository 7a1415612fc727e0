"""Every requirement of the framework concept leads to types, rules and outputs, or is known to come later."""

from __future__ import annotations

import re

import pytest

from docs.generate import (
    DOCS,
    PAGE_OF_REQUIREMENTS,
    entities,
    german_of,
    info_of,
    numbers_in,
    public_functions,
    reached_by,
    shown_by,
    slug_of,
)
from jmdexport import Registry
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.quality import catalogue
from jmdmodel.requirements import REQUIREMENTS, SECTIONS, Requirement
from jmdmodel.vocabulary import all_vocabularies
from tests.meta._source import docstrings, modules

FRAMEWORK = {f"R-{number:02}" for number in range(1, 36)}
ASKED_BESIDE = {f"R-{number}" for number in (*range(40, 46), *range(50, 58))}
"""What was asked for beside the concept: the library itself, and what goes beyond."""

RULES_NEVER = {"R-19"}
"""Part in the publicity of a network is stated and shown, and no duty that a rule could miss."""
OUTPUTS_LATER = numbers_in("R-03, R-05, R-08, R-09, R-28 to R-30")
"""No output shows these yet; the parts of the report and the tables for them come later. A number leaves
this list with the first exporter that shows it."""


def reaching(kind: str) -> set[str]:
    return {known.number for known in REQUIREMENTS if getattr(reached_by(known.number), kind)}


def test_the_rows_are_numbered_through_and_lie_in_the_sections_of_the_concept() -> None:
    assert {known.number for known in REQUIREMENTS} == FRAMEWORK
    assert [known.number for known in REQUIREMENTS] == sorted(FRAMEWORK)
    sections = [known.section for known in REQUIREMENTS]
    assert sections == sorted(sections)
    counts = {section: sections.count(section) for section in SECTIONS}
    assert counts == {1: 11, 2: 8, 3: 2, 4: 5, 5: 9}


@pytest.mark.parametrize("known", REQUIREMENTS, ids=lambda known: known.number)
def test_a_row_says_in_both_languages_what_is_asked_for(known: Requirement) -> None:
    for language in LANGUAGES:
        title = known.title.in_(language)
        assert re.fullmatch(r"[A-ZÄÖÜ].*[^.:; ]", title)
    others = [other.title for other in REQUIREMENTS if other is not known]
    assert known.title.de not in {title.de for title in others}
    assert known.title.en not in {title.en for title in others}


@pytest.mark.parametrize("known", REQUIREMENTS, ids=lambda known: known.number)
def test_every_requirement_leads_to_a_type_of_the_model(known: Requirement) -> None:
    assert reached_by(known.number).types


def test_every_requirement_leads_to_a_rule_or_is_named_as_coming_later() -> None:
    assert FRAMEWORK - reaching("rules") == RULES_NEVER


def test_every_requirement_leads_to_an_output_or_is_named_as_coming_later() -> None:
    assert FRAMEWORK - reaching("outputs") == OUTPUTS_LATER


def test_every_type_of_the_model_serves_a_requirement() -> None:
    serves = {cls.__name__: numbers_in(cls.__doc__) for cls in entities()}
    without = {name for name, numbers in serves.items() if not numbers}
    # The whole holds the others; a function of the team is who judges, whatever is judged.
    assert without == {"Workspace", "StaffRole"}


def test_nothing_cites_a_requirement_that_does_not_exist() -> None:
    cited = {number for path in modules() for text in docstrings(path) for number in numbers_in(text)}
    cited |= {number for rule in catalogue() for number in rule.requirements}
    assert cited <= FRAMEWORK | ASKED_BESIDE


def test_a_range_of_numbers_cites_all_between_its_ends() -> None:
    assert numbers_in("(R-22 … R-24) and R-32") == {"R-22", "R-23", "R-24", "R-32"}
    assert numbers_in("R-01 to R-03") == {"R-01", "R-02", "R-03"}
    assert numbers_in(None) == set()


def test_an_exporter_serves_what_its_own_module_and_its_parts_say_and_nothing_else() -> None:
    shown = {exporter.name: shown_by(exporter) for exporter in Registry(plugins="none").exporters}
    assert "R-12" in shown["report"]
    assert "R-12" not in shown["network-map"]
    assert shown["findings"] == {"R-52"}


def test_functions_are_found_where_they_are_public() -> None:
    assert "jmdmodel.work_shares" in public_functions()
    assert "jmdmodel.areas.ags_of" in public_functions()
    assert not [name for name in public_functions() if name.rpartition(".")[2].startswith("_")]


def test_every_list_of_words_and_every_type_has_a_german_name_for_the_german_page() -> None:
    assert all(german_of(kind) for kind in all_vocabularies())
    assert all(info_of(cls).label.de for cls in entities())


def targets(page: str) -> set[str]:
    text = (DOCS / "reference" / page).read_text(encoding="utf-8")
    return {slug_of(heading) for heading in re.findall(r"^#{1,3} (.+)$", text, re.MULTILINE)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_table_leads_to_a_heading(language: Language) -> None:
    text = (DOCS / "reference" / PAGE_OF_REQUIREMENTS[language]).read_text(encoding="utf-8")
    links = set(re.findall(r"\]\(([\w-]+\.md)#([\w-]+)\)", text))
    assert len(links) > 100
    assert sorted((page, target) for page, target in links if target not in targets(page)) == []


@pytest.mark.parametrize("page", ["file-format.md", "rules.md", "rules-de.md"])
def test_every_link_back_to_the_table_leads_to_a_heading(page: str) -> None:
    text = (DOCS / "reference" / page).read_text(encoding="utf-8")
    links = set(re.findall(r"\]\((requirements[\w-]*\.md)#([\w-]+)\)", text))
    assert links
    assert sorted((known, target) for known, target in links if target not in targets(known)) == []
