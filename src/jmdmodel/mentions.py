"""Free texts that name somebody: found as whole words, and worded anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs

from jmdmodel.collection import Collection
from jmdmodel.fields import about_field, evolve, fields_of, info_of, is_entity, privacy_of
from jmdmodel.ids import is_identifier
from jmdmodel.scales import Audience

__all__ = ["ERASED", "is_free_text", "is_telling", "names_of", "naming", "reworded", "without_names"]

T = TypeVar("T")

ERASED = "[…]"
"""What stands in a text where the name of somebody stood who was erased."""
_SHORTEST = 4


def is_telling(identifier: str) -> bool:
    """Tell whether an identifier met in a text must be meant; mere words and mere numbers are met everywhere.

    Example:
        >>> [name for name in ("fall-017", "k7", "haus", "2025") if is_telling(name)]
        ['fall-017', 'k7']
    """
    letters = any("a" <= one <= "z" for one in identifier)
    return letters and any(not "a" <= one <= "z" for one in identifier)


def is_free_text(field: attrs.Attribute[Any]) -> bool:
    """Tell whether people write what they like into a field, if it holds texts."""
    told = about_field(field)
    return field.name != "id" and not (told.refers or told.terms or told.pattern)


def names_of(thing: Any) -> frozenset[str]:
    """Give what names a person or a case in a text: a telling identifier, the name, how to reach them.

    These are the texts on one line that only those may see who are entitled by name. What is said of a case
    is not among them: a goal is no name.
    """
    found = {thing.id} if is_telling(thing.id) else set()
    for field in fields_of(type(thing)):
        value = getattr(thing, field.name)
        personal = privacy_of(type(thing), field) is Audience.PERSONAL > info_of(type(thing)).privacy
        if personal and isinstance(value, str) and is_free_text(field) and not about_field(field).lines:
            found |= {value} if len(value.strip()) >= _SHORTEST else set()
    return frozenset(found)


def naming(names: Iterable[str]) -> re.Pattern[str] | None:
    """Give a pattern of some names as whole words, the longest first; ``None`` where there are none.

    Blanks and line ends inside a name make no difference, nor does the case of letters, but for a name of
    one word, which may be an ordinary word in small letters.
    """
    alternatives = []
    for name in sorted(set(names), key=lambda one: (-len(one), one)):
        words = r"\s+".join(map(re.escape, name.split()))
        if words:
            free = " " in name.strip() or is_identifier(name)
            alternatives.append(f"(?i:{words})" if free else words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])") if alternatives else None


def reworded(thing: T, change: Callable[[str], str]) -> T:
    """Give a thing, or a whole workspace, with each of its free texts changed."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(thing)):
        value = getattr(thing, field.name)
        if isinstance(value, Collection):
            shown, beyond = ([reworded(one, change) for one in some] for some in (value, value.beyond()))
            made: Any = Collection(shown, beyond=beyond)
        elif isinstance(value, tuple):
            made = tuple(_part(one, field, change) for one in value)
            if made != value and all(isinstance(one, str) for one in made):
                made = tuple(dict.fromkeys(made))  # two names in a list are one mark
        else:
            made = _part(value, field, change)
        if made != value:
            changes[field.name] = made
    return evolve(thing, **changes) if changes else thing


def _part(value: Any, field: attrs.Attribute[Any], change: Callable[[str], str]) -> Any:
    if is_entity(type(value)):
        return reworded(value, change)
    return change(value) if isinstance(value, str) and is_free_text(field) else value


def without_names(thing: T, names: Iterable[str]) -> T:
    """Give a thing with a mark in the place of names in its free texts."""
    pattern = naming(names)
    return thing if pattern is None else reworded(thing, lambda text: pattern.sub(ERASED, text))
