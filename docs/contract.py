"""The contract with plugins as text: every record, function and hook with its exact signature.

``python docs/contract.py`` prints it. The lines of each version are kept in ``tests/plugins/contract-….txt``
for ever: a new version may add lines whose value has a default, and takes none away.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from jmdexport import hookspecs, options, records
from jmdexport.records import (
    API_VERSION,
    Artifact,
    Exporter,
    ExportRequest,
    MadeBy,
    Medium,
    NoOptions,
    Reason,
)

RECORDS: tuple[type[Any], ...] = (Exporter, Medium, ExportRequest, Artifact, MadeBy, NoOptions, Reason)
"""What passes between library and plugin."""
NAMES = re.compile(r"\b(?:jmdexport|jmdmodel|collections|typing|datetime|pathlib)(?:\.\w+)*\.(?=\w)")
_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n        .*)*)", re.MULTILINE)
_INTRO = f"""\
# The contract with plugins

Version {API_VERSION}. This is all that an exporter and the library know of each other, with the exact
signatures of the code; [Hooks](../extending/hooks.md) tells when what happens, and
[Write an exporter](../how-to/write-an-exporter.md) shows it at work.

Rules of the version, `jmdexport.API_VERSION`:

- The *second* number rises when a record gets a further field or a hook is added. New fields have defaults,
  so an exporter written for an earlier version of the same first number works on, unchanged.
- The *first* number rises when something is taken away or means another thing. What goes is announced by a
  warning at least one release before.
- A plugin that needs a later field asks for the release of the library that has it, in its own dependencies.
- Names that do not stand here are no part of the contract, even if they can be imported.
"""


def signatures() -> tuple[str, ...]:
    """Give one line for each part of the contract, in an order that stays."""
    return tuple(line for part in (*map(_record, RECORDS), _functions()) for line in part)


def contract_page(note: str) -> str:
    """Give the page of the docs."""
    lines = [note, _INTRO]
    for record in RECORDS:
        told = attributes(record)
        lines += [f"## {record.__name__}", "", _first(record), ""]
        fields = [field for field in attrs.fields(record) if field.init]
        if fields:
            lines += ["| field | type | default | meaning |", "| --- | --- | --- | --- |"]
            for field in fields:
                cells = (f"`{field.name}`", f"`{_type(field.type)}`", _default(field), told[field.name])
                lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
            lines.append("")
        for name, method in methods(record):
            lines += [f"`{name}{_signature(method)}`", f": {_first(method)}", ""]
    lines += ["## Functions and hooks", ""]
    for name, function in functions():
        lines += [f"`{name}{_signature(function)}`", f": {_first(function)}", ""]
    return "\n".join(lines).rstrip() + "\n"


def attributes(record: type[Any]) -> dict[str, str]:
    """Give what the docstring of a record says of each of its fields."""
    text = inspect.getdoc(record) or ""
    listed = text.partition("Attributes:\n")[2].partition("\n\n")[0]
    found = {name: " ".join(told.split()) for name, told in _ATTRIBUTE.findall(listed)}
    return {name: re.sub(r"``(.*?)``", r"`\1`", told) for name, told in found.items()}


def methods(record: type[Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the public methods of a record by name."""
    for name, value in sorted(vars(record).items()):
        method = value.__func__ if isinstance(value, classmethod) else value
        if inspect.isfunction(method) and not name.startswith("_"):
            yield f"{record.__name__}.{name}", method


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the functions and hooks that a plugin uses."""
    yield "option", options.option
    for name, value in sorted(vars(hookspecs).items()):
        if inspect.isfunction(value) and value.__module__ == hookspecs.__name__:
            yield name, value


def _record(record: type[Any]) -> Iterator[str]:
    for field in attrs.fields(record):
        if field.init:
            way = "" if field.kw_only else " (by place)"
            default = "" if field.default is attrs.NOTHING else f" = {_value(field)}"
            yield f"{record.__name__}.{field.name}: {_type(field.type)}{default}{way}"
    for name, method in methods(record):
        yield f"{name}{_signature(method)}"


def _functions() -> Iterator[str]:
    for name, function in functions():
        yield f"{name}{_signature(function)}"
    yield f"Render: {_type(records.Render)}"


def _signature(function: Callable[..., Any]) -> str:
    signature = inspect.signature(function)
    kept = [
        one.replace(annotation=_Plain(_type(one.annotation)))
        for one in signature.parameters.values()
        if one.name not in {"self", "cls"}
    ]
    told = signature.replace(parameters=kept, return_annotation=_Plain(_type(signature.return_annotation)))
    return str(told)


class _Plain:
    """A type as it is to be printed."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _type(kind: Any) -> str:
    text = kind if isinstance(kind, str) else inspect.formatannotation(kind)
    return NAMES.sub("", text).replace("NoneType", "None").replace("~", "")


def _value(field: attrs.Attribute[Any]) -> str:
    value = field.default
    if isinstance(value, type):
        return value.__name__
    return str(value) if not isinstance(value, str | tuple) else repr(value)


def _default(field: attrs.Attribute[Any]) -> str:
    return "" if field.default is attrs.NOTHING else f"`{_value(field)}`"


def _first(thing: Any) -> str:
    text = " ".join((inspect.getdoc(thing) or "").partition("\n\n")[0].split())
    return re.sub(r"``(.*?)``", r"`\1`", text)


if __name__ == "__main__":
    print("\n".join(signatures()))
