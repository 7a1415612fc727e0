"""One portion of inputs, in a process that the fuzzer has instrumented: counts go to a file at the end."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import atheris

# What is imported here is measured: which branches an input reaches decides whether it is kept.
with atheris.instrument_imports(include=["jmdmodel.codec"], enable_loader_override=False):
    import jmdmodel.codec
    from tests.fuzz._target import Tally


def main() -> None:
    name, inputs, told, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    tally, findings, seen = Tally(), list[str](), 0

    def one(data: bytes) -> None:
        nonlocal seen
        seen += 1
        try:
            tally.look(data, name)
        except Exception as error:  # noqa: BLE001 - whatever escapes is what is looked for
            kept = folder / f"broken-{hashlib.sha256(data).hexdigest()[:12]}-{name}"
            kept.write_bytes(data)
            last = traceback.extract_tb(error.__traceback__)[-1]
            findings.append(f"{kept}: {type(error).__name__}: {error} ({last.filename}:{last.lineno})")
        if seen >= inputs:
            counts: dict[str, Any] = {"inputs": seen, "broken": len(findings), **tally.counts}
            counts |= {"slowest": tally.slowest, "findings": findings[:20]}
            told.write_text(json.dumps(counts), encoding="utf-8")
            os._exit(0)  # the fuzzer's own end would not run what Python has to do there

    atheris.Setup([sys.argv[0], *sys.argv[5:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    assert jmdmodel.codec.loads is not None
    main()
