"""How far a kind or role is covered, and by whom: what the coverages share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jmdmodel.analysis.ratings import partners_on
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.resource import KindAbsence
from jmdmodel.messages import Say
from jmdmodel.scales import Coded
from jmdmodel.vocabulary import ContactState, PartnerKind
from jmdmodel.workspace import Workspace

NAMED_KINDS = tuple(kind for kind in PartnerKind if kind.named and kind is not PartnerKind.OTHER)
"""The kinds of partner that the concept names (R-13); "and others" asks for nobody in particular."""


class CoverageState(Coded):
    """How far a kind of partner, a role or a kind of committee is covered (R-06, R-13, R-14).

    German: Abdeckung.
    """

    REACHED = "reached", Say("erreicht", "reached")
    KNOWN = "known", Say("bekannt, noch nicht erreicht", "known, not reached yet")
    EXPLAINED = "explained", Say("nicht vorhanden, mit Begründung", "not there, for a stated reason")
    MISSING = "missing", Say("nicht eingetragen", "none entered")


def coverage_state(known: int, reached: int, absences: Iterable[KindAbsence] = ()) -> CoverageState:
    """Give how far something is covered: what is reached or known counts before a reason for its absence."""
    if reached:
        return CoverageState.REACHED
    if known:
        return CoverageState.KNOWN
    return CoverageState.EXPLAINED if any(True for _ in absences) else CoverageState.MISSING


def active_partners(workspace: Workspace, day: date) -> frozenset[str]:
    """Give the identifiers of the partners of a day to whom a contact is active on it."""
    there = {partner.id for partner in partners_on(workspace, day)}
    return frozenset(
        contact.partner
        for contact in workspace.contacts
        if contact.partner in there
        and contact.period.holds_on(day)
        and contact.state_on(day) is ContactState.ACTIVE
    )


def is_known_by(absence: KindAbsence, day: date) -> bool:
    """Tell whether a reason had been stated by a day; one without a date counts as always known."""
    return absence.stated_on is None or absence.stated_on <= day


def by_id(partners: Iterable[Partner]) -> tuple[Partner, ...]:
    """Give partners in the order of their identifiers, each once."""
    return tuple(sorted({partner.id: partner for partner in partners}.values(), key=lambda one: one.id))
