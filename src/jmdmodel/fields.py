"""What every entity and every field says of itself, once: label, privacy class, what it refers to, limits.

The decorator :func:`entity` makes an immutable attrs class and remembers what it is called and who may
see it; :func:`about` declares a field. File format, JSON Schema, redaction, tables, forms and docs
read these declarations; nothing about a field is written down a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, dataclass_transform

import attrs

from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience

T = TypeVar("T")
_FIELD_KEY = "jmd"
_NO_DEFAULT: Any = attrs.NOTHING


@attrs.frozen(kw_only=True)
class About:
    """What a field says of itself.

    Attributes:
        label: Name of the field for people, in tables and forms.
        privacy: The lowest class of audience that may see the field (R-51).
        help: One sentence that tells what belongs there, where the label is not enough.
        refers: The collection that an identifier points into, for instance ``partners``; for a
            field that holds :class:`~jmdmodel.ids.Ref`, the collections that fit, joined by a blank.
        terms: The part of the user's own vocabulary that the word is looked up in.
        below: The field beside it whose kind, or one of whose kinds, the word belongs to.
        minimum: Lowest whole number allowed.
        maximum: Highest whole number allowed.
        pattern: Regular expression that a text must match as a whole.
        lines: Whether a text may have more than one line.
        counts: For a number of persons, what it counts, for instance ``participants``: it leaves the
            house in protected tables only (R-51).
    """

    label: Say
    privacy: Audience
    help: Say | None = None
    refers: str | None = None
    terms: str | None = None
    below: str = "kind"
    minimum: int | None = None
    maximum: int | None = None
    pattern: str | None = None
    lines: bool = False
    counts: str | None = None


@attrs.frozen(kw_only=True)
class EntityInfo:
    """What an entity type says of itself: label, plural, privacy class, collection it lives in."""

    label: Say
    plural: Say
    privacy: Audience
    collection: str | None = None


@attrs.frozen(kw_only=True)
class Broken:
    """A rule of sense that one entity breaks: the field, what is wrong, what to do."""

    code: str
    field: str
    what: Message
    remedy: Message


def about(
    de: str,
    en: str,
    privacy: Audience,
    *,
    default: Any = _NO_DEFAULT,
    factory: Callable[[], Any] | None = None,
    help: Say | None = None,  # noqa: A002 - the word that command lines use
    refers: str | None = None,
    terms: str | None = None,
    below: str = "kind",
    minimum: int | None = None,
    maximum: int | None = None,
    pattern: str | None = None,
    lines: bool = False,
    counts: str | None = None,
) -> Any:
    """Declare a field of an entity: its German and English label, who may see it, and its limits.

    Values of fields above ``internal`` do not appear in ``repr`` (R-51).
    """
    told = About(
        label=Say(de, en),
        privacy=privacy,
        help=help,
        refers=refers,
        terms=terms,
        below=below,
        minimum=minimum,
        maximum=maximum,
        pattern=pattern,
        lines=lines,
        counts=counts,
    )
    shown = privacy <= Audience.INTERNAL
    if factory is not None:
        return attrs.field(factory=factory, repr=shown, metadata={_FIELD_KEY: told})
    return attrs.field(default=default, repr=shown, metadata={_FIELD_KEY: told})


def holds(cls: type, *, factory: Callable[[], Any]) -> Any:
    """Declare a field that holds a collection of an entity type, under the plural of its name.

    The factory makes the empty one; it stands at each field so that type checkers see a default.

    What the collection says is up to its things: that there is one may be seen by everybody.
    """
    plural = info_of(cls).plural
    return about(plural.de, plural.en, Audience.PUBLIC, factory=factory)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(about, holds))
def entity(
    de: str,
    en: str,
    privacy: Audience,
    *,
    plural: Say | None = None,
    collection: str | None = None,
) -> Callable[[type[T]], type[T]]:
    """Make an immutable entity type of a class and say what it is called and who may see it."""
    label = Say(de, en)
    info = EntityInfo(label=label, plural=plural or label, privacy=privacy, collection=collection)

    def make(cls: type[T]) -> type[T]:
        made = attrs.frozen(kw_only=True, eq=True)(cls)
        made.__jmd_entity__ = info  # type: ignore[attr-defined]
        return made

    return make


def info_of(cls: type) -> EntityInfo:
    """Give what an entity type says of itself."""
    info: EntityInfo = cls.__jmd_entity__  # type: ignore[attr-defined]
    return info


def is_entity(cls: Any) -> bool:
    """Tell whether a class was made by :func:`entity`."""
    return isinstance(cls, type) and hasattr(cls, "__jmd_entity__")


def fields_of(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """Give the fields of an entity type in their order, annotations resolved."""
    if "__jmd_fields__" not in cls.__dict__:
        attrs.resolve_types(cls)
        cls.__jmd_fields__ = attrs.fields(cls)  # type: ignore[attr-defined]
    resolved: tuple[attrs.Attribute[Any], ...] = cls.__jmd_fields__  # type: ignore[attr-defined]
    return resolved


def about_field(field: attrs.Attribute[Any]) -> About:
    """Give what a field says of itself; a field without a word counts as social (R-51)."""
    told: About | None = field.metadata.get(_FIELD_KEY)
    return told or About(label=Say(field.name, field.name), privacy=Audience.SOCIAL)


def privacy_of(cls: type, field: attrs.Attribute[Any]) -> Audience:
    """Give the class of a field: its own or that of its entity, whichever is higher."""
    return max(info_of(cls).privacy, about_field(field).privacy)


def evolve(value: T, **changes: Any) -> T:
    """Give a new value with some fields changed; the old one stays as it is."""
    made: T = attrs.evolve(value, **changes)  # type: ignore[misc]
    return made


def broken_by(value: Any) -> Iterator[Broken]:
    """Yield what an entity says is wrong with itself, beyond the type of each field."""
    check = getattr(value, "_broken", None)
    if check is not None:
        yield from check()
