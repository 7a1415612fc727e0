"""A document as plain text: for a mail, a terminal, a reader of braille; no sign of Markdown is left.

Headings are underlined, tables stand in columns where the line has room for them and as lines of
"label: value" where it has not, and the alternative text stands in the place of a picture.
"""

from __future__ import annotations

import itertools
import re
import textwrap
import unicodedata
from collections.abc import Iterator
from typing import Any

from jmdexport.documents.tree import Block, Words, text_of
from jmdmodel.messages import Language, Say

WIDTH = 78
"""How many characters a line has at most; only a word that is longer goes beyond."""

_UNDERLINES = "=-~."
_BETWEEN = "  "
_HIGHEST = 3
"""How many lines a cell may take; a table with longer ones is no longer read across."""
_PICTURE = Say(de="[Bild: {alt}]", en="[Picture: {alt}]")
_NO_WORDS = Say(de="[Bild]", en="[Picture]")
_NARROW = re.compile(r"[\x00-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")
"""Letters that take one column each; nearly all texts hold no others."""
_BLANKS = re.compile(r"^\s|\s$|[\t-\r]")
"""Blanks that do not stay as they are when a text is broken into lines."""


def to_plain_text(blocks: list[Block], *, language: Language) -> str:
    r"""Give a document as plain text, in lines of at most :data:`WIDTH` characters.

    Example:
        >>> from jmdexport.documents.tree import blocks_of
        >>> blocks = blocks_of("# Netz\n\n| Art | Zahl |\n|---|--:|\n| Schule | 3 |")
        >>> print(to_plain_text(blocks, language="de"))
        Netz
        ====
        <BLANKLINE>
        Art     Zahl
        ------  ----
        Schule     3
        <BLANKLINE>
    """
    return "\n".join(_lines(blocks, WIDTH, language)).strip("\n") + "\n"


def _lines(blocks: list[Block], width: int, language: Language, *, tight: bool = False) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number and not tight:
            yield ""
            if block["kind"] == "heading" and block["level"] <= 2:
                yield ""
        yield from _WRITERS[block["kind"]](block, width, language)


def _heading(block: Block, width: int, language: Language) -> Iterator[str]:
    lines = _wrapped(_words(block["words"], language), width)
    yield from lines
    yield _UNDERLINES[min(block["level"], len(_UNDERLINES)) - 1] * max(map(_wide, lines), default=0)


def _paragraph(block: Block, width: int, language: Language) -> Iterator[str]:
    for part in _words(block["words"], language).split("\n"):
        yield from _wrapped(part, width)


def _figure(block: Block, width: int, language: Language) -> Iterator[str]:
    yield from _wrapped(_picture(block, language), width)


def _list(block: Block, width: int, language: Language) -> Iterator[str]:
    last = block["start"] + len(block["items"]) - 1
    for number, item in enumerate(block["items"], start=block["start"]):
        mark = f"{number}.".rjust(len(f"{last}.")) if block["ordered"] else "-"
        lines = list(_lines(item, width - len(mark) - 1, language, tight=block["tight"])) or [""]
        if number > block["start"] and not block["tight"]:
            yield ""
        yield f"{mark} {lines[0]}".rstrip()
        yield from (" " * (len(mark) + 1) + line if line else "" for line in lines[1:])


def _quote(block: Block, width: int, language: Language) -> Iterator[str]:
    yield from (f"    {line}".rstrip() for line in _lines(block["blocks"], width - 4, language))


def _code(block: Block, width: int, language: Language) -> Iterator[str]:
    del width, language
    yield from (f"    {line}".rstrip() for line in block["text"].split("\n"))


def _rule(block: Block, width: int, language: Language) -> Iterator[str]:
    del block, language
    yield "-" * min(width, 20)


def _table(block: Block, width: int, language: Language) -> Iterator[str]:
    head = [_cell(cell, language) for cell in block["head"]]
    rows = [[_cell(cell, language) for cell in row] for row in block["rows"]]
    widths = _widths(list(zip(head, *rows, strict=True)), width - len(_BETWEEN) * (len(head) - 1))
    laid = [
        [_wrapped(cell, wide) or [""] for cell, wide in zip(row, widths or [width] * len(row), strict=True)]
        for row in (head, *rows)
    ]
    if not widths or max(len(cell) for row in laid for cell in row) > _HIGHEST:
        yield from _as_entries(head, rows, width)
        return
    for number, row in enumerate(laid):
        for line in itertools.zip_longest(*row, fillvalue=""):
            cells = (_set(cell, *form) for cell, *form in zip(line, widths, block["sides"], strict=True))
            yield _BETWEEN.join(cells).rstrip()
        if number == 0:
            yield _BETWEEN.join("-" * wide for wide in widths)


def _widths(columns: list[tuple[str, ...]], room: int) -> list[int]:
    """Give how wide each column gets, the widest ones narrowed to their words; none if that is too much."""
    widths = [max(map(_wide, column)) for column in columns]
    if sum(widths) <= room:
        return widths
    least = [max(_wide(word) for cell in column for word in cell.split(" ")) for column in columns]
    while sum(widths) > room:
        spare = [(wide, column) for column, wide in enumerate(widths) if wide > least[column]]
        if not spare:
            return []
        widths[max(spare)[1]] -= 1
    return widths


def _as_entries(head: list[str], rows: list[list[str]], width: int) -> Iterator[str]:
    """Yield a wide table as lines of "label: value"; with two columns the first one is the label."""
    if len(head) == 2:
        for row in rows:
            yield from _wrapped(f"{row[0]}: {row[1]}", width, further="  ")
        return
    for number, row in enumerate(rows):
        if number:
            yield ""
        for column, (label, value) in enumerate(zip(head, row, strict=True)):
            if value:
                indent = "  " if column else ""
                label_of = f"{label}: " if label else ""
                yield from _wrapped(f"{label_of}{value}", width, first=indent, further=indent + "  ")


def _cell(words: Words, language: Language) -> str:
    return _words(words, language).replace("\n", " ")


def _set(text: str, width: int, side: str) -> str:
    room = width - _wide(text)
    left = {"left": 0, "right": room, "center": room // 2}[side]
    return " " * left + text + " " * (room - left)


def _wide(text: str) -> int:
    """Give how many columns of a terminal a text takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    return sum(
        0
        if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf"
        else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


def _words(words: Words, language: Language) -> str:
    return "".join(_piece(piece, language) for piece in words)


def _piece(piece: dict[str, Any], language: Language) -> str:
    kind = piece["kind"]
    if kind == "break":
        return "\n"
    if kind == "picture":
        return _picture(piece, language)
    if kind == "link":
        said, to = text_of(piece["words"]), piece["to"]
        return said if to.startswith("#") or to.removeprefix("mailto:") == said else f"{said} ({to})"
    return _words(piece["words"], language) if "words" in piece else str(piece["text"])


def _picture(piece: dict[str, Any], language: Language) -> str:
    return _PICTURE.in_(language).format(alt=piece["alt"]) if piece["alt"] else _NO_WORDS.in_(language)


def _wrapped(text: str, width: int, *, first: str = "", further: str = "") -> list[str]:
    """Break a text into lines, words kept whole."""
    if text and len(first) + len(text) <= width and not _BLANKS.search(text):
        return [first + text]
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )


_WRITERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "figure": _figure,
    "list": _list,
    "table": _table,
    "quote": _quote,
    "code": _code,
    "rule": _rule,
}
