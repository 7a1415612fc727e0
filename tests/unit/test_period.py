"""Periods at their border days, and months at the ends of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.period import ALWAYS, Period, add_months, year_period

FIRST, LAST = date(2024, 2, 29), date(2024, 12, 31)
BOTH = Period(since=FIRST, until=LAST)


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2024, 2, 28), False), (FIRST, True), (LAST, True), (date(2025, 1, 1), False)],
)
def test_both_border_days_belong_to_a_period(day: date, holds: bool) -> None:
    assert BOTH.holds_on(day) is holds


@pytest.mark.parametrize(
    ("period", "day", "holds"),
    [
        (ALWAYS, date.min, True),
        (ALWAYS, date.max, True),
        (Period(since=FIRST), date.max, True),
        (Period(since=FIRST), date(2024, 2, 28), False),
        (Period(until=LAST), date.min, True),
        (Period(until=LAST), date(2025, 1, 1), False),
    ],
)
def test_an_open_side_has_no_border(period: Period, day: date, holds: bool) -> None:
    assert period.holds_on(day) is holds


@pytest.mark.parametrize(
    ("other", "touches"),
    [
        (Period(until=FIRST), True),
        (Period(until=date(2024, 2, 28)), False),
        (Period(since=LAST), True),
        (Period(since=date(2025, 1, 1)), False),
        (Period(since=date(2024, 5, 1), until=date(2024, 5, 1)), True),
        (ALWAYS, True),
        (BOTH, True),
    ],
)
def test_periods_touch_when_they_share_a_day(other: Period, touches: bool) -> None:
    assert BOTH.touches(other) is touches
    assert other.touches(BOTH) is touches


def test_a_year_is_touched_by_a_single_day_of_it() -> None:
    assert BOTH.touches_year(2024)
    assert not BOTH.touches_year(2023)
    assert Period(until=date(2024, 1, 1)).touches_year(2024)
    assert Period(since=date(2024, 12, 31)).touches_year(2024)
    assert not Period(since=date(2025, 1, 1)).touches_year(2024)


def test_a_single_day_is_a_period_and_backwards_is_none() -> None:
    assert Period(since=FIRST, until=FIRST).is_ordered()
    assert not Period(since=LAST, until=FIRST).is_ordered()
    assert ALWAYS.is_ordered()
    assert Period(since=LAST).is_ordered()


def test_a_year_runs_from_its_first_to_its_last_day() -> None:
    assert year_period(2024) == Period(since=date(2024, 1, 1), until=date(2024, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2024, 12, 31), 1, date(2025, 1, 31)),
        (date(2024, 1, 31), -1, date(2023, 12, 31)),
        (date(2024, 1, 1), 0, date(2024, 1, 1)),
        (date(2024, 12, 15), 12, date(2025, 12, 15)),
        (date(9999, 12, 31), 1, date.max),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
        (date(1, 1, 31), -1, date.min),
        (date(1, 2, 28), -1, date(1, 1, 28)),
        (date(2024, 1, 1), 10**9, date.max),
    ],
)
def test_months_are_added_without_leaving_the_calendar(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then
