"""Real saving and real exports, disturbed at every call they make: old or new, and no export unrecorded.

A workspace is saved as a file and as a folder, and each exporter of the library writes its set: over its own
earlier set, and into an empty folder or over the set of another exporter, whose files go. At each call to the
operating system one run gets an error, and one run ends as by a kill.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest

from jmdexport import (
    Artifact,
    Audience,
    Recording,
    Registry,
    Wanted,
    note_export,
    render_all,
    verify,
    verify_record,
    write,
)
from jmdexport.writing import MANIFEST, manifest
from jmdmodel import check
from jmdmodel.codec import dumps, files, save
from jmdmodel.codec.folder import load_folder
from jmdmodel.codec.folder_writing import folder_files, save_folder
from jmdmodel.errors import StorageError
from jmdmodel.storage import digest, settle, write_file
from jmdmodel.testing.builders import activity, partner, small
from jmdmodel.workspace import Workspace
from tests._remembering import bytes_read_once  # noqa: F401 - a fixture
from tests.properties.test_storage import ROOT, Anything, FakeDisk, Stopped

pytestmark = pytest.mark.usefixtures("bytes_read_once")
"""Between two faults the bytes of a folder are the same; what matters is which of them lie on the disk."""

ON = date(2026, 1, 31)
NOTES = Path("/nachweis")
RECORD = NOTES / "exports.jsonl"
OCCASION = Recording(
    path=RECORD, at=datetime(2026, 1, 31, 12, tzinfo=UTC), purpose="Bericht", recipient="Träger"
)
OLD = small()
NEW = attrs.evolve(OLD, service=attrs.evolve(OLD.service, name="JMD Neustadt")).with_entities(
    partner("neu"), activity("neu", date(2025, 3, 4))
)
REGISTRY = Registry("none")
FORMS = [(exporter.name, exporter.media[0].suffix) for exporter in REGISTRY.exporters]
"""Every exporter in one form, as what is written of it are bytes in any."""

MOST = 6
"""So many files of a set are written; that of the tables has 76, and more of them only repeat the steps."""

Act = Callable[[FakeDisk], object]
Export = Callable[[tuple[Artifact, ...], FakeDisk], object]


@functools.cache
def artifacts(workspace: Workspace, name: str, suffix: str) -> tuple[Artifact, ...]:
    """Give the set of an exporter in one form; a folder of its own keeps a sub-folder in the game."""
    options = {"case": min(workspace.cases.ids())} if name == "case-map" else None
    made = render_all(
        workspace,
        [Wanted(name, medium=suffix, folder=f"teil/{name}", options=options), Wanted("findings")],
        year=2025,
        as_of=ON,
        audience=Audience.SOCIAL if name == "case-map" else Audience.INTERNAL,
        purpose="Probe",
        findings=check(workspace, on=ON),
        registry=REGISTRY,
    )
    return made if len(made) <= MOST else (*made[: MOST - 2], *made[-2:])


@functools.cache
def content(made: tuple[Artifact, ...]) -> dict[str, bytes]:
    """Give what lies in a folder when a set is in it."""
    ordered = sorted(made, key=lambda one: one.name)
    return {one.name: one.data for one in made} | ({MANIFEST: manifest(ordered)} if made else {})


def inside(disk: FakeDisk) -> dict[str, bytes]:
    """Give the files in the folder of the set, without what is staged."""
    found = {path.relative_to(ROOT): inode.data for path, inode in disk.names.items() if ROOT in path.parents}
    return {path.as_posix(): data for path, data in found.items() if not path.name.startswith(".jmd~")}


def disk_with(there: dict[str, bytes], **kind: int) -> FakeDisk:
    disk = FakeDisk(**kind)
    disk.folders.add(NOTES)
    disk.put(there)
    return disk


def disturbed(
    act: Act, there: dict[str, bytes], before: Act
) -> Iterator[tuple[FakeDisk, BaseException | None]]:
    """Yield the disk after an error and after a kill at each call, as the next process finds it."""
    whole = disk_with(there)
    before(whole)
    whole.calls = 0
    act(whole)
    for number in range(1, whole.calls + 1):
        for point in ("fail_at", "stop_at"):
            disk = disk_with(there)
            before(disk)
            disk.calls = 0
            setattr(disk, point, number)
            outcome = Anything()
            with outcome:
                act(disk)
            disk.fail_at = 0
            killed = isinstance(outcome.error, Stopped)
            assert killed or outcome.error is None or isinstance(outcome.error, StorageError)
            yield (disk.after_kill() if killed else disk), outcome.error


def torn_exports(name: str, suffix: str, export: Export) -> tuple[int, list[str]]:
    """Give how many points there were in writing the sets of one form, and what was wrong at them."""
    points, bad = 0, list[str]()
    new = artifacts(NEW, name, suffix)
    place = FORMS.index((name, suffix))
    other = () if place % 2 else artifacts(OLD, *FORMS[(place + 1) % len(FORMS)])
    for old in (artifacts(OLD, name, suffix), other):
        assert content(old) != content(new)
        before = functools.partial(_noted, old)
        for disk, error in disturbed(lambda disk: export(new, disk), content(old), before):
            points += 1
            fault = fault_of(disk, old, new)
            if fault is None and error is None and inside(disk) != content(new):
                fault = "said to be written"
            if fault is not None:
                bad.append(f"{name}{suffix}: {fault} after {error!r}: {disk.trace[-3:]}")
    return points, bad


def fault_of(disk: FakeDisk, old: tuple[Artifact, ...], new: tuple[Artifact, ...]) -> str | None:
    """Tell what is wrong when the next run has settled the folders: old or new, whole, and recorded."""
    for folder in (ROOT, NOTES):
        settle(folder, port=disk)
    found = inside(disk)
    if found not in (content(old), content(new)) or (found and not verify(ROOT, port=disk).is_whole):
        return "torn"
    record = verify_record(RECORD, port=disk)
    if not record.is_whole or len(record.records) not in {1, 2}:
        return "the record is torn"
    told = record.records[-1].manifest == digest(content(new)[MANIFEST])
    return None if told or found == content(old) else "not recorded"


def _noted(old: tuple[Artifact, ...], disk: FakeDisk) -> None:
    note_export(old, OCCASION, manifest="0" * 64, port=disk)


def exported(made: tuple[Artifact, ...], disk: FakeDisk) -> None:
    write(made, ROOT, record=OCCASION, port=disk)


def torn_files() -> tuple[int, list[str]]:
    """Give the points of saving one file, and what was wrong at them."""
    points, bad = 0, []
    for name in ("workspace.yaml", "workspace.json"):
        old, new = {name: dumps(OLD, name=name)}, {name: dumps(NEW, name=name)}
        for there in ({}, old):
            for disk, error in disturbed(
                lambda disk, name=name: _saved(name, disk), there, lambda disk: None
            ):
                points += 1
                settle(ROOT, port=disk)
                if inside(disk) not in ((new,) if error is None else (there, new)):
                    bad.append(f"{name}: torn after {error!r}")
    return points, bad


def _saved(name: str, disk: FakeDisk) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "write_file", functools.partial(write_file, port=disk))
        save(NEW, ROOT / name)


def torn_folders() -> tuple[int, list[str]]:
    """Give the points of saving a folder, and what was wrong at them."""
    points, bad = 0, []
    source = load_folder(ROOT, port=disk_with(folder_files(OLD))).source
    for disk, error in disturbed(
        lambda disk: save_folder(NEW, ROOT, source=source, port=disk), folder_files(OLD), lambda disk: None
    ):
        points += 1
        found = load_folder(ROOT, port=disk).workspace
        if found not in ((NEW,) if error is None else (OLD, NEW)):
            bad.append(f"folder: torn after {error!r}")
    return points, bad


def test_three_thousand_points_of_saving_and_of_every_exporter_tear_nothing() -> None:
    assert {name for name, _ in FORMS} == {exporter.name for exporter in REGISTRY.exporters}
    runs = [torn_files(), torn_folders(), *(torn_exports(*form, exported) for form in FORMS)]
    assert [fault for _, faults in runs for fault in faults] == []
    assert sum(points for points, _ in runs) >= 3000


def test_a_record_written_after_its_set_would_be_noticed() -> None:
    def set_first(made: tuple[Artifact, ...], disk: FakeDisk) -> None:
        write(made, ROOT, port=disk)
        note_export(made, OCCASION, manifest=digest(content(made)[MANIFEST]), port=disk)

    _, bad = torn_exports("impuls-csv", ".csv", set_first)
    assert any("not recorded" in fault for fault in bad)
    assert not any("torn" in fault for fault in bad)


def test_no_loss_of_power_leaves_an_export_that_is_not_recorded() -> None:
    old, new = artifacts(OLD, "impuls-csv", ".csv"), artifacts(NEW, "impuls-csv", ".csv")
    whole = disk_with(content(old))
    _noted(old, whole)
    whole.calls = 0
    exported(new, whole)
    assert inside(whole.after_power_loss(0)) == content(new)
    states = set()
    for number in range(1, whole.calls + 1):
        disk = disk_with(content(old))
        _noted(old, disk)
        disk.calls, disk.stop_at = 0, number
        with pytest.raises(Stopped):
            exported(new, disk)
        for choice in (0, (1 << 60) - 1, int("01" * 30, 2), int("0011" * 15, 2)):
            later = disk.after_power_loss(choice)
            assert fault_of(later, old, new) is None, (number, choice)
            states.add(inside(later) == content(new))
    assert states == {True, False}
