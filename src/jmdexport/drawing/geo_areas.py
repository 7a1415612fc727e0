"""Where the names of units fit into their outlines: found on a grid of small cells.

A cell belongs to a unit where its middle lies inside and no outline runs through it. Smaller units that lie
in a larger one keep their cells: a name there would seem to be theirs.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import attrs

from jmdexport.drawing.conflict_geometry import Box, crosses, line_near, meet
from jmdexport.drawing.geo_blocks import widened
from jmdexport.drawing.geo_ground import Shape
from jmdexport.drawing.geo_labels import Taken
from jmdexport.drawing.geo_plan import Area
from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import breaks_a_word, line_box, text_width, wrap
from jmdexport.drawing.scene import Point

CELL = 1.0
"""Edge of a cell in millimetres."""
_WIDTHS = (70.0, 36.0, 30.0)
"""Widest lines of a name in one, two and three lines, at 7 points."""
_AWAY = (3.0, 6.0, 10.0, 15.0)
"""How far from its unit a letter may stand, tried in turn."""
_TURNS = 12
_ALPHABET = 26
_STARTS = 3
"""From so many places of its unit a leader is tried."""


@attrs.frozen
class AreaLabel:
    """What is written for a unit: its name, or a letter, inside or beside it with a leader."""

    area: str
    lines: tuple[str, ...]
    box: Box
    kind: Literal["name", "letter"]
    leader: tuple[Point, ...] = ()


@attrs.define
class Grid:
    """The cells of a frame."""

    frame: Box

    @property
    def columns(self) -> int:
        """How many cells lie side by side."""
        return max(1, int((self.frame[2] - self.frame[0]) / CELL))

    @property
    def rows(self) -> int:
        """How many cells lie one below the other."""
        return max(1, int((self.frame[3] - self.frame[1]) / CELL))

    def cells(self, shape: Shape) -> tuple[set[int], set[int]]:
        """Give the cells whose middle lies in an area, and those that its outline runs through."""
        inside: set[int] = set()
        columns = self.columns
        edges = [edge for ring in shape for edge in pairwise((*ring, ring[0]))]
        for row in range(self.rows):
            y = self.frame[1] + (row + 0.5) * CELL
            cuts = sorted(
                ax + (y - ay) * (bx - ax) / (by - ay) for (ax, ay), (bx, by) in edges if (ay > y) != (by > y)
            )
            for first, last in zip(cuts[::2], cuts[1::2], strict=False):
                start = max(0, math.ceil((first - self.frame[0]) / CELL - 0.5))
                end = min(columns - 1, math.floor((last - self.frame[0]) / CELL - 0.5))
                inside.update(range(row * columns + start, row * columns + end + 1))
        touched: set[int] = set()
        for (ax, ay), (bx, by) in edges:
            steps = max(1, math.ceil(math.hypot(bx - ax, by - ay) / (CELL / 2)))
            for step in range(steps + 1):
                column = int((ax + (bx - ax) * step / steps - self.frame[0]) / CELL)
                row = int((ay + (by - ay) * step / steps - self.frame[1]) / CELL)
                if 0 <= column < columns and 0 <= row < self.rows:
                    touched.add(row * columns + column)
        return inside, touched

    def own_cells(self, shapes: Sequence[Shape]) -> list[tuple[set[int], bool]]:
        """Give the cells that each area has for itself, and whether others cover all of it.

        Later areas lie on top. One may be too narrow for a single cell without being covered.
        """
        above: set[int] = set()
        found: list[tuple[set[int], bool]] = []
        for shape in reversed(shapes):
            inside, touched = self.cells(shape)
            found.append((inside - touched - above, bool(above) and (inside or touched) <= above))
            above |= inside | touched
        return found[::-1]

    def spots(self, cells: set[int], width: float, height: float) -> Iterator[Box]:
        """Give the boxes of a size that lie in some cells, the nearest to their middle first."""
        wide, high = math.ceil(width / CELL) + 1, math.ceil(height / CELL) + 1
        columns = self.columns
        if len(cells) < wide * high:
            return
        x = math.fsum(one % columns for one in cells) / len(cells)
        y = math.fsum(one // columns for one in cells) / len(cells)
        runs = _runs(cells, columns)
        starts = sorted(
            (math.hypot(start % columns + wide / 2 - x, (start // columns + high / 2 - y) * 1.6), start)
            for start in cells
            if all(runs.get(start + row * columns, 0) >= wide for row in range(high))
        )
        for _, start in starts:
            left = self.frame[0] + (start % columns) * CELL + (wide * CELL - width) / 2
            top = self.frame[1] + (start // columns) * CELL + (high * CELL - height) / 2
            yield left, top, left + width, top + height


def _runs(cells: set[int], columns: int) -> dict[int, int]:
    """Give for each cell how many lie in a row from it on to the right."""
    found: dict[int, int] = {}
    for one in sorted(cells, reverse=True):
        last = one % columns == columns - 1
        found[one] = 1 if last else 1 + found.get(one + 1, 0)
    return found


def area_labels(
    areas: Sequence[Area],
    shapes: Sequence[Shape],
    taken: Taken,
    frame: Box,
    *,
    size: float,
    letters: frozenset[str],
) -> list[AreaLabel]:
    """Place the names of units, the smallest unit first, and mark what they cover as taken.

    Args:
        areas: The units, the larger ones first.
        shapes: Their outlines on the page; one outside the frame is empty.
        letters: The units that get a letter, in them or beside them, where the name does not fit.
    """
    grid = Grid(frame)
    counted = grid.own_cells(shapes)
    own = [cells for cells, _ in counted]
    found: list[AreaLabel] = []
    waiting: list[int] = []
    for index in sorted(range(len(areas)), key=lambda one: (len(own[one]), areas[one].id)):
        label = _inside(areas[index], own[index], grid, taken, size=size)
        if label is None:
            waiting.append(index)
            continue
        taken.boxes[f"unit {label.area}"] = label.box
        found.append(label)
    for index in waiting:
        area = areas[index]
        if area.id not in letters or not shapes[index] or counted[index][1]:
            continue
        letter = _letter(area, own[index], shapes[index], grid, taken, size=size, few=len(areas) <= _ALPHABET)
        if letter is not None:
            taken.boxes[f"unit {letter.area}"] = letter.box
            if letter.leader:
                taken.lines.append(letter.leader)
            found.append(letter)
    return found


def _size_of(lines: Sequence[str], size: float) -> tuple[float, float]:
    width = max(text_width(line, size=size, bold=True) for line in lines)
    return width, math.fsum(line_box(size)) + (len(lines) - 1) * leading(size)


def _inside(area: Area, cells: set[int], grid: Grid, taken: Taken, *, size: float) -> AreaLabel | None:
    tried: set[tuple[str, ...]] = set()
    for most, wide in enumerate(_WIDTHS, start=1):
        width = wide * size / 7
        if text_width(area.label, size=size, bold=True) > most * width:
            continue
        lines = wrap(area.label, width=width, size=size, bold=True)
        if len(lines) > most or lines in tried:
            continue
        if breaks_a_word(area.label, width=width, size=size, bold=True):
            continue
        tried.add(lines)
        for box in grid.spots(cells, *_size_of(lines, size)):
            if taken.is_free(box, grid.frame):
                return AreaLabel(area.id, lines, box, "name")
    return None


def _letter(
    area: Area, cells: set[int], shape: Shape, grid: Grid, taken: Taken, *, size: float, few: bool
) -> AreaLabel | None:
    """Give the place for a letter: in the unit, else beside it with a leader."""
    width, height = _size_of(("W" if few else "WW",), size)
    for box in grid.spots(cells, width, height):
        if taken.is_free(box, grid.frame):
            return AreaLabel(area.id, (), box, "letter")
    for start in _points_in(cells, shape, grid, taken):
        for away in _AWAY:
            for turn in range(_TURNS):
                angle = 2 * math.pi * turn / _TURNS + 0.4
                x = start[0] + (away + width / 2) * math.sin(angle)
                y = start[1] - (away + height / 2) * math.cos(angle)
                box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                end = min(max(start[0], box[0]), box[2]), min(max(start[1], box[1]), box[3])
                if taken.is_free(box, grid.frame) and _is_clear((start, end), taken):
                    return AreaLabel(area.id, (), box, "letter", (start, end))
    return None


def _is_clear(line: tuple[Point, Point], taken: Taken) -> bool:
    """Tell whether a leader runs over no text, no sign and no other leader."""
    return (
        not any(crosses(line, widened(box, 0.2)) for box in taken.boxes.values())
        and not any(line_near(line, at) < far + 0.3 for at, far in taken.discs.values())
        and not any(meet(line, other) for other in taken.lines)
    )


def _points_in(cells: set[int], shape: Shape, grid: Grid, taken: Taken) -> list[Point]:
    """Give a few points for the start of a leader: free cells of a unit, else the middle of its corners."""
    columns, (left, top, _, _) = grid.columns, grid.frame
    if not cells:
        ring = max(shape, key=len)
        x, y = math.fsum(x for x, _ in ring) / len(ring), math.fsum(y for _, y in ring) / len(ring)
        return [(x, y)] if taken.is_free((x, y, x, y), grid.frame) else []
    x = math.fsum(one % columns for one in cells) / len(cells)
    y = math.fsum(one // columns for one in cells) / len(cells)
    ordered = sorted(cells, key=lambda one: (math.hypot(one % columns - x, one // columns - y), one))
    points = ((left + (one % columns + 0.5) * CELL, top + (one // columns + 0.5) * CELL) for one in ordered)
    free = (point for point in points if taken.is_free((*point, *point), grid.frame))
    return list(itertools.islice(free, _STARTS))
