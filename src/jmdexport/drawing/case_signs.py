"""The signs of the case map: who contributes, what consent there is, how far a contribution came.

All of them are told apart by shape alone, so that a sheet in black and white says the same.
"""

from __future__ import annotations

from jmdexport.drawing.case_plan import ConsentSign, Contributor, Ending
from jmdexport.drawing.palette import BROKERED, CENTRE, INK, PAPER, QUIET
from jmdexport.drawing.scene import Circle, Data, Group, Item, Paint, Polyline, Rect
from jmdexport.drawing.shapes import mark_shape

WARNING = BROKERED
_ROUND = 0.3


def contributor_sign(kind: Contributor, x: float, y: float, high: float) -> Item:
    """Give a disc for a partner, a diamond for a key person, an open square for others of this case."""
    area = (high * 0.72) ** 2
    if kind == "partner":
        return mark_shape("circle", x, y, area, paint=Paint(fill=CENTRE))
    if kind == "person":
        return mark_shape("diamond", x, y, area, paint=Paint(fill=CENTRE))
    return mark_shape("square", x, y, area * 0.85, paint=Paint(fill=PAPER, stroke=CENTRE, width=_ROUND))


def consent_sign(state: ConsentSign, x: float, y: float, high: float) -> Item:
    """Give a ticked box for consent, an empty dashed one for what is open, a filled one if it is missing."""
    half = high * 0.42
    edge: Data = (("data-consent", state),)

    def box(paint: Paint) -> Item:
        return Rect(x=x - half, y=y - half, width=2 * half, height=2 * half, paint=paint)

    if state == "covered":
        tick = ((x - half * 0.55, y), (x - half * 0.1, y + half * 0.5), (x + half * 0.6, y - half * 0.5))
        frame = box(Paint(fill=PAPER, stroke=INK, width=0.3))
        return Group(items=(frame, Polyline(points=tick, paint=Paint(stroke=INK, width=0.45))), data=edge)
    if state == "open":
        dashed = Paint(fill=PAPER, stroke=QUIET, width=0.3, dash=(0.6, 0.45))
        return Group(items=(box(dashed),), data=edge)
    bar = Polyline(
        points=((x, y - half * 0.65), (x, y + half * 0.15)), paint=Paint(stroke=PAPER, width=high * 0.15)
    )
    dot = Circle(x=x, y=y + half * 0.58, radius=high * 0.085, paint=Paint(fill=PAPER))
    return Group(items=(box(Paint(fill=WARNING)), bar, dot), data=edge)


def stage_sign(ending: Ending, x: float, y: float, high: float, *, last: bool) -> Item:
    """Give a small open disc for a stage passed, a large one where it stands, ticked or crossed at an end."""
    radius = high * (0.42 if last else 0.26)
    if not last:
        return Circle(x=x, y=y, radius=radius, paint=Paint(fill=PAPER, stroke=QUIET, width=0.3))
    if ending == "failed":
        arm = radius * 0.8
        lines = tuple(
            Polyline(
                points=((x - arm, y - turn * arm), (x + arm, y + turn * arm)),
                paint=Paint(stroke=INK, width=0.55),
            )
            for turn in (1, -1)
        )
        ground = Circle(x=x, y=y, radius=radius * 1.2, paint=Paint(fill=PAPER))
        return Group(items=(ground, *lines), data=(("data-stage", ending),))
    disc = Circle(x=x, y=y, radius=radius, paint=Paint(fill=CENTRE))
    if ending == "way":
        return Group(items=(disc,), data=(("data-stage", ending),))
    tick = (
        (x - radius * 0.5, y),
        (x - radius * 0.1, y + radius * 0.42),
        (x + radius * 0.52, y - radius * 0.42),
    )
    check = Polyline(points=tick, paint=Paint(stroke=PAPER, width=0.4))
    return Group(items=(disc, check), data=(("data-stage", ending),))


def done_sign(x: float, y: float, high: float, *, is_done: bool) -> Item:
    """Give a tick for what is done or reached, an empty ring for what is not."""
    radius = high * 0.36
    if not is_done:
        return Circle(x=x, y=y, radius=radius * 0.85, paint=Paint(fill=PAPER, stroke=QUIET, width=0.3))
    tick = ((x - radius * 0.8, y), (x - radius * 0.2, y + radius * 0.7), (x + radius, y - radius * 0.8))
    return Polyline(points=tick, paint=Paint(stroke=INK, width=0.55))
