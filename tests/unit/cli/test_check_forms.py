"""The forms of ``jmd check``: what a scanner, a build server, a terminal and a browser get."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
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
