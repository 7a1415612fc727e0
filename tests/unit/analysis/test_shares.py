from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from jmdmodel.analysis.remainder import largest_remainder
from jmdmodel.analysis.shares import work_shares
from jmdmodel.analysis.work_time import all_work_time, work_time, work_years
from jmdmodel.entities.service import Service
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit, WorkTime
from jmdmodel.errors import ModelError
from jmdmodel.fields import evolve
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace


def workspace(*things, sums=()):
    empty = Workspace(service=Service(name="JMD Musterstadt", provider="Muster e. V."), work_time=sums)
    return empty.with_entities(*things)


def activity(identifier, on=date(2024, 2, 29), minutes=30, area=WorkArea.NETWORK):
    return Activity(id=identifier, day=on, minutes=minutes, area=area)


def month(number, minutes, *, area=WorkArea.NETWORK, activities=1, year=2024):
    return WorkTime(year=year, month=number, area=area, activities=activities, minutes=minutes)


def split(**percents):
    shares = tuple(DeclaredShare(area=WorkArea[name], percent=value) for name, value in percents.items())
    return WorkSplit(id="2024", shares=shares)


def test_activities_of_one_month_and_area_make_one_row():
    space = workspace(activity("a"), activity("b", on=date(2024, 2, 1), minutes=15))
    assert work_time(space, 2024) == (month(2, 45, activities=2),)


def test_entered_sums_are_added_to_those_of_activities():
    space = workspace(activity("a"), sums=(month(2, 60, activities=4), month(2, 5)))
    assert work_time(space, 2024) == (month(2, 95, activities=6),)


def test_rows_stand_by_month_and_then_in_the_order_of_the_areas():
    sums = (month(2, 1), month(1, 2), month(1, 3, area=WorkArea.COUNSELLING))
    assert [(row.month, row.area) for row in work_time(workspace(sums=sums), 2024)] == [
        (1, WorkArea.COUNSELLING),
        (1, WorkArea.NETWORK),
        (2, WorkArea.NETWORK),
    ]


def test_only_the_year_asked_for_counts_with_both_its_border_days():
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)]
    space = workspace(
        *[activity(f"a{n}", on=day) for n, day in enumerate(days)], sums=(month(5, 9, year=2025),)
    )
    assert [row.month for row in work_time(space, 2024)] == [1, 12]
    assert work_years(space) == (2023, 2024, 2025)
    assert len(all_work_time(space)) == 5


def test_recorded_shares_are_exact_and_their_percentages_add_up():
    space = workspace(activity("a"), activity("b", area=WorkArea.OTHER), activity("c", area=WorkArea.PARENTS))
    found = work_shares(space, 2024)
    assert (found.source, found.minutes, found.activities, found.percent) == ("recorded", 90, 3, 100)
    assert [row.area for row in found.rows] == [WorkArea.NETWORK, WorkArea.PARENTS, WorkArea.OTHER]
    assert {row.share for row in found.rows} == {Fraction(1, 3)}
    assert [row.percent for row in found.rows] == [Fraction("33.4"), Fraction("33.3"), Fraction("33.3")]


def test_recorded_minutes_come_before_declared_shares():
    assert work_shares(workspace(activity("a"), split(OTHER=100)), 2024).source == "recorded"


def test_declared_shares_stand_as_declared_with_their_sum_even_if_it_is_not_100():
    found = work_shares(workspace(split(OTHER=Fraction("33.35"), COUNSELLING=60)), 2024, decimals=0)
    assert (found.source, found.percent, found.minutes) == ("declared", Fraction("93.35"), 0)
    assert [(row.area, row.percent, row.minutes) for row in found.rows] == [
        (WorkArea.COUNSELLING, 60, None),
        (WorkArea.OTHER, Fraction("33.35"), None),
    ]
    assert found.rows[1].share == Fraction("0.3335")


def test_activities_entered_without_any_minutes_leave_the_word_to_the_declared_shares():
    assert work_shares(workspace(split(OTHER=100), sums=(month(1, 0),)), 2024).source == "declared"


@pytest.mark.parametrize("things", [(), (WorkSplit(id="2024"),)])
def test_a_year_with_nothing_gives_no_rows_and_the_reason(things):
    found = work_shares(workspace(*things), 2024)
    assert (found.source, found.rows, found.percent) == (None, (), 0)
    assert found.reason.in_("de") == "Für 2024 sind weder Arbeitszeiten noch Anteile eingetragen."


def test_a_view_that_may_not_see_working_time_does_not_claim_that_there_is_none():
    view = redact(workspace(activity("a")), Audience.PUBLIC)
    assert "Fassung" in work_shares(view, 2024).reason.in_("de")


@pytest.mark.parametrize("audience", [a for a in Audience if a >= Audience.REPORT])
def test_a_view_gives_the_same_shares_and_sums_as_the_workspace(audience):
    space = workspace(activity("a"), activity("b", on=date(2023, 1, 1)), sums=(month(3, 7), month(2, 8)))
    view = redact(space, audience)
    for year in (2023, 2024):
        assert work_time(view, year) == work_time(space, year)
        assert work_shares(view, year) == work_shares(space, year)


def test_the_remainder_goes_to_the_part_that_lost_most_not_to_the_largest():
    assert largest_remainder([500, 333, 167], decimals=0) == (50, 33, 17)


def test_of_equal_remainders_the_larger_part_gets_the_unit_and_of_equal_parts_the_earlier():
    assert largest_remainder([1, 3], total=2, decimals=0) == (0, 2)
    assert largest_remainder([1, 3], total=6, decimals=0) == (1, 5)
    assert largest_remainder([1, 1], total=1, decimals=0) == (1, 0)


def test_a_single_part_and_parts_of_zero_are_fine():
    assert largest_remainder([7]) == (100,)
    assert largest_remainder([0, 7, 0]) == (0, 100, 0)


@pytest.mark.parametrize("parts", [[], [0], [0, 0], [3, -1]])
def test_nothing_to_divide_by_and_negative_parts_are_refused(parts):
    with pytest.raises(ModelError):
        largest_remainder(parts)


def test_negative_total_and_decimals_are_refused():
    with pytest.raises(ModelError):
        largest_remainder([1], total=-1)
    with pytest.raises(ModelError):
        largest_remainder([1], decimals=-1)


def test_shares_hold_no_floats():
    found = work_shares(workspace(activity("a"), activity("b", area=WorkArea.OTHER)), 2024, decimals=3)
    assert {type(value) for row in found.rows for value in (row.share, row.percent)} == {Fraction}


def test_a_year_added_to_a_view_by_hand_counts_like_any_other():
    view = redact(workspace(activity("a")), Audience.REPORT)
    assert work_shares(evolve(view, work_time=(*view.work_time, month(2, 30))), 2024).minutes == 60
