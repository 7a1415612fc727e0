"""Loading from and saving to a file or a folder, through the storage floor."""

from __future__ import annotations

import os
from pathlib import Path

from jmdmodel.codec.folder import load_folder
from jmdmodel.codec.nodes import MAX_BYTES
from jmdmodel.codec.reading import loads
from jmdmodel.codec.source import Loaded, Source
from jmdmodel.storage import is_folder, read_bytes, write_file
from jmdmodel.workspace import Workspace


def load(path: str | os.PathLike[str], *, keep_places: bool = False) -> Loaded:
    """Load the workspace in a file, YAML or JSON, or in a folder, with the source that knows its lines.

    Args:
        path: The folder, or the file; ``.json`` is read as JSON, ``.yaml`` and ``.yml`` as YAML, another
            name by its first character.
        keep_places: As for :func:`loads`.

    Returns:
        The workspace, and the source for ``source.locate(finding)`` and for saving with its comments.

    Raises:
        LoadError: Holds every fault of the file or of all files, each with file, line and column (R-52).
        StorageError: The file is missing, too large or cannot be read.
    """
    if is_folder(path):
        return load_folder(path, keep_places=keep_places)
    return loads(read_bytes(path, limit=MAX_BYTES), name=os.fspath(path), keep_places=keep_places)


def save(
    workspace: Workspace,
    path: str | os.PathLike[str],
    *,
    source: Source | None = None,
    expected_digest: str | None = None,
    drop_comments: bool = False,
) -> Source:
    """Save a workspace in its canonical form; the old state stays whole until the new one is.

    In a folder only the files change whose content does; things stay in the file that they are in, new
    ones go where their like are, a new collection gets a file of its own.

    Args:
        workspace: What to save.
        path: Where to. A folder, or a new name without a suffix, gives a folder with a file for each
            collection; else ``.json`` gives JSON, everything else YAML.
        source: What it came from: its comments are kept, and when it is this very file or folder, nobody
            may have changed it in the meantime.
        expected_digest: The digest that the file or folder must have; taken from *source* where that is
            the same.
        drop_comments: Whether comments that have no place any more may be lost.

    Returns:
        The source of the file or folder as it is now.

    Raises:
        SaveError: Comments would be lost, or values of the workspace are not sound; ``faults`` names all.
        StorageError: Somebody else has changed the file, or the disk refuses.
    """
    from jmdmodel.codec.folder_writing import save_folder  # noqa: PLC0415 - who only loads need not wait
    from jmdmodel.codec.writing import dumps  # noqa: PLC0415 - as above

    name = os.fspath(path)
    if is_folder(path, missing=not Path(name).suffix):
        return save_folder(
            workspace,
            path,
            source=source,
            expected_digest=expected_digest,
            drop_comments=drop_comments,
        )
    data = dumps(workspace, name=name, source=source, drop_comments=drop_comments)
    if (
        expected_digest is None
        and source is not None
        and Path(source.name).absolute() == Path(name).absolute()
    ):
        expected_digest = source.digest
    write_file(path, data, expected_digest=expected_digest)
    return Source(name, data)
