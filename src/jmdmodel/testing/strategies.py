"""Strategies for hypothesis: whole workspaces that load, single entities, and texts that do harm.

Everything is generated bottom-up by identifier from what the fields say of themselves, so that an
entity type that joins the model is covered without a line here.

Example:
    >>> from hypothesis import given
    >>> @given(workspaces(size=2))
    ... def test_no_collection_has_more_than_two(workspace: Workspace) -> None:
    ...     assert len(workspace.partners) <= 2
    >>> test_no_collection_has_more_than_two()
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, partial
from typing import Any, NewType, TypeVar

import attrs
from hypothesis import strategies as st

from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.scales import Coded
from jmdmodel.testing._keys import official_keys
from jmdmodel.testing._mending import mended
from jmdmodel.testing._texts import IDENTIFIERS, LINES, ONE_LINE
from jmdmodel.vocabulary import SUB_KINDS, kinds_of_vocabulary
from jmdmodel.workspace import ENTITY_OF, Vocabulary, Workspace

__all__ = ["SMALL_WORLD", "World", "days", "entity", "identifiers", "naughty_text", "periods", "workspaces"]

T = TypeVar("T")

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
_MOST = 10**6
_AT_A_TIME = 8
_SOME_IDS = ("a", "b", "c")
_LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff\u2028\u2029")


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


@cache
def naughty_text(*, lines: bool = False) -> st.SearchStrategy[str]:
    """Give texts that trip readers and writers up, and that every text field takes.

    Composed letters (NFC), no control characters, no blanks at the edges; with *lines* also several
    lines, tabs, and blanks anywhere.
    """
    one = st.sampled_from(ONE_LINE)
    free = st.text(_LETTERS, min_size=1, max_size=12).map(_tidy)
    joined = st.tuples(one, st.sampled_from(" :#,-'\"\\\u200d"), one).map("".join)
    if not lines:
        return st.one_of(one, free, joined)
    several = st.lists(st.one_of(one, free), min_size=2, max_size=4).map("\n".join)
    return st.one_of(st.sampled_from(LINES), several, one).map(partial(unicodedata.normalize, "NFC"))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip() or "x"


@cache
def identifiers() -> st.SearchStrategy[str]:
    """Give identifiers, many of them such as look like a number, a date or a truth value."""
    usual = st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True).map(lambda text: f"{text}-k")
    return st.one_of(st.sampled_from(IDENTIFIERS), usual)


@cache
def years() -> st.SearchStrategy[int]:
    """Give years, mostly of our time."""
    return st.one_of(st.integers(2015, 2030), st.integers(FIRST_DAY.year, LAST_DAY.year))


@cache
def days() -> st.SearchStrategy[date]:
    """Give days, often at the borders of a year or on 29 February."""
    borders = st.tuples(years(), st.sampled_from([(1, 1), (12, 31), (2, 28), (3, 31)]))
    leap = st.integers(476, 549).map(lambda four: date(4 * four, 2, 29) if four != 525 else date(2000, 2, 29))
    return st.one_of(borders.map(lambda at: date(at[0], *at[1])), leap, st.dates(FIRST_DAY, LAST_DAY))


@cache
def periods() -> st.SearchStrategy[Period]:
    """Give periods, open on either side, of one day, of many years."""
    both = st.tuples(days(), days()).map(sorted).map(lambda pair: Period(since=pair[0], until=pair[1]))
    return st.one_of(
        days().map(lambda day: Period(since=day)),
        days().map(lambda day: Period(until=day)),
        both,
        days().map(lambda day: Period(since=day, until=day)),
    )


@st.composite
def entity(draw: st.DrawFn, cls: type[T], *, identifier: str | None = None, world: World = SMALL_WORLD) -> T:
    """Give things of one entity type, with its references into a given world.

    Args:
        draw: Given by hypothesis.
        cls: The entity type.
        identifier: The identifier that it shall have, if it has one.
        world: What there is to refer to.
    """
    plans = plan_of(cls)
    values: dict[str, Any] = {}
    if any(plan.name == "id" for plan in plans):
        values["id"] = identifier or (draw(years().map(str)) if is_yearly(cls) else draw(identifiers()))
    told = {plan.name: _value(plan, values.get("id", ""), cls, world) for plan in plans if plan.name != "id"}
    optional = [plan for plan in plans if not plan.required and plan.name in told]
    filled = draw(st.integers(0, 2 ** len(optional) - 1))
    for bit, plan in enumerate(optional):
        if not filled >> bit & 1:
            told.pop(plan.name)
    for plan in plans:
        strategy = told.get(plan.name)
        if plan.about.terms is not None:
            strategy = _words(plan, values.get(plan.about.below), world) if plan.name in told else None
        if strategy is not None:
            values[plan.name] = draw(strategy)
    return mended(cls(**values))


@st.composite
def workspaces(draw: st.DrawFn, *, size: int = 3) -> Workspace:
    """Give whole workspaces that load: every reference leads somewhere, every rule of sense holds.

    Args:
        draw: Given by hypothesis.
        size: How many things a collection may have.
    """
    own = {part: _own_terms(kinds, size) for part, kinds in kinds_of_vocabulary().items()}
    vocabulary = Vocabulary(**{part: draw(terms) for part, terms in own.items()})
    named = st.lists(identifiers(), unique=True, max_size=size).map(tuple)
    dated = st.lists(years().map(str), unique=True, max_size=size).map(tuple)
    ids: dict[str, tuple[str, ...]] = dict.fromkeys(ENTITY_OF, ())
    # Some of the collections at a time: with all of them an example would be too large to find much.
    for name in draw(st.lists(st.sampled_from(tuple(ENTITY_OF)), unique=True, max_size=_AT_A_TIME)):
        for needed in sorted(_needed(name)):
            ids[needed] = ids[needed] or draw(dated if is_yearly(ENTITY_OF[needed]) else named)
    world = World(ids=_possible_ids(ids), vocabulary=vocabulary)
    values: dict[str, Any] = {"vocabulary": vocabulary}
    for name, cls in ENTITY_OF.items():
        values[name] = Collection(draw(entity(cls, identifier=one, world=world)) for one in world.ids[name])
    for plan in plan_of(Workspace):
        if plan.name not in values and (plan.required or draw(st.booleans())):
            strategy = _value(plan, "", Workspace, world)
            if strategy is not None:
                values[plan.name] = draw(strategy)
    return mended(Workspace(**values))


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


def is_yearly(cls: type) -> bool:
    """Tell whether the identifiers of an entity type are years, as those of network maps."""
    return isinstance(getattr(cls, "year", None), property)


def _possible_ids(ids: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Leave those collections empty whose things would have nothing to refer to."""
    found = dict(ids)
    while True:
        world = World(ids=found)
        empty = [name for name, held in found.items() if held and not _is_possible(ENTITY_OF[name], world)]
        if not empty:
            return found
        found |= dict.fromkeys(empty, ())


def _is_possible(cls: type, world: World) -> bool:
    return all(_value(plan, "", cls, world) is not None for plan in plan_of(cls) if plan.required)


def _own_terms(kinds: type[Coded], size: int) -> st.SearchStrategy[Collection[Any]]:
    cls = plan_of(Vocabulary)[0].type
    parents = st.sampled_from([kind.code for kind in kinds])
    one = st.builds(cls, id=identifiers(), parent=parents, label_de=naughty_text(), label_en=naughty_text())
    return st.lists(one, unique_by=lambda term: term.id, max_size=size).map(Collection)


def _words(plan: FieldPlan, kinds: Any, world: World) -> st.SearchStrategy[Any] | None:
    """Give the own words that fit a kind, or one of several: the user's own and the library's."""
    part = str(plan.about.terms)
    given = kinds if isinstance(kinds, tuple) else (kinds,)
    codes = {kind.code for kind in given if kind is not None}
    own = getattr(world.vocabulary, part)
    fitting = {term.id for term in own if term.parent in codes}
    fitting |= {
        sub.code
        for sub in SUB_KINDS[part]
        if sub.code not in own and codes & {parent.code for parent in sub.parents}
    }
    if not fitting:
        return None
    one = st.sampled_from(sorted(fitting))
    return one if plan.shape == "one" else st.lists(one, min_size=1, max_size=2, unique=True).map(tuple)


def _value(plan: FieldPlan, identifier: str, cls: type, world: World) -> st.SearchStrategy[Any] | None:
    """Give the strategy of a field; ``None`` where the world has nothing that it could refer to."""
    if plan.type is date and is_yearly(cls) and identifier:
        year = int(identifier)
        return st.dates(date(year, 1, 1), date(year + 1, 12, 31))
    one = _one(plan, identifier, cls, world)
    if one is None:
        return None
    if plan.shape == "many":
        return st.lists(one, min_size=1, max_size=3, unique=not is_record(plan.type)).map(tuple)
    if plan.shape == "pair":
        places = _places(plan, identifier, cls, world)
        return st.permutations(places).map(lambda order: tuple(order[:2])) if len(places) > 1 else None
    if plan.shape == "collection":
        held = st.lists(identifiers(), unique=True, max_size=2)
        return held.flatmap(
            lambda ids: st.tuples(*(entity(plan.type, identifier=one, world=world) for one in ids))
        ).map(Collection)
    return one


def _places(plan: FieldPlan, identifier: str, cls: type, world: World) -> tuple[Any, ...]:
    """Give what a reference may lead to; within its own collection only what comes earlier: no circles."""
    names = str(plan.about.refers).split()
    if plan.type is Ref:
        return tuple(Ref(name, one) for name in names for one in world.ids[name])
    ids = world.ids[names[0]]
    if ENTITY_OF[names[0]] is cls and identifier in ids:
        return ids[: ids.index(identifier)]
    return ids


def _one(plan: FieldPlan, identifier: str, cls: type, world: World) -> st.SearchStrategy[Any] | None:
    if plan.about.refers:
        places = _places(plan, identifier, cls, world)
        return st.sampled_from(places) if places else None
    if is_record(plan.type) and plan.type is not Period:
        return entity(plan.type, world=world) if _is_possible(plan.type, world) else None
    if cls is AdministrativeUnit and plan.about.pattern is not None:
        return official_keys(plan.about.pattern)
    return _plain(plan.type, plan.about.minimum, plan.about.maximum, plan.about.pattern, plan.about.lines)


@cache
def _plain(
    kind: Any,
    minimum: int | None,
    maximum: int | None,
    pattern: str | None,
    lines: bool,  # noqa: FBT001 - of a cache
) -> st.SearchStrategy[Any]:
    lowest = -_MOST if minimum is None else minimum
    highest = max(lowest, _MOST) if maximum is None else maximum
    simple: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
        bool: st.booleans,
        int: lambda: st.integers(lowest, highest),
        date: days,
        Period: periods,
        Fraction: lambda: st.integers(max(lowest, 0) * 10**4, highest * 10**4).map(
            lambda parts: Fraction(parts, 10**4)
        ),
    }
    if kind in simple:
        return simple[kind]()
    if isinstance(kind, NewType):
        return identifiers()
    if isinstance(kind, type) and issubclass(kind, Coded):
        return st.sampled_from(list(kind))
    if pattern is not None:
        return st.from_regex(pattern, fullmatch=True)
    if kind is str:
        return naughty_text(lines=lines)
    raise TypeError(f"No strategy knows how to make a {kind}.")
