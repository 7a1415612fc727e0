"""The legend of the case map: only the signs that the sheet shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from jmdexport.drawing import case_words as words
from jmdexport.drawing.case_plan import CaseMapPlan
from jmdexport.drawing.case_signs import consent_sign, contributor_sign, stage_sign
from jmdexport.drawing.keys_across import Key, across
from jmdexport.drawing.layout_flow import Row, gap
from jmdexport.drawing.measure import MM_PER_POINT
from jmdexport.drawing.scene import Item
from jmdmodel.messages import Say

Draw: TypeAlias = Callable[[float, float, float], Item]
"""Draws a sign about a point in a height."""


def legend(plan: CaseMapPlan, *, width: float, size: float) -> list[Row]:
    """Give the rows of the legend; none where nobody contributes."""
    parts = [part for goal in plan.goals for step in goal.steps for part in step.parts]
    kinds = {part.kind for part in parts}
    consents = {part.consent for part in parts}
    endings = {part.stages[-1].ending for part in parts if part.stages}
    high = size * MM_PER_POINT * 1.15

    def key(say: Say, draw: Draw) -> Key:
        return Key(say.in_(plan.language), high + 1.4, lambda x, y: draw(x + high / 2, y, high))

    who = [
        key(say, partial(contributor_sign, kind)) for kind, say in words.CONTRIBUTORS.items() if kind in kinds
    ]
    consent = [
        key(say, partial(consent_sign, state)) for state, say in words.CONSENTS.items() if state in consents
    ]
    stages = [
        key(say, partial(stage_sign, end, last=True)) for end, say in words.ENDINGS.items() if end in endings
    ]
    if any(len(part.stages) > 1 for part in parts):
        stages.insert(0, key(words.PASSED, partial(stage_sign, "way", last=False)))
    rows: list[Row] = []
    for heading, keys in ((words.WHO, who), (words.CONSENT, consent), (words.STAGES, stages)):
        if keys:
            rows += across(heading.in_(plan.language), keys, width, size)
    return [gap(2.5), *rows] if rows else []
