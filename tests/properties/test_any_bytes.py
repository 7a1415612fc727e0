"""Any bytes load or are refused with our own errors: counted mutations of the corpora, structures (R-52).

The million inputs of a coverage-guided fuzzer are a session of their own, ``nox -s fuzz``.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jmdmodel.errors import LoadError
from jmdmodel.testing.strategies import identifiers, naughty_text
from tests.fuzz._seeds import seeds, words
from tests.fuzz._target import NAMES, Tally, try_one

EACH = 10_000
"""Mutations of each format; of both together 20,000."""


def mutated(data: bytes, others: list[bytes], known: list[bytes], chance: Random) -> bytes:
    """Change one to four things: take away, put in, flip, double, exchange lines, take from another file."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        to = min(len(data), at + chance.randint(0, 16))
        match chance.randrange(6):
            case 0:
                data = data[:at] + data[to:]
            case 1:
                data = data[:at] + chance.choice(known) + data[at:]
            case 2:
                data = data[:at] + chance.choice(known) + data[to:]
            case 3:
                data = data[:at] + chance.randbytes(chance.randint(1, 3)) + data[to:]
            case 4:
                lines = data.split(b"\n")
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                data = b"\n".join(lines)
            case _:
                other = chance.choice(others)
                start = chance.randint(0, len(other))
                data = data[:at] + other[start : start + 80] + data[to:]
    return data


@pytest.mark.parametrize("name", NAMES)
def test_ten_thousand_mutations_of_the_corpora_load_or_are_refused(shared: Path, name: str) -> None:
    chance, tally = Random(20_000), Tally()
    known = [word.encode() for word in words()]
    start = [seed for seed in seeds(name, shared) if len(seed) < 2_000]
    for _ in range(EACH):
        tally.look(mutated(chance.choice(start), start, known, chance), name)
    assert tally.counts.total() == EACH
    assert tally.counts["saved"] > EACH // 100, "almost nothing loads: the mutations are too wild"
    assert tally.counts["refused"] > EACH // 100


@settings(max_examples=1_000, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.sampled_from(NAMES))
def test_a_thousand_byte_strings_load_or_are_refused(data: bytes, name: str) -> None:
    assert try_one(data, name) in {"refused", "saved"}


KEYS = st.one_of(st.sampled_from(words()), identifiers(), naughty_text())
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), KEYS, st.text(max_size=6), st.dates().map(str)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=20,
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS, VALUES, max_size=6), st.sampled_from(NAMES), st.booleans())
def test_any_structure_loads_or_is_refused(found: dict[str, Any], name: str, headed: bool) -> None:
    head = {"schema": 2, "service": {"name": "J", "provider": "T"}} if headed else {}
    text = json.dumps({**found, **head})
    assert try_one(text.encode(), name) in {"refused", "saved"}


def test_the_look_at_an_input_notices_an_error_that_is_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, *, name: str) -> None:
        raise KeyError(name)

    monkeypatch.setattr("tests.fuzz._target.loads", broken)
    with pytest.raises(KeyError):
        Tally().look(b"{}", "w.json")


def test_the_look_at_an_input_notices_a_refusal_without_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(data: bytes, *, name: str) -> None:
        raise LoadError(())

    monkeypatch.setattr("tests.fuzz._target.loads", silent)
    with pytest.raises(AssertionError):
        Tally().look(b"{}", "w.json")
