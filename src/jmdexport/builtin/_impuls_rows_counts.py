"""The rows on persons: young people in counselling and case management, and other yearly figures (R-35)."""

# ruff: noqa: RUF009 - each call declares a field and keeps nothing
from __future__ import annotations

import attrs

from jmdexport.builtin import _impuls_columns as col
from jmdmodel.messages import Say
from jmdmodel.scales import Coded
from jmdmodel.vocabulary import FigureKind


class Category(Coded):
    """The two categories of cases of the federal figures, and both together. German: Art der Begleitung."""

    COUNSELLING = "counselling", Say("Beratung", "counselling")
    CASE_MANAGEMENT = "case-management", Say("Case Management", "case management")
    TOTAL = "total", Say("zusammen", "together")


class Source(Coded):
    """Where a number of cases comes from. German: Herkunft der Fallzahl."""

    FIGURES = "figures", Say("Jahreszahlen des Dienstes", "yearly figures of the service")
    PLANS = "plans", Say("Förderpläne der Arbeitsmappe", "case plans of the workspace")


class Division(Coded):
    """What a number is a part by. German: Aufteilung."""

    WHOLE = "whole", Say("alle", "all")
    AGE = "age", Say("nach Alter", "by age")
    PART = "part", Say("nach Teilmengen", "by part")


_NUMBER = Say("Nummer der Zählung", "Number of the count")
_NUMBER_TOLD = Say(
    "1, wenn der Dienst alle zusammen zählt; zählt er getrennt, hat jede Zählung ihre Nummer.",
    "1 where the service counts all together; where it counts apart, each count has its number.",
)
_DIVISION = Say("Aufteilung (Kürzel)", "Division (code)")
_DIVISION_TOLD = Say(
    "Ob die Zahl alle meint, eine Altersgruppe oder eine Teilmenge. Zeilen mit verschiedener Aufteilung "
    "zählen dieselben Personen und werden nicht addiert.",
    "Whether the number means all, an age group or a part. Rows of different divisions count the same "
    "persons and are not added up.",
)
_GROUP = Say("Gruppe (Kürzel)", "Group (code)")
_GROUP_TOLD = Say(
    "„total“ für alle, sonst die Altersgruppe oder die Teilmenge; was davon ein Teil ist, steht hinter "
    "einem Schrägstrich.",
    '"total" for all, otherwise the age group or the part; a part of a part stands behind a slash.',
)
_LABEL = Say("Gruppe", "Group")
_LABEL_TOLD = Say(
    "Name der Gruppe in der Sprache des Exports.", "Name of the group in the language of the export."
)
_PERSONS = Say("Personen", "Persons")
_SERVICES = Say("Dienste", "Services")
_SERVICES_TOLD = Say(
    "Zahl der Dienste, die hier zusammengezählt sind; in einem Export immer 1.",
    "Number of services that are added up here; always 1 in an export.",
)


@attrs.frozen(kw_only=True)
class ImpulsCases:
    """A number of young people in counselling or in case management."""

    year: int = col.year()
    source: Source = col.column(
        "code",
        Say("Herkunft (Kürzel)", "Source (code)"),
        Say(
            "Ob der Dienst die Zahl als Jahreszahl führt oder ob sie die Förderpläne der Arbeitsmappe zählt.",
            "Whether the number is a yearly figure of the service or counts the case plans of the workspace.",
        ),
        words=Source,
    )
    category: Category = col.column(
        "code",
        Say("Fallkategorie (Kürzel)", "Category (code)"),
        Say(
            "Beratung, Case Management oder beides zusammen.",
            "Counselling, case management or both together.",
        ),
        words=Category,
    )
    number: int = col.column("integer", _NUMBER, _NUMBER_TOLD, minimum=1)
    division: Division = col.column("code", _DIVISION, _DIVISION_TOLD, words=Division)
    group: str = col.column("text", _GROUP, _GROUP_TOLD)
    label: str = col.name(_LABEL, _LABEL_TOLD)
    persons: int | None = col.persons(_PERSONS, Say("Zahl der jungen Menschen.", "Number of young people."))
    services: int = col.column("integer", _SERVICES, _SERVICES_TOLD, minimum=1)


@attrs.frozen(kw_only=True)
class ImpulsFigure:
    """Another yearly figure of persons: participants in groups, relatives, volunteers, interns."""

    year: int = col.year()
    figure: FigureKind = col.column(
        "code",
        Say("Jahreszahl (Kürzel)", "Yearly figure (code)"),
        Say("Was gezählt ist.", "What is counted."),
        words=FigureKind,
    )
    number: int = col.column("integer", _NUMBER, _NUMBER_TOLD, minimum=1)
    division: Division = col.column("code", _DIVISION, _DIVISION_TOLD, words=Division)
    group: str = col.column("text", _GROUP, _GROUP_TOLD)
    label: str = col.name(_LABEL, _LABEL_TOLD)
    persons: int | None = col.persons(_PERSONS, Say("Zahl der Personen.", "Number of persons."))
    services: int = col.column("integer", _SERVICES, _SERVICES_TOLD, minimum=1)


CASES = col.File(
    name="case_counts.csv",
    title=Say("Fallzahlen", "Case counts"),
    description=Say(
        "Geschützte Zahlen junger Menschen in Beratung und im Case Management, auch nach Alter und "
        "Teilmengen. Die Summe beider steht da, wenn der Dienst beide zählt.",
        "Protected numbers of young people in counselling and in case management, also by age and part. The "
        "sum of both is there where the service counts both.",
    ),
    row=ImpulsCases,
    key=("year", "source", "category", "number", "division", "group"),
)
FIGURES = col.File(
    name="year_figures.csv",
    title=Say("Weitere Jahreszahlen", "Other yearly figures"),
    description=Say(
        "Geschützte Zahlen: Teilnehmende an Gruppenangeboten, beratene Angehörige, Ehrenamtliche und "
        "Menschen im Praktikum, auch nach Alter und Teilmengen.",
        "Protected numbers: participants in group offers, relatives counselled, volunteers and interns, also "
        "by age and part.",
    ),
    row=ImpulsFigure,
    key=("year", "figure", "number", "division", "group"),
)
