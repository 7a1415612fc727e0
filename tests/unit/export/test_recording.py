"""The record of what left the house: a line before each export, and none where the record is broken."""

from __future__ import annotations

import errno
import json
import os
import pickle
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import attrs
import pytest

from jmdexport import (
    Artifact,
    Audience,
    MadeBy,
    Recording,
    RecordRefused,
    Registry,
    Wanted,
    note_export,
    render_all,
    verify,
    verify_record,
    write,
)
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.writing import MANIFEST
from jmdmodel.errors import StorageError
from jmdmodel.storage import Disk, digest

AT = datetime(2026, 1, 31, 14, 5, 30, 999_999, tzinfo=timezone(timedelta(hours=1)))
BY = MadeBy("impuls-csv", Audience.REPORT, "builtin", "jmdmodel", "0.1.0")
ONE = Artifact("netze.csv", "text/csv", b"a;b", made_by=BY)
TEAM = Artifact("befunde.txt", "text/plain", b"x", made_by=MadeBy("findings", Audience.INTERNAL))
CASES = Artifact("faelle.csv", "text/csv", b"", made_by=MadeBy("cases", Audience.SOCIAL))


def occasion(folder: Path, **more: str) -> Recording:
    return Recording(path=folder / "exports.jsonl", at=AT, **more)


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "exports.jsonl").read_bytes().splitlines()]


def test_a_line_says_when_what_by_whom_for_whom_and_why(tmp_path: Path) -> None:
    record = occasion(tmp_path, purpose=" Verwendungsnachweis 2025 ", recipient="Träger")
    write([ONE, TEAM], tmp_path / "out", record=record)
    (line,) = lines(tmp_path)
    assert line.pop("sha256") == verify_record(tmp_path / "exports.jsonl").last
    assert line == {
        "format": "jmdexport-record",
        "version": 1,
        "number": 1,
        "at": "2026-01-31T14:05:30+01:00",
        "audience": "internal",
        "purpose": "Verwendungsnachweis 2025",
        "recipient": "Träger",
        "files": [
            {
                "name": "befunde.txt",
                "size": 1,
                "sha256": digest(b"x"),
                "audience": "internal",
                "exporter": "findings",
                "plugin": None,
                "distribution": None,
                "version": None,
            },
            {
                "name": "netze.csv",
                "size": 3,
                "sha256": digest(b"a;b"),
                "audience": "report",
                "exporter": "impuls-csv",
                "plugin": "builtin",
                "distribution": "jmdmodel",
                "version": "0.1.0",
            },
        ],
        "manifest": digest((tmp_path / "out" / MANIFEST).read_bytes()),
        "previous": None,
    }


def test_a_second_line_holds_the_digest_of_the_first(tmp_path: Path) -> None:
    first = note_export([ONE], occasion(tmp_path))
    second = note_export([ONE], occasion(tmp_path))
    assert (first.number, second.number) == (1, 2)
    assert second.previous == first.sha256 != second.sha256
    assert verify_record(tmp_path / "exports.jsonl").records == (first, second)


def test_the_record_is_no_part_of_the_set(tmp_path: Path) -> None:
    write([ONE], tmp_path / "out", record=occasion(tmp_path))
    assert verify(tmp_path / "out").is_whole
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [MANIFEST, "netze.csv"]
    for name in ("netze.csv", MANIFEST):
        taken = Recording(path=tmp_path / "out" / ".." / "out" / name, at=AT)
        with pytest.raises(RecordRefused, match="is a file of this export itself"):
            write([ONE], tmp_path / "out", record=taken)


def test_without_a_record_nothing_but_the_set_is_written(tmp_path: Path) -> None:
    write([ONE], tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("field", ["purpose", "recipient"])
def test_purpose_and_recipient_are_one_line_of_at_most_500_characters(tmp_path: Path, field: str) -> None:
    for fine in ("x" * 500, "علی\u200cرضا", "Bericht – „Netzwerk“ 👍"):
        assert getattr(occasion(tmp_path, **{field: fine}), field) == fine
    for bad in ("x" * 501, "a\nb", "a\tb", "a\x00", "a\u2028b", "a\u202eb", "\ud800", "a\x1b[31m"):
        with pytest.raises(RecordRefused) as caught:
            occasion(tmp_path, **{field: bad})
        assert caught.value.code == "E440"
        assert bad not in caught.value.in_("de")
        assert pickle.loads(pickle.dumps(caught.value)).in_("en") == caught.value.in_("en")


def test_letters_have_one_form_and_no_text_of_the_user_is_in_a_repr(tmp_path: Path) -> None:
    record = occasion(tmp_path, purpose="Gespra\u0308ch", recipient="Frau Beispiel")
    assert record.purpose == "Gespr\u00e4ch"
    noted = note_export([ONE], record)
    assert "Beispiel" not in repr(record) + repr(noted)
    assert "Gespr" not in repr(record) + repr(noted)


def test_a_time_without_a_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordRefused, match="needs a time zone"):
        Recording(path=tmp_path, at=datetime(2026, 1, 31))  # noqa: DTZ001 - that is the point
    assert Recording(path=tmp_path, at=datetime(2026, 1, 31, tzinfo=UTC)).at.utcoffset() == timedelta()


@pytest.mark.parametrize("said", [{}, {"purpose": "Übergabe"}, {"recipient": "Leitung"}])
def test_above_internal_purpose_and_recipient_are_needed_and_nothing_is_written_without(
    tmp_path: Path, said: dict[str, str]
) -> None:
    with pytest.raises(RecordRefused, match="a purpose and a recipient"):
        write([CASES], tmp_path / "out", record=occasion(tmp_path, **said))
    assert list(tmp_path.iterdir()) == []
    write([CASES], tmp_path / "out", record=occasion(tmp_path, purpose="Übergabe", recipient="Leitung"))
    assert lines(tmp_path)[0]["audience"] == "social"


def test_when_the_record_cannot_be_written_nothing_leaves(tmp_path: Path) -> None:
    class NoRecord(Disk):
        def rename(self, path: Path, target: Path) -> None:
            if target.name == "exports.jsonl":
                raise OSError(errno.ENOSPC, "full")
            super().rename(path, target)

    with pytest.raises(StorageError, match="no space left"):
        write([ONE], tmp_path / "out", record=occasion(tmp_path), port=NoRecord())
    assert list(tmp_path.iterdir()) == []


def test_when_the_files_cannot_be_written_the_line_stays(tmp_path: Path) -> None:
    class NoFiles(Disk):
        def rename(self, path: Path, target: Path) -> None:
            if target.name != "exports.jsonl":
                raise OSError(errno.ENOSPC, "full")
            super().rename(path, target)

    with pytest.raises(StorageError, match="no space left"):
        write([ONE], tmp_path / "out", record=occasion(tmp_path), port=NoFiles())
    assert len(lines(tmp_path)) == 1
    assert list((tmp_path / "out").iterdir()) == []
    assert [
        fault.code for fault in verify_record(tmp_path / "exports.jsonl", folder=tmp_path / "out").faults
    ] == ["E446"]


def test_what_is_refused_for_a_strangers_file_is_not_recorded(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "netze.csv").write_bytes(b"von Hand")
    with pytest.raises(StorageError, match="S313"):
        write([ONE], tmp_path / "out", record=occasion(tmp_path))
    assert not (tmp_path / "exports.jsonl").exists()


def test_a_record_that_was_changed_is_not_written_on(tmp_path: Path) -> None:
    note_export([ONE], occasion(tmp_path, recipient="Träger"))
    path = tmp_path / "exports.jsonl"
    changed = path.read_bytes().replace("Träger".encode(), b"Andere")
    path.write_bytes(changed)
    with pytest.raises(RecordRefused, match="was changed") as caught:
        write([ONE], tmp_path / "out", record=occasion(tmp_path))
    assert "Andere" not in caught.value.in_("de")
    assert path.read_bytes() == changed
    assert not (tmp_path / "out").exists()


def test_a_second_writer_of_the_record_gets_a_conflict(tmp_path: Path) -> None:
    class Overtaken(Disk):
        def create(self, path: Path, mode: int | None) -> int:
            if not (tmp_path / "exports.jsonl").exists():
                (tmp_path / "exports.jsonl").write_bytes(b"anderer\n")
            return super().create(path, mode)

    with pytest.raises(RecordRefused, match="at the same moment") as caught:
        write([ONE], tmp_path / "out", record=occasion(tmp_path), port=Overtaken())
    assert isinstance(caught.value.__cause__, StorageError)
    assert [path.name for path in tmp_path.iterdir()] == ["exports.jsonl"]
    assert (tmp_path / "exports.jsonl").read_bytes() == b"anderer\n"


def test_a_link_a_pipe_or_a_folder_is_no_record(tmp_path: Path) -> None:
    note_export([ONE], Recording(path=tmp_path / "real", at=AT))
    before = (tmp_path / "real").read_bytes()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, code in (("link", "S308"), ("pipe", "S308"), ("folder", "S302")):
        for act in (
            lambda name=name: note_export([ONE], Recording(path=tmp_path / name, at=AT)),
            lambda name=name: verify_record(tmp_path / name),
        ):
            with pytest.raises(StorageError) as caught:
                act()
            assert caught.value.code == code
    assert (tmp_path / "real").read_bytes() == before
    with pytest.raises(StorageError, match="S310"):
        note_export([ONE], Recording(path=tmp_path / "none" / "exports.jsonl", at=AT))
    with pytest.raises(StorageError, match="S301"):
        verify_record(tmp_path / "none")


def test_a_tail_that_was_cut_off_is_found_by_a_digest_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "exports.jsonl"
    noted = [note_export([ONE], occasion(tmp_path)) for _ in range(3)]
    assert all(verify_record(path, last=one.sha256).is_whole for one in noted)
    assert verify_record(path, last=f" {noted[2].sha256.upper()}\n").is_whole
    path.write_bytes(noted[0].line + noted[1].line)
    assert verify_record(path).is_whole
    assert verify_record(path, last=noted[1].sha256).is_whole
    (fault,) = verify_record(path, last=noted[2].sha256).faults
    assert (fault.code, str(fault.position)) == ("E445", f"{path}:3:1")
    assert noted[2].sha256 in fault.in_("de")
    path.write_bytes(b"")
    assert verify_record(path).is_whole
    assert [one.code for one in verify_record(path, last=noted[0].sha256).faults] == ["E445"]


def test_files_in_a_folder_are_compared_with_the_newest_line_about_them(tmp_path: Path) -> None:
    path, out = tmp_path / "exports.jsonl", tmp_path / "out"
    write([ONE, TEAM], out, record=occasion(tmp_path))
    write([attrs.evolve(ONE, name="karte.csv")], tmp_path / "other", record=occasion(tmp_path))
    assert verify_record(path, folder=out).is_whole
    assert verify_record(path, folder=tmp_path / "other").is_whole
    (out / "netze.csv").write_bytes(b"")
    (out / "befunde.txt").unlink()
    faults = verify_record(path, folder=out).faults
    assert [(fault.code, fault.position.line) for fault in faults] == [("E447", 1), ("E447", 1)]
    assert "befunde.txt" in faults[0].in_("de")
    assert "fehlt" in faults[0].in_("de")
    assert "netze.csv" in faults[1].in_("en")
    (out / MANIFEST).write_bytes(b"{}")
    assert [fault.code for fault in verify_record(path, folder=out).faults] == ["E446"]
    assert [fault.code for fault in verify_record(path, folder=tmp_path / "no").faults] == ["E446"]


def test_a_file_without_a_manifest_is_compared_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "exports.jsonl"
    for text in (b"alt", b"neu"):
        (tmp_path / "karte.svg").write_bytes(text)
        note_export([Artifact("karte.svg", "image/svg+xml", text)], occasion(tmp_path))
    assert verify_record(path, folder=tmp_path).is_whole
    (tmp_path / "karte.svg").write_bytes(b"alt")
    assert [fault.position.line for fault in verify_record(path, folder=tmp_path).faults] == [2]


def test_a_line_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "secret.txt").write_bytes(b"x")
    note_export([Artifact("../secret.txt", "text/plain", b"x")], occasion(tmp_path))
    assert [
        one.code for one in verify_record(tmp_path / "exports.jsonl", folder=tmp_path / "out").faults
    ] == ["E446"]


def test_nothing_out_of_the_workspace_stands_in_the_record(tmp_path: Path) -> None:
    workspace = load_example().workspace
    registry = Registry("none")
    made = render_all(
        workspace,
        [
            Wanted(
                one.name,
                medium=one.media[0].suffix,
                options={"case": "eiche-03"} if one.name == "case-map" else None,
            )
            for one in registry.exporters
        ],
        year=2025,
        as_of=EXAMPLE_DATE,
        audience=Audience.SOCIAL,
        purpose="Prüfung",
        registry=registry,
        findings=(),
    )
    write(made, tmp_path / "out", record=occasion(tmp_path, purpose="Prüfung", recipient="Leitung"))
    text = (tmp_path / "exports.jsonl").read_text("utf-8")
    assert workspace.service.name not in text
    names = [one.name for one in workspace.partners] + list(workspace.partners.ids())
    assert len(names) > 20
    assert [name for name in (*names, *workspace.cases.ids()) if name in text] == []
