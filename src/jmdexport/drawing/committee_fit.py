"""How a committee map is set so that it fits: size of type, shares of the width, lines of names and boxes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import attrs

from jmdexport.drawing.committee_order import Order, ordered
from jmdexport.drawing.committee_plan import BodiesDoNotFit, Body, CommitteePlan, Member
from jmdexport.drawing.measure import MM_PER_POINT, text_width, wrap
from jmdexport.drawing.plan import DoesNotFit
from jmdexport.drawing.shapes import reach
from jmdexport.drawing.sheet import Sheet, block_height, widest
from jmdexport.drawing.titles import is_large

_SIZES = ((9.0, 8.5, 8.0, 7.5, 7.0, 6.5), (11.0, 10.0, 9.0, 8.0, 7.5, 7.0, 6.5))
"""Sizes of type that are tried, on A4 and on larger pages."""
_LINES = 2
"""So many lines may a full name have; then a short one takes its place if there is one."""
_APART = 0.22
"""Room between two names, as a share of the size of type."""
_TIGHT = 0.06
"""The same where there are many."""
PADDING = 0.9
BETWEEN = 1.2
"""Least room between two boxes."""
_SHARES = ((0.24, 0.35), (0.31, 0.25))
"""Shares of the width for the names of one side, at most, and for the boxes; the second for long names."""
_CLEAR = 0.18
MARK = 5.0
"""Room of a mark, in millimetres; its area follows from the size of type."""
_NAMED = 3


@attrs.frozen
class Names:
    """How the names of the partners are set: lines by identifier, size of type, share of it left between."""

    lines: Mapping[str, tuple[str, ...]]
    size: float
    apart: float

    @property
    def below(self) -> float:
        """Room below a name."""
        return self.size * MM_PER_POINT * self.apart

    @property
    def area(self) -> float:
        """Area of a mark: as large as reads well and keeps clear of its neighbours and its name."""
        least = (block_height(("x",), self.size) + self.below) / 2 - _CLEAR
        return min((self.size * MM_PER_POINT * 0.7) ** 2, 5.5, (least / reach("triangle-up", 1.0)) ** 2)

    def height(self, name: str) -> float:
        """Height of a name with the room below it."""
        return block_height(self.lines[name], self.size) + self.below

    @property
    def width(self) -> float:
        """Width of the widest line."""
        return max((widest(lines, size=self.size) for lines in self.lines.values()), default=0.0)


@attrs.frozen
class Boxes:
    """How the boxes of the bodies are set: lines of name and details by identifier, and the size of type."""

    lines: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    size: float
    detail: float

    def height(self, name: str) -> float:
        """Height of a box with the room below it."""
        title, details = self.lines[name]
        text = block_height(title, self.size) + (block_height(details, self.detail) if details else 0.0)
        return text + 2 * PADDING + BETWEEN


@attrs.frozen
class Fit:
    """A way to set the map that fits: shares of the width, names, order and boxes."""

    split: tuple[float, float]
    names: Names
    order: Order
    boxes: Boxes


def _ways(plan: CommitteePlan) -> Iterator[tuple[tuple[float, float], float, int, float]]:
    """Give the ways to set names, the best first: shares, size, most lines of a full name, room between."""
    *readable, smallest = _SIZES[is_large(plan.page)]
    first = _SHARES[0]
    yield from ((first, size, _LINES, _APART) for size in readable)
    for split in _SHARES:
        yield from ((split, size, _LINES, _TIGHT) for size in readable[-2:])
    for size in (readable[-1], smallest):
        yield from ((split, size, 1, _TIGHT) for split in _SHARES)


def fitting(plan: CommitteePlan, field: Sheet) -> Fit:
    """Give the first way to set names and boxes in which both fit."""
    boxes = {split: _boxes(plan, field.width * split[1], field.height + BETWEEN) for split in _SHARES}
    if not any(boxes.values()):
        raise BodiesDoNotFit(plan.page, len(plan.bodies), tuple(body.label for body in plan.bodies[:_NAMED]))
    tried: dict[str, float] = {}
    for split, size, most, apart in _ways(plan):
        found = boxes[split]
        if found is None:
            continue
        width = field.width * split[0] - MARK
        names = Names({one.id: _name(one, width, size, most) for one in plan.members}, size, apart)
        tried = {one.id: names.height(one.id) for one in plan.members}
        if math.fsum(tried.values()) / 2 > field.height:
            continue
        order = ordered(plan, tried, room=field.height)
        if all(math.fsum(map(names.height, side)) <= field.height for side in (order.left, order.right)):
            return Fit(split, names, order, found)
    most_room = sorted(plan.members, key=lambda one: (-tried[one.id], one.id))[:_NAMED]
    raise DoesNotFit(plan.page, len(plan.members), tuple(one.label for one in most_room))


def _boxes(plan: CommitteePlan, width: float, room: float) -> Boxes | None:
    """Set the boxes in the largest type in which they fit; the last ways put all details into one line."""
    wide = width - 2 * PADDING
    *readable, smallest = _SIZES[is_large(plan.page)]
    ways = [(size, compact) for compact in (False, True) for size in readable]
    for size, compact in (*ways, (smallest, True)):
        detail = max(min(size, 7.0), size - 1.0)
        lines = {body.id: _set(body, wide, size, detail, compact) for body in plan.bodies}
        boxes = Boxes(lines, size, detail)
        if math.fsum(map(boxes.height, lines)) <= room:
            return boxes
    return None


def _set(
    body: Body,
    width: float,
    size: float,
    detail: float,
    compact: bool,  # noqa: FBT001 - an inner function
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    groups = (tuple(part for group in body.details for part in group),) if compact else body.details
    lines = tuple(line for group in groups for line in _packed(group, width, detail))
    return wrap(body.label, width=width, size=size, bold=True), lines


def _packed(parts: tuple[str, ...], width: float, size: float) -> Iterator[str]:
    """Join parts with dots between, as many on a line as fit; a line never begins with a dot."""
    line = ""
    for part in parts:
        both = f"{line} · {part}" if line else part
        if not line or text_width(both, size=size) <= width:
            line = both
        else:
            yield from wrap(line, width=width, size=size)
            line = part
    if line:
        yield from wrap(line, width=width, size=size)


def _name(member: Member, width: float, size: float, most: int) -> tuple[str, ...]:
    lines = wrap(member.label, width=width, size=size)
    if len(lines) <= most or not member.short:
        return lines
    return min(lines, wrap(member.short, width=width, size=size), key=len)
