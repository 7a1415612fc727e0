"""Sets on disk: the manifest tells every changed byte, and nobody's own file is overwritten."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from jmdexport import (
    Artifact,
    Audience,
    BadArtifact,
    MadeBy,
    NothingExported,
    Verdict,
    leftovers,
    verify,
    write,
)
from jmdexport.writing import MANIFEST, manifest
from jmdmodel.errors import StorageError
from jmdmodel.storage import Disk, digest

BY = MadeBy("network-map", Audience.REPORT, "builtin", "jmdmodel", "0.1.0")
TEXT = Artifact("bericht.txt", "text/plain; charset=utf-8", b"Bericht", made_by=BY)
CSV = Artifact("csv/netze.csv", "text/csv", b"a;b", made_by=MadeBy("impuls-csv", Audience.PUBLIC))


def code_of(caught: pytest.ExceptionInfo[StorageError]) -> str:
    return caught.value.code


def listed(folder: Path) -> dict[str, dict[str, object]]:
    content = json.loads((folder / MANIFEST).read_bytes())
    return {entry["name"]: entry for entry in content["files"]}


def test_a_set_is_written_with_its_manifest_and_the_paths_are_given_back(tmp_path: Path) -> None:
    paths = write([TEXT, CSV], tmp_path / "out")
    names = ["bericht.txt", "csv/netze.csv", MANIFEST]
    assert paths == tuple(tmp_path / "out" / name for name in names)
    assert (tmp_path / "out" / "csv" / "netze.csv").read_bytes() == b"a;b"
    assert verify(tmp_path / "out") == Verdict()
    assert verify(tmp_path / "out").is_whole


def test_the_manifest_says_size_digest_form_audience_and_maker_of_each_file(tmp_path: Path) -> None:
    write([TEXT, CSV], tmp_path)
    assert listed(tmp_path)["bericht.txt"] == {
        "name": "bericht.txt",
        "media_type": "text/plain; charset=utf-8",
        "bytes": 7,
        "sha256": digest(b"Bericht"),
        "audience": "report",
        "exporter": "network-map",
        "plugin": "builtin",
        "distribution": "jmdmodel",
        "version": "0.1.0",
    }
    assert listed(tmp_path)["csv/netze.csv"]["version"] is None
    assert json.loads((tmp_path / MANIFEST).read_bytes())["audience"] == "report"


def test_the_manifest_is_the_same_whatever_the_order_of_the_artifacts() -> None:
    assert manifest([TEXT, CSV]) == manifest([CSV, TEXT])


def test_artifacts_made_by_hand_are_written_and_may_be_marked(tmp_path: Path) -> None:
    plain = Artifact("a.txt", "text/plain", b"")
    write([plain], tmp_path / "one")
    assert listed(tmp_path / "one")["a.txt"]["audience"] is None
    assert json.loads((tmp_path / "one" / MANIFEST).read_bytes())["audience"] is None
    write([plain, CSV], tmp_path / "two", made_by=BY)
    assert listed(tmp_path / "two")["a.txt"]["exporter"] == "network-map"
    assert listed(tmp_path / "two")["csv/netze.csv"]["exporter"] == "impuls-csv"


def test_writing_again_gives_the_same_bytes_and_replaces_what_was_ours(tmp_path: Path) -> None:
    write([TEXT, CSV], tmp_path)
    before = (tmp_path / MANIFEST).read_bytes()
    write([TEXT, CSV], tmp_path)
    assert (tmp_path / MANIFEST).read_bytes() == before
    changed = Artifact("bericht.txt", "text/plain", b"Neuer Bericht")
    write([changed, CSV], tmp_path)
    assert (tmp_path / "bericht.txt").read_bytes() == b"Neuer Bericht"
    assert verify(tmp_path).is_whole


def test_files_of_an_earlier_export_that_are_no_longer_made_go_with_their_folder(tmp_path: Path) -> None:
    write([TEXT, CSV], tmp_path)
    assert leftovers([TEXT], tmp_path) == ("csv/netze.csv",)
    write([TEXT], tmp_path)
    assert verify(tmp_path) == Verdict()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bericht.txt", MANIFEST]
    assert leftovers([TEXT], tmp_path) == ()


def test_files_of_an_earlier_export_stay_when_that_is_asked_for_and_are_told(tmp_path: Path) -> None:
    write([TEXT, CSV], tmp_path)
    write([TEXT], tmp_path, keep=True)
    assert (tmp_path / "csv" / "netze.csv").read_bytes() == b"a;b"
    assert verify(tmp_path) == Verdict(extra=("csv/",))


@pytest.mark.parametrize("overwrite", [True, False])
def test_only_what_is_still_as_it_was_written_is_removed(tmp_path: Path, overwrite: bool) -> None:
    other = Artifact("csv/orte.csv", "text/csv", b"c;d")
    write([TEXT, CSV, other], tmp_path)
    (tmp_path / "csv" / "netze.csv").write_bytes(b"von Hand")
    (tmp_path / "csv" / "notiz.txt").write_bytes(b"von Hand")
    assert leftovers([TEXT], tmp_path) == ("csv/orte.csv",)
    write([TEXT], tmp_path, overwrite=overwrite)
    assert sorted(path.name for path in (tmp_path / "csv").iterdir()) == ["netze.csv", "notiz.txt"]
    assert verify(tmp_path) == Verdict(extra=("csv/",))


def test_a_manifest_that_somebody_has_changed_lets_nothing_be_removed_or_replaced(tmp_path: Path) -> None:
    write([TEXT, CSV], tmp_path)
    (tmp_path / "mein.txt").write_bytes(b"von Hand")
    content = json.loads((tmp_path / MANIFEST).read_bytes())
    content["files"].append({"name": "mein.txt", "sha256": digest(b"von Hand")})
    (tmp_path / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    with pytest.raises(StorageError, match=r": manifest\.json\. .*S313"):
        write([TEXT], tmp_path)
    write([TEXT], tmp_path, overwrite=True)
    assert (tmp_path / "mein.txt").read_bytes() == b"von Hand"
    assert verify(tmp_path) == Verdict(extra=("csv/", "mein.txt"))


@pytest.mark.parametrize("byte", range(0, 900, 7))
def test_every_changed_byte_is_found(tmp_path: Path, byte: int) -> None:
    write([TEXT, CSV], tmp_path)
    data = bytearray((tmp_path / MANIFEST).read_bytes())
    place = byte % len(data)
    data[place] ^= 1
    (tmp_path / MANIFEST).write_bytes(data)
    try:
        verdict = verify(tmp_path)
    except StorageError as error:
        assert error.code == "S314"  # noqa: PT017 - both ways of noticing it are right
    else:
        assert MANIFEST in verdict.changed
        assert not verdict.is_whole


def test_missing_changed_and_extra_files_are_told_apart(tmp_path: Path) -> None:
    write([TEXT, CSV], tmp_path)
    (tmp_path / "bericht.txt").write_bytes(b"Berichu")
    (tmp_path / "csv" / "netze.csv").unlink()
    (tmp_path / "csv" / "notiz.txt").write_bytes(b"")
    (tmp_path / "fotos").mkdir()
    (tmp_path / "fotos" / "a.jpg").write_bytes(b"")
    verdict = verify(tmp_path)
    assert verdict == Verdict(
        missing=("csv/netze.csv",), changed=("bericht.txt",), extra=("csv/notiz.txt", "fotos/")
    )
    assert not verdict.is_whole


def test_a_whole_sub_folder_may_be_missing(tmp_path: Path) -> None:
    write([TEXT, CSV], tmp_path)
    (tmp_path / "csv" / "netze.csv").unlink()
    (tmp_path / "csv").rmdir()
    assert verify(tmp_path) == Verdict(missing=("csv/netze.csv",))


def test_a_run_that_was_killed_is_told(tmp_path: Path) -> None:
    write([TEXT], tmp_path)
    (tmp_path / f".jmd~{'0' * 32}~plan").write_bytes(b"")
    assert verify(tmp_path) == Verdict(unfinished=True)
    assert not verify(tmp_path).is_whole


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"[" * 100_000, b'{"name": "My app"}'])
def test_a_manifest_that_is_none_of_ours_is_refused_and_never_replaced(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(StorageError, match="S314"):
        verify(tmp_path)
    with pytest.raises(StorageError, match="S313"):
        write([TEXT], tmp_path)
    assert (tmp_path / MANIFEST).read_bytes() == content
    write([TEXT], tmp_path, overwrite=True)
    assert verify(tmp_path).is_whole


def test_a_manifest_that_leads_out_of_its_folder_is_not_followed(tmp_path: Path) -> None:
    content = json.loads(manifest([TEXT]))
    content["files"][0]["name"] = "../secret.txt"
    (tmp_path / MANIFEST).write_text(json.dumps(content))
    with pytest.raises(StorageError, match="S314"):
        verify(tmp_path)


def test_a_folder_without_manifest_cannot_be_verified(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "no"):
        with pytest.raises(StorageError, match="S301"):
            verify(folder)


def test_a_file_from_elsewhere_is_not_overwritten_unless_told(tmp_path: Path) -> None:
    (tmp_path / "bericht.txt").write_bytes(b"von Hand")
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "netze.csv").write_bytes(b"von Hand")
    with pytest.raises(StorageError, match=r": bericht\.txt, csv/netze\.csv\. ") as caught:
        write([CSV, TEXT], tmp_path)
    assert (code_of(caught), caught.value.path) == ("S313", str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bericht.txt", "csv"]
    write([CSV, TEXT], tmp_path, overwrite=True)
    assert (tmp_path / "bericht.txt").read_bytes() == b"Bericht"


def test_a_file_of_ours_that_somebody_has_changed_is_not_overwritten_unless_told(tmp_path: Path) -> None:
    write([TEXT], tmp_path)
    (tmp_path / "bericht.txt").write_bytes(b"von Hand")
    with pytest.raises(StorageError, match="S313"):
        write([Artifact("bericht.txt", "text/plain", b"neu")], tmp_path)
    assert (tmp_path / "bericht.txt").read_bytes() == b"von Hand"
    write([TEXT], tmp_path, overwrite=True)
    assert verify(tmp_path).is_whole


def test_a_file_of_ours_that_somebody_has_removed_is_made_again(tmp_path: Path) -> None:
    write([TEXT], tmp_path)
    (tmp_path / "bericht.txt").unlink()
    write([TEXT], tmp_path)
    assert verify(tmp_path).is_whole


def test_a_file_from_elsewhere_with_the_same_content_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "bericht.txt").write_bytes(b"Bericht")
    write([TEXT], tmp_path)
    assert verify(tmp_path).is_whole


@pytest.mark.parametrize("overwrite", [True, False])
@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "loose", "read-only"])
@pytest.mark.parametrize("name", ["bericht.txt", "csv/netze.csv", MANIFEST])
def test_what_is_no_file_or_is_protected_is_never_replaced(
    tmp_path: Path, name: str, kind: str, overwrite: bool
) -> None:
    place, real = tmp_path / "out" / name, tmp_path / "real"
    place.parent.mkdir(parents=True)
    real.write_bytes(b"Bericht")
    {
        "pipe": lambda: os.mkfifo(place),
        "link": lambda: place.symlink_to(real),
        "folder": place.mkdir,
        "loose": lambda: place.symlink_to(tmp_path / "nothing"),
        "read-only": lambda: (place.write_bytes(b"von Hand"), place.chmod(0o444)),
    }[kind]()
    before = place.lstat()
    with pytest.raises(StorageError) as caught:
        write([TEXT, CSV], tmp_path / "out", overwrite=overwrite)
    assert code_of(caught) in {"S302", "S308", "S312", "S313", "S314"}
    assert (place.lstat().st_ino, place.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert real.read_bytes() == b"Bericht"
    assert not (tmp_path / "nothing").exists()
    assert [path.name for path in place.parent.iterdir() if path.name not in {place.name, "csv"}] == []


def test_a_folder_that_is_a_link_takes_no_export(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").symlink_to("elsewhere")
    for overwrite in (True, False):
        with pytest.raises(StorageError, match="S317"):
            write([TEXT], tmp_path / "out", overwrite=overwrite)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_pipe_or_a_link_in_place_of_a_file_counts_as_changed(tmp_path: Path) -> None:
    write([TEXT, CSV], tmp_path / "out")
    (tmp_path / "out" / "bericht.txt").unlink()
    os.mkfifo(tmp_path / "out" / "bericht.txt")
    (tmp_path / "netze.csv").write_bytes(CSV.data)
    (tmp_path / "out" / "csv" / "netze.csv").unlink()
    (tmp_path / "out" / "csv" / "netze.csv").symlink_to(tmp_path / "netze.csv")
    assert verify(tmp_path / "out") == Verdict(changed=("bericht.txt", "csv/netze.csv"))
    (tmp_path / "out" / MANIFEST).unlink()
    os.mkfifo(tmp_path / "out" / MANIFEST)
    with pytest.raises(StorageError, match="S308"):
        verify(tmp_path / "out")


def test_a_second_writer_gets_a_conflict(tmp_path: Path) -> None:
    class Overtaken(Disk):
        """Somebody else exports when our files are staged."""

        def create(self, path: Path, mode: int | None) -> int:
            if not (tmp_path / "bericht.txt").exists():
                (tmp_path / "bericht.txt").write_bytes(b"anderer Bericht")
            return super().create(path, mode)

    with pytest.raises(StorageError, match=r"S309|S311"):
        write([TEXT, CSV], tmp_path, port=Overtaken())
    assert (tmp_path / "bericht.txt").read_bytes() == b"anderer Bericht"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["bericht.txt"]


def test_nothing_to_write_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingExported):
        write([], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["../a", "MANIFEST.json", "con", ""])
def test_names_that_cannot_be_are_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadArtifact):
        write([Artifact(name, "text/plain", b"")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_full_disk_leaves_the_earlier_export_whole(tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, handle: int, data: memoryview) -> int:
            raise OSError(errno.ENOSPC, "full")

    write([TEXT, CSV], tmp_path)
    with pytest.raises(StorageError, match="no space left"):
        write([Artifact("bericht.txt", "text/plain", b"neu"), CSV], tmp_path, port=Full())
    assert verify(tmp_path) == Verdict()
    assert (tmp_path / "bericht.txt").read_bytes() == b"Bericht"


def test_an_export_after_a_killed_one_is_no_conflict(tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    class Dying(Disk):
        renamed = 0

        def rename(self, path: Path, target: Path) -> None:
            self.renamed += 1
            if self.renamed == 3:
                raise Killed
            super().rename(path, target)

        def look(self, path: Path) -> int | None:
            if self.renamed >= 3:
                raise Killed
            return super().look(path)

    write([TEXT, CSV], tmp_path)
    new = [Artifact("bericht.txt", "text/plain", b"neu"), Artifact("csv/netze.csv", "text/csv", b"neu")]
    with pytest.raises(Killed):
        write(new, tmp_path, port=Dying())
    assert verify(tmp_path) == Verdict(changed=("bericht.txt",), unfinished=True)
    newest = [Artifact("bericht.txt", "text/plain", b"neuer"), CSV]
    write(newest, tmp_path)
    assert verify(tmp_path) == Verdict()
    assert (tmp_path / "bericht.txt").read_bytes() == b"neuer"
