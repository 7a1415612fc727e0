"""Periods of days, both days included, and the arithmetic of months that never leaves the calendar."""

from __future__ import annotations

import calendar
from datetime import date

import attrs

__all__ = [
    "ALWAYS",
    "Period",
    "add_months",
    "year_period",
]


@attrs.frozen(kw_only=True)
class Period:
    """A time from one day to another, both inclusive; either side may be open.

    An open start means "as long as anybody knows", an open end "until now". German: Zeitraum.

    Example:
        >>> Period(since=date(2024, 1, 1), until=date(2024, 12, 31)).holds_on(date(2024, 12, 31))
        True
    """

    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def touches(self, other: Period) -> bool:
        """Tell whether two periods share at least one day."""
        return (self.since is None or other.until is None or self.since <= other.until) and (
            other.since is None or self.until is None or other.since <= self.until
        )

    def touches_year(self, year: int) -> bool:
        """Tell whether at least one day of the year lies in the period."""
        return self.touches(year_period(year))

    def is_ordered(self) -> bool:
        """Tell whether the end does not lie before the start; one single day is a period."""
        return self.since is None or self.until is None or self.since <= self.until


ALWAYS = Period()
"""The period that is open on both sides."""


def year_period(year: int) -> Period:
    """Give the calendar year, 1 January to 31 December."""
    return Period(since=date(year, 1, 1), until=date(year, 12, 31))


def add_months(day: date, months: int) -> date:
    """Give the same day some months later, or the last day of that month where it has no such day.

    Years outside 1 to 9999 are drawn in to the first and last day that a date can be.

    Example:
        >>> add_months(date(2024, 1, 31), 1), add_months(date(2024, 2, 29), 12)
        (datetime.date(2024, 2, 29), datetime.date(2025, 2, 28))
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year < 1:
        return date.min
    if year > 9999:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
