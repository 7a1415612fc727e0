"""What closes a year: the annual report's own texts, its submission, the transfer of the structural data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import twice, year_key
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import MapId, Ref, ReportId, TransferId, WaiverId
from jmdmodel.messages import Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import ReportSection, ReportStatus

_CAN_BE_WAIVED = (
    *("units", "places", "analyses", "needs", "participations", "partners", "offers", "contacts", "ties"),
    *("maps", "networks", "committees", "gaps", "concepts", "openings", "barriers", "measures", "events"),
    *("reports", "transfers", "work_splits"),
)
"""What a waiver may be about: people, cases and single activities are not."""


@entity("Text im Jahresbericht", "text in the annual report", Audience.PUBLIC)
class ReportText:
    """What people wrote for one section of the report (R-34). German: eigener Text.

    ``public_text`` stands in its place where the report is meant for everybody.
    """

    section: ReportSection = about("Abschnitt", "section", Audience.PUBLIC)
    text: str | None = about("Text", "text", Audience.REPORT, default=None, lines=True)
    public_text: str | None = about(
        "Text für die Öffentlichkeit", "text for the public", Audience.PUBLIC, default=None, lines=True
    )


@entity(
    "Jahresbericht",
    "annual report",
    Audience.PUBLIC,
    plural=Say("Jahresberichte", "annual reports"),
    collection="reports",
)
class AnnualReport:
    """What people write for the report of a year, and to whom it was submitted (R-34). German: Jahresbericht.

    The identifier is the year. The map of that year is part of the report.
    """

    id: ReportId = about("Jahr", "year", Audience.PUBLIC)
    status: ReportStatus = about("Stand", "status", Audience.PUBLIC, default=ReportStatus.DRAFT)
    texts: tuple[ReportText, ...] = about("eigene Texte", "own texts", Audience.PUBLIC, default=())
    map: MapId | None = about(
        "enthaltene Netzwerkkarte", "network map that it holds", Audience.REPORT, default=None, refers="maps"
    )
    submitted_on: date | None = about("vorgelegt am", "submitted on", Audience.REPORT, default=None)
    submitted_to: tuple[str, ...] = about("vorgelegt bei", "submitted to", Audience.REPORT, default=())

    def text_of(self, section: ReportSection) -> str | None:
        """Give what people wrote for a section."""
        return next((own.text for own in self.texts if own.section is section), None)

    @property
    def year(self) -> int:
        """The year of the report."""
        return int(self.id)

    def _broken(self) -> Iterator[Broken]:
        yield from year_key(self.id)
        yield from twice("texts", [own.section.code for own in self.texts])
        yield from twice("submitted_to", self.submitted_to)


@entity(
    "Übertragung",
    "transfer",
    Audience.REPORT,
    plural=Say("Übertragungen", "transfers"),
    collection="transfers",
)
class Transfer:
    """That the structural data of a year were entered in i-mpuls (R-35). German: Eintrag in JMD i-mpuls.

    The identifier is the year.
    """

    id: TransferId = about("Jahr", "year", Audience.REPORT)
    entered_on: date = about("eingetragen am", "entered on", Audience.REPORT)
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    @property
    def year(self) -> int:
        """The year that the entered data are about."""
        return int(self.id)

    def _broken(self) -> Iterator[Broken]:
        yield from year_key(self.id)


@entity("Ausnahme", "waiver", Audience.INTERNAL, plural=Say("Ausnahmen", "waivers"), collection="waivers")
class Waiver:
    """A finding that is accepted for a reason, until a day (R-52). German: Ausnahme von einer Regel."""

    id: WaiverId = about("Kennung", "identifier", Audience.INTERNAL)
    rule: str = about(
        "Regel",
        "rule",
        Audience.INTERNAL,
        pattern=r"[A-Z][0-9]{3}|[a-z][a-z0-9-]*",
        help=Say(
            "Code oder Name der Regel, zum Beispiel Q522.", "Code or name of the rule, for instance Q522."
        ),
    )
    subject: Ref | None = about(
        "betrifft", "subject", Audience.INTERNAL, default=None, refers=" ".join(_CAN_BE_WAIVED)
    )
    reason: str = about("Begründung", "reason", Audience.INTERNAL, lines=True)
    until: date = about("gilt bis", "until", Audience.INTERNAL)
