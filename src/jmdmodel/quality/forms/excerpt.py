"""The line of the file that a finding is about, with the place marked and private values left out.

A line may hold more than the finding speaks of: another field, another thing, a comment. So each piece of
the line is shown only when a finding about that very piece could be shown to the audience. Comments have
no class and are never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate
from typing import TypeAlias

import attrs

from jmdmodel.codec import Source
from jmdmodel.codec.lines import Line, Piece
from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.privacy.findings import sees
from jmdmodel.quality.data.wording import identifying
from jmdmodel.scales import Audience
from jmdmodel.workspace import COLLECTIONS, Workspace

WIDTH = 88
"""How many characters of a line are shown; a longer one is cut round the place."""

MANY = 200
"""A line with more pieces is a whole file without line ends, of which nothing is shown."""

_BEFORE = 24
_GAP = "…"
_WORD = re.compile(r"[\w-]+")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_MERE_MARKS = re.compile(r"[\s\-\[\]{},:?;]*")
_TRAILING = " \t:,;]}"
_DECEIVING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


@attrs.frozen
class Excerpt:
    """A line as an audience may see it. German: Zeile mit Markierung.

    Attributes:
        number: The number of the line in its file.
        text: What is shown of it.
        start: How many columns of a terminal stand before the marked place.
        width: How many columns the place has.
    """

    number: int
    text: str
    start: int
    width: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """The text before the place, at the place, and after it."""
        begin, end = _at_column(self.text, self.start), _at_column(self.text, self.start + self.width)
        return self.text[:begin], self.text[begin:end], self.text[end:]


Show: TypeAlias = Callable[[Finding], Excerpt | None]
"""Gives the line of a finding; ``None`` when the file has nothing to show for it."""


def excerpts(source: Source, workspace: Workspace, audience: Audience) -> Show:
    """Give a function that shows the line of a finding as an audience may see it (R-51).

    What the audience may not see is shown as ``…``: values of a higher class, things that it may not
    know of, values that name such a thing, and below ``personal`` also whatever looks like the address,
    telephone number or date of birth of a person. Of a value that goes on over several lines only the
    first is shown. Comments are left out. A finding that the audience may not see has no line at all.

    Args:
        source: The file that the workspace was loaded from.
        workspace: The whole workspace, as it was checked.
        audience: For whom the result is made.
    """
    may_see = sees(workspace, audience)
    things = (Ref(name, one.id) for name in COLLECTIONS for one in getattr(workspace, name))
    hidden = frozenset(ref.id for ref in things if not may_see(ref, ""))
    if workspace.view is not None:
        audience = min(audience, workspace.view.audience)

    def shows(text: str, pieces: tuple[Piece, ...]) -> bool:
        if audience < Audience.PERSONAL and identifying(text, phones=True) is not None:
            return False
        if not hidden.isdisjoint(_WORD.findall(text)):
            return False
        return all(may_see(piece.subject, piece.field) for piece in pieces)

    @cache
    def told(file: str, number: int) -> _Told | None:
        line = source.line_at(Position(file, number, 1))
        return _told(line, shows) if line is not None and len(line.pieces) <= MANY else None

    def show(finding: Finding) -> Excerpt | None:
        if not may_see(finding.subject, finding.field):
            return None
        position = source.locate(finding)
        line = told(position.file, position.line)
        if line is None or not _is_about(line.paths.get(position.column, ()), finding.path):
            return None
        return _marked(line, position.line, position.column)

    return show


@attrs.frozen
class _Told:
    """A line as the audience may see it, before a place in it is marked.

    Attributes:
        before: What stands before its first piece.
        parts: Column and text of each piece, from left to right; ``…`` for what is left out.
        paths: The places in the model that begin at a column.
    """

    before: str
    parts: tuple[tuple[int, str], ...]
    paths: Mapping[int, tuple[str, ...]]


def _is_about(paths: tuple[str, ...], path: str) -> bool:
    """Tell whether a path, or what holds its place, begins here; a missing thing has no line."""
    return any(path.startswith(one) and not _WORD.match(path, len(one)) for one in paths)


def _told(line: Line, shows: Callable[[str, tuple[Piece, ...]], bool]) -> _Told:
    """Leave out of a line what the audience may not see; looks at each piece a fixed number of times."""
    text = _DECEIVING.sub("\ufffd", line.text.replace("\t", " "))
    owners: dict[int, list[Piece]] = {}
    for piece in line.pieces:
        owners.setdefault(piece.column, []).append(piece)
    columns = sorted(owners)
    before = text[: columns[0] - 1] if columns else text
    parts = []
    for begin, end in zip(columns, [*columns[1:], len(text) + 1], strict=False):
        part = text[begin - 1 : end - 1]
        if end > len(text):
            part = _COMMENT.sub("", part)
        parts.append((begin, part if shows(part, tuple(owners[begin])) else _GAP))
    paths = {column: tuple(piece.path for piece in here) for column, here in owners.items()}
    return _Told(before if _MERE_MARKS.fullmatch(before) else _GAP, tuple(parts), paths)


def _marked(line: _Told, number: int, column: int) -> Excerpt:
    told, length, start, width = [line.before], len(line.before), 0, 0
    for begin, part in line.parts:
        if begin == column:
            start, width = length, len(part.rstrip(_TRAILING)) or 1
        elif part == _GAP and told[-1].endswith(_GAP):
            continue
        told.append(part)
        length += len(part)
    return _windowed(number, "".join(told).rstrip(), start, width)


def _windowed(number: int, text: str, start: int, width: int) -> Excerpt:
    """Cut a long line round the place, and count in columns of a terminal."""
    if len(text) > WIDTH:
        left = start - _BEFORE if start > WIDTH - _BEFORE else 0
        piece = text[left : left + WIDTH]
        text = _GAP * (left > 0) + piece + _GAP * (left + WIDTH < len(text))
        start += (left > 0) - left
        width = min(width, len(text) - start)
    return Excerpt(number, text, _columns(text[:start]), max(1, _columns(text[start : start + width])))


def _columns(text: str) -> int:
    """Give how many columns a terminal needs: two for wide letters, none for marks above others."""
    return sum(map(_width, text))


def _width(sign: str) -> int:
    return 0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _at_column(text: str, column: int) -> int:
    """Give the number of the first sign that begins at a column of a terminal, or behind it."""
    begins = accumulate(map(_width, text), initial=0)
    return next((place for place, begin in enumerate(begins) if begin >= column), len(text))
