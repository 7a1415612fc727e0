"""What holds for the rules on opening, whatever partners, barriers, processes and measures there are."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from jmdmodel.analysis.opening import opening_overview
from jmdmodel.ids import Ref
from jmdmodel.quality import Findings, Settings, check
from jmdmodel.testing.strategies import workspaces
from jmdmodel.vocabulary import MeasureState
from jmdmodel.workspace import Workspace
from tests.unit.quality._build import shuffled

RULES = Settings.of(select=["O", "S116", "S117", "S118"], enable=["O405"])
days = st.dates(date(1998, 1, 1), date(2040, 12, 31)) | st.sampled_from([date.min, date.max])
opened = workspaces(
    size=4, collections=["partners", "offers", "barriers", "openings", "measures", "contacts"]
)


def checked(asked: Workspace, on: date) -> Findings:
    return check(asked, on=on, settings=RULES, strict=True)


def told_by(found: Findings, code: str) -> set[Ref]:
    return {ref for one in found if one.code == code for ref in (one.subject, *one.others)}


@settings(max_examples=60)
@given(opened, days)
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
@given(opened, days)
def test_no_barrier_is_told_twice_and_no_cancelled_measure_at_all(asked: Workspace, on: date) -> None:
    found = checked(asked, on)
    barriers = [told_by(found, code) for code in ("S117", "S118", "O404")]
    assert sum(map(len, barriers)) == len(set().union(*barriers))
    measures = set().union(*(told_by(found, code) for code in ("O401", "O402", "O403", "O407", "O408")))
    states = {asked.measures[ref.id].state for ref in measures}
    assert MeasureState.CANCELLED not in states
    assert not told_by(found, "O407") & (told_by(found, "O403") | told_by(found, "O401"))


@settings(max_examples=60)
@given(opened, days)
def test_a_barrier_nobody_works_on_stands_in_the_overview(asked: Workspace, on: date) -> None:
    since = on - timedelta(1) if on > date.min else on
    standing = {
        change.barrier.id for change in opening_overview(asked, on=on, since=since).barriers if change.stands
    }
    found = checked(asked, on)
    assert {ref.id for ref in told_by(found, "S117") | told_by(found, "O404")} <= standing


@settings(max_examples=40)
@given(opened, days)
def test_the_order_of_the_input_changes_no_finding_on_opening(asked: Workspace, on: date) -> None:
    assert checked(shuffled(asked), on) == checked(asked, on)
