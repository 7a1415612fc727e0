"""Read a file in every way that its bytes can be read: layers opened, each text with its escapes undone."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Generator, Iterator
from typing import Final, TypeAlias

import attrs

from jmdexport.searching.opening import Opening, texts_in
from jmdexport.searching.undoing import STEPS, packed, variants

MOST: Final = 512 * 2**20
"""How much is read of one file, bytes and characters of all layers together; a zip bomb ends here."""
DEEPEST: Final = 8
"""How many layers are opened, one inside the other."""

_ROUNDS = 3
"""How often a text may have been escaped: a page in JSON in a page."""

Way: TypeAlias = tuple[str, ...]


@attrs.frozen
class Reading:
    """One text that can be read in a file, and the encodings that were undone on the way to it."""

    text: str
    way: Way = ()


@attrs.define(kw_only=True)
class Reader:
    """Reads one file and keeps account of what it could not open.

    Attributes:
        most: How many bytes and characters are read, all layers together.
        deepest: How many layers are opened, one inside the other.
        left_out: The ways to what was too large or too deep.
        read: How many bytes and characters were read.
    """

    most: int = MOST
    deepest: int = DEEPEST
    left_out: set[Way] = attrs.field(factory=set, init=False)
    read: int = attrs.field(default=0, init=False)
    _seen: set[bytes] = attrs.field(factory=set, init=False)
    _waiting: deque[tuple[bytes | str, Way, int]] = attrs.field(factory=deque, init=False)

    def readings(self, data: bytes) -> Iterator[Reading]:
        """Yield every text that can be read in a file, each once.

        Example:
            >>> [reading.text for reading in Reader().readings(b"a &lt; b")]
            ['a &lt; b', 'a < b']
        """
        self._later(data, (), 0)
        while self._waiting:
            thing, way, depth = self._waiting.popleft()
            if isinstance(thing, bytes):
                yield from self._of_bytes(thing, way, depth)
            else:
                yield from self._of_text(thing, way, depth)

    def _later(self, thing: bytes | str, way: Way, depth: int) -> None:
        """Keep a layer for later unless it was there before; tell it when it is too deep or too much."""
        if not thing or not self._is_new(thing):
            return
        if depth > self.deepest:
            self.left_out.add(way)
        elif self._afford(len(thing), way):
            self._waiting.append((thing, way, depth))

    def _afford(self, size: int, way: Way) -> bool:
        """Tell whether so much may still be read; note the way where it may not."""
        if self.read + size > self.most:
            self.left_out.add(way)
            return False
        self.read += size
        return True

    def _is_new(self, thing: bytes | str) -> bool:
        data = thing if isinstance(thing, bytes) else thing.encode("utf-8", "surrogatepass")
        kind = b"bytes" if isinstance(thing, bytes) else b"text"
        mark = hashlib.blake2b(data, digest_size=16, person=kind).digest()
        if mark in self._seen:
            return False
        self._seen.add(mark)
        return True

    def _of_bytes(self, data: bytes, way: Way, depth: int) -> Iterator[Reading]:
        opening = Opening(data, self.most - self.read)
        for words in opening.pdf.words() if opening.pdf else ():
            self._later(words, (*way, "pdf"), depth + 1)
        for name, inner, whole in opening.parts():
            self._later(inner, (*way, name), depth + 1)
            if not whole:
                self.left_out.add((*way, name))
        text, names = texts_in(opening.rest)
        for name, made in names:
            self._later(made, (*way, name), depth + 1)
        if text:
            yield from self._of_text(text, way, depth)

    def _of_text(self, text: str, way: Way, depth: int) -> Iterator[Reading]:
        yield Reading(text, way)
        last, last_way = yield from self._undone(text, way)
        for name, made in variants(text):
            if self._is_new(made) and self._afford(len(made), (*way, name)):
                yield Reading(made, (*way, name))
                yield from self._undone(made, (*way, name))
        if last != text:
            for name, made in variants(last):
                self._later(made, (*last_way, name), depth + 1)
            if "\0" in last:  # two bytes a letter, behind escapes
                self._later(last.encode("latin-1", "replace"), last_way, depth + 1)
        for source, source_way in {text: way, last: last_way}.items():
            for name, data in packed(source):
                self._later(data, (*source_way, name), depth + 1)

    def _undone(self, text: str, way: Way) -> Generator[Reading, None, tuple[str, Way]]:
        """Yield a text with one kind of escape after the other undone; give the last."""
        for _ in range(_ROUNDS):
            before = text
            for name, undo in STEPS:
                changed = undo(text)
                if changed == text:
                    continue
                text, way = changed, (*way, name)
                if self._is_new(text):
                    if not self._afford(len(text), way):
                        return text, way
                    yield Reading(text, way)
            if text == before:
                break
        return text, way
