"""The tables of a series: figures by year, and ratings by partner and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jmdmodel.analysis.comparison.changes import Change
from jmdmodel.analysis.comparison.tables import IN_SUM
from jmdmodel.analysis.tables import NAME, Cell, Column, Table, code_columns, id_column
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Intensity

_RING = Say(de="Ring „{label}“", en='ring "{label}"')
_YEARS = (
    Column("year", Say("Jahr", "year"), "year"),
    Column("day", Say("Stichtag", "as of"), "date"),
    Column("shown", Say("Partner auf der Karte", "partners on the map"), "integer"),
    Column("rated", Say("eingeschätzt", "rated"), "integer"),
    *(
        Column(f"ring_{step.code}", Message.of(_RING, label=step.label).as_say(), "integer")
        for step in Intensity
    ),
    Column("strong", Say("mindestens einmal im Monat Kontakt", "contact at least once a month"), "integer"),
    Column(
        "important",
        Say("für die meisten Ziele nötig oder unverzichtbar", "needed for most goals or indispensable"),
        "integer",
    ),
    Column("since", Say("verglichen mit", "compared with"), "year"),
    Column("stayed", Say("auf beiden Karten", "on both maps"), "integer"),
    *code_columns(Change),
    *IN_SUM,
)


def years_table(figures: Iterable[Mapping[str, Cell]]) -> Table:
    """List the figures of the network by year (R-33). German: Netzwerk nach Jahren."""
    return Table(
        name="series",
        title=Say("Netzwerk nach Jahren", "Network by year"),
        columns=_YEARS,
        rows=tuple(tuple(year[column.name] for column in _YEARS) for year in figures),
    )


def partners_table(rows: Iterable[tuple[Cell, ...]]) -> Table:
    """List the ratings by partner and year, one row for each map a partner is on (R-33).

    German: Einschätzungen nach Partnern und Jahren.
    """
    return Table(
        name="series-partners",
        title=Say("Einschätzungen nach Partnern und Jahren", "Ratings by partner and year"),
        columns=(
            id_column("partner"),
            NAME,
            id_column("family", Say("Nachfolgelinie", "line of succession")),
            Column("year", Say("Jahr", "year"), "year"),
            Column("place", Say("Platz", "place"), "code"),
            Column("state", Say("Stand", "state"), "code"),
            Column("intensity", Say("Intensität", "intensity"), "code"),
            Column("importance", Say("Wichtigkeit", "importance"), "code"),
        ),
        rows=tuple(rows),
    )
