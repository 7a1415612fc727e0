"""What the command line says beside results: where it goes, when it is left out, and that words carry it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.cli.talking import steps
from jmdexport.demo import example_bytes

Run = Callable[..., Result]
ROOT = Path(__file__).parents[3]
ON = ("--on", "2026-01-31")
ESCAPE = "\x1b"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "w.yaml").write_bytes(example_bytes())
    return lambda *words, **more: CliRunner().invoke(jmd, [str(word) for word in words], **more)


@pytest.mark.parametrize("place", ["before", "behind"])
def test_quiet_says_nothing_of_what_has_gone_well(run: Run, place: str) -> None:
    words = ["map", "w.yaml", "-o", "m.svg", *ON]
    assert "m.svg" in run(*words).stderr
    done = run("-q", *words) if place == "before" else run(*words, "--quiet")
    assert (done.exit_code, done.output) == (0, "")


def test_quiet_still_says_what_is_wrong(run: Run, tmp_path: Path) -> None:
    assert "nix.yaml" in run("-q", "check", "nix.yaml").stderr
    (tmp_path / "w.yaml").write_bytes(example_bytes().replace(b"schema: ", b"schema:  ", 1))
    told = run("-q", "fmt", "w.yaml", "--check")
    assert told.exit_code == 1
    assert "w.yaml" in told.stderr
    assert run("-q", "fmt", "w.yaml").output == ""


@pytest.mark.parametrize(
    ("asked", "environment", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "auto"), {"FORCE_COLOR": "1"}, True),
        (("--color", "auto"), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_the_option_decides_on_colour_before_the_environment(
    run: Run, asked: tuple[str, ...], environment: dict[str, str], coloured: bool
) -> None:
    told = run("check", "w.yaml", *ON, *asked, env=environment)
    assert (ESCAPE in told.stdout) is coloured
    assert (ESCAPE in run(*asked, "check", "w.yaml", *ON, env=environment).stdout) is coloured


def test_colour_adds_no_word_and_takes_none_away(run: Run) -> None:
    plain = run("check", "w.yaml", *ON).stdout
    coloured = run("check", "w.yaml", *ON, "--color", "always").stdout
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_progress_is_for_a_terminal_that_did_not_ask_for_quiet(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["export", "w.yaml", "charts", "network-map", "-o", "out", *ON]
    assert "Export 1 von 2" not in run(*words).stderr
    monkeypatch.setattr("jmdexport.cli.talking._on_terminal", lambda: True)
    told = run(*words).stderr.splitlines()
    assert told[:2] == ["Export 1 von 2: charts", "Export 2 von 2: network-map"]
    assert run("-q", *words).stderr == ""


def test_a_single_export_has_no_steps_to_tell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("jmdexport.cli.talking._on_terminal", lambda: True)
    tell = steps("de")
    assert tell is not None
    tell(1, 1, "report")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "words",
    [
        ("check", "w.yaml", *ON, "-o", "-"),
        ("settings", "w.yaml", "-o", "-"),
        ("schema", "-o", "-"),
        ("diff", "w.yaml", "2024", "2025", *ON, "-o", "-"),
    ],
)
def test_a_dash_is_standard_output(run: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*words).stdout == run(*words[:-2]).stdout
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize(
    ("verb", "form", "begins"), [("map", "svg", b"<?xml"), ("report", "html", b"<!DOCTYPE")]
)
def test_a_map_and_a_report_go_to_standard_output_as_the_same_bytes_as_to_a_file(
    run: Run, verb: str, form: str, begins: bytes, tmp_path: Path
) -> None:
    told = run(verb, "w.yaml", *ON, "-o", "-", "--medium", form)
    assert told.exit_code == 0
    assert told.stdout_bytes.startswith(begins)
    assert told.stderr == ""
    run(verb, "w.yaml", *ON, "-o", f"x.{form}")
    assert (tmp_path / f"x.{form}").read_bytes() == told.stdout_bytes


def test_a_report_of_several_files_does_not_fit_standard_output(run: Run) -> None:
    told = run("report", "w.yaml", *ON, "-o", "-", "--medium", "md")
    assert (told.exit_code, told.stdout) == (2, "")
    assert ".html" in told.stderr


def test_standard_input_and_output_make_a_filter(run: Run) -> None:
    told = run("map", "-", *ON, "-o", "-", "--medium", "svg", input=example_bytes())
    assert told.stdout_bytes == run("map", "w.yaml", *ON, "-o", "-", "--medium", "svg").stdout_bytes


def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    line = f'"{sys.executable}" -m jmdexport.cli schema | true; echo ${{PIPESTATUS[0]}}'
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    told = subprocess.run(["bash", "-c", line], env=env, capture_output=True, check=True)
    assert told.stderr == b""
    assert told.stdout == b"141\n"  # as other programs do; 1 would say that there are findings


def test_every_part_of_the_list_of_exporters_says_what_it_is(run: Run) -> None:
    listed = run("exporters").stdout.splitlines()[1::2]
    assert listed
    for line in listed:
        words = [part.strip().partition(": ")[0] for part in line.split(" · ")]
        assert words[:2] == ["Formate", "Höchster Adressatenkreis"]
        assert words[2] in {"Einstellungen", "Keine Einstellungen"}
    assert "Vorgabe: A4" in run("exporters", "network-map").stdout
    assert "keine Vorgabe" in run("exporters", "network-map").stdout


def test_no_result_needs_a_colour_or_a_lone_sign_to_be_understood(run: Run) -> None:
    for words in (("settings", "w.yaml"), ("exporters", "network-map"), ("explain", "Q512")):
        cells = re.split(r"\s{2,}| · |\n", run(*words).stdout)
        assert not {"–", "-", "✓", "✗", "x", "*"} & {cell.strip() for cell in cells}
