"""Workspaces to the one canonical text: fixed order, defaults left out, comments where they belong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from jmdmodel.codec.comments import NATURAL_KEYS, Comments, item_keys
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.codec.quoting import apart, block, scalar
from jmdmodel.ids import Ref
from jmdmodel.scales import Coded
from jmdmodel.workspace import Workspace

_WIDTH = 100
"""How long a list on one line may be before it gets a line for each item."""


def to_plain(value: Any) -> Any:
    """Give a value of the model as dicts, lists, texts and numbers: what JSON holds and templates get.

    Defaults are left out, collections become dicts by identifier. Shares become floats of their exact
    decimal form, as they have four decimals at most.

    Example:
        >>> from jmdmodel.period import Period
        >>> to_plain(Period(since=date(2024, 2, 29)))
        {'since': '2024-02-29'}
    """
    if isinstance(value, Coded):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    if isinstance(value, Ref):
        return str(value)
    if not is_record(type(value)):
        return value
    plain: dict[str, Any] = {}
    for plan, held in told_fields(value):
        if plan.shape == "one":
            plain[plan.name] = to_plain(held)
        elif plan.shape == "collection":
            plain[plan.name] = {thing.id: to_plain(thing) for thing in (*held, *held.beyond())}
        else:
            plain[plan.name] = [to_plain(item) for item in held]
    return plain


def json_text(workspace: Workspace, *, schema: int) -> str:
    """Give a workspace as canonical JSON: two blanks of indentation, a line feed at the end."""
    return plain_json({"schema": schema, **to_plain(workspace)})


def plain_json(plain: Any) -> str:
    """Give plain data as JSON in the canonical form."""
    text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    return apart(text, lambda accent: json.dumps(accent)[1:-1])


def yaml_text(workspace: Workspace, *, schema: int, comments: Comments) -> tuple[str, Comments]:
    """Give a workspace as canonical YAML, and the comments that found no place in it."""
    return fields_text(told_fields(workspace), schema=schema, comments=comments)


def fields_text(
    told: Iterable[tuple[FieldPlan, Any]], *, schema: int, comments: Comments
) -> tuple[str, Comments]:
    """Give some fields of a workspace as the canonical YAML of a document that has only these."""
    writer = _Writer(comments)
    writer.line(0, f"schema: {schema}", ".schema")
    for plan, held in told:
        writer.field(plan, held, 0, "", apart=True)
    lines = [*writer.lines, *([""] if comments.tail else []), *comments.tail]
    return "\n".join(lines) + "\n", writer.left_over()


def told_fields(value: Any) -> Iterator[tuple[FieldPlan, Any]]:
    """Yield the fields that say something: not the identifier, not what is as it is by default."""
    for plan in plan_of(type(value)):
        held = getattr(value, plan.name)
        if plan.name != "id" and (plan.required or held != plan.default):
            yield plan, held


@attrs.define
class _Writer:
    comments: Comments
    lines: list[str] = attrs.field(factory=list)
    used: set[str] = attrs.field(factory=set)

    def line(self, indent: int, text: str, *paths: str, apart: bool = False) -> None:
        """Write a line with the comments of the places that it stands for."""
        pad = " " * indent
        if apart:
            self.lines.append("")
        for path in paths:
            if path in self.comments.above and f"above {path}" not in self.used:
                self.used.add(f"above {path}")
                self.lines += [pad + comment if comment else "" for comment in self.comments.above[path]]
        ends = [path for path in paths if path in self.comments.end and f"end {path}" not in self.used]
        self.used |= {f"end {path}" for path in ends[:1]}
        self.lines.append(f"{pad}{text}  {self.comments.end[ends[0]]}" if ends else pad + text)

    def left_over(self) -> Comments:
        """Give the comments that were not written."""
        return Comments(
            above={
                path: text for path, text in self.comments.above.items() if f"above {path}" not in self.used
            },
            end={path: text for path, text in self.comments.end.items() if f"end {path}" not in self.used},
            orphans=self.comments.orphans,
        )

    def field(
        self, plan: FieldPlan, held: Any, indent: int, path: str, *, apart: bool = False, lead: str = ""
    ) -> None:
        """Write one field; ``lead`` is the dash of a list item whose first field this is."""
        place = f"{path}.{plan.name}"
        places = (path, place) if lead else (place,)
        key = lead + plan.name
        inner = indent + len(lead) + 2
        if plan.shape == "collection":
            self.line(indent, f"{key}:", *places, apart=apart)
            for thing in sorted((*held, *held.beyond()), key=lambda thing: thing.id):
                self.entry(thing, inner, f"{place}.{thing.id}")
        elif plan.shape != "one":
            self.sequence(plan, held, indent, key, places, apart=apart)
        elif is_record(type(held)):
            self.line(
                indent,
                f"{key}:" + ("" if any(True for _ in told_fields(held)) else " {}"),
                *places,
                apart=apart,
            )
            for part, value in told_fields(held):
                self.field(part, value, inner, place)
        else:
            self.scalar(held, indent, key, places, inner, apart=apart)

    def scalar(
        self, held: Any, indent: int, key: str, places: tuple[str, ...], inner: int, *, apart: bool
    ) -> None:
        """Write one value behind its key, a text of several lines as a block."""
        lines = block(held) if isinstance(held, str) and "\n" in held else None
        if lines is None:
            self.line(indent, f"{key}: {_scalar(held)}", *places, apart=apart)
            return
        self.line(indent, f"{key}: {lines[0]}", *places, apart=apart)
        self.lines += [" " * inner + line if line else "" for line in lines[1:]]

    def entry(self, thing: Any, indent: int, path: str) -> None:
        """Write one thing of a collection under its identifier."""
        told = list(told_fields(thing))
        self.line(indent, f"{_key(thing.id)}:" + ("" if told else " {}"), path)
        for plan, held in told:
            self.field(plan, held, indent + 2, path)

    def sequence(
        self, plan: FieldPlan, held: Any, indent: int, key: str, places: tuple[str, ...], *, apart: bool
    ) -> None:
        """Write a list: scalars on one line while they fit, records item by item."""
        inner = indent + len(key) - len(plan.name) + 2
        if not is_record(plan.type):
            keys = item_keys([_natural(item) for item in held])
            places_of = [f"{places[-1]}[{name}]" for name in keys]
            flow = f"{key}: [{', '.join(_scalar(item, flow=True) for item in held)}]"
            if indent + len(flow) <= _WIDTH and not self.comments.speak_of(places_of):
                self.line(indent, flow, *places, apart=apart)
                return
            self.line(indent, f"{key}:", *places, apart=apart)
            for place, item in zip(places_of, held, strict=True):
                self.line(inner, f"- {_scalar(item)}", place)
            return
        self.line(indent, f"{key}:", *places, apart=apart)
        keys = item_keys([_natural(item) for item in held])
        for name, item in zip(keys, held, strict=True):
            path = f"{places[-1]}[{name}]"
            told = list(told_fields(item))
            if not told:
                self.line(inner, "- {}", path)
            for number, (part, value) in enumerate(told):
                self.field(
                    part, value, inner if number == 0 else inner + 2, path, lead="- " if number == 0 else ""
                )


def _scalar(value: Any, *, flow: bool = False) -> str:
    if isinstance(value, str):
        return scalar(value, flow=flow)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Coded):
        return scalar(value.code, flow=flow) if isinstance(value.value, str) else value.code
    return str(to_plain(value))


def _key(identifier: str) -> str:
    return identifier if identifier.isdigit() and identifier[0] != "0" else scalar(identifier)


def _natural(item: Any) -> str | None:
    if not is_record(type(item)):
        return str(to_plain(item))
    told = {plan.name: held for plan, held in told_fields(item) if plan.shape == "one"}
    return next((str(to_plain(told[name])) for name in NATURAL_KEYS if name in told), None)
