"""A scene as SVG, through one XML serializer.

Text stays text: it can be searched, read aloud and copied. Style stands in attributes, because style
rules do not travel between the programs that show SVG. The one exception is the font, which browsers take
from the file itself (:mod:`jmdexport.drawing.web_fonts`). A program that does not heed it, or a letter
outside Latin script, gets another sans serif, and each line is drawn as wide as it was measured
(``textLength``), so that no overlap comes about. The PNG is always made with the shipped font files.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from jmdexport.drawing.letters import clean, drawn
from jmdexport.drawing.measure import MM_PER_POINT, is_covered, text_width, web_style
from jmdexport.drawing.scene import (
    Circle,
    Data,
    Group,
    Hatch,
    Item,
    Paint,
    Path,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Text,
)

FONT_FAMILY = "Noto Sans, Noto Sans Arabic, Open Sans, Segoe UI, Helvetica, Arial, sans-serif"
HALO = 0.3
"""How wide the line is that makes the margin round letters, as a share of the size of type."""
_NAMESPACE = "http://www.w3.org/2000/svg"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def to_svg(scene: Scene, *, fonts: bool = True) -> str:
    """Give the scene as the text of an SVG file, the same text for the same scene (R-32).

    Args:
        fonts: Whether the file brings the font for browsers along, about 32 kB.
    """
    root = svg_element(scene, fonts=fonts)
    _indent(root, "\n ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def svg_element(scene: Scene, *, fonts: bool = True) -> ET.Element:
    """Give the scene as the root of an SVG that is not written yet, for pages that hold it inline."""
    root = ET.Element(
        "svg",
        {
            "xmlns": _NAMESPACE,
            "width": f"{number(scene.width)}mm",
            "height": f"{number(scene.height)}mm",
            "viewBox": f"0 0 {number(scene.width)} {number(scene.height)}",
            "role": "img",
            "lang": scene.language,
            _XML_LANG: scene.language,
            "aria-labelledby": "map-title map-description",
            "font-family": FONT_FAMILY,
        },
    )
    ET.SubElement(root, "title", {"id": "map-title"}).text = clean(scene.title)
    ET.SubElement(root, "desc", {"id": "map-description"}).text = clean(scene.description)
    if scene.hatches or fonts:
        defs = ET.SubElement(root, "defs")
        if fonts:
            ET.SubElement(defs, "style").text = web_style()
        for hatch in scene.hatches:
            _pattern(defs, hatch)
    for item in scene.items:
        _write(root, item)
    return root


def number(value: float) -> str:
    """Give a length with at most three decimals, never in the form of an exponent, never minus nought."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _write(parent: ET.Element, item: Item) -> None:
    match item:
        case Group():
            element = ET.SubElement(parent, "g", _with({}, data=item.data))
            if item.title:
                ET.SubElement(element, "title").text = clean(item.title)
            for inner in item.items:
                _write(element, inner)
        case Text():
            _text(parent, item)
        case Circle():
            place = {"cx": number(item.x), "cy": number(item.y), "r": number(item.radius)}
            ET.SubElement(parent, "circle", _with(place, item.paint, item.data))
        case Polygon():
            ET.SubElement(parent, "polygon", _with({"points": _points(item.points)}, item.paint, item.data))
        case Polyline():
            ET.SubElement(parent, "polyline", _with({"points": _points(item.points)}, item.paint, item.data))
        case Path():
            way = " ".join([" ".join([step, *map(number, numbers)]) for step, numbers in item.steps])
            ET.SubElement(parent, "path", _with({"d": way}, item.paint, item.data))
        case Rect():
            place = {
                "x": number(item.x),
                "y": number(item.y),
                "width": number(item.width),
                "height": number(item.height),
            }
            ET.SubElement(parent, "rect", _with(place, item.paint, item.data))


def _text(parent: ET.Element, item: Text) -> None:
    size = item.size * MM_PER_POINT
    place = {"x": number(item.x), "y": number(item.y), "font-size": number(size), "text-anchor": item.anchor}
    if item.bold:
        place["font-weight"] = "700"
    if item.halo is not None:
        wide = {"fill": item.halo, "stroke": item.halo, "stroke-width": number(size * HALO)}
        halo = {"stroke-linejoin": "round", "aria-hidden": "true"}
        _lines(ET.SubElement(parent, "text", place | wide | halo), item)
    place["fill"] = item.colour
    _lines(ET.SubElement(parent, "text", _with(place, data=item.data)), item)


def _lines(element: ET.Element, item: Text) -> None:
    if len(item.lines) == 1:
        text = drawn(item.lines[0])
        element.attrib |= _length(item, text)
        element.text = text
        return
    last = len(item.lines) - 1
    for index, line in enumerate(item.lines):
        place = {"x": number(item.x), "y": number(item.y + index * item.leading)}
        # A space keeps the words of two lines apart for whoever copies or searches the text. It stands on
        # the side where it does not move the line: the renderers count it for the anchor.
        before = " " if index and item.anchor == "end" and not _joined(item.lines[index - 1]) else ""
        after = " " if index < last and item.anchor == "start" and not _joined(line) else ""
        text = before + drawn(line) + after
        ET.SubElement(element, "tspan", place | _length(item, text)).text = text


def _length(item: Text, line: str) -> dict[str, str]:
    """Give the measured width, so that another font takes no more room than was planned for Noto Sans."""
    if len(line.strip()) < 2 or not is_covered(line, bold=item.bold):
        return {}
    width = text_width(line, size=item.size, bold=item.bold)
    return {"textLength": number(width), "lengthAdjust": "spacingAndGlyphs"}


def _joined(line: str) -> bool:
    """Tell whether a line was broken after a hyphen or slash inside a word."""
    return len(line) > 1 and line[-1] in "-/–" and line[-2] != " "


def _indent(element: ET.Element, line: str) -> None:
    """Put every element on a line of its own, but leave the inside of texts alone: space counts there."""
    if not len(element) or element.tag == "text":
        return
    element.text = line
    for child in element:
        _indent(child, line + " ")
        child.tail = line
    element[-1].tail = line[:-1]


def _pattern(parent: ET.Element, hatch: Hatch) -> None:
    size = number(hatch.size)
    place = {"id": hatch.name, "width": size, "height": size, "patternUnits": "userSpaceOnUse"}
    element = ET.SubElement(parent, "pattern", place)
    ET.SubElement(element, "rect", {"width": size, "height": size, "fill": hatch.ground})
    for item in hatch.items:
        _write(element, item)


def _with(place: dict[str, str], paint: Paint | None = None, data: Data = ()) -> dict[str, str]:
    """Add paint and data to the attributes of an element."""
    if paint is not None:
        place["fill"] = paint.fill or "none"
        if paint.stroke is not None:
            place["stroke"] = paint.stroke
            place["stroke-width"] = number(paint.width)
            if paint.dash:
                place["stroke-dasharray"] = " ".join(map(number, paint.dash))
            if paint.round:
                place["stroke-linecap"] = place["stroke-linejoin"] = "round"
    for name, value in data:
        place[name] = clean(value)
    return place


def _points(points: tuple[Point, ...]) -> str:
    return " ".join([f"{number(x)},{number(y)}" for x, y in points])
