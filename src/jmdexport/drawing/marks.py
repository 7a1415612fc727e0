"""A partner as shapes: its sign, the ring of its badge, and the group that carries what it stands for."""

from __future__ import annotations

from jmdexport.drawing.layout_nodes import BADGE_GAP
from jmdexport.drawing.palette import INK, PAPER
from jmdexport.drawing.plan import MapGroup, MapPlan, Mark
from jmdexport.drawing.scene import Circle, Data, Group, Item, Paint
from jmdexport.drawing.shapes import fill_of, mark_shape, open_fill_of, reach

OUTLINE = 0.28
"""Width of the outline of a mark in millimetres; 0.6 pt is 0.21 mm."""
_CASING = 0.9
_HIDDEN: Data = (("aria-hidden", "true"),)


def sign(group: MapGroup, mark: Mark, x: float, y: float, area: float) -> tuple[Item, ...]:
    """Give the sign of a mark: white margin, shape, and the ring of a badge."""
    data: Data = (("data-role", "node"),)
    items: list[Item] = [
        mark_shape(
            group.shape, x, y, area, paint=Paint(fill=PAPER, stroke=PAPER, width=_CASING), data=_HIDDEN
        )
    ]
    if mark.badge:
        radius = badge_radius(group, area)
        items.append(
            Circle(
                x=x, y=y, radius=radius, paint=Paint(stroke=INK, width=0.3), data=(("data-role", "badge"),)
            )
        )
    items.append(mark_shape(group.shape, x, y, area, paint=paint(group, mark.size), data=data))
    return tuple(items)


def badge_radius(group: MapGroup, area: float) -> float:
    """Give the radius of the ring that shows a part in the transition from school to work."""
    return reach(group.shape, area) + BADGE_GAP - 0.1


def paint(group: MapGroup, size: int | None) -> Paint:
    """Give the paint of a sign; open and dashed where the importance was not rated."""
    if size is None:
        return Paint(fill=open_fill_of(group), stroke=group.fill, width=0.4, dash=(0.75, 0.5))
    return Paint(fill=fill_of(group), stroke=group.fill, width=OUTLINE)


def heading_sign(group: MapGroup, x: float, y: float, height: float) -> Item:
    """Give the sign of a group as it stands before its heading, about as high as its letters."""
    area = (height * 0.5 / reach(group.shape, 1.0)) ** 2
    area = min(area, (height * 0.68) ** 2)
    return mark_shape(group.shape, x, y, area, paint=paint(group, 3), data=_HIDDEN)


def wrapped(plan: MapPlan, mark: Mark, items: tuple[Item, ...]) -> Group:
    """Give the group of a partner, with all that a program may want to know of it."""
    said = plan.words
    intensity = mark.ring if said.ring.code == "intensity" else mark.intensity
    importance = mark.size if said.size is not None and said.size.code == "importance" else mark.importance
    data: list[tuple[str, str]] = [
        ("id", f"partner-{mark.id}"),
        ("data-partner", mark.id),
        ("data-kind", mark.kind or mark.group),
        ("data-group", mark.group),
        ("data-intensity", str(intensity or "")),
        ("data-importance", str(importance or "")),
        ("data-year", str(plan.year)),
    ]
    if said.ring.code != "intensity":
        data.append(("data-ring", str(mark.ring or "")))
    if said.size is not None and said.size.code != "importance":
        data.append(("data-size", str(mark.size or "")))
    if mark.strip:
        data.append(("data-state", mark.strip))
    return Group(items=items, data=tuple(data), title=mark.tooltip or mark.label)
