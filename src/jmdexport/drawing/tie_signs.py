"""What a line carries besides width and kind: a white core if its strength is open, a bead if brokered.

Colour alone never tells the ties that were brokered in the year from others: these carry a bead wherever
both kinds are on the map.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence

import attrs

from jmdexport.drawing.layout_ties import OPEN_WIDTH, Way, points_of, tie, tie_paint
from jmdexport.drawing.palette import PAPER
from jmdexport.drawing.plan import Link
from jmdexport.drawing.scene import Circle, Data, Group, Item, Paint, Path, Point

_CORE = 0.5
"""Width of the white core of a hollow line."""
_BEAD = 0.95
"""Radius of a bead."""
_CASING = 0.3
_HIDDEN: Data = (("aria-hidden", "true"),)
_BEAD_DATA: Data = (("data-role", "bead"), ("aria-hidden", "true"))


def core(paint: Paint) -> Paint:
    """Give the white line that makes a line hollow."""
    return attrs.evolve(paint, stroke=PAPER, width=_CORE * paint.width / OPEN_WIDTH, dash=())


def bead(place: Point, paint: Paint) -> Circle:
    """Give the bead of a tie that was brokered in the year: a disc in its colour with a white edge."""
    disc = Paint(fill=paint.stroke, stroke=PAPER, width=_CASING)
    return Circle(x=place[0], y=place[1], radius=_BEAD, paint=disc, data=_BEAD_DATA)


def drawn_ties(
    links: Sequence[Link], routes: Mapping[str, Way], *, centre: Point, discs: Sequence[tuple[Point, float]]
) -> tuple[Item, ...]:
    """Draw ties, thick ones over thin ones, those brokered in the year last; then the beads of these.

    Args:
        routes: The way of each tie that is drawn, by its identifier.
        discs: The marks, each a place relative to the centre and a reach.
    """
    order = sorted(links, key=lambda link: (link.brokered, link.strength or 0, link.id))
    placed = [(link, routes[link.id]) for link in order if link.id in routes]
    drawn: list[Item] = [drawn_tie(link, way, centre=centre) for link, way in placed]
    if are_mixed(links):
        drawn += [bead_of(link, way, centre=centre, discs=discs) for link, way in placed if link.brokered]
    return tuple(drawn)


def are_mixed(links: Sequence[Link]) -> bool:
    """Tell whether a map shows ties that were brokered in the year beside others."""
    return len({link.brokered for link in links}) > 1


def drawn_tie(link: Link, way: Way, *, centre: Point) -> Group:
    """Give a tie with its white core, if its strength is open."""
    found = tie(link, way, centre=centre)
    if link.strength is not None:
        return found
    hollow = core(tie_paint(link))
    cores = (
        Path(steps=line.steps, paint=hollow, data=_HIDDEN) for line in found.items if isinstance(line, Path)
    )
    return attrs.evolve(found, items=(*found.items, *cores))


def bead_of(link: Link, way: Way, *, centre: Point, discs: Sequence[tuple[Point, float]]) -> Circle:
    """Give the bead of a tie that was brokered in the year, where it keeps clear of the marks.

    Args:
        discs: The marks, each a place relative to the centre and a reach.
    """
    x, y = _free(points_of(way), discs)
    ends = (("data-from", link.a), ("data-to", link.b))
    found = bead((x + centre[0], y + centre[1]), tie_paint(link))
    return attrs.evolve(found, data=(*found.data, *ends))


def _free(points: Sequence[Point], discs: Sequence[tuple[Point, float]]) -> Point:
    """Give the place for a bead: as near to the middle of the line as it is clear of all marks."""
    fine = _fine(points)
    half = (len(fine) - 1) / 2

    def rank(entry: tuple[int, Point]) -> tuple[bool, float, int]:
        index, place = entry
        clear = all(math.dist(place, at) > reach + _BEAD + _CASING for at, reach in discs)
        return not clear, abs(index - half), index

    return min(enumerate(fine), key=rank)[1]


def _fine(points: Sequence[Point], steps: int = 24) -> list[Point]:
    """Give places in even steps along a line of straight pieces."""
    pieces = [math.dist(first, second) for first, second in itertools.pairwise(points)]
    whole = math.fsum(pieces)
    found: list[Point] = []
    for step in range(1, steps):
        left = whole * step / steps
        for (first, second), length in zip(itertools.pairwise(points), pieces, strict=True):
            if left <= length or second == points[-1]:
                share = left / length if length else 0.0
                found.append(
                    (first[0] + share * (second[0] - first[0]), first[1] + share * (second[1] - first[1]))
                )
                break
            left -= length
    return found
