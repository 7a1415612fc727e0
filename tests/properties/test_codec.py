"""What holds for every workspace that is written and for every file that is read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jmdmodel.codec import dumps, loads, to_plain
from jmdmodel.errors import LoadError
from jmdmodel.messages import LANGUAGES
from jmdmodel.testing.builders import minimal, small
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

WHOLE = settings(max_examples=50)
NAMES = st.sampled_from(["w.yaml", "w.json"])


@WHOLE
@given(workspaces(), NAMES)
def test_what_was_written_reads_back_equal(workspace: Workspace, name: str) -> None:
    assert loads(dumps(workspace, name=name), name=name).workspace == workspace


@WHOLE
@given(workspaces(), NAMES)
def test_writing_what_was_read_gives_the_same_bytes(workspace: Workspace, name: str) -> None:
    data = dumps(workspace, name=name)
    loaded = loads(data, name=name)
    assert dumps(loaded.workspace, name=name, source=loaded.source) == data


@WHOLE
@given(workspaces())
def test_both_formats_hold_the_same(workspace: Workspace) -> None:
    as_json = dumps(workspace, name="w.json")
    as_yaml = dumps(workspace, name="w.yaml")
    assert loads(as_json, name="w.json").workspace == loads(as_yaml, name="w.yaml").workspace


@WHOLE
@given(workspaces())
def test_another_reader_of_yaml_finds_the_same_texts(workspace: Workspace) -> None:
    found = yaml.safe_load(dumps(workspace))
    assert as_json_has_it(found) == {"schema": 1, **to_plain(workspace)}


@WHOLE
@given(workspaces())
def test_another_reader_of_json_finds_the_same_texts(workspace: Workspace) -> None:
    assert json.loads(dumps(workspace, name="w.json")) == {"schema": 1, **to_plain(workspace)}


@WHOLE
@given(workspaces(), NAMES)
def test_nothing_is_changed_while_reading_what_we_wrote(workspace: Workspace, name: str) -> None:
    assert loads(dumps(workspace, name=name), name=name).source.notes == ()


def as_json_has_it(found: Any) -> Any:
    """Turn what YAML 1.1 makes of dates, years and the key ``on`` back to texts."""
    if isinstance(found, dict):
        return {"on" if key is True else str(key): as_json_has_it(value) for key, value in found.items()}
    if isinstance(found, list):
        return [as_json_has_it(item) for item in found]
    return found.isoformat() if isinstance(found, date) else found
