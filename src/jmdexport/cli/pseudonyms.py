"""``--pseudonym-key``: cases leave under new pseudonyms for one purpose, recipient and year (R-51)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import click

from jmdexport.cli.common import refuse
from jmdmodel.messages import Message, Say
from jmdmodel.privacy.pseudonyms import rekey
from jmdmodel.storage import read_bytes

_FOR_WHOM = Say(
    de="--pseudonym-key braucht --purpose TEXT und --recipient TEXT: Jeder Zweck und jede Stelle erhält"
    " eigene Pseudonyme.",
    en="--pseudonym-key needs --purpose TEXT and --recipient TEXT: each purpose and each recipient gets"
    " pseudonyms of its own.",
)
_INSIDE = Say(
    de="Der Schlüssel {path} liegt im Ordner der Arbeitsmappe. Wer die Arbeitsmappe erhält, erhielte ihn mit;"
    " er gehört an einen anderen Ort.",
    en="The key {path} lies in the folder of the workspace. Whoever gets the workspace would get it too; it"
    " belongs elsewhere.",
)

key_option = click.option(
    "--pseudonym-key",
    "key_file",
    metavar="FILE",
    type=click.Path(),
    help="Give cases new pseudonyms for this purpose, recipient and year, made with the key in FILE: at least"
    " 32 random bytes, kept outside the folder of the workspace.",
)


def rekeyed(
    job: Any, workspace: str, key_file: str | None, *, purpose: str | None, recipient: str | None
) -> Any:
    """Give an export with the cases of its workspace under new pseudonyms, where there is a key for them.

    A line end at the end of the file does not count, as editors add one.

    Raises:
        StorageError: The file cannot be read.
        ModelError: What stands in it is too short for a key.
    """
    if key_file is None:
        return job
    if not (purpose and recipient):
        refuse(_FOR_WHOM, job.language)
    if workspace != "-" and _lies_in(Path(key_file), Path(workspace)):
        refuse(Message.of(_INSIDE, path=key_file), job.language)
    key = read_bytes(Path(key_file)).rstrip(b"\r\n")
    made = rekey(job.loaded.workspace, key=key, purpose=purpose, recipient=recipient, year=job.year)
    return attrs.evolve(job, loaded=attrs.evolve(job.loaded, workspace=made))


def _lies_in(key_file: Path, workspace: Path) -> bool:
    """Tell whether a file lies in the folder of a workspace, links followed."""
    there = workspace.resolve()
    folder = there if there.is_dir() else there.parent
    return key_file.resolve().is_relative_to(folder)
