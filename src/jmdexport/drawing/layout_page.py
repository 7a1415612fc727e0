"""How the page is divided: title, the map, and what stands beside or below it.

A wide page has columns at its right, from the top edge to the foot; a high page has a band at its foot.
There stand the marks without a ring, the index of numbers, and the legend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from jmdexport.drawing import frame
from jmdexport.drawing.layout_flow import Row, drawn, flow, gap, lowest
from jmdexport.drawing.layout_strip import index, strip
from jmdexport.drawing.legend import legend
from jmdexport.drawing.plan import MapPlan
from jmdexport.drawing.scene import Item

SMALLEST = 6.5
"""The smallest size of type that is ever used, in points."""
_FULL_RADIUS = 75.0
_BETWEEN = 6.0
_LEAST_MAP = 90.0
"""The least width and height of the map itself."""
_LARGE = 250.0
"""From this length of its shorter side on a page is a large one."""
_APART = 4.0
"""Room between the strip, the index and the legend."""
_WORTH = 18.0
"""So much higher may a band be for the sake of a legend that begins with a column."""


@attrs.frozen
class Room:
    """The parts of the page: the rectangle of the map, and what flows beside or below it.

    ``title`` is the width of the title; ``beside`` draws the rest for a scale of the marks no larger
    than the one it was measured with.
    """

    left: float
    top: float
    right: float
    bottom: float
    title: float
    beside: Callable[[float], tuple[Item, ...]]

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

    def rows(self, scale: float, *, broken: bool) -> list[Row]:
        """Give all rows; *broken* lets the legend begin with a column."""
        found = strip(self.plan, width=self.width, size=self.size, scale=scale)
        names = index(self.plan, self.numbers, width=self.width, size=self.size)
        found += [gap(_APART), *names] if found and names else names
        key = legend(self.plan, width=self.width, size=self.size, scale=scale)
        return [*found, gap(_APART, column=broken), *key] if found else key


def scale_of(radius: float) -> float:
    """Give the factor of the marks' diameter that suits a circle."""
    return min(1.3, max(0.8, radius / _FULL_RADIUS))


def is_large(plan: MapPlan) -> bool:
    """Tell whether the page is larger than A4."""
    return min(plan.page) > _LARGE


def rooms(plan: MapPlan, numbers: Mapping[str, int], size: float) -> Iterator[Room]:
    """Give the ways to divide the page for a size of type, the best first."""
    small = min(size, 8.0 if is_large(plan) else 7.0)
    if plan.page[0] >= plan.page[1]:
        found = next(_wide(plan, numbers, small), None)
    else:
        found = _high(plan, numbers, small)
    if found is not None:
        yield found


def _widest_scale(plan: MapPlan) -> float:
    return scale_of(min(plan.page) * 0.4)


def _wide(plan: MapPlan, numbers: Mapping[str, int], size: float) -> Iterator[Room]:
    left, right = frame.MARGIN, plan.page[0] - frame.MARGIN
    foot = frame.footer(plan)[1] - 2.0
    high = foot - frame.MARGIN
    for count in range(1, 6):
        for width, small in _widths(plan, size):
            side = count * width + (count - 1) * _BETWEEN
            start = right - side
            if start - _BETWEEN - left < _LEAST_MAP:
                return
            columns = _Columns(plan, numbers, count, width, small)
            if flow(columns.rows(_widest_scale(plan), broken=False), height=high, most=count) is None:
                continue

            def beside(
                scale: float, columns: _Columns = columns, start: float = start, width: float = width
            ) -> tuple[Item, ...]:
                found = flow(columns.rows(scale, broken=False), height=high, most=columns.count) or []
                return tuple(drawn(found, x=start, y=frame.MARGIN, step=width + _BETWEEN))

            title = start - _BETWEEN - left
            yield Room(left, frame.header(plan, title)[1] + 2.0, start - _BETWEEN, foot, title, beside)


def _widths(plan: MapPlan, size: float) -> tuple[tuple[float, float], ...]:
    """Give widths of a column with sizes of type: somewhat wider or smaller rather than one column more."""
    wide = 62.0 if is_large(plan) else 53.0
    return (wide, size), (wide + 7.0, size), (wide + 7.0, max(SMALLEST, size - 0.5))


def _high(plan: MapPlan, numbers: Mapping[str, int], size: float) -> Room | None:
    left, right = frame.MARGIN, plan.page[0] - frame.MARGIN
    foot = frame.footer(plan)[1] - 2.0
    top = frame.header(plan, right - left)[1] + 2.0
    count = 4 if is_large(plan) else 3
    width = (right - left - (count - 1) * _BETWEEN) / count
    columns = _Columns(plan, numbers, count, width, size)
    scale, most = _widest_scale(plan), foot - top - _LEAST_MAP
    band = lowest(columns.rows(scale, broken=False), columns=count, most=most)
    if band is None:
        return None
    tidy = lowest(columns.rows(scale, broken=True), columns=count, most=min(most, band + _WORTH))
    high = tidy or band

    def beside(scale: float) -> tuple[Item, ...]:
        found = flow(columns.rows(scale, broken=tidy is not None), height=high, most=count) or []
        return tuple(drawn(found, x=left, y=foot - high, step=width + _BETWEEN))

    return Room(left, top, right, foot - high - 5.0, right - left, beside)
