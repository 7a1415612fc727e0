from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.analysis.remainder import largest_remainder

PARTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=14).filter(any)
DECIMALS = st.integers(0, 3)


@given(PARTS, DECIMALS)
def test_percentages_add_up_to_exactly_100(parts, decimals):
    assert sum(largest_remainder(parts, decimals=decimals)) == 100


@given(PARTS, DECIMALS)
def test_each_percentage_is_less_than_one_unit_away_from_its_exact_share(parts, decimals):
    for part, percent in zip(parts, largest_remainder(parts, decimals=decimals), strict=True):
        assert abs(percent - Fraction(part * 100, sum(parts))) < Fraction(1, 10**decimals)


@given(PARTS, DECIMALS)
def test_each_percentage_is_a_whole_number_of_units(parts, decimals):
    assert all(
        (percent * 10**decimals).denominator == 1 for percent in largest_remainder(parts, decimals=decimals)
    )


@given(PARTS, DECIMALS)
def test_a_larger_part_never_gets_less(parts, decimals):
    ordered = sorted(zip(parts, largest_remainder(parts, decimals=decimals), strict=True))
    assert all(smaller[1] <= larger[1] for smaller, larger in pairwise(ordered) if smaller[0] < larger[0])


@given(PARTS, DECIMALS)
def test_parts_of_zero_get_nothing(parts, decimals):
    percents = largest_remainder(parts, decimals=decimals)
    assert all(percent == 0 for part, percent in zip(parts, percents, strict=True) if part == 0)


@given(st.data(), PARTS, DECIMALS)
def test_another_order_of_the_parts_gives_every_size_of_part_the_same_percentages(data, parts, decimals):
    shuffled = data.draw(st.permutations(parts))
    before = sorted(zip(parts, largest_remainder(parts, decimals=decimals), strict=True))
    after = sorted(zip(shuffled, largest_remainder(shuffled, decimals=decimals), strict=True))
    assert before == after


@given(PARTS, st.integers(1, 50))
def test_multiplying_every_part_changes_nothing(parts, factor):
    assert largest_remainder(parts) == largest_remainder([part * factor for part in parts])


@given(PARTS, st.integers(0, 1000), DECIMALS)
def test_any_total_is_reached_exactly(parts, total, decimals):
    assert sum(largest_remainder(parts, total=total, decimals=decimals)) == total
