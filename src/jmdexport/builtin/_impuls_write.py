"""Rows to the bytes of a file, column by column in portions: what repeats is worded once.

A cell is worded when its value comes for the first time; after that it is looked up, in C. Of a million rows
no more is kept than the portion in hand and the bytes that are finished.
"""

from __future__ import annotations

import io
import itertools
import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from jmdexport.builtin._impuls_cells import (
    MISSING,
    Dialect,
    day_cell,
    in_quotes,
    looked_through,
    number_cell,
    quoted,
    text_cell,
)
from jmdexport.builtin._impuls_columns import Column, File
from jmdexport.builtin._impuls_mapping import ImpulsMapping

PORTION = 2048
"""How many rows are in hand at a time."""

_KEPT = PORTION
"""How many worded cells a column keeps before it begins anew."""

_HARMLESS = re.compile(r"[a-z0-9][a-z0-9-]*(?:\n[a-z0-9][a-z0-9-]*)*")
"""Identifiers, one a line: none of them needs quotation marks or a guard."""


@attrs.frozen
class Guarded:
    """The rows of a column whose text got an apostrophe; the first line of a file is row 1."""

    path: str
    column: str
    rows: tuple[int, ...] = attrs.field(repr=lambda rows: f"<{len(rows)} rows>")


def file_bytes(
    file: File,
    rows: Iterable[Any],
    dialect: Dialect,
    mapping: ImpulsMapping,
    *,
    decimals: Mapping[str, int] | None = None,
    things: bool = False,
) -> tuple[bytes, tuple[Guarded, ...]]:
    """Give the bytes of a file, and which cells were guarded.

    Args:
        file: The file.
        rows: Its rows.
        dialect: How it is written.
        mapping: The names of columns and codes.
        decimals: How many decimals numbers have, by column, where the column itself does not say.
        things: Whether the rows are things of the model, whose attributes the columns name.
    """
    asked = decimals or {}
    writers = [
        _writer(column, dialect, mapping.codes_of(column), asked.get(column.name, column.decimals), things)
        for column in file.columns
    ]
    names = [quoted(mapping.called(file, column), dialect) for column in file.columns]
    out = io.BytesIO()
    out.write((dialect.delimiter.join(names) + dialect.newline).encode(dialect.encoding))
    waiting, first, end = iter(rows), 2, dialect.newline.encode()
    while portion := list(itertools.islice(waiting, PORTION)):
        cells = zip(*[writer.cells(portion, first) for writer in writers], strict=True)
        out.write(end.join(map(str.encode, map(dialect.delimiter.join, cells))) + end)
        first += len(portion)
    guarded = (
        Guarded(file.name, writer.column.name, tuple(writer.guarded)) for writer in writers if writer.guarded
    )
    return out.getvalue(), tuple(guarded)


class _Memo(dict[Any, str]):
    """Cells by value; one that is not known yet is worded."""

    def __init__(self, worded: Callable[[Any], str]) -> None:
        super().__init__()
        self.worded = worded

    def __missing__(self, value: Any) -> str:
        cell = self[value] = self.worded(value)
        return cell


class _Cells:
    """Writes one column."""

    def __init__(self, column: Column, values: Callable[[Any], Any], worded: Callable[[Any], str]) -> None:
        self.column = column
        self.values = values
        self.memo = _Memo(worded)
        self.guarded: list[int] = []

    def cells(self, portion: Sequence[Any], first: int) -> Sequence[str]:  # noqa: ARG002 - texts need it
        """Give the cells of some rows; *first* is the number of the first one."""
        if len(self.memo) > _KEPT:
            self.memo.clear()
        return list(map(self.memo.__getitem__, map(self.values, portion)))


class _Texts(_Cells):
    """Writes a column of texts and notes which of them were guarded."""

    def __init__(self, column: Column, values: Callable[[Any], Any], dialect: Dialect) -> None:
        super().__init__(column, values, str)
        self._dialect = dialect
        self._worded: dict[str | None, Any] = {None: MISSING}
        self._guarded: set[str | None] = set()

    def cells(self, portion: Sequence[Any], first: int) -> Sequence[str]:
        return self.worded_all(list(map(self.values, portion)), first)

    def worded_all(self, texts: Sequence[str | None], first: int) -> Sequence[str]:
        """Give the cells of some texts; *first* is the number of the row of the first one."""
        worded = self._worded
        try:
            made = list(map(worded.__getitem__, texts))
        except KeyError:  # not all of them have come before
            self._learn(texts)
            made = list(map(worded.get, texts, texts))
        if self._guarded:
            self.guarded += itertools.compress(itertools.count(first), map(self._guarded.__contains__, texts))
        return made

    def _learn(self, texts: Sequence[str | None]) -> None:
        """Word the texts that do not stand as they are; keep the others too where they repeat."""
        worded, guarded, dialect = self._worded, self._guarded, self._dialect
        if len(worded) > _KEPT:
            worded.clear()
            guarded.clear()
            worded[None] = MISSING
        different: dict[Any, None] = dict.fromkeys(texts)
        different.pop(None, None)
        if 2 * len(different) < len(texts):
            worded.update(zip(different, different, strict=True))
        to_quote, others = looked_through(different, dialect)
        worded.update(zip(to_quote, map(in_quotes, to_quote), strict=True))
        for text in others:
            cell = text_cell(text, dialect)
            worded[text] = quoted(cell, dialect)
            if cell != text:
                guarded.add(text)


class _Keys(_Texts):
    """Writes a column of identifiers that differ in each row, but rarely hold anything to look at."""

    def cells(self, portion: Sequence[Any], first: int) -> Sequence[str]:
        texts = list(map(self.values, portion))
        return texts if _HARMLESS.fullmatch("\n".join(texts)) else self.worded_all(texts, first)


class _Lists(_Texts):
    """Writes a column whose cells hold several identifiers or codes, joined by a blank."""

    def __init__(
        self,
        column: Column,
        values: Callable[[Any], Any],
        dialect: Dialect,
        one: Callable[[Any], str],
    ) -> None:
        super().__init__(column, values, dialect)
        self._one = one

    def cells(self, portion: Sequence[Any], first: int) -> Sequence[str]:
        one, lists = self._one, list(map(self.values, portion))
        if not any(lists):
            return [MISSING] * len(lists)
        return self.worded_all([" ".join(map(one, parts)) if parts else None for parts in lists], first)


def _writer(  # noqa: PLR0911 - one line a kind
    column: Column,
    dialect: Dialect,
    codes: Mapping[str, str],
    decimals: int,
    things: bool,  # noqa: FBT001
) -> _Cells:
    source = column.source if things else column.name
    made = column.made if things else None
    values = operator.attrgetter(source)

    def code(word: Any) -> str:
        return codes.get(word.code, word.code)

    match column.kind:
        case "text":
            return _Texts(column, values, dialect)
        case "id" if things and source == "id":
            return _Keys(column, values, dialect)
        case "id":
            return _Texts(column, values, dialect)
        case "ids":
            return _Lists(column, values, dialect, str)
        case "codes":
            return _Lists(column, values, dialect, code)
        case "code" if column.required:  # the word behind the member of an enum is found without its hash
            renamed = {word.value: quoted(code(word), dialect) for word in column.words}
            return _Cells(column, operator.attrgetter(f"{source}._value_"), renamed.__getitem__)
        case "code":
            return _Cells(
                column, values, lambda word: MISSING if word is None else quoted(code(word), dialect)
            )
        case "day":
            return _Cells(column, values, lambda day: day_cell(day, dialect))
        case "number" if made is not None:
            return _Cells(column, values, lambda value: number_cell(made(value), dialect, decimals=decimals))
        case "number":
            return _Cells(column, values, lambda value: number_cell(value, dialect, decimals=decimals))
        case _:
            return _Cells(column, values, lambda value: number_cell(value, dialect))
