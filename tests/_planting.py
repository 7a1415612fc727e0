"""Faults planted into a workspace one by one, each with the line on which it must be told.

The places are found by what the classes say of their fields, so that a new entity type is covered
without a word here. A planted fault keeps its place: nothing else is planted at, above or below it.
Kept out are faults that stop the reader, after which nothing more can be known of the file: broken
syntax, a wrong encoding, bare control characters, nesting without end, a newer version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import attrs

from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.fields import broken_by, evolve, is_entity
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.scales import Coded
from jmdmodel.testing.strategies import is_yearly
from jmdmodel.vocabulary import SUB_KINDS
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF, Workspace
from tests._tree import Entry, Tree, copied, grown, leaf, written_as


@attrs.frozen(eq=False)
class Record:
    """An entity or a value of several entries in the tree, beside its object.

    Attributes:
        tree: Its mapping.
        made: The object.
        above: The entry that it stands under; an item of a list has none.
        within: The collection that it stands in with its identifier, if it has one.
    """

    tree: Tree
    made: Any
    above: Entry | None = None
    within: Tree | None = None
    _told: list[tuple[FieldPlan, Entry]] = attrs.field(factory=list, init=False)
    _values: list[tuple[FieldPlan, Tree]] = attrs.field(factory=list, init=False)

    @property
    def key(self) -> Entry | None:
        """The entry whose key is the identifier, if there is one."""
        return None if self.within is None else self.above

    def told(self) -> list[tuple[FieldPlan, Entry]]:
        """Give the fields that stand in the file, with their entries, as they stood at first."""
        if not self._told:
            plans = _plans(type(self.made))
            self._told.extend((plans[one.key], one) for one in self.tree.entries if one.key in plans)
        return self._told

    def values(self) -> list[tuple[FieldPlan, Tree]]:
        """Give the single values, the items of lists among them, as they stood at first."""
        if not self._values:
            self._values.extend(_values(self))
        return self._values


@cache
def _plans(cls: type) -> dict[str, FieldPlan]:
    return {plan.name: plan for plan in plan_of(cls)}


@attrs.frozen(eq=False)
class Planted:
    """A planted fault: its kind, the codes that fit, and the line, known once the file is written."""

    kind: str
    codes: tuple[str, ...]
    line: Callable[[], int]


@attrs.frozen(eq=False)
class Place:
    """Where a fault can be planted: what must be untouched for it, and how it is done."""

    uses: tuple[object, ...]
    plant: Callable[[], Planted]


def records(
    tree: Tree, made: Any, above: Entry | None = None, within: Tree | None = None
) -> Iterator[Record]:
    """Yield all records of a tree, the outer ones first."""
    record = Record(tree, made, above, within)
    yield record
    for plan, entry in record.told():
        if is_record(plan.type):
            held = getattr(made, plan.name)
            if plan.shape == "one":
                yield from records(entry.tree, held, entry)
            elif plan.shape == "collection":
                for below in entry.tree.entries:
                    yield from records(below.tree, held[below.key], below, entry.tree)
            else:
                for item, thing in zip(entry.tree.items, held, strict=True):
                    yield from records(item, thing)


def _values(record: Record) -> Iterator[tuple[FieldPlan, Tree]]:
    for plan, entry in record.told():
        if plan.shape == "one":
            yield plan, entry.tree
        elif plan.shape in ("many", "pair"):
            for item in entry.tree.items:
                yield plan, item


def below(tree: Tree) -> Iterator[object]:
    """Yield a tree and all that is in it."""
    yield tree
    for entry in tree.entries:
        yield entry
        yield from below(entry.tree)
    for item in tree.items:
        yield from below(item)


def _put(kind: str, codes: str, tree: Tree, make: Callable[..., Tree], *told: Any) -> Place:
    """Give the place of a value that becomes another one and is told on its line.

    The other one is made when it is planted: of many thousand places twenty are taken.
    """

    def plant() -> Planted:
        tree.become(make(*told))
        return Planted(kind, tuple(codes.split()), lambda: tree.line)

    return Place((tree,) if tree.kind == "leaf" else tuple(below(tree)), plant)


def places(tree: Tree, workspace: Workspace, chance: Random, *kinds: str) -> dict[str, list[Place]]:
    """Give all places by kind of fault, of some kinds or of all."""
    every = list(records(tree, workspace))
    searches = {kind: KINDS[kind] for kind in kinds or KINDS}
    found = {
        kind: [place for record in every for place in search(record, chance)]
        for kind, search in searches.items()
    }
    return {kind: held for kind, held in found.items() if held}


def plant(tree: Tree, workspace: Workspace, *, count: int, chance: Random) -> list[Planted]:
    """Plant so many faults of different kinds at places that do not touch each other."""
    found, used, planted = places(tree, workspace, chance), set[int](), list[Planted]()
    while len(planted) < count and any(found.values()):
        kinds = [kind for kind, held in found.items() if held]
        chance.shuffle(kinds)
        for kind in kinds:
            place = found[kind].pop(chance.randrange(len(found[kind])))
            marks = {id(part) for part in place.uses}
            if len(planted) < count and not marks & used:
                used |= marks
                planted.append(place.plant())
    return planted


def _unknown_key(record: Record, chance: Random) -> Iterator[Place]:
    entry = Entry(chance.choice(["farbe", "Name ", "zuständig", "x-1"]), leaf("x"))

    def plant() -> Planted:
        record.tree.entries.insert(chance.randint(1, len(record.tree.entries)), entry)
        return Planted("unknown key", ("L111",), lambda: entry.line)

    if record.tree.entries:
        yield Place((entry, record.tree, record), plant)


def _misspelt_key(record: Record, chance: Random) -> Iterator[Place]:
    for plan, entry in record.told():
        if not plan.required and plan.shape != "collection" and not is_record(plan.type):
            yield Place(
                (entry, *below(entry.tree)), _renaming("misspelt key", "L111", entry, entry.key + "x")
            )


def _renaming(kind: str, codes: str, entry: Entry, key: str) -> Callable[[], Planted]:
    def plant() -> Planted:
        entry.key = key
        return Planted(kind, tuple(codes.split()), lambda: entry.line)

    return plant


def _bad_identifier(record: Record, chance: Random) -> Iterator[Place]:
    if record.key is not None:
        key = chance.choice(["Straße Süd", "../x", "a/b", "con", "Ä", "a" * 90])
        yield Place((record.key,), _renaming("bad identifier", "L119", record.key, key))


def _no_year(record: Record, chance: Random) -> Iterator[Place]:
    if record.key is not None and is_yearly(type(record.made)):
        yield Place(
            (record.key, *below(record.tree)), _renaming("no year", "L132", record.key, "letztes-jahr")
        )


def _duplicate_key(record: Record, chance: Random) -> Iterator[Place]:
    for _, entry in record.told():
        yield Place((entry,), _inserting("duplicate key", record.tree, entry, chance))


def _duplicate_thing(record: Record, chance: Random) -> Iterator[Place]:
    if record.key is not None and record.within is not None:
        yield Place((record.key,), _inserting("duplicate thing", record.within, record.key, chance))


def _inserting(kind: str, tree: Tree, entry: Entry, chance: Random) -> Callable[[], Planted]:
    def plant() -> Planted:
        # Its copy is read and dropped: faults planted below it before would stand there twice.
        second = Entry(entry.key, copied(entry.tree))
        tree.entries.insert(chance.randint(tree.entries.index(entry) + 1, len(tree.entries)), second)
        return Planted(kind, ("L107",), lambda: second.line)

    return plant


def _missing(record: Record, chance: Random) -> Iterator[Place]:
    for plan, entry in record.told():
        if plan.required and not isinstance(record.made, Workspace):
            yield Place((entry, *below(entry.tree)), _removing(record, entry))


def _removing(record: Record, entry: Entry) -> Callable[[], Planted]:
    def plant() -> Planted:
        record.tree.entries.remove(entry)
        at: Entry | Tree = record.tree if record.above is None else record.above
        return Planted("missing field", ("L112",), lambda: at.line)

    return plant


def _bad_word(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if isinstance(plan.type, type) and issubclass(plan.type, Coded) and isinstance(tree.value, str):
            yield _put("misspelt word", "L118", tree, leaf, tree.value[:-1] + "qx")


def _bad_step(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if isinstance(plan.type, type) and issubclass(plan.type, Coded) and isinstance(tree.value, int):
            yield _put("step that the scale lacks", "L118", tree, leaf, chance.choice([0, 9, -1]))


def _bad_date(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.type is date:
            day = chance.choice(["2025-02-30", "31.12.2024", "2024-13-01", "2025-2-3", "gestern"])
            yield _put("no such day", "L117", tree, leaf, day)


def _bad_number(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.type is int:
            text = chance.choice(["1.5", "1e3", "12345678901234567890"])
            yield _put("no whole number", "L115", tree, written_as, text, text)


def _out_of_range(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        lowest, highest = plan.about.minimum, plan.about.maximum
        if highest is not None and plan.type in (int, Fraction):
            yield _put("too large", "L116", tree, leaf, highest + 1)
        elif lowest is not None and plan.type is int:
            yield _put("too small", "L116", tree, leaf, lowest - 1)


def _bad_share(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.type is Fraction:
            yield _put("no share", "L120", tree, written_as, chance.choice(["12,5", "1.23456"]), "1.23456")


def _bad_pattern(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.about.pattern is not None:
            yield _put("wrong form", "L120", tree, leaf, "§ 12")


def _two_lines(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.type is str and not (plan.about.lines or plan.about.pattern or plan.about.terms):
            text = chance.choice([r'"eins\nzwei"', '" vorn"', r'"a\tb"'])
            yield _put("text of two lines", "L121", tree, written_as, text, text)


def _escaped_control(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.type is str and not plan.about.terms:
            yield _put("escaped control character", "L108", tree, written_as, r'"a\u0007"', r'"a\u0007"')


def _bad_truth(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.type is bool:
            yield _put("neither true nor false", "L114 L118", tree, leaf, "ja")


def _empty(record: Record, chance: Random) -> Iterator[Place]:
    for _, tree in record.values():
        if tree.kind == "leaf":
            yield _put("empty value", "L113", tree, written_as, "", "null")


def _wrong_shape(record: Record, chance: Random) -> Iterator[Place]:
    for plan, entry in record.told():
        if plan.shape == "collection" or entry.key in ("service", "space", "vocabulary"):
            continue
        tree = entry.tree
        if tree.kind == "leaf":
            yield _put("group in place of a value", "L114", tree, grown, {"de": "x"})
        elif tree.kind == "list":
            yield _put("value in place of a list", "L114", tree, leaf, "etwas")
        else:
            yield _put("list in place of a group", "L114", tree, grown, ["x", "y"])


def _dangling(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.about.refers:
            lost = "gibt-es-nicht"
            whole = f"{plan.about.refers.split()[0]}/{lost}" if plan.type is Ref else lost
            yield _put("dangling reference", "L122", tree, leaf, whole)


def _wrong_collection(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        others = [name for name in COLLECTIONS if name not in (plan.about.refers or "").split()]
        if plan.type is Ref and others:
            yield _put("wrong collection", "L128", tree, leaf, f"{chance.choice(others)}/x")


def _unknown_sub_kind(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.about.terms is not None:
            yield _put("unknown sub-kind", "L118", tree, leaf, "gibt-es-nicht")


def _wrong_parent(record: Record, chance: Random) -> Iterator[Place]:
    for plan, entry in record.told():
        kind = record.tree.get("kind")
        if plan.about.terms is not None and kind is not None:
            others = [
                sub.code
                for sub in SUB_KINDS[plan.about.terms]
                if kind.value not in {parent.code for parent in sub.parents}
            ]
            if others:
                place = _put("sub-kind of another kind", "L125", entry.tree, leaf, chance.choice(others))
                yield attrs.evolve(place, uses=(*place.uses, kind))


def _circle(record: Record, chance: Random) -> Iterator[Place]:
    for plan, entry in record.told():
        target = (plan.about.refers or "").split()
        own = [name for name, cls in ENTITY_OF.items() if cls is type(record.made)]
        if record.key is not None and plan.type is not Ref and target and target == own:
            tree = entry.tree if plan.shape == "one" else entry.tree.items[-1]
            place = _put("circle", "L123", tree, leaf, record.key.key)
            yield attrs.evolve(place, uses=(*place.uses, record.key))


def _backwards(record: Record, chance: Random) -> Iterator[Place]:
    made = record.made
    if isinstance(made, Period) and made.since is not None and made.until is not None:
        until = record.tree.entry("until").tree

        def plant() -> Planted:
            until.value = f"{made.since.year - 1:04}-12-31" if made.since else ""
            return Planted("period that ends before it begins", ("L124",), lambda: record.tree.line)

        yield Place(tuple(below(record.tree)), plant)


def _twice(record: Record, chance: Random) -> Iterator[Place]:
    """Give the lists in which the entity itself takes a second one amiss."""
    if not is_entity(type(record.made)):
        return
    for plan, entry in record.told():
        if plan.shape == "many":
            held = getattr(record.made, plan.name)
            broken = list(broken_by(evolve(record.made, **{plan.name: (*held, held[-1])})))
            if [one.field for one in broken] == [f"{plan.name}[{len(held) + 1}]"]:
                # The sense of an entity is asked when the rest of it is sound, so all of it is used.
                yield Place(tuple(below(record.tree)), _doubling(entry.tree, broken[0].code))


def _doubling(tree: Tree, code: str) -> Callable[[], Planted]:
    def plant() -> Planted:
        second = copied(tree.items[-1])
        tree.items.append(second)
        return Planted("entry twice", (code,), lambda: second.line)

    return plant


def _forbidden(record: Record, chance: Random) -> Iterator[Place]:
    for plan, tree in record.values():
        if plan.type is str and isinstance(tree.value, str) and tree.value.isalnum():
            yield _put("tag, or control character", "L105 L108", tree, written_as, "!!str x", r'"\u0000"')


def _three_of_two(record: Record, chance: Random) -> Iterator[Place]:
    for plan, entry in record.told():
        if plan.shape == "pair":

            def plant(tree: Tree = entry.tree) -> Planted:
                tree.items.append(copied(tree.items[0]))
                return Planted("three of two", ("L120",), lambda: tree.line)

            yield Place(tuple(below(entry.tree)), plant)


def _no_version(record: Record, chance: Random) -> Iterator[Place]:
    if isinstance(record.made, Workspace):
        yield _put("no version", "L127", record.tree.entry("schema").tree, leaf, "eins")


KINDS: dict[str, Callable[[Record, Random], Iterator[Place]]] = {
    search.__name__.strip("_"): search
    for search in (
        *(_unknown_key, _misspelt_key, _bad_identifier, _no_year, _duplicate_key, _duplicate_thing, _missing),
        *(_bad_word, _bad_step, _bad_date, _bad_number, _out_of_range, _bad_share, _bad_pattern, _two_lines),
        *(_escaped_control, _bad_truth, _empty, _wrong_shape, _dangling, _wrong_collection),
        *(_unknown_sub_kind, _wrong_parent, _circle, _backwards, _twice, _forbidden, _three_of_two),
        _no_version,
    )
}
"""Every kind of fault, by name, with the search for its places."""
