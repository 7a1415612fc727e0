"""Which kinds of partner a service works with in a year, and which are missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from jmdmodel.analysis.ratings import map_day, partners_on, rated_contacts
from jmdmodel.analysis.tables import GROUP, KIND, Column, Shown, Table
from jmdmodel.entities.partner import Partner
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import ContactState, MapGroup, PartnerKind
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class Count:
    """How many partners there are, have an active contact, and are rated. German: Anzahl."""

    partners: int = 0
    active: int = 0
    rated: int = 0

    def cells(self) -> tuple[int, int, int]:
        """Give the three numbers as a row of a table has them."""
        return self.partners, self.active, self.rated


def _columns(prefix: str, frame: Say) -> tuple[Column, ...]:
    words = {
        "partners": Say("Partner", "partners"),
        "active": Say("mit aktivem Kontakt", "with active contact"),
        "rated": Say("eingeschätzt", "rated"),
    }
    return tuple(
        Column(prefix + name, Message.of(frame, n=word).as_say(), "integer") for name, word in words.items()
    )


@attrs.frozen(kw_only=True)
class KindCoverage:
    """One kind of partner: those of whom it is the main kind, and those who are it besides (R-13).

    German: Abdeckung einer Partnerart.
    """

    kind: PartnerKind
    main: Count
    further: Count

    @property
    def is_missing(self) -> bool:
        """Whether no partner is of the kind, mainly or besides."""
        return self.main.partners == 0 and self.further.partners == 0


@attrs.frozen(kw_only=True)
class GroupCoverage:
    """One sector of the map; each partner counts once, by its main kind. German: Abdeckung eines Sektors."""

    group: MapGroup
    count: Count


@attrs.frozen(kw_only=True)
class Coverage(Shown):
    """Partners of a year by kind and sector (R-13). German: Abdeckung der Partnerarten.

    Attributes:
        year: The year of the map.
        day: The day that the map shows; partners and contacts are those of this day.
        kinds: Every kind of the vocabulary in its order, zeros included.
        groups: Every sector in its order; their numbers add up to those of ``total``.
        missing: The kinds that the concept names and no partner is of.
        total: All partners, each once.
    """

    year: int
    day: date
    kinds: tuple[KindCoverage, ...]
    groups: tuple[GroupCoverage, ...]
    missing: tuple[PartnerKind, ...]
    total: Count

    def tables(self) -> tuple[Table, ...]:
        """Give the kinds of partner with their numbers, further kinds apart, and the sectors with theirs."""
        once = _columns("", Say("{n}", "{n}"))
        besides = _columns("further_", Say("{n} (weitere Art)", "{n} (further kind)"))
        kinds = Table(
            name="coverage",
            title=Say("Partner nach Art", "Partners by kind"),
            columns=(KIND, GROUP, *once, *besides),
            rows=tuple(
                (row.kind, row.kind.group, *row.main.cells(), *row.further.cells()) for row in self.kinds
            ),
        )
        groups = Table(
            name="groups",
            title=Say("Partner nach Sektor", "Partners by sector"),
            columns=(GROUP, *once),
            rows=tuple((row.group, *row.count.cells()) for row in self.groups),
        )
        return kinds, groups


def coverage(workspace: Workspace, year: int) -> Coverage:
    """Tell for each kind of partner how many there are, have an active contact, and are rated (R-13).

    Counted on the day of the year's map. A partner counts once under its main kind and once under
    each further kind, kept apart, so that the main kinds add up to all partners. A contact is active
    by the state it has on that day. A partner is rated when its place on the map comes from a rating of
    the year that tells intensity or importance. "Other partner" is never missing: the concept's list
    is open, it asks for nobody in particular there. German: Abdeckung.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    day = map_day(workspace.map_of(year))
    partners = partners_on(workspace, day)
    active = {
        contact.partner
        for contact in workspace.contacts
        if contact.state_on(day) is ContactState.ACTIVE and contact.period.holds_on(day)
    }
    rated = {shown.partner.id for shown in rated_contacts(workspace, year) if shown.is_rated}

    def count(chosen: Iterable[Partner]) -> Count:
        ids = {partner.id for partner in chosen}
        return Count(partners=len(ids), active=len(ids & active), rated=len(ids & rated))

    kinds = tuple(
        KindCoverage(
            kind=kind,
            main=count(partner for partner in partners if partner.kind is kind),
            further=count(p for p in partners if p.kind is not kind and kind in p.further_kinds),
        )
        for kind in PartnerKind
    )
    return Coverage(
        year=year,
        day=day,
        kinds=kinds,
        groups=tuple(
            GroupCoverage(group=group, count=count(p for p in partners if p.kind.group is group))
            for group in MapGroup
        ),
        missing=tuple(
            row.kind
            for row in kinds
            if row.is_missing and row.kind.named and row.kind is not PartnerKind.OTHER
        ),
        total=count(partners),
    )
