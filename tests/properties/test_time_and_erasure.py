"""What holds for every workspace when a day or a year is looked at, and when somebody is erased."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jmdmodel.codec import validate
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.mentions import names_of, without_names
from jmdmodel.period import Period
from jmdmodel.testing.strategies import days, workspaces, years
from jmdmodel.workspace import COLLECTIONS, ERASABLE, Workspace

WHOLE = settings(max_examples=60)


def time_of(thing: Any) -> tuple[date, date]:
    """Give the first and the last day of a thing, told in another way than the library does."""
    period = getattr(thing, "period", None)
    if isinstance(period, Period):
        return period.since or date.min, period.until or date.max
    day = getattr(thing, "day", None)
    if isinstance(day, date):
        return day, getattr(thing, "until", None) or day
    year = getattr(thing, "year", None)
    if isinstance(year, int):
        return date(year, 1, 1), date(year, 12, 31)
    return date.min, date.max


def lasts(thing: Any) -> bool:
    return isinstance(getattr(thing, "period", None), Period)


def borders(workspace: Workspace) -> list[date]:
    """Give the first and last day of every thing, and the days beside them."""
    ends = {day for name in COLLECTIONS for thing in getattr(workspace, name) for day in time_of(thing)}
    inner = sorted(ends - {date.min, date.max})
    return [day + timedelta(days=by) for day in inner for by in (-1, 0, 1)] or [date(2025, 1, 1)]


def check_day(workspace: Workspace, day: date) -> None:
    then = workspace.as_of(day)
    for name in COLLECTIONS:
        whole, shown = getattr(workspace, name), getattr(then, name)
        wanted = [
            one.id for one in whole if time_of(one)[0] <= day and (day <= time_of(one)[1] or not lasts(one))
        ]
        assert list(shown.ids()) == wanted
        assert all(then.resolve(Ref(name, one.id)) == one for one in whole)


@WHOLE
@given(workspaces(), days())
def test_a_day_shows_exactly_what_had_begun_and_not_ended_and_forgets_nothing(
    workspace: Workspace, day: date
) -> None:
    check_day(workspace, day)


@WHOLE
@given(workspaces(), st.data())
def test_a_day_is_exact_at_the_first_and_the_last_day_of_each_thing(
    workspace: Workspace, data: st.DataObject
) -> None:
    check_day(workspace, data.draw(st.sampled_from(borders(workspace))))


def check_year(workspace: Workspace, year: int) -> None:
    then = workspace.in_year(year)
    first, last = date(year, 1, 1), date(year, 12, 31)
    for name in COLLECTIONS:
        whole = getattr(workspace, name)
        wanted = [one.id for one in whole if time_of(one)[0] <= last and first <= time_of(one)[1]]
        assert list(getattr(then, name).ids()) == wanted
        assert all(then.resolve(Ref(name, one.id)) == one for one in whole)


@WHOLE
@given(workspaces(), years())
def test_a_year_shows_exactly_what_falls_on_one_of_its_days(workspace: Workspace, year: int) -> None:
    check_year(workspace, year)


@WHOLE
@given(workspaces(), st.data())
def test_a_year_is_exact_on_1_january_and_31_december(workspace: Workspace, data: st.DataObject) -> None:
    at_the_turn = [day.year for day in borders(workspace)]
    check_year(workspace, data.draw(st.sampled_from(at_the_turn)))


@WHOLE
@given(workspaces(), days())
def test_what_is_shown_on_a_day_is_the_same_when_it_is_asked_twice(workspace: Workspace, day: date) -> None:
    then = workspace.as_of(day)
    assert then.as_of(day) == then
    assert validate(then) == ()


def references(thing: Any) -> set[Ref]:
    """Give all that a thing refers to, in whatever part and whatever field."""
    found: set[Ref] = set()
    for plan in plan_of(type(thing)):
        held = getattr(thing, plan.name)
        if held is None or plan.name == "id":
            continue
        items = [*held, *held.beyond()] if isinstance(held, Collection) else held
        for item in items if isinstance(items, (list, tuple)) else [items]:
            if isinstance(item, Ref):
                found.add(item)
            elif plan.about.refers is not None:
                found.add(Ref(plan.about.refers, item))
            elif is_record(type(item)):
                found |= references(item)
    return found


def things(workspace: Workspace) -> dict[Ref, Any]:
    return {
        Ref(name, thing.id): thing
        for name in COLLECTIONS
        for held in [getattr(workspace, name)]
        for thing in (*held, *held.beyond())
    }


ABOUT_PEOPLE = workspaces(collections=[*ERASABLE, "committees", "events"]) | workspaces()


def check_erased(workspace: Workspace, gone: Ref) -> None:
    before, erased = things(workspace), workspace.erase(gone)
    after = things(erased)
    lost = before.keys() - after.keys()
    assert gone in lost
    assert not references(erased) & lost
    assert validate(erased) == ()
    names = names_of(before[gone])
    for ref, thing in before.items():
        if not references(thing) & lost and ref not in lost:
            assert after[ref] in (thing, without_names(thing, names))
    alone = [plan.name for plan in plan_of(Workspace) if plan.name not in COLLECTIONS]
    for name in alone:
        part = getattr(workspace, name)
        if not is_record(type(part)) or not references(part) & lost:
            assert getattr(erased, name) in (
                part,
                without_names(part, names) if is_record(type(part)) else part,
            )
    for collection in COLLECTIONS:
        held, kept = getattr(workspace, collection), getattr(erased, collection)
        assert set(kept.ids()) == {one for one in held.ids() if Ref(collection, one) not in lost}
    with pytest.raises(ModelError):
        erased.erase(gone)


@WHOLE
@given(ABOUT_PEOPLE, st.data())
def test_who_is_erased_leaves_no_trace_and_all_else_stays(workspace: Workspace, data: st.DataObject) -> None:
    about_people = sorted(ref for ref in things(workspace) if ref.collection in ERASABLE)
    assume(about_people)
    check_erased(workspace, data.draw(st.sampled_from(about_people)))


@WHOLE
@given(ABOUT_PEOPLE, days(), st.data())
def test_who_is_erased_is_gone_also_from_what_a_day_does_not_show(
    workspace: Workspace, day: date, data: st.DataObject
) -> None:
    then = workspace.as_of(day)
    about_people = sorted(ref for ref in things(then) if ref.collection in ERASABLE)
    assume(about_people)
    check_erased(then, data.draw(st.sampled_from(about_people)))


@WHOLE
@given(workspaces(), st.data())
def test_nothing_else_can_be_erased(workspace: Workspace, data: st.DataObject) -> None:
    others = sorted(ref for ref in things(workspace) if ref.collection not in ERASABLE)
    assume(others)
    with pytest.raises(ModelError):
        workspace.erase(data.draw(st.sampled_from(others)))


@WHOLE
@given(ABOUT_PEOPLE, st.data())
def test_what_is_due_was_to_be_kept_until_a_day_before(workspace: Workspace, data: st.DataObject) -> None:
    kept = {ref: getattr(thing, "retain_until", None) for ref, thing in things(workspace).items()}
    last_days = sorted({day for day in kept.values() if day is not None}) or [date(2025, 6, 30)]
    day = data.draw(st.sampled_from(last_days)) + timedelta(days=data.draw(st.integers(-1, 1)))
    due = workspace.due_for_erasure(day)
    assert set(due) == {ref for ref, last in kept.items() if last is not None and last < day}
    assert {ref.collection for ref in due} <= set(ERASABLE)
    for ref in due:
        if workspace.resolve(ref) is not None:
            workspace = workspace.erase(ref)
    assert workspace.due_for_erasure(day) == ()
