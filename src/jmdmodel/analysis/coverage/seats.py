"""In which kinds of committee the service has a seat in a year, and why it has none in others."""

from __future__ import annotations

from datetime import date

import attrs

from jmdmodel.analysis.counting import Spoken, labelled, told
from jmdmodel.analysis.coverage import coverage_texts as texts
from jmdmodel.analysis.coverage.covered import CoverageState, coverage_state, is_known_by
from jmdmodel.analysis.coverage.kinds import REASON, STATE, reasons
from jmdmodel.analysis.sight import is_hidden
from jmdmodel.analysis.tables import KIND, Column, Table
from jmdmodel.borders import need_year
from jmdmodel.entities.committee import Committee, CommitteeRole
from jmdmodel.entities.resource import KindAbsence
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import CommitteeKind, SeatHolder
from jmdmodel.workspace import Workspace

YOUTH_WELFARE_KINDS = (CommitteeKind.YOUTH_WELFARE_COMMITTEE, CommitteeKind.AG_78)
"""The two kinds that the concept names; a seat in one of them is what it asks for (R-14)."""


@attrs.frozen(kw_only=True)
class BodyCoverage:
    """One kind of committee in a year (R-14). German: Abdeckung einer Gremienart.

    Attributes:
        kind: The kind.
        committees: The committees of the kind that existed on a day of the year, by identifier.
        seated: Those of them with a seat in the year, whoever holds it; ``None`` where a view has no seats.
        holders: Seats by holder, every holder once, zeros included; ``None`` where a view has no seats.
        absences: The stated reasons why there is none here, holding on a day of the year.
    """

    kind: CommitteeKind
    committees: tuple[Committee, ...]
    seated: tuple[Committee, ...] | None
    holders: tuple[tuple[SeatHolder, int], ...] | None
    absences: tuple[KindAbsence, ...]

    @property
    def state(self) -> CoverageState | None:
        """How far the kind is covered, by a seat first; ``None`` where a view has no seats."""
        if self.seated is None:
            return None
        return coverage_state(len(self.committees), len(self.seated), self.absences)


@attrs.frozen(kw_only=True, repr=False)
class CommitteeCoverage(Spoken):
    """The kinds of committee in a year (R-14). German: Abdeckung der Gremienarten.

    Attributes:
        year: The calendar year.
        kinds: Every kind of the vocabulary in its order, zeros included.
        youth_welfare: How far the two kinds that the concept names are covered together: a seat in one of
            them is enough; ``None`` where a view has no seats.
    """

    year: int
    kinds: tuple[BodyCoverage, ...]
    youth_welfare: CoverageState | None

    def messages(self) -> tuple[Message, ...]:
        """Tell the coverage in whole sentences."""
        if self.youth_welfare is None:
            return (Message.of(texts.SEATS_WITHHELD),)
        year = str(self.year)
        seated = tuple(row.kind.label for row in self.kinds if row.seated)
        explained = tuple(row.kind.label for row in self.kinds if row.state is CoverageState.EXPLAINED)
        return (
            told(texts.BODIES_SEATED, len(seated), texts.BODY, case="dat", year=year, names=labelled(seated)),
            Message.of(_YOUTH_WELFARE.get(self.youth_welfare, texts.YOUTH_WELFARE_OPEN), year=year),
            told(texts.BODIES_EXPLAINED, len(explained), texts.BODY, case="acc", names=labelled(explained)),
        )

    def tables(self) -> tuple[Table, ...]:
        """Give the kinds of committee with committees, seats by holder, and reasons."""
        table = Table(
            name="committee-coverage",
            title=Say("Sitze nach Gremienart", "Seats by kind of committee"),
            columns=(
                KIND,
                STATE,
                Column("committees", Say("Gremien", "committees"), "integer"),
                Column("seated", Say("mit Sitz", "with a seat"), "integer"),
                *(Column(f"held_by_{holder.code}", _held(holder), "integer") for holder in SeatHolder),
                REASON,
            ),
            rows=tuple(
                (
                    *(row.kind, row.state, len(row.committees)),
                    None if row.seated is None else len(row.seated),
                    *(dict(row.holders or ()).get(holder) for holder in SeatHolder),
                    reasons(row.absences),
                )
                for row in self.kinds
            ),
        )
        return (table,)


_YOUTH_WELFARE = {
    CoverageState.REACHED: texts.YOUTH_WELFARE_SEAT,
    CoverageState.EXPLAINED: texts.YOUTH_WELFARE_EXPLAINED,
}
_HELD = Say("Sitze: {holder}", "seats: {holder}")


def committee_coverage(workspace: Workspace, year: int) -> CommitteeCoverage:
    """Tell for each kind of committee whether there is one, a seat in it, or a reason why not (R-14).

    A committee counts when it existed on a day of the year, a seat when it was held on one, by the service,
    its provider or its federation. A reason counts when it holds on a day of the year and was stated by the
    end of it. Own sub-kinds count under their kind. German: Abdeckung der Gremienarten.

    Raises:
        ModelError: The year is no whole number from 1 to 9999.
    """
    need_year(year)
    hidden = is_hidden(workspace, CommitteeRole)
    kinds = tuple(_covered(workspace, year, kind, hidden=hidden) for kind in CommitteeKind)
    asked = [row for row in kinds if row.kind in YOUTH_WELFARE_KINDS]
    absences = [absence for row in asked for absence in row.absences]
    together = coverage_state(
        sum(len(row.committees) for row in asked), sum(len(row.seated or ()) for row in asked), absences
    )
    if together is CoverageState.KNOWN and absences:
        together = (
            CoverageState.EXPLAINED
        )  # there is a committee, and somebody said why there is no seat in such
    return CommitteeCoverage(year=year, kinds=kinds, youth_welfare=None if hidden else together)


def _covered(workspace: Workspace, year: int, kind: CommitteeKind, *, hidden: bool) -> BodyCoverage:
    committees = tuple(
        one for one in workspace.committees if one.kind is kind and one.period.touches_year(year)
    )
    seats = [seat for committee in committees for seat in committee.roles_in(year)]
    return BodyCoverage(
        kind=kind,
        committees=committees,
        seated=None if hidden else tuple(one for one in committees if one.roles_in(year)),
        holders=None
        if hidden
        else tuple((holder, sum(seat.held_by is holder for seat in seats)) for holder in SeatHolder),
        absences=tuple(
            absence
            for absence in workspace.absences
            if absence.committee_kind is kind
            and absence.period.touches_year(year)
            and is_known_by(absence, date(year, 12, 31))
        ),
    )


def _held(holder: SeatHolder) -> Say:
    return Message.of(_HELD, holder=holder.label).as_say()
