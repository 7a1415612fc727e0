"""What is gathered while values are made, to be looked at all at once: the fast path's checks beyond types.

Looking at a thousand texts in one call costs little more than looking at ten of them one by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from jmdmodel.codec.document import CONTROL
from jmdmodel.codec.memos import Days, Ids, Refs, Refused
from jmdmodel.ids import MAX_LENGTH, RESERVED, Ref

_IN_IDENTIFIERS = b"abcdefghijklmnopqrstuvwxyz0123456789-"


Word: TypeAlias = tuple[str, Any, str]
"""A word that must be known, the thing that it stands in, and the name of the field with its kind."""


@attrs.define
class Gathered:
    """What the makers of values gather from one file.

    Attributes:
        ids: The identifiers of each collection, each text there once, so that references share it.
        keys: How many keys the values account for.
        identifiers: Texts that must be identifiers.
        lines: Texts of one line.
        blocks: Texts of any number of lines.
        forms: Texts that must match a pattern, by pattern.
        words: Words that must be known, by part of the vocabulary.
        days: Days by their text, each made once.
    """

    ids: Ids
    keys: int = 0
    identifiers: list[str] = attrs.field(factory=list)
    lines: list[str] = attrs.field(factory=list)
    blocks: list[str] = attrs.field(factory=list)
    forms: dict[str, list[str]] = attrs.field(factory=dict)
    words: dict[str, list[Word]] = attrs.field(factory=dict)
    days: Days = attrs.field(factory=Days)
    _refs: dict[str, Refs] = attrs.field(factory=dict)

    def refs(self, fitting: str) -> Mapping[str, Ref]:
        """Give the references into some collections by their texts."""
        if fitting not in self._refs:
            self._refs[fitting] = Refs({name: self.ids[name] for name in fitting.split()})
        return self._refs[fitting]

    def words_of(self, part: str) -> list[Word]:
        """Give the list of the words that a part of the vocabulary must know."""
        return self.words.setdefault(part, [])

    def form(self, pattern: str) -> list[str]:
        """Give the list of the texts that must match a pattern."""
        return self.forms.setdefault(pattern, [])

    def colons_in_sound_texts(self) -> int:
        """Count the colons in all texts; refuse what the ordinary path would not take as it stands."""
        _need_identifiers(self.identifiers)
        if self.lines:
            joined = "\n".join(self.lines)
            if joined.count("\n") >= len(self.lines) or "\r" in joined or "\t" in joined:
                raise Refused
            if list(map(str.strip, self.lines)) != self.lines:
                raise Refused
        for pattern, texts in self.forms.items():
            if not all(map(re.compile(pattern).fullmatch, texts)):
                raise Refused
        return sum(map(_colons, (self.lines, self.blocks, *self.forms.values())))


def _colons(texts: list[str]) -> int:
    """Count colons; refuse blank texts, control characters, and letters that are not composed.

    A line feed joins nothing to what stands before it, so the texts can be looked at as one.
    """
    if not all(map(str.strip, texts)):
        raise Refused
    joined = "\n".join(texts)
    if CONTROL.search(joined) or not unicodedata.is_normalized("NFC", joined):
        raise Refused
    return joined.count(":")


def _need_identifiers(texts: list[str]) -> None:
    if not texts:
        return
    joined = "\n".join(texts)
    rest = joined.encode("ascii").translate(None, _IN_IDENTIFIERS)
    if rest != b"\n" * (len(texts) - 1) or not all(texts) or joined.startswith("-") or "\n-" in joined:
        raise Refused
    if max(map(len, texts)) > MAX_LENGTH or not RESERVED.isdisjoint(texts):
        raise Refused
