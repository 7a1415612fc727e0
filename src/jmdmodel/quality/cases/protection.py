"""Rules that protect the young person: who may be addressed, and how long a plan may be kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities.case import CasePlan, PartnerContribution, PlanStep
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.cases.plans import ANSWERED, ASKED, contributions, may_be_addressed, was_agreed_to
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.vocabulary import ContributionStage
from jmdmodel.workspace import Workspace


@rule(
    code="C310",
    name="addressed-without-consent",
    level="must",
    requirements=("R-21", "R-51"),
    looks_at=CasePlan,
    title=Say(
        de="Zu einem Gespräch über den Fall fehlt die Einwilligung",
        en="Consent is missing for a talk about the case",
    ),
    message=Say(
        de="Zahl der Beiträge, bei denen jemand angesprochen oder beteiligt war, ohne dass für den Tag "
        "eine Einwilligung eingetragen ist oder ein Grund, warum keine nötig war: {n} von {of}.",
        en="Number of contributions in which somebody was addressed or involved, though for that day "
        "neither consent nor a reason why none was needed is entered: {n} of {of}.",
    ),
    reason=Say(
        de="Der junge Mensch bestimmt, wer von seiner Lage erfährt. Das Sozialgeheimnis erlaubt ein Gespräch "
        "über den Fall nur, wenn er vorher eingewilligt hat oder ein Grund es ohne Einwilligung zulässt. "
        "Eine widerrufene Einwilligung gilt vom Tag des Widerrufs an nicht mehr.",
        en="The young person decides who learns of their situation. Social secrecy allows a talk about the "
        "case only if they have agreed before, or if there is a reason why no consent is needed. A "
        "consent that was withdrawn no longer counts from the day of the withdrawal on.",
    ),
    remedy=Say(
        de="Die Einwilligung unter „consents“ mit dem Tag nachtragen, an dem sie erteilt wurde, oder "
        "„not-needed“ (nicht erforderlich) mit dem Grund unter „because“. Gab es beides nicht, den "
        "Vorgang mit der Leitung und dem Datenschutz klären und es dem jungen Menschen sagen.",
        en='Add the consent under "consents" with the day it was given, or "not-needed" with the reason '
        'under "because". If there was neither, settle the matter with the head of the service and the '
        "data protection officer, and tell the young person.",
    ),
)
def addressed_without_consent(plan: CasePlan, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find contributions with a stage, until the day, that consent does not cover.

    What young people do themselves needs no consent; there only "addressed" tells that the service spoke.
    A refusal or a silence after the withdrawal is the contributor's own and is no fault.
    """
    every = tuple(contributions(plan))
    places = [
        f"{place}.stages[{number}].stage"
        for place, step, contribution in every
        if (number := _uncovered(step, contribution, ctx.on))
    ]
    if places:
        yield ctx.found(plan, places[0], n=len(places), of=len(every))


def _uncovered(step: PlanStep, contribution: PartnerContribution, on: date) -> int:
    """Give the number of the first stage that consent does not cover; 0 for none."""
    for number, reached in enumerate(contribution.stages, start=1):
        day, stage = reached.day, reached.stage
        if day > on or (step.by_the_young_person and stage is not ContributionStage.ADDRESSED):
            continue
        if stage in ASKED and not may_be_addressed(contribution, day):
            return number
        if stage in ANSWERED and not was_agreed_to(contribution, day):
            return number
    return 0


_MISSING = Say(
    de="in denen nicht steht, bis wann sie aufbewahrt werden dürfen",
    en="that do not say until when they may be kept",
)
_PASSED = Say(de="deren Aufbewahrungsfrist abgelaufen ist", en="whose retention date has passed")


@rule(
    code="C311",
    name="retention-missing-or-passed",
    level="must",
    requirements=("R-20", "R-51"),
    looks_at=Workspace,
    title=Say(
        de="Die Aufbewahrungsfrist fehlt oder ist abgelaufen",
        en="The retention date is missing or has passed",
    ),
    message=Say(
        de="Zahl der Integrationsförderpläne, {fault}: {n} von {of}.",
        en="Number of case plans {fault}: {n} of {of}.",
    ),
    reason=Say(
        de="Angaben über junge Menschen dürfen nur so lange bleiben, wie sie gebraucht werden, auch unter "
        "einem Pseudonym. Ohne Frist denkt niemand ans Löschen, und nach der Frist gibt es keinen Grund "
        "mehr, den Plan zu behalten.",
        en="Details of young people may be kept only as long as they are needed, even under a "
        "pseudonym. Without a date nobody thinks of erasing them, and after it there is no reason left "
        "to keep the plan.",
    ),
    remedy=Say(
        de="Die Frist unter „retain_until“ nach den Regeln des Trägers eintragen. Abgelaufene Pläne löschen; "
        "bei einem Plan, der noch läuft, die Frist prüfen und neu festlegen.",
        en='Enter the date under "retain_until" by the rules of the provider. Erase plans whose date '
        "has passed; for a plan that is still current check the date and set it anew.",
    ),
)
def retention_missing_or_passed(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find plans without a retention date, and plans that are kept beyond it; the dates are never told."""
    plans = tuple(workspace.cases)
    missing = [plan for plan in plans if plan.retain_until is None]
    passed = [plan for plan in plans if plan.retain_until is not None and plan.retain_until < ctx.on]
    if missing:
        yield ctx.found_many(missing, fault=_MISSING, n=len(missing), of=len(plans))
    if passed:
        yield ctx.found_many(passed, "retain_until", fault=_PASSED, n=len(passed), of=len(plans))
