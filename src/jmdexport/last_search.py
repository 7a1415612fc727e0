"""The last search: what an exporter gave is looked through for what its audience may not see (R-51).

An exporter gets a view that holds nothing above the audience. This is the net below: should a value come out
all the same, by a fault of ours or a plugin that reaches past its view, nothing is given back. Looked for are
texts and identifiers of six characters or more, as whole words, in every encoding that
:mod:`jmdexport.searching` knows. What also stands in a field that the audience may see is no secret, and
neither are words that the library writes itself. There is no switch that turns it off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

import attrs

from jmdexport import error_texts as texts
from jmdexport.errors import ExportError
from jmdexport.own_words import own_text, own_words
from jmdexport.records import Artifact, ExportRequest
from jmdexport.searching import Reader, Reading
from jmdexport.searching.undoing import UNSEEN
from jmdmodel.messages import Message
from jmdmodel.privacy.texts import HeldText, texts_of
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

SHORTEST: Final = 6
"""How many characters a value must have to be looked for."""
_LONG = 30
"""From this length on a line or a sentence of a text tells something by itself and is looked for, too."""

_WORD = re.compile(r"\w+")
_UNSEEN = re.compile(f"[{UNSEEN}]")
_PIECES = re.compile(r"\n|(?<=[.!?]) ")

SHOWN_PLACES = 12
"""How many places a text lists; all of them are kept in :attr:`PrivateValueFound.places`."""


class PrivateValueFound(ExportError):  # noqa: N818 - says what is the matter
    """A file would have held what its audience may not see; nothing was written. The value is not told.

    Attributes:
        exporter: The exporter that made the files.
        audience: Whom they are for.
        places: File, field and class of each value, sorted.
        left_out: Files that could not be searched to their end.
    """

    code = "E430"

    def __init__(
        self,
        exporter: str,
        audience: Audience,
        places: tuple[tuple[str, str, Audience], ...],
        left_out: tuple[str, ...] = (),
    ) -> None:
        super().__init__(exporter, audience, places, left_out)
        self.exporter = exporter
        self.audience = audience
        self.places = places
        self.left_out = left_out

    @property
    def message(self) -> Message:
        """Which fields came out in which files, and what to do."""
        if not self.places:
            return Message.of(texts.NOT_SEARCHED, exporter=self.exporter, files=", ".join(self.left_out))
        lines = [f"{file}: {path} ({privacy.code})" for file, path, privacy in self.places[:SHOWN_PLACES]]
        rest = len(self.places) - len(lines)
        more = Message.of(texts.MORE_PLACES, n=rest).as_say() if rest else texts.NOTHING
        return Message.of(
            texts.HELD_BACK,
            exporter=self.exporter,
            audience=self.audience.code,
            lines="\n".join(lines),
            more=more,
        )


@attrs.define
class LastSearch:
    """Looks through the files of one workspace's exports; what to look for is gathered once an audience.

    Attributes:
        workspace: The whole workspace, not a view.
        read: How many bytes and characters were read, for the account of what it costs.
    """

    workspace: Workspace
    read: int = attrs.field(default=0, init=False)
    _wanted: dict[Audience, _Wanted] = attrs.field(factory=dict, init=False, repr=False)

    def passed(self, artifacts: Iterable[Artifact], request: ExportRequest[Any]) -> tuple[Artifact, ...]:
        """Give the artifacts back if they hold nothing above the audience of the request.

        Raises:
            PrivateValueFound: They do, or one of them cannot be searched to its end.
        """
        made = tuple(artifacts)
        if request.audience >= max(Audience):
            return made
        if request.audience not in self._wanted:
            self._wanted[request.audience] = _Wanted.of(self.workspace, request.view, request.audience)
        wanted = self._wanted[request.audience]
        found: set[tuple[str, HeldText]] = set()
        left_out: set[str] = set()
        for artifact in made:
            reader, looked_at = Reader(), set[str]()
            for reading in chain([Reading(artifact.name)], reader.readings(artifact.data)):
                text = _plain(reading.text)
                if text not in looked_at:  # many readings differ in blanks and invisible signs only
                    looked_at.add(text)
                    found |= {(artifact.name, one) for one in wanted.found_in(text)}
            left_out |= {artifact.name} if reader.left_out else set()
            self.read += reader.read
        places = {(name, one.path, one.privacy) for name, one in _untold(found, request)}
        if places or left_out:
            exporter = made[0].made_by.exporter if made[0].made_by else "–"
            raise PrivateValueFound(
                exporter, request.audience, tuple(sorted(places)), tuple(sorted(left_out))
            )
        return made


@attrs.frozen
class _Wanted:
    """What is looked for, by its longest word: a file is taken apart into words once, not once a value."""

    by_word: Mapping[str, tuple[tuple[HeldText, frozenset[str]], ...]] = attrs.field(repr=False)

    @classmethod
    def of(cls, workspace: Workspace, view: Workspace, audience: Audience) -> _Wanted:
        """Gather what is above the audience and does not stand in its view as well."""
        said = "\n".join(_plain(held.text) for held in texts_of(view))
        folded, said_words = said.casefold(), frozenset(_WORD.findall(said.casefold()))
        by_word: dict[str, dict[HeldText, frozenset[str]]] = {}
        for held in texts_of(workspace):
            for piece in _pieces(held.text) if held.privacy > audience else ():
                words = frozenset(_WORD.findall(piece.casefold()))
                if words and not (words <= said_words and _holds(said, folded, piece)):
                    longest = max(sorted(words), key=len)
                    by_word.setdefault(longest, {})[attrs.evolve(held, text=piece)] = words
        return cls({word: tuple(held.items()) for word, held in by_word.items()})

    def found_in(self, text: str) -> Iterator[HeldText]:
        """Yield what a plain text holds."""
        folded = text.casefold()
        words = frozenset(_WORD.findall(folded))
        for word in words & self.by_word.keys():
            for held, its in self.by_word[word]:
                if its <= words and _holds(text, folded, held.text):
                    yield held


def _pieces(text: str) -> Iterator[str]:
    """Yield a text and, if it is long, its lines and sentences, as far as they can be told from chance."""
    whole = _plain(text)
    if len(whole) >= SHORTEST:
        yield whole
    for piece in _PIECES.split(text) if len(whole) > _LONG else ():
        if _LONG <= len(_plain(piece)) < len(whole):
            yield _plain(piece)


def _plain(text: str) -> str:
    """Give a text in composed letters with one blank wherever it has any, and nothing that is not seen."""
    seen = text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(seen.split())


def _holds(text: str, folded: str, value: str) -> bool:
    """Tell whether a text holds a value as whole words; the case of letters counts for one word alone."""
    if " " in value:
        text, value = folded, value.casefold()
    at = text.find(value)
    while at >= 0:
        end = at + len(value)
        if not (_joins(text[at - 1 : at], value[0]) or _joins(value[-1], text[end : end + 1])):
            return True
        at = text.find(value, at + 1)
    return False


def _joins(one: str, other: str) -> bool:
    return bool(_WORD.fullmatch(one) and _WORD.fullmatch(other))


def _untold(found: set[tuple[str, HeldText]], request: ExportRequest[Any]) -> set[tuple[str, HeldText]]:
    """Give what was found less what the caller gave for the export and what the library says by itself."""
    if not found:
        return found
    said = "\n".join(map(_plain, [request.title, *map(str, attrs.astuple(request.options))]))
    folded = said.casefold()
    left = {(name, one) for name, one in found if not _holds(said, folded, one.text)}
    return {(name, one) for name, one in left if not _is_ours(one.text.casefold())}


def _is_ours(value: str) -> bool:
    """Tell whether a value is a phrase of the library, or too short to tell anything but words of it."""
    if " " in value and len(value) < _LONG:
        return own_words().issuperset(word for word in _WORD.findall(value) if not word.isdigit())
    return _holds(own_text(), own_text(), value)
