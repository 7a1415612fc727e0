"""How work divides over its areas: shares that add up exactly, of a year, of some months, of all years."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal

import attrs

from jmdmodel.analysis.remainder import largest_remainder
from jmdmodel.analysis.tables import ACTIVITIES, AREA, MINUTES, YEAR, Column, Shown, Table
from jmdmodel.analysis.work_time import MONTHS, work_time, work_years
from jmdmodel.borders import need_count
from jmdmodel.entities.work import WorkSplit, WorkTime
from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience, Coded
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace

__all__ = [
    "WorkSeries",
    "WorkShare",
    "WorkShares",
    "work_series",
    "work_shares",
]

_NOTHING = Say(
    de="Für {year} sind weder Arbeitszeiten noch Anteile eingetragen.",
    en="Neither working time nor shares are entered for {year}.",
)
_NOT_SHOWN = Say(
    de="Diese Fassung enthält keine Angaben zur Arbeitszeit für {year}.",
    en="This edition holds nothing on working time for {year}.",
)
_NOTHING_THEN = Say(
    de="Für diese Monate des Jahres {year} ist keine Arbeitszeit eingetragen.",
    en="No working time is entered for these months of {year}.",
)
_NO_MONTH = Say(
    de="„months“ nimmt nur ganze Zahlen von 1 bis 12.",
    en='"months" takes whole numbers from 1 to 12 only.',
)


class _Source(Coded):
    """Where shares of work come from. German: Herkunft der Anteile."""

    RECORDED = "recorded", Say("dokumentiert", "recorded")
    DECLARED = "declared", Say("angegeben", "declared")


@attrs.frozen(kw_only=True)
class WorkShare:
    """The share of one area in the work of a year. German: Arbeitsanteil.

    Attributes:
        area: The area of work.
        minutes: Minutes recorded; ``None`` for a declared share.
        activities: Activities recorded; ``None`` for a declared share.
        share: The exact share of one.
        percent: The share in per cent: rounded so that the rows add up to 100, or as declared.
    """

    area: WorkArea
    minutes: int | None
    activities: int | None
    share: Fraction
    percent: Fraction


@attrs.frozen(kw_only=True, repr=False)
class WorkShares(Shown):
    """How the work of a year divides over the areas (R-35). German: prozentualer Arbeitsumfang.

    Attributes:
        year: The calendar year.
        source: ``recorded`` from minutes, ``declared`` from the team's own division, ``None`` from neither.
        rows: One row per area, in the order of the areas; none where there is no source.
        minutes: Minutes recorded in all.
        activities: Activities recorded in all.
        percent: What the rows add up to: 100 for recorded shares, for declared ones what was declared.
        decimals: Decimals that recorded percentages are rounded to, and that all are shown with.
        reason: Why there are no rows.
    """

    year: int
    source: Literal["recorded", "declared"] | None
    rows: tuple[WorkShare, ...] = ()
    minutes: int = 0
    activities: int = 0
    percent: Fraction = Fraction(0)
    decimals: int = 1
    reason: Message | None = None

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each area with activities, minutes and per cent."""
        percent = Column("percent", Say("Prozent", "per cent"), "decimal", self.decimals)
        return (
            Table(
                name="work-shares",
                title=Say("Anteile der Arbeitsbereiche", "Shares of the areas of work"),
                columns=(AREA, ACTIVITIES, MINUTES, percent),
                rows=tuple((row.area, row.activities, row.minutes, row.percent) for row in self.rows),
            ),
        )


def work_shares(
    workspace: Workspace, year: int, *, months: Collection[int] = MONTHS, decimals: int = 1
) -> WorkShares:
    """Tell how the work of a year, or of some of its months, divides over the areas (R-35).

    Recorded minutes come first; rounded to the decimals asked for they add up to exactly 100 per cent.
    Without any minutes in the whole year the division that the team declared is given as it stands, sum
    included, even if that is not 100; it is about the whole year, so single months have none. Without
    either there are no rows and the reason. Gives the same on a view that may see working time as on the
    workspace. German: prozentualer Arbeitsumfang.

    Args:
        workspace: A workspace or a view of one.
        year: The calendar year.
        months: The months that count, 1 to 12; all of them if nothing is said.
        decimals: Decimals of the percentages, from 0 on.

    Raises:
        ModelError: The year is no whole number from 1 to 9999, a month none from 1 to 12, or the decimals
            are none from 0 on.
    """
    asked = _asked(months)
    need_count(decimals, "decimals")
    whole = asked == set(MONTHS)
    entries = [entry for entry in work_time(workspace, year) if entry.month in asked]
    minutes = sum(entry.minutes for entry in entries)
    if minutes:
        return _recorded(year, entries, minutes, decimals)
    split = workspace.work_splits.get(str(year))
    if whole and split is not None and split.shares:
        return _declared(year, split, decimals)
    blind = workspace.view is not None and workspace.view.audience < Audience.REPORT
    reason = _NOT_SHOWN if blind else _NOTHING if whole else _NOTHING_THEN
    return WorkShares(year=year, source=None, reason=Message.of(reason, year=str(year)))


@attrs.frozen(kw_only=True, repr=False)
class WorkSeries(Shown):
    """How work divided over the areas in each year of which anything is known (R-35).

    German: Arbeitsanteile im Verlauf.

    Attributes:
        years: The shares of each year, earliest first; recorded and declared ones may alternate.
        decimals: Decimals that the percentages of recorded shares were rounded to.
    """

    years: tuple[WorkShares, ...]
    decimals: int = 1

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each year and area, with where the share comes from."""
        columns = (
            YEAR,
            Column("source", Say("Herkunft", "source"), "code"),
            AREA,
            MINUTES,
            Column("percent", Say("Prozent", "per cent"), "decimal", self.decimals),
        )
        title = Say("Arbeitsanteile nach Jahren", "Shares of work by year")
        return (Table(name="work-series", title=title, columns=columns, rows=tuple(self._rows())),)

    def _rows(self) -> Iterator[tuple[int, _Source | None, WorkArea, int | None, Fraction]]:
        for shares in self.years:
            source = _Source.of(shares.source) if shares.source else None
            for row in shares.rows:
                yield shares.year, source, row.area, row.minutes, row.percent


def work_series(workspace: Workspace, *, decimals: int = 1) -> WorkSeries:
    """Give the shares of work for every year with recorded time or a declared division (R-35).

    German: Arbeitsanteile im Verlauf.

    Raises:
        ModelError: The decimals are no whole number from 0 on.
    """
    need_count(decimals, "decimals")
    declared = {split.year for split in workspace.work_splits if split.shares}
    years = sorted(declared.union(work_years(workspace)))
    found = tuple(work_shares(workspace, year, decimals=decimals) for year in years)
    return WorkSeries(years=found, decimals=decimals)


def _asked(months: object) -> frozenset[int]:
    asked = tuple(months) if isinstance(months, Iterable) else (None,)
    if any(type(month) is not int or month not in MONTHS for month in asked):
        raise ModelError(Message.of(_NO_MONTH))
    return frozenset(asked)


def _recorded(year: int, entries: Sequence[WorkTime], minutes: int, decimals: int) -> WorkShares:
    by_area = {
        area: (sum(entry.minutes for entry in own), sum(entry.activities for entry in own))
        for area in WorkArea
        if (own := [entry for entry in entries if entry.area is area])
    }
    percents = largest_remainder([spent for spent, _ in by_area.values()], decimals=decimals)
    rows = tuple(
        WorkShare(area=area, minutes=spent, activities=count, share=Fraction(spent, minutes), percent=percent)
        for (area, (spent, count)), percent in zip(by_area.items(), percents, strict=True)
    )
    activities = sum(entry.activities for entry in entries)
    return WorkShares(
        year=year,
        source="recorded",
        rows=rows,
        minutes=minutes,
        activities=activities,
        percent=sum(percents, Fraction(0)),
        decimals=decimals,
    )


def _declared(year: int, split: WorkSplit, decimals: int) -> WorkShares:
    rows = tuple(
        WorkShare(
            area=declared.area,
            minutes=None,
            activities=None,
            share=Fraction(declared.percent) / 100,
            percent=Fraction(declared.percent),
        )
        for declared in sorted(split.shares, key=lambda declared: declared.area.step)
    )
    return WorkShares(
        year=year,
        source="declared",
        rows=rows,
        percent=sum((row.percent for row in rows), Fraction(0)),
        decimals=decimals,
    )
