"""Measure things in turn in one run, in CPU time, and put what comes out into one table.

Absolute times say little on machines that others use as well. So two or more things are run one after the
other, round by round (A B C, A B C, …), the ratio is taken within each round, and the median of these
ratios counts; the smallest and the largest are shown beside it.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

ROUNDS = 5
"""The least number of rounds; the first, which warms up, is never counted."""
START_ROUNDS = 7
"""The least number of rounds where whole processes are measured."""

ON = date(2026, 3, 1)
"""The day for which made-up workspaces are checked and exported; their last full year is the one before."""


@attrs.frozen(kw_only=True)
class Contender:
    """Something to measure: what it does, and how its time is taken.

    Attributes:
        run: Does the work once; what it gives is thrown away after the clock has stopped.
        paused: Whether the garbage collector is paused meanwhile; otherwise it works as in any program.
        child: Whether the work happens in child processes, whose CPU time then counts.
    """

    run: Callable[[], Any]
    paused: bool = False
    child: bool = False


@attrs.frozen
class Spread:
    """Median, smallest and largest of several figures."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """Give the spread of some figures."""
        return cls(statistics.median(figures), min(figures), max(figures))


@attrs.frozen(kw_only=True)
class Goal:
    """What the design asks of a ratio: at most so many times the peer's time, or so many times faster.

    Attributes:
        limit: The largest ratio of our time to the peer's that meets the goal.
        faster: Whether the goal is told as "times faster", which is one divided by the limit.
        part_of: What the goal belongs to, if not to what is built so far.
    """

    limit: float
    faster: bool = False
    part_of: str = ""

    def __str__(self) -> str:
        text = f"≥ {short(1 / self.limit)} × faster" if self.faster else f"≤ {short(self.limit)} ×"
        return f"{text} ({self.part_of})" if self.part_of else text


@attrs.frozen(kw_only=True)
class Row:
    """A line of the table.

    Attributes:
        figure: Our time divided by the peer's; ``None`` where nothing was measured.
        unit: What the figure is if it is no ratio: such a line depends on the machine, and says so.
        remark: Why nothing was measured.
    """

    step: str
    ours: str
    peer: str
    figure: Spread | None
    goal: Goal | None = None
    unit: str = ""
    remark: str = ""

    def cells(self) -> tuple[str, ...]:
        """Give the cells of the line."""
        if self.figure is None:
            return self.step, self.ours, self.peer, self.remark or "not measured", "", ""
        if self.unit:
            low, high = short(self.figure.low), short(self.figure.high)
            figure = f"{short(self.figure.median)} {self.unit} ({low}–{high})"
        else:
            figure = told(self.figure)
        if self.goal is None:
            return self.step, self.ours, self.peer, figure, "", ""
        goal = f"≤ {short(self.goal.limit)} {self.unit}" if self.unit else str(self.goal)
        reached = "yes" if self.figure.median <= self.goal.limit else "no"
        return self.step, self.ours, self.peer, figure, goal, reached


def told(figure: Spread) -> str:
    """Say how long something takes beside something else, or how many times faster it is."""
    if figure.median < 1:
        return f"{short(1 / figure.median)} × faster ({short(1 / figure.high)}–{short(1 / figure.low)})"
    return f"{short(figure.median)} × as long ({short(figure.low)}–{short(figure.high)})"


def measure(contenders: Mapping[str, Contender], *, rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Run all contenders in turn, one warm-up round and *rounds* that count; give seconds of CPU time."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, contender in contenders.items():
            seconds = once(contender)
            if number:
                times[name].append(seconds)
    return times


def once(contender: Contender) -> float:
    """Run one contender once; give seconds of CPU time."""
    clock = _children if contender.child else time.process_time
    gc.collect()
    if contender.paused:
        gc.disable()
    try:
        start = clock()
        kept = contender.run()
        seconds = clock() - start
    finally:
        gc.enable()
    del kept
    return seconds


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def fixed_loop() -> float:
    """Do the same work each time: what stands beside something that has no peer."""
    total = 0.0
    for number in range(1, 100_001):
        total += (number % 7) / number
    return total


def ratio(times: Mapping[str, Sequence[float]], one: str, other: str) -> Spread:
    """Give how many times the CPU time of *other* is what *one* takes, round by round."""
    return Spread.of([first / second for first, second in zip(times[one], times[other], strict=True)])


def child(command: Sequence[str], *, text: str = "", statuses: tuple[int, ...] = (0,)) -> Contender:
    """Give the contender that runs a command in a process of its own; its output is thrown away.

    Args:
        text: What the command gets on its standard input.
        statuses: Exit statuses that count as done.
    """

    def run() -> None:
        done = subprocess.run(
            command, input=text.encode("utf-8"), capture_output=True, check=False, env=environment()
        )
        if done.returncode not in statuses:
            raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr.decode()[-500:]}")

    return Contender(run=run, child=True)


def environment() -> dict[str, str]:
    """Give the environment of child processes: compiled modules are kept, so only the warm-up compiles."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONHASHSEED": "0", "JMDEXPORT_PLUGINS": "none"}


def python(code: str, *arguments: str, statuses: tuple[int, ...] = (0,)) -> Contender:
    """Give the contender that runs a piece of Python in a fresh interpreter."""
    return child([sys.executable, "-c", code, *arguments], statuses=statuses)


def short(number: float) -> str:
    """Give a number with three figures, without an exponent."""
    if number >= 100 or number == int(number):
        return f"{number:.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def table(rows: Sequence[Row]) -> str:
    """Give the rows as a Markdown table."""
    head = ("step", "ours", "peer", "ratio: median (min–max)", "goal", "reached")
    return markdown([head, *(row.cells() for row in rows)])


def markdown(lines: Sequence[Sequence[str]]) -> str:
    """Give lines of cells as a Markdown table; the first line is its head."""
    head, *rest = lines
    rule = ["---"] * len(head)
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, rule, *rest))


def machine() -> str:
    """Say on what was measured, without naming it: Python, cores, system."""
    version = ".".join(map(str, sys.version_info[:3]))
    return f"{sys.implementation.name} {version}, {os.cpu_count()} cores, {sys.platform}"
