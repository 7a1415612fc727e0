"""Counted phrases: "kein Partner", "ein Partner", "zwei Partner", "13 Partner", in the right gender and case.

Numbers up to twelve are words in running text, from 13 on they are figures. German: gezählte Wendung.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from jmdmodel.messages import Language, Say, in_number

Gender: TypeAlias = Literal["m", "f", "n"]
Case: TypeAlias = Literal["nom", "acc", "dat"]

_WORDS: dict[Language, tuple[str, ...]] = {
    "de": ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}
_ENDINGS: dict[Case, dict[Gender, str]] = {
    "nom": {"m": "", "f": "e", "n": ""},
    "acc": {"m": "en", "f": "e", "n": ""},
    "dat": {"m": "em", "f": "er", "n": "em"},
}
LAST_WORD = 12
"""The highest number that is written as a word."""


@attrs.frozen
class Noun:
    """A noun with its German gender and the forms that counting needs.

    Attributes:
        gender: German gender, ``m``, ``f`` or ``n``.
        one: Singular.
        many: Plural.
        dative: German plural in the dative, where it differs: "Partnern".
    """

    gender: Gender
    one: Say
    many: Say
    dative: str = ""


@attrs.frozen
class Counted:
    """A sentence in its three forms: for none, for one, for two and more.

    The verb and the rest of the sentence follow the number, so each form is written out in full. The
    placeholder ``{n}`` stands for the number with its noun.
    """

    none: Say
    one: Say
    many: Say

    def of(self, number: int) -> Say:
        """Give the form for a number."""
        return self.none if number == 0 else self.one if number == 1 else self.many


def number_word(number: int, language: Language) -> str:
    """Give a number as running text has it: two to twelve as a word, everything else in figures.

    Example:
        >>> number_word(12, "de"), number_word(13, "de"), number_word(1200, "en")
        ('zwölf', '13', '1,200')
    """
    return _WORDS[language][number - 2] if 2 <= number <= LAST_WORD else in_number(number, language)


def counted(number: int, noun: Noun, language: Language, *, case: Case = "nom") -> str:
    """Give a number with its noun.

    Example:
        >>> session = Noun("f", Say("Sitzung", "session"), Say("Sitzungen", "sessions"))
        >>> [counted(n, session, "de", case="dat") for n in (0, 1, 2, 13)]
        ['keiner Sitzung', 'einer Sitzung', 'zwei Sitzungen', '13 Sitzungen']
        >>> [counted(n, session, "en") for n in (0, 1, 2, 13)]
        ['no sessions', 'one session', 'two sessions', '13 sessions']
    """
    if language == "en":
        word = {0: "no", 1: "one"}.get(number) or number_word(number, language)
        return f"{word} {(noun.one if number == 1 else noun.many).en}"
    if number in {0, 1}:
        return f"{('kein', 'ein')[number]}{_ENDINGS[case][noun.gender]} {noun.one.de}"
    plural = noun.dative if case == "dat" and noun.dative else noun.many.de
    return f"{number_word(number, language)} {plural}"


def capital(sentence: str) -> str:
    """Give a sentence with its first letter as a capital; the rest stays as it is."""
    return sentence[:1].upper() + sentence[1:]
