"""Rules on facts: what is dated in the future, kinds that contradict the law, things nobody refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, TypeAlias

from jmdmodel.entities.partner import Partner
from jmdmodel.fields import info_of
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Message, Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.wording import some_of
from jmdmodel.vocabulary import BarrierState, ContributionStage, LegalBasis, MeasureState, PartnerKind
from jmdmodel.workspace import ENTITY_OF, Workspace

_FUTURE = Say(de="in der Zukunft liegt (nach dem {on})", en="in the future (after {on})")
_TOO_EARLY = Say(
    de="vor {founded} liegt, dem Jahr, seit dem der Dienst besteht",
    en="before {founded}, the year the service was founded",
)


_Wrong: TypeAlias = Iterator[tuple[Any, str, date]]
"""Things with a day outside the time in which it can lie: the thing, the field, the day."""


def _activities(activities: Iterable[Any], first: date, last: date) -> _Wrong:
    for activity in activities:
        if not first <= activity.day <= last:
            yield activity, "day", activity.day


def _records(*names: str) -> Callable[[Iterable[Any], date, date], _Wrong]:
    """Give the function for things with dated records in fields, each of which states what is."""
    fields = [(name, attrgetter(name)) for name in names]

    def wrong(things: Iterable[Any], first: date, last: date) -> _Wrong:
        for thing in things:
            for name, records_of in fields:
                for place, record in enumerate(records_of(thing), start=1):
                    if not first <= record.day <= last:
                        yield thing, f"{name}[{place}].day", record.day

    return wrong


def _statuses(barriers: Iterable[Any], first: date, last: date) -> _Wrong:
    """Yield what was judged of barriers; that one was there may be known from before the service."""
    for barrier in barriers:
        for place, status in enumerate(barrier.statuses, start=1):
            early = status.day < first and status.state is BarrierState.REMOVED
            if early or status.day > last:
                yield barrier, f"statuses[{place}].day", status.day


def _deliveries(plans: Iterable[Any], first: date, last: date) -> _Wrong:
    for plan in plans:
        for g, goal in enumerate(plan.goals, start=1):
            for s, step in enumerate(goal.steps, start=1):
                for c, part in enumerate(step.contributions, start=1):
                    for place, stage in enumerate(part.stages, start=1):
                        done = stage.stage is ContributionStage.DELIVERED
                        if done and not first <= stage.day <= last:
                            where = f"goals[{g}].steps[{s}].contributions[{c}].stages[{place}].day"
                            yield plan, where, stage.day


def _sessions(committees: Iterable[Any], first: date, last: date) -> _Wrong:
    """Yield the sessions that were held; one that only has a date is planned."""
    for committee in committees:
        for place, session in enumerate(committee.sessions, start=1):
            held = session.attendance is not None or session.result is not None or session.contributions
            if held and not first <= session.day <= last:
                yield committee, f"sessions[{place}].day", session.day


def _measures(measures: Iterable[Any], first: date, last: date) -> _Wrong:
    """Yield the measures that were held; a long one may still go on, so only its first day is asked for."""
    for measure in measures:
        held = measure.state is MeasureState.HELD and measure.day is not None
        if held and not first <= measure.day <= last:
            yield measure, "day", measure.day


def _single(name: str) -> Callable[[Iterable[Any], date, date], _Wrong]:
    """Give the function for things with one day that may be missing."""
    day_of = attrgetter(name)

    def wrong(things: Iterable[Any], first: date, last: date) -> _Wrong:
        for thing in things:
            day = day_of(thing)
            if day is not None and not first <= day <= last:
                yield thing, name, day

    return wrong


FACTS: Mapping[str, Callable[[Iterable[Any], date, date], _Wrong]] = {
    "activities": _activities,
    "barriers": _statuses,
    "cases": _deliveries,
    "committees": _sessions,
    "contacts": _records("ratings"),
    "maps": _single("ties_surveyed_on"),
    "measures": _measures,
    "networks": _records("assessments", "reviews"),
    "ties": _single("brokered_on"),
}
"""Where the days of facts stand, by collection: what was done, judged or held."""


@rule(
    code="D906",
    name="impossible-date",
    level="should",
    requirements=("R-53",),
    looks_at=Workspace,
    title=Say(
        de="Etwas Geschehenes hat ein unmögliches Datum", en="Something that happened has an impossible date"
    ),
    message=Say(
        de="{what} mit einem Datum, das {when}: {n}.",
        en="Number of {what} with a date {when}: {n}.",
    ),
    reason=Say(
        de="Was geschehen ist, liegt in der Vergangenheit und in der Zeit des Dienstes. Mit einem "
        "falschen Datum zählt es im falschen Jahr.",
        en="What has happened lies in the past and in the time of the service. With a wrong date it "
        "counts in the wrong year.",
    ),
    remedy=Say(
        de="Das Datum berichtigen. Was erst geplant ist, vorerst ohne Teilnahme, Ergebnis oder "
        "Einschätzung eintragen, eine Maßnahme mit dem Stand „planned“ (geplant).",
        en="Correct the date. Enter what is only planned without attendance, result or rating for now, "
        'a measure with the state "planned".',
    ),
)
def impossible_date(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find facts after the day or before the year the service was founded; the days are never told."""
    founded = workspace.service.founded
    first = date(founded, 1, 1) if founded is not None else date.min
    ahead = Message.of(_FUTURE, on=ctx.on).as_say()
    before = Message.of(_TOO_EARLY, founded=str(founded)).as_say()
    for collection, wrong in FACTS.items():
        later: dict[Ref, str] = {}
        earlier: dict[Ref, str] = {}
        for thing, field, day in wrong(getattr(workspace, collection), first, ctx.on):
            where = later if day > ctx.on else earlier
            where.setdefault(Ref(collection, thing.id), field)
        for when, found in ((ahead, later), (before, earlier)):
            if found:
                what = info_of(ENTITY_OF[collection]).plural
                field = next(iter(found.values()))
                yield ctx.found_many(list(found), field, what=what, when=when, n=len(found))


_EXPECTED: Mapping[PartnerKind | str, LegalBasis] = {
    PartnerKind.SGB2_BODY: LegalBasis.SGB2,
    PartnerKind.SGB3_BODY: LegalBasis.SGB3,
    "youth-office": LegalBasis.SGB8,
    "immigration-office": LegalBasis.RESIDENCE_ACT,
}
"""Kinds and sub-kinds that live by one law."""


@rule(
    code="D908",
    name="kind-contradicts-law",
    level="hint",
    requirements=("R-13", "R-53"),
    looks_at=Partner,
    title=Say(
        de="Art und Rechtsgrundlage widersprechen sich", en="Kind and legal basis contradict each other"
    ),
    message=Say(
        de="„{partner}“ ist als „{kind}“ eingetragen; unter den Rechtsgrundlagen fehlt: {law}.",
        en='"{partner}" is entered as "{kind}"; missing among the legal bases: {law}.',
    ),
    reason=Say(
        de="Nach der Art richten sich Sektor und Übersichten, nach der Rechtsgrundlage die Zuständigkeit. "
        "Eines von beidem stimmt vermutlich nicht.",
        en="Sector and overviews follow the kind, responsibility follows the legal basis. One of the two "
        "is probably wrong.",
    ),
    remedy=Say(
        de="Die Art („kind“) oder die Rechtsgrundlagen („legal_bases“) berichtigen.",
        en='Correct the kind ("kind") or the legal bases ("legal_bases").',
    ),
)
def kind_contradicts_law(partner: Partner, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a partner that names its laws, but not the one that makes its kind."""
    if not partner.legal_bases:
        return
    said: dict[PartnerKind | str, Say] = {}
    said.update((kind, kind.label) for kind in partner.kinds)
    if partner.sub_kind is not None:
        said[partner.sub_kind] = ctx.workspace.kind_label(partner)
    for kind, label in said.items():
        law = _EXPECTED.get(kind)
        if law is not None and law not in partner.legal_bases:
            yield ctx.found(partner, "legal_bases", partner=partner.name, kind=label, law=law.label)
            return


@rule(
    code="D909",
    name="orphan",
    level="hint",
    requirements=("R-53",),
    looks_at=Workspace,
    presupposes=("D901",),
    title=Say(de="Einträge werden nirgends verwendet", en="Entries are used nowhere"),
    message=Say(
        de="{what} ohne jeden Bezug: {names} ({n} von {of}).",
        en="Among the {what}, nothing refers to: {names} ({n} of {of}).",
    ),
    reason=Say(
        de="Worauf sich nichts bezieht, erscheint auf keiner Karte und in keiner Übersicht. Oft fehlt "
        "nur der Kontakt, oder der Eintrag wird nicht mehr gebraucht.",
        en="What nothing refers to appears on no map and in no overview. Often only the contact is "
        "missing, or the entry is no longer needed.",
    ),
    remedy=Say(
        de="Einen Bezug eintragen, bei Partnern zum Beispiel unter „contacts“ einen Kontakt, auch mit "
        "dem Stand „none-yet“ (noch kein Kontakt). Was nicht mehr gebraucht wird, löschen.",
        en='Enter what refers to it, for partners for instance a contact under "contacts", also with '
        'the state "none-yet" (no contact yet). Delete what is no longer needed.',
    ),
)
def orphan(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find units, and partners of the day, that nothing refers to and that refer to no partner themselves."""
    alone: dict[str, list[Any]] = {
        "partners": [one for one in ctx.index.partners if one.part_of is None and not one.successor_of],
        "units": list(workspace.units),
    }
    for collection, things in alone.items():
        referenced = ctx.index.referenced.get(collection, frozenset())
        unused = [one for one in things if one.id not in referenced]
        if unused:
            yield ctx.found_many(
                unused,
                what=info_of(ENTITY_OF[collection]).plural,
                names=some_of([one.name for one in unused]),
                n=len(unused),
                of=len(things),
            )
