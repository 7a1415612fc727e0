"""Relations, bodies and tasks that hang on one person or function, as far as the entries tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.analysis.counting import at_end, quoted
from jmdmodel.analysis.weak_spots import weak_texts as texts
from jmdmodel.analysis.weak_spots.relations import Weighed, of_partner
from jmdmodel.analysis.weak_spots.weakness import WeakReason, WeakSpot
from jmdmodel.entities.agreement import Responsibility
from jmdmodel.entities.committee import Committee
from jmdmodel.entities.network import Network
from jmdmodel.entities.partner import KeyPerson
from jmdmodel.entities.resource import ContactPerson
from jmdmodel.ids import Ref, StaffId
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import Attendance, GoalStatus, ParticipationForm, SeatRole
from jmdmodel.workspace import Workspace

_PASSIVE = {ParticipationForm.OBSERVING, ParticipationForm.INFORMED, ParticipationForm.LEFT}
_CLOSED = {GoalStatus.REACHED, GoalStatus.DROPPED}
_HELD_BY = Say("gehalten von: {holder}", "held by: {holder}")


def people_of(workspace: Workspace, day: date) -> dict[str, tuple[ContactPerson | KeyPerson, ...]]:
    """Give the contact persons and key persons of each partner on a day, contact persons first."""
    found: dict[str, tuple[ContactPerson | KeyPerson, ...]] = {}
    for person in (*workspace.contact_persons, *workspace.people):
        if person.partner is not None and person.period.holds_on(day):
            found[person.partner] = (*found.get(person.partner, ()), person)
    return found


def one_person(one: Weighed, person: ContactPerson | KeyPerson) -> WeakSpot:
    """Say that a single person leads to a partner; persons are told by function or role, never by name."""
    contact = isinstance(person, ContactPerson)
    reason = WeakReason.ONE_CONTACT_PERSON if contact else WeakReason.ONE_KEY_PERSON
    role = person.function if isinstance(person, ContactPerson) else person.role
    say = texts.ONE_CONTACT_PERSON if contact else texts.ONE_KEY_PERSON
    return of_partner(one, reason, Message.of(say, partner=one.partner.name, person=at_end(role)))


def in_networks(workspace: Workspace, day: date) -> Iterator[WeakSpot]:
    """Find networks where all that the service took on lies with one function, and tasks without a deputy."""
    team = sum(role.period.holds_on(day) for role in workspace.staff)
    for network in workspace.networks:
        if not network.period.holds_on(day):
            continue
        functions = _functions(network, day)
        form = network.participation_in(day.year)
        if team > 1 and len(functions) == 1 and (form is None or form.form not in _PASSIVE):
            (function,) = functions
            yield WeakSpot(
                reason=WeakReason.ONE_FUNCTION,
                about=Ref("networks", network.id),
                name=network.name,
                why=Message.of(
                    texts.ONE_FUNCTION,
                    network=network.name,
                    function=at_end(function_of(workspace, function)),
                ),
            )
        for task in network.responsibilities:
            if task.period.holds_on(day) and _is_alone(task):
                yield _without_deputy(workspace, network, task)


def _functions(network: Network, day: date) -> set[StaffId]:
    """Give the functions that answer for tasks, open goals and valid agreements of a network on a day."""
    tasks = [task.staff for task in network.responsibilities if task.period.holds_on(day)]
    goals = [
        goal.staff
        for goal in network.goals
        if (goal.agreed_on is None or goal.agreed_on <= day) and goal.status_on(day) not in _CLOSED
    ]
    agreements = [
        agreement.staff
        for agreement in network.agreements
        if (agreement.agreed_on is None or agreement.agreed_on <= day)
        and (agreement.valid_until is None or day <= agreement.valid_until)
    ]
    return {staff for staff in (*tasks, *goals, *agreements) if staff is not None}


def _is_alone(task: Responsibility) -> bool:
    """Tell whether one partner alone holds a task; a deputy within the team has no place in the model."""
    return task.staff is None and len(set(task.partners)) == 1 and task.deputy is None


def _without_deputy(workspace: Workspace, network: Network, task: Responsibility) -> WeakSpot:
    partner = task.partners[0]
    known = workspace.partners.get(partner)
    return WeakSpot(
        reason=WeakReason.NO_DEPUTY,
        about=Ref("networks", network.id),
        partner=partner,
        name=network.name,
        why=Message.of(
            texts.NO_DEPUTY,
            network=network.name,
            task=task.task,
            holder=quoted(known.name if known is not None else partner),
        ),
    )


def in_committees(workspace: Workspace, year: int, day: date) -> Iterator[WeakSpot]:
    """Find committees with a single seat on a day and nobody who stood in in the year until then."""
    for committee in workspace.committees:
        seats = [seat for seat in committee.roles if seat.period.holds_on(day)]
        if len(seats) != 1 or not committee.period.holds_on(day) or _stood_in(committee, year, day):
            continue
        (seat,) = seats
        role = seat.role.label if seat.role is not None else None
        held = Message.of(_HELD_BY, holder=seat.held_by.label).as_say()
        yield WeakSpot(
            reason=WeakReason.ONE_SEAT,
            about=Ref("committees", committee.id),
            name=committee.name,
            why=Message.of(
                texts.ONE_SEAT,
                committee=committee.name,
                holder=held if role is None else Say(f"{role.de}, {held.de}", f"{role.en}, {held.en}"),
            ),
        )


def _stood_in(committee: Committee, year: int, day: date) -> bool:
    """Tell whether a deputy was at a session, or the one seat is that of a deputy of somebody else's."""
    attended = any(
        session.attendance is Attendance.DEPUTY and session.day <= day
        for session in committee.sessions_in(year)
    )
    return attended or any(
        seat.role is SeatRole.DEPUTY and seat.period.holds_on(day) for seat in committee.roles
    )


def one_assessor(workspace: Workspace, year: int, day: date, rated: list[Weighed]) -> WeakSpot | None:
    """Say that all important partners were rated by one function, where the team has several.

    A rating that names no assessor is that of the map as a whole. Nothing is said where fewer than two
    were rated or it is not entered who did it.
    """
    whole = workspace.map_of(year).assessor
    assessors = [one.rated.rating.assessor or whole for one in rated if one.rated and one.rated.rating]
    team = sum(role.period.holds_on(day) for role in workspace.staff)
    if team < 2 or len(assessors) < 2 or len(set(assessors)) != 1 or assessors[0] is None:
        return None
    return WeakSpot(
        reason=WeakReason.ONE_ASSESSOR,
        about=Ref("maps", str(year)),
        name=str(year),
        why=Message.of(texts.ONE_ASSESSOR, function=at_end(function_of(workspace, assessors[0]))),
    )


def function_of(workspace: Workspace, staff: StaffId | None) -> str:
    """Give what a function of the team is called; its identifier where nothing more is known."""
    known = workspace.staff.get(staff)
    return known.function if known is not None else staff or "–"
