"""People look up in the example how a thing is written, so nothing of the model may be missing in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias, get_args

import pytest

from jmdexport.demo import EXAMPLE_DATE, example_bytes, load_example
from jmdmodel import Workspace
from jmdmodel.codec import dumps
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.ids import Ref
from jmdmodel.vocabulary import (
    ConsentState,
    ContributionKind,
    ContributionStage,
    MeasureFamily,
    ProviderGroup,
    all_vocabularies,
)
from jmdmodel.workspace import COLLECTIONS, View, Withheld

Field: TypeAlias = tuple[type[Any], str]

NOT_IN_A_FILE: dict[Field, str] = {
    (Workspace, "view"): "A view is made by redaction; the full workspace has none.",
    (View, "audience"): "Part of a view.",
    (View, "withheld"): "Part of a view.",
    (Withheld, "collection"): "Part of a view.",
    (Withheld, "count"): "Part of a view.",
}
"""The fields that the example leaves empty, each with the reason."""


@dataclass
class Seen:
    """Which fields say something other than their default, and which words occur."""

    fields: set[Field] = field(default_factory=set)
    words: set[Any] = field(default_factory=set)
    refs: set[Ref] = field(default_factory=set)


def look(value: Any, seen: Seen) -> Seen:
    """Gather what a value of the model uses, with all that it holds."""
    if isinstance(value, Collection | tuple):
        for item in value:
            look(item, seen)
    elif isinstance(value, Ref):
        seen.refs.add(value)
    elif is_record(type(value)):
        for plan in plan_of(type(value)):
            held = getattr(value, plan.name)
            if plan.required or held != plan.default:
                seen.fields.add((type(value), plan.name))
            look(held, seen)
    else:
        seen.words.add(value)
    return seen


def records(cls: type[Any], found: dict[type[Any], None]) -> dict[type[Any], None]:
    """Gather the record types that a file may hold, the workspace first."""
    if cls not in found:
        found[cls] = None
        for plan in plan_of(cls):
            for part in (plan.type, *get_args(plan.type)):
                if is_record(part):
                    records(part, found)
    return found


def fields_of_the_file() -> Iterator[Field]:
    for cls in records(Workspace, {}):
        for plan in plan_of(cls):
            yield cls, plan.name


@pytest.fixture(scope="module")
def seen() -> Seen:
    return look(load_example().workspace, Seen())


def test_every_collection_holds_something() -> None:
    workspace = load_example().workspace
    assert [name for name in COLLECTIONS if not getattr(workspace, name)] == []
    assert workspace.work_time


def test_every_field_of_every_type_is_used_at_least_once(seen: Seen) -> None:
    left = [one for one in fields_of_the_file() if one not in seen.fields and one not in NOT_IN_A_FILE]
    assert [f"{cls.__name__}.{name}" for cls, name in left] == []


def test_the_walk_reaches_parts_of_parts() -> None:
    """A walk that stops early would call everything used."""
    names = {cls.__name__ for cls in records(Workspace, {})}
    assert names >= {"Consent", "Evidence", "Indicator", "Period", "Remit", "ReportText", "Term", "Withheld"}


def test_the_exceptions_are_still_unused(seen: Seen) -> None:
    assert seen.fields & NOT_IN_A_FILE.keys() == set()
    assert set(fields_of_the_file()) >= NOT_IN_A_FILE.keys()


def test_every_part_of_the_own_vocabulary_has_words_and_each_is_used(seen: Seen) -> None:
    own = load_example().workspace.vocabulary
    for plan in plan_of(type(own)):
        words = getattr(own, plan.name)
        assert words, plan.name
        assert [term.id for term in words if term.id not in seen.words] == []


def test_all_nine_contributions_and_all_five_families_of_measures_occur(seen: Seen) -> None:
    workspace = load_example().workspace
    assert seen.words >= set(ContributionKind)
    assert {measure.kind.family for measure in workspace.measures} == set(MeasureFamily)


def test_most_words_of_every_closed_list_occur(seen: Seen) -> None:
    """Of a list that the file uses at all, at least half is shown; a service has but one provider group."""
    poor = []
    for words in set(all_vocabularies()) - {ProviderGroup}:
        used = [word for word in words if word in seen.words]
        if used and 2 * len(used) < len(words):
            poor.append(f"{words.__name__}: {len(used)} of {len(words)}")
    assert sorted(poor) == []


def test_every_reference_leads_somewhere(seen: Seen) -> None:
    workspace = load_example().workspace
    assert [str(ref) for ref in sorted(seen.refs) if workspace.resolve(ref) is None] == []


def test_parts_of_yearly_figures_add_up_to_their_whole() -> None:
    figures = load_example().workspace.figures
    wholes = {figure.part_of for figure in figures if figure.part_of is not None}
    assert wholes
    for whole in wholes:
        parts = [figure for figure in figures if figure.part_of == whole]
        assert {(part.year, part.kind) for part in parts} == {(figures[whole].year, figures[whole].kind)}
        assert sum(part.count for part in parts) == figures[whole].count


def test_nobody_is_addressed_about_a_case_before_the_young_person_agreed() -> None:
    told = [
        part
        for plan in load_example().workspace.cases
        for goal in plan.goals
        for step in goal.steps
        for part in step.contributions
        if any(one.stage is ContributionStage.ADDRESSED for one in part.stages)
    ]
    assert told
    for part in told:
        first = min(one.day for one in part.stages if one.stage is ContributionStage.ADDRESSED)
        assert part.consent_on(first) in {ConsentState.YES, ConsentState.NOT_NEEDED}


def test_a_gap_was_raised_in_a_session_that_knows_of_it() -> None:
    workspace = load_example().workspace
    raised = [(gap, one) for gap in workspace.gaps for one in gap.raised]
    assert raised
    for gap, one in raised:
        (session,) = [held for held in workspace.committees[one.body.id].sessions if held.day == one.day]
        named = {ref for part in session.contributions for ref in part.regarding}
        known = {Ref("gaps", gap.id), *(Ref("offers", offer) for offer in gap.offers)}
        assert named & known, (gap.id, one.day)


def test_what_lies_behind_the_date_of_the_example_is_planned_or_an_intended_fault() -> None:
    """Judgements and events are past; only plans, terms and one mistyped session lie ahead."""
    workspace = load_example().workspace
    days = [
        *(step.day for plan in workspace.cases for step in plan.phases),
        *(status.day for barrier in workspace.barriers for status in barrier.statuses),
        *(step.day for opening in workspace.openings for step in opening.stages),
        *(said.day for gap in workspace.gaps for said in gap.progress),
        *(judged.day for net in workspace.networks for goal in net.goals for judged in goal.progress),
        *(review.day for net in workspace.networks for review in net.reviews),
        *(
            thing.day
            for name in ("events", "observations", "participations")
            for thing in getattr(workspace, name)
        ),
    ]
    assert max(days) <= EXAMPLE_DATE
    late = [
        session.day
        for body in workspace.committees
        for session in body.sessions
        if session.day > EXAMPLE_DATE
    ]
    assert late == [date(2052, 9, 18)]


def test_histories_are_written_in_the_order_of_their_days() -> None:
    """Nobody should have to search for the latest word on a thing."""
    assert [place for place, days in histories(load_example().workspace, "") if days != sorted(days)] == []


def histories(value: Any, place: str) -> Iterator[tuple[str, list[date]]]:
    if isinstance(value, Collection):
        for item in value:
            yield from histories(item, f"{place}/{item.id}")
    elif isinstance(value, tuple):
        days = [item if isinstance(item, date) else getattr(item, "day", None) for item in value]
        if "sessions" not in place and "indicators" not in place and "activities" not in place:
            yield place, [day for day in days if day is not None]
        for item in value:
            yield from histories(item, place)
    elif is_record(type(value)):
        for plan in plan_of(type(value)):
            yield from histories(getattr(value, plan.name), f"{place}.{plan.name}")


def test_the_text_of_the_example_is_canonical() -> None:
    loaded = load_example()
    assert dumps(loaded.workspace, source=loaded.source) == example_bytes()
