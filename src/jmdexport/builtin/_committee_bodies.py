"""What stands in the box of a committee or network: kind and level, the part of the service, sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jmdexport.builtin import _committee_texts as texts
from jmdexport.documents.escaping import shown
from jmdmodel.analysis.committees import CommitteeYear
from jmdmodel.analysis.year_network.affiliations import Affiliation, Body
from jmdmodel.ids import CommitteeId
from jmdmodel.messages import Language, Message, in_list
from jmdmodel.vocabulary import ParticipationForm, SeatHolder
from jmdmodel.workspace import Workspace


def kind_of(view: Workspace, body: Body, language: Language) -> Iterator[str]:
    """Give what a body is: network, kind of committee, level."""
    if body.network is not None and not body.committees:
        yield texts.NETWORK.in_(language)
    for label in dict.fromkeys(view.kind_label(one).in_(language) for one in body.committees):
        yield shown(label)
    levels = (one.level for one in body.committees if one.level is not None)
    yield from dict.fromkeys(level.label.in_(language) for level in levels)


def part_of(seats: Sequence[Affiliation], language: Language) -> str:
    """Give as what the service takes part; a role that nobody noted is told as open."""
    said = []
    for seat in sorted(seats, key=lambda seat: seat.role is None):
        if isinstance(seat.role, ParticipationForm):
            continue
        role = (seat.role.label if seat.role else texts.ROLE_OPEN).in_(language)
        holder = seat.held_by
        if holder is not None and holder is not SeatHolder.SERVICE:
            role = Message.of(texts.HELD, role=role, holder=holder.label).in_(language)
        said.append(role)
    forms = [seat.role.label.in_(language) for seat in seats if isinstance(seat.role, ParticipationForm)]
    roles = list(dict.fromkeys(said)) or forms
    if not roles:
        return texts.NOT_IN.in_(language)
    return Message.of(texts.PART, roles=in_list(roles, language)).in_(language)


def sessions_of(body: Body, years: Mapping[CommitteeId, CommitteeYear], language: Language) -> str:
    """Give the sessions of the year and how many the service attended; nothing for a network alone."""
    rows = [years[one.id] for one in body.committees if one.id in years]
    if not rows:
        return ""
    held = sum(row.sessions for row in rows)
    if not held:
        return texts.SESSIONS.none.in_(language)
    attended = sum(row.attended for row in rows)
    return Message.of(texts.SESSIONS.of(held), n=held, attended=attended).in_(language)
