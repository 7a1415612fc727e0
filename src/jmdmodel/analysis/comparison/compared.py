"""What changed in the network between two yearly maps, as one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import attrs

from jmdmodel.analysis.comparison import tables as comparison_tables
from jmdmodel.analysis.comparison import telling
from jmdmodel.analysis.comparison.changes import Change, Course, PartnerChange, Shift
from jmdmodel.analysis.comparison.comparison_texts import NOBODY, NOT_SURVEYED
from jmdmodel.analysis.comparison.history import History
from jmdmodel.analysis.comparison.movements import Movement, movements
from jmdmodel.analysis.comparison.sheets import Sheet, brokered_between, partner_changes, sheet, ties_between
from jmdmodel.analysis.comparison.tie_changes import BrokeredTie, TieChanges
from jmdmodel.analysis.tables import Shown, Table
from jmdmodel.borders import need_language, need_step, need_year
from jmdmodel.messages import Language, Message
from jmdmodel.vocabulary import MapGroup, PartnerKind
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True, repr=False)
class Comparison(Shown):
    """What changed in the network from one yearly map to another (R-33, R-50). German: Netzwerkvergleich.

    Every partner of either map stands in exactly one of ``changes``, together with what it became or
    came from. "On the map" includes what stands beside the rings, so that a contact that now rests, or
    was refused, is a change of its own and not a partner that left.

    Attributes:
        earlier: The first year.
        later: The second year; may be the same, and may lie before the first.
        earlier_day: The day that the map of the first year shows.
        later_day: The day that the map of the second year shows.
        changes: Every partner of either map, in the order of identifiers, those without change too.
        ties: The ties between partners; ``None`` unless they were surveyed in both years.
        ties_reason: Why ``ties`` is ``None``.
        brokered: Ties that the service brokered after the day of the one map and not after that of the
            other, and that hold on the later of the two, by identifier; known without a survey.
    """

    earlier: int
    later: int
    earlier_day: date
    later_day: date
    changes: tuple[PartnerChange, ...]
    ties: TieChanges | None
    ties_reason: Message | None
    brokered: tuple[BrokeredTie, ...]

    def of(self, partner: str) -> PartnerChange | None:
        """Give the change that a partner has part in; ``None`` for one that is on neither map."""
        return next((change for change in self.changes if partner in change.ids), None)

    def with_course(self, course: Course) -> tuple[PartnerChange, ...]:
        """Give the partners of which the same became.

        Raises:
            ModelError: It is no course of a partner; its code as a text is none.
        """
        need_step(course, Course, "course")
        return tuple(change for change in self.changes if change.course is course)

    def with_kind(self, kind: Change) -> tuple[PartnerChange, ...]:
        """Give the partners with one kind of change.

        Raises:
            ModelError: It is no kind of change; its code as a text is none.
        """
        need_step(kind, Change, "kind")
        return tuple(change for change in self.changes if kind in change.kinds)

    @property
    def joined(self) -> tuple[PartnerChange, ...]:
        """Partners that are on the second map alone and came from none of the first."""
        return self.with_course(Course.JOINED)

    @property
    def left(self) -> tuple[PartnerChange, ...]:
        """Partners that are on the first map alone and became none of the second."""
        return self.with_course(Course.LEFT)

    @property
    def stayed(self) -> tuple[PartnerChange, ...]:
        """Partners that are on both maps as themselves."""
        return self.with_course(Course.STAYED)

    @property
    def closer(self) -> tuple[PartnerChange, ...]:
        """Partners with whom contact is more frequent."""
        return self.with_kind(Change.CLOSER)

    @property
    def looser(self) -> tuple[PartnerChange, ...]:
        """Partners with whom contact is less frequent."""
        return self.with_kind(Change.LOOSER)

    @property
    def more_important(self) -> tuple[PartnerChange, ...]:
        """Partners that matter more for the goals of the service."""
        return self.with_kind(Change.MORE_IMPORTANT)

    @property
    def less_important(self) -> tuple[PartnerChange, ...]:
        """Partners on which fewer of the goals depend at present."""
        return self.with_kind(Change.LESS_IMPORTANT)

    @property
    def newly_rated(self) -> tuple[PartnerChange, ...]:
        """Partners whose intensity or importance was rated for the second map alone; ``kinds`` says which."""
        kinds = {Change.INTENSITY_NEWLY_RATED, Change.IMPORTANCE_NEWLY_RATED}
        return tuple(change for change in self.changes if kinds & {*change.kinds})

    @property
    def no_longer_rated(self) -> tuple[PartnerChange, ...]:
        """Partners whose intensity or importance was rated for the first map alone; ``kinds`` says which."""
        kinds = {Change.INTENSITY_NO_LONGER_RATED, Change.IMPORTANCE_NO_LONGER_RATED}
        return tuple(change for change in self.changes if kinds & {*change.kinds})

    @property
    def confirmed(self) -> tuple[PartnerChange, ...]:
        """Partners without any change whose rating was given anew with the same value."""
        return tuple(change for change in self.changes if change.is_confirmed)

    @property
    def course_counts(self) -> tuple[tuple[Course, int], ...]:
        """How many took each course, each :class:`Course` once; they add up to ``changes``."""
        numbers = Counter(change.course for change in self.changes)
        return tuple((course, numbers[course]) for course in Course)

    @property
    def kind_counts(self) -> tuple[tuple[Change, int], ...]:
        """How many changed in each way, each :class:`Change` once; one partner may count under several."""
        numbers = Counter(kind for change in self.changes for kind in change.kinds)
        return tuple((kind, numbers[kind]) for kind in Change)

    @property
    def intensity_shifts(self) -> tuple[tuple[Shift, int], ...]:
        """How the intensities moved, each :class:`Shift` once; they add up to what is on both maps."""
        return _counted(change.intensity for change in self.changes)

    @property
    def importance_shifts(self) -> tuple[tuple[Shift, int], ...]:
        """How the importances moved, each :class:`Shift` once; they add up to what is on both maps."""
        return _counted(change.importance for change in self.changes)

    @property
    def similarity(self) -> Fraction | None:
        """What is on both maps as a share of what is on either (Jaccard), 0 to 1; ``None`` without partners.

        A partner and what it became are one; partners that became one another count once.
        """
        if not self.changes:
            return None
        both = sum(1 for change in self.changes if change.before and change.after)
        return Fraction(both, len(self.changes))

    @property
    def turnover(self) -> Fraction | None:
        """The share that is on one of the maps alone, 0 to 1; one minus the similarity."""
        return None if self.similarity is None else 1 - self.similarity

    @property
    def turnover_reason(self) -> Message | None:
        """Why there is no turnover; ``None`` where there is one."""
        return None if self.changes else Message.of(NOBODY)

    @property
    def has_changes(self) -> bool:
        """Whether anything changed in partners, ratings, states or ties, or a tie was brokered."""
        ties = self.ties is not None and (self.ties.new or self.ties.lost)
        return bool(ties or self.brokered or any(change.kinds for change in self.changes))

    def by_kind(self) -> tuple[Movement, ...]:
        """Count by main kind, every kind once, how many partners stayed, joined and left (R-13)."""
        return movements(self.changes, PartnerKind, lambda partner: partner.kind)

    def by_group(self) -> tuple[Movement, ...]:
        """Count by sector of the map, every sector once, how many partners stayed, joined and left."""
        return movements(self.changes, MapGroup, lambda partner: partner.kind.group)

    def mirrored(self) -> Comparison:
        """Give the comparison of the same two years the other way round: joined is left, closer is looser."""
        return Comparison(
            earlier=self.later,
            later=self.earlier,
            earlier_day=self.later_day,
            later_day=self.earlier_day,
            changes=tuple(change.mirrored() for change in self.changes),
            ties=self.ties.mirrored() if self.ties is not None else None,
            ties_reason=self.ties_reason,
            brokered=self.brokered,
        )

    def sentences(self, language: Language = "de") -> tuple[str, ...]:
        """Tell the comparison in whole sentences, plain text without markup; never empty.

        The text always tells from the smaller to the larger year, whichever way they were compared:
        nobody tells a later year as the past of an earlier one.

        Raises:
            ModelError: The language is none of the two.
        """
        need_language(language, "language")
        told = self if self.earlier <= self.later else self.mirrored()
        return telling.sentences(told, language)

    def text(self, language: Language = "de") -> str:
        """Tell the comparison as one paragraph; see :meth:`sentences`."""
        return " ".join(self.sentences(language))

    def tables(self) -> tuple[Table, ...]:
        """Give the changes by partner, then figures, shifts, sectors, kinds and ties."""
        ties = self.ties
        summary = {
            "earlier": self.earlier,
            "later": self.later,
            "earlier_day": self.earlier_day,
            "later_day": self.later_day,
            **{course.code: number for course, number in self.course_counts},
            "confirmed": len(self.confirmed),
            "turnover": self.turnover,
            "ties_kept": len(ties.kept) if ties else None,
            "ties_new": len(ties.new) if ties else None,
            "ties_lost": len(ties.lost) if ties else None,
            "ties_brokered": len(self.brokered),
        }
        return (
            comparison_tables.changes_table(self.changes),
            comparison_tables.summary_table(summary),
            comparison_tables.shifts_table(dict(self.intensity_shifts), dict(self.importance_shifts)),
            comparison_tables.movements_table("change-groups", self.by_group()),
            comparison_tables.movements_table("change-kinds", self.by_kind()),
            comparison_tables.ties_table(ties.changes if ties else (), self.brokered),
        )


def compare(workspace: Workspace, earlier: int, later: int) -> Comparison:
    """Tell what changed in the network between two map years (R-33, R-50).

    Compared are the partners on the two maps, each with its rating of that year. Contact is *closer*
    when its intensity rose by at least one step; a partner that was rated in one of the years only is
    newly rated or no longer rated, which is no rise and no fall. Partners are followed through
    :attr:`~jmdmodel.entities.partner.Partner.successor_of`: a new name keeps its ratings, and of
    partners that became one, ratings are compared only where they were not contrary. A partner spun
    off from one that goes on, and one taken up by one that was there before, count as a split and a
    merger; :meth:`~jmdmodel.analysis.comparison.history.History.lineages` has the rules. Nothing but the
    two maps is looked at: one that was on an older map and comes back has joined. German: Netzwerkvergleich.

    Args:
        workspace: A workspace or a view of one.
        earlier: Year of the first map.
        later: Year of the second map. The same year gives no change; a year before the first gives the
            mirror image.

    Raises:
        NoMapForYear: One of the years has no map; the error lists the years that have one.
        ModelError: A year is no whole number from 1 to 9999.
    """
    need_year(earlier, "earlier")
    need_year(later, "later")
    first, second = sheet(workspace, earlier), sheet(workspace, later)
    history = History.of(workspace)
    if earlier > later:
        return compare_sheets(history, second, first).mirrored()
    return compare_sheets(history, first, second)


def compare_sheets(history: History, first: Sheet, second: Sheet) -> Comparison:
    """Compare two maps that were read, the earlier one first. German: Kartenvergleich."""
    bare = tuple(str(year) for year in sorted({one.year for one in (first, second) if not one.surveyed}))
    return Comparison(
        earlier=first.year,
        later=second.year,
        earlier_day=first.day,
        later_day=second.day,
        changes=partner_changes(history, first, second),
        ties=None if bare else ties_between(history, first, second),
        ties_reason=Message.of(NOT_SURVEYED, years=bare) if bare else None,
        brokered=brokered_between(first, second),
    )


def _counted(shifts: Iterable[Shift | None]) -> tuple[tuple[Shift, int], ...]:
    numbers = Counter(shifts)
    return tuple((shift, numbers[shift]) for shift in Shift)
