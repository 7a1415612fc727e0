"""What makes generated things sound: their rules of sense are asked until none is broken."""

from __future__ import annotations

from typing import TypeVar

from jmdmodel.areas import ags_of
from jmdmodel.codec.plan import plan_of
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.fields import broken_by, evolve

T = TypeVar("T")


def mended(thing: T) -> T:
    """Take out what breaks a rule of sense: a second rating of a day, a further kind that is the main one.

    Of two keys that mean different units, the AGS is made that of the ARS.
    """
    while broken := next(broken_by(thing), None):
        name, _, rest = broken.field.partition("[")
        if broken.code == "L136" and isinstance(thing, AdministrativeUnit):
            thing = evolve(thing, ags=ags_of(thing.ars or ""))
        elif rest:
            held, number = getattr(thing, name), int(rest[:-1])
            thing = evolve(thing, **{name: (*held[: number - 1], *held[number:])})
        else:
            default = next(plan.default for plan in plan_of(type(thing)) if plan.name == name)
            thing = evolve(thing, **{name: default})
    return thing
