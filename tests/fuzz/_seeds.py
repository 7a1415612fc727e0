"""What the fuzzer starts from: files that load, files that do not, and the words of a workspace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jmdexport
import jmdmodel
from jmdmodel.codec import dumps, loads
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.errors import LoadError
from jmdmodel.scales import Coded
from jmdmodel.testing.builders import minimal, small
from jmdmodel.workspace import Workspace

LONGEST = 6_000
"""Longer seeds are cut into pieces of one collection each; long inputs are slow and say little."""


def seeds(name: str, shared: Path | None) -> list[bytes]:
    """Give the seeds of a format, by the name of the file; those of the shared data where it is there."""
    found = [dumps(minimal(), name=name), dumps(small(), name=name), *_cut(small(), name)]
    for path in (Path(jmdexport.__file__).parent / "demo").glob("*.yaml"):
        found += _of_file(path, name)
    for path in sorted((Path(jmdmodel.__file__).parent / "quality").glob("*/examples/*/*.yaml")):
        found += _of_file(path, name)
    if shared is not None:
        corpora = shared / "corpora"
        found += [path.read_bytes() for path in sorted(corpora.glob("JSONTestSuite/test_parsing/*.json"))]
        found += [_with_text(text, name) for text in _texts(corpora / "own")]
    return sorted({seed for seed in found if len(seed) <= LONGEST})


def _of_file(path: Path, name: str) -> list[bytes]:
    data = path.read_bytes()
    try:
        workspace = loads(data).workspace
    except LoadError:
        return [data]
    return [*([data] if name.endswith("yaml") else []), dumps(workspace, name=name), *_cut(workspace, name)]


def _cut(workspace: Workspace, name: str) -> Iterator[bytes]:
    """Give files with one part of a workspace each, whether the rest of it is missed there or not."""
    whole = json.loads(dumps(workspace, name="w.json"))
    head = {key: whole[key] for key in ("schema", "service")}
    for key, part in whole.items():
        if key not in head:
            text = json.dumps({**head, key: part}, ensure_ascii=False, indent=1)
            if name.endswith("json"):
                yield text.encode()
            else:
                yield text.replace("\\u", "\\\\u").encode()
                yield dumps(workspace, name=name).partition(f"\n{key}:\n".encode())[2][:LONGEST]


def _with_text(text: str, name: str) -> bytes:
    quoted = json.dumps(text, ensure_ascii=name.endswith("json"))
    if name.endswith("json"):
        return f'{{"schema": 2, "service": {{"name": {quoted}, "provider": "T"}}}}\n'.encode()
    return f"schema: 2\nservice:\n  name: {text}\n  provider: {quoted}\n".encode("utf-8", "surrogatepass")


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.json")):
        yield from _strings(json.loads(path.read_text(encoding="utf-8")))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def words() -> list[str]:
    """Give the words that files are made of: keys and the words of closed lists, signs, and odd values."""
    found: set[str] = {": ", "- ", "\n  ", "{}", "[]", "&a ", "*a", "!!str ", "<<: ", "---", "|-", ">", "? "}
    found |= {"2024-02-29", "2025-02-30", "0", "-1", "1e9", "NaN", "null", "~", "true", "\ufeff"}
    waiting: list[type] = [Workspace]
    seen: set[type] = set()
    while waiting:
        cls = waiting.pop()
        if cls in seen:
            continue
        seen.add(cls)
        for plan in plan_of(cls):
            found.add(plan.name)
            if is_record(plan.type):
                waiting.append(plan.type)
            elif isinstance(plan.type, type) and issubclass(plan.type, Coded):
                found |= {member.code for member in plan.type}
    return sorted(found)
