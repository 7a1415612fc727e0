"""Values for messages that read well: short lists of names, exact per cent, months."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jmdmodel.messages import Language, Say, in_list, in_month, in_number, in_percent

SHOWN_NAMES = 4
"""How many names a message tells before it says how many more there are."""

_MOST_DECIMALS = 6


def some_of(names: Sequence[str]) -> Say:
    """Give some names as a list for a sentence; of many, the first few and the number of the rest.

    Example:
        >>> some_of(["Jobcenter", "Schule am See"]).de
        '„Jobcenter“ und „Schule am See“'
        >>> some_of([str(n) for n in range(9)]).en
        '"0", "1", "2", "3" and 5 more'
    """
    shown, more = names[:SHOWN_NAMES], len(names) - SHOWN_NAMES
    if more == 1:
        shown, more = names, 0
    german = [f"„{name}“" for name in shown] + ([f"{in_number(more, 'de')} weitere"] if more > 0 else [])
    english = [f'"{name}"' for name in shown]
    if more > 0:
        return Say(in_list(german, "de"), f"{', '.join(english)} and {in_number(more, 'en')} more")
    return Say(in_list(german, "de"), in_list(english, "en"))


def exact_percent(number: Fraction) -> Say:
    """Give a number of per cent with as many decimals as it needs, six at most.

    Example:
        >>> exact_percent(Fraction("99.9")).en, exact_percent(Fraction(100)).en
        ('99.9%', '100%')
    """
    needed = (d for d in range(_MOST_DECIMALS) if (number * 10**d).denominator == 1)
    return _percent(number, next(needed, _MOST_DECIMALS))


def rounded_percent(number: Fraction) -> Say:
    """Give a number of per cent with one decimal."""
    return _percent(number, 1)


def _percent(number: Fraction, decimals: int) -> Say:
    def told(language: Language) -> str:
        return in_percent(number / 100, language, decimals=decimals)

    return Say(told("de"), told("en"))


def month_name(month: int) -> Say:
    """Give the name of a month in both languages."""
    return Say(in_month(month, "de"), in_month(month, "en"))
