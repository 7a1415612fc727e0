"""Markdown becomes a tree of plain data, from which every form but HTML is written.

A block is a dict with its ``kind``: ``heading``, ``paragraph``, ``figure``, ``list``, ``table``, ``quote``,
``code`` or ``rule``; so is a piece of a line: ``text``, ``strong``, ``emphasis``, ``code``, ``link``,
``break`` or ``picture``. Nothing in it is markup any more: a writer of a form escapes its own signs only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from markdown_it.tree import SyntaxTreeNode

from jmdexport.documents.parsing import Line, markdown_parser

Block: TypeAlias = dict[str, Any]
"""One part of a document, as plain data."""
Words: TypeAlias = list[dict[str, Any]]
"""The pieces of a line."""


def blocks_of(text: str) -> list[Block]:
    """Give the blocks of a text in Markdown, in their order.

    Example:
        >>> blocks_of("# Bericht")
        [{'kind': 'heading', 'level': 1, 'words': [{'kind': 'text', 'text': 'Bericht'}]}]
    """
    return list(_blocks(SyntaxTreeNode(markdown_parser().parse(text)).children))


def text_of(words: Words) -> str:
    """Give the letters of a line without any form; a picture is its alternative text."""
    return "".join(_letters(piece) for piece in words)


def _letters(piece: dict[str, Any]) -> str:
    if "words" in piece:
        return text_of(piece["words"])
    return " " if piece["kind"] == "break" else str(piece.get("alt", piece.get("text", "")))


def pictures_of(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Give all pictures of some blocks in the order in which they are shown, each time that they are."""
    return list(_pictures(list(blocks)))


def _pictures(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for one in part:
            yield from _pictures(one)
    elif isinstance(part, dict):
        if part["kind"] in {"figure", "picture"}:
            yield part
        for value in part.values():
            yield from _pictures(value)


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        made = _block(node)
        if made is not None:
            yield made


def _block(node: SyntaxTreeNode) -> Block | None:  # noqa: PLR0911 - one for each kind of block
    kind = node.type
    if kind == "heading":
        return {"kind": "heading", "level": int(node.tag[1:]), "words": _line(node)}
    if kind == "paragraph":
        words = _line(node)
        if len(words) == 1 and words[0]["kind"] == "picture":
            return words[0] | {"kind": "figure"}
        return {"kind": "paragraph", "words": words}
    if kind in {"bullet_list", "ordered_list"}:
        return {
            "kind": "list",
            "ordered": kind == "ordered_list",
            "start": int(node.attrs.get("start", 1)),
            "tight": _is_tight(node),
            "items": [list(_blocks(item.children)) for item in node.children],
        }
    if kind == "table":
        head, *rows = [[_cell(cell) for cell in row] for row in node.meta["rows"]]
        sides = [side or "left" for side in node.meta["sides"]]
        return {"kind": "table", "sides": sides, "head": head, "rows": rows}
    if kind == "blockquote":
        return {"kind": "quote", "blocks": list(_blocks(node.children))}
    if kind in {"fence", "code_block"}:
        return {"kind": "code", "text": node.content.rstrip("\n")}
    return {"kind": "rule"} if kind == "hr" else None


def _is_tight(node: SyntaxTreeNode) -> bool:
    """Tell whether no empty lines stand between the entries of a list."""
    return all(part.hidden for item in node.children for part in item.children if part.type == "paragraph")


def _cell(line: Line) -> Words:
    """Give the pieces of a cell."""
    if isinstance(line, str):
        return [{"kind": "text", "text": line}] if line else []
    return _joined(_pieces(SyntaxTreeNode(line).children))


def _line(node: SyntaxTreeNode) -> Words:
    """Give the pieces of the line that a block holds."""
    return _joined(_pieces(part for inline in node.children for part in inline.children))


def _joined(pieces: Iterable[dict[str, Any]]) -> Words:
    """Join texts that stand side by side."""
    made: Words = []
    for piece in pieces:
        if made and piece["kind"] == made[-1]["kind"] == "text":
            made[-1] = {"kind": "text", "text": made[-1]["text"] + piece["text"]}
        else:
            made.append(piece)
    return made


def _pieces(nodes: Iterable[SyntaxTreeNode]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        kind = node.type
        if kind == "image":
            words = _joined(_pieces(node.children))
            yield {"kind": "picture", "name": str(node.attrs.get("src", "")), "alt": text_of(words)}
        elif kind in {"strong", "em"}:
            named = "strong" if kind == "strong" else "emphasis"
            yield {"kind": named, "words": _joined(_pieces(node.children))}
        elif kind == "link":
            words = _joined(_pieces(node.children))
            yield {"kind": "link", "to": str(node.attrs.get("href", "")), "words": words}
        elif kind == "code_inline":
            yield {"kind": "code", "text": node.content}
        elif kind == "hardbreak":
            yield {"kind": "break"}
        elif kind == "softbreak":
            yield {"kind": "text", "text": " "}
        elif node.content:
            yield {"kind": "text", "text": node.content}
