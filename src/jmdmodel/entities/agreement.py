"""What a cooperation rests on: goals, who answers for them, agreements, and their review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import backwards, last_until, twice
from jmdmodel.entities._words import sub_topics
from jmdmodel.entities.need import Evidence
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import PartnerId, StaffId
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import Bindingness, GoalStatus, Topic


@entity("Stand des Ziels", "status of a goal", Audience.REPORT)
class GoalProgress:
    """How far a goal of a network is, as judged on a day and by what (R-28). German: Stand des Ziels."""

    day: date = about("Tag", "day", Audience.REPORT)
    status: GoalStatus = about("Stand", "status", Audience.REPORT)
    assessor: StaffId | None = about(
        "eingeschätzt von", "assessor", Audience.REPORT, default=None, refers="staff"
    )
    evidence: tuple[Evidence, ...] = about("Belege", "evidence", Audience.INTERNAL, default=())
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)


@entity("Ziel des Netzwerks", "goal of the network", Audience.REPORT, plural=Say("Ziele", "goals"))
class NetworkGoal:
    """A goal that the members of a network share, with indicator, date and who answers for it (R-28, R-29).

    German: gemeinsames Ziel.
    """

    text: str = about("Ziel", "goal", Audience.REPORT)
    indicator: str | None = about("woran man es erkennt", "indicator", Audience.REPORT, default=None)
    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.REPORT, default=())
    sub_topics: tuple[str, ...] = sub_topics(Audience.REPORT)
    responsible: tuple[PartnerId, ...] = about(
        "verantwortlich", "responsible", Audience.REPORT, default=(), refers="partners"
    )
    staff: StaffId | None = about(
        "verantwortlich im Dienst",
        "responsible in the service",
        Audience.REPORT,
        default=None,
        refers="staff",
    )
    agreed_on: date | None = about("vereinbart am", "agreed on", Audience.REPORT, default=None)
    due: date | None = about("bis", "due", Audience.REPORT, default=None)
    progress: tuple[GoalProgress, ...] = about("Stand", "progress", Audience.REPORT, default=())

    def status_on(self, day: date) -> GoalStatus:
        """Give how far the goal was on a day; open where nothing was judged before."""
        judged = last_until(self.progress, day)
        return judged.status if judged is not None else GoalStatus.OPEN

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("due", self.agreed_on, self.due)
        yield from twice("progress", [judged.day for judged in self.progress])


@entity(
    "Verantwortlichkeit",
    "responsibility",
    Audience.REPORT,
    plural=Say("Verantwortlichkeiten", "responsibilities"),
)
class Responsibility:
    """Who answers for a task, and who stands in (R-29). German: Verantwortlichkeit.

    The holder is a partner, or a function of the team where the service itself answers.
    """

    task: str = about("Aufgabe", "task", Audience.REPORT)
    partners: tuple[PartnerId, ...] = about(
        "verantwortlich", "holders", Audience.REPORT, default=(), refers="partners"
    )
    staff: StaffId | None = about(
        "verantwortlich im Dienst", "holder in the service", Audience.REPORT, default=None, refers="staff"
    )
    deputy: PartnerId | None = about("Vertretung", "deputy", Audience.REPORT, default=None, refers="partners")
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)


@entity("Absprache", "agreement", Audience.REPORT, plural=Say("Absprachen", "agreements"))
class Agreement:
    """What was agreed, how binding it is, between whom, until when (R-30). German: Absprache.

    Agreements of a network live in the network, those with one partner in the contact.
    """

    text: str = about("Inhalt", "text", Audience.REPORT)
    bindingness: Bindingness | None = about("Verbindlichkeit", "bindingness", Audience.REPORT, default=None)
    parties: tuple[PartnerId, ...] = about(
        "Beteiligte", "parties", Audience.REPORT, default=(), refers="partners"
    )
    responsible: PartnerId | None = about(
        "verantwortlich", "responsible", Audience.REPORT, default=None, refers="partners"
    )
    staff: StaffId | None = about(
        "verantwortlich im Dienst",
        "responsible in the service",
        Audience.REPORT,
        default=None,
        refers="staff",
    )
    agreed_on: date | None = about("vereinbart am", "agreed on", Audience.REPORT, default=None)
    valid_until: date | None = about("gilt bis", "valid until", Audience.REPORT, default=None)

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("valid_until", self.agreed_on, self.valid_until)


@entity("Überprüfung", "review", Audience.REPORT, plural=Say("Überprüfungen", "reviews"))
class Review:
    """A review of effort and results, with what follows from it (R-31). German: Überprüfung.

    Effort is in whole minutes.
    """

    day: date = about("Tag", "day", Audience.REPORT)
    effort: int | None = about(
        "Aufwand in Minuten", "effort in minutes", Audience.REPORT, default=None, minimum=0, maximum=10000000
    )
    results: str | None = about("Ergebnisse", "results", Audience.REPORT, default=None, lines=True)
    conclusion: str | None = about("Folgerung", "conclusion", Audience.REPORT, default=None, lines=True)
    next_on: date | None = about("nächste Überprüfung", "next review", Audience.REPORT, default=None)

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("next_on", self.day, self.next_on)
