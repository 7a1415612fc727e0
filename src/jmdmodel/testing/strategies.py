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
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.testing._making import Maker, World, is_possible, is_yearly, some_ids
from jmdmodel.testing._mending import mended
from jmdmodel.testing._plain import days, identifiers, naughty_text, periods, years
from jmdmodel.vocabulary import kinds_of_vocabulary
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
    made: T = Maker(draw, world).thing(cls, identifier, 0)
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
    maker = Maker(draw, World(ids={}))
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
                some_ids(size, _fewest(needed), yearly=is_yearly(ENTITY_OF[needed]))
            )
    maker = Maker(draw, World(ids=_possible_ids(ids), vocabulary=vocabulary))
    values: dict[str, Any] = {"vocabulary": vocabulary}
    for name, cls in ENTITY_OF.items():
        values[name] = Collection(maker.thing(cls, one, 0) for one in maker.world.ids[name])
    alone = [plan for plan in plan_of(Workspace) if plan.name not in values]
    for plan, filled in zip(alone, maker.mask(len(alone)), strict=True):
        if (plan.required or filled) and maker.can(plan, "", Workspace):
            values[plan.name] = maker.value(plan, "", Workspace, 0)
    return mended(Workspace(**values))


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


def _possible_ids(ids: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Leave those collections empty whose things would have nothing to refer to."""
    found = dict(ids)
    while True:
        world = World(ids=found)
        empty = [name for name, held in found.items() if held and not is_possible(ENTITY_OF[name], world)]
        if not empty:
            return found
        found |= dict.fromkeys(empty, ())


@cache
def _own_terms(part: str, size: int) -> st.SearchStrategy[Collection[Any]]:
    cls, kinds = plan_of(Vocabulary)[0].type, kinds_of_vocabulary()[part]
    parents = st.sampled_from([kind.code for kind in kinds])
    one = st.builds(cls, id=identifiers(), parent=parents, label_de=naughty_text(), label_en=naughty_text())
    return st.lists(one, unique_by=lambda term: term.id, min_size=1, max_size=size).map(Collection)
