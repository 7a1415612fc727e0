"""What the rules on opening ask of a workspace: measures that count, barriers that stand, whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from jmdmodel.entities.opening import AccessBarrier, BarrierStatus, OpeningMeasure
from jmdmodel.messages import Say
from jmdmodel.quality.index import Index
from jmdmodel.quality.parameters import words
from jmdmodel.vocabulary import BarrierState, MeasureFamily, MeasureState, PartnerKind
from jmdmodel.workspace import Workspace

if TYPE_CHECKING:
    from jmdmodel.analysis.opening import BarrierChange

MAINSTREAM = (
    PartnerKind.SGB2_BODY,
    PartnerKind.SGB3_BODY,
    PartnerKind.SCHOOL,
    PartnerKind.PUBLIC_OFFICE,
    PartnerKind.HEALTH_SERVICE,
)
"""Services that are there for everybody; their opening matters most to young people."""

WITH_PARTNERS = frozenset({MeasureFamily.EVENTS, MeasureFamily.TRAINING, MeasureFamily.JOINT_PROJECT})
"""Families of measures that open somebody's doors; mediators and publicity reach beyond single partners."""

_BEGUN = frozenset({BarrierState.ADDRESSED, BarrierState.REDUCED})


@attrs.frozen(kw_only=True)
class MainstreamKinds:
    """Which kinds of partner count as services that are there for everybody."""

    mainstream: tuple[str, ...] = words(
        (kind.code for kind in MAINSTREAM),
        help=Say(
            de="Welche Partnerarten als Regeldienste gelten, die für alle da sind.",
            en="Which kinds of partner count as mainstream services, there for everybody.",
        ),
    )


def end_of(measure: OpeningMeasure) -> date | None:
    """Give the last day of a measure; ``None`` where no day is told."""
    return measure.until or measure.day


def is_off(measure: OpeningMeasure) -> bool:
    """Tell whether a measure was cancelled."""
    return measure.state is MeasureState.CANCELLED


def held_lately(index: Index) -> tuple[OpeningMeasure, ...]:
    """Give the measures held in this year or the last until the day; older ones are left in peace."""
    return tuple(one for one in index.opening.measures or () if one.state is MeasureState.HELD)


def in_view(index: Index) -> tuple[OpeningMeasure, ...]:
    """Give the measures held lately or without a day, and those planned for a day that has not passed."""
    lately = {one.id for one in held_lately(index)}
    return tuple(
        one for one in index.workspace.measures if one.id in lately or _is_undated_or_ahead(one, index.on)
    )


def _is_undated_or_ahead(measure: OpeningMeasure, on: date) -> bool:
    """A mere idea, planned without a day, need not know its partners and barriers yet."""
    end = end_of(measure)
    if measure.state is MeasureState.HELD:
        return end is None
    return measure.state is MeasureState.PLANNED and end is not None and end >= on


def without_aim(index: Index) -> tuple[OpeningMeasure, ...]:
    """Give the measures in view that should name a barrier and name none; O402 tells them."""
    return tuple(one for one in in_view(index) if one.kind.family in WITH_PARTNERS and not one.barriers)


def partner_at(workspace: Workspace, barrier: AccessBarrier) -> str | None:
    """Give the partner at which a barrier stands, or at whose offer; ``None`` for any other place."""
    if barrier.at is None:
        return None
    if barrier.at.collection == "partners":
        return barrier.at.id
    if barrier.at.collection == "offers":
        offer = workspace.offers.get(barrier.at.id)
        return offer.provider if offer is not None else None
    return None


def standing(index: Index) -> tuple[BarrierChange, ...]:
    """Give the barriers that stand on the day, within reach, at something that still exists."""
    return tuple(
        change
        for change in index.opening.barriers
        if change.stands
        and change.after is not BarrierState.BEYOND_REACH
        and _place_exists(index, change.barrier)
    )


def _place_exists(index: Index, barrier: AccessBarrier) -> bool:
    if barrier.at is None:
        return True
    place = index.workspace.resolve(barrier.at)
    owner = index.workspace.partners.get(partner_at(index.workspace, barrier))
    periods = (getattr(thing, "period", None) for thing in (place, owner))
    return all(period is None or period.holds_on(index.on) for period in periods)


def back_on(barrier: AccessBarrier, on: date) -> date | None:
    """Give the day on which a barrier came back, the last time until a day; ``None`` if it never did."""
    said = _said_until(barrier, on)
    was_removed = [False, *(one.state is BarrierState.REMOVED for one in said)]
    returns = [
        one.day
        for one, follows_removal in zip(said, was_removed, strict=False)
        if one.state is BarrierState.RETURNED or (follows_removal and one.state is not BarrierState.REMOVED)
    ]
    return returns[-1] if returns else None


def known_since(barrier: AccessBarrier, on: date) -> date | None:
    """Give the day since which a barrier is known, or is back; ``None`` where nobody says."""
    said = _said_until(barrier, on)
    return back_on(barrier, on) or (said[0].day if said else barrier.period.since)


def is_begun(barrier: AccessBarrier, on: date) -> bool:
    """Tell whether a barrier was addressed or reduced since it was found, or since it came back."""
    back = back_on(barrier, on) or date.min
    return any(one.state in _BEGUN for one in _said_until(barrier, on) if one.day >= back)


def _said_until(barrier: AccessBarrier, on: date) -> list[BarrierStatus]:
    return sorted((one for one in barrier.statuses if one.day <= on), key=lambda one: one.day)


def measures_by_barrier(workspace: Workspace) -> Mapping[str, tuple[OpeningMeasure, ...]]:
    """Give the measures that name each barrier, whenever they were or are planned; cancelled ones apart."""
    found: dict[str, list[OpeningMeasure]] = {}
    for measure in workspace.measures:
        if not is_off(measure):
            for barrier in dict.fromkeys(measure.barriers):
                found.setdefault(barrier, []).append(measure)
    return {barrier: tuple(measures) for barrier, measures in found.items()}


def tackles(measure: OpeningMeasure, barrier: AccessBarrier, on: date) -> bool:
    """Tell whether a measure that names a barrier still counts: not if the barrier came back after it."""
    return (end_of(measure) or date.max) >= (back_on(barrier, on) or date.min)
