"""Marks that a tie keeps clear of, in rows, so that those near to a line are found quickly."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from operator import attrgetter
from typing import TypeAlias

import attrs

from jmdexport.drawing.scene import Point

Beside: TypeAlias = tuple[float, float, float]
"""A disc seen from a line: how far along the line and how far off it stands, and how far it reaches."""

_ROW = 25.0
"""Height of a row of discs, in millimetres."""
_FLAT = 1e-9
_EDGE = 1e-6
"""So much more than is needed is looked through."""


@attrs.frozen
class Disc:
    """A mark that a tie keeps clear of: where it stands, how far it reaches, whose it is."""

    x: float
    y: float
    reach: float
    name: str

    @property
    def place(self) -> Point:
        """Its centre."""
        return self.x, self.y


class Discs:
    """Discs in rows from top to bottom, each row from left to right."""

    def __init__(self, discs: Iterable[Disc]) -> None:
        rows: dict[int, list[Disc]] = {}
        for disc in discs:
            rows.setdefault(math.floor(disc.y / _ROW), []).append(disc)
        self._widest = max((disc.reach for found in rows.values() for disc in found), default=0.0)
        self._rows: list[tuple[float, list[float], list[Disc]]] = []
        for row, found in sorted(rows.items()):
            found.sort(key=attrgetter("x"))
            self._rows.append((row * _ROW, [disc.x for disc in found], found))

    def near(
        self, start: Point, end: Point, *, band: float, wide: float, but: Collection[str] = ()
    ) -> list[Beside]:
        """Give the discs beside a straight line.

        Args:
            start: Where the line begins.
            end: Where it ends.
            band: A disc counts that is no further off than this and twice its reach.
            wide: What is added to the reach of each disc.
            but: Names of discs that do not count.
        """
        sx, sy = start
        dx, dy = end[0] - sx, end[1] - sy
        length = math.hypot(dx, dy) or 1.0
        dx, dy = dx / length, dy / length
        most = band + 2 * (self._widest + wide) + _EDGE
        # A band about the line: the box round it, and how far it moves to the side from row to row.
        over, aside = most * abs(dx), most * abs(dy)
        high, low = min(sy, end[1]) - over - _ROW, max(sy, end[1]) + over
        left, right = min(sx, end[0]) - aside, max(sx, end[0]) + aside
        slope = dx / dy if abs(dy) > _FLAT else 0.0
        half = most / abs(dy) + abs(slope) * _ROW / 2 if slope else right - left
        middle = sx + (_ROW / 2 - sy) * slope
        found: list[Beside] = []
        for top, xs, discs in self._rows:
            if not high <= top <= low:
                continue
            at = middle + top * slope
            first, last = bisect_left(xs, max(left, at - half)), bisect_right(xs, min(right, at + half))
            for disc in discs[first:last]:
                x, y = disc.x - sx, disc.y - sy
                along = x * dx + y * dy
                if 0 < along < length:
                    off, reach = y * dx - x * dy, disc.reach + wide
                    if abs(off) < band + 2 * reach and disc.name not in but:
                        found.append((along, off, reach))
        return found
