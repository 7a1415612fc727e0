"""The judges of what is put out: files at all, the same ones, their names, forms and content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jmdexport.accepting import MANIFEST
from jmdexport.testing import _detail_texts as texts
from jmdexport.testing._content import content_fault, form_of
from jmdexport.testing._harm import harms_of, outside_of
from jmdexport.testing._judging import Open, fault_of, judges
from jmdexport.testing._rendering import Digest, Made, Order
from jmdexport.testing._trial import Trial
from jmdmodel.messages import Message
from jmdmodel.storage import clash, name_fault


@judges("K01")
def gives_files(trial: Trial) -> Iterator[Message]:
    """Judge whether the example gives files in every form and language."""
    for order in trial.example:
        yield from fault_of(trial.made[order], may_refuse=False)
    for medium in trial.exporter.media:
        for module, extra in trial.lacking(medium):
            raise Open(Message.of(texts.NO_PACKAGE, suffix=medium.suffix, module=module, extra=extra))


@judges("K02", "K01")
def same_again(trial: Trial) -> Iterator[Message]:
    """Judge whether a second call gives the same."""
    if trial.exporter.reproducible is True:
        for order, made in trial.again.items():
            yield from _differences(order, trial.made[order].digest(), made.digest())


@judges("K03", "K01", "K02")
def same_elsewhere(trial: Trial) -> Iterator[Message]:
    """Judge whether another hash seed gives the same."""
    if trial.exporter.reproducible is not True:
        return
    there = trial.here.made()
    if not there:
        raise Open(Message.of(texts.NOT_RUN))
    for order, frame in there.items():
        if frame.made is not None and frame.made.ending == trial.made[order].ending:
            yield from _differences(order, trial.made[order].digest(), frame.digest)


@judges("K04", "K01", "K02", "K03")
def same_with_other_settings(trial: Trial) -> Iterator[Message]:
    """Judge whether another locale, zone and folder give the same."""
    here, away = trial.here.made(), trial.away.made()
    if not here or not trial.here.is_loaded:
        raise Open(Message.of(texts.NOT_RUN))
    if not trial.away.is_loaded:
        yield Message.of(texts.NOT_FOUND, error=_lost(trial.away.frames, trial.away.last_words))
    for order, frame in away.items():
        known = here.get(order)
        if known is None or known.made is None or frame.made is None:
            continue
        if frame.made.ending != known.made.ending:
            yield Message.of(
                texts.ENDED_OTHERWISE, order=str(order), error=frame.made.error or frame.made.ending
            )
        elif trial.exporter.reproducible is True:
            yield from _differences(order, known.digest, frame.digest)


def _lost(frames: Iterable[object], last_words: str) -> str:
    told = [getattr(frame, "text", "") for frame in frames if getattr(frame, "kind", "") == "lost"]
    return (told[-1] if told else last_words).strip().rpartition("\n")[2]


def _differences(order: Order, one: Digest, other: Digest) -> Iterator[Message]:
    if one == other:
        return
    names = sorted({name for name, *_ in set(one) ^ set(other)}) or sorted({name for name, *_ in one})
    for name in names:
        yield Message.of(texts.DIFFERS, order=str(order), name=name)


@judges("K05", "K01")
def view_untouched(trial: Trial) -> Iterator[Message]:
    """Judge whether the views are what they were."""
    for sample, audience in trial.changed_views():
        yield Message.of(texts.CHANGED, sample=sample, audience=audience.code)


@judges("K06", "K01")
def plain_names(trial: Trial) -> Iterator[Message]:
    """Judge the names of the files."""
    for order in trial.sound:
        yield from _name_faults(trial.made[order])


def _name_faults(made: Made) -> Iterator[Message]:
    order = str(made.order)
    for artifact in made.artifacts:
        why = name_fault(artifact.name)
        shown = ascii(artifact.name)[1:-1]
        if why is not None:
            yield Message.of(texts.NAME, order=order, name=shown, why=why.as_say())
        if artifact.name.casefold() == MANIFEST:
            yield Message.of(texts.MANIFEST, order=order, name=shown)
    pair = clash(artifact.name for artifact in made.artifacts)
    if pair is not None:
        yield Message.of(texts.CLASH, order=order, name=pair[0], other=pair[1])


@judges("K07", "K01")
def announced_forms(trial: Trial) -> Iterator[Message]:
    """Judge suffixes and media types."""
    for order in trial.sound:
        made = trial.made[order]
        forms = [trial.exporter.medium(order.suffix), *trial.exporter.beside]
        for one in made.artifacts:
            fits = (form for form in forms if form is not None and one.name.endswith(form.suffix))
            if all(form_of(one) != form.media_type for form in fits):
                yield Message.of(
                    texts.FORM, order=str(order), name=ascii(one.name)[1:-1], media_type=one.media_type
                )
        if made.artifacts and not any(one.name.endswith(order.suffix) for one in made.artifacts):
            yield Message.of(texts.NOT_WANTED, order=str(order))


@judges("K08", "K01")
def form_fits_bytes(trial: Trial) -> Iterator[Message]:
    """Judge the content of the files."""
    for order in (*trial.example, *trial.orders("full")):
        yield from _content_faults(trial.made[order])


def _content_faults(made: Made) -> Iterator[Message]:
    for one in made.artifacts:
        why = content_fault(one)
        if why is not None:
            yield Message.of(
                texts.CONTENT,
                order=str(made.order),
                name=ascii(one.name)[1:-1],
                media_type=one.media_type,
                why=why.as_say(),
            )


@judges("K09", "K01")
def empty_workspace(trial: Trial) -> Iterator[Message]:
    """Judge what became of the empty workspace."""
    yield from _endings(trial.made, trial.orders("empty"))


@judges("K10", "K01", "K09")
def one_partner(trial: Trial) -> Iterator[Message]:
    """Judge what became of a single partner."""
    yield from _endings(trial.made, trial.orders("one"))


@judges("K11", "K01")
def made_up_workspaces(trial: Trial) -> Iterator[Message]:
    """Judge what became of made-up workspaces."""
    yield from _endings(trial.made, (*trial.orders("full"), *trial.orders("some", texts=True)))


def _endings(made: Mapping[Order, Made], orders: Iterable[Order]) -> Iterator[Message]:
    for order in orders:
        yield from fault_of(made[order])


@judges("K13", "K01", "K06", "K08")
def naughty_text_well_formed(trial: Trial) -> Iterator[Message]:
    """Judge what hostile texts do to the form."""
    for order in trial.naughty:
        made = trial.made[order]
        yield from fault_of(made)
        yield from _content_faults(made)
        yield from _name_faults(made)


@judges("K14", "K01", "K08", "K13")
def naughty_text_harmless(trial: Trial) -> Iterator[Message]:
    """Judge what hostile texts have become."""
    for order in trial.naughty:
        for one in trial.made[order].artifacts:
            for what in dict.fromkeys(harms_of(one)):
                yield Message.of(texts.HARM, order=str(order), name=one.name, what=what.as_say())


@judges("K27", "K01", "K08")
def self_contained(trial: Trial) -> Iterator[Message]:
    """Judge whether pages and pictures need anything else."""
    for order in (*trial.example, *trial.orders("full")):
        artifacts = trial.made[order].artifacts
        names = frozenset(one.name for one in artifacts)
        for one in artifacts:
            for what in dict.fromkeys(outside_of(one, names)):
                yield Message.of(texts.OUTSIDE, order=str(order), name=one.name, what=what.as_say())
