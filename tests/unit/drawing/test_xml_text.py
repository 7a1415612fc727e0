"""The serializer of pictures: what it writes is what the standard library reads."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jmdexport.drawing.xml_text import xml_text


@pytest.mark.parametrize("value", ["", "plain", '<a b="c">&amp;', "a\nb\tc\rd", "Ä – „x“ ]]>", "'"])
def test_what_is_written_is_read_as_it_was(value: str) -> None:
    root = ET.Element("svg", {"data-a": value, "data-b": "x"})
    ET.SubElement(root, "title").text = value
    text = ET.SubElement(root, "text")
    for _ in range(2):
        ET.SubElement(text, "tspan").text = value
    found = ET.fromstring(xml_text(root))
    assert found.attrib == {"data-a": value, "data-b": "x"}
    read = value.replace("\r", "\n")  # in a text a reader takes every break for a line feed
    assert (found.findtext("title") or "") == read
    assert ["".join(line.itertext()) for line in found.iter("tspan")] == [read, read]


def test_it_writes_what_the_standard_library_writes() -> None:
    root = ET.Element("g", {"data-name": '"&<>'})
    ET.SubElement(root, "title").text = 'a < "b"'
    text = ET.SubElement(ET.SubElement(root, "g"), "text", {"x": "1"})
    ET.SubElement(text, "tspan").text = "one "
    ET.SubElement(text, "tspan").text = "two"
    ET.SubElement(root, "path", {"d": "M 0 0"})
    ours = xml_text(root)
    assert ours.count("\n") == 6
    assert "<tspan>one </tspan><tspan>two</tspan></text>" in ours
    assert "".join(line.strip() for line in ours.split("\n")) == ET.tostring(root, encoding="unicode")
