"""Ten times as many partners are about ten times the work: counted in steps of the interpreter, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from types import FrameType
from typing import Any

import attrs
import pytest

import jmdmodel
from jmdmodel.analysis.offers import needs_and_offers
from jmdmodel.analysis.opening import opening_overview
from jmdmodel.collection import Collection
from jmdmodel.entities.relation import Tie
from jmdmodel.ids import TieId
from jmdmodel.testing import sizes
from jmdmodel.workspace import Workspace

FEW, TIMES, MOST = 24, 10, 13
"""Partners of the small site; how many times as many the large one has; the most work that may be."""
DAY = date(2025, 12, 31)
VERBS: dict[str, Callable[[Workspace], Any]] = {
    "candidates": lambda site: jmdmodel.candidates(site, next(iter(site.cases)).id, 0, on=DAY),
    "compare": lambda site: jmdmodel.compare(site, 2024, 2025),
    "coverage": lambda site: jmdmodel.coverage(site, 2025),
    "ego_network": lambda site: jmdmodel.ego_network(site, 2025),
    "graph": lambda site: jmdmodel.graph(site, 2025),
    "needs_and_offers": lambda site: needs_and_offers(site, on=DAY),
    "network_profiles": lambda site: jmdmodel.network_profiles(site, on=DAY),
    "network_series": jmdmodel.network_series,
    "opening_overview": lambda site: opening_overview(site, on=DAY),
    "weak_spots": lambda site: jmdmodel.weak_spots(site, 2025),
    "work_shares": lambda site: jmdmodel.work_shares(site, 2025),
    "year_network": lambda site: jmdmodel.year_network(site, 2025),
}


@cache
def site(times: int) -> Workspace:
    """Give a site with so many times as many partners, contacts, ties and activities.

    Its ties make a tree, in which most of those with more than one tie are cut points, and a few circles.
    """
    count = FEW * times
    made = sizes.site(
        sizes.Size(name="some", sites=1, partners=count, contacts=2 * count, activities=2 * count)
    )
    ids = list(made.partners.ids())
    pairs = [(ids[(number - 1) // 2], ids[number]) for number in range(1, count)]
    pairs += [(ids[number], ids[number + 2]) for number in range(0, count - 2, 12)]
    ties = (Tie(id=TieId(f"t-{number:04}"), between=pair) for number, pair in enumerate(dict.fromkeys(pairs)))
    maps = (attrs.evolve(known, ties_surveyed_on=known.as_of) for known in made.maps)
    return attrs.evolve(made, ties=Collection(ties), maps=Collection(maps))


def steps(verb: Callable[[Workspace], Any], workspace: Workspace) -> int:
    """Count the instructions of Python code that a verb takes; work of one call into C counts as one."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        verb(workspace)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", VERBS)
def test_ten_times_as_many_partners_are_about_ten_times_the_work(name: str) -> None:
    verb = VERBS[name]
    verb(site(1))  # what is prepared once is no work of the verb
    small, large = steps(verb, site(1)), steps(verb, site(TIMES))
    assert small > 1_000
    assert large <= MOST * small


def test_work_that_grows_with_the_square_is_told_apart() -> None:
    def square(workspace: Workspace) -> int:
        return sum(one is other for one in workspace.partners for other in workspace.partners)

    assert steps(square, site(TIMES)) > 5 * MOST * steps(square, site(1))
