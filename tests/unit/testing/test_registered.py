"""Hypothesis finds the strategies by itself, and loads them only when one is asked for."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jmdmodel import entities
from jmdmodel.codec import validate
from jmdmodel.fields import broken_by, is_entity
from jmdmodel.ids import Ref, is_identifier
from jmdmodel.period import Period
from jmdmodel.testing import register
from jmdmodel.workspace import COLLECTIONS, Workspace
from tests.meta._source import ROOT

register()

LOOK = """
import sys
from hypothesis import given, strategies as st
assert "jmdmodel.testing.strategies" not in sys.modules, "the strategies wait until they are asked for"
from jmdmodel.codec import validate
from jmdmodel.workspace import Workspace
seen = []
@given(st.from_type(Workspace))
def look(workspace):
    assert validate(workspace) == ()
    seen.append(workspace)
look()
print(len(seen) > 5 and any(workspace.partners for workspace in seen))
"""


@given(st.from_type(Workspace))
def test_an_annotation_gives_sound_workspaces(workspace: Workspace) -> None:
    assert validate(workspace) == ()


@given(st.sampled_from([name for name in entities.__all__ if is_entity(getattr(entities, name))]), st.data())
def test_each_entity_type_is_known(name: str, data: st.DataObject) -> None:
    thing: Any = data.draw(st.from_type(getattr(entities, name)))
    assert list(broken_by(thing)) == []


@given(st.from_type(Period), st.from_type(Ref))
def test_periods_are_ordered_and_references_lead_to_collections(period: Period, ref: Ref) -> None:
    assert period.is_ordered()
    assert ref.collection in COLLECTIONS
    assert is_identifier(ref.id)


def test_an_installed_package_is_found_when_hypothesis_is_imported(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = project["entry-points"]["hypothesis"]
    installed = tmp_path / "jmdmodel_as_installed-0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: jmdmodel-as-installed\nVersion: 0\n")
    points = "".join(f"{name} = {place}\n" for name, place in said.items())
    (installed / "entry_points.txt").write_text(f"[hypothesis]\n{points}")
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    environment = {**os.environ, "PYTHONPATH": path}
    environment.pop("HYPOTHESIS_NO_PLUGINS", None)
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
        check=False,
        timeout=120,
    )
    assert (done.stdout, done.stderr) == ("True\n", "")
