from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction

import pytest

from jmdmodel.analysis.comparison import Absence, Change, Course, Shift, compare
from jmdmodel.analysis.comparison.tie_changes import TieCourse
from jmdmodel.entities.relation import ContactStanding
from jmdmodel.errors import ModelError, NoMapForYear
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating, tie
from jmdmodel.vocabulary import ContactState, MapGroup, PartnerKind

LAST_DAY, FIRST_DAY = date(2024, 12, 31), date(2025, 1, 1)
UNTIL_2024, SINCE_2025 = Period(until=LAST_DAY), Period(since=FIRST_DAY)
MAPS = network_map(2024), network_map(2025)


def rated(identifier, *ratings, **fields):
    """Give a partner and its contact, with a rating (intensity, importance) in 2024 and one in 2025."""
    own = {name: fields.pop(name) for name in ("successor_of", "kind") if name in fields}
    lives = fields.pop("lives", Period())
    days = (date(2024, 6, 1), date(2025, 6, 1))
    given = tuple(rating(day, *steps) for day, steps in zip(days, ratings, strict=False) if steps)
    return partner(identifier, period=lives, **own), contact(identifier, ratings=given, **fields)


def space(*pairs, maps=MAPS):
    things = [thing for pair in pairs for thing in (pair if isinstance(pair, tuple) else (pair,))]
    return minimal(*maps, *things)


def found(*pairs, **more):
    return compare(space(*pairs, **more), 2024, 2025)


def ids(changes):
    return [change.partner.id for change in changes]


def only(changes):
    (one,) = changes
    return one


def test_a_year_compared_with_itself_has_no_change():
    same = compare(space(rated("a", (3, 3)), rated("b")), 2024, 2024)
    assert not same.has_changes
    assert (ids(same.stayed), same.turnover) == (["a", "b"], 0)


def test_a_year_without_a_map_is_refused_on_either_side():
    for years in ((2023, 2024), (2024, 2023)):
        with pytest.raises(NoMapForYear):
            compare(space(), *years)


@pytest.mark.parametrize("wrong", ["2024", True, 0, 10000, 2024.0])
def test_a_year_that_is_none_is_refused_by_the_name_of_the_argument(wrong):
    with pytest.raises(ModelError, match="later"):
        compare(space(), 2024, wrong)


def test_a_partner_whose_own_time_ended_is_gone_and_one_whose_contact_ended_is_not():
    changes = found(rated("a", lives=UNTIL_2024), rated("b", period=UNTIL_2024)).left
    assert [change.absence for change in changes] == [Absence.PARTNER, Absence.CONTACT]


def test_a_partner_founded_and_a_contact_begun_are_kept_apart():
    changes = found(rated("a", lives=SINCE_2025), rated("b", period=SINCE_2025)).joined
    assert [change.absence for change in changes] == [Absence.PARTNER, Absence.CONTACT]


def test_a_contact_that_rests_is_no_partner_that_left():
    resting = (ContactStanding(day=FIRST_DAY, state=ContactState.DORMANT),)
    comparison = found(rated("a", (3, 3), states=resting))
    assert comparison.left == ()
    assert only(comparison.stayed).kinds == (
        Change.CONTACT_DORMANT,
        Change.INTENSITY_NO_LONGER_RATED,
        Change.IMPORTANCE_NO_LONGER_RATED,
    )


def test_closer_and_looser_more_and_less_important_are_told_apart():
    comparison = found(rated("a", (2, 3), (3, 2)), rated("b", (3, 2), (2, 3)), rated("c", (1, 1), (1, 1)))
    assert ids(comparison.closer) == ids(comparison.less_important) == ["a"]
    assert ids(comparison.looser) == ids(comparison.more_important) == ["b"]
    assert ids(comparison.confirmed) == ["c"]


def test_a_first_rating_is_not_closer():
    comparison = found(rated("a", None, (5, 5)))
    assert comparison.closer == comparison.more_important == ()
    assert dict(comparison.intensity_shifts)[Shift.NEWLY_RATED] == 1


def test_intensity_and_importance_are_counted_each_on_its_own():
    comparison = found(rated("a", (None, 3), (4, None)))
    assert [shift for shift, n in comparison.intensity_shifts if n] == [Shift.NEWLY_RATED]
    assert [shift for shift, n in comparison.importance_shifts if n] == [Shift.NO_LONGER_RATED]
    assert ids(comparison.newly_rated) == ids(comparison.no_longer_rated) == ["a"]


def test_who_was_rated_in_both_years_or_in_neither_is_not_newly_rated_and_not_missed():
    comparison = found(rated("a", (3, 3), (4, 4)), rated("b"), rated("c", period=SINCE_2025))
    assert comparison.newly_rated == comparison.no_longer_rated == ()


def test_a_new_name_keeps_its_rating_history():
    old = rated("a", (2, 3), lives=UNTIL_2024)
    comparison = found(old, rated("b", None, (4, 3), lives=SINCE_2025, successor_of=("a",)))
    assert (comparison.joined, comparison.left) == ((), ())
    change = only(comparison.with_course(Course.RENAMED))
    assert change.kinds == (Change.RENAMED, Change.CLOSER)
    assert comparison.of("a") is comparison.of("b") is change
    assert comparison.turnover == 0


def test_of_two_rated_contrary_that_became_one_both_values_stand_and_neither_rise_nor_fall():
    comparison = found(
        rated("a", (1, 3), lives=UNTIL_2024),
        rated("b", (5, 3), lives=UNTIL_2024),
        rated("c", None, (3, 4), lives=SINCE_2025, successor_of=("a", "b")),
    )
    change = only(comparison.changes)
    assert (change.course, change.intensity, change.importance) == (Course.MERGED, Shift.UNCLEAR, Shift.UP)
    assert [step.step for step in change.intensities(change.before)] == [1, 5]


def test_a_successor_without_a_contact_is_named_with_the_partner_that_is_gone():
    gone = rated("a", lives=UNTIL_2024)
    comparison = found(gone, partner("b", period=SINCE_2025, successor_of=("a",)))
    assert [one.id for one in only(comparison.left).related] == ["b"]


def test_a_predecessor_without_a_contact_is_named_with_the_partner_that_joined():
    comparison = found(partner("a", period=UNTIL_2024), rated("b", lives=SINCE_2025, successor_of=("a",)))
    assert [one.id for one in only(comparison.joined).related] == ["a"]


def test_a_contact_that_ended_names_no_successor_for_the_partner_is_still_there():
    comparison = found(rated("a", period=UNTIL_2024), partner("b", successor_of=("a",)))
    assert only(comparison.left).related == ()


def test_the_other_way_round_is_the_mirror_image():
    work = space(
        rated("a", (2, 3), (4, 1)),
        rated("b", period=UNTIL_2024),
        rated("c", period=SINCE_2025),
        rated("d", None, (1, 1)),
        maps=(network_map(2024, ties_surveyed_on=LAST_DAY), network_map(2025, ties_surveyed_on=LAST_DAY)),
    ).with_entities(tie("a", "d", period=SINCE_2025, brokered_on=FIRST_DAY))
    there, back = compare(work, 2024, 2025), compare(work, 2025, 2024)
    assert back == there.mirrored()
    assert (ids(back.joined), ids(back.left)) == (ids(there.left), ids(there.joined)) == (["b"], ["c"])
    assert (ids(back.looser), ids(back.more_important)) == (["a"], ["a"])
    assert [one.course for one in back.ties.changes] == [TieCourse.LOST]
    assert (back.earlier, back.later, back.brokered) == (2025, 2024, there.brokered)
    assert back.text() == there.text()


def test_the_turnover_is_one_minus_the_jaccard_index_of_both_maps():
    before = [rated(one, period=UNTIL_2024) for one in "ab"]
    both = [rated(one) for one in "cdefgh"]
    after = [rated(one, period=SINCE_2025) for one in "ijk"]
    comparison = found(*before, *both, *after)
    assert (comparison.similarity, comparison.turnover) == (Fraction(6, 11), Fraction(5, 11))


def test_two_empty_maps_have_no_turnover_and_a_reason():
    comparison = found()
    assert (comparison.similarity, comparison.turnover) == (None, None)
    assert "kein" not in comparison.turnover_reason.in_("en")
    assert comparison.turnover_reason.in_("de").startswith("In keinem der beiden Jahre")
    assert found(rated("a")).turnover_reason is None


@pytest.mark.parametrize(("surveyed", "told"), [((2024,), "2025"), ((2025,), "2024"), ((), "2024 und 2025")])
def test_ties_are_compared_only_where_they_were_surveyed_in_both_years(surveyed, told):
    maps = [
        network_map(year, ties_surveyed_on=date(year, 11, 1) if year in surveyed else None)
        for year in (2024, 2025)
    ]
    comparison = found(maps=maps)
    assert comparison.ties is None
    assert f"weil sie {told} nicht erhoben" in comparison.ties_reason.in_("de")


SURVEYED = tuple(network_map(year, ties_surveyed_on=date(year, 12, 31)) for year in (2024, 2025))


def tied(*ties):
    partners = [
        rated("a"),
        rated("b", lives=UNTIL_2024),
        rated("c", lives=SINCE_2025, successor_of=("b",)),
        rated("d"),
    ]
    return compare(space(*partners, maps=SURVEYED).with_entities(*ties), 2024, 2025).ties


def test_a_tie_goes_on_when_a_partner_has_a_successor():
    ties = tied(tie("a", "b", period=UNTIL_2024), tie("c", "a", period=SINCE_2025))
    assert (len(ties.kept), ties.new, ties.lost, ties.similarity) == (1, (), (), 1)
    assert [end.id for end in only(ties.kept).ends] == ["a", "c"]


def test_ties_are_kept_new_and_lost():
    ties = tied(tie("a", "d"), tie("a", "b", period=UNTIL_2024), tie("c", "d", period=SINCE_2025))
    assert [[end.id for end in change.ends] for change in (*ties.kept, *ties.new, *ties.lost)] == [
        ["a", "d"],
        ["c", "d"],
        ["a", "b"],
    ]
    assert ties.similarity == Fraction(1, 3)


@pytest.mark.parametrize(("period", "changed"), [(SINCE_2025, True), (UNTIL_2024, True), (Period(), False)])
def test_a_tie_alone_that_is_new_or_lost_is_a_change(period, changed):
    work = space(rated("a"), rated("b"), maps=SURVEYED).with_entities(tie("a", "b", period=period))
    comparison = compare(work, 2024, 2025)
    assert comparison.has_changes is changed
    assert (len(comparison.sentences()) > 1) is changed


def test_no_ties_in_either_year_have_no_similarity_and_a_reason():
    ties = tied()
    assert (ties.changes, ties.similarity) == ((), None)
    assert ties.similarity_reason.in_("en").startswith("No tie")


def test_a_tie_between_two_that_became_one_is_neither_new_nor_lost():
    pairs = [
        rated("a", lives=UNTIL_2024),
        rated("b", lives=UNTIL_2024),
        rated("c", lives=SINCE_2025, successor_of=("a", "b")),
    ]
    work = space(*pairs, maps=SURVEYED).with_entities(tie("a", "b"))
    ties = compare(work, 2024, 2025).ties
    assert (ties.changes, [one.id for one in ties.within]) == ((), ["a-b"])


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2024, 11, 1), 0), (date(2024, 11, 2), 1), (date(2025, 11, 1), 1), (date(2025, 11, 2), 0)],
)
def test_a_tie_is_brokered_after_the_day_of_one_map_and_not_after_that_of_the_other(day, count):
    maps = (network_map(2024, as_of=date(2024, 11, 1)), network_map(2025, as_of=date(2025, 11, 1)))
    work = space(rated("a"), rated("b"), maps=maps).with_entities(tie("a", "b", brokered_on=day))
    assert len(compare(work, 2024, 2025).brokered) == count


def test_the_day_of_the_map_decides_and_not_the_end_of_the_year():
    early = (network_map(2024, as_of=date(2024, 2, 29)), network_map(2025))
    pair = rated("a", period=Period(since=date(2024, 3, 1)))
    assert ids(found(pair, maps=early).joined) == ["a"]
    assert ids(found(pair).stayed) == ["a"]


def test_a_rating_after_the_day_of_its_map_does_not_count():
    early = (network_map(2024), network_map(2025, as_of=date(2025, 5, 31)))
    assert dict(found(rated("a", (3, 3), (4, 4)), maps=early).intensity_shifts)[Shift.NO_LONGER_RATED] == 1


def test_kinds_and_sectors_add_up_to_both_maps():
    comparison = found(
        rated("a", kind=PartnerKind.SCHOOL),
        rated("b", kind=PartnerKind.BUSINESS, period=UNTIL_2024),
        rated("c", kind=PartnerKind.BUSINESS, lives=UNTIL_2024),
        rated("d", kind=PartnerKind.SCHOOL, lives=SINCE_2025, successor_of=("c",)),
        rated("e", kind=PartnerKind.SCHOOL, period=SINCE_2025),
    )
    groups = {row.of: row for row in comparison.by_group()}
    work, education = groups[MapGroup.WORK], groups[MapGroup.EDUCATION]
    assert (work.before, work.left, work.passed_on, work.after) == (2, 1, 1, 0)
    assert (education.before, education.stayed, education.joined, education.taken_over) == (1, 1, 1, 1)
    assert education.after == 3
    assert len(comparison.by_kind()) == len(PartnerKind)


def test_a_partner_on_neither_map_has_no_change():
    assert found(rated("a"), partner("b")).of("b") is None


def test_maps_years_apart_are_compared_over_a_chain_of_names():
    maps = (network_map(2021), network_map(2024))
    work = space(
        rated("a", lives=Period(until=date(2021, 12, 31))),
        partner("b", successor_of=("a",), period=Period(since=date(2022, 1, 1), until=date(2022, 12, 31))),
        rated("c", lives=Period(since=date(2023, 1, 1)), successor_of=("b",)),
        maps=maps,
    )
    assert only(compare(work, 2021, 2024).changes).course is Course.RENAMED


def test_a_comparison_can_be_hashed_and_pickled():
    comparison = found(rated("a", (3, 3), (4, 4)), maps=SURVEYED)
    assert pickle.loads(pickle.dumps(comparison)) == comparison
    assert len({comparison, comparison.mirrored()}) == 2


def test_the_public_sees_no_maps_and_so_nothing_to_compare():
    with pytest.raises(NoMapForYear) as caught:
        compare(redact(space(rated("a", (3, 3), (4, 4))), Audience.PUBLIC), 2024, 2025)
    assert caught.value.years == ()


def test_the_report_sees_the_same_comparison_without_notes():
    work = space(rated("a", (3, 3), (4, 4), note="geheim"))
    seen = compare(redact(work, Audience.REPORT), 2024, 2025)
    assert seen.text() == compare(work, 2024, 2025).text()
    assert only(seen.changes).after[0].contact.note is None


def test_a_contact_whose_partner_is_unknown_is_on_no_map():
    assert found(contact("nobody")).changes == ()


def test_tables_have_stable_columns_and_a_row_for_each_partner():
    comparison = found(
        rated("a", (1, 3), lives=UNTIL_2024),
        rated("b", lives=UNTIL_2024),
        rated("c", None, (3, 4), lives=SINCE_2025, successor_of=("a", "b")),
        rated("d", (2, 2), (3, 3)),
        maps=SURVEYED,
    )
    merged, closer = comparison.records()
    assert (merged["before"], merged["after"], merged["course"]) == ("a b", "c", "merged")
    assert (merged["intensity_before"], merged["intensity_after"], merged["intensity"]) == (
        "1",
        "3",
        "unclear",
    )
    assert closer["changes"] == "closer more-important"
    names = [table.name for table in comparison.tables()]
    assert names == [
        "changes",
        "change-figures",
        "change-ratings",
        "change-groups",
        "change-kinds",
        "change-ties",
    ]
    (figures,) = comparison.tables()[1].records()
    assert (figures["stayed"], figures["merged"], figures["turnover"]) == (1, 1, 0)


def test_the_table_of_ties_marks_those_that_the_service_brokered():
    ties = (tie("a", "b"), tie("a", "c", brokered_on=FIRST_DAY, period=SINCE_2025))
    pairs = [rated(one) for one in "abc"]
    surveyed = compare(space(*pairs, maps=SURVEYED).with_entities(*ties), 2024, 2025).tables()[-1].records()
    assert [(row["other"], row["course"], row["brokered"]) for row in surveyed] == [
        ("b", "kept", False),
        ("c", "new", True),
    ]
    bare = compare(space(*pairs).with_entities(*ties), 2024, 2025).tables()[-1].records()
    assert [(row["one"], row["other"], row["course"], row["brokered"]) for row in bare] == [
        ("a", "c", None, True)
    ]


def test_in_a_notebook_a_comparison_shows_its_tables_escaped():
    named = partner("a", name="<b>Schule</b>"), contact("a")
    assert "&lt;b&gt;Schule" in found(named)._repr_html_()
