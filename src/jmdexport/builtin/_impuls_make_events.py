"""The rows on measures, events and group offers, made from a view (R-11, R-18, R-22 … R-26, R-35)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdexport.builtin._impuls_notes import Note, Persons
from jmdexport.builtin._impuls_rows_events import (
    GROUP_OFFERS,
    MEASURES,
    ImpulsEvent,
    ImpulsGroupOffer,
    ImpulsMeasure,
)
from jmdmodel.analysis.counting import told
from jmdmodel.analysis.opening import opening_overview
from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun
from jmdmodel.workspace import Workspace

_MEASURE = Noun("f", Say("Maßnahme", "measure"), Say("Maßnahmen", "measures"))
_OFFER = Noun("m", Say("Durchgang", "run"), Say("Durchgänge", "runs"), "Durchgängen")
_UNDATED = Counted(
    none=Say("Alle Maßnahmen haben einen Tag.", "All measures have a day."),
    one=Say(
        "{N} hat keinen Tag und steht deshalb in keinem Jahr.", "{N} has no day and so stands in no year."
    ),
    many=Say(
        "{N} haben keinen Tag und stehen deshalb in keinem Jahr.",
        "{N} have no day and so stand in no year.",
    ),
)
_UNDATED_OFFERS = Counted(
    none=Say("Alle Durchgänge haben einen Zeitraum.", "All runs have a period."),
    one=Say(
        "{N} eines Gruppenangebots hat keinen Zeitraum und steht deshalb in keinem Jahr.",
        "{N} of a group offer has no period and so stands in no year.",
    ),
    many=Say(
        "{N} von Gruppenangeboten haben keinen Zeitraum und stehen deshalb in keinem Jahr.",
        "{N} of group offers have no period and so stand in no year.",
    ),
)


class Measures:
    """The measures of a year."""

    def __init__(self, view: Workspace, year: int) -> None:
        self.year = year
        self.found = opening_overview(view, on=date(year, 12, 31))

    def notes(self) -> Iterator[Note]:
        """Say what a view leaves out, and how many measures stand in no year."""
        if self.found.measures is None:
            yield from (Note(message, MEASURES) for message in self.found.reasons[-1:])
        if self.found.undated:
            yield Note(told(_UNDATED, len(self.found.undated), _MEASURE), MEASURES)

    def rows(self, persons: Persons) -> Iterator[ImpulsMeasure]:
        """Yield one row for each measure that begins in the year."""
        for measure in self.found.measures or ():
            if measure.day is not None and measure.day.year == self.year:  # it may have begun before
                yield ImpulsMeasure(
                    year=self.year,
                    measure=measure.id,
                    title=measure.title,
                    measure_family=measure.kind.family,
                    measure_kind=measure.kind,
                    measure_state=measure.state,
                    day=measure.day,
                    until=measure.until,
                    partners=measure.partners,
                    people=persons.of("measures", measure.id),
                    evaluated_on=measure.evaluated_on,
                    result=measure.result,
                )


def event_rows(view: Workspace, year: int, persons: Persons) -> Iterator[ImpulsEvent]:
    """Yield one row for each event that begins in the year, by identifier."""
    for event in view.events:
        if event.day.year == year:
            yield ImpulsEvent(
                year=year,
                event=event.id,
                title=event.title,
                day=event.day,
                until=event.until,
                event_roles=event.roles,
                event_themes=event.themes,
                programme=event.programme,
                partners=event.partners,
                networks=event.networks,
                people=persons.of("events", event.id),
                result=event.result,
            )


class GroupOffers:
    """The runs of group offers of a year."""

    def __init__(self, view: Workspace, year: int) -> None:
        self.view = view
        self.year = year

    def notes(self) -> Iterator[Note]:
        """Say how many runs stand in no year."""
        undated = [one for one in self.view.group_offers if not one.period.since and not one.period.until]
        if undated:
            yield Note(told(_UNDATED_OFFERS, len(undated), _OFFER), GROUP_OFFERS)

    def rows(self, persons: Persons) -> Iterator[ImpulsGroupOffer]:
        """Yield one row for each run that begins in the year; without a first day, that ends in it."""
        for offer in self.view.group_offers:
            day = offer.period.since or offer.period.until
            if day is not None and day.year == self.year:
                yield ImpulsGroupOffer(
                    year=self.year,
                    group_offer=offer.id,
                    name=offer.name,
                    since=offer.period.since,
                    until=offer.period.until,
                    topics=offer.topics,
                    partners=offer.partners,
                    meetings=offer.meetings,
                    people=persons.of("group-offers", offer.id),
                )
