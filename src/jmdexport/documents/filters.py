"""The filters of the templates: dates, numbers and lists in the form of the language, tables, paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from jmdexport.documents.escaping import (
    Marked,
    escape_inline,
    escape_markdown,
    escaped_row,
    paragraphs_of,
)
from jmdmodel.messages import Language, in_date, in_decimal, in_list, in_long_date, in_number, in_percent

Filter: TypeAlias = Callable[..., Any]
Align: TypeAlias = Literal["l", "r", "c"]

_RULES = {"l": "---", "r": "---:", "c": ":---:"}


def markdown_filters(language: Language) -> dict[str, Filter]:
    """Give the filters that templates in Markdown may use, by name."""
    return {
        **_forms(language),
        "listed": lambda parts: Marked(in_list([printed(part) for part in parts], language)),
        "paragraphs": paragraphs,
        "prose": prose,
        "table": table,
        "bullets": bullets,
        "escaped": printed,
    }


def page_filters(language: Language) -> dict[str, Filter]:
    """Give the filters of the page's template, by name; the page escapes by itself."""
    return _forms(language)


def _forms(language: Language) -> dict[str, Filter]:
    return {
        "date": lambda day: in_date(date.fromisoformat(day), language),
        "long_date": lambda day: in_long_date(date.fromisoformat(day), language),
        "number": lambda number: in_number(number, language),
        "decimal": lambda number, decimals=1: in_decimal(Fraction(number), language, decimals=decimals),
        "percent": lambda share, decimals=1: in_percent(Fraction(share), language, decimals=decimals),
    }


def printed(value: object) -> Marked:
    """Give a value as Markdown: what is Markdown already stays, everything else is escaped."""
    return value if isinstance(value, Marked) else escape_markdown(str(value))


def paragraphs(text: str) -> Marked:
    """Give a longer text as escaped paragraphs, an empty line between them."""
    return Marked("\n\n".join(escape_markdown(part) for part in paragraphs_of(text)))


def prose(sentences: Sequence[object]) -> Marked:
    """Give sentences as one paragraph."""
    return escape_markdown(" ".join(str(sentence) for sentence in sentences if sentence != ""))


def bullets(parts: Sequence[object]) -> Marked:
    """Give a list, one entry a line."""
    return Marked("\n".join(f"- {printed(part)}" for part in parts))


def table(content: Mapping[str, Any]) -> Marked:
    r"""Give a table: ``head``, ``rows``, ``align`` (a letter l, r or c a column) and perhaps a ``total`` row.

    Example:
        >>> print(table({"head": ["Art", "Zahl"], "align": "lr", "rows": [["Schule", "3"]]}))
        | Art | Zahl |
        | --- | ---: |
        | Schule | 3 |
    """
    lines = [
        _row(content["head"]),
        "| " + " | ".join(_RULES[letter] for letter in content["align"]) + " |",
        *(_row(row) for row in content["rows"]),
    ]
    if content.get("total"):
        lines.append(
            _row(
                [Marked(f"**{escape_inline(str(cell))}**") if cell != "" else "" for cell in content["total"]]
            )
        )
    return Marked("\n".join(lines))


def _row(cells: Sequence[object]) -> str:
    return f"| {escaped_row([cell if isinstance(cell, str) else str(cell) for cell in cells])} |"
