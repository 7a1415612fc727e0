"""A plugin in one file, named by its path: no packaging, a process of its own, faults told."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport import Artifact, Audience, ExporterFailed, PluginProblem, Registry, UnknownExporter, export
from jmdexport.cli import jmd
from jmdexport.demo import example_bytes
from jmdexport.registry import one
from jmdexport.testing import conformance
from jmdmodel.testing.builders import small

SOURCE = '''
import os

import attrs

from jmdexport import Artifact, Audience, Exporter, Medium, Say, hookimpl, option


@attrs.frozen(kw_only=True)
class Options:
    """What can be chosen."""

    word: str = option(Say("Ein Wort.", "A word."), default="")


def render(request):
    """Yield the process, the word and the names."""
    names = [partner.name for partner in request.view.partners]
    yield Artifact.text("partners.txt", "text/plain", "\\n".join([PROCESS, request.options.word, *names]))


PROCESS = ""


@hookimpl
def jmdexport_exporters():
    """Give one exporter."""
    return [
        Exporter(
            name="one-file",
            title=Say("Aus einer Datei", "Of one file"),
            media=[Medium(".txt", "text/plain")],
            audience=Audience.PUBLIC,
            options=Options,
            render=render,
        )
    ]
'''
TELLING = SOURCE.replace('PROCESS = ""', "PROCESS = str(os.getpid())")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "eigene liste.py"  # no name that could be imported
    path.write_text(TELLING, "utf-8")
    return path


def made(registry: Registry, **options: str) -> list[str]:
    day = date(2025, 3, 1)
    (artifact,) = export(small(), "one-file", year=2024, as_of=day, registry=registry, options=options)
    return artifact.data.decode().splitlines()


def test_a_file_is_a_plugin_and_always_runs_in_a_process_of_its_own(file: Path) -> None:
    registry = Registry("none", files=[file], strict=True)
    process, word, *names = made(registry, word="Wörter")
    assert process != str(os.getpid())
    assert word == "Wörter"
    assert len(names) == len(small().partners)


def test_neither_plugin_nor_record_tells_the_folder_of_the_file(file: Path) -> None:
    registry = Registry("none", files=[str(file)])
    origin = registry.origin("one-file")
    assert (origin.plugin, origin.distribution, origin.version) == ("eigene liste.py", "", "")
    assert str(file.parent) not in repr(origin)
    day = date(2025, 3, 1)
    (artifact,) = export(small(), "one-file", year=2024, as_of=day, registry=registry)
    assert artifact.made_by is not None
    assert artifact.made_by.plugin == "eigene liste.py"


def test_a_file_that_has_changed_is_loaded_anew_and_nothing_is_written_beside_it(file: Path) -> None:
    registry = Registry("none", files=[file])
    before = registry.get("one-file")
    assert Registry("none", files=[file]).get("one-file") == before
    file.write_text(TELLING.replace("Of one file", "Of one new file"), "utf-8")
    assert Registry("none", files=[file]).get("one-file").title.en == "Of one new file"
    assert registry.get("one-file") is before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_two_files_of_one_name_do_not_meet(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine.py").write_text(SOURCE.replace("one-file", name), "utf-8")
    registry = Registry("none", files=[tmp_path / name / "mine.py" for name in ("first", "second", "first")])
    assert registry.problems == ()
    assert {"first", "second"} <= {exporter.name for exporter in registry.exporters}


@pytest.mark.parametrize(
    ("name", "source", "stage", "words"),
    [
        ("absent.py", None, "load", 'There is no file "absent.py"'),
        ("plugin.txt", SOURCE, "load", "no Python file"),
        ("syntax.py", "def", "load", "SyntaxError"),
        ("raising.py", "1 / 0", "load", "ZeroDivisionError"),
        ("leaving.py", "raise SystemExit(0)", "load", "SystemExit"),
        ("nulls.py", "\0", "load", "null bytes"),
        ("empty.py", "", "hooks", "marked with @hookimpl"),
        ("neighbour.py", "import beside_it", "load", "No module named 'beside_it'"),
        ("shadowing.py", SOURCE.replace("one-file", "network-map"), "check", "taken by the library itself"),
    ],
)
def test_what_cannot_be_used_is_a_problem_of_that_file(
    tmp_path: Path, name: str, source: str | None, stage: str, words: str
) -> None:
    (tmp_path / "beside_it.py").write_text("", "utf-8")
    if source is not None:
        (tmp_path / name).write_text(source, "utf-8")
    known = set(sys.modules)
    registry = Registry("none", files=[tmp_path / name])
    (problem,) = registry.problems
    assert (problem.plugin, problem.distribution, problem.stage) == (name, "", stage)
    assert words in problem.cause
    assert stage != "load" or not [
        new for new in set(sys.modules) - known if new.startswith("jmdexport_file")
    ]
    with pytest.raises(PluginProblem):
        _ = Registry("none", files=[tmp_path / name], strict=True).exporters


def test_a_file_that_is_gone_when_it_is_to_run_is_told(file: Path) -> None:
    registry = Registry("none", files=[file])
    origin = registry.origin("one-file")
    assert one(origin, "ONE-FILE") == registry.get("one-file")
    with pytest.raises(UnknownExporter):
        one(origin, "another")
    file.unlink()
    with pytest.raises(ExporterFailed, match=r"eigene liste\.py"):
        made(registry)


def test_the_kit_checks_an_exporter_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(SOURCE, "utf-8")
    report = conformance("one-file", plugins="none", files=[path])
    assert report.is_passed, report.text("en")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "example.yaml"
    path.write_bytes(example_bytes())
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(jmd, [str(arg) for arg in args])


def test_the_command_line_takes_a_file(file: Path, workspace: Path) -> None:
    listed = run("exporters", "--plugin", file)
    assert "Aus einer Datei · aus der Datei eigene liste.py" in listed.stdout
    out = workspace.parent / "out"
    ran = run(
        "export", workspace, "one-file", "--plugin", file, "-o", out, "--on", "2026-01-31", "-O", "word=ja"
    )
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert (out / "partners.txt").read_text("utf-8").splitlines()[1] == "ja"
    manifest = (out / "manifest.json").read_text("utf-8")
    assert json.loads(manifest)
    assert str(file.parent) not in manifest


@pytest.mark.parametrize(
    ("given", "german", "english"),
    [
        ("nowhere.py", "gibt es nicht", "There is no file"),
        (".", "ist keine Python-Datei", "is no Python file"),
        ("broken.py", "broken.py“ ließ sich nicht verwenden (Fehler beim Laden)", "cannot be used"),
    ],
)
def test_a_file_that_was_named_and_cannot_be_used_ends_the_run(
    workspace: Path, given: str, german: str, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace.parent)
    Path("broken.py").write_text("1 / 0", "utf-8")
    for language, words in (("de", german), ("en", english)):
        ran = run("export", workspace, "findings", "--plugin", given, "-o", "out", "--language", language)
        assert ran.exit_code == 2
        assert words in ran.stderr
        shown = run("exporters", "mine", "--plugin", given, "--language", language)
        assert (shown.exit_code, shown.stderr) == (2, ran.stderr)
    assert not Path("out").exists()


def test_artifacts_of_a_file_are_of_the_class_that_was_asked_for(file: Path) -> None:
    day = date(2025, 3, 1)
    made = export(
        small(),
        "one-file",
        year=2024,
        as_of=day,
        audience=Audience.INTERNAL,
        registry=Registry("none", files=[file]),
    )
    assert [type(one) for one in made] == [Artifact]
    assert [one.made_by.audience for one in made if one.made_by] == [Audience.PUBLIC]
