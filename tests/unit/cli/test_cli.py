"""The verbs of the command line: exit statuses, where output goes, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.demo import example_bytes, load_example, starter_bytes
from jmdmodel import json_schema, load

Run = Callable[..., Result]
ON = ("--on", "2026-01-31")


@pytest.fixture
def run() -> Run:
    return lambda *args, **more: CliRunner().invoke(jmd, [str(arg) for arg in args], **more)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "workspace.yaml"
    path.write_bytes(example_bytes())
    return path


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    path = tmp_path / "starter.yaml"
    path.write_bytes(starter_bytes())
    return path


def test_help_names_every_verb_and_each_verb_has_an_example(run: Run) -> None:
    told = run("--help").stdout.split("Verbs:")[1].split("Exit status:")[0]
    verbs = [line.split()[0] for line in told.splitlines() if line.strip()]
    known = "check demo diff explain export exporters fmt map new report schema settings verify"
    assert verbs == known.split()
    for verb in verbs:
        shown = run(verb, "--help")
        assert shown.exit_code == 0
        assert f"Example: jmd {verb}" in " ".join(shown.stdout.split())


def test_a_mistyped_verb_gets_the_nearest_one_and_status_2(run: Run) -> None:
    result = run("chek", "x.yaml")
    assert result.exit_code == 2
    assert "Gemeint ist vielleicht „check“." in result.stderr


def test_check_ends_with_1_when_a_must_is_found(run: Run, example: Path) -> None:
    result = run("check", example, *ON)
    assert result.exit_code == 1
    assert "(Q511)" in result.stdout


@pytest.mark.parametrize(("fail_on", "status"), [("never", 0), ("must", 0), ("should", 1), ("hint", 1)])
def test_fail_on_decides_the_exit_status(run: Run, starter: Path, fail_on: str, status: int) -> None:
    assert run("check", starter, *ON, "--fail-on", fail_on).exit_code == status


def test_check_shows_the_line_of_a_finding_in_the_concise_form(run: Run, starter: Path) -> None:
    result = run("check", starter, *ON, "--output-format", "concise", "--language", "en")
    line = starter.read_text("utf-8").splitlines().index("contacts:") + 1
    assert f"{starter}:{line}:1 contacts: should: transition-actor-without-contact (S112): " in result.stdout


def test_json_of_check_has_the_promised_keys(run: Run, example: Path) -> None:
    data = json.loads(run("check", example, *ON, "--output-format", "json").stdout)
    assert data["version"] == 1
    assert data["totals"]["findings"] == len(data["findings"]) > 0
    assert {"code", "name", "level", "requirements", "subject", "field", "message", "remedy"} <= set(
        data["findings"][0]
    )
    assert all(finding["line"] >= 1 and finding["file"] == str(example) for finding in data["findings"])


def test_findings_about_people_show_code_and_number_only_but_count_for_the_status(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "workspace.yaml"
    text = starter_bytes().decode("utf-8")
    text += "activities:\n  geheim-17:\n    day: 2031-05-05\n    minutes: 30\n    area: network\n"
    path.write_text(text, encoding="utf-8")
    hidden = run("check", path, *ON, "--select", "D906", "--fail-on", "should")
    assert hidden.exit_code == 1
    assert "geheim-17" not in hidden.output
    assert "D906 (1)" in hidden.stderr
    refused = run("check", path, *ON, "--select", "D906", "--audience", "personal")
    assert refused.exit_code == 2
    entitled = ("--audience", "personal", "--purpose", "Dienstplan", "--recipient", "Leitung")
    shown = run("check", path, *ON, "--select", "D906", *entitled)
    assert "geheim-17" in shown.output


def test_check_reads_standard_input_and_writes_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "found.json"
    more = {"input": starter_bytes()}
    result = run("check", "-", *ON, "--output-format", "json", "-o", target, **more)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert json.loads(target.read_text("utf-8"))["findings"][0]["file"] == "<stdin>"


def test_parameters_ignore_and_select_reach_the_rules(run: Run, starter: Path) -> None:
    assert "S112" not in run("check", starter, *ON, "--ignore", "S112,N201").stdout
    assert "Keine Befunde" in run("check", starter, *ON, "--select", "Q511").stdout
    wrong = run("check", starter, *ON, "--select", "Q5l1,zzz")
    assert wrong.exit_code == 2
    assert "Q5l1" in wrong.stderr
    assert "zzz" in wrong.stderr


def test_a_file_that_does_not_load_ends_with_2_and_lists_every_fault(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("schema: 2\nservice:\n  nme: x\npartners:\n  a:\n    kind: shcool\n", encoding="utf-8")
    result = run("check", path, "--language", "en")
    assert result.exit_code == 2
    assert result.stdout == ""
    for place in (":3:3 service.nme", ":2:1 service.name", ":6:11 partners/a.kind", ":5:3 partners/a.name"):
        assert f"{path}{place}" in result.stderr


def test_a_missing_file_ends_with_2(run: Run, tmp_path: Path) -> None:
    result = run("check", tmp_path / "nothing.yaml")
    assert result.exit_code == 2
    assert "S301" in result.stderr


def test_a_wrong_date_ends_with_2(run: Run, starter: Path) -> None:
    assert run("check", starter, "--on", "2025-02-29").exit_code == 2


def test_explain_takes_code_and_name_in_both_languages(run: Run) -> None:
    by_code, by_name = run("explain", "Q512"), run("explain", "map-missing")
    assert by_code.exit_code == 0
    assert by_code.stdout == by_name.stdout
    assert run("explain", "Q512", "--language", "en").stdout != by_code.stdout
    assert run("explain", "Q999").exit_code == 2


def test_fmt_writes_the_canonical_form_once_and_keeps_comments(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "w.yaml"
    path.write_text(
        "# Kopf\nschema: 2\nservice: {provider: Muster e. V., name: JMD}  # Dienst\n", encoding="utf-8"
    )
    assert run("fmt", path, "--check").exit_code == 1
    assert run("fmt", path).exit_code == 0
    assert path.read_text("utf-8") == (
        "# Kopf\nschema: 2\n\nservice:  # Dienst\n  name: JMD\n  provider: Muster e. V.\n"
    )
    assert run("fmt", path, "--check").exit_code == 0


def test_fmt_refuses_to_lose_a_comment_and_leaves_the_file_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "w.yaml"
    text = (
        "schema: 2\nservice:\n  name: JMD\n  provider: T\npartners:\n  a:\n    name: A\n    kind: school\n"
        "    period: {\n      since: 2020-01-01  # eins\n      }  # zwei\n"
    )
    path.write_text(text, encoding="utf-8")
    refused = run("fmt", path)
    assert refused.exit_code == 2
    assert "S202" in refused.stderr
    assert "Zeile 11" in refused.stderr
    assert path.read_text("utf-8") == text
    assert run("fmt", path, "--drop-comments").exit_code == 0
    assert path.read_text("utf-8").endswith("    period:\n      since: 2020-01-01  # eins\n")


def test_fmt_of_standard_input_goes_to_standard_output(run: Run) -> None:
    result = run("fmt", "-", input=b"schema: 2\nservice: {provider: T, name: JMD}\n")
    assert result.exit_code == 0
    assert result.stdout == "schema: 2\n\nservice:\n  name: JMD\n  provider: T\n"


def test_new_writes_a_workspace_that_loads_and_never_overwrites(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mein-dienst"
    assert run("new", folder).exit_code == 0
    path = folder / "workspace.yaml"
    assert load(folder).workspace.partners
    path.write_text("schema: 2\n", encoding="utf-8")
    assert run("new", folder).exit_code == 2
    assert path.read_text("utf-8") == "schema: 2\n"


def test_new_puts_the_schema_beside_the_workspace_and_the_workspace_names_it(
    run: Run, tmp_path: Path
) -> None:
    assert run("new", tmp_path / "mein-dienst").exit_code == 0
    first = (tmp_path / "mein-dienst" / "workspace.yaml").read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    schema = tmp_path / "mein-dienst" / first.partition("=")[2]
    assert json.loads(schema.read_bytes()) == json_schema(language="de")


def test_new_leaves_a_schema_that_is_there_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "workspace.schema.json"
    mine.write_bytes(b"{}")
    assert run("new", tmp_path).exit_code == 2
    assert mine.read_bytes() == b"{}"
    assert not (tmp_path / "workspace.yaml").exists()


@pytest.mark.parametrize("language", ["de", "en"])
def test_schema_prints_the_same_as_it_writes(run: Run, tmp_path: Path, language: str) -> None:
    path = tmp_path / "s.json"
    printed = run("schema", "--language", language)
    assert printed.exit_code == run("schema", "-o", path, "--language", language).exit_code == 0
    assert path.read_bytes() == printed.stdout_bytes
    assert json.loads(printed.stdout) == json_schema(language=language)


def test_the_starter_is_canonical_and_has_no_must_finding(run: Run, starter: Path) -> None:
    assert run("fmt", starter, "--check").exit_code == 0
    assert run("check", starter, *ON).exit_code == 0


def test_the_first_check_of_a_starter_finds_no_part_of_the_space_empty(run: Run, starter: Path) -> None:
    """Needs, participation and events are there to be written over, so that nobody has to look up how."""
    data = json.loads(run("check", starter, *ON, "--output-format", "json").stdout)
    assert {one["code"] for one in data["findings"]} & {
        "S108",
        "S109",
        "S110",
        "S111",
        "S119",
        "N211",
    } == set()


@pytest.mark.parametrize(("founded", "asked"), [("", {"S119"}), ("  founded: 2025\n", set())])
def test_a_service_that_began_in_the_year_of_the_starter_is_not_asked_for_its_events(
    run: Run, starter: Path, founded: str, asked: set[str]
) -> None:
    text = starter.read_text("utf-8").replace("  provider:", f"{founded}  provider:", 1)
    starter.write_text(text.partition("\n# Veranstaltungen")[0] + "\n", "utf-8")
    data = json.loads(run("check", starter, *ON, "--output-format", "json").stdout)
    assert {one["code"] for one in data["findings"]} & {"S119"} == asked


def test_findings_for_others_than_the_team_are_refused_with_the_way_to_get_them(
    run: Run, example: Path, tmp_path: Path
) -> None:
    refused = run("export", example, "findings", "-o", tmp_path / "out", *ON)
    assert refused.exit_code == 2
    assert "--audience internal" in refused.stderr
    assert not (tmp_path / "out").exists()
    done = run("export", example, "findings", "-o", tmp_path / "out", "--audience", "internal", *ON)
    assert done.exit_code == 0
    assert "(Q511)" in (tmp_path / "out" / "findings.txt").read_text("utf-8")


def test_report_and_map_share_their_picture_in_one_folder(run: Run, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("export", example, "report", "network-map", "network-map", "-o", out, *ON)
    assert done.exit_code == 0, done.stderr
    assert sorted(path.name for path in out.iterdir()) == [
        "manifest.json",
        "network-map-2025.svg",
        "report-2025.md",
    ]
    assert run("verify", out).exit_code == 0


@pytest.mark.parametrize(
    ("language", "said"), [("de", "ist nicht für den Adressatenkreis"), ("en", "is not meant")]
)
def test_a_map_that_the_audience_may_not_see_is_not_said_to_be_missing(
    run: Run, example: Path, tmp_path: Path, language: str, said: str
) -> None:
    target = tmp_path / "p.svg"
    asked = ("map", example, "-o", target, "--audience", "public", "--language", language, *ON)
    refused = run(*asked)
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert "--audience report" in refused.stderr
    assert "2025" not in refused.stderr
    missing = run(*asked, "--audience", "report", "--year", "2019")
    assert "M101" in missing.stderr


def test_check_tells_how_many_findings_are_waived_in_every_form(run: Run, starter: Path) -> None:
    text = starter.read_text("utf-8")
    reason = "reason: Besprochen.\n    until: 2026-12-31\n"
    starter.write_text(f"{text}\nwaivers:\n  besprochen:\n    rule: S112\n    {reason}", "utf-8")
    told = "1 finding is waived with a reason."
    whole = run("check", starter, *ON, "--language", "en")
    assert (told in whole.stdout, "S112" in whole.stdout) == (True, False)
    concise = run("check", starter, *ON, "--language", "en", "--output-format", "concise")
    assert (told in concise.stderr, told in concise.stdout) == (True, False)
    data = json.loads(run("check", starter, *ON, "--output-format", "json").stdout)
    assert [(part["code"], part["waiver"]) for part in data["waived"]] == [("S112", "besprochen")]
    sarif = json.loads(run("check", starter, *ON, "--output-format", "sarif").stdout)["runs"][0]
    assert sarif["properties"]["waived"] == {"S112": 1}
    assert "S112" not in {result["ruleId"] for result in sarif["results"]}
    junit = run("check", starter, *ON, "--language", "en", "--output-format", "junit").stdout
    case = junit.partition("(S112)")[2].partition("</testcase>")[0]
    assert '<skipped message="Findings that are waived with a reason: 1."/>' in case
    for form in ("markdown", "html"):
        document = run("check", starter, *ON, "--language", "en", "--output-format", form).stdout
        assert told in document
        assert "Reason: Besprochen." in document
        assert "Holds until 31 December 2026." in document


@pytest.mark.parametrize("kind", ["network", "change", "years", "committee"])
def test_each_kind_of_map_is_drawn_by_its_exporter(
    run: Callable[..., Result], example: Path, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / f"{kind}.svg"
    ended = run("map", example, "-o", target, "--kind", kind, "--year", "2025", "--page", "A3", *ON)
    assert ended.exit_code == 0, ended.stderr
    assert b'width="420mm"' in target.read_bytes()[:600]


def test_the_map_of_a_case_needs_the_case_and_its_audience(
    run: Callable[..., Result], example: Path, tmp_path: Path
) -> None:
    target = tmp_path / "case.svg"
    plain = run("map", example, "-o", target, "--kind", "case", "--year", "2025", *ON)
    assert plain.exit_code == 2
    assert not target.exists()
    whom = ("--audience", "social", "--purpose", "Fallbesprechung", "--recipient", "Leitung", "--no-record")
    case = min(load_example().workspace.cases.ids())
    shown = run("map", example, "-o", target, "--kind", "case", "--case", case, "--year", "2025", *whom, *ON)
    assert shown.exit_code == 0, shown.stderr
    assert target.exists()


def test_an_option_that_a_kind_of_map_lacks_is_refused(
    run: Callable[..., Result], example: Path, tmp_path: Path
) -> None:
    ended = run("map", example, "-o", tmp_path / "a.svg", "--from", "2024", "--year", "2025", *ON)
    assert ended.exit_code == 2
    assert "from-year" in ended.stderr
