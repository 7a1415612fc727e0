"""The one serializer of a picture: a tree of elements as text, each element on a line of its own.

What stands in a text or an attribute is escaped as :mod:`xml.etree.ElementTree` escapes it. That module
asks each tag for a namespace and each attribute for each sign in turn, which takes longer than making a
map of 150 partners a tree; a picture has one namespace, and few of its attributes have anything to escape.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_IN_TEXT = re.compile("[&<>]")
_IN_ATTRIBUTE = re.compile('[&<>"\r\n\t]')
_ESCAPED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\r": "&#13;",
    "\n": "&#10;",
    "\t": "&#09;",
}


def xml_text(root: ET.Element) -> str:
    """Give an element with all it holds as text, indented by a space a level.

    The inside of ``text`` elements is left alone, as space counts there. Names are written as they stand.

    Example:
        >>> group = ET.Element("g", {"data-name": "<Ä & Ö>"})
        >>> ET.SubElement(group, "title").text = "A < B"
        >>> print(xml_text(group))
        <g data-name="&lt;Ä &amp; Ö&gt;">
         <title>A &lt; B</title>
        </g>
    """
    parts: list[str] = []
    _write(root, "\n ", parts)
    return "".join(parts)


def _write(element: ET.Element, line: str | None, parts: list[str]) -> None:
    """Write an element; *line* begins each line inside it, ``None`` where all stays on one line."""
    tag, attributes = element.tag, element.attrib
    parts.append(f"<{tag}")
    # Most elements have nothing to escape, and one search tells.
    if _IN_ATTRIBUTE.search("".join(attributes.values())) is None:
        parts += [f' {name}="{value}"' for name, value in attributes.items()]
    else:
        parts += [f' {name}="{_IN_ATTRIBUTE.sub(_escape, value)}"' for name, value in attributes.items()]
    if not len(element):
        parts.append(f">{_IN_TEXT.sub(_escape, element.text)}</{tag}>" if element.text else " />")
        return
    parts.append(">")
    if tag == "text":
        line = None
    if line is None:
        parts.append(_IN_TEXT.sub(_escape, element.text or ""))
        for child in element:
            _write(child, None, parts)
            parts.append(_IN_TEXT.sub(_escape, child.tail or ""))
    else:
        deeper = line + " "
        for child in element:
            parts.append(line)
            _write(child, deeper, parts)
        parts.append(line[:-1])
    parts.append(f"</{tag}>")


def _escape(found: re.Match[str]) -> str:
    return _ESCAPED[found[0]]
