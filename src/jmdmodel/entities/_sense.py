"""Rules of sense that several entities share: what no single field can tell is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from jmdmodel.fields import Broken
from jmdmodel.messages import Message, Say

_TWICE = Say(de="„{value}“ kommt hier zweimal vor.", en='"{value}" stands here twice.')
_ONCE = Say(de="Jeden Eintrag nur einmal aufführen.", en="Keep each entry once.")
_YEAR = Say(de="„{value}“ ist kein Jahr.", en='"{value}" is no year.')
_FOUR_DIGITS = Say(
    de="Der Schlüssel ist das Jahr mit vier Ziffern, zum Beispiel 2025.",
    en="The key is the year with four digits, for instance 2025.",
)


def twice(field: str, values: Iterable[date | int | str]) -> Iterator[Broken]:
    """Yield each value that occurs more than once, at its later places."""
    seen: set[date | int | str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield Broken(
                code="L131",
                field=f"{field}[{index + 1}]",
                what=Message.of(_TWICE, value=str(value)),
                remedy=Message.of(_ONCE),
            )
        seen.add(value)


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
