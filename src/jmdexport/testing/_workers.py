"""Start processes for the kit, and gather what they tell, also when they die or come to no end."""

from __future__ import annotations

import contextlib
import io
import locale
import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs

from jmdexport.testing._rendering import Order
from jmdexport.testing._worker import Frame, Job

SEED: Final = "4242"
_OTHER_SEED: Final = "2424"
_ZONE: Final = "<+1345>-13:45"
_BOOT: Final = (
    "import os, pickle, sys\n"
    "source = sys.stdin.buffer\n"
    "sys.path[:] = [os.fsdecode(place) for place in pickle.load(source)]\n"
    "from jmdexport.testing._worker import main\n"
    "main(source)\n"
)


@attrs.frozen(kw_only=True)
class Answer:
    """What a process told.

    Attributes:
        frames: What it told, in order.
        last_words: The end of what it wrote to standard error.
        timed_out: Whether it was ended because it took too long.
        started: Whether there was a process at all.
    """

    frames: tuple[Frame, ...] = ()
    last_words: str = ""
    timed_out: bool = False
    started: bool = True

    @property
    def is_done(self) -> bool:
        """Whether it came to the end of its job."""
        return bool(self.frames) and self.frames[-1].kind == "done"

    @property
    def is_loaded(self) -> bool:
        """Whether it found the exporter."""
        return any(frame.kind == "loaded" for frame in self.frames)

    @property
    def stuck_at(self) -> Order | None:
        """What it was doing when it ended too early; ``None`` when it did not, or had begun nothing."""
        begun = self.frames[-1] if self.frames else None
        return begun.order if begun is not None and begun.kind == "begun" else None

    def made(self) -> Mapping[Order, Frame]:
        """Give what was made, by what was asked for."""
        return {frame.order: frame for frame in self.frames if frame.kind == "made" and frame.order}


def here() -> dict[str, str]:
    """Give the environment of this process, with another hash seed."""
    seed = _OTHER_SEED if os.environ.get("PYTHONHASHSEED") == SEED else SEED
    return {**os.environ, "PYTHONHASHSEED": seed}


def elsewhere() -> dict[str, str]:
    """Give the environment of a machine that is set up differently, with the hash seed of :func:`here`."""
    is_utf8 = locale.getencoding().replace("-", "").casefold() == "utf8"
    language = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    if not is_utf8:
        language = {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    return {**here(), **language, "TZ": _ZONE}


def run(job: Job, environment: Mapping[str, str], *, away: bool, timeout: float) -> Answer:
    """Start a process, wait for it, and give what it told.

    Args:
        job: What it is to do.
        environment: Its environment.
        away: Whether it works in another folder.
        timeout: After how many seconds it is ended.
    """
    places = [os.fsencode(str(Path(place).absolute())) for place in sys.path]
    told, timed_out = b"", False
    process = subprocess.Popen(  # noqa: S603 - the interpreter of this process, with a fixed program
        [sys.executable, "-c", _BOOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(environment),
        cwd=Path(sys.executable).anchor if away else None,
    )
    try:
        told, errors = process.communicate(pickle.dumps(places) + pickle.dumps(job), timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        told, errors = process.communicate()
        timed_out = True
    return Answer(
        frames=_frames(told), last_words=errors.decode("utf-8", "replace")[-600:].strip(), timed_out=timed_out
    )


def _frames(told: bytes) -> tuple[Frame, ...]:
    source, frames = io.BytesIO(told), []
    with contextlib.suppress(EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError):
        while True:
            frames.append(pickle.load(source))  # noqa: S301 - from the process that was started here
    return tuple(frames)
