"""Which known word somebody meant who misspelt one: the one place that guesses."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that a misspelt one most likely meant; ``None`` when none is near.

    Capital letters make no difference. Words of up to three letters look alike too easily: there only one
    of the same length counts.

    Example:
        >>> nearest("Netwok-map", ["charts", "network-map"])
        'network-map'
        >>> nearest("svgg", ["pdf", "png", "svg"]), nearest("ab", ["abc"])
        ('svg', None)
    """
    import difflib  # noqa: PLC0415 - only for what is misspelt

    short = len(word) <= 3
    likely = (one for one in sorted(known, reverse=True) if not short or len(one) == len(word))
    folded = {one.casefold(): one for one in likely}
    close = difflib.get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else None
