"""What an ODT of pandoc still needs: alternative texts, lines in tables, pages for wide pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jmdexport.documents.docx import WIDE
from jmdexport.documents.packages import children, element, packed, read_xml, set_text, unpacked, xml_bytes
from jmdmodel.messages import Language

_COUNTRIES: dict[Language, str] = {"de": "DE", "en": "GB"}
_LANDSCAPE = "Landscape"
_LAYOUT = "LandscapePage"
_LINES = {
    "TableHeaderRowCell": ("1pt solid #1f2a30", "bottom"),
    "TableRowCell": ("0.5pt solid #c3ccca", "top"),
}
_UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6}
_A4 = (210.0, 297.0)
_BESIDE = 22.0
"""What is left free below a picture for its line and the footer, in millimetres."""


def finished_odt(
    data: bytes,
    *,
    title: str,
    language: Language,
    as_of: date,
    widths: Mapping[int, float],
    alts: Sequence[str],
    margin: float | None = None,
) -> bytes:
    """Give the ODT with all that pandoc leaves open.

    Args:
        data: What pandoc has made.
        title: Title of the document in its properties.
        language: Language of the texts.
        as_of: The day that counts as that of its making.
        widths: How wide each picture is drawn, by its place in the row of pictures.
        alts: The alternative texts of the pictures in their order.
        margin: Margin of a page in landscape, in millimetres; those of the usual page if not given.
    """
    parts = unpacked(data)
    content, styles, meta = (read_xml(parts[name]) for name in ("content.xml", "styles.xml", "meta.xml"))
    _describe(content, alts)
    _line(content)
    _space(content)
    room = _landscape_page(styles, margin)
    if room is not None:
        _turn(content, widths, room)
    for node in styles.getElementsByTagName("style:text-properties"):
        if node.parentNode.tagName == "style:default-style" and node.hasAttribute("fo:language"):
            node.setAttribute("fo:language", language)
            node.setAttribute("fo:country", _COUNTRIES[language])
    set_text(meta, "dc:title", title)
    for tag in ("meta:creation-date", "dc:date"):
        set_text(meta, tag, f"{as_of.isoformat()}T00:00:00Z")
    parts["META-INF/manifest.xml"] = _listed(parts)
    parts |= {"content.xml": xml_bytes(content), "styles.xml": xml_bytes(styles), "meta.xml": xml_bytes(meta)}
    return packed(parts)


def _describe(content: Any, alts: Sequence[str]) -> None:
    for frame, alt in zip(content.getElementsByTagName("draw:frame"), alts, strict=True):
        frame.setAttribute("text:anchor-type", "as-char")
        told = frame.appendChild(content.createElement("svg:desc"))
        told.appendChild(content.createTextNode(alt))


def _line(content: Any) -> None:
    """Draw a line below the head of each table and between its rows."""
    for style in content.getElementsByTagName("style:style"):
        line = _LINES.get(style.getAttribute("style:name"))
        if line is None:
            continue
        for node in style.getElementsByTagName("style:table-cell-properties"):
            if node.hasAttribute("fo:border"):
                node.removeAttribute("fo:border")
            for side in ("top", "bottom", "left", "right"):
                node.setAttribute(f"fo:border-{side}", "none")
            node.setAttribute("fo:border-bottom", line[0])
            node.setAttribute("fo:padding", "1mm")
            node.setAttribute("style:vertical-align", line[1])


def _space(content: Any) -> None:
    """Set each table to the left, with room above and below it."""
    for style in content.getElementsByTagName("style:style"):
        for node in style.getElementsByTagName("style:table-properties"):
            node.setAttribute("table:align", "left")
            node.setAttribute("fo:margin-top", "2mm")
            node.setAttribute("fo:margin-bottom", "5mm")


def _listed(parts: Mapping[str, bytes]) -> bytes:
    """Give the list of parts, with those that a reference document did not have."""
    manifest = read_xml(parts["META-INF/manifest.xml"])
    known = {
        one.getAttribute("manifest:full-path") for one in manifest.getElementsByTagName("manifest:file-entry")
    }
    for name in ("meta.xml", "styles.xml", "content.xml"):
        if name not in known:
            entry = element(manifest, "manifest:file-entry", manifest__full_path=name)
            entry.setAttribute("manifest:media-type", "text/xml")
            manifest.documentElement.appendChild(entry)
    return xml_bytes(manifest)


def _landscape_page(styles: Any, own: float | None) -> tuple[float, float] | None:
    """Add a page in landscape beside the usual one, with its header and footer; give the room on it."""
    masters = styles.getElementsByTagName("style:master-page")
    usual = next((one for one in masters if one.getAttribute("style:name") == "Standard"), None)
    layouts = {
        one.getAttribute("style:name"): one for one in styles.getElementsByTagName("style:page-layout")
    }
    layout = None if usual is None else layouts.get(usual.getAttribute("style:page-layout-name"))
    if usual is None or layout is None:
        return None
    turned = layout.cloneNode(deep=True)
    turned.setAttribute("style:name", _LAYOUT)
    page = element(styles, "style:page-layout-properties")
    page = next(iter(children(turned, page.tagName)), None) or turned.insertBefore(page, turned.firstChild)
    sizes = [
        _millimetres(page, f"fo:page-{side}", usual)
        for side, usual in zip(("width", "height"), _A4, strict=True)
    ]
    short, long = sorted(sizes)
    page.setAttribute("fo:page-width", f"{long:g}mm")
    page.setAttribute("fo:page-height", f"{short:g}mm")
    page.setAttribute("style:print-orientation", "landscape")
    layout.parentNode.insertBefore(turned, layout.nextSibling)
    master = usual.cloneNode(deep=True)
    master.setAttribute("style:name", _LANDSCAPE)
    master.setAttribute("style:page-layout-name", _LAYOUT)
    usual.parentNode.insertBefore(master, usual.nextSibling)
    for side in ("left", "right", "top", "bottom") if own is not None else ():
        page.setAttribute(f"fo:margin-{side}", f"{own:g}mm")
    margin = _millimetres(page, "fo:margin", 20.0)
    around = [_millimetres(page, f"fo:margin-{side}", margin) for side in ("left", "right", "top", "bottom")]
    return long - around[0] - around[1], short - around[2] - around[3] - _BESIDE


def _millimetres(node: Any, name: str, default: float) -> float:
    text = node.getAttribute(name).strip()
    unit = _UNITS.get(text[-2:])
    try:
        return default if unit is None else float(text[:-2]) * unit
    except ValueError:
        return default


def _turn(content: Any, widths: Mapping[int, float], room: tuple[float, float]) -> None:
    """Set each wide picture on a page of its own, and what follows back on the usual one."""
    for number, frame in enumerate(content.getElementsByTagName("draw:frame")):
        paragraph = frame.parentNode
        if widths.get(number, 0) <= WIDE or paragraph.parentNode.tagName != "office:text":
            continue
        wide, high = (_millimetres(frame, f"svg:{side}", 100.0) for side in ("width", "height"))
        scale = min(room[0] / wide, room[1] / high)
        frame.setAttribute("svg:width", f"{wide * scale:.2f}mm")
        frame.setAttribute("svg:height", f"{high * scale:.2f}mm")
        _begin_page(content, paragraph, _LANDSCAPE)
        after = _next(paragraph)
        if after is not None and not after.getElementsByTagName("draw:frame"):
            _begin_page(content, after, "Standard")


def _next(node: Any) -> Any:
    node = node.nextSibling
    while node is not None and node.nodeType != node.ELEMENT_NODE:
        node = node.nextSibling
    return node


def _begin_page(content: Any, block: Any, page: str) -> None:
    """Let a block begin a page of a kind: through a style of its own, or an empty line above a list."""
    automatic = content.getElementsByTagName("office:automatic-styles")[0]
    known = {one.getAttribute("style:name"): one for one in children(automatic, "style:style")}
    if block.tagName == "table:table":
        known[block.getAttribute("table:style-name")].setAttribute("style:master-page-name", page)
        return
    if block.tagName not in {"text:p", "text:h"}:
        block = block.parentNode.insertBefore(content.createElement("text:p"), block)
    old = block.getAttribute("text:style-name")
    name = f"Page{sum(one.startswith('Page') for one in known) + 1}"
    if old in known:
        style = known[old].cloneNode(deep=True)
    else:
        style = element(
            content, "style:style", style__family="paragraph", style__parent_style_name=old or "Standard"
        )
    style.setAttribute("style:name", name)
    style.setAttribute("style:master-page-name", page)
    automatic.appendChild(style)
    block.setAttribute("text:style-name", name)
