"""Some tables of the example as CSV, byte for byte, in both dialects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.run import export

SHOWN = ("analyses.indicators", "networks.goals", "partners", "partners.remits", "service", "ties")
"""One with decimals, one with texts in lines, one with positions, a list, a single row, a pair."""


@pytest.mark.parametrize("dialect", ["office", "data"])
def test_the_tables_of_the_example_are_as_recorded(
    golden: Callable[[str, str | bytes], None], dialect: str
) -> None:
    options = {"dialect": dialect, "labels": dialect == "office"}
    found = export(load_example().workspace, "tables", year=2025, as_of=EXAMPLE_DATE, options=options)
    files = {one.name: one.data for one in found}
    for name in SHOWN:
        golden(f"tables/{dialect}/{name}.csv", files[f"tables/{name}.csv"])
