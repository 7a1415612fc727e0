"""The legend: what nearness, size, shape, ring and lines mean, in words and with the signs themselves."""

from __future__ import annotations

import math

import attrs

from jmdexport.drawing import words
from jmdexport.drawing.layout_flow import Row, gap, paragraph, together
from jmdexport.drawing.layout_nodes import AREA, BADGE_GAP, OPEN_SIZE
from jmdexport.drawing.layout_ties import EVEN, OPEN_WIDTH, WIDTHS, dash
from jmdexport.drawing.legend_signs import Sign, badge_sign, dot_sign, slice_sign, stroke_sign
from jmdexport.drawing.measure import line_box, text_width, wrap
from jmdexport.drawing.palette import BROKERED, INK, QUIET, TIE
from jmdexport.drawing.plan import LineKind, MapPlan
from jmdexport.drawing.scene import Data, Group, Item, Paint, Text
from jmdexport.drawing.tie_signs import are_mixed

_INLINE = 3.0
"""Room between two keys of a ribbon."""
_DOT = 7.0
"""Room for a dot in a ribbon."""
_SIGN = 9.0
"""Room for signs at the left."""
_TEXT = 10.0
"""Where the words of the rings begin."""
_KEY: Data = (("data-role", "key"), ("aria-hidden", "true"))
_BAND_RINGS = ("1–2", "3–4", "5")
"""The rings of each band, outermost first."""
_LINES: tuple[LineKind, LineKind, LineKind] = ("dotted", "dashed", "solid")


@attrs.frozen
class Key:
    """One line of the legend: a sign, what it means, the height of the sign, its room in a ribbon.

    Without a sign it says what the signs after it stand for.
    """

    text: str
    sign: Sign | None
    least: float = 0.0
    wide: float = 8.4


@attrs.frozen
class Block:
    """A part of the legend: heading, keys, and a sentence on what it does not tell, kept together."""

    heading: str
    keys: tuple[Key, ...]
    note: str = ""


def legend(
    plan: MapPlan, *, width: float, size: float, scale: float, moved: int = 0, indexed: bool = False
) -> list[Row]:
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
    ring = plan.words.ring
    rows += [_head(words.named(words.NEARNESS_OF, ring.name, plan.language), width, size)]
    rows += _rings(plan, width=width, size=size)
    rows.append(paragraph(ring.nearness.in_(language), width=width, size=size, colour=QUIET))
    found = blocks(plan, scale=scale, indexed=indexed)
    for block in found[: len(found) - moved]:
        keys = [_entry(key, width, size) for key in block.keys]
        note = [paragraph(block.note, width=width, size=size, colour=QUIET)] if block.note else []
        rows += [gap(1.8), *together([_head(block.heading, width, size), *keys, *note])]
    return rows


def blocks(plan: MapPlan, *, scale: float, indexed: bool = False) -> list[Block]:
    """Give the parts of the legend after the rings: sizes, signs, lines; two of them even without ties.

    Args:
        indexed: Whether the groups are named in the index, and not round the circle.
    """
    language, said = plan.language, plan.words
    unit = AREA * scale * scale
    sizes = [
        Key(f"{step} · {said.sizes[step - 1]}", *dot_sign(unit * step), wide=_DOT)
        for step in range(len(said.sizes), 0, -1)
    ]
    if said.size is not None and any(mark.size is None for mark in plan.marks):
        sizes.append(Key(said.size.open.in_(language), *dot_sign(unit * OPEN_SIZE, is_open=True), wide=_DOT))
    badge = (
        (Key(said.badge, badge_sign, 2 * (1.5 + BADGE_GAP), _DOT),)
        if any(mark.badge for mark in plan.marks)
        else ()
    )
    size = (
        words.NO_SIZE.in_(language)
        if said.size is None
        else words.named(words.SIZE_OF, said.size.name, plan.language)
    )
    form = words.FORM_IN_INDEX if indexed else words.FORM_OF
    found = [Block(size, tuple(sizes)), Block(words.named(form, said.group.name, plan.language), badge)]
    return [*found, _ties(plan)] if plan.links else found


def _ties(plan: MapPlan) -> Block:
    """Explain the lines: all steps of their width, and the kinds that are on the map."""
    said, sense, language = plan.words, plan.words.line, plan.language
    colour = BROKERED if all(link.brokered for link in plan.links) else TIE
    keys = []
    if are_mixed(plan.links):
        keys.append(
            Key(words.BROKERED.in_(language), stroke_sign(Paint(stroke=BROKERED, width=0.85), beaded=True))
        )
    both = bool(said.strengths and said.lines)
    if both:
        keys.append(Key(words.named(words.WIDTH, sense.width_name, plan.language), None, wide=0.0))
    for step, text in enumerate(said.strengths):
        keys.append(Key(text, stroke_sign(Paint(stroke=colour, width=WIDTHS[step], round=True))))
    if any(link.strength is None for link in plan.links):
        open_width = Paint(stroke=colour, width=OPEN_WIDTH, round=True)
        keys.append(Key(sense.open_width.in_(language), stroke_sign(open_width, hollow=True)))
    if both:
        keys.append(Key(words.named(words.KIND, sense.kind_name, plan.language), None, wide=0.0))
    used = {link.line for link in plan.links}
    for kind, text in zip(_LINES, said.lines, strict=False):
        if text and kind in used:
            keys.append(
                Key(text, stroke_sign(Paint(stroke=colour, width=EVEN, dash=dash(kind, EVEN), round=True)))
            )
    if "mixed" in used:
        mixed = Paint(stroke=colour, width=EVEN, dash=dash("mixed", EVEN), round=True)
        keys.append(Key(sense.open_kind.in_(language), stroke_sign(mixed)))
    if not said.strengths and not said.lines:
        keys.append(Key(sense.even.in_(language), stroke_sign(Paint(stroke=colour, width=EVEN, round=True))))
    return Block(said.ties, tuple(keys), said.not_surveyed)


def ribbon(
    plan: MapPlan, *, width: float, size: float, scale: float, moved: int, indexed: bool = False
) -> list[Row]:
    """Give the last blocks of the legend as lines across the page: heading and keys side by side."""
    found = blocks(plan, scale=scale, indexed=indexed)
    rows: list[Row] = []
    for block in found[len(found) - moved :]:
        rows += _across(block, width, size)
    return rows


def _across(block: Block, width: float, size: float) -> list[Row]:
    head = text_width(block.heading, size=size, bold=True) + _INLINE
    lines: list[list[tuple[float, Key]]] = [[]]
    at = head
    for key, after in zip(block.keys, (*block.keys[1:], None), strict=False):
        wide = _wide(key, size)
        # What says what the next signs stand for does not end a line.
        kept = wide + (_wide(after, size) if after is not None and key.sign is None else 0.0)
        if lines[-1] and at + kept - _INLINE > width:
            lines.append([])
            at = 0.0
        lines[-1].append((at, key))
        at += wide
    rows = [_line(line, block.heading if index == 0 else "", size) for index, line in enumerate(lines)]
    return [*rows, paragraph(block.note, width=width, size=size, colour=QUIET)] if block.note else rows


def _wide(key: Key, size: float) -> float:
    return key.wide + text_width(key.text, size=size) + _INLINE


def _line(keys: list[tuple[float, Key]], heading: str, size: float) -> Row:
    above, below = line_box(size)
    height = max([1.15 * (above + below), *(key.least for _, key in keys)])

    def draw(x: float, y: float) -> tuple[Item, ...]:
        middle, base = y + height / 2, y + (height - above - below) / 2 + above
        items: list[Item] = (
            [Text(x=x, y=base, lines=(heading,), size=size, bold=True, colour=INK)] if heading else []
        )
        for at, key in keys:
            if key.sign is not None:
                items.append(Group(items=key.sign(x + at + key.wide / 2, middle), data=_KEY))
            colour = QUIET if key.sign is None else INK
            items.append(Text(x=x + at + key.wide, y=base, lines=(key.text,), size=size, colour=colour))
        return tuple(items)

    return Row(height + 0.6, draw)


def _head(text: str, width: float, size: float) -> Row:
    return paragraph(text, width=width, size=size, bold=True, below=0.5, with_next=True)


def _entry(key: Key, width: float, size: float) -> Row:
    told = key.sign
    if told is None:
        return paragraph(key.text, width=width, size=size, colour=QUIET, with_next=True)
    least = max(key.least, 1.08 * math.fsum(line_box(size)))

    def sign(x: float, y: float) -> tuple[Item, ...]:
        return (Group(items=told(x, y), data=_KEY),)

    return paragraph(key.text, width=width, size=size, indent=_SIGN, least=least, sign=sign)


def _rings(plan: MapPlan, *, width: float, size: float) -> list[Row]:
    """A slice of the circle from the rim to the middle, each ring joined to its words; then the bands."""
    line = math.fsum(line_box(size))
    texts = {
        step: wrap(f"{step} · {text}", width=width - _TEXT, size=size)
        for step, text in enumerate(plan.words.rings, start=1)
    }
    most = max(len(found) for found in texts.values())
    pitch = max(4.2, most * line + 0.5)
    height = 5.5 * pitch + 2.0

    def draw(x: float, y: float) -> tuple[Item, ...]:
        foot = y + height - 1.8
        slice_ = Group(items=slice_sign(x, foot, pitch), data=_KEY)
        steps = (_beside(x + _TEXT, foot - (6 - step) * pitch, found, size) for step, found in texts.items())
        return slice_, *steps

    rows = [Row(height + 0.8, draw, with_next=True)]
    if bands := [band.in_(plan.language) for band in plan.words.ring.bands]:
        told = " · ".join(f"{rings}\u00a0{band}" for rings, band in zip(_BAND_RINGS, bands, strict=True))
        rows.append(paragraph(told, width=width, size=size, below=0.8, with_next=True))
    return rows


def _beside(x: float, y: float, lines: tuple[str, ...], size: float) -> Text:
    """Give words beside a height of the slice."""
    above, below = line_box(size)
    top = y - (above + below) * len(lines) / 2 + above
    return Text(x=x, y=top, lines=lines, size=size, colour=INK, leading=above + below)
