"""Which tables and columns there are, read once from the fields of the entity types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Literal, NewType, TypeAlias

import attrs

from jmdmodel.analysis.tables import Cell, Column, ColumnType
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.fields import info_of, is_entity
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.scales import Audience, Coded
from jmdmodel.workspace import View, Workspace

Step: TypeAlias = tuple[str, Literal["one", "many", "collection"]]
"""How the way to the rows of a table goes on: the field, and whether it holds one thing or several."""

NOTHING = Say("", "")
POSITION = Say("Nummer", "number")
VALUE = Say("Wert", "value")
LABEL_OF = Say("{label} (Bezeichnung)", "{label} (label)")
BETWEEN = (Say(" (1)", " (1)"), Say(" (2)", " (2)"))
_FINE = 4
"""Decimals of a number for people: no file holds more."""


@attrs.frozen
class FlatColumn(Column):
    """A column of a flat table. German: Spalte.

    Attributes:
        path: The fields on the way from the thing of the row to the value; empty for keys from outside.
        privacy: The lowest class of audience that may see the column (R-51).
        many: Whether a cell may hold several words, divided by one blank.
        required: Whether every row has a value.
        words: The closed list that the codes are from.
        refers: The collection that identifiers point into, several divided by a blank.
        identifies: Whether the cells are identifiers or references, which no program may take for numbers.
        counts: What persons the numbers count: they leave the house in protected tables only (R-51).
        help: One sentence that tells what belongs there, where the label is not enough.
        item: Which part of a pair it is.
        shows_label: Whether the cells are the labels of the codes in the column before.
    """

    path: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    privacy: Audience = attrs.field(default=Audience.SOCIAL, kw_only=True)
    many: bool = attrs.field(default=False, kw_only=True)
    required: bool = attrs.field(default=False, kw_only=True)
    words: type[Coded] | None = attrs.field(default=None, kw_only=True)
    refers: str | None = attrs.field(default=None, kw_only=True)
    identifies: bool = attrs.field(default=False, kw_only=True)
    counts: str | None = attrs.field(default=None, kw_only=True)
    help: Say | None = attrs.field(default=None, kw_only=True)
    item: int | None = attrs.field(default=None, kw_only=True)
    shows_label: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen(kw_only=True)
class Layout:
    """A table before its rows: name, title, the way to its things, and all columns that anybody may see."""

    name: str
    title: Say
    steps: tuple[Step, ...]
    keys: tuple[FlatColumn, ...]
    columns: tuple[FlatColumn, ...]
    privacy: Audience

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell one row from all others; none where there is one row only."""
        own = ("id",) if self.steps[-1][1] == "collection" else ()
        return own or tuple(column.name for column in self.keys)

    @property
    def parent(self) -> str | None:
        """The table that the rows belong to."""
        above = self.name.rpartition(".")[0]
        return above if len(self.keys) > 1 else None


@cache
def layouts() -> tuple[Layout, ...]:
    """Give all tables of a workspace in the order of its fields, each before those that belong to it."""
    return tuple(layout for plan in plan_of(Workspace) for layout in _of_field(plan))


def _of_field(plan: FieldPlan) -> Iterator[Layout]:
    if plan.type is View:
        return
    title = info_of(plan.type).plural if plan.shape == "collection" else plan.about.label
    privacy = max(plan.about.privacy, info_of(plan.type).privacy)
    yield from _tables(plan, plan.name, title, (), (), privacy)


def _tables(  # noqa: PLR0917 - the way down, step by step
    plan: FieldPlan,
    name: str,
    title: Say,
    steps: tuple[Step, ...],
    keys: tuple[FlatColumn, ...],
    privacy: Audience,
) -> Iterator[Layout]:
    """Yield the table of a field that holds records, and those of the lists inside them."""
    way = (*steps, (plan.name, _several(plan)))
    columns = tuple(_columns(plan.type, (), privacy, required=True))
    keys = keys if plan.shape in {"collection", "one"} else (*keys, _position(plan, privacy))
    if columns:
        yield Layout(name=name, title=title, steps=way, keys=keys, columns=columns, privacy=privacy)
    if plan.shape == "collection":
        keys = (_foreign_key(plan, name, columns),)
    for part in plan_of(plan.type):
        inner = max(privacy, part.about.privacy, _class_of(part.type))
        inside = f"{name}.{part.name}"
        if is_record(part.type):
            if part.shape != "one":
                below = _joined(title, part, first=len(way) == 1)
                yield from _tables(part, inside, below, way, keys, inner)
        elif part.shape == "many" and not _is_word(part):
            value = _column(part, ("",), inner, name="value", required=True, many=False)
            yield Layout(
                name=inside,
                title=_joined(title, part, first=len(way) == 1),
                steps=(*way, (part.name, "many")),
                keys=(*keys, _position(part, inner)),
                columns=(value,),
                privacy=inner,
            )


def _several(plan: FieldPlan) -> Literal["one", "many", "collection"]:
    return "one" if plan.shape == "one" else "collection" if plan.shape == "collection" else "many"


def _joined(title: Say, part: FieldPlan, *, first: bool) -> Say:
    sign, label = ": " if first else ", ", part.about.label
    return Say(f"{title.de}{sign}{label.de}", f"{title.en}{sign}{label.en}")


def _foreign_key(plan: FieldPlan, name: str, columns: tuple[FlatColumn, ...]) -> FlatColumn:
    own = next(column for column in columns if column.name == "id")
    label, thing = own.label, info_of(plan.type).label
    return attrs.evolve(
        own,
        name=f"{name}.id",
        label=Say(f"{thing.de}: {label.de}", f"{thing.en}: {label.en}"),
        path=(),
        refers=name,
    )


def _position(plan: FieldPlan, privacy: Audience) -> FlatColumn:
    label = plan.about.label
    return FlatColumn(
        f"{plan.name}.position",
        Say(f"{label.de}: {POSITION.de}", f"{label.en}: {POSITION.en}"),
        "integer",
        privacy=privacy,
        required=True,
    )


def _columns(
    cls: Any, path: tuple[str, ...], privacy: Audience, *, required: bool, above: Say = NOTHING
) -> Iterator[FlatColumn]:
    """Yield the columns of a record, its identifier first, those of single records inside it dotted."""
    for part in sorted(plan_of(cls), key=lambda part: part.name != "id"):
        inner = max(privacy, part.about.privacy, _class_of(part.type))
        way, needed, own = (*path, part.name), required and part.required, part.about.label
        label = Say(above.de + own.de, above.en + own.en)
        if is_record(part.type):
            if part.shape == "one":
                inside = Say(f"{label.de}: ", f"{label.en}: ")
                yield from _columns(part.type, way, inner, required=needed, above=inside)
        elif part.shape == "pair":
            one = attrs.evolve(_column(part, way, inner, required=needed, many=False), label=label)
            for item, sign in enumerate(BETWEEN):
                both = Say(label.de + sign.de, label.en + sign.en)
                yield attrs.evolve(one, name=f"{one.name}.{item + 1}", label=both, item=item)
        elif part.shape == "one" or _is_word(part):
            several = part.shape == "many"
            made = _column(part, way, inner, required=needed and not several, many=several)
            yield attrs.evolve(made, label=label)


def _column(
    part: FieldPlan, path: tuple[str, ...], privacy: Audience, *, required: bool, many: bool, name: str = ""
) -> FlatColumn:
    told = part.about
    is_code = isinstance(part.type, type) and issubclass(part.type, Coded)
    return FlatColumn(
        name or ".".join(path),
        VALUE if name else told.label,
        "text" if many and not is_code else _type(part),
        _FINE,
        path=path,
        privacy=privacy,
        many=many,
        required=required,
        words=part.type if is_code else None,
        refers=told.refers,
        identifies=part.type is Ref or isinstance(part.type, NewType) or told.terms is not None,
        counts=told.counts,
        help=told.help,
    )


def _type(part: FieldPlan) -> ColumnType:
    kind, told = part.type, part.about
    if isinstance(kind, type) and issubclass(kind, Coded):
        return "code"
    if kind is int:
        return "year" if (told.minimum or 0) >= 1000 else "integer"
    types: dict[Any, ColumnType] = {bool: "boolean", date: "date", Fraction: "decimal"}
    return types.get(kind, "text")


def _is_word(part: FieldPlan) -> bool:
    """Tell whether values of a list are words without blanks, so that a blank can divide them in a cell."""
    kind = part.type
    plain = kind in (Ref, date, int) or isinstance(kind, NewType) or part.about.terms is not None
    return plain or (isinstance(kind, type) and issubclass(kind, Coded))


def _class_of(kind: Any) -> Audience:
    return info_of(kind).privacy if is_entity(kind) else Audience.PUBLIC


def label_column(column: FlatColumn) -> FlatColumn:
    """Give the column that says the labels of a column of codes."""
    label = column.label
    return attrs.evolve(
        column,
        name=f"{column.name}.label",
        label=Say(LABEL_OF.de.format(label=label.de), LABEL_OF.en.format(label=label.en)),
        type="text",
        words=None,
        many=False,
        shows_label=True,
    )


def getter(column: FlatColumn) -> Callable[[Any], Cell]:
    """Give the function that takes the cell of a column from the thing of a row."""
    path, item = column.path, column.item

    def take(thing: Any) -> Cell:
        held = thing
        for name in path:
            held = held if not name else getattr(held, name)
            if held is None:
                return None
        return _cell(held if item is None else held[item])

    return take


def _cell(held: Any) -> Cell:
    if isinstance(held, tuple):
        if held and all(isinstance(one, Coded) for one in held):
            return held
        return " ".join(map(str, held)) or None
    if isinstance(held, Ref):
        return str(held)
    plain: Cell = None if isinstance(held, str) and not held else held
    return plain


def exact_decimal(number: Fraction) -> str:
    """Give a number in decimals, all of them; as a fraction where they would never end.

    Example:
        >>> exact_decimal(Fraction(-5, 4)), exact_decimal(Fraction(7)), exact_decimal(Fraction(1, 3))
        ('-1.25', '7', '1/3')
    """
    rest, places = number.denominator, 0
    while rest % 10 == 0 or rest % 2 == 0 or rest % 5 == 0:
        rest = rest // 10 if rest % 10 == 0 else rest // 2 if rest % 2 == 0 else rest // 5
        places += 1
    if rest != 1:
        return str(number)
    if not places:
        return str(number.numerator)
    digits = str(abs(number) * 10**places).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return f"-{text}" if number < 0 else text
