"""The legend of the map of the social space, the bar that tells distances, and the arrow to the north."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jmdexport.drawing import geo_words as words
from jmdexport.drawing.geo_ground import View, bar_length
from jmdexport.drawing.geo_plan import PARTNER, SERVICE, GeoPlan
from jmdexport.drawing.geo_signs import BOUNDARY, GROUND, WINDOW, drawn, ground_of, kinds_used, line_of
from jmdexport.drawing.keys_across import Key, across
from jmdexport.drawing.layout_flow import Row, gap
from jmdexport.drawing.measure import line_box, text_width
from jmdexport.drawing.palette import INK, LEADER, PAPER
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Circle, Data, Group, Item, Paint, Polygon, Polyline, Rect, Text
from jmdexport.drawing.shapes import reach
from jmdmodel.messages import Language

_KEY: Data = (("data-role", "key"), ("aria-hidden", "true"))
_BAR = 40.0
"""The bar is no longer than this."""


def legend(
    plan: GeoPlan, *, width: float, size: float, area: float, block: bool, window: str | None
) -> list[Row]:
    """Give the rows of the legend across the page; only what the map shows is explained.

    Args:
        area: Area of the signs on the map.
        block: Whether the map has frames with several things.
        window: What the frame of a detail means, where the map has one.
    """
    language = plan.language
    groups = {group.code: group for group in plan.kinds}
    labels = {group.code: group.label for group in plan.kinds}
    labels |= {SERVICE: plan.kind_labels[0], PARTNER: plan.kind_labels[1]}
    room = 2 * reach("triangle-up", area) + 1.6
    signs = [Key(labels[code], room, _sign(groups.get(code), code, room, area)) for code in kinds_used(plan)]
    if any(spot.badge for spot in plan.spots):
        signs.append(Key(plan.kind_labels[2], room, _ring(room, area)))
    lines = []
    if plan.boundary:
        lines.append(Key(words.BOUNDARY.in_(language), 11.0, partial(_stroke, BOUNDARY, GROUND)))
    levels = sorted({(-one.rank, one.level, one.level_label) for one in plan.areas})
    lines += [Key(label, 11.0, partial(_stroke, line_of(code), ground_of(code))) for _, code, label in levels]
    if window is not None:
        lines.append(Key(window, 7.5, partial(_frame, WINDOW)))
    if block:
        paint = Paint(fill=PAPER, stroke=LEADER, width=0.25)
        lines.append(Key(words.BLOCK.in_(language), 7.5, partial(_frame, paint)))
    rows: list[Row] = []
    for heading, keys in ((words.SIGNS, signs), (words.LINES, lines)):
        if keys:
            rows += across(heading.in_(language), keys, width, size)
    return [gap(1.8), *rows] if rows else []


def _sign(group: MapGroup | None, kind: str, room: float, area: float) -> Callable[[float, float], Item]:
    def draw(x: float, y: float) -> Item:
        at = (x + (room - 1.6) / 2, y)
        return Group(items=drawn(group, kind, at, area, data=()))

    return draw


def _ring(room: float, area: float) -> Callable[[float, float], Item]:
    def draw(x: float, y: float) -> Item:
        middle = x + (room - 1.6) / 2
        radius = reach("circle", area) + 0.5
        return Group(
            items=(
                Circle(x=middle, y=y, radius=radius, paint=Paint(fill=PAPER, stroke=INK, width=0.3)),
                Circle(x=middle, y=y, radius=radius * 0.45, paint=Paint(fill=LEADER)),
            )
        )

    return draw


def _stroke(paint: Paint, ground: str, x: float, y: float) -> Item:
    band: Data = (("data-role", "band"),)
    fill = Rect(x=x + 0.5, y=y, width=8.5, height=1.3, paint=Paint(fill=ground), data=band)
    line = Polyline(points=((x + 0.5, y), (x + 9.0, y)), paint=paint)
    return Group(items=(fill, line))


def _frame(paint: Paint, x: float, y: float) -> Item:
    return Rect(x=x + 0.5, y=y - 1.1, width=5.2, height=2.2, paint=paint)


def scale_height(size: float) -> float:
    """Give the height of the strip with bar and arrow."""
    return sum(line_box(size)) + 1.0


def scale_bar(view: View, top: float, size: float, language: Language) -> tuple[Item, ...]:
    """Draw the bar of a round length and the arrow to the north below a frame.

    The bar has two halves, one filled; it begins at the left edge of the frame.
    """
    left, right = view.frame[0], view.frame[2]
    metres, long = bar_length(view.scale, min(_BAR, (right - left) * 0.5))
    above, below = line_box(size)
    middle = top + (above + below) / 2 + 0.4
    base = middle + (above - below) / 2
    edge = Paint(fill=PAPER, stroke=INK, width=0.2)
    bar = Group(
        items=(
            Rect(x=left, y=middle - 0.6, width=long, height=1.2, paint=edge),
            Rect(
                x=left,
                y=middle - 0.6,
                width=long / 2,
                height=1.2,
                paint=Paint(fill=INK, stroke=INK, width=0.2),
            ),
        ),
        data=_KEY,
    )
    text = Text(
        x=left + long + 1.4, y=base, lines=(words.kilometres(metres, language),), size=size, colour=INK
    )
    tip = right - text_width(words.NORTH.in_(language), size=size) - 2.4
    arrow = Polygon(
        points=(
            (tip, middle - 1.5),
            (tip + 1.0, middle + 1.4),
            (tip, middle + 0.7),
            (tip - 1.0, middle + 1.4),
        ),
        paint=Paint(fill=INK),
    )
    north = Text(
        x=right, y=base, lines=(words.NORTH.in_(language),), size=size, bold=True, anchor="end", colour=INK
    )
    return bar, text, Group(items=(arrow,), data=_KEY), north
