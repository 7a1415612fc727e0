"""Walk over a workspace by what its fields say of themselves: references, and texts that people wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

import attrs

from jmdmodel.collection import Collection
from jmdmodel.entities.review import Waiver
from jmdmodel.fields import about_field, fields_of, is_entity, privacy_of
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.scales import Audience
from jmdmodel.workspace import COLLECTIONS, Workspace


@attrs.frozen
class Text:
    """A text that people wrote: the thing, the field as findings name it, its label, its class, the words."""

    subject: Ref
    field: str
    label: Say
    privacy: Audience
    words: str = attrs.field(repr=False)


@attrs.frozen
class _Step:
    """One field of an entity type that is worth a look."""

    name: str
    label: Say
    privacy: Audience
    refers: tuple[str, ...]
    is_text: bool


@attrs.frozen
class _Plan:
    """Which fields of an entity type lead to references, and which to texts; the others are never touched."""

    references: tuple[_Step, ...]
    texts: tuple[_Step, ...]


_PLANS: dict[type, _Plan] = {}


def _plan(cls: type) -> _Plan:
    """Give the plan of an entity type; it is read from the class once."""
    if cls not in _PLANS:
        _PLANS[cls] = _read_plan(cls)
    return _PLANS[cls]


def _read_plan(cls: type) -> _Plan:
    to_references, to_texts = [], []
    for field in fields_of(cls):
        told = about_field(field)
        leads_on = _holds(field.type, is_entity)
        is_key = told.pattern is not None or told.terms is not None or field.name == "id"
        is_text = _holds(field.type, _is_str) and not told.refers and not is_key
        step = _Step(
            name=field.name,
            label=told.label,
            privacy=privacy_of(cls, field),
            refers=tuple(told.refers.split()) if told.refers else (),
            is_text=is_text,
        )
        if told.refers or leads_on:
            to_references.append(step)
        if is_text or leads_on:
            to_texts.append(step)
    return _Plan(tuple(to_references), tuple(to_texts))


def _holds(hint: Any, test: Callable[[Any], bool]) -> bool:
    return test(hint) or any(_holds(part, test) for part in get_args(hint))


def _is_str(hint: Any) -> bool:
    return hint is str


def references(workspace: Workspace) -> Iterator[Ref]:
    """Yield everything that a field of the workspace points to; the same thing may come more than once.

    What a waiver is about is left out: to waive a finding about an entry is no use of it.
    """
    for _, thing in _roots(workspace):
        if not isinstance(thing, Waiver):
            yield from _references(thing)


def _references(thing: Any) -> Iterator[Ref]:
    for step in _plan(type(thing)).references:
        value = getattr(thing, step.name)
        for part in value if isinstance(value, tuple) else (value,):
            if part is None:
                continue
            if isinstance(part, Ref):
                yield part
            elif step.refers:
                yield Ref(step.refers[0], part)
            elif is_entity(type(part)):
                yield from _references(part)


def texts(workspace: Workspace) -> Iterator[Text]:
    """Yield every text that people wrote, in the order of the file; keys with a fixed form are no texts."""
    for subject, thing in _roots(workspace):
        yield from _texts(subject, "", thing, Audience.PUBLIC)


def _texts(subject: Ref, before: str, thing: Any, above: Audience) -> Iterator[Text]:
    for step in _plan(type(thing)).texts:
        value = getattr(thing, step.name)
        if value is None:
            continue
        privacy = max(above, step.privacy)
        for place, part in _parts(f"{before}{step.name}", value):
            if isinstance(part, str):
                if step.is_text:
                    yield Text(subject, place, step.label, privacy, part)
            elif is_entity(type(part)):
                yield from _texts(subject, f"{place}.", part, privacy)


def _parts(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        for index, part in enumerate(value, start=1):
            yield f"{place}[{index}]", part
    elif isinstance(value, Collection):
        for part in value:
            yield f"{place}/{part.id}", part
    elif value is not None:
        yield place, value


def _roots(workspace: Workspace) -> Iterator[tuple[Ref, Any]]:
    yield Ref("service"), workspace.service
    if workspace.space is not None:
        yield Ref("space"), workspace.space
    yield Ref("vocabulary"), workspace.vocabulary
    for name in COLLECTIONS:
        for thing in getattr(workspace, name):
            yield Ref(name, thing.id), thing
