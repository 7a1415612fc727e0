"""The order in which the layouts of a map are tried, and what is said when none of them has room."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import attrs

from jmdexport.drawing.layout_labels import GAP, MOST_LINES, RIM, label_lines
from jmdexport.drawing.layout_page import SMALLEST
from jmdexport.drawing.plan import MapGroup, Mark, Named

STEPS = ((1.0, 0.95, 0.9, 0.85), (0.8, 0.75, 0.7, 0.65))
"""Radii as shares of the largest that the page allows: large ones first, whatever the size of type."""
_SURE_WIDTH = 30.0
"""A name that needs too many lines at this width stands in the index at the latest."""
_WIDE = 54.0
"""A name that fits into two lines of this width is tried in full first, as a wide page may have the room."""
_LONG = 60
"""A name of more characters is named in the error as taking much room."""


@attrs.frozen
class Form:
    """One way to try: size of type, the most lines of a label, and radii as shares of the largest."""

    size: float
    lines: int
    steps: tuple[float, ...]


def forms(sizes: Sequence[float], steps_of: Sequence[tuple[float, ...]] = STEPS) -> Iterator[Form]:
    """Give the forms in their order: two lines a label before three, large circles, then large type first."""
    for lines in (2, MOST_LINES):
        for steps in steps_of:
            for size in sizes:
                yield Form(size, lines, steps)
    for steps in steps_of:
        yield Form(SMALLEST, MOST_LINES, steps)


def radii(
    *, half: float, edge: float, narrow: float, steps: Sequence[float], least: float
) -> Iterator[float]:
    """Give the radii to try on a map, in half millimetres, down to the least.

    Args:
        half: Half the height of the map.
        edge: Half its width.
        narrow: The least room for a label beside the circle.
    """
    largest = min(half - RIM - 3.0, edge - RIM - GAP - narrow)
    for step in steps:
        radius = math.floor(largest * step * 2) / 2
        if radius >= least:
            yield radius


def numberings(inside: Sequence[Mark]) -> Iterator[dict[str, int]]:
    """Give which marks stand as numbers: those whose name fits nowhere, then all long ones, then all."""

    def fits(mark: Mark, width: float, most: int) -> bool:
        return label_lines(mark, width=width, size=7.0, number=None, most=most) is not None

    long = [mark for mark in inside if not fits(mark, _SURE_WIDTH, MOST_LINES)]
    too_long = [mark for mark in long if not fits(mark, _WIDE, 2)]
    tried = -1
    for marks in (too_long, long, inside):
        if len(marks) > tried:
            tried = len(marks)
            yield {mark.id: at for at, mark in enumerate(marks, start=1)}


def most_room(partners: Sequence[Named], groups: Sequence[MapGroup]) -> tuple[str, ...]:
    """Name what takes the most room: the longest names if they are long, else the fullest groups."""
    long = sorted(
        (one for one in partners if len(one.label) > _LONG), key=lambda one: (-len(one.label), one.id)
    )
    if long:
        return tuple(one.label[:39].rstrip() + "…" for one in long[:5])
    counts = [(sum(one.group == group.code for one in partners), group.label) for group in groups]
    fullest = sorted((entry for entry in counts if entry[0]), key=lambda entry: -entry[0])
    return tuple(f"{label} ({count})" for count, label in fullest[:3])
