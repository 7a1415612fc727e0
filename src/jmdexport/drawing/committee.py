"""The committee map: bodies as boxes in the middle, partners in columns left and right, seats as lines.

Labels stand outside, boxes inside, and straight lines have the two gutters between for themselves, so that
no line ever runs through a text. German: Gremienkarte.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import attrs

from jmdexport.drawing import committee_words as words
from jmdexport.drawing.committee_fit import BETWEEN, MARK, PADDING, Boxes, Fit, Names, fitting
from jmdexport.drawing.committee_legend import KINDS, legend, seat_paint
from jmdexport.drawing.committee_plan import Body, CommitteePlan, Member
from jmdexport.drawing.committee_words import description
from jmdexport.drawing.layout_flow import Row, gap, paragraph
from jmdexport.drawing.marks import paint
from jmdexport.drawing.palette import BANDS, CENTRE, INK, PAPER, QUIET
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Data, Group, Item, Paint, Path, Rect, Scene
from jmdexport.drawing.shapes import hatches, mark_shape
from jmdexport.drawing.sheet import Sheet, block, block_height, height, settled, sheet, stacked
from jmdexport.drawing.titles import MARGIN, is_large

_LEGEND = 0.56
"""Share of a wide page that legend and notes take beside the title."""
_BESIDE = 6.0
_HEAD = 1.2
_PORT = 1.1
"""How far from the corners of a box lines end."""
_OUT = 2.6
"""How far from the middle of its mark a line runs level."""
_WIDEST = 14.0
"""Most room between two boxes."""
_HIDDEN: Data = (("aria-hidden", "true"),)


def _has(plan: CommitteePlan, group: MapGroup) -> bool:
    return any(member.group == group.code for member in plan.members)


def draw_committees(plan: CommitteePlan) -> Scene:
    """Give the scene of a committee map; names are never shrunk below 6.5 points (R-14, R-32).

    Raises:
        DoesNotFit: The page is too small for the names of all partners.
        BodiesDoNotFit: The page is too small for the boxes of all committees and networks.
    """
    page, below = _divided(plan)
    heads = 9.0 if is_large(plan.page) else 8.0
    top = page.top + block_height(("x",), heads) + _HEAD
    field = attrs.evolve(page, top=top)
    found = fitting(plan, field)
    items: list[Item] = [*page.items, *_heads(plan, page, heads), *_picture(plan, found, field), *below]
    return Scene(
        width=plan.page[0],
        height=plan.page[1],
        language=plan.language,
        title=plan.title,
        description=description(plan),
        items=tuple(items),
        hatches=hatches(tuple(group for group in plan.groups if _has(plan, group))),
    )


def _divided(plan: CommitteePlan) -> tuple[Sheet, tuple[Item, ...]]:
    """Give what is left for the picture, and legend and notes: beside the title of a wide page or below."""
    size = 8.5 if is_large(plan.page) else 7.0
    wide = plan.page[0] > plan.page[1]
    free = plan.page[0] - 2 * MARGIN
    beside = free * _LEGEND if wide else 0.0
    page = sheet(plan.page, title=plan.title, lines=plan.subtitle, source=plan.source, beside=beside)
    if not wide:
        rows = [*_notes(plan, free, size), *legend(plan, width=free, size=size)]
        page = attrs.evolve(page, bottom=page.bottom - height(rows))
        return page, stacked(rows, page.left, page.bottom)
    width = beside - _BESIDE
    rows = [*legend(plan, width=width, size=size)[1:], *_notes(plan, width, size)]
    items = stacked(rows, page.right - width, MARGIN + 1.5)
    return attrs.evolve(page, top=max(page.top, MARGIN + 1.5 + height(rows) + 2.0)), items


def _notes(plan: CommitteePlan, width: float, size: float) -> list[Row]:
    rows = [paragraph(f"{head}: {text}", width=width, size=size, below=0.5) for head, text in plan.notes]
    return [gap(1.8), *rows] if rows else []


def _heads(plan: CommitteePlan, page: Sheet, size: float) -> Iterator[Item]:
    """Name the columns; without partners there is nothing to name beside the boxes."""
    data: Data = (("data-role", "heading"),)
    top = page.top
    if plan.members:
        side = (words.PARTNERS.in_(plan.language),)
        yield block(side, page.left, top, size=size, bold=True, colour=QUIET, data=data)
        if len(plan.members) > 1:
            yield block(side, page.right, top, size=size, bold=True, colour=QUIET, anchor="end", data=data)
    if plan.bodies:
        middle = (words.BODIES[plan.sort].in_(plan.language),)
        yield block(
            middle,
            sum(plan.page[:1]) / 2,
            top,
            size=size,
            bold=True,
            colour=QUIET,
            anchor="middle",
            data=data,
        )


def _picture(plan: CommitteePlan, found: Fit, field: Sheet) -> tuple[Item, ...]:
    """Put boxes and partners in their places, lines below both."""
    order, names, boxes = found.order, found.names, found.boxes
    half = field.width * found.split[1] / 2
    middle = (field.left + field.right) / 2
    tops = _spread(order.bodies, boxes, field)
    seats = {(seat.member, seat.body): seat for seat in plan.seats}
    groups = {group.code: group for group in plan.groups}
    members = {member.id: member for member in plan.members}
    lines: list[Item] = []
    marks: list[Item] = []
    inner = min(names.width, field.width * found.split[0] - MARK) + MARK
    for side, sign in ((order.left, -1), (order.right, 1)):
        aims = _aims(plan, side, tops, boxes)
        high = [names.height(name) for name in side]
        edges = settled(aims, high, top=field.top, bottom=field.bottom)
        outer = field.left if sign < 0 else field.right
        spot = {
            name: (outer - sign * (inner - MARK / 2), edge + (tall - names.below) / 2)
            for name, edge, tall in zip(side, edges, high, strict=True)
        }
        for body in order.bodies:
            sitting = sorted((name for name in side if (name, body) in seats), key=lambda name: spot[name][1])
            tall = boxes.height(body) - BETWEEN
            for number, name in enumerate(sitting):
                port = tops[body] + _PORT + (tall - 2 * _PORT) * (number + 0.5) / len(sitting)
                seat = seats[name, body]
                x, y = spot[name]
                # Straight out of the mark first, so that a steep line stays clear of the marks beside it.
                steps = (("M", (x, y)), ("L", (x - sign * _OUT, y)), ("L", (middle + sign * half, port)))
                line = Path(
                    steps=steps,
                    paint=seat_paint(seat.kind, groups[members[name].group].fill),
                    data=_seat_data(name, body, seat.kind),
                )
                lines.append(line)
        marks += [_member(plan, members[name], names, spot=spot[name], sign=sign) for name in side]
    lines.sort(key=_weight)
    bodies = {body.id: body for body in plan.bodies}
    drawn = [_box(bodies[name], boxes, middle - half, tops[name], 2 * half) for name in order.bodies]
    return (Group(items=tuple(lines)), *drawn, *marks)


def _weight(line: Item) -> int:
    """Rank lines: those of a lead are drawn last."""
    return -KINDS.index(dict(line.data)["data-seat"])


def _seat_data(member: str, body: str, kind: str) -> Data:
    return (("data-role", "tie"), ("data-from", member), ("data-to", body), ("data-seat", kind))


def _spread(bodies: tuple[str, ...], boxes: Boxes, field: Sheet) -> dict[str, float]:
    """Spread the boxes over the height, with equal room between, but not further than reads well."""
    used = math.fsum(map(boxes.height, bodies))
    free = field.height + BETWEEN - used
    room = min(free / len(bodies), _WIDEST) if bodies else 0.0
    at = field.top + (free - room * (len(bodies) - 1)) / 2 if len(bodies) else field.top
    tops = {}
    for name in bodies:
        tops[name] = max(at, field.top)
        at += boxes.height(name) + room
    return tops


def _aims(plan: CommitteePlan, side: tuple[str, ...], tops: Mapping[str, float], boxes: Boxes) -> list[float]:
    """Give where the partners of a side would like to stand: at the mean height of their bodies."""
    middles = {name: top + (boxes.height(name) - BETWEEN) / 2 for name, top in tops.items()}
    wanted: dict[str, list[float]] = {name: [] for name in side}
    for seat in plan.seats:
        if seat.member in wanted:
            wanted[seat.member].append(middles[seat.body])
    last = max(middles.values(), default=0.0)
    return [math.fsum(found) / len(found) if (found := sorted(wanted[name])) else last for name in side]


def _box(body: Body, boxes: Boxes, left: float, top: float, width: float) -> Group:
    title, details = boxes.lines[body.id]
    tall = boxes.height(body.id) - BETWEEN
    outline = (
        Paint(fill=BANDS[1], stroke=CENTRE, width=0.4)
        if body.seated
        else Paint(fill=PAPER, stroke=QUIET, width=0.4, dash=(1.2, 0.8))
    )
    at, middle = top + PADDING, left + width / 2
    items: list[Item] = [
        Rect(x=left, y=top, width=width, height=tall, paint=outline, data=(("data-role", "box"),)),
        block(title, middle, at, size=boxes.size, bold=True, anchor="middle", data=(("data-role", "label"),)),
    ]
    if details:
        at += block_height(title, boxes.size)
        items.append(block(details, middle, at, size=boxes.detail, anchor="middle"))
    data: Data = (("data-body", body.id), ("data-seated", "yes" if body.seated else "no"))
    return Group(items=tuple(items), data=data, title=body.tooltip or body.label)


def _member(
    plan: CommitteePlan, member: Member, names: Names, *, spot: tuple[float, float], sign: int
) -> Group:
    group = next(group for group in plan.groups if group.code == member.group)
    lines = names.lines[member.id]
    x, y = spot
    area = names.area
    top = y - block_height(lines, names.size) / 2
    casing = Paint(fill=PAPER, stroke=PAPER, width=0.5)
    items: tuple[Item, ...] = (
        mark_shape(group.shape, x, y, area, paint=casing, data=_HIDDEN),
        mark_shape(group.shape, x, y, area, paint=paint(group, 3), data=(("data-role", "node"),)),
        block(
            lines,
            x + sign * MARK / 2,
            top,
            size=names.size,
            colour=INK,
            anchor="start" if sign > 0 else "end",
            data=(("data-role", "label"),),
        ),
    )
    data: Data = (
        ("id", f"partner-{member.id}"),
        ("data-partner", member.id),
        ("data-kind", member.kind or member.group),
        ("data-group", member.group),
        ("data-year", str(plan.year)),
    )
    return Group(items=items, data=data, title=member.tooltip or member.label)
