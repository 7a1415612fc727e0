"""What has no ring, under its own headings beside the circle; and the index of names too long for the map."""

from __future__ import annotations

from collections.abc import Mapping

from jmdexport.drawing import words
from jmdexport.drawing.layout_flow import Row, gap, paragraph
from jmdexport.drawing.layout_nodes import mark_area
from jmdexport.drawing.marks import badge_radius, heading_sign, sign, wrapped
from jmdexport.drawing.measure import MM_PER_POINT
from jmdexport.drawing.palette import INK, QUIET
from jmdexport.drawing.plan import MapGroup, MapPlan, Mark, in_order
from jmdexport.drawing.scene import Item
from jmdexport.drawing.shapes import reach

_SIGN = 8.0
"""Room for the sign before a name, at least."""
_AFTER = 1.4
"""Room between the largest sign and the names."""


def strip(plan: MapPlan, *, width: float, size: float, scale: float) -> list[Row]:
    """Give the rows of the marks without a ring, by heading, group and name."""
    groups = {group.code: group for group in plan.groups}
    outside = [mark for mark in plan.marks if mark.ring is None]
    widest = max((_reach(mark, groups[mark.group], scale) for mark in outside), default=0.0)
    indent = max(_SIGN, 2 * widest + _AFTER)
    rows: list[Row] = []
    for code, heading in plan.strips:
        marks = [mark for mark in outside if mark.strip == code]
        if not marks:
            continue
        if rows:
            rows.append(gap(1.8))
        else:
            text = words.OUTSIDE.in_(plan.language)
            rows.append(paragraph(text, width=width, size=size + 1, bold=True, below=1.4, with_next=True))
        text = f"{heading} ({len(marks)})"
        rows.append(
            paragraph(text, width=width, size=size, bold=True, colour=QUIET, below=0.5, with_next=True)
        )
        for mark in in_order(marks, plan.groups):
            entry = _entry(plan, mark, groups[mark.group], indent=indent, width=width, size=size, scale=scale)
            rows.append(entry)
    return rows


def _reach(mark: Mark, group: MapGroup, scale: float) -> float:
    area = mark_area(mark.size, scale=scale)
    return badge_radius(group, area) + 0.15 if mark.badge else reach(group.shape, area) + 0.2


def _entry(
    plan: MapPlan, mark: Mark, group: MapGroup, *, indent: float, width: float, size: float, scale: float
) -> Row:
    def draw(x: float, y: float) -> tuple[Item, ...]:
        return sign(group, mark, x - _AFTER / 2, y, mark_area(mark.size, scale=scale))

    return paragraph(
        mark.label,
        width=width,
        size=size,
        colour=INK,
        indent=indent,
        least=2 * _reach(mark, group, scale) + 0.3,
        below=0.4,
        sign=draw,
        data=(("data-role", "label"),),
        around=lambda items: (wrapped(plan, mark, items),),
    )


def index(plan: MapPlan, numbers: Mapping[str, int], *, width: float, size: float) -> list[Row]:
    """Give the rows of the names that stand on the map as numbers.

    Where no name stands on the map, its groups are named here too, also those without a partner.
    """
    if not numbers:
        return []
    rows = [
        paragraph(
            words.INDEX.in_(plan.language), width=width, size=size + 1, bold=True, below=1.4, with_next=True
        )
    ]
    if len(numbers) == len(plan.inside):
        return [*rows, *_by_group(plan, numbers, width=width, size=size)]
    return [*rows, *_names(plan, numbers, width=width, size=size)]


def _names(plan: MapPlan, numbers: Mapping[str, int], *, width: float, size: float) -> list[Row]:
    names = {mark.id: mark.label for mark in plan.marks}
    return [
        paragraph(f"{number}  {names[name]}", width=width, size=size, below=0.5)
        for name, number in sorted(numbers.items(), key=lambda entry: entry[1])
    ]


def _by_group(plan: MapPlan, numbers: Mapping[str, int], *, width: float, size: float) -> list[Row]:
    group_of = {mark.id: mark.group for mark in plan.inside}
    taken = {mark.group for mark in plan.marks}
    rows: list[Row] = []
    for group in plan.groups:
        here = {name: number for name, number in numbers.items() if group_of[name] == group.code}
        note = (words.ALL_OUTSIDE if group.code in taken else words.NO_PARTNER).in_(plan.language)
        rows.append(gap(1.0))
        rows.append(_group(group, group.label if here else f"{group.label} – {note}", width=width, size=size))
        rows += _names(plan, here, width=width, size=size)
    return rows


def _group(group: MapGroup, text: str, *, width: float, size: float) -> Row:
    def draw(x: float, y: float) -> tuple[Item, ...]:
        return (heading_sign(group, x, y, size * MM_PER_POINT),)

    return paragraph(
        text,
        width=width,
        size=size,
        bold=True,
        colour=group.fill,
        indent=1.6 * size * MM_PER_POINT,
        below=0.6,
        with_next=text == group.label,
        sign=draw,
    )
