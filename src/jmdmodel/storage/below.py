"""The sub-folders of a set: made, synced, dropped when empty, and no name beside its twin."""

from __future__ import annotations

import contextlib
import stat
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from jmdmodel.storage.disk import Port
from jmdmodel.storage.faults import failure


def parents(root: Path, name: str) -> list[Path]:
    """Give the folders between the folder of the set and a file, the outer one first."""
    parts = name.split("/")[:-1]
    return [root.joinpath(*parts[: depth + 1]) for depth in range(len(parts))]


def sub_folders(port: Port, root: Path, name: str) -> None:
    """Make the sub-folders of a file; refuse what is in their place and is none."""
    for folder in parents(root, name):
        kind = port.look(folder)
        if kind is None:
            port.make_folder(folder)
        elif not stat.S_ISDIR(kind):
            raise failure("S314" if stat.S_ISREG(kind) else "S308", folder)


def refuse_twins(port: Port, root: Path, names: Sequence[str]) -> None:
    """Refuse a name beside one that is there and differs only in upper and lower case.

    This disk may know the difference; the stick that the set is copied to does not.
    """
    wanted = {path: name for name in names for path in (*parents(root, name), root / name)}
    for folder in sorted({path.parent for path in wanted}):
        if folder != root and not stat.S_ISDIR(port.look(folder) or 0):
            continue
        there: dict[str, list[str]] = {}
        for other in sorted(port.listing(folder)):
            there.setdefault(_folded(other), []).append(other)
        for path, name in sorted(wanted.items()):
            others = there.get(_folded(path.name), ()) if path.parent == folder else ()
            for other in others:
                if other != path.name and not _same_file(port, path, other):
                    raise failure("S307", root / name, other=other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _same_file(port: Port, path: Path, other: str) -> bool:
    """Tell whether the disk has our name in another spelling of the same letters, as some disks do."""
    return unicodedata.normalize("NFC", other) == path.name and port.look(path) is not None


def inside(port: Port, root: Path, name: str) -> bool:
    """Tell whether the folders of a name are real folders, so that nothing leads elsewhere."""
    return all(stat.S_ISDIR(port.look(folder) or 0) for folder in parents(root, name))


def sync_folders(port: Port, root: Path, names: Iterable[str]) -> None:
    """Wait until the names in the folder of a set, and in the sub-folders of its files, are on the disk."""
    for folder in sorted({root, *(parent for name in names for parent in parents(root, name))}):
        port.sync_folder(folder)


def drop_folders(port: Port, root: Path, names: Iterable[str]) -> None:
    """Remove the sub-folders that the files which went have left empty; the set is complete by now."""
    left = {folder for name in names for folder in parents(root, name)}
    for folder in sorted(left, reverse=True):
        with contextlib.suppress(OSError):
            port.drop_folder(folder)
            port.sync_folder(folder.parent)
