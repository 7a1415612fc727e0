"""Run the script below strace, plain or with one fault, and read what strace has written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import attrs

CHANGING = ("openat", "write", "fsync", "rename", "link", "unlink", "mkdir", "rmdir", "fchmod", "close")
ASKING = ("read", "getdents64", "flock", "newfstatat")
CALLS = (*CHANGING, *ASKING)
ERRORS = {
    "openat": ("ENOSPC", "EIO"),
    "write": ("ENOSPC", "EIO"),
    "fsync": ("EIO", "ENOSPC"),
    "rename": ("EIO", "ENOSPC"),
    "link": ("EIO", "EMLINK"),
    "mkdir": ("ENOSPC",),
    "flock": ("ENOLCK",),
}
"""What the calls fail with; the others with EIO."""

_LINE = re.compile(r"^[0-9]+ +(\w+)\((.*)$")


@attrs.frozen
class Call:
    """One call of the script: its name, its place among the calls of that name, what strace says of it."""

    name: str
    number: int
    text: str


@attrs.frozen
class Point:
    """Where a run is disturbed and how; ``SIGKILL`` ends it at the call, anything else is an error of it."""

    what: str
    fresh: bool
    call: str
    number: int
    fault: str

    def __str__(self) -> str:
        start = "no old state" if self.fresh else "over an old state"
        return f"{self.what}, {start}: {self.fault} at {self.call} number {self.number}"


@attrs.frozen
class Run:
    """How a run ended: status as the shell has it, what it said, its calls, the trace as it is."""

    status: int
    said: str
    calls: tuple[Call, ...]
    trace: str


def run(what: str, folder: Path, trace: Path, *inject: str) -> Run:
    """Run the script below strace; without ``--seccomp-bpf``, which would silently drop signals."""
    options = [part for one in inject for part in ("-e", f"inject={one}")]
    command = [
        *("strace", "-f", "-y", "-s", "8", "-o", str(trace), "-e", f"trace={','.join(CALLS)}", *options),
        *(sys.executable, "-m", "tests.faults._script", what, "new", str(folder)),
    ]
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=120)
    text = trace.read_text(encoding="utf-8", errors="replace")
    return Run(done.returncode, done.stdout + done.stderr, calls_of(text), text)


def calls_of(trace: str) -> tuple[Call, ...]:
    """Give the calls of a trace, each numbered among those of its name."""
    seen: dict[str, int] = {}
    calls = []
    for line in trace.splitlines():
        match = _LINE.match(line)
        if match:
            name = match.group(1)
            seen[name] = seen.get(name, 0) + 1
            calls.append(Call(name, seen[name], match.group(2)))
    return tuple(calls)


def injection(point: Point) -> str:
    """Say in strace's words what shall happen."""
    how = "signal=SIGKILL" if point.fault == "SIGKILL" else f"error={point.fault}"
    return f"{point.call}:{how}:when={point.number}"


def fired(point: Point, done: Run, folder: Path) -> bool:
    """Tell whether the fault came, at this call, and below the folder."""
    hit = [call for call in done.calls if call.name == point.call and call.number == point.number]
    if not hit or str(folder) not in hit[0].text:
        return False
    if point.fault == "SIGKILL":
        return "+++ killed by SIGKILL +++" in done.trace and done.calls[-1] == hit[0]
    return f"{point.fault} " in hit[0].text and "(INJECTED)" in hit[0].text
