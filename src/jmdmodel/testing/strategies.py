"""Strategies for hypothesis: whole workspaces that load, single entities, and texts that do harm.

Everything is generated bottom-up by identifier from what the fields say of themselves, so that an
entity type that joins the model is covered without a line here. Once the package is installed, hypothesis
finds them by itself: ``from_type(Workspace)`` and ``from_type(Partner)`` give sound ones.

Example:
    >>> from hypothesis import given
    >>> @given(workspaces(size=2))
    ... def test_no_collection_has_more_than_two(workspace: Workspace) -> None:
    ...     assert len(workspace.partners) <= 2
    >>> test_no_collection_has_more_than_two()
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.testing._mending import mended
from jmdmodel.testing._plain import days, identifiers, naughty_text, periods, single, years
from jmdmodel.vocabulary import SUB_KINDS, kinds_of_vocabulary
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF, Vocabulary, Workspace

__all__ = [
    "SMALL_WORLD",
    "World",
    "days",
    "entity",
    "identifiers",
    "naughty_text",
    "periods",
    "references",
    "workspaces",
    "years",
]

T = TypeVar("T")

_AT_A_TIME = 8
_SOME_IDS = ("a", "b", "c")


@attrs.frozen(kw_only=True)
class World:
    """What there is to refer to: identifiers by collection, own words by part of the vocabulary."""

    ids: Mapping[str, tuple[str, ...]]
    vocabulary: Vocabulary = attrs.field(factory=Vocabulary)


def _one_word_for_each_kind() -> Vocabulary:
    cls = plan_of(Vocabulary)[0].type
    return Vocabulary(
        **{
            part: Collection(
                cls(id=f"own-{kind.code}", parent=kind.code, label_de="Eigenes", label_en="own")
                for kind in kinds
            )
            for part, kinds in kinds_of_vocabulary().items()
        }
    )


SMALL_WORLD = World(ids=dict.fromkeys(ENTITY_OF, _SOME_IDS), vocabulary=_one_word_for_each_kind())
"""Three identifiers in each collection, own words for each kind: for entities that are generated alone."""


@st.composite
def entity(draw: st.DrawFn, cls: type[T], *, identifier: str | None = None, world: World = SMALL_WORLD) -> T:
    """Give things of one entity type, with its references into a given world.

    Args:
        draw: Given by hypothesis.
        cls: The entity type.
        identifier: The identifier that it shall have, if it has one.
        world: What there is to refer to.

    Example:
        >>> from jmdmodel.entities.network import Network
        >>> from jmdmodel.fields import broken_by
        >>> from hypothesis import given
        >>> @given(entity(Network))
        ... def test_no_year_has_two_forms_of_participation(network: Network) -> None:
        ...     assert list(broken_by(network)) == []
        >>> test_no_year_has_two_forms_of_participation()
    """
    made: T = _Maker(draw, world).thing(cls, identifier, 0)
    return made


@cache
def references() -> st.SearchStrategy[Ref]:
    """Give references to things of any collection, as :data:`SMALL_WORLD` has them and others."""
    return st.builds(Ref, st.sampled_from(COLLECTIONS), st.sampled_from(_SOME_IDS) | identifiers())


@st.composite
def workspaces(draw: st.DrawFn, *, size: int = 3, collections: Sequence[str] | None = None) -> Workspace:
    """Give whole workspaces that load: every reference leads somewhere, every rule of sense holds.

    Left to itself it fills a few collections at a time, each of them in some example: with all of them an
    example would be too large to find much.

    Args:
        draw: Given by hypothesis.
        size: How many things a collection may have.
        collections: Which ones shall have something in them, for instance ``("people", "cases")``; those
            that their things cannot be without have something too, and all others are empty.

    Raises:
        ModelError: There is no collection of such a name, or the size leaves no room for a thing.
    """
    unknown = [name for name in collections or () if name not in COLLECTIONS]
    if unknown or size < 1:
        raise ModelError(f"No collections: {', '.join(unknown)}." if unknown else "The size is 1 at least.")
    maker = _Maker(draw, World(ids={}))
    vocabulary = Vocabulary(
        **{
            part: draw(_own_terms(part, size))
            for part, filled in zip(
                kinds_of_vocabulary(), maker.mask(len(kinds_of_vocabulary())), strict=True
            )
            if filled
        }
    )
    ids: dict[str, tuple[str, ...]] = dict.fromkeys(ENTITY_OF, ())
    for name in draw(_SOME_COLLECTIONS) if collections is None else collections:
        for needed in sorted(_needed(name)):
            ids[needed] = ids[needed] or draw(
                _ids(size, _fewest(needed), yearly=is_yearly(ENTITY_OF[needed]))
            )
    maker = _Maker(draw, World(ids=_possible_ids(ids), vocabulary=vocabulary))
    values: dict[str, Any] = {"vocabulary": vocabulary}
    for name, cls in ENTITY_OF.items():
        values[name] = Collection(maker.thing(cls, one, 0) for one in maker.world.ids[name])
    alone = [plan for plan in plan_of(Workspace) if plan.name not in values]
    for plan, filled in zip(alone, maker.mask(len(alone)), strict=True):
        if (plan.required or filled) and maker.can(plan, "", Workspace):
            values[plan.name] = maker.value(plan, "", Workspace, 0)
    return mended(Workspace(**values))


@cache
def _below(end: int) -> st.SearchStrategy[int]:
    return st.integers(0, end - 1)


def _spread(start: int, step: int, count: int) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(COLLECTIONS[(start + step * turn) % len(COLLECTIONS)] for turn in range(count))
    )


_SOME_COLLECTIONS = st.builds(
    _spread,
    st.integers(0, len(COLLECTIONS) - 1),
    st.integers(1, len(COLLECTIONS) - 1),
    st.integers(_AT_A_TIME // 2, _AT_A_TIME),
)
"""Numbers, as a list that is drawn item by item takes the same few of a long one too often."""


@cache
def _ids(size: int, fewest: int, *, yearly: bool) -> st.SearchStrategy[tuple[str, ...]]:
    one = years().map(str) if yearly else identifiers()
    return st.lists(one, unique=True, min_size=min(fewest, size), max_size=size).map(tuple)


@attrs.define
class _Maker:
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
            ids = self.draw(_ids(2, 0, yearly=False))
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


@cache
def _needed(name: str) -> frozenset[str]:
    """Give the collections that things of a collection cannot be without, itself included."""
    found, waiting = {name}, [ENTITY_OF[name]]
    while waiting:
        for plan in plan_of(waiting.pop()):
            first = str(plan.about.refers).split()[0] if plan.about.refers and plan.required else None
            if first is not None and first not in found:
                found.add(first)
                waiting.append(ENTITY_OF[first])
            if is_record(plan.type) and plan.required:
                waiting.append(plan.type)
    return frozenset(found)


@cache
def _fewest(name: str) -> int:
    """Give how many things a collection needs for all that may be asked of it: a tie needs two partners."""
    pairs = [
        plan
        for cls in ENTITY_OF.values()
        for plan in plan_of(cls)
        if plan.shape == "pair" and plan.about.refers == name
    ]
    return 2 if pairs else 1


def is_yearly(cls: type) -> bool:
    """Tell whether the identifiers of an entity type are years, as those of network maps."""
    return isinstance(getattr(cls, "year", None), property)


def _possible_ids(ids: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Leave those collections empty whose things would have nothing to refer to."""
    found = dict(ids)
    while True:
        world = World(ids=found)
        empty = [name for name, held in found.items() if held and not is_possible(ENTITY_OF[name], world)]
        if not empty:
            return found
        found |= dict.fromkeys(empty, ())


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


@cache
def _own_terms(part: str, size: int) -> st.SearchStrategy[Collection[Any]]:
    cls, kinds = plan_of(Vocabulary)[0].type, kinds_of_vocabulary()[part]
    parents = st.sampled_from([kind.code for kind in kinds])
    one = st.builds(cls, id=identifiers(), parent=parents, label_de=naughty_text(), label_en=naughty_text())
    return st.lists(one, unique_by=lambda term: term.id, min_size=1, max_size=size).map(Collection)
