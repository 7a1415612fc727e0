"""The map of one case under its pseudonym: goals, steps, who contributes, which consent (R-20, R-21).

It is for the one who is responsible for the case. Notes, names of persons and all traits of the young
person are left out, and neither the name of the file nor an error says which case it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from jmdexport.builtin import _case_texts as texts
from jmdexport.builtin._lost import with_note
from jmdexport.builtin._pictures import (
    PICTURES,
    dpi_option,
    is_drawn_with_own_fonts,
    orientation_option,
    page_option,
    picture,
)
from jmdexport.documents.escaping import shown
from jmdexport.drawing import PAGES
from jmdexport.drawing.case import draw_case
from jmdexport.drawing.case_plan import CaseMapPlan, ConsentSign, Contributor, Ending, Goal, Part, Stage, Step
from jmdexport.errors import AudienceRefused, ExportError
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest
from jmdmodel.entities.case import CasePlan, PartnerContribution, PlanGoal, PlanStep
from jmdmodel.messages import Language, Message, Say, in_date
from jmdmodel.quality.cases.plans import ANSWERED, ASKED, may_be_addressed
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import ConsentState, ContributionStage, GoalStatus
from jmdmodel.workspace import Workspace

_FAILED = frozenset({ContributionStage.DECLINED, ContributionStage.NOT_WANTED, ContributionStage.BROKEN_OFF})
_REFUSED = frozenset({ConsentState.NO, ConsentState.WITHDRAWN})
_OVER = frozenset({GoalStatus.REACHED, GoalStatus.PARTLY_REACHED})


class UnknownCase(ExportError):  # noqa: N818 - the names of this family are sentences
    """No case was named, or there is none of this pseudonym; the error names no case."""

    code = "E426"

    def __init__(self, *, asked: bool = True) -> None:
        super().__init__(asked)
        self.asked = asked

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process: the flag is a keyword."""
        return _unknown_case, (self.asked,)

    @property
    def message(self) -> Message:
        """What to do, in both languages."""
        return Message.of(texts.UNKNOWN if self.asked else texts.NOT_NAMED)


def _unknown_case(asked: bool) -> UnknownCase:  # noqa: FBT001 - called by pickle
    return UnknownCase(asked=asked)


@attrs.frozen(kw_only=True)
class CaseMapOptions:
    """Which case, page and resolution."""

    case: str = option(
        Say(
            "Pseudonym des Falls; eine Karte zeigt nur einen.", "Pseudonym of the case; a map shows only one."
        ),
        default="",
    )
    page: str = page_option()
    orientation: str = orientation_option()
    dpi: int = dpi_option()


def case_plan(
    view: Workspace,
    day: date,
    *,
    language: Language = "de",
    options: CaseMapOptions,
    title: str = "",
) -> CaseMapPlan:
    """Give what the map of a case shows on a day, ready to be drawn (R-20, R-21). German: Fallkarte.

    Raises:
        UnknownCase: No case is named, or the view has none of this pseudonym.
    """
    wanted = options.case.strip()
    case = view.cases.get(wanted) if wanted else None
    if case is None:
        raise UnknownCase(asked=bool(wanted))
    phase = case.phase_on(day)
    return CaseMapPlan(
        page=PAGES[options.page, options.orientation],
        language=language,
        title=title or Message.of(texts.TITLE, name=case.id).in_(language),
        subtitle=(_subtitle(view, day, language),),
        warning=_warning(view, case, language),
        name=case.id,
        phase=phase.label.in_(language) if phase else "",
        goals=tuple(_goal(view, goal, day, language) for goal in case.goals),
        source=_source(case, day, language),
    )


def _subtitle(view: Workspace, day: date, language: Language) -> str:
    return " · ".join(
        [shown(view.service.name), Message.of(texts.DAY, day=in_date(day, language)).in_(language)]
    )


def _warning(view: Workspace, case: CasePlan, language: Language) -> str:
    role = view.staff.get(case.staff) if case.staff else None
    if role is None:
        return texts.FOR_RESPONSIBLE.in_(language)
    return Message.of(texts.FOR, function=shown(role.function)).in_(language)


def _source(case: CasePlan, day: date, language: Language) -> str:
    said = Message.of(texts.SOURCE, day=in_date(day, language)).in_(language)
    if case.retain_until is None:
        return f"{said} {texts.NO_RETENTION.in_(language)}"
    late = case.retain_until < day
    until = Message.of(texts.LATE if late else texts.RETAIN, day=in_date(case.retain_until, language))
    return f"{said} {until.in_(language)}"


def _goal(view: Workspace, goal: PlanGoal, day: date, language: Language) -> Goal:
    status = goal.status_on(day)
    details = [_due(goal.due, language)] if goal.due else []
    if not any(step.contributions for step in goal.steps):
        reason = texts.WITHOUT_REASON if goal.without_partner_because else texts.WITHOUT
        details.append(reason.in_(language))
    return Goal(
        text=shown(goal.text),
        status=status.label.in_(language),
        details=tuple(details),
        is_reached=status in _OVER,
        steps=tuple(_step(view, step, day, language) for step in goal.steps),
    )


def _step(view: Workspace, step: PlanStep, day: date, language: Language) -> Step:
    is_done = step.done_on is not None and step.done_on <= day
    details = []
    if is_done and step.done_on is not None:
        details.append(Message.of(texts.DONE, day=in_date(step.done_on, language)).in_(language))
    elif step.due is not None:
        details.append(Message.of(texts.OPEN, day=in_date(step.due, language)).in_(language))
    else:
        details.append(texts.NOT_DONE.in_(language))
    if step.by_the_young_person:
        details.append(texts.OWN.in_(language))
    return Step(
        text=shown(step.text),
        details=tuple(details),
        is_done=is_done,
        parts=tuple(_part(view, step, part, day, language) for part in step.contributions),
    )


def _due(day: date, language: Language) -> str:
    return Message.of(texts.DUE, day=in_date(day, language)).in_(language)


def _part(view: Workspace, step: PlanStep, part: PartnerContribution, day: date, language: Language) -> Part:
    kind, label = _contributor(view, part, language)
    reached = sorted((one for one in part.stages if one.day <= day), key=lambda one: one.day)
    return Part(
        label=label,
        kind=kind,
        consent=_consent(step, part, day),
        consent_text=_consent_text(part, day, language),
        stages=tuple(
            Stage(
                label=one.stage.label.in_(language),
                day=in_date(one.day, language),
                ending=_ending(one.stage),
            )
            for one in reached
        ),
    )


def _contributor(view: Workspace, part: PartnerContribution, language: Language) -> tuple[Contributor, str]:
    """Give who contributes; of a key person the role says enough."""
    if part.partner is not None:
        partner = view.partners.get(part.partner)
        return "partner", shown(partner.name) if partner else texts.GONE.in_(language)
    if part.person is not None:
        person = view.people.get(part.person)
        return "person", shown(person.role) if person else texts.GONE.in_(language)
    return "other", shown(part.role_word or "")


def _ending(stage: ContributionStage) -> Ending:
    if stage in _FAILED:
        return "failed"
    return "done" if stage is ContributionStage.DELIVERED else "way"


def _consent(step: PlanStep, part: PartnerContribution, day: date) -> ConsentSign:
    """Tell whether the consent covers the day; it is missing where it was refused or somebody was asked.

    What a young person settles alone, and what nobody was asked for yet, leaves it open.
    """
    if may_be_addressed(part, day):
        return "covered"
    if part.consent_on(day) in _REFUSED:
        return "missing"
    reached = {one.stage for one in part.stages if one.day <= day}
    told = {ContributionStage.ADDRESSED} if step.by_the_young_person else ASKED | ANSWERED
    return "missing" if reached & told else "open"


def _consent_text(part: PartnerContribution, day: date, language: Language) -> str:
    """Give the state of the consent with its day; why none is needed stays in the plan."""
    state = part.consent_on(day)
    told = [one for one in part.consents if one.day is None or one.day <= day]
    last = max(told, key=lambda one: one.day or date.min, default=None)
    if last is not None and state is ConsentState.NOT_NEEDED and not last.because:
        return texts.NO_REASON.in_(language)
    if last is None or last.day is None:
        return Message.of(texts.CONSENT, state=state.label).in_(language)
    return Message.of(texts.CONSENT_ON, state=state.label, day=in_date(last.day, language)).in_(language)


def render(request: ExportRequest[CaseMapOptions]) -> Iterator[Artifact]:
    """Yield the map of the case as one picture; its file name does not say which case it is.

    Raises:
        AudienceRefused: The audience may not see cases.
        UnknownCase: No case is named, or there is none of this pseudonym.
        CaseDoesNotFit: The page is too small.
    """
    if request.audience < Audience.SOCIAL:
        raise AudienceRefused(CASE_MAP.name, request.audience, needed=Audience.SOCIAL)
    plan = case_plan(
        request.view, request.as_of, language=request.language, options=request.options, title=request.title
    )
    if is_drawn_with_own_fonts(request):
        steps = [step for goal in plan.goals for step in goal.steps]
        said = [plan.title, plan.warning, *plan.subtitle, *(goal.text for goal in plan.goals)]
        said += [step.text for step in steps] + [part.label for step in steps for part in step.parts]
        plan = attrs.evolve(plan, source=with_note(plan.source, said, request.language))
    yield picture(request, draw_case(plan), "case-map")


CASE_MAP = Exporter(
    name="case-map",
    title=Say("Fallkarte", "Case map"),
    media=PICTURES,
    audience=Audience.SOCIAL,
    options=CaseMapOptions,
    render=render,
)
"""The record of the exporter ``case-map``."""
