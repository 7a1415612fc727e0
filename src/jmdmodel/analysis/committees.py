"""What the service brought into committees in a year, and how often it was there."""

from __future__ import annotations

from collections import Counter

import attrs

from jmdmodel.analysis.tables import NAME, Column, Shown, Table, code_columns, id_column
from jmdmodel.borders import need_year
from jmdmodel.entities.committee import Committee, CommitteeRole
from jmdmodel.messages import Say
from jmdmodel.period import year_period
from jmdmodel.vocabulary import Attendance, ContributionKind
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class CommitteeYear:
    """One committee in one year (R-14 … R-19). German: Gremium im Jahr.

    Attributes:
        committee: The committee.
        roles: Seats held on at least one day of the year.
        sessions: Sessions of the year.
        contributions: Contributions by kind, every kind once, zeros included.
        attendance: Sessions by attendance, every word once; under ``None`` those without a note of it.
    """

    committee: Committee
    roles: tuple[CommitteeRole, ...]
    sessions: int
    contributions: tuple[tuple[ContributionKind, int], ...]
    attendance: tuple[tuple[Attendance | None, int], ...]

    @property
    def attended(self) -> int:
        """Sessions in which the service took part: present, represented by a deputy, or advisory."""
        return sum(
            number
            for attendance, number in self.attendance
            if attendance in {Attendance.PRESENT, Attendance.DEPUTY, Attendance.ADVISORY}
        )


@attrs.frozen(kw_only=True)
class CommitteeWork(Shown):
    """The committees of a year side by side: contributions × committees, and sums (R-15 … R-19).

    German: Gremienarbeit.

    Attributes:
        year: The calendar year.
        rows: Committees that existed on a day of the year or met in it, by identifier.
        contributions: Contributions of all committees by kind.
        attendance: Sessions of all committees by attendance.
        sessions: Sessions of all committees.
        missing: The kinds of contribution that nobody noted in any committee.
    """

    year: int
    rows: tuple[CommitteeYear, ...]
    contributions: tuple[tuple[ContributionKind, int], ...]
    attendance: tuple[tuple[Attendance | None, int], ...]
    sessions: int
    missing: tuple[ContributionKind, ...]

    def tables(self) -> tuple[Table, ...]:
        """Set committees against the nine kinds of contribution, and against attendance at their sessions."""
        contributions = Table(
            name="contributions",
            title=Say("Beiträge in Gremien", "Contributions to committees"),
            columns=(id_column("committee"), NAME, *code_columns(ContributionKind)),
            rows=tuple(
                (row.committee.id, row.committee.name, *(number for _, number in row.contributions))
                for row in self.rows
            ),
        )
        attendance = Table(
            name="attendance",
            title=Say("Teilnahme an Sitzungen", "Attendance at sessions"),
            columns=(
                id_column("committee"),
                NAME,
                Column("sessions", Say("Sitzungen", "sessions"), "integer"),
                *code_columns(Attendance),
                Column("not_noted", Say("ohne Angabe", "not noted"), "integer"),
            ),
            rows=tuple(
                (
                    row.committee.id,
                    row.committee.name,
                    row.sessions,
                    *(number for _, number in row.attendance),
                )
                for row in self.rows
            ),
        )
        return contributions, attendance


def committee_work(workspace: Workspace, year: int) -> CommitteeWork:
    """Count contributions by kind and sessions by attendance for the committees of a year (R-14 … R-19).

    A committee belongs to the year when its period has a day in it or a session is dated in it. Two
    contributions of one kind in one session count twice. German: Gremienarbeit, Beitragsmatrix.

    Raises:
        ModelError: The year is no whole number from 1 to 9999.
    """
    need_year(year)
    rows = tuple(
        _row(committee, year)
        for committee in workspace.committees
        if committee.period.touches(year_period(year)) or committee.sessions_in(year)
    )
    contributions = Counter[ContributionKind]()
    attendance = Counter[Attendance | None]()
    for row in rows:
        contributions.update(dict(row.contributions))
        attendance.update(dict(row.attendance))
    return CommitteeWork(
        year=year,
        rows=rows,
        contributions=tuple((kind, contributions[kind]) for kind in ContributionKind),
        attendance=tuple((word, attendance[word]) for word in (*Attendance, None)),
        sessions=sum(row.sessions for row in rows),
        missing=tuple(kind for kind in ContributionKind if not contributions[kind]),
    )


def _row(committee: Committee, year: int) -> CommitteeYear:
    sessions = committee.sessions_in(year)
    contributions = Counter(part.kind for session in sessions for part in session.contributions)
    attendance = Counter(session.attendance for session in sessions)
    return CommitteeYear(
        committee=committee,
        roles=committee.roles_in(year),
        sessions=len(sessions),
        contributions=tuple((kind, contributions[kind]) for kind in ContributionKind),
        attendance=tuple((word, attendance[word]) for word in (*Attendance, None)),
    )
