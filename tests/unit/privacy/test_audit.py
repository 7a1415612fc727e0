"""The auditor against examples whose answer is known: textbook bounds, a published table, traps."""

from __future__ import annotations

import itertools

import attrs
import pytest

from jmdmodel.privacy.counts import CellKey, ProtectedTable, Rule, Stated, audit
from tests.unit.privacy._counts import grid, hiding, line, only_small

INNER = [("a0", "b0"), ("a0", "b1"), ("a1", "b0"), ("a1", "b1")]


def spans(
    tables: list[ProtectedTable], rule: Rule = Rule.FIGURES, **more: object
) -> dict[str, tuple[int, int | None]]:
    """Give what somebody who believes a rule finds out about each hidden cell, by its codes."""
    found = audit(tables, rules=(rule,), **more)  # type: ignore[arg-type]
    assert all(attempt.decided for attempt in found.attempts)
    return {
        " ".join(code for _, code in attempt.cell.where): (attempt.found.low, attempt.found.high)
        for attempt in found.attempts
        if attempt.found is not None and not attempt.member
    }


@pytest.mark.parametrize(
    "counts", [((31, 29), (39, 1)), ((5, 20), (30, 7)), ((2, 3), (4, 50)), ((10, 10), (10, 10))]
)
def test_two_rows_and_two_columns_have_the_bounds_of_frechet_less_the_zeros(
    counts: tuple[tuple[int, int], tuple[int, int]],
) -> None:
    """Fréchet: max(0, row + column − n) ≤ cell ≤ min(row, column). A hidden cell is no zero, hence the 1."""
    table = grid(*counts)
    found = spans([hiding(table, *INNER)])
    whole = table.count_at(("total", "total"))
    for codes in INNER:
        row, column = table.count_at((codes[0], "total")), table.count_at(("total", codes[1]))
        assert found[" ".join(codes)] == (max(1, row + column - whole + 1), min(row, column) - 1)


DELINQUENT = grid((15, 1, 3, 1), (20, 10, 10, 15), (3, 10, 10, 2), (12, 14, 7, 2))
"""Made-up counts of children by county and education, the running example of the Federal Committee on
Statistical Methodology, Statistical Policy Working Paper 22 (1994); numbers below 5 are small there."""
TWO_IN_EACH_LINE = [("a0", "b1"), ("a0", "b2"), ("a0", "b3"), ("a1", "b1"), ("a1", "b2")]
TWO_IN_EACH_LINE += [("a2", "b0"), ("a2", "b3"), ("a3", "b0"), ("a3", "b3")]


def test_the_published_example_is_worked_back_although_each_line_hides_two() -> None:
    """Rows one and two less columns two and three leave the last cell of row one: it is 1."""
    shown = hiding(DELINQUENT, *TWO_IN_EACH_LINE, threshold=5)
    found = spans([shown])
    assert found["a0 b3"] == (1, 1)
    assert [cell for cell, (low, high) in found.items() if low == high] == ["a0 b3"]


def test_small_cells_alone_are_worked_back_by_subtraction() -> None:
    assert spans([only_small(grid((1, 9), (8, 7)))]) == {"a0 b0": (1, 1)}


def test_two_that_come_to_two_are_known() -> None:
    assert spans([hiding(line(1, 1, 9), ("a0",), ("a1",))]) == {"a0": (1, 1), "a1": (1, 1)}


def test_two_that_come_to_three_are_not_known() -> None:
    assert spans([hiding(line(1, 2, 9), ("a0",), ("a1",))]) == {"a0": (1, 2), "a1": (1, 2)}


def test_whoever_knows_that_one_of_both_is_small_finds_out_more() -> None:
    shown = hiding(line(2, 57), ("a0",), ("a1",))
    assert spans([shown])["a0"] == (1, 58)
    assert spans([hiding(grid((1, 9), (9, 1)), *INNER)])["a0 b0"] == (1, 9)
    # Two are small and come to 5, so both would be at most 2 with threshold 3: nobody can believe that.
    each = audit([hiding(line(2, 3, 7), ("a0",), ("a1",))], rules=(Rule.EACH,))
    assert each.attempts == ()


def test_believing_that_each_hidden_number_is_small_gives_most_of_them_away() -> None:
    shown = only_small(grid((2, 2, 9), (1, 2, 9), (9, 9, 9)))
    assert spans([shown])["a0 b0"] == (1, 2)
    shown = only_small(grid((2, 2, 9), (2, 2, 9), (9, 9, 9)))
    assert spans([shown])["a0 b0"] == (1, 3)
    assert spans([shown], Rule.EACH)["a0 b0"] == (2, 2)


def test_a_line_that_hides_no_small_number_contradicts_the_belief_and_tells_nothing() -> None:
    shown = hiding(grid((1, 10), (12, 14)), *INNER)
    assert audit([shown], rules=(Rule.LINE,)).attempts == ()
    assert spans([shown], Rule.GROUP)["a0 b0"] == (1, 10)


def test_three_tables_that_each_look_safe_give_everything_away_together() -> None:
    """x + y, y + z and x + z are told: each sum alone leaves a range, together they leave one number."""
    keys = [CellKey("Personen", 2025, (("a", code),)) for code in ("a0", "a1", "a2")]
    sums = [
        Stated(terms=((1, keys[0]), (1, keys[1])), value=6),
        Stated(terms=((1, keys[1]), (1, keys[2])), value=8),
    ]
    sums.append(Stated(terms=((1, keys[0]), (1, keys[2])), value=4))
    shown = hiding(line(1, 5, 3, 20), ("a0",), ("a1",), ("a2",), ("a3",), ("total",))
    for two in itertools.combinations(sums, 2):
        assert audit([shown], stated=two, rules=(Rule.FIGURES,)).safe
    found = spans([shown], stated=sums)
    assert (found["a0"], found["a1"], found["a2"]) == ((1, 1), (5, 5), (3, 3))


def test_whole_numbers_know_more_than_ranges() -> None:
    """3x + 2y = 8 leaves fractions from 1 to 2, but one pair of whole numbers."""
    x, y = (CellKey("Personen", 2025, (("a", code),)) for code in ("a0", "a1"))
    shown = hiding(line(2, 1, 9), ("a0",), ("a1",), ("a2",), ("total",))
    assert spans([shown], stated=[Stated(terms=((3, x), (2, y)), value=8)])["a0"] == (2, 2)


def test_the_only_member_of_a_cell_subtracts_the_own_one() -> None:
    table = line(1, 8, 7)
    shown = hiding(table, ("a0",), ("a1",))
    assert audit([shown]).safe
    caught = audit([shown], counts=[table])
    assert {attempt.cell.where for attempt in caught.failed} == {(("a", "a1"),)}
    assert all(attempt.member for attempt in caught.failed)
    assert audit([shown], counts=[table], insider="small").safe


def test_the_only_member_of_a_row_does_not_find_out_about_another_person() -> None:
    """Row and cell are the same person, who may know it: that is no leak."""
    table = grid((1, 0), (6, 5), (7, 9))
    shown = hiding(
        table, ("a0", "b0"), ("a0", "total"), ("a1", "b0"), ("a1", "total"), ("a2", "b0"), ("a2", "total")
    )
    assert audit([shown], counts=[table]).safe


def test_the_true_numbers_may_be_divided_more_finely_than_what_is_shown() -> None:
    fine = grid((1, 0), (3, 5), (4, 3))
    coarse = fine.divided_by({"b": None})
    shown = hiding(coarse, ("a0",), ("a1",))
    assert audit([shown]).safe
    assert {one.cell for one in audit([shown], counts=[fine]).failed} == {shown.key("a1")}


def test_a_hidden_number_without_a_sum_has_no_upper_limit() -> None:
    shown = hiding(line(2, 9), ("a0",), ("a1",), ("total",))
    assert spans([shown], Rule.FIGURES)["a0"] == (1, None)


def test_what_is_not_decided_within_the_budget_counts_as_failed() -> None:
    shown = hiding(grid((4, 5), (6, 7)), *INNER)
    assert audit([shown], rules=(Rule.FIGURES,)).safe
    hurried = audit([shown], rules=(Rule.FIGURES,), steps=1)
    assert len(hurried.recoverable) == 4
    assert not any(attempt.decided for attempt in hurried.attempts)


def test_the_width_asked_for_is_the_least_distance_of_both_ends() -> None:
    shown = hiding(line(1, 4, 9), ("a0",), ("a1",))
    assert spans([shown]) == {"a0": (1, 4), "a1": (1, 4)}
    assert audit([shown], rules=(Rule.FIGURES,), width=3).safe
    assert not audit([shown], rules=(Rule.FIGURES,), width=4).safe


def test_an_earlier_edition_gives_away_what_the_new_one_hides() -> None:
    table = line(1, 4, 9)
    shown = hiding(table, ("a0",), ("a1",))
    earlier = attrs.evolve(hiding(table, ("a0",), ("a2",)), name="old")
    assert audit([shown], rules=(Rule.FIGURES,)).safe
    assert not audit([shown], rules=(Rule.FIGURES,), published=[earlier]).safe


def test_numbers_rounded_one_by_one_can_give_themselves_away() -> None:
    """Four cells are shown as 0 and their sum as 10: each is 2 at most, and the sum 8 at least."""
    table = line(2, 2, 2, 2)
    told = hiding(table)
    rounded = attrs.evolve(told, mode="round5", cells=(0, 0, 0, 0, 10))
    found = spans([rounded])
    assert found == {"a0": (2, 2), "a1": (2, 2), "a2": (2, 2), "a3": (2, 2), "": (8, 8)}
    assert audit([attrs.evolve(rounded, cells=(0, 0, 0, 0, 5))], rules=(Rule.FIGURES,)).safe


def test_that_a_rounded_number_is_zero_is_no_secret() -> None:
    table = line(0, 8)
    rounded = attrs.evolve(hiding(table), mode="round5", cells=(0, 10, 10))
    told = [Stated(terms=((1, CellKey("Personen", 2025, (("a", "a0"),))),), value=0)]
    assert audit([rounded], rules=(Rule.FIGURES,), stated=told).safe


def test_bounds_can_be_asked_for_a_cell() -> None:
    shown = hiding(line(1, 2, 9), ("a0",), ("a1",))
    checked = audit([shown])
    found = checked.bounds(shown.key("a0"))
    assert found is not None
    assert str(found) == "1…2"
    assert checked.bounds(shown.key("a2")) is None
