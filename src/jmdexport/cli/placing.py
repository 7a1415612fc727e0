"""One file that was asked for by name, and what comes beside it: all of it, or nothing."""

from __future__ import annotations

from pathlib import Path

import click

from jmdexport.records import Artifact
from jmdmodel.errors import StorageError
from jmdmodel.messages import Language, Message, Say
from jmdmodel.storage import ABSENT, digest, names_in, read_bytes, settle, write_set

_BESIDE = Say(
    de="Neben der gewünschten Datei entsteht auch {names}, und dort liegt schon etwas anderes. Es bleibt, wie"
    " es ist, und es wurde nichts geschrieben. Möglich sind ein anderer Ordner, ein Bericht mit der Endung"
    " .html, der aus einer einzigen Datei besteht, oder --overwrite.",
    en="Beside the file asked for there would be {names} too, and something else is there already. It stays"
    " as it is, and nothing was written. Choose another folder, a report with the suffix .html, which is a"
    " single file, or --overwrite.",
)
_OUR_MAP, _HEAD = b'aria-labelledby="map-title map-description"', 1000
"""What a map that the library has drawn says of itself, within its first bytes."""
WRITTEN = Say(de="Geschrieben: {path}", en="Written: {path}")
"""What is said of each file that was written."""


def write_one(
    artifacts: tuple[Artifact, ...], output: str, language: Language, *, overwrite: bool = False
) -> None:
    """Write the first artifact under the name that was asked for, the others beside it, as one set.

    The folder must be there. The file that was named may be replaced; one beside it only when it is a map
    of ours that the named file, from an earlier run, shows, or when overwriting was asked for.
    """
    target = Path(output)
    settle(target.parent)
    first, *others = artifacts
    beside = {artifact.name: artifact.data for artifact in others}
    expected = {} if overwrite else _expected(target, beside)
    files = {target.name: first.data, **beside}
    for path in write_set(target.parent, files, last=target.name, expected=expected):
        click.echo(Message.of(WRITTEN, path=str(path)).in_(language), err=True)


def _expected(target: Path, beside: dict[str, bytes]) -> dict[str, str]:
    """Give the digests of the files beside the named one; refuse those that nobody asked to replace."""
    there = set(names_in(target.parent))
    before = read_bytes(target) if beside and target.name in there else b""
    expected, strange = {}, []
    for name, data in beside.items():
        old = read_bytes(target.parent / name) if name in there else None
        expected[name] = ABSENT if old is None else digest(old)
        if old not in (None, data) and not (name.encode() in before and _OUR_MAP in old[:_HEAD]):
            strange.append(name)
    if strange:
        raise StorageError("S313", str(target.parent), Message.of(_BESIDE, names=", ".join(strange)))
    return expected
