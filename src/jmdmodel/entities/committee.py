"""Committees and working groups: seats, sessions, and what the service brought in."""

from __future__ import annotations

from datetime import date

from jmdmodel.fields import about, entity
from jmdmodel.ids import CommitteeId, NetworkId, PartnerId, Ref, UnitId
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period, year_period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import (
    Attendance,
    CommitteeKind,
    ContributionKind,
    SeatHolder,
    SeatRole,
    SessionResult,
    SpatialExtent,
)


@entity("Sitz", "seat", Audience.REPORT, plural=Say("Sitze", "seats"))
class CommitteeRole:
    """A seat in a committee: the role, who holds it, and on whose behalf (R-14). German: Rolle im Gremium."""

    role: SeatRole | None = about("Rolle", "role", Audience.REPORT, default=None)
    held_by: SeatHolder = about("gehalten von", "held by", Audience.REPORT, default=SeatHolder.SERVICE)
    on_behalf_of: str | None = about("im Auftrag von", "on behalf of", Audience.REPORT, default=None)
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)


@entity("Beitrag", "contribution", Audience.REPORT, plural=Say("Beiträge", "contributions"))
class Contribution:
    """What the service brought into a session (R-15 … R-19). German: Beitrag."""

    kind: ContributionKind = about("Art", "kind", Audience.REPORT)
    text: str | None = about("Inhalt", "text", Audience.REPORT, default=None, lines=True)
    regarding: tuple[Ref, ...] = about(
        "betrifft",
        "regarding",
        Audience.REPORT,
        default=(),
        refers="needs gaps offers participations concepts publications events",
    )


@entity("Sitzung", "session", Audience.REPORT, plural=Say("Sitzungen", "sessions"))
class Session:
    """One meeting of a committee: attendance, result, contributions (R-14 … R-19). German: Sitzung."""

    day: date = about("Tag", "day", Audience.REPORT)
    attendance: Attendance | None = about("Teilnahme", "attendance", Audience.REPORT, default=None)
    result: SessionResult | None = about("Ergebnis", "result", Audience.REPORT, default=None)
    topic: str | None = about("Thema", "topic", Audience.REPORT, default=None)
    contributions: tuple[Contribution, ...] = about("Beiträge", "contributions", Audience.REPORT, default=())
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)


@entity("Gremium", "committee", Audience.PUBLIC, plural=Say("Gremien", "committees"), collection="committees")
class Committee:
    """A body with members and sessions (R-14). German: Gremium.

    A body that is a network too points to it; the network alone carries goals and agreements.
    """

    id: CommitteeId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    kind: CommitteeKind = about("Art", "kind", Audience.PUBLIC)
    sub_kind: str | None = about(
        "Unterart", "sub-kind", Audience.PUBLIC, default=None, terms="committee_kinds"
    )
    level: SpatialExtent | None = about("Ebene", "level", Audience.PUBLIC, default=None)
    unit: UnitId | None = about("zuständig für", "unit", Audience.PUBLIC, default=None, refers="units")
    statutory_basis: str | None = about(
        "gesetzliche Grundlage", "statutory basis", Audience.PUBLIC, default=None
    )
    network: NetworkId | None = about(
        "zugehöriges Netzwerk", "its network", Audience.PUBLIC, default=None, refers="networks"
    )
    period: Period = about("Zeitraum", "period", Audience.PUBLIC, default=ALWAYS)
    members: tuple[PartnerId, ...] = about(
        "Mitglieder", "members", Audience.REPORT, default=(), refers="partners"
    )
    roles: tuple[CommitteeRole, ...] = about("Sitze", "seats", Audience.REPORT, default=())
    sessions: tuple[Session, ...] = about("Sitzungen", "sessions", Audience.REPORT, default=())
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    def roles_in(self, year: int) -> tuple[CommitteeRole, ...]:
        """Give the seats that were held on at least one day of a year."""
        return tuple(role for role in self.roles if role.period.touches(year_period(year)))

    def sessions_in(self, year: int) -> tuple[Session, ...]:
        """Give the sessions of a year by date."""
        return tuple(sorted((s for s in self.sessions if s.day.year == year), key=lambda s: s.day))
