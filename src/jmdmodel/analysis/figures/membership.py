"""Who belongs to the network of a year, and which ties among the partners are known."""

from __future__ import annotations

from collections.abc import Collection

from jmdmodel.analysis.figures.net import Net
from jmdmodel.analysis.ratings import Place, RatedContact, rated_contacts, ties_of
from jmdmodel.entities.relation import Tie
from jmdmodel.vocabulary import TieKnowledge
from jmdmodel.workspace import Workspace

IN_CONTACT = frozenset({Place.RING, Place.INTENSITY_OPEN, Place.NOT_RATED})
"""The places of the map at which there is contact between service and partner."""


def in_contact(workspace: Workspace, year: int) -> tuple[RatedContact, ...]:
    """Give the partners that belong to the network of a year, by partner identifier (R-06, R-32).

    They are those that stand on the map with contact: on a ring, with an open intensity, or not rated.
    Who stands on a ring has an intensity of that year and counts whatever state is told. A partner with
    no contact yet, one that wants none, one whose contact is dormant or whose state is unknown is no tie
    of the service. A department that is a partner of its own counts like any other.
    German: Partner mit Kontakt.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    return tuple(rated for rated in rated_contacts(workspace, year) if rated.place in IN_CONTACT)


def ties_among(workspace: Workspace, year: int, partners: Collection[str]) -> tuple[Tie, ...]:
    """Give the ties of a year that join two of some partners, known and assumed alike, by identifier (R-07).

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    there = frozenset(partners)
    return tuple(tie for tie in ties_of(workspace, year, "all") if there.issuperset(tie.between))


def partner_net(workspace: Workspace, year: int) -> Net:
    """Give the ties among the partners that are in contact with the service, without the service (R-07).

    Known and assumed ties alike, as the map draws both; several ties between the same two are one. A tie
    to a partner without contact is left out. Whether ties were surveyed is not asked here.
    German: Netz der Partner.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    partners = [rated.partner.id for rated in in_contact(workspace, year)]
    return Net.of(partners, (tie.between for tie in ties_among(workspace, year, partners)))


def only_assumed(ties: Collection[Tie]) -> int:
    """Count the pairs of which every tie is assumed and none known."""
    known = {frozenset(tie.between) for tie in ties if tie.knowledge is TieKnowledge.KNOWN}
    return len({frozenset(tie.between) for tie in ties} - known)
