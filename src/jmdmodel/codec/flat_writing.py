"""Collections to CSV in its one canonical form: semicolons, every column, quotation marks where needed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from jmdmodel.codec.canonical import to_plain
from jmdmodel.codec.flat import Column, columns_of
from jmdmodel.scales import Coded

_NEEDS_QUOTES = re.compile(r'[;"\r\n]')


def table_text(collection: str, things: Iterable[Any]) -> str:
    r"""Give things of a flat collection as CSV, in the order of their identifiers.

    Example:
        >>> from jmdmodel.entities import StaffRole
        >>> table_text("staff", [StaffRole(id="beratung", function="Beratung; Netz")]).split("\n")[1][:25]
        'beratung;"Beratung; Netz"'
    """
    columns = columns_of(collection)
    lines = [";".join(column.name for column in columns)]
    lines += [
        ";".join(_quoted(_cell(thing, column)) for column in columns)
        for thing in sorted(things, key=lambda thing: thing.id)
    ]
    return "\n".join(lines) + "\n"


def _cell(thing: Any, column: Column) -> str:
    held = thing
    for name in column.path:
        held = getattr(held, name) if held is not None else None
    if held is None:
        return ""
    return " ".join(_word(item) for item in held) if column.many else _word(held)


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.code if isinstance(value, Coded) else str(to_plain(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
