"""What must be true after a disturbed run, and of the order of calls in one that nobody disturbed."""

from __future__ import annotations

import re
from pathlib import Path

from jmdexport import verify, verify_record
from jmdexport.writing import MANIFEST
from jmdmodel.codec import load
from jmdmodel.storage import digest, settle
from tests.faults._script import FILE, RECORD, act, made, set_in, workspace
from tests.faults._trace import Call, Point, Run

_STAGED = ".jmd~"


def state_of(what: str, folder: Path) -> str:
    """Name the state that a folder is in: old, new, later, nothing; or say how it is torn."""
    if what == "save":
        if not (folder / FILE).exists():
            return "nothing"
        held = load(folder / FILE).workspace
        return next((state for state in ("old", "new", "later") if held == workspace(state)), "torn")
    folder = set_in(what, folder)
    if not (folder / MANIFEST).exists():
        left = [name for name in _files(folder) if _STAGED not in name]
        return f"torn: {left} without a manifest" if left else "nothing"
    verdict = verify(folder)
    strange = [name for name in verdict.extra if not name.endswith("/") or _files(folder / name)]
    if not verdict.is_whole or strange:  # an empty folder that could not be removed tears nothing
        return f"torn: {verdict}"
    for state in ("old", "new", "later"):
        whole = {(one.name, one.data) for one in made(what, state)}
        if {(name, data) for name, data in _contents(folder) if name != MANIFEST} == whole:
            return state
    return "torn: a mixture"


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _contents(folder: Path) -> set[tuple[str, bytes]]:
    """Give names and contents but for what is staged."""
    return {(name, (folder / name).read_bytes()) for name in _files(folder) if _STAGED not in name}


def torn_files(what: str, folder: Path) -> list[str]:
    """Give the files of a set that are neither those of the old state nor of the new one."""
    wanted = {
        (one.name, one.data) for state in ("old", "new") for one in made(what, state)
    }  # a manifest proves itself
    return [
        name
        for name in _files(folder)
        if _STAGED not in name and name != MANIFEST and (name, (folder / name).read_bytes()) not in wanted
    ]


def faults_after(point: Point, done: Run, folder: Path) -> list[str]:
    """Give what is wrong after a run: with its end, the state it left, and what the next one makes of it."""
    found = []
    allowed = {"nothing" if point.fresh else "old", "new"}
    killed = point.fault == "SIGKILL"
    if killed != (done.status in {137, -9}):
        found.append(f"ended with {done.status}: {done.said}")
    if not killed and done.status not in {0, 3}:
        found.append(f"ended with {done.status}, no error of the library: {done.said}")
    of_set = set_in(point.what, folder)
    if point.what != "save" and of_set.exists():
        found += [f"torn: {name}" for name in torn_files(point.what, of_set)]
        found += settled(of_set, killed=killed)
    state = state_of(point.what, folder) if folder.exists() else "nothing"
    if state not in allowed:
        found.append(f"the state is {state}")
    if done.status == 0 and state != "new":
        found.append(f"it said that all is well, but the state is {state}")
    if point.what == "export":
        found += record_faults(folder, 1 - point.fresh, is_new=state == "new")
    act(point.what, "later", folder)
    after = state_of(point.what, folder)
    if after != "later":
        found.append(f"the next run leaves the state {after}")
    found += [f"left behind: {name}" for name in _files(folder) if _STAGED in name]
    return found


def record_faults(folder: Path, before: int, *, is_new: bool) -> list[str]:
    """Give what is wrong with the record of an export: torn, or without a line about the set."""
    if not (folder / RECORD).exists():
        return ["nothing was recorded"] if before or is_new else []
    record = verify_record(folder / RECORD)
    found = [fault.in_("en") for fault in record.faults]
    if len(record.records) not in {before, before + 1}:
        found.append(f"the record has {len(record.records)} lines")
    if is_new and record.records[-1].manifest != digest((set_in("export", folder) / MANIFEST).read_bytes()):
        found.append("the export is not recorded")
    return found


def settled(folder: Path, *, killed: bool) -> list[str]:
    """Do what each next run does first; after an error nothing but staged files may be left to do."""
    before = _contents(folder)
    settle(folder)
    changed = sorted({name for name, _ in before ^ _contents(folder)})
    return [] if killed else [f"after an error {name} was left to the next run" for name in changed]


_PATHS = re.compile(r'"([^"]*)"')
_HANDLE = re.compile(r"^[0-9]+<([^>]*)>")


def order_faults(what: str, calls: tuple[Call, ...], folder: Path) -> list[str]:
    """Give the renames whose file was not synced after its last byte, or that no synced folder follows."""
    found: list[str] = []
    dirty: set[str] = set()
    unsynced: dict[str, str] = {}
    renames = 0
    for call in calls:
        handle = _HANDLE.match(call.text)
        if call.name == "write" and handle:
            dirty.add(handle.group(1))
        elif call.name == "fsync" and handle:
            dirty.discard(handle.group(1))
            unsynced.pop(handle.group(1), None)
        elif call.name == "rename":
            source, target = _PATHS.findall(call.text)[:2]
            if not target.startswith(str(folder)):
                continue
            renames += 1
            if what == "export" and renames == 1 and not target.endswith(RECORD):
                found.append(f"{target} was renamed before the export was recorded")
            if source in dirty:
                found.append(f"{target} was renamed before it was synced")
            if target.endswith(MANIFEST) and unsynced:
                found.append(f"the manifest was renamed before the names in {sorted(unsynced)} were synced")
            unsynced[str(Path(target).parent)] = target
    found += [f"no sync of the folder after {target}" for target in unsynced.values()]
    return found if renames else ["nothing was renamed"]
