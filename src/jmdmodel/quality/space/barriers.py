"""Rules on access: services that matter without an opening status, and barriers and their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from jmdmodel.entities.opening import AccessBarrier, BarrierStatus
from jmdmodel.entities.partner import Partner
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.index import Index
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.opening.facts import (
    MainstreamKinds,
    end_of,
    is_begun,
    known_since,
    measures_by_barrier,
    partner_at,
    standing,
    tackles,
    without_aim,
)
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.quality.wording import some_of
from jmdmodel.scales import Importance
from jmdmodel.vocabulary import BarrierState
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class ImportantServices(MainstreamKinds):
    """Which mainstream services are asked for, and from which importance on."""

    importance: int = number(
        4,
        help=Say(
            de="Ab welcher Stufe der Wichtigkeit ein Stand der Öffnung erwartet wird.",
            en="From which step of importance on a stage of opening is expected.",
        ),
        minimum=1,
        maximum=5,
    )


@rule(
    code="S116",
    name="service-without-opening-status",
    level="should",
    requirements=("R-09",),
    looks_at=Workspace,
    parameters=ImportantServices,
    title=Say(
        de="Für wichtige Regeldienste fehlt der Stand der Öffnung",
        en="Important services have no stage of opening",
    ),
    message=Say(
        de="Regeldienste ab Wichtigkeit {importance}, für die noch kein Stand der interkulturellen Öffnung "
        "eingeschätzt ist: {n} von {of} ({partners}).",
        en="Mainstream services of importance {importance} or more for which no stage of intercultural "
        "opening is assessed yet: {n} of {of} ({partners}).",
    ),
    reason=Say(
        de="Der Dienst setzt sich aktiv dafür ein, dass sich die Einrichtungen öffnen, auf die junge "
        "Menschen angewiesen sind. Am meisten bewegt das bei Jobcentern, Arbeitsagenturen, Schulen, Ämtern "
        "und Gesundheitsdiensten. Wo er ansetzen soll, zeigt erst eine Einschätzung.",
        en="The service works actively for the opening of the institutions that young people depend on. "
        "Opening matters most at job centres, employment agencies, schools, public offices and health "
        "services. Only an assessment shows where to begin.",
    ),
    remedy=Say(
        de="Im Team einschätzen, wo die Einrichtung steht, und unter „openings“ mit Datum („stages“) "
        "eintragen; auch „unknown“ (unbekannt) und „not-needed“ (nicht nötig) sind eine Antwort.",
        en='Assess in the team where the institution stands, and enter it with the date ("stages") '
        'under "openings"; "unknown" and "not-needed" are answers too.',
    ),
)
def service_without_opening_status(
    workspace: Workspace, ctx: Context[ImportantServices]
) -> Iterator[Finding]:
    """Find important mainstream services for which no stage was ever judged, nor for what they belong to."""
    if not ctx.index.existed_in(ctx.on.year):
        return
    judged = {
        process.partner
        for process in workspace.openings
        if any(step.day <= ctx.on for step in process.stages)
    }
    asked = [
        partner
        for partner in ctx.index.partners
        if partner.kind.code in ctx.parameters.mainstream
        # A collective partner stands for many; each of them would have a stage of its own.
        and not partner.collective
        and (weight := _importance(partner, ctx.index)) is not None
        and weight.step >= ctx.parameters.importance
    ]
    without = [partner for partner in asked if not judged & _with_upper(partner, workspace)]
    if without:
        yield ctx.found_many(
            without,
            importance=ctx.parameters.importance,
            n=len(without),
            of=len(asked),
            partners=some_of([partner.name for partner in without]),
        )


def _importance(partner: Partner, index: Index) -> Importance | None:
    """Give the importance that the latest ratings give, else the relevance to the target group."""
    contacts = index.contacts_by_partner.get(partner.id, ())
    ratings = (index.latest_ratings.get(contact.id) for contact in contacts)
    rated = [rating.importance for rating in ratings if rating is not None and rating.importance is not None]
    return max(rated, default=partner.relevance)


def _with_upper(partner: Partner, workspace: Workspace) -> set[str]:
    """Give the identifiers of a partner and of all it is a part of; a department shares the process."""
    found: set[str] = set()
    upper: Partner | None = partner
    while upper is not None and upper.id not in found:
        found.add(upper.id)
        upper = workspace.partners.get(upper.part_of)
    return found


@attrs.frozen(kw_only=True)
class TimeToBegin:
    """How long a barrier may be known before somebody begins to work on it."""

    months: int = number(
        3,
        help=Say(
            de="Nach wie vielen Monaten an einer bekannten Barriere gearbeitet werden soll.",
            en="After how many months somebody is to work on a barrier that is known.",
        ),
        minimum=0,
        maximum=60,
    )


@rule(
    code="S117",
    name="barrier-nobody-works-on",
    level="should",
    requirements=("R-10",),
    looks_at=Workspace,
    parameters=TimeToBegin,
    title=Say(
        de="An Zugangsbarrieren wird noch nicht gearbeitet", en="Access barriers are not being worked on yet"
    ),
    message=Say(
        de="Zugangsbarrieren, die weder angesprochen noch Ziel einer Maßnahme sind (Frist in Monaten: "
        "{months}): {n} von {of} ({barriers}).",
        en="Access barriers that are neither addressed nor aimed at by a measure (limit in months: "
        "{months}): {n} of {of} ({barriers}).",
    ),
    reason=Say(
        de="Barrieren abzubauen ist das erste Ziel der interkulturellen Öffnung: Junge Menschen sollen eine "
        "Einrichtung selbstständig nutzen können und dort ohne Diskriminierung beraten werden. Eine "
        "Barriere, die nur festgestellt ist, steht ihnen weiter im Weg.",
        en="Taking down barriers is the first aim of intercultural opening: young people are to use an "
        "institution on their own and to get advice there free of discrimination. A barrier that has "
        "only been found still stands in their way.",
    ),
    remedy=Say(
        de="Die Barriere ansprechen und das unter „statuses“ eintragen oder eine Maßnahme planen, die "
        "sie unter „barriers“ nennt. Kann der Dienst nichts tun, den Stand „beyond-reach“ (für uns nicht "
        "erreichbar) eintragen.",
        en='Address the barrier and enter that under "statuses", or plan a measure that names it under '
        '"barriers". If the service can do nothing, enter the state "beyond-reach".',
    ),
)
def barrier_nobody_works_on(workspace: Workspace, ctx: Context[TimeToBegin]) -> Iterator[Finding]:
    """Find standing barriers that were only found, or that came back, and that no measure names.

    A measure at the same partner that names no barrier at all may be meant for it; O402 tells that one.
    """
    months = ctx.parameters.months
    tackling = measures_by_barrier(workspace)
    doubtful = _last_without_aim(ctx.index)
    there = [change.barrier for change in standing(ctx.index)]
    idle = []
    for barrier in there:
        since = known_since(barrier, ctx.on)
        is_new = since is not None and add_months(since, months) >= ctx.on
        if is_new or is_begun(barrier, ctx.on):
            continue
        if any(tackles(measure, barrier, ctx.on) for measure in tackling.get(barrier.id, ())):
            continue
        meant = doubtful.get(partner_at(workspace, barrier) or "")
        if meant is None or meant < (since or date.min):
            idle.append(barrier)
    if idle:
        yield ctx.found_many(
            idle,
            "statuses",
            months=months,
            n=len(idle),
            of=len(there),
            barriers=some_of([barrier.title for barrier in idle]),
        )


def _last_without_aim(index: Index) -> Mapping[str, date]:
    """Give for each partner the last day of a measure that should name a barrier and names none."""
    last: dict[str, date] = {}
    for measure in without_aim(index):
        end = end_of(measure) or date.max
        for partner in measure.partners:
            last[partner] = max(end, last.get(partner, end))
    return last


@rule(
    code="S118",
    name="barrier-removed-without-evidence",
    level="should",
    requirements=("R-10",),
    looks_at=Workspace,
    title=Say(de="Abgebaute Barrieren sind nicht belegt", en="Removed barriers have no evidence"),
    message=Say(
        de="Zugangsbarrieren, die als abgebaut eingetragen sind, aber ohne Beleg: {n} von {of} ({barriers}).",
        en="Access barriers that are entered as removed, but without evidence: {n} of {of} ({barriers}).",
    ),
    reason=Say(
        de="Ob eine Barriere wirklich weg ist, zeigt sich erst, wenn junge Menschen die Einrichtung ohne "
        "Hilfe und ohne Diskriminierung nutzen. Der Bericht soll sagen können, woran der Dienst das erkennt.",
        en="Whether a barrier is really gone shows only when young people use the institution without "
        "help and without discrimination. The report should be able to say what shows that to the "
        "service.",
    ),
    remedy=Say(
        de="Unter „statuses“ beim Stand „removed“ (abgebaut) unter „evidence“ einen Beleg eintragen, "
        "zum Beispiel einen eigenen Versuch oder Aussagen junger Menschen. Besteht die Barriere weiter, "
        "den Stand berichtigen.",
        en='Enter evidence under "statuses" at the state "removed" ("evidence"), for instance a try of '
        "your own or what young people said. If the barrier still stands, correct the state.",
    ),
)
def barrier_removed_without_evidence(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find barriers that are removed on the day by statements of which none has evidence."""
    del workspace
    removed = [
        change.barrier for change in ctx.index.opening.barriers if change.after is BarrierState.REMOVED
    ]
    without = [
        barrier for barrier in removed if not any(said.evidence for said in _last_removal(barrier, ctx))
    ]
    if without:
        yield ctx.found_many(
            without,
            "statuses",
            n=len(without),
            of=len(removed),
            barriers=some_of([barrier.title for barrier in without]),
        )


def _last_removal(barrier: AccessBarrier, ctx: Context[NoParameters]) -> list[BarrierStatus]:
    """Give the statements of the day that say "removed", back to the last one that said otherwise."""
    said = sorted((one for one in barrier.statuses if one.day <= ctx.on), key=lambda one: one.day)
    last: list[BarrierStatus] = []
    while said and said[-1].state is BarrierState.REMOVED:
        last.append(said.pop())
    return last
