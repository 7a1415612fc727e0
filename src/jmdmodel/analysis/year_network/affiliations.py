"""Who sits in which network or committee on a day, and who meets whom there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import TypeAlias

import attrs

from jmdmodel.analysis.tables import Column, Shown, Table, id_cell, id_column
from jmdmodel.entities.committee import Committee
from jmdmodel.entities.network import Network
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.period import Period, year_period
from jmdmodel.vocabulary import MemberRole, ParticipationForm, SeatHolder, SeatRole
from jmdmodel.workspace import Workspace

SERVICE = Ref("service")
"""The service among those who sit in networks and committees."""

Role: TypeAlias = MemberRole | SeatRole | ParticipationForm
"""What somebody is in a body; of the service in a network: the form in which it takes part."""


@attrs.frozen(kw_only=True)
class Body:
    """A network, a committee, or one that is both: then it is one body, not two (R-12, R-14).

    German: Netzwerk oder Gremium.

    Attributes:
        network: The network; ``None`` for a committee alone.
        committees: The committee, or those that point to the network as being theirs.
    """

    network: Network | None = None
    committees: tuple[Committee, ...] = ()

    @property
    def ref(self) -> Ref:
        """The network where it is one, otherwise the committee."""
        if self.network is not None:
            return Ref("networks", self.network.id)
        return Ref("committees", self.committees[0].id)

    @property
    def name(self) -> str:
        """Its name; that of the network where it is both."""
        return self.committees[0].name if self.network is None else self.network.name


@attrs.frozen(kw_only=True)
class Affiliation:
    """One seat or membership in a body on the day of a map (R-12, R-14). German: Zugehörigkeit.

    Attributes:
        member: A partner, or ``service``.
        body: The body.
        source: Where it is noted: the body itself, or a committee that is the same body.
        role: The role; of the service in a network the form of participation. ``None``: nobody said.
        held_by: Who holds a seat of the service; ``None`` for all other affiliations.
        period: How long it holds; the form of participation is told for a year.
    """

    member: Ref
    body: Ref
    source: Ref
    role: Role | None = None
    held_by: SeatHolder | None = None
    period: Period


@attrs.frozen(kw_only=True)
class SharedBody:
    """Two who meet in networks or committees, with those they meet in.

    German: gemeinsame Netzwerke und Gremien.
    """

    first: Ref
    second: Ref
    bodies: tuple[Ref, ...]


class SharedBodies(Shown, tuple[SharedBody, ...]):
    """The pairs that meet in at least one network or committee (R-12).

    German: gemeinsame Netzwerke und Gremien.
    """

    __slots__ = ()

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each pair with the number of bodies that it shares."""
        columns = (
            id_column("first", Say("erstes Mitglied", "first member")),
            id_column("second", Say("zweites Mitglied", "second member")),
            Column(
                "count", Say("gemeinsame Netzwerke und Gremien", "shared networks and committees"), "integer"
            ),
            id_column("bodies", Say("Netzwerke und Gremien", "networks and committees")),
        )
        rows = tuple(
            (str(pair.first), str(pair.second), len(pair.bodies), id_cell(map(str, pair.bodies)))
            for pair in self
        )
        title = Say(
            "Wer sich in Netzwerken und Gremien trifft", "Who meets in the same networks and committees"
        )
        return (Table(name="shared-bodies", title=title, columns=columns, rows=rows),)


def affiliations_table(affiliations: Iterable[Affiliation]) -> Table:
    """List who sits where, each seat and membership apart."""
    columns = (
        id_column("member", Say("Mitglied", "member")),
        id_column("body", Say("Netzwerk oder Gremium", "network or committee")),
        id_column("source", Say("eingetragen bei", "entered in")),
        Column("role", Say("Rolle", "role"), "code"),
        Column("held_by", Say("Sitz gehalten von", "seat held by"), "code"),
        Column("since", Say("seit", "since"), "date"),
        Column("until", Say("bis", "until"), "date"),
    )
    rows = tuple(
        (
            *map(str, (one.member, one.body, one.source)),
            one.role,
            one.held_by,
            one.period.since,
            one.period.until,
        )
        for one in affiliations
    )
    title = Say("Mitglieder von Netzwerken und Gremien", "Members of networks and committees")
    return Table(name="affiliations", title=title, columns=columns, rows=rows)


def bodies_on(workspace: Workspace, day: date) -> tuple[Body, ...]:
    """Give the networks and committees of a day, networks first; one that is both stands there once."""
    networks = {network.id: network for network in workspace.networks if network.period.holds_on(day)}
    same: dict[str, list[Committee]] = {identifier: [] for identifier in networks}
    alone: list[Committee] = []
    for committee in workspace.committees:
        if committee.period.holds_on(day):
            same.get(committee.network or "", alone).append(committee)
    merged = [Body(network=network, committees=tuple(same[name])) for name, network in networks.items()]
    return (*merged, *(Body(committees=(committee,)) for committee in alone))


def affiliations_of(bodies: Iterable[Body], partners: Iterable[str], day: date) -> tuple[Affiliation, ...]:
    """Give the seats and memberships in some bodies on a day, by body and member.

    Args:
        bodies: The bodies.
        partners: The partners that exist on the day; entries about others are left out.
        day: The day.
    """
    there = frozenset(partners)
    found = (
        one
        for body in bodies
        for one in (*_in_network(body, day), *_in_committees(body, day))
        if one.member == SERVICE or one.member.id in there
    )
    return tuple(sorted(dict.fromkeys(found), key=_rank))


def shared_bodies(affiliations: Iterable[Affiliation]) -> SharedBodies:
    """Give every pair that shares at least one body with the bodies it shares, by reference."""
    members: dict[Ref, set[Ref]] = {}
    for one in affiliations:
        members.setdefault(one.body, set()).add(one.member)
    shared: dict[tuple[Ref, Ref], list[Ref]] = {}
    for body in sorted(members):
        for pair in combinations(sorted(members[body]), 2):
            shared.setdefault(pair, []).append(body)
    return SharedBodies(
        SharedBody(first=first, second=second, bodies=tuple(bodies))
        for (first, second), bodies in sorted(shared.items())
    )


def _in_network(body: Body, day: date) -> Iterator[Affiliation]:
    if body.network is None:
        return
    told = body.network.participation_in(day.year)
    if told is not None and told.form is not ParticipationForm.LEFT:
        period = year_period(day.year)
        yield Affiliation(member=SERVICE, body=body.ref, source=body.ref, role=told.form, period=period)
    for member in body.network.members_on(day):
        yield Affiliation(
            member=Ref("partners", member.partner),
            body=body.ref,
            source=body.ref,
            role=member.role,
            period=member.period,
        )


def _in_committees(body: Body, day: date) -> Iterator[Affiliation]:
    for committee in body.committees:
        source = Ref("committees", committee.id)
        for seat in committee.roles:
            if seat.period.holds_on(day):
                yield Affiliation(
                    member=SERVICE,
                    body=body.ref,
                    source=source,
                    role=seat.role,
                    held_by=seat.held_by,
                    period=seat.period,
                )
        for partner in committee.members:
            member = Ref("partners", partner)
            yield Affiliation(member=member, body=body.ref, source=source, period=committee.period)


def _rank(one: Affiliation) -> tuple[object, ...]:
    return (
        one.body,
        one.member,
        one.source,
        one.role.step if one.role else 0,
        one.held_by.step if one.held_by else 0,
        one.period.since or date.min,
        one.period.until or date.max,
    )
