"""The shapes of the file as msgspec structs: what the extra ``fast`` decodes into, in C.

Structs and not the entities themselves, because msgspec fills foreign classes field by field through their
front door and takes four times as long; a struct refuses unknown keys besides.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Annotated, Any

from jmdmodel.codec.memos import Refused, whole_numbers
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.ids import Ref
from jmdmodel.workspace import Workspace


@cache
def struct_decoder() -> Callable[[bytes], Any] | None:
    """Give the decoder of whole files; ``None`` without the extra ``fast``."""
    try:
        import msgspec  # noqa: PLC0415 - only where a JSON file is loaded
    except ImportError:
        return None
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_struct(Workspace))

    def decode(data: bytes) -> Any:
        try:
            return decoder.decode(data)
        except msgspec.MsgspecError as error:
            raise Refused from error

    return decode


@cache
def _struct(cls: type) -> type:
    """Give the struct of an entity type: the identifier is the key that it stands under."""
    import msgspec  # noqa: PLC0415 - see above

    fields = [_field(plan) for plan in plan_of(cls) if plan.name != "id"]
    if cls is Workspace:
        fields.insert(0, ("schema", int))
    return msgspec.defstruct(cls.__name__, fields, kw_only=True, forbid_unknown_fields=True, gc=False)


def _field(plan: FieldPlan) -> tuple[str, Any] | tuple[str, Any, Any]:
    """Give a field that is ``None`` where the file has nothing, though null may not stand there."""
    one = _one(plan)
    several: dict[str, Any] = {
        "one": one,
        "many": types.GenericAlias(tuple, (one, ...)),
        "pair": types.GenericAlias(tuple, (one, one)),
        "collection": types.GenericAlias(dict, (str, one)),
    }
    kind = several[plan.shape]
    return (plan.name, kind) if plan.required else (plan.name, kind, None)


def _one(plan: FieldPlan) -> Any:
    import msgspec  # noqa: PLC0415 - see above

    kind = plan.type
    if kind is int:
        lowest, highest = whole_numbers(plan)
        return Annotated[int, msgspec.Meta(ge=lowest, le=highest)]
    if is_record(kind):
        return _struct(kind)
    if kind is Fraction:
        return msgspec.Raw  # the exact text: a float would forget how it was written
    return str if kind is Ref else kind
