"""Flat tables as Parquet, one file each: typed columns, absent values absent (R-35).

The pages are not compressed, so that the last search before a file leaves the house can read all of them.
Arrays are made of plain bytes: the constructor for lists looks into the environment of the process.
"""

from __future__ import annotations

import io
import json
from array import array
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, Literal

from jmdexport.builtin._tables_csv import FOLDER, FORMAT, FORMAT_VERSION, schema
from jmdexport.builtin._tables_plain import Plain, as_text, plain
from jmdexport.errors import MissingExtra
from jmdexport.records import Artifact
from jmdmodel.flattening import FlatColumn, FlatTable
from jmdmodel.messages import Language

if TYPE_CHECKING:
    import pyarrow as pa

MEDIA_TYPE: Final = "application/vnd.apache.parquet"
DIGITS, PLACES = 28, 10
"""How a decimal is kept: as many digits in all, as many of them behind the point."""
_BIGGEST = 2**63
_EPOCH = date(1970, 1, 1)
_ORDER: Final[Literal["little", "big"]] = "little" if array("H", [1]).tobytes()[0] else "big"
"""Which byte of a number comes first on this machine, as arrays in memory have it."""


def parquet_file(table: FlatTable, language: Language) -> Artifact:
    """Give a table as a Parquet file.

    Raises:
        MissingExtra: The extra ``parquet`` is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to load
        import pyarrow.parquet as pq  # noqa: PLC0415 - as above
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "pyarrow":
            raise
        raise MissingExtra("parquet", "pyarrow") from error
    columns = [
        _column(column, [plain(row[place]) for row in table.rows], pa)
        for place, column in enumerate(table.columns)
    ]
    shape = pa.schema(
        [
            pa.field(column.name, made.type, nullable=not column.required)
            for column, made in zip(table.columns, columns, strict=True)
        ]
    )
    told = {"format": FORMAT, "format_version": FORMAT_VERSION, "title": table.title.in_(language)}
    told |= {"schema": json.dumps(schema(table, language), ensure_ascii=False)}
    sink = io.BytesIO()
    with pq.ParquetWriter(sink, shape, compression="none", store_schema=False) as writer:
        writer.write_table(pa.Table.from_arrays(columns, schema=shape))
        writer.add_key_value_metadata(told)
    return Artifact(f"{FOLDER}/{table.name}.parquet", MEDIA_TYPE, sink.getvalue())


def _column(column: FlatColumn, values: list[Plain], pa: Any) -> pa.Array:
    """Give the values of a column in its type; as texts where one of them would not be kept exactly."""
    kind = "text" if column.many else column.type
    if kind in {"text", "code"} or not all(value is None or _fits(value) for value in values):
        return _texts([None if value is None else as_text(value) for value in values], pa)
    there = _bits([value is not None for value in values])
    if kind == "boolean":
        shape, data = pa.bool_(), _bits([value is True for value in values])
    elif kind == "date":
        days = ((value - _EPOCH).days if isinstance(value, date) else 0 for value in values)
        shape, data = pa.date32(), array("i", days).tobytes()
    elif kind == "decimal":
        shape = pa.decimal128(DIGITS, PLACES)
        data = b"".join(
            int(Fraction(value) * 10**PLACES).to_bytes(16, _ORDER, signed=True)
            if isinstance(value, Decimal)
            else bytes(16)
            for value in values
        )
    else:
        numbers = (value if isinstance(value, int) else 0 for value in values)
        shape, data = pa.int64(), array("q", numbers).tobytes()
    return pa.Array.from_buffers(shape, len(values), [pa.py_buffer(there), pa.py_buffer(data)])


def _texts(values: list[str | None], pa: Any) -> pa.Array:
    parts = [(value or "").encode() for value in values]
    ends = array("i", accumulate(map(len, parts), initial=0))
    buffers = [_bits([value is not None for value in values]), ends.tobytes(), b"".join(parts)]
    return pa.Array.from_buffers(pa.string(), len(values), [pa.py_buffer(part) for part in buffers])


def _bits(values: list[bool]) -> bytes:
    """Pack truth values, the first into the lowest bit."""
    number = int("".join("01"[value] for value in reversed(values)) or "0", 2)
    return number.to_bytes(len(values) // 8 + 1, "little")


def _fits(value: Plain) -> bool:
    if isinstance(value, Decimal):
        parts: Fraction = Fraction(value) * 10**PLACES
        return parts.denominator == 1 and abs(parts) < 10**DIGITS
    return not isinstance(value, str) and (not isinstance(value, int) or -_BIGGEST <= value < _BIGGEST)
