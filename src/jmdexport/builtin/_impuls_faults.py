"""What can be wrong with files that are read back, and with a mapping file: all at once, with its place."""

from __future__ import annotations

import attrs

from jmdexport.errors import ExportError
from jmdmodel.messages import Language, Message, Say

SHOWN_FAULTS = 50
"""How many faults the text of an error lists; all of them are kept."""

_HEAD = Say(
    de="Die Tabellen ließen sich nicht lesen, Zahl der Fehler: {n}.",
    en="The tables cannot be read, number of faults: {n}.",
)
_HEAD_MAPPING = Say(
    de="Die Zuordnung passt nicht, Zahl der Fehler: {n}.",
    en="The mapping does not fit, number of faults: {n}.",
)
_MORE = Say(de="… und {n} weitere Fehler.", en="… and {n} more faults.")
_NEAR = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Did you mean "{near}"?')


def meant(near: str | None) -> Say:
    """Give the sentence that names the nearest known name; nothing where none is near."""
    return Say("", "") if near is None else Message.of(_NEAR, near=near).as_say()


@attrs.frozen
class CellFault:
    """One thing that is wrong: file, line (0: the whole file), column, what, and the nearest known name."""

    file: str
    line: int
    column: str
    what: Message
    near: str | None = None

    def in_(self, language: Language) -> str:
        """Give the fault as one line."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}{f' {self.column}' if self.column else ''}: {self.what.in_(language)}"


class _FaultsError(ExportError):
    head: Say

    def __init__(self, faults: tuple[CellFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    @property
    def message(self) -> Message:
        """All faults, one a line, with their true number."""
        return Message.of(Say("{lines}", "{lines}"), lines=Say(self._lines("de"), self._lines("en")))

    def _lines(self, language: Language) -> str:
        lines = [Message.of(self.head, n=len(self.faults)).in_(language)]
        lines += [fault.in_(language) for fault in self.faults[:SHOWN_FAULTS]]
        if len(self.faults) > SHOWN_FAULTS:
            lines.append(Message.of(_MORE, n=len(self.faults) - SHOWN_FAULTS).in_(language))
        return "\n".join(lines)


class ImpulsFault(_FaultsError):  # noqa: N818 - the names of this family are fixed words of the interface
    """The files cannot be read back; holds *all* faults."""

    code = "E431"
    head = _HEAD


class MappingFault(_FaultsError):  # noqa: N818 - as above
    """A mapping of columns and codes cannot be used; holds *all* faults, each with line and nearest name."""

    code = "E432"
    head = _HEAD_MAPPING
