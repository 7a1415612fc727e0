"""Settings files of ``jmd check``, and ``jmd settings``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.cli.configuring import WIDTH
from jmdexport.demo import example_bytes
from jmdmodel.quality import catalogue

OWN_RULE = """
from jmdmodel.entities.partner import Partner
from jmdmodel.messages import Say
from jmdmodel.quality import rule


@rule(
    code="X101", name="own", level="should", requirements=("R-06",), looks_at=Partner,
    title=Say("Eigene Regel", "own rule"), message=Say("Gefunden: {name}.", "Found: {name}."),
    reason=Say("Grund.", "Reason."), remedy=Say("Nachsehen.", "Look."),
)
def own(partner, ctx):
    if partner.id == "jobcenter":
        yield ctx.found(partner, name=partner.name)
"""


def run(*args: object) -> Result:
    return CliRunner().invoke(jmd, [str(arg) for arg in args])


def check(workspace: Path, *args: object) -> Result:
    return run("check", workspace, "--on", "2026-01-31", "--output-format", "json", *args)


def codes(result: Result) -> set[str]:
    return {one["code"] for one in json.loads(result.stdout)["findings"]}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()  # the search for a settings file ends here
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "w.yaml").write_bytes(example_bytes())
    return tmp_path


@pytest.fixture
def workspace(home: Path) -> Path:
    return home / "office" / "w.yaml"


def test_the_nearest_file_counts_and_its_own_name_before_that_of_the_project(
    home: Path, workspace: Path
) -> None:
    (home / "jmd.toml").write_text('select = ["Q511"]', "utf-8")
    assert codes(check(workspace)) == {"Q511"}
    (home / "office" / "pyproject.toml").write_text('[tool.jmd]\nselect = ["S112"]\n', "utf-8")
    assert codes(check(workspace)) == {"S112"}
    (home / "office" / "jmd.toml").write_text('select = ["Q522"]', "utf-8")
    assert codes(check(workspace)) == {"Q522"}


def test_a_project_file_without_a_table_of_ours_is_passed_over(home: Path, workspace: Path) -> None:
    (home / "jmd.toml").write_text('select = ["Q511"]', "utf-8")
    (home / "office" / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    assert codes(check(workspace)) == {"Q511"}


def test_isolated_reads_no_file_and_config_names_one(home: Path, workspace: Path) -> None:
    (home / "jmd.toml").write_text('select = ["Q511"]', "utf-8")
    other = home / "other.toml"
    other.write_text('select = ["S112"]', "utf-8")
    assert len(codes(check(workspace, "--isolated"))) > 2
    assert codes(check(workspace, "--config", other)) == {"S112"}


def test_the_command_line_replaces_what_is_selected_and_adds_to_what_is_ignored(
    home: Path, workspace: Path
) -> None:
    (home / "jmd.toml").write_text('select = ["Q511", "S112"]\nignore = ["Q511"]\nfail-on = "never"', "utf-8")
    assert codes(check(workspace)) == {"S112"}
    assert check(workspace).exit_code == 0
    assert codes(check(workspace, "--ignore", "S112")) == set()
    assert codes(check(workspace, "--select", "Q522,Q511")) == {"Q522"}
    assert check(workspace, "--fail-on", "should").exit_code == 1


def test_own_rules_come_from_a_file_beside_the_settings(home: Path, workspace: Path) -> None:
    (home / "own.py").write_text(OWN_RULE, "utf-8")
    (home / "jmd.toml").write_text('rules = ["own.py"]\nselect = ["X101", "Q522"]', "utf-8")
    assert codes(check(workspace)) == {"X101", "Q522"}
    told = run("check", workspace, "--on", "2026-01-31", "--select", "own").stdout
    assert "Gefunden: Jobcenter Ellertal." in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('ignor = ["x"]', "jmd.toml: „ignor“ ist keine Einstellung der Prüfung."),
        ("ignore = [", "jmd.toml, Zeile "),
        ('rules = ["nirgends_da"]', "„nirgends_da“ mit eigenen Regeln ließ sich nicht laden"),
        ('rules = ["json"]', "Im Modul „json“ ist keine Regel."),
        ('select = ["Q5O2"]', "Gemeint ist vielleicht „Q502“."),
        ("[parameters.Q502]\nmonths = 0", "ganze Zahl"),
    ],
)
def test_a_wrong_file_ends_with_2_and_says_what_is_wrong(
    home: Path, workspace: Path, text: str, told: str
) -> None:
    (home / "jmd.toml").write_text(text, "utf-8")
    result = check(workspace)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_rules_that_cannot_be_loaded_are_told_with_cause_and_line(home: Path, workspace: Path) -> None:
    (home / "jmd.toml").write_text('rules = ["own.py"]', "utf-8")
    (home / "own.py").write_text("x = 1\n1 / 0\n", "utf-8")
    assert "(ZeroDivisionError: division by zero (own.py, Zeile 2))" in check(workspace).stderr


def test_a_file_that_is_no_text_or_not_there_is_told(home: Path, workspace: Path) -> None:
    (home / "jmd.toml").write_bytes(b"\xff\xfe")
    assert "kein Text in UTF-8" in check(workspace).stderr
    assert check(workspace, "--config", home / "nope.toml").exit_code == 2
    (home / "pyproject.toml").write_text("[project]\n", "utf-8")
    assert "keine Tabelle [tool.jmd]" in check(workspace, "--config", home / "pyproject.toml").stderr


def test_settings_shows_each_value_with_its_origin(home: Path, workspace: Path) -> None:
    (home / "jmd.toml").write_text('select = ["Q502"]\n[parameters.Q502]\nmonths = 36', "utf-8")
    text = run("settings", workspace).stdout
    assert [line.split() for line in text.splitlines()][-1] == ["Q502.months", "36", "jmd.toml"]
    data = json.loads(run("settings", workspace, "--output-format", "json", "--language", "en").stdout)
    assert {"name": "fail_on", "value": "must", "origin": "default"} in data["settings"]
    assert "jmd.toml" not in run("settings", workspace, "--isolated").stdout


RECORD = ("40" + "20251231" + "07199".ljust(12) + "Landkreis Ellertal").ljust(220)


def test_a_directory_comes_from_beside_the_settings_or_from_the_command_line(
    home: Path, workspace: Path, tmp_path: Path
) -> None:
    alone = ("--select", "S121")
    assert json.loads(check(workspace, *alone).stdout)["not_asked"] == ["S121"]
    (home / "list.txt").write_text(RECORD, "utf-8")
    (home / "jmd.toml").write_text('directory = "list.txt"', "utf-8")
    data = json.loads(check(workspace, *alone).stdout)
    assert (data["not_asked"], [one["subject"] for one in data["findings"]]) == (
        [],
        ["units/landkreis-dornheide"],
    )
    assert json.loads(check(workspace, *alone, "--isolated").stdout)["not_asked"] == ["S121"]
    other = tmp_path / "other.txt"
    other.write_text(RECORD + "\n" + RECORD.replace("07199", "07198"), "utf-8")
    assert codes(check(workspace, *alone, "--directory", other)) == set()
    shown = run("settings", workspace, "--output-format", "json").stdout
    assert {"name": "directory", "value": str(home / "list.txt"), "origin": "jmd.toml"} in json.loads(shown)[
        "settings"
    ]


def test_a_directory_that_cannot_be_read_ends_with_2_and_names_each_fault(
    home: Path, workspace: Path
) -> None:
    broken = home / "list.txt"
    broken.write_text(f"{RECORD}\nkurz\n", "utf-8")
    result = check(workspace, "--directory", broken)
    assert result.exit_code == 2
    assert f"{broken}:2:1: Der Satz hat 4 Zeichen; verlangt sind 220. [G102]" in result.stderr
    (fault,) = json.loads(result.stdout)["faults"]
    assert (fault["code"], fault["file"], fault["line"]) == ("G102", str(broken), 2)
    missing = run("check", workspace, "--directory", home / "nope.txt", "--language", "en")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "nope.txt" in missing.stderr


def test_the_text_of_the_settings_fits_a_hundred_columns_and_long_values_go_on_below_themselves(
    workspace: Path,
) -> None:
    lines = run("settings", workspace, "--isolated", "--language", "en").stdout.splitlines()
    assert max(map(len, lines)) <= WIDTH
    head, (value, origin) = lines[0], (lines[0].index("value"), lines[0].index("origin"))
    assert head.split() == ["setting", "value", "origin"]
    start = next(place for place, line in enumerate(lines) if line.startswith("N201.expected"))
    further = lines[start + 1]
    assert lines[start][origin:] == "default"
    assert not further[:value].strip()
    assert further[value] != " "
    whole = "".join(line[value:origin].strip() + " " for line in lines[start : start + 4])
    assert whole.startswith("sgb2-body, sgb3-body, school, ")
    assert "religious-community" in whole


def test_a_setting_without_a_value_is_seen_to_have_none(workspace: Path) -> None:
    lines = run("settings", workspace, "--isolated", "--language", "en").stdout.splitlines()
    assert ["select", "nothing", "default"] in [line.split() for line in lines]
    data = json.loads(run("settings", workspace, "--isolated", "--output-format", "json").stdout)
    assert data["settings"][0] == {"name": "select", "value": "", "origin": "Vorgabe"}


def test_a_long_list_of_rules_and_a_long_origin_stay_in_their_columns(home: Path, workspace: Path) -> None:
    words = sorted({rule.code for rule in catalogue()})
    (home / "jmd.toml").write_text(f"ignore = {json.dumps(words[:60])}", "utf-8")
    lines = run("settings", workspace).stdout.splitlines()
    assert max(map(len, lines)) <= WIDTH
    text = " ".join(line.split("jmd.toml")[0].removeprefix("ignore").strip() for line in lines[3:])
    assert ", ".join(words[:60]) in text


def test_a_value_that_steers_the_terminal_is_shown_and_does_nothing(home: Path, workspace: Path) -> None:
    name = "jmd\x1b[31m\u202e.toml"
    (home / name).write_text('ignore = ["hint"]', "utf-8")
    told = run("settings", workspace, "--config", home / name).stdout
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "jmd␛[31m�.toml" in told
