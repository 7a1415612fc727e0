"""How the command ends when something goes wrong: which status, which sentence, and nothing private."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.demo import example_bytes

Run = Callable[..., Result]
ON = ("--on", "2026-01-31")

PLUGIN = """
from jmdexport import Artifact, Audience, AudienceRefused, Exporter, Medium, Say, hookimpl

def deep(request): return deep(request)
def private(request): raise KeyError("Nathan Weise")
def refusing(request): raise AudienceRefused("refusing", Audience.PUBLIC)
def full(request): raise OSError(28, "Nathan Weise")
def hanging(request):
    while True: pass

def one(name, render):
    return Exporter(name=name, title=Say(de="A", en="A"), media=[Medium(".txt", "text/plain")],
                    audience=Audience.PUBLIC, render=render)

@hookimpl
def jmdexport_exporters():
    return [one("deep", deep), one("private", private), one("full", full), one("refusing", refusing),
            one("hanging", hanging)]
"""


@pytest.fixture
def run() -> Run:
    return lambda *args, **more: CliRunner().invoke(jmd, [str(arg) for arg in args], **more)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "workspace.yaml"
    path.write_bytes(example_bytes())
    return path


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "crashing_plugin.py").write_text(PLUGIN, encoding="utf-8")
    monkeypatch.delitem(sys.modules, "crashing_plugin", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("JMDEXPORT_PLUGINS", "crashing_plugin")
    return "crashing_plugin"


@pytest.mark.parametrize(
    ("exporter", "kind"), [("deep", "RecursionError"), ("private", "KeyError"), ("full", "OSError")]
)
def test_an_exporter_that_crashes_ends_with_2_and_one_sentence_without_its_text(
    run: Run, example: Path, tmp_path: Path, plugin: str, exporter: str, kind: str
) -> None:
    ended = run("export", example, exporter, "-o", tmp_path / "out", *ON)
    assert ended.exit_code == 2
    assert len(ended.stderr.splitlines()) == 1
    assert all(word in ended.stderr for word in (f"„{exporter}“", f"„{plugin}“", kind, "--traceback"))
    assert "Nathan" not in ended.output
    assert not (tmp_path / "out").exists()
    english = run("export", example, exporter, "-o", tmp_path / "out", "--language", "en", *ON)
    assert english.stderr.startswith(f'The exporter "{exporter}" of the plugin "{plugin}" failed')


def test_an_exporter_that_hangs_ends_with_2_after_the_seconds_given(
    run: Run, example: Path, tmp_path: Path, plugin: str
) -> None:
    ended = run("export", example, "hanging", "-o", tmp_path / "out", "--plugin-seconds", 1, *ON)
    assert ended.exit_code == 2
    assert "Sekunden: 1" in ended.stderr
    assert "--plugin-seconds" in ended.stderr
    assert not (tmp_path / "out").exists()


def test_a_crash_of_a_built_in_exporter_is_one_sentence_without_its_text(
    run: Run, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_args: object, **_more: object) -> None:
        raise KeyError("Nathan Weise")

    monkeypatch.setattr("jmdexport.run.each", crash)
    ended = run("export", example, "impuls-csv", "-o", tmp_path / "out", *ON)
    assert ended.exit_code == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "(KeyError)" in ended.stderr
    assert "„impuls-csv“" in ended.stderr
    assert "Nathan" not in ended.output


def test_the_traceback_is_there_for_whoever_asks_for_it(
    run: Run, example: Path, tmp_path: Path, plugin: str
) -> None:
    ended = run("--traceback", "export", example, "private", "-o", tmp_path / "out", *ON)
    assert ended.exit_code == 2
    assert "Traceback (most recent call last)" in ended.stderr
    assert f"{plugin}.py" in ended.stderr


def test_an_error_that_is_told_shows_its_traceback_only_on_demand(run: Run, tmp_path: Path) -> None:
    assert "Traceback" not in run("check", tmp_path / "nothing.yaml").stderr
    assert "Traceback" in run("--traceback", "check", tmp_path / "nothing.yaml").stderr


def test_a_crash_of_the_library_itself_does_not_look_like_findings(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError("Nathan Weise")

    monkeypatch.setattr("jmdexport.cli.checking.check", crash)
    ended = run("check", example, *ON)
    assert ended.exit_code == 2
    assert ended.stderr.startswith("Ein unerwarteter Fehler ist aufgetreten (ZeroDivisionError).")
    assert "Nathan" not in ended.output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
@pytest.mark.parametrize("verb", ["check", "explain", "exporters", "--help"])
def test_a_full_output_ends_with_2_and_one_sentence(verb: str, example: Path) -> None:
    words = {"check": ["check", str(example), *ON], "explain": ["explain", "Q512"]}.get(verb, [verb])
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "jmdexport.cli", *words], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 2
    told = ended.stderr.decode("utf-8").splitlines()
    assert told == ["Die Ausgabe ließ sich nicht schreiben: Es ist kein Platz mehr."]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_place_for_messages_does_not_look_like_findings() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run([sys.executable, "-m", "jmdexport.cli", "nope"], stderr=full, check=False)
    assert ended.returncode == 2


def test_an_error_that_is_told_names_a_strangers_exporter_but_not_a_built_in_one(
    run: Run, example: Path, tmp_path: Path, plugin: str
) -> None:
    own = run("export", example, "findings", "-o", tmp_path / "out", *ON)
    assert len(own.stderr.splitlines()) == 1
    strange = run("export", example, "refusing", "-o", tmp_path / "out", *ON)
    assert f"„refusing“ aus der Erweiterung „{plugin}“" in strange.stderr
    assert "[E409]" in strange.stderr


def test_faults_of_a_file_come_as_json_to_whoever_asked_for_json(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(
        "schema: 2\nservice: {name: J, provider: T}\npartners:\n  a:\n    name: A\n    kind: shcool\n"
        "  b:\n    kind: school\n",
        encoding="utf-8",
    )
    ended = run("check", path, "--output-format", "json", "--language", "en")
    assert ended.exit_code == 2
    told = json.loads(ended.stdout)
    assert (told["version"], told["totals"]) == (1, {"faults": 2})
    first = told["faults"][0]
    assert list(first) == ["code", "file", "line", "column", "path", "message", "expected", "remedy", "near"]
    assert (first["file"], first["line"], first["column"]) == (str(path), 6, 11)
    assert (first["code"], first["path"], first["near"]) == ("L118", "partners/a.kind", "school")
    assert f"{path}:6:11 partners/a.kind: " in ended.stderr


def test_a_missing_file_is_a_fault_too_for_whoever_asked_for_json(run: Run, tmp_path: Path) -> None:
    ended = run("check", tmp_path / "no.yaml", "--output-format", "json", "-o", tmp_path / "faults.json")
    assert (ended.exit_code, ended.stdout) == (2, "")
    told = json.loads((tmp_path / "faults.json").read_text("utf-8"))
    assert [(one["code"], one["line"]) for one in told["faults"]] == [("S301", None)]


@pytest.mark.parametrize("given", ["2025-02-29", "2025-2-28", "20250228", "2025-W09-5", "heute"])
def test_what_is_no_day_is_refused_in_the_language_asked_for(run: Run, example: Path, given: str) -> None:
    german = run("check", example, "--on", given)
    assert german.exit_code == 2
    assert german.stderr.startswith(f"--on: „{given}“ ist kein Tag des Kalenders. Erwartet: JJJJ-MM-TT")
    for order in (("--language", "en", "--on", given), ("--on", given, "--language", "en")):
        assert run("check", example, *order).stderr.startswith(f'--on: "{given}" is no day of the calendar.')


def test_a_year_after_the_reference_date_is_refused(run: Run, example: Path, tmp_path: Path) -> None:
    for verb in ("map", "report"):
        target = tmp_path / ("x.svg" if verb == "map" else "x.html")
        ended = run(verb, example, "-o", target, "--year", "2027", *ON)
        assert ended.exit_code == 2
        assert "Das Jahr 2027 beginnt erst nach dem Stichtag 31.01.2026." in ended.stderr
        assert not target.exists()


def test_a_map_after_the_reference_date_is_refused_and_on_its_day_it_is_drawn(
    run: Run, example: Path, tmp_path: Path
) -> None:
    target = tmp_path / "x.svg"
    asked = ("map", example, "-o", target, "--year", "2025")
    refused = run(*asked, "--on", "2025-02-28")
    assert refused.exit_code == 2
    assert "Stichtag 28.02.2025" in refused.stderr
    first = refused.stderr.partition("ein Tag ab ")[2].split()[0]
    assert run(*asked, "--on", first).exit_code == 0


@pytest.mark.parametrize(
    ("kind", "suffix", "more"),
    [
        ("change", "svg", ("--from", "2025")),
        ("years", "svg", ("-O", "years=2024,2025")),
        ("network", "html", ("-O", "years=2025")),
    ],
)
def test_a_map_after_the_reference_date_is_refused_also_as_one_of_several(
    run: Run, example: Path, tmp_path: Path, kind: str, suffix: str, more: tuple[str, ...]
) -> None:
    target = tmp_path / f"x.{suffix}"
    refused = run("map", example, "-o", target, "--kind", kind, "--year", "2024", "--on", "2025-02-28", *more)
    assert refused.exit_code == 2
    assert "Die Netzwerkkarte 2025 zeigt den Stand vom" in refused.stderr
    assert "Stichtag 28.02.2025" in refused.stderr
    assert not target.exists()


def test_a_folder_that_is_missing_is_not_made_for_a_single_file(
    run: Run, example: Path, tmp_path: Path
) -> None:
    for words in (("map", "x.svg"), ("report", "x.html"), ("report", "x.md"), ("check", "x.txt")):
        target = tmp_path / "nowhere" / words[1]
        ended = run(words[0], example, "-o", target, *ON)
        assert ended.exit_code == 2
        assert "S310" in ended.stderr
        assert not target.parent.exists()


def test_a_picture_beside_the_report_is_replaced_only_when_it_is_the_reports_own(
    run: Run, example: Path, tmp_path: Path
) -> None:
    report, picture = tmp_path / "rep.md", tmp_path / "network-map-2025.svg"
    asked = ("report", example, "-o", report, *ON)
    picture.write_text("<svg>von Hand</svg>", encoding="utf-8")
    refused = run(*asked)
    assert refused.exit_code == 2
    assert "S313" in refused.stderr
    assert "network-map-2025.svg" in refused.stderr
    assert picture.read_text("utf-8") == "<svg>von Hand</svg>"
    assert not report.exists()
    assert run(*asked, "--overwrite").exit_code == 0
    drawn = picture.read_bytes()
    assert run(*asked).exit_code == 0, "the same report once more"
    example.write_text(example.read_text("utf-8").replace("JMD Ellertal", "JMD Neutal"), encoding="utf-8")
    assert run(*asked).exit_code == 0, "the same report of a workspace that has changed"
    assert picture.read_bytes() != drawn
    picture.write_text("<svg>von Hand</svg>", encoding="utf-8")
    assert run(*asked).exit_code == 2, "somebody put another picture there"
    assert picture.read_text("utf-8") == "<svg>von Hand</svg>"


def test_a_map_that_no_report_here_shows_is_not_replaced(run: Run, example: Path, tmp_path: Path) -> None:
    picture = tmp_path / "network-map-2025.svg"
    assert run("map", example, "-o", picture, "--page", "A3", *ON).exit_code == 0
    large = picture.read_bytes()
    assert run("report", example, "-o", tmp_path / "rep.md", *ON).exit_code == 2
    assert picture.read_bytes() == large


def test_plugins_with_problems_end_the_list_with_1_and_modules_are_named(
    run: Run, plugin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fine = run("exporters")
    assert fine.exit_code == 0
    assert f"aus dem Modul {plugin}" in fine.stdout
    monkeypatch.setenv("JMDEXPORT_PLUGINS", f"{plugin},not_there_at_all")
    broken = run("exporters", "--language", "en")
    assert broken.exit_code == 1
    assert f"from the module {plugin}" in broken.stdout
    assert "not_there_at_all" in broken.stderr
