"""The files of the i-mpuls-style export and their columns, described once for writing and reading."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import attrs

from jmdmodel.messages import Language, Say
from jmdmodel.vocabulary import WorkArea

ColumnType: TypeAlias = Literal["string", "integer", "number"]

FORMAT = "jmd-i-mpuls-style"
"""Name of our format. It follows the structural data of i-mpuls; it is not that software's import format."""

FORMAT_VERSION = "1.0"
"""Version of our format; the first number changes when a column goes or means something else."""

PACKAGE = "datapackage.json"
"""Name of the file that describes the others."""


@attrs.frozen(kw_only=True)
class Column:
    """One column: its identifier in the first line, its type, and what it means."""

    name: str
    type: ColumnType
    title: Say
    description: Say
    required: bool = True
    minimum: int | None = None
    maximum: int | None = None
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class File:
    """One file of the set: its name, what it holds, its columns, and which of them tell the rows apart."""

    name: str
    title: Say
    description: Say
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The identifiers of the columns in their order."""
        return tuple(column.name for column in self.columns)


_YEAR = Column(
    name="year",
    type="integer",
    title=Say("Jahr", "Year"),
    description=Say("Kalenderjahr.", "Calendar year."),
    minimum=1900,
    maximum=2199,
)
_AREA = Column(
    name="area",
    type="string",
    title=Say("Arbeitsbereich (Kürzel)", "Area of work (code)"),
    description=Say(
        "Kürzel des Arbeitsbereichs, in jeder Sprache gleich.",
        "Code of the area of work, the same in each language.",
    ),
    words=tuple(area.code for area in WorkArea),
)

WORK_TIME = File(
    name="work_time.csv",
    title=Say("Arbeitszeit nach Arbeitsbereichen", "Working time by area"),
    description=Say(
        "Eine Zeile je Arbeitsbereich: die Arbeitszeit eines Jahres und ihr Anteil am Ganzen. Die Anteile "
        "ergeben zusammen genau 100. Ohne erfasste Zeiten stehen hier die Anteile, die das Team angibt.",
        "One row for each area: the working time of a year and its share of the whole. The shares add up to "
        "exactly 100. Without recorded time, the shares are those that the team declares.",
    ),
    key=("year", "area"),
    columns=(
        _YEAR,
        _AREA,
        Column(
            name="label",
            type="string",
            title=Say("Arbeitsbereich", "Area of work"),
            description=Say(
                "Name des Arbeitsbereichs in der Sprache des Exports.",
                "Name of the area in the language of the export.",
            ),
        ),
        Column(
            name="minutes",
            type="integer",
            title=Say("Minuten", "Minutes"),
            description=Say(
                "Erfasste Arbeitszeit in ganzen Minuten; fehlt bei angegebenen Anteilen.",
                "Recorded working time in whole minutes; missing for declared shares.",
            ),
            required=False,
            minimum=0,
        ),
        Column(
            name="hours",
            type="number",
            title=Say("Stunden", "Hours"),
            description=Say(
                "Dieselbe Arbeitszeit in Stunden, auf zwei Stellen gerundet; genau sind die Minuten.",
                "The same working time in hours, rounded to two decimals; the minutes are exact.",
            ),
            required=False,
            minimum=0,
        ),
        Column(
            name="share_percent",
            type="number",
            title=Say("Anteil in Prozent", "Share in per cent"),
            description=Say(
                "Anteil an der Arbeitszeit des Jahres, nach dem Verfahren der größten Reste gerundet.",
                "Share of the year's working time, rounded by largest remainder.",
            ),
            minimum=0,
            maximum=100,
        ),
        Column(
            name="activities",
            type="integer",
            title=Say("Tätigkeiten", "Activities"),
            description=Say(
                "Zahl der erfassten Tätigkeiten; fehlt bei angegebenen Anteilen.",
                "Number of recorded activities; missing for declared shares.",
            ),
            required=False,
            minimum=0,
        ),
    ),
)

MONTHS = File(
    name="activities_by_month.csv",
    title=Say("Tätigkeiten nach Monat und Arbeitsbereich", "Activities by month and area"),
    description=Say(
        "Eine Zeile je Monat und Arbeitsbereich mit mindestens einem Eintrag, keine einzelnen Tätigkeiten.",
        "One row for each month and area with at least one entry, no single activities.",
    ),
    key=("year", "month", "area"),
    columns=(
        _YEAR,
        Column(
            name="month",
            type="integer",
            title=Say("Monat", "Month"),
            description=Say("Monat von 1 bis 12.", "Month from 1 to 12."),
            minimum=1,
            maximum=12,
        ),
        _AREA,
        Column(
            name="activities",
            type="integer",
            title=Say("Tätigkeiten", "Activities"),
            description=Say("Zahl der Tätigkeiten.", "Number of activities."),
            minimum=0,
        ),
        Column(
            name="minutes",
            type="integer",
            title=Say("Minuten", "Minutes"),
            description=Say("Arbeitszeit in ganzen Minuten.", "Working time in whole minutes."),
            minimum=0,
        ),
    ),
)

FILES = (WORK_TIME, MONTHS)


def described(column: Column, *, point: str, language: Language) -> dict[str, Any]:
    """Give a column in the words of Frictionless Table Schema, with our titles in both languages beside."""
    told: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.title.in_(language),
        "description": column.description.in_(language),
        "titles": {"de": column.title.de, "en": column.title.en},
        "descriptions": {"de": column.description.de, "en": column.description.en},
    }
    if column.type == "number":
        told["decimalChar"] = point
    limits: dict[str, Any] = {"required": True} if column.required else {}
    limits |= {
        name: limit
        for name, limit in (("minimum", column.minimum), ("maximum", column.maximum))
        if limit is not None
    }
    if column.words:
        limits["enum"] = list(column.words)
    return told | ({"constraints": limits} if limits else {})
