"""What needs no optional package works where none is installed: the kit from Python, and its helpers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.meta._source import ROOT

WITHOUT = "import sys; sys.modules.update(hypothesis=None, pytest=None)"
"""Importing a module that is ``None`` there fails as if it were not installed."""

KIT = """
from jmdexport.testing import conformance

report = conformance("identifiers", plugins="none", files=["identifiers.py"])
print(report.is_passed, report.text("en"))
"""
PLUGIN = """
from jmdexport import Artifact, Audience, Exporter, Medium, Say, hookimpl


def render(request):
    yield Artifact.text("names.txt", "text/plain", "\\n".join(one.id for one in request.view.partners))


@hookimpl
def jmdexport_exporters():
    title = Say(de="Kennungen", en="Identifiers")
    media = [Medium(".txt", "text/plain")]
    return [Exporter(name="identifiers", title=title, media=media, audience=Audience.PUBLIC, render=render)]
"""


def run(program: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"{WITHOUT}\n{program}"],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        cwd=folder,
        check=False,
    )


@pytest.mark.parametrize("module", ["builders", "canaries", "rules", "sizes"])
def test_the_helpers_without_strategies_load_without_hypothesis(module: str) -> None:
    done = run(f"import jmdmodel.testing.{module}")
    assert (done.returncode, done.stderr) == (0, "")


def test_an_exporter_is_verified_without_hypothesis_and_pytest(tmp_path: Path) -> None:
    (tmp_path / "identifiers.py").write_text(PLUGIN, encoding="utf-8")
    done = run(KIT, tmp_path)
    assert done.stderr == ""
    assert done.stdout.startswith("True "), done.stdout
