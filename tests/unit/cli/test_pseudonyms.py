"""``jmd export --pseudonym-key``: who gets case plans gets pseudonyms of their own."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport import Artifact, Audience, Exporter, ExportRequest, Medium, NoOptions, Say, hookimpl
from jmdexport.cli import jmd
from jmdexport.demo import starter_parts
from jmdmodel import save
from jmdmodel.privacy.pseudonyms import derived_key, pseudonym
from jmdmodel.testing.builders import small

KEY = bytes(range(65, 97))
FOR_WHOM = ("--audience", "social", "--purpose", "Studie", "--recipient", "Hochschule")
Run = Callable[..., Result]


def plans(request: ExportRequest[NoOptions]) -> list[Artifact]:
    return [Artifact.text("plans.txt", "text/plain", "\n".join(request.view.cases.ids()) + "\n")]


@pytest.fixture(autouse=True)
def _an_exporter_of_case_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    def jmdexport_exporters() -> list[Exporter]:
        title, media = Say("Pläne", "Plans"), (Medium(".txt", "text/plain"),)
        return [Exporter(name="plans", title=title, media=media, audience=Audience.SOCIAL, render=plans)]

    module = types.ModuleType("sample_plugin")
    module.jmdexport_exporters = hookimpl(jmdexport_exporters)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sample_plugin", module)
    monkeypatch.setattr("jmdexport.registry._BUILTIN_MODULE", "sample_plugin")
    monkeypatch.setenv("JMDEXPORT_PLUGINS", "none")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    save(small(), tmp_path / "mine" / "workspace.yaml")
    (tmp_path / "key").write_bytes(KEY)
    (tmp_path / "parts").mkdir()
    for name, data in starter_parts().items():
        (tmp_path / "parts" / name).write_bytes(data)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def made(*more: str, key: Path | None = None, workspace: Path | None = None) -> Result:
        where = workspace or folder / "mine" / "workspace.yaml"
        args = [
            "export",
            str(where),
            "plans",
            "-o",
            str(folder / "out"),
            "--on",
            "2025-12-31",
            "--year",
            "2025",
        ]
        return CliRunner().invoke(jmd, [*args, *more, *(("--pseudonym-key", str(key)) if key else ())])

    return made


def test_cases_leave_under_new_pseudonyms(run: Run, folder: Path) -> None:
    result = run(*FOR_WHOM, key=folder / "key")
    assert result.exit_code == 0, result.stderr
    own = derived_key(KEY, purpose="Studie", recipient="Hochschule", year=2025)
    assert (folder / "out" / "plans.txt").read_text("utf-8") == pseudonym(own, "fall-017") + "\n"


def test_without_a_key_they_keep_their_own(run: Run, folder: Path) -> None:
    assert run(*FOR_WHOM).exit_code == 0
    assert (folder / "out" / "plans.txt").read_text("utf-8") == "fall-017\n"


def test_a_line_end_behind_the_key_makes_no_difference(run: Run, folder: Path) -> None:
    made = []
    for end in (b"", b"\n", b"\r\n"):
        (folder / "key").write_bytes(KEY + end)
        assert run(*FOR_WHOM, key=folder / "key").exit_code == 0
        made.append((folder / "out" / "plans.txt").read_bytes())
    assert len(set(made)) == 1


@pytest.mark.parametrize(
    ("workspace", "place"),
    [
        ("mine/workspace.yaml", "mine/key"),
        ("mine/workspace.yaml", "mine/below/key"),
        ("parts", "parts/key.bin"),
        ("parts", "parts/below/key"),
        ("parts", "mine/../parts/key.bin"),
    ],
)
def test_a_key_inside_the_folder_of_the_workspace_is_refused(
    run: Run, folder: Path, workspace: str, place: str
) -> None:
    key = folder / place
    key.parent.mkdir(exist_ok=True)
    key.write_bytes(KEY)
    result = run(*FOR_WHOM, key=key, workspace=folder / workspace)
    assert result.exit_code == 2
    assert "liegt im Ordner der Arbeitsmappe" in result.stderr
    assert not (folder / "out").exists()


def test_a_link_from_outside_to_a_key_inside_is_refused(run: Run, folder: Path) -> None:
    (folder / "mine" / "key").write_bytes(KEY)
    (folder / "link").symlink_to(folder / "mine" / "key")
    assert run(*FOR_WHOM, key=folder / "link").exit_code == 2


def test_a_key_that_is_too_short_is_refused_and_not_shown(run: Run, folder: Path) -> None:
    (folder / "key").write_bytes(b"geheimgeheimgeheimgeheimgeheimg\n")
    result = run(*FOR_WHOM, key=folder / "key")
    assert result.exit_code == 2
    assert "mindestens 32 Bytes" in result.stderr
    assert "geheim" not in result.stderr


def test_a_key_that_is_not_there_is_told(run: Run, folder: Path) -> None:
    result = run(*FOR_WHOM, key=folder / "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("given", [(), ("--purpose", "Studie"), ("--recipient", "Hochschule")])
def test_a_key_without_purpose_and_recipient_is_refused(
    run: Run, folder: Path, given: tuple[str, ...]
) -> None:
    result = run("--language", "en", *given, key=folder / "key")
    assert result.exit_code == 2
    assert "--pseudonym-key needs --purpose TEXT and --recipient TEXT" in result.stderr
