"""Tables of counts as values: dimensions, levels, cells and what adds up."""

from __future__ import annotations

import attrs
import pytest

from jmdmodel.errors import ModelError
from jmdmodel.messages import LANGUAGES, Say
from jmdmodel.privacy.counts import (
    Category,
    CellKey,
    CountTable,
    Dimension,
    Group,
    Layout,
    Level,
    ProtectedTable,
    Stated,
    counts_texts,
    persons_texts,
)
from jmdmodel.privacy.counts.attack import only_members
from jmdmodel.privacy.counts.knowledge import Knowledge, Rule, fill, lines_between
from jmdmodel.privacy.counts.search import BIG, Budget, Nothing, Problem, Sum, find
from jmdmodel.privacy.counts.tables import Line
from tests.unit.privacy._counts import PERSON, dimension, grid, hiding, line


def group(code: str, *parts: str) -> Group:
    return Group(code=code, label=Say(code, code), parts=parts)


def bands(*levels: Level) -> Dimension:
    return dimension("a", 4, levels=levels)


HALVES = Level(groups=(group("low", "a0", "a1"), group("high", "a2", "a3")))
ALL = Level(groups=(group("any", "a0", "a1", "a2", "a3"),))


def key(*codes: str, year: int = 2025) -> CellKey:
    return CellKey("Personen", year, tuple((code[0], code) for code in codes))


def test_a_table_knows_all_its_cells_and_margins() -> None:
    table = grid((1, 2, 3), (4, 5, 6))
    told = {codes: table.count_at(codes) for codes in table.places()}
    assert told["a1", "b2"] == 6
    assert told["a0", "total"] == 6
    assert told["total", "b0"] == 5
    assert told["total", "total"] == 21
    assert len(told) == 12
    assert table.values() == {table.key_at(codes): number for codes, number in told.items()}


def test_a_margin_is_the_same_cell_in_every_table_of_the_same_persons() -> None:
    by_b, by_c = grid((1, 2), (3, 4)), grid((1, 2), (3, 4), across="c")
    assert by_b.key("a0", "total") == by_c.key("a0", "total") == key("a0")
    assert by_b.key("a0", "b0") != by_c.key("a0", "c0")
    assert attrs.evolve(by_b, population="others").key("a0", "total") != key("a0")
    assert attrs.evolve(by_b, year=2024).key("a0", "total") == key("a0", year=2024)
    turned = grid((1, 3), (2, 4), down="b", across="a")
    assert turned.key("b1", "a0") == by_b.key("a0", "b1")


def test_lines_say_what_adds_up() -> None:
    table = grid((1, 2), (3, 4))
    lines = set(table.lines())
    assert Line(key("a0"), (key("a0", "b0"), key("a0", "b1"))) in lines
    assert Line(key(), (key("a0"), key("a1"))) in lines
    assert Line(key(), (key("b0"), key("b1"))) in lines
    assert len(lines) == 6


def test_a_table_without_totals_has_no_lines_of_its_own() -> None:
    table = attrs.evolve(line(1, 2), dimensions=(dimension("a", 2, total=False),))
    assert list(table.lines()) == []
    assert list(table.places()) == [("a0",), ("a1",)]
    assert list(table.unshown_totals()) == [Line(key(), (key("a0"), key("a1")))]
    assert lines_between([table]) == ()
    assert lines_between([table], [Stated(terms=((1, key()),), value=3)]) == tuple(table.unshown_totals())


def test_two_totals_left_out_leave_the_sum_of_everything() -> None:
    dims = (dimension("a", 2, total=False), dimension("b", 2, total=False))
    table = attrs.evolve(grid((1, 2), (3, 4)), dimensions=dims)
    found = list(table.unshown_totals())
    assert len(found) == 5
    assert found[-1].whole == key()
    assert len(found[-1].parts) == 4


def test_sub_totals_stand_between_categories_and_total() -> None:
    table = attrs.evolve(line(1, 2, 3, 4), dimensions=(bands(attrs.evolve(HALVES, shown=True)),))
    assert [codes for (codes,) in table.places()] == ["a0", "a1", "a2", "a3", "low", "high", "total"]
    assert table.count_at(("high",)) == 7
    assert Line(key("a0")._replace(where=(("a", "low"),)), (key("a0"), key("a1"))) in set(table.lines())


def test_coarser_and_finer_tables_are_connected_by_their_levels() -> None:
    fine = attrs.evolve(line(1, 2, 3, 4, name="fine"), dimensions=(bands(HALVES),))
    coarse = fine.divided_by({"a": fine.dimensions[0].coarsened()})
    assert coarse.counts == (3, 7)
    low = CellKey("Personen", 2025, (("a", "low"),))
    assert Line(low, (key("a0"), key("a1"))) in lines_between([fine, coarse])
    assert Line(low, (key("a0"), key("a1"))) not in lines_between([fine])
    assert Line(low, (key("a0"), key("a1"))) not in lines_between([coarse])


def test_levels_are_taken_one_after_the_other() -> None:
    whole = bands(HALVES, ALL)
    once = whole.coarsened()
    assert once is not None
    assert [category.code for category in once.categories] == ["low", "high"]
    assert [g.parts for g in once.levels[0].groups] == [("low", "high")]
    twice = once.coarsened()
    assert twice is not None
    assert [category.code for category in twice.categories] == ["any"]
    assert twice.coarsened() is None


def test_a_table_can_be_summed_up_along_a_dimension() -> None:
    table = grid((1, 2, 3), (4, 5, 6))
    assert table.divided_by({"b": None}).counts == (6, 15)
    assert table.divided_by({"a": None}).counts == (5, 7, 9)
    assert table.divided_by({"a": None, "b": None}).counts == (21,)
    assert table.divided_by({}) == table


@pytest.mark.parametrize(
    "levels",
    [
        (Level(groups=(group("low", "a0", "a1"),)),),
        (Level(groups=(group("low", "a0", "a1"), group("high", "a1", "a2", "a3"))),),
        (Level(groups=(group("x", "a0", "a1"), group("x", "a2", "a3"))),),
        (Level(groups=(group("total", "a0", "a1"), group("high", "a2", "a3"))),),
        (Level(groups=(group("a2", "a0", "a1"), group("high", "a2", "a3"))),),
        (HALVES, Level(groups=(group("x", "a0"), group("y", "a1", "a2", "a3")))),
    ],
    ids=[
        "not all",
        "twice",
        "one code for two",
        "the code of the total",
        "the code of another",
        "not nested",
    ],
)
def test_a_level_that_does_not_divide_is_refused(levels: tuple[Level, ...]) -> None:
    with pytest.raises(ModelError, match="level"):
        bands(*levels)


def test_a_group_of_one_keeps_its_code() -> None:
    level = Level(groups=(group("low", "a0", "a1", "a2"), group("a3", "a3")), shown=True)
    assert [c.code for c in bands(level).axis()] == ["a0", "a1", "a2", "a3", "low", "total"]


@pytest.mark.parametrize("codes", [(), ("x", "x"), ("total", "x")], ids=["none", "twice", "total"])
def test_categories_have_codes_of_their_own(codes: tuple[str, ...]) -> None:
    with pytest.raises(ModelError, match="different codes"):
        Dimension(
            name="a",
            label=Say("a", "a"),
            categories=tuple(Category(code=code, label=Say(code, code)) for code in codes),
        )


@pytest.mark.parametrize("counts", [(1, 2), (1, 2, 3, 4), (1, 2, -1), (1, 2, True), (1, 2, 3.0)])
def test_a_table_needs_a_number_for_each_cell(counts: tuple[int, ...]) -> None:
    with pytest.raises(ModelError, match="3 numbers"):
        attrs.evolve(line(1, 2, 3), counts=counts)
    with pytest.raises(ModelError):
        attrs.evolve(hiding(line(1, 2, 3)), cells=(1, 2, 3))


def test_a_table_has_up_to_three_dimensions_of_different_names() -> None:
    three = tuple(dimension(name, 2) for name in "abc")
    told = {"name": "t", "title": Say("t", "t"), "counted": PERSON, "year": 2025}
    assert CountTable(**told, dimensions=three, counts=(1,) * 8).count_at(("total",) * 3) == 8
    with pytest.raises(ModelError, match="three dimensions"):
        Layout(**told, dimensions=(*three, dimension("d", 2)))
    with pytest.raises(ModelError, match="three dimensions"):
        Layout(**told, dimensions=(three[0], three[0]))
    with pytest.raises(ModelError):
        Layout(**told | {"year": "2025"})


def test_a_table_can_be_made_from_counts_by_code() -> None:
    layout = grid((0, 0), (0, 0))
    made = CountTable.of(layout, {("a0", "b1"): 5, ("a1", "b0"): 7})
    assert made.counts == (0, 5, 7, 0)
    with pytest.raises(ModelError, match="no cell a0, b7"):
        CountTable.of(layout, {("a0", "b7"): 5})


@pytest.mark.parametrize("codes", [("a0",), ("a0", "b9"), ("a0", "b0", "b0"), ()])
def test_a_cell_that_is_not_there_is_refused(codes: tuple[str, ...]) -> None:
    with pytest.raises(ModelError, match="no cell"):
        grid((1, 2), (3, 4)).key(*codes)


def test_an_only_member_knows_every_cell_with_nobody_else_in_it() -> None:
    table = grid((1, 0), (1, 5), (1, 1))
    alone = only_members(table.values(), lines_between([table]))
    assert set(alone) == {
        frozenset({key("a0"), key("a0", "b0")}),
        frozenset({key("a1", "b0")}),
        frozenset({key("a2", "b0")}),
        frozenset({key("a2", "b1")}),
    }


# --- what is known, in pieces ------------------------------------------------------------------


def known(bounds: dict[CellKey, tuple[int, int]], lines: tuple[Line, ...], marked: set[CellKey]) -> Knowledge:
    return Knowledge(bounds=bounds, marked=frozenset(marked), lines=lines, stated=(), small=2)


def test_hidden_cells_that_share_no_sum_are_pieces_of_their_own() -> None:
    a0, a1, b0, b1 = key("a0"), key("a1"), key("b0"), key("b1")
    hidden = dict.fromkeys((a0, a1, b0, b1), (1, BIG))
    whole = key()
    lines = (Line(whole, (a0, a1)), Line(whole, (b0, b1)))
    pieces = known({**hidden, whole: (9, 9)}, lines, {a0, a1, b0, b1}).pieces()
    assert [piece.keys for piece in pieces] == [(a0, a1), (b0, b1)]
    assert pieces[0].plain.sums == (Sum(((0, 1), (1, 1)), 9),)
    assert pieces[0].groups == {Rule.LINE: ((0, 1), (0, 1)), Rule.GROUP: ((0, 1),)}
    (one,) = known({**hidden, whole: (1, BIG)}, lines, {*hidden, whole}).pieces()
    assert len(one.keys) == 5


def test_where_a_small_number_is_known_already_the_others_need_not_be_small() -> None:
    a0, a1, a2, whole = key("a0"), key("a1"), key("a2"), key()
    bounds = {a0: (2, 2), a1: (1, BIG), a2: (1, BIG), whole: (30, 30)}
    (piece,) = known(bounds, (Line(whole, (a0, a1, a2)),), {a0, a1, a2}).pieces()
    assert piece.groups == {Rule.LINE: (), Rule.GROUP: ()}
    bounds[a0] = (9, 9)
    (piece,) = known(bounds, (Line(whole, (a0, a1, a2)),), {a0, a1, a2}).pieces()
    assert piece.groups[Rule.GROUP] == ((0, 1),)


def test_of_a_cell_that_no_table_shows_not_even_is_known_that_somebody_is_in_it() -> None:
    bounds = {key("a0"): (3, 3)}
    fill(bounds, [Line(key(), (key("a0"), key("a1")))], [Stated(terms=((1, key("b0")),), value=3)])
    assert bounds == {key("a0"): (3, 3), key(): (0, BIG), key("a1"): (0, BIG), key("b0"): (0, BIG)}


# --- the search ----------------------------------------------------------------------------------


def test_the_search_gives_up_where_its_budget_ends_and_not_before() -> None:
    problem = Problem(low=(0, 0), high=(50, 50), sums=(Sum(((0, 1), (1, 1)), 60),))
    assert find(problem, (0, 0), Budget(0)) is Nothing.UNDECIDED
    found = find(problem, (30, 30), Budget(100))
    assert found == (30, 30)
    spent = Budget(100)
    find(problem, (30, 30), spent)
    assert spent.left < 100


def test_the_search_repairs_a_guess_where_it_is_wrong_and_leaves_the_rest() -> None:
    sums = (Sum(((0, 1), (1, 1)), 10), Sum(((2, 1), (3, 1)), 10))
    problem = Problem(low=(0,) * 4, high=(10,) * 4, sums=sums)
    found = find(problem, (4, 6, 3, 7), Budget(100), [(0, 5, 10)])
    assert isinstance(found, tuple)
    assert found[2:] == (3, 7)
    assert found[0] >= 5


def test_odd_sums_of_pairs_have_no_whole_answer() -> None:
    sums = tuple(Sum(((one, 1), (other, 1)), 5) for one, other in ((0, 1), (1, 2), (0, 2)))
    problem = Problem(low=(0,) * 3, high=(5,) * 3, sums=sums)
    assert find(problem, (2, 3, 2), Budget(1000)) is Nothing.NONE


def test_narrowing_tells_at_once_where_nothing_fits() -> None:
    problem = Problem(low=(0, 0), high=(3, 3), sums=(Sum(((0, 1), (1, 1)), 9),))
    assert problem.settle(Budget(100)) is None
    small = Problem(low=(3, 4), high=(9, 9), sums=(), groups=((0, 1),), small=2)
    assert small.settle(Budget(100)) is None
    one = Problem(low=(3, 0), high=(9, 9), sums=(), groups=((0, 1),), small=2).settle(Budget(100))
    assert one is not None
    assert one.high == (9, 2)


# --- texts ---------------------------------------------------------------------------------------


def test_every_text_has_the_same_placeholders_in_both_languages() -> None:
    said = [
        value
        for module in (counts_texts, persons_texts)
        for value in vars(module).values()
        if isinstance(value, Say)
    ]
    assert len(said) > 40
    for text in said:
        assert text.names() == Say(text.en, text.en).names() == Say(text.de, text.de).names()
        assert all(text.in_(language).strip() for language in LANGUAGES)


def test_a_protected_table_shows_no_more_than_its_name_in_a_repr() -> None:
    shown = hiding(line(4711, 2), ("a1",))
    assert isinstance(shown, ProtectedTable)
    assert repr(shown) == "<ProtectedTable t: 3>"
