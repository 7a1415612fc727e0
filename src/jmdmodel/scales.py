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
        return cls._member(code, label, anchor=anchor, plural=plural)

    @classmethod
    def _member(cls, code: Any, label: Say, *, anchor: Say | None = None, plural: Say | None = None) -> Self:
        """Make the next member, for lists whose tuples have parts of their own as well."""
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

    YEARLY = (
        1,
        Say("höchstens einmal im Jahr", "at most once a year"),
        Say(
            "In zwölf Monaten gab es höchstens einen Austausch.",
            "There was one exchange in twelve months at most.",
        ),
    )
    SEVERAL = (
        2,
        Say("zwei- bis dreimal im Jahr", "two or three times a year"),
        Say(
            "In zwölf Monaten gab es zwei oder drei Mal Austausch.",
            "There were two or three exchanges in twelve months.",
        ),
    )
    QUARTERLY = (
        3,
        Say("vier- bis elfmal im Jahr", "four to eleven times a year"),
        Say(
            "Mindestens einmal im Quartal gab es Austausch, aber nicht jeden Monat.",
            "There was an exchange once a quarter at least, but not every month.",
        ),
    )
    MONTHLY = (
        4,
        Say("ein- bis dreimal im Monat", "one to three times a month"),
        Say(
            "Mindestens einmal im Monat gab es Austausch, aber nicht jede Woche.",
            "There was an exchange once a month at least, but not every week.",
        ),
    )
    WEEKLY = (
        5,
        Say("wöchentlich oder öfter", "weekly or more often"),
        Say(
            "In jeder gewöhnlichen Arbeitswoche gab es Austausch.",
            "There was an exchange in every usual week of work.",
        ),
    )


class Importance(Ordinal):
    """How much a contact matters for the goals of the service (R-32). German: Wichtigkeit.

    The words are fit to be read by the partner itself.
    """

    LOW = (
        1,
        Say("derzeit von geringem Gewicht", "of little weight at present"),
        Say("Zurzeit hängt keines unserer Ziele davon ab.", "None of our goals depends on it at present."),
    )
    USEFUL = (
        2,
        Say("gelegentlich nützlich", "useful now and then"),
        Say("In einzelnen Fällen hilft der Kontakt weiter.", "The contact helps in single cases."),
    )
    SOME_GOALS = (
        3,
        Say("für einige Ziele nötig", "needed for some goals"),
        Say("Einige unserer Ziele erreichen wir nur mit ihm.", "Some of our goals we reach only with it."),
    )
    MOST_GOALS = (
        4,
        Say("für die meisten Ziele nötig", "needed for most goals"),
        Say(
            "Die meisten unserer Ziele erreichen wir nur mit ihm.", "Most of our goals we reach only with it."
        ),
    )
    INDISPENSABLE = (
        5,
        Say("unverzichtbar", "indispensable"),
        Say(
            "Ohne ihn könnten wir unseren Auftrag nicht erfüllen.", "Without it we could not fulfil our task."
        ),
    )


class TieStrength(Ordinal):
    """How closely two partners work together, as far as known (R-07). German: Stärke der Verbindung."""

    LOOSE = (
        1,
        Say("lose", "loose"),
        Say(
            "Sie kennen einander und sprechen sich bei Gelegenheit.",
            "They know each other and talk on occasion.",
        ),
    )
    REGULAR = (
        2,
        Say("regelmäßig", "regular"),
        Say("Sie tauschen sich zu festen Zeiten aus.", "They exchange views at fixed times."),
    )
    CLOSE = (
        3,
        Say("eng", "close"),
        Say(
            "Sie stimmen ihre Arbeit aufeinander ab und verweisen aneinander.",
            "They tune their work to each other and refer people to each other.",
        ),
    )
    JOINT_WORK = (
        4,
        Say("gemeinsame Arbeit", "joint work"),
        Say(
            "Sie tragen etwas gemeinsam: ein Angebot, ein Projekt oder Fälle.",
            "They carry something together: an offer, a project or cases.",
        ),
    )
