"""Keys of a legend: a sign and what it means, one below the other in a column or side by side in a ribbon."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

import attrs

from jmdexport.drawing.channels import NOT_RATED
from jmdexport.drawing.layout_flow import Row, paragraph, together
from jmdexport.drawing.layout_nodes import OPEN_SIZE, mark_area
from jmdexport.drawing.measure import line_box, text_width
from jmdexport.drawing.palette import BROKERED, INK, PAPER, QUIET, TIE
from jmdexport.drawing.plan import Link, Words
from jmdexport.drawing.scene import Circle, Data, Group, Item, Paint, Polyline, Text
from jmdmodel.messages import Language, Say

Drawn: TypeAlias = "partial[tuple[Item, ...]]"
"""Draws a sign about a point: the two last arguments."""

_KEY: Data = (("data-role", "key"), ("aria-hidden", "true"))
_INDENT = 10.0
_INLINE = 3.0
"""Room between two keys of a ribbon."""
_DOT = 7.0
"""Room for a dot in a ribbon."""
_TIE = 0.6
"""Width of a tie."""
NEARNESS_NOTE = Say(
    "Nähe sagt nur, wie häufig es Kontakt gibt, nicht, wie gut die Zusammenarbeit ist.",
    "Nearness says only how often there is contact, not how good the cooperation is.",
)
_BROKERED = Say("vom Dienst vermittelt", "brokered by the service")
_KNOWN = Say("neu bekannt", "newly known")


@attrs.frozen
class Key:
    """A sign, what it means, the height of the sign, its room in a ribbon."""

    text: str
    draw: Drawn
    least: float = 0.0
    wide: float = 9.0


@attrs.frozen
class Block:
    """A part of the legend: heading and keys, kept together."""

    heading: str
    keys: tuple[Key, ...] = ()


def head(text: str, *, width: float, size: float) -> Row:
    """Give the heading of a block as a row of a column."""
    return paragraph(text, width=width, size=size, bold=True, below=0.5, with_next=True)


def row(key: Key, *, width: float, size: float, bold: bool = False) -> Row:
    """Give a key as a row of a column."""
    least = max(key.least, 1.15 * math.fsum(line_box(size)))

    def sign(x: float, y: float) -> tuple[Item, ...]:
        return (Group(items=key.draw(x - 0.7, y), data=_KEY),)

    return paragraph(key.text, width=width, size=size, indent=_INDENT, bold=bold, least=least, sign=sign)


def numbered(number: int, text: str, *, width: float, size: float) -> Row:
    """Give a number and a name as a row; the lines of a long name stand below each other."""
    indent = text_width("888", size=size) + 1.0
    name = paragraph(text, width=width - indent, size=size, below=0.1)
    said = Text(x=0, y=0, lines=(str(number),), size=size, colour=INK, anchor="end")

    def draw(x: float, y: float) -> tuple[Item, ...]:
        first = attrs.evolve(said, x=x + indent - 1.0, y=y + line_box(size)[0])
        return first, *name.draw(x + indent, y)

    return attrs.evolve(name, draw=draw)


def column(block: Block, *, width: float, size: float) -> list[Row]:
    """Give a block as rows of a column, kept together."""
    first = head(block.heading, width=width, size=size)
    if not block.keys:
        return [attrs.evolve(first, with_next=False)]
    return together([first, *(row(key, width=width, size=size) for key in block.keys)])


def ribbon(blocks: Sequence[Block], *, width: float, size: float) -> list[Row]:
    """Give blocks as lines across the page: heading and keys side by side."""
    return [line for block in blocks for line in _across(block, width, size)]


def _across(block: Block, width: float, size: float) -> list[Row]:
    at = text_width(block.heading, size=size, bold=True) + _INLINE
    lines: list[list[tuple[float, Key]]] = [[]]
    for key in block.keys:
        wide = key.wide + text_width(key.text, size=size) + _INLINE
        if lines[-1] and at + wide - _INLINE > width:
            lines.append([])
            at = 0.0
        lines[-1].append((at, key))
        at += wide
    return [_line(line, block.heading if index == 0 else "", size) for index, line in enumerate(lines)]


def _line(keys: Sequence[tuple[float, Key]], heading: str, size: float) -> Row:
    above, below = line_box(size)
    height = max([1.15 * (above + below), *(key.least for _, key in keys)])

    def draw(x: float, y: float) -> tuple[Item, ...]:
        middle, base = y + height / 2, y + (height - above - below) / 2 + above
        items: list[Item] = []
        if heading:
            items.append(Text(x=x, y=base, lines=(heading,), size=size, bold=True, colour=INK))
        for at, key in keys:
            items.append(Group(items=key.draw(x + at + key.wide / 2 - 0.5, middle), data=_KEY))
            items.append(Text(x=x + at + key.wide, y=base, lines=(key.text,), size=size, colour=INK))
        return tuple(items)

    return Row(height + 0.6, draw)


def sizes(said: Words, *, scale: float, language: Language, with_open: bool) -> tuple[Key, ...]:
    """Give the keys of the sizes, the largest first; and of the open sign, where the map has one."""
    keys = [
        Key(f"{step} · {said.sizes[step - 1]}", *_dot(mark_area(step, scale=scale)), wide=_DOT)
        for step in range(5, 0, -1)
    ]
    if with_open:
        sign = _dot(mark_area(OPEN_SIZE, scale=scale), is_open=True)
        keys.append(Key(NOT_RATED.in_(language), *sign, wide=_DOT))
    return tuple(keys)


def _dot(area: float, *, is_open: bool = False) -> tuple[Drawn, float]:
    radius = math.sqrt(area / math.pi)
    dashed = Paint(fill=PAPER, stroke=QUIET, width=0.4, dash=(0.75, 0.5))
    paint = dashed if is_open else Paint(fill=QUIET)
    return partial(_disc, radius, paint), 2 * radius + (0.6 if is_open else 0.2)


def _disc(radius: float, paint: Paint, x: float, y: float) -> tuple[Item, ...]:
    return (Circle(x=x, y=y, radius=radius, paint=paint),)


def tie_paint(link: Link) -> Paint:
    """Give the line of a tie on a picture of several years: whole if the service brokered it, else dashed."""
    if link.brokered:
        return Paint(stroke=BROKERED, width=_TIE, round=True)
    return Paint(stroke=TIE, width=_TIE, dash=(1.8, 1.3), round=True)


def ties(links: Sequence[Link], language: Language) -> tuple[Key, ...]:
    """Give the keys of the ties that are drawn."""
    found = []
    for brokered, text in ((True, _BROKERED), (False, _KNOWN)):
        link = next((link for link in links if link.brokered is brokered), None)
        if link is not None:
            found.append(Key(text.in_(language), partial(_stroke, tie_paint(link))))
    return tuple(found)


def _stroke(paint: Paint, x: float, y: float) -> tuple[Item, ...]:
    return (Polyline(points=((x - 3.0, y), (x + 3.0, y)), paint=paint),)


def rings(said: Words, *, width: float, size: float) -> list[Row]:
    """Give the words of the rings, the innermost first."""
    return [
        paragraph(f"{step} · {said.rings[step - 1]}", width=width, size=size, below=0.1, with_next=True)
        for step in range(5, 0, -1)
    ]
