"""How wide the columns of a table get: as wide as their words, or a share of a line that lacks the room."""

from __future__ import annotations

from jmdexport.documents.tree import Block, text_of

ROOM = 88
"""So many letters of a table stand side by side on a page of A4 in portrait."""
_MOST = 130
"""A column of longer cells gets no more than one of this length."""
_AROUND = 2
"""What stands round the words of a cell, in letters."""
_DIVIDED = 14
"""A longer word may be divided by a hyphen."""


def shares(table: Block) -> list[float]:
    """Give each column's share of the line, together at most 1; less than 1 where all words have room.

    No column gets less than its longest word that is not to be divided, as long as all of them have room.

    Example:
        >>> from jmdexport.documents.tree import blocks_of
        >>> table = "| Art | Zahl |", "|---|--:|", "| Schule | 3 |"
        >>> [round(one, 2) for one in shares(blocks_of(chr(10).join(table))[0])]
        [0.09, 0.07]
    """
    columns = list(zip(table["head"], *table["rows"], strict=True))
    texts = [[text_of(cell) for cell in column] for column in columns]
    longest = [max(map(len, column)) + _AROUND for column in texts]
    if sum(longest) <= ROOM:
        return [one / ROOM for one in longest]
    words = [min(_longest_word(column), _DIVIDED) + _AROUND for column in texts]
    wanted = [max(word, min(whole, _MOST)) for word, whole in zip(words, longest, strict=True)]
    spare = max(ROOM - sum(words), 0)
    over = sum(wanted) - sum(words)
    given = [
        word + (wish - word) * spare / over if over else float(wish)
        for word, wish in zip(words, wanted, strict=True)
    ]
    return [one / sum(given) for one in given]


def _longest_word(column: list[str]) -> int:
    """Give the length of the longest word of a column; the head is bold and needs a little more."""
    head, *rest = (max(len(word) for word in text.split(" ")) for text in column)
    return max(head + 1, *rest)


def has_room(given: list[float]) -> bool:
    """Tell whether the words of a table stand side by side with room left."""
    return sum(given) < 1 - 1e-9
