"""Documents read back: what stands in a file of each form, found by programs that know only the form."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import attrs
from pypdf import PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"


@attrs.frozen(kw_only=True)
class Found:
    """What a file holds: headings with their level, heads of tables, alternative texts, title, language."""

    title: str
    language: str
    headings: list[tuple[int, str]]
    heads: list[list[str]]
    alts: list[str]
    text: str


def part(data: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ET.fromstring(archive.read(name))


def letters(node: ET.Element) -> str:
    return " ".join("".join(node.itertext()).split())


def read_docx(data: bytes) -> Found:
    """Read a DOCX; its title has the style Title, and counts as the heading of level 0."""
    body, core = part(data, "word/document.xml"), part(data, "docProps/core.xml")
    headings = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        if name == "Title" or name.startswith("Heading"):
            headings.append((int(name.removeprefix("Heading") if name != "Title" else 0), letters(paragraph)))
    heads = [
        [letters(cell) for cell in row.iter(f"{W}tc")]
        for row in body.iter(f"{W}tr")
        if row.find(f"{W}trPr/{W}tblHeader") is not None
    ]
    return Found(
        title=core.findtext(f"{DC}title", ""),
        language=core.findtext(f"{DC}language", ""),
        headings=headings,
        heads=heads,
        alts=[one.get("descr", "") for one in body.iter(f"{WP}docPr")],
        text=letters(body),
    )


def read_odt(data: bytes) -> Found:
    """Read an ODT; its title has the style Title, and counts as the heading of level 0."""
    body, meta = part(data, "content.xml"), part(data, "meta.xml")
    headings = []
    for node in body.iter():
        if node.tag == f"{TEXT}h":
            headings.append((int(node.get(f"{TEXT}outline-level", "0")), letters(node)))
        elif node.tag == f"{TEXT}p" and node.get(f"{TEXT}style-name") == "Title":
            headings.append((0, letters(node)))
    heads = [
        [letters(cell) for cell in rows.iter(f"{TABLE}table-cell")]
        for rows in body.iter(f"{TABLE}table-header-rows")
    ]
    return Found(
        title=next((letters(one) for one in meta.iter(f"{DC}title")), ""),
        language=next((letters(one) for one in meta.iter(f"{DC}language")), ""),
        headings=headings,
        heads=heads,
        alts=[letters(one) for one in body.iter(f"{SVG}desc")],
        text=letters(body),
    )


def read_pdf(data: bytes) -> Found:
    """Read a tagged PDF through its tree of tags."""
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"]
    marked = _marked(reader)
    headings, heads, alts = [], [], []
    for tag, node in _tags(root["/StructTreeRoot"]):
        if len(tag) == 2 and tag[0] == "H" and tag[1].isdigit():
            headings.append((int(tag[1]) - 1, _unbroken(_said(node, marked))))
        elif tag == "THead":
            heads.append([_unbroken(_said(cell, marked)) for kind, cell in _tags(node) if kind == "TH"])
        elif tag == "Figure":
            alts.append(str(node["/Alt"]))
    return Found(
        title=str((reader.metadata or {}).get("/Title", "")),
        language=str(root["/Lang"]),
        headings=headings,
        heads=heads,
        alts=alts,
        text="\n".join(page.extract_text() for page in reader.pages),
    )


def _unbroken(text: str) -> str:
    """Give a text without the ends of its lines, and the hyphens there."""
    return " ".join(re.sub(r"(?<=[a-zäöüß])-\n", "", text).split())


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    return [one.get_object() for one in kids] if isinstance(kids, list) else [kids]


def _tags(node: Any) -> list[tuple[str, Any]]:
    """Give all elements below a node in their order, with their tags."""
    found: list[tuple[str, Any]] = []
    for kid in _kids(node):
        if hasattr(kid, "get") and "/S" in kid:
            found.append((str(kid["/S"]).removeprefix("/"), kid))
            found += _tags(kid)
    return found


def _said(node: Any, marked: dict[tuple[Any, int], str]) -> str:
    """Give the words of an element: those of the marks that it and its children name."""
    said = []
    page = node.get("/Pg")
    for kid in _kids(node):
        if isinstance(kid, int):
            said.append(marked.get((page.get_object().indirect_reference.idnum, int(kid)), ""))
        elif hasattr(kid, "get") and kid.get("/Type") == "/MCR":
            own = kid.get("/Pg", page).get_object().indirect_reference.idnum
            said.append(marked.get((own, int(kid["/MCID"])), ""))
        elif hasattr(kid, "get") and "/S" in kid:
            said.append(_said(kid, marked))
    return "".join(said)


def _marked(reader: PdfReader) -> dict[tuple[Any, int], str]:
    """Give the words of each marked piece of each page."""
    found: dict[tuple[Any, int], str] = {}
    for page in reader.pages:
        number = page.indirect_reference.idnum if page.indirect_reference else 0
        stack: list[int | None] = []

        def before(operator: Any, operands: Any, *_: Any, stack: list[int | None] = stack) -> None:
            if operator in (b"BDC", b"BMC"):
                held = operands[1] if len(operands) > 1 else {}
                stack.append(held.get("/MCID") if hasattr(held, "get") else None)
            elif operator == b"EMC" and stack:
                stack.pop()

        def visit(text: str, *_: Any, stack: list[int | None] = stack, number: int = number) -> None:
            mark = next((one for one in reversed(stack) if one is not None), None)
            if mark is not None and text:
                found[number, mark] = found.get((number, mark), "") + text

        page.extract_text(visitor_operand_before=before, visitor_text=visit)
    return found
