"""Read XML and HTML into a row of elements, strictly enough to tell what is not well formed."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any, Final
from xml.parsers import expat

import attrs

_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source")
) | {"track", "wbr"}
_END_MAY_LACK: Final = frozenset(
    ("li", "dt", "dd", "p", "rt", "rp", "optgroup", "option", "colgroup", "caption", "thead", "tbody")
) | {"tfoot", "tr", "td", "th", "html", "head", "body"}


@attrs.define
class Element:
    """An element: its name without a prefix, its attributes, the text that stands directly in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@attrs.define
class Page:
    """What was read: elements in order, all text, and what is not well formed."""

    elements: list[Element] = attrs.field(factory=list)
    fault: str = ""


def read_xml(data: bytes) -> Page:
    """Read XML; entities of its own are refused like faults, because they are never needed."""
    page, stack = Page(), list[Element]()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        stack.append(Element(_local(name), {_local(key): value for key, value in attributes.items()}))
        page.elements.append(stack[-1])

    def characters(text: str) -> None:
        if stack:
            stack[-1].text += text

    def declared(*_: Any) -> None:
        raise ValueError("an entity is declared")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: stack.pop()
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no name here
    except (expat.ExpatError, ValueError) as error:
        page.fault = str(error)
    return page


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; one that is empty by nature closes at once."""
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            self._open.append(self.page.elements[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that has no content."""
        found = {_local(name): value or "" for name, value in attrs}
        if len(found) < len(attrs):
            self._tell(f"<{tag}> has an attribute twice")
        self.page.elements.append(Element(_local(tag), found))

    def handle_endtag(self, tag: str) -> None:
        """Close the element; those whose end may be left out close with it."""
        while self._open and self._open[-1].tag != _local(tag) and self._open[-1].tag in _END_MAY_LACK:
            self._open.pop()
        if self._open and self._open[-1].tag == _local(tag):
            self._open.pop()
        elif tag not in _VOID:
            self._tell(f"</{tag}> closes nothing that is open")

    def handle_data(self, data: str) -> None:
        """Keep text with the element that it stands in."""
        if self._open:
            self._open[-1].text += data

    def _tell(self, fault: str) -> None:
        line, column = self.getpos()
        self.page.fault = self.page.fault or f"{fault}: line {line}, column {column}"

    def ended(self) -> Page:
        """Give the page, once all has been read."""
        left = [element.tag for element in self._open if element.tag not in _END_MAY_LACK]
        if left:
            self._tell(f"<{left[-1]}> is never closed")
        if not self.page.elements:
            self._tell("there is no element")
        return self.page


def read_html(text: str) -> Page:
    """Read HTML; ends of elements that the standard lets one leave out may be missing."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.ended()
