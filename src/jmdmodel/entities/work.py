"""Work: single activities, monthly sums, and shares of working time that the team declares."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jmdmodel.entities._sense import twice, year_key
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import ActivityId, Ref, SplitId, StaffId
from jmdmodel.messages import Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import WorkArea


@entity(
    "Tätigkeit",
    "activity",
    Audience.PERSONAL,
    plural=Say("Tätigkeiten", "activities"),
    collection="activities",
)
class Activity:
    """A piece of work on one day, in whole minutes (R-35). German: Tätigkeit.

    Single activities are data about employees and therefore personal; reports get monthly sums.
    """

    id: ActivityId = about("Kennung", "identifier", Audience.PERSONAL)
    day: date = about("Tag", "day", Audience.PERSONAL)
    minutes: int = about("Minuten", "minutes", Audience.PERSONAL, minimum=1, maximum=1440)
    area: WorkArea = about("Arbeitsbereich", "area of work", Audience.PERSONAL)
    sub_area: str | None = about(
        "eigener Arbeitsbereich",
        "own area of work",
        Audience.PERSONAL,
        default=None,
        terms="work_areas",
        below="area",
    )
    staff: StaffId | None = about("Funktion", "staff role", Audience.PERSONAL, default=None, refers="staff")
    regarding: tuple[Ref, ...] = about(
        "betrifft",
        "regarding",
        Audience.PERSONAL,
        default=(),
        refers="partners networks committees offers contacts events measures openings gaps group_offers",
    )
    people: int | None = about(
        "erreichte Personen",
        "people reached",
        Audience.PERSONAL,
        default=None,
        minimum=0,
        maximum=100000,
        counts="people-reached",
    )
    note: str | None = about("Notiz", "note", Audience.PERSONAL, default=None, lines=True)


@entity("Arbeitszeit eines Monats", "working time of a month", Audience.REPORT)
class WorkTime:
    """The sum of one area in one month: how many activities, how many minutes (R-35). German: Monatssumme."""

    year: int = about("Jahr", "year", Audience.REPORT, minimum=1900, maximum=2199)
    month: int = about("Monat", "month", Audience.REPORT, minimum=1, maximum=12)
    area: WorkArea = about("Arbeitsbereich", "area of work", Audience.REPORT)
    activities: int = about("Tätigkeiten", "activities", Audience.REPORT, minimum=0)
    minutes: int = about("Minuten", "minutes", Audience.REPORT, minimum=0)


@entity("Anteil", "share", Audience.REPORT, plural=Say("Anteile", "shares"))
class DeclaredShare:
    """The share of one area in a year's work, in per cent, as the team declares it (R-35).

    German: Arbeitsanteil.
    """

    area: WorkArea = about("Arbeitsbereich", "area of work", Audience.REPORT)
    percent: Fraction = about("Prozent", "per cent", Audience.REPORT, minimum=0, maximum=100)


@entity(
    "Arbeitsverteilung",
    "division of work",
    Audience.REPORT,
    plural=Say("Arbeitsverteilungen", "divisions of work"),
    collection="work_splits",
)
class WorkSplit:
    """The declared division of a year's work over the areas; the identifier is the year (R-35).

    German: prozentualer Arbeitsumfang. Declared shares alone satisfy the concept; where activities
    are kept as well, both can be compared.
    """

    id: SplitId = about("Jahr", "year", Audience.REPORT)
    estimated_by: StaffId | None = about(
        "geschätzt von", "estimated by", Audience.REPORT, default=None, refers="staff"
    )
    ground: str | None = about(
        "Grundlage der Schätzung", "ground of the estimate", Audience.REPORT, default=None
    )
    shares: tuple[DeclaredShare, ...] = about("Anteile", "shares", Audience.REPORT, default=())

    @property
    def year(self) -> int:
        """The year of the division."""
        return int(self.id)

    def _broken(self) -> Iterator[Broken]:
        yield from year_key(self.id)
        yield from twice("shares", [share.area.code for share in self.shares])
