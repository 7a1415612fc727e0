"""How a verb reads its workspace: from a file, a folder, or standard input."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from jmdexport.cli.mistakes import language_of
from jmdmodel.errors import JmdError, StorageError
from jmdmodel.messages import Language, Message, Say
from jmdmodel.spelling import nearest
from jmdmodel.storage import names_in

_NOT_THERE = "S301"
"""The code of the error for a file that is missing."""
_MEANT = Say(de="Gemeint ist vielleicht „{near}“.", en='Did you mean "{near}"?')
_PART = Say(
    de="{path} ist nur ein Teil der Arbeitsmappe. Für alle Teile ist der Ordner anzugeben: {folder}",
    en="{path} is only a part of the workspace. For all parts name the folder: {folder}",
)


def read(workspace: str, *, keep_places: bool = False) -> Any:
    """Read the workspace that an argument names: a file, a folder, or ``-`` for standard input."""
    from jmdmodel.codec import load, loads  # noqa: PLC0415 - the codec costs time that --help need not pay

    if workspace == "-":
        return loads(sys.stdin.buffer.read(), name="<stdin>", keep_places=keep_places)
    _tell_of_folder(workspace)
    try:
        return load(workspace, keep_places=keep_places)
    except StorageError as error:
        near = _near_file(Path(workspace)) if error.code == _NOT_THERE else None
        if near is not None:
            error.add_note(Message.of(_MEANT, near=near).in_(_language()))
        raise


def _near_file(path: Path) -> str | None:
    """Give the file or folder beside a missing one that has almost its name."""
    with suppress(JmdError):
        near = nearest(path.name, [name for name in names_in(path.parent) if not name.startswith(".")])
        return None if near is None else str(path.parent / near)
    return None


def _tell_of_folder(workspace: str) -> None:
    """Say so when a file is one part of a folder: read alone, it is a workspace that lacks all the others."""
    from jmdmodel.codec.parts import part_of  # noqa: PLC0415 - as the codec above

    path = Path(workspace)
    if part_of(path.name) is None or path.is_dir():
        return
    with suppress(JmdError):
        others = [part for name in names_in(path.parent) if (part := part_of(name)) and name != path.name]
        if any(part.key is not None for part in others):
            click.echo(Message.of(_PART, path=workspace, folder=str(path.parent)).in_(_language()), err=True)


def _language() -> Language:
    return language_of(click.get_current_context(silent=True))
