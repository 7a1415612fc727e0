"""Official keys in Länder that exist."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from jmdmodel.areas import LAENDER


@cache
def official_keys(pattern: str) -> st.SearchStrategy[str]:
    """Give keys of a form that begin with the digits of a Land."""
    form = st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="ascii"))
    return st.tuples(st.sampled_from(list(LAENDER)), form).map(lambda parts: parts[0] + parts[1][2:])
