"""The i-mpuls-style CSV of the example service in both dialects, byte for byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jmdexport.builtin.impuls import read_impuls
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.jobs import Wanted
from jmdexport.run import render_all


def made(dialect: str) -> dict[str, bytes]:
    wanted = Wanted("impuls-csv", options={"dialect": dialect})
    found = render_all(load_example().workspace, [wanted], year=2025, as_of=EXAMPLE_DATE)
    return {one.name: one.data for one in found}


@pytest.mark.parametrize("dialect", ["office", "data"])
def test_the_tables_of_the_example_are_as_recorded(
    golden: Callable[[str, str | bytes], None], dialect: str
) -> None:
    for name, data in made(dialect).items():
        golden(f"impuls/{dialect}/{name}", data)


def test_both_dialects_of_the_example_hold_the_same_values() -> None:
    office, data = read_impuls(made("office")), read_impuls(made("data"))
    assert office == data
    assert sum(row.share_percent for row in office.work) == 100
    assert sum(row.minutes or 0 for row in office.work) == sum(row.minutes for row in office.months)
