"""The judges of privacy and languages: nothing above the audience, every lower one, both languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from jmdexport.searching import find_in
from jmdexport.testing import _detail_texts as texts
from jmdexport.testing._content import form_of
from jmdexport.testing._harm import visible_text
from jmdexport.testing._judging import fault_of, judges
from jmdexport.testing._rendering import Order
from jmdexport.testing._trial import Trial
from jmdexport.testing.samples import canaries_of, view_of
from jmdmodel.messages import Message
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import all_vocabularies
from jmdmodel.workspace import COLLECTIONS

_DOCUMENTS: Final = frozenset(
    {"text/plain", "text/markdown", "text/html", "application/xhtml+xml", "image/svg+xml"}
)
_WORD: Final = re.compile(r"[A-Za-zÄÖÜäöüß]{4,}")
_LONG = 8


@judges("K15", "K01")
def nothing_above(trial: Trial) -> Iterator[Message]:
    """Judge whether something above the audience stands in the output, or decides it."""
    is_steady = trial.exporter.reproducible is True and not _is_restless(trial)
    for order in trial.canaries:
        known = canaries_of(order.audience)
        others = _of_twin(trial, order) if is_steady else None
        for one in trial.made[order].artifacts:
            found = find_in(one.data + b"\n" + one.name.encode("utf-8", "replace"), known)
            fields = sorted({known[canary] for canary in found})
            if fields:
                yield Message.of(texts.LEAK, order=str(order), name=one.name, fields=", ".join(fields[:8]))
            elif others is not None and one.data not in others.get(one.name, ()):
                yield Message.of(texts.TWIN, order=str(order), name=one.name)


def _of_twin(trial: Trial, order: Order) -> dict[str, list[bytes]] | None:
    """Give by name what comes where nothing differs but what the view does not hold; `None` if more does."""
    twin = trial.twin(order)
    made = trial.made.get(twin)
    if made is None or view_of(order.sample, order.audience) != view_of(twin.sample, twin.audience):
        return None
    files: dict[str, list[bytes]] = {}
    for one in made.artifacts:
        files.setdefault(one.name, []).append(one.data)
    return files


def _is_restless(trial: Trial) -> bool:
    return any(trial.made[order].digest() != made.digest() for order, made in trial.again.items())


@judges("K16", "K01")
def every_lower_audience(trial: Trial) -> Iterator[Message]:
    """Judge what became of audiences below the exporter's own."""
    for order in trial.canaries:
        if order.audience < trial.top:
            yield from fault_of(trial.made[order])


@judges("K17", "K01")
def both_languages(trial: Trial) -> Iterator[Message]:
    """Judge whether texts follow the language."""
    for order in trial.neutral:
        made = trial.made[order]
        yield from fault_of(made)
        for one in made.artifacts:
            text = visible_text(one) or ""
            for right, wrong in _wrong_words(text, order.language):
                yield Message.of(texts.WRONG_WORD, order=str(order), name=one.name, word=wrong, right=right)
        if order.language == "de":
            yield from _same_in_both(trial, order)


def _same_in_both(trial: Trial, order: Order) -> Iterator[Message]:
    english = [other for other in trial.neutral if other.language == "en" and other.suffix == order.suffix]
    others = {one.name: one.data for one in trial.made[english[0]].artifacts}
    for one in trial.made[order].artifacts:
        if form_of(one) in _DOCUMENTS and others.get(one.name) == one.data:
            words = sorted(set(_WORD.findall(visible_text(one) or "")) - _codes())
            if words:
                shown = ", ".join(words[:5])
                yield Message.of(texts.SAME, suffix=order.suffix, name=one.name, words=shown)


@functools.cache
def _codes() -> frozenset[str]:
    """Give what may stand in any language: the codes of the vocabulary, and words of its own samples."""
    codes = {member.code for kind in all_vocabularies() for member in kind}
    sample = view_of("neutral", max(Audience)).workspace
    ids = (str(thing.id) for name in COLLECTIONS for thing in getattr(sample, name))
    return frozenset(word for text in (*codes, *ids, sample) for word in _WORD.findall(str(text)))


@functools.cache
def _labels() -> tuple[tuple[str, str], ...]:
    """Give the labels of the vocabulary, German and English, that are clearly different."""
    pairs = {(member.label.de, member.label.en) for kind in all_vocabularies() for member in kind}
    return tuple(sorted(pair for pair in pairs if _apart(*pair)))


def _is_telling(label: str) -> bool:
    """Tell whether a label can be no code and no word of another sentence: several words, or a noun."""
    return len(label) >= _LONG and (" " in label or label[0].isupper())


def _apart(de: str, en: str) -> bool:
    return de.casefold() not in en.casefold() and en.casefold() not in de.casefold()


def _wrong_words(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield labels that stand there in the other language and not in this one."""
    for de, en in _labels():
        right, wrong = (de, en) if language == "de" else (en, de)
        if (
            _is_telling(wrong)
            and wrong in text
            and right not in text
            and re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", text)
        ):
            yield right, wrong
