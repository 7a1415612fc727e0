"""The service itself and the functions of its team."""

from __future__ import annotations

from jmdmodel.fields import about, entity
from jmdmodel.ids import StaffId
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import ProviderGroup


@entity("Jugendmigrationsdienst", "youth migration service", Audience.PUBLIC)
class Service:
    """The youth migration service that keeps the workspace; centre of the network map (R-32).

    German: Jugendmigrationsdienst (JMD).
    """

    name: str = about("Name", "name", Audience.PUBLIC)
    short_name: str | None = about(
        "Kurzname",
        "short name",
        Audience.PUBLIC,
        default=None,
        help=Say("Steht in der Mitte der Netzwerkkarte.", "Stands in the centre of the network map."),
    )
    provider: str = about("Träger", "provider", Audience.PUBLIC)
    provider_group: ProviderGroup | None = about(
        "Trägergruppe", "provider group", Audience.PUBLIC, default=None
    )
    address: str | None = about("Anschrift", "address", Audience.PUBLIC, default=None)
    founded: int | None = about(
        "besteht seit", "founded in", Audience.PUBLIC, default=None, minimum=1945, maximum=2199
    )
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)


@entity(
    "Funktion im Team",
    "staff role",
    Audience.REPORT,
    plural=Say("Funktionen im Team", "staff roles"),
    collection="staff",
)
class StaffRole:
    """A function in the team, never a person's name; judgements name the function that made them.

    German: Funktion (Stelle).
    """

    id: StaffId = about("Kennung", "identifier", Audience.REPORT)
    function: str = about("Funktion", "function", Audience.REPORT)
    weekly_minutes: int | None = about(
        "Wochenarbeitszeit in Minuten",
        "weekly working time in minutes",
        Audience.INTERNAL,
        default=None,
        minimum=1,
        maximum=3600,
    )
    period: Period = about("Zeitraum", "period", Audience.REPORT, default=ALWAYS)
