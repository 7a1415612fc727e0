"""The files of a folder that make one whole: read as one state, written as one change.

Writing goes the way of a set: all new files staged, a plan put down, files renamed or removed. Reading
changes nothing: where a run was killed behind its plan, what is staged is read in place of what it
replaces, as the next run would put it there; where a run was going back, the kept files are read.
A folder is read until two looks at it are equal, so that no half of another program's change is taken.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from jmdmodel.storage.disk import DISK, Port
from jmdmodel.storage.faults import check_names, checked_path, failure, make_folder, told
from jmdmodel.storage.staging import (
    LIMIT,
    OURS,
    digest,
    forward,
    held_folder,
    prepare,
    read_plan,
    recover,
    staged_name,
    sweep,
    undo,
)

__all__ = ["fingerprint", "is_folder", "read_folder", "write_folder"]

_LOOKS: Final = 20
"""How often a folder is looked at before somebody else's writing is told."""


def fingerprint(files: Mapping[str, bytes]) -> str:
    """Give what tells one state of a folder from another: a line a file, digest and name, by name."""
    return "".join(f"{digest(data)}  {name}\n" for name, data in sorted(files.items()))


def is_folder(path: str | os.PathLike[str], *, missing: bool = False, port: Port = DISK) -> bool:
    """Tell whether a path is a folder, a link followed; where nothing is, what *missing* says."""
    place = checked_path(path)
    try:
        kind = port.look(place)
        if kind is not None and stat.S_ISLNK(kind):
            port.listing(place)
            return True
    except OSError:
        return False
    return missing if kind is None else stat.S_ISDIR(kind)


def read_folder(
    folder: str | os.PathLike[str],
    belongs: Callable[[str], bool],
    *,
    limit: int = LIMIT,
    port: Port = DISK,
) -> dict[str, bytes]:
    """Give the files of a folder that belong together, as one whole state, by name.

    Args:
        folder: The folder; its sub-folders are not looked into.
        belongs: Tells of a name whether the file is wanted.
        limit: How many bytes all of them may have.
        port: The operating system.

    Raises:
        StorageError: There is no such folder (``S310``), it is a file (``S314``), the files are too large
            (``S303``), cannot be read (``S304``), or another program does not stop writing (``S316``).
    """
    root = checked_path(folder)
    with told(root, "S304", missing="S310", port=port):
        before: dict[str, bytes] | None = None
        for _ in range(_LOOKS):
            try:
                now = _look(port, root, belongs, limit)
            except FileNotFoundError:
                port.listing(root)  # a file went between two calls; if it was the folder, this says so
                before = None
                continue
            if now == before:
                return now
            before = now
    raise failure("S316", root)


def _look(port: Port, root: Path, belongs: Callable[[str], bool], limit: int) -> dict[str, bytes]:
    names = sorted(port.listing(root))
    found: dict[str, bytes] = {}
    for name in names:
        kind = port.look(root / name) if belongs(name) and not OURS.fullmatch(name) else None
        if kind is not None and (stat.S_ISREG(kind) or stat.S_ISLNK(kind)):
            found[name] = _bytes(port, root / name, limit - sum(map(len, found.values())), limit)
    for match in filter(None, map(OURS.fullmatch, names)):
        for name, data in _instead(port, root, match.group(1), match.group(2), found):
            if not belongs(name):
                continue
            if data is None:
                found.pop(name, None)
            else:
                found[name] = data
    return found


def _bytes(port: Port, path: Path, left: int, limit: int) -> bytes:
    data = port.read(path, left + 1)
    if len(data) > left:
        raise failure("S303", path, limit=limit)
    return data


def _instead(
    port: Port, root: Path, token: str, what: str, found: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes | None]]:
    """Yield what a killed run means to stand under each name; what somebody else changed is left alone."""
    if what not in {"ready", "back"}:
        return
    for step in read_plan(port, root, root / staged_name(token, what)):
        now = digest(found[step.name]) if step.name in found else None
        goes = step.new is None if what == "ready" else step.old is None
        if now != (step.old if what == "ready" else step.new):
            continue
        other = root / staged_name(token, step.staged if what == "ready" else step.kept)
        if goes:
            yield step.name, None
        elif port.look(other) is not None:
            yield step.name, port.read(other, -1)


def write_folder(
    folder: str | os.PathLike[str],
    changes: Mapping[str, bytes | None],
    belongs: Callable[[str], bool],
    *,
    expected: str | None = None,
    known: str | None = None,
    port: Port = DISK,
) -> None:
    """Change files of a folder in one step: the whole old state stays until the whole new one is.

    Args:
        folder: Where to; made if it is missing.
        changes: New content by name; ``None`` for a file that goes.
        belongs: Tells of a name whether the file is part of the state.
        expected: The digest of the :func:`fingerprint` that the state must have before.
        known: That fingerprint itself, if the caller has it, so that changed files can be named.
        port: The operating system.

    Raises:
        StorageError: Something has changed meanwhile (``S309``, ``S315``), a name cannot be (``S306``,
            ``S307``), or as in :func:`~jmdmodel.storage.write_file`.
    """
    root = checked_path(folder)
    check_names(root, changes)
    with told(root, "S305", missing="S310", port=port):
        make_folder(port, root, through_link=True)
        with held_folder(port, root):
            recover(port, root)
            _expect(port, root, belongs, expected, known)
            token = port.token()
            try:
                with told(root, "S305", missing="S309", port=port):
                    forward(port, root, token, prepare(port, root, token, sorted(changes.items()), {}))
            except BaseException:
                undo(port, root, token)
                raise
            sweep(port, root)


def _expect(
    port: Port, root: Path, belongs: Callable[[str], bool], expected: str | None, known: str | None
) -> None:
    if expected is None:
        return
    now = fingerprint(_look(port, root, belongs, LIMIT))
    if digest(now.encode()) != expected:
        changed = {line.partition("  ")[2] for line in {*now.split("\n")} ^ {*(known or now).split("\n")}}
        raise failure("S315", root, names=", ".join(sorted(changed - {""})) or "…")
