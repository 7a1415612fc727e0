"""The headings and labels of one side of a map with a circle, before they are placed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

import attrs

from jmdexport.drawing import words
from jmdexport.drawing.layout_labels import RIM, Entry, Side, icon_width
from jmdexport.drawing.layout_nodes import Sector
from jmdexport.drawing.measure import breaks_a_word, wrap
from jmdexport.drawing.plan import MapGroup, Named
from jmdmodel.messages import Language


class Standing(Protocol):
    """A partner that stands in the circle."""

    @property
    def group(self) -> str:
        """Code of its map group."""

    @property
    def angle(self) -> float:
        """Its angle, clockwise from the top."""


_Standing = TypeVar("_Standing", bound=Standing)


@attrs.frozen
class Column:
    """What the entries of a side have in common: width, size of type, whether the lines stand close.

    ``notes`` has by group the words for a sector without a partner.
    """

    width: float
    size: float
    tight: bool
    groups: Sequence[MapGroup]
    notes: Mapping[str, str]


def notes(groups: Sequence[MapGroup], partners: Iterable[Named], language: Language) -> dict[str, str]:
    """Give by group the words for its sector without a partner: no partner, or all beside the circle."""
    taken = {one.group for one in partners}
    return {group.code: empty_words(outside=group.code in taken, language=language) for group in groups}


def empty_words(*, outside: bool, language: Language) -> str:
    """Give the words for a sector without a partner; *outside*: it has some beside the circle."""
    return (words.ALL_OUTSIDE if outside else words.NO_PARTNER).in_(language)


def least_height(labels: int, headings: int, *, size: float, tight: bool) -> float:
    """Give the height that headings and labels need on both sides together if each has a single line."""
    heading = Entry("", ("",), "heading", 0.0, size, tight=tight)
    label = Entry("", ("",), "label", 0.0, size, tight=tight)
    return labels * (label.height + label.before) + headings * heading.height


def height_of(lines: Iterable[int], *, size: float, tight: bool) -> float:
    """Give the height of labels with so many lines each, and of the room between them."""
    one, two = (Entry("", ("",) * count, "label", 0.0, size, tight=tight) for count in (1, 2))
    return math.fsum(one.height + (count - 1) * (two.height - one.height) + one.before for count in lines)


def entries(
    column: Column,
    side: Side,
    sectors: Sequence[Sector],
    partners: Sequence[_Standing],
    label: Callable[[_Standing, float], Entry | None],
    *,
    radius: float,
    bottom: float = math.pi,
) -> list[Entry] | None:
    """Give headings and labels of one side from top to bottom; ``None`` if a label needs too many lines.

    Where lines stand close, the heading of a sector without a partner says so itself.

    Args:
        partners: All in the circle, clockwise within their sector.
        label: Gives the label of a partner that would like to stand at a height; ``None`` as above.
        radius: Radius of the circle.
        bottom: The angle at which the labels part to right and left.
    """
    groups = {group.code: group for group in column.groups}
    rim = radius + RIM
    found: list[Entry] = []
    for sector in sectors if side == "right" else reversed(sectors):
        inside = [one for one in partners if one.group == sector.code]
        here = [one for one in inside if (one.angle < bottom) == (side == "right")]
        if side == "left":
            here.reverse()
        middle = sector.start + sector.arc / 2
        if not here and (inside or (middle < bottom) != (side == "right")):
            continue
        group = groups[sector.code]
        if not here and column.tight:
            text = f"{group.label} – {column.notes[sector.code]}"
            found.append(_heading(column, group, text, aim=-rim * math.cos(middle)))
            continue
        aims = [-rim * math.cos(one.angle) for one in here] or [-rim * math.cos(middle)]
        tried = [label(one, aim) for one, aim in zip(here, aims, strict=False)]
        labels = [one for one in tried if one is not None]
        if len(labels) < len(tried):
            return None
        labels = labels or [_note(column, sector.code, aims[0])]
        heading = _heading(column, group, group.label)
        above = (heading.height + labels[0].height) / 2 + labels[0].before
        found += [attrs.evolve(heading, aim=aims[0] - above), *labels]
    return found


def _note(column: Column, code: str, aim: float) -> Entry:
    """Give the words of a sector without a partner."""
    text = column.notes[code]
    lines = wrap(text, width=column.width, size=column.size)
    return Entry(code, lines, "empty", aim, column.size, tight=column.tight, text=text)


def _heading(column: Column, group: MapGroup, text: str, *, aim: float = 0.0) -> Entry:
    """Give the heading of a group, a little larger than the labels unless that would break a word."""
    for more in (0.5, 0.0):
        size = column.size + more
        room = column.width - icon_width(size)
        if not breaks_a_word(text, width=room, size=size, bold=True):
            break
    lines = wrap(text, width=room, size=size, bold=True)
    return Entry(group.code, lines, "heading", aim, size, tight=column.tight, text=text)
