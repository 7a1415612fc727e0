"""Which known word somebody meant who misspelt the code or the name of a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jmdmodel import spelling as words

_LIKE_A_CODE = re.compile(r"[A-Za-z][0-9OoIl]{3}")
_DIGITS = str.maketrans("OoIl", "0011")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that is nearest to a misspelt one; ``None`` when none is near.

    Codes lie too close together to guess; one is only mended where letters stand for digits.

    Example:
        >>> nearest("map-mising", ["map-missing", "map-unrated"]), nearest("q5O2", ["Q502", "Q503"])
        ('map-missing', 'Q502')
    """
    known = list(known)
    if _LIKE_A_CODE.fullmatch(word):
        mended = word[0].upper() + word[1:].translate(_DIGITS)
        return mended if mended in known else None
    return words.nearest(word, known)
