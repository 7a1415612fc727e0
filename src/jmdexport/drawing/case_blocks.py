"""The blocks of a case map: a goal, a step, a contribution; each knows its height and draws itself."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from jmdexport.drawing.case_plan import Goal, Part, Stage, Step
from jmdexport.drawing.case_signs import WARNING, consent_sign, contributor_sign, done_sign, stage_sign
from jmdexport.drawing.measure import breaks_a_word, line_box, text_width, wrap
from jmdexport.drawing.palette import BANDS, CENTRE, INK, LEADER, PAPER, QUIET
from jmdexport.drawing.scene import Group, Item, Paint, Polyline, Rect
from jmdexport.drawing.sheet import block, block_height

PADDING = 1.3
_SIGN = 1.45
"""Room of a sign, as a share of the height of a letter box."""
_MOST_SLOTS = 5
_BESIDE = 2.4
"""Room between the words of two stages."""


@attrs.frozen
class Block:
    """Something with a height that can be drawn at a place, in a height that may be larger."""

    height: float
    draw: Callable[[float, float, float], tuple[Item, ...]]


def goal_block(goal: Goal, width: float, size: float, number: int) -> Block:
    """Give the box of a goal: its text, its status, its day."""
    title = wrap(f"{number} · {goal.text}", width=width - 2 * PADDING, size=size, bold=True)
    return _boxed(
        title, (goal.status, *goal.details), width, size, done=goal.is_reached, ground=BANDS[1], edge=CENTRE
    )


def step_block(step: Step, width: float, size: float) -> Block:
    """Give the box of a step."""
    title = wrap(step.text, width=width - 2 * PADDING, size=size)
    return _boxed(title, step.details, width, size, done=step.is_done, ground=PAPER, edge=LEADER)


def _boxed(
    title: tuple[str, ...],
    details: tuple[str, ...],
    width: float,
    size: float,
    *,
    done: bool,
    ground: str,
    edge: str,
) -> Block:
    small = max(size - 1.0, min(size, 7.0))
    high = sum(line_box(small))
    indent = high * _SIGN
    said = tuple(
        line for text in details for line in wrap(text, width=width - 2 * PADDING - indent, size=small)
    )
    first = block_height(title, size)
    tall = first + (block_height(said, small) + 0.4 if said else 0.0) + 2 * PADDING

    def draw(x: float, y: float, _room: float) -> tuple[Item, ...]:
        box = Rect(
            x=x,
            y=y,
            width=width,
            height=tall,
            paint=Paint(fill=ground, stroke=edge, width=0.35),
            data=(("data-role", "box"),),
        )
        bold = ground != PAPER
        items: list[Item] = [box, block(title, x + PADDING, y + PADDING, size=size, bold=bold)]
        if said:
            top = y + PADDING + first + 0.4
            items.append(done_sign(x + PADDING + indent * 0.35, top + high / 2, high, is_done=done))
            items.append(block(said, x + PADDING + indent, top, size=small, colour=QUIET))
        return tuple(items)

    return Block(tall, draw)


def part_block(part: Part, width: float, size: float) -> Block:
    """Give a contribution: who, the consent, and the stages as a track from left to right."""
    small = max(size - 1.0, min(size, 7.0))
    high, low = sum(line_box(size)), sum(line_box(small))
    indent = high * _SIGN
    name = wrap(part.label, width=width - indent, size=size, bold=True)
    missing = part.consent == "missing"
    consent = wrap(part.consent_text, width=width - indent, size=small, bold=missing)
    first, second = block_height(name, size), block_height(consent, small)
    tracks = _tracks(part.stages, width - indent, small)
    tall = first + second + 0.3 + sum(track.height for track in tracks)

    def draw(x: float, y: float, room: float) -> tuple[Item, ...]:
        items: list[Item] = [
            contributor_sign(part.kind, x + indent * 0.36, y + high / 2, high),
            block(name, x + indent, y, size=size, bold=True, data=(("data-role", "label"),)),
            consent_sign(part.consent, x + indent * 0.36, y + first + 0.3 + low / 2, low),
            block(
                consent,
                x + indent,
                y + first + 0.3,
                size=small,
                bold=missing,
                colour=WARNING if missing else INK,
            ),
        ]
        at = y + first + second + 0.3
        for track in tracks:
            items += track.draw(x + indent, at, room)
            at += track.height
        return (Group(items=tuple(items), data=(("data-role", "contribution"),)),)

    return Block(tall, draw)


def _tracks(stages: tuple[Stage, ...], width: float, size: float) -> list[Block]:
    """Set the stages on as many tracks as they need; the last one of all is where it stands."""
    count = next((n for n in range(_MOST_SLOTS, 1, -1) if _has_room(stages, width / n - _BESIDE, size)), 1)
    rows = [stages[start : start + count] for start in range(0, len(stages), count)]
    return [
        _track(row, width, width / count, size, is_last=index == len(rows) - 1)
        for index, row in enumerate(rows)
    ]


def _has_room(stages: tuple[Stage, ...], width: float, size: float) -> bool:
    """Tell whether the words and the day of each stage fit beside those of the next without a broken word."""
    return not any(
        breaks_a_word(stage.label, width=width, size=size) or text_width(stage.day, size=size) > width
        for stage in stages
    )


def _track(stages: tuple[Stage, ...], width: float, slot: float, size: float, *, is_last: bool) -> Block:
    high = sum(line_box(size))
    rooms = [slot - _BESIDE] * (len(stages) - 1) + [width - (len(stages) - 1) * slot]
    texts = [
        (*wrap(stage.label, width=room, size=size), stage.day)
        for stage, room in zip(stages, rooms, strict=True)
    ]
    tall = high + max(block_height(lines, size) for lines in texts) + 0.8

    def draw(x: float, y: float, _room: float) -> tuple[Item, ...]:
        middle, start = y + high / 2 + 0.3, x + high * 0.42
        end = start + slot * (len(stages) - 1) + (0.0 if is_last else slot * 0.6)
        items: list[Item] = []
        if end > start:
            items.append(
                Polyline(points=((start, middle), (end, middle)), paint=Paint(stroke=LEADER, width=0.35))
            )
        for index, (stage, lines) in enumerate(zip(stages, texts, strict=True)):
            stands = is_last and index == len(stages) - 1
            items.append(stage_sign(stage.ending, start + index * slot, middle, high, last=stands))
            colour = INK if stands else QUIET
            items.append(block(lines, x + index * slot, y + high + 0.4, size=size, colour=colour))
        return tuple(items)

    return Block(tall, draw)
