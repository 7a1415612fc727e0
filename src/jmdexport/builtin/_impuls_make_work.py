"""The rows on working time, made from a view: shares as they are printed, months, people reached (R-35)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from jmdexport.builtin._impuls_notes import Note, Persons
from jmdexport.builtin._impuls_rows_work import WORK_TIME, ImpulsMonth, ImpulsWork, hours_of
from jmdmodel.analysis.remainder import largest_remainder
from jmdmodel.analysis.shares import WorkShares, work_shares
from jmdmodel.analysis.work_time import work_time
from jmdmodel.entities.work import Activity
from jmdmodel.messages import Language, Message, Say, in_decimal
from jmdmodel.workspace import Workspace

_DECLARED = Say(
    de="Für {year} sind keine Arbeitszeiten erfasst; die Anteile hat das Team angegeben.",
    en="For {year} no working time is recorded; the shares are those that the team declared.",
)
_NOT_WHOLE = Say(
    de="Die angegebenen Anteile ergeben zusammen {sum} und nicht 100 Prozent; sie stehen hier unverändert.",
    en="The declared shares add up to {sum} and not to 100 per cent; they stand here unchanged.",
)
_ALL_DECIMALS = Say(
    de="Damit sie unverändert bleiben, haben sie mehr Nachkommastellen als verlangt: {n}.",
    en="To leave them unchanged they have more decimals than asked for: {n}.",
)
_CUT = Say(
    de="Die angegebenen Anteile ergeben zusammen rund {sum} und nicht 100 Prozent. Ihre Nachkommastellen "
    "enden nicht; hier sind sie auf {n} Stellen gerundet.",
    en="The declared shares add up to about {sum} and not to 100 per cent. They do not end behind the point "
    "and are rounded here to {n} decimals.",
)
_LONGEST = 12
"""The most decimals that a declared share is written with."""


class Work:
    """The working time of a year, with shares as they are printed.

    Attributes:
        shares: The shares of the year.
        decimals: How many decimals they are printed with.
    """

    def __init__(self, view: Workspace, year: int, *, decimals: int) -> None:
        self.asked = decimals
        self.shares: WorkShares = work_shares(view, year, decimals=decimals)
        self.percents, self.decimals = _percents(self.shares, decimals)

    def rows(self, persons: Persons, language: Language) -> Iterator[ImpulsWork]:
        """Yield one row for each area."""
        for row, percent in zip(self.shares.rows, self.percents, strict=True):
            yield ImpulsWork(
                year=self.shares.year,
                area=row.area,
                label=row.area.label.in_(language),
                minutes=row.minutes,
                hours=hours_of(row.minutes),
                share_percent=percent,
                activities=row.activities,
                people=persons.of("activities", row.area.code),
            )

    def notes(self) -> Iterator[Note]:
        """Say why there are no shares, or where they come from."""
        if self.shares.reason is not None:
            yield Note(self.shares.reason, WORK_TIME)
        if self.shares.source == "declared":
            yield Note(Message.of(_DECLARED, year=str(self.shares.year)), WORK_TIME)
            if self.shares.percent != 100:
                yield from (Note(message, WORK_TIME) for message in self._not_whole())

    def _not_whole(self) -> Iterator[Message]:
        places = self.decimals
        total = Say(
            in_decimal(self.shares.percent, "de", decimals=places),
            in_decimal(self.shares.percent, "en", decimals=places),
        )
        if any(row.percent != percent for row, percent in zip(self.shares.rows, self.percents, strict=True)):
            yield Message.of(_CUT, sum=total, n=places)
            return
        yield Message.of(_NOT_WHOLE, sum=total)
        if places > self.asked:
            yield Message.of(_ALL_DECIMALS, n=places)


def month_rows(view: Workspace, year: int) -> Iterator[ImpulsMonth]:
    """Yield one row for each month and area with an entry."""
    for entry in work_time(view, year):
        yield ImpulsMonth(
            year=entry.year,
            month=entry.month,
            area=entry.area,
            activities=entry.activities,
            minutes=entry.minutes,
        )


def activities_of(view: Workspace, year: int) -> Iterator[Activity]:
    """Give the single activities of a year, as far as the view has them, in the order of the workspace."""
    return (activity for activity in view.activities if activity.day.year == year)


def _percents(shares: WorkShares, decimals: int) -> tuple[tuple[Fraction, ...], int]:
    """Give the shares as they are printed, and with how many decimals.

    Declared shares of 100 in all are rounded like recorded ones, so that they still add up; others stay as
    they were declared, with all decimals that they need.
    """
    percents = tuple(row.percent for row in shares.rows)
    if shares.source != "declared":
        return percents, decimals
    if shares.percent == 100:
        common = math.lcm(*(percent.denominator for percent in percents))
        return largest_remainder([int(percent * common) for percent in percents], decimals=decimals), decimals
    needed = (
        places
        for places in range(decimals, _LONGEST)
        if all((percent * 10**places).denominator == 1 for percent in percents)
    )
    places = next(needed, _LONGEST)
    return tuple(
        Fraction(math.floor(percent * 10**places + Fraction(1, 2)), 10**places) for percent in percents
    ), places
