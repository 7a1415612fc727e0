"""What the fast path knows of values before it makes them: each day, share and reference once.

A file says the same day and the same reference many times. What is made once is shared, which saves time and
room; what cannot be made is refused, and the ordinary path says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NoReturn

from jmdmodel.codec.plan import FieldPlan
from jmdmodel.codec.scalars import DATE, INT, SHARE
from jmdmodel.ids import Ref

_HIGHEST = 10**18 - 1
_LOWEST = -_HIGHEST
"""The ordinary path reads whole numbers of at most eighteen digits."""


class Refused(Exception):  # noqa: N818 - never leaves the codec
    """The fast path does not take this file; the ordinary one says why, or takes it."""


def refuse() -> NoReturn:
    """Leave the fast path."""
    raise Refused


def unlocked(cls: type) -> type:
    """Give a subclass of a frozen type, of the same layout, whose fields can be set.

    An object that is complete is told its real class, and nobody can set it any more.
    """
    # All three, as the interpreter makes objects and sets fields directly only where none is anybody's own.
    free = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    return type(cls)(cls.__name__, (cls,), {"__slots__": (), "__module__": cls.__module__, **free})


class Ids(dict[str, dict[str, str]]):
    """The identifiers of each collection by themselves; those that nobody asks for are never listed."""

    def __init__(self, entries: Mapping[str, Mapping[str, object]]) -> None:
        super().__init__()
        self._entries = entries

    def __missing__(self, collection: str) -> dict[str, str]:
        known = self[collection] = {key: key for key in self._entries.get(collection, ())}
        return known


_OPEN_REF: Any = unlocked(Ref)


class Refs(dict[str, Ref]):
    """References by their text, made on the first use and shared; what leads nowhere is no key."""

    def __init__(self, ids: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__()
        self._ids = ids

    def __missing__(self, text: str) -> Ref:
        collection, _, key = text.partition("/")
        ref = _OPEN_REF()
        ref.id = self._ids[collection][key]
        ref.collection = collection
        ref.__class__ = Ref
        made: Ref = ref
        self[text] = made
        return made


class Days(dict[str, date]):
    """Days by their text."""

    def __missing__(self, text: str) -> date:
        if not DATE.fullmatch(text):
            raise Refused
        day = self[text] = date.fromisoformat(text)
        return day


def whole_numbers(plan: FieldPlan) -> tuple[int, int]:
    """Give the lowest and the highest whole number that a field takes."""
    lowest, highest = plan.about.minimum, plan.about.maximum
    return _LOWEST if lowest is None else lowest, _HIGHEST if highest is None else highest


class Numbers(dict[str, int]):
    """Whole numbers by their text, between two limits."""

    def __init__(self, lowest: int, highest: int) -> None:
        super().__init__()
        self._lowest, self._highest = lowest, highest

    def __missing__(self, text: str) -> int:
        if not INT.fullmatch(text) or not self._lowest <= int(text) <= self._highest:
            raise Refused
        number = self[text] = int(text)
        return number


class Shares(dict[str, Fraction]):
    """Exact numbers by their text, between two limits."""

    def __init__(self, lowest: int | None, highest: int | None) -> None:
        super().__init__()
        self._lowest, self._highest = lowest, highest

    def __missing__(self, text: str) -> Fraction:
        if not SHARE.fullmatch(text):
            raise Refused
        share = Fraction(text)
        if (self._lowest is not None and share < self._lowest) or (
            self._highest is not None and share > self._highest
        ):
            raise Refused
        self[text] = share
        return share
