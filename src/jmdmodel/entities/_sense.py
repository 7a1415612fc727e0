"""Rules of sense that several entities share: what no single field can tell is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol, TypeVar

from jmdmodel.fields import Broken
from jmdmodel.messages import Message, Say

_TWICE = Say(de="„{value}“ kommt hier zweimal vor.", en='"{value}" stands here twice.')
_TWICE_UNDATED = Say(de="Hier stehen zwei Angaben ohne Tag.", en="There are two entries without a day here.")
_ONCE = Say(de="Jeden Eintrag nur einmal aufführen.", en="Keep each entry once.")
_YEAR = Say(de="„{value}“ ist kein Jahr.", en='"{value}" is no year.')
_FOUR_DIGITS = Say(
    de="Der Schlüssel ist das Jahr mit vier Ziffern, zum Beispiel 2025.",
    en="The key is the year with four digits, for instance 2025.",
)
_BACKWARDS = Say(
    de="Das Ende „{last}“ liegt vor dem Anfang „{first}“.",
    en='The end "{last}" lies before the start "{first}".',
)
_SWAP = Say(de="Anfang und Ende prüfen.", en="Check start and end.")


class Dated(Protocol):
    """A judgement or statement with its day; without one it holds from the beginning."""

    @property
    def day(self) -> date | None: ...


D = TypeVar("D", bound=Dated)
O = TypeVar("O", date, int, str)  # noqa: E741 - of what has an order


def last_until(records: Iterable[D], day: date) -> D | None:
    """Give the latest of some dated records that is not after a day; undated ones come first of all."""
    known: D | None = None
    for record in records:
        if record.day is not None and record.day > day:
            continue
        if known is None or known.day is None or (record.day is not None and record.day >= known.day):
            known = record
    return known


def twice(field: str, values: Sequence[date | int | str | None]) -> Iterator[Broken]:
    """Yield each value that occurs more than once, at its later places."""
    if len(values) < 2 or len(set(values)) == len(values):
        return  # the usual case, asked of every contact
    seen: set[date | int | str | None] = set()
    for index, value in enumerate(values):
        if value in seen:
            what = Message.of(_TWICE_UNDATED) if value is None else Message.of(_TWICE, value=str(value))
            yield Broken(code="L131", field=f"{field}[{index + 1}]", what=what, remedy=Message.of(_ONCE))
        seen.add(value)


def backwards(field: str, first: O | None, last: O | None) -> Iterator[Broken]:
    """Yield a fault where an end lies before its start; either may be missing."""
    if first is not None and last is not None and last < first:
        yield Broken(
            code="L139",
            field=field,
            what=Message.of(_BACKWARDS, first=str(first), last=str(last)),
            remedy=Message.of(_SWAP),
        )


def exactly_one(**given: object) -> Iterator[Broken]:
    """Yield a fault where not exactly one of some entries is given, at the last of them that is."""
    present = [name for name, value in given.items() if value is not None]
    if len(present) != 1:
        names = ", ".join(given)  # names of fields, no values: they stay where values are confidential
        what = (
            Say(
                f"Von diesen Angaben steht hier mehr als eine: {names}.",
                f"More than one stands here of: {names}.",
            )
            if present
            else Say(f"Hier fehlt eine dieser Angaben: {names}.", f"One of these is missing here: {names}.")
        )
        yield Broken(
            code="L140",
            field=present[-1] if present else "",
            what=Message.of(what),
            remedy=Message.of(Say("Genau eine davon angeben.", "Give exactly one of them.")),
        )


def year_key(identifier: str) -> Iterator[Broken]:
    """Yield a fault where an identifier that stands for a year is none."""
    if not is_year(identifier):
        yield Broken(
            code="L132",
            field="",
            what=Message.of(_YEAR, value=identifier),
            remedy=Message.of(_FOUR_DIGITS),
        )


def is_year(identifier: str) -> bool:
    """Tell whether an identifier is a year from 1900 to 2199."""
    return (
        len(identifier) == 4
        and identifier.isascii()
        and identifier.isdigit()
        and "1900" <= identifier <= "2199"
    )
