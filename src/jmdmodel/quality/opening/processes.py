"""Rules on the partners that are to open: barriers without a measure, and processes that stand still."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from jmdmodel.entities.opening import AccessBarrier, OpeningProcess
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.index import Index
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.opening.facts import (
    MainstreamKinds,
    end_of,
    is_begun,
    is_off,
    measures_by_barrier,
    partner_at,
    standing,
    tackles,
)
from jmdmodel.quality.parameters import number
from jmdmodel.quality.wording import some_of
from jmdmodel.vocabulary import OpeningStage
from jmdmodel.workspace import Workspace

SETTLED = frozenset({None, OpeningStage.NOT_NEEDED, OpeningStage.REFUSED, OpeningStage.PAUSED})
"""Stages that are a decision, so that no change was decided; and no stage at all, which cannot change."""


@rule(
    code="O404",
    name="partner-without-measure",
    level="hint",
    requirements=("R-09", "R-10"),
    looks_at=Workspace,
    parameters=MainstreamKinds,
    presupposes=("S117",),
    title=Say(
        de="Barrieren angesprochen, aber ohne Maßnahme", en="Barriers addressed, but without a measure"
    ),
    message=Say(
        de="Regeldienste mit angesprochenen oder verringerten Zugangsbarrieren, aber ohne Maßnahme zur "
        "Öffnung: {n} ({partners}).",
        en="Mainstream services with access barriers that are addressed or reduced, but without an opening "
        "measure: {n} ({partners}).",
    ),
    reason=Say(
        de="Der Dienst unterstützt Einrichtungen bei ihrer Öffnung, zum Beispiel mit "
        "Informationsveranstaltungen, Trainings oder gemeinsamen Projekten. Bei Diensten, auf die alle "
        "angewiesen sind, kann ein solches Angebot mehr bewirken als ein einzelnes Gespräch.",
        en="The service supports institutions in opening up, for instance with information events, "
        "training or joint projects. With services that everybody depends on, such an offer can achieve "
        "more than a single talk.",
    ),
    remedy=Say(
        de="Mit dem Partner überlegen, welche Maßnahme die Barriere abbauen kann, und sie unter "
        "„measures“ planen. Liegt der Abbau nicht in der Hand des Dienstes, bei der Barriere unter "
        "„statuses“ den Stand „beyond-reach“ (für uns nicht erreichbar) eintragen.",
        en="Consider with the partner which measure can take the barrier down, and plan it under "
        '"measures". If that is not in the hands of the service, enter the state "beyond-reach" under '
        '"statuses" of the barrier.',
    ),
)
def partner_without_measure(workspace: Workspace, ctx: Context[MainstreamKinds]) -> Iterator[Finding]:
    """Find mainstream services with barriers in work that no measure names, nor the partner itself.

    A barrier with which nobody has begun is told by S117.
    """
    named = {partner for one in workspace.measures if not is_off(one) for partner in one.partners}
    tackling = measures_by_barrier(workspace)
    found: dict[str, list[AccessBarrier]] = {}
    served: set[str] = set()
    for change in standing(ctx.index):
        barrier = change.barrier
        identifier = partner_at(workspace, barrier)
        partner = workspace.partners.get(identifier)
        if partner is None or partner.kind.code not in ctx.parameters.mainstream or partner.id in named:
            continue
        if any(tackles(one, barrier, ctx.on) for one in tackling.get(barrier.id, ())):
            served.add(partner.id)
        elif is_begun(barrier, ctx.on):
            found.setdefault(partner.id, []).append(barrier)
    without = {partner: barriers for partner, barriers in found.items() if partner not in served}
    if without:
        yield ctx.found_many(
            sorted((one for barriers in without.values() for one in barriers), key=lambda one: one.id),
            n=len(without),
            partners=some_of([ctx.index.partner_name(partner) for partner in sorted(without)]),
        )


@attrs.frozen(kw_only=True)
class Standstill:
    """How long nothing may happen in a process."""

    months: int = number(
        18,
        help=Say(
            de="Nach wie vielen Monaten ohne Eintrag ein Öffnungsprozess genannt wird.",
            en="After how many months without an entry an opening process is named.",
        ),
        minimum=1,
        maximum=120,
    )


@rule(
    code="O406",
    name="opening-process-stands-still",
    level="hint",
    requirements=("R-09",),
    looks_at=Workspace,
    parameters=Standstill,
    title=Say(de="Öffnungsprozesse stehen still", en="Opening processes stand still"),
    message=Say(
        de="Öffnungsprozesse, in denen lange nichts eingetragen ist (Frist in Monaten: {months}): {n} von "
        "{of} ({partners}).",
        en="Opening processes with no entry for a long time (limit in months: {months}): {n} of {of} "
        "({partners}).",
    ),
    reason=Say(
        de="Öffnung braucht Zeit und jemanden, der nachfragt. Der Dienst setzt sich aktiv dafür ein; ein "
        "Prozess, von dem lange niemand gehört hat, droht einzuschlafen.",
        en="Opening takes time, and somebody who keeps asking. The service works for it actively; a "
        "process that nobody has heard of for a long time is about to fall asleep.",
    ),
    remedy=Say(
        de="Den Stand neu einschätzen und unter „stages“ mit Datum eintragen, auch wenn er gleich "
        "geblieben ist. Ruht der Prozess, dort „paused“ (ruht) eintragen; ist er zu Ende, ihn unter "
        "„period“ mit „until“ beenden.",
        en='Assess the stage anew and enter it with the date under "stages", even if it is the same. If '
        'the process rests, enter "paused" there; if it is over, end it with "until" under "period".',
    ),
)
def opening_process_stands_still(workspace: Workspace, ctx: Context[Standstill]) -> Iterator[Finding]:
    """Find processes whose last judgement, measure and word on a barrier lie back for months."""
    alive = {partner.id for partner in ctx.index.partners}
    running = [
        process
        for process in workspace.openings
        if process.partner in alive
        and process.period.holds_on(ctx.on)
        and process.stage_on(ctx.on) not in SETTLED
    ]
    last = _last_days(ctx.index)
    still = [
        process
        for process in running
        if add_months(_last_day(process, last, ctx.on), ctx.parameters.months) < ctx.on
    ]
    if still:
        yield ctx.found_many(
            still,
            "stages",
            months=ctx.parameters.months,
            n=len(still),
            of=len(running),
            partners=some_of([ctx.index.partner_name(process.partner) for process in still]),
        )


def _last_day(process: OpeningProcess, last: Mapping[str, date], on: date) -> date:
    """Give the last day on which something was entered for a process that has a stage."""
    days = [step.day for step in process.stages if step.day <= on]
    return max([*days, process.period.since or days[0], last.get(process.partner, days[0])])


def _last_days(index: Index) -> dict[str, date]:
    """Give the last day of each partner on which a measure ended or something was said of a barrier.

    What is planned counts with its day, so that a measure ahead keeps a process going.
    """
    last: dict[str, date] = {}
    barriers = index.workspace.barriers

    def note(partner: str | None, day: date) -> None:
        if partner is not None:
            last[partner] = max(day, last.get(partner, day))

    for barrier in barriers:
        for said in barrier.statuses:
            if said.day <= index.on:
                note(partner_at(index.workspace, barrier), said.day)
    for measure in index.workspace.measures:
        end = end_of(measure)
        if end is None or is_off(measure):
            continue
        aimed_at = (barriers.get(barrier) for barrier in measure.barriers)
        at = {partner_at(index.workspace, barrier) for barrier in aimed_at if barrier is not None}
        for partner in {*measure.partners} | at:
            note(partner, end)
    return last
