"""The intercultural opening of partners between two days: stages, barriers, measures, before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import attrs

from jmdmodel.analysis.counting import Spoken
from jmdmodel.analysis.opening import tables as opening_tables
from jmdmodel.analysis.opening.finding import Finder
from jmdmodel.analysis.opening.opening_texts import Told, sentences
from jmdmodel.analysis.opening.parts import (
    BarrierChange,
    KindRow,
    MeasureRow,
    PartnerOpening,
    StageChange,
    StageRow,
    StateRow,
)
from jmdmodel.analysis.sight import is_hidden
from jmdmodel.analysis.tables import Table
from jmdmodel.borders import need_day, need_step
from jmdmodel.entities.opening import OpeningMeasure
from jmdmodel.errors import ModelError
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import BarrierKind, BarrierState, MeasureKind, MeasureState, OpeningStage
from jmdmodel.workspace import Workspace

_NO_STAGES = Say(
    "Öffnungsprozesse und Zugangsbarrieren gehören nicht zu dieser Ansicht.",
    "Opening processes and access barriers are not part of this view.",
)
_NO_MEASURES = Say(
    "Maßnahmen zur Öffnung gehören nicht zu dieser Ansicht.", "Opening measures are not part of this view."
)
_BACKWARDS = Say(
    "Der erste Tag, {since}, liegt nach dem zweiten, {on}.",
    "The first day, {since}, lies after the second, {on}.",
)


@attrs.frozen(kw_only=True, repr=False)
class OpeningOverview(Spoken):
    """The intercultural opening between two days (R-09, R-10, R-22 … R-26). German: Überblick zur Öffnung.

    What a view does not show is ``None``, and the reasons say so.

    Attributes:
        since: The first day; what it shows is "before".
        day: The second day; what it shows is "after".
        partners: Each partner with a process, a barrier or a measure in the time, by identifier.
        elsewhere: Barriers at offers (those of partners too), at places, and in the space as a whole.
        measures: Measures of the days after the first up to the second, by identifier.
        undated: Measures of which no day is told.
        stages: Each stage once, and a last row for partners without one.
        states: Each state of barriers once, and a last row for known barriers of which none is told.
        kinds: Each kind of barrier once.
        measure_kinds: Each kind of measure once.
        without_measure: Standing barriers that no measure names; those beyond our reach apart.
        without_barrier: Measures of the time that name no barrier; cancelled ones apart.
        without_process: Partners with standing barriers and without an opening process.
        reasons: Why something is not shown.
    """

    since: date
    day: date
    partners: tuple[PartnerOpening, ...]
    elsewhere: tuple[BarrierChange, ...] | None
    measures: tuple[OpeningMeasure, ...] | None
    undated: tuple[OpeningMeasure, ...] | None
    stages: tuple[StageRow, ...] | None
    states: tuple[StateRow, ...] | None
    kinds: tuple[KindRow, ...] | None
    measure_kinds: tuple[MeasureRow, ...] | None
    without_measure: tuple[BarrierChange, ...] | None
    without_barrier: tuple[OpeningMeasure, ...] | None
    without_process: tuple[PartnerOpening, ...] | None
    reasons: tuple[Message, ...]

    @property
    def barriers(self) -> tuple[BarrierChange, ...]:
        """All barriers by identifier; those at partners, and those elsewhere."""
        at_partners = [change for row in self.partners for change in row.barriers or ()]
        return tuple(sorted((*at_partners, *(self.elsewhere or ())), key=lambda change: change.barrier.id))

    def changed(self, change: StageChange) -> tuple[PartnerOpening, ...]:
        """Give the partners whose stage changed in one way.

        Raises:
            ModelError: It is no change of a stage; its code as a text is none.
        """
        need_step(change, StageChange, "change")
        return tuple(row for row in self.partners if row.change is change)

    def messages(self) -> tuple[Message, ...]:
        """Tell the result in a few sentences."""
        shown, barriers = self.stages is not None, self.barriers
        told = Told(
            judged=sum(row.after is not None for row in self.partners) if shown else None,
            forward=[row.name for row in self.changed(StageChange.FORWARD)],
            back=[row.name for row in self.changed(StageChange.BACK)],
            stood=sum(change.stood for change in barriers) if shown else None,
            stand=sum(change.stands for change in barriers) if shown else None,
            removed=_titles(change for change in barriers if change.is_removed),
            back_again=_titles(change for change in barriers if change.is_back),
            held=_held(self.measures),
            no_measure=_titles(self.without_measure or ()),
            no_barrier=[measure.title for measure in self.without_barrier or ()],
            no_process=[row.name for row in self.without_process or ()],
        )
        return (*sentences(self.since, self.day, told), *self.reasons)

    def tables(self) -> tuple[Table, ...]:
        """Give the partners, the barriers, and the counts; what is not shown has no rows."""
        return (
            opening_tables.partners_table(self.partners),
            opening_tables.barriers_table(self.barriers),
            opening_tables.stages_table(self.stages or ()),
            opening_tables.states_table(self.states or ()),
            opening_tables.kinds_table(self.kinds or ()),
            opening_tables.measure_kinds_table(self.measure_kinds or ()),
            opening_tables.measures_table(self.measures or (), self.day),
            opening_tables.undated_table(self.undated or (), self.day),
        )


def opening_overview(workspace: Workspace, *, on: date, since: date | None = None) -> OpeningOverview:
    """Tell how far partners have opened, which barriers stand, and what was done (R-09, R-10, R-22 … R-26).

    Two days are set side by side, "before" and "after". The stage of a partner on a day is the latest
    judged by then in its processes that hold on the day. Stages are compared only where both follow
    one another; where one is unknown, not needed, refused or paused, no direction is told.

    A barrier is known from the first day on which something was said of it until it ends; one that was
    taken down stays known as removed. It stands where it is known and not removed, also where it
    persists beyond our reach. Measures are those of the days after the first up to the second; they
    count for a partner when they name it or a barrier at it. A measure that names a barrier counts for
    it whenever it was or is planned. German: Überblick zur interkulturellen Öffnung.

    Args:
        workspace: A workspace or a view of one; views for outside hold no processes and barriers.
        on: The second day.
        since: The first day; left out, 31 December of the year before the second day's.

    Raises:
        ModelError: One of the two is no plain day, or the first lies after the second.
    """
    need_day(on, "on")
    if since is None:
        since = date(on.year - 1, 12, 31) if on.year > 1 else date.min
    need_day(since, "since")
    if since > on:
        raise ModelError(Message.of(_BACKWARDS, since=since, on=on))
    finder = Finder(workspace, since, on)
    partners = finder.partners()
    inside = finder.inside
    measured = not is_hidden(workspace, OpeningMeasure)
    tackled = finder.tackled()
    hidden = ((inside, _NO_STAGES), (measured, _NO_MEASURES))
    return OpeningOverview(
        since=since,
        day=on,
        partners=partners,
        elsewhere=finder.elsewhere() if inside else None,
        measures=finder.measures if measured else None,
        undated=tuple(measure for measure in workspace.measures if measure.day is None) if measured else None,
        stages=_stages(partners) if inside else None,
        states=_states(finder.barriers) if inside else None,
        kinds=_kinds(finder.barriers) if inside else None,
        measure_kinds=_measure_kinds(finder.measures) if measured else None,
        without_measure=tuple(
            change
            for change in finder.barriers
            if change.stands
            and change.after is not BarrierState.BEYOND_REACH
            and change.barrier.id not in tackled
        )
        if inside
        else None,
        without_barrier=tuple(
            measure
            for measure in finder.measures
            if not measure.barriers and measure.state is not MeasureState.CANCELLED
        )
        if inside
        else None,
        without_process=tuple(
            row
            for row in partners
            if row.stands and not row.has_process and _exists(workspace, row.partner, on)
        )
        if inside
        else None,
        reasons=tuple(Message.of(say) for shown, say in hidden if not shown),
    )


def _exists(workspace: Workspace, partner: PartnerId, day: date) -> bool:
    """Nobody is asked to open a body that has gone, though a barrier there may never have been closed."""
    known = workspace.partners.get(partner)
    return known is None or known.period.holds_on(day)


def _stages(partners: Iterable[PartnerOpening]) -> tuple[StageRow, ...]:
    rows = tuple(partners)
    before, after = Counter(row.before for row in rows), Counter(row.after for row in rows)
    return tuple(
        StageRow(stage=stage, before=before[stage], after=after[stage]) for stage in (*OpeningStage, None)
    )


def _states(barriers: Iterable[BarrierChange]) -> tuple[StateRow, ...]:
    rows = tuple(barriers)
    before = Counter(row.before for row in rows if row.was_known)
    after = Counter(row.after for row in rows if row.is_known)
    return tuple(
        StateRow(state=state, before=before[state], after=after[state]) for state in (*BarrierState, None)
    )


def _kinds(barriers: Iterable[BarrierChange]) -> tuple[KindRow, ...]:
    rows = tuple(barriers)
    return tuple(
        KindRow(
            kind=kind,
            before=sum(row.stood for row in own),
            after=sum(row.stands for row in own),
            new=sum(row.is_new for row in own),
            back=sum(row.is_back for row in own),
            removed=sum(row.is_removed for row in own),
            ended=sum(row.has_ended for row in own),
        )
        for kind in BarrierKind
        for own in [[row for row in rows if row.barrier.kind is kind]]
    )


def _measure_kinds(measures: Iterable[OpeningMeasure]) -> tuple[MeasureRow, ...]:
    counts = Counter((measure.kind, measure.state) for measure in measures)
    return tuple(
        MeasureRow(kind=kind, states=tuple((state, counts[kind, state]) for state in MeasureState))
        for kind in MeasureKind
    )


def _held(measures: Iterable[OpeningMeasure] | None) -> int | None:
    if measures is None:
        return None
    return sum(measure.state is MeasureState.HELD for measure in measures)


def _titles(barriers: Iterable[BarrierChange]) -> list[str]:
    return [change.barrier.title for change in barriers]
