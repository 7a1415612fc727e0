"""Watch what code does with the world: clock, chance, network, programs, files, environment.

Meant for a process that does nothing else, because an audit hook cannot be taken away again. Network,
programs and writing are not only noted, they are refused.

What cannot be seen: calls that an extension module makes without telling Python, a clock or variable that
was read when the module was imported, what a module kept from an earlier run, and ``fromtimestamp`` and its
kind, which read the time zone and no clock.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from types import FrameType
from typing import Any, Final, Literal, TypeAlias

import attrs

Kind: TypeAlias = Literal["clock", "chance", "network", "program", "write", "read", "environment"]

_CLOCKS: Final = frozenset(
    f"{name}{unit}"
    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time", "clock_gettime")
    for unit in ("", "_ns")
)
_NOW: Final = frozenset({"now", "utcnow", "today"})
_WITHOUT_TIME: Final = {"localtime": 0, "gmtime": 0, "ctime": 0, "asctime": 0, "strftime": 1}
"""Functions of ``time`` that read the clock where fewer arguments than these and one are given."""
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES: Final = frozenset(
    f"os.{name}"
    for name in (
        "mkdir",
        "remove",
        "rename",
        "rmdir",
        "link",
        "symlink",
        "truncate",
        "chmod",
        "chown",
        "utime",
    )
) | {"sqlite3.connect", "tempfile.mkstemp", "tempfile.mkdtemp"}
_PROGRAMS: Final = frozenset(
    {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork"}
) | {"os.forkpty", "pty.spawn", "webbrowser.open"}
_LISTS: Final = frozenset({"os.listdir", "os.scandir"})
_IMPORTS: Final = ("importlib.", "_frozen_importlib", "zipimport")
_HERE: Final = __name__
_OURS: Final = "jmdexport.documents.pandoc"
"""The library's own way to another program: for documents, with nothing of the world but what it is given."""


@attrs.frozen
class Event:
    """One thing that was done: its kind, what it was in Python's words, and the line that did it."""

    kind: Kind
    what: str
    place: str


class RefusedError(PermissionError):
    """Raised in the place of a connection, a program or a write."""


class Watch:
    """Notes what is done while it is on; one for a process."""

    def __init__(self, readable: Sequence[str] = ()) -> None:
        self.events: list[Event] = []
        self._on = False
        self._readable = tuple(_folder(place) for place in readable if place)
        self._reads = _codes_of_environ()
        sys.addaudithook(self._audit)
        _replace_clock(self._note_clock)

    @contextlib.contextmanager
    def on(self) -> Iterator[None]:
        """Note what happens inside."""
        self.events.clear()
        self._on = True
        threading.setprofile(self._profile)
        sys.setprofile(self._profile)
        try:
            yield
        finally:
            sys.setprofile(None)
            threading.setprofile(None)
            self._on = False

    def _note(self, kind: Kind, what: str, frame: FrameType | None) -> bool:
        """Keep an event, unless it belongs to the import of a module."""
        place = _place(frame)
        if place is None:
            return False
        event = Event(kind, what, place)
        if event not in self.events:
            self.events.append(event)
        return True

    def _note_clock(self, what: str) -> None:
        if self._on:
            self._note("clock", what, sys._getframe(2))  # noqa: SLF001 - the only way to the caller

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if not self._on:
            return
        kind = self._kind(event, args)
        if kind is None:
            return
        self._on = False  # looking at the place may itself raise events
        try:
            shown = f"{event} {args[0]!r}" if kind in {"read", "write"} and args else event
            noted = self._note(kind, shown, sys._getframe(1))  # noqa: SLF001 - as above
        finally:
            self._on = True
        if noted and kind != "read":
            raise RefusedError(f"An exporter may not do this: {event}.")

    def _kind(self, event: str, args: tuple[Any, ...]) -> Kind | None:
        if event == "open" and args and isinstance(args[0], str | bytes | os.PathLike):
            flags = args[2] if len(args) > 2 and isinstance(args[2], int) else 0
            return "write" if flags & _WRITES else self._read(args[0])
        if event in _LISTS and args and isinstance(args[0], str | bytes | os.PathLike):
            return self._read(args[0])
        if event in _CHANGES or event.startswith("shutil."):
            return "write"
        if event in _PROGRAMS:
            return "program"
        if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
            return "network"
        return "environment" if event in {"os.putenv", "os.unsetenv"} else None

    def _read(self, path: str | bytes | os.PathLike[Any]) -> Kind | None:
        self._on = False
        try:
            place = _folder(os.fsdecode(path))
        finally:
            self._on = True
        inside = any(place.startswith(folder) for folder in self._readable)
        return None if inside else "read"

    def _profile(self, frame: FrameType, event: str, arg: Any) -> None:
        if not self._on:
            return
        if event == "call":
            if frame.f_code in self._reads:
                self._note("environment", f"os.environ {frame.f_locals.get('key', '')!r}", frame.f_back)
        elif event == "c_call":
            name, owner = getattr(arg, "__name__", ""), getattr(arg, "__self__", None)
            if name in _CLOCKS and owner is time:
                self._note("clock", f"time.{name}", frame)
            elif name in _NOW and isinstance(owner, type) and issubclass(owner, date):
                self._note("clock", f"{owner.__name__}.{name}", frame)
            elif name in {"urandom", "getrandom"} and getattr(owner, "__name__", "") in {"posix", "nt"}:
                self._note("chance", f"os.{name}", frame)
            elif owner is _SHARED_DICE and name in {"random", "getrandbits"}:
                self._note("chance", f"random.{name}", frame)


_SHARED_DICE: Final = random.random.__self__  # type: ignore[attr-defined]
"""The one generator behind the functions of the module; a generator with a seed of its own is no chance."""


def _codes_of_environ() -> frozenset[Any]:
    kind = type(os.environ)
    names = ("__getitem__", "__iter__", "copy", "__len__")
    return frozenset(
        getattr(kind, name).__code__ for name in names if hasattr(getattr(kind, name), "__code__")
    )


def _replace_clock(note: Callable[[str], None]) -> None:
    """Put functions in the place of those that read the clock only when an argument is left out."""
    for name, enough in _WITHOUT_TIME.items():
        setattr(time, name, _telling(name, enough, getattr(time, name), note))


def _telling(
    name: str, enough: int, real: Callable[..., Any], note: Callable[[str], None]
) -> Callable[..., Any]:
    def told(*args: Any) -> Any:
        if len(args) <= enough or args[enough] is None:
            note(f"time.{name}")
        return real(*args)

    return told


def _folder(place: str) -> str:
    """Give a path in the form in which beginnings can be compared."""
    real = os.path.realpath(place)
    return os.path.normcase(real.rstrip(os.sep) + os.sep)


def _place(frame: FrameType | None) -> str | None:
    """Give file and line of the innermost caller that is not Python's own.

    ``None`` inside an import, and where the library itself starts pandoc.
    """
    first = None
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith(_IMPORTS) or name == _OURS:
            return None
        own = name.partition(".")[0] in sys.stdlib_module_names or name == _HERE
        if first is None and not own:
            first = f"{frame.f_code.co_filename}:{frame.f_lineno}"
        if name == "logging":
            return None  # a log record bears the time; it goes nowhere near the output
        frame = frame.f_back
    return first or "?"
