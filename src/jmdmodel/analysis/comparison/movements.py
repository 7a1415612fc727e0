"""Partners of a kind or sector on two maps, counted by what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import attrs

from jmdmodel.analysis.comparison.changes import Course, PartnerChange
from jmdmodel.entities.partner import Partner
from jmdmodel.scales import Coded

C = TypeVar("C", bound=Coded)


@attrs.frozen(kw_only=True)
class Movement:
    """Partners of one kind or sector on two maps, by what became of them (R-13, R-33). German: Bewegung.

    ``before`` is ``stayed + left + passed_on``, ``after`` is ``stayed + joined + taken_over``.

    Attributes:
        of: The kind or sector.
        before: Partners on the first map.
        after: Partners on the second map.
        stayed: Partners on both.
        joined: Partners that are new.
        left: Partners that are on the map no longer.
        passed_on: Partners of the first map that were renamed, merged, split or regrouped.
        taken_over: Partners of the second map that came of it.
    """

    of: Coded
    before: int
    after: int
    stayed: int
    joined: int
    left: int
    passed_on: int
    taken_over: int


def movements(
    changes: Iterable[PartnerChange], words: Iterable[C], word_of: Callable[[Partner], C]
) -> tuple[Movement, ...]:
    """Count for each word of a list, zeros included, how many partners stayed, joined and left (R-13)."""
    counts = {
        word: dict.fromkeys(("stayed", "joined", "left", "passed_on", "taken_over"), 0) for word in words
    }
    for change in changes:
        course = change.course
        for rated in change.before:
            name = {Course.STAYED: "stayed", Course.LEFT: "left"}.get(course, "passed_on")
            counts[word_of(rated.partner)][name] += 1
        for rated in change.after:
            if course is not Course.STAYED:
                name = "joined" if course is Course.JOINED else "taken_over"
                counts[word_of(rated.partner)][name] += 1
    return tuple(
        Movement(
            of=word,
            before=n["stayed"] + n["left"] + n["passed_on"],
            after=n["stayed"] + n["joined"] + n["taken_over"],
            **n,
        )
        for word, n in counts.items()
    )
