"""What a DOCX of pandoc still needs: pages for wide pictures, whole rows, day, language and title."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from jmdexport.documents.packages import children, element, packed, read_xml, set_text, unpacked, xml_bytes
from jmdmodel.messages import Language

WIDE: Final = 166
"""A picture that is wider than so many millimetres has a page of its own, in landscape."""

_TAGS: Final[dict[Language, str]] = {"de": "de-DE", "en": "en-GB"}
_EMU_PER_TWIP = 635
_EMU_PER_MM = 36_000
_A4 = (11_906, 16_838)
_MARGIN = 1_134
_BESIDE = 700
"""What is left free below a picture for its line, in twentieths of a point."""


def finished_docx(
    data: bytes,
    *,
    title: str,
    language: Language,
    as_of: date,
    widths: Mapping[int, float],
    margin: float | None = None,
) -> bytes:
    """Give the DOCX with all that pandoc leaves open.

    Args:
        data: What pandoc has made.
        title: Title of the document in its properties.
        language: Language of the texts.
        as_of: The day that counts as that of its making.
        widths: How wide each picture is drawn, by its place in the row of pictures.
        margin: Margin of a page in landscape, in millimetres; those of the usual page if not given.
    """
    parts = unpacked(data)
    document = read_xml(parts["word/document.xml"])
    _tidy(document)
    _turn(document, widths, margin)
    parts["word/document.xml"] = xml_bytes(document)
    core = read_xml(parts["docProps/core.xml"])
    set_text(core, "dc:title", title)
    for tag in ("dcterms:created", "dcterms:modified"):
        set_text(core, tag, f"{as_of.isoformat()}T00:00:00Z")
    parts["docProps/core.xml"] = xml_bytes(core)
    settings = read_xml(parts["word/settings.xml"])
    for node in settings.getElementsByTagName("w:themeFontLang"):
        node.setAttribute("w:val", _TAGS[language])
    parts["word/settings.xml"] = xml_bytes(settings)
    styles = read_xml(parts["word/styles.xml"])
    for node in styles.getElementsByTagName("w:lang"):
        node.setAttribute("w:val", _TAGS[language])
    parts["word/styles.xml"] = xml_bytes(styles)
    return packed(parts)


def _tidy(document: Any) -> None:
    """Keep rows of tables whole, and take out the picture that stands a second time in its own name."""
    for node in document.getElementsByTagName("pic:cNvPr"):
        node.setAttribute("descr", "")
    for row in document.getElementsByTagName("w:tr"):
        found = children(row, "w:trPr")
        head = found[0] if found else row.insertBefore(document.createElement("w:trPr"), row.firstChild)
        head.insertBefore(document.createElement("w:cantSplit"), head.firstChild)
    for table in document.getElementsByTagName("w:tbl"):
        after = _element_beside(table, forward=True)
        if after is not None and after.tagName == "w:p" and not _is_heading(after):
            _space_above(document, after)


def _is_heading(paragraph: Any) -> bool:
    styles = paragraph.getElementsByTagName("w:pStyle")
    return bool(styles) and styles[0].getAttribute("w:val").startswith("Heading")


def _space_above(document: Any, paragraph: Any) -> None:
    """Leave room between a table and the paragraph below it; tables have none of their own."""
    found = children(paragraph, "w:pPr")
    head = (
        found[0] if found else paragraph.insertBefore(document.createElement("w:pPr"), paragraph.firstChild)
    )
    space = document.createElement("w:spacing")
    space.setAttribute("w:before", "240")
    before = next((one for one in children(head) if one.tagName in _BEHIND_SPACE), None)
    head.insertBefore(space, before)


_BEHIND_SPACE = ("w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
"""What stands behind the space round a paragraph in the order that the format demands."""


def _turn(document: Any, widths: Mapping[int, float], margin: float | None) -> None:
    """Set each wide picture on a page of its own, as large as the page allows."""
    (body,) = document.getElementsByTagName("w:body")
    last = children(body, "w:sectPr")[-1]
    for number, picture in enumerate(document.getElementsByTagName("w:drawing")):
        paragraph = _holder(picture, body)
        if widths.get(number, 0) <= WIDE or paragraph.tagName != "w:p":
            continue
        before = _element_beside(paragraph, forward=False)
        if before is not None and not before.getElementsByTagName("w:sectPr"):
            _end_section(document, before, last.cloneNode(deep=True))
        if _element_beside(paragraph, forward=True) is last:
            section = last
        else:
            section = last.cloneNode(deep=True)
            _end_section(document, paragraph, section)
        _fit(picture, *_landscape(document, section, margin))


def _holder(node: Any, body: Any) -> Any:
    """Give the block right below the body that holds a node."""
    while node.parentNode is not body:
        node = node.parentNode
    return node


def _element_beside(node: Any, *, forward: bool) -> Any:
    while node is not None:
        node = node.nextSibling if forward else node.previousSibling
        if node is not None and node.nodeType == node.ELEMENT_NODE:
            return node
    return None


def _end_section(document: Any, block: Any, section: Any) -> None:
    """End a section with a block; behind a table an empty paragraph does it."""
    if block.tagName != "w:p":
        block = block.parentNode.insertBefore(document.createElement("w:p"), block.nextSibling)
    found = children(block, "w:pPr")
    head = found[0] if found else block.insertBefore(document.createElement("w:pPr"), block.firstChild)
    head.appendChild(section)


def _landscape(document: Any, section: Any, own: float | None) -> tuple[int, int]:
    """Turn the page of a section; give the room on it, in twentieths of a point."""
    size = _only(document, section, "w:pgSz", {"w:w": _A4[0], "w:h": _A4[1]})
    short, long = sorted((int(size.getAttribute("w:w")), int(size.getAttribute("w:h"))))
    for name, value in (("w:w", str(long)), ("w:h", str(short)), ("w:orient", "landscape")):
        size.setAttribute(name, value)
    sides = {f"w:{side}": _MARGIN for side in ("top", "right", "bottom", "left")}
    margins = _only(document, section, "w:pgMar", sides | {"w:header": 567, "w:footer": 567, "w:gutter": 0})
    for side in sides if own is not None else ():
        margins.setAttribute(side, str(round((own or 0) * _EMU_PER_MM / _EMU_PER_TWIP)))
    room = {side: abs(int(float(margins.getAttribute(side) or _MARGIN))) for side in sides}
    return (
        long - room["w:left"] - room["w:right"],
        short - room["w:top"] - room["w:bottom"] - _BESIDE,
    )


def _only(document: Any, section: Any, tag: str, given: Mapping[str, int]) -> Any:
    """Give the element of a section, made where it is missing; the size of the page stands first."""
    found = children(section, tag)
    if found:
        return found[0]
    made = element(document, tag)
    for name, value in given.items():
        made.setAttribute(name, str(value))
    before = next((one for one in children(section) if one.tagName in _BEHIND), None)
    return section.insertBefore(made, before)


_BEHIND = (
    "w:pgMar",
    "w:paperSrc",
    "w:pgBorders",
    "w:lnNumType",
    "w:pgNumType",
    "w:cols",
    "w:titlePg",
    "w:docGrid",
)
"""What stands behind the size of the page in a section."""


def _fit(picture: Any, width: int, height: int) -> None:
    """Make a picture as large as the room allows, its sides in proportion."""
    extent = picture.getElementsByTagName("wp:extent")[0]
    wide, high = (int(extent.getAttribute(name)) for name in ("cx", "cy"))
    scale = min(width * _EMU_PER_TWIP / wide, height * _EMU_PER_TWIP / high)
    for node in (extent, *picture.getElementsByTagName("a:ext")):
        if node.hasAttribute("cx"):
            node.setAttribute("cx", str(int(wide * scale)))
            node.setAttribute("cy", str(int(high * scale)))
