"""Whatever call fails or is the last one while a folder is saved: loading gives the old or the new, whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdmodel.codec import folder_writing
from jmdmodel.codec.folder import load_folder
from jmdmodel.codec.folder_writing import folder_files, save_folder
from jmdmodel.codec.parts import is_candidate
from jmdmodel.errors import StorageError
from jmdmodel.fields import evolve
from jmdmodel.storage import read_folder, write_folder
from jmdmodel.testing.builders import activity, partner, small
from jmdmodel.workspace import Workspace
from tests._remembering import bytes_read_once  # noqa: F401 - a fixture
from tests.properties.test_storage import ROOT, Anything, FakeDisk, Stopped

pytestmark = pytest.mark.usefixtures("bytes_read_once")
"""Between two faults the bytes are the same; what matters here is which of them lie on the disk."""

OLD = small().with_entities(activity("a1", date(2025, 3, 4)), activity("a2", date(2024, 3, 4)))
NEW = (
    evolve(OLD, activities=type(OLD.activities)())
    .with_entities(activity("a3", date(2026, 1, 2)), activity("a1", date(2025, 5, 5)))
    .with_entities(partner("neu"), evolve(next(iter(OLD.partners)), name="Anders"))
)


def disk_with(workspace: Workspace, **kind: object) -> FakeDisk:
    disk = FakeDisk(**kind)  # type: ignore[arg-type]
    disk.put(folder_writing.folder_files(workspace))
    return disk


def loaded(disk: FakeDisk) -> Workspace:
    """Load what is there; loading changes nothing on the disk."""
    disk.fail_at = disk.stop_at = 0
    before = dict(disk.names)
    workspace = load_folder(ROOT, port=disk).workspace
    assert disk.names == before
    return workspace


def calls_needed(**kind: object) -> int:
    disk = disk_with(OLD, **kind)
    source = load_folder(ROOT, port=disk).source
    disk.calls = 0
    save_folder(NEW, ROOT, source=source, port=disk)
    return disk.calls


def runs(kind: dict[str, object], point: str) -> Iterator[tuple[FakeDisk, BaseException | None]]:
    """Yield the disk after a fault at each call, and what came of the saving."""
    for number in range(1, calls_needed(**kind) + 1):
        disk = disk_with(OLD, **kind)
        source = load_folder(ROOT, port=disk).source
        disk.calls = 0
        setattr(disk, point, number)
        outcome = Anything()
        with outcome:
            save_folder(NEW, ROOT, source=source, port=disk)
        yield disk, outcome.error


@pytest.mark.parametrize("knows_links", [True, False])
@pytest.mark.parametrize("chunk", [40, 1 << 30])
def test_after_any_single_error_the_folder_is_old_and_after_none_new(knows_links: bool, chunk: int) -> None:
    outcomes = set()
    for disk, error in runs({"knows_links": knows_links, "writes_at_most": chunk}, "fail_at"):
        assert error is None or isinstance(error, StorageError)
        found = loaded(disk)
        assert found == (NEW if error is None else OLD) or (error is not None and found == NEW)
        outcomes.add(found == NEW)
        save_folder(NEW, ROOT, source=load_folder(ROOT, port=disk).source, port=disk)
        assert loaded(disk) == NEW
        assert disk.staged() == []
        assert not disk.held
    assert outcomes == {True, False}


@pytest.mark.parametrize("knows_links", [True, False])
def test_after_a_kill_at_any_call_the_folder_is_old_or_new_and_the_next_save_clears_up(
    knows_links: bool,
) -> None:
    outcomes = []
    for disk, error in runs({"knows_links": knows_links, "writes_at_most": 60}, "stop_at"):
        assert isinstance(error, Stopped)
        later = disk.after_kill()
        found = loaded(later)
        assert found in (OLD, NEW)
        outcomes.append(found == NEW)
        save_folder(found, ROOT, source=load_folder(ROOT, port=later).source, port=later)
        assert loaded(later) == found
        assert later.staged() == []
    assert outcomes == sorted(outcomes), "once new, always new"
    assert len(set(outcomes)) == 2


@settings(max_examples=max(5, settings.default.max_examples // 10), deadline=None)
@given(st.integers(min_value=0, max_value=(1 << 30) - 1))
def test_after_a_loss_of_power_the_folder_is_old_or_new(choice: int) -> None:
    for disk, _ in runs({}, "stop_at"):
        for bits in (choice, ~choice & ((1 << 30) - 1)):
            assert loaded(disk.after_power_loss(bits)) in (OLD, NEW)


def test_a_second_kill_while_the_next_save_clears_up_does_no_harm() -> None:
    for number, (disk, _) in enumerate(runs({}, "stop_at")):
        for second in range(1 + number % 20, 60, 20):
            later = disk.after_kill()
            found = loaded(later)
            source = load_folder(ROOT, port=later).source
            later.calls, later.stop_at = 0, second
            with Anything():
                save_folder(found, ROOT, source=source, port=later)
            assert loaded(later.after_kill()) == found


def test_a_reader_beside_a_writer_gets_one_whole_state() -> None:
    """Another program saves between any two calls of a load."""

    class Busy(FakeDisk):
        at = 0

        def listing(self, folder: Path) -> list[str]:
            names = super().listing(folder)
            self._write()
            return names

        def read(self, path: Path, limit: int) -> bytes:
            data = super().read(path, limit)
            self._write()
            return data

        def _write(self) -> None:
            self.at -= 1
            if self.at == 0:
                write_folder(ROOT, all_changes, is_candidate, port=self)

    old, new = folder_files(OLD), folder_files(NEW)
    changes: dict[str, bytes | None] = {name: None for name in old if name not in new}
    all_changes = changes | new
    for at in range(1, 30):
        disk = Busy()
        disk.put(old)
        disk.at = at
        assert read_folder(ROOT, is_candidate, port=disk) in (old, new)


def test_what_another_program_changed_meanwhile_is_told_by_name_and_stays() -> None:
    disk = disk_with(OLD)
    source = load_folder(ROOT, port=disk).source
    disk.put({"cases.yaml": b"schema: 2\n"})
    with pytest.raises(StorageError, match=r"cases\.yaml.*S315"):
        save_folder(NEW, ROOT, source=source, port=disk)
    found = loaded(disk)
    assert not found.cases
    assert found.people == OLD.people


FILES = {"workspace.yaml": b"alt", "partners.yaml": b"alt", "people.yaml": b"geht", "ties.yaml": b"bleibt"}
CHANGES: dict[str, bytes | None] = {
    "workspace.yaml": b"neu",
    "partners.yaml": b"neu",
    "people.yaml": None,
    "cases.yaml": b"kommt",
}
AFTER = {name: data for name, data in {**FILES, **CHANGES}.items() if data is not None}


@pytest.mark.parametrize("knows_links", [True, False])
def test_an_error_and_then_a_kill_while_it_is_taken_back_leave_old_or_new(knows_links: bool) -> None:
    disk = FakeDisk(knows_links=knows_links)
    disk.put(FILES)
    write_folder(ROOT, CHANGES, is_candidate, port=disk)
    assert disk.files() == AFTER
    points = 0
    for first in range(1, disk.calls + 1):
        for second in range(first + 1, first + 40):
            disk = FakeDisk(knows_links=knows_links, fail_at=first, stop_at=second)
            disk.put(FILES)
            outcome = Anything()
            with outcome:
                write_folder(ROOT, CHANGES, is_candidate, port=disk)
            later = disk.after_kill()
            found = read_folder(ROOT, is_candidate, port=later)
            assert found in (FILES, AFTER), (first, second, disk.trace)
            write_folder(ROOT, {}, is_candidate, port=later)
            assert later.files() == found
            assert later.staged() == []
            points += 1
    assert points > 2000
