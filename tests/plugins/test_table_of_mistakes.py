"""The page on broken plugins says of each what the tests show: none is missing, none is made up."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jmdexport import Registry, export
from jmdmodel.testing.builders import small
from tests.plugins import misbehaving
from tests.plugins._zoo import BROKEN

PAGE = (Path(__file__).parents[2] / "docs" / "extending" / "misbehaving-plugins.md").read_text("utf-8")
TESTS = "".join(Path(__file__).with_name(f"test_{name}.py").read_text("utf-8") for name in ("apart", "zoo"))
SOUND = {"well", "several", "counting"}


def rows(after: str) -> list[list[str]]:
    """Give the cells of the first table below a heading."""
    lines = PAGE.partition(f"\n## {after}\n")[2].partition("\n## ")[0].splitlines()
    table = [line for line in lines if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


RUNNING = {name.strip("`"): (here, apart) for name, _, here, apart, _ in rows("While an exporter runs")}


def test_the_page_names_every_broken_plugin_at_its_stage() -> None:
    shown = {
        (stage, name)
        for stage, names in rows("While plugins are found")
        for name in re.findall(r"`(\S+)`", names)
    }
    assert shown == {(stage, name) for name, (_, stage, _) in BROKEN.items()}
    assert len(shown) + len(RUNNING) >= 50


def test_the_page_names_every_exporter_that_misbehaves_and_each_is_tried_apart() -> None:
    assert RUNNING.keys() == misbehaving.MADE.keys() - SOUND
    assert [name for name in RUNNING if f'"{name}"' not in TESTS] == []


HERE = sorted(name for name, (here, _) in RUNNING.items() if here == "yes")


@pytest.mark.parametrize("name", HERE)
def test_what_is_contained_in_the_calling_process_ends_in_one_error(name: str) -> None:
    arguments: dict[str, Any] = {"year": 2024, "as_of": date(2025, 3, 1)}
    call: Callable[..., object] = export
    with pytest.raises(Exception, match=rf"{name}|secret|no sessions"):  # no SystemExit, no KeyboardInterrupt
        call(small(), name, registry=Registry(plugins=[misbehaving], strict=True), **arguments)


def test_what_the_subprocess_adds_is_told() -> None:
    needs_it = {name for name, (here, apart) in RUNNING.items() if here == "no" and apart != "no"}
    assert {"quitting", "leaving", "endless", "greedy", "searching", "environment"} <= needs_it
    assert {name for name, cells in RUNNING.items() if cells == ("no", "no")} == {"unsteady"}
