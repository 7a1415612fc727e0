"""The plugin for pytest costs nothing, and gives an author test cases that speak."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from tests.meta._source import ROOT

AUTHOR = """
from jmdexport.testing import contract_test

test_list = contract_test("k10-average", plugins=["tests.contract._broken"])


def test_the_fixtures_are_there(
    jmd_example, jmd_empty, jmd_one_partner, jmd_full, jmd_naughty, jmd_many_partners
):
    counts = [len(one.partners) for one in (jmd_empty, jmd_one_partner, jmd_full, jmd_many_partners)]
    assert counts == [0, 1, 3, 150]
    assert jmd_example != jmd_naughty
"""


def run(folder: Path, *arguments: str, language: str = "") -> subprocess.CompletedProcess[str]:
    (folder / "test_author.py").write_text(AUTHOR, encoding="utf-8")
    (folder / "pytest.ini").write_text(f"[pytest]\n{language}\n", encoding="utf-8")
    places = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "jmdexport.testing.plugin",
            "-p",
            "no:cacheprovider",
            *arguments,
        ],
        cwd=folder,
        env=os.environ
        | {
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "PYTHONPATH": places,
            "PYTHONIOENCODING": "utf-8",
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_loading_the_plugin_loads_no_other_library_and_nothing_of_the_model() -> None:
    heavy = {"attr", "attrs", "cattrs", "jinja2", "networkx", "pluggy", "yaml", "markdown_it"}
    code = (
        "import pytest, sys; before = set(sys.modules); import jmdexport.testing.plugin;"
        "late = set(sys.modules) - before;"
        f"print(*sorted(name for name in late if name in {heavy} or name.startswith('jmdmodel')))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    told = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    # The two do no more than say where the names of a package are to be found.
    assert told.stdout.split() == ["jmdmodel", "jmdmodel.first_use"]


def test_the_entry_point_leads_to_the_plugin() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    value = project["entry-points"]["pytest11"]["jmdexport"]
    assert hasattr(EntryPoint("jmdexport", value, "pytest11").load(), "pytest_addoption")


def test_one_line_makes_a_case_of_each_check_and_a_broken_promise_is_told_in_words(tmp_path: Path) -> None:
    told = run(tmp_path)
    assert "test_author.py::test_list[K10-one-partner]" in told.stdout
    assert "1 failed, 27 passed" in told.stdout
    assert "Abhilfe: Nicht durch Anzahl minus eins teilen" in told.stdout
    assert "ZeroDivisionError" in told.stdout


def test_the_words_are_english_where_the_settings_say_so(tmp_path: Path) -> None:
    told = run(tmp_path, "-k", "K10", language="jmd_language = en")
    assert "What to do: Do not divide by the count less one" in told.stdout


@pytest.mark.parametrize("switch", ["no:jmdexport.testing.plugin"])
def test_the_line_works_without_the_plugin(tmp_path: Path, switch: str) -> None:
    told = run(tmp_path, "-p", switch, "-k", "K10")
    assert "1 failed" in told.stdout
    assert "Abhilfe" in told.stdout
