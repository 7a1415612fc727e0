"""Labels round the circle: horizontal, in reading order on both sides, each joined to its mark by a leader.

On each side the headings of the groups and the labels of their marks form one stack, moved as little as
possible from where the marks are (a regression with fixed least distances, solved exactly). The inner
edge of the stack follows the circle. A leader runs along the ray of its mark to the rim and from there
straight to its label; as both have the same order, leaders never cross.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeAlias

import attrs

from jmdexport.drawing.layout_nodes import Spot
from jmdexport.drawing.measure import MM_PER_POINT, line_box, text_width, wrap
from jmdexport.drawing.plan import Mark
from jmdexport.drawing.scene import Point

Side: TypeAlias = Literal["right", "left"]
SIDES: tuple[Side, Side] = ("right", "left")
RIM = 1.5
"""Width of the coloured rim round the circle."""
GAP = 5.0
"""Distance of the rim from the labels at their nearest."""
_LEADING = 1.2
_BETWEEN = 0.16
"""Room between two labels, as a share of the size of type."""
_BEFORE_HEADING = 0.75
_TIGHT = 0.4
_CURVE = 2.4
"""Exponent of the curve that the inner edge of the labels follows; 2 is an ellipse."""
_INNERMOST = 9.0
"""How near the middle line a label above or below the circle may begin."""
MOST_LINES = 3


@attrs.frozen
class Entry:
    """A heading or a label before it is placed: its lines and the height at which it would like to stand."""

    key: str
    lines: tuple[str, ...]
    kind: Literal["heading", "label", "empty"]
    aim: float
    size: float
    spot: Spot | None = None
    tight: bool = attrs.field(default=False, kw_only=True)
    text: str = attrs.field(default="", kw_only=True)

    @property
    def bold(self) -> bool:
        """Headings are bold."""
        return self.kind == "heading"

    @property
    def height(self) -> float:
        """Height of the lines in millimetres."""
        return math.fsum(line_box(self.size)) + (len(self.lines) - 1) * leading(self.size)

    @property
    def before(self) -> float:
        """Room above."""
        room = (_BEFORE_HEADING if self.kind == "heading" else _BETWEEN) * (_TIGHT if self.tight else 1.0)
        return self.size * MM_PER_POINT * room

    @property
    def width(self) -> float:
        """Width of the widest line, with the sign before a heading."""
        text = max(text_width(line, size=self.size, bold=self.bold) for line in self.lines)
        return text + (icon_width(self.size) if self.kind == "heading" else 0.0)


@attrs.frozen
class Placed:
    """A placed heading or label; ``x`` is its edge towards the circle, ``top`` its upper edge."""

    entry: Entry
    side: Side
    x: float
    top: float
    leader: tuple[Point, ...] = ()


def leading(size: float) -> float:
    """Give the distance of two baselines in millimetres."""
    return _LEADING * size * MM_PER_POINT


def icon_width(size: float) -> float:
    """Give the room that the sign of a group takes before its heading."""
    return size * MM_PER_POINT * 1.4


def label_lines(
    mark: Mark, *, width: float, size: float, number: int | None, most: int = MOST_LINES
) -> tuple[str, ...] | None:
    """Give the lines of a label: the name, else the short label, else the name in *most* lines, else none."""
    if number is not None:
        return (str(number),)
    full = wrap(mark.label, width=width, size=size)
    if len(full) == 1:
        return full
    short = wrap(mark.short, width=width, size=size) if mark.short else ()
    if len(short) == 1:
        return short
    if len(full) <= most:
        return full
    return short if 0 < len(short) <= most else None


def stack(entries: Sequence[Entry], *, top: float, bottom: float) -> list[float] | None:
    """Give the upper edges of the entries, in order, none touching the next; ``None`` if they do not fit."""
    if not entries:
        return []
    room = [entry.before if index else 0.0 for index, entry in enumerate(entries)]
    shift, shifts = 0.0, []
    for entry, before in zip(entries, room, strict=True):
        shift += before
        shifts.append(shift)
        shift += entry.height
    if shift > bottom - top:
        return None
    aims = [entry.aim - entry.height / 2 - moved for entry, moved in zip(entries, shifts, strict=True)]
    level = isotonic(aims)
    return [min(max(at, top), bottom - shift) + moved for at, moved in zip(level, shifts, strict=True)]


def isotonic(aims: Sequence[float]) -> list[float]:
    """Give the non-decreasing row nearest to the aims (pool adjacent violators)."""
    blocks: list[tuple[float, int]] = []
    for aim in aims:
        mean, count = aim, 1
        while blocks and blocks[-1][0] >= mean:
            before, many = blocks.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]


def contour(radius: float, half: float, gap: float = GAP) -> Callable[[float], float]:
    """Give how far from the middle line labels begin at a height: a rounded curve outside the circle."""
    wide = radius + RIM + gap
    tall = max(half, wide)

    def at(height: float) -> float:
        share = min(1.0, abs(height) / tall)
        rounded = wide * math.pow(1 - math.pow(share, _CURVE), 1 / _CURVE)
        return max(rounded, math.sqrt(max(0.0, wide * wide - height * height)), _INNERMOST)

    return at


def arranged(
    entries: Sequence[Entry],
    side: Side,
    *,
    radius: float,
    half: float,
    edge: float,
    rise: float = 0.0,
    gap: float = GAP,
) -> list[Placed] | None:
    """Place one side; heights are relative to the centre. ``None`` if something does not fit.

    Args:
        half: How far the side reaches above and below the centre.
        rise: How much farther it reaches above.
        gap: Distance of the rim from the labels at their nearest.
    """
    tops = stack(entries, top=-half - rise, bottom=half)
    if tops is None:
        return None
    # The words of a sector without a mark stand close below their heading and are aligned with it.
    for index, entry in enumerate(entries):
        if entry.kind == "empty" and index:
            tops[index - 1] = tops[index] - entry.before - entries[index - 1].height
    used = max((max(-top, top + entry.height) for top, entry in zip(tops, entries, strict=True)), default=0.0)
    inner = contour(radius, used + 3.0, gap)
    sign = 1.0 if side == "right" else -1.0
    starts = [inner(_nearest(top, top + entry.height)) for top, entry in zip(tops, entries, strict=True)]
    for index, entry in enumerate(entries):
        if entry.kind == "empty" and index:
            starts[index - 1 : index + 1] = _aligned(
                starts[index - 1], starts[index], entries[index - 1], entry, edge
            )
    placed = []
    for top, x, entry in zip(tops, starts, entries, strict=True):
        if x + entry.width > edge + 1e-6:
            return None
        middle = top + entry.height / 2
        leader = _leader(entry.spot, sign * (x - 0.9), middle, radius) if entry.spot else ()
        placed.append(Placed(entry, side, sign * x, top, leader))
    return placed


def _nearest(top: float, bottom: float) -> float:
    """Give how near a box comes to the middle line."""
    return 0.0 if top <= 0.0 <= bottom else min(abs(top), abs(bottom))


def _aligned(head: float, note: float, heading: Entry, empty: Entry, edge: float) -> tuple[float, float]:
    """Let a heading and the words below it begin on one line, if both then still fit: the sign stands out."""
    sign = icon_width(heading.size)
    start = max(head, note - sign)
    fits = start + heading.width <= edge and start + sign + empty.width <= edge
    return (start, start + sign) if fits else (head, note)


def _leader(spot: Spot, x: float, y: float, radius: float) -> tuple[Point, ...]:
    sine, cosine = math.sin(spot.angle), -math.cos(spot.angle)
    start, rim = spot.radius + spot.reach, radius + RIM + 0.4
    return (start * sine, start * cosine), (rim * sine, rim * cosine), (x, y)


def steepest(leaders: Iterable[Sequence[Point]]) -> float:
    """Give how nearly a leader runs along the rim: the least cosine of its angle with its ray.

    From nought downward it runs back into the circle.
    """
    return min(
        (
            (rim[0] * (end[0] - rim[0]) + rim[1] * (end[1] - rim[1]))
            / (math.hypot(*rim) * math.dist(rim, end))
            for *_, rim, end in leaders
        ),
        default=1.0,
    )
