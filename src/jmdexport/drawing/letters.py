r"""What of a text a picture shows, in every form: the one place that says what is replaced, and how.

Letters stay letters, whatever their script. What no font can show (a control character, half of a pair of
code units, a private character) is replaced by :data:`REPLACEMENT`, so that it is seen. What is never seen is
left out: soft hyphens, joiners of words, hidden tags. Marks on a letter beyond those that names have would
run into the lines above and below; one sign stands for them. Nothing in a text turns the direction of what
stands beside it. What the shipped fonts lack besides is replaced in PNG and PDF alone, see
:mod:`jmdexport.drawing.printed`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from jmdexport.direction import isolated, settled

REPLACEMENT = "\ufffd"
"""What stands for what cannot be shown; the shipped fonts have it."""

_BARE = "\u25cc"
"""The dotted circle, on which a mark stands that has no letter."""

# Latin, Greek and Cyrillic letters, digits and usual punctuation: nothing of what follows touches them.
_ODD = re.compile(
    "[^\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0386\u0388-\u03ce\u0400-\u0481\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NOT_CHARACTERS = "".join(
    chr(plane + last) for plane in range(0x10000, 0xF0000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_NO_SIGN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    f"{_NOT_CHARACTERS}\U000f0000-\U0010ffff]"
)
_UNSEEN = re.compile(
    "(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|"
    "[\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
"""What is never seen; the tags that make a flag of a black flag are kept."""

_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_BLANK = re.compile(f"[\\s\u061c\u200c-\u200f\u2066-\u2069\u2800{_SELECTORS}]*")
_ADDED = re.compile(f"[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f{_SELECTORS}]")
_PICTURE = re.compile("[\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff]")
_FLAG_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]")
_ZWJ, _VIRAMA = "\u200d", 9
_STACKING, _MOST_STACKED, _MOST = 200, 2, 4
"""Marks of a class from 200 on stack above or below a letter, the others have a place of their own."""


def clean(text: str) -> str:
    r"""Give a text as a picture may hold it: sound XML that shows what it says.

    Line breaks of any kind become line feeds; letters made of several characters are composed (NFC).

    Example:
        >>> clean("a\x00b"), clean("Haus \u202etxt.exe"), clean("Ja\u0308ger")
        ('a�b', 'Haus txt.exe', 'Jäger')
    """
    if _ODD.search(text) is None:
        return text
    text = _NO_SIGN.sub(REPLACEMENT, _BREAKS.sub("\n", text))
    text = _UNSEEN.sub(lambda found: found[1] or "", unicodedata.normalize("NFC", text))
    return settled(_bounded(text))


def drawn(line: str) -> str:
    r"""Give a line as it is drawn: without breaks, apart from what stands beside it, never invisible.

    Example:
        >>> drawn("Haus\nam Bach"), drawn("\ufeff")
        ('Haus am Bach', '�')
    """
    found = clean(line).replace("\n", " ").replace("\t", " ")
    if _ODD.search(line) is None:
        return found
    return REPLACEMENT if _BLANK.fullmatch(found) and line.strip() else isolated(found)


def clusters(text: str) -> list[str]:
    r"""Cut a text into what is seen as one letter each: with its marks and joiners, an emoji in one piece.

    Example:
        >>> clusters("Ja\u0308h") == ["J", "a\u0308", "h"], len(clusters("👨\u200d👩\u200d👧🇩🇪"))
        (True, 2)
    """
    if _ODD.search(text) is None:
        return list(text)
    found: list[str] = []
    for char in text:
        if found and _belongs(char, found[-1]):
            found[-1] += char
        else:
            found.append(char)
    return found


def is_mark(char: str) -> bool:
    """Tell whether a character is set on, under, beside or round the letter before it."""
    return unicodedata.category(char) in {"Mn", "Me", "Mc"}


def _belongs(char: str, before: str) -> bool:
    """Tell whether a character is part of the cluster before it."""
    if is_mark(char) or _ADDED.match(char):
        return True
    if _PICTURE.match(char):
        return before[-1] == _ZWJ or (_FLAG_LETTER.match(char) and _FLAG_LETTER.fullmatch(before)) is not None
    # A consonant after a virama joins the one before it, with or without a joiner between them.
    return unicodedata.combining(before.rstrip(_ZWJ)[-1:] or " ") == _VIRAMA and char.isalpha()


def _bounded(text: str) -> str:
    """Replace the marks of a letter beyond those that names have; a mark without a letter gets a circle."""
    found: list[str] = []
    seen: Counter[int] = Counter()
    for char in text:
        if unicodedata.category(char) not in {"Mn", "Me"}:
            seen.clear()
            found.append(char)
            continue
        if not found or found[-1].isspace():
            found.append(_BARE)
        place = unicodedata.combining(char)
        seen[place] += 1
        if found[-1] == REPLACEMENT:
            continue
        is_usual = seen[place] <= (_MOST_STACKED if place >= _STACKING else _MOST)
        found.append(char if is_usual else REPLACEMENT)
    return "".join(found)
