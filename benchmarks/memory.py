"""How much memory writing CSV needs beside the finished bytes: measured in a process of its own.

The process writes some rows first, so that what is loaded and kept once does not count. Then the most memory
that it ever held is set back, the table is written from activities that come one by one, and the most it
held by then is read, as the operating system tells it. Only Linux tells this.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.harness import ON, Goal, Row, Spread, environment
from benchmarks.writers import exported

_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")
_FIRST = 10_000
_SIZES = (10_000, 100_000, 1_000_000)
_TIMES = 3
_LIMIT = 3.0
"""So many megabytes more may a million rows need than ten thousand."""


def rows() -> Iterator[Row]:
    """Measure tables of ten thousand rows, of a hundred thousand and of a million, some times each."""
    if not _RESET.exists():
        yield _row("", None, remark="not measured: only Linux tells the memory of a process")
        return
    taken = {size: [_measured(size) for _ in range(_TIMES)] for size in _SIZES}
    for size, figures in taken.items():
        yield _row(f"CSV, memory beside the bytes, {size:,} rows", Spread.of(figures))
    more = [large - small for small, large in zip(taken[_SIZES[0]], taken[_SIZES[-1]], strict=True)]
    yield _row(
        f"CSV, memory beside the bytes, {_SIZES[-1]:,} rows less {_SIZES[0]:,}",
        Spread.of(more),
        goal=Goal(limit=_LIMIT),
    )


def _row(step: str, figure: Spread | None, *, goal: Goal | None = None, remark: str = "") -> Row:
    return Row(
        step=step or "CSV, memory beside the bytes",
        ours="`activities.csv`, guarded, every activity with a note of its own",
        peer="– (counted in a process of its own)",
        figure=figure,
        goal=goal,
        unit="MB",
        remark=remark,
    )


def _measured(size: int) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", str(size)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=environment(),
    )
    return float(done.stdout)


def beside(size: int) -> float:
    """Give the megabytes that this process holds at most beside the finished bytes while it writes them."""
    exported(_FIRST, year=ON.year - 1)
    gc.collect()
    _RESET.write_text("5", encoding="ascii")
    before = _most()
    data, guarded = exported(size, year=ON.year - 1)
    listed = sum(sys.getsizeof(one.rows) + sum(map(sys.getsizeof, one.rows)) for one in guarded)
    return (_most() - before - len(data) - listed) / 1e6


def _most() -> int:
    lines = _STATUS.read_text(encoding="utf-8").splitlines()
    told = next(line for line in lines if line.startswith("VmHWM:"))
    return 1024 * int(told.split()[1])


if __name__ == "__main__":
    print(beside(int(sys.argv[1])))
