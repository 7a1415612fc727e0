"""The fast path of JSON takes what is sound and nothing else, with msgspec and without."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from typing import Any

import attrs
import pytest

from jmdmodel.codec import SCHEMA_VERSION, dumps, loads
from jmdmodel.codec import fast as fast_path
from jmdmodel.codec.canonical import yaml_text
from jmdmodel.codec.comments import Comments
from jmdmodel.codec.fast import quick
from jmdmodel.codec.reading import read_thoroughly
from jmdmodel.codec.structs import struct_decoder
from jmdmodel.errors import LoadError
from jmdmodel.testing import sizes
from jmdmodel.workspace import Workspace

SMALL = sizes.Size(name="tiny", sites=1, partners=6, contacts=8, activities=10)
WAYS = pytest.mark.parametrize("plain", [False, True], ids=["msgspec", "plain"])


def read(text: str | bytes, *, plain: bool) -> Workspace | None:
    data = text.encode() if isinstance(text, str) else text
    return quick(data, schema=SCHEMA_VERSION, plain=plain)


def document(**more: Any) -> dict[str, Any]:
    service = {"name": "JMD Musterstadt", "provider": "Träger e. V."}
    return {"schema": SCHEMA_VERSION, "service": service, **more}


def text_of(**more: Any) -> str:
    return json.dumps(document(**more), ensure_ascii=False, indent=2)


@WAYS
def test_a_sound_file_gives_what_the_ordinary_path_gives(plain: bool) -> None:
    data = dumps(sizes.site(SMALL), name="w.json")
    assert read(data, plain=plain) == read_thoroughly(data, name="w.json").workspace == sizes.site(SMALL)


@WAYS
def test_indentation_and_the_order_of_keys_do_not_matter(plain: bool) -> None:
    found = json.loads(dumps(sizes.site(SMALL), name="w.json"))
    turned = {
        name: dict(reversed(held.items())) if isinstance(held, dict) else held for name, held in found.items()
    }
    assert read(json.dumps(dict(reversed(turned.items()))), plain=plain) == sizes.site(SMALL)


@WAYS
def test_colons_in_texts_are_no_keys(plain: bool) -> None:
    text = text_of().replace("JMD Musterstadt", 'Mo: 9:00 \\"Uhr\\": immer')
    found = read(text, plain=plain)
    assert found is not None
    assert found.service.name == 'Mo: 9:00 "Uhr": immer'


ACTIVITY = {"day": "2025-03-01", "minutes": 60, "area": "network"}
STAFF = {"leitung": {"function": "Leitung"}}
SPLIT = {"2025": {"shares": [{"area": "network", "percent": 12.5}]}}
PARTNER = {"schule": {"name": "Schule", "kind": "school"}}


def with_activity(**changes: Any) -> str:
    return text_of(staff=STAFF, activities={"a-1": {**ACTIVITY, **changes}})


REFUSED = {
    "an unknown key": text_of(unknown=1),
    "an unknown key within": with_activity(dauer=1),
    "a key that stands twice": text_of().replace('"name":', '"name": "x", "name":'),
    "a thing that stands twice": text_of(staff=STAFF).replace(
        '"leitung":', '"leitung": {"function": "x"}, "leitung":'
    ),
    "a key twice, behind a colon that is none": text_of().replace(
        '"name": "JMD', '"name": "x", "name": "\\u003a JMD'
    ),
    "the version twice": text_of().replace('"schema":', '"schema": 1, "schema":'),
    "another version": text_of().replace(f'"schema": {SCHEMA_VERSION}', f'"schema": {SCHEMA_VERSION + 1}'),
    "a version as text": text_of().replace(f'"schema": {SCHEMA_VERSION}', f'"schema": "{SCHEMA_VERSION}"'),
    "a version as truth": text_of().replace(f'"schema": {SCHEMA_VERSION}', '"schema": true'),
    "no version": json.dumps({"service": document()["service"]}),
    "null": with_activity(note=None),
    "an empty list": with_activity(regarding=[]),
    "a number as text": with_activity(minutes="60"),
    "truth as a number": with_activity(minutes=True),
    "a broken number": with_activity(minutes=1.0),
    "a number out of its range": with_activity(minutes=1441),
    "a number as a text": with_activity(note=5),
    "a number with a point as a text": with_activity(note=5.5),
    "a day that does not exist": with_activity(day="2025-02-29"),
    "a day in another form": with_activity(day="20250301"),
    "an unknown word": with_activity(area="nothing"),
    "a reference that leads nowhere": with_activity(staff="niemand"),
    "a typed reference that leads nowhere": with_activity(regarding=["partners/x"]),
    "a typed reference into a collection that does not fit": with_activity(regarding=["staff/leitung"]),
    "a text for a list": with_activity(regarding="partners/x"),
    "a blank text": with_activity(note=" "),
    "a control character": with_activity(note="a\x07b"),
    "an escaped control character": with_activity(note="x").replace('"x"', '"\\u0007"'),
    "half a letter": with_activity(note="x").replace('"x"', '"\\ud800"'),
    "letters in two parts": with_activity(note="a\u0308"),
    "letters in two parts, escaped": with_activity(note="x").replace('"x"', '"a\\u0308"'),
    "two lines where one may stand": text_of().replace("JMD Musterstadt", "JMD\\nMusterstadt"),
    "a blank at the edge": text_of().replace("JMD Musterstadt", "JMD "),
    "a key that is no identifier": text_of(staff={"Leitung": {"function": "Leitung"}}),
    "a reserved name": text_of(staff={"con": {"function": "Leitung"}}),
    "a key that begins with a hyphen": text_of(staff={"-a": {"function": "Leitung"}}),
    "a key that is too long": text_of(staff={"a" * 81: {"function": "Leitung"}}),
    "an empty key": text_of(staff={"": {"function": "Leitung"}}),
    "a share with an exponent": text_of(work_splits=SPLIT).replace("12.5", "1.25e1"),
    "a share with five decimals": text_of(work_splits=SPLIT).replace("12.5", "12.50001"),
    "a share as text": text_of(work_splits=SPLIT).replace("12.5", '"12.5"'),
    "a share above all": text_of(work_splits=SPLIT).replace("12.5", "100.5"),
    "a share that is no number": text_of(work_splits=SPLIT).replace("12.5", "NaN"),
    "a key that is no year": text_of(work_splits={"25": SPLIT["2025"]}),
    "an unknown sub-kind": text_of(partners={"s": {**PARTNER["schule"], "sub_kind": "burg"}}),
    "a sub-kind of another kind": text_of(
        partners={"s": {**PARTNER["schule"], "sub_kind": "mosque-association"}}
    ),
    "a circle": text_of(partners={"s": {**PARTNER["schule"], "part_of": "s"}}),
    "a step of a scale as truth": text_of(partners={"s": {**PARTNER["schule"], "relevance": True}}),
    "a step of a scale with a point": text_of(partners={"s": {**PARTNER["schule"], "relevance": 1.0}}),
    "a period that ends before it begins": text_of(
        partners={"s": {**PARTNER["schule"], "period": {"since": "2025-01-02", "until": "2025-01-01"}}}
    ),
    "an empty list for a period": text_of(partners={"s": {**PARTNER["schule"], "period": []}}),
    "an empty text for a period": text_of(partners={"s": {**PARTNER["schule"], "period": ""}}),
    "an empty list for a collection": text_of(staff=[]),
    "a pair of three": text_of(partners=PARTNER, ties={"t": {"between": ["schule"] * 3}}),
    "a tie to itself": text_of(partners=PARTNER, ties={"t": {"between": ["schule"] * 2}}),
    "a list for a collection": text_of(staff=["leitung"]),
    "a list for a thing": text_of(staff={"leitung": []}),
    "a text for a thing": text_of(staff={"leitung": "Leitung"}),
    "nested without end": "[" * 100_000,
    "no JSON": "{",
    "something behind": text_of() + "x",
    "a mark in front": "\ufeff" + text_of(),
    "a number of very many digits": text_of().replace(
        f'"schema": {SCHEMA_VERSION}', f'"schema": {"1" * 5000}'
    ),
}


@WAYS
@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_plainly_sound_goes_the_ordinary_way(text: str, plain: bool) -> None:
    assert read(text, plain=plain) is None


@WAYS
def test_bytes_that_are_no_utf8_go_the_ordinary_way(plain: bool) -> None:
    assert read(text_of().encode().replace("ä".encode(), b"\xe4"), plain=plain) is None


@WAYS
def test_the_file_that_the_refused_ones_are_made_from_is_taken(plain: bool) -> None:
    for text in (with_activity(), text_of(work_splits=SPLIT), text_of(partners=PARTNER, staff=STAFF)):
        assert read(text, plain=plain) is not None


@WAYS
def test_values_are_as_locked_as_any_other(plain: bool) -> None:
    found = read(dumps(sizes.site(SMALL), name="w.json"), plain=plain)
    assert found is not None
    rating = next(iter(found.contacts)).ratings[0]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        rating.day = None  # type: ignore[misc, assignment]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.service.name = "x"  # type: ignore[misc]
    assert type(found) is Workspace
    references = [ref for activity in found.activities for ref in activity.regarding]
    assert references
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        references[0].id = "x"  # type: ignore[misc]


@WAYS
@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("text", [text_of(), "{"])
def test_the_collector_is_left_as_it_was(text: str, on: bool, plain: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        read(text, plain=plain)
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()


def test_load_uses_the_fast_path_and_findings_are_still_placed() -> None:
    loaded = loads(text_of(staff=STAFF).encode(), name="w.json")
    line = text_of(staff=STAFF)[: text_of(staff=STAFF).index('"leitung"')].count("\n") + 1
    assert loaded.source.locate("staff/leitung").line == line


def test_without_msgspec_the_standard_library_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast_path, "struct_decoder", lambda: None)
    monkeypatch.setattr("jmdmodel.codec.reading.read_thoroughly", lambda *_, **__: pytest.fail("not fast"))
    data = dumps(sizes.site(SMALL), name="w.json")
    assert loads(data, name="w.json").workspace == sizes.site(SMALL)


def test_the_extra_is_there_so_that_both_ways_are_tested() -> None:
    assert struct_decoder() is not None


def test_a_sound_yaml_file_needs_no_look_at_each_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jmdmodel.codec.reading.node_converter", lambda: pytest.fail("looked at each node"))
    assert loads(dumps_quietly(sizes.site(SMALL))).workspace == sizes.site(SMALL)


def dumps_quietly(workspace: Workspace) -> bytes:
    return yaml_text(workspace, schema=SCHEMA_VERSION, comments=Comments())[0].encode()


def test_a_refused_file_tells_all_its_faults() -> None:
    text = with_activity(minutes=0, area="nothing").replace('"name":', '"nme":')
    with pytest.raises(LoadError) as caught:
        loads(text.encode(), name="w.json")
    assert len(caught.value.faults) == 4


@WAYS
def test_ten_times_the_file_is_ten_times_the_work(plain: bool) -> None:
    calls = [counted_calls(factor, plain=plain) for factor in (1, 10)]
    assert calls[1] <= 13 * calls[0]


def counted_calls(factor: int, *, plain: bool) -> int:
    size = sizes.Size(name="x", sites=1, partners=30 * factor, contacts=60 * factor, activities=100 * factor)
    data = dumps(sizes.site(size), name="w.json")
    read(data, plain=plain)  # what is made once is made
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        found = read(data, plain=plain)
    finally:
        sys.setprofile(None)
    assert found is not None
    return count


def test_neither_import_nor_yaml_asks_for_msgspec() -> None:
    code = (
        "import sys, jmdmodel; from jmdmodel import load, loads; "
        f"loads(b'schema: {SCHEMA_VERSION}\\nservice:\\n  name: a\\n  provider: b\\n'); "
        "assert 'msgspec' not in sys.modules and 'jmdmodel.codec.schema' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
