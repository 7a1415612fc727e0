"""What the overview of intercultural opening is made of: partners, barriers, measures, and their counts."""

from __future__ import annotations

from datetime import date

import attrs

from jmdmodel.borders import need_step
from jmdmodel.entities.opening import AccessBarrier, OpeningMeasure
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Say
from jmdmodel.scales import Coded
from jmdmodel.vocabulary import BarrierKind, BarrierState, MeasureKind, MeasureState, OpeningStage

PATH = (
    OpeningStage.AWARENESS,
    OpeningStage.ANALYSIS,
    OpeningStage.PLANNING,
    OpeningStage.IMPLEMENTATION,
    OpeningStage.REVIEW,
)
"""The stages that follow one another; unknown, not needed, refused and paused stand beside them."""


class StageChange(Coded):
    """What became of a partner's stage between two days (R-09). German: Veränderung des Standes."""

    FORWARD = "forward", Say("weiter", "further on")
    BACK = "back", Say("früherer Stand", "earlier stage")
    SAME = "same", Say("gleicher Stand", "same stage")
    FIRST = "first", Say("erstmals eingeschätzt", "first assessed")
    ENDED = "ended", Say("Prozess beendet", "process ended")
    BESIDE = "beside", Say("nicht vergleichbar", "not comparable")

    @classmethod
    def between(cls, before: OpeningStage | None, after: OpeningStage | None) -> StageChange | None:
        """Give the change from one stage to another; ``None`` where neither is known.

        Only stages that follow one another are compared. Where one of the two stands beside them
        (unknown, not needed, refused, paused) they are not comparable, even if they are alike.
        """
        if before is None:
            return None if after is None else cls.FIRST
        if after is None:
            return cls.ENDED
        if before not in PATH or after not in PATH:
            return cls.BESIDE
        step = PATH.index(after) - PATH.index(before)
        return cls.SAME if step == 0 else cls.FORWARD if step > 0 else cls.BACK


@attrs.frozen(kw_only=True)
class BarrierChange:
    """One barrier with what was said of it by two days (R-10). German: Barriere vorher und nachher.

    Attributes:
        barrier: The barrier.
        where: At whom or what it stands, in words; ``None`` for the social space as a whole.
        was_known: Whether it was known on the first day, and had not ended but by being taken down.
        before: What was said of it last by the first day; ``None`` where nothing was.
        is_known: The same for the second day.
        after: What was said of it last by the second day.
        measures: The measures of the time between that name it.
    """

    barrier: AccessBarrier
    where: str | None
    was_known: bool
    before: BarrierState | None
    is_known: bool
    after: BarrierState | None
    measures: tuple[OpeningMeasure, ...]

    @property
    def stood(self) -> bool:
        """Whether it stood on the first day; known and not taken down."""
        return self.was_known and self.before is not BarrierState.REMOVED

    @property
    def stands(self) -> bool:
        """Whether it stands on the second day; known and not taken down."""
        return self.is_known and self.after is not BarrierState.REMOVED

    @property
    def is_new(self) -> bool:
        """Whether it came to be known between the two days."""
        return self.is_known and not self.was_known

    @property
    def is_back(self) -> bool:
        """Whether it had been taken down by the first day and stands again on the second."""
        return self.stands and self.was_known and not self.stood

    @property
    def is_removed(self) -> bool:
        """Whether it was taken down between the two days, and is so on the second."""
        return self.after is BarrierState.REMOVED and self.before is not BarrierState.REMOVED

    @property
    def has_ended(self) -> bool:
        """Whether it stood on the first day and ended without having been taken down."""
        return self.stood and not self.is_known


@attrs.frozen(kw_only=True)
class PartnerOpening:
    """One partner with its stage, barriers and measures (R-09, R-10). German: Öffnung eines Partners.

    Attributes:
        partner: The identifier of the partner.
        name: Its name, or the identifier where the reference leads nowhere.
        has_process: Whether an opening process holds on the second day; ``None`` where that is not shown.
        before: The stage on the first day; ``None`` where none was judged or no process held.
        before_judged_on: When that was judged.
        after: The stage on the second day.
        after_judged_on: When that was judged.
        change: What became of the stage.
        barriers: The barriers at the partner itself, by identifier; ``None`` where they are not shown.
        measures: The measures of the time between that name the partner or one of these barriers.
    """

    partner: PartnerId
    name: str
    has_process: bool | None
    before: OpeningStage | None
    before_judged_on: date | None
    after: OpeningStage | None
    after_judged_on: date | None
    change: StageChange | None
    barriers: tuple[BarrierChange, ...] | None
    measures: tuple[OpeningMeasure, ...]

    @property
    def stood(self) -> int | None:
        """How many barriers stood at the partner on the first day; ``None`` where they are not shown."""
        return None if self.barriers is None else sum(change.stood for change in self.barriers)

    @property
    def stands(self) -> int | None:
        """How many barriers stand at the partner on the second day; ``None`` where they are not shown."""
        return None if self.barriers is None else sum(change.stands for change in self.barriers)


@attrs.frozen(kw_only=True)
class StageRow:
    """How many partners are at a stage before and after; ``None`` counts those without one (R-09).

    German: Partner je Stand.
    """

    stage: OpeningStage | None
    before: int
    after: int


@attrs.frozen(kw_only=True)
class StateRow:
    """How many known barriers are in a state before and after; ``None`` is nothing said (R-10).

    German: Barrieren je Stand.
    """

    state: BarrierState | None
    before: int
    after: int


@attrs.frozen(kw_only=True)
class KindRow:
    """The barriers of one kind: standing before and after, and what happened between (R-10).

    Those before, new and back, less those removed and ended, are those after. German: Barrieren einer Art.

    Attributes:
        kind: The kind.
        before: How many stood on the first day.
        after: How many stand on the second day.
        new: How many came to be known between.
        back: How many had been taken down and stand again.
        removed: How many were taken down.
        ended: How many ended otherwise, as with the offer that they stood at.
    """

    kind: BarrierKind
    before: int
    after: int
    new: int
    back: int
    removed: int
    ended: int


@attrs.frozen(kw_only=True)
class MeasureRow:
    """The measures of one kind in the time between, by what became of them (R-22 … R-26).

    German: Maßnahmen einer Art.
    """

    kind: MeasureKind
    states: tuple[tuple[MeasureState, int], ...]

    def in_state(self, state: MeasureState) -> int:
        """Give how many measures were held, are planned, or were cancelled.

        Raises:
            ModelError: It is no state of a measure; its code as a text is none.
        """
        need_step(state, MeasureState, "state")
        return dict(self.states)[state]
