"""Which known word somebody meant who misspelt one: the one place that guesses."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that a misspelt one most likely meant; ``None`` when none is near.

    Capital letters make no difference.

    Example:
        >>> nearest("Netwok-map", ["charts", "network-map"])
        'network-map'
        >>> nearest("pgn", ["pdf", "png", "svg"])
        'png'
    """
    import difflib  # noqa: PLC0415 - only for what is misspelt

    folded = {one.casefold(): one for one in sorted(known, reverse=True)}
    close = difflib.get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """Give the nearest of any number of names, as :func:`nearest`, but careful with short ones.

    Among many names, words of up to three letters look alike too easily: there only one of the same length
    counts.

    Example:
        >>> nearest_name("p10", ["p1", "p2"]), nearest_name("p01", ["p1", "p10"])
        (None, 'p10')
    """
    return nearest(word, (one for one in known if len(word) > 3 or len(one) == len(word)))
