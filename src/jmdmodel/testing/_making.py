"""How things are made: from the plans of their fields, into a world that tells what there is to refer to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.testing._mending import mended
from jmdmodel.testing._plain import identifiers, single, years
from jmdmodel.vocabulary import SUB_KINDS
from jmdmodel.workspace import ENTITY_OF, Vocabulary


@attrs.frozen(kw_only=True)
class World:
    """What there is to refer to: identifiers by collection, own words by part of the vocabulary."""

    ids: Mapping[str, tuple[str, ...]]
    vocabulary: Vocabulary = attrs.field(factory=Vocabulary)


@cache
def _below(end: int) -> st.SearchStrategy[int]:
    return st.integers(0, end - 1)


@cache
def some_ids(size: int, fewest: int, *, yearly: bool) -> st.SearchStrategy[tuple[str, ...]]:
    """Give identifiers for the things of a collection, from the fewest up to a size."""
    one = years().map(str) if yearly else identifiers()
    return st.lists(one, unique=True, min_size=min(fewest, size), max_size=size).map(tuple)


@attrs.define
class Maker:
    """Makes things of a world; draws numbers where it can, as building strategies takes the most time."""

    draw: st.DrawFn
    world: World

    def mask(self, length: int) -> list[bool]:
        """Draw which of some fields say something; those that stand first are the first to fall silent."""
        bits = self.draw(_below(2**length)) if length else 0
        return [bool(bits >> place & 1) for place in range(length)]

    def thing(self, cls: type, identifier: str | None, depth: int) -> Any:
        """Give a thing that breaks no rule of sense; the deeper it lies, the less it holds."""
        plans = plan_of(cls)
        values: dict[str, Any] = {}
        if any(plan.name == "id" for plan in plans):
            values["id"] = identifier or self.draw(years().map(str) if is_yearly(cls) else identifiers())
        own = values.get("id", "")
        told = [plan for plan in plans if plan.name != "id" and self.can(plan, own, cls)]
        silent = [plan for plan in plans if plan.required and plan.name != "id" and plan not in told]
        if silent:
            reject()
        optional = [plan.name for plan in told if not plan.required]
        filled = dict(zip(optional, self.mask(len(optional)), strict=True))
        if depth > 1:  # a tree that branches at each step would be too large
            filled = {
                name: one and two
                for (name, one), two in zip(filled.items(), self.mask(len(filled)), strict=True)
            }
        for plan in told:
            if plan.about.terms is None and filled.get(plan.name, True):
                values[plan.name] = self.value(plan, own, cls, depth)
        for plan in told:  # own words last: which of them fit depends on the kind
            if plan.about.terms is not None and filled.get(plan.name, True):
                values |= self.words(plan, values.get(plan.about.below))
        spares = {plan.name: plan for plan in told}
        return mended(
            cls(**values),
            lambda plan: self.value(plan, own, cls, depth) if plan.name in spares else plan.default,
        )

    def can(self, plan: FieldPlan, identifier: str, cls: type) -> bool:
        """Tell whether the world has what a field needs."""
        if plan.about.refers:
            return len(self.places(plan, identifier, cls)) > (plan.shape == "pair")
        if is_record(plan.type) and plan.type is not Period:
            return is_possible(plan.type, self.world)
        return True

    def value(self, plan: FieldPlan, identifier: str, cls: type, depth: int) -> Any:
        """Give a value of a field that can have one."""
        if plan.type is date and is_yearly(cls) and identifier:
            return date(int(identifier), 1, 1) + timedelta(days=self.draw(_below(730)))
        if plan.shape == "one":
            return self.one(plan, identifier, cls, depth)
        if plan.shape == "collection":
            ids = self.draw(some_ids(2, 0, yearly=False))
            return Collection(self.thing(plan.type, one, depth + 1) for one in ids)
        if plan.shape == "pair":
            places = self.places(plan, identifier, cls)
            first, gap = self.draw(_below(len(places))), self.draw(_below(len(places) - 1))
            return (places[first], places[(first + 1 + gap) % len(places)])
        several = range(1 + self.draw(_below(3 - min(depth, 2)))) if depth < 2 else range(1)
        made = [self.one(plan, identifier, cls, depth) for _ in several]
        return tuple(made if is_record(plan.type) else dict.fromkeys(made))

    def one(self, plan: FieldPlan, identifier: str, cls: type, depth: int) -> Any:
        """Give one value, or one item of several."""
        if plan.about.refers:
            places = self.places(plan, identifier, cls)
            return places[self.draw(_below(len(places)))]
        if is_record(plan.type) and plan.type is not Period:
            return self.thing(plan.type, None, depth + 1)
        return self.draw(_single(cls, plan.name))

    def places(self, plan: FieldPlan, identifier: str, cls: type) -> tuple[Any, ...]:
        """Give what a reference may lead to; within its own collection what comes earlier: no circles."""
        names = str(plan.about.refers).split()
        if plan.type is Ref:
            return tuple(Ref(name, one) for name in names for one in self.world.ids[name])
        ids = self.world.ids[names[0]]
        if ENTITY_OF[names[0]] is cls and identifier in ids:
            return ids[: ids.index(identifier)]
        return ids

    def words(self, plan: FieldPlan, kinds: Any) -> dict[str, Any]:
        """Give own words that fit a kind, or one of several: the user's own and the library's."""
        fitting = words_below(plan, kinds, self.world.vocabulary)
        if not fitting:
            return {}
        word = fitting[self.draw(_below(len(fitting)))]
        return {plan.name: word if plan.shape == "one" else (word,)}


@cache
def _single(cls: type, name: str) -> st.SearchStrategy[Any]:
    return single(cls, next(plan for plan in plan_of(cls) if plan.name == name))


def words_below(plan: FieldPlan, kinds: Any, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the words that may stand in a field beside a kind, or beside several."""
    part = str(plan.about.terms)
    given = kinds if isinstance(kinds, tuple) else (kinds,)
    codes = {kind.code for kind in given if kind is not None}
    own = getattr(vocabulary, part)
    fitting = {term.id for term in own if term.parent in codes}
    fitting |= {
        sub.code
        for sub in SUB_KINDS[part]
        if sub.code not in own and codes & {parent.code for parent in sub.parents}
    }
    return tuple(sorted(fitting))


def is_yearly(cls: type) -> bool:
    """Tell whether the identifiers of an entity type are years, as those of network maps."""
    return isinstance(getattr(cls, "year", None), property)


def is_possible(cls: type, world: World) -> bool:
    """Tell whether a world has all that things of a type cannot be without."""
    for plan in plan_of(cls):
        if not plan.required:
            continue
        if plan.about.refers:
            held = sum(len(world.ids[name]) for name in plan.about.refers.split())
            if held < (2 if plan.shape == "pair" else 1):
                return False
        elif is_record(plan.type) and plan.type is not Period and not is_possible(plan.type, world):
            return False
    return True
