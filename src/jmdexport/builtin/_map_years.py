"""Which years a picture of several maps shows, and what it says of each: day and assessor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from jmdexport.errors import ExportError
from jmdmodel.analysis.ratings import map_day
from jmdmodel.messages import Language, Message, Say, in_date
from jmdmodel.workspace import Workspace

_YEAR = Say("{year}: Stand {day}", "{year}: as of {day}")
_RATED = Say("eingeschätzt von: {function}", "rated by: {function}")
_OTHERS = Say(
    "In den Jahren {years} haben nicht dieselben Funktionen eingeschätzt; ein Teil der Unterschiede kann"
    " daher rühren.",
    "The assessors of {years} were not the same; some of the differences may come from that.",
)
_UNKNOWN = Say(
    "Wer eingeschätzt hat, ist für {years} nicht bekannt; ein Teil der Unterschiede kann daher rühren.",
    "Who rated is not known for {years}; some of the differences may come from that.",
)
_TOO_FEW = Say(
    de="Für einen Vergleich sind zwei Netzwerkkarten nötig, und bis {year} gibt es nur eine."
    " Jahre mit Karte: {years}. Abhilfe: ein späteres Jahr wählen oder unter maps die Karte eines früheren"
    " Jahres anlegen.",
    en="A comparison needs two network maps, and up to {year} there is only one. Years with a map: {years}."
    " Choosing a later year, or entering the map of an earlier one under maps, will help.",
)
_TOO_MANY = Say(
    de="Auf eine Seite passen höchstens {most} Jahre, gewählt sind {n}: {years}."
    " Abhilfe: weniger Jahre wählen.",
    en="A page holds {most} years at most, and {n} are chosen: {years}. Choosing fewer years will help.",
)
_LATER = Say(
    de="Die Netzwerkkarte {year} zeigt den Stand vom {day}, und der liegt nach dem Stichtag {on}."
    " Abhilfe: einen Stichtag ab {first} setzen oder nur frühere Jahre wählen.",
    en="The network map {year} shows how things stand on {day}, which is after the reference date {on}."
    " Setting a reference date from {first} on, or choosing earlier years only, will help.",
)


class LaterMap(ExportError):  # noqa: N818 - the names of this family are sentences
    """A map among those of a picture shows a state after the day that counts as today.

    German: Karte nach dem Stichtag.
    """

    code = "E429"

    def __init__(self, year: int, day: date, on: date) -> None:
        super().__init__(year, day, on)
        self.year = year
        self.day = day
        self.on = on

    @property
    def message(self) -> Message:
        """Which map it is, its day, and the day that counts as today."""
        return Message.of(_LATER, year=str(self.year), day=self.day, on=self.on, first=self.day.isoformat())


class TooFewMaps(ExportError):  # noqa: N818 - the names of this family are sentences
    """There is only one map up to a year, and nothing to compare it with; holds the years that have one.

    German: zu wenige Karten.
    """

    code = "E427"

    def __init__(self, year: int, years: tuple[int, ...]) -> None:
        super().__init__(year, years)
        self.year = year
        self.years = years

    @property
    def message(self) -> Message:
        """Which year has no map before it, and which years have one."""
        return Message.of(_TOO_FEW, year=str(self.year), years=", ".join(map(str, self.years)))


class TooManyYears(ExportError):  # noqa: N818 - the names of this family are sentences
    """More years were asked for than a page can hold. German: zu viele Jahre."""

    code = "E428"

    def __init__(self, years: tuple[int, ...], most: int) -> None:
        super().__init__(years, most)
        self.years = years
        self.most = most

    @property
    def message(self) -> Message:
        """How many years fit, and which were asked for."""
        years = ", ".join(map(str, self.years))
        return Message.of(_TOO_MANY, most=self.most, n=len(self.years), years=years)


def known_years(view: Workspace) -> tuple[int, ...]:
    """Give the years that have a map, in their order."""
    return tuple(sorted(network_map.year for network_map in view.maps))


def need_none_later(view: Workspace, years: Iterable[int], on: date) -> None:
    """Make sure that no map of a picture shows a state after the day that counts as today.

    Raises:
        LaterMap: One does; the error names the last.
    """
    days = ((map_day(view.map_of(year)), year) for year in years)
    day, year = max(days, default=(on, 0))
    if day > on:
        raise LaterMap(year, day, on)


def two_years(view: Workspace, year: int, other: int | None = None) -> tuple[int, int]:
    """Give the two years to compare, the earlier one first; without *other*, the last map before a year.

    Raises:
        NoMapForYear: One of the years has no map; the error lists the years that have one.
        TooFewMaps: There is no map before the year.
    """
    view.map_of(year)
    if other is not None:
        view.map_of(other)
        return min(year, other), max(year, other)
    before = [known for known in known_years(view) if known < year]
    if not before:
        raise TooFewMaps(year, known_years(view))
    return before[-1], year


def years_up_to(view: Workspace, year: int, chosen: Sequence[int] = (), *, most: int = 6) -> tuple[int, ...]:
    """Give the years of a picture of several: those chosen, else the last ones up to a year.

    Raises:
        NoMapForYear: A year has no map; the error lists the years that have one.
        TooFewMaps: There is only one.
        TooManyYears: More are chosen than a page can hold.
    """
    if chosen:
        years = tuple(sorted(set(chosen)))
        if len(years) > most:
            raise TooManyYears(years, most)
    else:
        view.map_of(year)
        years = tuple(known for known in known_years(view) if known <= year)[-most:]
    for one in years:
        view.map_of(one)
    if len(years) < 2:
        raise TooFewMaps(years[-1], known_years(view))
    return years


def assessor(view: Workspace, year: int) -> str:
    """Give the function that rated for a map; empty where nobody is named."""
    role = view.staff.get(view.map_of(year).assessor or "")
    return role.function if role is not None else ""


def year_line(view: Workspace, year: int, language: Language) -> str:
    """Say of a map its year, its day, and who rated."""
    day = in_date(map_day(view.map_of(year)), language)
    said = Message.of(_YEAR, year=str(year), day=day).in_(language)
    name = assessor(view, year)
    return f"{said}, {Message.of(_RATED, function=name).in_(language)}" if name else said


def assessors_note(view: Workspace, years: Sequence[int], language: Language) -> tuple[str, ...]:
    """Say that not the same people rated in all the years, or that it is not known; nothing if they did."""
    roles = {year: view.map_of(year).assessor for year in years}
    known = {role for role in roles.values() if role is not None and view.staff.get(role) is not None}
    unknown = tuple(str(year) for year, role in roles.items() if role is None or view.staff.get(role) is None)
    if unknown and len(set(years)) > 1:
        return (Message.of(_UNKNOWN, years=unknown).in_(language),)
    if len(known) > 1:
        return (Message.of(_OTHERS, years=tuple(str(year) for year in years)).in_(language),)
    return ()
