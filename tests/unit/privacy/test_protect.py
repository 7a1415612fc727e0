"""Protecting tables: what is hidden, divided more coarsely, rounded, left out, and what is said of it."""

from __future__ import annotations

import json
import pickle
from fractions import Fraction

import attrs
import pytest

from jmdmodel.errors import ModelError
from jmdmodel.messages import LANGUAGES, Say
from jmdmodel.privacy.counts import (
    MARK,
    CellKey,
    CountTable,
    Group,
    Level,
    ProtectedTable,
    Stated,
    as_data,
    audit,
    from_data,
    protect,
)
from tests.unit.privacy._counts import dimension, grid, hiding, line, only_small


def only(table: CountTable, **options: object) -> ProtectedTable:
    """Protect one table that can be shown."""
    (made,) = protect([table], **options).shown  # type: ignore[arg-type]
    return made


def pairs(*groups: tuple[str, ...], shown: bool = False) -> Level:
    return Level(
        groups=tuple(Group(code="-".join(g), label=Say(" ".join(g), " ".join(g)), parts=g) for g in groups),
        shown=shown,
    )


def test_a_table_without_small_numbers_stays_as_it_is() -> None:
    made = protect([grid((3, 0), (0, 9))])
    assert made.shown[0].cells == (3, 0, 3, 0, 9, 9, 3, 9, 12)
    assert made.messages() == ()


@pytest.mark.parametrize(("threshold", "hidden"), [(3, (1, 2)), (4, (1, 2, 3)), (5, (1, 2, 3, 4))])
def test_numbers_from_one_to_below_the_threshold_are_hidden_and_the_threshold_itself_is_not(
    threshold: int, hidden: tuple[int, ...]
) -> None:
    table = line(1, 2, 3, 4, 5, 30, 40, 50, 60)
    made = only(table, threshold=threshold)
    assert all(made.cell(f"a{n - 1}") is None for n in hidden)
    assert made.cell("a4") == 5


def test_zeros_stay_zeros() -> None:
    made = only(grid((0, 1, 20), (30, 0, 20), (9, 8, 0)))
    shown = made.by_codes()
    assert [shown[codes] for codes in (("a0", "b0"), ("a1", "b1"), ("a2", "b2"))] == [0, 0, 0]


def test_one_small_number_takes_another_one_with_it_and_both_look_the_same() -> None:
    made = only(line(2, 9, 14))
    assert made.cells == (None, None, 14, 25)
    assert made.table().texts("de") == (
        ("a0", "a 0", MARK),
        ("a1", "a 1", MARK),
        ("a2", "a 2", "14"),
        ("total", "insgesamt", "25"),
    )


def test_the_total_over_everything_is_never_hidden_to_protect_others() -> None:
    made = only(grid((1, 9, 8), (9, 9, 9), (7, 8, 1)))
    assert made.cell("total", "total") == 61


def test_small_margins_are_hidden_too() -> None:
    made = only(grid((1, 1, 0), (9, 8, 8), (7, 9, 10)))
    assert made.cell("a0", "total") is None


def test_what_an_only_member_can_subtract_is_protected_unless_small_numbers_alone_are_to_be() -> None:
    table = grid((1, 9, 30), (20, 25, 31), (22, 28, 33), (40, 41, 42))
    strict, small = only(table), only(table, insider="small")
    assert audit([strict], counts=[table]).safe
    assert not audit([small], counts=[table]).safe
    assert audit([small], counts=[table], insider="small").safe
    assert small.hidden < strict.hidden


def test_the_threshold_itself_may_be_worked_out_by_an_only_member_where_small_numbers_are_protected() -> None:
    assert only(line(1, 3, 9), insider="small").cells == (None, None, 9, 13)
    assert only(line(1, 3, 9, 20), insider="small", threshold=4).hidden == 3


def test_the_table_of_the_page_on_protected_counts_hides_what_is_printed_there() -> None:
    """Cells that mend two lines at once come first, cells before sums, small numbers before large ones."""
    made = only(grid((9, 4, 2), (12, 4, 6), (8, 7, 5), (2, 6, 3))).cross().texts("en")
    assert [row[1:] for row in made] == [
        (".", "4", ".", "15"),
        ("12", "4", "6", "22"),
        (".", "7", ".", "20"),
        (".", "6", ".", "11"),
        ("31", "21", "16", "68"),
    ]


def test_no_cell_is_hidden_that_need_not_be() -> None:
    table = grid((2, 9, 30), (20, 25, 31), (22, 28, 33))
    made = only(table)
    hidden = [codes for codes, cell in made.by_codes().items() if cell is None]
    assert len(hidden) == 4
    for codes in set(hidden) - {("a0", "b0")}:
        less = hiding(table, *(set(hidden) - {codes}))
        assert not audit([less], counts=[table]).safe


def test_the_width_asked_for_is_kept() -> None:
    table = grid((2, 3, 30), (4, 25, 31), (22, 28, 33))
    assert not audit([only(table)], width=9).safe
    assert audit([only(table, width=9)], width=9).safe


def test_a_table_that_hiding_cannot_protect_is_divided_more_coarsely() -> None:
    table = line(1, 1, 1, 2, levels=(pairs(("a0", "a1", "a2"), ("a3",)),))
    told = protect([table])
    assert told.shown[0].cells == (5,)
    table = line(1, 1, 1, 9, 8, 7, levels=(pairs(("a0", "a1", "a2"), ("a3", "a4", "a5")),))
    told = protect([attrs.evolve(table, counts=(1, 1, 1, 1, 0, 7))])
    made = told.shown[0]
    assert [category.code for category in made.dimensions[0].categories] == ["a0-a1-a2", "a3-a4-a5"]
    assert made.cells == (3, 8, 11)
    assert [message.in_("de") for message in told.messages()] == [
        "„Tabelle“: „A“ ist gröber eingeteilt, damit keine verborgene Zahl errechnet werden kann."
    ]


def test_a_table_of_too_few_is_left_out_with_the_reason_in_both_languages() -> None:
    told = protect([line(1, 1)])
    assert told.shown == ()
    (gone,) = told.not_shown
    assert gone.name == "t"
    for language in LANGUAGES:
        assert gone.reason.in_(language).count("Tabelle" if language == "de" else "table") >= 1
    assert told.get("t") is None


def test_a_table_with_nobody_in_it_is_shown() -> None:
    assert only(grid((0, 0), (0, 0))).cells == (0,) * 9


def test_a_single_number_is_shown_from_the_threshold_on() -> None:
    table = attrs.evolve(line(2), dimensions=())
    assert protect([table]).shown == ()
    assert only(attrs.evolve(table, counts=(3,))).cells == (3,)


def test_sub_totals_are_protected_with_the_rest() -> None:
    level = pairs(("a0", "a1"), ("a2", "a3"), shown=True)
    table = line(1, 5, 20, 30, levels=(level,))
    assert [c.code for c in table.dimensions[0].axis()] == ["a0", "a1", "a2", "a3", "a0-a1", "a2-a3", "total"]
    made = only(table)
    assert audit([made], counts=[table]).safe
    assert made.cell("a0") is None
    assert made.cell("total") == 56


# --- linked tables, editions, years -----------------------------------------------------------


def linked() -> tuple[CountTable, CountTable]:
    """Make age × sex and age × home of the same 60 persons."""
    by_sex = grid((2, 9), (12, 8), (15, 14), name="sex", down="age", across="sex")
    by_home = grid((4, 7), (11, 9), (14, 15), name="home", down="age", across="home")
    return by_sex, by_home


def test_tables_of_the_same_persons_are_protected_together() -> None:
    tables = linked()
    told = protect(tables)
    assert audit(told.shown, counts=tables).safe
    shared = [[table.cell(f"age{n}", "total") for n in range(3)] for table in told.shown]
    assert shared[0] == shared[1], "a margin is hidden in both or in none"


def test_protected_one_by_one_they_can_give_each_other_away() -> None:
    """One table hides a margin, the other one tells it."""
    by_sex, by_home = linked()
    apart = [
        hiding(by_sex, ("age0", "sex0"), ("age0", "total"), ("age1", "sex0"), ("age1", "total")),
        hiding(by_home),
    ]
    assert audit([apart[0]]).safe
    assert not audit(apart).safe


def test_a_total_that_one_table_leaves_out_counts_when_another_tells_it() -> None:
    silent = attrs.evolve(line(2, 9, 7), dimensions=(dimension("a", 3, total=False),), name="silent")
    other = attrs.evolve(line(10, 8), dimensions=(dimension("c", 2),), name="other")
    assert only(silent).cells == (None, 9, 7)
    together = protect([silent, other])
    assert together.shown[0].hidden > 1
    assert not audit([hiding(silent, ("a0",)), hiding(other)]).safe
    assert audit(together.shown, counts=[silent, other]).safe


def test_tables_that_say_different_things_of_the_same_persons_are_refused() -> None:
    with pytest.raises(ModelError, match="population"):
        protect([line(5, 9, name="one"), line(5, 8, name="two")])
    apart = attrs.evolve(line(5, 8, name="two"), population="others")
    assert len(protect([line(5, 9, name="one"), apart]).shown) == 2


def test_a_finer_table_that_does_not_add_up_to_a_coarser_one_is_refused() -> None:
    fine = line(5, 9, 20, levels=(pairs(("a0", "a1"), ("a2",)),), name="fine")
    coarse = fine.dimensions[0].coarsened()
    assert coarse is not None
    wrong = attrs.evolve(line(15, 19), dimensions=(coarse,), name="coarse")
    with pytest.raises(ModelError, match="different things"):
        protect([fine, wrong])


def test_a_part_can_have_a_table_of_its_own() -> None:
    """Of the 14 in the second category, 12 and 2; their total is the cell of the first table."""
    whole = line(30, 14, name="whole")
    part = attrs.evolve(line(12, 2, name="part"), within=(("a", "a1"),), dimensions=(dimension("c", 2),))
    assert part.key("total") == whole.key("a1")
    with pytest.raises(ModelError, match="different things"):
        protect([whole, attrs.evolve(part, counts=(12, 3))])
    assert audit(protect([whole, part]).shown, counts=[whole, part]).safe


def test_what_an_edition_has_hidden_the_next_one_hides_too() -> None:
    table = line(2, 9, 14, 20)
    first = attrs.evolve(hiding(table, ("a0",), ("a2",)), name="first")
    made = only(table, published=[first])
    assert made.cells == (None, 9, None, 20, 45)
    assert only(table).cells == (None, None, 14, 20, 45)


def test_an_edition_that_gives_a_number_away_keeps_the_finer_table_back() -> None:
    """The first edition told a0 + a1; a table that hides a0 behind a1 alone would give it away."""
    fine = line(2, 9, 14, 20, levels=(pairs(("a0", "a1"), ("a2", "a3")),))
    coarser = fine.dimensions[0].coarsened()
    first = [attrs.evolve(one, name="first") for one in protect([fine.divided_by({"a": coarser})]).shown]
    assert first[0].cells == (11, 34, 45)
    made = protect([fine], published=first)
    assert audit(made.shown, published=first, counts=[fine]).safe


def test_a_later_edition_does_not_give_away_what_an_earlier_one_hides_elsewhere() -> None:
    """The first edition hides the sums of both rows; the finer ages of the second would come to them."""
    fine = line(10, 12, 14, 10, levels=(pairs(("a0", "a1"), ("a2", "a3")),))
    coarser = fine.dimensions[0].coarsened()
    assert coarser is not None
    rows = attrs.evolve(grid((2, 20), (15, 9), name="first"), dimensions=(coarser, dimension("b", 2)))
    low, high = (category.code for category in coarser.categories)
    first = hiding(rows, (low, "b0"), (high, "b0"), (low, "total"), (high, "total"))
    assert audit([first]).safe
    assert not audit([hiding(fine)], published=[first]).safe
    (made,) = protect([fine], published=[first]).shown
    assert audit([made], published=[first]).safe
    assert made.hidden == 2


def test_what_an_earlier_edition_gives_away_by_itself_stops_no_later_one() -> None:
    first = attrs.evolve(only_small(line(2, 9, 14)), name="first")
    other = attrs.evolve(line(12, 13), dimensions=(dimension("c", 2),))
    assert protect([other], published=[first]).shown[0].cells == (12, 13, 25)


def test_where_an_edition_told_another_number_the_table_is_left_out() -> None:
    first = [attrs.evolve(one, name="first") for one in protect([line(20, 30, 41)]).shown]
    told = protect([line(20, 30, 42)], published=first)
    assert told.shown == ()
    assert "andere Zahlen" in told.not_shown[0].reason.in_("de")


def test_a_correction_is_also_noticed_where_the_edition_was_divided_more_coarsely() -> None:
    fine = line(20, 9, 14, 20, levels=(pairs(("a0", "a1"), ("a2", "a3")),))
    coarser = fine.dimensions[0].coarsened()
    silent = attrs.evolve(fine.divided_by({"a": coarser}), name="first")
    first = protect([silent]).shown
    assert protect([fine], published=first).not_shown == ()
    corrected = attrs.evolve(fine, counts=(21, 9, 13, 20))
    assert [one.name for one in protect([corrected], published=first).not_shown] == ["t"]


def test_a_change_that_is_told_links_two_years() -> None:
    years = [line(2, 9, 14, year=2024, name="old"), line(7, 9, 20, year=2025, name="new")]
    keys = [CellKey("Personen", year, (("a", "a0"),)) for year in (2025, 2024)]
    told = Stated(terms=((1, keys[0]), (-1, keys[1])), value=5)
    apart = protect(years)
    assert apart.shown[1].cells == (7, 9, 20, 36)
    assert not audit(apart.shown, stated=[told]).safe
    together = protect(years, stated=[told])
    assert audit(together.shown, stated=[told], counts=years).safe
    with pytest.raises(ModelError, match="does not agree"):
        protect(years, stated=[attrs.evolve(told, value=4)])


# --- rounding -----------------------------------------------------------------------------------


def test_rounding_makes_every_number_a_multiple_of_five_and_sums_by_themselves() -> None:
    made = only(grid((1, 11, 9), (9, 20, 31)), mode="round5")
    assert made.cells == (0, 10, 10, 20, 10, 20, 30, 60, 10, 30, 40, 80)
    assert made.note.in_("de").startswith("Alle Zahlen sind einzeln auf Vielfache von 5 gerundet")


def test_the_only_member_of_a_cell_can_work_rounded_numbers_back_and_is_kept_from_it() -> None:
    """1 and 2 are shown as 0 and their sum as 5: whoever is the one knows that the others are two."""
    table = grid((1, 2), (3, 7))
    rounded = attrs.evolve(hiding(table), mode="round5", cells=(0, 0, 5, 5, 5, 10, 5, 10, 15))
    assert audit([rounded]).safe
    assert not audit([rounded], counts=[table]).safe
    assert only(table, mode="round5").cells == (5, 10, 15)


def test_rounded_numbers_that_give_themselves_away_are_divided_more_coarsely() -> None:
    table = line(2, 2, 2, 2)
    told = protect([table], mode="round5")
    assert told.shown[0].cells == (10,)
    assert len(told.changes) == 1


def test_an_edition_that_hid_can_be_followed_by_one_that_rounds_only_if_both_together_are_safe() -> None:
    table = line(1, 9, 14, 21)
    first = [attrs.evolve(one, name="first") for one in protect([table]).shown]
    told = protect([table], mode="round5", published=first)
    for made in told.shown:
        assert audit([made], published=first, counts=[table]).safe


# --- figures from protected tables -------------------------------------------------------------


def test_a_share_is_told_only_where_both_numbers_are() -> None:
    made = only(line(2, 9, 14))
    assert made.share(("a2",), ("total",)).value == Fraction(14, 25)
    hidden = made.share(("a1",), ("total",))
    assert hidden.value is None
    assert hidden.reason is not None
    assert "nicht genannt" in hidden.reason.de
    nobody = only(line(0, 0)).share(("a0",), ("total",))
    assert nobody.value is None
    assert nobody.reason is not None
    assert "niemand" in nobody.reason.de


def test_sums_and_means_are_told_only_where_every_number_is() -> None:
    made = only(line(2, 9, 14, 16))
    assert made.sum_of(("a2",), ("a3",)).value == 30
    assert made.mean_of(("a2",), ("a3",)).value == 15
    assert made.sum_of(("a0",), ("a3",)).value is None
    assert made.mean_of(("a0",), ("a3",)).value is None
    assert made.mean_of().value is None


def test_a_change_is_told_only_where_both_years_are() -> None:
    old, new = only(line(2, 9, 14, year=2024)), only(line(5, 9, 17))
    assert new.change_since(old, "a2").value == 3
    assert new.change_since(old, "a0").value is None
    assert new.change_since(old, "elsewhere").value is None


def test_a_number_reads_as_people_write_it_and_hidden_as_the_mark() -> None:
    made = only(line(2, 9, 1400))
    assert made.text("a2") == "1.400"
    assert made.text("a2", language="en") == "1,400"
    assert made.text("a0") == MARK
    with pytest.raises(ModelError, match="no cell elsewhere"):
        made.text("elsewhere")


def test_the_table_of_a_report_has_the_last_dimension_across() -> None:
    made = only(grid((2, 9, 30), (20, 25, 31), (22, 28, 33))).cross()
    assert made.heads("de") == ("A", "b 0", "b 1", "b 2", "insgesamt")
    assert made.texts("de")[0] == ("a 0", MARK, MARK, "30", "41")
    assert only(line(5, 6)).cross().texts("en") == (("persons", "5", "6", "11"),)
    assert MARK in made.to_html()


def test_rows_for_programs_have_codes_and_nothing_where_a_number_is_hidden() -> None:
    told = protect([line(2, 9, 14)])
    rows = told.tables()[0].records()
    assert rows[0] == {"a_code": "a0", "a": "a 0", "count": None}
    assert rows[2]["count"] == 14
    assert told.tables()[-1].records() == ()


# --- borders ------------------------------------------------------------------------------------


def test_the_numbers_are_in_no_repr() -> None:
    table = line(2, 4711, 14)
    assert "4711" not in repr(table)
    assert "4711" not in repr(protect([table]))
    assert "4711" not in repr(Stated(terms=(), value=4711))


def test_protected_tables_pickle() -> None:
    told = protect(linked())
    assert pickle.loads(pickle.dumps(told)).shown == told.shown


def kept() -> ProtectedTable:
    """Make a protected table with everything that one can have."""
    level = pairs(("a0", "a1"), ("a2", "a3"), shown=True)
    table = attrs.evolve(line(1, 5, 20, 30, levels=(level,)), edition="provider", population="all")
    return attrs.evolve(only(table), within=(("c", "c0"),))


def test_a_protected_table_can_be_kept_as_json_and_made_again() -> None:
    for table in (kept(), only(line(5, 9), mode="round5"), only(attrs.evolve(line(9), dimensions=()))):
        assert from_data(json.loads(json.dumps(as_data(table)))) == table
    silent = attrs.evolve(line(2, 9, 7), dimensions=(dimension("a", 3, total=False),))
    assert from_data(as_data(only(silent))) == only(silent)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", 2),
        ("name", None),
        ("title", "Titel"),
        ("counted", {}),
        ("year", "2025"),
        ("within", [["a"]]),
        ("dimensions", [{"name": "a"}]),
        ("mode", "plain"),
        ("threshold", True),
        ("cells", [1, -1]),
        ("cells", []),
        ("population", 3),
    ],
)
def test_other_data_are_no_table(name: str, value: object) -> None:
    data = as_data(kept())
    with pytest.raises(ModelError):
        from_data({**data, name: value})
    with pytest.raises(ModelError, match="no data"):
        from_data({key: held for key, held in data.items() if key != name})


def test_the_result_does_not_depend_on_the_order_of_the_tables() -> None:
    one, two = linked()
    assert set(protect([one, two]).shown) == set(protect([two, one]).shown)


@pytest.mark.parametrize(
    "options",
    [
        {"threshold": 2},
        {"threshold": "3"},
        {"mode": "hide"},
        {"insider": "all"},
        {"width": -1},
        {"steps": 1.5},
    ],
)
def test_an_option_that_is_none_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(ModelError):
        protect([line(5)], **options)  # type: ignore[arg-type]


def test_two_tables_of_one_name_are_refused() -> None:
    with pytest.raises(ModelError, match="name t"):
        protect([line(5, 9), line(5, 9)])


def test_a_protection_that_hides_only_small_numbers_is_caught() -> None:
    for table in (line(2, 9, 14), grid((1, 9), (8, 7)), grid((0, 1, 20), (30, 0, 20), (9, 8, 0))):
        assert not audit([only_small(table)]).safe
        assert audit(protect([table]).shown, counts=[table]).safe
