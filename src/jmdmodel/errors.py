"""The errors of the library: one root, a few families, every fault as data.

Each line that a person reads has the same shape: place, what is wrong, what was expected, what to do.
The parts are fields, so that a program can use them; the text is made in ``__str__``. Every error
pickles, and none carries the value of a private field.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from jmdmodel.messages import Language, Message, Say

SHOWN_FAULTS = 50
"""How many faults a text lists; all of them are kept in :attr:`LoadError.faults`."""


class JmdError(Exception):
    """The root of all errors that the library raises on purpose."""

    def in_(self, language: Language) -> str:
        """Give the text of the error in one language; one that has no German text gives its English one."""
        told = self.args[0] if self.args else ""
        return told.in_(language) if isinstance(told, Message) else str(told)

    def __str__(self) -> str:
        return self.in_("en")


class ModelError(JmdError):
    """A value of the model was used in a way that it does not allow."""


class StorageError(JmdError):
    """A file could not be read or written, or somebody else changed it in between."""

    def __init__(self, code: str, path: str, message: Message) -> None:
        super().__init__(code, path, message)
        self.code = code
        self.path = path
        self.message = message

    def in_(self, language: Language) -> str:
        """Give path, message and code in one language."""
        return f"{self.path}: {self.message.in_(language)} [{self.code}]"


@attrs.frozen(order=True)
class Position:
    """A place in a file, line and column counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@attrs.frozen(kw_only=True)
class ModelFault:
    """One thing that is wrong in a workspace.

    Attributes:
        code: Stable code, for instance ``L105``.
        path: Place in the model as it is written in findings, ``partners/jobcenter.kind``.
        what: What is wrong, with the value where it is not private.
        expected: What would have been right, if that can be said.
        remedy: What to do.
        near: The nearest known name, if one is near.
    """

    code: str
    path: str
    what: Message
    expected: Message | None = None
    remedy: Message | None = None
    near: str | None = None

    @property
    def _place(self) -> str:
        return self.path

    def in_(self, language: Language) -> str:
        """Give the fault as one line: place, what, expected, remedy, code."""
        told = [part.in_(language) for part in (self.what, self.expected, self.remedy) if part is not None]
        parts = [text[:1].upper() + text[1:] for text in told]
        return f"{self._place}: {' '.join(parts)} [{self.code}]"

    def in_file(self, position: Position) -> LoadFault:
        """Give the same fault with its place in a file."""
        return LoadFault(position=position, **attrs.asdict(self, recurse=False))


@attrs.frozen(kw_only=True)
class LoadFault(ModelFault):
    """One thing that is wrong in a file: a fault with its place there.

    Attributes:
        position: Place in the file.
    """

    position: Position

    @property
    def _place(self) -> str:
        return f"{self.position} {self.path}" if self.path else str(self.position)


_MORE = Say(de="… weitere Fehler: {n}.", en="… further faults: {n}.")
_HEAD = Say(
    de="Die Datei konnte nicht geladen werden, Zahl der Fehler: {n}.",
    en="The file could not be loaded, number of faults: {n}.",
)


class LoadError(JmdError):
    """A workspace could not be loaded; holds *all* faults of the file, by position."""

    def __init__(self, faults: tuple[LoadFault, ...]) -> None:
        ordered = tuple(sorted(faults, key=lambda fault: (fault.position, fault.path, fault.code)))
        super().__init__(ordered)
        self.faults = ordered

    def in_(self, language: Language) -> str:
        """Give the number of faults and the first fifty of them, a line each."""
        return "\n".join(
            [Message.of(_HEAD, n=len(self.faults)).in_(language), *_listed(self.faults, language)]
        )


def _listed(faults: Sequence[ModelFault], language: Language) -> list[str]:
    lines = [fault.in_(language) for fault in faults[:SHOWN_FAULTS]]
    if len(faults) > SHOWN_FAULTS:
        lines.append(Message.of(_MORE, n=len(faults) - SHOWN_FAULTS).in_(language))
    return lines


class SaidError(JmdError):
    """An error with a stable code and one message in both languages."""

    def __init__(self, code: str, message: Message) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def in_(self, language: Language) -> str:
        """Give message and code in one language."""
        return f"{self.message.in_(language)} [{self.code}]"


class SaveError(SaidError):
    """A workspace cannot be saved: its values are not sound, or something would be lost.

    Attributes:
        faults: What is wrong with the values, all at once, each with its place in the model; empty where
            the reason is another one.
    """

    def __init__(self, code: str, message: Message, faults: tuple[ModelFault, ...] = ()) -> None:
        super().__init__(code, message)
        self.args = (code, message, faults)
        self.faults = faults

    def in_(self, language: Language) -> str:
        """Give message and code, and the first fifty faults, a line each."""
        return "\n".join([super().in_(language), *_listed(self.faults, language)])


class RuleConfigError(SaidError):
    """The settings name a rule, level or parameter that does not exist."""


class NoMapForYear(SaidError):  # noqa: N818 - says what is the matter
    """There is no network map for a year that was asked for."""

    def __init__(self, code: str, message: Message, years: tuple[int, ...] = ()) -> None:
        super().__init__(code, message)
        self.args = (code, message, years)
        self.years = years


class JmdDeprecationWarning(DeprecationWarning):
    """Something of the library is used that will go; says since when and what to use instead."""
