"""The signs of the map of the social space: kinds of places by shape and colour, partners, the service."""

from __future__ import annotations

from jmdexport.drawing.geo_plan import PARTNER, SERVICE, GeoPlan, Spot
from jmdexport.drawing.marks import OUTLINE
from jmdexport.drawing.palette import BANDS, CENTRE, INK, PAPER, QUIET
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Circle, Data, Item, Paint
from jmdexport.drawing.shapes import fill_of, mark_shape, reach

_NODE: Data = (("data-role", "node"),)
_HIDDEN: Data = (("aria-hidden", "true"),)
_CASING = 0.7
_BADGE_GAP = 0.45
_BADGE = 0.3
_RING = 0.55
"""Width of the outline of a partner's disc."""
_SERVICE = 1.5
"""Area of the sign of the service, as a multiple of that of the others."""

BOUNDARY = Paint(stroke=CENTRE, width=0.9, round=True)
GROUND = BANDS[0]
WINDOW = Paint(stroke=INK, width=0.5)
"""The frame of what is shown larger beside the map."""

_LEVELS: dict[str, tuple[str, Paint]] = {
    "land": (BANDS[0], Paint(stroke=QUIET, width=0.7)),
    "region": (BANDS[0], Paint(stroke=QUIET, width=0.6, dash=(5.0, 1.2))),
    "district": (BANDS[0], Paint(stroke=QUIET, width=0.5, dash=(3.2, 0.9, 0.7, 0.9))),
    "union": (BANDS[0], Paint(stroke=QUIET, width=0.4, dash=(2.0, 0.9))),
    "municipality": (BANDS[1], Paint(stroke=QUIET, width=0.28)),
    "quarter": (BANDS[2], Paint(stroke=QUIET, width=0.3, dash=(0.7, 0.6))),
}


def line_of(level: str) -> Paint:
    """Give the line round a unit of a level; each level has a kind of its own."""
    return _LEVELS[level][1]


def ground_of(level: str) -> str:
    """Give the colour of a unit of a level; the smaller, the darker."""
    return _LEVELS[level][0]


def reach_of(groups: dict[str, MapGroup], spot: Spot, area: float) -> float:
    """Give how far the sign of a thing reaches, with its outline and the ring of a badge."""
    return _reach(groups.get(spot.kind), spot.kind, area) + ((_BADGE_GAP + _BADGE) if spot.badge else 0.0)


def _reach(group: MapGroup | None, kind: str, area: float) -> float:
    if group is not None:
        return reach(group.shape, area) + OUTLINE / 2
    return reach("circle", area * (_SERVICE if kind == SERVICE else 1.0)) + _RING / 2


def sign(groups: dict[str, MapGroup], spot: Spot, x: float, y: float, area: float) -> tuple[Item, ...]:
    """Draw the sign of a thing: white margin, the ring of a badge, shape."""
    return drawn(groups.get(spot.kind), spot.kind, (x, y), area, badge=spot.badge)


def drawn(
    group: MapGroup | None,
    kind: str,
    at: tuple[float, float],
    area: float,
    *,
    badge: bool = False,
    data: Data = _NODE,
) -> tuple[Item, ...]:
    """Draw a sign of a kind."""
    x, y = at
    items: list[Item] = []
    if badge:
        radius = _reach(group, kind, area) + _BADGE_GAP + _BADGE / 2
        paint = Paint(fill=PAPER, stroke=INK, width=_BADGE)
        role = (("data-role", "badge"),) if data == _NODE else data
        items.append(Circle(x=x, y=y, radius=radius, paint=paint, data=role))
    if group is not None:
        if not badge:
            casing = Paint(fill=PAPER, stroke=PAPER, width=_CASING)
            items.append(mark_shape(group.shape, x, y, area, paint=casing, data=_HIDDEN))
        paint = Paint(fill=fill_of(group), stroke=group.fill, width=OUTLINE)
        return *items, mark_shape(group.shape, x, y, area, paint=paint, data=data)
    if kind == SERVICE:
        radius = reach("circle", area * _SERVICE)
        inner = Paint(stroke=PAPER, width=0.35)
        return (
            *items,
            Circle(
                x=x,
                y=y,
                radius=radius,
                paint=Paint(fill=CENTRE, stroke=CENTRE, width=_RING),
                data=data,
            ),
            Circle(x=x, y=y, radius=radius * 0.55, paint=inner, data=_HIDDEN),
        )
    paint = Paint(fill=PAPER, stroke=CENTRE, width=_RING)
    return *items, Circle(x=x, y=y, radius=reach("circle", area), paint=paint, data=data)


def kinds_used(plan: GeoPlan) -> tuple[str, ...]:
    """Give the kinds of the things of a map in the order of the legend."""
    there = {spot.kind for spot in plan.spots}
    return tuple(code for code in (SERVICE, *(group.code for group in plan.kinds), PARTNER) if code in there)
