"""The texts and identifiers of a workspace, each with its field and the class of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from jmdmodel.collection import Collection
from jmdmodel.fields import about_field, fields_of, info_of, is_entity, privacy_of
from jmdmodel.scales import Audience


@attrs.frozen
class HeldText:
    """A text that a workspace holds; the text itself does not appear in ``repr``.

    Attributes:
        path: The field, without identifiers: ``people.name``.
        privacy: The highest class on the way there.
        text: What stands there.
    """

    path: str
    privacy: Audience
    text: str = attrs.field(repr=False)


def texts_of(thing: Any, *, path: str = "", privacy: Audience = Audience.PUBLIC) -> Iterator[HeldText]:
    """Yield the texts and identifiers that a workspace, or a part of it, says of itself.

    Left out are references, as what they lead to tells its own identifier, words that are looked up in the
    vocabulary, and texts of a fixed form that hold numbers only. Things that a collection knows beyond what
    it shows count too.

    Example:
        >>> from jmdmodel.entities.service import Service
        >>> from jmdmodel.workspace import Workspace
        >>> mine = Workspace(service=Service(name="JMD", provider="Träger", note="intern"))
        >>> [(one.path, one.privacy.code) for one in texts_of(mine)]
        [('service.name', 'public'), ('service.provider', 'public'), ('service.note', 'internal')]
    """
    privacy = max(privacy, info_of(type(thing)).privacy)
    for name, own, telling in _plan(type(thing)):
        value = getattr(thing, name)
        if not value:
            continue
        where, level = (f"{path}.{name}" if path else name), max(privacy, own)
        if isinstance(value, Collection):
            for part in (*value, *value.beyond()):
                yield from texts_of(part, path=where, privacy=level)
            continue
        for part in value if isinstance(value, tuple) else (value,):
            if is_entity(type(part)):
                yield from texts_of(part, path=where, privacy=level)
            elif telling and isinstance(part, str):
                yield HeldText(where, level, part)


def _plan(cls: type) -> tuple[tuple[str, Audience, bool], ...]:
    """Give name and class of each field of an entity type, and whether its texts tell something."""
    if cls not in _PLANS:
        _PLANS[cls] = tuple(
            (field.name, privacy_of(cls, field), _is_telling(field)) for field in fields_of(cls)
        )
    return _PLANS[cls]


_PLANS: dict[type, tuple[tuple[str, Audience, bool], ...]] = {}


def _is_telling(field: attrs.Attribute[Any]) -> bool:
    told = about_field(field)
    if told.refers or told.terms:
        return False
    return told.pattern is None or "A-Za-z" in told.pattern
