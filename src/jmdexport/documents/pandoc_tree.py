"""The tree of a document in pandoc's own JSON, so that nothing is parsed a second time."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from jmdexport.documents.tree import Block, Words
from jmdexport.documents.widths import shares
from jmdmodel.messages import Language

_VERSION = [1, 23]
"""The version of pandoc's own form; all of pandoc 3 reads it."""
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_SIDES = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}


@attrs.frozen
class Dots:
    """A picture made of dots, and how wide and high it is on paper, in millimetres."""

    png: bytes
    width: float
    height: float


def pandoc_json(
    blocks: list[Block], *, title: str, language: Language, pictures: Mapping[str, Dots]
) -> bytes:
    """Give a document as pandoc's JSON.

    The heading of the first level becomes the title, in the style of this name; all others go up by one.
    """
    main = next((block["words"] for block in blocks if _is_title(block)), [{"kind": "text", "text": title}])
    writer = _Writer(pictures)
    body = [block for at, block in enumerate(blocks) if not (_is_title(block) and _is_title_at(blocks, at))]
    whole = {
        "pandoc-api-version": _VERSION,
        "meta": {
            "title": {"t": "MetaInlines", "c": writer.line(main)},
            "lang": {"t": "MetaString", "c": language},
        },
        "blocks": writer.blocks(body),
    }
    return json.dumps(whole, ensure_ascii=False).encode("utf-8")


def _is_title(block: Block) -> bool:
    return bool(block["kind"] == "heading" and block["level"] == 1)


def _is_title_at(blocks: list[Block], at: int) -> bool:
    """Tell whether no other heading of the first level stands before."""
    return not any(map(_is_title, blocks[:at]))


@attrs.frozen
class _Writer:
    """Writes blocks with the pictures that there are; one that is missing gives way to its text."""

    pictures: Mapping[str, Dots]

    def blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> dict[str, Any]:  # noqa: PLR0911 - one for each kind of block
        match block["kind"]:
            case "heading":
                return _node(
                    "Header", [max(block["level"] - 1, 1), _NO_ATTRIBUTES, self.line(block["words"])]
                )
            case "paragraph":
                return _node("Para", self.line(block["words"]))
            case "figure":
                return _node("Para", self.line([block | {"kind": "picture"}]))
            case "list":
                return self._list(block)
            case "table":
                return self._table(block)
            case "quote":
                return _node("BlockQuote", self.blocks(block["blocks"]))
            case "code":
                return _node("CodeBlock", [_NO_ATTRIBUTES, block["text"]])
        return {"t": "HorizontalRule"}

    def _list(self, block: Block) -> dict[str, Any]:
        items = [self.blocks(item) for item in block["items"]]
        if block["tight"]:
            items = [
                [part | {"t": "Plain"} if part["t"] == "Para" else part for part in item] for item in items
            ]
        if not block["ordered"]:
            return _node("BulletList", items)
        return _node("OrderedList", [[block["start"], {"t": "Decimal"}, {"t": "Period"}], items])

    def _table(self, block: Block) -> dict[str, Any]:
        columns = [
            [{"t": _SIDES[side]}, _node("ColWidth", share)]
            for side, share in zip(block["sides"], shares(block), strict=True)
        ]
        head = [_NO_ATTRIBUTES, [self._row(block["head"])]]
        body = [_NO_ATTRIBUTES, 0, [], [self._row(row) for row in block["rows"]]]
        return _node("Table", [_NO_ATTRIBUTES, [None, []], columns, head, [body], [_NO_ATTRIBUTES, []]])

    def _row(self, cells: Iterable[Words]) -> list[Any]:
        default = {"t": "AlignDefault"}
        return [
            _NO_ATTRIBUTES,
            [[_NO_ATTRIBUTES, default, 1, 1, [_node("Plain", self.line(cell))]] for cell in cells],
        ]

    def line(self, words: Words) -> list[dict[str, Any]]:
        return [part for piece in words for part in self._piece(piece)]

    def _piece(self, piece: dict[str, Any]) -> Iterator[dict[str, Any]]:
        match piece["kind"]:
            case "text":
                yield from _words(piece["text"])
            case "strong":
                yield _node("Strong", self.line(piece["words"]))
            case "emphasis":
                yield _node("Emph", self.line(piece["words"]))
            case "code":
                yield _node("Code", [_NO_ATTRIBUTES, piece["text"]])
            case "break":
                yield {"t": "LineBreak"}
            case "link" if not piece["to"].startswith("#"):
                yield _node("Link", [_NO_ATTRIBUTES, self.line(piece["words"]), [piece["to"], ""]])
            case "link":
                yield from self.line(piece["words"])
            case "picture":
                yield from self._picture(piece)

    def _picture(self, piece: dict[str, Any]) -> Iterator[dict[str, Any]]:
        dots = self.pictures.get(piece["name"])
        if dots is None:
            yield from _words(piece["alt"])
            return
        size = [["width", f"{dots.width:.2f}mm"], ["height", f"{dots.height:.2f}mm"]]
        data = base64.b64encode(dots.png).decode("ascii")
        target = [f"data:image/png;base64,{data}", ""]
        yield _node("Image", [["", [], size], list(_words(piece["alt"])), target])


def _node(kind: str, content: Any) -> dict[str, Any]:
    return {"t": kind, "c": content}


def _words(text: str) -> Iterator[dict[str, Any]]:
    """Yield a text as pandoc has it: words with blanks between them."""
    for number, word in enumerate(text.split(" ")):
        if number:
            yield {"t": "Space"}
        if word:
            yield {"t": "Str", "c": word}
