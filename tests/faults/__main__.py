"""Disturb real saving at real system calls: ``nox -s faults``, ``-- 50`` for fewer points, ``-- 0`` for all.

Each run has one fault: an error of the disk, or a kill, at one call below the folder that is written
to. Needs strace and a system that lets it trace; says so and fails where that is missing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.faults._check import faults_after, order_faults
from tests.faults._script import act
from tests.faults._trace import ERRORS, Point, fired, injection, run

STARTS = tuple((what, fresh) for what in ("save", "set", "export") for fresh in (False, True))


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("points", nargs="?", type=int, default=200, help="how many points; 0 for all")
    args = asked.parse_args()
    if shutil.which("strace") is None:
        print("strace is not on this machine. On Debian and Ubuntu: apt-get install strace")
        return 2
    with tempfile.TemporaryDirectory() as place:
        return disturb(Path(place).resolve(), args.points)


def disturb(place: Path, wanted: int) -> int:
    points, bad = list[Point](), list[str]()
    for what, fresh in STARTS:
        found, wrong = all_points(what, place, fresh=fresh)
        points += found
        bad += wrong
    if not points:
        print("\n".join(bad) or "strace gave no trace: may this user trace here?")
        return 2
    chosen = points if not wanted else spread(points, wanted)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        told = list(pool.map(partial(one_point, place=place), enumerate(chosen)))
    bad += [f"{point}: {fault}" for point, faults in zip(chosen, told, strict=True) for fault in faults]
    print("\n".join(bad))
    for (call, kind), n in sorted(Counter((p.call, p.fault) for p in chosen).items()):
        print(f"{call:<12}{kind:<10}{n:>5}")
    print(f"{len(chosen)} of {len(points)} points, each fired; {len(bad)} faults.")
    return 1 if bad or len(chosen) < wanted else 0


def spread(points: list[Point], wanted: int) -> list[Point]:
    """Choose so many points, evenly over all of them."""
    if len(points) <= wanted:
        return points
    return [points[number * len(points) // wanted] for number in range(wanted)]


def prepared(place: Path, number: str, what: str, *, fresh: bool) -> tuple[Path, Path]:
    """Give a folder in its old state, and the file for the trace beside it."""
    above = place / number
    folder = above / "out"
    above.mkdir()
    if what != "set" or not fresh:
        folder.mkdir()
    if not fresh:
        act(what, "old", folder)
    return folder, above / "trace"


def all_points(what: str, place: Path, *, fresh: bool) -> tuple[list[Point], list[str]]:
    """Give every call of an undisturbed run below its folder with each of its faults, and what is wrong."""
    folder, trace = prepared(place, f"plain-{what}-{fresh}", what, fresh=fresh)
    done = run(what, folder, trace)
    if done.status:
        return [], [f"{what}: an undisturbed run ended with {done.status}: {done.said}"]
    points = [
        Point(what, fresh, call.name, call.number, fault)
        for call in done.calls
        if str(folder) in call.text
        for fault in (*ERRORS.get(call.name, ("EIO",)), "SIGKILL")
    ]
    return points, [f"{what}: {fault}" for fault in order_faults(what, done.calls, folder)]


def one_point(numbered: tuple[int, Point], *, place: Path) -> list[str]:
    """Run one point in a folder of its own and give what is wrong."""
    number, point = numbered
    folder, trace = prepared(place, f"run-{number:04}", point.what, fresh=point.fresh)
    done = run(point.what, folder, trace, injection(point))
    if not fired(point, done, folder):
        return [f"the injection did not fire: {done.status} {done.said}"]
    return faults_after(point, done, folder)


if __name__ == "__main__":
    sys.exit(main())
