"""Working time by month and area, and shares of it that add up exactly. No floats anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

import attrs

from jmdmodel.analysis.tables import ACTIVITIES, AREA, MINUTES, YEAR, Column, Shown, Table
from jmdmodel.borders import need_year
from jmdmodel.entities.work import WorkSplit, WorkTime
from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace

_NOTHING = Say(
    de="Für {year} sind weder Arbeitszeiten noch Anteile eingetragen.",
    en="Neither working time nor shares are entered for {year}.",
)
_NOT_SHOWN = Say(
    de="Diese Fassung enthält keine Angaben zur Arbeitszeit für {year}.",
    en="This edition holds nothing on working time for {year}.",
)


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


@attrs.frozen(kw_only=True)
class WorkShares(Shown):
    """How the work of a year divides over the areas (R-35). German: prozentualer Arbeitsumfang.

    Attributes:
        year: The calendar year.
        source: ``recorded`` from minutes, ``declared`` from the team's own division, ``None`` from neither.
        rows: One row per area, in the order of the areas; none where there is no source.
        minutes: Minutes recorded in all.
        activities: Activities recorded in all.
        percent: What the rows add up to: 100 for recorded shares, for declared ones what was declared.
        decimals: Decimals that the percentages were rounded to.
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


class WorkTimes(Shown, tuple[WorkTime, ...]):
    """The monthly sums of working time, by year, month and area (R-35). German: Monatssummen."""

    __slots__ = ()

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each month and area that has an entry."""
        month = Column("month", Say("Monat", "month"), "integer")
        return (
            Table(
                name="work-time",
                title=Say("Tätigkeiten nach Monat und Bereich", "Activities by month and area"),
                columns=(YEAR, month, AREA, ACTIVITIES, MINUTES),
                rows=tuple(
                    (entry.year, entry.month, entry.area, entry.activities, entry.minutes) for entry in self
                ),
            ),
        )


def work_time(workspace: Workspace, year: int) -> WorkTimes:
    """Give the monthly sums of a year by month and area: activities and minutes (R-35).

    Single activities and the sums entered for time that is not kept singly are added together. In a
    view that may not show single activities, their sums stand among the entered ones, so view and
    workspace give the same. Months and areas without an entry have no row. German: Monatssummen.

    Raises:
        ModelError: The year is no whole number from 1 to 9999.
    """
    need_year(year)
    return WorkTimes(_sums(workspace, {year}))


def all_work_time(workspace: Workspace) -> tuple[WorkTime, ...]:
    """Give the monthly sums of all years, by year, month and area (R-35). German: Monatssummen."""
    return _sums(workspace, work_years(workspace))


def work_years(workspace: Workspace) -> tuple[int, ...]:
    """Give the years for which working time is recorded, singly or in sums, earliest first."""
    single = {activity.day.year for activity in workspace.activities}
    return tuple(sorted(single | {entry.year for entry in workspace.work_time}))


def _sums(workspace: Workspace, years: Iterable[int]) -> tuple[WorkTime, ...]:
    wanted = set(years)
    sums: dict[tuple[int, int, int], tuple[WorkArea, int, int]] = {}

    def add(year: int, month: int, area: WorkArea, activities: int, minutes: int) -> None:
        if year in wanted:
            key = (year, month, area.step)
            _, known, total = sums.get(key, (area, 0, 0))
            sums[key] = (area, known + activities, total + minutes)

    for entry in workspace.work_time:
        add(entry.year, entry.month, entry.area, entry.activities, entry.minutes)
    for activity in workspace.activities:
        add(activity.day.year, activity.day.month, activity.area, 1, activity.minutes)
    return tuple(
        WorkTime(year=year, month=month, area=area, activities=activities, minutes=minutes)
        for (year, month, _), (area, activities, minutes) in sorted(sums.items(), key=lambda item: item[0])
    )


def largest_remainder(parts: Sequence[int], *, total: int = 100, decimals: int = 1) -> tuple[Fraction, ...]:
    """Divide a total in proportion to parts, rounded, so that the results add up to it exactly (R-35).

    Each part first gets its share cut off after the decimals asked for; the units of the last decimal
    that are left go, one each, to the parts that lost most by the cut. Of parts that lost the same the
    larger one comes first, of equal parts the earlier one. Every result is thus less than one unit
    away from its exact share, and a larger part never gets less than a smaller one.
    German: Verfahren der größten Reste (Hare/Niemeyer).

    Args:
        parts: Whole numbers from 0 on, at least one of them above 0.
        total: What the results add up to.
        decimals: Decimals of the results, from 0 on.

    Raises:
        ModelError: There is nothing to divide by, a part is negative, or so are total or decimals.

    Example:
        >>> [str(share) for share in largest_remainder([1, 1, 1], decimals=0)]
        ['34', '33', '33']
    """
    whole = sum(parts)
    if whole <= 0 or min(parts) < 0:
        raise ModelError("Parts must not be negative, and at least one of them must be above zero.")
    if total < 0 or decimals < 0:
        raise ModelError("Neither the total nor the number of decimals may be negative.")
    scale = 10**decimals
    cut = [divmod(part * total * scale, whole) for part in parts]
    units = [quotient for quotient, _ in cut]
    order = sorted(range(len(parts)), key=lambda index: (-cut[index][1], -parts[index], index))
    for index in order[: total * scale - sum(units)]:
        units[index] += 1
    return tuple(Fraction(unit, scale) for unit in units)


def work_shares(workspace: Workspace, year: int, *, decimals: int = 1) -> WorkShares:
    """Tell how the work of a year divides over the areas (R-35).

    Recorded minutes come first; rounded to the decimals asked for they add up to exactly 100 per cent.
    Without any minutes the division that the team declared is given as it stands, sum included, even
    if that is not 100. Without either there are no rows and the reason. Gives the same on a view that
    may see working time as on the workspace. German: prozentualer Arbeitsumfang.

    Raises:
        ModelError: The year is no whole number from 1 to 9999.
    """
    entries = work_time(workspace, year)
    minutes = sum(entry.minutes for entry in entries)
    if minutes:
        return _recorded(year, entries, minutes, decimals)
    split = workspace.work_splits.get(str(year))
    if split is not None and split.shares:
        return _declared(year, split)
    blind = workspace.view is not None and workspace.view.audience < Audience.REPORT
    return WorkShares(
        year=year, source=None, reason=Message.of(_NOT_SHOWN if blind else _NOTHING, year=str(year))
    )


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


def _declared(year: int, split: WorkSplit) -> WorkShares:
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
        year=year, source="declared", rows=rows, percent=sum((row.percent for row in rows), Fraction(0))
    )
