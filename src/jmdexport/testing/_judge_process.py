"""The judges of what an exporter does to the world, and of how it travels: processes, packing, packages."""

from __future__ import annotations

import functools
import pickle
from collections.abc import Iterator

from jmdexport.testing import _detail_texts as texts
from jmdexport.testing._judging import Open, fault_of, judges
from jmdexport.testing._rendering import tried
from jmdexport.testing._trial import Trial
from jmdmodel.messages import Message


@judges("K12", "K01")
def many_partners(trial: Trial) -> Iterator[Message]:
    """Judge what became of many partners."""
    if not _works_elsewhere(trial):
        raise Open(Message.of(texts.NEEDS, codes="K25"))
    answer = trial.away
    made = answer.made()
    for order in trial.many:
        frame = made.get(order)
        if frame is not None and frame.made is not None:
            yield from fault_of(frame.made)
        elif answer.stuck_at == order:
            yield _stuck(trial, str(order), answer.last_words)
        elif not answer.is_done:
            raise Open(Message.of(texts.NOT_RUN))


def _works_elsewhere(trial: Trial) -> bool:
    """Tell whether a new process ends all calls as this one does."""
    made = trial.here.made()
    return trial.here.is_done and all(
        frame.made is not None and frame.made.ending == trial.made[order].ending
        for order, frame in made.items()
    )


def _stuck(trial: Trial, order: str, last_words: str) -> Message:
    return Message.of(
        texts.STUCK, order=order, seconds=round(trial.timeout), error=last_words.rpartition("\n")[2]
    )


def _events(trial: Trial, *kinds: str) -> Iterator[Message]:
    frames = [frame for frame in trial.here.frames if frame.kind == "watched"]
    if not frames:
        raise Open(Message.of(texts.NOT_RUN))
    seen = {(event.what, event.place) for frame in frames for event in frame.events if event.kind in kinds}
    for what, place in sorted(seen):
        yield Message.of(texts.EVENT, what=what, place=place)


@judges("K18", "K01")
def no_clock(trial: Trial) -> Iterator[Message]:
    """Judge whether the clock was read."""
    yield from _events(trial, "clock", "chance")


@judges("K19", "K01")
def no_network(trial: Trial) -> Iterator[Message]:
    """Judge whether a network or a program was used."""
    yield from _events(trial, "network", "program")


@judges("K20", "K01")
def no_files(trial: Trial) -> Iterator[Message]:
    """Judge whether files were written, or read where none may be read."""
    yield from _events(trial, "write", "read")


@judges("K21", "K01")
def no_environment(trial: Trial) -> Iterator[Message]:
    """Judge whether variables were read."""
    yield from _events(trial, "environment")


@judges("K24")
def pickles(trial: Trial) -> Iterator[Message]:
    """Judge whether exporter and request can be packed."""
    order = trial.example[0] if trial.example else None
    things: list[tuple[str, object]] = [("Exporter", trial.exporter)]
    if order is not None:
        things.append(("ExportRequest", order.request(trial.exporter, trial.view(order))))
    for what, thing in things:
        same, error = tried(functools.partial(_comes_back, thing))
        if error is not None:
            yield Message.of(texts.NOT_PACKED, what=what, error=f"{type(error).__name__}: {error}")
        elif not same:
            yield Message.of(texts.NOT_EQUAL, what=what)


def _comes_back(thing: object) -> bool:
    return bool(pickle.loads(pickle.dumps(thing)) == thing)  # noqa: S301 - packed in the same line


@judges("K25", "K01", "K24")
def worker_process(trial: Trial) -> Iterator[Message]:
    """Judge whether a new process gives what this one gave."""
    answer = trial.here
    if not answer.is_loaded:
        lost = [frame.text for frame in answer.frames if frame.kind == "lost"]
        told = (lost[-1] if lost else answer.last_words).strip()
        yield Message.of(texts.NOT_FOUND, error=told.rpartition("\n")[2])
        return
    if not answer.is_done:
        yield _stuck(trial, str(answer.stuck_at or "–"), answer.last_words)
    for order, frame in answer.made().items():
        if frame.made is not None and frame.made.ending != trial.made[order].ending:
            yield from fault_of(frame.made, may_refuse=False)


@judges("K26", "K01", "K25")
def missing_packages(trial: Trial) -> Iterator[Message]:
    """Judge what happens without the optional packages."""
    answer = trial.needy
    if not answer.started:
        return  # nothing is declared, so nothing can be missing
    if not answer.is_loaded:
        lost = [frame.text for frame in answer.frames if frame.kind == "lost"]
        modules = sorted({m for m, _ in _required(trial)})
        told = (lost[-1] if lost else answer.last_words).strip().rpartition("\n")[2]
        yield Message.of(texts.NOT_LOADED_WITHOUT, modules=", ".join(modules), error=told)
    for frame in answer.made().values():
        if frame.made is not None and frame.made.is_import:
            yield from fault_of(frame.made)


def _required(trial: Trial) -> Iterator[tuple[str, str]]:
    yield from trial.exporter.requires
    for medium in trial.exporter.media:
        yield from medium.requires
