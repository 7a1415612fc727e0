"""Which things of a workspace an audience may know of, references between them taken into account."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import EllipsisType
from typing import Any, get_args, get_origin

import attrs

from jmdmodel.collection import Collection
from jmdmodel.fields import about_field, fields_of, info_of, is_entity, privacy_of
from jmdmodel.ids import Ref
from jmdmodel.scales import Audience
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF, Workspace


@attrs.frozen
class Sight:
    """The things of a workspace that one audience may know of, by collection and identifier.

    Left out is what is classed above the audience and, in turn, what cannot stand without something
    left out: a contact whose partner is gone. A reference to something the workspace does not hold
    counts as one to something left out.
    """

    audience: Audience
    alone: frozenset[str]
    known: Mapping[str, frozenset[str]]

    def sees(self, ref: Ref) -> bool:
        """Tell whether a reference may stay."""
        if not ref.id:
            return ref.collection in self.alone
        return ref.id in self.known.get(ref.collection, frozenset())


def sight(workspace: Workspace, audience: Audience) -> Sight:
    """Find out what an audience may know of; things that are only known beyond a collection count too."""
    alone = frozenset(
        name
        for name in ("service", "space")
        if (thing := getattr(workspace, name)) is not None and info_of(type(thing)).privacy <= audience
    )
    known = {
        name: frozenset(thing.id for thing in everything(getattr(workspace, name)))
        for name in COLLECTIONS
        if info_of(ENTITY_OF[name]).privacy <= audience
    }
    while True:
        seen = Sight(audience, alone, known)
        kept = {
            name: frozenset(
                thing.id
                for thing in everything(getattr(workspace, name))
                if thing.id in known[name] and stands(thing, seen)
            )
            for name in known
        }
        if kept == known:
            return seen
        known = kept


def everything(collection: Collection[Any]) -> Iterator[Any]:
    """Yield all things of a collection, those beyond it too."""
    yield from collection
    yield from collection.beyond()


def may_stay(value: Any, field: attrs.Attribute[Any], seen: Sight) -> bool:
    """Tell whether one value of a field, or one element of its tuple, refers to nothing left out."""
    if isinstance(value, Ref):
        return seen.sees(value)
    collection = about_field(field).refers
    if collection is None or not isinstance(value, str):
        return True
    return value in seen.known.get(collection, frozenset())


def stands(thing: Any, seen: Sight) -> bool:
    """Tell whether a thing is classed for the audience and every reference it cannot do without may stay."""
    cls = type(thing)
    if info_of(cls).privacy > seen.audience:
        return False
    for field, privacy, is_open in _required(cls):
        if privacy > seen.audience:
            return False
        value = getattr(thing, field.name)
        if is_entity(type(value)):
            if not stands(value, seen):
                return False
        elif isinstance(value, tuple) and not is_open:
            if not all(may_stay(part, field, seen) for part in value):
                return False
        elif not isinstance(value, tuple) and not may_stay(value, field, seen):
            return False
    return True


def _look_up(cls: type) -> tuple[tuple[attrs.Attribute[Any], Audience, bool], ...]:
    """Give the fields that a thing cannot do without, each with its class and whether it may lose parts."""
    required = [field for field in fields_of(cls) if is_required(field)]
    return tuple((field, privacy_of(cls, field), is_open_tuple(field)) for field in required)


_required: Callable[[type], tuple[tuple[attrs.Attribute[Any], Audience, bool], ...]] = cache(_look_up)


def is_required(field: attrs.Attribute[Any]) -> bool:
    """Tell whether a thing cannot be made without a value for the field."""
    return field.default is attrs.NOTHING


def is_open_tuple(field: attrs.Attribute[Any]) -> bool:
    """Tell whether the field holds a tuple of any length, so that an element can be left out."""
    kinds = [field.type, *get_args(field.type)]
    return any(
        get_origin(kind) is tuple and any(isinstance(part, EllipsisType) for part in get_args(kind))
        for kind in kinds
    )
