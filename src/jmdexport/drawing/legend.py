"""The legend: what nearness, size, shape, ring and lines mean, in words and with the signs themselves."""

from __future__ import annotations

import math
from collections.abc import Callable

from jmdexport.drawing import words
from jmdexport.drawing.layout_flow import Row, gap, paragraph, together, widest
from jmdexport.drawing.layout_nodes import AREA, BADGE_GAP, OPEN_SIZE
from jmdexport.drawing.layout_ties import WIDTHS, dash
from jmdexport.drawing.measure import line_box, wrap
from jmdexport.drawing.palette import BANDS, BROKERED, CENTRE, INK, PAPER, QUIET, RING, TIE
from jmdexport.drawing.plan import LineKind, MapPlan
from jmdexport.drawing.scene import Circle, Item, Paint, Path, Point, Polyline, Text

_SIGN = 9.0
"""Room for signs at the left."""
_TEXT = 10.0
"""Where the words of the rings begin."""
_EDGES = (5.5, 3.5, 1.5)
"""Outer edges of the bands, in steps between rings, as the slice of the legend shows them."""
_LINES: tuple[LineKind, LineKind, LineKind] = ("dotted", "dashed", "solid")


def legend(plan: MapPlan, *, width: float, size: float, scale: float) -> list[Row]:
    """Give the rows of the legend; only what the map shows is explained.

    Args:
        scale: Factor of the marks' diameter on the map, so that the legend shows the same sizes.
    """
    language, said = plan.language, plan.words
    unit = AREA * scale * scale
    rows = [paragraph(words.LEGEND.in_(language), width=width, size=size + 1, bold=True, below=1.0, with_next=True)]
    rows += [_head(words.NEARNESS.in_(language), width, size), _rings(plan, width=width, size=size)]
    rows.append(paragraph(words.NEARNESS_NOTE.in_(language), width=width, size=size, colour=QUIET))
    rows.append(gap(1.8))
    sizes = [_head(words.SIZE.in_(language), width, size)]
    sizes += [_entry(f"{step} · {said.sizes[step - 1]}", _dot(unit * step), width, size, 2 * math.sqrt(unit * step / math.pi) + 0.2) for step in range(5, 0, -1)]
    if any(mark.size is None for mark in plan.marks):
        high = 2 * math.sqrt(unit * OPEN_SIZE / math.pi) + 0.6
        sizes.append(_entry(words.OPEN_SIZE.in_(language), _open_dot(unit * OPEN_SIZE), width, size, high))
    rows += together(sizes)
    rows += [gap(1.8), _head(words.FORM.in_(language), width, size)]
    if any(mark.badge for mark in plan.marks):
        rows += [gap(1.0), _entry(said.badge, _badge, width, size)]
    if plan.links:
        rows += _ties(plan, width=width, size=size)
    return rows


def _ties(plan: MapPlan, *, width: float, size: float) -> list[Row]:
    said, language = plan.words, plan.language
    mixed = len({link.brokered for link in plan.links}) > 1
    colour = BROKERED if all(link.brokered for link in plan.links) else TIE
    rows = [gap(1.8), _head(said.ties, width, size)]
    if mixed:
        rows.append(_entry(words.BROKERED.in_(language), _stroke(Paint(stroke=BROKERED, width=0.85)), width, size))
    for step, text in enumerate(said.strengths):
        rows.append(_entry(text, _stroke(Paint(stroke=colour, width=WIDTHS[step], round=True)), width, size))
    rows.append(gap(0.8))
    for kind, text in zip(_LINES, said.lines, strict=True):
        line = Paint(stroke=colour, width=0.55, dash=dash(kind, 0.55), round=True)
        rows.append(_entry(text, _stroke(line), width, size))
    return together(rows)


def _head(text: str, width: float, size: float) -> Row:
    return paragraph(text, width=width, size=size, bold=True, below=0.5, with_next=True)


def _entry(
    text: str, sign: Callable[[float, float], tuple[Item, ...]], width: float, size: float, least: float = 0.0
) -> Row:
    least = max(least, 1.08 * sum(line_box(size)))
    return paragraph(text, width=width, size=size, indent=_SIGN, least=least, sign=sign)


def _dot(area: float) -> Callable[[float, float], tuple[Item, ...]]:
    radius = math.sqrt(area / math.pi)
    return lambda x, y: (Circle(x=x - 1.0, y=y, radius=radius, paint=Paint(fill=QUIET)),)


def _open_dot(area: float) -> Callable[[float, float], tuple[Item, ...]]:
    radius = math.sqrt(area / math.pi)
    line = Paint(fill=PAPER, stroke=QUIET, width=0.4, dash=(0.75, 0.5))
    return lambda x, y: (Circle(x=x - 1.0, y=y, radius=radius, paint=line),)


def _badge(x: float, y: float) -> tuple[Item, ...]:
    return (
        Circle(x=x - 1.0, y=y, radius=1.5 + BADGE_GAP, paint=Paint(stroke=INK, width=0.3)),
        Circle(x=x - 1.0, y=y, radius=1.5, paint=Paint(fill=QUIET)),
    )


def _stroke(paint: Paint) -> Callable[[float, float], tuple[Item, ...]]:
    return lambda x, y: (Polyline(points=((x - 4.0, y), (x + 2.4, y)), paint=paint),)


def _rings(plan: MapPlan, *, width: float, size: float) -> Row:
    """A slice of the circle from the rim down to the middle, each ring joined to its words."""
    above, below = line_box(size)
    bands = [band.in_(plan.language) for band in words.BANDS]
    room = _TEXT + 1.0 + widest(bands, size=size, bold=True)
    texts = {
        step: wrap(f"{step} · {plan.words.rings[step - 1]}", width=width - room, size=size) for step in range(1, 6)
    }
    line = above + below
    pitch = max(3.6, max(len(lines) for lines in texts.values()) * line + 0.4)
    height = 5.5 * pitch + 2.0

    def draw(x: float, y: float) -> tuple[Item, ...]:
        foot = y + height - 1.8
        names = (
            _beside(x + width, foot - rings * pitch, (band,), size, bold=True)
            for band, rings in zip(bands, (4.5, 2.5, 1.0), strict=True)
        )
        return *_slice(x, foot, pitch, texts, size), *names

    return Row(height + 1.2, draw, with_next=True)


def _slice(
    x: float, foot: float, pitch: float, texts: dict[int, tuple[str, ...]], size: float
) -> list[Item]:
    """Draw the slice; the rings stand *pitch* apart, the middle at the foot."""
    sway, half = 0.23, 0.973  # sine and cosine of the slice's half angle

    def arc(radius: float) -> tuple[Point, Point]:
        return (x + 4.6 - radius * sway, foot - radius * half), (x + 4.6 + radius * sway, foot - radius * half)

    items: list[Item] = []
    for rings, colour in zip(_EDGES, BANDS, strict=True):
        radius = rings * pitch
        (ax, ay), (bx, by) = arc(radius)
        steps = (("M", (x + 4.6, foot)), ("L", (ax, ay)), ("A", (radius, radius, 0, 0, 1, bx, by)), ("Z", ()))
        items.append(Path(steps=steps, paint=Paint(fill=colour)))
    for step in range(1, 6):
        radius = (6 - step) * pitch
        (ax, ay), (bx, by) = arc(radius)
        items.append(
            Path(
                steps=(("M", (ax, ay)), ("A", (radius, radius, 0, 0, 1, bx, by))), paint=Paint(stroke=RING, width=0.25)
            )
        )
    for step, lines in texts.items():
        y = foot - (6 - step) * pitch
        items.append(Circle(x=x + 4.6, y=y, radius=0.85, paint=Paint(fill=QUIET)))
        items.append(_beside(x + _TEXT, y, lines, size))
    items.append(Circle(x=x + 4.6, y=foot, radius=1.5, paint=Paint(fill=CENTRE)))
    return items


def _beside(x: float, y: float, lines: tuple[str, ...], size: float, *, bold: bool = False) -> Text:
    """Give words beside a height of the slice; the names of the bands are bold and stand at the right."""
    above, below = line_box(size)
    return Text(
        x=x,
        y=y - (above + below) * len(lines) / 2 + above,
        lines=lines,
        size=size,
        bold=bold,
        colour=QUIET if bold else INK,
        anchor="end" if bold else "start",
        leading=above + below,
    )
