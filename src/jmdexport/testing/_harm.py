"""Find what a text of the workspace has become in an output: script, link, formula; and references."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from markdown_it import MarkdownIt

from jmdexport.records import Artifact
from jmdexport.testing import _detail_texts as texts
from jmdexport.testing._content import form_of, is_text, rows_of, text_of
from jmdexport.testing._markup import Element, Page, read_html, read_xml
from jmdexport.testing._planting import HARM
from jmdmodel.messages import Message

_SAFE: Final = ("http:", "https:", "mailto:", "tel:", "data:image/", "data:font/", "#")
_TARGETS: Final = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset", "background"})
_ACTIVE: Final = frozenset({"script", "style", "iframe", "object", "embed", "template", "foreignobject"})
_FORMULA: Final = re.compile(r"[\s\"]*[=+@\-＝＋－＠|%]")
_LOADING: Final = {
    "img": ("src", "srcset"),
    "image": ("href",),
    "feimage": ("href",),
    "use": ("href",),
    "script": ("src", "href"),
    "link": ("href",),
    "iframe": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
}
_IN_STYLE: Final = re.compile(r"(?:url\(|@import)\s*['\"]?([^'\")\s;]+)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MARKUP_FORMS: Final = frozenset({"text/html", "application/xhtml+xml"})


def _quoted(text: str) -> str:
    """Give the beginning of a text, all signs visible."""
    return ascii(text[:60])


def page_of(artifact: Artifact) -> Page | None:
    """Read a file of markup; ``None`` when it is of another form."""
    form = form_of(artifact)
    if form in _MARKUP_FORMS:
        return read_html(text_of(artifact))
    return read_xml(artifact.data) if form.endswith(("/xml", "+xml")) else None


def harms_of(artifact: Artifact) -> Iterator[Message]:
    """Yield what hostile texts have become in a file."""
    page = page_of(artifact)
    if page is not None:
        for element in page.elements:
            yield from _of_element(element)
    form = form_of(artifact)
    if form == "text/markdown":
        yield from _of_markdown(text_of(artifact))
    elif form in {"text/csv", "text/tab-separated-values"}:
        for number, row in enumerate(rows_of(text_of(artifact)) or [], start=1):
            yield from (
                Message.of(texts.BECAME_FORMULA, row=number, cell=_quoted(cell))
                for cell in row
                if HARM in cell and _FORMULA.match(cell)
            )


def _of_element(element: Element) -> Iterator[Message]:
    if element.tag in _ACTIVE and HARM in element.text and not _is_data(element):
        yield Message.of(texts.BECAME_CONTENT, tag=element.tag)
    for name, value in element.attributes.items():
        if HARM in name or (name.startswith("on") and HARM in value):
            yield Message.of(texts.BECAME_ATTRIBUTE, name=_quoted(name), tag=element.tag)
        elif name == "style" and HARM in value:
            yield Message.of(texts.BECAME_ATTRIBUTE, name=name, tag=element.tag)
        elif name in _TARGETS and HARM in value and not _is_harmless(value):
            yield Message.of(texts.BECAME_TARGET, target=_quoted(value), tag=element.tag)
    if HARM in element.tag:
        yield Message.of(texts.BECAME_ELEMENT, tag=_quoted(element.tag))


def _is_data(element: Element) -> bool:
    """Tell whether a script is none, but a block of JSON that no browser runs."""
    if element.tag != "script" or element.attributes.get("type", "").lower() != "application/json":
        return False
    try:
        json.loads(element.text)
    except ValueError:
        return False
    return True


def _is_harmless(target: str) -> bool:
    """Tell whether a link leads where links may lead, or is a path and nothing else."""
    plain = re.sub(r"[\x00-\x20]", "", target).casefold()
    return plain.startswith(_SAFE) or not _SCHEME.match(plain)


def _of_markdown(text: str) -> Iterator[Message]:
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        for part in (token, *(token.children or ())):
            if part.type.startswith("html_") and HARM in part.content:
                yield Message.of(texts.BECAME_HTML, part=_quoted(part.content))
            elif part.type in {"link_open", "image"}:
                target = str(part.attrGet("href") or part.attrGet("src") or "")
                if HARM in target:
                    yield Message.of(texts.BECAME_LINK, target=_quoted(target))


def outside_of(artifact: Artifact, beside: frozenset[str]) -> Iterator[Message]:
    """Yield the references of a page or picture that lead to another place than the files beside it."""
    page = page_of(artifact)
    for element in page.elements if page is not None else ():
        for name in _LOADING.get(element.tag, ()):
            if element.tag == "link" and "stylesheet" not in element.attributes.get("rel", ""):
                continue
            value = element.attributes.get(name, "")
            parts = (
                [part.split()[0] for part in value.split(",") if part.split()]
                if name == "srcset"
                else [value]
            )
            yield from (
                Message.of(texts.LOADS, target=_quoted(part), tag=element.tag)
                for part in parts
                if _is_outside(part, beside)
            )
        styles = element.attributes.get("style", "") + (element.text if element.tag == "style" else "")
        yield from (
            Message.of(texts.LOADS_IN_STYLE, target=_quoted(found))
            for found in _IN_STYLE.findall(styles)
            if _is_outside(found, beside)
        )
    if form_of(artifact) == "text/markdown":
        for token in MarkdownIt("commonmark").parse(text_of(artifact)):
            for part in token.children or ():
                target = str(part.attrGet("src") or "")
                if part.type == "image" and _is_outside(target, beside):
                    yield Message.of(texts.LOADS, target=_quoted(target), tag="img")


def _is_outside(target: str, beside: frozenset[str]) -> bool:
    target = target.strip()
    if not target or target.startswith(("#", "data:")):
        return False
    return bool(_SCHEME.match(target)) or target.partition("#")[0].removeprefix("./") not in beside


def visible_text(artifact: Artifact) -> str | None:
    """Give what a person reads in a file; ``None`` when it is no text."""
    if not is_text(form_of(artifact)):
        return None
    page = page_of(artifact)
    if page is None:
        return text_of(artifact)
    parts = [element.text for element in page.elements if element.tag not in {"style", "script", "metadata"}]
    shown = ("title", "alt", "aria-label")
    parts += [
        element.attributes[name] for element in page.elements for name in shown if name in element.attributes
    ]
    return "\n".join(parts)
