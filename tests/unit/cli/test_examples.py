"""The examples in the help of the verbs: each one runs, in a folder that has what it names."""

from __future__ import annotations

import re
import shlex
from datetime import datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.demo import example_bytes

NOW = datetime.fromisoformat("2026-01-31T12:00:00+01:00")


def examples() -> list[str]:
    """Give every example, as it stands in a help text."""
    context = click.Context(jmd, info_name="jmd")
    commands = [jmd, *(jmd.get_command(context, name) for name in jmd.list_commands(context))]
    return [found for one in commands for found in re.findall(r"Example: (jmd .+)", one.help or "")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("jmdexport.cli.common.now", lambda: NOW)
    (tmp_path / "workspace.yaml").write_bytes(example_bytes())
    return tmp_path


def run(line: str) -> Result:
    program, *args = shlex.split(line)
    assert program == "jmd"
    return CliRunner().invoke(jmd, args)


def prepare(example: str, folder: Path) -> None:
    """Make what an example names beside the workspace, with other commands."""
    if "briefkopf.docx" in example:
        pytest.importorskip("pypandoc", reason="Word files need the extra office")
        assert run("jmd report workspace.yaml -o briefkopf.docx").exit_code == 0
    if example.startswith("jmd verify"):
        reader = "--audience personal --purpose Prüfung --recipient Träger --record exports.jsonl"
        assert run(f"jmd export workspace.yaml network-map -o out {reader}").exit_code == 0


def test_every_verb_has_an_example() -> None:
    verbs = {example.split()[1] for example in examples()}
    assert verbs == set(jmd.list_commands(click.Context(jmd)))


@pytest.mark.parametrize("example", examples())
def test_the_example_of_a_help_text_runs(example: str, folder: Path) -> None:
    prepare(example, folder)
    done = run(example)
    assert done.exit_code == int(example.startswith("jmd check")), done.output  # the example has findings
    words = shlex.split(example)
    made = words[words.index("-o") + 1] if "-o" in words else words[-1]
    if "-o" in words or words[1] in {"demo", "new"}:
        assert (folder / made).stat().st_size
    elif words[1] in {"check", "diff", "explain", "exporters", "settings"}:
        assert done.stdout
    else:
        assert words[1] in {"fmt", "verify"}  # their status is what they say
