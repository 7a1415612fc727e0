"""What of the ground is worth showing larger: the stretch where most things stand too near to each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import attrs

from jmdexport.drawing.conflict_geometry import Box, near, overlap
from jmdexport.drawing.geo_blocks import Sizes, widened
from jmdexport.drawing.geo_ground import View, bounds, fitted
from jmdexport.drawing.geo_plan import Spot
from jmdexport.drawing.scene import Point

_LEAST = 4
"""So many different positions make a stretch worth it."""
_LARGER = 2.5
"""So many times larger it is shown at least."""
_MARGIN = 8.0
"""Room between the edge of a frame and the things in it, in millimetres."""
_LEAST_WINDOW = 4.0
_ROUNDS = 8
_NEAR = (7.0, 4.0, 2.0, 1.0)
"""So near to each other on the map, in millimetres, are the things of a group; tried in turn."""
_TRIED = 3


@attrs.frozen
class Detail:
    """A stretch shown larger: how, what stands in it, and its frame on the map."""

    view: View
    spots: tuple[Spot, ...]
    window: Box


def detail(spots: Sequence[Spot], view: View, sizes: Sizes, frame: Box) -> Detail | None:
    """Give the stretch that is shown larger in a frame; ``None`` where nothing would be gained.

    It holds the largest group of things that stand too near to each other on the map, and all that lies in
    its window there or touches it. Where that becomes too wide, a denser core of it is tried.
    """
    places = {spot.id: view.point(spot.at) for spot in spots}
    tried: set[frozenset[str]] = set()
    for near_by in _NEAR:
        groups = _groups(spots, places, near_by)
        crowded = [group for group in groups if len({spot.at for spot in group}) >= _LEAST]
        for group in crowded[:_TRIED]:
            chosen = frozenset(spot.id for spot in group)
            found = None if chosen in tried else _shown_larger(chosen, spots, places, view, sizes, frame)
            if found is not None:
                return found
            tried.add(chosen)
    return None


def _groups(spots: Sequence[Spot], places: Mapping[str, Point], near_by: float) -> list[list[Spot]]:
    """Give the groups of things that are near to each other, the one with most positions first."""
    left = sorted(spots, key=lambda spot: spot.id)
    groups: list[list[Spot]] = []
    while left:
        group = [left.pop(0)]
        for spot in group:
            joined = [other for other in left if math.dist(places[spot.id], places[other.id]) < near_by]
            left = [other for other in left if other not in joined]
            group += joined  # the loop goes on over them
        groups.append(group)
    return sorted(groups, key=lambda group: (-len({spot.at for spot in group}), group[0].id))


def _shown_larger(  # noqa: PLR0917 - an inner function
    chosen: frozenset[str],
    spots: Sequence[Spot],
    places: Mapping[str, Point],
    view: View,
    sizes: Sizes,
    frame: Box,
) -> Detail | None:
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
