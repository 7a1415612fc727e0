"""One broken thing is told once: its code, its place in the model, its line, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from jmdmodel.codec import dumps, loads
from jmdmodel.errors import LoadError, ModelError
from jmdmodel.testing._layout import json_lines, tree_of, yaml_lines
from jmdmodel.testing.breakages import CODES, Breakage, breakages, breakages_of
from jmdmodel.testing.builders import small
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

NAMES = ("w.yaml", "w.json")
IN_YAML_ALONE = {"L105", "L106", "L109"}


def told(broken: Breakage) -> list[tuple[str, str, int]]:
    try:
        loads(broken.data, name=broken.name)
    except LoadError as error:
        return [(fault.code, fault.path, fault.position.line) for fault in error.faults]
    return []


@settings(max_examples=200)
@given(breakages())
def test_exactly_the_broken_thing_is_told_with_its_place_and_line(broken: Breakage) -> None:
    assert told(broken) == [(broken.code, broken.path, broken.line)]


@settings(max_examples=60)
@given(breakages())
def test_what_was_broken_was_sound_before(broken: Breakage) -> None:
    assert loads(dumps(broken.workspace, name=broken.name), name=broken.name).workspace == broken.workspace


@pytest.mark.parametrize("name", NAMES)
def test_each_field_of_the_small_workspace_is_broken_in_each_way_and_told_exactly(name: str) -> None:
    seen = set()
    for broken in breakages_of(small(), name=name):
        assert told(broken) == [(broken.code, broken.path, broken.line)], broken.what
        seen.add(broken.code)
    assert seen >= {*CODES} - (IN_YAML_ALONE if name.endswith(".json") else set())


@pytest.mark.parametrize("code", sorted(set(CODES) - {"L133", "L134", "L136", "L137", "L138"}))
def test_a_kind_of_fault_can_be_asked_for(code: str) -> None:
    @settings(max_examples=5)
    @given(
        breakages(codes=[code], among=workspaces() | workspaces().map(lambda _: small()), names=["w.yaml"])
    )
    def look(broken: Breakage) -> None:
        assert broken.code == code

    look()


def test_a_code_that_no_edit_brings_about_is_refused() -> None:
    with pytest.raises(ModelError):
        list(breakages_of(small(), codes=["L129"]))


@given(breakages(names=["w.json"], codes=["L111"], among=workspaces(collections=["cases"])))
def test_the_path_of_an_unknown_entry_in_a_case_is_told_but_not_its_name(broken: Breakage) -> None:
    assert told(broken) == [("L111", broken.path, broken.line)]
    assert "nobody" not in broken.path or not broken.path.startswith("cases")


@settings(max_examples=60)
@given(workspaces())
def test_the_lines_are_those_of_the_canonical_text(workspace: Workspace) -> None:
    for name, lines in (("w.yaml", yaml_lines), ("w.json", json_lines)):
        assert "\n".join([*lines(tree_of(workspace)), ""]).encode() == dumps(workspace, name=name)
