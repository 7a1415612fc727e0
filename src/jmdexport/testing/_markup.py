"""Read XML and HTML into a row of elements, strictly enough to tell what is not well formed."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any, Final
from xml.parsers import expat

import attrs

from jmdexport.testing import _detail_texts as texts
from jmdmodel.messages import Message, Say

_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source")
) | {"track", "wbr"}
_END_MAY_LACK: Final = frozenset(
    ("li", "dt", "dd", "p", "rt", "rp", "optgroup", "option", "colgroup", "caption", "thead", "tbody")
) | {"tfoot", "tr", "td", "th", "html", "head", "body"}


class _EntityDeclared(Exception):  # noqa: N818 - never leaves this module
    """The file declares an entity, which no file of ours needs."""


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
    fault: Message | None = None


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
        raise _EntityDeclared

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: stack.pop()
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no name here
    except _EntityDeclared:
        page.fault = Message.of(texts.ENTITY)
    except (expat.ExpatError, ValueError) as error:
        page.fault = Message.of(texts.PARSER, told=str(error))
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
            self._tell(texts.ATTRIBUTE_TWICE, tag)
        self.page.elements.append(Element(_local(tag), found))

    def handle_endtag(self, tag: str) -> None:
        """Close the element; those whose end may be left out close with it."""
        while self._open and self._open[-1].tag != _local(tag) and self._open[-1].tag in _END_MAY_LACK:
            self._open.pop()
        if self._open and self._open[-1].tag == _local(tag):
            self._open.pop()
        elif tag not in _VOID:
            self._tell(texts.CLOSES_NOTHING, tag)

    def handle_data(self, data: str) -> None:
        """Keep text with the element that it stands in."""
        if self._open:
            self._open[-1].text += data

    def _tell(self, what: Say, tag: str) -> None:
        line, column = self.getpos()
        found = Message.of(what, tag=tag, line=str(line), column=str(column))
        self.page.fault = self.page.fault or found

    def ended(self) -> Page:
        """Give the page, once all has been read."""
        left = [element.tag for element in self._open if element.tag not in _END_MAY_LACK]
        if left:
            self._tell(texts.NEVER_CLOSED, left[-1])
        if not self.page.elements:
            self.page.fault = Message.of(texts.NO_ELEMENT)
        return self.page


def read_html(text: str) -> Page:
    """Read HTML; ends of elements that the standard lets one leave out may be missing."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.ended()
