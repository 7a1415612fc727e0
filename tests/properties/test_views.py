"""Views of generated workspaces: analysis works on them and tells nothing that they do not hold (R-51)."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jmdmodel
from jmdmodel.analysis.tables import Table
from jmdmodel.codec import dumps, loads, validate
from jmdmodel.collection import Collection
from jmdmodel.errors import JmdError
from jmdmodel.fields import fields_of, is_entity, privacy_of
from jmdmodel.ids import Ref
from jmdmodel.messages import LANGUAGES
from jmdmodel.privacy import redact, visible
from jmdmodel.privacy.texts import texts_of
from jmdmodel.quality import check
from jmdmodel.scales import Audience
from jmdmodel.testing.canaries import YEAR, canaries
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import COLLECTIONS, Workspace

ON = date(YEAR + 1, 1, 31)
Verb = Callable[[Workspace, int], Any]


def _first_goal(workspace: Workspace) -> tuple[str, int]:
    return next(((case.id, 0) for case in workspace.cases if case.goals), ("nobody", 0))


VERBS: dict[str, Verb] = {
    "candidates": lambda w, year: jmdmodel.candidates(w, *_first_goal(w), on=date(year, 12, 31)),
    "committee_coverage": jmdmodel.committee_coverage,
    "committee_work": jmdmodel.committee_work,
    "committee_years": lambda w, year: jmdmodel.committee_years(w),
    "compare": lambda w, year: jmdmodel.compare(w, min((one.year for one in w.maps), default=year), year),
    "contribution_outcomes": jmdmodel.contribution_outcomes,
    "coverage": jmdmodel.coverage,
    "declared_and_recorded": jmdmodel.declared_and_recorded,
    "ego_network": jmdmodel.ego_network,
    "graph": jmdmodel.graph,
    "map_summary": jmdmodel.map_summary,
    "needs_and_offers": lambda w, year: jmdmodel.needs_and_offers(w, on=date(year, 12, 31)),
    "network_profiles": lambda w, year: jmdmodel.network_profiles(w, on=date(year, 12, 31)),
    "network_series": lambda w, year: jmdmodel.network_series(w),
    "opening_overview": lambda w, year: jmdmodel.opening_overview(w, on=date(year, 12, 31)),
    "own_areas": jmdmodel.own_areas,
    "rated_contacts": jmdmodel.rated_contacts,
    "ties_of": lambda w, year: jmdmodel.ties_of(w, year, "all"),
    "transition_coverage": jmdmodel.transition_coverage,
    "weak_spots": jmdmodel.weak_spots,
    "work_series": lambda w, year: jmdmodel.work_series(w),
    "work_shares": jmdmodel.work_shares,
    "work_time": jmdmodel.work_time,
    "year_network": jmdmodel.year_network,
}


def test_every_root_verb_of_the_analysis_is_tried() -> None:
    there = {name: getattr(jmdmodel, name) for name in jmdmodel.__all__}
    analysis = {
        name
        for name, verb in there.items()
        if inspect.isfunction(verb) and verb.__module__.startswith("jmdmodel.analysis")
    }
    assert analysis == VERBS.keys()


def told(result: Any, seen: frozenset[int] = frozenset()) -> Iterator[str]:
    """Yield all texts in a result, in whatever it holds, in its tables and in its sentences."""
    if isinstance(result, str):
        yield result
    elif isinstance(result, nx.Graph):
        yield from told([*result.nodes(data=True), *result.edges(data=True)])
    elif isinstance(result, dict):
        yield from told([*result.keys(), *result.values()], seen)
    elif isinstance(result, list | tuple | set | frozenset | Collection):
        for part in result:
            yield from told(part, seen)
    elif attrs.has(type(result)) and id(result) not in seen:
        seen |= {id(result)}
        for field in attrs.fields(type(result)):
            yield from told(getattr(result, field.name), seen)
        for way in ("records", "tables", "sentences"):
            if callable(getattr(result, way, None)) and not isinstance(result, Table):
                yield from told(_asked(getattr(result, way)), seen)
    elif isinstance(result, date):
        yield result.isoformat()
    elif isinstance(result, int):
        yield str(result)


def _asked(method: Callable[..., Any]) -> list[Any]:
    wanted = inspect.signature(method).parameters
    return [method(language) for language in LANGUAGES] if "language" in wanted else [method()]


def asked(verb: str, workspace: Workspace, year: int) -> set[str] | None:
    """Give what a verb tells; nothing when it refuses with an error of the library."""
    try:
        return set(told(VERBS[verb](workspace, year)))
    except JmdError:
        return None


PLANTED = canaries()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("audience", Audience)
def test_a_verb_tells_nothing_above_the_audience_of_a_view(verb: str, audience: Audience) -> None:
    found = asked(verb, redact(PLANTED.workspace, audience), YEAR) or set()
    text = "\n".join(found)
    above = PLANTED.above(audience)
    assert [one.path for one in above if one.kind in {"text", "identifier"} and one.token in text] == []
    assert [one.path for one in above if one.kind in {"number", "day"} and one.token in found] == []


def test_most_verbs_tell_something_of_the_whole() -> None:
    """Else the test above would show nothing."""
    silent = [
        verb
        for verb in VERBS
        if not any(
            one.token in "\n".join(asked(verb, PLANTED.workspace, YEAR) or ()) for one in PLANTED.canaries
        )
    ]
    assert set(silent) <= {"own_areas", "work_series", "work_shares", "declared_and_recorded", "compare"}


@settings(max_examples=20)
@given(workspaces(), st.sampled_from(Audience), st.integers(2023, 2026))
def test_every_verb_runs_on_every_view_or_refuses_with_an_error_of_the_library(
    workspace: Workspace, audience: Audience, year: int
) -> None:
    years = [one.year for one in workspace.maps] or [year]
    view = redact(workspace, audience)
    for verb in VERBS:
        asked(verb, view, years[0])


def names_of(thing: Any) -> set[str]:
    """Give identifiers and texts that a workspace holds."""
    return {one.text for one in texts_of(thing) if len(one.text) > 3}


@settings(max_examples=20)
@given(workspaces(), st.sampled_from([a for a in Audience if a < Audience.SOCIAL]))
def test_a_verb_names_nothing_of_a_view_that_the_view_does_not_hold(
    workspace: Workspace, audience: Audience
) -> None:
    view = redact(workspace, audience)
    hidden = names_of(workspace) - names_of(view)
    plain = asked_all(view)
    empty = asked_all(jmdmodel.Workspace(service=view.service, view=view.view, vocabulary=view.vocabulary))
    assert hidden & plain - empty == set()


def asked_all(workspace: Workspace) -> set[str]:
    years = [one.year for one in workspace.maps] or [YEAR]
    return {text for verb in VERBS for text in asked(verb, workspace, years[-1]) or ()}


# --- redact -------------------------------------------------------------------------------------


@settings(max_examples=20)
@given(workspaces())
def test_for_all_pairs_of_audiences_redacting_twice_is_redacting_for_the_lower(workspace: Workspace) -> None:
    views = {audience: redact(workspace, audience) for audience in Audience}
    for first in Audience:
        for second in Audience:
            again = redact(views[first], second)
            assert again == views[min(first, second)]
            assert again.view == views[min(first, second)].view


def within(low: Any, high: Any) -> bool:
    """Tell whether a value holds nothing that another one does not hold at the same place."""
    if isinstance(low, Collection):
        return all(
            any(one.id == other.id and within(one, other) for other in (*high, *high.beyond()))
            for one in (*low, *low.beyond())
        )
    if isinstance(low, tuple):
        rest = iter(high)
        return all(any(within(part, other) for other in rest) for part in low)
    if is_entity(type(low)) and type(low) is type(high):
        return all(within(getattr(low, f.name), getattr(high, f.name)) for f in fields_of(type(low)))
    return low is None or low == high


@settings(max_examples=20)
@given(workspaces())
def test_a_lower_audience_sees_nothing_that_a_higher_one_does_not(workspace: Workspace) -> None:
    views = [redact(workspace, audience) for audience in Audience]
    for number, low in enumerate(views):
        for high in views[number + 1 :]:
            for field in fields_of(Workspace):
                if field.name not in {"view", "work_time"}:
                    assert within(getattr(low, field.name), getattr(high, field.name)), field.name
            left_out = {one.collection: one.count for one in low.view.withheld}
            assert all(left_out.get(one.collection, 0) >= one.count for one in high.view.withheld)


@settings(max_examples=20)
@given(workspaces(), st.sampled_from(Audience))
def test_a_view_is_sound_and_counts_what_it_leaves_out(workspace: Workspace, audience: Audience) -> None:
    view = redact(workspace, audience)
    assert validate(view) == ()
    left_out = {one.collection: one.count for one in view.view.withheld}
    assert "cases" not in left_out
    for name in COLLECTIONS:
        had, has = getattr(workspace, name), getattr(view, name)
        missing = len(had) + len(had.beyond()) - len(has) - len(has.beyond())
        assert left_out.get(name, 0) == (missing if name != "cases" else 0)


@settings(max_examples=20)
@given(workspaces(), st.sampled_from(Audience))
def test_no_field_above_the_audience_says_anything_in_a_view(
    workspace: Workspace, audience: Audience
) -> None:
    waiting: list[Any] = [redact(workspace, audience)]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, Collection):
            waiting += [*thing, *thing.beyond()]
        elif isinstance(thing, tuple):
            waiting += thing
        elif is_entity(type(thing)):
            for field in fields_of(type(thing)):
                value = getattr(thing, field.name)
                if privacy_of(type(thing), field) > audience:
                    assert value in (None, (), Collection()), field.name
                waiting.append(value)


@settings(max_examples=20)
@given(workspaces(), st.sampled_from([a for a in Audience if a < Audience.SOCIAL]))
def test_a_view_is_the_wire_format_too(workspace: Workspace, audience: Audience) -> None:
    view = redact(workspace, audience)
    plain = attrs.evolve(view, view=None)
    assert loads(dumps(plain)).workspace == plain


# --- rules and findings -------------------------------------------------------------------------


@settings(max_examples=20)
@given(workspaces(), st.sampled_from(Audience))
def test_the_rules_see_the_whole_and_what_is_shown_names_only_what_the_view_holds(
    workspace: Workspace, audience: Audience
) -> None:
    findings = check(workspace, on=ON)
    shown = visible(findings, workspace, audience)
    assert set(shown) <= set(findings)
    if audience < Audience.INTERNAL:
        assert shown == ()
    view = redact(workspace, audience)
    for finding in shown:
        for ref in (finding.subject, *finding.others):
            assert ref.id == "" or view.resolve(Ref(ref.collection, ref.id)) is not None
