"""The rows on measures, events and group offers (R-11, R-18, R-22 … R-26, R-35)."""

# ruff: noqa: RUF009 - each call declares a field and keeps nothing
from __future__ import annotations

from datetime import date

import attrs

from jmdexport.builtin import _impuls_columns as col
from jmdmodel.messages import Say
from jmdmodel.vocabulary import (
    EventRole,
    EventTheme,
    MeasureFamily,
    MeasureKind,
    MeasureState,
    Topic,
)

_DAY = Say("Tag", "Day")
_UNTIL = Say("Bis", "Until")
_PARTNERS = Say("Partner (Kennungen)", "Partners (identifiers)")
_PARTNERS_TOLD = Say(
    "Beteiligte Partner, durch Leerzeichen getrennt.", "Partners that took part, divided by blanks."
)
_RESULT = Say("Ergebnis", "Result")
_PEOPLE = Say("Teilnehmende", "Participants")


@attrs.frozen(kw_only=True)
class ImpulsMeasure:
    """A measure of intercultural opening."""

    year: int = col.year()
    measure: str = col.identifier(
        Say("Maßnahme (Kennung)", "Measure (identifier)"),
        Say("Kennung der Maßnahme.", "Identifier of the measure."),
    )
    title: str = col.name(Say("Maßnahme", "Measure"), Say("Titel der Maßnahme.", "Title of the measure."))
    measure_family: MeasureFamily = col.column(
        "code",
        Say("Gruppe von Maßnahmen (Kürzel)", "Family (code)"),
        Say("Eine der fünf Gruppen von Maßnahmen.", "One of the five families of measures."),
        words=MeasureFamily,
    )
    measure_kind: MeasureKind = col.column(
        "code",
        Say("Art (Kürzel)", "Kind (code)"),
        Say("Art der Maßnahme.", "Kind of the measure."),
        words=MeasureKind,
    )
    measure_state: MeasureState = col.column(
        "code",
        Say("Stand (Kürzel)", "State (code)"),
        Say("Ob die Maßnahme stattgefunden hat.", "Whether the measure took place."),
        words=MeasureState,
    )
    day: date = col.column(
        "day", _DAY, Say("Tag, an dem die Maßnahme beginnt.", "Day on which the measure begins.")
    )
    until: date | None = col.column(
        "day",
        _UNTIL,
        Say("Letzter Tag, wenn sie länger als einen Tag dauert.", "The last day, if it takes more than one."),
        optional=True,
    )
    partners: tuple[str, ...] = col.column("ids", _PARTNERS, _PARTNERS_TOLD, optional=True)
    people: int | None = col.persons(
        Say("Erreichte Personen", "People reached"),
        Say("Mit der Maßnahme erreichte Personen.", "People reached by the measure."),
    )
    evaluated_on: date | None = col.column(
        "day",
        Say("Ausgewertet am", "Evaluated on"),
        Say("Tag der Auswertung.", "Day of the evaluation."),
        optional=True,
    )
    result: str | None = col.column(
        "text", _RESULT, Say("Ergebnis der Maßnahme.", "Result of the measure."), optional=True
    )


@attrs.frozen(kw_only=True)
class ImpulsEvent:
    """An event in the social space."""

    year: int = col.year()
    event: str = col.identifier(
        Say("Veranstaltung (Kennung)", "Event (identifier)"),
        Say("Kennung der Veranstaltung.", "Identifier of the event."),
    )
    title: str = col.name(
        Say("Veranstaltung", "Event"), Say("Titel der Veranstaltung.", "Title of the event.")
    )
    day: date = col.column("day", _DAY, Say("Erster Tag der Veranstaltung.", "First day of the event."))
    until: date | None = col.column(
        "day",
        _UNTIL,
        Say("Letzter Tag, wenn sie länger als einen Tag dauert.", "The last day, if it takes more than one."),
        optional=True,
    )
    event_roles: tuple[EventRole, ...] = col.column(
        "codes",
        Say("Rolle des Dienstes (Kürzel)", "Role of the service (codes)"),
        Say(
            "Was der Dienst beigetragen hat, durch Leerzeichen getrennt.",
            "What the service did, divided by blanks.",
        ),
        words=EventRole,
        optional=True,
    )
    event_themes: tuple[EventTheme, ...] = col.column(
        "codes",
        Say("Themen (Kürzel)", "Themes (codes)"),
        Say(
            "Themen der Veranstaltung, durch Leerzeichen getrennt.", "Themes of the event, divided by blanks."
        ),
        words=EventTheme,
        optional=True,
    )
    programme: str | None = col.column(
        "id",
        Say("Programm (Kennung)", "Programme (identifier)"),
        Say(
            "Förderprogramm, zu dem die Veranstaltung gehört.", "Funding programme that the event belongs to."
        ),
        optional=True,
    )
    partners: tuple[str, ...] = col.column("ids", _PARTNERS, _PARTNERS_TOLD, optional=True)
    networks: tuple[str, ...] = col.column(
        "ids",
        Say("Netzwerke (Kennungen)", "Networks (identifiers)"),
        Say(
            "Netzwerke, mit denen sie stattfand, durch Leerzeichen getrennt.",
            "Networks that it was held with, divided by blanks.",
        ),
        optional=True,
    )
    people: int | None = col.persons(
        _PEOPLE, Say("Teilnehmende der Veranstaltung.", "Participants of the event.")
    )
    result: str | None = col.column(
        "text", _RESULT, Say("Ergebnis der Veranstaltung.", "Result of the event."), optional=True
    )


@attrs.frozen(kw_only=True)
class ImpulsGroupOffer:
    """A run of a group offer."""

    year: int = col.year()
    group_offer: str = col.identifier(
        Say("Gruppenangebot (Kennung)", "Group offer (identifier)"),
        Say("Kennung des Durchgangs.", "Identifier of the run."),
    )
    name: str = col.name(
        Say("Gruppenangebot", "Group offer"), Say("Name des Gruppenangebots.", "Name of the group offer.")
    )
    since: date | None = col.column(
        "day", Say("Seit", "Since"), Say("Erster Tag des Durchgangs.", "First day of the run."), optional=True
    )
    until: date | None = col.column(
        "day", _UNTIL, Say("Letzter Tag des Durchgangs.", "Last day of the run."), optional=True
    )
    topics: tuple[Topic, ...] = col.column(
        "codes",
        Say("Themen (Kürzel)", "Topics (codes)"),
        Say("Themen des Angebots, durch Leerzeichen getrennt.", "Topics of the offer, divided by blanks."),
        words=Topic,
        optional=True,
    )
    partners: tuple[str, ...] = col.column("ids", _PARTNERS, _PARTNERS_TOLD, optional=True)
    meetings: int | None = col.number(
        Say("Termine", "Meetings"), Say("Zahl der Termine.", "Number of meetings.")
    )
    people: int | None = col.persons(_PEOPLE, Say("Teilnehmende des Durchgangs.", "Participants of the run."))


MEASURES = col.File(
    name="measures.csv",
    title=Say("Maßnahmen zur interkulturellen Öffnung", "Measures of intercultural opening"),
    description=Say(
        "Eine Zeile je Maßnahme, die in diesem Jahr beginnt, auch geplante und abgesagte.",
        "One row for each measure that begins in this year, planned and cancelled ones too.",
    ),
    row=ImpulsMeasure,
    key=("year", "measure"),
    requirements=("R-22", "R-23", "R-24", "R-25", "R-26", "R-35"),
)
EVENTS = col.File(
    name="events.csv",
    title=Say("Veranstaltungen im Sozialraum", "Events in the social space"),
    description=Say(
        "Eine Zeile je Veranstaltung, die in diesem Jahr beginnt.",
        "One row for each event that begins in this year.",
    ),
    row=ImpulsEvent,
    key=("year", "event"),
    requirements=("R-11", "R-18", "R-35"),
)
GROUP_OFFERS = col.File(
    name="group_offers.csv",
    title=Say("Gruppenangebote", "Group offers"),
    description=Say(
        "Eine Zeile je Durchgang eines Gruppenangebots, der in diesem Jahr beginnt. Wer an mehreren "
        "teilnimmt, zählt in jedem; die Jahreszahl steht in den weiteren Jahreszahlen.",
        "One row for each run of a group offer that begins in this year. Whoever takes part in several "
        "counts in each; the figure of the year stands among the other yearly figures.",
    ),
    row=ImpulsGroupOffer,
    key=("year", "group_offer"),
)
