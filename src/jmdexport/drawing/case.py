"""The case map: from the pseudonym to goals, steps and contributors, read from left to right.

A flow and no circle: a case worker asks goal by goal what is agreed, who has to be asked, and where a
consent is missing. German: Fallkarte.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs

from jmdexport.drawing import case_words as words
from jmdexport.drawing.case_blocks import PADDING, Block, goal_block, part_block, step_block
from jmdexport.drawing.case_legend import legend
from jmdexport.drawing.case_plan import CaseDoesNotFit, CaseMapPlan
from jmdexport.drawing.case_signs import WARNING
from jmdexport.drawing.case_words import description
from jmdexport.drawing.measure import breaks_a_word, wrap
from jmdexport.drawing.palette import CENTRE, LEADER, PAPER, QUIET
from jmdexport.drawing.scene import Item, Paint, Polyline, Rect, Scene
from jmdexport.drawing.sheet import Sheet, block, block_height, height, sheet, stacked
from jmdexport.drawing.titles import is_large

_SIZES = ((10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5), (13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.5, 7.0, 6.5))
"""Sizes of type that are tried, on A4 and on larger pages."""
_SHARES = (0.115, 0.24, 0.235, 0.41)
"""Shares of the width, less the gaps: pseudonym, goals, steps, contributions."""
_HIGH_SHARES = (0.14, 0.22, 0.23, 0.41)
_GAP = 6.0
_ROWS = 2.2
"""Room between two steps or contributions."""
_GOALS = 4.5
_BANNER = 1.6


@attrs.frozen
class _StepRow:
    """A step beside its contributions."""

    step: Block
    parts: tuple[Block, ...]

    @property
    def height(self) -> float:
        """Height of the higher of the two."""
        parts = math.fsum(part.height for part in self.parts) + _ROWS * max(0, len(self.parts) - 1)
        return max(self.step.height, parts + PADDING if self.parts else 0.0)


@attrs.frozen
class _GoalRow:
    """A goal beside its steps."""

    goal: Block
    steps: tuple[_StepRow, ...]

    @property
    def height(self) -> float:
        """Height of the higher of the two."""
        steps = math.fsum(step.height for step in self.steps) + _ROWS * max(0, len(self.steps) - 1)
        return max(self.goal.height, steps)


def draw_case(plan: CaseMapPlan) -> Scene:
    """Give the scene of a case map; type is never shrunk below 6.5 points (R-20, R-21).

    Raises:
        CaseDoesNotFit: The page is too small for all goals, steps and contributions.
    """
    page = sheet(plan.page, title=plan.title, lines=plan.subtitle, source=plan.source)
    banner, tall = _banner(plan, page)
    keys = legend(plan, width=page.width, size=8.5 if is_large(plan.page) else 7.0)
    room = attrs.evolve(page, top=page.top + tall + 3.0, bottom=page.bottom - height(keys))
    widths = _widths(plan, room.width)
    for size in _SIZES[is_large(plan.page)]:
        rows = _rows(plan, widths, size)
        total = math.fsum(row.height for row in rows) + _GOALS * max(0, len(rows) - 1)
        name = _name(plan, widths[0], size, max(total, 1.0) if rows else room.height)
        if total <= room.height and name is not None:
            break
    else:
        raise CaseDoesNotFit(plan.page)
    items: list[Item] = [
        *page.items,
        *banner,
        *_flow(plan, rows, name, widths=widths, room=room, size=size),
        *stacked(keys, page.left, room.bottom),
    ]
    return Scene(
        width=plan.page[0],
        height=plan.page[1],
        language=plan.language,
        title=plan.title,
        description=description(plan),
        items=tuple(items),
    )


def _widths(plan: CaseMapPlan, width: float) -> tuple[float, ...]:
    shares = _SHARES if plan.page[0] > plan.page[1] else _HIGH_SHARES
    free = width - _GAP * (len(shares) - 1)
    return tuple(free * share for share in shares)


def _banner(plan: CaseMapPlan, page: Sheet) -> tuple[tuple[Item, ...], float]:
    """Give the line that says whom the sheet is for, in a frame that is seen on a heap of paper too."""
    size = 12.0 if is_large(plan.page) else 9.5
    lines = wrap(plan.warning, width=page.width - 6.0, size=size, bold=True)
    tall = block_height(lines, size) + 2 * _BANNER
    frame = Rect(
        x=page.left,
        y=page.top,
        width=page.width,
        height=tall,
        paint=Paint(fill=PAPER, stroke=WARNING, width=0.7),
    )
    text = block(
        lines,
        page.left + 3.0,
        page.top + _BANNER,
        size=size,
        bold=True,
        colour=WARNING,
        data=(("data-role", "warning"),),
    )
    return (frame, text), tall


def _rows(plan: CaseMapPlan, widths: tuple[float, ...], size: float) -> tuple[_GoalRow, ...]:
    return tuple(
        _GoalRow(
            goal_block(goal, widths[1], size, number),
            tuple(
                _StepRow(
                    step_block(step, widths[2], size),
                    tuple(part_block(part, widths[3], size) for part in step.parts),
                )
                for step in goal.steps
            ),
        )
        for number, goal in enumerate(plan.goals, start=1)
    )


def _name(plan: CaseMapPlan, width: float, size: float, most: float) -> Block | None:
    """Give the box of the pseudonym; none where it would be higher than the page allows."""
    inner = width - 2.4
    large = size + 1.0
    while large > size and breaks_a_word(plan.name, width=inner, size=large, bold=True):
        large -= 0.5
    name = wrap(plan.name, width=inner, size=large, bold=True)
    small = max(size - 1.0, min(size, 7.0))
    while small > 7.0 and breaks_a_word(plan.phase, width=inner, size=small):
        small -= 0.5
    phase = wrap(plan.phase, width=inner, size=small) if plan.phase else ()
    tall = block_height(name, large) + (block_height(phase, small) + 0.8 if phase else 0.0) + 3.6
    if tall > max(most, 30.0):
        return None

    def draw(x: float, y: float, _room: float) -> tuple[Item, ...]:
        middle = x + width / 2
        items: list[Item] = [
            Rect(x=x, y=y, width=width, height=tall, paint=Paint(fill=CENTRE), data=(("data-role", "box"),)),
            block(
                name,
                middle,
                y + 1.8,
                size=large,
                bold=True,
                colour=PAPER,
                anchor="middle",
                data=(("data-role", "centre"),),
            ),
        ]
        if phase:
            top = y + 2.6 + block_height(name, large)
            items.append(block(phase, middle, top, size=small, colour=PAPER, anchor="middle"))
        return tuple(items)

    return Block(tall, draw)


def _flow(
    plan: CaseMapPlan,
    rows: tuple[_GoalRow, ...],
    name: Block,
    *,
    widths: tuple[float, ...],
    room: Sheet,
    size: float,
) -> Iterator[Item]:
    """Draw all from left to right, joined by lines with one bend."""
    edges = [room.left]
    for width in widths[:-1]:
        edges.append(edges[-1] + width + _GAP)
    if not rows:
        yield from name.draw(edges[0], room.top, 0.0)
        yield block((words.NO_GOAL.in_(plan.language),), edges[1], room.top + 1.8, size=size, colour=QUIET)
        return
    total = math.fsum(row.height for row in rows) + _GOALS * (len(rows) - 1)
    free = max(0.0, room.height - total)
    between = _GOALS + min(free / len(rows), 6.0)
    middle = room.top + min(name.height, rows[0].goal.height) / 2
    at = room.top
    for row in rows:
        target = at + min(row.goal.height, name.height) / 2
        yield _joint(edges[0] + widths[0], middle, edges[1], target)
        yield from _goal(plan, row, widths=widths, edges=edges, top=at, size=size)
        at += row.height + between
    yield from name.draw(edges[0], room.top, 0.0)


def _goal(
    plan: CaseMapPlan,
    row: _GoalRow,
    *,
    widths: tuple[float, ...],
    edges: list[float],
    top: float,
    size: float,
) -> Iterator[Item]:
    """Draw a goal, and its steps and their contributions beside it."""
    yield from row.goal.draw(edges[1], top, row.height)
    lead = top + min(_anchor(size), row.goal.height / 2)
    if not row.steps:
        yield block((words.NO_STEP.in_(plan.language),), edges[2], top + PADDING, size=size, colour=QUIET)
        return
    at = top
    for step in row.steps:
        yield _joint(edges[1] + widths[1], lead, edges[2], at + _anchor(size))
        yield from step.step.draw(edges[2], at, step.height)
        down = at + PADDING  # so that a name stands level with the first line in the box of the step
        for part in step.parts:
            yield _joint(
                edges[2] + widths[2], at + _anchor(size), edges[3] - 1.0, down + _anchor(size) - PADDING
            )
            yield from part.draw(edges[3], down, part.height)
            down += part.height + _ROWS
        at += step.height + _ROWS


def _anchor(size: float) -> float:
    """Give how far below its upper edge a block is joined: at the middle of its first line."""
    return block_height(("x",), size) / 2 + PADDING


def _joint(x: float, y: float, to_x: float, to_y: float) -> Item:
    bend = (x + to_x) / 2
    points = ((x, y), (bend, y), (bend, to_y), (to_x, to_y)) if abs(y - to_y) > 0.05 else ((x, y), (to_x, y))
    return Polyline(
        points=points,
        paint=Paint(stroke=LEADER, width=0.4),
        data=(("data-role", "joint"), ("aria-hidden", "true")),
    )
