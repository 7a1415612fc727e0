"""Which kinds of partner a service works with in a year, which are missing, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import attrs

from jmdmodel.analysis.counting import Spoken, labelled, told
from jmdmodel.analysis.coverage import coverage_texts as texts
from jmdmodel.analysis.coverage.covered import (
    NAMED_KINDS,
    CoverageState,
    active_partners,
    coverage_state,
    is_known_by,
)
from jmdmodel.analysis.ratings import map_day, partners_on, rated_contacts
from jmdmodel.analysis.tables import GROUP, KIND, LABELS, Column, Table
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.resource import KindAbsence
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import SUB_KINDS, MapGroup, PartnerKind
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
class SubKindCoverage:
    """One sub-kind with the partners whose main kind it makes finer (R-13). German: Abdeckung einer Unterart.

    Attributes:
        code: The code of the sub-kind.
        label: Its label; the code itself where nobody knows a label.
        own: Whether the word comes from the vocabulary of the workspace.
        count: The partners of the sub-kind.
    """

    code: str
    label: Say
    own: bool
    count: Count


@attrs.frozen(kw_only=True)
class KindCoverage:
    """One kind of partner: those of whom it is the main kind, and those who are it besides (R-13).

    German: Abdeckung einer Partnerart.

    Attributes:
        kind: The kind.
        main: Partners whose main kind it is.
        further: Partners who are it besides.
        sub_kinds: Every sub-kind below the kind, the library's and the workspace's own, zeros included.
            Partners of a sub-kind are among those of ``main``.
        absences: The stated reasons why there is none here, as known on the day.
    """

    kind: PartnerKind
    main: Count
    further: Count
    sub_kinds: tuple[SubKindCoverage, ...] = ()
    absences: tuple[KindAbsence, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether no partner is of the kind, mainly or besides."""
        return self.main.partners == 0 and self.further.partners == 0

    @property
    def state(self) -> CoverageState:
        """How far the kind is covered; a partner counts before a stated reason."""
        known = self.main.partners + self.further.partners
        return coverage_state(known, self.main.active + self.further.active, self.absences)


@attrs.frozen(kw_only=True)
class GroupCoverage:
    """One sector of the map; each partner counts once, by its main kind. German: Abdeckung eines Sektors."""

    group: MapGroup
    count: Count


@attrs.frozen(kw_only=True, repr=False)
class Coverage(Spoken):
    """Partners of a year by kind and sector (R-13). German: Abdeckung der Partnerarten.

    Attributes:
        year: The year of the map.
        day: The day that the map shows; partners and contacts are those of this day.
        kinds: Every kind of the vocabulary in its order, zeros included.
        groups: Every sector in its order; their numbers add up to those of ``total``.
        missing: The kinds that the concept names, that no partner is of, and for which no reason is stated.
        explained: The kinds, named by the concept or not, that no partner is of for a stated reason.
        total: All partners, each once.
    """

    year: int
    day: date
    kinds: tuple[KindCoverage, ...]
    groups: tuple[GroupCoverage, ...]
    missing: tuple[PartnerKind, ...]
    explained: tuple[PartnerKind, ...] = ()
    total: Count

    def messages(self) -> tuple[Message, ...]:
        """Tell the coverage in whole sentences: what is there, known only, explained, missing."""
        there = [row.kind for row in self.kinds if row.kind in NAMED_KINDS and not row.is_missing]
        known = [row.kind for row in self.kinds if row.state is CoverageState.KNOWN]
        said = [told(texts.KINDS_THERE, len(there), texts.KIND, case="dat")]
        if there:
            said.append(told(texts.KINDS_KNOWN, len(known), texts.KIND, case="dat", names=_labels(known)))
        if self.explained:
            names = _labels(self.explained)
            said.append(told(texts.KINDS_EXPLAINED, len(self.explained), texts.KIND, case="acc", names=names))
        names = _labels(self.missing)
        return (*said, told(texts.KINDS_MISSING, len(self.missing), texts.KIND, case="dat", names=names))

    def tables(self) -> tuple[Table, ...]:
        """Give the kinds of partner with their numbers and reasons, the sectors, and the sub-kinds."""
        once = _columns("", Say("{n}", "{n}"))
        besides = _columns("further_", Say("{n} (weitere Art)", "{n} (further kind)"))
        kinds = Table(
            name="coverage",
            title=Say("Partner nach Art", "Partners by kind"),
            columns=(KIND, GROUP, *once, *besides, STATE, REASON),
            rows=tuple(
                (
                    *(row.kind, row.kind.group, *row.main.cells(), *row.further.cells()),
                    *(row.state, reasons(row.absences)),
                )
                for row in self.kinds
            ),
        )
        groups = Table(
            name="groups",
            title=Say("Partner nach Sektor", "Partners by sector"),
            columns=(GROUP, *once),
            rows=tuple((row.group, *row.count.cells()) for row in self.groups),
        )
        sub_kinds = Table(
            name="sub-kinds",
            title=Say("Partner nach Unterart", "Partners by sub-kind"),
            columns=(
                KIND,
                Column("sub_kind", Say("Unterart", "sub-kind")),
                *LABELS,
                Column("own", Say("eigener Begriff", "own term"), "boolean"),
                *once,
            ),
            rows=tuple(
                (row.kind, sub.code, sub.label.de, sub.label.en, sub.own, *sub.count.cells())
                for row in self.kinds
                for sub in row.sub_kinds
            ),
        )
        return kinds, groups, sub_kinds


STATE = Column("state", Say("Abdeckung", "coverage"), "code")
REASON = Column("reason", Say("Grund, warum es keinen gibt", "reason why there is none"))


def reasons(absences: Iterable[KindAbsence]) -> str | None:
    """Give the stated reasons as one text; ``None`` without one."""
    return " ".join(absence.reason for absence in absences) or None


def coverage(workspace: Workspace, year: int) -> Coverage:
    """Tell for each kind of partner how many there are, have an active contact, and are rated (R-13).

    Counted on the day of the year's map. A partner counts once under its main kind and once under
    each further kind, kept apart, so that the main kinds add up to all partners; its sub-kind counts
    under the main kind. A contact is active by the state it has on that day. A partner is rated when its
    place on the map comes from a rating of the year that tells intensity or importance.

    A kind without a partner is missing, or explained where a reason holds on that day and was stated by
    then. "Other partner" is never missing: the concept's list is open, it asks for nobody in particular
    there. German: Abdeckung.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    day = map_day(workspace.map_of(year))
    partners = partners_on(workspace, day)
    active = active_partners(workspace, day)
    rated = {shown.partner.id for shown in rated_contacts(workspace, year) if shown.is_rated}

    def count(chosen: Iterable[Partner]) -> Count:
        ids = {partner.id for partner in chosen}
        return Count(partners=len(ids), active=len(ids & active), rated=len(ids & rated))

    def sub_kind(code: str, own: bool, chosen: list[Partner]) -> SubKindCoverage:  # noqa: FBT001 - two callers
        label = workspace.vocabulary.label("partner_kinds", code) or Say(code, code)
        return SubKindCoverage(code=code, label=label, own=own, count=count(chosen))

    def covered(kind: PartnerKind) -> KindCoverage:
        mine = [partner for partner in partners if partner.kind is kind]
        own = {term.id for term in workspace.vocabulary.partner_kinds if term.parent == kind.code}
        known = [sub.code for sub in SUB_KINDS["partner_kinds"] if kind in sub.parents]
        used = Counter(partner.sub_kind for partner in mine if partner.sub_kind)
        codes = dict.fromkeys([*known, *sorted(own), *sorted(used)])
        return KindCoverage(
            kind=kind,
            main=count(mine),
            further=count(p for p in partners if p.kind is not kind and kind in p.further_kinds),
            sub_kinds=tuple(
                sub_kind(code, code in own, [p for p in mine if p.sub_kind == code]) for code in codes
            ),
            absences=tuple(
                absence
                for absence in workspace.absences
                if absence.partner_kind is kind and absence.period.holds_on(day) and is_known_by(absence, day)
            ),
        )

    kinds = tuple(covered(kind) for kind in PartnerKind)
    missing = [row for row in kinds if row.state is CoverageState.MISSING]
    return Coverage(
        year=year,
        day=day,
        kinds=kinds,
        groups=tuple(
            GroupCoverage(group=group, count=count(p for p in partners if p.kind.group is group))
            for group in MapGroup
        ),
        missing=tuple(row.kind for row in missing if row.kind in NAMED_KINDS),
        explained=tuple(row.kind for row in kinds if row.state is CoverageState.EXPLAINED),
        total=count(partners),
    )


def _labels(kinds: Iterable[PartnerKind]) -> Say:
    return labelled(kind.plural for kind in kinds)
