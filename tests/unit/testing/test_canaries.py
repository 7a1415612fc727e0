"""The workspace with a token in every field: sound, whole, and honest about what can have none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from jmdmodel.codec import dumps, loads, validate
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.fields import fields_of, is_entity, privacy_of
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.canaries import YEAR, Canary, canaries
from jmdmodel.workspace import Workspace

PLANTED = canaries()


def paths(cls: type, start: str = "") -> Iterator[str]:
    """Yield the paths of all fields of the model that hold a value of their own."""
    for plan in plan_of(cls):
        path = f"{start}.{plan.name}" if start else plan.name
        if path == "view" or plan.about.refers:
            continue
        if plan.type is Period:
            yield from (f"{path}.since", f"{path}.until")
        elif is_record(plan.type):
            yield from paths(plan.type, path)
        else:
            yield path


def test_every_field_has_a_token_or_a_reason_why_it_cannot() -> None:
    told = {one.path for one in PLANTED.canaries} | PLANTED.silent.keys()
    assert sorted(set(paths(Workspace)) ^ told) == []


def test_every_field_that_takes_any_text_has_a_token() -> None:
    free = {
        path
        for path, reason in PLANTED.silent.items()
        if reason not in {"a word of a list", "a word of the vocabulary", "yes or no", "a year"}
        and reason not in {"a number of few digits", "a text of a fixed form"}
    }
    assert free == set()
    assert not {one.path for one in PLANTED.canaries} & PLANTED.silent.keys()


def test_a_token_stands_in_one_field_only() -> None:
    assert len({one.token for one in PLANTED.canaries}) == len(PLANTED.canaries)
    texts = [one.token for one in PLANTED.canaries if one.kind in {"text", "identifier"}]
    assert len({len(text) for text in texts}) == 1


def test_the_workspace_is_sound_and_loads_as_it_was_saved() -> None:
    assert validate(PLANTED.workspace) == ()
    assert loads(dumps(PLANTED.workspace)).workspace == PLANTED.workspace


def test_every_token_stands_in_the_file() -> None:
    text = dumps(PLANTED.workspace).decode()
    assert [one for one in PLANTED.canaries if one.token not in text] == []


def test_it_is_the_same_each_time() -> None:
    assert canaries() == PLANTED


def held(value: Any, level: Audience = Audience.PUBLIC) -> Iterator[tuple[str, Audience]]:
    """Yield the plain values of a thing, as texts, with the highest class on the way to each."""
    if isinstance(value, Collection | tuple):
        for part in value:
            yield from held(part, level)
    elif attrs.has(type(value)):
        for field in fields_of(type(value)) if is_entity(type(value)) else attrs.fields(type(value)):
            own = privacy_of(type(value), field) if is_entity(type(value)) else level
            yield from held(getattr(value, field.name), max(level, own))
    else:
        yield (value.isoformat() if isinstance(value, date) else str(value)), level


def test_the_class_of_a_token_is_that_of_the_place_it_stands_in() -> None:
    classes: dict[str, set[Audience]] = {}
    for text, level in held(PLANTED.workspace):
        classes.setdefault(text.partition(" ")[0].rpartition("/")[2], set()).add(level)
    wrong = [one for one in PLANTED.canaries if min(classes[one.token]) != one.privacy]
    assert wrong == []


@pytest.mark.parametrize("audience", Audience)
def test_a_view_holds_exactly_the_tokens_of_its_audience(audience: Audience) -> None:
    texts = {
        text.partition(" ")[0].rpartition("/")[2] for text, _ in held(redact(PLANTED.workspace, audience))
    }
    shown = {one.token for one in PLANTED.canaries if one.token in texts}
    sums = {one.token for one in PLANTED.above(audience) if one.path.startswith("activities")}
    assert shown - sums == {one.token for one in PLANTED.within(audience)} - sums
    assert shown & sums == set()


@pytest.mark.parametrize("audience", Audience)
def test_above_and_within_part_the_tokens(audience: Audience) -> None:
    above, within = set(PLANTED.above(audience)), set(PLANTED.within(audience))
    assert above | within == set(PLANTED.canaries)
    assert above & within == set()
    assert bool(above) is (audience < Audience.SOCIAL)


def test_a_day_is_looked_for_as_people_write_it() -> None:
    forms = Canary("2025-03-07", "x", Audience.PUBLIC, "day").forms
    assert {"2025-03-07", "07.03.2025", "7. März 2025", "7 March 2025"} <= set(forms)


def test_what_happened_happened_in_the_year() -> None:
    days = [one.token for one in PLANTED.canaries if one.kind == "day" and ".period." not in one.path]
    assert {day[:4] for day in days} == {str(YEAR)}
