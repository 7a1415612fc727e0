"""What holds for every comparison of two years, whatever ended, began, merged or was never rated."""

from __future__ import annotations

import pickle
from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.analysis.comparison import (
    Absence,
    Change,
    Comparison,
    Course,
    PartnerChange,
    Shift,
    compare,
    network_series,
)
from jmdmodel.analysis.comparison.history import History
from jmdmodel.analysis.comparison.tie_changes import TieCourse
from jmdmodel.analysis.ratings import rated_contacts
from jmdmodel.collection import Collection
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding, NetworkMap, Tie
from jmdmodel.ids import ContactId, MapId, PartnerId, TieId
from jmdmodel.messages import LANGUAGES
from jmdmodel.period import ALWAYS, Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Importance, Intensity
from jmdmodel.testing.builders import minimal
from jmdmodel.testing.strategies import naughty_text, workspaces
from jmdmodel.vocabulary import ContactState, MapGroup, PartnerKind
from jmdmodel.workspace import Workspace

YEARS = (2023, 2024, 2026)
KEYS = tuple("abcdefg")
SOME_DAYS = (
    *(date(year, month, day) for year in YEARS for month, day in ((1, 1), (6, 30), (7, 1), (12, 31))),
    date(2024, 2, 29),
    date(2025, 5, 5),
)
DAYS = st.sampled_from(SOME_DAYS)
PERIODS = st.sampled_from(
    [
        *[ALWAYS] * 2 * len(SOME_DAYS),
        *(Period(until=day) for day in SOME_DAYS),
        *(Period(since=day) for day in SOME_DAYS),
    ]
)
NAMES = st.sampled_from("ABC")
NOTE = "streng geheim"


RATED_ON = (*(date(year, 6, 30) for year in YEARS), date(2024, 12, 31), date(2025, 5, 5))
STEPS = st.sampled_from(
    [None, *((often, much) for often in (None, *Intensity) for much in (None, *Importance))]
)
RATINGS = st.tuples(*[STEPS] * len(RATED_ON)).map(
    lambda given: tuple(
        ContactRating(day=day, intensity=steps[0], importance=steps[1], note=NOTE)
        for day, steps in zip(RATED_ON, given, strict=True)
        if steps is not None
    )
)
"""A rating or none before the day of each map, on the last day of a year, and in a year without a map."""
STATES = st.sampled_from(
    [
        *[()] * 20,
        *(
            (ContactStanding(state=one), ContactStanding(day=day, state=other))
            for one in ContactState
            for other in ContactState
            for day in (date(2024, 6, 30), date(2026, 7, 1))
        ),
    ]
)


@st.composite
def histories(draw: st.DrawFn, *, names: st.SearchStrategy[str] = NAMES) -> Workspace:
    """Give workspaces of three map years whose partners follow one another; never in a circle."""
    keys = draw(st.permutations(KEYS))[: draw(st.integers(0, len(KEYS)))]
    partners = []
    for number, key in enumerate(keys):
        old = draw(st.sets(st.sampled_from(keys[:number]), max_size=2)) if number else ()
        partners.append(
            Partner(
                id=PartnerId(key),
                name=draw(names),
                kind=draw(st.sampled_from(PartnerKind)),
                period=draw(PERIODS),
                successor_of=tuple(PartnerId(one) for one in sorted(old)),
                note=NOTE,
            )
        )
    contacts = [
        Contact(
            id=ContactId(f"{key}-{number}"),
            partner=PartnerId(key),
            period=draw(PERIODS),
            ratings=draw(RATINGS),
            states=draw(STATES),
        )
        for key in keys
        for number in range(draw(st.sampled_from([0, 1, 1, 1, 2])))
    ]
    pairs = st.tuples(st.sampled_from(keys), st.sampled_from(keys)).filter(lambda ends: ends[0] != ends[1])
    ties = [
        Tie(
            id=TieId(f"t{number}"),
            between=(PartnerId(one), PartnerId(other)),
            period=draw(PERIODS),
            brokered_on=draw(st.none() | DAYS),
        )
        for number, (one, other) in enumerate(draw(st.lists(pairs, max_size=5)) if len(keys) > 1 else [])
    ]
    surveyed = draw(st.sampled_from([(), YEARS[:1], YEARS, YEARS]))
    maps = [
        NetworkMap(
            id=MapId(str(year)),
            as_of=draw(st.sampled_from([date(year, 7, 1), date(year, 12, 31), date(year + 1, 2, 1)])),
            ties_surveyed_on=date(year, 7, 1) if year in surveyed else None,
        )
        for year in YEARS
    ]
    return minimal(*partners, *contacts, *ties, *maps)


PAIRS = st.tuples(st.sampled_from(YEARS), st.sampled_from(YEARS))


def ids(changes: tuple[PartnerChange, ...]) -> list[tuple[PartnerId, ...]]:
    return [change.ids for change in changes]


@given(histories(), st.sampled_from(YEARS))
def test_a_year_compared_with_itself_has_no_change(workspace: Workspace, year: int) -> None:
    same = compare(workspace, year, year)
    assert not same.has_changes
    assert {change.course for change in same.changes} <= {Course.STAYED}
    assert same == same.mirrored()
    assert len(same.sentences()) == 1
    assert same.turnover in {None, 0}


@given(histories(), PAIRS)
def test_swapping_the_years_mirrors_the_comparison(workspace: Workspace, years: tuple[int, int]) -> None:
    there, back = compare(workspace, *years), compare(workspace, *reversed(years))
    assert back == there.mirrored()
    assert back.mirrored() == there
    assert (ids(back.joined), ids(back.left)) == (ids(there.left), ids(there.joined))
    assert (ids(back.closer), ids(back.looser)) == (ids(there.looser), ids(there.closer))
    assert ids(back.more_important) == ids(there.less_important)
    assert (back.turnover, back.confirmed) == (there.turnover, there.mirrored().confirmed)
    assert [dict(back.intensity_shifts)[one] for one in (Shift.UP, Shift.NEWLY_RATED, Shift.SAME)] == [
        dict(there.intensity_shifts)[one] for one in (Shift.DOWN, Shift.NO_LONGER_RATED, Shift.SAME)
    ]
    assert back.sentences() == there.sentences()


@given(histories(), PAIRS)
def test_every_partner_of_either_map_stands_in_exactly_one_change(
    workspace: Workspace, years: tuple[int, int]
) -> None:
    comparison = compare(workspace, *years)
    for year, side in zip(years, ("before", "after"), strict=True):
        shown = [rated for change in comparison.changes for rated in getattr(change, side)]
        assert sorted(shown, key=lambda one: one.partner.id) == list(rated_contacts(workspace, year))
    everybody = [one for change in comparison.changes for one in change.ids]
    assert len(everybody) == len(set(everybody))
    assert all(comparison.of(one) is change for change in comparison.changes for one in change.ids)
    assert list(comparison.changes) == sorted(comparison.changes, key=lambda change: change.ids[0])


@given(histories(), PAIRS)
def test_sums_add_up(workspace: Workspace, years: tuple[int, int]) -> None:
    comparison = compare(workspace, *years)
    both = sum(1 for change in comparison.changes if change.before and change.after)
    for shifts in (comparison.intensity_shifts, comparison.importance_shifts):
        assert sum(number for _, number in shifts) == both
    assert dict(comparison.course_counts) == {one: len(comparison.with_course(one)) for one in Course}
    assert dict(comparison.kind_counts) == {one: len(comparison.with_kind(one)) for one in Change}
    before, after = (len(rated_contacts(workspace, year)) for year in years)
    for rows, words in ((comparison.by_kind(), PartnerKind), (comparison.by_group(), MapGroup)):
        assert [row.of for row in rows] == list(words)
        assert (sum(row.before for row in rows), sum(row.after for row in rows)) == (before, after)
        for row in rows:
            assert row.before == row.stayed + row.left + row.passed_on
            assert row.after == row.stayed + row.joined + row.taken_over
        assert sum(row.joined for row in rows) == len(comparison.joined)
        assert sum(row.left for row in rows) == len(comparison.left)
    if comparison.changes:
        assert comparison.turnover == 1 - Fraction(both, len(comparison.changes))
    else:
        assert (comparison.turnover, comparison.turnover_reason is None) == (None, False)


@given(histories(), PAIRS)
def test_without_successions_the_turnover_is_that_of_two_sets(
    workspace: Workspace, years: tuple[int, int]
) -> None:
    alone = workspace.with_entities(*(attrs.evolve(one, successor_of=()) for one in workspace.partners))
    one, other = ({rated.partner.id for rated in rated_contacts(alone, year)} for year in years)
    found = compare(alone, *years)
    assert {change.course for change in found.changes} <= {Course.STAYED, Course.JOINED, Course.LEFT}
    assert found.similarity == (Fraction(len(one & other), len(one | other)) if one | other else None)


@given(histories(), PAIRS)
def test_a_rise_or_fall_holds_for_every_pair_of_ratings(workspace: Workspace, years: tuple[int, int]) -> None:
    for change in compare(workspace, *years).changes:
        pairs = [(old.intensity, new.intensity) for old in change.before for new in change.after]
        if change.intensity is Shift.UP:
            assert all(old is not None and new is not None and old < new for old, new in pairs)
        elif change.intensity is Shift.DOWN:
            assert all(old is not None and new is not None and old > new for old, new in pairs)
        elif change.intensity is Shift.NEWLY_RATED:
            assert all(old is None for old, _ in pairs)
        if change.course is Course.STAYED:
            assert Shift.UNCLEAR not in {change.intensity, change.importance}


@given(histories(), PAIRS)
def test_who_is_on_one_map_only_says_why_and_who_is_on_both_does_not(
    workspace: Workspace, years: tuple[int, int]
) -> None:
    comparison = compare(workspace, *years)
    days = comparison.earlier_day, comparison.later_day
    for change in comparison.changes:
        assert (change.absence is None) == bool(change.before and change.after)
        if change.absence is not None:
            other = days[1] if change.before else days[0]
            assert change.partner.period.holds_on(other) == (change.absence is Absence.CONTACT)
            assert all(one.period.holds_on(other) for one in change.related)


@given(histories(), PAIRS)
def test_ties_are_told_only_where_they_were_surveyed(workspace: Workspace, years: tuple[int, int]) -> None:
    comparison = compare(workspace, *years)
    surveyed = all(workspace.map_of(year).ties_surveyed_on is not None for year in years)
    assert (comparison.ties is not None) == surveyed == (comparison.ties_reason is None)
    if comparison.ties is not None:
        counts = Counter(change.course for change in comparison.ties.changes)
        assert counts.total() == sum(len(comparison.ties.with_course(course)) for course in TieCourse)
        assert all((change.before or change.after) for change in comparison.ties.changes)
        told = [tie for change in comparison.ties.changes for tie in {*change.before, *change.after}]
        assert len({tie.id for tie in (*told, *comparison.ties.within)}) == len(told) + len(
            comparison.ties.within
        )


@given(histories(), PAIRS, st.randoms(use_true_random=False))
def test_the_order_in_the_file_does_not_matter(
    workspace: Workspace, years: tuple[int, int], random: Any
) -> None:
    shuffled = {}
    for name in ("partners", "contacts", "ties", "maps"):
        things = list(getattr(workspace, name))
        random.shuffle(things)
        shuffled[name] = Collection(things)
    assert compare(attrs.evolve(workspace, **shuffled), *years) == compare(workspace, *years)


@given(histories(names=naughty_text()), PAIRS, st.sampled_from(LANGUAGES))
def test_every_sentence_is_whole(workspace: Workspace, years: tuple[int, int], language: Any) -> None:
    told = compare(workspace, *years).sentences(language)
    assert told
    assert all(sentence.endswith((".", "!", "?", "…")) for sentence in told)
    assert NOTE not in " ".join(told)


@given(histories(), PAIRS, st.sampled_from(Audience))
def test_a_view_is_compared_like_the_workspace_and_tells_nothing_that_it_withholds(
    workspace: Workspace, years: tuple[int, int], audience: Audience
) -> None:
    view = redact(workspace, audience)
    if audience is Audience.PUBLIC:
        for year in years:
            assert view.maps.get(str(year)) is None
        assert network_series(view).years == ()
        return
    seen, whole = compare(view, *years), compare(workspace, *years)
    assert seen.sentences() == whole.sentences()
    assert (NOTE in repr(seen)) == (audience >= Audience.INTERNAL and NOTE in repr(whole))


@given(histories(), PAIRS, st.sets(st.sampled_from(KEYS), max_size=3))
def test_references_that_lead_nowhere_do_no_harm(
    workspace: Workspace, years: tuple[int, int], gone: set[str]
) -> None:
    partners = Collection(one for one in workspace.partners if one.id not in gone)
    comparison = compare(attrs.evolve(workspace, partners=partners), *years)
    assert not gone & {one for change in comparison.changes for one in change.ids}
    assert comparison.sentences()


@given(histories(), PAIRS, DAYS)
def test_a_workspace_as_it_stood_on_a_day_can_be_compared(
    workspace: Workspace, years: tuple[int, int], day: date
) -> None:
    then = workspace.as_of(day)
    known = {known.year for known in then.maps}
    if known.issuperset(years):
        found = compare(then, *years)
        assert found.sentences()
        assert {rated.contact.id for change in found.changes for rated in change.before} <= {
            *then.contacts.ids()
        }
    assert [one.year for one in network_series(then).years] == sorted(known)


@given(histories())
def test_the_series_has_each_map_once_and_compares_neighbours(workspace: Workspace) -> None:
    found = network_series(workspace)
    assert [one.year for one in found.years] == list(YEARS)
    assert found.years[0].change is None
    for one, other in zip(found.years, found.years[1:], strict=False):
        assert other.change == compare(workspace, one.year, other.year)
        others = (other.count(kind) or 0 for kind in Change if kind.code in {one.code for one in Course})
        assert other.stayed is not None
        assert other.stayed + sum(others) == len(other.change.changes)
    for one in found.years:
        rows = {line.partner.id for line in found.partners if dict(line.years)[one.year] is not None}
        assert rows == {rated.partner.id for rated in one.contacts}
        assert sum(number for _, number in one.rings) <= one.rated <= one.shown


@given(histories())
def test_partners_in_one_change_belong_to_one_line(workspace: Workspace) -> None:
    found = network_series(workspace)
    families = {line.partner.id: line.family for line in found.partners}
    for year in found.years[1:]:
        assert isinstance(year.change, Comparison)
        assert all(len({families[one] for one in change.ids}) == 1 for change in year.change.changes)


@given(
    st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=10),
    *[st.frozensets(st.sampled_from(KEYS))] * 4,
)
def test_lineages_part_those_looked_at_even_where_links_run_in_circles(
    links: list[tuple[PartnerId, PartnerId]],
    before: frozenset[PartnerId],
    after: frozenset[PartnerId],
    existed: frozenset[PartnerId],
    exist: frozenset[PartnerId],
) -> None:
    history = History.from_links(links)
    found = history.lineages(before, after, existed_before=existed | before, exist_after=exist | after)
    assert sorted(one for line in found for one in line.before) == sorted(before)
    assert sorted(one for line in found for one in line.after) == sorted(after)
    for line in found:
        assert {*line.before} & after <= {*line.after}
        assert {*line.after} & before <= {*line.before}
    assert all(len({*line.before, *line.after}) == 1 for line in history.lineages(before, before))


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=10))
def test_descendants_are_ancestors_seen_from_the_other_end(links: list[tuple[PartnerId, PartnerId]]) -> None:
    history = History.from_links(links)
    for one in KEYS:
        assert one not in history.ancestors(PartnerId(one))
        for other in history.ancestors(PartnerId(one)):
            assert one in history.descendants(other)
    families = history.families(PartnerId(one) for one in KEYS)
    assert all(families[old] == families[new] for old, new in links)


@given(workspaces(collections=("maps", "partners", "contacts", "ties")))
def test_any_workspace_that_loads_can_be_compared(workspace: Workspace) -> None:
    years = [known.year for known in workspace.maps]
    for one in years:
        for other in years:
            found = compare(workspace, one, other)
            assert found.sentences("en")
            assert [table.records() for table in found.tables()]
    assert [one.year for one in network_series(workspace).years] == sorted(years)


@given(histories(), PAIRS)
def test_a_comparison_survives_pickling(workspace: Workspace, years: tuple[int, int]) -> None:
    found = compare(workspace, *years)
    assert pickle.loads(pickle.dumps(found)) == found
