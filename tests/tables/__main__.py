"""Protect random tables and let an integer programme work them back: ``nox -s tables -- 2000``.

Every sample follows from its number, so one that fails can be made again: ``-- 1 --from 4711``.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from jmdmodel.privacy.counts import protect
from tests.tables._making import KINDS, Sample, sample
from tests.tables._programme import recovered


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("tables", nargs="?", type=int, default=20_000, help="how many tables")
    asked.add_argument("--from", dest="first", type=int, default=0, help="number of the first one")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes")
    args = asked.parse_args()
    counts: Counter[str] = Counter()
    with ProcessPoolExecutor(args.jobs) as pool:
        numbers = range(args.first, args.first + args.tables)
        for number, result in zip(numbers, pool.map(one, numbers, chunksize=20), strict=True):
            counts.update(result)
            if result["recoverable"]:
                print(f"Number {number}: {result['recoverable']} cells can be worked out.", flush=True)
            if (number - args.first) % 1000 == 999:
                print(f"{number - args.first + 1:,} samples, {counts['recoverable']} recoverable", flush=True)
    for what in sorted(counts):
        print(f"{what}: {counts[what]:,}")
    return 1 if counts["recoverable"] else 0


def samples(numbers: range) -> Iterator[Sample]:
    """Yield the samples with some numbers."""
    for number in numbers:
        yield sample(random.Random(number), KINDS[number % len(KINDS)])


def one(number: int) -> Counter[str]:
    """Protect one sample, attack it, and count."""
    made = next(samples(range(number, number + 1)))
    return attacked(made)


def attacked(made: Sample) -> Counter[str]:
    """Protect a sample, let the integer programme work it back, and count what there was."""
    told = protect(
        made.tables,
        mode="round5" if made.mode == "round5" else "suppress",
        threshold=made.threshold,
        published=made.published,
        stated=made.stated,
    )
    divided = [
        next(t for t in made.tables if t.name == p.name).divided_by(
            {
                d.name: next((n for n in p.dimensions if n.name == d.name), None)
                for t in made.tables
                if t.name == p.name
                for d in t.dimensions
            }
        )
        for p in told.shown
    ]
    found = recovered(told.shown, divided, published=made.published, before=made.before, stated=made.stated)
    hidden = sum(table.hidden for table in told.shown)
    return Counter(
        {
            "samples": 1,
            "tables given": len(made.tables),
            "tables shown": len(told.shown),
            "tables not shown": len(told.not_shown),
            "dimensions divided more coarsely or left out": len({m.values for m in told.changes}),
            "hidden cells": hidden,
            "recoverable": len(found),
        }
    )


if __name__ == "__main__":
    sys.exit(main())
