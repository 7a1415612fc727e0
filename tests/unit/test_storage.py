"""The storage floor on a real disk: what it refuses, what it keeps, and in which words it says so."""

from __future__ import annotations

import errno
import json
import os
import pickle
import shutil
import stat
import threading
from pathlib import Path

import pytest

from jmdmodel.errors import StorageError
from jmdmodel.storage import (
    ABSENT,
    MAX_NAME,
    NO_FILE,
    Disk,
    clash,
    digest,
    digest_of,
    is_unfinished,
    name_fault,
    names_in,
    read_bytes,
    settle,
    write_file,
    write_set,
)

TOKEN = "0123456789abcdef" * 2


def code_of(caught: pytest.ExceptionInfo[StorageError]) -> str:
    return caught.value.code


def all_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class Failing(Disk):
    """A disk on which one kind of call fails."""

    def __init__(self, call: str, error: int) -> None:
        self.call, self.error = call, error

    def __getattribute__(self, name: str) -> object:
        if name in {"call", "error"} or name != object.__getattribute__(self, "call"):
            return object.__getattribute__(self, name)

        def fail(*args: object) -> None:
            raise OSError(self.error, os.strerror(self.error))

        return fail


class TestReading:
    def test_a_file_is_read_whole(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"\x00\r\n\xff")
        assert read_bytes(tmp_path / "a") == b"\x00\r\n\xff"
        assert read_bytes(str(tmp_path / "a")) == b"\x00\r\n\xff"

    @pytest.mark.parametrize(("limit", "fits"), [(5, True), (4, False), (6, True)])
    def test_a_file_may_have_exactly_the_limit(self, tmp_path: Path, limit: int, fits: bool) -> None:
        (tmp_path / "a").write_bytes(b"12345")
        if fits:
            assert read_bytes(tmp_path / "a", limit=limit) == b"12345"
        else:
            with pytest.raises(StorageError, match=r"at most 4 bytes are read. \[S303\]"):
                read_bytes(tmp_path / "a", limit=limit)

    def test_an_empty_file_is_within_a_limit_of_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"")
        assert read_bytes(tmp_path / "a", limit=0) == b""

    def test_a_missing_file_a_folder_and_a_file_taken_for_a_folder_are_told_apart(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_bytes(b"")
        file = tmp_path / "file"
        for path, code, place in (
            (tmp_path / "no", "S301", tmp_path / "no"),
            (tmp_path, "S302", tmp_path),
            (file / "x", "S314", file),
        ):
            with pytest.raises(StorageError) as caught:
                read_bytes(path)
            assert (code_of(caught), caught.value.path) == (code, str(place))

    @pytest.mark.parametrize(
        ("error", "words"),
        [
            (errno.EACCES, "Die Berechtigung dafür fehlt."),
            (errno.EIO, "Der Datenträger meldet einen Fehler."),
            (errno.ENFILE, "Das Betriebssystem meldet „ENFILE“."),
        ],
    )
    def test_a_refusal_is_said_in_plain_words_and_keeps_its_cause(
        self, tmp_path: Path, error: int, words: str
    ) -> None:
        with pytest.raises(StorageError) as caught:
            read_bytes(tmp_path / "a", port=Failing("read", error))
        assert caught.value.in_("de") == f"{tmp_path / 'a'}: Das Lesen ist nicht gelungen. {words} [S304]"
        assert isinstance(caught.value.__cause__, OSError)

    @pytest.mark.parametrize("path", ["a\0b", "a\ud800"])
    def test_a_path_that_no_system_can_have_is_refused_without_a_foreign_exception(self, path: str) -> None:
        for act in (read_bytes, lambda p: write_file(p, b""), lambda p: write_set(p, {"a": b""}, last="a")):
            with pytest.raises(StorageError) as caught:
                act(path)
            assert code_of(caught) == "S306"
            caught.value.in_("de").encode()

    def test_a_name_that_is_no_text_is_shown_with_escapes(self, tmp_path: Path) -> None:
        with pytest.raises(StorageError) as caught:
            read_bytes(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
        assert caught.value.path.endswith("\\udcff")
        assert code_of(caught) == "S301"


class TestOneFile:
    def test_a_new_file_gets_its_content_and_the_digest_is_given_back(self, tmp_path: Path) -> None:
        assert write_file(tmp_path / "a", b"new") == digest(b"new")
        assert (tmp_path / "a").read_bytes() == b"new"
        assert all_in(tmp_path) == ["a"]

    def test_the_permissions_of_a_replaced_file_are_kept(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"old")
        for mode in (0o600, 0o664):
            (tmp_path / "a").chmod(mode)
            write_file(tmp_path / "a", f"new {mode}".encode())
            assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode

    def test_a_change_while_the_new_content_is_staged_is_a_conflict(self, tmp_path: Path) -> None:
        class Overtaken(Disk):
            def sync(self, handle: int) -> None:
                super().sync(handle)
                (tmp_path / "a").write_bytes(b"by hand")

        known = write_file(tmp_path / "a", b"old")
        with pytest.raises(StorageError, match="S309"):
            write_file(tmp_path / "a", b"new", expected_digest=known, port=Overtaken())
        assert (tmp_path / "a").read_bytes() == b"by hand"
        assert all_in(tmp_path) == ["a"]

    def test_a_staged_file_that_somebody_takes_away_is_a_conflict(self, tmp_path: Path) -> None:
        class Robbed(Disk):
            def rename(self, path: Path, target: Path) -> None:
                path.unlink()
                super().rename(path, target)

        for act in (
            lambda: write_file(tmp_path / "a", b"new", port=Robbed()),
            lambda: write_set(tmp_path, {"a": b"new"}, last="a", port=Robbed()),
        ):
            with pytest.raises(StorageError, match="S309"):
                act()
        assert all_in(tmp_path) == []

    def test_a_file_is_written_in_the_current_folder_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        write_file("a", b"new")
        assert (tmp_path / "a").read_bytes() == b"new"

    def test_a_second_writer_gets_a_conflict_and_the_first_ones_content_stays(self, tmp_path: Path) -> None:
        read_by_both = write_file(tmp_path / "a", b"as read")
        write_file(tmp_path / "a", b"first", expected_digest=read_by_both)
        with pytest.raises(StorageError, match="S309"):
            write_file(tmp_path / "a", b"second", expected_digest=read_by_both)
        assert (tmp_path / "a").read_bytes() == b"first"

    def test_a_file_that_was_removed_in_between_is_a_conflict(self, tmp_path: Path) -> None:
        with pytest.raises(StorageError, match="S309"):
            write_file(tmp_path / "a", b"", expected_digest=digest(b""))
        assert all_in(tmp_path) == []

    def test_a_file_that_must_not_be_there_is_not_replaced(self, tmp_path: Path) -> None:
        write_file(tmp_path / "a", b"", expected_digest=ABSENT)
        with pytest.raises(StorageError, match="S311"):
            write_file(tmp_path / "a", b"new", expected_digest=ABSENT)
        assert (tmp_path / "a").read_bytes() == b""

    def test_folders_links_devices_and_read_only_files_are_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "real").write_bytes(b"real")
        (tmp_path / "link").symlink_to("real")
        (tmp_path / "loose").symlink_to("nothing")
        (tmp_path / "locked").write_bytes(b"locked")
        (tmp_path / "locked").chmod(0o444)
        os.mkfifo(tmp_path / "pipe")
        for name, code in (
            ("folder", "S302"),
            ("link", "S308"),
            ("loose", "S308"),
            ("pipe", "S308"),
            ("locked", "S312"),
        ):
            with pytest.raises(StorageError) as caught:
                write_file(tmp_path / name, b"new")
            assert (name, code_of(caught)) == (name, code)
        assert (tmp_path / "real").read_bytes() == b"real"
        assert (tmp_path / "locked").read_bytes() == b"locked"
        assert all_in(tmp_path) == ["folder", "link", "locked", "loose", "pipe", "real"]

    def test_a_missing_folder_is_not_made_for_a_single_file(self, tmp_path: Path) -> None:
        with pytest.raises(StorageError, match="S310"):
            write_file(tmp_path / "no" / "a", b"")
        assert all_in(tmp_path) == []

    @pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system has no folder without room")
    def test_a_folder_that_takes_no_files_is_not_taken_for_a_conflict(self) -> None:
        for act, place in (
            (lambda: write_file("/proc/x.svg", b""), "/proc"),
            (lambda: write_set("/proc", {"x.svg": b""}, last="x.svg"), "/proc"),
            (lambda: write_set("/proc/x", {"x.svg": b""}, last="x.svg"), "/proc/x"),
        ):
            with pytest.raises(StorageError) as caught:
                act()
            assert (code_of(caught), caught.value.path) == ("S313", place)
            assert "Hier lassen sich keine Dateien anlegen." in caught.value.in_("de")

    @pytest.mark.parametrize(
        ("error", "words"),
        [
            (errno.ENOSPC, "Auf dem Datenträger ist kein Platz mehr."),
            (errno.EDQUOT, "Auf dem Datenträger ist kein Platz mehr."),
            (errno.EROFS, "Der Datenträger ist schreibgeschützt."),
            (errno.EPERM, "Die Berechtigung dafür fehlt."),
        ],
    )
    def test_a_full_or_protected_disk_leaves_the_old_file_and_no_trace(
        self, tmp_path: Path, error: int, words: str
    ) -> None:
        (tmp_path / "a").write_bytes(b"old")
        for call in ("create", "write", "sync", "rename"):
            with pytest.raises(StorageError) as caught:
                write_file(tmp_path / "a", b"new", port=Failing(call, error))
            assert caught.value.in_("de").endswith(f"Das Schreiben ist nicht gelungen. {words} [S305]")
            assert (tmp_path / "a").read_bytes() == b"old"
            assert all_in(tmp_path) == ["a"]

    def test_two_writers_wait_for_each_other(self, tmp_path: Path) -> None:
        disk = Disk()
        held = disk.hold(tmp_path)
        writer = threading.Thread(target=write_file, args=(tmp_path / "a", b"new"))
        writer.start()
        writer.join(timeout=0.2)
        assert writer.is_alive()
        assert not (tmp_path / "a").exists()
        disk.release(held)
        writer.join(timeout=10)
        assert (tmp_path / "a").read_bytes() == b"new"


class TestSets:
    def test_a_set_makes_its_folders_and_names_its_paths_the_manifest_last(self, tmp_path: Path) -> None:
        out = tmp_path / "a" / "b"
        files = {"z.txt": b"z", "manifest.json": b"{}", "csv/x.csv": b"x", "csv/deep/y.csv": b"y"}
        paths = write_set(out, files, last="manifest.json")
        assert paths == tuple(
            out / name for name in ("csv/deep/y.csv", "csv/x.csv", "z.txt", "manifest.json")
        )
        assert {str(path.relative_to(out)): path.read_bytes() for path in paths} == files
        assert names_in(out) == ("csv/", "manifest.json", "z.txt")

    def test_other_files_in_the_folder_stay(self, tmp_path: Path) -> None:
        (tmp_path / "mine.txt").write_bytes(b"mine")
        write_set(tmp_path, {"a": b"1"}, last="a")
        assert (tmp_path / "mine.txt").read_bytes() == b"mine"

    def test_a_file_that_is_not_as_expected_stops_the_whole_set(self, tmp_path: Path) -> None:
        write_set(tmp_path, {"a": b"1", "b": b"1"}, last="b")
        for expected, code in (({"a": digest(b"0")}, "S309"), ({"a": ABSENT}, "S311")):
            with pytest.raises(StorageError) as caught:
                write_set(tmp_path, {"a": b"2", "b": b"2"}, last="b", expected=expected)
            assert code_of(caught) == code
        assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (b"1", b"1")
        assert names_in(tmp_path) == ("a", "b")

    def test_a_file_that_already_has_the_new_content_is_no_conflict(self, tmp_path: Path) -> None:
        write_set(tmp_path, {"a": b"1"}, last="a")
        write_set(tmp_path, {"a": b"1"}, last="a", expected={"a": ABSENT})

    def test_a_link_in_the_way_of_a_sub_folder_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "csv").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(StorageError, match="S308"):
            write_set(tmp_path / "out", {"csv/a": b"1"}, last="csv/a")
        assert all_in(tmp_path / "elsewhere") == []

    def test_a_folder_that_is_a_link_is_refused_unless_told(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "out").symlink_to("elsewhere")
        for act in (
            lambda: write_set(tmp_path / "out", {"a": b"1"}, last="a"),
            lambda: settle(tmp_path / "out", through_link=False),
        ):
            with pytest.raises(StorageError) as caught:
                act()
            assert (code_of(caught), caught.value.path) == ("S317", str(tmp_path / "out"))
        assert all_in(tmp_path / "elsewhere") == []
        write_set(tmp_path / "out", {"a": b"1"}, last="a", through_link=True)
        assert all_in(tmp_path / "elsewhere") == ["a"]

    def test_a_link_above_the_folder_is_the_users_own_but_one_that_leads_nowhere_is_refused(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "disk").mkdir()
        (tmp_path / "home").symlink_to("disk")
        write_set(tmp_path / "home" / "out", {"a": b"1"}, last="a")
        assert all_in(tmp_path / "disk") == ["out"]
        (tmp_path / "loose").symlink_to("nothing")
        with pytest.raises(StorageError) as caught:
            write_set(tmp_path / "loose" / "out", {"a": b"1"}, last="a")
        assert (code_of(caught), caught.value.path) == ("S308", str(tmp_path / "loose"))
        assert not (tmp_path / "nothing").exists()

    @pytest.mark.parametrize(
        ("there", "name", "other"),
        [
            ("Karte.svg", "karte.svg", "Karte.svg"),
            ("csv/NETZE.csv", "csv/netze.csv", "NETZE.csv"),
            ("CSV/x.csv", "csv/netze.csv", "CSV"),
            ("STRASSE.txt", "straße.txt", "STRASSE.txt"),
            ("u\u0308ber.txt", "über.txt", "u\u0308ber.txt"),
        ],
    )
    def test_a_name_beside_one_that_other_disks_take_for_the_same_is_refused(
        self, tmp_path: Path, there: str, name: str, other: str
    ) -> None:
        (tmp_path / there).parent.mkdir(exist_ok=True)
        (tmp_path / there).write_bytes(b"von Hand")
        before = all_in(tmp_path)
        with pytest.raises(StorageError) as caught:
            write_set(tmp_path, {"a": b"1", name: b"2"}, last="a")
        assert code_of(caught) == "S307"
        assert other in caught.value.in_("de")
        assert all_in(tmp_path) == before
        write_set(tmp_path, {"a": b"1"}, last="a")

    def test_what_is_no_file_is_neither_opened_nor_removed(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "folder").mkdir()
        (tmp_path / "file").write_bytes(b"1")
        (tmp_path / "link").symlink_to("file")
        for name in ("pipe", "folder", "link"):
            assert digest_of(tmp_path / name) == NO_FILE
        assert digest_of(tmp_path / "file") == digest(b"1")
        assert digest_of(tmp_path / "none") is None
        for name in ("pipe", "link"):
            with pytest.raises(StorageError, match="S308"):
                read_bytes(tmp_path / name, ordinary=True)
            for what in ("ready", "back"):
                plan = json.dumps([[0, name, digest(b"1"), None], [1, name, None, digest(b"1")]])
                (tmp_path / f".jmd~{TOKEN}~{what}").write_text(plan)
                settle(tmp_path)
                assert all_in(tmp_path) == ["file", "folder", "link", "pipe"]

    def test_files_go_in_the_step_of_the_set_and_empty_folders_with_them(self, tmp_path: Path) -> None:
        write_set(tmp_path, {"a/b/c": b"1", "d/e": b"2", "d/f": b"3", "z": b"4"}, last="z")
        write_set(tmp_path, {"z": b"5"}, last="z", gone=["a/b/c", "d/e", "never/there", "z"])
        assert all_in(tmp_path) == ["d", "z"]
        assert all_in(tmp_path / "d") == ["f"]
        assert (tmp_path / "z").read_bytes() == b"5"

    def test_a_file_that_changed_is_not_removed_and_nothing_is_written(self, tmp_path: Path) -> None:
        write_set(tmp_path, {"a": b"1", "z": b"1"}, last="z")
        with pytest.raises(StorageError, match="S309"):
            write_set(tmp_path, {"z": b"2"}, last="z", gone=["a"], expected={"a": digest(b"0")})
        assert ((tmp_path / "a").read_bytes(), (tmp_path / "z").read_bytes()) == (b"1", b"1")
        assert all_in(tmp_path) == ["a", "z"]

    def test_nothing_is_removed_behind_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "elsewhere" / "a").write_bytes(b"1")
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "csv").symlink_to(tmp_path / "elsewhere")
        write_set(tmp_path / "out", {"z": b"2"}, last="z", gone=["csv/a"], expected={"csv/a": digest(b"1")})
        assert all_in(tmp_path / "elsewhere") == ["a"]
        assert all_in(tmp_path / "out") == ["csv", "z"]

    def test_the_last_file_must_be_one_of_the_set(self, tmp_path: Path) -> None:
        with pytest.raises(StorageError, match="It is not among the files of the set"):
            write_set(tmp_path, {"a": b""}, last="b")

    def test_bad_and_clashing_names_are_refused_before_anything_is_made(self, tmp_path: Path) -> None:
        for files, code in (({"../a": b""}, "S306"), ({"a": b"", "A": b""}, "S307")):
            with pytest.raises(StorageError) as caught:
                write_set(tmp_path / "out", files, last=min(files))
            assert code_of(caught) == code
        assert not (tmp_path / "out").exists()

    def test_what_a_killed_run_left_is_seen_and_cleaned(self, tmp_path: Path) -> None:
        (tmp_path / f".jmd~{TOKEN}~new0").write_bytes(b"half")
        assert is_unfinished(tmp_path)
        assert names_in(tmp_path) == ()
        settle(tmp_path)
        assert all_in(tmp_path) == []
        assert not is_unfinished(tmp_path)

    def test_a_disk_that_knows_no_second_names_can_still_go_back(self, tmp_path: Path) -> None:
        class Old(Disk):
            def link(self, path: Path, other: Path) -> None:
                raise OSError(errno.ENOTSUP, "no links")

            def rename(self, path: Path, target: Path) -> None:
                if target.name == "b" and path.name.endswith("new1"):
                    raise OSError(errno.EACCES, "open in a spreadsheet")
                super().rename(path, target)

        write_set(tmp_path, {"a": b"old", "b": b"old"}, last="b")
        with pytest.raises(StorageError, match="S305"):
            write_set(tmp_path, {"a": b"new", "b": b"new"}, last="b", port=Old())
        assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (b"old", b"old")
        assert all_in(tmp_path) == ["a", "b"]

    def test_a_planted_plan_moves_nothing_into_or_out_of_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_bytes(b"secret")
        out = tmp_path / "out"
        for number, name in (("0/../../secret.txt", "b.txt"), (0, "../b.txt"), (0, "csv/b.txt")):
            for what in ("ready", "back"):
                shutil.rmtree(out, ignore_errors=True)
                (out / f".jmd~{TOKEN}~new0").mkdir(parents=True) if number else out.mkdir()
                if not number:
                    (out / f".jmd~{TOKEN}~new0").write_bytes(b"planted")
                (tmp_path / "elsewhere").mkdir(exist_ok=True)
                (out / "csv").symlink_to(tmp_path / "elsewhere")
                plan = json.dumps([[number, name, None, digest(b"planted")]])
                (out / f".jmd~{TOKEN}~{what}").write_text(plan)
                settle(out)
                assert (tmp_path / "secret.txt").read_bytes() == b"secret"
                assert all_in(tmp_path) == ["elsewhere", "out", "secret.txt"]
                assert all_in(tmp_path / "elsewhere") == []
                assert "b.txt" not in all_in(out)

    def test_going_back_without_the_old_file_leaves_the_new_one(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"new")
        plan = json.dumps([[0, "a.txt", digest(b"old"), digest(b"new")]])
        (tmp_path / f".jmd~{TOKEN}~back").write_text(plan)
        settle(tmp_path)
        assert (tmp_path / "a.txt").read_bytes() == b"new"
        assert all_in(tmp_path) == ["a.txt"]

    def test_a_staged_file_that_cannot_be_removed_keeps_no_other_one(self, tmp_path: Path) -> None:
        (tmp_path / f".jmd~{TOKEN}~new0").mkdir()
        (tmp_path / f".jmd~{TOKEN}~one").write_bytes(b"")
        write_file(tmp_path / "a", b"new")
        assert all_in(tmp_path) == [f".jmd~{TOKEN}~new0", "a"]

    def test_a_name_that_vanishes_while_a_folder_is_listed_is_left_out(self, tmp_path: Path) -> None:
        class Ghostly(Disk):
            def listing(self, folder: Path) -> list[str]:
                return [*super().listing(folder), "ghost"]

        write_file(tmp_path / "a", b"")
        assert names_in(tmp_path, port=Ghostly()) == ("a",)

    @pytest.mark.parametrize(
        ("error", "told"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)]
    )
    def test_a_disk_that_cannot_sync_folders_is_no_fault_but_a_broken_one_is(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, told: bool
    ) -> None:
        def fail(handle: int) -> None:
            raise OSError(error, "told to fail")

        monkeypatch.setattr(os, "fsync", fail)
        if told:
            with pytest.raises(OSError, match="told to fail"):
                Disk().sync_folder(tmp_path)
        else:
            Disk().sync_folder(tmp_path)

    def test_staged_names_differ_from_run_to_run(self) -> None:
        assert len({Disk().token() for _ in range(50)}) == 50

    def test_a_folder_of_files_cannot_be_a_file(self, tmp_path: Path) -> None:
        file = tmp_path / "file"
        file.write_bytes(b"")
        for act in (
            lambda: write_file(file / "a", b""),
            lambda: write_set(file, {"a": b""}, last="a"),
            lambda: write_set(file / "deeper" / "still", {"a": b""}, last="a"),
            lambda: write_set(tmp_path, {"file/a": b""}, last="file/a"),
            lambda: names_in(file),
            lambda: is_unfinished(file),
        ):
            with pytest.raises(StorageError) as caught:
                act()
            assert (code_of(caught), caught.value.path) == ("S314", str(file))
            assert "Das ist eine Datei und kein Ordner." in caught.value.in_("de")
        assert all_in(tmp_path) == ["file"]
        with pytest.raises(StorageError, match="S310"):
            settle(tmp_path / "no")


class TestNames:
    @pytest.mark.parametrize(
        "name",
        [
            "a",
            "netzwerkkarte-2025.svg",
            "csv/arbeitszeit.csv",
            "Über uns.txt",
            "console",
            "com10.txt",
            "x" * MAX_NAME,
        ],
    )
    def test_a_plain_name_is_fine(self, name: str) -> None:
        assert name_fault(name) is None

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("", "empty"),
            ("/etc/passwd", "empty"),
            ("a//b", "empty"),
            ("a/", "empty"),
            (".", "dot"),
            ("..", "dot"),
            ("a/../b", "dot"),
            (".hidden", "dot"),
            (".jmd~x", "characters"),
            ("a\\b", "characters that are not possible on every system: \\"),
            ("c:a:b?", "system: : ?"),
            ("a\nb", "system: U+000A"),
            ("a\x00", "characters"),
            ("a\x7f", "characters"),
            ("a\u202egnp.exe", "characters"),
            ("a\ud800", "characters"),
            ("u\u0308?", "system: U+0308 ?"),
            ("a?", "characters"),
            ("progra~1", "characters"),
            ("a.", "ends with a dot"),
            ("a /b", "blank"),
            (" a", "blank"),
            ("con", '"con" is the name of a device'),
            ("csv/NUL.txt", '"NUL.txt" is the name of a device'),
            ("lpt9 .a", "device"),
            ("com².txt", "device"),
            ("csv/CONOUT$", "device"),
            ("x" * (MAX_NAME + 1), "more than 200 bytes"),
            ("ü" * (MAX_NAME // 2 + 1), "more than 200 bytes"),
        ],
    )
    def test_a_name_that_climbs_or_fails_on_some_system_is_refused(self, name: str, words: str) -> None:
        fault = name_fault(name)
        assert fault is not None
        assert words in fault.in_("en")
        assert fault.in_("de") != fault.in_("en")

    @pytest.mark.parametrize(
        ("names", "found"),
        [
            (["a", "b"], None),
            ([], None),
            (["a/b", "a/c", "ab"], None),
            (["a", "A"], ("A", "a")),
            (["straße", "STRASSE"], ("STRASSE", "straße")),
            (["a", "a"], ("a", "a")),
            (["A", "a/b"], ("A", "a/b")),
            (["x/y", "X/Y/z"], ("x/y", "X/Y/z")),
        ],
    )
    def test_names_that_differ_in_case_or_nest_in_each_other_clash(
        self, names: list[str], found: tuple[str, str] | None
    ) -> None:
        assert clash(names) == found


def test_errors_travel_to_another_process(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        read_bytes(tmp_path)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.code, again.path, again.in_("de")) == ("S302", str(tmp_path), caught.value.in_("de"))
