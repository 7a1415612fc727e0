"""Signs that would overlap: they stand side by side in a frame, each with its number, where they belong.

A thing alone stands at its place. Things too near to each other for the scale of the map become a block: a
frame about the middle of their places, in it sign and number of each. Blocks that meet grow together, so that
nothing ever overlaps.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import attrs

from jmdexport.drawing.conflict_geometry import Box, near, overlap
from jmdexport.drawing.geo_plan import Spot
from jmdexport.drawing.measure import line_box, text_width
from jmdexport.drawing.scene import Point

_APART = 0.35
_PAD = 0.55
"""Room between the edge of a block and what stands in it."""
_AFTER_SIGN = 0.4
_SHAPE = 1.3
"""A block is about so many times as wide as high."""


@attrs.frozen
class Sizes:
    """Sizes that hold for all of a map: type in points, area of a sign, room for a number in millimetres."""

    type: float
    area: float
    number: float
    reach: Mapping[str, float]

    @property
    def line(self) -> float:
        """Height of a line of type."""
        return math.fsum(line_box(self.type))


@attrs.frozen
class Block:
    """Things that are drawn together: one at its place, or several in a frame.

    Attributes:
        spots: What stands in it, in the order of names.
        at: The place, or the middle of the places.
        boxed: Whether it has a frame; numbers then stand in it.
        box: What it covers; of a single sign the square round it.
        columns: How many stand side by side in the frame.
        names: The names in place of numbers, where there is room for them.
    """

    spots: tuple[Spot, ...]
    at: Point
    boxed: bool
    box: Box
    columns: int = 1
    names: tuple[str, ...] = ()

    def middle_of(self, index: int, sizes: Sizes) -> Point:
        """Give where the sign of a thing stands."""
        if not self.boxed:
            return self.at
        wide, high, most = cell(self.spots, sizes)
        row, column = divmod(index, self.columns)
        if self.names:
            wide = self.box[2] - self.box[0]
        return self.box[0] + _PAD + column * wide + most, self.box[1] + _PAD + (row + 0.5) * high

    def text_of(self, index: int, sizes: Sizes) -> float:
        """Give where the number or name of a thing begins."""
        return self.middle_of(index, sizes)[0] + cell(self.spots, sizes)[2] + _AFTER_SIGN


def cell(spots: Sequence[Spot], sizes: Sizes) -> tuple[float, float, float]:
    """Give width and height that each thing of a block has, and the reach of its largest sign."""
    most = max(sizes.reach[spot.id] for spot in spots)
    return 2 * most + _AFTER_SIGN + sizes.number + 0.8, max(2 * most + 0.3, sizes.line), most


def single(spot: Spot, at: Point, sizes: Sizes) -> Block:
    """Give a thing alone at its place."""
    far = sizes.reach[spot.id]
    return Block((spot,), at, False, (at[0] - far, at[1] - far, at[0] + far, at[1] + far))  # noqa: FBT003


def framed(spots: Iterable[Spot], places: Mapping[str, Point], frame: Box, sizes: Sizes) -> Block | None:
    """Give a block of things; ``None`` if the frame of the map is too small for it."""
    found = tuple(sorted(spots, key=lambda spot: (spot.label.casefold(), spot.id)))
    wide, high, _ = cell(found, sizes)
    columns = max(1, round(math.sqrt(len(found) * high / wide * _SHAPE)))
    room = (frame[2] - frame[0] - 2 * _PAD, frame[3] - frame[1] - 2 * _PAD)
    columns = max(columns, math.ceil(len(found) / max(1, math.floor(room[1] / high))))
    if columns * wide > room[0]:
        return None
    width = columns * wide + 2 * _PAD
    height = math.ceil(len(found) / columns) * high + 2 * _PAD
    x = math.fsum(places[spot.id][0] for spot in found) / len(found)
    y = math.fsum(places[spot.id][1] for spot in found) / len(found)
    return Block(found, (x, y), True, about((x, y), width, height, frame), columns)  # noqa: FBT003


def about(at: Point, width: float, height: float, frame: Box) -> Box:
    """Give a box with a middle, moved as little as needed to lie in a frame."""
    left = min(max(at[0] - width / 2, frame[0]), frame[2] - width)
    top = min(max(at[1] - height / 2, frame[1]), frame[3] - height)
    return left, top, left + width, top + height


def named(block: Block, names: Sequence[str], box: Box) -> Block:
    """Give a block with names in place of numbers, one below the other."""
    return attrs.evolve(block, columns=1, names=tuple(names), box=box)


def named_size(block: Block, names: Sequence[str], sizes: Sizes) -> tuple[float, float]:
    """Give width and height of a block with names."""
    _, high, most = cell(block.spots, sizes)
    text = max(text_width(name, size=sizes.type) for name in names)
    return 2 * most + _AFTER_SIGN + text + 0.6 + 2 * _PAD, high * len(names) + 2 * _PAD


def meet(one: Block, other: Block, sizes: Sizes) -> bool:
    """Tell whether two blocks are too near to each other."""
    if one.boxed and other.boxed:
        return overlap(widened(one.box, _APART), other.box)
    if not one.boxed and not other.boxed:
        far = sizes.reach[one.spots[0].id] + sizes.reach[other.spots[0].id]
        return math.dist(one.at, other.at) < far + _APART
    box, alone = (one, other) if one.boxed else (other, one)
    return near(box.box, alone.at) < sizes.reach[alone.spots[0].id] + _APART


def widened(box: Box, by: float) -> Box:
    """Give a box that reaches further to all sides."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def grown(
    blocks: Sequence[Block], places: Mapping[str, Point], frame: Box, sizes: Sizes
) -> list[Block] | None:
    """Join all blocks that meet until none do; ``None`` if the frame is too small for that."""
    found = list(blocks)
    while True:
        groups = _joined(found, sizes)
        if len(groups) == len(found):
            return found
        made: list[Block] = []
        for members in groups:
            if len(members) == 1:
                made.append(found[members[0]])
                continue
            block = framed([spot for index in members for spot in found[index].spots], places, frame, sizes)
            if block is None:
                return None
            made.append(block)
        found = made


def _joined(blocks: Sequence[Block], sizes: Sizes) -> list[list[int]]:
    """Give the positions of blocks in groups of those that meet, directly or over others."""
    group = list(range(len(blocks)))

    def head(index: int) -> int:
        while group[index] != index:
            index = group[index]
        return index

    for first in range(len(blocks)):
        for second in range(first + 1, len(blocks)):
            if meet(blocks[first], blocks[second], sizes):
                low, high = sorted((head(first), head(second)))
                group[high] = low
    found: dict[int, list[int]] = {}
    for index in range(len(blocks)):
        found.setdefault(head(index), []).append(index)
    return list(found.values())
