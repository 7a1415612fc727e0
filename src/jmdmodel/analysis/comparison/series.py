"""The network over all years that have a map: one row a year, and the ratings of each partner by year."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import attrs

from jmdmodel.analysis.comparison.changes import Change
from jmdmodel.analysis.comparison.compared import Comparison, compare_sheets
from jmdmodel.analysis.comparison.history import History
from jmdmodel.analysis.comparison.series_tables import partners_table, years_table
from jmdmodel.analysis.comparison.sheets import Sheet, sheet
from jmdmodel.analysis.ratings import IMPORTANT, STRONG, Place, RatedContact
from jmdmodel.analysis.tables import Cell, Shown, Table
from jmdmodel.borders import need_step
from jmdmodel.entities.partner import Partner
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Intensity
from jmdmodel.workspace import Workspace

_FIRST = Say(
    de="Für {year} gibt es keine frühere Karte zum Vergleich.",
    en="There is no earlier map to compare that of {year} with.",
)


@attrs.frozen(kw_only=True)
class MapYear:
    """The network of one year in figures, and what changed since the map before (R-33).

    German: Jahr der Reihe.

    Attributes:
        year: The year of the map.
        day: The day that the map shows.
        contacts: The partners on the map, on a ring or beside the rings, by identifier.
        change: What changed since the map before, which may lie several years back; ``None`` for the first.
    """

    year: int
    day: date
    contacts: tuple[RatedContact, ...]
    change: Comparison | None

    @property
    def since(self) -> int | None:
        """The year that this one is compared with: the last one before it that has a map."""
        return self.change.earlier if self.change else None

    @property
    def change_reason(self) -> Message | None:
        """Why there is no comparison; ``None`` where there is one."""
        return None if self.change else Message.of(_FIRST, year=str(self.year))

    @property
    def shown(self) -> int:
        """Partners on the map, on a ring or beside the rings."""
        return len(self.contacts)

    @property
    def rated(self) -> int:
        """Partners whose intensity or importance was rated in the year."""
        return sum(1 for one in self.contacts if one.is_rated)

    @property
    def rings(self) -> tuple[tuple[Intensity, int], ...]:
        """Partners on each ring, every ring once, zeros included."""
        found = [one.intensity for one in self.contacts if one.place is Place.RING]
        return tuple((step, found.count(step)) for step in Intensity)

    @property
    def strong(self) -> int:
        """Partners in contact at least once a month."""
        return sum(1 for one in self.contacts if one.intensity is not None and one.intensity >= STRONG)

    @property
    def important(self) -> int:
        """Partners rated as needed for most goals or indispensable."""
        return sum(1 for one in self.contacts if one.importance is not None and one.importance >= IMPORTANT)

    def count(self, kind: Change) -> int | None:
        """Count what has one kind of change since the map before; ``None`` for the first map.

        Raises:
            ModelError: It is no kind of change; its code as a text is none.
        """
        need_step(kind, Change, "kind")
        return dict(self.change.kind_counts)[kind] if self.change else None

    @property
    def stayed(self) -> int | None:
        """Partners that are on the map before, too, as themselves; ``None`` for the first map."""
        return len(self.change.stayed) if self.change else None


@attrs.frozen(kw_only=True)
class PartnerYears:
    """One partner over the years that have a map (R-33). German: Partner über die Jahre.

    Attributes:
        partner: The partner.
        family: The identifier of the line that it belongs to: partners that became one another, over
            any number of years, share it. One without predecessor and successor has its own.
        years: For each year of the series how it stands on the map; ``None`` where it is not on it.
    """

    partner: Partner
    family: PartnerId
    years: tuple[tuple[int, RatedContact | None], ...]


@attrs.frozen(kw_only=True, repr=False)
class Series(Shown):
    """The network over all years that have a map (R-33). German: Jahresreihe des Netzwerks.

    Attributes:
        years: The years that have a map, in order; none without any map.
        partners: Every partner that is on one of the maps, by line and then by identifier.
    """

    years: tuple[MapYear, ...]
    partners: tuple[PartnerYears, ...]

    def tables(self) -> tuple[Table, ...]:
        """Give the figures by year, then the ratings by partner and year."""
        rows = [
            (
                one.partner.id,
                one.partner.name,
                one.family,
                year,
                contact.place,
                contact.state,
                contact.intensity,
                contact.importance,
            )
            for one in self.partners
            for year, contact in one.years
            if contact is not None
        ]
        return years_table([_figures(one) for one in self.years]), partners_table(rows)


def network_series(workspace: Workspace) -> Series:
    """Give the network over all years that have a map, each compared with the one before (R-33, R-50).

    A year without a map is left out and nothing is filled in: the next map is compared with the last
    one there is, and ``since`` says which. Without maps the series is empty. German: Jahresreihe.

    Args:
        workspace: A workspace or a view of one.
    """
    history = History.of(workspace)
    sheets = [sheet(workspace, year) for year in sorted(known.year for known in workspace.maps)]
    changes = [None, *(compare_sheets(history, one, other) for one, other in pairwise(sheets))]
    return Series(
        years=tuple(
            MapYear(
                year=one.year,
                day=one.day,
                contacts=tuple(one.contacts.values()),
                change=change,
            )
            for one, change in zip(sheets, changes, strict=False)
        ),
        partners=_partners(history, sheets),
    )


def _partners(history: History, sheets: list[Sheet]) -> tuple[PartnerYears, ...]:
    known = {rated.partner.id: rated.partner for one in sheets for rated in one.contacts.values()}
    families = history.families(known)
    return tuple(
        PartnerYears(
            partner=known[one],
            family=families[one],
            years=tuple((each.year, each.contacts.get(one)) for each in sheets),
        )
        for one in sorted(known, key=lambda one: (families[one], one))
    )


def _figures(one: MapYear) -> dict[str, Cell]:
    change = one.change
    ties = change.ties if change else None
    kinds = dict(change.kind_counts) if change else {}
    return {
        "year": one.year,
        "day": one.day,
        "shown": one.shown,
        "rated": one.rated,
        **{f"ring_{ring.code}": number for ring, number in one.rings},
        "strong": one.strong,
        "important": one.important,
        "since": one.since,
        "stayed": one.stayed,
        **{kind.code.replace("-", "_"): kinds.get(kind) for kind in Change},
        "confirmed": len(change.confirmed) if change else None,
        "turnover": change.turnover if change else None,
        "ties_kept": len(ties.kept) if ties else None,
        "ties_new": len(ties.new) if ties else None,
        "ties_lost": len(ties.lost) if ties else None,
        "ties_brokered": len(change.brokered) if change else None,
    }
