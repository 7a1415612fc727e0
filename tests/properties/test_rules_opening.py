"""What holds for the rules on opening, whatever partners, barriers, processes and measures there are."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jmdmodel.analysis.opening import opening_overview
from jmdmodel.entities.need import Evidence
from jmdmodel.entities.opening import (
    AccessBarrier,
    BarrierStatus,
    OpeningMeasure,
    OpeningProcess,
    OpeningStep,
)
from jmdmodel.entities.partner import Partner
from jmdmodel.ids import Ref
from jmdmodel.quality import Findings, Settings, check
from jmdmodel.scales import Importance
from jmdmodel.testing.strategies import workspaces
from jmdmodel.vocabulary import (
    BarrierKind,
    BarrierState,
    EvidenceKind,
    MeasureKind,
    MeasureState,
    OpeningStage,
    PartnerKind,
)
from jmdmodel.workspace import Workspace
from tests.unit.quality._build import SERVICE, shuffled

RULES = Settings.of(select=["O", "S116", "S117", "S118"], enable=["O405"])
IDS = ("a", "b", "c")
days = st.dates(date(2024, 6, 1), date(2026, 6, 30))
some_days = days | st.sampled_from([date.min, date.max])
wild = workspaces(size=4, collections=["partners", "offers", "barriers", "openings", "measures", "contacts"])
"""Anything that loads; its days lie far apart, so that few rules on deadlines have something to say."""


def some_ids() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(IDS), unique=True, max_size=2).map(tuple)


def dated(cls: Any, **parts: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    one = st.builds(cls, day=days, **parts)
    return st.lists(one, max_size=4, unique_by=lambda given: given.day).map(tuple)


evidence = st.sampled_from([(), (Evidence(kind=EvidenceKind.TEST, text="Versuch."),)])
measures = st.builds(
    lambda identifier, kind, state, span, **others: OpeningMeasure(
        id=identifier, title="Maßnahme", kind=kind, state=state, day=span[0], until=span[-1], **others
    ),
    identifier=st.sampled_from(("m1", "m2", "m3", "m4", "m5")),
    kind=st.sampled_from(MeasureKind),
    state=st.sampled_from(MeasureState),
    span=st.just([None]) | st.lists(days, min_size=1, max_size=2).map(sorted),
    partners=some_ids(),
    barriers=some_ids(),
    people=st.none() | st.integers(0, 9),
    evaluated_on=st.none() | days,
)


@st.composite
def close(draw: st.DrawFn) -> Workspace:
    """Give workspaces whose partners, barriers, processes and measures lie close together in time."""
    kinds = st.sampled_from([PartnerKind.SGB2_BODY, PartnerKind.SCHOOL, PartnerKind.ASSOCIATION])
    weights = st.sampled_from([None, *Importance])
    things: list[Any] = []
    for name in IDS:
        things.append(Partner(id=name, name=name, kind=draw(kinds), relevance=draw(weights)))
        places = st.none() | st.sampled_from(IDS).map(lambda where: Ref("partners", where))
        states = draw(dated(BarrierStatus, state=st.sampled_from(BarrierState), evidence=evidence))
        barrier = AccessBarrier(
            id=name, title=name, kind=BarrierKind.LANGUAGE, at=draw(places), statuses=states
        )
        stages = draw(dated(OpeningStep, stage=st.sampled_from(OpeningStage)))
        things += [barrier, OpeningProcess(id=name, partner=name, stages=stages)]
    things += draw(st.lists(measures, max_size=5, unique_by=lambda one: one.id))
    return Workspace(service=SERVICE).with_entities(*things)


opened = close() | wild


def checked(asked: Workspace, on: date) -> Findings:
    return check(asked, on=on, settings=RULES, strict=True)


def told_by(found: Findings, code: str) -> set[Ref]:
    return {ref for one in found if one.code == code for ref in (one.subject, *one.others)}


@settings(max_examples=60)
@given(opened, some_days)
def test_a_rule_on_opening_has_one_finding_at_most_about_things_that_exist(
    asked: Workspace, on: date
) -> None:
    found = checked(asked, on)
    assert max(Counter(one.code for one in found).values(), default=0) <= 1
    for one in found:
        told = (one.subject, *one.others)
        assert len(set(told)) == len(told)
        assert all(not ref.id or asked.resolve(ref) is not None for ref in told)


@settings(max_examples=60)
@given(opened, some_days)
def test_no_barrier_is_told_twice_and_no_cancelled_measure_at_all(asked: Workspace, on: date) -> None:
    found = checked(asked, on)
    barriers = [told_by(found, code) for code in ("S117", "S118", "O404")]
    assert sum(map(len, barriers)) == len(set().union(*barriers))
    measures = set().union(*(told_by(found, code) for code in ("O401", "O402", "O403", "O407", "O408")))
    states = {asked.measures[ref.id].state for ref in measures}
    assert MeasureState.CANCELLED not in states
    assert not told_by(found, "O407") & (told_by(found, "O403") | told_by(found, "O401"))


@settings(max_examples=60)
@given(opened, some_days)
def test_a_barrier_nobody_works_on_stands_in_the_overview(asked: Workspace, on: date) -> None:
    since = on - timedelta(1) if on > date.min else on
    standing = {
        change.barrier.id for change in opening_overview(asked, on=on, since=since).barriers if change.stands
    }
    found = checked(asked, on)
    assert {ref.id for ref in told_by(found, "S117") | told_by(found, "O404")} <= standing


@settings(max_examples=40)
@given(opened, some_days)
def test_the_order_of_the_input_changes_no_finding_on_opening(asked: Workspace, on: date) -> None:
    assert checked(shuffled(asked), on) == checked(asked, on)
