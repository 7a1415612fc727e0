"""What of the ground is worth showing larger: the stretch where most things stand too near to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from jmdexport.drawing.conflict_geometry import Box, near, overlap
from jmdexport.drawing.geo_blocks import Sizes, grown, single, widened
from jmdexport.drawing.geo_ground import View, bounds, fitted
from jmdexport.drawing.geo_plan import Spot

_LEAST = 4
"""So many different positions make a stretch worth it."""
_LARGER = 2.5
"""So many times larger it is shown at least."""
_MARGIN = 8.0
"""Room between the edge of a frame and the things in it, in millimetres."""
_LEAST_WINDOW = 4.0
_ROUNDS = 6


@attrs.frozen
class Detail:
    """A stretch shown larger: how, what stands in it, and its frame on the map."""

    view: View
    spots: tuple[Spot, ...]
    window: Box


def detail(spots: Sequence[Spot], view: View, sizes: Sizes, frame: Box) -> Detail | None:
    """Give the stretch that is shown larger in a frame; ``None`` where nothing would be gained.

    It holds the largest group of things that would overlap on the map, and all that lies in its window
    there or touches it.
    """
    places = {spot.id: view.point(spot.at) for spot in spots}
    blocks = grown([single(spot, places[spot.id], sizes) for spot in spots], places, view.frame, sizes)
    crowded = [block for block in blocks or () if len({spot.at for spot in block.spots}) >= _LEAST]
    if not crowded:
        return None
    largest = min(crowded, key=lambda block: (-len({spot.at for spot in block.spots}), block.spots[0].id))
    chosen = {spot.id for spot in largest.spots}
    for _ in range(_ROUNDS):
        ground = bounds(spot.at for spot in spots if spot.id in chosen)
        if ground is None:
            return None
        larger = fitted(ground, frame, margin=_MARGIN)
        window = _window(view, larger.ground())
        if larger.scale < _LARGER * view.scale or not _lies_in(window, view.frame):
            return None
        reached = {name for name, at in places.items() if near(window, at) < sizes.reach[name] + 0.6}
        if reached <= chosen:
            return Detail(larger, tuple(spot for spot in spots if spot.id in chosen), window)
        chosen |= reached
    return None


def _window(view: View, ground: Box) -> Box:
    """Give where a stretch of ground lies on the map, wide enough to be seen."""
    west, south, east, north = ground
    left, bottom = view.point((west, south))
    right, top = view.point((east, north))
    more = max(0.0, (_LEAST_WINDOW - min(right - left, bottom - top)) / 2)
    return widened((left, top, right, bottom), more)


def _lies_in(box: Box, frame: Box) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]


def window_is_free(window: Box, others: Mapping[str, Box]) -> bool:
    """Tell whether no block of the map lies on the window."""
    return not any(overlap(widened(window, 0.3), box) for box in others.values())
