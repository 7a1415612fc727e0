"""The SVG of a map: parses, carries what it stands for, and holds no more than it must."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from importlib import resources
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from jmdexport.drawing import Link, draw_map, to_svg
from jmdexport.drawing.letters import clean
from jmdexport.drawing.measure import web_style
from jmdexport.drawing.scene import Group, Paint, Polyline, Rect, Scene, Text
from jmdexport.drawing.svg import number
from jmdexport.drawing.web_fonts import FILES, RANGES, font_faces
from tests.unit.drawing._plans import mark, network, plan

SVG = "{http://www.w3.org/2000/svg}"
MARKUP = '<script>alert("x")</script> & Söhne'


def root(*marks: object, **values: object) -> ET.Element:
    return ET.fromstring(to_svg(draw_map(plan(marks, **values))))  # type: ignore[arg-type]


def with_role(element: ET.Element, role: str) -> Iterator[ET.Element]:
    return (found for found in element.iter() if found.get("data-role") == role)


def partner(element: ET.Element, name: str) -> ET.Element:
    (found,) = (inner for inner in element.iter(f"{SVG}g") if inner.get("data-partner") == name)
    return found


def scene(*items: object) -> Scene:
    return Scene(width=10, height=20, language="de", title="t", description="d", items=items)  # type: ignore[arg-type]


def test_the_page_has_its_size_in_millimetres_and_a_view_box() -> None:
    found = root(mark(1))
    assert (found.get("width"), found.get("height")) == ("297mm", "210mm")
    assert found.get("viewBox") == "0 0 297 210"


def test_a_reader_of_screens_finds_role_language_title_and_description() -> None:
    found = root(mark(1), language="en")
    assert found.get("role") == "img"
    assert found.get("lang") == "en"
    named = found.get("aria-labelledby", "").split()
    assert [element.get("id") for element in list(found)[:2]] == named
    assert [element.tag for element in list(found)[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert "one partner" in (found.findtext(f"{SVG}desc") or "")


def test_a_partner_carries_its_data() -> None:
    found = partner(root(mark(7, ring=5, size=2, kind="school")), "p007")
    assert found.get("id") == "partner-p007"
    assert found.get("data-kind") == "school"
    assert found.get("data-intensity") == "5"
    assert found.get("data-importance") == "2"
    assert found.get("data-year") == "2024"


def test_what_was_not_rated_is_empty_and_not_nought() -> None:
    found = partner(root(mark(7, ring=None, size=None, strip="not-rated")), "p007")
    assert (found.get("data-intensity"), found.get("data-importance")) == ("", "")
    assert found.get("data-state") == "not-rated"


@pytest.mark.parametrize("ring", [3, None])
def test_a_partner_has_one_label_and_one_node(ring: int | None) -> None:
    found = partner(root(mark(1, label="Jobcenter", ring=ring, strip="" if ring else "unknown")), "p001")
    (label,) = with_role(found, "label")
    assert "".join(label.itertext()) == "Jobcenter"
    assert len(list(with_role(found, "node"))) == 1


def test_a_tie_tells_its_ends() -> None:
    found = root(mark(1), mark(2), links=[Link(id="t", a="p002", b="p001", strength=4)])
    (tie,) = with_role(found, "tie")
    assert (tie.get("data-from"), tie.get("data-to")) == ("p002", "p001")


def test_leaders_are_hidden_from_readers_of_screens() -> None:
    leaders = list(with_role(root(mark(1), mark(2)), "leader"))
    assert len(leaders) == 2
    assert all(leader.get("aria-hidden") == "true" for leader in leaders)


def test_a_halo_is_a_second_text_below_that_is_hidden() -> None:
    text = Text(
        x=1, y=2, lines=("Ä",), size=8, colour="#000000", halo="#ffffff", data=(("data-role", "label"),)
    )
    found = list(ET.fromstring(to_svg(scene(text))).iter(f"{SVG}text"))
    assert [element.get("aria-hidden") for element in found] == ["true", None]
    assert [element.get("data-role") for element in found] == [None, "label"]


def test_a_name_that_is_markup_stays_a_name() -> None:
    found = root(mark(1, label=MARKUP))
    (label,) = with_role(partner(found, "p001"), "label")
    assert "".join(label.itertext()) == MARKUP
    assert not list(found.iter(f"{SVG}script"))


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    assert clean("a\x00b\x1fc\ud800d\uffffe") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert clean("Zeile\nzwei\t😀") == "Zeile\nzwei\t😀"
    ET.fromstring(to_svg(draw_map(plan([mark(1, label="Ver\x00ein\x0b")]))))


def test_the_words_of_two_lines_stay_apart() -> None:
    name = "Beirat für Migration und Integration der Stadt Musterstadt"
    found = root(*(mark(n, label=name) for n in range(4)))
    for n in range(4):
        (label,) = with_role(partner(found, f"p{n:03}"), "label")
        assert len(label) > 1
        assert " ".join("".join(label.itertext()).split()) == name


def test_each_line_tells_its_measured_width_so_that_another_font_fits() -> None:
    (label,) = with_role(partner(root(mark(1, label="Jobcenter")), "p001"), "label")
    size = float(label.get("font-size", ""))
    assert float(label.get("textLength", "")) == pytest.approx(4.493 * size, abs=0.005)
    assert label.get("lengthAdjust") == "spacingAndGlyphs"


@pytest.mark.parametrize("name", ["جمعية الشباب", "🏫 Schule", "J"])
def test_a_width_that_is_not_exact_is_not_told(name: str) -> None:
    (label,) = with_role(partner(root(mark(1, label=name)), "p001"), "label")
    assert label.get("textLength") is None


def test_nothing_is_fetched_from_anywhere_and_the_only_style_is_that_of_the_font() -> None:
    text = to_svg(draw_map(network(40, ties=10)))
    assert re.findall(r'(?:href|src)="', text) == []
    assert [style.text for style in ET.fromstring(text).iter(f"{SVG}style")] == [web_style()]
    assert re.findall(r"url\((?!#|data:font/woff2;base64,)", text) == []
    assert text.count("http") == text.count('"http://www.w3.org/2000/svg"')


def test_without_fonts_the_picture_is_the_same_and_has_no_style() -> None:
    drawn = draw_map(network(40))
    bare = to_svg(drawn, fonts=False)
    assert "<style" not in bare
    assert "data:" not in bare
    assert re.sub(r"\n *<style>.*</style>", "", to_svg(drawn)) == bare


def web_files() -> dict[str, bytes]:
    """Give the fonts in the style sheet by their names."""
    held = re.findall(r"font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]*)\)", web_style())
    names = {str(weight): file for weight, _, file in FILES}
    return {names[weight]: base64.b64decode(data) for weight, data in held}


def test_the_rules_of_the_font_hold_small_files_for_both_weights() -> None:
    files = web_files()
    assert sorted(files) == sorted(file for _, _, file in FILES)
    assert all(data.startswith(b"wOF2") and len(data) < 13_000 for data in files.values())
    assert font_faces(files) == web_style()


@pytest.mark.parametrize("file", [file for _, _, file in FILES])
def test_the_fonts_for_browsers_have_the_characters_and_widths_of_those_that_were_measured(file: str) -> None:
    shipped = resources.files("jmdexport").joinpath("fonts", file.replace(".woff2", ".ttf")).read_bytes()
    small, whole = (TTFont(io.BytesIO(data)) for data in (web_files()[file], shipped))
    cmap, full = small.getBestCmap(), whole.getBestCmap()
    assert set(cmap) == {code for first, last in RANGES for code in range(first, last + 1)} & set(full)
    assert all(small["hmtx"][cmap[code]][0] == whole["hmtx"][full[code]][0] for code in cmap)


def test_every_hatch_that_is_used_is_defined() -> None:
    text = to_svg(draw_map(network(40, sectors=20)))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(re.findall(r'<pattern id="([^"]+)"', text))


def test_identifiers_are_unique() -> None:
    names = re.findall(r' id="([^"]+)"', to_svg(draw_map(network(60))))
    assert len(names) == len(set(names))


def test_lengths_have_three_decimals_at_most_and_no_exponent() -> None:
    assert [number(value) for value in (0.0, -0.0001, 1 / 3, 1e-9, 100.0, -2.5)] == [
        "0",
        "0",
        "0.333",
        "0",
        "100",
        "-2.5",
    ]


def test_a_shape_without_fill_says_so() -> None:
    items = (
        Rect(x=0, y=0, width=1, height=1, paint=Paint(stroke="#000000", width=0.1)),
        Group(
            items=(Polyline(points=((0, 0), (1, 1)), paint=Paint(stroke="#000000", width=0.1, dash=(1, 2))),)
        ),
    )
    found = ET.fromstring(to_svg(scene(*items)))
    rect, line = found.find(f"{SVG}rect"), found.find(f"{SVG}g/{SVG}polyline")
    assert rect is not None
    assert line is not None
    assert rect.get("fill") == line.get("fill") == "none"
    assert line.get("stroke-dasharray") == "1 2"
