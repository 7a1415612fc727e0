"""Build a view: a new workspace that holds what an audience may see, and no way back to the old one.

An allow-list, not a block-list: a field is copied when its class allows it and its value is of a kind
that is known here; whatever says nothing of itself counts as social.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

from jmdmodel.analysis.work_time import all_work_time
from jmdmodel.borders import need_audience
from jmdmodel.collection import Collection
from jmdmodel.errors import ModelError
from jmdmodel.fields import evolve, fields_of, info_of, is_entity, privacy_of
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.privacy.sight import Sight, everything, is_open_tuple, may_stay, sight, stands
from jmdmodel.scales import Audience, Coded
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF, View, Withheld, Workspace

_PLAIN = (str, int, date, Fraction, Coded, Period, Ref, type(None))


def redact(workspace: Workspace, audience: Audience) -> Workspace:
    """Build the view of a workspace that an audience may see (R-51).

    The view is a workspace of the same classes, made anew: things classed above the audience are
    left out, fields above it are absent, references to what is left out go with it (from a list the
    element, from an optional field the value; a thing that needs the reference is left out too).
    Parts such as ratings and sessions are treated like things. What a collection only knows beyond
    what it shows is treated the same way. For ``social``, the highest class, everything stays.

    An audience that may not see single activities gets their monthly sums, so that
    :func:`~jmdmodel.analysis.shares.work_shares` says the same of view and workspace, as far as the
    audience may see working time at all.

    ``view`` says for whom the view was made and how many things of each collection are missing. It
    counts against the full workspace: a view of a view adds what it leaves out to what was left out
    before. So redacting twice is the same as redacting once for the lower audience, whichever came
    first, and never gives anything back. Things of class social are never counted: how many cases
    there are is itself a small number about young people. German: Ansicht.

    Raises:
        ModelError: The audience is none, or a field holds a kind of value that no view knows how to copy.

    Example:
        >>> from jmdmodel.entities.service import Service
        >>> mine = Workspace(service=Service(name="JMD Musterstadt", provider="Träger", note="intern"))
        >>> redact(mine, Audience.REPORT).service.note is None
        True
    """
    need_audience(audience)
    before = workspace.view
    if before is not None:
        audience = min(audience, before.audience)
    if audience is max(Audience):
        return evolve(workspace, view=View(audience=audience))
    seen = sight(workspace, audience)
    if info_of(ENTITY_OF["activities"]).privacy > audience:
        workspace = evolve(workspace, work_time=all_work_time(workspace))
    made: Workspace = _copy(evolve(workspace, view=None), seen)
    missing = Counter({left.collection: left.count for left in before.withheld} if before else {})
    for name in COLLECTIONS:
        if info_of(ENTITY_OF[name]).privacy < max(Audience):
            kept = sum(1 for _ in everything(getattr(made, name)))
            missing[name] += sum(1 for _ in everything(getattr(workspace, name))) - kept
    withheld = tuple(Withheld(collection=name, count=missing[name]) for name in COLLECTIONS if missing[name])
    return evolve(made, view=View(audience=audience, withheld=withheld))


def _copy(thing: Any, seen: Sight) -> Any:
    """Make an entity anew from the fields that the audience may see; the others get their default."""
    cls = type(thing)
    allowed: dict[str, Any] = {}
    for field in fields_of(cls):
        if privacy_of(cls, field) > seen.audience:
            continue
        value = getattr(thing, field.name)
        if isinstance(value, Collection):
            allowed[field.name] = _collection(value, seen)
        elif isinstance(value, tuple):
            parts = [part for part in value if may_stay(part, field, seen) and _stays(part, seen)]
            if len(parts) == len(value) or is_open_tuple(field):
                allowed[field.name] = tuple(_part(part, seen) for part in parts)
        elif may_stay(value, field, seen) and _stays(value, seen):
            allowed[field.name] = _part(value, seen)
    return cls(**allowed)


def _collection(collection: Collection[Any], seen: Sight) -> Collection[Any]:
    return type(collection)(
        (_copy(thing, seen) for thing in collection if stands(thing, seen)),
        beyond=(_copy(thing, seen) for thing in collection.beyond() if stands(thing, seen)),
    )


def _stays(value: Any, seen: Sight) -> bool:
    return not is_entity(type(value)) or stands(value, seen)


def _part(value: Any, seen: Sight) -> Any:
    if is_entity(type(value)):
        return _copy(value, seen)
    if isinstance(value, _PLAIN):
        return value
    raise ModelError(f"A view does not know how to copy a {type(value).__name__}.")
