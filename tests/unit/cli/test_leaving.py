"""What leaves by the command line: recorded above ``report``, refused rather than unrecorded, verified."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.demo import example_bytes, ignored_files
from jmdmodel import load

Run = Callable[..., Result]
ON = ("--on", "2026-01-31")
INTERNAL = (*ON, "--audience", "internal")


@pytest.fixture
def run() -> Run:
    return lambda *args, **more: CliRunner().invoke(jmd, [str(arg) for arg in args], **more)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "mappe" / "workspace.yaml"
    path.parent.mkdir()
    path.write_bytes(example_bytes())
    return path


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_up_to_report_nothing_is_recorded_and_above_it_every_export_is(run: Run, example: Path) -> None:
    record, out = example.parent / "exports.jsonl", example.parent.parent
    assert run("export", example, "impuls-csv", "-o", out / "a", *ON).exit_code == 0
    assert not record.exists()
    done = run("export", example, "findings", "-o", out / "b", *INTERNAL, "--purpose", "Klausurtag")
    assert done.exit_code == 0
    assert f"Eingetragen in {record}, Zeile 1, Prüfsumme {lines(record)[0]['sha256']}\n" in done.stderr
    assert run("report", example, "-o", out / "team.html", *INTERNAL).exit_code == 0
    assert run("map", example, "-o", out / "karte.svg", *INTERNAL).exit_code == 0
    told = lines(record)
    assert [line["number"] for line in told] == [1, 2, 3]
    assert [line["purpose"] for line in told] == ["Klausurtag", None, None]
    names = [[file["name"] for file in line["files"]] for line in told]
    assert names == [["findings.txt"], ["team.html"], ["karte.svg"]]
    assert all(datetime.fromisoformat(str(line["at"])).tzinfo for line in told)
    assert run("verify", record).exit_code == 0
    assert run("verify", record, "--folder", out / "b").exit_code == 0


def test_a_folder_has_its_record_inside_which_is_no_part_of_it_and_stays_out_of_git(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "dienst"
    assert run("new", folder).exit_code == 0
    before = load(folder).workspace
    assert run("export", folder, "findings", "-o", tmp_path / "out", *INTERNAL).exit_code == 0
    assert len(lines(folder / "exports.jsonl")) == 1
    assert load(folder).workspace == before
    assert run("fmt", folder, "--check").exit_code == 0
    assert "/exports.jsonl" in (folder / ".gitignore").read_text("utf-8").splitlines()
    assert (folder / ".gitignore").read_bytes() == ignored_files()


def test_a_record_may_be_named_or_left_out_but_not_both(run: Run, example: Path, tmp_path: Path) -> None:
    named = tmp_path / "nachweis.jsonl"
    assert run("map", example, "-o", tmp_path / "a.svg", *ON, "--record", named).exit_code == 0
    assert len(lines(named)) == 1
    assert run("map", example, "-o", tmp_path / "b.svg", *INTERNAL, "--no-record").exit_code == 0
    assert len(lines(named)) == 1
    assert not (example.parent / "exports.jsonl").exists()
    both = run("map", example, "-o", tmp_path / "c.svg", *ON, "--record", named, "--no-record")
    assert both.exit_code == 2
    assert "widersprechen einander" in both.stderr
    assert run("map", example, "-o", tmp_path / "c.svg", *ON, "--record", "").exit_code == 2
    assert not (tmp_path / "c.svg").exists()


def test_standard_input_needs_a_place_for_the_record(run: Run, tmp_path: Path) -> None:
    asked = ("export", "-", "findings", "-o", tmp_path / "out", *INTERNAL)
    refused = run(*asked, input=example_bytes())
    assert refused.exit_code == 2
    assert "--record FILE" in refused.stderr
    assert not (tmp_path / "out").exists()
    assert run(*asked, "--record", tmp_path / "r.jsonl", input=example_bytes()).exit_code == 0
    assert run(*asked, "--no-record", input=example_bytes()).exit_code == 0


@pytest.mark.parametrize(
    ("verb", "output"), [("export", "out"), ("report", "bericht.md"), ("map", "karte.svg")]
)
def test_where_the_record_cannot_be_written_nothing_is(
    run: Run, example: Path, tmp_path: Path, verb: str, output: str
) -> None:
    record = example.parent / "exports.jsonl"
    record.write_bytes(b"von Hand\n")
    names = ["findings"] if verb == "export" else []
    refused = run(verb, example, *names, "-o", tmp_path / output, *INTERNAL)
    assert refused.exit_code == 2
    assert "[E440]" in refused.stderr
    assert f"jmd verify {record}" in refused.stderr
    assert not (tmp_path / output).exists()
    assert record.read_bytes() == b"von Hand\n"


def test_a_record_that_has_no_place_is_told_with_the_option_that_names_another(
    run: Run, example: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to("nothing")
    for place in ("none/exports.jsonl", "link"):
        refused = run("map", example, "-o", tmp_path / "k.svg", *ON, "--record", tmp_path / place)
        assert refused.exit_code == 2
        assert "--record FILE" in refused.stderr
        assert not (tmp_path / "k.svg").exists()


def test_where_the_files_cannot_be_written_the_line_stays_and_that_is_said(
    run: Run, example: Path, tmp_path: Path
) -> None:
    (tmp_path / "karte.svg").write_bytes(b"")
    (tmp_path / "karte.svg").chmod(0o444)
    refused = run("map", example, "-o", tmp_path / "karte.svg", *INTERNAL)
    assert refused.exit_code == 2
    assert "[S312]" in refused.stderr
    assert "er bleibt stehen" in refused.stderr
    assert len(lines(example.parent / "exports.jsonl")) == 1


def test_a_name_that_cannot_be_is_refused_before_anything_is_recorded(run: Run, example: Path) -> None:
    refused = run("map", example, "-o", example.parent / "kar?te.svg", *INTERNAL)
    assert refused.exit_code == 2
    assert "[S306]" in refused.stderr
    target = example.parent / "karte.svg"
    itself = run("map", example, "-o", target, *INTERNAL, "--record", target)
    assert (itself.exit_code, "[E440]" in itself.stderr) == (2, True)
    assert [path.name for path in example.parent.iterdir()] == ["workspace.yaml"]


def test_a_purpose_that_is_no_line_of_text_is_refused_with_its_option(run: Run, example: Path) -> None:
    refused = run("map", example, "-o", example.parent / "k.svg", *INTERNAL, "--purpose", "a\nb")
    assert refused.exit_code == 2
    assert "Der Zweck (--purpose) enthält Zeichen, die nicht sichtbar sind" in refused.stderr


def test_verify_lists_every_fault_of_a_record_with_its_line(run: Run, example: Path, tmp_path: Path) -> None:
    record = example.parent / "exports.jsonl"
    for name in ("a", "b", "c", "d"):
        assert run("map", example, "-o", tmp_path / f"{name}.svg", *INTERNAL).exit_code == 0
    kept = record.read_bytes().splitlines(keepends=True)
    last = str(json.loads(kept[3])["sha256"])
    record.write_bytes(kept[0].replace(b"a.svg", b"x.svg") + kept[2])
    done = run("verify", record, "--last", last)
    assert done.exit_code == 1
    assert re.findall(r"^(.*?):([0-9]+):1: .* \[(E44[0-9])\]$", done.stdout, re.MULTILINE) == [
        (str(record), "1", "E442"),
        (str(record), "2", "E444"),
        (str(record), "3", "E445"),
    ]
    english = run("verify", record, "--language", "en")
    assert "This line was changed." in english.stdout
    record.write_bytes(b"".join(kept))
    whole = run("verify", record, "--last", last)
    assert (whole.exit_code, whole.stdout) == (0, "")
    assert f"Zahl der Einträge: 4. Letzte Prüfsumme: {last}" in whole.stderr


def test_a_file_that_is_no_record_is_told_and_not_line_by_line_for_ever(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x\n" * 60)
    done = run("verify", tmp_path / "x.txt")
    assert done.exit_code == 1
    assert done.stdout.count("keine Zeile eines Exportnachweises") == 50
    assert done.stdout.endswith("… weitere Fehler: 10.\n")


def test_options_of_a_record_are_refused_for_a_folder(run: Run, tmp_path: Path) -> None:
    for option in (("--last", "x"), ("--folder", tmp_path)):
        assert run("verify", tmp_path, *option).exit_code == 2
    assert run("verify", tmp_path / "none.jsonl").exit_code == 2


def test_export_names_what_it_removes_keeps_it_when_asked_and_overwrites_only_when_told(
    run: Run, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert run("export", example, "impuls-csv", "network-map", "-o", out, *ON).exit_code == 0
    kept = run("export", example, "impuls-csv", "-o", out, "--keep", *ON)
    assert (kept.exit_code, "Entfernt" in kept.stderr) == (0, False)
    assert (out / "network-map-2025.svg").exists() or list(out.glob("*.svg"))
    assert run("export", example, "impuls-csv", "network-map", "-o", out, *ON).exit_code == 0
    done = run("export", example, "impuls-csv", "-o", out, *ON)
    assert re.search(r"^Entfernt, weil sie nicht mehr zum Export gehört: .*\.svg$", done.stderr, re.MULTILINE)
    assert list(out.glob("*.svg")) == []
    (out / "work_time.csv").write_bytes(b"von Hand")
    assert run("export", example, "impuls-csv", "-o", out, *ON).exit_code == 2
    assert (out / "work_time.csv").read_bytes() == b"von Hand"
    assert run("export", example, "impuls-csv", "-o", out, "--overwrite", *ON).exit_code == 0
    assert run("verify", out).exit_code == 0


def test_a_map_may_go_into_a_folder_that_is_a_link_and_a_set_may_not_be_one(
    run: Run, example: Path, tmp_path: Path
) -> None:
    (tmp_path / "Schreibtisch").mkdir()
    (tmp_path / "link").symlink_to("Schreibtisch")
    assert run("map", example, "-o", tmp_path / "link" / "karte.svg", *ON).exit_code == 0
    assert (tmp_path / "Schreibtisch" / "karte.svg").exists()
    refused = run("export", example, "impuls-csv", "-o", tmp_path / "link", *ON)
    assert (refused.exit_code, "[S317]" in refused.stderr) == (2, True)
    assert [path.name for path in (tmp_path / "Schreibtisch").iterdir()] == ["karte.svg"]
