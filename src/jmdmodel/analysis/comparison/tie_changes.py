"""Ties between partners on two maps: kept, new, lost, followed through mergers and new names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from jmdmodel.analysis.comparison.history import Lineage
from jmdmodel.borders import need_step
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Tie
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Coded

_NO_TIES = Say(
    de="In keinem der beiden Jahre ist eine Verbindung zwischen Partnern bekannt.",
    en="No tie between partners is known in either year.",
)


class TieCourse(Coded):
    """What became of a tie from one map to another (R-07, R-33). German: Verlauf der Verbindung."""

    KEPT = "kept", Say("besteht weiter", "kept")
    NEW = "new", Say("neu bekannt", "newly known")
    LOST = "lost", Say("besteht nicht mehr", "lost")


@attrs.frozen(kw_only=True)
class TieChange:
    """The tie between two partners, or what they became, on two maps (R-07, R-33).

    German: Änderung einer Verbindung.

    Attributes:
        before: The ties of the first map, by identifier; several where partners became one.
        after: The ties of the second map, by identifier.
        partners: All partners that the ties are between, by identifier.
    """

    before: tuple[Tie, ...]
    after: tuple[Tie, ...]
    partners: tuple[Partner, ...]

    @property
    def course(self) -> TieCourse:
        """What became of the tie."""
        if self.before and self.after:
            return TieCourse.KEPT
        return TieCourse.NEW if self.after else TieCourse.LOST

    @property
    def ends(self) -> tuple[Partner, Partner]:
        """The two partners to name: those of the first tie of the second map, or of the first map."""
        by_id = {partner.id: partner for partner in self.partners}
        one, other = sorted((self.after or self.before)[0].between)
        return by_id[one], by_id[other]


@attrs.frozen(kw_only=True)
class BrokeredTie:
    """A tie that the service brought about between two maps (R-07). German: vermittelte Verbindung.

    Attributes:
        tie: The tie.
        partners: The two partners, in the order of the tie.
    """

    tie: Tie
    partners: tuple[Partner, Partner]


@attrs.frozen(kw_only=True)
class TieChanges:
    """The ties between partners on two maps, as far as known to the service (R-07, R-33).

    What is new in the data may only be newly known. A tie counts once, however many entries it has,
    and goes on when a partner becomes another. German: Änderungen der Verbindungen.

    Attributes:
        changes: Every tie of either map, in the order of its partners.
        within: Entries between partners that were one and the same on the other map: neither new nor lost.
    """

    changes: tuple[TieChange, ...]
    within: tuple[Tie, ...] = ()

    def with_course(self, course: TieCourse) -> tuple[TieChange, ...]:
        """Give the ties that took one course.

        Raises:
            ModelError: It is no course of a tie; its code as a text is none.
        """
        need_step(course, TieCourse, "course")
        return tuple(change for change in self.changes if change.course is course)

    @property
    def kept(self) -> tuple[TieChange, ...]:
        """Ties of both maps."""
        return self.with_course(TieCourse.KEPT)

    @property
    def new(self) -> tuple[TieChange, ...]:
        """Ties of the second map alone."""
        return self.with_course(TieCourse.NEW)

    @property
    def lost(self) -> tuple[TieChange, ...]:
        """Ties of the first map alone."""
        return self.with_course(TieCourse.LOST)

    @property
    def similarity(self) -> Fraction | None:
        """Ties of both maps as a share of the ties of either (Jaccard), 0 to 1; ``None`` without ties."""
        return Fraction(len(self.kept), len(self.changes)) if self.changes else None

    @property
    def similarity_reason(self) -> Message | None:
        """Why there is no similarity; ``None`` where there is one."""
        return None if self.changes else Message.of(_NO_TIES)

    def mirrored(self) -> TieChanges:
        """Give the same changes from the other side."""
        turned = (attrs.evolve(change, before=change.after, after=change.before) for change in self.changes)
        return attrs.evolve(self, changes=tuple(turned))


def tie_changes(
    before: Iterable[Tie],
    after: Iterable[Tie],
    *,
    lineages: Iterable[Lineage],
    partners: Mapping[PartnerId, Partner],
) -> TieChanges:
    """Compare the ties of two maps, each end followed through the lineages of its partners (R-07, R-33).

    Args:
        before: Ties of the first map; their partners stand in the lineages.
        after: Ties of the second map.
        lineages: What became of the partners.
        partners: The partners by identifier.
    """
    line: dict[PartnerId, int] = {}
    for number, lineage in enumerate(lineages):
        line |= dict.fromkeys((*lineage.before, *lineage.after), number)
    sides: dict[tuple[int, int], tuple[list[Tie], list[Tie]]] = {}
    for side, ties in enumerate((before, after)):
        for tie in ties:
            one, other = sorted(line[end] for end in tie.between)
            sides.setdefault((one, other), ([], []))[side].append(tie)
    changes: list[TieChange] = []
    within: list[Tie] = []
    for (one, other), (old, new) in sorted(sides.items(), key=lambda item: item[0]):
        if one == other and not (old and new):
            within += [*old, *new]
            continue
        ends = sorted({end for tie in (*old, *new) for end in tie.between})
        changes.append(
            TieChange(
                before=tuple(sorted(old, key=lambda tie: tie.id)),
                after=tuple(sorted(new, key=lambda tie: tie.id)),
                partners=tuple(partners[end] for end in ends),
            )
        )
    return TieChanges(changes=tuple(changes), within=tuple(sorted(within, key=lambda tie: tie.id)))
