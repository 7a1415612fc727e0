"""How the page is divided: title, the map, and what stands beside or below it.

A wide page has columns at its right, from the top edge to the foot; a high page has a band at its foot.
There stand the marks without a ring, the index of numbers, and the legend.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import attrs

from jmdexport.drawing import frame
from jmdexport.drawing.layout_flow import Row, drawn, flow, gap, lowest
from jmdexport.drawing.layout_labels import GAP, RIM
from jmdexport.drawing.layout_strip import index, strip
from jmdexport.drawing.legend import blocks, legend, ribbon
from jmdexport.drawing.measure import text_width
from jmdexport.drawing.plan import MapPlan
from jmdexport.drawing.scene import Item, Text

SMALLEST = 6.5
"""The smallest size of type that is ever used, in points."""
_FULL_RADIUS = 75.0
_BETWEEN = 6.0
NARROW = 23.0
"""The least room for a label beside the circle."""
_LEAST_MAP = 90.0
"""The least width and height of the map itself."""
_LEAST_WIDTH = 120.0
"""The least width of a map with names on both sides."""
_SMALL = 0.6
"""How much smaller marks may be where very many stand beside the circle."""
_APART = 4.0
"""Room between the strip, the index and the legend."""
_COLUMNS = 4
"""Rather than in so many columns the legend stands below the map."""
_WORTH = 32.0
"""So much higher may a band be for the sake of a legend that begins with a column."""


@attrs.frozen
class Room:
    """The parts of the page: the rectangle of the map, and what flows beside or below it.

    ``title`` is the width of the title, ``cap`` the largest scale of the marks; ``beside`` draws the rest
    for a scale up to that; ``rise`` is the height beside the title, if that ends left of the centre.
    """

    left: float
    top: float
    right: float
    bottom: float
    title: float
    cap: float
    beside: Callable[[float], tuple[Item, ...]]
    rise: float = 0.0

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the map."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def half(self) -> float:
        """Half the height."""
        return (self.bottom - self.top) / 2

    @property
    def edge(self) -> float:
        """Half the width."""
        return (self.right - self.left) / 2


@attrs.frozen
class _Columns:
    """One way to set the columns: how many, how wide, in which size of type."""

    plan: MapPlan
    numbers: Mapping[str, int]
    count: int
    width: float
    size: float
    moved: int = 0
    cap: float = 1.3

    @property
    def indexed(self) -> bool:
        """Whether all names stand in the index, and the groups with them."""
        return len(self.numbers) == len(self.plan.inside) > 0

    def band(self, scale: float) -> list[Row]:
        """Give what stands below the map, across the whole page."""
        return ribbon(
            self.plan,
            width=self.plan.page[0] - 2 * frame.MARGIN,
            size=self.size,
            scale=scale,
            moved=self.moved,
            indexed=self.indexed,
        )

    def rows(self, scale: float, *, broken: bool) -> list[Row]:
        """Give all rows; *broken* lets the legend begin with a column."""
        found = strip(self.plan, width=self.width, size=self.size, scale=scale)
        names = index(self.plan, self.numbers, width=self.width, size=self.size)
        found += [gap(_APART), *names] if found and names else names
        key = legend(
            self.plan,
            width=self.width,
            size=self.size,
            scale=scale,
            moved=self.moved,
            indexed=self.indexed,
        )
        return [*found, gap(_APART, column=broken), *key] if found else key


def scale_of(radius: float) -> float:
    """Give the factor of the marks' diameter that suits a circle."""
    return min(1.3, max(0.8, radius / _FULL_RADIUS))


def rooms(plan: MapPlan, numbers: Mapping[str, int], size: float) -> Iterator[Room]:
    """Give the ways to divide the page for a size of type, the best first."""
    small = min(size, 8.5 if frame.is_large(plan) else 7.0)
    if plan.page[0] >= plan.page[1]:
        yield from itertools.islice(_wide(plan, numbers, small), 1)
    else:
        yield from _high(plan, numbers, small)


def _widest_scale(width: float, height: float) -> float:
    """Give the scale of the marks on the largest circle that a map of a width and height can have."""
    return scale_of(min(width / 2 - NARROW, height / 2) - RIM - GAP)


def _wide(plan: MapPlan, numbers: Mapping[str, int], size: float) -> Iterator[Room]:
    left, right = frame.MARGIN, plan.page[0] - frame.MARGIN
    for columns in _ways(plan, numbers, size):
        scale = columns.cap
        start = right - columns.count * columns.width - (columns.count - 1) * _BETWEEN
        # Names need more room beside the circle than numbers round it.
        if start - _BETWEEN - left < (_LEAST_MAP if columns.indexed else _LEAST_WIDTH):
            continue
        bottom = frame.footer(plan)[1] - 2.0
        band = math.fsum(row.height for row in columns.band(scale))
        foot = bottom - (band + 2.0 if band else 0.0)
        high = foot - frame.MARGIN
        if flow(columns.rows(scale, broken=False), height=high, most=columns.count) is None:
            continue

        beside = partial(_beside, columns, start=start, bottom=bottom, high=high)
        title = start - _BETWEEN - left
        top, rise = _top(plan, title, (left + start - _BETWEEN) / 2)
        yield Room(left, top, start - _BETWEEN, foot, title, scale, beside, rise)


def _top(plan: MapPlan, width: float, middle: float) -> tuple[float, float]:
    """Give where the map begins below the title, and how much higher it may begin right of its middle."""
    items, end = frame.header(plan, width)
    texts = [item for item in items if isinstance(item, Text)]
    widths = [text_width(line, size=text.size, bold=text.bold) for text in texts for line in text.lines]
    free = frame.MARGIN + max(widths, default=0.0) <= middle
    return end + 2.0, end + 2.0 - frame.MARGIN if free else 0.0


def _beside(columns: _Columns, scale: float, *, start: float, bottom: float, high: float) -> tuple[Item, ...]:
    """Draw columns and ribbon of a wide page."""
    found = flow(columns.rows(scale, broken=False), height=high, most=columns.count) or []
    below = columns.band(scale)
    return (
        *drawn(found, x=start, y=frame.MARGIN, step=columns.width + _BETWEEN),
        *drawn([below], x=frame.MARGIN, y=bottom - math.fsum(row.height for row in below), step=0.0),
    )


def _ways(plan: MapPlan, numbers: Mapping[str, int], size: float) -> Iterator[_Columns]:
    """Give ways to set the columns: rather part of the legend below the map than one column more."""
    wide = 62.0 if frame.is_large(plan) else 53.0
    parts = len(blocks(plan, scale=1.0))
    widest = _widest_scale(plan.page[0] - 2 * frame.MARGIN - wide - _BETWEEN, plan.page[1] - 2 * frame.MARGIN)
    for cap, fewest in ((widest, 1), (widest * _SMALL, 2)):
        for count in range(fewest, 7):
            for moved in (0, parts - 1, parts) if count < _COLUMNS else (0,):
                for more in (0.0, 7.0):
                    yield _Columns(plan, numbers, count, wide + more, size, moved, cap)


def _high(plan: MapPlan, numbers: Mapping[str, int], size: float) -> Iterator[Room]:
    """Give a band whose legend begins with a column, if that takes little height, then the lowest band."""
    left, right = frame.MARGIN, plan.page[0] - frame.MARGIN
    foot = frame.footer(plan)[1] - 2.0
    top, rise = _top(plan, right - left, (left + right) / 2)
    count = 4 if frame.is_large(plan) else 3
    width = (right - left - (count - 1) * _BETWEEN) / count
    most = foot - top - _LEAST_MAP
    widest = _widest_scale(right - left, foot - top)
    for cap in (widest, widest * _SMALL):
        columns = _Columns(plan, numbers, count, width, size, cap=cap)
        band = lowest(columns.rows(cap, broken=False), columns=count, most=most)
        if band is None:
            continue
        tidy = lowest(columns.rows(cap, broken=True), columns=count, most=min(most, band + _WORTH))
        for high, broken in ((tidy, True), (band, False)):
            if high is not None and (broken or high != tidy):
                below = partial(_below, columns, top=foot - high, high=high, broken=broken)
                yield Room(left, top, right, foot - high - 5.0, right - left, cap, below, rise)
        return


def _below(columns: _Columns, scale: float, *, top: float, high: float, broken: bool) -> tuple[Item, ...]:
    """Draw the band of a high page."""
    found = flow(columns.rows(scale, broken=broken), height=high, most=columns.count) or []
    return tuple(drawn(found, x=frame.MARGIN, y=top, step=columns.width + _BETWEEN))
