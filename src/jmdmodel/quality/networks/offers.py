"""Rules on the range of offers: gaps raised and closed, needs met, concepts written with the service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import attrs

from jmdmodel.analysis.reach import Reach, Territory
from jmdmodel.entities.gap import IntegrationConcept
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.quality.wording import some_of
from jmdmodel.vocabulary import ConceptStage, GapStatus
from jmdmodel.workspace import Workspace

_WRITTEN = frozenset(
    {ConceptStage.DRAFTED, ConceptStage.ADOPTED, ConceptStage.IN_FORCE, ConceptStage.UPDATED}
)
"""The stages in which somebody writes a concept or it is written."""

_BEING_WRITTEN = frozenset({ConceptStage.DRAFTED, ConceptStage.UPDATED})


@attrs.frozen(kw_only=True)
class TimeToRaise:
    """How long a gap may be known before it should have been raised."""

    days: int = number(
        90,
        help=Say(
            de="Nach wie vielen Tagen eine festgestellte Lücke angesprochen sein soll; viele Runden "
            "kommen nur einmal im Quartal zusammen.",
            en="After how many days a gap that was found should have been raised; many bodies meet only once "
            "in a quarter.",
        ),
        minimum=0,
        maximum=1000,
    )


@rule(
    code="N208",
    name="gap-not-raised",
    level="should",
    requirements=("R-16",),
    looks_at=Workspace,
    parameters=TimeToRaise,
    title=Say(
        de="Eine Lücke im Angebot ist nirgends angesprochen", en="A gap in the offers has been raised nowhere"
    ),
    message=Say(
        de="Offene Lücken, die noch in keiner Runde angesprochen sind: {n} von {of} ({gaps}).",
        en="Open gaps that have not been raised in any body yet: {n} of {of} ({gaps}).",
    ),
    reason=Say(
        de="Der Dienst stellt Lücken im Angebot fest und hilft mit, dass fehlende Angebote abgestimmt "
        "entstehen. Solange eine Lücke nur in den eigenen Unterlagen steht, kann niemand sie schließen.",
        en="The service finds gaps in the offers and helps new offers to come about in a coordinated "
        "way. As long as a gap stands only in the service's own files, nobody can close it.",
    ),
    remedy=Say(
        de="Die Lücke in einem Gremium oder Netzwerk ansprechen und unter „raised“ Tag und Runde eintragen. "
        "Ist sie erledigt, das unter „progress“ festhalten.",
        en='Raise the gap in a committee or network and enter day ("day") and body ("body") under '
        '"raised". If it is settled, note that under "progress".',
    ),
)
def gap_not_raised(workspace: Workspace, ctx: Context[TimeToRaise]) -> Iterator[Finding]:
    """Find open gaps that have been known for a while and raised nowhere; one in coordination was raised."""
    del workspace
    known = [one for one in ctx.index.needs_and_offers.gaps if one.is_standing]
    waited = ctx.on - timedelta(ctx.parameters.days)
    silent = [
        one.gap
        for one in known
        if one.status is GapStatus.OPEN and not one.raised and one.gap.found_on <= waited
    ]
    if silent:
        titles = some_of([gap.title for gap in silent])
        yield ctx.found_many(silent, "raised", gaps=titles, n=len(silent), of=len(known))


@rule(
    code="N209",
    name="gap-overdue",
    level="should",
    requirements=("R-16",),
    looks_at=Workspace,
    title=Say(
        de="Eine Lücke im Angebot ist nach ihrem Datum noch offen",
        en="A gap in the offers is still open after its date",
    ),
    message=Say(
        de="Lücken, die noch offen sind, obwohl das gesetzte Datum vorbei ist: {n} ({gaps}).",
        en="Gaps that are still open although the date that was set is over: {n} ({gaps}).",
    ),
    reason=Say(
        de="Das Datum hat jemand gesetzt, damit die Sache nicht liegen bleibt. Ist es vorbei, braucht es ein "
        "neues Gespräch darüber, wer das fehlende Angebot schafft, oder ein neues Datum.",
        en="Somebody set the date so that the matter is not forgotten. Once it is over, it takes "
        "another talk on who provides the missing offer, or a new date.",
    ),
    remedy=Say(
        de="Unter „progress“ eintragen, was aus der Lücke geworden ist, oder unter „due“ ein neues Datum "
        "vereinbaren.",
        en='Enter under "progress" what became of the gap, or agree on a new date under "due".',
    ),
)
def gap_overdue(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find gaps that stand open, in part at least, after the day by which they were to be closed."""
    del workspace
    late = [
        one.gap
        for one in ctx.index.needs_and_offers.gaps
        if one.is_standing and one.gap.due is not None and one.gap.due < ctx.on
    ]
    if late:
        yield ctx.found_many(late, "due", gaps=some_of([gap.title for gap in late]), n=len(late))


@rule(
    code="N211",
    name="need-without-offer",
    level="should",
    requirements=("R-04", "R-16"),
    looks_at=Workspace,
    title=Say(
        de="Zu einem Bedarf gibt es weder Angebot noch Lücke", en="A need has neither an offer nor a gap"
    ),
    message=Say(
        de="Bedarfe, die weder bei einem Angebot noch bei einer Lücke genannt sind: {n} von {of} ({needs}).",
        en="Needs that are named neither with an offer nor with a gap: {n} of {of} ({needs}).",
    ),
    reason=Say(
        de="Wenn junge Menschen etwas brauchen und niemand es anbietet, ist das eine Lücke. Sie zu benennen "
        "ist der erste Schritt dahin, dass ein Angebot entsteht.",
        en="If young people need something and nobody offers it, that is a gap. To name it is the first step "
        "towards an offer.",
    ),
    remedy=Say(
        de="Beim passenden Angebot den Bedarf unter „needs“ nennen. Gibt es keines, unter „gaps“ eine Lücke "
        "eintragen, die den Bedarf nennt.",
        en='Name the need under "needs" at the offer that fits. If there is none, enter a gap under "gaps" '
        "that names the need.",
    ),
)
def need_without_offer(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find established needs of the day that no offer and no gap names, whatever became of the gap."""
    del workspace
    needs = ctx.index.needs_and_offers
    open_ones = [row.need for row in needs.uncovered if not row.is_gap_known]
    if open_ones:
        titles = some_of([need.title for need in open_ones])
        yield ctx.found_many(open_ones, needs=titles, n=len(open_ones), of=len(needs.needs))


@rule(
    code="N212",
    name="concept-without-us",
    level="should",
    requirements=("R-17",),
    looks_at=Workspace,
    title=Say(
        de="Ein Integrationskonzept ist ohne den Dienst entstanden",
        en="An integration concept was drafted without the service",
    ),
    message=Say(
        de="Integrationskonzepte, die ohne Mitarbeit des Dienstes entstanden sind: {concepts}.",
        en="Integration concepts that were drafted without the service: {concepts}.",
    ),
    reason=Say(
        de="Der Dienst arbeitet an den Integrationskonzepten der Kommunen und des Landes mit, weil dort "
        "für Jahre festgelegt wird, was junge Menschen mit Migrationshintergrund vor Ort vorfinden.",
        en="The service takes part in the integration concepts of the municipalities and of the Land, "
        "because they settle for years what young people with a migration background find locally.",
    ),
    remedy=Say(
        de="Anfragen, wann das Konzept fortgeschrieben wird, und dafür Mitarbeit anbieten. Hat der "
        "Dienst doch mitgearbeitet, „with_us: true“ setzen und unter „part“ eintragen, womit.",
        en="Ask when the concept will be updated, and offer to take part. If the service did take part, "
        'set "with_us: true" and enter its part under "part".',
    ),
)
def concept_without_us(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find concepts for the social space that are written, or being written, without the service."""
    territory = Territory(workspace)
    without = [
        concept
        for concept in workspace.concepts
        if concept.with_us is False
        and concept.period.holds_on(ctx.on)
        and concept.stage_on(ctx.on) in {None, *_WRITTEN}
        and _could_take_part(concept, ctx)
        and territory.reach((concept.unit,) if concept.unit else (), ()) is not Reach.ELSEWHERE
    ]
    if without:
        yield ctx.found_many(without, "with_us", concepts=some_of([one.name for one in without]))


def _could_take_part(concept: IntegrationConcept, ctx: Context[NoParameters]) -> bool:
    """Tell whether the service was there when the concept was last worked on; nobody owes more."""
    founded = ctx.workspace.service.founded
    said = sorted((step for step in concept.stages if step.day <= ctx.on), key=lambda step: step.day)
    written = [step.day.year for step in said if step.stage in _BEING_WRITTEN]
    years = written or [step.day.year for step in said if step.stage in _WRITTEN]
    began = concept.period.since.year if concept.period.since is not None else None
    year = max(written) if written else min(years, default=began)
    return founded is None or year is None or founded <= year
