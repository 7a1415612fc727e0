"""The forms of ``jmd check``: what a scanner, a build server, a terminal and a browser get."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.cli.talking import wants_colour
from jmdexport.demo import example_bytes, starter_bytes

Run = Callable[..., Result]
ON = ("--on", "2026-01-31")


@pytest.fixture
def run() -> Run:
    return lambda *args, **more: CliRunner().invoke(jmd, [str(arg) for arg in args], **more)


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "workspace.yaml"
    path.write_bytes(example_bytes())
    return path


def test_text_shows_the_line_of_the_file_and_marks_the_place(run: Run, example: Path) -> None:
    told = run("check", example, *ON, "--select", "Q518").stdout
    assert " |     shares:\n         |     ^^^^^^\n" in told


def test_the_line_of_a_text_about_a_person_is_not_shown_to_the_team(run: Run, example: Path) -> None:
    told = run("check", example, *ON, "--select", "D903").stdout
    assert " |     note: …\n" in told
    assert "@" not in told


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    """Give a workspace with twelve notes that name a mailbox."""
    path = tmp_path / "workspace.yaml"
    text = "schema: 1\nservice:\n  name: JMD\n  provider: T\npartners:\n"
    for number in range(12):
        text += f"  p{number:02}:\n    name: P{number:02}\n    kind: school\n"
        text += f"    note: an erika{number}@web.example\n"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_long_list_is_capped_with_the_true_total_and_shown_whole_on_request(
    run: Run, contacts: Path
) -> None:
    def told(*more: str) -> str:
        return run("check", contacts, *ON, "--select", "D903", *more).stdout

    assert told().count("partners/p") == 10
    assert "… gezeigt: 10 von 12\n" in told()
    assert told("--limit", "0").count("partners/p") == 12
    assert told("--limit", "12").count("partners/p") == 12
    assert "gezeigt" not in told("--limit", "12")
    assert "… gezeigt: 11 von 12" in told("--limit", "11")


def test_rules_that_passed_are_listed_on_request(run: Run, contacts: Path) -> None:
    asked = ("check", contacts, *ON, "--select", "D903,D906")
    assert "Regeln ohne Befund\n  impossible-date (D906)\n" in run(*asked, "--passed").stdout
    assert "D906" not in run(*asked).stdout


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour_off_a_terminal_is_for_the_environment_to_ask_for(
    run: Run, contacts: Path, environment: dict[str, str], *, coloured: bool
) -> None:
    env = {"NO_COLOR": None, "FORCE_COLOR": None} | environment
    result = run("check", contacts, *ON, "--select", "D903", env=env)
    assert ("\x1b[" in result.stdout) is coloured


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_a_terminal_gets_colour_unless_it_cannot_or_nobody_wants_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert wants_colour(None) is coloured


def test_a_file_gets_no_colour(run: Run, contacts: Path, tmp_path: Path) -> None:
    target = tmp_path / "found.txt"
    run("check", contacts, *ON, "-o", target, env={"FORCE_COLOR": "1", "NO_COLOR": None})
    assert "\x1b" not in target.read_text("utf-8")


def sarif(result: Result) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(result.stdout)["runs"][0]
    return run


def test_sarif_names_the_file_relative_to_the_folder_one_stands_in(run: Run, example: Path) -> None:
    told = sarif(run("check", example, *ON, "--output-format", "sarif"))
    assert told["results"]
    for result in told["results"]:
        location = result["locations"][0]["physicalLocation"]
        assert location["artifactLocation"] == {"uri": "workspace.yaml"}
        assert location["region"]["startLine"] >= 1


def test_sarif_of_hidden_findings_has_rule_and_number_only(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "workspace.yaml"
    text = starter_bytes().decode("utf-8")
    text += "activities:\n  geheim-17:\n    day: 2031-05-05\n    minutes: 30\n    area: network\n"
    path.write_text(text, encoding="utf-8")
    result = run("check", path, *ON, "--select", "D906", "--output-format", "sarif")
    assert sarif(result)["results"] == []
    assert sarif(result)["properties"] == {"withheld": {"D906": 1}}
    assert "geheim-17" not in result.output
    assert result.stderr == ""


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """Give a workspace whose one finding is about an activity, which the team may not see."""
    path = tmp_path / "workspace.yaml"
    text = starter_bytes().decode("utf-8")
    text += "activities:\n  geheim-17:\n    day: 2031-05-05\n    minutes: 30\n    area: network\n"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_rule_whose_findings_are_hidden_is_never_said_to_have_passed(run: Run, private: Path) -> None:
    asked = ("check", private, *ON, "--select", "D906", "--language", "en")
    told = run(*asked, "--passed").stdout
    assert "D906" not in told
    assert "Rules checked: 1, without a finding: 0." in told
    assert json.loads(run(*asked, "--output-format", "json").stdout)["totals"]["passed"] == 0
    assert "<skipped " in run(*asked, "--output-format", "junit").stdout


@pytest.mark.parametrize("form", ["sarif", "junit", "markdown", "html"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_form_gives_the_same_bytes_twice_and_no_hidden_finding(
    run: Run, private: Path, form: str, language: str
) -> None:
    asked = ("check", private, *ON, "--output-format", form, "--language", language, "--passed")
    first = run(*asked)
    assert first.stdout_bytes == run(*asked).stdout_bytes
    assert "geheim-17" not in first.output
    assert "2031-05-05" not in first.output
    assert first.stderr == ""


@pytest.mark.parametrize("form", ["text", "concise", "json", "sarif", "junit", "markdown", "html"])
def test_a_mailbox_in_a_note_is_in_no_form_for_the_team(run: Run, contacts: Path, form: str) -> None:
    told = run("check", contacts, *ON, "--select", "D903", "--output-format", form)
    assert "D903" in told.stdout
    assert "@web" not in told.output
