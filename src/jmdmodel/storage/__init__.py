"""The floor that touches the disk: the only place that writes, and the one that reads whole files.

A file is never written in place. Its bytes are *staged* beside the target under a name that nobody can
guess, flushed to the disk, and then renamed, so that a reader finds the old file or the new one. A *set*
of files goes further: when all of it is staged, a plan with the digests of old and new is put down, the
files are renamed, the one named ``last`` (the manifest) at the end. After an error the old set is put
back; after a crash the next run finishes what the plan says. What somebody else changed in the meantime
is left alone.

All calls to the operating system go through a :class:`~jmdmodel.storage.disk.Port`. The name of a staged
file is the one thing in the library that is left to chance.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path

from jmdmodel.storage.disk import DISK, Disk, Port
from jmdmodel.storage.faults import NO_LAST, check_names, checked_path, failure, make_folder, told
from jmdmodel.storage.folder import fingerprint, is_folder, read_folder, write_folder
from jmdmodel.storage.names import MAX_NAME, clash, name_fault
from jmdmodel.storage.staging import (
    ABSENT,
    LIMIT,
    NO_FILE,
    OURS,
    digest,
    digest_at,
    expect,
    forward,
    held_folder,
    permissions,
    prepare,
    recover,
    stage,
    staged_name,
    sweep,
    undo,
)

__all__ = [
    "ABSENT",
    "DISK",
    "LIMIT",
    "MAX_NAME",
    "NO_FILE",
    "Disk",
    "Port",
    "check_names",
    "clash",
    "digest",
    "digest_of",
    "fingerprint",
    "is_folder",
    "is_unfinished",
    "name_fault",
    "names_in",
    "read_bytes",
    "read_folder",
    "settle",
    "write_file",
    "write_folder",
    "write_set",
]


def read_bytes(
    path: str | os.PathLike[str], *, limit: int = LIMIT, ordinary: bool = False, port: Port = DISK
) -> bytes:
    """Give the bytes of a file.

    Args:
        path: The file; a link is followed.
        limit: How many bytes it may have.
        ordinary: Refuse links and devices: a pipe that nobody writes to would be waited for, for ever.
        port: The operating system.

    Raises:
        StorageError: It is missing (``S301``), a folder (``S302``), too large (``S303``), below what is
            no folder (``S314``), a link or a device where only a file will do (``S308``), or cannot be read
            (``S304``).
    """
    place = checked_path(path)
    with told(place, "S304", missing="S301", port=port):
        kind = port.look(place) if ordinary else None
        if kind is not None and not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise failure("S308", place)
        data = port.read(place, limit + 1)
    if len(data) > limit:
        raise failure("S303", place, limit=limit)
    return data


def digest_of(path: str | os.PathLike[str], *, port: Port = DISK) -> str | None:
    """Give the digest of a file; ``None`` where nothing is, :data:`NO_FILE` for a link, folder or device."""
    place = checked_path(path)
    with told(place, "S304", missing="S301", port=port):
        return digest_at(port, place)


def write_file(
    path: str | os.PathLike[str], data: bytes, *, expected_digest: str | None = None, port: Port = DISK
) -> str:
    """Write one file, old or new and never half, and give its digest.

    The permissions of a file that is replaced are kept.

    Args:
        path: The file; its folder must be there.
        data: Its new content.
        expected_digest: The digest that the file had when it was read, or :data:`ABSENT`; if it has
            another one now, somebody else has written and nothing is changed.
        port: The operating system.

    Raises:
        StorageError: The content is not the expected one (``S309``, ``S311``), the target is a folder, a
            link or a device (``S302``, ``S308``) or marked as read-only (``S312``), the folder is missing
            (``S310``), is a file (``S314``) or holds no files (``S313``), or the disk refuses (``S305``).
    """
    target = checked_path(path)
    folder = target.parent
    with told(target, "S305", missing="S310", port=port), held_folder(port, folder):
        recover(port, folder)
        mode = permissions(port, target)
        expect(target, digest_at(port, target), expected_digest)
        staged = folder / staged_name(port.token(), "one")
        try:
            with told(target, "S305", missing="S309", port=port):
                stage(port, staged, data, mode)
                expect(target, digest_at(port, target), expected_digest)
                port.rename(staged, target)
        except BaseException:
            sweep(port, folder)
            raise
        port.sync_folder(folder)
    return digest(data)


def write_set(
    folder: str | os.PathLike[str],
    files: Mapping[str, bytes],
    *,
    last: str,
    expected: Mapping[str, str] | None = None,
    gone: Collection[str] = (),
    through_link: bool = False,
    port: Port = DISK,
) -> tuple[Path, ...]:
    """Write files that belong together, and give their paths, *last* at the end.

    The old state stays whole until the new one is. When an error comes, the old files are put back; when
    the program is killed, the next run in this folder finishes the set or drops it. Files with the same
    content are not touched; other files in the folder stay.

    Args:
        folder: Where to; made if it is missing.
        files: Content by name, see :func:`~jmdmodel.storage.names.name_fault`.
        last: The file that is renamed at the end, because it vouches for the others.
        expected: The digests that files must have before, or :data:`ABSENT`.
        gone: Files that are removed in the same step, and sub-folders with them that are empty then; each
            of them should have its digest in *expected*.
        through_link: Write into the folder even where it is a link; links below it are always refused.
        port: The operating system.

    Raises:
        StorageError: As in :func:`write_file`; also for names that cannot be (``S306``) or clash with each
            other or with what is there (``S307``), and for a folder that is a link (``S317``).
    """
    root = checked_path(folder)
    check_names(root, {*files, *gone})
    if last not in files:
        raise failure("S306", root / last, reason=NO_LAST)
    order = [*sorted(files.keys() - {last}), last]
    changes: list[tuple[str, bytes | None]] = [(name, None) for name in sorted(set(gone) - files.keys())]
    changes += [(name, files[name]) for name in order]
    with told(root, "S305", missing="S310", port=port):
        make_folder(port, root, through_link=through_link)
        with held_folder(port, root):
            recover(port, root)
            token = port.token()
            try:
                with told(root, "S305", missing="S309", port=port):
                    plan = prepare(port, root, token, changes, expected or {})
                    forward(port, root, token, plan)
            except BaseException:
                undo(port, root, token)
                raise
            sweep(port, root)
    return tuple(root / name for name in order)


def settle(folder: str | os.PathLike[str], *, through_link: bool = True, port: Port = DISK) -> None:
    """Finish or drop what a run that was killed has left in a folder; each writing run does it first.

    Raises:
        StorageError: There is no such folder (``S310``), it is a link and must not be one (``S317``), or the
            disk refuses.
    """
    root = checked_path(folder)
    with told(root, "S305", missing="S310", port=port):
        kind = None if through_link else port.look(root)
        if kind is not None and stat.S_ISLNK(kind):
            raise failure("S317", root)
        with held_folder(port, root):
            recover(port, root)


def names_in(folder: str | os.PathLike[str], *, port: Port = DISK) -> tuple[str, ...]:
    """Give the names in a folder in order, sub-folders with ``/`` at the end, staged files left out."""
    root = checked_path(folder)
    with told(root, "S304", missing="S310", port=port):
        names = [name for name in port.listing(root) if not OURS.fullmatch(name)]
        kinds = {name: port.look(root / name) for name in names}
    return tuple(sorted(name + "/" * stat.S_ISDIR(kind) for name, kind in kinds.items() if kind is not None))


def is_unfinished(folder: str | os.PathLike[str], *, port: Port = DISK) -> bool:
    """Tell whether a run was killed in a folder, or is writing in it now."""
    root = checked_path(folder)
    with told(root, "S304", missing="S310", port=port):
        return any(OURS.fullmatch(name) for name in port.listing(root))
