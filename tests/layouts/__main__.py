"""Lay out generated networks and the edge cases, and measure them: ``nox -s layouts -- 20`` for fewer.

Every network follows from its number, so one that fails can be made again: ``-- 1 --from 47``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from tests.layouts._figures import COLUMNS, GOAL_SIZE, Figures, measured
from tests.layouts._networks import PAGE_NAMES, edge_cases, sample


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("networks", nargs="?", type=int, default=200, help="how many networks")
    asked.add_argument("--from", dest="first", type=int, default=0, help="number of the first one")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes")
    args = asked.parse_args()
    numbers = range(args.first, args.first + args.networks)
    with ProcessPoolExecutor(args.jobs) as pool:
        made = list(pool.map(one, numbers, chunksize=5))
        by_hand = list(pool.map(measured, *zip(*edge_cases(), strict=True)))
    print(
        row("", ["networks", *(name for name, _ in COLUMNS), "refused", "least pt", "< 7 pt", "slowest ms"])
    )
    for at, (size, way) in enumerate(PAGE_NAMES):
        found = [figures for n, figures in zip(numbers, made, strict=True) if n % len(PAGE_NAMES) == at]
        if found:
            print(line(f"{size} {way}", found))
    print(line("edge cases", by_hand))
    short = [figures for figures in (*made, *by_hand) if figures.faults]
    for figures in short:
        print(f"{figures.what}: {', '.join(figures.faults)}")
    print(f"{len(made) + len(by_hand)} layouts, {len(short)} fall short of the goals.")
    return 1 if short else 0


def one(number: int) -> Figures:
    """Measure the network of a number."""
    return measured(f"Number {number}", sample(number), refusable=True)


def line(what: str, found: Sequence[Figures]) -> str:
    """Give a row of the table: the sums of the counts, and the extremes."""
    sums = [sum(counts) for counts in zip(*(figures.counts for figures in found), strict=True)]
    drawn = [figures for figures in found if not figures.error]
    least = min((figures.label_size for figures in drawn), default=GOAL_SIZE)
    below = sum(figures.label_size < GOAL_SIZE for figures in drawn)
    slowest = max(figures.time for figures in found)
    full = len(found) - len(drawn)
    return row(
        what, [str(len(found)), *map(str, sums), str(full), f"{least:g}", str(below), f"{slowest:.0f}"]
    )


def row(first: str, cells: Sequence[str]) -> str:
    """Give a row of the table as text."""
    return f"{first:<14}" + "".join(f"{cell:>12}" for cell in cells)


if __name__ == "__main__":
    sys.exit(main())
