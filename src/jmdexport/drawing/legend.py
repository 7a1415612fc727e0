"""The legend: what nearness, size, shape, ring and lines mean, in words and with the signs themselves."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

import attrs

from jmdexport.drawing import words
from jmdexport.drawing.layout_flow import Row, gap, paragraph, together, widest
from jmdexport.drawing.layout_nodes import AREA, BADGE_GAP, OPEN_SIZE
from jmdexport.drawing.layout_ties import WIDTHS, dash
from jmdexport.drawing.measure import line_box, text_width, wrap
from jmdexport.drawing.palette import BANDS, BROKERED, CENTRE, INK, PAPER, QUIET, RING, TIE
from jmdexport.drawing.plan import LineKind, MapPlan
from jmdexport.drawing.scene import Circle, Data, Group, Item, Paint, Path, Point, Polyline, Text

Sign: TypeAlias = Callable[[float, float], tuple[Item, ...]]
"""Draws a sign about a point."""

_INLINE = 3.0
"""Room between two keys of a ribbon."""
_DOT = 7.0
"""Room for a dot in a ribbon."""
_SIGN = 9.0
"""Room for signs at the left."""
_TEXT = 10.0
"""Where the words of the rings begin."""
_MIDDLE = 4.6
"""Where the middle line of the slice stands; the slice is no wider than its room beside the words."""
_WIDEST = 4.3
"""Half the width of the slice, at most."""
_KEY: Data = (("data-role", "key"), ("aria-hidden", "true"))
_EDGES = (5.5, 3.5, 1.5)
"""Outer edges of the bands, in steps between rings, as the slice of the legend shows them."""
_LINES: tuple[LineKind, LineKind, LineKind] = ("dotted", "dashed", "solid")


@attrs.frozen
class Key:
    """One line of the legend: a sign, what it means, the height of the sign, its room in a ribbon."""

    text: str
    sign: Sign
    least: float = 0.0
    wide: float = 8.4


@attrs.frozen
class Block:
    """A part of the legend: heading and keys, kept together."""

    heading: str
    keys: tuple[Key, ...]


def legend(plan: MapPlan, *, width: float, size: float, scale: float, moved: int = 0) -> list[Row]:
    """Give the rows of the legend; only what the map shows is explained.

    Args:
        scale: Factor of the marks' diameter on the map, so that the legend shows the same sizes.
        moved: How many of the last blocks stand elsewhere.
    """
    language = plan.language
    rows = [
        paragraph(
            words.LEGEND.in_(language), width=width, size=size + 1, bold=True, below=1.0, with_next=True
        )
    ]
    rows += [_head(words.NEARNESS.in_(language), width, size), _rings(plan, width=width, size=size)]
    rows.append(paragraph(words.NEARNESS_NOTE.in_(language), width=width, size=size, colour=QUIET))
    found = blocks(plan, scale=scale)
    for block in found[: len(found) - moved]:
        keys = [_entry(key, width, size) for key in block.keys]
        rows += [gap(1.8), *together([_head(block.heading, width, size), *keys])]
    return rows


def blocks(plan: MapPlan, *, scale: float) -> list[Block]:
    """Give the parts of the legend after the rings: sizes, signs, lines; two of them even without ties."""
    language, said = plan.language, plan.words
    unit = AREA * scale * scale
    sizes = [
        Key(f"{step} · {said.sizes[step - 1]}", *_dot(unit * step), wide=_DOT) for step in range(5, 0, -1)
    ]
    if any(mark.size is None for mark in plan.marks):
        sizes.append(Key(words.OPEN_SIZE.in_(language), *_dot(unit * OPEN_SIZE, is_open=True), wide=_DOT))
    badge = (
        (Key(said.badge, _badge, 2 * (1.5 + BADGE_GAP), _DOT),)
        if any(mark.badge for mark in plan.marks)
        else ()
    )
    found = [Block(words.SIZE.in_(language), tuple(sizes)), Block(words.FORM.in_(language), badge)]
    return [*found, _ties(plan)] if plan.links else found


def _ties(plan: MapPlan) -> Block:
    said = plan.words
    colour = BROKERED if all(link.brokered for link in plan.links) else TIE
    keys = []
    if len({link.brokered for link in plan.links}) > 1:
        keys.append(Key(words.BROKERED.in_(plan.language), _stroke(Paint(stroke=BROKERED, width=0.85))))
    for step, text in enumerate(said.strengths):
        keys.append(Key(text, _stroke(Paint(stroke=colour, width=WIDTHS[step], round=True))))
    for kind, text in zip(_LINES, said.lines, strict=True):
        keys.append(Key(text, _stroke(Paint(stroke=colour, width=0.55, dash=dash(kind, 0.55), round=True))))
    return Block(said.ties, tuple(keys))


def ribbon(plan: MapPlan, *, width: float, size: float, scale: float, moved: int) -> list[Row]:
    """Give the last blocks of the legend as lines across the page: heading and keys side by side."""
    found = blocks(plan, scale=scale)
    rows: list[Row] = []
    for block in found[len(found) - moved :]:
        rows += _across(block, width, size)
    return rows


def _across(block: Block, width: float, size: float) -> list[Row]:
    head = text_width(block.heading, size=size, bold=True) + _INLINE
    lines: list[list[tuple[float, Key]]] = [[]]
    at = head
    for key in block.keys:
        wide = key.wide + text_width(key.text, size=size) + _INLINE
        if lines[-1] and at + wide - _INLINE > width:
            lines.append([])
            at = 0.0
        lines[-1].append((at, key))
        at += wide
    return [_line(line, block.heading if index == 0 else "", size) for index, line in enumerate(lines)]


def _line(keys: list[tuple[float, Key]], heading: str, size: float) -> Row:
    above, below = line_box(size)
    height = max([1.15 * (above + below), *(key.least for _, key in keys)])

    def draw(x: float, y: float) -> tuple[Item, ...]:
        middle, base = y + height / 2, y + (height - above - below) / 2 + above
        items: list[Item] = (
            [Text(x=x, y=base, lines=(heading,), size=size, bold=True, colour=INK)] if heading else []
        )
        for at, key in keys:
            items.append(Group(items=key.sign(x + at + key.wide / 2, middle), data=_KEY))
            items.append(Text(x=x + at + key.wide, y=base, lines=(key.text,), size=size, colour=INK))
        return tuple(items)

    return Row(height + 0.6, draw)


def _head(text: str, width: float, size: float) -> Row:
    return paragraph(text, width=width, size=size, bold=True, below=0.5, with_next=True)


def _entry(key: Key, width: float, size: float) -> Row:
    least = max(key.least, 1.08 * math.fsum(line_box(size)))

    def sign(x: float, y: float) -> tuple[Item, ...]:
        return (Group(items=key.sign(x, y), data=_KEY),)

    return paragraph(key.text, width=width, size=size, indent=_SIGN, least=least, sign=sign)


def _dot(area: float, *, is_open: bool = False) -> tuple[Sign, float]:
    """Give a dot of an area and its height; open and dashed where nothing was rated."""
    radius = math.sqrt(area / math.pi)
    dashed = Paint(fill=PAPER, stroke=QUIET, width=0.4, dash=(0.75, 0.5))
    paint = dashed if is_open else Paint(fill=QUIET)
    return lambda x, y: (Circle(x=x - 1.0, y=y, radius=radius, paint=paint),), 2 * radius + (
        0.6 if is_open else 0.2
    )


def _badge(x: float, y: float) -> tuple[Item, ...]:
    return (
        Circle(x=x - 1.0, y=y, radius=1.5 + BADGE_GAP, paint=Paint(stroke=INK, width=0.3)),
        Circle(x=x - 1.0, y=y, radius=1.5, paint=Paint(fill=QUIET)),
    )


def _stroke(paint: Paint) -> Sign:
    return lambda x, y: (Polyline(points=((x - 4.0, y), (x + 2.4, y)), paint=paint),)


def _rings(plan: MapPlan, *, width: float, size: float) -> Row:
    """A slice of the circle from the rim down to the middle, each ring joined to its words.

    The names of the bands stand beside the words of the rings, or between their lines where the column is
    too narrow for that.
    """
    line = math.fsum(line_box(size))
    bands = [band.in_(plan.language) for band in words.BANDS]
    said = [f"{step} · {text}" for step, text in enumerate(plan.words.rings, start=1)]
    room = width - _TEXT - 1.0 - widest(bands, size=size, bold=True)
    between = room < widest(said, size=size) <= width - _TEXT
    texts = {
        step: wrap(text, width=width - _TEXT if between else room, size=size)
        for step, text in enumerate(said, start=1)
    }
    most = max(len(found) for found in texts.values())
    pitch = max(3.6, 2 * line + 0.8 if between else most * line + 0.4)
    height = 5.5 * pitch + 2.0

    def draw(x: float, y: float) -> tuple[Item, ...]:
        foot = y + height - 1.8
        names = (
            _beside(x + width, foot - rings * pitch, (band,), size, bold=True)
            for band, rings in zip(bands, (4.5, 2.5, 0.5 if between else 1.0), strict=True)
        )
        slice_ = Group(items=_slice(x, foot, pitch), data=_KEY)
        steps = (_beside(x + _TEXT, foot - (6 - step) * pitch, found, size) for step, found in texts.items())
        return slice_, *steps, *names

    return Row(height + 1.2, draw, with_next=True)


def _slice(x: float, foot: float, pitch: float) -> tuple[Item, ...]:
    """Draw the slice; the rings stand *pitch* apart, the middle at the foot."""
    middle = x + _MIDDLE
    sway = min(0.23, _WIDEST / (_EDGES[0] * pitch))  # the sine of the slice's half angle
    half = math.sqrt(1 - sway * sway)

    def arc(radius: float) -> tuple[Point, Point]:
        height = foot - radius * half
        return (middle - radius * sway, height), (middle + radius * sway, height)

    items: list[Item] = []
    for rings, colour in zip(_EDGES, BANDS, strict=True):
        radius = rings * pitch
        (ax, ay), (bx, by) = arc(radius)
        steps = (("M", (middle, foot)), ("L", (ax, ay)), ("A", (radius, radius, 0, 0, 1, bx, by)), ("Z", ()))
        items.append(Path(steps=steps, paint=Paint(fill=colour)))
    for step in range(1, 6):
        radius = (6 - step) * pitch
        (ax, ay), (bx, by) = arc(radius)
        items.append(
            Path(
                steps=(("M", (ax, ay)), ("A", (radius, radius, 0, 0, 1, bx, by))),
                paint=Paint(stroke=RING, width=0.25),
            )
        )
        items.append(Circle(x=middle, y=foot - radius, radius=0.85, paint=Paint(fill=QUIET)))
    items.append(Circle(x=middle, y=foot, radius=1.5, paint=Paint(fill=CENTRE)))
    return tuple(items)


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
