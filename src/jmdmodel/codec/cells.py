"""CSV text to cells with their places: separators, quotation marks, and nothing guessed beyond that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from jmdmodel.codec import part_faults
from jmdmodel.codec.raw_faults import RawFault

Cell: TypeAlias = tuple[str, int, int]
"""Text, line and column; lines and columns are counted from 1."""

SEPARATORS = (";", ",")
_CLOSED = re.compile(r'[^"\n]|"(?:[^"]++|"")*+"')
"""What goes on in the next line when it is wrong; marks that are never closed take all that follows."""


def rows_of(text: str, found: list[RawFault]) -> Iterator[list[Cell]]:
    """Yield the rows of a text; rows in which nothing stands are left out.

    The separator is the one that the first line has; a semicolon where it has none. What is wrong with
    quotation marks is added to the faults, and its row is left out.
    """
    text = text.replace("\r\n", "\n")
    first = text.partition("\n")[0]
    separator = next((sign for sign in SEPARATORS if sign in first), SEPARATORS[0])
    at, line = 0, 1
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if '"' not in text[at:end]:
            row, column = [], 1
            for cell in text[at:end].split(separator):
                row.append((cell, line, column))
                column += len(cell) + 1
            at, line = end + 1, line + 1
        else:
            row, at, line, fault = _quoted_row(text, at, line, separator)
            if fault is not None:
                found.append(fault)
                continue
        if any(cell for cell, _, _ in row):
            yield row


def _quoted_row(
    text: str, at: int, line: int, separator: str
) -> tuple[list[Cell], int, int, RawFault | None]:
    """Read a row with quotation marks, which may go over several lines."""
    row: list[Cell] = []
    begin = at
    while True:
        match = _cell(separator).match(text, at)
        column = at - begin + 1
        if match is None:
            fault = RawFault(kind=part_faults.BAD_QUOTES, line=line, column=column)
            end = text.find("\n", at) if _CLOSED.match(text, at) else -1
            return [], (len(text) if end < 0 else end) + 1, line + 1, fault
        quoted, plain, ending = match.groups()
        row.append((plain if quoted is None else quoted.replace('""', '"'), line, column))
        if quoted is not None and "\n" in quoted:
            line += quoted.count("\n")
            begin = at + match.group().rindex("\n", 0, len(match.group()) - len(ending)) + 1
        at = match.end()
        if ending != separator:
            return row, at + (not ending), line + 1, None


@cache
def _cell(separator: str) -> re.Pattern[str]:
    return re.compile(rf'(?:"((?:[^"]++|"")*+)"|([^"{separator}\n]*))({separator}|\n|\Z)')
