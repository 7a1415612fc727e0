"""The change map: what became of each partner from one yearly map to another, on its own ray.

The forms are tried in a fixed order, as for the map of one year: names first, then numbers with an index;
two lines a label before three; a large circle before a small one, large type before small.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from jmdexport.drawing import frame, words
from jmdexport.drawing.change_layout import Places, Setting, as_mark, labelled, located, wide_enough
from jmdexport.drawing.change_page import sheets
from jmdexport.drawing.change_plan import ChangePlan
from jmdexport.drawing.change_scene import scene_of
from jmdexport.drawing.layout_labels import GAP, MOST_LINES, RIM, Entry, label_lines
from jmdexport.drawing.layout_page import NARROW, SMALLEST, scale_of
from jmdexport.drawing.plan import DoesNotFit
from jmdexport.drawing.rays import tangled
from jmdexport.drawing.scene import Scene

_SIZES = ((8.0, 7.5, 7.0), (9.5, 9.0, 8.0, 7.5, 7.0))
_STEPS = ((1.0, 0.95, 0.9, 0.85), (0.8, 0.75, 0.7, 0.65))
_LEAST_RADIUS = 32.0
_NUMBER = 12.0
"""The least room for a number with its signs beside the circle."""
_SURE_WIDTH = 30.0
"""A name that needs too many lines at this width stands in the index."""
_LONG = 60


def draw_change_map(plan: ChangePlan) -> Scene:
    """Give the change map of a plan as a scene (R-33). German: Veränderungskarte.

    Raises:
        DoesNotFit: The page has no room for all partners in readable type; the error names what takes most.
    """
    for numbers in _numberings(plan):
        found = _fitted(plan, numbers)
        if found is not None:
            return found
    raise DoesNotFit(plan.page, len(plan.moves), _largest(plan))


def _largest(plan: ChangePlan) -> tuple[str, ...]:
    long = sorted(
        (move for move in plan.moves if len(move.label) > _LONG), key=lambda move: (-len(move.label), move.id)
    )
    if long:
        return tuple(move.label[:39].rstrip() + "…" for move in long[:5])
    counts = [(sum(move.group == group.code for move in plan.moves), group.label) for group in plan.groups]
    fullest = sorted((entry for entry in counts if entry[0]), key=lambda entry: -entry[0])
    return tuple(f"{label} ({count})" for count, label in fullest[:3])


def _numberings(plan: ChangePlan) -> Iterator[dict[str, int]]:
    """Give which partners stand as numbers: those whose name fits nowhere; failing that, all."""
    inside = plan.inside
    long = [
        move
        for move in inside
        if label_lines(as_mark(move), width=_SURE_WIDTH, size=7.0, number=None) is None
    ]
    yield {move.id: at for at, move in enumerate(long, start=1)}
    if len(long) < len(inside):
        yield {move.id: at for at, move in enumerate(inside, start=1)}


def _fitted(plan: ChangePlan, numbers: Mapping[str, int]) -> Scene | None:
    placed: dict[float, Places | None] = {}
    taken = {move.group for move in plan.moves}
    notes = {
        group.code: (words.ALL_OUTSIDE if group.code in taken else words.NO_PARTNER).in_(plan.language)
        for group in plan.groups
    }
    for size, most, steps in _forms(plan):
        for sheet in sheets(plan, numbers, size):
            half, edge = (sheet.bottom - sheet.top) / 2, (sheet.right - sheet.left) / 2
            setting = Setting(size=size, most=most, edge=edge, half=half, numbers=numbers, notes=notes)
            if _least_height(plan, setting) > 4 * half:
                continue
            for radius in _radii(plan, setting, steps):
                if not wide_enough(plan, setting, radius=radius):
                    continue
                if radius not in placed:
                    placed[radius] = located(plan, radius=radius, scale=scale_of(radius))
                places = placed[radius]
                labels = labelled(plan, places, setting) if places is not None else None
                if places is None or labels is None:
                    continue
                if not tangled([one.leader for one in labels]):
                    return scene_of(plan, sheet, places, labels)
    return None


def _forms(plan: ChangePlan) -> Iterator[tuple[float, int, tuple[float, ...]]]:
    for most in (2, MOST_LINES):
        for steps in _STEPS:
            for size in _SIZES[frame.is_large(plan.frame)]:
                yield size, most, steps
    for steps in _STEPS:
        yield SMALLEST, MOST_LINES, steps


def _least_height(plan: ChangePlan, setting: Setting) -> float:
    """Give the height that headings and labels need on both sides together if each has a single line."""
    heading = Entry("", ("",), "heading", 0.0, setting.size, tight=setting.tight)
    label = Entry("", ("",), "label", 0.0, setting.size, tight=setting.tight)
    return len(plan.inside) * (label.height + label.before) + len(plan.groups) * heading.height


def _radii(plan: ChangePlan, setting: Setting, steps: Sequence[float]) -> Iterator[float]:
    narrow = _NUMBER if plan.inside and len(setting.numbers) == len(plan.inside) else NARROW
    largest = min(setting.half - RIM - 3.0, setting.edge - RIM - GAP - narrow)
    for step in steps:
        radius = math.floor(largest * step * 2) / 2
        if radius >= _LEAST_RADIUS:
            yield radius
