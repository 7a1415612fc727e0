"""Completion in shells, by the protocol that their scripts speak, through the real entry point."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jmdexport.cli import main

Complete = Callable[..., list[str]]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., str]:
    """Ask as the script of a shell asks: with three variables; nothing may be said beside the answer."""

    def asked(instruction: str, words: str = "", at: str = "") -> str:
        monkeypatch.setenv("_JMD_COMPLETE", instruction)
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", at)
        with pytest.raises(SystemExit) as ended:
            main([])
        assert ended.value.code == 0
        told = capfdbinary.readouterr()
        assert told.err == b""
        return told.out.decode("utf-8")

    return asked


@pytest.fixture
def complete(ask: Callable[..., str]) -> Complete:
    """Complete the last word of a line as bash does, which takes words apart at the sign ``=``."""

    def completed(line: str) -> list[str]:
        words = line.replace("=", " = ").split(" ")
        words = [word for word in words[:-1] if word] + words[-1:]
        answer = ask("bash_complete", " ".join(words), str(len(words) - 1))
        return [item.removeprefix("plain,") for item in answer.splitlines() if item]

    return completed


def test_verbs_are_completed(complete: Complete) -> None:
    assert complete("jmd ex") == ["explain", "export", "exporters"]


def test_options_are_completed_before_and_behind_a_verb(complete: Complete) -> None:
    assert "--traceback" in complete("jmd --")
    assert complete("jmd check --out") == ["--output-format", "--output"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("jmd check w --audience ", ["internal", "personal", "social"]),
        ("jmd map w --audience re", ["report"]),
        ("jmd check w --language ", ["de", "en"]),
        ("jmd check w --language=", ["de", "en"]),
        ("jmd check w --output-format=ju", ["junit"]),
        ("jmd map w --kind c", ["change", "committee", "case"]),
        ("jmd --color n", ["never"]),
        ("jmd check w --color n", ["never"]),
        ("jmd export w geo", ["geo-map"]),
        ("jmd exporters years", ["years-map"]),
        ("jmd export w years-map net", ["network-map"]),
        ("jmd export w network-map --medium p", ["pdf", "png"]),
        ("jmd export w network-map -O pa", ["page="]),
        ("jmd export w network-map -O page=", ["A4", "A3"]),
        ("jmd export w network-map -O page=A3 -O or", ["orientation="]),
        ("jmd map w -O page=A", ["A4", "A3"]),
        ("jmd map w --kind case -O ca", ["case="]),
        ("jmd map w -O ca", []),
        ("jmd explain map-mis", ["map-missing"]),
        ("jmd explain Q512", ["Q512"]),
        ("jmd check w --ignore S,Q512", ["S,Q512"]),
    ],
)
def test_values_are_completed_from_what_there_is(complete: Complete, line: str, found: list[str]) -> None:
    assert complete(line) == found


def test_levels_and_families_choose_rules_beside_codes_and_names(complete: Complete) -> None:
    assert {"must", "map-missing"} <= set(complete("jmd check w --select m"))
    assert {"Q", "Q512"} <= set(complete("jmd check w --enable q"))


@pytest.mark.parametrize("line", ["jmd check w", "jmd map w -o k", "jmd check w --config ", "jmd verify o"])
def test_files_are_left_to_the_shell(complete: Complete, line: str) -> None:
    assert [item.partition(",")[0] for item in complete(line)] == ["file"]


@pytest.mark.parametrize("line", ["jmd export w charts -o o", "jmd demo o", "jmd report w --templates t"])
def test_folders_are_left_to_the_shell(complete: Complete, line: str) -> None:
    assert [item.partition(",")[0] for item in complete(line)] == ["dir"]


@pytest.mark.parametrize(
    "line",
    ["jmd check w --on foo --fail", "jmd export w x --plugin nix.py --keep", "jmd check --bogus --fail"],
)
def test_what_is_wrong_earlier_in_the_line_says_nothing_while_completing(
    complete: Complete, line: str
) -> None:
    assert complete(line)[0] in {"--fail-on", "--keep"}


def test_exporters_of_a_file_are_completed_too(
    complete: Complete, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = ROOT / "tests" / "plugins" / "plugin_1_0.py"
    names = (tmp_path / "own.py", source.read_text("utf-8"))
    names[0].write_text(names[1], "utf-8")
    without = complete("jmd export w ")
    assert set(complete("jmd export w --plugin own.py ")) > set(without)


def test_zsh_gets_the_kind_the_value_and_the_help_in_lines(ask: Callable[..., str]) -> None:
    kind, value, told = ask("zsh_complete", "jmd sch", "1").splitlines()
    assert (kind, value) == ("plain", "schema")
    assert "JSON Schema" in told


def test_fish_gets_the_help_behind_a_tab(ask: Callable[..., str]) -> None:
    answer = ask("fish_complete", "jmd explain Q51", "Q51").splitlines()
    assert any(line.startswith("plain,Q512\t") for line in answer)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_gets_a_script_that_asks_this_command(ask: Callable[..., str], shell: str) -> None:
    script = ask(f"{shell}_source")
    assert f"{shell}_complete" in script
    assert "_JMD_COMPLETE" in script


@pytest.mark.parametrize(
    ("words", "at", "found"),
    [
        (["jmd"], "sch", [["plain", "schema", "Print the file format as JSON Schema, for editors."]]),
        (["jmd", "check", r"C:\mein dienst\w.yaml", "--fail-on"], "n", [["plain", "never", "never"]]),
        (["jmd", "check"], "'C:\\mein", [["file", "C:\\mein", "C:\\mein"]]),
        (["jmd", "map", "w", "-O"], "page=A3", [["plain", "page=A3", "page=A3"]]),
    ],
)
def test_powershell_gets_kind_value_and_help_with_tabs_between(
    ask: Callable[..., str], words: list[str], at: str, found: list[list[str]]
) -> None:
    answer = ask("powershell_complete", "\n".join(words), at)
    assert [line.split("\t") for line in answer.splitlines()] == found


def test_the_help_for_powershell_is_plain_enough_for_any_console(ask: Callable[..., str]) -> None:
    answer = ask("powershell_complete", "jmd\nexport\nw", "")
    assert answer.isascii()
    assert len(answer.splitlines()) > 5


def test_completing_verbs_loads_none_of_them() -> None:
    code = (
        "import sys; from jmdexport.cli import main\n"
        "try: main()\n"
        "except SystemExit: print(*(name for name in sys.modules if 'quality' in name or 'yaml' in name))"
    )
    env = os.environ | {"_JMD_COMPLETE": "bash_complete", "COMP_WORDS": "jmd ", "COMP_CWORD": "1"}
    env["PYTHONPATH"] = str(ROOT / "src")
    told = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == ""
    assert "plain,verify" in told.stdout


@pytest.fixture
def bash(tmp_path: Path) -> Callable[[str], list[str]]:
    """Give what a real bash would offer for a line, with the script that the command gives it."""
    program = tmp_path / "bin" / "jmd"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jmdexport.cli "$@"\n', "utf-8")
    program.chmod(0o755)
    path = os.pathsep.join([str(program.parent), os.environ["PATH"]])
    env = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT / "src")}

    def offered(words: str) -> list[str]:
        script = (
            'eval "$(_JMD_COMPLETE=bash_source jmd)"\n'
            f"COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n"
            '_jmd_completion jmd 2>/dev/null\nprintf "%s\\n" "${COMPREPLY[@]}"'
        )
        told = subprocess.run(["bash", "-c", script], env=env, capture_output=True, text=True, check=True)
        return told.stdout.split()

    return offered


def test_a_real_bash_completes_verbs_values_and_what_is_behind_the_sign(
    bash: Callable[[str], list[str]],
) -> None:
    assert bash("jmd expl") == ["explain"]
    assert bash("jmd map w -O page = A") == ["A4", "A3"]
    assert bash("jmd check w --ignore must,Q512") == ["must,Q512"]
