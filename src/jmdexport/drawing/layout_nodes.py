"""Where the marks stand: each on its ring and in its sector, none touching another or a foreign leader.

A mark's leader runs outward from it along its own ray, so all that can collide depends on angles: two
neighbours need an angle between them, which follows from their rings and sizes. That makes the sector a
row of marks with least distances, solved exactly by one pass forward and one backward. Angles are
radians, clockwise from the top.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import attrs

from jmdexport.drawing.layout_arcs import FULL, arcs_of
from jmdexport.drawing.layout_packing import Space, Stand, packed_marks, spread
from jmdexport.drawing.plan import MapPlan, Mark, Shape
from jmdexport.drawing.shapes import reach

CENTRE_SHARE = 0.2
"""Radius of the disc in the middle as a share of the circle's radius."""
_OUTERMOST = 0.902
OFFSET_SHARE = 0.27
"""How far a half-ring lies from its ring, as a share of the step between rings."""
AREA = 4.6
"""Area of a mark of the least importance on a circle of 75 mm, in mm²."""
OPEN_SIZE = 3
"""The size in which a mark without a rated importance is drawn, open and dashed."""
BADGE_GAP = 0.75
"""How far the ring of a badge lies outside its mark."""


@attrs.frozen
class Rings:
    """Where the five rings lie, as shares of the circle's radius, in equal steps.

    An inner ring with very many marks is drawn wider than usual, so that they fit.
    """

    inner: float = 0.31

    @property
    def step(self) -> float:
        """Distance of two rings."""
        return (_OUTERMOST - self.inner) / 4

    def share(self, ring: int) -> float:
        """Radius of a ring, 1 loose to 5 close."""
        return self.inner + (5 - ring) * self.step

    @property
    def bands(self) -> tuple[float, float, float]:
        """Outer edges of the loose, the middle and the close band."""
        return 1.0, self.share(3) + self.step / 2, self.share(5) + self.step / 2


RINGS = (Rings(0.31), Rings(0.42), Rings(0.53))
"""The forms of the rings in the order in which they are tried."""
NARROW_RINGS = Rings(0.64)
"""The form for a map whose inner rings hold nearly all marks, where no other has room."""


@attrs.frozen
class Spot:
    """A placed mark; ``radius`` and ``angle`` from the centre, ``ring`` the exact radius of its ring."""

    mark: Mark
    area: float
    reach: float
    ring: float
    radius: float
    angle: float

    @property
    def group(self) -> str:
        """Code of the group of its mark."""
        return self.mark.group

    @property
    def x(self) -> float:
        """Distance to the right of the centre."""
        return self.radius * math.sin(self.angle)

    @property
    def y(self) -> float:
        """Distance below the centre."""
        return -self.radius * math.cos(self.angle)


@attrs.frozen
class Sector:
    """A placed sector: code of the group, where it starts, how wide it is."""

    code: str
    start: float
    arc: float


def mark_area(size: int | None, *, scale: float) -> float:
    """Give the area of a mark; it grows evenly with the importance."""
    return AREA * scale * scale * (size or OPEN_SIZE)


def place(
    plan: MapPlan,
    *,
    radius: float,
    rings: Rings,
    order: Mapping[str, Sequence[Mark]],
    scale: float,
    slack: float = 1.0,
) -> tuple[tuple[Sector, ...], tuple[Spot, ...]] | None:
    """Place all marks that have a ring; ``None`` if they do not fit at this scale.

    Args:
        radius: Radius of the circle in millimetres.
        order: The marks of each group in the order in which they stand in their sector.
        scale: Factor of the marks' diameter.
        slack: Factor of the margins between marks.
    """
    signs = _Signs({group.code: group.shape for group in plan.groups}, scale, {})
    wides = {code: [signs.of(mark)[1] for mark in marks] for code, marks in order.items()}
    total = sum(len(marks) for marks in order.values())
    share = {code: FULL * (len(marks) + 0.8) / (total + 0.8 * len(order)) for code, marks in order.items()}
    offset = OFFSET_SHARE * rings.step * radius
    space = Space(radius, slack, max((wide for found in wides.values() for wide in found), default=0.0))
    circles = {ring: rings.share(ring) * radius for ring in range(1, 6)}
    stands: dict[str, list[Stand]] = {}
    least: dict[str, float] = {}
    for code, marks in order.items():
        on_ring = [
            space.stand(circles[mark.ring or 1], wide) for mark, wide in zip(marks, wides[code], strict=True)
        ]
        before = list(least.values())
        packed = packed_marks(on_ring, (0.0,), space, before=(), most=share[code])
        packed = packed or packed_marks(on_ring, (0.0, offset, -offset), space, before=before, most=FULL)
        if packed is None:
            return None
        stands[code], least[code] = packed
        if math.fsum(least.values()) > FULL:
            return None
    arcs = arcs_of(share, least)
    if arcs is None:
        return None
    sectors, spots, start = [], [], 0.0
    for code, marks in order.items():
        sectors.append(Sector(code, start, arcs[code]))
        angles = spread(stands[code], arcs[code], space)
        spots += [
            Spot(mark, *signs.of(mark), circles[mark.ring or 1], away, start + angle)
            for mark, (away, *_), angle in zip(marks, stands[code], angles, strict=True)
        ]
        start += arcs[code]
    return tuple(sectors), tuple(spots)


@attrs.frozen
class _Signs:
    """How large the marks are at a scale: the same few sizes come again and again."""

    shapes: Mapping[str, Shape]
    scale: float
    known: dict[tuple[str, int | None, bool], tuple[float, float]]

    def of(self, mark: Mark) -> tuple[float, float]:
        """Give the area of a mark and its reach: the radius of all that is drawn of it."""
        key = mark.group, mark.size, mark.badge
        found = self.known.get(key)
        if found is None:
            area = mark_area(mark.size, scale=self.scale)
            wide = reach(self.shapes[mark.group], area) + 0.18 + (BADGE_GAP if mark.badge else 0.0)
            found = self.known[key] = area, wide
        return found
