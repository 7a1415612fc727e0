"""Coded values with labels, and ordinal scales with anchored steps.

A :class:`Coded` value is a word of the vocabulary: its ``value`` is the code that stands in the file,
its label is German and English. An :class:`Ordinal` is a coded value with an order and, for each step,
a sentence that anchors it, so that two people rate alike. Ordinal values are compared and counted,
never added up: they have no arithmetic, and that is on purpose.
"""

from __future__ import annotations

import enum
from typing import Any, Self

from jmdmodel.errors import ModelError
from jmdmodel.messages import Say

__all__ = [
    "Audience",
    "Coded",
    "Importance",
    "Intensity",
    "Ordinal",
    "TieStrength",
]


class Coded(enum.Enum):
    """A value of a closed list: code, label in both languages, plural, and a sentence that tells it apart."""

    label: Say
    plural: Say
    anchor: Say | None

    step: int

    def __new__(cls, code: Any, label: Say, anchor: Say | None = None, plural: Say | None = None) -> Self:
        """Take code, label, anchor and plural from the tuple that defines a member."""
        member = object.__new__(cls)
        member._value_ = code
        member.step = len(cls.__members__) + 1
        member.label = label
        member.plural = plural or label
        member.anchor = anchor
        return member

    @property
    def code(self) -> str:
        """The code as it stands in a file and in data exports."""
        return str(self.value)

    @classmethod
    def of(cls, code: str | int) -> Self:
        """Give the member with a code, as text or, for scales of numbers, as number.

        Raises:
            ModelError: There is none; the error names those that there are.

        Example:
            >>> Audience.of("report"), Intensity.of(4)
            (Audience.REPORT, Intensity.MONTHLY)
        """
        for member in cls:
            if member.code == str(code):
                return member
        known = ", ".join(member.code for member in cls)
        raise ModelError(f"{cls.__name__} knows no such code; there are: {known}.")

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Ordinal(Coded):
    """A coded value on a scale, lowest first; ``step`` counts from 1 in the order of definition."""

    def __lt__(self, other: Any) -> bool:
        return self.step < other.step if type(other) is type(self) else NotImplemented

    def __le__(self, other: Any) -> bool:
        return self.step <= other.step if type(other) is type(self) else NotImplemented

    def __gt__(self, other: Any) -> bool:
        return self.step > other.step if type(other) is type(self) else NotImplemented

    def __ge__(self, other: Any) -> bool:
        return self.step >= other.step if type(other) is type(self) else NotImplemented


class Audience(Ordinal):
    """Who may see something; the same five words class each field and each output (R-51).

    German: Adressatenkreis.
    """

    PUBLIC = "public", Say("Öffentlichkeit", "public")
    REPORT = "report", Say("Träger und Fördergeber", "provider and funder")
    INTERNAL = "internal", Say("Team", "team")
    PERSONAL = "personal", Say("namentlich Berechtigte", "people entitled by name")
    SOCIAL = "social", Say("Fallverantwortliche", "people responsible for the case")


class Intensity(Ordinal):
    """How often there is contact: frequency alone, not how good it is (R-32). German: Intensität."""

    YEARLY = 1, Say("höchstens einmal im Jahr", "at most once a year")
    SEVERAL = 2, Say("zwei- bis dreimal im Jahr", "two or three times a year")
    QUARTERLY = 3, Say("vier- bis elfmal im Jahr", "four to eleven times a year")
    MONTHLY = 4, Say("ein- bis dreimal im Monat", "one to three times a month")
    WEEKLY = 5, Say("wöchentlich oder öfter", "weekly or more often")


class Importance(Ordinal):
    """How much a contact matters for the goals of the service (R-32). German: Wichtigkeit.

    The words are fit to be read by the partner itself.
    """

    LOW = 1, Say("derzeit von geringem Gewicht", "of little weight at present")
    USEFUL = 2, Say("gelegentlich nützlich", "useful now and then")
    SOME_GOALS = 3, Say("für einige Ziele nötig", "needed for some goals")
    MOST_GOALS = 4, Say("für die meisten Ziele nötig", "needed for most goals")
    INDISPENSABLE = 5, Say("unverzichtbar", "indispensable")


class TieStrength(Ordinal):
    """How closely two partners work together, as far as known (R-07). German: Stärke der Verbindung."""

    LOOSE = 1, Say("lose", "loose")
    REGULAR = 2, Say("regelmäßig", "regular")
    CLOSE = 3, Say("eng", "close")
    JOINT_WORK = 4, Say("gemeinsame Arbeit", "joint work")
