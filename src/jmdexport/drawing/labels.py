"""Placed headings and labels as shapes: texts, the signs before headings, and the leaders to the marks."""

from __future__ import annotations

from collections.abc import Sequence

from jmdexport.drawing.layout_labels import Placed, icon_width, leading
from jmdexport.drawing.marks import heading_sign
from jmdexport.drawing.measure import MM_PER_POINT, line_box
from jmdexport.drawing.palette import LEADER, QUIET
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Group, Item, Paint, Point, Polyline, Text


def leaders(labels: Sequence[Placed], centre: Point) -> Group:
    """Give the lines that join labels to their marks."""
    x, y = centre
    items = tuple(
        Polyline(
            points=tuple((x + dx, y + dy) for dx, dy in placed.leader),
            paint=Paint(stroke=LEADER, width=0.16),
            data=(("data-role", "leader"), ("data-for", placed.entry.key), ("aria-hidden", "true")),
        )
        for placed in labels
        if placed.leader
    )
    return Group(items=items, data=(("aria-hidden", "true"),))


def headings(labels: Sequence[Placed], groups: Sequence[MapGroup], centre: Point) -> list[Item]:
    """Give the headings with their signs, and the words of sectors without a partner."""
    known = {group.code: group for group in groups}
    items: list[Item] = []
    for placed in labels:
        if placed.entry.kind == "heading":
            group = known[placed.entry.key]
            before = icon_width(placed.entry.size)
            items += [
                label_text(placed, centre, group.fill, "heading", before=before),
                _icon(placed, centre, group),
            ]
        elif placed.entry.kind == "empty":
            items.append(label_text(placed, centre, QUIET, "note"))
    return items


def label_text(placed: Placed, centre: Point, colour: str, role: str, *, before: float = 0.0) -> Text:
    """Give the text of a heading or label; *before* is the room for signs between it and the circle."""
    entry, right = placed.entry, placed.side == "right"
    return Text(
        x=centre[0] + placed.x + (before if right else -before),
        y=centre[1] + placed.top + line_box(entry.size)[0],
        lines=entry.lines,
        size=entry.size,
        bold=entry.bold,
        colour=colour,
        anchor="start" if right else "end",
        leading=leading(entry.size),
        data=(("data-role", role),),
    )


def _icon(placed: Placed, centre: Point, group: MapGroup) -> Item:
    em = placed.entry.size * MM_PER_POINT
    away = 0.5 * em * (1 if placed.side == "right" else -1)
    return heading_sign(group, centre[0] + placed.x + away, centre[1] + placed.top + 0.58 * em, em)
