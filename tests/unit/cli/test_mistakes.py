"""Mistakes on the command line: what is wrong, what was expected, what to do, in the language of the run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.demo import example_bytes

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "w.yaml").write_bytes(example_bytes())
    return lambda line: CliRunner().invoke(jmd, line.split())


MISTAKES = {
    "chek w.yaml": ("„check“", "verify"),
    "check --lnguage de w.yaml": ("„jmd check“", "„--lnguage“", "„--language“"),
    "check": ("WS", "jmd check workspace.yaml"),
    "map w.yaml": ("--output FILE", "jmd map workspace.yaml -o karte.svg"),
    "check w.yaml --on": ("--on DATE",),
    "check w.yaml --limit": ("--limit N",),
    "map w.yaml -o x.svg --year": ("--year YEAR",),
    "check w.yaml --audience": ("internal|personal|social",),
    "check w.yaml --passed=3": ("„--passed“", "keinen Wert"),
    "check w.yaml --fail-on nver": ("--fail-on", "„never“", "must, should, hint, never"),
    "map w.yaml -o x.svg --kind nework": ("„network“",),
    "map w.yaml -o x.svg --year 20x5": ("--year", "„20x5“", "von 1900 bis 2199"),
    "export w.yaml charts -o x --plugin-seconds 0": ("--plugin-seconds", "„0“", "ab 1"),
    "check w.yaml mein dienst": ("„mein dienst“", "Anführungszeichen"),
    "check w.yaml --plugin x.py": ("„--plugin“", "jmd export, jmd exporters"),
    "check w.yaml --traceback": ("jmd --traceback check",),
    "--langage en check w.yaml": ("„--langage“",),
    "--language de check w.yaml": ("„--language“", "jmd check"),
    "check w.yaml --parameter Q502": ("„Q502“", "Q502.months=36"),
    "check w.yaml --select Q5022": ("„Q5022“",),
    "check v.yaml": ("v.yaml", "„w.yaml“"),
    "explain map-mising": ("„map-missing“",),
    "export w.yaml netwrk-map -o x": ("„network-map“",),
    "exporters chart": ("„charts“",),
    "export w.yaml network-map -o x -O pgae=A3": ("„page“", "orientation"),
    "export w.yaml network-map -o x -O page=A33": ("„A33“", "„A3“", "A4, A3"),
    "export w.yaml network-map -o x --medium pgn": ("„png“",),
    "report w.yaml -o b.dox": ("„.docx“", ".html"),
    "map w.yaml -o -": ("--medium SUFFIX", ".svg"),
    "map w.yaml -o x.svg --medium svg": ("--medium",),
}


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_is_told_with_what_was_expected_and_what_may_have_been_meant(run: Run, line: str) -> None:
    done = run(line)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert [part for part in MISTAKES[line] if part not in done.stderr] == []
    assert "Error" not in done.stderr


@pytest.mark.parametrize("line", [line for line in MISTAKES if "--language" not in line])
def test_no_german_is_left_in_the_english_words(run: Run, line: str) -> None:
    told = run(f"{line} --language en").stderr
    assert told
    assert "„" not in told
    assert "Gemeint" not in told


def test_whoever_makes_a_mistake_is_told_where_the_help_is(run: Run) -> None:
    assert "jmd check --help" in run("check").stderr
    assert "jmd --help" in run("chek").stderr


def test_without_any_word_the_help_is_shown(run: Run) -> None:
    assert "Verbs:" in run("").output


def test_a_value_that_looks_like_a_language_elsewhere_changes_nothing(run: Run) -> None:
    assert "Gemeint" in run("check w.yaml --fail-on nver --purpose en").stderr
