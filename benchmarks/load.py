"""Reading YAML and JSON, beside the parsers themselves and beside what people use for checked models."""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

import attrs
import msgspec
import orjson
import ruamel.yaml
import yaml

from benchmarks import peers
from benchmarks.harness import Contender, Goal, Row, Spread, measure, ratio
from jmdmodel.codec import SCHEMA_VERSION, dumps, loads
from jmdmodel.codec.canonical import json_text
from jmdmodel.codec.fast import quick
from jmdmodel.codec.reading import read_thoroughly
from jmdmodel.codec.yaml_reader import read_yaml
from jmdmodel.testing import sizes
from jmdmodel.workspace import Workspace

OURS = {
    "fast": "workspace, all checked, with the extra `fast`",
    "calm": "the same, collector paused by the caller",
    "plain": "workspace, all checked, without the extra",
    "calm plain": "the same, collector paused by the caller",
    "thorough": "workspace, by the path that places all faults",
}


def rows(*, documents: int, rounds: int) -> Iterator[Row]:
    """Measure reading; *documents* of the 60 of size M are read and all kept."""
    small = sizes.site(sizes.S)
    yield from _yaml(dumps(small).decode("utf-8"), rounds=rounds)
    yield from _json("S", [_as_json(small)], rounds=rounds)
    texts = [_as_json(one) for one in islice(sizes.sites(sizes.M), documents)]
    yield from _json(f"{documents} documents of M", texts, rounds=rounds)
    yield from _retained(texts)
    yield from _growth(rounds=rounds)


def _as_json(workspace: Workspace) -> bytes:
    return json_text(workspace, schema=SCHEMA_VERSION).encode("utf-8")


def _yaml(text: str, *, rounds: int) -> Iterator[Row]:
    data = text.encode("utf-8")
    model = peers.pydantic_model()
    times = measure(
        {
            "events": Contender(run=lambda: _drained(text)),
            "nodes": Contender(run=lambda: read_yaml(text)),
            "whole": Contender(run=lambda: loads(data)),
            "safe": Contender(run=lambda: yaml.load(text, Loader=yaml.CSafeLoader)),
            "pydantic": Contender(run=lambda: model.model_validate(_with_text_keys(text))),
            "ruamel": Contender(run=lambda: ruamel.yaml.YAML(typ="rt").load(text)),
        },
        rounds=rounds,
    )
    step, nodes, whole = "read YAML, S", "plain nodes with lines", "workspace, all checked"
    yield Row(
        step=step,
        ours=nodes,
        peer="draining the C parser's events",
        figure=ratio(times, "nodes", "events"),
        goal=Goal(limit=1.5),
    )
    yield Row(
        step=step, ours=nodes, peer="PyYAML CSafeLoader (no lines)", figure=ratio(times, "nodes", "safe")
    )
    yield Row(
        step=step, ours=nodes, peer="ruamel.yaml round trip (lines)", figure=ratio(times, "nodes", "ruamel")
    )
    yield Row(
        step=step, ours=whole, peer="draining the C parser's events", figure=ratio(times, "whole", "events")
    )
    yield Row(
        step=step,
        ours=whole,
        peer="CSafeLoader + pydantic (no lines)",
        figure=ratio(times, "whole", "pydantic"),
    )


def _drained(text: str) -> None:
    """Take every event from the C parser and do nothing with it."""
    loader = yaml.CSafeLoader(text)
    try:
        while loader.get_event().__class__ is not yaml.StreamEndEvent:
            pass
    finally:
        loader.dispose()


class _Tamed(yaml.CSafeLoader):
    """The usual loader for a peer that needs keys as they stand: it would make ``True`` of the key ``on``."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the name and the kind are PyYAML's
        first: [
            (tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or first in "tTfF"
        ]
        for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def _with_text_keys(text: str) -> dict[str, Any]:
    """Read for the peer; years that the loader took for numbers become keys again, as it wants texts."""
    read: dict[str, Any] = yaml.load(text, Loader=_Tamed)
    return {
        name: {str(key): entry for key, entry in value.items()} if isinstance(value, dict) else value
        for name, value in read.items()
    }


def _json(size: str, texts: Sequence[bytes], *, rounds: int) -> Iterator[Row]:
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(peers.msgspec_model())
    model = peers.pydantic_model()
    structure = peers.cattrs_loader()

    for read in (decoder.decode, model.model_validate_json, structure):
        _refuses_faults(read)

    def each(read: Callable[[bytes], Any], *, paused: bool = False) -> Contender:
        return Contender(run=lambda: [read(text) for text in texts], paused=paused)

    times = measure(
        {
            "fast": each(_fast),
            "calm": each(_fast, paused=True),
            "plain": each(_plain),
            "calm plain": each(_plain, paused=True),
            "thorough": each(lambda text: read_thoroughly(text, name="workspace.json")),
            "json": each(json.loads),
            "orjson": each(orjson.loads),
            "calm orjson": each(orjson.loads, paused=True),
            "msgspec": each(decoder.decode, paused=True),
            "cattrs": each(structure),
            "pydantic": each(model.model_validate_json),
        },
        rounds=rounds,
    )
    step, struct = f"read JSON, {size}", "msgspec Struct decode, collector paused"
    for ours, name, peer, goal in (
        ("fast", "msgspec", struct, Goal(limit=3.0)),
        ("calm", "msgspec", struct, None),
        ("fast", "orjson", "`orjson.loads`, nothing checked", None),
        ("fast", "json", "`json.loads`, nothing checked", None),
        ("fast", "cattrs", "`json.loads` + cattrs, strict", None),
        ("fast", "pydantic", "pydantic, strict keys", None),
        ("plain", "msgspec", struct, None),
        ("plain", "orjson", "`orjson.loads`, nothing checked", Goal(limit=2.5)),
        ("calm plain", "calm orjson", "`orjson.loads`, collector paused", None),
        ("plain", "json", "`json.loads`, nothing checked", None),
        ("plain", "cattrs", "`json.loads` + cattrs, strict", None),
        ("plain", "pydantic", "pydantic, strict keys", None),
        ("thorough", "msgspec", struct, None),
        ("thorough", "json", "`json.loads`, nothing checked", None),
    ):
        yield Row(step=step, ours=OURS[ours], peer=peer, figure=ratio(times, ours, name), goal=goal)


def _fast(data: bytes) -> Workspace:
    return _taken(quick(data, schema=SCHEMA_VERSION))


def _plain(data: bytes) -> Workspace:
    return _taken(quick(data, schema=SCHEMA_VERSION, plain=True))


def _taken(found: Workspace | None) -> Workspace:
    if found is None:
        raise AssertionError("The fast path does not take what it is measured with.")
    return found


def _retained(texts: Sequence[bytes]) -> Iterator[Row]:
    """Measure the memory that the workspaces keep, told for all 60 documents of M."""
    for name, read in (("fast", _fast), ("plain", _plain)):
        read(texts[0])
        gc.collect()
        tracemalloc.start()
        kept = [read(text) for text in texts]
        gc.collect()
        megabytes = tracemalloc.get_traced_memory()[0] / 1e6 * sizes.M.sites / len(texts)
        tracemalloc.stop()
        del kept
        yield Row(
            step="read JSON, memory kept",
            ours=OURS[name],
            peer="– (counted, all 60 documents of M)",
            figure=Spread.of([megabytes]),
            goal=Goal(limit=120),
            unit="MB",
        )


def _growth(*, rounds: int) -> Iterator[Row]:
    """Measure ten times the things in one file."""
    small = _as_json(sizes.site(sizes.S))
    large = _as_json(sizes.site(attrs.evolve(sizes.S, partners=600, contacts=1_200, activities=20_000)))
    for name, read in (("fast", _fast), ("plain", _plain)):
        times = measure(
            {
                "large": Contender(run=lambda read=read: read(large)),  # type: ignore[misc]
                "small": Contender(run=lambda read=read: [read(small) for _ in range(10)]),  # type: ignore[misc]
            },
            rounds=rounds,
        )
        yield Row(
            step="read JSON, growth",
            ours=f"{OURS[name]}: one file of ten times the size",
            peer="ten files of the small size",
            figure=ratio(times, "large", "small"),
            goal=Goal(limit=1.3),
        )


_HEAD = f'{{"schema": {SCHEMA_VERSION}, ' + '"service": {"name": "JMD", "provider": "Träger"'
_ACTIVITY = '"day": "2025-03-01", "area": "network"'
_FAULTS = (
    _HEAD + ', "nme": "JMD"}}',
    _HEAD[: _HEAD.rindex(",")] + "}}",
    _HEAD + '}, "activities": {"a-1": {"minutes": 0, ' + _ACTIVITY + "}}}",
    _HEAD + '}, "activities": {"a-1": {"minutes": 60, "day": "2025-02-30", "area": "network"}}}',
    _HEAD + '}, "activities": {"a-1": {"minutes": 60, "day": "2025-03-01", "area": "nothing"}}}',
)
"""An unknown key, a missing one, a number out of its range, a day that does not exist, an unknown word."""


def _refuses_faults(read: Callable[[bytes], Any]) -> None:
    """Make sure that a peer checks what it is said to check, and takes what is right."""
    read((_HEAD + '}, "activities": {"a-1": {"minutes": 60, ' + _ACTIVITY + "}}}").encode("utf-8"))
    for text in _FAULTS:
        try:
            read(text.encode("utf-8"))
        except Exception:  # noqa: BLE001 - each peer has errors of its own
            continue
        raise AssertionError(f"{read} takes what the library refuses: {text}")
