"""The fast path of JSON, with msgspec and without, against the ordinary path on whatever hypothesis makes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jmdmodel.codec import SCHEMA_VERSION, dumps, loads
from jmdmodel.codec.canonical import json_text
from jmdmodel.codec.fast import quick
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.codec.reading import read_thoroughly
from jmdmodel.codec.source import Loaded
from jmdmodel.errors import LoadError
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

WHOLE = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault

CHANGED = settings(WHOLE, max_examples=25)


def canonical(workspace: Workspace) -> bytes:
    return json_text(workspace, schema=SCHEMA_VERSION).encode()


def both(data: bytes) -> list[Workspace]:
    """Give what the two fast ways take."""
    found = [quick(data, schema=SCHEMA_VERSION, plain=plain) for plain in (False, True)]
    return [one for one in found if one is not None]


def parts(value: Any) -> Iterator[tuple[type, Any]]:
    """Yield every part of a value with its exact type, as 1 and true are equal to ``==``."""
    yield type(value), None
    if is_record(type(value)):
        for plan in plan_of(type(value)):
            yield from parts(getattr(value, plan.name))
    elif isinstance(value, str | int):
        yield type(value), value
    elif not isinstance(value, type) and hasattr(value, "__iter__"):
        for item in value:
            yield from parts(item)


def same(one: Workspace, other: Workspace) -> bool:
    return one == other and list(parts(one)) == list(parts(other))


@WHOLE
@given(workspaces())
def test_all_ways_take_what_was_written_and_give_the_same(workspace: Workspace) -> None:
    data = canonical(workspace)
    thorough = read_thoroughly(data, name="w.json").workspace
    found = both(data)
    assert len(found) == 2
    assert all(same(one, thorough) for one in found)


def agrees(data: bytes) -> None:
    """Make sure that whatever a fast way takes the ordinary one takes too, with the same value."""
    found = both(data)
    if not found:
        return
    try:
        thorough = read_thoroughly(data, name="w.json").workspace
    except LoadError as error:
        raise AssertionError(f"refused by the ordinary path alone: {error}") from error
    assert all(same(one, thorough) for one in found)


_BITS = st.sampled_from(
    [
        b'"',
        b":",
        b",",
        b"{",
        b"}",
        b"[",
        b"]",
        b" ",
        b"\\",
        b"\n",
        b"0",
        b"1",
        b"-",
        b".",
        b"e5",
        b"null",
        b"true",
        b"\\u003a",
        b"\\u0308",
        b"\\n",
        b"\x00",
        b"\x7f",
        b"\xc3\xa4",
        b"a\xcc\x88",
        b"\xff",
        b"A",
        b"a",
        b"x",
        b"/",
        b'"a": "b", ',
        b'"note": "x", ',
        b'"name": "y", ',
        b'"id": "z", ',
        b'"schema": 1, ',
        b'"period": {}, ',
    ]
)


@CHANGED
@given(workspaces(size=2), st.data())
def test_what_the_fast_ways_take_of_changed_bytes_the_ordinary_one_takes(
    workspace: Workspace, data: st.DataObject
) -> None:
    original = canonical(workspace)
    places = st.integers(0, len(original))
    for _ in range(6):
        start = data.draw(places)
        end = data.draw(st.one_of(st.just(start), st.integers(start, min(len(original), start + 12))))
        agrees(original[:start] + data.draw(_BITS) + original[end:])


@CHANGED
@given(workspaces(size=2), st.data())
def test_what_the_fast_ways_take_of_changed_lines_the_ordinary_one_takes(
    workspace: Workspace, data: st.DataObject
) -> None:
    lines = canonical(workspace).splitlines(keepends=True)
    places = st.integers(0, len(lines) - 1)
    for _ in range(6):
        moved = list(lines)
        source, target = data.draw(places), data.draw(places)
        if data.draw(st.booleans()):
            moved.insert(target, lines[source])  # twice
        else:
            moved[target] = lines[source]
        agrees(b"".join(moved))


_ODD = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        -1,
        5,
        2025,
        1.0,
        12.5,
        10**18,
        "",
        " ",
        "a",
        "a:b",
        "x\ny",
        "2025-01-01",
        "1",
        "network",
        [],
        {},
        [[]],
        ["a"],
        ["a", "b"],
        [1],
        {"a": 1},
        {"since": "2025-01-01"},
        "partners/a",
        "ä",
        "a\u0308",
        "true",
    ]
)


def spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place in a document: what holds it, and the key or number there."""
    waiting = [value]
    while waiting:
        held = waiting.pop()
        for key in list(held) if isinstance(held, dict) else range(len(held)):
            yield held, key
            if isinstance(held[key], dict | list):
                waiting.append(held[key])


@CHANGED
@given(workspaces(size=2), st.data())
def test_what_the_fast_ways_take_of_changed_values_the_ordinary_one_takes(
    workspace: Workspace, data: st.DataObject
) -> None:
    original = canonical(workspace)
    for _ in range(6):
        document = json.loads(original)
        found = list(spots(document))
        held, key = found[data.draw(st.integers(0, len(found) - 1))]
        change = data.draw(st.sampled_from(["set", "swap", "drop", "rename", "add"]))
        other, there = found[data.draw(st.integers(0, len(found) - 1))]
        if change == "set":
            held[key] = data.draw(_ODD)
        elif change == "swap":
            held[key] = json.loads(json.dumps(other[there]))
        elif change == "drop":
            del held[key]
        elif isinstance(held, dict):
            value = held.pop(key) if change == "rename" else data.draw(_ODD)
            held[there if isinstance(there, str) else "x"] = value
        agrees(json.dumps(document, ensure_ascii=data.draw(st.booleans())).encode())


def outcome(read: Callable[..., Loaded], data: bytes) -> Any:
    """Give the workspace with its exact types and notes, or all faults."""
    try:
        loaded = read(data, name="w.yaml")
    except LoadError as error:
        return error.faults
    return loaded.workspace, list(parts(loaded.workspace)), loaded.source.notes


def agrees_in_yaml(data: bytes) -> None:
    assert outcome(loads, data) == outcome(read_thoroughly, data)


_YAML_BITS = st.sampled_from(
    [
        b'"',
        b"'",
        b": ",
        b", ",
        b"{",
        b"}",
        b"[",
        b"]",
        b" ",
        b"\\",
        b"\n",
        b"0",
        b"1",
        b"-",
        b".5",
        b"e5",
        b"~",
        b"null",
        b"true",
        b"&a ",
        b"*a",
        b"!x ",
        b"# ",
        b"|",
        b">",
        b"x",
        b"\xc3\xa4",
        b"a\xcc\x88",
        b"\x7f",
        b"\xff",
    ]
)


@CHANGED
@given(workspaces(size=2), st.data())
def test_changed_yaml_reads_the_same_quickly_and_thoroughly(
    workspace: Workspace, data: st.DataObject
) -> None:
    original = dumps(workspace)
    agrees_in_yaml(original)
    lines = original.splitlines(keepends=True)
    for _ in range(3):
        start = data.draw(st.integers(0, len(original)))
        end = start + data.draw(st.sampled_from([0, 0, 1, 5]))
        agrees_in_yaml(original[:start] + data.draw(_YAML_BITS) + original[end:])
        source, target = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        agrees_in_yaml(b"".join([*lines[:target], lines[source], *lines[target:]]))
