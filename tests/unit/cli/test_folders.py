"""The verbs on a folder: made, checked, formatted, turned into one file and back."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from jmdexport.cli import jmd
from jmdexport.demo import example_bytes, ignored_files, starter_bytes
from jmdmodel import load
from jmdmodel.codec import loads
from jmdmodel.codec.parts import private_collections
from jmdmodel.codec.schema import json_schema
from tests.unit.cli.test_cli import ON, Run
from tests.unit.codec.test_schema import as_an_editor_has_it

EXAMPLE = loads(example_bytes())


@pytest.fixture
def run() -> Run:
    return lambda *args, **more: CliRunner().invoke(jmd, [str(arg) for arg in args], **more)


@pytest.fixture
def mappe(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "eins.yaml").write_bytes(example_bytes())
    assert run("fmt", tmp_path / "eins.yaml", "-o", tmp_path / "mappe").exit_code == 0
    return tmp_path / "mappe"


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_new_makes_a_folder_that_says_what_the_one_file_says(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "neu"
    done = run("new", folder)
    assert done.exit_code == 0
    told = done.stderr.splitlines()
    assert told[0] == f"{folder} ist angelegt."
    explained = {line[2:].partition(": ")[0] for line in told if line.startswith("- ")}
    assert explained == {path.name for path in folder.iterdir()}
    assert f"jmd check {folder}" in told[-2]
    assert f"jmd map {folder} -o " in told[-1]
    assert load(folder).workspace == loads(starter_bytes()).workspace
    assert run("fmt", folder, "--check").exit_code == 0
    one, all_parts = run("check", tmp_path / "neu", *ON), run("check", "-", *ON, input=starter_bytes())
    assert one.exit_code == all_parts.exit_code == 0


def test_new_keeps_what_is_about_people_out_of_version_control(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path).exit_code == 0
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "activities-2031.yaml").write_bytes(b"")
    (tmp_path / f".jmd~{'0' * 32}~new0").write_bytes(b"")
    told = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    seen = {line[3:] for line in told.stdout.splitlines()}
    assert {"workspace.yaml", "partners.yaml", ".gitignore", "part.schema.json"} <= seen
    assert not [name for name in seen if name.startswith((*private_collections(), ".jmd"))]
    for name in private_collections():
        assert list(tmp_path.glob(f"{name}*")), name


def test_every_part_of_a_new_folder_fits_the_schema_that_it_names(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path)
    for path in sorted(tmp_path.glob("*.yaml")):
        text = path.read_text("utf-8")
        named = text.splitlines()[0].partition("$schema=")[2]
        validator = jsonschema.Draft202012Validator(json.loads((tmp_path / named).read_text("utf-8")))
        validator.validate(as_an_editor_has_it(yaml.safe_load(text)))
        assert not validator.is_valid({"schema": 1, "blub": 1})


def test_new_never_overwrites_and_tells_what_a_gitignore_of_ones_own_lacks(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/people.*\n")
    done = run("new", tmp_path)
    assert done.exit_code == 0
    assert (tmp_path / ".gitignore").read_text() == "/people.*\n"
    assert "sind diese Zeilen zu ergänzen: /" in done.stderr
    assert " /activities.* /activities-*" in done.stderr
    assert "/people.*" not in done.stderr
    (tmp_path / "partners.yaml").write_bytes(b"mein")
    before = texts(tmp_path)
    assert run("new", tmp_path).exit_code == 2
    assert texts(tmp_path) == before


def test_new_with_a_gitignore_that_has_all_lines_says_nothing_of_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"*.tmp\n" + ignored_files())
    assert "gibt es schon" not in run("new", tmp_path).stderr


def test_new_with_the_name_of_a_file_makes_one_file(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "mappe.yaml").exit_code == 0
    assert sorted(texts(tmp_path)) == ["mappe.yaml", "workspace.schema.json"]
    assert "jmd check mappe.yaml" in (tmp_path / "mappe.yaml").read_text("utf-8")
    assert run("fmt", tmp_path / "mappe.yaml", "--check").exit_code == 0


def test_a_file_becomes_a_folder_and_the_folder_the_same_file(run: Run, mappe: Path) -> None:
    assert load(mappe).workspace == EXAMPLE.workspace
    back = mappe.parent / "zurueck.yaml"
    done = run("fmt", mappe, "-o", back)
    assert (done.exit_code, done.stderr) == (0, f"{back} ist angelegt.\n")
    assert back.read_bytes() == example_bytes()


def test_turning_never_overwrites(run: Run, mappe: Path) -> None:
    before = texts(mappe)
    for source in (mappe, mappe.parent / "eins.yaml"):
        refused = run("fmt", source, "-o", mappe)
        assert refused.exit_code == 2
        assert "liegt schon etwas" in refused.stderr
    assert run("fmt", mappe, "-o", mappe.parent / "eins.yaml").exit_code == 2
    assert texts(mappe) == before


def test_fmt_names_each_file_and_writes_only_those(run: Run, mappe: Path) -> None:
    odd = (mappe / "staff.yaml").read_bytes().replace(b": ", b":   ")
    (mappe / "staff.yaml").write_bytes(odd)
    told = run("fmt", mappe, "--check")
    assert told.exit_code == 1
    assert told.stderr == (
        f"{mappe / 'staff.yaml'} ist nicht in der einheitlichen Form; „jmd fmt“ schreibt sie.\n"
    )
    assert (mappe / "staff.yaml").read_bytes() == odd
    assert run("fmt", mappe).stderr == f"{mappe / 'staff.yaml'} wurde neu geschrieben.\n"
    assert run("fmt", mappe, "--check").exit_code == 0
    assert run("fmt", mappe).stderr == f"{mappe} ist schon in der einheitlichen Form.\n"


@pytest.mark.parametrize(
    "verb", [["map", "-o", "k.svg"], ["report", "-o", "r.md"], ["export", "impuls-csv", "-o", "x"]]
)
def test_verbs_make_the_same_from_a_folder(
    run: Run, mappe: Path, verb: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[dict[str, bytes]] = []
    for workspace in (mappe, mappe.parent / "eins.yaml"):
        out = mappe.parent / f"out-{workspace.name}"
        out.mkdir()
        monkeypatch.chdir(out)
        name, *rest = verb
        assert run(name, workspace, *rest, *ON).exit_code == 0
        made.append({str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert made[0] == made[1]
    assert made[0]


def test_findings_name_the_file_that_they_are_in(run: Run, mappe: Path) -> None:
    data: dict[str, Any] = json.loads(run("check", mappe, *ON, "--output-format", "json").stdout)
    files = {finding["file"] for finding in data["findings"]}
    assert str(mappe / "partners.yaml") in files
    assert files <= {str(path) for path in mappe.iterdir()}


def test_faults_of_a_folder_come_as_data_too(run: Run, mappe: Path) -> None:
    (mappe / "patners.yaml").write_bytes(b"")
    result = run("check", mappe, "--output-format", "json")
    assert result.exit_code == 2
    (fault,) = json.loads(result.stdout)["faults"]
    assert (fault["code"], fault["near"], fault["file"]) == (
        "L152",
        "partners.yaml",
        str(mappe / "patners.yaml"),
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_schema_of_a_part_asks_for_no_service(run: Run, language: str) -> None:
    printed = run("schema", "--part", "--language", language)
    schema = json.loads(printed.stdout)
    assert schema == json_schema(language=language, part=True)
    whole = json_schema(language=language)
    assert schema["required"] == ["schema"]
    assert whole["required"] == ["schema", "service"]
    assert schema["$id"] != whole["$id"]
    assert {**schema, "required": 0, "$id": 0} == {**whole, "required": 0, "$id": 0}


def test_one_file_of_a_folder_alone_is_told_to_be_only_a_part(run: Run, mappe: Path) -> None:
    root = mappe / "workspace.yaml"
    told = run("check", root, *ON).stderr
    assert (
        f"{root} ist nur ein Teil der Arbeitsmappe. Für alle Teile ist der Ordner anzugeben: {mappe}\n"
        in told
    )
    for whole in (mappe, mappe.parent / "eins.yaml"):
        assert "Teil der Arbeitsmappe" not in run("check", whole, *ON).stderr
    alone = mappe.parent / "allein" / "workspace.yaml"
    alone.parent.mkdir()
    alone.write_bytes(example_bytes())
    assert "Teil der Arbeitsmappe" not in run("check", alone, *ON).stderr
