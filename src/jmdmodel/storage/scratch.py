"""A folder for a moment: for programs that read files and nothing else, gone when they have."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jmdmodel.storage.disk import DISK
from jmdmodel.storage.faults import check_names, told


@contextmanager
def scratch_folder(files: Mapping[str, bytes]) -> Generator[Path]:
    """Give a new folder with some files that nobody else can read; afterwards it is gone with all it holds.

    Raises:
        StorageError: A name is none, or the disk refuses.

    Example:
        >>> with scratch_folder({"a.txt": b"words"}) as folder:
        ...     found = [path.name for path in folder.iterdir()]
        >>> found, folder.exists()
        (['a.txt'], False)
    """
    base = Path(tempfile.gettempdir())
    check_names(base, files)
    with told(base, "S305", missing="S310", port=DISK):
        held = tempfile.TemporaryDirectory(prefix="jmd-", ignore_cleanup_errors=True)
    with held as name:
        folder = Path(name)
        with told(folder, "S305", missing="S310", port=DISK):
            for inner, data in sorted(files.items()):
                (folder / inner).write_bytes(data)
        yield folder
