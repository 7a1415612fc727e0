"""The judges of what an exporter says of itself: its options and its texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from jmdexport.options import OptionInfo, build, describe
from jmdexport.testing import _detail_texts as texts
from jmdexport.testing._judging import judges
from jmdexport.testing._rendering import made_of, tried
from jmdexport.testing._trial import Trial
from jmdmodel.errors import JmdError
from jmdmodel.messages import Message, Say

_TEXTS: Final = ("", "zq", "\"><zq a='&'>", "=1+1", "ÄÖÜ\n😀", "x" * 200, "../x", "{zq}", "\x00")
_NUMBERS: Final = (-1, 0, 1, 1000)
_DAYS: Final = (date(1900, 1, 1), date(2024, 2, 29), date(2999, 12, 31))


@judges("K22", "K01")
def any_option(trial: Trial) -> Iterator[Message]:
    """Judge what becomes of values of options, sensible ones and others."""
    orders = trial.orders("full")[:1]
    given: list[tuple[str, Any]] = [("zq-unknown", "1")]
    for info in describe(trial.exporter.options):
        given += [(info.name, value) for value in (*_values(info), "zq-nonsense", object())]
    for name, value in given:
        fault = _tried(trial, orders, name, value)
        if fault:
            yield Message.of(texts.OPTION, name=name, value=_shown(value), error=fault)


def _shown(value: object) -> str:
    return "object()" if type(value) is object else ascii(value)[:40]


def _tried(trial: Trial, orders: tuple[Any, ...], name: str, value: Any) -> str:
    options, error = tried(lambda: build(trial.exporter.options, {name: value}))
    if error is not None:
        return "" if isinstance(error, JmdError) else f"{type(error).__name__}: {error}"
    for order in orders:
        made = made_of(trial.exporter, order, trial.view(order), options)
        if made.ending == "crashed":
            return f"{made.error} ({made.place})"
    return ""


def _values(info: OptionInfo) -> list[Any]:
    """Give values of an option, those at its limits and just beyond among them."""
    if info.members:
        singles: list[Any] = list(info.members)
    elif info.kind is bool:
        singles = [True, False]
    elif info.kind is int:
        limits = [limit for limit in (info.minimum, info.maximum) if limit is not None]
        singles = sorted({near for limit in limits for near in (limit - 1, limit, limit + 1)}) or [*_NUMBERS]
    elif info.kind is date:
        singles = [*_DAYS]
    else:
        singles = [*_TEXTS]
    values = [(), *((single,) for single in singles), tuple(singles)] if info.many else singles
    return [*values, None] if info.optional else values


@judges("K23")
def told_in_both_languages(trial: Trial) -> Iterator[Message]:
    """Judge title and helps of options."""
    told = [("title", trial.exporter.title)]
    told += [(info.name, info.text) for info in describe(trial.exporter.options)]
    for what, text in told:
        if _lacks(text):
            yield Message.of(texts.NO_WORDS, what=what)


def _lacks(text: Say) -> bool:
    if not (text.de.strip() and text.en.strip()):
        return True
    return text.de == text.en and (" " in text.de.strip() or text.de.islower())
