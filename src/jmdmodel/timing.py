"""When things of a workspace hold or happen: by their period, their day, or their year."""

from __future__ import annotations

from datetime import date
from typing import Any

from jmdmodel.period import Period

__all__ = ["falls_in", "stood_on"]


def stood_on(thing: Any, day: date) -> bool:
    """Tell whether a thing held on a day, had happened by it, or belongs to no later year.

    A thing without any time, and one that does not say when it was, counts as standing.
    """
    period = _period_of(thing)
    if period is not None:
        return period.holds_on(day)
    happened: date | None = getattr(thing, "day", None)
    if happened is not None:
        return happened <= day
    year: int | None = getattr(thing, "year", None)
    return year is None or year <= day.year


def falls_in(thing: Any, year: int) -> bool:
    """Tell whether a thing held on a day of a year, happened in it, or belongs to it.

    A thing without any time, and one that does not say when it was, counts as falling in.
    """
    period = _period_of(thing)
    if period is not None:
        return period.touches_year(year)
    first: date | None = getattr(thing, "day", None)
    if first is not None:
        last: date | None = getattr(thing, "until", None)
        return Period(since=first, until=last or first).touches_year(year)
    own: int | None = getattr(thing, "year", None)
    return own is None or own == year


def _period_of(thing: Any) -> Period | None:
    found = getattr(thing, "period", None)
    return found if isinstance(found, Period) else None
