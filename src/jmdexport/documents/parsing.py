r"""Parse Markdown: the rules of markdown-it, and a short way through what holds no markup.

Most of a report are the cells of its tables: a word, a name, a number. markdown-it makes three tokens of each
and asks every rule about it. Here a table is one token, and a line without markup is its text; the result is
the same, and property tests compare it with that of markdown-it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import table as any_table
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

Line: TypeAlias = "str | list[Token]"
"""What a cell holds: a text without markup, or the tokens of a line."""

SIDES: Final = {"text-align:left": "left", "text-align:right": "right", "text-align:center": "center"}
"""The side that the cells of a column are set to, by the style that markdown-it writes."""

_SCHEMES = ("http:", "https:", "mailto:", "tel:", "#")
_MARKS = re.compile(r"[\\`*_&<\[\n]")
"""Every rule for lines begins at one of these; a line without them is text."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BAR = re.compile(r"(?<!\\)\|")
_RULES = re.compile(r"\|(?: :?-+:? \|)+")


def markdown_parser() -> MarkdownIt:
    """Give the parser of all documents: CommonMark with tables, raw HTML as text, harmless links only.

    A table is one token of the type ``table``. Its ``meta`` holds the ``sides`` of its columns, ``""`` where
    none is said, and its ``rows``, the head first; each cell is a :data:`Line`.
    """
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
    parser.validateLink = _is_harmless  # type: ignore[assignment, method-assign]
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.at("inline", _lines)
    return parser


def _is_harmless(address: str) -> bool:
    """Tell whether a link may stand in a document: to the web, a mailbox, a telephone, within the document.

    An address without a scheme is relative; it is kept, because pictures of the text are named so.
    """
    plain = address.strip().lower()
    return plain.startswith(_SCHEMES) or (":" not in plain and not plain.startswith("//"))


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - how rules are called
    """Take a table as one token; what is written in another way than our own goes the way of markdown-it."""
    rows = [] if silent else list(_rows(state, start, end))
    if not rows:
        at = len(state.tokens)
        if not any_table(state, start, end, silent):
            return False
        if not silent:
            state.tokens[at:] = [_folded(state.tokens[at:])]
        return True
    head, rules, *body = rows
    state.tokens.append(_token([_side(rule) for rule in rules], [head, *body], [start, start + len(rows)]))
    state.line = start + len(rows)
    return True


def _rows(state: StateBlock, start: int, end: int) -> Iterator[list[str]]:
    """Yield the rows of a table, if each stands between bars and has the same number of cells; else none."""
    lines = []
    if state.level == 0:
        for line in range(start, end):
            text = state.src[state.bMarks[line] : state.eMarks[line]]
            if not text:
                break
            if not (text.startswith("| ") and text.endswith(" |")):
                return
            lines.append(text)
    if len(lines) < 2 or not _RULES.fullmatch(lines[1]):
        return
    rows = [_cells(line) for line in lines]
    length = len(rows[0])
    if all(len(row) == length for row in rows) and not any(_has_edges(cell) for row in rows for cell in row):
        yield from rows


def _cells(line: str) -> list[str]:
    if "\\" not in line:
        return [cell.strip(" ") for cell in line[1:-1].split("|")]
    return [cell.replace("\\|", "|").strip(" ") for cell in _BAR.split(line[1:-1])]


def _has_edges(cell: str) -> bool:
    """Tell whether a cell begins or ends with a rare blank, on which versions of markdown-it differ."""
    return cell[:1].isspace() or cell[-1:].isspace()


def _side(rule: str) -> str:
    if rule.endswith(":"):
        return "center" if rule.startswith(":") else "right"
    return "left" if rule.startswith(":") else ""


def _folded(tokens: list[Token]) -> Token:
    """Give the tokens that markdown-it makes of a table as one."""
    sides = [SIDES.get(str(token.attrGet("style")), "") for token in tokens if token.type == "th_open"]
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token.content)
    return _token(sides, rows, tokens[0].map)


def _token(sides: list[str], rows: list[list[str]], lines: list[int] | None) -> Token:
    meta: dict[Any, Any] = {"sides": sides, "rows": rows}
    return Token("table", "table", 0, map=lines, meta=meta, block=True)


def _lines(state: StateCore) -> None:
    """Parse what blocks and cells hold."""
    for token in state.tokens:
        if token.type == "table":
            rows = token.meta["rows"]
            token.meta["rows"] = [[_line(state, cell) for cell in row] for row in rows]
        elif token.type == "inline":
            plain = _plain(token.content)
            if plain is None:
                token.children = []
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            else:
                token.children = [Token("text", "", 0, content=plain)] if plain else []


def _line(state: StateCore, cell: str) -> Line:
    plain = _plain(cell)
    if plain is not None:
        return plain
    return state.md.parseInline(cell, state.env)[0].children or []


def _plain(line: str) -> str | None:
    """Give what a line says when it holds no markup, apart from escapes of single signs."""
    if _MARKS.search(line) is None:
        return line
    if "\\" in line and _MARKS.search(_ESCAPED.sub("", line)) is None:
        return _ESCAPED.sub(r"\1", line)
    return None
