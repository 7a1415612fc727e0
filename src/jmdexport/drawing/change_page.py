"""How the page of a change map is divided: columns at the right, or a band at the foot of a high page."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import attrs

from jmdexport.drawing import frame, keys
from jmdexport.drawing.change_beside import lists
from jmdexport.drawing.change_legend import blocks, legend
from jmdexport.drawing.change_plan import ChangePlan
from jmdexport.drawing.layout_flow import Row, drawn, flow, gap, lowest
from jmdexport.drawing.layout_page import NARROW, scale_of
from jmdexport.drawing.scene import Item, Point

_LEAST_MAP = 100.0
"""The least width and height of the map itself."""
_BETWEEN = 6.0
_MOST_COLUMNS = 5
_WORTH = 32.0
"""So much higher may a band be for the sake of a legend that begins with a column."""
_APART = 4.0


@attrs.frozen(kw_only=True)
class Sheet:
    """How the page is divided: the rectangle of the map, the width of the title, and what is drawn beside."""

    left: float
    top: float
    right: float
    bottom: float
    title: float
    beside: Callable[[float], tuple[Item, ...]]

    @property
    def centre(self) -> Point:
        """The middle of the map."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def sheets(plan: ChangePlan, numbers: Mapping[str, int], size: float) -> Iterator[Sheet]:
    """Give ways to divide the page for a size of type, the best first."""
    small = min(size, 8.5 if frame.is_large(plan.frame) else 7.0)
    if plan.page[0] >= plan.page[1]:
        yield from itertools.islice(_wide(plan, numbers, small), 1)
    else:
        yield from _high(plan, numbers, small)


@attrs.frozen
class _Beside:
    """One way to set what stands beside the map: how many columns, how wide, which size of type, and how
    many blocks of the legend stand as lines across the page."""

    plan: ChangePlan
    numbers: Mapping[str, int]
    count: int
    width: float
    size: float
    moved: int = 0

    def rows(self, scale: float, *, broken: bool = False) -> list[Row]:
        """Give the rows of the columns; *broken* lets the legend begin with a column."""
        before = lists(self.plan, self.numbers, width=self.width, size=self.size, scale=scale)
        key = legend(self.plan, width=self.width, size=self.size, scale=scale, moved=self.moved)
        return [*before, gap(_APART, column=broken), *key] if before else key

    def ribbon(self, scale: float) -> list[Row]:
        """Give the lines across the page."""
        found = blocks(self.plan, scale=scale)
        width = self.plan.page[0] - 2 * frame.MARGIN
        return keys.ribbon(
            found[len(found) - self.moved :] if self.moved else (), width=width, size=self.size
        )

    def drawn(
        self, scale: float, *, x: float, y: float, high: float, foot: float, broken: bool = False
    ) -> tuple[Item, ...]:
        """Draw columns and lines."""
        found = flow(self.rows(scale, broken=broken), height=high, most=self.count) or []
        below = self.ribbon(scale)
        return (
            *drawn(found, x=x, y=y, step=self.width + _BETWEEN),
            *drawn([below], x=frame.MARGIN, y=foot - math.fsum(row.height for row in below), step=0.0),
        )


def _wide(plan: ChangePlan, numbers: Mapping[str, int], size: float) -> Iterator[Sheet]:
    left, right = frame.MARGIN, plan.page[0] - frame.MARGIN
    foot = frame.footer(plan.frame)[1] - 2.0
    wide = 64.0 if frame.is_large(plan.frame) else 55.0
    parts = len(blocks(plan, scale=1.0))
    for count in range(1, _MOST_COLUMNS + 1):
        start = right - count * wide - (count - 1) * _BETWEEN
        title = start - _BETWEEN - left
        if title < _LEAST_MAP:
            return
        most = scale_of(min(title / 2 - NARROW, (foot - frame.MARGIN) / 2))
        for moved in (0, parts - 1, parts) if count < 3 else (0,):
            way = _Beside(plan, numbers, count, wide, size, moved)
            band = math.fsum(row.height for row in way.ribbon(most))
            bottom = foot - (band + 2.0 if band else 0.0)
            high = bottom - frame.MARGIN
            if flow(way.rows(most), height=high, most=count) is None:
                continue
            draw = partial(way.drawn, x=start, y=frame.MARGIN, high=high, foot=foot)
            top = frame.header(plan.frame, title)[1] + 2.0
            yield Sheet(left=left, top=top, right=start - _BETWEEN, bottom=bottom, title=title, beside=draw)


def _high(plan: ChangePlan, numbers: Mapping[str, int], size: float) -> Iterator[Sheet]:
    left, right = frame.MARGIN, plan.page[0] - frame.MARGIN
    foot = frame.footer(plan.frame)[1] - 2.0
    top = frame.header(plan.frame, right - left)[1] + 2.0
    count = 4 if frame.is_large(plan.frame) else 3
    wide = (right - left - (count - 1) * _BETWEEN) / count
    way = _Beside(plan, numbers, count, wide, size)
    most = scale_of((right - left) / 2 - NARROW)
    band = lowest(way.rows(most), columns=count, most=foot - top - _LEAST_MAP)
    if band is None:
        return
    tidy = lowest(
        way.rows(most, broken=True), columns=count, most=min(foot - top - _LEAST_MAP, band + _WORTH)
    )
    for high, broken in ((tidy, True), (band, False)):
        if high is None:
            continue
        draw = partial(way.drawn, x=left, y=foot - high, high=high, foot=foot, broken=broken)
        yield Sheet(
            left=left, top=top, right=right, bottom=foot - high - 5.0, title=right - left, beside=draw
        )
