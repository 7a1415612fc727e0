"""The walk over a workspace finds what a plain walk through every field finds, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from hypothesis import given

from jmdmodel.collection import Collection
from jmdmodel.entities.review import Waiver
from jmdmodel.fields import about_field, fields_of, is_entity, privacy_of
from jmdmodel.ids import Ref
from jmdmodel.quality.walk import references, texts
from jmdmodel.scales import Audience
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import COLLECTIONS, Workspace


def things(workspace: Workspace) -> Iterator[tuple[Ref, Any]]:
    for name in ("service", "space", "vocabulary"):
        if getattr(workspace, name) is not None:
            yield Ref(name), getattr(workspace, name)
    for name in COLLECTIONS:
        for thing in getattr(workspace, name):
            yield Ref(name, thing.id), thing


def parts(place: str, value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, tuple):
        return [(f"{place}[{number}]", part) for number, part in enumerate(value, start=1)]
    if isinstance(value, Collection):
        return [(f"{place}/{part.id}", part) for part in value]
    return [] if value is None else [(place, value)]


def fields_with_parts(thing: Any, before: str = "") -> Iterator[tuple[Any, str, Any]]:
    for field in fields_of(type(thing)):
        for place, part in parts(f"{before}{field.name}", getattr(thing, field.name)):
            yield field, place, part


def holds_text(hint: Any) -> bool:
    return hint is str or any(holds_text(part) for part in get_args(hint))


def plain_texts(thing: Any, before: str, above: Audience) -> Iterator[tuple[str, Audience, str]]:
    for field, place, part in fields_with_parts(thing, before):
        about, privacy = about_field(field), max(above, privacy_of(type(thing), field))
        is_key = about.pattern is not None or about.terms is not None or field.name == "id" or about.refers
        if is_entity(type(part)):
            yield from plain_texts(part, f"{place}.", privacy)
        elif isinstance(part, str) and holds_text(field.type) and not is_key:
            yield place, privacy, part


def plain_references(thing: Any) -> Iterator[Ref]:
    for field, _, part in fields_with_parts(thing):
        refers = about_field(field).refers
        if isinstance(part, Ref):
            yield part
        elif refers:
            yield Ref(refers.split()[0], part)
        elif is_entity(type(part)):
            yield from plain_references(part)


@given(workspaces())
def test_every_text_is_found_with_its_place_and_its_class_in_the_order_of_the_file(
    workspace: Workspace,
) -> None:
    plain = [
        (subject, *told)
        for subject, thing in things(workspace)
        for told in plain_texts(thing, "", Audience.PUBLIC)
    ]
    assert [(one.subject, one.field, one.privacy, one.words) for one in texts(workspace)] == plain


@given(workspaces())
def test_every_reference_but_that_of_a_waiver_is_found(workspace: Workspace) -> None:
    plain = {
        ref
        for _, thing in things(workspace)
        if not isinstance(thing, Waiver)
        for ref in plain_references(thing)
    }
    found = references(workspace)
    assert {Ref(collection, one) for collection, known in found.items() for one in known} == plain
