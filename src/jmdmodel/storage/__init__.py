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
from collections.abc import Mapping
from pathlib import Path

from jmdmodel.storage.disk import DISK, Disk, Port
from jmdmodel.storage.faults import NO_LAST, check_names, checked_path, failure, told
from jmdmodel.storage.folder import fingerprint, is_folder, read_folder, write_folder
from jmdmodel.storage.names import MAX_NAME, clash, name_fault
from jmdmodel.storage.staging import (
    ABSENT,
    LIMIT,
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
    "Disk",
    "Port",
    "clash",
    "digest",
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


def read_bytes(path: str | os.PathLike[str], *, limit: int = LIMIT, port: Port = DISK) -> bytes:
    """Give the bytes of a file.

    Args:
        path: The file; a link is followed.
        limit: How many bytes it may have.
        port: The operating system.

    Raises:
        StorageError: It is missing (``S301``), a folder (``S302``), too large (``S303``), below what is
            no folder (``S314``), or cannot be read (``S304``).
    """
    place = checked_path(path)
    with told(place, "S304", missing="S301", port=port):
        data = port.read(place, limit + 1)
    if len(data) > limit:
        raise failure("S303", place, limit=limit)
    return data


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
        port: The operating system.

    Raises:
        StorageError: As in :func:`write_file`; also for names that cannot be (``S306``) or clash (``S307``).
    """
    root = checked_path(folder)
    check_names(root, files)
    if last not in files:
        raise failure("S306", root / last, reason=NO_LAST)
    order = [*sorted(files.keys() - {last}), last]
    with told(root, "S305", missing="S310", port=port):
        try:
            port.make_folder(root)
        except FileNotFoundError as error:  # a place such as /proc, where nothing can be made
            raise failure("S313", root) from error
        with held_folder(port, root):
            recover(port, root)
            token = port.token()
            try:
                with told(root, "S305", missing="S309", port=port):
                    plan = prepare(port, root, token, [(name, files[name]) for name in order], expected or {})
                    forward(port, root, token, plan)
            except BaseException:
                undo(port, root, token)
                raise
            sweep(port, root)
    return tuple(root / name for name in order)


def settle(folder: str | os.PathLike[str], *, port: Port = DISK) -> None:
    """Finish or drop what a run that was killed has left in a folder; each writing run does it first."""
    root = checked_path(folder)
    with told(root, "S305", missing="S310", port=port), held_folder(port, root):
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
