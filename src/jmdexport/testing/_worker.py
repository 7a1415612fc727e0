"""The process that the kit starts: it finds the exporter anew, runs it, and tells what came of it.

It reads one job from its standard input and writes frames to its standard output, one after the other, so
that what was done before a death is not lost.
"""

from __future__ import annotations

import locale
import os
import pickle
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, Literal, TypeAlias

import attrs

from jmdexport.records import Exporter
from jmdexport.registry import BUILTIN, Registry
from jmdexport.testing._rendering import Digest, Made, Order, View, made_of
from jmdmodel.scales import Audience

Views: TypeAlias = dict[tuple[str, Audience], View]


@attrs.frozen(kw_only=True)
class Finder:
    """How an exporter is found in another process: by name among plugins, or unpacked."""

    name: str
    plugins: Literal["installed", "none"] | tuple[str, ...] = "installed"
    files: tuple[str, ...] = ()
    packed: bytes | None = None
    is_builtin: bool = False

    def find(self) -> Exporter:
        """Give the exporter."""
        if self.packed is not None:
            unpacked: Exporter = pickle.loads(self.packed)  # noqa: S301 - packed by the kit a moment ago
            return unpacked
        without = [] if self.is_builtin else [BUILTIN]
        return Registry(plugins=self.plugins, without=without, files=self.files).get(self.name)


@attrs.frozen(kw_only=True)
class Job:
    """What a process is to do.

    Attributes:
        finder: How it finds the exporter.
        views: The views that the orders name.
        watched: What is run first, and watched.
        plain: What is run after it.
        blocked: Modules that count as not installed.
        other_locale: Whether the locale of the environment is taken, as some programs do when they start.
    """

    finder: Finder
    views: Views
    watched: tuple[Order, ...] = ()
    plain: tuple[Order, ...] = ()
    blocked: tuple[str, ...] = ()
    other_locale: bool = False


@attrs.frozen(kw_only=True)
class Frame:
    """One thing that a process tells: ``loaded``, ``lost`` (with a text), ``watched``, ``made``, ``done``."""

    kind: Literal["loaded", "lost", "begun", "watched", "made", "done"]
    text: str = ""
    order: Order | None = None
    made: Made | None = None
    digest: Digest = ()
    events: tuple[Any, ...] = ()


class Missing:
    """Makes modules missing, as if their packages were not installed."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = frozenset(names)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        """Refuse the modules that are to be missing, and leave all others to those who come after."""
        if name in self._names or name.partition(".")[0] in self._names:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def main(source: BinaryIO) -> None:
    """Read the job, do it, tell of it; what the exporter prints goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def tell(frame: Frame) -> None:
        pickle.dump(frame, out)
        out.flush()

    job: Job = pickle.load(source)  # noqa: S301 - from the process that started this one
    if job.other_locale:
        _take_locale()
    if job.blocked:
        sys.meta_path.insert(0, Missing(job.blocked))
    watch = _watch() if job.watched else None
    try:
        exporter = job.finder.find()
    except Exception:
        tell(Frame(kind="lost", text=traceback.format_exc(limit=-3)))
        raise
    tell(Frame(kind="loaded"))
    for order in job.watched:
        _watched(exporter, order, job, watch, tell)
    for order in job.plain:
        tell(Frame(kind="begun", order=order))
        made = made_of(exporter, order, job.views[order.sample, order.audience])
        tell(Frame(kind="made", order=order, made=made.without_data(), digest=made.digest()))
    tell(Frame(kind="done"))


def _take_locale() -> None:
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        locale.setlocale(locale.LC_ALL, "C")


def _watch() -> Any:
    from jmdexport.testing._watching import Watch  # noqa: PLC0415 - replaces functions of the clock

    return Watch(readable_places())


def readable_places() -> list[str]:
    """Give the folders that an exporter may read from: those that modules are imported from."""
    root = os.path.realpath(os.sep)
    places = {os.path.realpath(place) for place in (*sys.path, sys.prefix, sys.base_prefix) if place}
    return sorted(places - {root})


def _watched(exporter: Exporter, order: Order, job: Job, watch: Any, tell: Callable[[Frame], None]) -> None:
    tell(Frame(kind="begun", order=order))
    view = job.views[order.sample, order.audience]
    with watch.on():
        made_of(exporter, order, view)
    tell(Frame(kind="watched", order=order, events=tuple(watch.events)))
