"""Strategies for single values: texts, identifiers, days, periods, and what a field asks for."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache, partial
from typing import Any, NewType

from hypothesis import strategies as st

from jmdmodel.codec.plan import FieldPlan
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.period import Period
from jmdmodel.scales import Coded
from jmdmodel.testing._keys import official_keys
from jmdmodel.testing._outlines import OUTLINES
from jmdmodel.testing._texts import IDENTIFIERS, LINES, ONE_LINE

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
_MOST = 10**6
_LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff\u2028\u2029")
_PRINTED = st.characters(min_codepoint=0x21, max_codepoint=0x7E)


@cache
def naughty_text(*, lines: bool = False) -> st.SearchStrategy[str]:
    """Give texts that trip readers and writers up, and that every text field takes.

    Composed letters (NFC), no control characters, no blanks at the edges; with *lines* also several
    lines, tabs, and blanks anywhere.
    """
    one = st.sampled_from(ONE_LINE)
    free = st.text(_LETTERS, min_size=1, max_size=12).map(_tidy)
    joined = st.tuples(one, st.sampled_from(" :#,-'\"\\\u200d"), one).map("".join)
    if not lines:
        return st.one_of(one, joined, free)
    several = st.lists(st.one_of(one, free), min_size=2, max_size=4).map("\n".join)
    return st.one_of(one, st.sampled_from(LINES), several).map(partial(unicodedata.normalize, "NFC"))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip() or "x"


@cache
def identifiers() -> st.SearchStrategy[str]:
    """Give identifiers, many of them such as look like a number, a date or a truth value."""
    letters = st.text("abcxyz019-", max_size=6)
    return st.one_of(st.sampled_from(IDENTIFIERS), letters.map("k-{}-k".format))


@cache
def years() -> st.SearchStrategy[int]:
    """Give years, mostly of our time."""
    return st.one_of(st.integers(2015, 2030), st.integers(FIRST_DAY.year, LAST_DAY.year))


@cache
def days() -> st.SearchStrategy[date]:
    """Give days, often at the borders of a year or on 29 February."""
    borders = st.tuples(years(), st.sampled_from([(1, 1), (12, 31), (2, 28), (3, 31)]))
    leap = st.integers(476, 549).map(lambda four: date(4 * four, 2, 29) if four != 525 else date(2000, 2, 29))
    return st.one_of(borders.map(lambda at: date(at[0], *at[1])), leap, st.dates(FIRST_DAY, LAST_DAY))


@cache
def periods() -> st.SearchStrategy[Period]:
    """Give periods, open on either side, of one day, of many years."""
    both = st.tuples(days(), days()).map(sorted).map(lambda pair: Period(since=pair[0], until=pair[1]))
    return st.one_of(
        days().map(lambda day: Period(since=day)),
        days().map(lambda day: Period(until=day)),
        both,
        days().map(lambda day: Period(since=day, until=day)),
    )


def single(cls: type, plan: FieldPlan) -> st.SearchStrategy[Any]:
    """Give the strategy of one value of a field that refers to nothing and holds no group of entries."""
    if cls is AdministrativeUnit and plan.about.pattern is not None:
        return official_keys(plan.about.pattern)
    if plan.name == "outline":
        return st.sampled_from(OUTLINES)
    return _typed(plan.type, plan.about.minimum, plan.about.maximum, plan.about.pattern, plan.about.lines)


@cache
def _typed(
    kind: Any,
    minimum: int | None,
    maximum: int | None,
    pattern: str | None,
    lines: bool,  # noqa: FBT001 - of a cache
) -> st.SearchStrategy[Any]:
    lowest = -_MOST if minimum is None else minimum
    highest = max(lowest, _MOST) if maximum is None else maximum
    simple: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
        bool: st.booleans,
        int: lambda: st.integers(lowest, highest),
        date: days,
        Period: periods,
        Fraction: lambda: st.integers(max(lowest, 0) * 10**4, highest * 10**4).map(
            lambda parts: Fraction(parts, 10**4)
        ),
    }
    if kind in simple:
        return simple[kind]()
    if isinstance(kind, NewType):
        return identifiers()
    if isinstance(kind, type) and issubclass(kind, Coded):
        return st.sampled_from(list(kind))
    if pattern is not None:
        return st.from_regex(pattern, fullmatch=True, alphabet=_PRINTED)
    if kind is str:
        return naughty_text(lines=lines)
    raise TypeError(f"No strategy knows how to make a {kind}.")
