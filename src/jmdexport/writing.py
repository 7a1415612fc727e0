"""Artifacts on disk: names that work everywhere, one set with a manifest, and the check of such a set.

The manifest is written last and names every file with size and digest, who made it, and for which
audience. So a reader can tell whether a set is whole, and which file does not belong to it.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Mapping
from pathlib import Path

import attrs

from jmdexport.accepting import MANIFEST, one_each
from jmdexport.errors import NothingExported
from jmdexport.manifests import manifest, read_manifest
from jmdexport.recording import Recording, note_export, refuse_within
from jmdexport.records import Artifact, MadeBy
from jmdmodel.errors import StorageError
from jmdmodel.messages import Message, Say
from jmdmodel.storage import (
    ABSENT,
    DISK,
    Port,
    digest,
    digest_of,
    is_unfinished,
    names_in,
    read_bytes,
    settle,
    write_set,
)

__all__ = ["MANIFEST", "Verdict", "leftovers", "manifest", "verify", "write"]

_STRANGE = Say(
    de="Hier liegen schon Dateien, die nicht von einem früheren Export stammen oder danach geändert wurden:"
    " {names}. Sie bleiben, wie sie sind, und es wurde nichts geschrieben. Möglich ist ein anderer Ordner;"
    " oder die Dateien werden vorher umbenannt.",
    en="There already are files that do not come from an earlier export, or that were changed after it:"
    " {names}. They stay as they are, and nothing was written. Choose another folder, or rename the files"
    " first.",
)


@attrs.frozen(kw_only=True)
class Verdict:
    """What became of a set since it was written.

    Attributes:
        missing: Files that the manifest names and that are not there.
        changed: Files with other content than was written, the manifest itself among them.
        extra: Files and folders beside them that the manifest does not name.
        unfinished: Whether a run was killed while it wrote here, or is writing now.
    """

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    unfinished: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every file that was written is there, to the byte."""
        return not (self.missing or self.changed or self.unfinished)


def write(
    artifacts: Iterable[Artifact],
    folder: str | os.PathLike[str],
    *,
    made_by: MadeBy | None = None,
    overwrite: bool = False,
    keep: bool = False,
    record: Recording | None = None,
    port: Port = DISK,
) -> tuple[Path, ...]:
    """Write artifacts and their manifest into a folder, all or none, and give the paths.

    Files of an earlier export in the same folder are replaced, and those that the new one no longer makes
    are removed in the same step: a set is the new one as a whole. :func:`leftovers` names them before. A
    file that comes from elsewhere, or that somebody has changed since, is never removed, and where it is in
    the way nothing is written.

    With *record* a line about the export is put down before the first file: when the record cannot be
    written, nothing is; when the files cannot be written, the line stays, because a line too many does less
    harm than an export that nobody knows of.

    Args:
        artifacts: What :func:`~jmdexport.run.export` gave.
        folder: Where to; made if it is missing, refused where it is a link.
        made_by: Who made those artifacts that do not say so themselves.
        overwrite: Replace files from elsewhere, too.
        keep: Leave files of an earlier export that are no longer made; they belong to no manifest then.
        record: Where and on what occasion the export is recorded.
        port: The operating system.

    Raises:
        NothingExported: There are no artifacts.
        BadArtifact: Names cannot be, or clash; the same file given twice counts once.
        RecordRefused: The export cannot be recorded.
        StorageError: Files from elsewhere are in the way (``S313``, all are named), or the disk refuses.
    """
    given = one_each(artifacts)
    if not given:
        raise NothingExported("–")
    marked = [
        artifact if artifact.made_by else attrs.evolve(artifact, made_by=made_by)
        for artifact in sorted(given, key=lambda artifact: artifact.name)
    ]
    files = {artifact.name: artifact.data for artifact in marked} | {MANIFEST: manifest(marked)}
    root = Path(folder)
    earlier = _earlier(root, port, overwrite=overwrite)
    expected = {} if overwrite else _expected(root, files, earlier, port)
    gone = {} if keep else _leftovers(root, files, earlier, port)
    if record is not None:
        refuse_within(record, [root / name for name in files])
        note_export(marked, record, manifest=digest(files[MANIFEST]), port=port)
    return write_set(root, files, last=MANIFEST, expected=expected | gone, gone=gone, port=port)


def leftovers(
    artifacts: Iterable[Artifact], folder: str | os.PathLike[str], *, port: Port = DISK
) -> tuple[str, ...]:
    """Name the files of an earlier export that a new one does not make: :func:`write` removes them.

    Only those that are still to the byte what was written; whatever somebody has changed stays.
    """
    root = Path(folder)
    try:
        listed, sound = read_manifest(root / MANIFEST, port)
    except StorageError:
        return ()
    names = {artifact.name for artifact in artifacts}
    return tuple(sorted(_leftovers(root, names, listed if sound else {}, port)))


def verify(folder: str | os.PathLike[str], *, port: Port = DISK) -> Verdict:
    """Tell whether the files of a set are those that were written.

    Raises:
        StorageError: There is no manifest (``S301``), it is none of ours (``S314``), a link or a device
            (``S308``), or something cannot be read.
    """
    root = Path(folder)
    listed, sound = read_manifest(root / MANIFEST, port)
    missing, changed = [], [] if sound else [MANIFEST]
    there = _names_below(root, {name.rpartition("/")[0] for name in listed}, port)
    for name, known in listed.items():
        if name not in there:
            missing.append(name)
        elif digest_of(root / name, port=port) != known:
            changed.append(name)
    parents = {name[: end + 1] for name in listed for end, sign in enumerate(name) if sign == "/"}
    return Verdict(
        missing=tuple(missing),
        changed=tuple(changed),
        extra=tuple(sorted(there - listed.keys() - parents - {MANIFEST})),
        unfinished=is_unfinished(root, port=port),
    )


def _earlier(root: Path, port: Port, *, overwrite: bool) -> dict[str, str]:
    """Settle the folder and give the digests of the export that is there, its manifest among them.

    A manifest that is none of ours, or that somebody has changed, vouches for nothing.
    """
    try:
        settle(root, through_link=False, port=port)
        listed, sound = read_manifest(root / MANIFEST, port)
    except StorageError as error:
        if error.code in {"S301", "S310"}:
            return {}
        if error.code not in {"S302", "S308", "S314"} or error.path != str(root / MANIFEST):
            raise
        listed, sound = {}, False
    if sound:
        return listed | {MANIFEST: digest(read_bytes(root / MANIFEST, ordinary=True, port=port))}
    if not overwrite:
        raise _strange(root, [MANIFEST])
    return {}


def _expected(
    root: Path, files: Mapping[str, bytes], earlier: Mapping[str, str], port: Port
) -> dict[str, str]:
    """Give the digests that files must have so that they may be replaced; refuse those from elsewhere."""
    there = _names_below(root, {name.rpartition("/")[0] for name in files}, port)
    strange = [
        name
        for name, data in files.items()
        if name in there and digest_of(root / name, port=port) not in {earlier.get(name), digest(data)}
    ]
    if strange:
        raise _strange(root, strange)
    return {name: earlier.get(name, ABSENT) if name in there else ABSENT for name in files}


def _leftovers(root: Path, names: Container[str], earlier: Mapping[str, str], port: Port) -> dict[str, str]:
    """Give name and digest of each file of an earlier export that is unchanged and not made anew."""
    there = _names_below(root, {name.rpartition("/")[0] for name in earlier}, port)
    return {
        name: known
        for name, known in earlier.items()
        if name not in names and name != MANIFEST and name in there
        if digest_of(root / name, port=port) == known
    }


def _strange(root: Path, names: list[str]) -> StorageError:
    return StorageError("S313", str(root), Message.of(_STRANGE, names=", ".join(names)))


def _names_below(root: Path, folders: Iterable[str], port: Port) -> set[str]:
    """Give what lies in the folder and in the sub-folders that a set uses, sub-folders with ``/``."""
    found: set[str] = set()
    wanted = {"", *folders}
    wanted |= {folder[:end] for folder in wanted for end, sign in enumerate(folder) if sign == "/"}
    for folder in sorted(wanted):
        if folder and f"{folder}/" not in found:
            continue
        prefix = f"{folder}/" if folder else ""
        try:
            found |= {prefix + name for name in names_in(root / folder, port=port)}
        except StorageError as error:
            if error.code != "S310":
                raise
    return found
