"""Nodes to entities: a cattrs converter whose hooks take nodes and gather every fault.

cattrs chooses the hook for each type; the hooks are ours, because the library's own turn null into
``'None'``, accept nan, drop unknown keys, and know of no line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, NewType

from jmdmodel.codec import faults, scalars
from jmdmodel.codec.faults import FaultKind
from jmdmodel.codec.nodes import Node
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.codec.raw_faults import Faulty, RawFault, quoted
from jmdmodel.collection import Collection
from jmdmodel.fields import About, Broken, broken_by
from jmdmodel.ids import Ref
from jmdmodel.messages import Message, Say
from jmdmodel.period import Period
from jmdmodel.scales import Coded
from jmdmodel.spelling import nearest_name
from jmdmodel.workspace import Workspace

if TYPE_CHECKING:
    from cattrs import BaseConverter

_TWO = Say("Erwartet werden genau zwei Kennungen.", "Exactly two identifiers are expected.")
_RANGE = Say(
    "Möglich sind Zahlen von {lowest} bis {highest}.", "Numbers from {lowest} to {highest} are possible."
)
_FROM = Say("Möglich sind Zahlen ab {lowest}.", "Numbers from {lowest} are possible.")
_UP_TO = Say("Möglich sind Zahlen bis {highest}.", "Numbers up to {highest} are possible.")
_FORM = Say("Verlangt ist die Form {pattern}.", "The form {pattern} is needed.")
_DIGITS = Say(
    "Verlangt sind {counts} Ziffern, Nullen am Anfang mitgezählt.",
    "{counts} digits are needed, zeros at the start included.",
)
_OR = Say(" oder ", " or ")
_COUNTS = re.compile(r"\[0-9\]\{([0-9]+)\}")
_KNOWN = Say("Bekannt sind: {words}.", "Known are: {words}.")

Hook = Callable[[Node, Any], Any]


@cache
def node_converter() -> BaseConverter:
    """Give the converter; made on the first load, because its hooks cost more than reading a small file."""
    from cattrs import BaseConverter  # noqa: PLC0415 - a sound file never needs it

    converter = BaseConverter()
    converter.register_structure_hook(str, lambda node, _: scalars.read_text(node))
    converter.register_structure_hook(int, lambda node, _: scalars.read_int(node))
    converter.register_structure_hook(bool, lambda node, _: scalars.read_bool(node))
    converter.register_structure_hook(date, lambda node, _: scalars.read_date(node))
    converter.register_structure_hook(Fraction, lambda node, _: scalars.read_share(node))
    converter.register_structure_hook_factory(is_record, lambda cls: _record_hook(converter, cls))
    converter.register_structure_hook_func(lambda cls: cls is Ref, lambda node, _: scalars.read_ref(node))
    # By its class: before 26.1, the hook that cattrs has for all enums went before any chosen by a test.
    converter.register_structure_hook(Coded, scalars.read_coded)
    converter.register_structure_hook_func(
        lambda cls: isinstance(cls, NewType), lambda node, _: scalars.read_identifier(node)
    )
    return converter


def _record_hook(converter: BaseConverter, cls: type) -> Hook:
    """Make the hook of an entity: every field read, every fault kept, unknown keys named."""
    plans = plan_of(cls)
    hooks = {plan.name: _field_hook(converter, plan) for plan in plans if plan.name != "id"}
    known = frozenset(hooks) | (frozenset(["schema"]) if cls is Workspace else frozenset())
    keyed = any(plan.name == "id" for plan in plans)

    def structure(node: Node, identifier: Any) -> Any:
        entries = scalars.need_map(node)
        values: dict[str, Any] = {"id": identifier} if keyed else {}
        found: list[RawFault] = []
        for plan in plans:
            child = entries.get(plan.name)
            if child is None or plan.name == "id":
                if plan.required and plan.name != "id":
                    found.append(_missing(plan, node))
                continue
            try:
                values[plan.name] = hooks[plan.name](child, plan.type)
            except Faulty as faulty:
                found += [_of_field(fault, plan) for fault in faulty.faults]
        found += [unknown_key(name, child, known) for name, child in entries.items() if name not in known]
        if found:
            raise Faulty(*found)
        made = cls(**values)
        broken = _sense(made, node)
        if broken:
            raise Faulty(*broken)
        return made

    return structure


def _of_field(fault: RawFault, plan: FieldPlan) -> RawFault:
    placed = fault.under(plan.name)
    return placed.masked() if plan.hidden else placed


def _field_hook(converter: BaseConverter, plan: FieldPlan) -> Hook:
    one = _one_hook(converter, plan)
    if plan.shape == "many":
        return lambda node, kind: _read_many(node, kind, one)
    if plan.shape == "pair":
        return lambda node, kind: _read_pair(node, kind, one)
    if plan.shape == "collection":
        return lambda node, kind: _read_collection(node, kind, converter)
    return one


def _one_hook(converter: BaseConverter, plan: FieldPlan) -> Hook:
    """Make the hook of a single value, with the limits that its field declares."""
    told, hook = plan.about, converter.get_structure_hook(plan.type)
    if plan.type is str and told.terms is not None:
        return lambda node, _: scalars.read_identifier(node)
    if plan.type is str and told.pattern is not None:
        return lambda node, kind: _fitting(hook(node, kind), node, told)
    if plan.type is str and not told.lines:
        return lambda node, kind: _one_line(hook(node, kind), node)
    if told.minimum is not None or told.maximum is not None:
        return lambda node, kind: _in_range(hook(node, kind), node, told.minimum, told.maximum)
    if is_record(plan.type):
        return lambda node, _: hook(node, None)
    return hook


def _fitting(text: str, node: Node, told: About) -> str:
    if not re.fullmatch(str(told.pattern), text):
        raise scalars.fault(faults.BAD_PATTERN, node, expected=form_of(told), value=quoted(text))
    return text


def form_of(told: About) -> Message:
    """Say what the pattern of a field asks for: so many digits, else what the field says itself."""
    pattern = str(told.pattern)
    if told.help is not None:
        return Message.of(told.help)
    counts = [match.group(1) for part in pattern.split("|") if (match := _COUNTS.fullmatch(part))]
    if len(counts) < len(pattern.split("|")):
        return Message.of(_FORM, pattern=pattern)
    first, last = ", ".join(counts[:-1]), counts[-1]
    words = (f"{first}{_OR.de}{last}", f"{first}{_OR.en}{last}") if first else (last, last)
    return Message.of(_DIGITS, counts=Say(*words))


def _one_line(text: str, node: Node) -> str:
    if "\n" in text or "\r" in text or "\t" in text or text != text.strip():
        raise scalars.fault(faults.BAD_TEXT, node)
    return text


def _in_range(number: Any, node: Node, lowest: int | None, highest: int | None) -> Any:
    if (lowest is not None and number < lowest) or (highest is not None and number > highest):
        raise scalars.fault(
            faults.OUT_OF_RANGE, node, expected=_range(lowest, highest), value=quoted(node.text)
        )
    return number


def _range(lowest: int | None, highest: int | None) -> Message:
    """Say from where to where; as texts, because a year has no groups of three."""
    if highest is None:
        return Message.of(_FROM, lowest=str(lowest))
    if lowest is None:
        return Message.of(_UP_TO, highest=str(highest))
    return Message.of(_RANGE, lowest=str(lowest), highest=str(highest))


def _read_many(node: Node, kind: Any, one: Hook) -> tuple[Any, ...]:
    made, found = [], list[RawFault]()
    for number, item in enumerate(scalars.need_list(node), 1):
        try:
            made.append(one(item, kind))
        except Faulty as faulty:
            found += [fault.under(f"[{number}]") for fault in faulty.faults]
    if found:
        raise Faulty(*found)
    return tuple(made)


def _read_pair(node: Node, kind: Any, one: Hook) -> tuple[Any, ...]:
    made = _read_many(node, kind, one)
    if len(made) != 2:
        shown = quoted(", ".join(item.text for item in node.items))
        raise scalars.fault(faults.BAD_PATTERN, node, expected=Message.of(_TWO), value=shown)
    return made


def _read_collection(node: Node, kind: Any, converter: BaseConverter) -> Collection[Any]:
    made, found = [], list[RawFault]()
    hook = converter.get_structure_hook(kind)
    hidden = plan_of(kind)[0].hidden
    for number, (name, child) in enumerate(scalars.need_map(node).items(), 1):
        part, own = f"[{number}]" if hidden else f"/{name}", list[RawFault]()
        try:
            scalars.check_identifier(name, _at_key(child))
        except Faulty as faulty:
            own += faulty.faults
        try:  # a bad identifier hides nothing below it; that it is no year either need not be told
            made.append(hook(child, name))
        except Faulty as faulty:
            own += [fault for fault in faulty.faults if fault.path or not own]
        found += [(fault.masked() if hidden else fault).under(part) for fault in own]
    if found:
        raise Faulty(*found)
    return Collection(made)


def _at_key(node: Node) -> Node:
    return Node("scalar", node.key_line, node.key_column)


def _missing(plan: FieldPlan, node: Node) -> RawFault:
    label = plan.about.label
    values = (("key", plan.name), ("label", Say(_beside(plan.name, label.de), _beside(plan.name, label.en))))
    return RawFault(
        kind=faults.MISSING_KEY, line=node.key_line, column=node.key_column, values=values, path=(plan.name,)
    )


def _beside(key: str, label: str) -> str:
    """Give a label to stand in brackets beside its key, unless it says the same."""
    return "" if label.casefold() == key.replace("_", " ") else f" ({label})"


def unknown_key(name: str, child: Node, known: frozenset[str]) -> RawFault:
    """Give the fault of a key that the schema does not know, with the nearest one that it does."""
    near = nearest_name(name, known)
    expected = None if near else Message.of(_KNOWN, words=", ".join(sorted(known)))
    return RawFault(
        kind=faults.UNKNOWN_KEY,
        line=child.key_line,
        column=child.key_column,
        values=(("value", quoted(name)),),
        expected=expected,
        near=near,
        path=(name,) if name.isprintable() and name else ("?",),
    )


def _sense(made: Any, node: Node) -> list[RawFault]:
    if isinstance(made, Period):
        if made.is_ordered():
            return []
        values = (("since", made.since), ("until", made.until))
        return [RawFault(kind=faults.PERIOD_BACKWARDS, line=node.line, column=node.column, values=values)]
    return [_from_broken(broken, node) for broken in broken_by(made)]


def _from_broken(broken: Broken, node: Node) -> RawFault:
    name, _, rest = broken.field.partition("[")
    place = node.entries.get(name) if name else None
    line, column = (place.line, place.column) if place is not None else (node.key_line, node.key_column)
    if place is not None and rest and place.kind == "list":
        item = place.items[int(rest[:-1]) - 1]
        line, column = item.line, item.column
    return RawFault(
        kind=FaultKind(broken.code, broken.what.say, broken.remedy.say),
        line=line,
        column=column,
        values=tuple(sorted({*broken.what.values, *broken.remedy.values})),
        path=(broken.field,) if broken.field else (),
    )
