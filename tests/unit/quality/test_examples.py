"""Every rule has a bad and a good example; they are documentation, and here they are the test."""

from __future__ import annotations

import re

import pytest

from jmdmodel.codec import Loaded, loads
from jmdmodel.privacy import visible
from jmdmodel.quality import Findings, Rule, Settings, catalogue, check
from jmdmodel.quality.examples import example_day, example_directory, example_of
from jmdmodel.quality.texts import phrase
from jmdmodel.scales import Audience

_MARK = re.compile(r"# <- ([A-Z]\d{3})$")

each_rule = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)


def example(rule: Rule, which: str) -> tuple[str, Loaded, Findings]:
    text = example_of(rule, which)
    assert text is not None, f"{rule.code} has no {which} example"
    loaded = loads(text.encode(), name=f"{which}.yaml")
    findings = check(
        loaded.workspace,
        on=example_day(text),
        settings=Settings.of(enable=[rule.code]),
        strict=True,
        directory=example_directory(text),
    )
    return text, loaded, findings


@each_rule
def test_the_good_example_has_no_finding_of_its_rule(rule: Rule) -> None:
    _, _, findings = example(rule, "good")
    assert rule.code in findings.checked
    assert [one for one in findings if one.code == rule.code] == []


@each_rule
def test_the_bad_example_has_its_findings_exactly_where_they_are_marked(rule: Rule) -> None:
    text, loaded, findings = example(rule, "bad")
    marks = [(number, _MARK.search(line)) for number, line in enumerate(text.splitlines(), start=1)]
    expected = [number for number, mark in marks if mark is not None and mark.group(1) == rule.code]
    placed = [loaded.source.locate(one).line for one in findings if one.code == rule.code]
    assert expected, "the bad example marks no place"
    assert sorted(placed) == expected


@each_rule
def test_the_examples_mark_no_other_rule(rule: Rule) -> None:
    for which in ("bad", "good"):
        text = example_of(rule, which) or ""
        marked = {mark.group(1) for line in text.splitlines() if (mark := _MARK.search(line))}
        assert marked == ({rule.code} if which == "bad" else set())


@each_rule
def test_a_finding_carries_exactly_the_values_of_its_message(rule: Rule) -> None:
    _, _, findings = example(rule, "bad")
    for one in findings:
        if one.code == rule.code:
            assert {name for name, _ in one.values} == rule.message.names()


@each_rule
def test_the_message_of_the_bad_example_reads_in_both_languages(rule: Rule) -> None:
    _, _, findings = example(rule, "bad")
    one = next(one for one in findings if one.code == rule.code)
    german, english = phrase(one, "de").message, phrase(one, "en").message
    assert german != english
    for text in (german, english):
        assert text.endswith(".")
        assert "{" not in text
        assert "()" not in text
        assert "  " not in text


@each_rule
def test_the_place_of_a_finding_is_one_that_the_model_knows(rule: Rule) -> None:
    """An unknown field would count as social and hide the finding from everybody."""
    _, loaded, findings = example(rule, "bad")
    own = [one for one in findings if one.code == rule.code]
    # All of a case plan is social; there the marked line of the bad example shows that the field is known.
    audience = Audience.SOCIAL if rule.family == "C" else Audience.PERSONAL
    assert list(visible(own, loaded.workspace, audience)) == own


def test_only_findings_on_working_time_and_case_plans_are_hidden_from_the_team() -> None:
    hidden = set()
    for rule in catalogue():
        _, loaded, findings = example(rule, "bad")
        own = [one for one in findings if one.code == rule.code]
        if len(visible(own, loaded.workspace, Audience.INTERNAL)) < len(own):
            hidden.add(rule.code)
    of_cases = {rule.code for rule in catalogue() if rule.family == "C"}
    assert hidden - of_cases == {"Q519", "Q520"}
    assert of_cases <= hidden
