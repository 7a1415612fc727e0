"""The service itself and the functions of its team."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jmdmodel.entities._sense import backwards
from jmdmodel.entities.geography import Position
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import FigureId, PlaceId, StaffId
from jmdmodel.messages import Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import FigureKind, ProviderGroup


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
    federation: str | None = about("Verband", "federation", Audience.PUBLIC, default=None)
    address: str | None = about("Anschrift", "address", Audience.PUBLIC, default=None)
    position: Position | None = about("Lage", "position", Audience.PUBLIC, default=None)
    posts: Fraction | None = about(
        "Vollzeitstellen", "full-time posts", Audience.PUBLIC, default=None, minimum=0, maximum=1000
    )
    offers_at: tuple[PlaceId, ...] = about(
        "Orte der eigenen Angebote", "places of its own offers", Audience.PUBLIC, default=(), refers="places"
    )
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


@entity(
    "Jahreszahl",
    "yearly figure",
    Audience.INTERNAL,
    plural=Say("Jahreszahlen", "yearly figures"),
    collection="figures",
)
class YearFigure:
    """A count of one year; the same kind over the years is a series (R-35). German: Jahreszahl.

    Counts of people are the team's own; what leaves the house are protected tables made from them.
    ``part_of`` names the whole that this figure is a part of: 17 + 45 volunteers are 62. A part may be
    an age group: whole years, both ends included.
    """

    id: FigureId = about("Kennung", "identifier", Audience.INTERNAL)
    year: int = about("Jahr", "year", Audience.INTERNAL, minimum=1900, maximum=2199)
    kind: FigureKind = about("Art", "kind", Audience.INTERNAL)
    label: str | None = about("Teilmenge", "part", Audience.INTERNAL, default=None)
    from_age: int | None = about(
        "ab Alter", "from age", Audience.INTERNAL, default=None, minimum=0, maximum=120
    )
    to_age: int | None = about("bis Alter", "to age", Audience.INTERNAL, default=None, minimum=0, maximum=120)
    count: int = about(
        "Anzahl", "count", Audience.INTERNAL, minimum=0, maximum=10000000, counts="as-the-kind-says"
    )
    part_of: FigureId | None = about("Teil von", "part of", Audience.INTERNAL, default=None, refers="figures")

    def _broken(self) -> Iterator[Broken]:
        yield from backwards("to_age", self.from_age, self.to_age)
