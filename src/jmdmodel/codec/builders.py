"""Writes, for each entity type, the function that makes its values out of what a parser of JSON gave.

Most of the time that a frozen value costs is spent on the way round its own lock. The functions written here
fill a subclass without the lock, whose fields the interpreter sets directly, and tell each object its real
class at the end. They go over all things of a type in one loop, parts before the whole. What does not fit
raises some error: the caller then takes the path that says what is wrong, and where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache, partial
from itertools import chain, islice, repeat, starmap
from typing import Any, Literal, NewType, TypeAlias

from jmdmodel.codec.gathering import Gathered
from jmdmodel.codec.memos import Numbers, Shares, refuse, unlocked, whole_numbers
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.scales import Coded

Form: TypeAlias = Literal["structs", "dicts", "nodes"]

Build: TypeAlias = Callable[[list[Any], Iterable[str], Gathered], list[Any]]
"""Makes the values of all things of a type, given in any number, with their identifiers if they have any."""


@cache
def builder(cls: type, *, form: Form) -> Build:
    """Give the function that makes the values of a type.

    Args:
        cls: An entity type or a period.
        form: How things come: as msgspec structs, whose fields have the right types and are ``None``
            where the file has nothing; as dicts of plain JSON; or as nodes of YAML, whose scalars are texts.
    """
    writer = _Writer(cls, form=form)
    names = writer.names
    exec(compile(writer.source(), f"<builder of {cls.__name__}>", "exec"), names)  # noqa: S102 - own words
    fill: Callable[[list[Any], Iterable[str], Gathered], tuple[list[Any], int]] = names["fill"]
    sense: Callable[[Any], Iterator[object]] | None = getattr(cls, "_broken", None)

    def build(things: list[Any], ids: Iterable[str], gathered: Gathered) -> list[Any]:
        made, told = fill(things, ids, gathered)
        gathered.keys += told
        if sense is not None and any(map(any, map(sense, made))):
            refuse()
        if cls is Period and not all(map(Period.is_ordered, made)):
            refuse()
        return made

    return build


def _parts_of(cls: type, form: Form) -> Build:
    """Give the function that makes the parts of a type; it is written when a file first has some."""

    def build(things: list[Any], ids: Iterable[str], gathered: Gathered) -> list[Any]:
        return builder(cls, form=form)(things, ids, gathered) if things else []

    return build


def _collection_of(cls: type, form: Form) -> Callable[[dict[str, Any], Gathered], Collection[Any]]:
    """Give the function that makes a collection of things by identifier."""
    build = _parts_of(cls, form)

    def collect(entries: dict[str, Any], gathered: Gathered) -> Collection[Any]:
        ids = list(entries)
        if ids != sorted(ids):
            entries = dict(sorted(entries.items()))
            ids = list(entries)
        gathered.keys += len(ids)
        gathered.identifiers += ids
        return Collection.in_order(build(list(entries.values()), ids, gathered))

    return collect


class _Writer:
    """Writes the text of one function, and keeps the values that it names."""

    def __init__(self, cls: type, *, form: Form) -> None:
        self.cls = cls
        self.form = form
        self.structs = form == "structs"
        self.names: dict[str, Any] = {"starmap": starmap, "real": cls, "open_": unlocked(cls)}
        self.names |= {"refuse": refuse, "islice": islice, "repeat": repeat, "flat": chain.from_iterable}
        self.head: list[str] = []
        self.loop: list[str] = []
        self.tail: list[str] = []

    def source(self) -> str:
        """Give the text of the function: it gives the values made, and how many keys they account for."""
        plans = plan_of(self.cls)
        keyed = any(plan.name == "id" for plan in plans)
        for number, plan in enumerate(plans):
            if plan.name == "id":
                self.loop.append("o.id = id_")
            else:
                self._field(number, plan)
        required = sum(plan.required and plan.name != "id" for plan in plans)
        first: list[str] = []
        last: list[str] = []
        told = f"told + {required} * len(things)"
        if not self.structs:  # a struct has no other keys than those it knows
            if self.form == "nodes":
                first = ['if s.kind != "map": refuse()', "s = s.entries"]
            elif not required:  # the empty list has no keys to be asked for
                first = ["if s.__class__ is not dict: refuse()"]
            first += ["left = len(s)", "told += left", f"left -= {required}"]
            last, told = ["if left: refuse()"], "told"
        lines = ["told, made = 0, list(starmap(open_, repeat((), len(things))))", *self.head]
        lines.append(
            "for o, s, id_ in zip(made, things, ids):" if keyed else "for o, s in zip(made, things):"
        )
        lines += _indented(first + self.loop + last)
        lines += [*self.tail, "for o in made: o.__class__ = real", f"return made, {told}"]
        return "\n".join(["def fill(things, ids, gathered):", *_indented(lines)])

    def _field(self, number: int, plan: FieldPlan) -> None:
        """Write how one field is read, looked at and set."""
        steps = self._steps(number, plan)
        name = plan.name
        if plan.required:
            self.loop += [f"v = s.{name}" if self.structs else f'v = s["{name}"]', *steps]
            return
        self.names[f"default{number}"] = plan.default
        if self.structs:
            found, count = f"if (v := s.{name}) is not None:", "told += 1"
        else:
            found, count = f'if left and "{name}" in s:', f'left -= 1; v = s["{name}"]'
        self.loop += [found, f"    {count}", *_indented(steps), "else:", f"    o.{name} = default{number}"]

    def _steps(self, number: int, plan: FieldPlan) -> list[str]:
        """Give the steps that look at the value ``v`` of a field and set it."""
        name = plan.name
        if plan.shape == "collection":
            self.names[f"collect{number}"] = _collection_of(plan.type, self.form)
            entries = "v.entries" if self.form == "nodes" else "v"  # what is no mapping has none
            return [f"o.{name} = collect{number}({entries}, gathered)"]
        several = plan.shape != "one"
        steps = []
        if several and self.form == "dicts":
            steps.append("if v.__class__ is not list: refuse()")
        if several and self.form == "nodes":
            steps.append("v = v.items")  # what is no list has none
        if several:
            steps.append("if not v: refuse()" if plan.shape == "many" else "if len(v) != 2: refuse()")
        if is_record(plan.type):
            self._parts(number, plan, several=several)
            return [*steps, f"hold{number}(v)", f"owner{number}(o)"]
        if self.form == "nodes":  # lists and mappings have an empty text, which no field takes
            steps.append("v = [x.text for x in v]" if several else "v = v.text")
        inner, kept = self._scalar(number, plan, "x" if several else "v")
        if not several:
            return [*steps, *inner, f"o.{name} = {kept}"]
        if inner:
            steps += ["for x in v:", *_indented(inner)]
        if kept == "x":
            return [*steps, f"o.{name} = v" if self.structs else f"o.{name} = tuple(v)"]
        made = f"[{kept} for x in v]" if kept[-3:] != "[x]" else f"map({kept[:-3]}.__getitem__, v)"
        return [*steps, f"o.{name} = tuple({made})"]

    def _parts(self, number: int, plan: FieldPlan, *, several: bool) -> None:
        """Write how the parts of all things are made in one go, once the things themselves are there."""
        self.names[f"build{number}"] = _parts_of(plan.type, self.form)
        self.head += [f"held{number}, owners{number} = [], []", f"hold{number} = held{number}.append"]
        self.head.append(f"owner{number} = owners{number}.append")
        if several:
            self.tail += [f"parts = iter(build{number}(list(flat(held{number})), (), gathered))"]
            self.tail += [
                f"for o, v in zip(owners{number}, held{number}): o.{plan.name} = tuple(islice(parts, len(v)))"
            ]
        else:
            self.tail += [f"for o, v in zip(owners{number}, build{number}(held{number}, (), gathered)):"]
            self.tail += [f"    o.{plan.name} = v"]

    def _scalar(self, number: int, plan: FieldPlan, x: str) -> tuple[list[str], str]:
        """Give the steps for one value and the expression of what is kept."""
        told, kind = plan.about, plan.type
        if told.refers is not None:
            places = told.refers.split()
            known = f"gathered.refs({told.refers!r})" if kind is Ref else f"gathered.ids[{places[0]!r}]"
            self.head.append(f"known{number} = {known}")
            return self._text(number, plan, x) if kind is str else [], f"known{number}[{x}]"
        if kind is str or isinstance(kind, NewType):
            return self._text(number, plan, x), x
        if self.structs and kind is not Fraction:
            return [], x
        return self._untyped(number, plan, x)

    def _untyped(self, number: int, plan: FieldPlan, x: str) -> tuple[list[str], str]:
        """Give steps and expression for a value of which the parser cannot say that it has the right type."""
        kind, nodes = plan.type, self.form == "nodes"
        if kind is Fraction:
            self._memo(f"shares{number}", Shares, plan.about.minimum, plan.about.maximum)
            if self.structs:
                return [], f'shares{number}[str(bytes({x}), "ascii")]'
            wrong = [f"if {x}.__class__ is str: refuse()"]
            return ([], f"shares{number}[{x}]") if nodes else (wrong, f"shares{number}[str({x})]")
        if kind is date:
            self.head.append("days = gathered.days")
            return [], f"days[{x}]"
        if kind is bool:
            self.names["truth"] = {"true": True, "false": False}
            return ([], f"truth[{x}]") if nodes else ([f"if {x}.__class__ is not bool: refuse()"], x)
        whole = f"if {x}.__class__ is not int: refuse()"  # true is 1 to a dict, and lies between 0 and 2
        if kind is int:
            lowest, highest = whole_numbers(plan)
            self._memo(f"numbers{number}", Numbers, lowest, highest)
            wrong = [whole, f"if not {lowest} <= {x} <= {highest}: refuse()"]
            return ([], f"numbers{number}[{x}]") if nodes else (wrong, x)
        if issubclass(kind, Coded):
            self.names[f"words{number}"] = {one.code if nodes else one.value: one for one in kind}
            numbered = isinstance(next(iter(kind)).value, int) and not nodes
            return [whole] if numbered else [], f"words{number}[{x}]"
        raise TypeError(f"Nothing is known of reading a {kind}.")

    def _memo(self, name: str, memo: type, lowest: int | None, highest: int | None) -> None:
        """Write that a memo is made anew for each file."""
        self.names[f"new_{name}"] = partial(memo, lowest, highest)
        self.head.append(f"{name} = new_{name}()")

    def _text(self, number: int, plan: FieldPlan, x: str) -> list[str]:
        """Give the step that puts a text where it is looked at."""
        told = plan.about
        if told.terms is not None:  # an unknown word is refused, and a known one is an identifier
            self.head.append(f"gather{number} = gathered.words_of({told.terms!r}).append")
            return [f"gather{number}(({x}, o, {getattr(told, 'below', 'kind')!r}))"]
        if isinstance(plan.type, NewType):
            place = "gathered.identifiers"
        elif told.pattern is not None:
            place = f"gathered.form({told.pattern!r})"
        else:
            place = "gathered.blocks" if told.lines else "gathered.lines"
        self.head.append(f"gather{number} = {place}.append")
        return [f"gather{number}({x})"]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]
