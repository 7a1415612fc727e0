"""Whatever a name is, each picture draws it or shows that it cannot; nothing breaks, runs or turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest

from jmdexport.builtin import _pictures
from jmdexport.direction import unmarked
from jmdexport.documents.escaping import shown
from jmdexport.drawing.letters import REPLACEMENT, drawn
from jmdexport.drawing.measure import web_style
from jmdexport.drawing.printed import with_printable
from jmdexport.drawing.scene import Group, Item, Scene, Text
from jmdmodel.collection import Collection
from jmdmodel.fields import evolve
from tests.unit.builtin._names import HARD, OPTIONS, OWN, REPLACED, named, naughty, pictures, portions

SVG = "{http://www.w3.org/2000/svg}"
TURNS = re.compile("[\u202a-\u202e]")
PLAIN = ("Haus am Bach", "Jugendtreff", "Verein der Freunde")


@cache
def vocabulary(exporter: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the elements and attributes that the pictures of plain names are made of."""
    elements = [one for svg in pictures(named(PLAIN), exporter) for one in ET.fromstring(svg).iter()]
    return frozenset(one.tag for one in elements), frozenset(key for one in elements for key in one.attrib)


def harmless(svg: bytes, exporter: str) -> ET.Element:
    """Look that a picture is sound, and made of nothing that pictures of plain names are not made of."""
    root = ET.fromstring(svg)
    tags, keys = vocabulary(exporter)
    for element in root.iter():
        assert element.tag in tags | {f"{SVG}tspan"}
        assert set(element.attrib) <= keys | {"text-anchor"}
        if element.tag == f"{SVG}style":
            assert element.text == web_style()
        else:
            assert not TURNS.search(element.text or "")
        links = [value for key, value in element.items() if "href" in key or "url(" in value]
        assert all(re.fullmatch(r"url\(#[a-z0-9-]+\)", link) for link in links)
    assert b"<script" not in svg
    return root


@pytest.mark.parametrize("exporter", OPTIONS)
def test_each_picture_holds_any_name(exporter: str) -> None:
    made = list(pictures(named(OWN), exporter, title=HARD["markup"] + HARD["null"]))
    assert made
    for svg in made:
        harmless(svg, exporter)


def test_no_naughty_string_harms_a_picture(shared: Path) -> None:
    names = naughty(shared)
    assert len(names) > 500
    for some in portions(names):
        workspace = named(some)
        for exporter in OPTIONS:
            for svg in pictures(workspace, exporter):
                harmless(svg, exporter)


def squeezed(text: str) -> str:
    """Leave out what the breaking of lines adds and takes away."""
    return re.sub(r"[\s-]", "", unmarked(text))


def read_back(names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield name, label and pop-up text of each partner of the network map."""
    workspace = named(tuple(names))
    (svg,) = pictures(workspace, "network-map")
    found = ET.fromstring(svg)
    for group in found.iter(f"{SVG}g"):
        if "data-partner" in group.attrib and group.find(f"{SVG}title") is not None:
            (label,) = (one for one in group.iter(f"{SVG}text") if one.get("data-role") == "label")
            name = workspace.partners[group.attrib["data-partner"]].name
            yield name, "".join(label.itertext()), group.findtext(f"{SVG}title") or ""


def reads_as_written(names: Sequence[str]) -> None:
    told = list(read_back(names))
    assert len(told) > 50
    for name, label, tooltip in told:
        wanted = squeezed(drawn(shown(name)))
        assert wanted in squeezed(tooltip) or wanted == REPLACEMENT
        assert label.isdigit() or squeezed(label) == wanted, name


def test_a_label_reads_as_the_name_was_written() -> None:
    reads_as_written(OWN)


def test_naughty_strings_read_as_they_were_written(shared: Path) -> None:
    for some in portions(naughty(shared)):
        reads_as_written(some)


@pytest.mark.parametrize("suffix", [".png", ".pdf"])
@pytest.mark.parametrize("exporter", OPTIONS)
def test_each_picture_can_be_printed_with_any_name(
    exporter: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("typst" if suffix == ".pdf" else "resvg_py", reason="an extra is not installed")
    monkeypatch.setitem(OPTIONS, exporter, {**OPTIONS[exporter], "dpi": 50})
    made = list(pictures(named(OWN), exporter, suffix, title=OWN[0]))
    assert made
    for data in made:
        assert data.startswith(b"%PDF-" if suffix == ".pdf" else b"\x89PNG")


@pytest.mark.parametrize("exporter", OPTIONS)
def test_what_print_cannot_show_is_said_on_the_picture(
    exporter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenes: list[Scene] = []
    monkeypatch.setattr(_pictures, "to_png", lambda scene, **_: scenes.append(scene) or b"")
    list(pictures(named(tuple(REPLACED.values())), exporter, ".png"))
    assert scenes
    for scene in scenes:
        said = " ".join(lines_of(with_printable(scene).items))
        assert REPLACEMENT not in said or f"{REPLACEMENT} steht für Schriftzeichen" in said
    assert any(REPLACEMENT in " ".join(lines_of(with_printable(scene).items)) for scene in scenes)


def lines_of(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield from lines_of(item.items)
        elif isinstance(item, Text):
            yield from item.lines


def test_a_name_of_right_to_left_letters_does_not_turn_the_words_beside_it() -> None:
    workspace = named(("Haus",))
    first, *others = workspace.partners
    turned = evolve(workspace, partners=Collection([attrs.evolve(first, name="\u202eجمعية"), *others]))
    (svg,) = pictures(turned, "network-map")
    found = [one for one in ET.fromstring(svg).itertext() if "جمعية" in one]
    assert found
    assert all("\u2068جمعية\u2069" in one for one in found)
