"""Who answers for a thing of the workspace: the function in the team or the body that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from jmdmodel.borders import need_day
from jmdmodel.entities.agreement import Agreement, NetworkGoal, Responsibility
from jmdmodel.entities.network import Network
from jmdmodel.ids import Ref
from jmdmodel.vocabulary import GoalStatus, MemberRole
from jmdmodel.workspace import Workspace

__all__ = ["answering"]

_PART = re.compile(r"(goals|agreements|responsibilities)\[(\d+)\]")
_SETTLED_TOGETHER = frozenset({"goals", "agreements", "responsibilities", "reviews"})
"""What the members of a network settle with each other, so that the one who leads it can be asked."""

_OVER = frozenset({GoalStatus.REACHED, GoalStatus.DROPPED})


def answering(workspace: Workspace, subject: Ref, field: str = "", *, on: date) -> tuple[Ref, ...]:
    """Give who answers for a thing, or for a field of it, on a day, as far as the workspace names anybody.

    The nearest statement counts: who is entered for this goal, agreement or task; else the functions that
    answer for something else that still runs in the network or contact; else the function that made the
    latest judgement of it, or else the network map of its year; else, for what the members of a network
    settle together, the partner that leads it. Of a partner, whoever answers for the contact to it is asked;
    of a waiver, a resource and a barrier, what they are about. A function or partner that is no longer there
    on the day answers for nothing.

    Serves R-29. German: zuständig.

    Args:
        workspace: The workspace, or a view of it.
        subject: What is asked about; a whole collection has no identifier.
        field: Field of the subject as findings name it, ``goals[2]``; the first of a list is 1.
        on: The day.

    Returns:
        References to ``staff`` or to ``partners``, sorted, no mixture of both; empty where nobody is named.

    Example:
        >>> from jmdmodel.entities import CasePlan, Service, StaffRole
        >>> staff = StaffRole(id="beratung", function="Beratung")
        >>> mine = Workspace(service=Service(name="JMD", provider="Träger"))
        >>> mine = mine.with_entities(staff, CasePlan(id="k7", staff="beratung"))
        >>> [str(one) for one in answering(mine, Ref("cases", "k7"), on=date(2025, 1, 1))]
        ['staff/beratung']
    """
    need_day(on, "on")
    found = _named(workspace, subject, field, on)
    return next((present for refs in found if (present := _present(workspace, refs, on))), ())


def _named(workspace: Workspace, subject: Ref, field: str, on: date) -> Iterator[Iterable[Ref]]:
    """Yield groups of those who are named, the nearest statement first."""
    if subject.collection == "maps" and not subject.id:
        yield from _of_maps(workspace, on)
    asked = _ASKED.get(subject.collection)
    thing = workspace.resolve(subject) if subject.id and asked is not None else None
    if asked is not None and thing is not None:
        yield from asked(workspace, thing, field, on)


def _present(workspace: Workspace, refs: Iterable[Ref], on: date) -> tuple[Ref, ...]:
    found = {ref for ref in refs if (one := workspace.resolve(ref)) is not None and one.period.holds_on(on)}
    return tuple(sorted(found))


def _staff(identifiers: Iterable[str | None]) -> list[Ref]:
    return [Ref("staff", one) for one in identifiers if one is not None]


def _partners(identifiers: Iterable[str | None]) -> list[Ref]:
    return [Ref("partners", one) for one in identifiers if one is not None]


def _latest(judged: Iterable[Any], on: date, day: str = "day") -> list[Any]:
    """Give the latest of dated judgements that was made until a day, in a list; or an empty one."""
    made = [one for one in judged if getattr(one, day) <= on]
    return [max(made, key=lambda one: getattr(one, day))] if made else []


def _part(whole: Any, field: str) -> Iterator[Iterable[Ref]]:
    """Yield who is entered for one goal, agreement or task of a whole."""
    told = _PART.match(field)
    parts = getattr(whole, told[1], ()) if told else ()
    if told and 0 < int(told[2]) <= len(parts):
        part = parts[int(told[2]) - 1]
        yield _staff([part.staff])
        yield _partners(_holders(part))


def _holders(part: NetworkGoal | Agreement | Responsibility) -> Iterable[str | None]:
    if isinstance(part, Agreement):
        return [part.responsible]
    return part.partners if isinstance(part, Responsibility) else part.responsible


def _running(agreements: Iterable[Agreement], on: date) -> Iterator[Agreement]:
    for one in agreements:
        if (one.agreed_on or on) <= on <= (one.valid_until or on):
            yield one


def _of_network(workspace: Workspace, network: Network, field: str, on: date) -> Iterator[Iterable[Ref]]:
    del workspace
    yield from _part(network, field)
    tasks = [task for task in network.responsibilities if task.period.holds_on(on)]
    goals = [goal for goal in network.goals if goal.status_on(on) not in _OVER]
    running: list[Responsibility | NetworkGoal | Agreement] = [*tasks, *goals]
    yield _staff(one.staff for one in (*running, *_running(network.agreements, on)))
    yield _staff(one.assessor for one in _latest(network.assessments, on))
    if re.split(r"[.\[]", field)[0] in _SETTLED_TOGETHER:
        yield _partners(one.partner for one in network.members_on(on) if one.role is MemberRole.LEAD)


def _of_contact(workspace: Workspace, contact: Any, field: str, on: date) -> Iterator[Iterable[Ref]]:
    yield from _part(contact, field)
    yield _staff(one.staff for one in _running(contact.agreements, on))
    for rating in _latest(contact.ratings, on):
        yield _staff([rating.assessor])
        drawn = workspace.maps.get(str(rating.day.year))
        yield _staff([None if drawn is None else drawn.assessor])
    if field.startswith("ratings"):
        yield from _of_maps(workspace, on)


def _of_maps(workspace: Workspace, on: date) -> Iterator[Iterable[Ref]]:
    for latest in _latest(workspace.maps, on, "as_of"):
        yield _staff([latest.assessor])


def _of_partner(workspace: Workspace, partner: Any, field: str, on: date) -> Iterator[Iterable[Ref]]:
    del field
    contacts = [one for one in workspace.contacts if one.partner == partner.id and one.period.holds_on(on)]
    named = [ref for one in contacts for ref in answering(workspace, Ref("contacts", one.id), on=on)]
    for collection in ("staff", "partners"):
        yield [ref for ref in named if ref.collection == collection]


def _of_committee(workspace: Workspace, committee: Any, field: str, on: date) -> Iterator[Iterable[Ref]]:
    network = workspace.networks.get(committee.network)
    if network is not None:
        yield from _of_network(workspace, network, field, on)


def _of_opening(workspace: Workspace, opening: Any, field: str, on: date) -> Iterator[Iterable[Ref]]:
    del field
    yield _staff(one.assessor for one in _latest(opening.stages, on))
    yield answering(workspace, Ref("partners", opening.partner), on=on)


def _of_barrier(workspace: Workspace, barrier: Any, field: str, on: date) -> Iterator[Iterable[Ref]]:
    del field
    yield _staff(one.assessor for one in _latest(barrier.statuses, on))
    if barrier.at is not None:
        yield answering(workspace, barrier.at, on=on)


def _of_what_it_is_about(name: str) -> _Asked:
    def asked(workspace: Workspace, thing: Any, field: str, on: date) -> Iterator[Iterable[Ref]]:
        del field
        about = getattr(thing, name)
        if about is not None:
            yield answering(workspace, about, on=on)

    return asked


def _entered(name: str) -> _Asked:
    def asked(workspace: Workspace, thing: Any, field: str, on: date) -> Iterator[Iterable[Ref]]:
        del workspace, field, on
        yield _staff([getattr(thing, name)])

    return asked


_Asked = Callable[[Workspace, Any, str, date], Iterator[Iterable[Ref]]]
_ASKED: dict[str, _Asked] = {
    "staff": _entered("id"),
    "networks": _of_network,
    "contacts": _of_contact,
    "partners": _of_partner,
    "committees": _of_committee,
    "openings": _of_opening,
    "barriers": _of_barrier,
    "maps": _entered("assessor"),
    "analyses": _entered("assessor"),
    "work_splits": _entered("estimated_by"),
    "cases": _entered("staff"),
    "resources": _of_what_it_is_about("of"),
    "waivers": _of_what_it_is_about("subject"),
}
"""For each collection whose things name somebody, or lead to something that does: whom to ask."""
