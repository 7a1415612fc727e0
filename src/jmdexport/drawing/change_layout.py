"""Where the partners of a change map stand: both signs of one on one ray, the label at the end of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeAlias

import attrs

from jmdexport.drawing.change_plan import ChangePlan, Move
from jmdexport.drawing.change_signs import RAYS, room_of, shown_signs
from jmdexport.drawing.entries import Column, entries, height_of
from jmdexport.drawing.layout_labels import (
    GAP,
    MOST_LINES,
    RIM,
    SIDES,
    Entry,
    Placed,
    Side,
    arranged,
    label_lines,
)
from jmdexport.drawing.layout_nodes import OFFSET_SHARE, RINGS, Rings, Sector, Spot, mark_area
from jmdexport.drawing.layout_order import ordered
from jmdexport.drawing.measure import breaks_a_word
from jmdexport.drawing.plan import Mark
from jmdexport.drawing.rays import Disc, Ray, fan
from jmdexport.drawing.shapes import reach
from jmdexport.drawing.steady import SHRINK

_EDGE = 0.18
_LEAST_SCALE = 0.35
_ARROW = 1.4
"""The way between two signs of the largest size on neighbouring rings, as long as there is room."""
_LEAST_ARROW = 0.8
"""The least way between the two signs of a partner."""


@attrs.frozen(kw_only=True)
class Place:
    """A partner in the circle; lengths from its centre, the angle clockwise from the top.

    Attributes:
        before: Where its sign of the first map stands, and how far that reaches; ``None`` without a ring
            there, or where it stood in the same place as now.
        after: Where its sign of the second map stands; ``None`` without a ring there.
    """

    move: Move
    angle: float
    before: Disc | None
    after: Disc | None

    @property
    def group(self) -> str:
        """Code of its map group."""
        return self.move.group

    def at(self, away: float) -> tuple[float, float]:
        """Give the point on its ray at a distance from the centre."""
        return away * math.sin(self.angle), -away * math.cos(self.angle)

    @property
    def outermost(self) -> Disc:
        """Its sign that stands farthest outside; the leader begins there."""
        return max(disc for disc in (self.before, self.after) if disc is not None)

    @property
    def spot(self) -> Spot:
        """The outermost sign as a mark, for the layout of labels."""
        away, wide = self.outermost
        return Spot(as_mark(self.move), 0.0, wide, away, away, self.angle)


@attrs.frozen(kw_only=True)
class Places:
    """The circle of a change map: sectors, partners, rings and the factor of the signs' diameter."""

    sectors: tuple[Sector, ...]
    places: tuple[Place, ...]
    rings: Rings
    scale: float
    radius: float


@attrs.frozen
class SignedEntry(Entry):
    """A label with the signs of its changes before it; ``signs`` is the room that they take."""

    signs: float = attrs.field(default=0.0, kw_only=True)

    @property
    def width(self) -> float:
        """Width of the widest line with the signs before it."""
        return super().width + self.signs


def as_mark(move: Move) -> Mark:
    """Give a partner as a mark: on its ring of the second map, else on that of the first."""
    after, before = move.after, move.before
    ring = (after.ring if after else None) or (before.ring if before else None)
    size = after.size if after and after.ring else before.size if before else None
    return Mark(
        id=move.id, label=move.label, short=move.short, group=move.group, ring=ring, size=size, strip="-"
    )


Failed: TypeAlias = dict[Rings, list[tuple[float, float, float]]]
"""By form of the rings what had no room: radius, and scale and slack as shares of it."""


def located(plan: ChangePlan, *, radius: float, scale: float, failed: Failed | None = None) -> Places | None:
    """Place all partners in the circle; ``None`` if they do not fit, however small they are drawn.

    Args:
        failed: What had no room on other circles; it is added to.
    """
    failed = {} if failed is None else failed
    marks = tuple(attrs.evolve(as_mark(move), strip="") for move in plan.inside)
    order = ordered(attrs.evolve(plan.frame, marks=marks, links=plan.links_inside))
    # Two signs on neighbouring rings leave room for an arrow.
    largest = max((reach(group.shape, mark_area(5, scale=1.0)) for group in plan.groups), default=1.0)
    roomy = max(_LEAST_SCALE, (RINGS[0].step * radius - _ARROW) / (2 * largest))
    first = min(scale, roomy)
    smallest = max(_LEAST_SCALE, first * SHRINK[-1][-1])

    def at(rings: Rings, scale: float) -> Places | None:
        share = scale / radius, _slack(scale) / radius
        # On a smaller circle, signs as large or larger in proportion have no room either.
        for before, small, close in failed.get(rings, ()):
            if radius <= before and share[0] >= small - 1e-12 and share[1] >= close - 1e-12:
                return None
        found = _placed(plan, order, radius=radius, rings=rings, scale=scale)
        if found is None:
            failed.setdefault(rings, []).append((radius, *share))
        return found

    last = next((found for rings in reversed(RINGS) if (found := at(rings, smallest))), None)
    if last is None:
        # Where the smallest signs have no room, larger ones have none either.
        return None
    for tier in SHRINK:
        scales = [first * shrink for shrink in tier if first * shrink > smallest]
        for rings in RINGS if scales else ():
            found = at(rings, scales[0])
            least = at(rings, scales[-1]) if found is None and len(scales) > 1 else None
            if least is not None:
                found = next((one for scale in scales[1:-1] if (one := at(rings, scale))), least)
            if found is not None:
                return found
    return last


def _slack(scale: float) -> float:
    """Give the factor of the margins between signs of a scale."""
    return max(0.5, min(1.0, scale))


def _placed(
    plan: ChangePlan, order: Mapping[str, Sequence[Mark]], *, radius: float, rings: Rings, scale: float
) -> Places | None:
    moves = {move.id: move for move in plan.inside}
    shapes = {group.code: group.shape for group in plan.groups}

    def discs(move: Move) -> tuple[Disc | None, Disc | None]:
        found: list[Disc | None] = []
        for standing in (move.before, move.after):
            if standing is None or standing.ring is None:
                found.append(None)
                continue
            wide = reach(shapes[move.group], mark_area(standing.size, scale=scale)) + _EDGE
            found.append((rings.share(standing.ring) * radius, wide))
        before, after = found
        if after and "joined" in move.signs:
            after = (after[0], after[1] + RAYS)
        if before and after and before[0] == after[0]:
            before = None
        return before, after

    for before, after in map(discs, moves.values()):
        if before and after and abs(before[0] - after[0]) < before[1] + after[1] + _LEAST_ARROW:
            return None

    def ray(move: Move) -> Ray:
        return Ray(move.id, (tuple(disc for disc in discs(move) if disc is not None),))

    rays = {code: [ray(moves[mark.id]) for mark in marks] for code, marks in order.items()}
    found = fan(rays, radius=radius, offset=OFFSET_SHARE * rings.step * radius, slack=_slack(scale))
    if found is None:
        return None
    places = []
    for marks in order.values():
        for mark in marks:
            offset = found.offsets[mark.id]
            before, after = (
                (disc[0] + offset, disc[1]) if disc is not None else None for disc in discs(moves[mark.id])
            )
            places.append(Place(move=moves[mark.id], angle=found.angles[mark.id], before=before, after=after))
    return Places(sectors=found.sectors, places=tuple(places), rings=rings, scale=scale, radius=radius)


@attrs.frozen(kw_only=True)
class Setting:
    """One try at the labels: size of type, most lines of a label, half the width and height of the map,
    numbers in use, and by group the words for a sector without a partner."""

    size: float
    most: int
    edge: float
    half: float
    numbers: Mapping[str, int]
    notes: Mapping[str, str]

    @property
    def tight(self) -> bool:
        """Whether the lines are set as close as they go; so in the last tries."""
        return self.most == MOST_LINES

    def lines(self, move: Move, width: float) -> tuple[str, ...] | None:
        """Give the lines of a label; none if too many, or if a word would break before the last tries."""
        number = self.numbers.get(move.id)
        room = width - room_of(len(shown_signs(move)), self.size)
        if number is None and not self.tight and breaks_a_word(move.label, width=room, size=self.size):
            return None
        return label_lines(as_mark(move), width=room, size=self.size, number=number, most=self.most)


def wide_enough(plan: ChangePlan, setting: Setting, *, radius: float) -> bool:
    """Tell whether all labels can be set beside a circle, wherever on it the partners will stand."""
    width = setting.edge - radius - RIM - GAP
    counts = []
    for move in plan.inside:
        lines = setting.lines(move, width)
        if lines is None:
            return False
        counts.append(len(lines))
    return height_of(counts, size=setting.size, tight=setting.tight) <= 4 * setting.half


def labelled(plan: ChangePlan, places: Places, setting: Setting) -> tuple[Placed, ...] | None:
    """Place the labels of both sides; names with more room than was thought are set anew in fewer lines."""
    width = setting.edge - places.radius - RIM - GAP
    column = Column(width, setting.size, setting.tight, plan.groups, setting.notes)
    label = partial(_label, setting, width)
    moves = {move.id: move for move in plan.inside}
    found: list[Placed] = []
    for side in SIDES:
        tried = entries(column, side, places.sectors, places.places, label, radius=places.radius)
        placed = _arranged(tried, places, setting, side) if tried is not None else None
        if placed is None:
            return None
        wider = [_reset(part.entry, setting, moves, setting.edge - abs(part.x) - 0.3) for part in placed]
        found += _arranged(wider, places, setting, side) or placed
    return tuple(found)


def _arranged(found: Sequence[Entry], places: Places, setting: Setting, side: Side) -> list[Placed] | None:
    return arranged(found, side, radius=places.radius, half=setting.half, edge=setting.edge)


def _reset(entry: Entry, setting: Setting, moves: Mapping[str, Move], width: float) -> Entry:
    if entry.kind != "label":
        return entry
    lines = setting.lines(moves[entry.key], width)
    if lines is None or len(lines) >= len(entry.lines):
        return entry
    return attrs.evolve(entry, lines=lines)


def _label(setting: Setting, width: float, place: Place, aim: float) -> Entry | None:
    lines = setting.lines(place.move, width)
    if lines is None:
        return None
    signs = room_of(len(shown_signs(place.move)), setting.size)
    return SignedEntry(
        place.move.id, lines, "label", aim, setting.size, place.spot, tight=setting.tight, signs=signs
    )
