"""What holds for every workspace that is written and for every file that is read."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jmdmodel.codec import dumps, loads, to_plain, validate
from jmdmodel.errors import LoadError, SaveError
from jmdmodel.messages import LANGUAGES
from jmdmodel.testing.builders import small
from jmdmodel.testing.strategies import naughty_text, workspaces
from jmdmodel.workspace import Workspace

WHOLE = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
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
    assert as_json_has_it(found) == {"schema": 2, **to_plain(workspace)}


@WHOLE
@given(workspaces())
def test_another_reader_of_json_finds_the_same_texts(workspace: Workspace) -> None:
    assert json.loads(dumps(workspace, name="w.json")) == {"schema": 2, **to_plain(workspace)}


@WHOLE
@given(workspaces(), NAMES)
def test_nothing_is_changed_while_reading_what_we_wrote(workspace: Workspace, name: str) -> None:
    assert loads(dumps(workspace, name=name), name=name).source.notes == ()


def as_json_has_it(found: Any) -> Any:
    """Turn what YAML 1.1 makes of dates and years back to texts; no key is a truth value to it."""
    if isinstance(found, dict):
        assert not any(isinstance(key, bool) for key in found)
        return {str(key): as_json_has_it(value) for key, value in found.items()}
    if isinstance(found, list):
        return [as_json_has_it(item) for item in found]
    return found.isoformat() if isinstance(found, date) else found


def bare_lines(text: str) -> list[int]:
    """Give the numbers of the lines that hold a key or an item, those inside of block texts left out."""
    numbers, inside = [], None
    for number, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip(" "))
        if inside is not None and (not line or indent > inside):
            continue
        inside = None
        if line:
            numbers.append(number)
            if re.search(r": \|-?$", line):
                dash = line.lstrip(" ").startswith("- ")
                inside = indent + 2 * dash
    return numbers


def with_comments(text: str, above: dict[int, list[str]], end: dict[int, str]) -> str:
    lines = []
    for number, line in enumerate(text.split("\n")):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        lines += [indent + comment for comment in above.get(number, [])]
        lines.append(f"{line}  {end[number]}" if number in end else line)
    return "\n".join(lines)


@WHOLE
@given(workspaces())
def test_a_workspace_that_can_be_saved_is_valid(workspace: Workspace) -> None:
    assert validate(workspace) == ()
    assert dumps(workspace)


COMMENT = st.one_of(
    st.sampled_from(["#", "# x: y", "# 'a", '# "', "#- a", "# # b", "#!"]), naughty_text().map("# {}".format)
)


@WHOLE
@given(workspaces(size=2), st.data())
def test_comments_stay_at_their_keys(workspace: Workspace, data: st.DataObject) -> None:
    text = dumps(workspace).decode()
    lines = st.sampled_from(bare_lines(text))
    above = data.draw(st.dictionaries(lines, st.lists(COMMENT, min_size=1, max_size=2), max_size=6))
    end = data.draw(st.dictionaries(lines, COMMENT, max_size=6))
    written = with_comments(text, above, end).encode()
    loaded = loads(written)
    assert loaded.workspace == workspace
    assert dumps(loaded.workspace, source=loaded.source) == written


@WHOLE
@given(workspaces(size=2), st.data())
def test_comments_survive_wherever_they_are_written(workspace: Workspace, data: st.DataObject) -> None:
    lines = dumps(workspace).decode().split("\n")
    bare = bare_lines("\n".join(lines))
    places = st.sampled_from([*bare, len(lines) - 1])
    break_ = data.draw(st.sampled_from(["\n", "\r\n"]))
    wanted = []
    for count, number in enumerate(sorted(data.draw(st.sets(places, max_size=5)), reverse=True)):
        comment = f"# {count} bleibt"
        wanted.append(comment)
        own = len(lines[number]) - len(lines[number].lstrip(" "))
        deepest = 9 if number - 1 in bare else own  # deeper behind a block text, it would be text
        lines.insert(number, " " * data.draw(st.integers(0, deepest)) + comment)
        if data.draw(st.booleans()):
            lines.insert(number, "")
    loaded = loads(break_.join(lines).encode())
    written = dumps(loaded.workspace, source=loaded.source)
    assert loaded.workspace == workspace
    assert sorted(re.findall("# [0-9] bleibt", written.decode())) == sorted(wanted)
    again = loads(written)
    assert dumps(again.workspace, source=again.source) == written


def is_whole(told: str) -> bool:
    """Tell whether a fault's text is a finished sentence with its code, and no placeholder is left."""
    shape = r"[^\n]+?:[0-9]+:[0-9]+( [^\n]+?)?: [\"A-ZÄÖÜ0-9„&<!*\W].*[.?] \[L[0-9]{3}\]"
    return re.fullmatch(shape, told, re.DOTALL) is not None


def check_faults(error: LoadError) -> None:
    assert error.faults
    for fault in error.faults:
        assert fault.position.line >= 1
        assert fault.position.column >= 1
        for language in LANGUAGES:
            assert is_whole(fault.in_(language)), fault.in_(language)


def load_or_refuse(data: bytes, name: str) -> None:
    """Load bytes; what is refused must be refused with whole sentences, and nothing else may be raised."""
    try:
        loads(data, name=name)
    except LoadError as error:
        check_faults(error)


@settings(max_examples=400)
@given(st.binary(max_size=60), NAMES)
@example(b"\xff\xfea", "w.yaml")
@example(b"%YAML 9.9\n---\na", "w.yaml")
@example(b"? ? a", "w.yaml")
@example(b"[" * 200, "w.json")
@example(b"[" * 200, "w.yaml")
@example(b"&a [*a]", "w.yaml")
@example(b"%TAG ! x\n--- !a b", "w.yaml")
@example(b"\r\r#\r", "w.yaml")
def test_no_bytes_raise_anything_but_a_load_error(data: bytes, name: str) -> None:
    load_or_refuse(data, name)


SAMPLES = {name: dumps(small(), name=name) for name in ("w.yaml", "w.json")}
SNIPPETS = [
    *[b"\n", b"\r", b"\t", b" ", b"  ", b"-", b":", b": ", b"#", b" # x", b",", b"[", b"]", b"{", b"}"],
    *[b"'", b'"', b"&a ", b"*a", b"!!str ", b"<<: ", b"---\n", b"...", b"? ", b"| ", b">-\n", b"%", b"\\"],
    *[b"\x00", b"\x7f", b"\xff", b"\xef\xbb\xbf", "\u2028".encode(), "u\u0308".encode(), b"\\ud800"],
    *[b"null", b"~", b"0", b"-1", b"1e9", b"9" * 40, b"NaN", b"2025-02-30", b"jobcenter", b"partners:\n"],
]


@st.composite
def mutated(draw: st.DrawFn, sample: bytes) -> bytes:
    data = sample
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 12)))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            data = data[:at] + data[to:]
        elif kind == 1:
            data = data[:at] + draw(st.sampled_from(SNIPPETS)) + data[at:]
        elif kind == 2:
            data = data[:at] + draw(st.sampled_from(SNIPPETS)) + data[to:]
        else:
            lines = data.split(b"\n")
            one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
            lines.insert(other, lines[one] if kind == 3 else lines.pop(one))
            data = b"\n".join(lines)
    return data


@settings(max_examples=400, suppress_health_check=[HealthCheck.data_too_large])
@given(st.data(), NAMES)
def test_a_damaged_file_raises_nothing_but_a_load_error(data: st.DataObject, name: str) -> None:
    load_or_refuse(data.draw(mutated(SAMPLES[name])), name)


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_file_that_loads_can_be_saved_with_its_comments_or_says_which_go(
    data: st.DataObject,
) -> None:
    changed = data.draw(mutated(SAMPLES["w.yaml"].replace(b"\n\n", b"\n# c\n\n")))
    try:
        loaded = loads(changed)
    except LoadError:
        return
    try:
        written = dumps(loaded.workspace, source=loaded.source)
    except SaveError:
        written = dumps(loaded.workspace, source=loaded.source, drop_comments=True)
    again = loads(written)
    assert again.workspace == loaded.workspace
    assert dumps(again.workspace, source=again.source) == written
