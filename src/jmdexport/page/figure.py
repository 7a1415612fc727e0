"""A scene as a picture inside a page: names of its own for each year, and nothing that is not needed there.

Several pictures share one page, so every name that something refers to gets the year before it. The page
brings the font along, so the letters of that font need no measured width. What the pictures of the other
years tell in attributes and pop-up texts stands in the data of the page once more, and is left out of them.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from markupsafe import Markup

from jmdexport.drawing import Scene
from jmdexport.drawing.svg import svg_element
from jmdexport.drawing.web_fonts import RANGES

_URL = re.compile(r"url\(#([^)]*)\)")
_INHERITED = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")
_TOLD = ("data-kind", "data-group", "data-intensity", "data-importance", "data-year", "data-state")


def figure(scene: Scene, *, prefix: str, described_by: str, slim: bool = False) -> Markup:
    """Give the picture as markup for a page.

    Args:
        prefix: Stands before every name, so that no two pictures share one.
        described_by: Name of the element with the alternative text.
        slim: Leave out what the data of the page tell as well.
    """
    root = svg_element(scene, fonts=False)
    for child in list(root):
        if child.tag in {"title", "desc"}:  # the page has both; here a browser would show them on pointing
            root.remove(child)
    for name in ("xmlns", "width", "height", "aria-labelledby", "xml:lang"):
        root.attrib.pop(name, None)
    root.attrib |= {"aria-label": scene.title, "aria-describedby": described_by}
    for element in root.iter():
        _rename(element, prefix)
        _lighten(element)
        if slim and "data-partner" in element.attrib:
            _slim(element)
        _share(element)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - written by the XML serializer


def _rename(element: ET.Element, prefix: str) -> None:
    for name, value in element.attrib.items():
        if name == "id":
            element.set(name, prefix + value)
        elif name in {"fill", "stroke"} and value.startswith("url("):
            element.set(name, _URL.sub(rf"url(#{prefix}\1)", value))


def _lighten(element: ET.Element) -> None:
    if element.get("text-anchor") == "start":
        del element.attrib["text-anchor"]
    if "textLength" in element.attrib and _has_font(element.text or ""):
        del element.attrib["textLength"], element.attrib["lengthAdjust"]


def _has_font(text: str) -> bool:
    return all(any(first <= ord(letter) <= last for first, last in RANGES) for letter in text)


def _slim(element: ET.Element) -> None:
    for name in _TOLD:
        element.attrib.pop(name, None)
    for title in element.findall("title"):
        element.remove(title)


def _share(element: ET.Element) -> None:
    """Say once, on a group, what all its shapes say: they inherit it."""
    if element.tag != "g" or len(element) < 2 or any(child.tag == "g" for child in element):
        return
    for name in _INHERITED:
        values = {child.get(name) for child in element}
        if len(values) == 1 and (value := values.pop()) is not None and name not in element.attrib:
            element.set(name, value)
            for child in element:
                del child.attrib[name]
    if element.get("aria-hidden"):
        for child in element:
            child.attrib.pop("aria-hidden", None)
