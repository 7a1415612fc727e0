"""What holds for a workspace as a whole: own words fit their kinds, no chain leads in a circle.

The same that :mod:`references` asks of nodes, asked of values, with yes or no for an answer. Whoever adds
a check there adds it here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jmdmodel.codec.gathering import Word
from jmdmodel.codec.memos import refuse
from jmdmodel.codec.references import CHAINS, circle_from
from jmdmodel.vocabulary import SUB_KINDS, kinds_of_vocabulary
from jmdmodel.workspace import Workspace


def need_sound(workspace: Workspace, words: Mapping[str, list[Word]]) -> None:
    """Refuse a workspace that the look at references would find a fault in; dangling ones are known by now.

    Args:
        workspace: What the file says.
        words: The words that are looked up in the user's own vocabulary, by part of it.
    """
    for part in kinds_of_vocabulary():
        _need_terms(workspace, part, words.get(part, []))
    for collection, field in CHAINS:
        _need_no_circle(workspace, collection, field)


def _need_terms(workspace: Workspace, part: str, words: list[Word]) -> None:
    codes = {kind.code for kind in kinds_of_vocabulary()[part]}
    parents = {sub.code: {parent.code for parent in sub.parents} for sub in SUB_KINDS[part]}
    for term in getattr(workspace.vocabulary, part):
        if term.parent not in codes:
            refuse()
        parents[term.id] = {term.parent}
    for word, owner, below in words:
        kinds = _kinds(getattr(owner, below, None))
        if word not in parents or (kinds and parents[word].isdisjoint(kinds)):
            refuse()


def _kinds(held: Any) -> set[str]:
    """Give the codes of the kind or the kinds beside a word."""
    if held is None:
        return set()
    return {kind.code for kind in (held if isinstance(held, tuple) else (held,))}


def _need_no_circle(workspace: Workspace, collection: str, field: str) -> None:
    steps: dict[str, tuple[str, ...]] = {}
    for thing in getattr(workspace, collection):
        held = getattr(thing, field)
        if held:
            steps[thing.id] = held if isinstance(held, tuple) else (held,)
    done: set[str] = set()
    if any(circle_from(start, steps, done) for start in steps):
        refuse()
