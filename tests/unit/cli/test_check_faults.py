"""A workspace that does not load: its faults in every form, the true number, exit status 2."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft7Validator

from jmdexport.cli import jmd
from jmdexport.cli.forms import FORMS

MANY = 70
"""More faults than stderr lists."""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *args, **more: CliRunner().invoke(jmd, [str(arg) for arg in args], **more)


def broken(number: int) -> str:
    """Give a workspace with partners of a kind nobody knows, one without a name, and one key too many."""
    partners = "".join(f"  p{n:02}:\n    name: P\n    kind: schol\n" for n in range(number - 2))
    return (
        f"schema: 2\nservice:\n  name: JMD\n  provider: T\npartners:\n{partners}"
        '  last:\n    kind: school\n"[a](http://b.example)<i>": 1\n'
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "workspace.yaml"
    path.write_text(broken(MANY), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def sarif(shared: Path) -> Draft7Validator:
    text = (shared / "schemas" / "sarif" / "sarif-2.1.0-rtm.5.json").read_text("utf-8")
    return Draft7Validator(json.loads(text))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("form", list(FORMS))
def test_the_faults_come_in_every_form_and_the_status_is_2(
    run: Run, workspace: Path, form: str, language: str
) -> None:
    asked = ("check", workspace.name, "--output-format", form, "--language", language)
    result = run(*asked)
    assert result.exit_code == 2
    assert str(MANY) in result.stderr
    written = run(*asked, "-o", "out")
    assert written.exit_code == 2
    told = Path("out").read_text("utf-8")
    assert form == "text" or told == result.stdout
    assert len(re.findall(r"workspace\.yaml", told)) >= MANY
    assert all(f"p{n:02}.kind" in told.replace("\\", "") for n in range(MANY - 2))


def test_concise_gives_one_fault_a_line_with_place_and_code_and_stderr_only_their_number(
    run: Run, workspace: Path
) -> None:
    result = run("check", workspace.name, "--output-format", "concise", "--language", "en")
    lines = result.stdout.splitlines()
    assert len(lines) == MANY
    assert all(re.match(r"workspace\.yaml:\d+:\d+: L\d{3} ", line) for line in lines)
    assert lines[0].startswith('workspace.yaml:8:11: L118 partners/p00.kind: "schol"')
    assert result.stderr == f"The workspace could not be loaded. Number of faults: {MANY}.\n"


def test_sarif_of_faults_is_sound_and_has_the_code_as_rule(
    run: Run, workspace: Path, sarif: Draft7Validator
) -> None:
    log = json.loads(run("check", workspace.name, "--output-format", "sarif").stdout)
    assert [error.message for error in sarif.iter_errors(log)] == []
    told: dict[str, Any] = log["runs"][0]
    assert told["invocations"] == [{"executionSuccessful": False, "exitCode": 2}]
    rules = [rule["id"] for rule in told["tool"]["driver"]["rules"]]
    assert rules == ["L111", "L112", "L118"]
    assert len(told["results"]) == MANY
    for result in told["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] == "error"
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "workspace.yaml"}
        assert place["region"]["startLine"] > 4
    prints = [tuple(result["partialFingerprints"].values()) for result in told["results"]]
    assert len({*prints}) == MANY


def test_sarif_of_a_file_that_is_not_there_names_the_file_without_a_line(
    run: Run, sarif: Draft7Validator
) -> None:
    result = run("check", "nope.yaml", "--output-format", "sarif")
    log = json.loads(result.stdout)
    assert result.exit_code == 2
    assert [error.message for error in sarif.iter_errors(log)] == []
    (one,) = log["runs"][0]["results"]
    assert one["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "nope.yaml"}}}]


def test_junit_of_faults_fails_one_case_a_code_and_lists_all(run: Run, workspace: Path) -> None:
    suites = ET.fromstring(run("check", workspace.name, "--output-format", "junit").stdout.encode())
    assert suites.get("tests") == suites.get("failures") == "3"
    cases = {case.get("name"): case.findtext("failure") or "" for case in suites.iter("testcase")}
    assert {code: text.count("workspace.yaml:") for code, text in cases.items()} == {
        "L111": 1,
        "L112": 1,
        "L118": MANY - 2,
    }


@pytest.mark.parametrize("form", list(FORMS))
def test_what_stands_in_the_file_does_nothing_in_any_form(run: Run, workspace: Path, form: str) -> None:
    name = "w\x1b[31m\u202e.yaml"
    workspace.rename(name)
    told = run("check", name, "--output-format", form, "-o", "out")
    assert told.exit_code == 2
    text = Path("out").read_text("utf-8")
    assert "\x1b" not in text
    if form != "json":
        assert "\u202e" not in text
    if form in {"html", "junit"}:
        assert "<i>" not in text
    if form == "markdown":
        assert "[a](http" not in text
    if form == "sarif":
        texts = [one["message"]["text"] for one in json.loads(text)["runs"][0]["results"]]
        assert not any("[a](http" in one for one in texts)
        assert any("\\[a\\](http" in one for one in texts)


@pytest.mark.parametrize("form", list(FORMS))
def test_standard_input_that_does_not_load_is_told_in_every_form(run: Run, form: str) -> None:
    result = run("check", "-", "--output-format", form, input=broken(3))
    assert result.exit_code == 2
    told = json.loads(result.stdout) if form in {"json", "sarif"} else result.stdout
    if form == "sarif":
        assert [*told["runs"][0]["results"][0]["locations"][0]] == ["logicalLocations"]
    assert "last.name" in (result.stderr if form == "text" else result.stdout).replace("\\", "")


@pytest.mark.parametrize("form", list(FORMS))
def test_a_target_that_cannot_be_written_hides_no_fault(run: Run, workspace: Path, form: str) -> None:
    result = run("check", workspace.name, "--output-format", form, "-o", "no/such/folder/out")
    assert result.exit_code == 2
    assert "partners/p00.kind" in result.stderr
    assert "folder" in result.stderr
    assert "Traceback" not in result.output
