"""The manifest of a set: what each file is, how large, with which digest, made by whom for which audience.

It ends with its own digest, so that a changed byte in it shows as one in any other file does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from jmdexport.records import Artifact
from jmdmodel.errors import StorageError
from jmdmodel.messages import Message, Say
from jmdmodel.storage import Port, digest, name_fault, read_bytes

_FORMAT: Final = "jmdexport-manifest"
_VERSION: Final = 1

_NO_MANIFEST = Say(
    de="Das ist kein Verzeichnis von Dateien, das „jmdexport“ geschrieben hat.",
    en='This is no list of files that "jmdexport" has written.',
)


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


def read_manifest(path: Path, port: Port) -> tuple[dict[str, str], bool]:
    """Give the digests by name, and whether the manifest is as it was written."""
    data = read_bytes(path, ordinary=True, port=port)
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
