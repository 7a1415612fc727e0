"""The record of what left the house, on disk: a line put at its end, and the check of all lines.

A line is there before the files are: an export that did not come about may stand in the record, but none
is missing from it. A record that was changed is not written on; it is kept, and a new one begun.

Serves R-51.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import attrs

from jmdexport.accepting import MANIFEST
from jmdexport.errors import RecordRefused
from jmdexport.export_record import (
    ExportRecord,
    check_text,
    check_time,
    next_record,
    plain_text,
    whole_seconds,
)
from jmdexport.record_chain import COMPARE, RecordFault, RecordVerdict, fault, read_record
from jmdexport.records import Artifact
from jmdmodel.errors import Position, StorageError
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience
from jmdmodel.storage import ABSENT, DISK, Port, digest, digest_of, name_fault, read_bytes, write_file

_DAMAGED = Say(
    de="{path} wurde verändert. Was daran nicht stimmt, zeigt „jmd verify {path}“. Damit weiter exportiert"
    " werden kann, ist diese Datei umzubenennen und aufzubewahren; danach beginnt ein neuer Nachweis.",
    en='{path} was changed. "jmd verify {path}" shows what is wrong with it. To go on exporting, rename this'
    " file and keep it; a new record begins then.",
)
_OVERTAKEN = Say(
    de="In {path} wurde im selben Augenblick ein anderer Export eingetragen. Es wurde nichts geschrieben; der"
    " Export ist zu wiederholen.",
    en="Another export was entered in {path} at the same moment. Nothing was written; export again.",
)
_IN_SET = Say(
    de="{path} ist selbst eine Datei dieses Exports. Nötig ist ein anderer Ort für den Nachweis.",
    en="{path} is a file of this export itself. Choose another place for the record.",
)
_WHO = Say(
    de="Über „internal“ gehören ein Zweck und ein Empfänger in den Nachweis.",
    en='Above "internal" a purpose and a recipient belong in the record.',
)
_UNKNOWN_LAST = Say(
    de="Keine Zeile hat die Prüfsumme {last}. Am Ende fehlt etwas, oder der Nachweis ist ein anderer.",
    en="No line has the digest {last}. Something is missing at the end, or it is another record.",
)
_NEVER = Say(
    de="Zu den Dateien in {folder} gibt es keinen Eintrag.", en="No line is about the files in {folder}."
)
_FILE_GONE = Say(
    de="Die Datei {name} aus dieser Zeile fehlt in {folder}.",
    en="The file {name} of this line is missing in {folder}.",
)
_FILE_CHANGED = Say(
    de="Die Datei {name} in {folder} ist eine andere als die eingetragene.",
    en="The file {name} in {folder} is another one than was recorded.",
)
_EXPORT_AGAIN = Say(
    de="Abhilfe: neu exportieren, oder klären, wer die Datei geändert hat.",
    en="Export again, or find out who has changed the file.",
)


@attrs.frozen(kw_only=True)
class Recording:
    """Where and on what occasion an export is recorded.

    Attributes:
        path: The record; made when it is missing.
        at: When, with a time zone; the library reads no clock.
        purpose: What the export is for; one line, at most 500 characters.
        recipient: Who gets it; the same.

    Raises:
        RecordRefused: The time has no zone, or purpose or recipient cannot be kept.
    """

    path: str | os.PathLike[str]
    at: datetime = attrs.field(converter=whole_seconds, validator=check_time)
    purpose: str = attrs.field(default="", repr=False, converter=plain_text, validator=check_text)
    recipient: str = attrs.field(default="", repr=False, converter=plain_text, validator=check_text)


def note_export(
    artifacts: Iterable[Artifact], record: Recording, *, manifest: str | None = None, port: Port = DISK
) -> ExportRecord:
    """Put a line about an export at the end of a record, and give it. German: in den Nachweis eintragen.

    :func:`~jmdexport.writing.write` does it when it is told to; a program that hands files out in another
    way calls it before. The record is replaced in one step, old or new and never half.

    Args:
        artifacts: What leaves the house.
        record: Where, when, what for, for whom.
        manifest: Digest of the manifest, if there is one.
        port: The operating system.

    Raises:
        RecordRefused: The record was changed by somebody, somebody else has written in it at the same moment,
            or above ``internal`` the purpose or the recipient is missing.
        StorageError: The disk refuses.
    """
    files = tuple(artifacts)
    private = any(one.made_by is not None and one.made_by.audience > Audience.INTERNAL for one in files)
    if private and not (record.purpose and record.recipient):
        raise RecordRefused(Message(_WHO))
    try:
        before = read_bytes(record.path, ordinary=True, port=port)
        known = digest(before)
    except StorageError as error:
        if error.code != "S301":
            raise
        before, known = b"", ABSENT
    verdict = read_record(before, name=os.fspath(record.path))
    if not verdict.is_whole:
        raise RecordRefused(Message.of(_DAMAGED, path=os.fspath(record.path)))
    added = next_record(
        verdict.records[-1] if verdict.records else None,
        files,
        at=record.at,
        purpose=record.purpose,
        recipient=record.recipient,
        manifest=manifest,
    )
    try:
        write_file(record.path, before + added.line, expected_digest=known, port=port)
    except StorageError as error:
        if error.code not in {"S309", "S311"}:
            raise
        raise RecordRefused(Message.of(_OVERTAKEN, path=os.fspath(record.path))) from error
    return added


def refuse_within(record: Recording, paths: Iterable[Path]) -> None:
    """Refuse a record that is one of the files that it is about.

    Raises:
        RecordRefused: It is.
    """
    place = Path(record.path).resolve()
    if any(place == path.resolve() for path in paths):
        raise RecordRefused(Message.of(_IN_SET, path=os.fspath(record.path)))


def verify_record(
    path: str | os.PathLike[str],
    *,
    last: str | None = None,
    folder: str | os.PathLike[str] | None = None,
    port: Port = DISK,
) -> RecordVerdict:
    """Tell whether the lines of a record are those that were written, with all that is wrong at once.

    Lines that were cut off at the end leave no trace in those that are left. Who has kept the digest of a
    line elsewhere finds that, too.

    Args:
        path: The record.
        last: A digest that was that of the last line some time ago.
        folder: A folder with exported files; they are compared with the newest line about them.
        port: The operating system.

    Raises:
        StorageError: There is no such record (``S301``), it is no ordinary file, or cannot be read.
    """
    name = os.fspath(path)
    verdict = read_record(read_bytes(path, ordinary=True, port=port), name=name)
    found = list(verdict.faults)
    end = Position(name, len(verdict.records) + 1, 1)
    if last is not None and last.strip().lower() not in {one.sha256 for one in verdict.records}:
        found.append(fault("E445", end, Message.of(_UNKNOWN_LAST, last=last.strip()), COMPARE))
    if folder is not None:
        found += _compared(verdict.records, Path(folder), name, end, port)
    return attrs.evolve(verdict, faults=tuple(sorted(found, key=lambda one: one.position)))


def _compared(
    records: Sequence[ExportRecord], folder: Path, name: str, end: Position, port: Port
) -> Iterator[RecordFault]:
    """Yield what is other in a folder than the newest line about it says."""
    shown = str(folder)
    manifest = digest_of(folder / MANIFEST, port=port)
    about = [one for one in records if one.manifest == manifest]
    names = {file.name for one in about for file in one.files if name_fault(file.name) is None}
    now = {name: digest_of(folder / name, port=port) for name in sorted(names)}
    if manifest is None:
        about = [one for one in about if any(now.get(file.name) for file in one.files)]
    if not about:
        yield fault("E446", end, Message.of(_NEVER, folder=shown), _EXPORT_AGAIN)
        return
    position = Position(name, about[-1].number, 1)
    for file in about[-1].files:
        found = now.get(file.name)
        if found != file.sha256:
            say = _FILE_GONE if found is None else _FILE_CHANGED
            told = Message.of(say, name=file.name, folder=shown)
            yield fault("E447", position, told, _EXPORT_AGAIN)
