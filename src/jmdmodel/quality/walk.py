"""Walk over a workspace by what its fields say of themselves: references, and texts that people wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, get_args, get_origin

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
    inner: type | None
    """The entity type of a field that holds a row of such entities and nothing else."""


@attrs.frozen
class _Plan:
    """Which fields of an entity type lead to references, and which to texts; the others are never touched.

    Attributes:
        references: The fields that lead to references.
        texts: The fields that lead to texts.
        values: Gives the values of the fields that lead to texts, all at once.
        empty: These values where nothing is filled in; most things look so, and need no second look.
    """

    references: tuple[_Step, ...]
    texts: tuple[_Step, ...]
    values: Callable[[Any], tuple[Any, ...]]
    empty: tuple[Any, ...]


_PLANS: dict[tuple[type, Audience], _Plan] = {}


def _plan(cls: type, above: Audience = Audience.PUBLIC) -> _Plan:
    """Give the plan of an entity type inside something of a class; it is read from the type once."""
    if (cls, above) not in _PLANS:
        _PLANS[cls, above] = _read_plan(cls, above)
    return _PLANS[cls, above]


def _read_plan(cls: type, above: Audience) -> _Plan:
    to_references, to_texts, empty = [], [], []
    for field in fields_of(cls):
        told = about_field(field)
        leads_on = _holds(field.type, is_entity)
        is_key = told.pattern is not None or told.terms is not None or field.name == "id"
        is_text = _holds(field.type, _is_str) and not told.refers and not is_key
        step = _Step(
            name=field.name,
            label=told.label,
            privacy=max(above, privacy_of(cls, field)),
            refers=tuple(told.refers.split()) if told.refers else (),
            is_text=is_text,
            inner=_row_of(field.type),
        )
        if told.refers or leads_on:
            to_references.append(step)
        if is_text or leads_on:
            to_texts.append(step)
            empty.append(() if field.default == () else None)
    names = tuple(step.name for step in to_texts)
    return _Plan(tuple(to_references), tuple(to_texts), _getter(names), tuple(empty))


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Give what an ``attrgetter`` gives, but a tuple for one name and for none as well."""
    if not names:
        return lambda _thing: ()
    values = attrgetter(*names)
    return values if len(names) > 1 else lambda thing: (values(thing),)


def _row_of(hint: Any) -> type | None:
    """Give the entity type of ``tuple[Session, ...]``; ``None`` for every other type."""
    if get_origin(hint) is not tuple:
        return None
    first, *rest = get_args(hint)
    return first if rest == [...] and is_entity(first) else None


def _holds(hint: Any, test: Callable[[Any], bool]) -> bool:
    return test(hint) or any(_holds(part, test) for part in get_args(hint))


def _is_str(hint: Any) -> bool:
    return hint is str


def references(workspace: Workspace) -> Mapping[str, frozenset[str]]:
    """Give everything that a field of the workspace points to: identifiers by collection.

    What a waiver is about is left out: to waive a finding about an entry is no use of it.
    """
    found: dict[str, set[str]] = {}
    for _, things in _roots(workspace):
        if not isinstance(things[0], Waiver):
            _refer(things, found)
    return {collection: frozenset(known) for collection, known in found.items()}


def _refer(things: Sequence[Any], found: dict[str, set[str]]) -> None:
    """Gather what things of one type point to, field by field: quicker than to walk through each of them."""
    for step in _plan(type(things[0])).references:
        values = [value for value in map(attrgetter(step.name), things) if value is not None and value != ()]
        parts = [part for value in values for part in (value if isinstance(value, tuple) else (value,))]
        by_type: dict[type, list[Any]] = {}
        for part in parts:
            by_type.setdefault(type(part), []).append(part)
        for cls, same in by_type.items():
            if cls is Ref:
                for ref in same:
                    found.setdefault(ref.collection, set()).add(ref.id)
            elif step.refers:
                found.setdefault(step.refers[0], set()).update(same)
            elif is_entity(cls):
                _refer(same, found)


def texts(workspace: Workspace) -> list[Text]:
    """Give every text that people wrote, in the order of the file; keys with a fixed form are no texts."""
    found: list[Text] = []
    for collection, things in _roots(workspace):
        plan = _plan(type(things[0]))
        values_of, empty, alone = plan.values, plan.empty, collection not in COLLECTIONS
        for thing in things:
            values = values_of(thing)
            if values != empty:
                subject = Ref(collection) if alone else Ref(collection, thing.id)
                _gather(subject, "", plan, values, found)
    return found


def _gather(subject: Ref, before: str, plan: _Plan, values: tuple[Any, ...], found: list[Text]) -> None:
    for step, value in zip(plan.texts, values, strict=True):
        if value is None or value == ():
            continue
        if isinstance(value, str):
            if step.is_text:
                found.append(Text(subject, f"{before}{step.name}", step.label, step.privacy, value))
            continue
        if step.inner is not None:
            further = _plan(step.inner, step.privacy)
            values_of, empty = further.values, further.empty
            for place, part in enumerate(value, start=1):
                inner = values_of(part)
                if inner != empty:
                    _gather(subject, f"{before}{step.name}[{place}].", further, inner, found)
            continue
        for mark, part in _parts(value):
            if isinstance(part, str):
                if step.is_text:
                    found.append(Text(subject, f"{before}{step.name}{mark}", step.label, step.privacy, part))
            elif is_entity(type(part)):
                further = _plan(type(part), step.privacy)
                inner = further.values(part)
                if inner != further.empty:
                    _gather(subject, f"{before}{step.name}{mark}.", further, inner, found)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a value, each with what stands behind the name of the field to find it."""
    if isinstance(value, tuple):
        for index, part in enumerate(value, start=1):
            yield f"[{index}]", part
    elif isinstance(value, Collection):
        for part in value:
            yield f"/{part.id}", part
    else:
        yield "", value


def _roots(workspace: Workspace) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield what stands in the workspace itself, by the name of its field; things of one type at a time."""
    yield "service", (workspace.service,)
    if workspace.space is not None:
        yield "space", (workspace.space,)
    yield "vocabulary", (workspace.vocabulary,)
    for name in COLLECTIONS:
        if things := tuple(getattr(workspace, name)):
            yield name, things
