"""The words that the library writes itself: its labels, its texts, its templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

_PACKAGES = ("jmdmodel", "jmdexport")
_TEXTS = (".py", ".jinja")
_MADE_UP = frozenset(["demo", "testing"])
"""Folders with people and places that somebody made up."""
_WORD = re.compile(r"\w+")
_ABOUT_CODE = re.compile(r'"""(?:\\.|[^\\])*?"""', re.DOTALL)
"""What is said of the code, with examples in it; nobody gets to read it in an export."""


@cache
def own_text() -> str:
    """Give all that the library can say by itself, in small letters with single blanks.

    Read when it is first needed, from the files that the library is made of: what stands in none of them did
    not come from the library.
    """
    texts = (text for package in _PACKAGES for text in _texts_below(resources.files(package)))
    return " ".join("\n".join(texts).casefold().split())


@cache
def own_words() -> frozenset[str]:
    """Give the single words of all that the library can say by itself."""
    return frozenset(_WORD.findall(own_text()))


def _texts_below(folder: Traversable) -> Iterator[str]:
    for part in sorted(folder.iterdir(), key=lambda one: one.name):
        if part.is_dir():
            if part.name not in _MADE_UP:
                yield from _texts_below(part)
        elif part.name.endswith(_TEXTS):
            yield _ABOUT_CODE.sub("", part.read_text(encoding="utf-8"))
