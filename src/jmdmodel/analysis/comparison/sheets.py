"""The map of a year as comparisons read it, and what became of its partners and ties on another one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from jmdmodel.analysis.comparison.changes import Absence, PartnerChange
from jmdmodel.analysis.comparison.history import History, Lineage
from jmdmodel.analysis.comparison.tie_changes import BrokeredTie, TieChanges, tie_changes
from jmdmodel.analysis.ratings import RatedContact, map_day, partners_on, rated_contacts, ties_of
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Tie
from jmdmodel.ids import PartnerId
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class Sheet:
    """What the map of one year shows, made once for several comparisons. German: Kartenblatt.

    Attributes:
        year: The year of the map.
        day: The day that it shows.
        surveyed: Whether ties between partners were surveyed for it.
        contacts: The partners on it, by identifier.
        partners: The partners that existed on that day, on the map or not, by identifier.
        ties: The ties between them, by identifier.
    """

    year: int
    day: date
    surveyed: bool
    contacts: Mapping[PartnerId, RatedContact]
    partners: Mapping[PartnerId, Partner]
    ties: tuple[Tie, ...]


def sheet(workspace: Workspace, year: int) -> Sheet:
    """Read the map of a year.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    network_map = workspace.map_of(year)
    day = map_day(network_map)
    return Sheet(
        year=year,
        day=day,
        surveyed=network_map.ties_surveyed_on is not None,
        contacts={rated.partner.id: rated for rated in rated_contacts(workspace, year)},
        partners={partner.id: partner for partner in partners_on(workspace, day)},
        ties=ties_of(workspace, year, "all"),
    )


def partner_changes(history: History, first: Sheet, second: Sheet) -> tuple[PartnerChange, ...]:
    """Tell for every partner of two maps what became of it, in the order of identifiers (R-33)."""
    lineages = history.lineages(
        first.contacts.keys(),
        second.contacts.keys(),
        existed_before=first.partners.keys(),
        exist_after=second.partners.keys(),
    )
    return tuple(_change(lineage, history, first, second) for lineage in lineages)


def ties_between(history: History, first: Sheet, second: Sheet) -> TieChanges:
    """Compare the ties of two maps, between all partners that existed, with a place on the map or not."""
    return tie_changes(
        first.ties,
        second.ties,
        lineages=history.lineages(
            first.partners.keys(),
            second.partners.keys(),
            existed_before=first.partners.keys(),
            exist_after=second.partners.keys(),
        ),
        partners={**first.partners, **second.partners},
    )


def brokered_between(first: Sheet, second: Sheet) -> tuple[BrokeredTie, ...]:
    """Give the ties that the service brokered after the day of one map and not after that of the next."""
    return tuple(
        BrokeredTie(tie=tie, partners=(second.partners[tie.between[0]], second.partners[tie.between[1]]))
        for tie in second.ties
        if tie.brokered_on is not None and first.day < tie.brokered_on <= second.day
    )


def _change(lineage: Lineage, history: History, first: Sheet, second: Sheet) -> PartnerChange:
    before = tuple(first.contacts[one] for one in lineage.before)
    after = tuple(second.contacts[one] for one in lineage.after)
    absence: Absence | None = None
    related: frozenset[PartnerId] = frozenset()
    other = first if not before else second
    if not before or not after:
        (one,) = lineage.before or lineage.after
        absence = Absence.CONTACT if one in other.partners else Absence.PARTNER
        if absence is Absence.PARTNER:
            related = history.ancestors(one) if not before else history.descendants(one)
    off_the_map = sorted((related & other.partners.keys()) - other.contacts.keys())
    return PartnerChange(
        before=before,
        after=after,
        absence=absence,
        related=tuple(other.partners[one] for one in off_the_map),
    )
