"""Pages for the tests, and a reader that takes one apart as a browser does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from html.parser import HTMLParser
from typing import Any

import attrs

from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.drawing import Link, Mark
from jmdexport.page import KindOfPartner, MapPage
from jmdexport.run import export
from jmdmodel.messages import Language
from tests.unit.drawing._plans import plan

VOID = {"meta", "link", "input", "br"}
KINDS = (
    KindOfPartner("school", "Schule", "Schule und Bildung"),
    KindOfPartner("chamber", "Kammer", "Arbeit"),
)


@cache
def example(language: Language = "de", year: int = 2025, years: tuple[int, ...] = ()) -> str:
    """Give the page of the example service."""
    (made,) = export(
        load_example().workspace,
        "network-map",
        year=year,
        as_of=EXAMPLE_DATE,
        language=language,
        medium=".html",
        options={"years": years},
    )
    return made.data.decode("utf-8")


def small(
    *years: Sequence[Mark],
    links: Sequence[Link] = (),
    committees: tuple[tuple[str, str], ...] = (),
    **values: Any,
) -> MapPage:
    """Give a page of years from 2024 on; the last one is that which it opens with."""
    plans = tuple(
        attrs.evolve(plan(marks, links), year=2024 + at, title=f"Netzwerkkarte {2024 + at}")
        for at, marks in enumerate(years)
    )
    given = {"service": "JMD Musterstadt", "year": plans[-1].year, "kinds": KINDS, "committees": committees}
    return MapPage(**{**given, **values}, plans=plans)  # type: ignore[arg-type]


class Parsed(HTMLParser):
    """What stands in a page: elements with their attributes in order, and the text of each."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self._said: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._close_text()
        self.elements.append((tag, {name: value or "" for name, value in attributes}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        self._close_text()
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    def _close_text(self) -> None:
        if self._said:
            self.texts.append((self._open[-1] if self._open else "", "".join(self._said)))
            self._said = []

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def text_in(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag]

    @property
    def data(self) -> dict[str, Any]:
        return dict(json.loads(self.text_in("script")[0]))

    @property
    def policy(self) -> dict[str, list[str]]:
        (content,) = (one["content"] for one in self.all("meta") if "http-equiv" in one)
        parts = [part.split() for part in content.split(";")]
        return {name: allowed for name, *allowed in parts}
