"""Taking out every reference to things that are gone, so that erasing leaves no trace of them (R-51)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, get_args, get_origin

import attrs

from jmdmodel.collection import Collection
from jmdmodel.fields import about_field, broken_by, evolve, fields_of, is_entity
from jmdmodel.ids import Ref

__all__ = ["pruned"]

W = TypeVar("W")


def pruned(whole: W, gone: Iterable[Ref]) -> tuple[W, set[Ref]]:
    """Give a workspace without references to some things, and what could not stay without them.

    A reference that may be left out is left out; in a list the others stay. A part that cannot be
    without it, or that would break a rule of sense, goes with it; where a whole thing goes, its own
    reference is in the second value, and what refers to *it* is for the next round.
    """
    lost = frozenset(gone)
    changes: dict[str, Any] = {}
    gone_too: set[Ref] = set()
    for field in fields_of(type(whole)):
        held = getattr(whole, field.name)
        if isinstance(held, Collection):
            shown, hidden = ([_kept(thing, lost) for thing in some] for some in (held, held.beyond()))
            for thing, kept in zip((*held, *held.beyond()), (*shown, *hidden), strict=True):
                if kept is None:
                    gone_too.add(Ref(field.name, thing.id))
            made = Collection(
                (kept or thing for kept, thing in zip(shown, held, strict=True)),
                beyond=(kept or thing for kept, thing in zip(hidden, held.beyond(), strict=True)),
            )
            if made != held:
                changes[field.name] = made
        else:
            changes |= _changed(field, held, lost) or {}
    return (evolve(whole, **changes) if changes else whole), gone_too


def _kept(thing: Any, lost: frozenset[Ref]) -> Any | None:
    """Give a thing without references to what is lost; ``None`` where it cannot be without them."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(thing)):
        change = _changed(field, getattr(thing, field.name), lost)
        if change is None:
            return None
        changes |= change
    if not changes:
        return thing
    kept = evolve(thing, **changes)
    return None if any(broken_by(kept)) else kept


def _changed(field: attrs.Attribute[Any], value: Any, lost: frozenset[Ref]) -> dict[str, Any] | None:
    """Give the changed value of a field, nothing if it stays, ``None`` if its owner cannot stay."""
    refers = about_field(field).refers
    required = field.default is attrs.NOTHING
    if isinstance(value, tuple):
        items = [_one(item, refers, lost) for item in value]
        kept = tuple(item for item in items if item is not None)
        if kept == value:
            return {}
        fixed = get_origin(field.type) is tuple and Ellipsis not in get_args(field.type)
        return None if fixed or (required and not kept) else {field.name: kept}
    kept_one = _one(value, refers, lost)
    if kept_one is value or kept_one == value:
        return {}
    if kept_one is None and required:
        return None
    return {field.name: field.default if kept_one is None else kept_one}


def _one(value: Any, refers: str | None, lost: frozenset[Ref]) -> Any | None:
    if value is None:
        return None
    if refers is not None:
        ref = value if isinstance(value, Ref) else Ref(refers, value)
        return None if ref in lost else value
    return _kept(value, lost) if is_entity(type(value)) else value
