"""What stands round the map: title, lines below it, source, and the circle itself."""

from __future__ import annotations

import math
from collections.abc import Sequence

from jmdexport.drawing import titles
from jmdexport.drawing.layout_labels import RIM, leading
from jmdexport.drawing.layout_nodes import CENTRE_SHARE, Rings, Sector
from jmdexport.drawing.measure import MM_PER_POINT, breaks_a_word, wrap
from jmdexport.drawing.palette import BANDS, CENTRE, PAPER, RING_LINE
from jmdexport.drawing.plan import MapPlan
from jmdexport.drawing.scene import Circle, Data, Item, Paint, Path, Point, Polyline, Text
from jmdexport.drawing.titles import source_line, title_block

MARGIN = titles.MARGIN
_NAME = (11.0, 15.0)
"""The largest size of the name in the middle, on A4 and on larger pages."""
_HIDDEN: Data = (("aria-hidden", "true"),)


def is_large(plan: MapPlan) -> bool:
    """Tell whether the page is larger than A4."""
    return titles.is_large(plan.page)


def header(plan: MapPlan, width: float) -> tuple[list[Item], float]:
    """Give the title block, set in a width, and the height at which it ends."""
    return title_block(plan.page, plan.title, plan.subtitle, width=width)


def footer(plan: MapPlan) -> tuple[list[Item], float]:
    """Give the source line and the height at which it begins."""
    return source_line(plan.page, plan.source)


def circle(
    plan: MapPlan, sectors: Sequence[Sector], rings: Rings, *, centre: Point, radius: float
) -> list[Item]:
    """Give the bands, the rings, the edges of the sectors and their coloured rims."""
    x, y = centre
    items: list[Item] = [
        Circle(x=x, y=y, radius=share * radius, paint=Paint(fill=colour))
        for share, colour in zip(rings.bands, BANDS, strict=True)
    ]
    items += [
        Circle(
            x=x,
            y=y,
            radius=rings.share(ring) * radius,
            paint=Paint(stroke=RING_LINE, width=0.15),
            data=(("data-role", "ring"), ("data-ring", str(ring))),
        )
        for ring in range(5, 0, -1)
    ]
    fills = {group.code: group.fill for group in plan.groups}
    if len(sectors) > 1:
        items += [_edge(sector.start, centre, radius) for sector in sectors]
    slit = 0.9 / radius if len(sectors) > 1 else 0.0
    for sector in sectors:
        items.append(_rim(sector, fills[sector.code], centre, radius + RIM / 2, slit))
    return items


def _edge(angle: float, centre: Point, radius: float) -> Item:
    sine, cosine = math.sin(angle), -math.cos(angle)
    inner = radius * CENTRE_SHARE
    points = tuple((centre[0] + away * sine, centre[1] + away * cosine) for away in (inner, radius + RIM))
    return Polyline(points=points, paint=Paint(stroke=PAPER, width=0.9), data=_HIDDEN)


def _rim(sector: Sector, fill: str, centre: Point, radius: float, slit: float) -> Item:
    data: Data = (("data-role", "sector"), ("data-group", sector.code))
    paint = Paint(stroke=fill, width=RIM)
    if sector.arc > 2 * math.pi - 1e-6:
        return Circle(x=centre[0], y=centre[1], radius=radius, paint=paint, data=data)
    first, last = sector.start + slit / 2, sector.start + sector.arc - slit / 2
    start, end = (
        (centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle))
        for angle in (first, last)
    )
    large = 1.0 if last - first > math.pi else 0.0
    return Path(steps=(("M", start), ("A", (radius, radius, 0.0, large, 1.0, *end))), paint=paint, data=data)


def middle(plan: MapPlan, *, centre: Point, radius: float) -> list[Item]:
    """Give the disc of the service with its name, as large as it fits; a long name ends in an ellipsis."""
    inner = CENTRE_SHARE * radius
    disc = Circle(x=centre[0], y=centre[1], radius=inner, paint=Paint(fill=CENTRE))
    text = " ".join(plan.centre.split())
    while text:
        for size in (*range(int(_NAME[is_large(plan)]), 7, -1), 7.0):
            lines = _in_disc(text, inner - 1.0, size)
            if lines:
                return [disc, _centred(lines, size, centre)]
        shorter = text.rstrip("…").rstrip().rpartition(" ")[0] or text.rstrip("…")[: int(len(text) * 0.8)]
        text = shorter + "…" if shorter else ""
    return [disc]


def _in_disc(text: str, room: float, size: float) -> tuple[str, ...]:
    """Give the lines of a text that fits into a disc without breaking a word; none if it does not fit."""
    for count in range(1, 6):
        half = count * leading(size) / 2
        if half >= room:
            break
        width = 2 * math.sqrt(room * room - half * half)
        if breaks_a_word(text, width=width, size=size, bold=True):
            continue
        lines = wrap(text, width=width, size=size, bold=True)
        if len(lines) <= count:
            return lines
    return ()


def _centred(lines: tuple[str, ...], size: float, centre: Point) -> Text:
    step = leading(size)
    first = centre[1] - (len(lines) - 1) * step / 2 + size * MM_PER_POINT * 0.357
    return Text(
        x=centre[0],
        y=first,
        lines=lines,
        size=size,
        bold=True,
        colour=PAPER,
        anchor="middle",
        leading=step,
        data=(("data-role", "centre"),),
    )
