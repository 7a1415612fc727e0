"""The map of the social space: boundary, units, places and partners where they are, north up (R-02, R-32).

German: Karte des Sozialraums. Beside the map, or below it on an upright page, stand what is shown larger, the
names to the numbers, and what has no place on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from jmdexport.drawing import geo_words as words
from jmdexport.drawing.conflict_geometry import Box
from jmdexport.drawing.geo_blocks import Sizes
from jmdexport.drawing.geo_detail import Detail, detail, window_is_free
from jmdexport.drawing.geo_ground import View, bounds, fitted, on_ground
from jmdexport.drawing.geo_legend import legend, scale_bar, scale_height
from jmdexport.drawing.geo_lists import letters_of, notes, numbers_of, rows_beside
from jmdexport.drawing.geo_panel import Panel, drawn_panel, panel
from jmdexport.drawing.geo_plan import Area, GeoDoesNotFit, GeoPlan, Spot
from jmdexport.drawing.geo_signs import reach_of
from jmdexport.drawing.layout_flow import Row, drawn, flow, paragraph
from jmdexport.drawing.measure import text_width
from jmdexport.drawing.palette import INK
from jmdexport.drawing.scene import Item, Scene
from jmdexport.drawing.shapes import hatches
from jmdexport.drawing.sheet import Sheet, block, block_height, height, sheet, stacked
from jmdexport.drawing.titles import MARGIN, is_large

_T = TypeVar("_T", Area, Spot)
_MARGIN = 7.0
"""Room between the frame of the map and what is on it."""
_BETWEEN = 5.0
_COLUMN = 4.0
_LEAST = 60.0
"""No map is narrower or lower than this."""
_NAMED = 3
_MOST_BESIDE = 0.45
_MOST_BELOW = 0.5
"""No more of the page is given to the text where it needs no more; the map shall be the larger part."""


@attrs.frozen
class _Way:
    """A way to divide the page: share of the text beside the map, its columns, size of type.

    On an upright page the detail takes some of the columns. Without a share nothing may stand beside the map.
    """

    share: float
    columns: int
    size: float
    detail: int = 1


_WHOLE = _Way(0.0, 1, 7.5)
_WIDE = (
    _WHOLE,
    *(_Way(share, columns, size) for size in (7.5, 7.0) for share, columns in ((0.27, 1), (0.33, 1))),
    *(_Way(share, columns, 7.0) for share, columns in ((0.42, 2), (0.5, 3), (0.56, 3))),
    *(_Way(share, columns, 6.5) for share, columns in ((0.5, 3), (0.56, 3), (0.62, 4), (0.68, 4))),
)
_UPRIGHT = (
    _WHOLE,
    *(_Way(0.34, 3, size, wide) for size in (7.5, 7.0) for wide in (2, 1)),
    *(_Way(share, 3, 7.0) for share in (0.42, 0.5)),
    *(_Way(share, columns, 6.5) for share, columns in ((0.5, 3), (0.5, 4), (0.6, 4), (0.68, 4))),
)
_LARGER = 1.2
"""On pages larger than A4 type is so many times larger, for all ways but the last."""


@attrs.frozen
class _Laid:
    """Map and detail as they are placed, and where text stands beside them."""

    way: _Way
    main: Panel
    more: Panel | None
    rows: list[list[Row]]
    at: tuple[float, float]
    column: float


def draw_geo(plan: GeoPlan) -> Scene:
    """Give the scene of a map of the social space; type is never smaller than 6.5 points (R-02, R-32).

    Nothing overlaps and nothing is left out: a thing has its name beside it, or a number whose name stands
    in the list; what would overlap stands in a frame, and the most crowded stretch is shown larger.

    Raises:
        GeoDoesNotFit: The page is too small for the names beside the map.
    """
    # The picture shall not depend on the order in which things were found.
    plan = attrs.evolve(plan, areas=_by_id(plan.areas), spots=_by_id(plan.spots))
    page = sheet(plan.page, title=plan.title, lines=plan.subtitle, source=plan.source)
    items = tuple(page.items) + (_empty(plan, page) if plan.is_empty else _drawn(plan, page))
    return Scene(
        width=plan.page[0],
        height=plan.page[1],
        language=plan.language,
        title=plan.title,
        description=words.description(plan),
        items=items,
        hatches=hatches(tuple(g for g in plan.kinds if any(spot.kind == g.code for spot in plan.spots))),
    )


def _by_id(things: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(sorted(things, key=lambda thing: thing.id))


def _empty(plan: GeoPlan, page: Sheet) -> tuple[Item, ...]:
    """Say that there is nothing to draw, and what is known without a position."""
    size = 11.0 if is_large(plan.page) else 9.0
    for smaller in (size, 7.0, 6.5):
        rows = [
            paragraph(plan.empty, width=page.width, size=smaller + 1.0, below=3.0),
            *notes(plan, page.width, smaller),
        ]
        if height(rows) <= page.height:
            return stacked(rows, page.left, page.top + 4.0)
    raise _too_much(plan)


def _too_much(plan: GeoPlan) -> GeoDoesNotFit:
    names = sorted((spot.label for spot in plan.spots), key=lambda name: (-len(name), name))
    return GeoDoesNotFit(plan.page, len(plan.spots) + len(plan.areas), tuple(names[:_NAMED]))


def _drawn(plan: GeoPlan, page: Sheet) -> tuple[Item, ...]:
    for way in _ways(plan):
        for larger in (True, False):
            laid = _laid(plan, page, way, larger=larger)
            if laid is not None:
                return tuple(_items(plan, page, laid))
    raise _too_much(plan)


def _ways(plan: GeoPlan) -> Iterator[_Way]:
    ways = _WIDE if plan.page[0] > plan.page[1] else _UPRIGHT
    if is_large(plan.page):
        yield from (attrs.evolve(way, size=round(way.size * _LARGER, 1)) for way in ways)
    yield from ways


def _sizes(plan: GeoPlan, size: float) -> Sizes:
    area = (size * 0.31) ** 2
    groups = {group.code: group for group in plan.kinds}
    digits = "0" * len(str(max(1, len(plan.spots))))
    reach = {spot.id: reach_of(groups, spot, area) for spot in plan.spots}
    return Sizes(size, area, text_width(digits, size=size) + 0.2, reach)


def _legend(plan: GeoPlan, way: _Way, width: float, panels: Sequence[Panel]) -> list[Row]:
    """Give the legend for what is on some panels; for none of them as long as it may become."""
    wide = plan.page[0] > plan.page[1]
    has_block = not panels or any(block.boxed for one in panels for block in one.placement.blocks)
    has_window = not panels or len(panels) > 1
    window = (words.WINDOW if wide else words.WINDOW_BELOW).in_(plan.language) if has_window else None
    area = _sizes(plan, way.size * 0.88).area
    return legend(plan, width=width, size=way.size, area=area, block=has_block, window=window)


def _laid(plan: GeoPlan, page: Sheet, way: _Way, *, larger: bool) -> _Laid | None:
    """Place everything in one way, with a stretch shown larger or without; ``None`` if it does not fit."""
    bottom = page.bottom - height(_legend(plan, way, page.width, ())) - scale_height(way.size)
    beside = _beside(plan, page, way, bottom)
    frame, side = beside
    if min(frame[2] - frame[0], frame[3] - frame[1]) < _LEAST:
        return None
    sizes = _sizes(plan, way.size)
    view = fitted(_ground(plan), frame, margin=_MARGIN)
    larger = larger and way.share > 0
    found_detail = detail(plan.spots, view, sizes, _detail_frame(plan, side, way)) if larger else None
    main, more = _panels(plan, view, sizes, found_detail)
    if main is None:
        return None
    rows = rows_beside(plan, main, more, size=way.size, width=_column(side, way))
    if rows and not way.share:
        return None
    room = _room(plan, side, more, way)
    columns = max(1, int((room[2] - room[0] + _COLUMN) / (_column(side, way) + _COLUMN) + 0.01))
    found = flow(rows, height=room[3] - room[1], most=columns) if rows else []
    if found is None:
        return None
    return _Laid(way, main, more, found, (room[0], room[1]), _column(side, way))


def _beside(plan: GeoPlan, page: Sheet, way: _Way, bottom: float) -> tuple[Box, Box]:
    """Divide the page: the frame of the map, and the room for text; narrow ground leaves more of it."""
    if not way.share:
        frame = (page.left, page.top, page.right, bottom)
        return frame, frame
    west, south, east, north = _ground(plan)
    wide, high = on_ground(west, south, east, north)
    if plan.page[0] > plan.page[1]:
        needed = (bottom - page.top - 2 * _MARGIN) * wide / high + 2 * _MARGIN + _BETWEEN
        share = max(way.share, min(_MOST_BESIDE, 1 - needed / page.width))
        split = page.right - page.width * share
        return (page.left, page.top, split - _BETWEEN, bottom), (split, page.top, page.right, bottom)
    whole = bottom - page.top
    strip = scale_height(way.size) + 2.0
    needed = (page.width - 2 * _MARGIN) * high / wide + 2 * _MARGIN + strip
    split = bottom - whole * max(way.share, min(_MOST_BELOW, 1 - needed / whole))
    return (page.left, page.top, page.right, split - strip), (page.left, split, page.right, bottom)


def _column(side: Box, way: _Way) -> float:
    return (side[2] - side[0] - (way.columns - 1) * _COLUMN) / way.columns


def _head(way: _Way) -> float:
    return block_height(("x",), way.size) + 0.8


def _detail_frame(plan: GeoPlan, side: Box, way: _Way) -> Box:
    """Give the frame of what is shown larger: at the top of the text beside, or left in the text below."""
    top = side[1] + _head(way)
    if plan.page[0] > plan.page[1]:
        width = side[2] - side[0]
        return side[0], top, side[2], top + min(width * 0.92, (side[3] - side[1]) * 0.52)
    width = way.detail * (_column(side, way) + _COLUMN) - _COLUMN
    return side[0], top, side[0] + max(width, 62.0), side[3] - scale_height(way.size)


def _room(plan: GeoPlan, side: Box, more: Panel | None, way: _Way) -> Box:
    """Give the room that is left for text."""
    if more is None:
        return side
    frame = more.view.frame
    if plan.page[0] > plan.page[1]:
        return side[0], frame[3] + scale_height(way.size) + 2.0, side[2], side[3]
    return frame[2] + _COLUMN, side[1], side[2], side[3]


def _ground(plan: GeoPlan) -> Box:
    points = [at for area in plan.areas for polygon in area.rings for at in polygon[0]]
    points += [at for polygon in plan.boundary for at in polygon[0]]
    points += [spot.at for spot in plan.spots]
    ground = bounds(points)
    if ground is None:
        raise ValueError("There is nothing to draw.")
    return ground


def _panels(
    plan: GeoPlan, view: View, sizes: Sizes, larger: Detail | None
) -> tuple[Panel | None, Panel | None]:
    """Place what is shown larger, and the map without it; all on the map where that does not work."""
    every = frozenset(area.id for area in plan.areas)
    if larger is not None:
        whole = _whole(plan, larger)
        more = panel(plan, larger.view, larger.spots, sizes, letters=whole)
        inside = {spot.id for spot in larger.spots}
        others = [spot for spot in plan.spots if spot.id not in inside]
        known = whole & (more.named() | more.lettered()) if more else frozenset[str]()
        main = panel(plan, view, others, sizes, letters=every - known, window=larger.window)
        if main is not None and more is not None:
            boxes = {block.spots[0].id: block.box for block in main.placement.blocks}
            if window_is_free(larger.window, boxes):
                return main, more
    return panel(plan, view, plan.spots, sizes, letters=every), None


def _whole(plan: GeoPlan, larger: Detail) -> frozenset[str]:
    """Give the units that lie in the detail as a whole."""
    west, south, east, north = larger.view.ground()
    return frozenset(
        area.id
        for area in plan.areas
        if all(west <= x <= east and south <= y <= north for polygon in area.rings for x, y in polygon[0])
    )


def _items(plan: GeoPlan, page: Sheet, laid: _Laid) -> Iterator[Item]:
    way, main, more = laid.way, laid.main, laid.more
    numbers, letters = numbers_of(main, more), letters_of(main, more)
    yield from drawn_panel(main, numbers, letters)
    yield from scale_bar(main.view, main.view.frame[3], way.size, plan.language)
    if more is not None:
        frame = more.view.frame
        top = frame[1] - _head(way)
        detail_head = (words.DETAIL.in_(plan.language),)
        yield block(detail_head, frame[0], top, size=way.size, bold=True, colour=INK)
        yield from drawn_panel(more, numbers, letters, prefix="detail-")
        yield from scale_bar(more.view, frame[3], way.size, plan.language)
    yield from drawn(laid.rows, x=laid.at[0], y=laid.at[1], step=laid.column + _COLUMN)
    panels = [main, *([more] if more else [])]
    rows = _legend(plan, way, page.width, panels)
    yield from stacked(rows, MARGIN, page.bottom - height(rows))
