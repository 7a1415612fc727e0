"""Angles that stay put: the maps of several years laid out together.

The sectors are as wide as the union of the years' partners needs, and each partner stands at the same
angle in every year; only its ring moves. A map by itself keeps to its own year and is not laid out here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from jmdexport.drawing.layout_nodes import BADGE_GAP, OFFSET_SHARE, RINGS, Rings, Sector, Spot, mark_area
from jmdexport.drawing.layout_order import ordered
from jmdexport.drawing.plan import Link, MapPlan, Mark
from jmdexport.drawing.rays import Ray, fan
from jmdexport.drawing.shapes import reach

_EDGE = 0.18
"""How far the outline of a mark reaches beyond its shape."""
SHRINK = ((1.0, 0.86, 0.74, 0.62), (0.5, 0.4))
"""How much smaller marks are drawn, before the inner ring is drawn wider and after."""
_LEAST_SCALE = 0.3
"""Smaller marks could no longer be told apart in print."""


@attrs.frozen(kw_only=True)
class Steady:
    """Where the partners of several years stand. German: Lage der Partner über mehrere Jahre.

    Attributes:
        radius: Radius of the circle in millimetres.
        rings: Where the rings lie.
        scale: Factor of the marks' diameter.
        sectors: The sectors, the same in each year, clockwise from the top.
        years: For each plan, in the order given, the places of its marks that have a ring, in the order
            of their sectors and angles. Lengths are relative to the centre.
    """

    radius: float
    rings: Rings
    scale: float
    sectors: tuple[Sector, ...]
    years: tuple[tuple[Spot, ...], ...]

    @property
    def angles(self) -> dict[str, float]:
        """The angle of every partner with a ring in any of the years, by its identifier."""
        return {spot.mark.id: spot.angle for spots in self.years for spot in spots}


def steady_layout(
    plans: Sequence[MapPlan],
    *,
    radius: float,
    scale: float = 1.0,
    same: Mapping[str, str] | None = None,
    leaders: float = 0.0,
) -> Steady | None:
    """Place the partners of several years so that each keeps its angle (R-33); ``None`` if they do not fit.

    Nothing touches within any of the years, nor does what leads outward from a mark along its ray. Where
    the marks are too many, they are drawn smaller, then the inner ring wider, as on the map of one year.

    Args:
        plans: The maps, with the same groups; a partner is known by the identifier of its mark.
        radius: Radius of the circle in millimetres.
        scale: The largest factor of the marks' diameter; 1 suits a circle of 75 mm.
        same: Marks that stand at the angle of another one, by identifier, for instance a partner that
            has a new name. Where both are of different groups, or stand in the same plan, each keeps its
            own angle.
        leaders: The least way between two rays at the rim, in millimetres; for numbers that stand there.

    Raises:
        ValueError: There is no plan, or the plans have different groups.
    """
    codes = {tuple(group.code for group in plan.groups) for plan in plans}
    if len(codes) != 1:
        raise ValueError("Maps that are laid out together need the same groups, and at least one of them.")
    known = _agreed(plans, same or {})
    order = ordered(_union(plans, known))
    smallest, widest = max(SHRINK[-1][-1] * scale, min(scale, _LEAST_SCALE)), RINGS[-1]

    def at(rings: Rings, scale: float) -> Steady | None:
        return _placed(plans, order, known, radius=radius, rings=rings, scale=scale, leaders=leaders)

    last = at(widest, smallest)
    if last is None:
        # Where the smallest marks have no room, larger ones have none either.
        return None
    for tier in SHRINK:
        for rings in RINGS:
            for shrink in tier:
                found = at(rings, scale * shrink) if scale * shrink > smallest else None
                if found is not None:
                    return found
    return last


def union(plans: Sequence[MapPlan], *, same: Mapping[str, str] | None = None) -> MapPlan:
    """Give one plan with the partners and ties of several years, each as the last plan that has it shows it.

    A partner that has a ring in any of the years has one here. For *same* see :func:`steady_layout`.
    """
    return _union(plans, _agreed(plans, same or {}))


def _agreed(plans: Sequence[MapPlan], same: Mapping[str, str]) -> dict[str, str]:
    """Keep the pairs that can stand at one angle: of one group, and never two of them in one year."""
    lines: dict[str, list[tuple[int, Mark]]] = {}
    for year, plan in enumerate(plans):
        for mark in plan.marks:
            lines.setdefault(same.get(mark.id, mark.id), []).append((year, mark))
    agreed = {
        key
        for key, found in lines.items()
        if len({year for year, _ in found}) == len(found) and len({mark.group for _, mark in found}) == 1
    }
    return {one: key for one, key in same.items() if key in agreed}


def _union(plans: Sequence[MapPlan], known: Mapping[str, str]) -> MapPlan:
    marks: dict[str, Mark] = {}
    links: dict[tuple[str, str], Link] = {}
    for plan in plans:
        for mark in plan.marks:
            key = known.get(mark.id, mark.id)
            before = marks.get(key)
            ring = mark.ring or (before.ring if before else None)
            marks[key] = attrs.evolve(mark, id=key, ring=ring, strip="" if ring else mark.strip)
        for link in plan.links:
            a, b = sorted(known.get(end, end) for end in (link.a, link.b))
            if a != b:
                links[a, b] = attrs.evolve(link, id=f"{a}--{b}", a=a, b=b)
    headings = {code: text for plan in plans for code, text in plan.strips}
    return attrs.evolve(
        plans[-1],
        marks=tuple(marks[key] for key in sorted(marks)),
        links=tuple(links[ends] for ends in sorted(links)),
        strips=tuple(headings.items()),
    )


def _placed(
    plans: Sequence[MapPlan],
    order: Mapping[str, Sequence[Mark]],
    same: Mapping[str, str],
    *,
    radius: float,
    rings: Rings,
    scale: float,
    leaders: float,
) -> Steady | None:
    shapes = {group.code: group.shape for group in plans[0].groups}
    years = [
        {same.get(mark.id, mark.id): mark for mark in plan.marks if mark.ring is not None} for plan in plans
    ]

    def disc(mark: Mark | None) -> tuple[tuple[float, float], ...]:
        if mark is None or mark.ring is None:
            return ()
        wide = reach(shapes[mark.group], mark_area(mark.size, scale=scale)) + _EDGE
        return ((rings.share(mark.ring) * radius, wide + (BADGE_GAP if mark.badge else 0.0)),)

    rays = {
        code: [Ray(mark.id, tuple(disc(year.get(mark.id)) for year in years)) for mark in marks]
        for code, marks in order.items()
    }
    slack = max(0.5, min(1.0, scale))
    offset = OFFSET_SHARE * rings.step * radius
    found = fan(rays, radius=radius, offset=offset, slack=slack, leaders=leaders)
    if found is None:
        return None

    def spot(mark: Mark, key: str) -> Spot:
        ((away, wide),) = disc(mark)
        area = mark_area(mark.size, scale=scale)
        return Spot(mark, area, wide, away, away + found.offsets[key], found.angles[key])

    keys = [mark.id for marks in order.values() for mark in marks]
    return Steady(
        radius=radius,
        rings=rings,
        scale=scale,
        sectors=found.sectors,
        years=tuple(tuple(spot(year[key], key) for key in keys if key in year) for year in years),
    )
