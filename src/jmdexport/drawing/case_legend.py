"""The legend of the case map: only the signs that the sheet shows."""

from __future__ import annotations

from jmdexport.drawing import case_words as words
from jmdexport.drawing.case_plan import CaseMapPlan
from jmdexport.drawing.case_signs import consent_sign, contributor_sign, stage_sign
from jmdexport.drawing.keys import Key, across
from jmdexport.drawing.layout_flow import Row, gap
from jmdexport.drawing.measure import MM_PER_POINT


def legend(plan: CaseMapPlan, *, width: float, size: float) -> list[Row]:
    """Give the rows of the legend; none where nobody contributes."""
    parts = [part for goal in plan.goals for step in goal.steps for part in step.parts]
    kinds = {part.kind for part in parts}
    consents = {part.consent for part in parts}
    endings = {part.stages[-1].ending for part in parts if part.stages}
    passed = any(len(part.stages) > 1 for part in parts)
    high = size * MM_PER_POINT * 1.15
    room = high + 1.4
    language = plan.language

    def half(x: float) -> float:
        return x + high / 2

    who = [
        Key(say.in_(language), room, lambda x, y, kind=kind: contributor_sign(kind, half(x), y, high))
        for kind, say in words.CONTRIBUTORS.items()
        if kind in kinds
    ]
    consent = [
        Key(say.in_(language), room, lambda x, y, state=state: consent_sign(state, half(x), y, high))
        for state, say in words.CONSENTS.items()
        if state in consents
    ]
    stages = [
        Key(say.in_(language), room, lambda x, y, end=end: stage_sign(end, half(x), y, high, last=True))
        for end, say in words.ENDINGS.items()
        if end in endings
    ]
    if passed:
        text = words.PASSED.in_(language)
        stages.insert(0, Key(text, room, lambda x, y: stage_sign("way", half(x), y, high, last=False)))
    rows: list[Row] = []
    for heading, keys in ((words.WHO, who), (words.CONSENT, consent), (words.STAGES, stages)):
        if keys:
            rows += across(heading.in_(language), keys, width, size)
    return [gap(2.5), *rows] if rows else []
