"""Edits after which each field alone is sound and the whole makes no sense: found by trying."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from jmdmodel.codec.plan import FieldPlan, plan_of
from jmdmodel.fields import Broken, broken_by, evolve
from jmdmodel.testing._edit import Edit, is_coded
from jmdmodel.testing._layout import Place, field_of


def of_sense(place: Place) -> Iterator[Edit]:
    """Yield changes of one field after which a thing breaks one rule of sense, found by trying."""
    thing = place.thing
    for plan in plan_of(type(thing)):
        if plan.name == "id":
            continue
        for value in _senseless(plan, thing):
            found = list(broken_by(evolve(thing, **{plan.name: value})))
            if len(found) == 1:
                name = found[0].field.partition("[")[0]
                if name in {"", plan.name} or name in place.value:
                    yield _senseless_edit(place, plan, value, found[0])


def _senseless(plan: FieldPlan, thing: Any) -> Iterator[Any]:
    """Yield values of the right kind that a rule of sense may forbid beside the others."""
    held, kind = getattr(thing, plan.name), plan.type
    if not plan.required and held != plan.default:
        yield plan.default
    if plan.shape == "pair":
        yield (held[0], held[0])
    elif plan.shape == "many":
        yield from [(*held, held[-1])] if held else []
        beside = (getattr(thing, one.name) for one in plan_of(type(thing)) if one.shape == "one")
        yield from ((*held, one) for one in beside if type(one) is kind and is_coded(kind))
    elif plan.shape == "one" and kind is date:
        yield from (date(1900, 1, 1), date(2199, 12, 31))
    elif plan.name == "outline":
        yield '{"type": "Point"}'
    elif isinstance(held, str) and held.isascii() and held.isdigit():
        yield from (f"99{held[2:]}", held[:2], f"{held[:-1]}{(int(held[-1]) + 1) % 10}")
    elif held is None and ((kind is str and plan.about.pattern is None) or is_coded(kind)):
        yield "x" if kind is str else next(iter(kind))


def _senseless_edit(place: Place, plan: FieldPlan, value: Any, broken: Broken) -> Edit:
    name, (told, _, rest) = plan.name, broken.field.partition("[")
    silent = value == plan.default and not plan.required
    made = None if silent else field_of(evolve(place.thing, **{name: value}), name, place)
    at = place if not told else made if made is not None and told == name else place.value[told]
    if rest and isinstance(at.value, list):
        at = at.value[int(rest[:-1]) - 1]

    def change() -> None:
        if made is None:
            place.value.pop(name)
        else:
            place.value[name] = made

    return Edit(
        what=f"senseless {name}",
        code=broken.code,
        at=at,
        side="line" if told else "key",
        path=(*place.path, broken.field) if told else place.path,
        change=change,
    )


def of_chains(place: Place) -> Iterator[Edit]:
    """Yield things that are part of themselves, or their own successors."""
    collection = place.holder.path[0] if place.holder is not None and len(place.holder.path) == 1 else None
    for plan in plan_of(type(place.thing)):
        if collection is None or plan.about.refers != collection:
            continue
        itself = place.thing.id if plan.shape == "one" else (place.thing.id,)
        made = field_of(evolve(place.thing, **{plan.name: itself}), plan.name, place)
        yield Edit(
            what="chain in a circle",
            code="L123",
            at=made if plan.shape == "one" else made.value[0],
            path=made.path,
            change=lambda made=made: place.value.update({made.path[-1]: made}),  # type: ignore[misc]
        )
