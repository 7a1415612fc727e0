"""Access barriers by sector of the map: what leaves the team of them, without a name (R-10, R-51)."""

from __future__ import annotations

from collections import Counter
from datetime import date

import attrs

from jmdmodel.analysis.opening import BarrierChange, opening_overview
from jmdmodel.analysis.ratings import partners_on
from jmdmodel.analysis.tables import Column, Shown, Table
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import MapGroup
from jmdmodel.workspace import Workspace

LEAST = 3
"""A sector with fewer partners would name them; it is counted together with others."""

_TOO_FEW = Say(
    "Zugangsbarrieren sind hier nicht gezählt, weil bei so wenigen Partnern einzelne zu erkennen wären.",
    "Access barriers are not counted here, because with so few partners single ones could be recognised.",
)
_NOT_SHOWN = Say(
    "Zugangsbarrieren gehören nicht zu dieser Ansicht.", "Access barriers are not part of this view."
)


@attrs.frozen(kw_only=True)
class SectorBarriers:
    """The barriers of one sector, or of several that are counted together (R-10). German: Sektor.

    Those before, and new and back, less those removed and ended, are those after.

    Attributes:
        sectors: The sectors of the map, in its order; none for barriers at offers, at places and in the
            social space as a whole.
        before: How many stood on the first day.
        after: How many stand on the second day.
        new: How many came to be known between, or had been taken down and stand again.
        removed: How many were taken down between.
        ended: How many ended otherwise.
    """

    sectors: tuple[MapGroup, ...]
    before: int
    after: int
    new: int
    removed: int
    ended: int


@attrs.frozen(kw_only=True, repr=False)
class BarriersBySector(Shown):
    """Access barriers before and after, by sector of the map and never by partner (R-10, R-51).

    German: Barrieren nach Sektor.

    Attributes:
        since: The first day; what it shows is "before".
        day: The second day; what it shows is "after".
        rows: The sectors with a barrier, in the order of the map; last what stands at no partner.
        together: The barriers of all rows.
        reason: Why there are no rows, where there may not be any.
    """

    since: date
    day: date
    rows: tuple[SectorBarriers, ...]
    together: SectorBarriers
    reason: Message | None = None

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each sector, or for those that are counted together."""
        columns = (
            Column(
                "sectors",
                Say("Sektor (– heißt: bei keinem Partner)", "sector (– means: at no partner)"),
                "code",
            ),
            Column("before", Say("vorher", "before"), "integer"),
            Column("after", Say("nachher", "after"), "integer"),
            Column("new", Say("neu oder erneut", "new or back"), "integer"),
            Column("removed", Say("abgebaut", "taken down"), "integer"),
            Column("ended", Say("anders beendet", "ended otherwise"), "integer"),
        )
        rows = tuple(
            (row.sectors, row.before, row.after, row.new, row.removed, row.ended) for row in self.rows
        )
        title = Say("Zugangsbarrieren nach Sektor", "Access barriers by sector")
        return (Table(name="barriers-by-sector", title=title, columns=columns, rows=rows),)


def barriers_by_sector(workspace: Workspace, *, on: date, since: date | None = None) -> BarriersBySector:
    """Count the barriers that stood and stand, by sector of the map (R-10, R-51).

    What it gives is fit for provider and funder, though barriers themselves are for the team alone: no
    partner can be told from it. A sector with fewer than three partners on the second day is counted
    together with the next smallest ones, until the partners of those are three or more; a workspace with
    fewer partners in all is not divided. What counts as standing, new and taken down is what
    :func:`~jmdmodel.analysis.opening.opening_overview` says. German: Barrieren nach Sektor.

    Args:
        workspace: The whole workspace; a view for provider and funder holds no barriers.
        on: The second day.
        since: The first day; left out, 31 December of the year before.

    Raises:
        ModelError: One of the two is no plain day, or the first lies after the second.

    Example:
        >>> from jmdmodel.entities.opening import AccessBarrier
        >>> from jmdmodel.ids import Ref
        >>> from jmdmodel.testing.builders import minimal, partner
        >>> from jmdmodel.vocabulary import BarrierKind
        >>> schools = [partner(name) for name in ("abc", "def", "ghi")]
        >>> where = Ref("partners", "abc")
        >>> one = AccessBarrier(id="x", title="Nur online", kind=BarrierKind.DIGITAL, at=where)
        >>> found = barriers_by_sector(minimal(*schools, one), on=date(2025, 12, 31))
        >>> [(row.before, row.after) for row in found.rows]
        [(1, 1)]
    """
    overview = opening_overview(workspace, on=on, since=since)
    known = [change for change in overview.barriers if workspace.partners.get(_partner(change)) is not None]
    elsewhere = [change for change in overview.barriers if change not in known]
    pool = _pooled(workspace, on)
    rows = [
        _counted((sector,), [one for one in known if _sector(workspace, one) is sector])
        for sector in MapGroup
        if sector not in pool
    ]
    rows += [
        _counted(pool, [one for one in known if _sector(workspace, one) in pool]),
        _counted((), elsewhere),
    ]
    reason = None
    if overview.kinds is None:
        reason = Message.of(_NOT_SHOWN)
    elif len(partners_on(workspace, on)) < LEAST:
        reason = Message.of(_TOO_FEW)
    return BarriersBySector(
        since=overview.since,
        day=overview.day,
        rows=() if reason is not None else tuple(row for row in rows if any(_numbers(row))),
        together=_counted((), [] if reason is not None else [*known, *elsewhere]),
        reason=reason,
    )


def _pooled(workspace: Workspace, day: date) -> tuple[MapGroup, ...]:
    """Give the sectors that are counted together, in the order of the map, so that they name no partner."""
    sizes = Counter(partner.kind.group for partner in partners_on(workspace, day))
    smallest = sorted(MapGroup, key=lambda sector: (sizes[sector], sector.step))
    pool: list[MapGroup] = []
    for sector in smallest:
        together = sum(sizes[one] for one in pool)
        if sizes[sector] >= LEAST and (together >= LEAST or not together):
            break
        pool.append(sector)
    return tuple(sector for sector in MapGroup if sector in pool)


def _counted(sectors: tuple[MapGroup, ...], changes: list[BarrierChange]) -> SectorBarriers:
    return SectorBarriers(
        sectors=sectors,
        before=sum(one.stood for one in changes),
        after=sum(one.stands for one in changes),
        new=sum(one.is_new or one.is_back for one in changes),
        removed=sum(one.is_removed for one in changes),
        ended=sum(one.has_ended for one in changes),
    )


def _numbers(row: SectorBarriers) -> tuple[int, ...]:
    return row.before, row.after, row.new, row.removed, row.ended


def _partner(change: BarrierChange) -> str | None:
    at = change.barrier.at
    return at.id if at is not None and at.collection == "partners" else None


def _sector(workspace: Workspace, change: BarrierChange) -> MapGroup | None:
    partner = workspace.partners.get(_partner(change))
    return None if partner is None else partner.kind.group
