"""The hook and the jobs of the how-to on checking at every change: their commands do what they are for."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from jmdexport.cli import jmd
from jmdexport.demo import starter_bytes
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "how-to" / "check-in-ci.md").read_text("utf-8")
WORKSPACE, HOOKS, GITHUB, GITLAB = (
    yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
)
(HOOK,) = HOOKS["repos"][0]["hooks"]
STEPS: list[dict[str, Any]] = GITHUB["jobs"]["check"]["steps"]
COMMANDS = [
    HOOK["entry"],
    *(step["run"] for step in STEPS if step.get("run", "").startswith("jmd ")),
    *(line for line in GITLAB["check"]["script"] if line.startswith("jmd ")),
]


def run(command: str) -> int:
    name, *words = shlex.split(command)
    assert name == "jmd"
    return CliRunner().invoke(jmd, words).exit_code


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_there_is_one_command_for_the_hook_and_one_for_each_server() -> None:
    assert len(COMMANDS) == 3


@pytest.mark.parametrize("command", COMMANDS)
def test_the_status_tells_sound_faulty_and_unreadable_workspaces_apart(command: str) -> None:
    path = Path("workspace.yaml")
    path.write_bytes(starter_bytes())
    assert run(f"{command} --fail-on never --on 2026-01-31") == 0
    path.write_text(yaml.safe_dump(WORKSPACE), encoding="utf-8")
    assert run(f"{command} --on 2026-01-31") == 1
    path.write_text("schema: 2\nfoo: 1\n", encoding="utf-8")
    assert run(command) == 2
    path.unlink()
    assert run(command) == 2


@pytest.mark.parametrize("text", [starter_bytes().decode("utf-8"), "schema: 2\nfoo: 1\n"])
def test_the_file_that_is_handed_over_is_there_after_every_check(text: str) -> None:
    Path("workspace.yaml").write_text(text, encoding="utf-8")
    for command in COMMANDS[1:]:
        run(command)
    upload = next(step for step in STEPS if "upload-sarif" in step.get("uses", ""))
    assert upload["if"] == "always()"
    assert Path(upload["with"]["sarif_file"]).read_text("utf-8").startswith("{")
    artifacts = GITLAB["check"]["artifacts"]
    assert artifacts["when"] == "always"
    assert Path(artifacts["reports"]["junit"]).read_text("utf-8").startswith("<?xml")


def test_the_hook_looks_at_the_workspace_and_its_settings_and_at_nothing_else() -> None:
    assert all(re.search(HOOK["files"], name) for name in ("workspace.yaml", "jmd.toml"))
    others = ("workspace.yaml.bak", "old/workspace.yaml", "workspaceXyaml", "README.md")
    assert not any(re.search(HOOK["files"], name) for name in others)
    assert HOOK["pass_filenames"] is False
