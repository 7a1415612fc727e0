"""What must hold of any bytes: they load, or a LoadError says why; what loads can be saved and is the same.

Used by the coverage-guided fuzzer beside it and by the counted mutations of the test suite.
"""

from __future__ import annotations

import time
from collections import Counter

import attrs

from jmdmodel.codec import dumps, loads
from jmdmodel.errors import LoadError, SaveError

NAMES = ("w.yaml", "w.json")
SECONDS = 10.0
"""The longest that one input of a few kilobytes may take, on a machine that others use too."""


@attrs.define
class Tally:
    """What became of the inputs so far."""

    counts: Counter[str] = attrs.field(factory=Counter)
    slowest: float = 0.0

    def look(self, data: bytes, name: str) -> None:
        """Try one input; raises AssertionError, or what escaped, where something is wrong with it."""
        start = time.perf_counter()
        what = try_one(data, name)
        took = time.perf_counter() - start
        assert took < SECONDS, f"one input took {took:.1f} s"
        self.slowest = max(self.slowest, took)
        self.counts[what] += 1


def try_one(data: bytes, name: str) -> str:
    """Load bytes and save what they give, and tell what became of them."""
    try:
        loaded = loads(data, name=name)
    except LoadError as error:
        _check_refusal(error, data)
        return "refused"
    kept = "saved"
    try:
        written = dumps(loaded.workspace, name=name, source=loaded.source)
    except SaveError as error:
        if error.code not in {"S201", "S202"}:  # only comments may be in the way
            raise
        written = dumps(loaded.workspace, name=name, source=loaded.source, drop_comments=True)
        kept = "saved without comments"
    again = loads(written, name=name)
    assert again.workspace == loaded.workspace
    assert dumps(again.workspace, name=name, source=again.source) == written
    return kept


def _check_refusal(error: LoadError, data: bytes) -> None:
    """Every fault has a place in the file, and a text in both languages."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert error.faults
    for fault in error.faults[:60]:
        assert 1 <= fault.position.line <= lines
        assert fault.position.column >= 1
        assert fault.in_("de").endswith("]")
        assert fault.in_("en").endswith("]")
