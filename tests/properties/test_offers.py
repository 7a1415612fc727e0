"""Needs beside offers and the overview of opening, on any sound workspace, on any day, for any audience."""

from __future__ import annotations

from datetime import date
from itertools import chain

import attrs
from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.analysis.offers import Cover, NeedsAndOffers, needs_and_offers
from jmdmodel.analysis.opening import OpeningOverview, opening_overview
from jmdmodel.analysis.opening.parts import PATH, StageChange
from jmdmodel.analysis.reach import Reach
from jmdmodel.collection import Collection
from jmdmodel.entities import Need, Offer
from jmdmodel.ids import NeedId, OfferId
from jmdmodel.messages import LANGUAGES
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.strategies import days, workspaces
from jmdmodel.vocabulary import MeasureState, Topic, Voice
from jmdmodel.workspace import Workspace

AROUND = ["units", "partners", "needs", "offers", "group_offers", "coordinations", "gaps"]
OPENING = ["partners", "offers", "openings", "barriers", "measures"]


def full(collections: list[str]) -> st.SearchStrategy[Workspace]:
    """Give sound workspaces of some collections, none of them a view."""
    return workspaces(collections=collections, size=3).map(lambda made: attrs.evolve(made, view=None))


TOPICS = st.lists(st.sampled_from(Topic), max_size=3, unique=True).map(tuple)
IDS = st.sampled_from("abcd")


@st.composite
def tied(draw: st.DrawFn) -> Workspace:
    """Give a sound workspace with needs that are established and offers that name them."""
    workspace = draw(full(AROUND))
    needs = [
        Need(
            id=NeedId(f"need-{one}"),
            title=one,
            topics=draw(TOPICS),
            established_by=(Voice.TEAM,),
            area=draw(_some(workspace.units.ids())),
        )
        for one in draw(st.sets(IDS, min_size=1))
    ]
    named = [need.id for need in needs]
    offers = [
        Offer(
            id=OfferId(f"offer-{one}"),
            name=one,
            provider=draw(st.sampled_from([None, *workspace.partners.ids()])),
            topics=draw(TOPICS),
            needs=draw(_some(named)),
            area=draw(_some(workspace.units.ids())),
            places=draw(st.none() | st.integers(1, 50)),
        )
        for one in draw(st.sets(IDS))
    ]
    return workspace.with_entities(*needs, *offers)


def _some(identifiers: object) -> st.SearchStrategy[tuple[str, ...]]:
    known = sorted(identifiers)  # type: ignore[call-overload]
    if not known:
        return st.just(())
    return st.lists(st.sampled_from(known), max_size=2, unique=True).map(tuple)


@given(tied(), days())
def test_each_established_need_has_exactly_one_judgement(workspace: Workspace, day: date) -> None:
    result = needs_and_offers(workspace, on=day)
    judged = [row.need.id for cover in Cover for row in result.with_cover(cover)]
    assert sorted(judged) == [row.need.id for row in result.needs]
    assert len(set(judged)) == len(judged)
    assert not set(judged) & {need.id for need in result.not_established}


@given(tied(), days())
def test_an_uncovered_need_is_one_without_any_offer(workspace: Workspace, day: date) -> None:
    for row in needs_and_offers(workspace, on=day).needs:
        assert (row.cover is Cover.UNCOVERED) == (not row.linked)
        if row.cover in (Cover.COVERED, Cover.SEVERAL):
            assert not any(known.is_standing for known in row.gaps)
        if row.cover is Cover.SEVERAL:
            assert len({link.offer.provider for link in row.linked}) > 1


@given(tied(), days())
def test_linked_and_possible_offers_share_nothing_and_are_there_on_the_day(
    workspace: Workspace, day: date
) -> None:
    result = needs_and_offers(workspace, on=day)
    there = {offer.ref for offer in result.offers}
    assert result.unlinked is not None
    linked = {link.offer.ref for row in result.needs for link in row.linked}
    assert linked | {offer.ref for offer in result.unlinked} == there
    assert not linked & {offer.ref for offer in result.unlinked}
    for row in result.needs:
        own = {link.offer.ref for link in row.linked}
        maybe = {may.offer.ref for may in row.possible}
        assert own | maybe <= there
        assert not own & maybe
        assert all(may.because for may in row.possible)


@given(tied(), days())
def test_the_matrix_adds_up_to_the_lists(workspace: Workspace, day: date) -> None:
    result = needs_and_offers(workspace, on=day)

    def rows(topics: tuple[Topic, ...]) -> int:
        return len(set(topics)) or 1

    standing = [known for known in result.gaps if known.is_standing]
    assert sum(row.needs or 0 for row in result.topics) == sum(rows(row.need.topics) for row in result.needs)
    assert sum(row.offers for row in result.topics) == sum(rows(offer.topics) for offer in result.offers)
    assert sum(row.gaps or 0 for row in result.topics) == sum(rows(known.gap.topics) for known in standing)
    for cover in Cover:
        counted = sum(row.with_cover(cover) or 0 for row in result.topics)
        assert counted == sum(rows(row.need.topics) for row in result.with_cover(cover))
    assert len(result.table().rows) == len(result.needs)


@given(tied(), days())
def test_places_are_the_sum_of_what_offers_in_the_area_tell(workspace: Workspace, day: date) -> None:
    for row in needs_and_offers(workspace, on=day).needs:
        told = [
            link.offer.places
            for link in row.linked
            if link.offer.places is not None and link.reach is not Reach.ELSEWHERE
        ]
        assert (row.places or 0, row.places_told) == (sum(told), len(told))
        assert (row.places is None) == (row.places_reason is not None)


@given(tied(), days())
def test_doubles_are_pairs_of_linked_offers_each_told_once(workspace: Workspace, day: date) -> None:
    together = [set(made.offers) for made in workspace.coordinations if made.day <= day]
    for row in needs_and_offers(workspace, on=day).needs:
        own = {link.offer.ref for link in row.linked}
        pairs = [(double.one.ref, double.other.ref) for double in row.doubles]
        assert len(set(pairs)) == len(pairs)
        for one, other in pairs:
            assert one < other
            assert {one, other} <= own
            assert not any({one.id, other.id} <= named for named in together)


@given(tied(), days(), st.randoms(use_true_random=False))
def test_the_order_of_writing_changes_nothing(workspace: Workspace, day: date, random: object) -> None:
    def turned(collection: Collection[object]) -> Collection[object]:
        return Collection(reversed(tuple(collection)))  # type: ignore[type-var, arg-type]

    names = ("needs", "offers", "gaps", "coordinations", "group_offers", "barriers", "measures", "openings")
    other = attrs.evolve(workspace, **{name: turned(getattr(workspace, name)) for name in names})
    assert needs_and_offers(other, on=day) == needs_and_offers(workspace, on=day)
    assert opening_overview(other, on=day) == opening_overview(workspace, on=day)


@given(tied(), days(), st.sampled_from(Audience))
def test_every_view_can_be_asked_and_knows_no_more_than_the_workspace(
    workspace: Workspace, day: date, audience: Audience
) -> None:
    full, seen = (needs_and_offers(one, on=day) for one in (workspace, redact(workspace, audience)))
    assert {row.need.id for row in seen.needs} <= {row.need.id for row in full.needs}
    assert {offer.ref for offer in seen.offers} <= {offer.ref for offer in full.offers}
    whole, part = (opening_overview(one, on=day) for one in (workspace, redact(workspace, audience)))
    assert {change.barrier.id for change in part.barriers} <= {change.barrier.id for change in whole.barriers}
    assert {row.partner for row in part.partners} <= {row.partner for row in whole.partners}
    for result in (full, seen, whole, part):
        _reads_well(result)


def _reads_well(result: NeedsAndOffers | OpeningOverview) -> None:
    for language in LANGUAGES:
        for said in result.messages():
            text = said.in_(language)
            assert text.endswith(".")
            assert "{" not in said.say.in_(language).format_map({name: "" for name, _ in said.values})
        for table in result.tables():
            assert len(table.texts(language)) == len(table.rows)
    assert result._repr_html_()


@given(full(OPENING), days(), days())
def test_the_barriers_of_each_kind_add_up_from_before_to_after(
    workspace: Workspace, one: date, other: date
) -> None:
    result = opening_overview(workspace, since=min(one, other), on=max(one, other))
    assert result.kinds is not None
    assert result.states is not None
    for row in result.kinds:
        assert row.before + row.new + row.back - row.removed - row.ended == row.after
    assert sum(row.before for row in result.kinds) == sum(change.stood for change in result.barriers)
    assert sum(row.after for row in result.kinds) == sum(change.stands for change in result.barriers)
    assert sum(row.before for row in result.states) == sum(change.was_known for change in result.barriers)
    assert sum(row.after for row in result.states) == sum(change.is_known for change in result.barriers)


@given(full(OPENING), days(), days())
def test_each_barrier_partner_and_measure_is_counted_once(
    workspace: Workspace, one: date, other: date
) -> None:
    result = opening_overview(workspace, since=min(one, other), on=max(one, other))
    assert result.stages is not None
    assert result.measures is not None
    assert result.measure_kinds is not None
    barriers = [change.barrier.id for change in result.barriers]
    assert len(set(barriers)) == len(barriers)
    assert len({row.partner for row in result.partners}) == len(result.partners)
    assert sum(row.before for row in result.stages) == len(result.partners)
    assert sum(row.after for row in result.stages) == len(result.partners)
    counted = sum(row.in_state(state) for row in result.measure_kinds for state in MeasureState)
    assert counted == len(result.measures)
    told = set(chain.from_iterable(row.measures for row in result.partners))
    assert told <= set(result.measures)


@given(full(OPENING), days(), days())
def test_only_stages_that_follow_one_another_have_a_direction(
    workspace: Workspace, one: date, other: date
) -> None:
    for row in opening_overview(workspace, since=min(one, other), on=max(one, other)).partners:
        on_path = row.before in PATH and row.after in PATH
        assert on_path == (row.change in {StageChange.FORWARD, StageChange.BACK, StageChange.SAME})
        if row.before is row.after is None:
            assert row.change is None
