"""The texts of the case map: legend, alternative text, table."""

from __future__ import annotations

from jmdexport.drawing.case_plan import CaseMapPlan, ConsentSign, Contributor, Ending
from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun, capital, counted

WHO = Say("Wer beiträgt:", "Who contributes:")
CONSENT = Say("Einwilligung:", "Consent:")
STAGES = Say("Stand des Beitrags:", "Stage of the contribution:")
CONTRIBUTORS: dict[Contributor, Say] = {
    "partner": Say("Partner", "partner"),
    "person": Say("Schlüsselperson", "key person"),
    "other": Say("nur in diesem Fall wichtig", "matters in this case only"),
}
CONSENTS: dict[ConsentSign, Say] = {
    "covered": Say("liegt vor oder ist nicht erforderlich", "is there, or is not needed"),
    "open": Say("noch zu klären, bevor jemand angesprochen wird", "to be cleared up before anybody is asked"),
    "missing": Say("fehlt", "is missing"),
}
PASSED = Say("früherer Stand", "earlier stage")
ENDINGS: dict[Ending, Say] = {
    "way": Say("jetziger Stand", "present stage"),
    "done": Say("erbracht", "delivered"),
    "failed": Say("nicht zustande gekommen", "did not come about"),
}
NO_GOAL = Say("Es ist noch kein Ziel eingetragen.", "No goal is entered yet.")
NO_STEP = Say("noch kein Schritt", "no step yet")

_GOAL = Noun("n", Say("Ziel", "goal"), Say("Ziele", "goals"), dative="Zielen")
_STEP = Noun("m", Say("Schritt", "step"), Say("Schritte", "steps"), dative="Schritten")
_PART = Noun("m", Say("Beitrag", "contribution"), Say("Beiträge", "contributions"), dative="Beiträgen")
_HEAD = Say("{title}: {goals}, {steps} und {parts}.", "{title}: {goals}, {steps} and {parts}.")
_GOAL_SAID = Say("Ziel {n}: {text} ({status}).", "Goal {n}: {text} ({status}).")
_PART_SAID = Say("{name}: {stage}.", "{name}: {stage}.")
_NO_STAGE = Say("kein Stand eingetragen", "no stage entered")
_MISSING = Counted(
    none=Say("Bei keinem Beitrag fehlt die Einwilligung.", "Consent is missing for no contribution."),
    one=Say("Bei {n} fehlt die Einwilligung.", "Consent is missing for {n}."),
    many=Say("Bei {n} fehlt die Einwilligung.", "Consent is missing for {n}."),
)


def description(plan: CaseMapPlan) -> str:
    """Give the sheet in whole sentences: whom it is for, how much there is, goal by goal who contributes."""
    language = plan.language
    steps = [step for goal in plan.goals for step in goal.steps]
    parts = [part for step in steps for part in step.parts]
    numbers = (
        counted(number, noun, language)
        for number, noun in ((len(plan.goals), _GOAL), (len(steps), _STEP), (len(parts), _PART))
    )
    goals, stepped, contributed = numbers
    said = [
        _HEAD.in_(language).format(title=plan.title, goals=goals, steps=stepped, parts=contributed),
        plan.warning,
    ]
    for number, goal in enumerate(plan.goals, start=1):
        text = _GOAL_SAID.in_(language).format(n=number, text=goal.text, status=goal.status)
        said.append(text)
        for step in goal.steps:
            for part in step.parts:
                stage = part.stages[-1].label if part.stages else _NO_STAGE.in_(language)
                said.append(_PART_SAID.in_(language).format(name=part.label, stage=stage))
    if parts:
        missing = sum(part.consent == "missing" for part in parts)
        without = counted(missing, _PART, language, case="dat")
        said.append(capital(_MISSING.of(missing).in_(language).format(n=without)))
    return " ".join(said)


_ROWS = (
    Say("Ziel", "goal"),
    Say("Stand des Ziels", "status of the goal"),
    Say("Schritt", "step"),
    Say("Angaben zum Schritt", "details of the step"),
    Say("Wer beiträgt", "who contributes"),
    Say("Einwilligung", "consent"),
    Say("Verlauf", "stages"),
)


def case_table(plan: CaseMapPlan) -> tuple[tuple[str, ...], ...]:
    """Give the data of the sheet as rows, the headings first: one for each contribution.

    A step without a contribution and a goal without a step have a row of their own.
    """
    rows: list[tuple[str, ...]] = []
    for goal in plan.goals:
        aim = (goal.text, " · ".join((goal.status, *goal.details)))
        if not goal.steps:
            rows.append((*aim, "", "", "", "", ""))
        for step in goal.steps:
            said = (*aim, step.text, " · ".join(step.details))
            rows += [
                (
                    *said,
                    part.label,
                    part.consent_text,
                    " → ".join(f"{stage.label} {stage.day}" for stage in part.stages),
                )
                for part in step.parts
            ] or [(*said, "", "", "")]
    return (tuple(say.in_(plan.language) for say in _ROWS), *rows)
