"""The legend of the committee map: signs of the groups, kinds of lines and boxes."""

from __future__ import annotations

from collections.abc import Callable

from jmdexport.drawing import committee_words as words
from jmdexport.drawing.committee_plan import CommitteePlan, SeatKind
from jmdexport.drawing.keys_across import Key, across
from jmdexport.drawing.layout_flow import Row, gap
from jmdexport.drawing.marks import heading_sign
from jmdexport.drawing.measure import MM_PER_POINT
from jmdexport.drawing.palette import BANDS, CENTRE, PAPER, QUIET
from jmdexport.drawing.scene import Item, Paint, Polyline, Rect

KINDS: tuple[SeatKind, SeatKind, SeatKind] = ("lead", "member", "guest")


def seat_paint(kind: str, colour: str) -> Paint:
    """Give the line of a seat: thick for a lead, thin for a member, dashed for a guest."""
    if kind == "lead":
        return Paint(stroke=colour, width=0.95)
    return Paint(stroke=colour, width=0.32, dash=(1.5, 1.0) if kind == "guest" else ())


def legend(plan: CommitteePlan, *, width: float, size: float) -> list[Row]:
    """Give the rows of the legend; only what the map shows is explained."""
    language = plan.language
    used = {seat.kind for seat in plan.seats}
    lines = tuple(
        Key(text, 11.0, _stroke(seat_paint(kind, QUIET)))
        for kind, text in zip(KINDS, plan.roles, strict=True)
        if kind in used
    )
    boxes = tuple(
        Key(say.in_(language).format(service=plan.service), 8.5, _frame(paint))
        for seated, say, paint in (
            (True, words.SEATED, Paint(fill=BANDS[1], stroke=CENTRE, width=0.4)),
            (False, words.NOT_SEATED, Paint(fill=PAPER, stroke=QUIET, width=0.4, dash=(1.2, 0.8))),
        )
        if any(body.seated is seated for body in plan.bodies)
    )
    present = {member.group for member in plan.members}
    groups = tuple(
        Key(group.label, size * MM_PER_POINT + 1.6, _symbol(plan, position, size))
        for position, group in enumerate(plan.groups)
        if group.code in present
    )
    rows: list[Row] = []
    for heading, keys in ((words.LINES, (*lines, *boxes)), (words.SIGNS, groups)):
        if keys:
            rows += across(heading.in_(language), keys, width, size)
    return [gap(1.8), *rows] if rows else []


def _stroke(paint: Paint) -> Callable[[float, float], Item]:
    return lambda x, y: Polyline(points=((x + 0.5, y), (x + 9.0, y)), paint=paint)


def _frame(paint: Paint) -> Callable[[float, float], Item]:
    return lambda x, y: Rect(x=x + 0.5, y=y - 1.1, width=6.0, height=2.2, paint=paint)


def _symbol(plan: CommitteePlan, position: int, size: float) -> Callable[[float, float], Item]:
    high = size * MM_PER_POINT
    return lambda x, y: heading_sign(plan.groups[position], x + high / 2, y, high)
