"""The order of candidates: one criterion after the other, without any score."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from jmdmodel.analysis.matching.reasons import Reason
from jmdmodel.analysis.matching.result import Candidate
from jmdmodel.analysis.matching.words import Criterion, Placement, ReasonKind, Stance

_IN = {criterion: [kind for kind in ReasonKind if kind.criterion is criterion] for criterion in Criterion}
_LEVELS = {
    kind: place + (kind.stance is Stance.AGAINST)
    for kinds in _IN.values()
    for place, kind in enumerate(kinds)
}
_LEVELS_WITHOUT = {
    criterion: sum(kind.stance is Stance.FOR for kind in kinds)
    + max(sum(kind.stance is Stance.OPEN for kind in kinds) - 1, 0)
    for criterion, kinds in _IN.items()
}


def level_of(kind: ReasonKind) -> int:
    """Give the place of a kind of reason in its criterion, 0 is the best; lower is better."""
    return _LEVELS[kind]


def level_without(criterion: Criterion) -> int:
    """Give the level of a candidate without a reason in a criterion: that of one where nothing is entered."""
    return _LEVELS_WITHOUT[criterion]


def placement_of(reasons: Iterable[Reason]) -> Placement:
    """Tell in which list a candidate with these reasons stands."""
    told = tuple(reasons)
    if any(one.rules_out for one in told):
        return Placement.RULED_OUT
    fits = any(one.criterion is Criterion.TOPIC and one.stance is Stance.FOR for one in told)
    return Placement.FITTING if fits else Placement.OPEN


def levels_of(reasons: Iterable[Reason]) -> tuple[int, ...]:
    """Give how good it stands in each criterion, in their order; the worst reason in it counts."""
    told = tuple(reasons)
    return tuple(
        max(
            (level_of(one.kind) for one in told if one.criterion is criterion),
            default=level_without(criterion),
        )
        for criterion in Criterion
    )


def best_first(reasons: tuple[Reason, ...]) -> tuple[int, tuple[int, ...], tuple[str, ...]]:
    """Give the key by which the best of several remits of one partner is taken.

    The sentences make the choice among remits that are alike independent of their order in the file.
    """
    return (
        placement_of(reasons).step,
        levels_of(reasons),
        tuple(one.message.in_("de") for one in reasons),
    )


def ranked(found: list[Candidate]) -> list[Candidate]:
    """Put candidates in order and number each list; tell in what each is behind the one before it."""
    ordered = sorted(
        ((one.placement.step, levels_of(one.reasons), one.subject.id, one.subject.collection), one)
        for one in found
    )
    done: list[Candidate] = []
    levels: tuple[int, ...] = ()
    for (_, own, _, _), one in ordered:
        first = not done or done[-1].placement is not one.placement
        behind = None if first else _first_difference(levels, own)
        rank = 1 if first else done[-1].rank + 1
        done.append(attrs.evolve(one, rank=rank, behind_in=behind))
        levels = own
    return done


def _first_difference(before: tuple[int, ...], own: tuple[int, ...]) -> Criterion | None:
    return next((one for one, a, b in zip(Criterion, before, own, strict=True) if a != b), None)
