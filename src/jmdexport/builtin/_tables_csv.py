"""Flat tables as CSV, one file each, with a description that programs read (R-35).

An empty cell is an absent value: no text of a workspace is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from jmdexport.builtin import _tables_texts as texts
from jmdexport.builtin._impuls_cells import Dialect, guard
from jmdexport.builtin._tables_plain import as_text, plain
from jmdexport.records import Artifact
from jmdmodel.analysis.tables import Cell
from jmdmodel.flattening import FlatColumn, FlatTable
from jmdmodel.messages import Language

FOLDER = "tables"
PACKAGE = f"{FOLDER}/datapackage.json"
FORMAT, FORMAT_VERSION = "jmd-tables", "1.0"

_TYPES = {
    "text": "string",
    "code": "string",
    "integer": "integer",
    "year": "integer",
    "decimal": "number",
    "boolean": "boolean",
    "date": "date",
}


def csv_file(table: FlatTable, dialect: Dialect, guarded: list[dict[str, Any]]) -> Artifact:
    """Give a table as a file; cells that get an apostrophe are added to the list."""
    return Artifact(
        f"{FOLDER}/{table.name}.csv",
        "text/csv; charset=utf-8; header=present",
        _bytes(_lines(table, dialect, guarded), dialect),
    )


def _lines(table: FlatTable, dialect: Dialect, guarded: list[dict[str, Any]]) -> Iterator[Sequence[str]]:
    yield [column.name for column in table.columns]
    for number, row in enumerate(table.rows, start=2):
        cells = []
        for cell, column in zip(row, table.columns, strict=True):
            told = _cell(cell, dialect)
            if dialect.guards and isinstance(cell, str) and told != cell:
                guarded.append({"path": f"{table.name}.csv", "row": number, "column": column.name})
            cells.append(told)
        yield cells


def _cell(cell: Cell, dialect: Dialect) -> str:
    value = plain(cell)
    if isinstance(cell, str) and dialect.guards:
        return guard(cell)
    text = as_text(value)
    return text.replace(".", dialect.point) if isinstance(value, Decimal) else text


def _bytes(rows: Iterator[Sequence[str]], dialect: Dialect) -> bytes:
    """Give rows as bytes; unlike an empty text, an absent value is a cell without anything in it."""
    special = re.compile(f'[{re.escape(dialect.delimiter)}"\\r\\n]|^\\s|\\s$')

    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if special.search(cell) else cell

    lines = (dialect.delimiter.join(map(quoted, row)) + dialect.newline for row in rows)
    return "".join(lines).encode(dialect.encoding)


def resource(table: FlatTable, dialect: Dialect, language: Language) -> dict[str, Any]:
    """Describe a table and its file in the words of a Frictionless data package."""
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "title": table.title.in_(language),
        "titles": {"de": table.title.de, "en": table.title.en},
        **dialect.described(),
        "schema": schema(table, language, point=dialect.point),
    }


def schema(table: FlatTable, language: Language, *, point: str = ".") -> dict[str, Any]:
    """Describe the columns of a table as a Frictionless Table Schema."""
    told: dict[str, Any] = {
        "fields": [_described(column, language, point) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        told["primaryKey"] = list(table.key)
    return told


def _described(column: FlatColumn, language: Language, point: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type] if not column.many else "string",
        "title": column.label.in_(language),
        "description": _description(column, language),
        "titles": {"de": column.label.de, "en": column.label.en},
    }
    if column.type == "decimal":
        told["decimalChar"] = point
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.type == "code" and column.words is not None:
        told["labels"] = {word.code: word.label.in_(language) for word in column.words}
        if not column.many:
            limits["enum"] = [word.code for word in column.words]
    return told | ({"constraints": limits} if limits else {})


def _description(column: FlatColumn, language: Language) -> str:
    kind = texts.kind_of(column, language)
    told = f"{kind[:1].upper()}{kind[1:]}."
    return told if column.help is None else f"{told} {column.help.in_(language)}"
