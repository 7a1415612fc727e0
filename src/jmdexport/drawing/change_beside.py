"""What stands beside a change map: partners without a ring, the names of numbers, who became whom."""

from __future__ import annotations

from collections.abc import Mapping

from jmdexport.drawing import keys, words
from jmdexport.drawing.change_plan import ChangePlan, Move, Standing
from jmdexport.drawing.change_signs import body, ghost, room_of, signs_before, struck
from jmdexport.drawing.layout_flow import Row, gap, paragraph
from jmdexport.drawing.layout_nodes import mark_area
from jmdexport.drawing.palette import QUIET
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Data, Group, Item
from jmdexport.drawing.shapes import reach
from jmdmodel.messages import Message, Say

CAUSES = Say("Nachfolge und neue Namen", "Successors and new names")
OUTSIDE = Say("In beiden Jahren außerhalb der Ringe", "Outside the rings in both years")
GONE = Say("nicht mehr vermerkt", "no longer noted")
WAS = Say("{name} (bisher: {place})", "{name} (so far: {place})")
_AFTER = 1.4
"""Room between the largest sign and the names."""


def lists(
    plan: ChangePlan, numbers: Mapping[str, int], *, width: float, size: float, scale: float
) -> list[Row]:
    """Give the rows of what stands beside the circle before the legend.

    Args:
        scale: Factor of the signs' diameter in the circle, so that both show the same sizes.
    """
    parts = [
        rows
        for rows in (
            strip(plan, width=width, size=size, scale=scale),
            _index(plan, numbers, width=width, size=size),
            _causes(plan, width=width, size=size),
        )
        if rows
    ]
    return [row for rows in parts for row in (gap(4.0), *rows)]


def strip(plan: ChangePlan, *, width: float, size: float, scale: float) -> list[Row]:
    """Give the rows of the partners that have a ring on neither map, by their heading on the second one."""
    language = plan.language
    groups = {group.code: group for group in plan.groups}
    texts = dict(plan.places)
    widest = max((_reach(move, groups[move.group], scale) for move in plan.outside), default=0.0)
    indent = max(8.0, 2 * widest + _AFTER)
    rows: list[Row] = []
    for code, heading in (*plan.places, ("", GONE.in_(language))):
        moves = [move for move in plan.outside if (move.after.place if move.after else "") == code]
        if not moves:
            continue
        if rows:
            rows.append(gap(1.8))
        else:
            text = OUTSIDE.in_(language)
            rows.append(paragraph(text, width=width, size=size + 1, bold=True, below=1.4, with_next=True))
        text = f"{heading} ({len(moves)})"
        rows.append(
            paragraph(text, width=width, size=size, bold=True, colour=QUIET, below=0.5, with_next=True)
        )
        rows += [
            _beside(plan, move, groups[move.group], texts, indent=indent, width=width, size=size, scale=scale)
            for move in moves
        ]
    return rows


def _standing(move: Move) -> Standing:
    found = move.after or move.before
    assert found is not None  # noqa: S101 - a plan has no partner without
    return found


def _reach(move: Move, group: MapGroup, scale: float) -> float:
    return reach(group.shape, mark_area(_standing(move).size, scale=scale)) + 0.2


def _beside(
    plan: ChangePlan,
    move: Move,
    group: MapGroup,
    texts: Mapping[str, str],
    *,
    indent: float,
    width: float,
    size: float,
    scale: float,
) -> Row:
    """Give a partner without a ring: its sign, the signs of its changes, its name, and where it stood."""
    signs = room_of(len(move.signs), size)
    standing = _standing(move)
    area = mark_area(standing.size, scale=scale)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        at = x - signs / 2 - _AFTER / 2
        role: Data = (("data-role", "node"),)
        open_ = standing.size is None
        if move.after is None:
            drawn = (ghost(group, at, y, area, is_open=open_, data=role), *struck(group, at, y, area))
        else:
            drawn = body(group, at, y, area, changed=bool(move.signs), is_open=open_, data=role)
        return (*drawn, *signs_before(move.signs, x + indent / 2 - signs / 2, y, size))

    name = move.label
    if move.before and move.after and move.before.place != move.after.place:
        name = Message.of(WAS, name=name, place=texts[move.before.place]).in_(plan.language)
    return paragraph(
        name,
        width=width,
        size=size,
        indent=indent + signs,
        least=2 * _reach(move, group, scale) + 0.3,
        below=0.4,
        sign=draw,
        data=(("data-role", "label"),),
        around=lambda items: (partner(plan, move, items),),
    )


def partner(plan: ChangePlan, move: Move, items: tuple[Item, ...]) -> Group:
    """Give the group of a partner, with all that a program may want to know of it."""

    def told(standing: Standing | None, field: str) -> str:
        value = getattr(standing, field) if standing is not None else None
        return str(value) if value else ""

    data = [
        ("id", f"partner-{move.id}"),
        ("data-partner", move.id),
        ("data-kind", move.kind or move.group),
        ("data-group", move.group),
        ("data-intensity", told(move.after, "ring")),
        ("data-importance", told(move.after, "size")),
        ("data-year", str(plan.years[1])),
        ("data-intensity-before", told(move.before, "ring")),
        ("data-importance-before", told(move.before, "size")),
        ("data-year-before", str(plan.years[0])),
        ("data-change", " ".join(move.signs)),
    ]
    if move.after is not None and move.after.place:
        data.append(("data-state", move.after.place))
    sides = [
        f"{year}: {', '.join(standing.words)}"
        for year, standing in zip(plan.years, (move.before, move.after), strict=True)
        if standing is not None and standing.words
    ]
    return Group(items=items, data=tuple(data), title=" · ".join([move.label, *sides]))


def _index(plan: ChangePlan, numbers: Mapping[str, int], *, width: float, size: float) -> list[Row]:
    if not numbers:
        return []
    names = {move.id: move.label for move in plan.moves}
    head = words.INDEX.in_(plan.language)
    rows = [paragraph(head, width=width, size=size + 1, bold=True, below=1.4, with_next=True)]
    for name, number in sorted(numbers.items(), key=lambda entry: entry[1]):
        rows.append(keys.numbered(number, names[name], width=width, size=size))
    return rows


def _causes(plan: ChangePlan, *, width: float, size: float) -> list[Row]:
    if not plan.causes:
        return []
    head = CAUSES.in_(plan.language)
    rows = [paragraph(head, width=width, size=size + 1, bold=True, below=1.0, with_next=True)]
    return rows + [paragraph(text, width=width, size=size, below=0.8) for text in plan.causes]
