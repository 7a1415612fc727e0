"""All lines of a record of exports together: what is wrong with one, or with its place below the one above.

Nothing here touches a disk.

Serves R-51.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from jmdexport.export_record import ExportRecord, ReadLine, read_line
from jmdmodel.errors import Position
from jmdmodel.messages import Language, Message, Say

RECORD_NAME: Final = "exports.jsonl"
"""What the command line calls the record."""

_NO_LINE = Say(de="Das ist keine Zeile eines Exportnachweises.", en="This is no line of a record of exports.")
_CHANGED = Say(de="Diese Zeile wurde verändert.", en="This line was changed.")
_NO_END = Say(
    de="Am Ende fehlt der Zeilenwechsel; die Zeile ist vielleicht abgeschnitten.",
    en="The line break at the end is missing; the line may be cut off.",
)
_MOVED = Say(
    de="Diese Zeile steht nicht an ihrem Platz; sie gehört unter Zeile {line}.",
    en="This line is not in its place; it belongs below line {line}.",
)
_FIRST = Say(
    de="Diese Zeile steht nicht an ihrem Platz; sie ist eine erste Zeile.",
    en="This line is not in its place; it is a first line.",
)
_GAP = Say(
    de="Vor dieser Zeile fehlt mindestens eine andere, oder die Zeile darüber gehört nicht hierher.",
    en="At least one line before this one is missing, or the line above does not belong here.",
)
COMPARE = Say(
    de="Abhilfe: mit einer Sicherung vergleichen, die Datei so aufbewahren und einen neuen Nachweis"
    " beginnen.",
    en="Compare it with a backup; keep the file as it is, and begin a new record.",
)


@attrs.frozen
class RecordFault:
    """One thing that is wrong with a record of exports.

    Attributes:
        code: Stable code, ``E441`` to ``E447``.
        position: The file and the line; the line behind the last one for what is missing at the end.
        what: What is wrong.
        remedy: What to do.
    """

    code: str
    position: Position
    what: Message
    remedy: Message

    def in_(self, language: Language) -> str:
        """Give the fault as one line: place, what, remedy, code."""
        return f"{self.position}: {self.what.in_(language)} {self.remedy.in_(language)} [{self.code}]"


@attrs.frozen(kw_only=True)
class RecordVerdict:
    """What became of a record of exports since its first line was written.

    Attributes:
        records: The lines that can be read, in order.
        faults: All that is wrong, by line.
    """

    records: tuple[ExportRecord, ...] = ()
    faults: tuple[RecordFault, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether no line was changed, taken out, put in or moved, as far as the lines themselves tell."""
        return not self.faults

    @property
    def last(self) -> str | None:
        """Digest of the last line; kept elsewhere, it shows later whether lines were cut off."""
        return self.records[-1].sha256 if self.records else None


def read_record(data: bytes, *, name: str = RECORD_NAME) -> RecordVerdict:
    """Read the lines of a record and tell what is wrong with them; touches no disk."""
    rows = data.split(b"\n")
    tail = rows.pop()
    lines = [read_line(row) for row in ([*rows, tail] if tail else rows)]
    faults = list(_faults(lines, name))
    if tail:
        faults.append(fault("E443", Position(name, len(lines), 1), Message(_NO_END), COMPARE))
    return RecordVerdict(records=tuple(line.record for line in lines if line), faults=tuple(faults))


def _faults(lines: Sequence[ReadLine | None], name: str) -> Iterator[RecordFault]:
    """Yield what is wrong with each line, and with its place below the one above."""
    places = {line.stated: number for number, line in enumerate(lines, start=1) if line}
    for number, line in enumerate(lines, start=1):
        position = Position(name, number, 1)
        if line is None:
            yield fault("E441", position, Message(_NO_LINE), COMPARE)
        elif not line.is_sound:
            yield fault("E442", position, Message(_CHANGED), COMPARE)
        elif number > 1 and lines[number - 2] is None:
            continue  # what stood above cannot be told, and that was said there
        elif not _follows(line, lines[number - 2] if number > 1 else None):
            yield fault("E444", position, _misplaced(line.record, number, places), COMPARE)


def _follows(line: ReadLine, above: ReadLine | None) -> bool:
    """Tell whether a line is the one that was written below another, even if that one was changed since."""
    if above is None:
        return line.record.previous is None and line.record.number == 1
    if not above.is_sound:
        return line.record.previous in {above.stated, above.record.sha256}
    return line.record.previous == above.record.sha256 and line.record.number == above.record.number + 1


def _misplaced(record: ExportRecord, number: int, places: dict[str, int]) -> Message:
    if record.previous is None:
        return Message(_FIRST)
    place = places.get(record.previous)
    return Message(_GAP) if place is None or place == number - 1 else Message.of(_MOVED, line=place)


def fault(code: str, position: Position, what: Message, remedy: Say) -> RecordFault:
    """Give a fault with its remedy."""
    return RecordFault(code, position, what, Message(remedy))
