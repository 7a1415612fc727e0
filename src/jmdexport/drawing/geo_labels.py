"""Names and numbers beside the signs of the map of the social space: no text overlaps a sign or a text."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import attrs

from jmdexport.drawing.conflict_geometry import Box, crosses, near, overlap
from jmdexport.drawing.geo_blocks import (
    Block,
    Sizes,
    about,
    framed,
    grown,
    named,
    named_size,
    single,
    widened,
)
from jmdexport.drawing.geo_plan import Spot
from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import breaks_a_word, line_box, text_width, wrap
from jmdexport.drawing.scene import Anchor, Point

_GAP = 0.5
"""Room between a sign and its name."""
_CLEAR = 0.25
"""Room between a name and anything else."""
_WIDTHS = (44.0, 30.0, 22.0)
"""Widest lines of a name in one, two and three lines, at 7 points; they grow with the type."""
_NAMED_BLOCK = 4
"""A block of more things has numbers."""
_SIDES: tuple[tuple[int, int], ...] = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Right first, then left, above, below, and the corners."""


_SHIFTS = tuple((across, down) for across in (0.5, 0.0, 1.0, -0.5, -1.0) for down in (0.0, 1.0, -1.0))


@attrs.frozen
class Label:
    """A name or number beside a sign that stands alone."""

    lines: tuple[str, ...]
    box: Box
    anchor: Anchor
    kind: Literal["name", "number"]


@attrs.define
class Taken:
    """What is on the map already: boxes of texts and blocks, discs of signs, lines."""

    boxes: dict[str, Box] = attrs.field(factory=dict)
    discs: dict[str, tuple[Point, float]] = attrs.field(factory=dict)
    lines: list[tuple[Point, ...]] = attrs.field(factory=list)

    def is_free(self, box: Box, frame: Box, *, but: str = "") -> bool:
        """Tell whether a box lies in the frame and on nothing else; what belongs to *but* does not count."""
        if box[0] < frame[0] or box[1] < frame[1] or box[2] > frame[2] or box[3] > frame[3]:
            return False
        wide = widened(box, _CLEAR)
        return (
            not any(overlap(wide, other) for name, other in self.boxes.items() if name != but)
            and not any(near(box, at) < far + _CLEAR for name, (at, far) in self.discs.items() if name != but)
            and not any(crosses(line, wide) for line in self.lines)
        )


@attrs.define
class Placement:
    """Where the things of a map stand, and what is written beside them."""

    blocks: list[Block]
    labels: dict[str, Label]
    taken: Taken

    def unnamed(self) -> tuple[Spot, ...]:
        """Give the things that have a number and no name."""
        return tuple(
            spot
            for block in self.blocks
            for spot in block.spots
            if (block.boxed and not block.names)
            or (not block.boxed and self.labels[spot.id].kind == "number")
        )


def placed(
    spots: Sequence[Spot], places: Mapping[str, Point], frame: Box, sizes: Sizes, window: Box | None = None
) -> Placement | None:
    """Give every thing a place and room for a number; ``None`` where the frame is too small.

    Args:
        window: A box that signs do not reach and that nothing may be written on.
    """
    blocks = [single(spot, places[spot.id], sizes) for spot in spots]
    while True:
        found = grown(blocks, places, frame, sizes)
        if found is None:
            return None
        taken = Taken()
        if window is not None:
            taken.boxes["window"] = window
        for block in found:
            name = block.spots[0].id
            if block.boxed:
                taken.boxes[name] = block.box
            else:
                taken.discs[name] = (block.at, sizes.reach[name])
        labels, crowded = _numbers(found, frame, sizes, taken)
        if crowded is None:
            return Placement(found, labels, taken)
        # No room even for a number beside it: it gets a frame with its number inside, and may join others.
        made = framed(crowded.spots, places, frame, sizes)
        if made is None:
            return None
        blocks = [made if block is crowded else block for block in found]


def _numbers(
    blocks: Sequence[Block], frame: Box, sizes: Sizes, taken: Taken
) -> tuple[dict[str, Label], Block | None]:
    labels: dict[str, Label] = {}
    for block in blocks:
        if block.boxed:
            continue
        name = block.spots[0].id
        found = next(
            (
                label
                for label in _candidates(block, ("",), sizes.number, sizes, "number")
                if taken.is_free(label.box, frame, but=name)
            ),
            None,
        )
        if found is None:
            return {}, block
        labels[name] = found
        taken.boxes[name] = found.box
    return labels, None


def _candidates(
    block: Block, lines: tuple[str, ...], width: float, sizes: Sizes, kind: Literal["name", "number"]
) -> Iterator[Label]:
    """Give the places for a text round a sign, the best first."""
    far = sizes.reach[block.spots[0].id] + _GAP
    x, y = block.at
    high = math.fsum(line_box(sizes.type)) + (len(lines) - 1) * leading(sizes.type)
    for across, down in _SIDES:
        side = far if down == 0 else far * 0.72
        left = x - width / 2 if across == 0 else x + side if across > 0 else x - side - width
        drop = far if across == 0 else far * 0.72
        top = y - high / 2 if down == 0 else y + drop if down > 0 else y - drop - high
        anchor: Anchor = "middle" if across == 0 else "start" if across > 0 else "end"
        yield Label(lines, (left, top, left + width, top + high), anchor, kind)


def with_names(found: Placement, frame: Box, sizes: Sizes) -> None:
    """Write names in place of numbers wherever there is room, blocks of a few things first."""
    for index, block in enumerate(found.blocks):
        if block.boxed and len(block.spots) <= _NAMED_BLOCK:
            found.blocks[index] = _named_block(block, found.taken, frame, sizes)
    for block in found.blocks:
        if not block.boxed:
            spot = block.spots[0]
            label = _name(block, found.taken, frame, sizes)
            if label is not None:
                found.labels[spot.id] = label
                found.taken.boxes[spot.id] = label.box


def _named_block(block: Block, taken: Taken, frame: Box, sizes: Sizes) -> Block:
    key = block.spots[0].id
    widest = _WIDTHS[0] * sizes.type / 7
    names = [
        next((name for name in (spot.label, spot.short) if name and _wide(name, sizes) <= widest), "")
        for spot in block.spots
    ]
    if not all(names):
        return block
    width, height = named_size(block, names, sizes)
    for across, down in _SHIFTS:
        box = about(
            (block.at[0] + across * width * 0.46, block.at[1] + down * height * 0.4), width, height, frame
        )
        # It must still lie on the place that it stands for.
        if near(box, block.at) == 0.0 and taken.is_free(box, frame, but=key):
            taken.boxes[key] = box
            return named(block, names, box)
    return block


def _wide(text: str, sizes: Sizes) -> float:
    return text_width(text, size=sizes.type)


def _name(block: Block, taken: Taken, frame: Box, sizes: Sizes) -> Label | None:
    """Give the first place at which the name fits: in one line, in two, in three, then the short name."""
    spot = block.spots[0]
    tried: set[tuple[str, ...]] = set()
    for text in (spot.label, spot.short):
        for most, wide in enumerate(_WIDTHS, start=1):
            width = wide * sizes.type / 7
            if not text or _wide(text, sizes) > most * width:
                continue
            lines = wrap(text, width=width, size=sizes.type)
            if len(lines) > most or lines in tried:
                continue
            if breaks_a_word(text, width=width, size=sizes.type):
                continue
            tried.add(lines)
            broad = max(_wide(line, sizes) for line in lines)
            for label in _candidates(block, lines, broad, sizes, "name"):
                if taken.is_free(label.box, frame, but=spot.id):
                    return label
    return None
