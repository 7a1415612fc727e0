"""A collection of things by identifier: immutable, ordered, pickles, hashes, compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, Self, TypeVar, overload

import attrs

from jmdmodel.errors import ModelError


class HasId(Protocol):
    """Anything with an identifier of its own."""

    @property
    def id(self) -> str:
        """The identifier."""


T = TypeVar("T", bound=HasId)
D = TypeVar("D")


class Collection(Generic[T]):
    """Things by identifier; iterates in the order of identifiers, however they were given.

    A collection may know things *beyond* those it shows: what ended before the day of
    :meth:`~jmdmodel.workspace.Workspace.as_of` is no longer iterated, but references to it still resolve.

    Raises:
        ModelError: Two things carry the same identifier.

    Example:
        >>> from jmdmodel.entities.service import StaffRole
        >>> roles = Collection([StaffRole(id="leitung", function="Leitung")])
        >>> roles["leitung"].function, "beratung" in roles, len(roles)
        ('Leitung', False, 1)
    """

    __slots__ = ("_beyond", "_index", "_items")
    _items: tuple[T, ...]
    _beyond: tuple[T, ...]
    _index: dict[str, T] | None

    def __init__(self, items: Iterable[T] = (), *, beyond: Iterable[T] = ()) -> None:
        self._items = _by_id(items)
        self._beyond = _by_id(beyond)
        self._index = None
        if len(self._lookup()) < len(self._items) + len(self._beyond):
            raise ModelError(f"Two things carry the same identifier{self._doubles()}.")

    @classmethod
    def in_order(cls, items: Iterable[T]) -> Self:
        """Give a collection of things that stand in the order of their identifiers, each of them once.

        For readers that know so already: nothing is looked at, and nothing is sorted.
        """
        made = cls.__new__(cls)
        made._items, made._beyond, made._index = tuple(items), (), None  # noqa: SLF001 - of the class itself
        return made

    def _lookup(self) -> dict[str, T]:
        if self._index is None:
            self._index = {item.id: item for item in (*self._beyond, *self._items)}
        return self._index

    def _doubles(self) -> str:
        items = (*self._items, *self._beyond)
        kinds: set[type] = {type(item) for item in items}
        if any(attrs.has(kind) and not attrs.fields_dict(kind)["id"].repr for kind in kinds):
            return ""  # the identifier itself is private
        counts = Counter(item.id for item in items)
        return f": {', '.join(sorted(one for one, count in counts.items() if count > 1))}"

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __bool__(self) -> bool:
        return bool(self._items)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._lookup()

    def __getitem__(self, identifier: str) -> T:
        try:
            return self._lookup()[identifier]
        except KeyError:
            raise ModelError("The collection has nothing with this identifier.") from None

    @overload
    def get(self, identifier: str | None) -> T | None: ...
    @overload
    def get(self, identifier: str | None, default: D) -> T | D: ...
    def get(self, identifier: str | None, default: D | None = None) -> T | D | None:
        """Give the thing with an identifier, or the default."""
        return default if identifier is None else self._lookup().get(identifier, default)

    def ids(self) -> tuple[str, ...]:
        """Give the identifiers in order."""
        return tuple(item.id for item in self._items)

    def beyond(self) -> tuple[T, ...]:
        """Give the things that are known but not shown."""
        return self._beyond

    def with_(self, *items: T) -> Self:
        """Give a new collection with things added, or put in the place of those with the same identifier."""
        kept = {item.id: item for item in self._items} | {item.id: item for item in items}
        return type(self)(kept.values(), beyond=(item for item in self._beyond if item.id not in kept))

    def without(self, identifier: str) -> Self:
        """Give a new collection that lacks one thing, also beyond."""
        return type(self)(
            (item for item in self._items if item.id != identifier),
            beyond=(item for item in self._beyond if item.id != identifier),
        )

    def only(self, test: Callable[[T], bool]) -> Self:
        """Give a new collection that shows those for which the test holds; the others move beyond."""
        shown = [item for item in self._items if test(item)]
        hidden = [item for item in self._items if not test(item)]
        return type(self)(shown, beyond=(*self._beyond, *hidden))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Collection):
            return NotImplemented
        return self._items == other._items and self._beyond == other._beyond

    def __hash__(self) -> int:
        return hash((self._items, self._beyond))

    def __repr__(self) -> str:
        return f"<Collection of {len(self)}>"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self._items, self._beyond)


def _by_id(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(items, key=lambda item: item.id))


def _rebuild(cls: type[Collection[T]], items: tuple[T, ...], beyond: tuple[T, ...]) -> Collection[T]:
    return cls(items, beyond=beyond)
