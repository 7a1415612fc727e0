"""Run the benchmarks and print their tables: ``python -m benchmarks --help`` tells the choices."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping

from benchmarks import checks, figures, load, maps, memory, readable, reports, start, tables, verbs
from benchmarks.harness import ROUNDS, START_ROUNDS, Row, machine, table


def main(arguments: list[str] | None = None) -> None:
    """Run the parts that are asked for, all of them by default."""
    asked = _parser().parse_args(arguments)
    rounds = max(ROUNDS, asked.rounds)
    parts: Mapping[str, Callable[[], Iterator[Row]]] = {
        "load": lambda: load.rows(documents=asked.documents, rounds=rounds),
        "check": lambda: checks.rows(documents=asked.documents, rounds=rounds),
        "figures": lambda: figures.rows(rounds=rounds),
        "analysis": lambda: verbs.rows(documents=asked.documents, rounds=rounds),
        "map": lambda: maps.rows(rounds=rounds),
        "csv": lambda: tables.rows(activities=asked.activities, rounds=rounds),
        "memory": memory.rows,
        "report": lambda: reports.rows(rounds=rounds),
        "start": lambda: start.rows(rounds=max(START_ROUNDS, rounds)),
    }
    chosen = asked.parts or [*parts, "quality"]
    rows: list[Row] = []
    for name, part in parts.items():
        if name in chosen:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            rows += part()
    if rows:
        print(f"{machine()}; garbage collector on, but for the peer where the table says paused.\n")
        print(table(rows))
    if "quality" in chosen:
        print("counting conflicts on maps …", file=sys.stderr, flush=True)
        print("\n" + readable.quality())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = ("load", "check", "figures", "analysis", "map", "csv", "memory", "report", "start", "quality")
    parser.add_argument("parts", nargs="*", choices=[*names, []], metavar="PART", help=", ".join(names))
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="rounds that count, 5 at least (%(default)s)"
    )
    parser.add_argument(
        "--documents", type=int, default=12, help="how many of the 60 documents of size M (%(default)s)"
    )
    parser.add_argument("--activities", type=int, default=1_000_000, help="rows of the CSV (%(default)s)")
    return parser


if __name__ == "__main__":
    main()
