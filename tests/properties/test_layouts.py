"""Made-up networks and all edge cases meet the goals of the layout; ``nox -s layouts`` tries many more."""

from __future__ import annotations

import pytest

from jmdexport.drawing import MapPlan
from tests.layouts._figures import measured
from tests.layouts._networks import edge_cases, sample

NUMBERS = range(1000, 1020)
"""None of those that ``nox -s layouts`` begins with."""
EDGE_CASES = dict(edge_cases())


@pytest.mark.parametrize("number", NUMBERS)
def test_a_network_of_any_shape_has_no_conflict(number: int) -> None:
    assert measured(str(number), sample(number), refusable=True).faults == []


@pytest.mark.parametrize("plan", EDGE_CASES.values(), ids=EDGE_CASES)
def test_an_edge_case_is_drawn_without_a_conflict(plan: MapPlan) -> None:
    assert measured("edge", plan).faults == []


def test_the_same_number_gives_the_same_network_again() -> None:
    assert sample(1000) == sample(1000) != sample(1001)
