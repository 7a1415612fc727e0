"""How a set of files comes to be in a folder: stage, plan, rename; back after an error, on after a crash.

Names of staged files are ``.jmd~TOKEN~WHAT``; nothing else is ever removed. ``newN`` is a file to come,
``oldN`` a second name of the one it replaces, ``one`` a single file, ``plan`` a plan that does not count
yet. With ``ready`` the set is complete and goes forward, with ``back`` it goes back.
"""

from __future__ import annotations

import contextlib
import json
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from jmdmodel.storage.below import drop_folders, inside, refuse_twins, sub_folders, sync_folders
from jmdmodel.storage.disk import Port
from jmdmodel.storage.faults import failure
from jmdmodel.storage.names import name_fault

LIMIT: Final = 256 * 2**20
"""How many bytes a file may have that is read, unless the caller says otherwise."""
ABSENT: Final = "absent"
"""The expected digest of a file that must not be there yet."""
OURS: Final = re.compile(r"\.jmd~([0-9a-f]{32})~(one|plan|ready|back|(?:new|old)[0-9]+)")
"""What staged files are called; ``~`` stands in no name of a set."""
NO_FILE: Final = "no file"
"""In place of a digest where a link, a folder or a device is."""


def digest(data: bytes) -> str:
    """Give the SHA-256 of bytes as 64 hexadecimal digits.

    Example:
        >>> digest(b"")[:16]
        'e3b0c44298fc1c14'
    """
    import hashlib  # noqa: PLC0415 - brings a large library with it, and reading needs none

    return hashlib.sha256(data).hexdigest()


@attrs.frozen
class _Step:
    """One file of a set that changes: its number, its name, and its digest before and after, if any."""

    number: int
    name: str
    old: str | None
    new: str | None

    @property
    def staged(self) -> str:
        return f"new{self.number}"

    @property
    def kept(self) -> str:
        return f"old{self.number}"


def prepare(
    port: Port, root: Path, token: str, files: Sequence[tuple[str, bytes | None]], expected: Mapping[str, str]
) -> tuple[_Step, ...]:
    """Stage all files, keep the old ones, and put down the plan; from then on the set is complete.

    A file whose content is ``None`` is one that goes.
    """
    refuse_twins(port, root, [name for name, data in files if data is not None])
    plan = []
    for number, (name, data) in enumerate(files):
        target = root / name
        if data is not None:
            sub_folders(port, root, name)
        elif not inside(port, root, name):
            continue
        mode = permissions(port, target)
        step = _Step(number, name, digest_at(port, target), None if data is None else digest(data))
        if step.old == step.new:
            continue
        expect(target, step.old, expected.get(name))
        if data is not None:
            stage(port, root / staged_name(token, step.staged), data, mode)
        if step.old is not None:
            _keep(port, target, root / staged_name(token, step.kept), mode)
        plan.append(step)
    if plan:
        text = json.dumps([attrs.astuple(step) for step in plan])
        stage(port, root / staged_name(token, "plan"), text.encode(), None)
        port.sync_folder(root)
        port.rename(root / staged_name(token, "plan"), root / staged_name(token, "ready"))
        port.sync_folder(root)
    return tuple(plan)


def forward(port: Port, root: Path, token: str, plan: tuple[_Step, ...], *, strict: bool = True) -> None:
    """Rename what is staged; a target that has neither digest of the plan is a conflict, or left alone."""
    for step in plan:
        staged, target = root / staged_name(token, step.staged), root / step.name
        if step is plan[-1]:
            sync_folders(port, root, [step.name for step in plan])
        if step.new is not None and port.look(staged) is None:
            continue
        now = digest_at(port, target)
        if step.new is None and now is None:
            continue
        if now == step.old and step.new is None:
            port.unlink(target)
        elif now == step.old:
            port.rename(staged, target)
        elif strict:
            raise failure("S309", target)
    if plan:
        sync_folders(port, root, [step.name for step in plan])
        drop_folders(port, root, [step.name for step in plan if step.new is None])


def _backward(port: Port, root: Path, token: str, plan: tuple[_Step, ...]) -> None:
    """Put the old files back where the new ones are; what somebody else changed is left alone."""
    for step in plan:
        target = root / step.name
        if digest_at(port, target) != step.new:
            continue
        kept = root / staged_name(token, step.kept)
        if step.old is None:
            port.unlink(target)
        elif port.look(kept) is not None:
            port.rename(kept, target)
    sync_folders(port, root, [step.name for step in plan])


def undo(port: Port, root: Path, token: str) -> None:
    """Go back after an error; if even that fails, the next run goes on with it."""
    ready, back = root / staged_name(token, "ready"), root / staged_name(token, "back")
    with contextlib.suppress(OSError):
        if port.look(ready) is not None:
            port.rename(ready, back)
            port.sync_folder(root)
            _backward(port, root, token, read_plan(port, root, back))
        sweep(port, root)


def recover(port: Port, root: Path) -> None:
    """Finish or drop what an earlier run has left; nobody else writes here now."""
    found = [match for match in map(OURS.fullmatch, sorted(port.listing(root))) if match]
    for match in found:
        token, what = match.groups()
        if what == "ready":
            forward(port, root, token, read_plan(port, root, root / match.group()), strict=False)
        elif what == "back":
            _backward(port, root, token, read_plan(port, root, root / match.group()))
    if found:
        sweep(port, root)


def read_plan(port: Port, root: Path, path: Path) -> tuple[_Step, ...]:
    """Read a plan; one that we cannot have written, or that leads out of the folder, has no steps."""
    try:
        steps = tuple(_Step(*entry) for entry in json.loads(port.read(path, LIMIT)))
        sound = all(type(step.number) is int and name_fault(step.name) is None for step in steps)
    except (ValueError, TypeError, AttributeError):
        return ()
    return steps if sound and all(inside(port, root, step.name) for step in steps) else ()


def sweep(port: Port, folder: Path) -> None:
    """Remove staged files; what cannot be removed now goes with the next run."""
    with contextlib.suppress(OSError):
        for name in sorted(port.listing(folder)):
            if OURS.fullmatch(name):
                with contextlib.suppress(OSError):
                    port.unlink(folder / name)


def stage(port: Port, path: Path, data: bytes, mode: int | None) -> None:
    """Write a new file and wait until it is on the disk."""
    try:
        handle = port.create(path, mode)
    except FileNotFoundError as error:  # the folder takes no files, or it went in between
        raise failure("S313", path.parent) from error
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[port.write(handle, rest) :]
        port.sync(handle)
    finally:
        port.close(handle)


def _keep(port: Port, target: Path, kept: Path, mode: int | None) -> None:
    """Keep the old file under a second name, or a copy of it where a disk knows no second names."""
    try:
        port.link(target, kept)
    except OSError:
        stage(port, kept, port.read(target, -1), mode)


def staged_name(token: str, what: str) -> str:
    """Give the name of a staged file of one run."""
    return f".jmd~{token}~{what}"


def digest_at(port: Port, path: Path) -> str | None:
    """Give the digest of the file that is there; ``None`` when nothing is, and a mark for what is no file.

    A link is not followed, and a pipe not opened: a plan of ours never made either.
    """
    kind = port.look(path)
    if kind is None:
        return None
    return digest(port.read(path, -1)) if stat.S_ISREG(kind) else NO_FILE


def expect(target: Path, now: str | None, expected: str | None) -> None:
    """Refuse when a file is not as the caller knows it."""
    if expected is not None and (now or ABSENT) != expected:
        raise failure("S311" if expected == ABSENT else "S309", target)


def permissions(port: Port, target: Path) -> int | None:
    """Give the permissions of the file that is there; refuse what is no ordinary file."""
    kind = port.look(target)
    if kind is None:
        return None
    if not stat.S_ISREG(kind):
        raise failure("S302" if stat.S_ISDIR(kind) else "S308", target)
    if not kind & stat.S_IWUSR:
        raise failure("S312", target)
    return stat.S_IMODE(kind)


@contextlib.contextmanager
def held_folder(port: Port, folder: Path) -> Iterator[None]:
    """Keep other writers out of a folder meanwhile."""
    held = port.hold(folder)
    try:
        yield
    finally:
        port.release(held)
