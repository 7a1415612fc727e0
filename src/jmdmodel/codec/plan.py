"""How each entity type stands in a file: its fields with their shapes, read once from the classes."""

from __future__ import annotations

import types
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

import attrs

from jmdmodel.collection import Collection
from jmdmodel.fields import About, about_field, fields_of, is_entity, privacy_of
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.scales import Audience

Shape: TypeAlias = Literal["one", "many", "pair", "collection"]
"""One value, a list of any length, a list of exactly two, or a mapping by identifier."""


@attrs.frozen(kw_only=True)
class FieldPlan:
    """A field as the file has it.

    Attributes:
        name: Name in the class and in the file.
        shape: How many values.
        type: Type of one value, ``X | None`` already taken to ``X``.
        hidden: Whether its values are kept out of errors and logs.
    """

    name: str
    shape: Shape
    type: Any
    required: bool
    default: Any
    about: About
    hidden: bool


def plan_of(cls: Any) -> tuple[FieldPlan, ...]:
    """Give the plan of an entity type, or of a plain attrs value such as a period."""
    if cls not in _PLANS:
        _PLANS[cls] = _read_plan(cls)
    return _PLANS[cls]


_PLANS: dict[Any, tuple[FieldPlan, ...]] = {}


def _read_plan(cls: Any) -> tuple[FieldPlan, ...]:
    entity = is_entity(cls)
    fields = fields_of(cls) if entity else attrs.fields(attrs.resolve_types(cls))
    return tuple(_field_plan(cls, field, entity=entity) for field in fields)


def _field_plan(cls: type, field: attrs.Attribute[Any], *, entity: bool) -> FieldPlan:
    shape, inner = _shape(_without_none(field.type))
    default: Any = field.default
    factory = getattr(default, "factory", None)
    if factory is not None:
        default = factory()
    plain = About(label=Say(field.name, field.name), privacy=Audience.PUBLIC)
    told = about_field(field) if entity else _PLAIN.get(field.name, plain)
    return FieldPlan(
        name=field.name,
        shape=shape,
        type=inner,
        required=field.default is attrs.NOTHING,
        default=default,
        about=told,
        hidden=entity and privacy_of(cls, field) > Audience.INTERNAL,
    )


_PLAIN = {
    "since": About(label=Say("von", "since"), privacy=Audience.PUBLIC),
    "until": About(label=Say("bis", "until"), privacy=Audience.PUBLIC),
}
"""Labels of the parts of a period, which is a value and no entity; its class is that of its field."""


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [part for part in get_args(hint) if part is not type(None)]
        return rest[0]
    return hint


def _shape(hint: Any) -> tuple[Shape, Any]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Collection:
        return "collection", parts[0]
    if origin is tuple:
        return ("many" if parts[1] is Ellipsis else "pair"), parts[0]
    return "one", hint


def _is_record(cls: Any) -> bool:
    return isinstance(cls, type) and attrs.has(cls) and cls is not Ref


is_record: Callable[[Any], bool] = cache(_is_record)
"""Tell whether a type is written as a group of entries: any attrs class but a reference."""
