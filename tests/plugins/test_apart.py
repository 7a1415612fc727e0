"""Strangers' exporters apart: whatever they do there, the caller gets files or one error."""

from __future__ import annotations

import pickle
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from jmdexport import (
    Artifact,
    Audience,
    BadRecord,
    ExporterFailed,
    Limits,
    PrivateValueFound,
    Registry,
    Say,
    Wanted,
    export,
    render_all,
)
from jmdexport.errors import BadArtifact, ExportError, NothingExported
from jmdexport.failing import Answerless
from jmdexport.wire import answer, failure, read_answer
from jmdmodel.quality import check
from jmdmodel.testing.builders import small

DAY = date(2025, 3, 1)
USUAL = Limits(seconds=30)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="this limit is one of POSIX systems")


@pytest.fixture(scope="module")
def registry() -> Registry:
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        found = Registry(plugins=["misbehaving"], strict=True)
        assert found.exporters
        yield found  # type: ignore[misc]
    finally:
        sys.path.remove(str(Path(__file__).parent))


def run(
    registry: Registry,
    name: str,
    *,
    limits: Limits | None = USUAL,
    audience: Audience = Audience.REPORT,
    **arguments: object,
) -> tuple[Artifact, ...]:
    return export(
        small(),
        name,
        year=2024,
        as_of=DAY,
        registry=registry,
        limits=limits,
        audience=audience,
        purpose="Prüfung",
        **arguments,  # type: ignore[arg-type]
    )


def said(registry: Registry, name: str, **arguments: object) -> str:
    (made,) = run(registry, name, **arguments)  # type: ignore[arg-type]
    return made.data.decode()


def failed(registry: Registry, name: str, **arguments: object) -> ExporterFailed:
    with pytest.raises(ExporterFailed) as caught:
        run(registry, name, **arguments)  # type: ignore[arg-type]
    error = caught.value
    assert (error.exporter, error.plugin) == (name, "misbehaving")
    assert pickle.loads(pickle.dumps(error)).in_("de") == error.in_("de")
    return error


@pytest.mark.parametrize("audience", list(Audience))
def test_a_process_of_its_own_gives_the_same_as_this_one_would(
    registry: Registry, audience: Audience
) -> None:
    options = {"word": "Wörter, „ja“", "many": "3,1"}
    findings = check(small(), on=DAY)
    arguments = {"audience": audience, "options": options, "language": "en", "findings": findings}
    apart = said(registry, "well", **arguments)
    if audience <= Audience.INTERNAL:
        assert apart == said(registry, "well", limits=None, **arguments)
    assert "Wörter, „ja“" in apart
    assert "(3, 1)" in apart


def test_all_files_come_over_in_their_order(registry: Registry) -> None:
    assert [(one.name, one.data) for one in run(registry, "several")] == [
        ("0.txt", b""),
        ("1.txt", b"x"),
        ("2.txt", b"xx"),
    ]


def test_what_a_plugin_prints_is_no_part_of_its_answer(registry: Registry) -> None:
    assert said(registry, "talkative") == "still right"


def test_an_exporter_that_hangs_is_ended_after_its_time(registry: Registry) -> None:
    error = failed(registry, "endless", limits=Limits(seconds=2))
    assert (error.why, error.number) == ("time", 2)
    assert "Sekunden: 2" in error.in_("de")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to its memory")
def test_an_exporter_that_wants_too_much_memory_is_told_so(registry: Registry) -> None:
    error = failed(registry, "greedy")
    assert (error.why, error.number) == ("memory", 2048)


def test_an_answer_larger_than_allowed_is_not_taken(registry: Registry) -> None:
    error = failed(registry, "verbose", limits=Limits(seconds=30, megabytes=400))
    assert error.why == "size"


@pytest.mark.parametrize("name", ["leaving", "forging"])
def test_a_process_that_ends_without_an_answer_is_an_error(registry: Registry, name: str) -> None:
    error = failed(registry, name)
    assert (error.why, error.number) == ("ended", 0)


@POSIX
def test_a_process_that_is_killed_is_an_error_with_its_status(registry: Registry) -> None:
    error = failed(registry, "killed")
    assert (error.why, error.number) == ("ended", -9)


def test_what_an_exporter_raises_is_told_by_kind_and_not_by_text(registry: Registry) -> None:
    error = failed(registry, "raising", audience=Audience.PERSONAL)
    assert error.why == "raised"
    for language in ("de", "en"):
        assert "ValueError" in error.in_(language)
        assert "secret" not in error.in_(language)
        assert re.search(r"\(misbehaving\.py, \w+ [0-9]+\)", error.in_(language))
    assert "misbehaving.py" in error.details


def test_an_error_of_the_library_is_told_in_its_own_words(registry: Registry) -> None:
    error = failed(registry, "refusing")
    assert "The year has no sessions." in error.in_("en")
    assert "failed" not in error.in_("de")
    assert "traceback" not in error.in_("de")
    assert error.why == "told"


def test_leaving_by_sys_exit_is_an_error_like_any_other(registry: Registry) -> None:
    assert "SystemExit" in failed(registry, "quitting").in_("de")


def test_what_is_no_artifact_is_refused_over_there(registry: Registry) -> None:
    assert "Artifact" in failed(registry, "strange").in_("de")
    with pytest.raises(BadArtifact):
        run(registry, "strange", limits=None)


def test_nothing_at_all_is_told_as_ever(registry: Registry) -> None:
    with pytest.raises(NothingExported):
        run(registry, "nothing")


@POSIX
def test_a_process_that_an_exporter_leaves_behind_keeps_nobody_waiting(registry: Registry) -> None:
    assert said(registry, "forking", limits=Limits(seconds=20)) == "done"


def test_in_a_process_of_its_own_there_is_no_workspace_but_the_view(registry: Registry) -> None:
    assert said(registry, "searching") == "report"
    assert said(registry, "searching", audience=Audience.PERSONAL, limits=None) == "personal"


@POSIX
def test_above_internal_an_exporter_cannot_write_a_file_itself(registry: Registry, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    options = {"word": str(target)}
    assert said(registry, "writing", options=options, audience=Audience.PERSONAL) == "could not write"
    assert not target.exists() or not target.read_bytes()
    assert said(registry, "writing", options=options) == "wrote"


def test_an_exporter_sees_neither_the_environment_nor_the_folder_of_the_caller(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SECRET_KEY", "1234")
    monkeypatch.chdir(tmp_path)
    told = said(registry, "environment")
    assert "SECRET_KEY" not in told
    assert str(tmp_path) not in told


def test_what_an_exporter_finds_beside_its_view_is_held_back_or_not_there(registry: Registry) -> None:
    with pytest.raises(PrivateValueFound):
        run(registry, "leaking", limits=None)
    assert said(registry, "leaking") == "People: []"


def test_in_a_process_of_its_own_an_exporter_cannot_change_what_the_next_one_sees(registry: Registry) -> None:
    def seen(limits: Limits | None) -> str:
        common = {"year": 2024, "as_of": DAY, "registry": registry, "limits": limits}
        made = render_all(small(), [Wanted("changing", folder="x"), Wanted("counting")], **common)
        return made[-1].data.decode()

    assert seen(USUAL) == str(len(small().partners))
    assert seen(None) == "0"


@pytest.mark.parametrize("name", ["escaping", "twofold", "other-form"])
def test_files_that_cannot_be_accepted_are_refused_here_and_there(registry: Registry, name: str) -> None:
    with pytest.raises(BadArtifact):
        run(registry, name, limits=None)
    with pytest.raises((BadArtifact, ExporterFailed), match=r"cannot be accepted"):
        run(registry, name)


def test_neither_process_keeps_an_exporter_from_giving_other_bytes_each_time(registry: Registry) -> None:
    for limits in (None, USUAL):
        first, second = (run(registry, "unsteady", limits=limits)[0].data for _ in range(2))
        assert first != second


def test_a_plugin_that_cannot_be_found_over_there_is_told(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = str(Path(__file__).parent)
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if entry != here])
    error = failed(registry, "well")
    assert "misbehaving" in error.in_("de")


@pytest.mark.parametrize("wrong", [{"seconds": 0}, {"megabytes": -1}, {"seconds": 1.5}, {"megabytes": True}])
def test_a_limit_is_a_whole_number_from_one_on(wrong: dict[str, object]) -> None:
    with pytest.raises(BadRecord):
        Limits(**wrong)  # type: ignore[arg-type]


ONE = Artifact("a.txt", "text/plain", b"abc")
SAID = Say("Text", "text")


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]\n",
        b"{}\n",
        b'{"artifacts": 3}\n',
        b'{"artifacts": [{}]}\n',
        b'{"artifacts": [{"name": "a", "media_type": "t", "bytes": -1}]}\n',
        b'{"artifacts": [{"name": "a", "media_type": "t", "bytes": 2}]}\nx',
        b'{"failed": ["only kind"]}\n',
        b'{"failed": 3}\n',
        answer([ONE])[:-1],
        answer([ONE]) + b"x",
        b"[" * 100_000,
    ],
)
def test_anything_but_a_whole_answer_is_none(broken: bytes) -> None:
    with pytest.raises(Answerless):
        read_answer(broken)


def test_an_answer_and_a_failure_come_back_as_they_were_given() -> None:
    assert read_answer(answer([ONE, ONE])) == [ONE, ONE]
    assert read_answer(answer([])) == []
    assert read_answer(failure("Kind", SAID, "details")) == ("Kind", SAID, "details")


def test_each_failure_has_a_sentence_in_both_languages() -> None:
    for why in ("time", "memory", "size", "ended", "raised"):
        error = ExporterFailed("a", "b", why, 3, text=SAID)  # type: ignore[arg-type]
        assert isinstance(error, ExportError)
        assert error.in_("de") != error.in_("en")
        assert "{" not in error.in_("de") + error.in_("en")
