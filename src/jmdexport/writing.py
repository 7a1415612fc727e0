"""Artifacts on disk: names that work everywhere, one set with a manifest, and the check of such a set.

The manifest is written last and names every file with size and digest, who made it, and for which
audience. So a reader can tell whether a set is whole, and which file does not belong to it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from jmdexport.accepting import MANIFEST, one_each
from jmdexport.errors import NothingExported
from jmdexport.records import Artifact, MadeBy
from jmdmodel.errors import StorageError
from jmdmodel.messages import Message, Say
from jmdmodel.storage import (
    ABSENT,
    DISK,
    Port,
    digest,
    is_unfinished,
    name_fault,
    names_in,
    read_bytes,
    settle,
    write_set,
)

_FORMAT = "jmdexport-manifest"
_VERSION = 1

_NO_MANIFEST = Say(
    de="Das ist kein Verzeichnis von Dateien, das „jmdexport“ geschrieben hat.",
    en='This is no list of files that "jmdexport" has written.',
)
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
    port: Port = DISK,
) -> tuple[Path, ...]:
    """Write artifacts and their manifest into a folder, all or none, and give the paths.

    Files of an earlier export in the same folder are replaced. A file that comes from elsewhere, or that
    somebody has changed since, is not touched: nothing is written then.

    Args:
        artifacts: What :func:`~jmdexport.run.export` gave.
        folder: Where to; made if it is missing.
        made_by: Who made those artifacts that do not say so themselves.
        overwrite: Replace files from elsewhere, too.
        port: The operating system.

    Raises:
        NothingExported: There are no artifacts.
        BadArtifact: Names cannot be, or clash; the same file given twice counts once.
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
    expected = {} if overwrite else _expected(Path(folder), files, port)
    return write_set(folder, files, last=MANIFEST, expected=expected, port=port)


def manifest(artifacts: Sequence[Artifact]) -> bytes:
    """Give the manifest of artifacts: for each name, media type, size, digest and maker; no time of day.

    The digest at its end is that of the manifest without it, so that a changed byte in it shows, too.
    """
    audiences = [artifact.made_by.audience for artifact in artifacts if artifact.made_by]
    return _sealed(
        {
            "format": _FORMAT,
            "version": _VERSION,
            "audience": max(audiences).code if audiences else None,
            "files": [_entry(artifact) for artifact in sorted(artifacts, key=lambda one: one.name)],
        }
    )


def verify(folder: str | os.PathLike[str], *, port: Port = DISK) -> Verdict:
    """Tell whether the files of a set are those that were written.

    Raises:
        StorageError: There is no manifest (``S301``), it is none of ours (``S314``), or something cannot
            be read.
    """
    root = Path(folder)
    listed, sound = _read_manifest(root / MANIFEST, port)
    missing, changed = [], [] if sound else [MANIFEST]
    there = _names_below(root, {name.rpartition("/")[0] for name in listed}, port)
    for name, known in listed.items():
        if name not in there:
            missing.append(name)
        elif digest(read_bytes(root / name, port=port)) != known:
            changed.append(name)
    parents = {name[: end + 1] for name in listed for end, sign in enumerate(name) if sign == "/"}
    return Verdict(
        missing=tuple(missing),
        changed=tuple(changed),
        extra=tuple(sorted(there - listed.keys() - parents - {MANIFEST})),
        unfinished=is_unfinished(root, port=port),
    )


def _entry(artifact: Artifact) -> dict[str, Any]:
    made = artifact.made_by
    return {
        "name": artifact.name,
        "media_type": artifact.media_type,
        "bytes": len(artifact.data),
        "sha256": digest(artifact.data),
        "audience": made.audience.code if made else None,
        "exporter": made.exporter if made else None,
        "plugin": made.plugin or None if made else None,
        "distribution": made.distribution or None if made else None,
        "version": made.version or None if made else None,
    }


def _sealed(content: Mapping[str, Any]) -> bytes:
    return _as_json(dict(content) | {"sha256": digest(_as_json(content))})


def _as_json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _read_manifest(path: Path, port: Port) -> tuple[dict[str, str], bool]:
    """Give the digests by name, and whether the manifest is as it was written."""
    data = read_bytes(path, port=port)
    try:
        content = json.loads(data)
        if content["format"] != _FORMAT or content["version"] != _VERSION:
            raise ValueError  # noqa: TRY301 - told below, with all other ways of being none
        listed = {str(entry["name"]): str(entry["sha256"]) for entry in content["files"]}
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise StorageError("S314", str(path), Message(_NO_MANIFEST)) from error
    if any(name_fault(name) for name in listed):
        raise StorageError("S314", str(path), Message(_NO_MANIFEST))
    unsealed = {key: value for key, value in content.items() if key != "sha256"}
    return listed, _sealed(unsealed) == data


def _expected(root: Path, files: Mapping[str, bytes], port: Port) -> dict[str, str]:
    """Give the digests that files must have so that they may be replaced; refuse those from elsewhere."""
    try:
        settle(root, port=port)
    except StorageError as error:
        if error.code != "S310":
            raise
        return {}
    try:
        listed, _ = _read_manifest(root / MANIFEST, port)
        expected = listed | {MANIFEST: digest(read_bytes(root / MANIFEST, port=port))}
    except StorageError as error:
        if error.code == "S314":
            raise _strange(root, [MANIFEST]) from error
        if error.code != "S301":
            raise
        expected = {}
    there = _names_below(root, {name.rpartition("/")[0] for name in files}, port)
    strange = [
        name
        for name, data in files.items()
        if name in there
        and digest(read_bytes(root / name, port=port)) not in (expected.get(name), digest(data))
    ]
    if strange:
        raise _strange(root, strange)
    return {name: expected.get(name, ABSENT) if name in there else ABSENT for name in files}


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
        found |= {prefix + name for name in names_in(root / folder, port=port)}
    return found
