"""A plugin whose exporters misbehave while they run; each name says how."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import attrs

from jmdexport import Artifact, Audience, Exporter, ExportRequest, Medium, Say, hookimpl, option
from jmdmodel.errors import ModelError
from jmdmodel.workspace import Workspace

MADE: dict[str, Callable[[ExportRequest[Any]], Any]] = {}


@attrs.frozen(kw_only=True)
class Options:
    """One word, to see that options travel."""

    word: str = option(Say("Ein Wort.", "A word."), default="nichts")
    many: tuple[int, ...] = option(Say("Zahlen.", "Numbers."), default=())


def exporter(function: Callable[[ExportRequest[Any]], Any]) -> Callable[[ExportRequest[Any]], Any]:
    MADE[function.__name__.replace("_", "-")] = function
    return function


def text(data: str) -> Artifact:
    return Artifact.text("a.txt", "text/plain", data)


@exporter
def well(request: ExportRequest[Any]) -> Iterable[Artifact]:
    names = [str(person.name) for person in request.view.people]
    yield text(f"{request.options} {request.language} {request.year} {names} {len(request.findings)}")


@exporter
def counting(request: ExportRequest[Any]) -> Iterable[Artifact]:
    yield text(str(len(request.view.partners)))


@exporter
def several(request: ExportRequest[Any]) -> list[Artifact]:
    return [Artifact.text(f"{n}.txt", "text/plain", "x" * n) for n in range(3)]


@exporter
def talkative(request: ExportRequest[Any]) -> Iterable[Artifact]:
    print('{"artifacts": []}')
    os.write(1, b"noise")
    sys.stdout.flush()
    yield text("still right")


@exporter
def endless(request: ExportRequest[Any]) -> None:
    while True:
        time.sleep(0.01)


@exporter
def greedy(request: ExportRequest[Any]) -> Iterable[Artifact]:
    kept = bytearray(1 << 40)
    yield text(str(len(kept)))


@exporter
def verbose(request: ExportRequest[Any]) -> None:
    """Fill whatever file could be the answer's."""
    part = b"x" * (1 << 20)
    while True:
        for descriptor in range(3, 20):
            try:
                os.write(descriptor, part)
            except OSError:
                continue


@exporter
def leaving(request: ExportRequest[Any]) -> None:
    os._exit(0)


@exporter
def killed(request: ExportRequest[Any]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@exporter
def raising(request: ExportRequest[Any]) -> None:
    raise ValueError(f"secret: {[person.name for person in request.view.people]}")


@exporter
def refusing(request: ExportRequest[Any]) -> None:
    raise ModelError("The year has no sessions.")


@exporter
def quitting(request: ExportRequest[Any]) -> None:
    sys.exit("I give up")


@exporter
def strange(request: ExportRequest[Any]) -> list[str]:
    return ["no artifact"]


@exporter
def nothing(request: ExportRequest[Any]) -> list[Artifact]:
    return []


@exporter
def forking(request: ExportRequest[Any]) -> Iterable[Artifact]:
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    yield text("done")


@exporter
def forging(request: ExportRequest[Any]) -> None:
    """Write to every open file that could be the answer's; nothing but a whole answer counts."""
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, b'{"artifacts": [{"name": "x", "media_type": "y", "bytes": -5}]}\n')
        except OSError:
            continue
    os._exit(0)


@exporter
def searching(request: ExportRequest[Any]) -> Iterable[Artifact]:
    """Reach for every workspace in memory."""
    found = [one for one in gc.get_objects() if isinstance(one, Workspace)]
    levels = sorted(str(one.view.audience.code if one.view else "whole") for one in found)
    yield text(" ".join(sorted(set(levels))))


@exporter
def writing(request: ExportRequest[Any]) -> Iterable[Artifact]:
    try:
        Path(request.options.word).write_text("carried out")
    except OSError:
        yield text("could not write")
    else:
        yield text("wrote")


@exporter
def environment(request: ExportRequest[Any]) -> Iterable[Artifact]:
    yield text(" ".join(sorted(os.environ)) + " in " + str(Path.cwd()))


@exporter
def leaking(request: ExportRequest[Any]) -> Iterable[Artifact]:
    """Give names that are not in its view, out of any workspace that is in memory."""
    found = [one for one in gc.get_objects() if isinstance(one, Workspace)]
    names = sorted({str(person.name) for one in found for person in one.people if person.name})
    yield text(f"People: {names}")


@exporter
def escaping(request: ExportRequest[Any]) -> Iterable[Artifact]:
    yield Artifact.text("../../a.txt", "text/plain", "elsewhere")


@exporter
def twofold(request: ExportRequest[Any]) -> Iterable[Artifact]:
    yield text("one")
    yield text("two")


@exporter
def other_form(request: ExportRequest[Any]) -> Iterable[Artifact]:
    yield Artifact.text("a.exe", "application/octet-stream", "no text at all")


@exporter
def unsteady(request: ExportRequest[Any]) -> Iterable[Artifact]:
    yield text(os.urandom(8).hex())


@exporter
def changing(request: ExportRequest[Any]) -> Iterable[Artifact]:
    """Write into the view, past its being frozen."""
    object.__setattr__(request.view, "partners", ())
    yield text("changed")


@hookimpl
def jmdexport_exporters() -> list[Exporter]:
    """Offer all of them."""
    return [
        Exporter(
            name=name,
            title=Say(name, name),
            media=(Medium(".txt", "text/plain"),),
            audience=Audience.SOCIAL,
            options=Options,
            render=render,
        )
        for name, render in MADE.items()
    ]
