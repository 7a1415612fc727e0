r"""Cells of a table as text: numbers typed, texts that a spreadsheet would run guarded by one apostrophe.

A text is guarded when it, or a piece of it behind a separator or a line break, begins like a formula. What
only looks like one stays as it is: negative numbers, telephone numbers, handles, list marks. A text that
begins with an apostrophe gets a second one, so that taking one away always gives the text back. Within a
guarded text, a piece behind a separator that would run gets one of its own: whoever opens the file with
another separator cuts the text there.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from jmdmodel.messages import in_date, in_decimal

_BEFORE = " \t\r\n\v\f\u00a0\ufeff\u200b\"'"
_CUTS = ";,\t\r\n"
_ALWAYS = "=|%＝＋－＠"
_RISKY = frozenset(f"{_ALWAYS}+-@")
_PIECES = re.compile(f"([{_CUTS}])")
_HARMLESS = re.compile(
    r"[+-]?\d+([.,]\d+)* ?%?"  # a number
    r"|\+[1-9]\d{0,2} [(0-9][0-9 ()/-]*"  # a telephone number
    r"|(?P<words>[-+@]{1,2} ?[^\W\d_]{3,}[\w .-]*)"
    r"|-"
)
"""What begins with a sign and is no formula, unless a word in it is the name of a cell."""
_CELL = re.compile(r"\b[A-Za-z]{1,3}\d+\b")
_MARK = re.compile(r"'*\.")


def _word(never: str) -> str:
    """Give the pattern of a piece without some characters that begins with a harmless one."""
    return f"[^{_CUTS}{_BEFORE}{_ALWAYS}+\\-@{never}][^{_CUTS}{never}]*+"


def _piece(never: str = "") -> str:
    """Give the pattern of a piece without some characters that begins with no sign; it may be empty."""
    before = "".join(sign for sign in _BEFORE if sign not in _CUTS + never)
    return f"[{before}]*+(?:{_word(never)})?+"


_PLAIN = re.compile(f"(?!'|\\.\\Z){_piece()}(?:[{_CUTS}]{_piece()})*+")
"""Texts that surely need no guard: most of them, told at once."""

MISSING = "."
"""What stands in a cell whose value is missing or hidden."""


def guard(text: str) -> str:
    """Give a text so that no spreadsheet runs it.

    Example:
        >>> guard("=1+1"), guard("-5"), guard("+49 341 1234567"), guard("'neu'"), guard("x;=1")
        ("'=1+1", '-5', '+49 341 1234567', "''neu'", "'x;'=1")
    """
    if _PLAIN.fullmatch(text):
        return text
    first, *further = pieces = _PIECES.split(text)
    if not _is_risky(text, pieces):
        return text
    if not further:
        return "'" + text
    return "'" + first + "".join(f"'{piece}" if _is_marked(piece) else piece for piece in further)


def unguard(text: str) -> str:
    """Give back the text that :func:`guard` was given."""
    if not text.startswith("'"):
        return text
    first, *further = _PIECES.split(text[1:])
    return first + "".join(piece.removeprefix("'") for piece in further)


def needs_guard(text: str) -> bool:
    """Tell whether a text gets an apostrophe: it begins with one, is the missing mark, or may run."""
    return not _PLAIN.fullmatch(text) and _is_risky(text, _PIECES.split(text))


def _is_risky(text: str, pieces: Sequence[str]) -> bool:
    return text.startswith("'") or text == MISSING or any(map(_may_run, pieces))


def _is_marked(piece: str) -> bool:
    return piece.startswith("'") or _may_run(piece)


def _may_run(piece: str) -> bool:
    start = piece.lstrip(_BEFORE)
    if start[:1] not in _RISKY:
        return False
    harmless = _HARMLESS.fullmatch(start)
    return harmless is None or (harmless["words"] is not None and _CELL.search(start) is not None)


@attrs.frozen(kw_only=True)
class Dialect:
    """How a table is written: for spreadsheets of offices, or for programs. German: CSV-Dialekt."""

    name: str
    delimiter: str
    point: str
    newline: str
    bom: bool
    guards: bool
    iso_days: bool = True

    @property
    def encoding(self) -> str:
        """Name of the encoding, as Python calls it."""
        return "utf-8-sig" if self.bom else "utf-8"

    def described(self) -> dict[str, Any]:
        """Give what a Frictionless data package says of a file in this dialect."""
        return {
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": self.encoding,
            "dialect": {
                "delimiter": self.delimiter,
                "lineTerminator": self.newline,
                "quoteChar": '"',
                "doubleQuote": True,
                "header": True,
            },
        }


OFFICE = Dialect(
    name="office", delimiter=";", point=",", newline="\r\n", bom=True, guards=True, iso_days=False
)
"""Semicolon, decimal comma, byte order mark: what a spreadsheet of a German office opens with one click."""

DATA = Dialect(name="data", delimiter=",", point=".", newline="\n", bom=False, guards=False)
"""Comma, decimal point, exact text: what programs read."""

DIALECTS = {dialect.name: dialect for dialect in (OFFICE, DATA)}


def number_cell(number: int | Fraction | None, dialect: Dialect, *, decimals: int = 0) -> str:
    """Give a number without groups, in fixed decimals; the mark where it is missing.

    Example:
        >>> number_cell(Fraction(1234567, 100), OFFICE, decimals=1), number_cell(None, DATA)
        ('12345,7', '.')
    """
    if number is None:
        return MISSING
    if isinstance(number, int) and not decimals:
        return str(number)
    plain = in_decimal(Fraction(number), "en", decimals=decimals).replace(",", "").replace("\u2212", "-")
    return plain.replace(".", dialect.point)


def day_cell(day: date | None, dialect: Dialect) -> str:
    """Give a day as the dialect writes it, 2025-03-01 or 01.03.2025; the mark where it is missing."""
    if day is None:
        return MISSING
    return day.isoformat() if dialect.iso_days else in_date(day, "de")


def text_cell(text: str | None, dialect: Dialect) -> str:
    """Give a text, guarded where the dialect guards; the mark where it is missing.

    Where nothing is guarded, a text that would be taken for the mark gets an apostrophe all the same.

    Example:
        >>> text_cell("=1", OFFICE), text_cell("=1", DATA), text_cell(".", DATA), text_cell(None, DATA)
        ("'=1", '=1', "'.", '.')
    """
    if text is None:
        return MISSING
    if dialect.guards:
        return guard(text)
    return f"'{text}" if _MARK.fullmatch(text) else text


def cell_text(cell: str, dialect: Dialect) -> str:
    """Give back the text that :func:`text_cell` was given, unless it was none.

    Example:
        >>> cell_text("'=1", OFFICE), cell_text("'=1", DATA), cell_text("'.", DATA)
        ('=1', "'=1", '.')
    """
    if dialect.guards:
        return unguard(cell)
    return cell[1:] if cell != MISSING and _MARK.fullmatch(cell) else cell


def quoted(cell: str, dialect: Dialect) -> str:
    """Give a cell as it stands in the file: in quotation marks only where it must be."""
    return cell if _BARE[dialect.delimiter].fullmatch(cell) else in_quotes(cell)


def in_quotes(cell: str) -> str:
    """Give a cell in quotation marks."""
    return '"' + cell.replace('"', '""') + '"'


_BARE = {
    delimiter: re.compile(f'(?!\\s)[^{delimiter}"\\r\\n]++(?<!\\s)')
    for delimiter in (OFFICE.delimiter, DATA.delimiter)
}
"""Cells that need no quotation marks, by what divides cells."""


def looked_through(texts: Collection[str], dialect: Dialect) -> tuple[list[str], list[str]]:
    """Tell which texts get quotation marks and nothing else, and which need a closer look.

    All others stand in the file as they are. The texts are looked through at once, in C.

    Example:
        >>> looked_through(["a, b", "a; b", "=1", "-1", ""], OFFICE)
        (['a; b'], ['=1', '-1', ''])
    """
    joined = "\0".join((*texts, ""))
    if joined.count("\0") != len(texts):
        return [], list(texts)
    found = _others(dialect.delimiter, guards=dialect.guards).findall(joined)
    return [one for one, _ in found if one], [other[:-1] for _, other in found if other]


@functools.cache
def _others(delimiter: str, *, guards: bool) -> re.Pattern[str]:
    """Give the pattern that skips texts that surely stay as they are and takes the one behind them.

    A text that needs no guard, and is none of these, holds something for which it needs quotation marks.
    """
    never = f'{delimiter}"\r\n\0'
    if guards:
        cuts = "".join(sign for sign in _CUTS if sign not in never)
        sure = f"(?![\\s.]){_word(never)}(?:[{cuts}]{_piece(never)})*+"
        unguarded = f"(?![\\s.]){_word(chr(0))}(?:[{_CUTS}]{_piece(chr(0))})*+"
    else:
        sure = f"(?!\\s|{_MARK.pattern}\0)[^{never}]++"
        unguarded = f"(?!{_MARK.pattern}\0)[^\0]++"
    return re.compile(f"(?:{sure}(?<!\\s)\0)*+(?:({unguarded})\0|([^\0]*+\0))?")


def table_bytes(rows: Sequence[Sequence[str]], dialect: Dialect) -> bytes:
    """Give the rows as the bytes of a file; a cell is quoted only where it must be."""
    lines = (dialect.delimiter.join(quoted(cell, dialect) for cell in row) + dialect.newline for row in rows)
    return "".join(lines).encode(dialect.encoding)
