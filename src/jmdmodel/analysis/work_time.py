"""Working time in whole minutes, by month and area. No floats anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from jmdmodel.analysis.tables import ACTIVITIES, AREA, LABELS, MINUTES, YEAR, Column, Shown, Table
from jmdmodel.borders import need_year
from jmdmodel.entities.work import WorkTime
from jmdmodel.messages import Say, in_month
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace

__all__ = [
    "OwnArea",
    "OwnAreas",
    "WorkTimes",
    "own_areas",
    "work_time",
]

MONTHS = range(1, 13)
"""The months of a year."""


class WorkTimes(Shown, tuple[WorkTime, ...]):
    """The monthly sums of working time, by year, month and area (R-35). German: Monatssummen."""

    __slots__ = ()

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each month and area with an entry, and the minutes as areas × months."""
        month = Column("month", Say("Monat", "month"), "integer")
        entries = Table(
            name="work-time",
            title=Say("Tätigkeiten nach Monat und Bereich", "Activities by month and area"),
            columns=(YEAR, month, AREA, ACTIVITIES, MINUTES),
            rows=tuple(
                (entry.year, entry.month, entry.area, entry.activities, entry.minutes) for entry in self
            ),
        )
        return entries, self._by_month()

    def _by_month(self) -> Table:
        spent: dict[tuple[int, int], dict[int, int]] = {}
        for entry in self:
            months = spent.setdefault((entry.year, entry.area.step), {})
            months[entry.month] = months.get(entry.month, 0) + entry.minutes
        areas = tuple(WorkArea)
        return Table(
            name="work-months",
            title=Say("Minuten nach Bereich und Monat", "Minutes by area and month"),
            columns=(
                YEAR,
                AREA,
                *(Column(f"month_{n}", Say(in_month(n, "de"), in_month(n, "en")), "integer") for n in MONTHS),
                Column("total", Say("zusammen", "total"), "integer"),
            ),
            rows=tuple(
                (year, areas[step - 1], *(months.get(n, 0) for n in MONTHS), sum(months.values()))
                for (year, step), months in sorted(spent.items())
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


@attrs.frozen(kw_only=True)
class OwnArea:
    """What was recorded for one of the team's own areas of work (R-35). German: eigener Arbeitsbereich.

    Attributes:
        area: The area of the library that it belongs to.
        own: The identifier of the own area; ``None`` for time that was not divided further.
        label: The label of the own area, of the area itself where it was not divided further.
        activities: Activities recorded.
        minutes: Minutes recorded.
    """

    area: WorkArea
    own: str | None
    label: Say
    activities: int
    minutes: int


class OwnAreas(Shown, tuple[OwnArea, ...]):
    """The areas of work, divided by the team's own words (R-35). German: eigene Arbeitsbereiche."""

    __slots__ = ()

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each area and own area."""
        own = Column("own", Say("eigener Bereich", "own area"))
        return (
            Table(
                name="own-areas",
                title=Say("Eigene Arbeitsbereiche", "Own areas of work"),
                columns=(AREA, own, *LABELS, ACTIVITIES, MINUTES),
                rows=tuple(
                    (row.area, row.own, row.label.de, row.label.en, row.activities, row.minutes)
                    for row in self
                ),
            ),
        )


def own_areas(workspace: Workspace, year: int) -> OwnAreas:
    """Divide the working time of a year by the team's own areas of work (R-35).

    Only single activities name an own area; sums entered by month stand with the time that was not
    divided. The minutes add up to those of :func:`work_time`. German: eigene Arbeitsbereiche.

    Raises:
        ModelError: The year is no whole number from 1 to 9999.
    """
    sums: dict[tuple[int, str], tuple[int, int]] = {}
    rest = dict.fromkeys(WorkArea, (0, 0))
    for entry in work_time(workspace, year):
        known, minutes = rest[entry.area]
        rest[entry.area] = known + entry.activities, minutes + entry.minutes
    for activity in workspace.activities:
        if activity.day.year == year and activity.sub_area is not None:
            key = activity.area.step, activity.sub_area
            known, minutes = sums.get(key, (0, 0))
            sums[key] = known + 1, minutes + activity.minutes
            known, minutes = rest[activity.area]
            rest[activity.area] = known - 1, minutes - activity.minutes

    def rows() -> Iterator[OwnArea]:
        for area in WorkArea:
            for (step, own), (activities, minutes) in sorted(sums.items()):
                if step == area.step:
                    label = workspace.vocabulary.label("work_areas", own) or Say(own, own)
                    yield OwnArea(area=area, own=own, label=label, activities=activities, minutes=minutes)
            activities, minutes = rest[area]
            if minutes or activities:  # a sum may tell how often without how long
                yield OwnArea(area=area, own=None, label=area.label, activities=activities, minutes=minutes)

    return OwnAreas(rows())


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
