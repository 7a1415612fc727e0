"""What has to be said beside the tables: why something is missing, and what became of protected numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from jmdexport.builtin._impuls_columns import File
from jmdmodel.messages import Language, Message, Say

if TYPE_CHECKING:  # the protection costs time that an export without numbers of people need not pay
    from jmdmodel.privacy.counts import ProtectedCounts, ProtectedTable

_NO_COUNTS = Say(
    de="Zahlen von Personen gehören nicht zu dieser Fassung.",
    en="Numbers of persons are not part of this edition.",
)
OTHER_TABLES = ("participations",)
"""Protected tables that stand in none of the files."""


@attrs.frozen
class Note:
    """A sentence about one file, or about all of them where it names none."""

    message: Message
    file: File | None = None

    def as_data(self, language: Language) -> dict[str, str]:
        """Give the note as the data package has it."""
        path = {} if self.file is None else {"path": self.file.name}
        return {**path, "text": self.message.in_(language)}


class Persons:
    """Looks numbers of persons up in the protected tables, and says what became of them."""

    def __init__(self, counts: ProtectedCounts | None) -> None:
        self.counts = counts

    def tables(self) -> tuple[ProtectedTable, ...]:
        """Give the tables that may be shown."""
        return () if self.counts is None else self.counts.shown

    def of(self, table: str, code: str) -> int | None:
        """Give the number of one thing or word; ``None`` where it is hidden, or not there at all."""
        found = None if self.counts is None else self.counts.get(table)
        return None if found is None else found.by_codes().get((code,))

    def notes(self) -> list[Note]:
        """Say why numbers are missing: none in this edition, hidden ones, divisions that had to go."""
        if self.counts is None:
            return [Note(Message.of(_NO_COUNTS))]
        shown = [table for table in self.counts.shown if table.name not in OTHER_TABLES]
        others = {table.title for table in self.counts.shown if table.name in OTHER_TABLES}
        said = [Message(self.counts.note)] if self._told(shown) else []
        said += [one for one in self.counts.changes if not others & {value for _, value in one.values}]
        said += [one.reason for one in self.counts.not_shown if one.name not in OTHER_TABLES]
        return [Note(message) for message in said]

    def _told(self, shown: list[ProtectedTable]) -> bool:
        return self.counts is not None and (
            self.counts.mode == "round5" or any(table.hidden for table in shown)
        )
