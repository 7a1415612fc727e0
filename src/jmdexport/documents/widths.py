"""How wide the columns of a table get: as wide as their words, or a share of a line that lacks the room."""

from __future__ import annotations

from jmdexport.documents.tree import Block, text_of
from jmdexport.drawing.measure import text_width

ROOM = 166.0
"""How wide a table can be on a page of A4 in portrait, in millimetres."""
_POINTS = 9
"""The size of letters in a table."""
_MOST = 245.0
"""A column of longer cells gets no more than one of this length."""
_AROUND = 4.0
"""What stands round the words of a cell."""
_LOOSE = 1.03
"""How much wider than measured a whole cell may come out, as each program sets letters in its own way."""
_DIVIDED = 31.0
"""A longer word may be divided by a hyphen where not all have room."""


def shares(table: Block) -> list[float]:
    """Give each column's share of the line, together at most 1; less than 1 where all words have room.

    No column gets less than its longest word, as long as all of them have room; where they have not, long
    words are divided.

    Example:
        >>> from jmdexport.documents.tree import blocks_of
        >>> table = "| Art | Zahl |", "|---|--:|", "| Schule | 3 |"
        >>> [round(one, 2) for one in shares(blocks_of(chr(10).join(table))[0])]
        [0.08, 0.07]
    """
    columns = list(zip(table["head"], *table["rows"], strict=True))
    texts = [[text_of(cell) for cell in column] for column in columns]
    longest = [_widest(column) * _LOOSE + _AROUND for column in texts]
    if sum(longest) <= ROOM:
        return [one / ROOM for one in longest]
    words = [_widest(column, words=True) + _AROUND for column in texts]
    if sum(words) > ROOM:
        words = [min(word, _DIVIDED + _AROUND) for word in words]
    wanted = [max(word, min(whole, _MOST)) for word, whole in zip(words, longest, strict=True)]
    spare = max(ROOM - sum(words), 0)
    over = sum(wanted) - sum(words)
    given = [
        word + (wish - word) * spare / over if over else wish
        for word, wish in zip(words, wanted, strict=True)
    ]
    return [one / sum(given) for one in given]


def _widest(column: list[str], *, words: bool = False) -> float:
    """Give how wide the widest cell of a column is, or its widest word; the head is bold."""
    parts = (
        (part, row == 0) for row, text in enumerate(column) for part in (text.split() if words else [text])
    )
    return max((text_width(part, size=_POINTS, bold=bold) for part, bold in parts), default=0.0)


def has_room(given: list[float]) -> bool:
    """Tell whether the words of a table stand side by side with room left."""
    return sum(given) < 1 - 1e-9
