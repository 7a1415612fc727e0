"""What the service brought into committees in a year and over years, and how often it was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

import attrs

from jmdmodel.analysis.committees import contribution_texts as texts
from jmdmodel.analysis.counting import Spoken, labelled, told
from jmdmodel.analysis.sight import is_hidden
from jmdmodel.analysis.tables import KIND, NAME, YEAR, Column, Shown, Table, code_columns, id_column
from jmdmodel.borders import need_year, need_years
from jmdmodel.entities.committee import Committee, CommitteeRole, Session
from jmdmodel.messages import Message, Say
from jmdmodel.period import year_period
from jmdmodel.vocabulary import Attendance, CommitteeKind, ContributionKind, SessionResult
from jmdmodel.workspace import Workspace

_Word = TypeVar("_Word")

ATTENDED = frozenset([Attendance.PRESENT, Attendance.DEPUTY, Attendance.ADVISORY])
"""The words for having taken part in a session."""


@attrs.frozen(kw_only=True)
class CommitteeYear:
    """One committee in one year (R-14 … R-19). German: Gremium im Jahr.

    Attributes:
        committee: The committee.
        roles: Seats held on at least one day of the year.
        sessions: Sessions of the year.
        contributions: Contributions by kind, every kind once, zeros included.
        attendance: Sessions by attendance, every word once; under ``None`` those without a note of it.
        results: Sessions by result, every word once; under ``None`` those without a note of it.
    """

    committee: Committee
    roles: tuple[CommitteeRole, ...]
    sessions: int
    contributions: tuple[tuple[ContributionKind, int], ...]
    attendance: tuple[tuple[Attendance | None, int], ...]
    results: tuple[tuple[SessionResult | None, int], ...] = ()

    @property
    def attended(self) -> int:
        """Sessions in which the service took part, in person, by a deputy or as an adviser."""
        return sum(number for attendance, number in self.attendance if attendance in ATTENDED)


@attrs.frozen(kw_only=True)
class CommitteeKindYear:
    """All committees of one kind in one year (R-14 … R-19). German: Gremienart im Jahr.

    Attributes:
        kind: The kind of committee.
        committees: How many there are.
        sessions: Their sessions of the year.
        attended: Those in which the service took part.
        contributions: Contributions by kind, every kind once, zeros included.
    """

    kind: CommitteeKind
    committees: int
    sessions: int
    attended: int
    contributions: tuple[tuple[ContributionKind, int], ...]


@attrs.frozen(kw_only=True, repr=False)
class CommitteeWork(Spoken):
    """The committees of a year side by side: contributions × committees, and sums (R-15 … R-19).

    German: Gremienarbeit.

    Attributes:
        year: The calendar year.
        rows: Committees that existed on a day of the year or met in it, by identifier.
        kinds: The same by kind of committee, every kind that has a row once; their numbers add up.
        contributions: Contributions of all committees by kind.
        attendance: Sessions of all committees by attendance.
        results: Sessions of all committees by result.
        sessions: Sessions of all committees.
        missing: The kinds of contribution that nobody noted in any committee; none where a view has no
            sessions, so that nobody can tell.
        withheld: Why there are no sessions, where a view has none of them; the numbers are 0 then, and
            empty in the tables.
    """

    year: int
    rows: tuple[CommitteeYear, ...]
    kinds: tuple[CommitteeKindYear, ...] = ()
    contributions: tuple[tuple[ContributionKind, int], ...]
    attendance: tuple[tuple[Attendance | None, int], ...]
    results: tuple[tuple[SessionResult | None, int], ...] = ()
    sessions: int
    missing: tuple[ContributionKind, ...]
    withheld: Message | None = None

    @property
    def attended(self) -> int:
        """Sessions of all committees in which the service took part."""
        return sum(row.attended for row in self.rows)

    def messages(self) -> tuple[Message, ...]:
        """Tell the year in committees in whole sentences; nothing of contributions where nobody met."""
        if self.withheld is not None:
            return (self.withheld,)
        year = str(self.year)
        said = [told(texts.SESSIONS, self.sessions, texts.SESSION, year=year)]
        if not self.sessions:
            return tuple(said)
        number = sum(count for _, count in self.contributions)
        missing = labelled(kind.label for kind in self.missing)
        return (
            *said,
            told(texts.ATTENDED, self.attended, texts.SESSION, case="dat"),
            told(texts.CONTRIBUTIONS, number, texts.CONTRIBUTION, case="acc"),
            told(texts.MISSING, len(self.missing), texts.KIND, names=missing),
        )

    def tables(self) -> tuple[Table, ...]:
        """Set committees and their kinds against the nine kinds of contribution, attendance and results."""
        contributions = Table(
            name="contributions",
            title=Say("Beiträge in Gremien", "Contributions to committees"),
            columns=(id_column("committee"), NAME, *code_columns(ContributionKind)),
            rows=tuple(
                (row.committee.id, row.committee.name, *_numbers(self, row.contributions))
                for row in self.rows
            ),
        )
        attendance = Table(
            name="attendance",
            title=Say("Teilnahme an Sitzungen", "Attendance at sessions"),
            columns=(id_column("committee"), NAME, _SESSIONS, *code_columns(Attendance), _NOT_NOTED),
            rows=tuple(
                (
                    row.committee.id,
                    row.committee.name,
                    *_numbers(self, row.attendance, row.sessions),
                )
                for row in self.rows
            ),
        )
        kinds = Table(
            name="contributions-by-committee-kind",
            title=Say("Beiträge nach Gremienart", "Contributions by kind of committee"),
            columns=(
                *(KIND, Column("committees", Say("Gremien", "committees"), "integer"), _SESSIONS),
                Column("attended", Say("Teilnahmen", "sessions attended"), "integer"),
                *code_columns(ContributionKind),
            ),
            rows=tuple(
                (
                    *(row.kind, row.committees),
                    *_numbers(self, row.contributions, row.sessions, row.attended),
                )
                for row in self.kinds
            ),
        )
        results = Table(
            name="session-results",
            title=Say("Ergebnisse der Sitzungen", "Results of sessions"),
            columns=(id_column("committee"), NAME, _SESSIONS, *code_columns(SessionResult), _NOT_NOTED),
            rows=tuple(
                (row.committee.id, row.committee.name, *_numbers(self, row.results, row.sessions))
                for row in self.rows
            ),
        )
        return contributions, attendance, kinds, results


_SESSIONS = Column("sessions", Say("Sitzungen", "sessions"), "integer")
_NOT_NOTED = Column("not_noted", Say("ohne Angabe", "not noted"), "integer")


class CommitteeYears(Shown, tuple[CommitteeWork, ...]):
    """The committee work of several years in their order (R-15 … R-19). German: Gremienarbeit im Verlauf."""

    __slots__ = ()

    @property
    def never(self) -> tuple[ContributionKind, ...]:
        """The kinds of contribution that nobody noted in any of the years; none without sessions in view."""
        return tuple(kind for kind in ContributionKind if all(kind in work.missing for work in self))

    def tables(self) -> tuple[Table, ...]:
        """Set the years against the nine kinds of contribution."""
        table = Table(
            name="contributions-by-year",
            title=Say("Beiträge in Gremien nach Jahr", "Contributions to committees by year"),
            columns=(
                *(YEAR, _SESSIONS, Column("attended", Say("Teilnahmen", "sessions attended"), "integer")),
                *code_columns(ContributionKind),
            ),
            rows=tuple(
                (work.year, *_numbers(work, work.contributions, work.sessions, work.attended))
                for work in self
            ),
        )
        return (table,)


def committee_work(workspace: Workspace, year: int) -> CommitteeWork:
    """Count contributions by kind, and sessions by attendance and result, for a year (R-14 … R-19).

    A committee belongs to the year when its period has a day in it or a session is dated in it. Two
    contributions of one kind in one session count twice. German: Gremienarbeit, Beitragsmatrix.

    Raises:
        ModelError: The year is no whole number from 1 to 9999.
    """
    need_year(year)
    hidden = is_hidden(workspace, Session)
    rows = tuple(
        _row(committee, year)
        for committee in workspace.committees
        if committee.period.touches(year_period(year)) or committee.sessions_in(year)
    )
    contributions = _added(row.contributions for row in rows)
    attendance = _added(row.attendance for row in rows)
    results = _added(row.results for row in rows)
    return CommitteeWork(
        year=year,
        rows=rows,
        kinds=tuple(
            _kind(kind, mine)
            for kind in CommitteeKind
            if (mine := [row for row in rows if row.committee.kind is kind])
        ),
        contributions=tuple((kind, contributions[kind]) for kind in ContributionKind),
        attendance=tuple((word, attendance[word]) for word in (*Attendance, None)),
        results=tuple((word, results[word]) for word in (*SessionResult, None)),
        sessions=sum(row.sessions for row in rows),
        missing=() if hidden else tuple(kind for kind in ContributionKind if not contributions[kind]),
        withheld=Message.of(texts.SESSIONS_WITHHELD) if hidden else None,
    )


def committee_years(workspace: Workspace, years: Iterable[int] | None = None) -> CommitteeYears:
    """Give the committee work of several years, in their order, each once (R-15 … R-19).

    Left out, ``years`` are those in which a session is dated. German: Gremienarbeit im Verlauf.

    Raises:
        ModelError: One of the years is no whole number from 1 to 9999, or a single year stands in place of
            several.
    """
    if years is None:
        years = (session.day.year for one in workspace.committees for session in one.sessions)
    return CommitteeYears(committee_work(workspace, year) for year in sorted(need_years(years)))


def _numbers(
    work: CommitteeWork, counts: Iterable[tuple[object, int]], *before: int
) -> tuple[int | None, ...]:
    """Give numbers of sessions for a table: none where a view has no sessions, as 0 would say more."""
    told = (*before, *(number for _, number in counts))
    return told if work.withheld is None else (None,) * len(told)


def _row(committee: Committee, year: int) -> CommitteeYear:
    sessions = committee.sessions_in(year)
    contributions = Counter(part.kind for session in sessions for part in session.contributions)
    attendance = Counter(session.attendance for session in sessions)
    results = Counter(session.result for session in sessions)
    return CommitteeYear(
        committee=committee,
        roles=committee.roles_in(year),
        sessions=len(sessions),
        contributions=tuple((kind, contributions[kind]) for kind in ContributionKind),
        attendance=tuple((word, attendance[word]) for word in (*Attendance, None)),
        results=tuple((word, results[word]) for word in (*SessionResult, None)),
    )


def _kind(kind: CommitteeKind, rows: list[CommitteeYear]) -> CommitteeKindYear:
    contributions = _added(row.contributions for row in rows)
    return CommitteeKindYear(
        kind=kind,
        committees=len(rows),
        sessions=sum(row.sessions for row in rows),
        attended=sum(row.attended for row in rows),
        contributions=tuple((known, contributions[known]) for known in ContributionKind),
    )


def _added(counts: Iterable[Iterable[tuple[_Word, int]]]) -> Counter[_Word]:
    total: Counter[_Word] = Counter()
    for pairs in counts:
        total.update(dict(pairs))
    return total
