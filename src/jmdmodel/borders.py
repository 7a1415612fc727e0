"""What public functions ask of their arguments, so that a wrong kind of value is refused at the door.

A text instead of a day would otherwise go a long way and come out as nonsense. The errors name the kind
of what was given and never its value, which may be private.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from jmdmodel.errors import ModelError
from jmdmodel.messages import LANGUAGES, Message, Say
from jmdmodel.scales import Audience, Coded

_DAY = Say(
    de="„{name}“ muss ein Tag ohne Uhrzeit sein, zum Beispiel date(2026, 1, 31). Angegeben ist: {given}.",
    en='"{name}" must be a day without a time, for instance date(2026, 1, 31). Given is: {given}.',
)
_YEAR = Say(
    de="„{name}“ muss eine Jahreszahl von 1 bis 9999 sein, zum Beispiel 2026. Angegeben ist: {given}.",
    en='"{name}" must be a year as a whole number from 1 to 9999, for instance 2026. Given is: {given}.',
)
_YEARS = Say(
    de="„{name}“ muss eine Reihe von Jahren sein, zum Beispiel [2024, 2025]. Angegeben ist: {given}.",
    en='"{name}" must be a sequence of years, for instance [2024, 2025]. Given is: {given}.',
)
_AUDIENCE = Say(
    de="„{name}“ muss ein Adressatenkreis sein, zum Beispiel Audience.REPORT. Angegeben ist: {given}.",
    en='"{name}" must be an audience, for instance Audience.REPORT. Given is: {given}.',
)
_LANGUAGE = Say(
    de="„{name}“ muss „de“ oder „en“ sein. Angegeben ist: {given}.",
    en='"{name}" must be "de" or "en". Given is: {given}.',
)
_COUNT = Say(
    de="„{name}“ muss eine ganze Zahl ab 0 sein. Angegeben ist: {given}.",
    en='"{name}" must be a whole number from 0 on. Given is: {given}.',
)
_KIND = Say(
    de="„{name}“ muss {expected} sein. Angegeben ist: {given}.",
    en='"{name}" must be {expected}. Given is: {given}.',
)
_LIST = Say(de="eine Liste, auch für einen einzigen Eintrag", en="a list, for a single entry as well")
_WORD = Say(
    de="„{name}“ muss eines dieser Wörter sein: {known}.", en='"{name}" must be one of these words: {known}.'
)
_STEP = Say(
    de="„{name}“ muss ein Wert von {scale} sein. Angegeben ist: {given}.",
    en='"{name}" must be a value of {scale}. Given is: {given}.',
)
_ANOTHER_TEXT = Say("ein anderer Text", "another text")
_ANOTHER_NUMBER = Say("eine andere Zahl", "another number")


def need_day(value: Any, name: str) -> None:
    """Refuse what is no plain day; a day with a time is none, although Python counts it among the days."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _refused(_DAY, value, name)


def need_year(value: Any, name: str = "year") -> None:
    """Refuse what is no year of the calendar; true and false are no numbers here."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refused(_YEAR, value, name)
    if not date.min.year <= value <= date.max.year:
        raise ModelError(Message.of(_YEAR, name=name, given=_ANOTHER_NUMBER))


def need_years(value: Any, name: str = "years") -> frozenset[int]:
    """Give the years of a sequence, each once; refuse a single year, and what is none."""
    if not isinstance(value, Iterable):
        raise _refused(_YEARS, value, name)
    years = tuple(value)
    for year in years:
        need_year(year, name)
    return frozenset(years)


def need_kind(value: Any, kind: type | tuple[type, ...], name: str, expected: Say) -> None:
    """Refuse a value of another kind; *expected* says in words what is wanted."""
    if not isinstance(value, kind):
        raise ModelError(Message.of(_KIND, name=name, expected=expected, given=type(value).__name__))


def need_list(value: Any, name: str) -> None:
    """Refuse what is no row of things; a single text is none, although Python takes it for one of letters."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ModelError(Message.of(_KIND, name=name, expected=_LIST, given=type(value).__name__))


def need_count(value: Any, name: str) -> None:
    """Refuse what is no whole number from 0 on; true and false are no numbers here."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refused(_COUNT, value, name)
    if value < 0:
        raise ModelError(Message.of(_COUNT, name=name, given=_ANOTHER_NUMBER))


def need_word(value: Any, name: str, known: Iterable[str]) -> None:
    """Refuse what is none of the words that an option knows."""
    words = tuple(known)
    if value not in words:
        raise ModelError(Message.of(_WORD, name=name, known=words))


def need_step(value: Any, scale: type[Coded], name: str) -> None:
    """Refuse what is no value of a scale or list of words; its number or its code is none."""
    if not isinstance(value, scale):
        raise ModelError(Message.of(_STEP, name=name, scale=scale.__name__, given=type(value).__name__))


def need_audience(value: Any, name: str = "audience") -> None:
    """Refuse what is no audience; its code as a text is none."""
    if not isinstance(value, Audience):
        raise _refused(_AUDIENCE, value, name)


def need_language(value: Any, name: str = "language") -> None:
    """Refuse what is none of the two languages."""
    if not isinstance(value, str):
        raise _refused(_LANGUAGE, value, name)
    if value not in LANGUAGES:
        raise ModelError(Message.of(_LANGUAGE, name=name, given=_ANOTHER_TEXT))


def _refused(say: Say, value: Any, name: str) -> ModelError:
    return ModelError(Message.of(say, name=name, given=type(value).__name__))
