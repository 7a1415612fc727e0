"""Keys of a legend set side by side: a heading, then a sign and its meaning each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from jmdexport.drawing.layout_flow import Row
from jmdexport.drawing.measure import line_box, text_width, wrap
from jmdexport.drawing.palette import INK
from jmdexport.drawing.scene import Data, Group, Item, Text

_INLINE = 3.2
"""Room between two keys."""
_KEY: Data = (("data-role", "key"), ("aria-hidden", "true"))


@attrs.frozen
class Key:
    """A meaning, the room of its sign, and how the sign is drawn: from its left edge at the middle line."""

    text: str
    wide: float
    sign: Callable[[float, float], Item]


def across(heading: str, keys: Sequence[Key], width: float, size: float) -> list[Row]:
    """Set a heading and its keys side by side, on as many lines as they need; long words are wrapped."""
    rows: list[Row] = []
    line: list[tuple[float, Key, tuple[str, ...]]] = []
    at = start = text_width(heading, size=size, bold=True) + _INLINE
    for key in keys:
        texts = wrap(key.text, width=width - start - key.wide, size=size)
        wide = key.wide + max(text_width(text, size=size) for text in texts) + _INLINE
        if line and at + wide - _INLINE > width:
            rows.append(_line("" if rows else heading, line, size))
            line, at = [], start
        line.append((at, key, texts))
        at += wide
    return [*rows, _line("" if rows else heading, line, size)]


def _line(heading: str, keys: list[tuple[float, Key, tuple[str, ...]]], size: float) -> Row:
    above, below = line_box(size)
    step = above + below

    def draw(x: float, y: float) -> tuple[Item, ...]:
        items: list[Item] = (
            [Text(x=x, y=y + above, lines=(heading,), size=size, bold=True, colour=INK)] if heading else []
        )
        for at, key, texts in keys:
            items.append(Group(items=(key.sign(x + at, y + step / 2),), data=_KEY))
            items.append(
                Text(x=x + at + key.wide, y=y + above, lines=texts, size=size, colour=INK, leading=step)
            )
        return tuple(items)

    return Row(max(len(texts) for _, _, texts in keys) * step + 0.5, draw)
