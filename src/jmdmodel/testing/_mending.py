"""What makes generated things sound: their rules of sense are asked until none is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from hypothesis import reject

from jmdmodel.areas import ags_of
from jmdmodel.codec.plan import FieldPlan, plan_of
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.fields import Broken, broken_by, evolve

T = TypeVar("T")
_ENOUGH = 50


def mended(thing: T, spare: Callable[[FieldPlan], Any] | None = None) -> T:
    """Take out what breaks a rule of sense, or add what one asks for, until all of them hold.

    A second rating of a day goes, an end before its start, a further kind that is the main one; a key of
    another level is cut, and of two keys that mean different units the AGS is made that of the ARS. What
    no change of one field mends is thrown away, and hypothesis draws another.

    Args:
        thing: What may be broken.
        spare: Gives a value for a field that says nothing so far, for rules that ask for one.
    """
    for _ in range(_ENOUGH):
        broken = next(broken_by(thing), None)
        if broken is None:
            return thing
        better = next(_better(thing, broken, spare), None)
        if better is None:
            break
        thing = better
    reject()
    raise AssertionError("never reached: a rejected example ends here")


def _better(thing: Any, broken: Broken, spare: Callable[[FieldPlan], Any] | None) -> Iterator[Any]:
    """Yield the things that lack a fault, the most like the broken one first."""
    name, _, rest = broken.field.partition("[")
    plan = next((plan for plan in plan_of(type(thing)) if plan.name == name), None)
    if broken.code == "L136" and isinstance(thing, AdministrativeUnit):
        yield evolve(thing, ags=ags_of(thing.ars or ""))
    elif plan is not None and rest:
        held, number = getattr(thing, name), int(rest[:-1])
        yield evolve(thing, **{name: (*held[: number - 1], *held[number:])})
    elif plan is not None:
        made = (evolve(thing, **{name: value}) for value in _instead(plan, getattr(thing, name)))
        yield from (one for one in made if broken not in broken_by(one))
    elif spare is not None:
        for silent in plan_of(type(thing)):
            if not silent.required and getattr(thing, silent.name) == silent.default:
                filled = evolve(thing, **{silent.name: spare(silent)})
                if broken not in broken_by(filled):
                    yield filled


def _instead(plan: FieldPlan, value: Any) -> Iterator[Any]:
    if plan.about.pattern is not None and isinstance(value, str):
        shorter = (value[:length] for length in range(len(value) - 1, 0, -1))
        yield from (text for text in shorter if re.fullmatch(plan.about.pattern, text))
    if not plan.required:
        yield plan.default
