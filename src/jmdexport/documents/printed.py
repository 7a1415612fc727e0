"""A document as PDF/UA-1 for print and for reading aloud, set by typst from plain data.

Headings, lists and tables are tagged, the head of a table stands on each of its pages again, and a picture
has its alternative text. The template is fixed: whatever stands in a report reaches it as data, never as
markup. The letters are those of the shipped fonts; a sign stands for each that they lack.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from jmdexport.documents.tree import Block, pictures_of
from jmdexport.documents.widths import has_room, shares
from jmdexport.drawing.pdf import set_apart, shipped_fonts
from jmdexport.drawing.printed import printable
from jmdexport.drawing.scene import Scene
from jmdexport.errors import MissingExtra
from jmdmodel.messages import Language, Say

_PAGE = Say(de="Seite {page} von {pages}", en="Page {page} of {pages}")
_CONTENTS = Say(de="Inhalt", en="Contents")
_MANY = 3
"""From how many chapters on a document begins with its contents."""


def to_pdf_document(
    blocks: list[Block], *, title: str, language: Language, pictures: Mapping[str, Scene]
) -> bytes:
    """Give a document as the bytes of a PDF/UA-1 file; the same bytes for the same document (R-34).

    Raises:
        MissingExtra: The extra ``pdf`` is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        if error.name != "typst":
            raise
        raise MissingExtra("pdf", "typst") from error
    template = resources.files("jmdexport").joinpath("templates", "office", "document.typ").read_bytes()
    document = _document(blocks, title, language, pictures)
    made = typst.compile(
        template,
        format="pdf",
        pdf_standards="ua-1",
        font_paths=shipped_fonts(typst),
        timestamp=0,
        sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
    )
    return bytes(made)


def _document(
    blocks: list[Block], title: str, language: Language, pictures: Mapping[str, Scene]
) -> dict[str, Any]:
    start = next((at for at, block in enumerate(blocks) if _is_chapter(block)), len(blocks))
    chapters = sum(map(_is_chapter, blocks))
    body = [_prepared(block) for block in _evened(blocks)]
    shown = {one["name"] for one in pictures_of(blocks)}
    return {
        "title": printable(title),
        "language": language,
        "page": _PAGE.in_(language),
        "contents": _CONTENTS.in_(language) if chapters >= _MANY else "",
        "lead": body[:start],
        "body": body[start:],
        "pictures": {name: _picture(scene) for name, scene in sorted(pictures.items()) if name in shown},
    }


def _is_chapter(block: Block) -> bool:
    return bool(block["kind"] == "heading" and block["level"] == 2)


def _evened(blocks: list[Block]) -> list[Block]:
    """Give the blocks with heading levels that begin with 1 and leave none out, as PDF/UA demands."""
    made, last = [], 0
    for block in blocks:
        if block["kind"] == "heading":
            last = min(block["level"], last + 1)
            made.append(block | {"level": last})
        else:
            made.append(block)
    return made


def _picture(scene: Scene) -> dict[str, Any]:
    svg, lines = set_apart(scene)
    return {"svg": svg, "lines": lines, "width": scene.width, "height": scene.height}


def _prepared(part: Any) -> Any:
    """Give a block as the template takes it: letters that can be printed, the widths of columns."""
    if isinstance(part, list):
        return [_prepared(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: value if key in {"kind", "name", "to"} else _letters(value) for key, value in part.items()}
    if part["kind"] == "table":
        made["widths"] = _widths(part)
        made["rows"] = [[{"words": cell} for cell in row] for row in made["rows"]]
    if part["kind"] in {"figure", "picture"}:
        made["alt"] = made["alt"] or "–"
    return made


def _letters(value: Any) -> Any:
    return printable(value) if isinstance(value, str) else _prepared(value)


def _widths(table: Block) -> list[int]:
    """Give each column's share of the room; 0 for a column that is as wide as its words."""
    given = shares(table)
    if has_room(given):
        return [0] * len(given)
    return [
        0 if side == "right" else round(one * 100) for one, side in zip(given, table["sides"], strict=True)
    ]
