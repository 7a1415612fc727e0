"""Findings and rules in words, and findings as text and data."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from jmdmodel.errors import Position, RuleConfigError
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.quality import (
    Findings,
    Level,
    Settings,
    as_concise,
    as_json,
    as_text,
    catalogue,
    catalogue_markdown,
    check,
    explain,
    phrase,
)
from jmdmodel.quality.forms import Excerpt
from jmdmodel.quality.report import as_data
from jmdmodel.quality.wording import exact_percent, some_of
from tests.unit.quality._build import ON, contact, partner, workspace

NAMES = [f"p{n}" for n in range(9)]
FOUND = check(
    workspace(*map(partner, NAMES), *map(contact, NAMES)),
    on=ON,
    settings=Settings.of(select=["Q511", "Q512", "S101", "Q518", "N204"]),
)


def place(finding: Finding) -> Position:
    return Position("site.yaml", 10 + len(finding.code), 3)


def test_text_comes_by_rule_with_duties_first_and_totals_last() -> None:
    lines = as_text(FOUND).splitlines()
    heads = [re.sub(r" · .*\((\w+)\) · .*", r" \1", line) for line in lines if re.match(r"\w", line)]
    assert heads[:4] == ["Muss Q511", "Muss Q512", "Soll S101", "Hinweis N204"]
    assert lines[-2] == "Zahl der Befunde: 4 (Muss: 2, Soll: 1, Hinweis: 1)."
    assert lines[-1] == "Geprüfte Regeln: 5, davon ohne Befund: 1."


def test_text_names_the_place_in_the_file_where_it_is_known() -> None:
    assert "  site.yaml:14:3 space.units" in as_text(FOUND, locate=place)
    assert "  space.units" in as_text(FOUND).splitlines()


def test_a_finding_without_a_place_in_the_file_keeps_its_place_in_the_model() -> None:
    assert "\n  maps\n" in as_text(FOUND, locate=lambda finding: None)


def test_further_things_are_listed_up_to_a_limit_with_the_true_number() -> None:
    told = as_text(FOUND, language="en")
    assert (
        "This is also about: contacts/p1, contacts/p2, contacts/p3, contacts/p4, contacts/p5 and more, 8 "
        "in all" in told
    )


def test_long_groups_are_capped_with_the_true_total() -> None:
    many = tuple(
        Finding(code="N206", subject=Ref("committees", f"c{n}"), values=(("committee", f"C{n}"),))
        for n in range(12)
    )
    told = as_text(Findings(many, (("N206", Level.HINT),)), limit=10)
    assert "committees/c9" in told
    assert "committees/c10" not in told
    assert "… gezeigt: 10 von 12" in told


def test_the_line_of_the_file_stands_between_place_and_message_with_a_mark_below() -> None:
    def show(finding: Finding) -> Excerpt | None:
        return Excerpt(14, "maps: x", 0, 4) if finding.code == "Q512" else None

    lines = as_text(FOUND, locate=place, show=show, language="en").splitlines()
    at = lines.index("  site.yaml:14:3 maps")
    assert lines[at + 1 : at + 4] == [
        "    14 | maps: x",
        "       | ^^^^",
        "    For 2025 there is no network map.",
    ]
    assert sum(" | " in line for line in lines) == 2


def test_rules_that_found_nothing_are_listed_on_request() -> None:
    assert "Rules without a finding\n  shares-not-100 (Q518)\n\n" in as_text(
        FOUND, language="en", passed=True
    )
    assert "shares-not-100" not in as_text(FOUND, language="en")
    all_failed = Findings(FOUND.found, tuple(one for one in FOUND.levels if one[0] != "Q518"))
    assert as_text(all_failed, passed=True) == as_text(all_failed)


def test_colours_are_given_to_levels_places_and_marks_and_change_nothing_else() -> None:
    def paint(text: str, role: str) -> str:
        return f"<{role}>{text}</>"

    def show(finding: Finding) -> Excerpt:
        return Excerpt(len(finding.code), "x", 0, 1)

    painted = as_text(FOUND, paint=paint, show=show)
    assert {*re.findall(r"<(\w+)>", painted)} == {"must", "should", "hint", "place", "mark"}
    assert "<must>Muss</> · map-missing" in painted
    assert re.sub(r"<[/\w]*>", "", painted) == as_text(FOUND, show=show)


def test_nothing_found_is_said_and_still_totalled() -> None:
    told = as_text(Findings((), (("Q512", Level.MUST),)), language="en")
    assert told.splitlines() == [
        "Nothing found.",
        "",
        "Number of findings: 0 (must: 0, should: 0, hint: 0).",
        "Rules checked: 1, without a finding: 1.",
    ]


def test_the_concise_form_is_one_line_a_finding() -> None:
    lines = as_concise(FOUND, language="en", locate=place).splitlines()
    assert len(lines) == len(FOUND)
    assert lines[2] == "site.yaml:14:3 maps: must: map-missing (Q512): For 2025 there is no network map."
    assert as_concise(Findings()) == ""


def test_json_has_the_keys_that_programs_count_on() -> None:
    told = json.loads(as_json(FOUND, locate=place, language="en"))
    assert told["version"] == 1
    levels = {"must": 2, "should": 1, "hint": 1}
    assert told["totals"] == {"findings": 4, **levels, "rules": 5, "passed": 1, "waived": 0}
    assert told["waived"] == []
    one = next(one for one in told["findings"] if one["code"] == "Q512")
    assert one == {
        "code": "Q512",
        "name": "map-missing",
        "level": "must",
        "requirements": ["R-32", "R-33"],
        "subject": "maps",
        "field": "",
        "others": [],
        "message": "For 2025 there is no network map.",
        "remedy": 'Rate the contacts for that year and enter the map with its as-of date under "maps".',
        "file": "site.yaml",
        "line": 14,
        "column": 3,
    }


def test_json_without_a_source_has_no_place() -> None:
    told = as_data(FOUND)["findings"][0]
    assert (told["file"], told["line"], told["column"]) == (None, None, None)


def test_both_forms_speak_both_languages() -> None:
    for form in (as_text, as_concise, as_json):
        assert form(FOUND, language="de") != form(FOUND, language="en")


def test_a_phrase_has_every_text_of_the_finding() -> None:
    told = phrase(FOUND[-1], "de")
    assert (told.title, told.level) == ("Der Sozialraum ist nicht abgegrenzt", "Soll")
    assert told.message.startswith("Für den Sozialraum")
    assert told.reason
    assert told.remedy.startswith("Unter „space“")


@pytest.mark.parametrize("word", ["Q502", "assessment-outdated"])
def test_explain_tells_all_about_a_rule(word: str) -> None:
    told = explain(word, "en")
    for text in (
        "assessment-outdated (Q502)",
        "level: should",
        "framework concept no. 7, section 5",
        "R-27",
        "since version 0.1",
        "status: preview",
        "What is found",
        "Why it matters",
        "What to do",
        "months: After how many months",
        "Default 24, allowed 1 to 240.",
        "# <- Q502",
    ):
        assert text in told


def test_explain_tells_what_is_off_and_what_it_gives_way_to() -> None:
    assert "runs only when it is switched on" in explain("Q519", "en")
    assert "Not reported where this is already found: shares-not-100 (Q518)." in explain("Q521", "en")


def test_explain_says_what_the_concept_asks_for_where_it_does() -> None:
    assert "R-33 The network map is renewed every year." in explain("Q512", "en")
    assert "R-33 Die Netzwerkkarte wird jedes Jahr erneuert." in explain("Q512", "de")
    assert "What the framework concept says" not in explain("D901", "en")


def test_explain_knows_what_a_broken_rule_is_reported_as() -> None:
    assert "rule-failed (D999)" in explain("D999", "de")


def test_an_unknown_rule_names_the_nearest() -> None:
    with pytest.raises(RuleConfigError, match='Did you mean "map-missing"'):
        explain("map-mising", "en")


def test_the_page_of_all_rules_has_each_of_them_once_with_balanced_fences() -> None:
    for language in ("de", "en"):
        page = catalogue_markdown(language)
        heads = re.findall(r"^### (\w+) · ", page, flags=re.MULTILINE)
        assert sorted(heads) == [rule.code for rule in catalogue()]
        assert page.count("```yaml") * 2 == page.count("```")


def test_short_lists_of_names_are_told_whole() -> None:
    assert some_of([]).de == ""
    assert some_of(["A"]).de == "„A“"
    assert some_of(list("ABCDE")).en == '"A", "B", "C", "D", and "E"'
    assert some_of(list("ABCDEF")).de == "„A“, „B“, „C“, „D“ und 2 weitere"


def test_per_cent_never_rounds_a_fault_away() -> None:
    from fractions import Fraction

    assert exact_percent(Fraction("99.9999")).de == "99,9999\u00a0%"
    assert exact_percent(Fraction(100)).de == "100\u00a0%"


def test_years_are_told_without_a_thousands_mark() -> None:
    assert "2025" in as_text(check(workspace(), on=date(2026, 1, 1)))
