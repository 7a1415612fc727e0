"""Findings as SARIF: sound by the schema, every rule with its help, fingerprints that outlive edits."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft7Validator

from jmdmodel import loads
from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Language
from jmdmodel.quality import Findings, Level, Settings, catalogue, check
from jmdmodel.quality.forms import as_sarif
from jmdmodel.quality.forms.sarif import FINGERPRINT, RELATED, file_uri
from tests.unit.quality._build import ON, contact, partner, workspace

NAMES = [f"p{n}" for n in range(9)]
FOUND = check(workspace(*map(partner, NAMES), *map(contact, NAMES)), on=ON)


def place(finding: Finding) -> Position:
    return Position("site.yaml", 10 + len(finding.code), 3)


def run_of(findings: Findings, **options: Any) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(as_sarif(findings, **options))["runs"][0]
    return run


@pytest.fixture(scope="session")
def validator(shared: Path) -> Draft7Validator:
    text = (shared / "schemas" / "sarif" / "sarif-2.1.0-rtm.5.json").read_text("utf-8")
    return Draft7Validator(json.loads(text))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "findings", [FOUND, Findings(), Findings((), FOUND.levels)], ids=["found", "nothing", "passed"]
)
def test_the_log_is_sound_by_the_schema(
    validator: Draft7Validator, findings: Findings, language: Language
) -> None:
    log = json.loads(as_sarif(findings, language=language, locate=place, version="0.1", withheld={"D906": 2}))
    assert [error.message for error in validator.iter_errors(log)] == []


def test_the_schema_finds_a_broken_log(validator: Draft7Validator) -> None:
    log = json.loads(as_sarif(FOUND, locate=place))
    log["runs"][0]["results"][0]["level"] = "must"
    assert list(validator.iter_errors(log))


def test_every_rule_that_ran_is_described_with_its_help_in_the_language_asked_for() -> None:
    rules = run_of(FOUND, language="en")["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(FOUND.checked)
    known = {rule.code: rule for rule in catalogue()}
    for rule in rules:
        assert known[rule["id"]].reason.en in rule["help"]["text"]
        assert known[rule["id"]].remedy.en in rule["help"]["text"]
        assert rule["properties"]["requirements"] == list(known[rule["id"]].requirements)
    assert (
        run_of(FOUND)["tool"]["driver"]["rules"][0]["fullDescription"]["text"]
        == known[rules[0]["id"]].reason.de
    )


def test_results_point_at_their_rule_and_have_its_level_in_the_words_of_sarif() -> None:
    run = run_of(FOUND)
    words = {"must": "error", "should": "warning", "hint": "note"}
    assert {result["level"] for result in run["results"]} == {*words.values()}
    for result, finding in zip(run["results"], FOUND, strict=True):
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == finding.code
        assert (
            result["level"] == rule["defaultConfiguration"]["level"] == words[FOUND.level_of(finding).value]
        )


def test_a_result_has_file_line_and_column_and_the_place_in_the_model() -> None:
    result = next(one for one in run_of(FOUND, locate=place)["results"] if one["ruleId"] == "Q512")
    (location,) = result["locations"]
    assert location == {
        "logicalLocations": [{"fullyQualifiedName": "maps"}],
        "physicalLocation": {
            "artifactLocation": {"uri": "site.yaml"},
            "region": {"startLine": 14, "startColumn": 3},
        },
    }


def test_without_a_source_a_result_has_the_place_in_the_model_alone() -> None:
    assert all("physicalLocation" not in one["locations"][0] for one in run_of(FOUND)["results"])


def test_further_things_are_places_of_their_own_up_to_a_limit() -> None:
    others = tuple(Ref("committees", f"c{n}") for n in range(RELATED + 1))
    asked: list[str] = []

    def seen(finding: Finding) -> Position:
        asked.append(finding.path)
        return Position("site.yaml", 1, 1)

    one = Finding(code="N206", subject=Ref("committees", "a"), values=(("committee", "A"),), others=others)
    (result,) = run_of(Findings((one,), (("N206", Level.HINT),)), locate=seen)["results"]
    assert len(result["relatedLocations"]) == RELATED
    assert asked == ["committees/a", *(f"committees/c{n}" for n in range(RELATED))]
    assert len(result["properties"]["others"]) == RELATED + 1


def test_the_message_says_what_was_found_and_what_to_do() -> None:
    result = next(one for one in run_of(FOUND, language="en")["results"] if one["ruleId"] == "Q512")
    assert result["message"]["text"].startswith("For 2025 there is no network map. Rate the contacts")


START = b"schema: 1\nservice:\n  name: JMD\n  provider: T\n"
PARTNER = b"partners:\n  schule:\n    name: Schule\n    kind: school\n"


def prints(text: bytes, on: date = ON) -> dict[tuple[str, str], str]:
    loaded = loads(text)
    found = check(loaded.workspace, on=on, settings=Settings.of(select=["must", "should"]))
    return {
        (one["ruleId"], one["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]): one[
            "partialFingerprints"
        ][FINGERPRINT]
        for one in run_of(found, locate=loaded.source.locate)["results"]
    }


def test_a_fingerprint_stays_while_lines_around_and_the_day_change() -> None:
    before = prints(START + PARTNER)
    after = prints(b"# a comment\n\n" + START + b"\n# another\n" + PARTNER, on=date(2026, 3, 2))
    assert before
    assert {key: after[key] for key in before} == before
    assert len({*before.values()}) == len(before)


def test_two_findings_of_a_rule_about_one_place_have_two_fingerprints() -> None:
    one = Finding(code="N206", subject=Ref("committees", "a"), values=(("committee", "A"),))
    two = attrs.evolve(one, values=(("committee", "B"),))
    results = run_of(Findings((one, two), (("N206", Level.HINT),)))["results"]
    assert len({result["partialFingerprints"][FINGERPRINT] for result in results}) == 2


def test_what_is_withheld_is_told_by_rule_and_number_only() -> None:
    assert run_of(FOUND, withheld={"D906": 2})["properties"] == {"withheld": {"D906": 2}}
    assert "properties" not in run_of(FOUND)


@pytest.mark.parametrize(
    ("file", "root", "uri"),
    [
        ("dienst.yaml", "", "dienst.yaml"),
        ("daten/Jahr 2025 ä.yaml", "", "daten/Jahr%202025%20%C3%A4.yaml"),
        ("../dienst.yaml", "/repo", "../dienst.yaml"),
        ("/repo/daten/dienst.yaml", "/repo", "daten/dienst.yaml"),
        ("/repository/dienst.yaml", "/repo", "file:///repository/dienst.yaml"),
        ("C:\\repo\\daten\\dienst.yaml", "C:\\repo", "daten/dienst.yaml"),
        ("a:b.yaml", "", "./a%3Ab.yaml"),
        ("x#1?.yaml", "", "x%231%3F.yaml"),
        ("<stdin>", "", None),
    ],
)
def test_names_of_files_become_uris(file: str, root: str, uri: str | None) -> None:
    assert file_uri(file, root) == uri


def test_the_version_of_the_library_stands_in_the_log_where_it_is_known() -> None:
    assert run_of(FOUND, version="0.1")["tool"]["driver"]["version"] == "0.1"
    assert "version" not in run_of(FOUND)["tool"]["driver"]
