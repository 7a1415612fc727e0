"""Run a stranger's exporter in a process of its own: one that hangs, breaks or ends takes nothing with it.

In one process an exporter can reach every object of the program. In its own it has what was sent: the
view, in the file format. That keeps apart mistakes, not malice: a plugin has the rights of the user who
installed it, and it can reach the network.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from jmdexport.error_texts import NOTHING
from jmdexport.failing import Answerless, ExporterFailed, Failing
from jmdexport.records import Artifact, ExportRequest
from jmdexport.registry import Origin
from jmdexport.wire import TOLD, Limits, pack, read_answer
from jmdmodel.messages import Say

_LAST = 20_000
"""So many bytes of what a plugin printed are kept, the last ones."""
_PART = 1 << 16
_GRACE = 5
"""So many seconds the pipes of a process that was ended are waited for."""


def render_apart(origin: Origin, name: str, request: ExportRequest[Any], limits: Limits) -> list[Artifact]:
    """Give what an exporter makes of a request in a process of its own.

    The process starts anew, without the environment of the caller; it loads the one plugin, in the same
    versions, because it looks for modules in the same places.

    Raises:
        ExporterFailed: It took too long, gave too much, ended without an answer, or raised an error.
    """
    process = subprocess.Popen(  # noqa: S603 - our own module, by the interpreter that runs already
        [sys.executable, "-B", "-c", _START, *(str(Path(entry).absolute()) for entry in sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(sys.executable).anchor,
        env=_environment(),
        start_new_session=True,
    )
    try:
        return _talk(process, origin, name, pack(origin, name, request, limits), limits)
    finally:
        _end(process)


_START = "import sys; sys.path[:] = sys.argv[1:]; from jmdexport.worker import main; main()"


def _environment() -> dict[str, str]:
    """Give the little that Python itself needs; what the caller's environment says stays with the caller."""
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return needed | {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1"}


def _talk(
    process: subprocess.Popen[bytes], origin: Origin, name: str, work: bytes, limits: Limits
) -> list[Artifact]:
    """Send the work, gather the answer and what is printed, and tell what went wrong."""
    most = limits.megabytes << 20
    answer = _Gathered(process.stdout, most=most, full=process.kill)
    printed = _Gathered(process.stderr, last=_LAST)
    sender = threading.Thread(target=_send, args=(process.stdin, work), daemon=True)
    for thread in (sender, answer, printed):
        thread.start()
    fail = _Failure(origin, name, limits, printed)
    try:
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise fail("time") from error
    _end(process)
    answer.join(_GRACE)
    if answer.over:
        raise fail("size")
    try:
        told = read_answer(bytes(answer.data))
    except Answerless as error:
        raise fail("ended", status=process.returncode) from error
    if isinstance(told, list):
        return told
    kind, text, details = told
    why: Failing = "memory" if kind == "MemoryError" else "told" if kind == TOLD else "raised"
    raise fail(why, text=text, details=details)


def _send(pipe: IO[bytes] | None, work: bytes) -> None:
    """Send the work; a process that does not read it, or is gone, is told about elsewhere."""
    if pipe is not None:
        try:
            with pipe:
                pipe.write(work)
        except OSError:
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with all that it started; whoever holds its pipes would keep us waiting."""
    kill_group: Callable[[int, int], None] | None = getattr(os, "killpg", None)
    try:
        if kill_group is not None:
            kill_group(process.pid, 9)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()


class _Gathered(threading.Thread):
    """Reads a pipe to its end: at most so many bytes and then no more, or only the last ones."""

    def __init__(
        self,
        pipe: IO[bytes] | None,
        *,
        most: int | None = None,
        last: int | None = None,
        full: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(daemon=True)
        self.pipe, self.most, self.last, self.full = pipe, most, last, full
        self.data = bytearray()
        self.over = False

    def run(self) -> None:
        """Read until nothing comes any more."""
        if self.pipe is None:
            return
        with self.pipe:
            while part := os.read(self.pipe.fileno(), _PART):
                self.data += part
                if self.last is not None:
                    del self.data[: -self.last]
                if self.most is not None and len(self.data) > self.most:
                    self.over = True
                    if self.full is not None:
                        self.full()
                    return


class _Failure:
    """Makes the error of one exporter, with what it printed as a note."""

    def __init__(self, origin: Origin, name: str, limits: Limits, printed: _Gathered) -> None:
        self.origin, self.name, self.limits, self.printed = origin, name, limits, printed

    def __call__(
        self, why: Failing, *, status: int = 0, text: Say = NOTHING, details: str = ""
    ) -> ExporterFailed:
        self.printed.join(0.2)
        printed = bytes(self.printed.data).decode("utf-8", "replace").strip()
        number = {"time": self.limits.seconds, "ended": status}.get(why, self.limits.megabytes)
        return ExporterFailed(
            self.name, self.origin.plugin, why, number=number, text=text, details=details or printed
        )
