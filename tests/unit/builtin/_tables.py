"""Read back what the exporter ``tables`` wrote, in each of its forms, as the plain values of flat rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from unittest import mock

from jmdexport.builtin._impuls_cells import DIALECTS, unguard
from jmdexport.builtin._tables_plain import Plain, plain
from jmdexport.builtin._tables_workbook import HEADS, sheet_name
from jmdexport.builtin.tables import EXPORTER, TablesOptions, render
from jmdexport.records import Artifact, ExportRequest
from jmdmodel.flattening import FlatTable
from jmdmodel.messages import Language
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import AS_OF, YEAR

Rows = list[tuple[Plain, ...]]


def made(
    workspace: Workspace,
    suffix: str,
    *,
    audience: Audience = Audience.SOCIAL,
    language: Language = "de",
    **options: Any,
) -> dict[str, Artifact]:
    """Export a workspace; give the files by name."""
    medium = EXPORTER.medium(suffix)
    assert medium is not None
    request = ExportRequest(
        view=redact(workspace, audience),
        options=TablesOptions(**options),
        medium=medium,
        year=YEAR,
        as_of=AS_OF,
        audience=audience,
        language=language,
    )
    return {one.name: one for one in render(request)}


def plain_rows(table: FlatTable) -> Rows:
    """Give the rows of a table as every form has to give them back."""
    return [tuple(plain(cell) for cell in row) for row in table.rows]


def from_csv(data: bytes, table: FlatTable, dialect: str = "data") -> Rows:
    how = DIALECTS[dialect]
    lines = csv.reader(io.StringIO(data.decode(how.encoding), newline=""), delimiter=how.delimiter)
    head, *rows = list(lines)
    assert head == [column.name for column in table.columns]
    return [
        tuple(_typed(text, column.type, dialect) for text, column in zip(row, table.columns, strict=True))
        for row in rows
    ]


def _typed(text: str, kind: str, dialect: str) -> Plain:
    if text == "":
        return None
    if kind in {"integer", "year"}:
        return int(text)
    if kind == "decimal":
        return text if "/" in text else Decimal(text.replace(DIALECTS[dialect].point, "."))
    if kind == "boolean":
        return {"true": True, "false": False}[text]
    if kind == "date":
        return date.fromisoformat(text)
    return unguard(text) if DIALECTS[dialect].guards else text


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def opened(data: bytes) -> Any:
    """Open a workbook, with texts as spreadsheets read them: openpyxl by itself leaves escapes in them."""
    import openpyxl

    with mock.patch("openpyxl.reader.excel.read_string_table", _texts):
        return openpyxl.load_workbook(io.BytesIO(data))


def _texts(source: Any) -> list[str]:
    from openpyxl.cell.text import Text
    from openpyxl.xml.constants import SHEET_MAIN_NS
    from openpyxl.xml.functions import iterparse

    items = (node for _, node in iterparse(source) if node.tag == f"{{{SHEET_MAIN_NS}}}si")
    return [_ESCAPED.sub(lambda hit: chr(int(hit[1], 16)), Text.from_tree(node).content) for node in items]


def from_workbook(book: Any, table: FlatTable) -> Rows:
    """Give the rows of a sheet; what a spreadsheet cannot hold exactly stands there as a text."""
    if not table.rows:
        return []
    head, _, *rows = list(book[sheet_name(table.name)].iter_rows(values_only=True))
    assert list(head) == [column.name for column in table.columns]
    return [
        tuple(_cell(value, column.type) for value, column in zip(row, table.columns, strict=True))
        for row in rows
    ]


def _cell(value: Any, kind: str) -> Plain:
    if isinstance(value, str) and kind not in {"text", "code"}:
        return _typed(value, kind, "data")
    if isinstance(value, datetime):
        return value.date()
    if kind == "decimal" and value is not None:
        return Decimal(repr(value))
    told: Plain = value
    return told


def from_parquet(data: bytes, table: FlatTable) -> Rows:
    import pyarrow.parquet as pq

    read = pq.read_table(io.BytesIO(data))
    assert read.column_names == [column.name for column in table.columns]
    columns: Sequence[list[Plain]] = [read.column(name).to_pylist() for name in read.column_names]
    return list(zip(*columns, strict=True)) if read.num_rows else []


def heights(book: Any) -> int:
    """Give how many rows of data all sheets have."""
    return sum(sheet.max_row - HEADS for sheet in book.worksheets[2:])
