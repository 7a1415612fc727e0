"""The rows on working time: areas of the year, months, and single activities (R-35)."""

# ruff: noqa: RUF009 - each call declares a field and keeps nothing
from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import attrs

from jmdexport.builtin import _impuls_columns as col
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.vocabulary import WorkArea

_MINUTES = Say("Minuten", "Minutes")
_HOURS = Say("Stunden", "Hours")


def hours_of(minutes: int | None) -> Fraction | None:
    """Give minutes as hours with two decimals, half rounded up; the minutes are the exact number."""
    return None if minutes is None else Fraction((minutes * 10 + 3) // 6, 100)


def _written(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(map(str, refs))


@attrs.frozen(kw_only=True)
class ImpulsWork:
    """An area of work with its share in the year, and its time where it was recorded."""

    year: int = col.year()
    area: WorkArea = col.area()
    label: str = col.name(
        Say("Arbeitsbereich", "Area of work"),
        Say(
            "Name des Arbeitsbereichs in der Sprache des Exports.",
            "Name of the area in the language of the export.",
        ),
    )
    minutes: int | None = col.number(
        _MINUTES,
        Say(
            "Erfasste Arbeitszeit in ganzen Minuten; fehlt bei angegebenen Anteilen.",
            "Recorded working time in whole minutes; missing for declared shares.",
        ),
    )
    hours: Fraction | None = col.column(
        "number",
        _HOURS,
        Say(
            "Dieselbe Arbeitszeit in Stunden, auf zwei Stellen gerundet; genau sind die Minuten.",
            "The same working time in hours, rounded to two decimals; the minutes are exact.",
        ),
        optional=True,
        minimum=0,
        decimals=2,
    )
    share_percent: Fraction = col.column(
        "number",
        Say("Anteil in Prozent", "Share in per cent"),
        Say(
            "Anteil an der Arbeitszeit des Jahres, nach dem Verfahren der größten Reste gerundet.",
            "Share of the year's working time, rounded by largest remainder.",
        ),
        minimum=0,
        maximum=100,
        decimals=1,
    )
    activities: int | None = col.number(
        Say("Tätigkeiten", "Activities"),
        Say(
            "Zahl der erfassten Tätigkeiten; fehlt bei angegebenen Anteilen.",
            "Number of recorded activities; missing for declared shares.",
        ),
    )
    people: int | None = col.persons(
        Say("Erreichte Personen", "People reached"),
        Say(
            "Bei den Tätigkeiten erreichte Personen; wer mehrmals dabei war, zählt jedes Mal.",
            "People reached by the activities; whoever came several times counts each time.",
        ),
        since=2,
    )


@attrs.frozen(kw_only=True)
class ImpulsMonth:
    """The activities of one area in one month."""

    year: int = col.year()
    month: int = col.column(
        "integer",
        Say("Monat", "Month"),
        Say("Monat von 1 bis 12.", "Month from 1 to 12."),
        minimum=1,
        maximum=12,
    )
    area: WorkArea = col.area()
    activities: int = col.number(
        Say("Tätigkeiten", "Activities"),
        Say("Zahl der Tätigkeiten.", "Number of activities."),
        optional=False,
    )
    minutes: int = col.number(
        _MINUTES,
        Say("Arbeitszeit in ganzen Minuten.", "Working time in whole minutes."),
        optional=False,
    )


@attrs.frozen(kw_only=True)
class ImpulsActivity:
    """One activity: personal data of employees."""

    activity: str = col.column(
        "id",
        Say("Tätigkeit (Kennung)", "Activity (identifier)"),
        Say("Kennung der Tätigkeit.", "Identifier of the activity."),
        source="id",
    )
    day: date = col.column("day", Say("Tag", "Day"), Say("Tag der Tätigkeit.", "Day of the activity."))
    minutes: int = col.number(
        _MINUTES,
        Say("Arbeitszeit in ganzen Minuten.", "Working time in whole minutes."),
        optional=False,
    )
    hours: Fraction = col.column(
        "number",
        _HOURS,
        Say(
            "Dieselbe Arbeitszeit in Stunden, auf zwei Stellen gerundet.",
            "The same working time in hours, rounded to two decimals.",
        ),
        minimum=0,
        decimals=2,
        source="minutes",
        made=hours_of,
    )
    area: WorkArea = col.area()
    own_area: str | None = col.column(
        "id",
        Say("Eigener Arbeitsbereich (Kennung)", "Own area of work (identifier)"),
        Say(
            "Kennung des eigenen Arbeitsbereichs, wenn das Team feiner unterteilt.",
            "Identifier of the team's own area, where it divides more finely.",
        ),
        optional=True,
        source="sub_area",
    )
    staff: str | None = col.column(
        "id",
        Say("Funktion (Kennung)", "Staff role (identifier)"),
        Say("Funktion im Team, niemals ein Name.", "Function in the team, never a person's name."),
        optional=True,
    )
    regarding: tuple[str, ...] = col.column(
        "ids",
        Say("Betrifft", "Regarding"),
        Say(
            "Worum es ging, als Verweise in die Arbeitsmappe, durch Leerzeichen getrennt.",
            "What it was about, as references into the workspace, divided by blanks.",
        ),
        optional=True,
        made=_written,
    )
    note: str | None = col.column(
        "text",
        Say("Notiz", "Note"),
        Say("Notiz zur Tätigkeit.", "Note on the activity."),
        optional=True,
    )


WORK_TIME = col.File(
    name="work_time.csv",
    title=Say("Arbeitszeit nach Arbeitsbereichen", "Working time by area"),
    description=Say(
        "Eine Zeile je Arbeitsbereich: die Arbeitszeit eines Jahres und ihr Anteil am Ganzen. Anteile aus "
        "erfassten Zeiten ergeben zusammen genau 100. Ohne erfasste Zeiten stehen hier die Anteile, die das "
        "Team angibt.",
        "One row for each area: the working time of a year and its share of the whole. Shares of recorded "
        "time add up to exactly 100. Without recorded time, the shares are those that the team declares.",
    ),
    row=ImpulsWork,
    key=("year", "area"),
    since=1,
)
MONTHS = col.File(
    name="activities_by_month.csv",
    title=Say("Tätigkeiten nach Monat und Arbeitsbereich", "Activities by month and area"),
    description=Say(
        "Eine Zeile je Monat und Arbeitsbereich mit mindestens einem Eintrag, keine einzelnen Tätigkeiten.",
        "One row for each month and area with at least one entry, no single activities.",
    ),
    row=ImpulsMonth,
    key=("year", "month", "area"),
    since=1,
)
ACTIVITIES = col.File(
    name="activities.csv",
    title=Say("Einzelne Tätigkeiten", "Single activities"),
    description=Say(
        "Eine Zeile je Tätigkeit des Jahres. Das sind Angaben über Beschäftigte; die Datei entsteht nur für "
        "namentlich Berechtigte.",
        "One row for each activity of the year. These are data about employees; the file is made for people "
        "entitled by name alone.",
    ),
    row=ImpulsActivity,
    key=("activity",),
    audience="personal",
)
