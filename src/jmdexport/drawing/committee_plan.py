"""What a committee map shows, as plain data: bodies in the middle, partners on both sides, seats between."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from jmdexport.drawing.plan import PAGES, DoesNotFit, MapGroup
from jmdmodel.messages import Language, Message, Say

SeatKind: TypeAlias = Literal["lead", "member", "guest"]
Sort: TypeAlias = Literal["all", "committees", "networks"]
"""What the bodies of a map are: committees and networks, or one of the two."""


@attrs.frozen(kw_only=True)
class Body:
    """A committee or network, drawn as a box. German: Gremium oder Netzwerk.

    Attributes:
        id: Its reference, ``committees/jugendhilfeausschuss``.
        details: Further lines, each in parts: kind and level, then the part of the service and sessions.
        seated: Whether the service takes part; otherwise the outline is dashed.
        tooltip: What a browser shows on pointing at it; the label if empty.
    """

    id: str
    label: str
    details: tuple[tuple[str, ...], ...] = ()
    seated: bool = True
    tooltip: str = ""

    @property
    def said(self) -> str:
        """All details in one line."""
        return " · ".join(part for line in self.details for part in line)


@attrs.frozen(kw_only=True)
class Member:
    """A partner beside the bodies; ``short`` stands where the full name does not fit."""

    id: str
    label: str
    short: str = ""
    group: str
    kind: str = ""
    tooltip: str = ""


@attrs.frozen(kw_only=True)
class Seat:
    """A line: which partner sits in which body, and as what."""

    member: str
    body: str
    kind: SeatKind = "member"
    role: str = ""


@attrs.frozen(kw_only=True)
class CommitteePlan:
    """All that a committee map shows and says. German: Gremienkarte.

    Attributes:
        groups: The map groups in their fixed order; those of the members get a line in the legend.
        notes: Heading and text of what is told in words below the picture.
        roles: What the lines of a lead, a member and a guest mean.
    """

    page: tuple[float, float] = PAGES["A4", "landscape"]
    language: Language = "de"
    title: str
    subtitle: tuple[str, ...] = ()
    sort: Sort = "all"
    service: str
    groups: tuple[MapGroup, ...]
    bodies: tuple[Body, ...] = ()
    members: tuple[Member, ...] = ()
    seats: tuple[Seat, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, str, str]
    year: int
    source: str = ""

    def __attrs_post_init__(self) -> None:
        bodies, members = ([one.id for one in things] for things in (self.bodies, self.members))
        if len(set(bodies)) != len(bodies) or len(set(members)) != len(members):
            raise ValueError("The identifiers of bodies or members are not unique.")
        codes = {group.code for group in self.groups}
        if any(member.group not in codes for member in self.members):
            raise ValueError("A member belongs to a group that the map does not have.")
        pairs = [(seat.member, seat.body) for seat in self.seats]
        if len(set(pairs)) != len(pairs) or any(
            member not in set(members) or body not in set(bodies) for member, body in pairs
        ):
            raise ValueError("A seat stands twice, or does not join a member and a body of the map.")


_BODIES = Say(
    de="Auf eine Seite von {width} × {height} mm passen nicht alle {n} Gremien und Netzwerke in lesbarer"
    " Schrift. Abhilfe: eine größere Seite (A3), oder Gremien und Netzwerke auf zwei Karten"
    " (Einstellung „bodies“).",
    en="A page of {width} × {height} mm does not hold all {n} committees and networks in readable type."
    ' A larger page (A3) will help, or committees and networks on two maps (option "bodies").',
)


class BodiesDoNotFit(DoesNotFit):
    """The page is too small for the committees and networks in its middle."""

    @property
    def message(self) -> Message:
        """How many do not fit on which page, in both languages."""
        width, high = (round(edge) for edge in self.page)
        return Message.of(_BODIES, width=width, height=high, n=self.count)
