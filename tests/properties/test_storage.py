"""Whatever call to the operating system fails or is the last one: a set of files is old or new, never half.

The fake disk counts the calls. It can let the n-th one fail, stop everything from the n-th one on as a
kill does, or take the power away: then what was never synced is gone, and of the changes of names that
were never synced an adversary chooses which ones lasted.
"""

from __future__ import annotations

import errno
import itertools
import json
import stat
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdmodel.errors import StorageError
from jmdmodel.storage import digest, is_unfinished, names_in, settle, write_file, write_set

ROOT = Path("/out")
LAST = "manifest.json"


class Stopped(BaseException):
    """The process is gone."""


@attrs.define(eq=False)
class Inode:
    data: bytes = b""
    synced: bytes = b""
    mode: int = stat.S_IFREG | 0o644


@attrs.define
class Change:
    """One change of names: it lasts as a whole once every folder it touches was synced."""

    removed: Path | None
    added: Path | None
    inode: Inode
    open_folders: set[Path]

    def apply(self, names: dict[Path, Inode]) -> None:
        if self.removed is not None and names.get(self.removed) is self.inode:
            del names[self.removed]
        if self.added is not None:
            names[self.added] = self.inode


@attrs.define
class FakeDisk:
    """A disk in memory, whole as a port; ``fail_at`` and ``stop_at`` count its calls from 1."""

    names: dict[Path, Inode] = attrs.field(factory=dict)
    lasting: dict[Path, Inode] = attrs.field(factory=dict)
    folders: set[Path] = attrs.field(factory=lambda: {Path("/"), ROOT})
    pending: list[Change] = attrs.field(factory=list)
    handles: dict[int, Inode] = attrs.field(factory=dict)
    trace: list[tuple[str, str]] = attrs.field(factory=list)
    held: int = 0
    calls: int = 0
    fail_at: int = 0
    stop_at: int = 0
    error: int = errno.EIO
    writes_at_most: int = 1 << 30
    knows_links: bool = True
    tokens: int = 0

    def _count(self, name: str, path: object = "") -> None:
        self.calls += 1
        self.trace.append((name, str(path)))
        if self.stop_at and self.calls >= self.stop_at:
            raise Stopped
        if self.calls == self.fail_at:
            raise OSError(self.error, "told to fail")

    def _change(self, removed: Path | None, added: Path | None, inode: Inode) -> None:
        touched = {path.parent for path in (removed, added) if path is not None}
        change = Change(removed, added, inode, touched)
        change.apply(self.names)
        self.pending.append(change)

    def token(self) -> str:
        self.tokens += 1
        return f"{self.tokens:032x}"

    def hold(self, folder: Path) -> int:
        self._count("hold", folder)
        if folder not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "no folder")
        assert not self.held, "a lock is never taken twice"
        self.held = 1
        return 1

    def release(self, held: int) -> None:
        self.held = 0
        self._count("release")

    def make_folder(self, folder: Path) -> None:
        self._count("make_folder", folder)
        self.folders |= {folder, *folder.parents}

    def listing(self, folder: Path) -> list[str]:
        self._count("listing", folder)
        return [path.name for path in (*self.names, *self.folders) if path.parent == folder != path]

    def look(self, path: Path) -> int | None:
        self._count("look", path)
        if path in self.folders:
            return stat.S_IFDIR | 0o755
        return self.names[path].mode if path in self.names else None

    def read(self, path: Path, limit: int) -> bytes:
        self._count("read", path)
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, "no file")
        data = self.names[path].data
        return data if limit < 0 else data[:limit]

    def create(self, path: Path, mode: int | None) -> int:
        self._count("create", path)
        if path in self.names:
            raise FileExistsError(errno.EEXIST, "there")
        inode = Inode(mode=stat.S_IFREG | (0o644 if mode is None else mode))
        self._change(None, path, inode)
        handle = len(self.trace)
        self.handles[handle] = inode
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        written = bytes(data)[: self.writes_at_most]
        try:
            self._count("write")
        except (OSError, Stopped):
            self.handles[handle].data += written[: len(written) // 2]
            raise
        self.handles[handle].data += written
        return len(written)

    def sync(self, handle: int) -> None:
        self._count("sync")
        self.handles[handle].synced = self.handles[handle].data

    def close(self, handle: int) -> None:
        del self.handles[handle]
        self._count("close")

    def link(self, path: Path, other: Path) -> None:
        self._count("link", other)
        if not self.knows_links:
            raise OSError(errno.ENOTSUP, "no links here")
        self._change(None, other, self.names[path])

    def rename(self, path: Path, target: Path) -> None:
        self._count("rename", target)
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, "no file")
        if self.names.get(target) is not self.names[path]:  # two names of one file: nothing happens
            self._change(path, target, self.names[path])

    def unlink(self, path: Path) -> None:
        self._count("unlink", path)
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, "no file")
        self._change(path, None, self.names[path])

    def drop_folder(self, folder: Path) -> None:
        self._count("drop_folder", folder)
        if any(path.parent == folder for path in (*self.names, *self.folders)):
            raise OSError(errno.ENOTEMPTY, "not empty")
        self.folders = self.folders - {folder}

    def sync_folder(self, folder: Path) -> None:
        self._count("sync_folder", folder)
        for change in self.pending:
            change.open_folders.discard(folder)
        for change in [change for change in self.pending if not change.open_folders]:
            change.apply(self.lasting)
        self.pending = [change for change in self.pending if change.open_folders]

    def put(self, files: dict[str, bytes]) -> None:
        """Lay files down, as an earlier run has done it."""
        for name, data in files.items():
            inode = Inode(data=data, synced=data)
            self.names[ROOT / name] = self.lasting[ROOT / name] = inode
            self.folders |= set((ROOT / name).parents)

    def after_kill(self) -> FakeDisk:
        """Give the disk that the next process finds."""
        return FakeDisk(names=dict(self.names), lasting=dict(self.names), folders=self.folders, tokens=100)

    def after_power_loss(self, choice: int) -> FakeDisk:
        """Give the disk after the power went; the bits of *choice* tell which pending changes lasted."""
        lasted = dict(self.lasting)
        for place, change in enumerate(self.pending):
            if choice >> place & 1:
                change.apply(lasted)
        names = {
            path: Inode(data=inode.synced, synced=inode.synced, mode=inode.mode)
            for path, inode in lasted.items()
        }
        return FakeDisk(names=names, lasting=dict(names), folders=self.folders, tokens=100)

    def files(self) -> dict[str, bytes]:
        """Give what lies there, without what is staged."""
        return {
            str(path.relative_to(ROOT)): inode.data
            for path, inode in self.names.items()
            if not path.name.startswith(".jmd~")
        }

    def staged(self) -> list[str]:
        return [path.name for path in self.names if path.name.startswith(".jmd~")]


class Anything:
    """Accept both an end and a stop: which one comes depends on how far the calls reach."""

    error: BaseException | None = None

    def __enter__(self) -> None:
        self.error = None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        self.error = error
        return isinstance(error, Stopped | StorageError)


def with_manifest(files: dict[str, bytes]) -> dict[str, bytes]:
    listed = {name: digest(data) for name, data in sorted(files.items())}
    return files | {LAST: json.dumps(listed).encode()}


def verifies(files: dict[str, bytes]) -> bool:
    """Tell whether a reader who looks at the manifest would take the set for whole."""
    if LAST not in files:
        return False
    listed = json.loads(files[LAST])
    return all(name in files and digest(files[name]) == known for name, known in listed.items())


def save(disk: FakeDisk, files: dict[str, bytes]) -> None:
    write_set(ROOT, files, last=LAST, port=disk)


def calls_needed(old: dict[str, bytes], new: dict[str, bytes], **kind: object) -> int:
    disk = FakeDisk(**kind)  # type: ignore[arg-type]
    disk.put(old)
    save(disk, new)
    return disk.calls


names = st.sampled_from(["bericht.md", "karte.svg", "csv/arbeitszeit.csv", "csv/netze.csv", "a/b/c.txt"])
sets = st.dictionaries(names, st.binary(max_size=12), max_size=4)
olds = st.one_of(st.just({}), sets.map(with_manifest))
news = sets.map(with_manifest)


def is_old_or_new(disk: FakeDisk, old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    return disk.files() in (old, old | new)


@settings(max_examples=max(10, settings.default.max_examples // 2))
@given(olds, news, st.booleans(), st.sampled_from([3, 1 << 30]))
def test_after_any_single_error_the_set_is_old_or_new_and_the_error_is_ours(
    old: dict[str, bytes], new: dict[str, bytes], knows_links: bool, chunk: int
) -> None:
    kind = {"knows_links": knows_links, "writes_at_most": chunk}
    for point in range(1, calls_needed(old, new, **kind) + 1):
        disk = FakeDisk(fail_at=point, **kind)  # type: ignore[arg-type]
        disk.put(old)
        outcome = Anything()
        with outcome:
            save(disk, new)
        if outcome.error is None:
            assert disk.files() == old | new
        else:
            assert isinstance(outcome.error, StorageError)
            assert outcome.error.code == "S305"
        assert is_old_or_new(disk, old, new), (point, disk.trace)
        assert not disk.held
        assert not disk.handles
        disk.fail_at = 0
        save(disk, new)
        assert disk.files() == old | new
        assert disk.staged() == []


@given(olds, news, st.booleans())
def test_after_a_kill_no_file_is_half_and_the_next_run_settles_on_old_or_new(
    old: dict[str, bytes], new: dict[str, bytes], knows_links: bool
) -> None:
    for point in range(1, calls_needed(old, new, knows_links=knows_links) + 1):
        disk = FakeDisk(stop_at=point, knows_links=knows_links)
        disk.put(old)
        with pytest.raises(Stopped):
            save(disk, new)
        found = disk.files()
        assert all(data in (old.get(name), new.get(name)) for name, data in found.items())
        if verifies(found):
            listed = json.loads(found[LAST]).keys() | {LAST}
            assert {name: found[name] for name in listed} in (old, new)
        later = disk.after_kill()
        settle(ROOT, port=later)
        assert is_old_or_new(later, old, new), (point, disk.trace)
        assert later.staged() == []
        other = {"andere.txt": b"x", LAST: b"{}"}
        at_once = disk.after_kill()
        save(at_once, other)
        assert at_once.files() in (old | other, old | new | other), (point, disk.trace)


@settings(max_examples=max(10, settings.default.max_examples // 2))
@given(olds, news, st.integers(min_value=0, max_value=(1 << 30) - 1))
def test_after_a_loss_of_power_the_next_run_settles_on_old_or_new(
    old: dict[str, bytes], new: dict[str, bytes], choice: int
) -> None:
    for point in range(1, calls_needed(old, new) + 1):
        disk = FakeDisk(stop_at=point)
        disk.put(old)
        with pytest.raises(Stopped):
            save(disk, new)
        for bits in (0, choice, ~choice & ((1 << 30) - 1)):
            later = disk.after_power_loss(bits)
            settle(ROOT, port=later)
            assert is_old_or_new(later, old, new), (point, bits, disk.trace)


@settings(max_examples=max(10, settings.default.max_examples // 6))
@given(olds, news, news)
def test_a_kill_in_the_recovery_itself_does_no_harm(
    old: dict[str, bytes], new: dict[str, bytes], newest: dict[str, bytes]
) -> None:
    total = calls_needed(old, new)
    for point in range(total // 2, total + 1):
        disk = FakeDisk(stop_at=point)
        disk.put(old)
        with pytest.raises(Stopped):
            save(disk, new)
        for second in range(1, 40, 3):
            later = disk.after_kill()
            later.stop_at = second
            try:
                settle(ROOT, port=later)
            except Stopped:
                last = later.after_kill()
            else:
                last = later
                last.stop_at = 0
            settle(ROOT, port=last)
            assert is_old_or_new(last, old, new), (point, second)
            save(last, newest)
            assert last.files() in (old | newest, old | new | newest)


@settings(max_examples=max(10, settings.default.max_examples // 5))
@given(olds, news, st.integers(min_value=0, max_value=(1 << 30) - 1))
def test_when_going_back_fails_too_the_next_run_goes_on_with_it(
    old: dict[str, bytes], new: dict[str, bytes], choice: int
) -> None:
    for point in range(1, calls_needed(old, new) + 1):
        for distance in (1, 2, 3, 5, 8, 10, 13):
            disk = FakeDisk(fail_at=point, stop_at=point + distance)
            disk.put(old)
            with Anything():
                save(disk, new)
            for later in (disk.after_kill(), disk.after_power_loss(0), disk.after_power_loss(choice)):
                settle(ROOT, port=later)
                assert is_old_or_new(later, old, new), (point, distance, choice, disk.trace)


@given(st.one_of(st.none(), st.binary(max_size=9)), st.binary(max_size=9))
def test_a_single_file_is_old_or_new_after_an_error_a_kill_or_a_loss_of_power(
    old: bytes | None, new: bytes
) -> None:
    before = {} if old is None else {"site.yaml": old}
    whole = FakeDisk()
    whole.put(before)
    assert write_file(ROOT / "site.yaml", new, port=whole) == digest(new)
    for point in range(1, whole.calls + 1):
        failing, stopping = FakeDisk(fail_at=point), FakeDisk(stop_at=point)
        for disk in (failing, stopping):
            disk.put(before)
            with Anything():
                write_file(ROOT / "site.yaml", new, port=disk)
        assert failing.files() in (before, {"site.yaml": new})
        for later in (stopping.after_kill(), stopping.after_power_loss(0), stopping.after_power_loss(-1)):
            settle(ROOT, port=later)
            assert later.files() in (before, {"site.yaml": new})
            assert later.staged() == []


def _cases() -> list[tuple[dict[str, bytes], dict[str, bytes]]]:
    pool = ["karte.svg", "bericht.md", "csv/arbeitszeit.csv", "csv/netze.csv", "datapackage.json"]
    sizes = range(len(pool) + 1)
    return [
        (
            with_manifest({name: b"old " + name.encode() for name in pool[:before]}) if before else {},
            with_manifest({name: b"new " + name.encode() for name in pool[5 - after :]}),
        )
        for before, after in itertools.product(sizes, sizes)
    ]


def test_three_thousand_points_of_error_and_kill_tear_nothing() -> None:
    points = 0
    for old, new in _cases():
        for point in range(1, calls_needed(old, new) + 1):
            failing, stopping = FakeDisk(fail_at=point, error=errno.ENOSPC), FakeDisk(stop_at=point)
            for disk in (failing, stopping):
                disk.put(old)
                with Anything():
                    save(disk, new)
            assert is_old_or_new(failing, old, new)
            later = stopping.after_kill()
            settle(ROOT, port=later)
            assert is_old_or_new(later, old, new)
            points += 2
    assert points >= 3000


def test_what_was_written_without_an_error_outlasts_a_loss_of_power() -> None:
    for old, new in _cases():
        disk = FakeDisk()
        disk.put(old)
        save(disk, new)
        write_file(ROOT / "site.yaml", b"new", port=disk)
        assert disk.after_power_loss(0).files() == old | new | {"site.yaml": b"new"}


def naive(disk: FakeDisk, files: dict[str, bytes]) -> None:
    """Write in place, one file after the other, as it should not be done."""
    for name, data in files.items():
        if ROOT / name in disk.names:
            disk.unlink(ROOT / name)
        handle = disk.create(ROOT / name, None)
        disk.write(handle, memoryview(data))
        disk.close(handle)


def test_the_fake_disk_shows_how_a_naive_writer_tears_a_set() -> None:
    old, new = _cases()[-1]
    torn = 0
    for point in range(1, 30):
        disk = FakeDisk(stop_at=point)
        disk.put(old)
        with Anything():
            naive(disk, new)
        torn += not is_old_or_new(disk.after_kill(), old, new)
    assert torn > 20


def test_the_manifest_is_renamed_last_and_after_all_other_names_are_synced() -> None:
    disk = FakeDisk()
    old, new = _cases()[-1]
    disk.put(old)
    save(disk, new)
    renames = [place for place, (call, _) in enumerate(disk.trace) if call == "rename"]
    assert disk.trace[renames[-1]][1] == str(ROOT / LAST)
    between = disk.trace[renames[-2] : renames[-1]]
    assert {path for call, path in between if call == "sync_folder"} == {str(ROOT), str(ROOT / "csv")}
    assert ("sync_folder", str(ROOT)) in disk.trace[renames[-1] :]


def test_a_set_with_the_same_content_is_not_written_again() -> None:
    disk = FakeDisk()
    _, new = _cases()[-1]
    save(disk, new)
    disk.trace.clear()
    save(disk, new)
    assert {call for call, _ in disk.trace} == {
        "make_folder",
        "hold",
        "listing",
        "look",
        "read",
        "release",
    }


def test_what_somebody_changed_after_a_kill_is_left_alone_by_the_next_run() -> None:
    old, new = with_manifest({"a.txt": b"old"}), with_manifest({"a.txt": b"new"})
    spared = 0
    for point in range(1, calls_needed(old, new) + 1):
        disk = FakeDisk(stop_at=point)
        disk.put(old)
        with pytest.raises(Stopped):
            save(disk, new)
        later = disk.after_kill()
        later.put({"a.txt": b"by hand"})
        unfinished = is_unfinished(ROOT, port=later)
        settle(ROOT, port=later)
        assert later.files()["a.txt"] == b"by hand"
        spared += unfinished
        assert not is_unfinished(ROOT, port=later)
    assert spared > 5


def test_what_somebody_put_back_by_hand_after_a_kill_does_not_stop_the_next_run() -> None:
    old, new = (
        with_manifest({"a.txt": b"old", "b.txt": b"old"}),
        with_manifest({"a.txt": b"new", "b.txt": b"new"}),
    )
    for point in range(1, calls_needed(old, new) + 1):
        disk = FakeDisk(stop_at=point)
        disk.put(old)
        with pytest.raises(Stopped):
            save(disk, new)
        later = disk.after_kill()
        later.put({"a.txt": b"old"})
        settle(ROOT, port=later)
        assert later.staged() == []
        save(later, new)
        assert later.files() == new


def test_a_change_at_the_last_moment_is_a_conflict_and_the_rest_goes_back() -> None:
    old = with_manifest({"a.txt": b"old a", "b.txt": b"old b"})
    new = with_manifest({"a.txt": b"new a", "b.txt": b"new b"})

    class Hasty(FakeDisk):
        def rename(self, path: Path, target: Path) -> None:
            super().rename(path, target)
            if target.name == "a.txt" and self.names[target].data == b"new a":
                self.put({"b.txt": b"by hand"})

    disk = Hasty()
    disk.put(old)
    with pytest.raises(StorageError) as caught:
        save(disk, new)
    assert (caught.value.code, caught.value.path) == ("S309", str(ROOT / "b.txt"))
    assert disk.files() == old | {"b.txt": b"by hand"}
    assert disk.staged() == []


@pytest.mark.parametrize(
    "plan",
    [
        b"",
        b"\xff",
        b"[[0]]",
        b"7",
        b"[7]",
        b'[{"number": 0}]',
        b'[[0, "../secret.txt", null, "%s"]]' % (b"0" * 64),
        b'[[0, "/etc/secret.txt", null, "%s"]]' % (b"0" * 64),
        b'[["0/../..", "a.txt", null, "%s"]]' % (b"0" * 64),
        b'[[0, "a.txt", null, "0"]]',
        b'[[0, "a.txt", "x", "%s"]]' % (b"0" * 64),
        b'[[0, 7, null, "%s"]]' % (b"0" * 64),
    ],
)
def test_a_plan_that_is_none_of_ours_moves_nothing(plan: bytes) -> None:
    token = "f" * 32
    for what in ("ready", "back"):
        disk = FakeDisk()
        disk.put({f".jmd~{token}~{what}": plan, f".jmd~{token}~new0": b"planted", "a.txt": b"mine"})
        settle(ROOT, port=disk)
        assert disk.files() == {"a.txt": b"mine"}
        assert disk.staged() == []
        assert set(disk.names) == {ROOT / "a.txt"}


def test_only_names_that_are_recognisably_ours_are_ever_cleaned_away() -> None:
    token = "0" * 32
    strangers = {
        ".jmd": b"",
        ".jmd~lock": b"",
        f".jmd~{token}~new": b"",
        f".jmd~{token}~new0.txt": b"",
        f".jmd~{token[1:]}~one": b"",
        f".jmd~{'A' * 32}~one": b"",
        f"x.jmd~{token}~one": b"",
        "~tmp": b"",
    }
    disk = FakeDisk()
    disk.put(strangers | {f".jmd~{token}~one": b"", f".jmd~{token}~old12": b"", f".jmd~{token}~plan": b""})
    settle(ROOT, port=disk)
    assert {path.name for path in disk.names} == set(strangers)
    assert names_in(ROOT, port=disk) == tuple(sorted(strangers))
