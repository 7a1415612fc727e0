"""Rules on who contributes to the goals of a case plan: partners within their remit, and key persons."""

from __future__ import annotations

from collections.abc import Iterator

from jmdmodel.entities.case import CasePlan, PartnerContribution
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.cases.plans import (
    agrees_goals,
    contributions,
    open_contributions,
    open_goals,
    open_steps,
)
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.vocabulary import CaseCategory, ContributionStage
from jmdmodel.workspace import Workspace

_GIVEN_UP = frozenset(
    {ContributionStage.DECLINED, ContributionStage.NOT_WANTED, ContributionStage.BROKEN_OFF}
)


@rule(
    code="C301",
    name="goal-without-contributor",
    level="hint",
    requirements=("R-20",),
    looks_at=CasePlan,
    presupposes=("C302",),
    title=Say(
        de="Zu einem Ziel gibt es Partner, beteiligt ist niemand",
        en="Partners fit a goal, but nobody is involved",
    ),
    message=Say(
        de="Zahl der Ziele ohne Beitrag und ohne Begründung, zu denen eingetragene Zuständigkeiten passen: "
        "{n} von {of}.",
        en="Number of goals without a contribution and without a reason, though remits that are entered fit "
        "them: {n} of {of}.",
    ),
    reason=Say(
        de="Zum Case Management gehört, alle Partner einzubeziehen, die im Rahmen ihrer Zuständigkeit etwas "
        "beitragen können. Hier ist mindestens eine Stelle oder Person eingetragen, die für das Thema da "
        "ist.",
        en="Case management means to involve all partners who can contribute within their remit. Here at "
        "least one institution or person is entered that is there for the topic.",
    ),
    remedy=Say(
        de="Mit dem jungen Menschen überlegen, wer in Frage kommt, und den Beitrag beim Schritt unter "
        "„contributions“ eintragen. Soll niemand dazukommen, den Grund beim Ziel unter "
        "„without_partner_because“ nennen.",
        en="Consider with the young person who could help, and enter the contribution with the step "
        'under "contributions". If nobody is to join, give the reason with the goal under '
        '"without_partner_because".',
    ),
)
def goal_without_contributor(plan: CasePlan, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find open goals of case management that nobody contributes to, though the remit of somebody fits."""
    if not _is_managed(plan, ctx):
        return
    wanted = tuple(open_goals(plan, ctx.on))
    alone = [
        place
        for place, goal in wanted
        if not goal.without_partner_because
        and not any(step.contributions for step in goal.steps)
        and ctx.index.remits.fits_somebody(plan, plan.goals.index(goal))
    ]
    if alone:
        yield ctx.found(plan, alone[0], n=len(alone), of=len(wanted))


@rule(
    code="C302",
    name="step-without-contributor",
    level="should",
    requirements=("R-20",),
    looks_at=CasePlan,
    title=Say(
        de="Bei einem Schritt steht nicht, wer ihn geht", en="A step does not say who is going to take it"
    ),
    message=Say(
        de="Zahl der offenen Schritte, zu denen niemand beiträgt und die der junge Mensch nicht allein "
        "geht: {n} von {of}.",
        en="Number of open steps that nobody contributes to and that the young person does not take alone: "
        "{n} of {of}.",
    ),
    reason=Say(
        de="Ein Schritt kommt voran, wenn feststeht, wer ihn geht. Zum Case Management gehört, dafür die "
        "Partner einzubeziehen, die zuständig sind.",
        en="A step moves on when it is settled who takes it. Case management means to involve the partners "
        "who are responsible for that.",
    ),
    remedy=Say(
        de="Beim Schritt den Partner oder die Person unter „contributions“ eintragen oder "
        "„by_the_young_person: true“ setzen. Braucht das Ziel keinen Partner, beim Ziel den Grund nennen "
        "(„without_partner_because“).",
        en='Enter the partner or person with the step under "contributions", or set '
        '"by_the_young_person: true". If the goal needs no partner, give the reason with the goal '
        '("without_partner_because").',
    ),
)
def step_without_contributor(plan: CasePlan, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find open steps of case management with nobody in them, where the goal gives no reason for that."""
    if not _is_managed(plan, ctx):
        return
    steps = [
        (place, step, goal)
        for above, goal in open_goals(plan, ctx.on)
        for place, step in open_steps(above, goal, ctx.on)
    ]
    alone = [
        place
        for place, step, goal in steps
        if not step.contributions and not step.by_the_young_person and not goal.without_partner_because
    ]
    if alone:
        yield ctx.found(plan, alone[0], n=len(alone), of=len(steps))


@rule(
    code="C304",
    name="contributor-outside-remit",
    level="hint",
    requirements=("R-20",),
    looks_at=CasePlan,
    title=Say(
        de="Die Zuständigkeit passt nicht zum Ziel", en="The remit of a contributor does not fit the goal"
    ),
    message=Say(
        de="Zahl der Beiträge, bei denen die eingetragene Zuständigkeit nicht zum Ziel passt: {n} von {of}.",
        en="Number of contributions where the remit that is entered does not fit the goal: {n} of {of}.",
    ),
    reason=Say(
        de="Partner tragen im Rahmen ihrer Zuständigkeit bei. Entweder fehlt in der Zuständigkeit etwas, "
        "dann wird der Partner auch sonst nicht gefunden, oder eine andere Stelle kann besser helfen.",
        en="Partners contribute within their remit. Either something is missing from the remit, and "
        "then the partner is not found in other cases either, or another institution can help better.",
    ),
    remedy=Say(
        de="Thema, Alter und Zeitraum der Zuständigkeit mit dem Ziel vergleichen und beim Partner unter "
        "„remits“ ergänzen, was fehlt, oder eine andere Stelle suchen.",
        en="Compare topic, ages and period of the remit with the goal and add what is missing under "
        '"remits" of the partner, or look for another institution.',
    ),
)
def contributor_outside_remit(plan: CasePlan, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find contributions to open steps whose partner or key person is there for something else.

    Nothing entered is nothing to compare, and somebody told by a role alone has no remit.
    """
    if not agrees_goals(plan, ctx.on):
        return
    known = [
        (place, who, goal)
        for place, goal, _, contribution in open_contributions(plan, ctx.on)
        if (who := _who(contribution)) is not None and contribution.stage_on(ctx.on) not in _GIVEN_UP
    ]
    remits = ctx.index.remits
    outside = [place for place, who, goal in known if remits.is_outside(plan, plan.goals.index(goal), who)]
    if outside:
        yield ctx.found(plan, outside[0], n=len(outside), of=len(known))


def _who(contribution: PartnerContribution) -> Ref | None:
    if contribution.partner is not None:
        return Ref("partners", contribution.partner)
    return Ref("people", contribution.person) if contribution.person is not None else None


@rule(
    code="C306",
    name="no-key-person",
    level="should",
    requirements=("R-21",),
    looks_at=Workspace,
    title=Say(
        de="In Integrationsförderplänen fehlen Schlüsselpersonen",
        en="Case plans do not mention any key person",
    ),
    message=Say(
        de="Zahl der laufenden Integrationsförderpläne, in denen nur Stellen und keine "
        "Schlüsselpersonen eingetragen sind: {n} von {of}.",
        en="Number of current case plans in which only institutions and no key persons are entered: {n} "
        "of {of}.",
    ),
    reason=Say(
        de="Zum Integrationsförderplan werden neben Einrichtungen auch Schlüsselpersonen gesucht: eine "
        "Lehrkraft, ein Trainer, eine Nachbarin. Oft öffnet gerade eine Person, der jemand vertraut, die "
        "Tür.",
        en="Besides institutions, key persons are looked for in a case plan: a teacher, a trainer, a "
        "neighbour. It is often a trusted person who opens the door.",
    ),
    remedy=Say(
        de="Mit dem jungen Menschen überlegen, wer ihm nahesteht oder weiterhelfen kann, und die Person beim "
        "Schritt unter „person“ oder nur mit ihrer Rolle unter „role_word“ eintragen, auch wenn sie am Ende "
        "nicht gewünscht ist.",
        en="Consider with the young person who is close to them or can help, and enter that person with "
        'the step under "person", or by the role alone under "role_word", even if in the end they are '
        "not wanted.",
    ),
)
def no_key_person(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find plans of case management with contributions of institutions and of no person.

    A plan without any contribution is left to the rules on goals and steps.
    """
    asked, alone = [], []
    for plan in workspace.cases:
        if not _is_managed(plan, ctx):
            continue
        parts = [contribution for _, _, contribution in contributions(plan)]
        if parts and any(not goal.without_partner_because for _, goal in open_goals(plan, ctx.on)):
            asked.append(plan)
            if all(part.partner is not None for part in parts):
                alone.append(plan)
    if alone:
        yield ctx.found_many(alone, n=len(alone), of=len(asked))


def _is_managed(plan: CasePlan, ctx: Context[NoParameters]) -> bool:
    """Tell whether partners are to be activated for a plan: in case management, once goals are agreed."""
    return plan.category is CaseCategory.CASE_MANAGEMENT and agrees_goals(plan, ctx.on)
