"""The change map: what became of each partner from one yearly map to another, on its own ray.

The forms are tried in a fixed order, as for the map of one year: names first, then numbers with an index;
two lines a label before three; a large circle before a small one, large type before small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jmdexport.drawing import frame
from jmdexport.drawing.change_layout import Failed, Places, Setting, as_mark, labelled, located, wide_enough
from jmdexport.drawing.change_page import sheets
from jmdexport.drawing.change_plan import ChangePlan
from jmdexport.drawing.change_scene import scene_of
from jmdexport.drawing.entries import least_height, notes
from jmdexport.drawing.layout_page import NARROW, scale_of
from jmdexport.drawing.plan import DoesNotFit
from jmdexport.drawing.rays import tangled
from jmdexport.drawing.scene import Scene
from jmdexport.drawing.tries import forms, most_room, numberings, radii

_SIZES = ((8.0, 7.5, 7.0), (9.5, 9.0, 8.0, 7.5, 7.0))
_LEAST_RADIUS = 32.0
_NUMBER = 12.0
"""The least room for a number with its signs beside the circle."""


def draw_change_map(plan: ChangePlan) -> Scene:
    """Give the change map of a plan as a scene (R-33). German: Veränderungskarte.

    Raises:
        DoesNotFit: The page has no room for all partners in readable type; the error names what takes most.
    """
    for numbers in numberings([as_mark(move) for move in plan.inside]):
        found = _fitted(plan, numbers)
        if found is not None:
            return found
    raise DoesNotFit(plan.page, len(plan.moves), most_room(plan.moves, plan.groups))


def _fitted(plan: ChangePlan, numbers: Mapping[str, int]) -> Scene | None:
    placed: dict[float, Places | None] = {}
    failed: Failed = {}
    said = notes(plan.groups, plan.moves, plan.language)
    for form in forms(_SIZES[frame.is_large(plan.frame)]):
        for sheet in sheets(plan, numbers, form.size):
            half, edge = (sheet.bottom - sheet.top) / 2, (sheet.right - sheet.left) / 2
            setting = Setting(
                size=form.size, most=form.lines, edge=edge, half=half, numbers=numbers, notes=said
            )
            least = least_height(len(plan.inside), len(plan.groups), size=setting.size, tight=setting.tight)
            if least > 4 * half:
                continue
            for radius in _radii(plan, setting, form.steps):
                if not wide_enough(plan, setting, radius=radius):
                    continue
                if radius not in placed:
                    placed[radius] = located(plan, radius=radius, scale=scale_of(radius), failed=failed)
                places = placed[radius]
                labels = labelled(plan, places, setting) if places is not None else None
                if places is None or labels is None:
                    continue
                if not tangled([one.leader for one in labels]):
                    return scene_of(plan, sheet, places, labels)
    return None


def _radii(plan: ChangePlan, setting: Setting, steps: Sequence[float]) -> Iterator[float]:
    narrow = _NUMBER if plan.inside and len(setting.numbers) == len(plan.inside) else NARROW
    return radii(half=setting.half, edge=setting.edge, narrow=narrow, steps=steps, least=_LEAST_RADIUS)
