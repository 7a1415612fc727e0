"""Find texts in a file: what is looked for, what was found, in which encoding, and what was left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

import attrs

from jmdexport.searching.reader import DEEPEST, MOST, Reader
from jmdexport.searching.undoing import UNSEEN
from jmdmodel.errors import JmdError
from jmdmodel.messages import Message, Say

_UNSEEN = re.compile(f"[{UNSEEN}]")
_TOO_MUCH = Say(
    de="Die Datei ließ sich nicht ganz durchsuchen. Zu groß oder zu tief verschachtelt: {parts}.",
    en="The file could not be searched to its end. Too large or too deep: {parts}.",
)


class NotSearched(JmdError):  # noqa: N818 - says what is the matter
    """A file could not be searched to its end; an empty answer would say too much."""


@attrs.frozen(kw_only=True)
class Searched:
    """What a search gave.

    Attributes:
        found: The needles that are there.
        ways: For each find the needle and the encodings that it was in, the outermost first.
        left_out: The ways to what was too large or too deep to be searched.
    """

    found: frozenset[str] = frozenset()
    ways: tuple[tuple[str, tuple[str, ...]], ...] = ()
    left_out: tuple[tuple[str, ...], ...] = ()


def find_in(data: bytes, needles: Collection[str]) -> frozenset[str]:
    """Give those of some texts that stand in a file, whatever the encoding.

    Blanks, line ends, soft hyphens, invisible characters and the case of letters make no difference.

    Raises:
        NotSearched: Some of it is too large or too deep to be searched.

    Example:
        >>> sorted(find_in(b"<b>We</b>i&#115;e, Sm&#x69;th", {"Weise", "Smith", "Meier"}))
        ['Smith', 'Weise']
    """
    searched = search(data, needles)
    if searched.left_out:
        parts = "; ".join(" > ".join(way) or "–" for way in searched.left_out)
        raise NotSearched(Message.of(_TOO_MUCH, parts=parts))
    return searched.found


def search(data: bytes, needles: Collection[str], *, most: int = MOST, deepest: int = DEEPEST) -> Searched:
    """Search a file for some texts; tell also in which encodings they were, and what was not searched.

    Args:
        data: The content of the file.
        needles: What is looked for; an empty text is never found.
        most: How many bytes and characters are read, all layers together.
        deepest: How many layers are opened, one inside the other.
    """
    by_form: dict[str, list[str]] = {}
    for needle in sorted(needles):
        by_form.setdefault(squeezed(needle), []).append(needle)
    by_form.pop("", None)
    finder = _finder(sorted(by_form))
    reader = Reader(most=most, deepest=deepest)
    ways: set[tuple[str, tuple[str, ...]]] = set()
    for reading in reader.readings(data):
        for form in finder(squeezed(reading.text)):
            ways |= {(needle, reading.way) for needle in by_form[form]}
    found = frozenset(needle for needle, _ in ways)
    return Searched(found=found, ways=tuple(sorted(ways)), left_out=tuple(sorted(reader.left_out)))


def squeezed(text: str) -> str:
    """Give a text without blanks, line ends and invisible characters, in small composed letters.

    Example:
        >>> squeezed("Na than\\u00ad Wei\\nse")
        'nathanweise'
    """
    seen = text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return "".join(seen.split()).casefold()


def _finder(forms: Sequence[str]) -> Callable[[str], Collection[str]]:
    """Give a function that tells which forms a text holds: in one pass where all are alike in make."""
    start = _common_start(forms)
    if len(start) < 2 or len({len(form) for form in forms}) > 1:
        return lambda text: [form for form in forms if form in text]
    length, known, first = len(forms[0]), frozenset(forms), re.compile(re.escape(start))
    return lambda text: known & {text[hit.start() : hit.start() + length] for hit in first.finditer(text)}


def _common_start(forms: Sequence[str]) -> str:
    """Give what all forms, sorted, begin with."""
    first, last = (forms[0], forms[-1]) if forms else ("", "")
    length = 0
    while length < min(len(first), len(last)) and first[length] == last[length]:
        length += 1
    return first[:length]
