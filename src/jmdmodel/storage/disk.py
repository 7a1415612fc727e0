"""What the storage floor asks of the operating system, as a protocol, and the real one.

Only :mod:`jmdmodel.storage` uses it. Tests put in its place one that fails at any call they choose.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import Final, Protocol


class Port(Protocol):
    """What the floor asks of the operating system; every method may raise :class:`OSError`."""

    def token(self) -> str:
        """Give 32 hexadecimal digits that nobody can guess."""

    def hold(self, folder: Path) -> int:
        """Wait until nobody else of ours writes in a folder, and keep others out."""

    def release(self, held: int) -> None:
        """Let others write again."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, where they are missing."""

    def listing(self, folder: Path) -> list[str]:
        """Give the names in a folder, in any order."""

    def look(self, path: Path) -> int | None:
        """Give kind and permissions of what is at a path, links not followed; ``None`` for nothing."""

    def read(self, path: Path, limit: int) -> bytes:
        """Give the bytes of a file, at most *limit*; all with -1."""

    def create(self, path: Path, mode: int | None) -> int:
        """Open a new file for writing, with these permissions; nothing may be there yet."""

    def write(self, handle: int, data: memoryview) -> int:
        """Write bytes, maybe not all of them; give how many."""

    def sync(self, handle: int) -> None:
        """Wait until what was written is on the disk."""

    def close(self, handle: int) -> None:
        """Close an open file."""

    def link(self, path: Path, other: Path) -> None:
        """Give a file a second name."""

    def rename(self, path: Path, target: Path) -> None:
        """Rename a file, in one step, over the one that is there."""

    def unlink(self, path: Path) -> None:
        """Remove a file."""

    def drop_folder(self, folder: Path) -> None:
        """Remove a folder that is empty; an error for one that is not."""

    def sync_folder(self, folder: Path) -> None:
        """Wait until the names in a folder are on the disk."""


class Disk:
    """The real operating system."""

    def token(self) -> str:  # noqa: D102 - told in Port, as are all that follow
        return os.urandom(16).hex()

    def hold(self, folder: Path) -> int:  # noqa: D102
        if sys.platform == "win32":
            lock = folder / ".jmd~lock"
            return os.open(lock, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_TEMPORARY)
        import fcntl  # noqa: PLC0415 - only where it exists

        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        with contextlib.suppress(OSError):  # some network disks know no locks; digests still find a conflict
            fcntl.flock(held, fcntl.LOCK_EX)
        return held

    def release(self, held: int) -> None:  # noqa: D102
        os.close(held)

    def make_folder(self, folder: Path) -> None:  # noqa: D102
        missing = [part for part in (folder, *folder.parents) if not part.exists()]
        for part in reversed(missing):
            part.mkdir(exist_ok=True)
            self.sync_folder(part.parent)

    def listing(self, folder: Path) -> list[str]:  # noqa: D102
        return [path.name for path in folder.iterdir()]

    def look(self, path: Path) -> int | None:  # noqa: D102
        try:
            return path.lstat().st_mode
        except FileNotFoundError:
            return None

    def read(self, path: Path, limit: int) -> bytes:  # noqa: D102
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with path.open("rb") as file:
            return file.read(limit)

    def create(self, path: Path, mode: int | None) -> int:  # noqa: D102
        flags = (
            os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        )
        handle = os.open(path, flags, 0o666 if mode is None else 0o600)
        if mode is not None and sys.platform != "win32":
            os.fchmod(handle, mode)
        return handle

    def write(self, handle: int, data: memoryview) -> int:  # noqa: D102
        return os.write(handle, data)

    def sync(self, handle: int) -> None:  # noqa: D102
        os.fsync(handle)

    def close(self, handle: int) -> None:  # noqa: D102
        os.close(handle)

    def link(self, path: Path, other: Path) -> None:  # noqa: D102
        other.hardlink_to(path)

    def rename(self, path: Path, target: Path) -> None:  # noqa: D102
        path.replace(target)

    def unlink(self, path: Path) -> None:  # noqa: D102
        path.unlink()

    def drop_folder(self, folder: Path) -> None:  # noqa: D102
        folder.rmdir()

    def sync_folder(self, folder: Path) -> None:  # noqa: D102
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # disks that cannot do it for folders
                raise
        finally:
            os.close(handle)


DISK: Final[Port] = Disk()
