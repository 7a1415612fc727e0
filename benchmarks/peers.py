"""The same model for other libraries: every field of our entities, made from their declarations.

What each peer is asked to check, as far as it can: types, ranges of numbers, words of closed lists, required
fields, unknown keys. What none of them checks: the form of identifiers, dangling references, duplicate keys,
sense between fields; nor do they tell lines and columns. Nothing is asked of them that costs more than that.
"""

from __future__ import annotations

import functools
import json
import types
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, NewType

import attrs
import cattrs.preconf.json
import msgspec
import pydantic

from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.ids import Ref
from jmdmodel.workspace import Workspace

Make = Callable[[str, list[tuple[str, Any, Any]]], type]
"""Makes a class of a name and its fields: name, type, default (``...`` where there is none)."""
Limit = Callable[[Any, int | None, int | None], Any]
"""Gives the type of a number between two limits."""


@attrs.define
class _Builder:
    make: Make
    limit: Limit
    made: dict[type, type] = attrs.field(factory=dict)

    def model(self, cls: type) -> type:
        """Give the peer's class for one of ours; the root also has the version of the schema."""
        if cls not in self.made:
            fields = [self.field(plan) for plan in plan_of(cls) if plan.name != "id"]
            if cls is Workspace:
                fields.insert(0, ("schema", int, 1))
            self.made[cls] = self.make(cls.__name__, fields)
        return self.made[cls]

    def field(self, plan: FieldPlan) -> tuple[str, Any, Any]:
        """Give name, type and default of a field, in the shape that it has in the file."""
        one: Any = self.scalar(plan)
        if plan.shape == "collection":
            return plan.name, types.GenericAlias(dict, (str, one)), dict
        if plan.shape == "many":
            return plan.name, types.GenericAlias(tuple, (one, ...)), ... if plan.required else ()
        if plan.shape == "pair":
            return plan.name, types.GenericAlias(tuple, (one, one)), ...
        if plan.required:
            return plan.name, one, ...
        if plan.default is None or is_record(plan.type):
            return plan.name, one | None, None
        return plan.name, one, plan.default

    def scalar(self, plan: FieldPlan) -> Any:
        """Give the type of one value."""
        if is_record(plan.type):
            return self.model(plan.type)
        if plan.type is Ref or isinstance(plan.type, NewType):
            return str
        kind = float if plan.type is Fraction else plan.type
        told = plan.about
        ranged = told.minimum is not None or told.maximum is not None
        return self.limit(kind, told.minimum, told.maximum) if ranged else kind


def _msgspec_class(name: str, fields: list[tuple[str, Any, Any]]) -> type:
    found = [
        (field, kind)
        if default is ...
        else (field, kind, msgspec.field(default_factory=dict) if default is dict else default)
        for field, kind, default in fields
    ]
    return msgspec.defstruct(name, found, frozen=True, kw_only=True, forbid_unknown_fields=True)


def _pydantic_class(name: str, fields: list[tuple[str, Any, Any]]) -> type:
    found: dict[str, Any] = {
        f"field_{field}": (
            kind,
            pydantic.Field(alias=field, default_factory=dict)
            if default is dict
            else pydantic.Field(default, alias=field),
        )
        for field, kind, default in fields
    }
    return pydantic.create_model(name, __config__=pydantic.ConfigDict(extra="forbid", frozen=True), **found)


def _attrs_class(name: str, fields: list[tuple[str, Any, Any]]) -> type:
    found = {}
    for field, kind, default in fields:
        limits = getattr(kind, "__metadata__", ())
        given = {} if default is ... else ({"factory": dict} if default is dict else {"default": default})
        checks = [attrs.validators.ge(limits[0]), attrs.validators.le(limits[1])] if limits else None
        found[field] = attrs.field(type=kind, validator=checks, **given)
    return attrs.make_class(name, found, frozen=True, kw_only=True)


@functools.cache
def msgspec_model() -> type:
    """Give the workspace as msgspec structs."""
    return _Builder(
        _msgspec_class, lambda kind, low, high: Annotated[kind, msgspec.Meta(ge=low, le=high)]
    ).model(Workspace)


@functools.cache
def pydantic_model() -> type[pydantic.BaseModel]:
    """Give the workspace as pydantic models."""
    limit = lambda kind, low, high: Annotated[kind, pydantic.Field(ge=low, le=high)]  # noqa: E731
    return _Builder(_pydantic_class, limit).model(Workspace)


@functools.cache
def cattrs_loader() -> Callable[[bytes], Any]:
    """Give the loader of plain attrs classes by cattrs: ``json.loads``, then a strict converter."""
    model = _Builder(_attrs_class, lambda kind, low, high: Annotated[kind, low, high]).model(Workspace)
    converter = cattrs.preconf.json.make_converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    return lambda data: converter.structure(json.loads(data), model)
