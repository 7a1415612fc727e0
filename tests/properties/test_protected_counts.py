"""Nothing hidden can be worked back: an integer programme and plain enumeration against the auditor."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdmodel.privacy.counts import CountTable, ProtectedTable, Rule, audit, protect
from jmdmodel.privacy.counts.search import BIG, Budget, Nothing, Problem, Sum, find
from tests.tables.__main__ import attacked
from tests.tables._making import KINDS, dimension, numbers, sample
from tests.tables._making import table as made_table
from tests.tables._programme import name_of, recovered
from tests.unit.privacy._counts import grid, hiding, line, only_small

SAMPLES = 500
PORTIONS = 10
FIRST = 1_000_000
"""The numbers of the samples here are none of those that ``nox -s tables`` begins with."""


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_no_hidden_cell_of_random_tables_can_be_worked_back(portion: int) -> None:
    counts: Counter[str] = Counter()
    for number in range(portion, SAMPLES, PORTIONS):
        counts += attacked(sample(random.Random(FIRST + number), KINDS[portion % len(KINDS)]))
    assert counts["recoverable"] == 0
    assert counts["samples"] == SAMPLES // PORTIONS
    assert counts["tables shown"] > 0.6 * counts["tables given"], "leaving all out would be no protection"


def sparse() -> Iterator[CountTable]:
    """Yield 145 sparse tables with small numbers."""
    found = 0
    for number in itertools.count():
        if found == 145:
            return
        chance = random.Random(number)
        rows, columns = chance.randint(3, 6), chance.randint(2, 4)
        dims = (dimension("a", rows), dimension("b", columns))
        counts = numbers(chance, rows * columns, empty=0.5)
        if any(0 < count < 3 for count in counts):
            found += 1
            yield made_table("t", dims, counts)


def test_hiding_small_cells_alone_leaves_most_of_them_to_be_worked_back() -> None:
    """The auditor and the integer programme find the same cells, so the programme does see what is there."""
    hidden = exact = by_rule = 0
    for table in sparse():
        shown = only_small(table)
        found = recovered([shown], [table], rules=(), members=False)
        mine = audit([shown], rules=(Rule.FIGURES,)).recoverable
        assert {(k.population, k.year, frozenset(k.where)) for k in mine} == {name for _, name, _ in found}
        hidden += shown.hidden
        exact += len(mine)
        by_rule += len(audit([shown], rules=(Rule.EACH,)).recoverable)
    assert (hidden, exact, by_rule) == (600, 432, 516), "the figures that the page on protected counts tells"


SMALL = st.integers(0, 3)
TINY = st.one_of(
    st.lists(SMALL, min_size=2, max_size=4).map(lambda counts: line(*counts)),
    st.lists(st.tuples(SMALL, SMALL), min_size=2, max_size=2).map(lambda rows: grid(*rows)),
    st.tuples(SMALL, SMALL, SMALL).flatmap(lambda top: st.just(grid(top, (1, 2, 0)))),
)


@st.composite
def hidden_by_chance(draw: st.DrawFn) -> tuple[CountTable, ProtectedTable]:
    """Make a tiny table with some of its inner cells hidden, not all sums of them."""
    table = draw(TINY)
    inner = [codes for codes in table.places() if "total" not in codes and table.count_at(codes)]
    hidden = draw(st.sets(st.sampled_from(inner), max_size=4)) if inner else set()
    return table, hiding(table, *hidden)


def possible(shown: ProtectedTable, table: CountTable, rule: Rule) -> list[dict[tuple[str, ...], int]]:
    """Try every way to fill the hidden cells that comes to the sums that are shown."""
    hidden = [codes for codes, cell in shown.by_codes().items() if cell is None]
    most = table.count_at(tuple("total" for _ in table.dimensions))
    found = []
    for values in itertools.product(range(1, most + 1), repeat=len(hidden)):
        filled = dict(zip(hidden, values, strict=True))
        inner = tuple(
            filled.get(codes, count)
            for codes, count in zip(
                (c for c in table.places() if "total" not in c), table.counts, strict=True
            )
        )
        other = attrs.evolve(table, counts=inner)
        if all(cell in {None, other.count_at(codes)} for codes, cell in shown.by_codes().items()):
            lines = [
                [codes for codes in hidden if codes[at] == one[at]]
                for at in range(len(table.dimensions))
                for one in hidden
            ]
            if len(table.dimensions) == 1:
                lines = [hidden] if hidden else []
            if rule is Rule.LINE and not all(any(filled[c] < 3 for c in part) for part in lines if part):
                continue
            found.append(filled)
    return found


@pytest.mark.parametrize("rule", [Rule.FIGURES, Rule.LINE])
@given(made=hidden_by_chance())
@settings(deadline=None)
def test_the_auditor_finds_the_bounds_that_trying_everything_finds(
    rule: Rule, made: tuple[CountTable, ProtectedTable]
) -> None:
    table, shown = made
    ways = possible(shown, table, rule)
    found = {one.cell: one.found for one in audit([shown], rules=(rule,)).attempts}
    hidden = [codes for codes, cell in shown.by_codes().items() if cell is None]
    if not ways:  # a belief is given up where it contradicts the figures, and held where it does not
        assert rule is Rule.LINE
        assert any(shown.key(*codes) not in found for codes in hidden)
    for codes in hidden if ways else []:
        values = [way[codes] for way in ways]
        bounds = found[shown.key(*codes)]
        assert bounds is not None
        assert bounds.decided
        assert (bounds.low, bounds.high) == (min(values), max(values))


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), min_size=1, max_size=4),
    st.lists(st.lists(st.integers(-3, 3), min_size=4, max_size=4), max_size=3),
    st.lists(st.integers(-6, 12), min_size=3, max_size=3),
    st.lists(st.sets(st.integers(0, 3), min_size=1), max_size=2),
    st.lists(st.integers(0, 9), min_size=4, max_size=4),
)
@settings(deadline=None)
def test_the_search_finds_numbers_exactly_where_there_are_some(
    bounds: list[tuple[int, int]],
    factors: list[list[int]],
    results: list[int],
    groups: list[set[int]],
    guess: list[int],
) -> None:
    size = len(bounds)
    problem = Problem(
        low=tuple(low for low, _ in bounds),
        high=tuple(low + room for low, room in bounds),
        sums=tuple(
            Sum(tuple((v, f) for v, f in enumerate(row[:size]) if f), result)
            for row, result in zip(factors, results, strict=False)
            if any(row[:size])
        ),
        groups=tuple(tuple(sorted(v for v in group if v < size)) for group in groups if min(group) < size),
        small=2,
    )
    spans = [range(low, high + 1) for low, high in zip(problem.low, problem.high, strict=True)]
    fitting = [values for values in itertools.product(*spans) if problem.fits(values)]
    found = find(problem, guess[:size], Budget(100_000))
    settled = problem.settle(Budget(100_000))
    if fitting:
        assert found in fitting
        assert settled is not None
        assert all(settled.fits(values) for values in fitting), "no answer is lost by narrowing"
        assert find(settled, guess[:size], Budget(100_000), [(0, 0, fitting[0][0])]) in fitting
    else:
        assert found is Nothing.NONE


@given(st.sampled_from(KINDS), st.integers(0, 10**9))
@settings(deadline=None, max_examples=30)
def test_protecting_twice_gives_the_same_and_never_shows_what_is_small(kind: str, number: int) -> None:
    made = sample(random.Random(number), kind)
    options = {"threshold": made.threshold, "published": made.published, "stated": made.stated}
    told = protect(made.tables, **options)
    assert told == protect(made.tables, **options)
    for shown in told.shown:
        assert not any(cell is not None and 0 < cell < made.threshold for cell in shown.cells)
    assert len(told.shown) + len(told.not_shown) == len(made.tables)


@given(st.sampled_from(KINDS), st.integers(0, 10**9))
@settings(deadline=None, max_examples=15)
def test_what_is_protected_passes_the_auditor_that_starts_from_the_shown_figures_alone(
    kind: str, number: int
) -> None:
    made = sample(random.Random(number), kind)
    told = protect(
        made.tables,
        threshold=made.threshold,
        published=made.published,
        stated=made.stated,
        mode="round5" if made.mode == "round5" else "suppress",
    )
    checked = audit(told.shown, published=made.published, stated=made.stated)
    assert checked.recoverable == frozenset()


def test_the_name_that_the_programme_gives_a_cell_is_its_key() -> None:
    table = grid((1, 2), (3, 4))
    for codes in table.places():
        key = table.key_at(codes)
        assert name_of(table, codes) == (key.population, key.year, frozenset(key.where))
    assert max(table.counts) < BIG
