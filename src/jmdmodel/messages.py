"""Texts in German and English, and the forms of dates and numbers in both.

A text is defined once, as :class:`Say`, beside the thing it belongs to. A :class:`Message` is such a
text with the values it needs; it is put into words only when somebody reads it, so that one finding
can be shown in either language, compared and counted.
"""

from __future__ import annotations

import string
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

Language: TypeAlias = Literal["de", "en"]
"""The two languages of the library; German comes first."""

Value: TypeAlias = "str | int | bool | date | Fraction | Say | tuple[Value, ...] | None"
"""What may stand in a message: plain, hashable, picklable."""

LANGUAGES: tuple[Language, ...] = ("de", "en")

_MONTHS = {
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_AND = {"de": "und", "en": "and"}
_NO_BREAK_SPACE = "\u00a0"


@attrs.frozen
class Say:
    """A text in German and English.

    Placeholders are plain names in braces, the same set in both languages.

    Example:
        >>> Say(de="Netzwerk", en="network").in_("de")
        'Netzwerk'
    """

    de: str
    en: str

    def in_(self, language: Language) -> str:
        """Give the text in one language, placeholders untouched."""
        return self.de if language == "de" else self.en

    def names(self) -> frozenset[str]:
        """Give the names of the placeholders; the catalogue tests compare both languages."""
        fields = string.Formatter()
        return frozenset(name for text in (self.de, self.en) for _, name, _, _ in fields.parse(text) if name)


@attrs.frozen
class Message:
    """A text with its values, put into words on demand.

    Values are sorted pairs and not a dict, because a dict cannot be hashed.

    Example:
        >>> say = Say(de="{n} Partner seit {since}", en="{n} partners since {since}")
        >>> Message.of(say, n=1200, since=date(2024, 2, 29)).in_("de")
        '1.200 Partner seit 29.02.2024'
    """

    say: Say
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, say: Say, **values: Value) -> Message:
        """Bind a text to its values; the names must be exactly those of its placeholders."""
        if say.names() != values.keys():
            raise TypeError(f"The text needs the values {sorted(say.names())}, not {sorted(values)}.")
        return cls(say, tuple(sorted(values.items())))

    def in_(self, language: Language) -> str:
        """Put the message into words in one language."""
        shown = {name: in_words(value, language) for name, value in self.values}
        return self.say.in_(language).format_map(shown)

    def as_say(self) -> Say:
        """Give the message as a text that can stand in another one."""
        return Say(de=self.in_("de"), en=self.in_("en"))


def in_words(value: Value, language: Language) -> str:  # noqa: PLR0911 - one line a type
    """Give a value in the form of the language: dates, numbers, lists, yes and no.

    Example:
        >>> in_words(date(2025, 3, 1), "de"), in_words(12345, "en"), in_words(("a", "b", "c"), "de")
        ('01.03.2025', '12,345', 'a, b und c')
    """
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    if isinstance(value, Say):
        return value.in_(language)
    if isinstance(value, bool):
        return {"de": ("nein", "ja"), "en": ("no", "yes")}[language][value]
    if isinstance(value, int):
        return in_number(value, language)
    if isinstance(value, Fraction):
        return in_decimal(value, language, decimals=1)
    if isinstance(value, date):
        return in_date(value, language)
    return in_list([in_words(part, language) for part in value], language)


def in_date(day: date, language: Language) -> str:
    """Give a day as people write it: ``01.03.2025`` in German, ``1 March 2025`` in English."""
    if language == "de":
        return f"{day.day:02}.{day.month:02}.{day.year:04}"
    return in_long_date(day, language)


def in_long_date(day: date, language: Language) -> str:
    """Give a day for running text, the month as a word: ``1. März 2025``, ``1 March 2025``."""
    dot = "." if language == "de" else ""
    return f"{day.day}{dot} {in_month(day.month, language)} {day.year}"


def in_month(month: int, language: Language) -> str:
    """Give the name of a month, 1 to 12."""
    return _MONTHS[language][month - 1]


def in_number(number: int, language: Language) -> str:
    """Give a whole number with its groups of three: ``12.345`` in German, ``12,345`` in English."""
    grouped = f"{number:,}"
    return (grouped.replace(",", ".") if language == "de" else grouped).replace("-", "−")


def in_decimal(number: Fraction, language: Language, *, decimals: int) -> str:
    """Give an exact number with a fixed count of decimals, half rounded away from zero."""
    scaled = abs(number) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, rest = divmod(units, 10**decimals)
    sign = "−" if number < 0 and units else ""
    point = "," if language == "de" else "."
    return sign + in_number(whole, language) + (f"{point}{rest:0{decimals}}" if decimals else "")


def in_percent(number: Fraction, language: Language, *, decimals: int = 1) -> str:
    """Give a share of one as per cent: ``12,5 %`` in German, ``12.5%`` in English."""
    space = _NO_BREAK_SPACE if language == "de" else ""
    return in_decimal(number * 100, language, decimals=decimals) + space + "%"


def in_list(parts: list[str], language: Language) -> str:
    """Join parts as a sentence does: ``a``, ``a und b``, ``a, b und c``."""
    if len(parts) < 2:
        return "".join(parts)
    comma = "," if language == "en" and len(parts) > 2 else ""
    return f"{', '.join(parts[:-1])}{comma} {_AND[language]} {parts[-1]}"


def counted(number: int, one: Say, many: Say, language: Language) -> str:
    """Give a number with its noun: ``kein``-forms are the caller's, as they need the gender.

    Small numbers up to twelve are written as words in running text by the report; here stands the
    figure, for tables and findings.

    Example:
        >>> counted(1, Say("Netzwerk", "network"), Say("Netzwerke", "networks"), "de")
        '1 Netzwerk'
    """
    return f"{in_number(number, language)} {(one if number == 1 else many).in_(language)}"
