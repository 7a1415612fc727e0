"""Looks up, for two days, the stages, barriers and measures of the intercultural opening."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jmdmodel.analysis.opening.parts import BarrierChange, PartnerOpening, StageChange
from jmdmodel.analysis.sight import is_hidden
from jmdmodel.entities.opening import AccessBarrier, OpeningMeasure, OpeningProcess, OpeningStep
from jmdmodel.ids import BarrierId, PartnerId, Ref
from jmdmodel.vocabulary import BarrierState, MeasureState
from jmdmodel.workspace import Workspace


class Finder:
    """What belongs to each partner and each barrier, on two days and between them."""

    def __init__(self, workspace: Workspace, since: date, on: date) -> None:
        self.workspace, self.since, self.on = workspace, since, on
        self.inside = not (is_hidden(workspace, OpeningProcess) or is_hidden(workspace, AccessBarrier))
        self.measures = tuple(measure for measure in workspace.measures if self._is_between(measure))
        self._of_partner: dict[str, list[OpeningMeasure]] = {}
        self._of_barrier: dict[str, list[OpeningMeasure]] = {}
        for measure in self.measures:
            for partner in dict.fromkeys(measure.partners):
                self._of_partner.setdefault(partner, []).append(measure)
            for barrier in dict.fromkeys(measure.barriers):
                self._of_barrier.setdefault(barrier, []).append(measure)
        self._processes: dict[str, list[OpeningProcess]] = {}
        for process in workspace.openings:
            self._processes.setdefault(process.partner, []).append(process)
        self.barriers = tuple(
            change
            for barrier in workspace.barriers
            if (change := self._change(barrier)).was_known or change.is_known or self._told_between(barrier)
        )
        self._at: dict[str, list[BarrierChange]] = {}
        for change in self.barriers:
            if (where := _partner_of(change)) is not None:
                self._at.setdefault(where, []).append(change)

    def partners(self) -> tuple[PartnerOpening, ...]:
        """Give each partner with a process, a barrier or a measure in the time, by identifier."""
        named = {partner for measure in self.measures for partner in measure.partners}
        named |= {
            process.partner
            for process in self.workspace.openings
            if (process.period.since is None or process.period.since <= self.on)
            and (process.period.until is None or process.period.until >= self.since)
        }
        named |= {PartnerId(partner) for partner in self._at}
        return tuple(self._partner(partner) for partner in sorted(named))

    def elsewhere(self) -> tuple[BarrierChange, ...]:
        """Give the barriers that stand at no partner: at offers, at places, in the space as a whole."""
        return tuple(change for change in self.barriers if _partner_of(change) is None)

    def tackled(self) -> frozenset[BarrierId]:
        """Give the barriers that a measure names, whenever it was or is planned, cancelled ones apart."""
        return frozenset(
            barrier
            for measure in self.workspace.measures
            if measure.state is not MeasureState.CANCELLED
            for barrier in measure.barriers
        )

    def _is_between(self, measure: OpeningMeasure) -> bool:
        return (
            measure.day is not None and measure.day <= self.on and (measure.until or measure.day) > self.since
        )

    def _told_between(self, barrier: AccessBarrier) -> bool:
        return any(self.since < said.day <= self.on for said in barrier.statuses)

    def _partner(self, partner: PartnerId) -> PartnerOpening:
        known = self.workspace.partners.get(partner)
        before, after = self._judged(partner, self.since), self._judged(partner, self.on)
        barriers = tuple(self._at.get(partner, ()))
        named = {measure.id: measure for measure in self._of_partner.get(partner, ())}
        named |= {measure.id: measure for change in barriers for measure in change.measures}
        return PartnerOpening(
            partner=partner,
            name=known.name if known is not None else partner,
            has_process=self._has_process(partner) if self.inside else None,
            before=before.stage if before else None,
            before_judged_on=before.day if before else None,
            after=after.stage if after else None,
            after_judged_on=after.day if after else None,
            change=StageChange.between(before.stage if before else None, after.stage if after else None),
            barriers=barriers if self.inside else None,
            measures=tuple(named[identifier] for identifier in sorted(named)),
        )

    def _has_process(self, partner: PartnerId) -> bool:
        return any(process.period.holds_on(self.on) for process in self._processes.get(partner, ()))

    def _judged(self, partner: PartnerId, day: date) -> OpeningStep | None:
        """Give the latest judgement by a day in the partner's processes that hold on it."""
        steps: Iterable[OpeningStep] = (
            step
            for process in self._processes.get(partner, ())
            if process.period.holds_on(day)
            for step in process.stages
            if step.day <= day
        )
        return max(steps, key=lambda step: step.day, default=None)

    def _change(self, barrier: AccessBarrier) -> BarrierChange:
        return BarrierChange(
            barrier=barrier,
            where=self._where(barrier.at),
            was_known=_is_known(barrier, self.since),
            before=barrier.state_on(self.since),
            is_known=_is_known(barrier, self.on),
            after=barrier.state_on(self.on),
            measures=tuple(self._of_barrier.get(barrier.id, ())),
        )

    def _where(self, ref: Ref | None) -> str | None:
        if ref is None:
            return None
        thing = self.workspace.resolve(ref)
        return thing.name if thing is not None else ref.id


def _is_known(barrier: AccessBarrier, day: date) -> bool:
    """Tell whether a barrier was known on a day: said by then, and not over, but for having been removed."""
    state = barrier.state_on(day)
    if state is BarrierState.REMOVED:
        return True
    return barrier.period.holds_on(day) and (state is not None or not barrier.statuses)


def _partner_of(change: BarrierChange) -> str | None:
    at = change.barrier.at
    return at.id if at is not None and at.collection == "partners" else None
