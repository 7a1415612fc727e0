"""The line of the file that a finding is about, with the place marked and private values left out.

A line may hold more than the finding speaks of: another field, another thing, a comment. So each piece of
the line is shown only when a finding about that very piece could be shown to the audience. Comments have
no class and are never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

import attrs

from jmdmodel.codec import Source
from jmdmodel.codec.lines import Line, Piece
from jmdmodel.fields import fields_of
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.privacy import visible
from jmdmodel.privacy.findings import field_privacy
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
    if workspace.view is not None:
        audience = min(audience, workspace.view.audience)
    things = [Ref(name, one.id) for name in COLLECTIONS for one in getattr(workspace, name)]
    wholes = [Ref("workspace"), *(Ref(field.name) for field in fields_of(Workspace))]
    known = _known([*things, *wholes], workspace, audience)  # at once, as each call looks at all things
    hidden = {ref.id for ref in things if ref not in known}

    @cache
    def sees(subject: Ref, field: str) -> bool:
        return subject in known and field_privacy(subject, field) <= audience

    def shows(text: str, piece: Piece) -> bool:
        if audience < Audience.PERSONAL and identifying(text, phones=True) is not None:
            return False
        return not hidden & {*_WORD.findall(text)} and sees(piece.subject, piece.field)

    def show(finding: Finding) -> Excerpt | None:
        if not sees(finding.subject, finding.field):
            return None
        position = source.locate(finding)
        line = source.line_at(position)
        if line is None or len(line.pieces) > MANY or not _is_about(line, position.column, finding):
            return None
        return _marked(line, position.line, position.column, shows)

    return show


def _known(refs: Iterable[Ref], workspace: Workspace, audience: Audience) -> frozenset[Ref]:
    found = [Finding(code="", subject=ref) for ref in refs]
    return frozenset(one.subject for one in visible(found, workspace, audience))


def _is_about(line: Line, column: int, finding: Finding) -> bool:
    """Tell whether the finding, or what holds its place, begins here; a missing thing has no line."""
    return any(
        piece.column == column and re.match(rf"{re.escape(piece.path)}(?![\w-])", finding.path)
        for piece in line.pieces
    )


def _marked(line: Line, number: int, column: int, shows: Callable[[str, Piece], bool]) -> Excerpt:
    text = _DECEIVING.sub("\ufffd", line.text.replace("\t", " "))
    columns = sorted({piece.column for piece in line.pieces})
    before = text[: columns[0] - 1]
    told = before if _MERE_MARKS.fullmatch(before) else _GAP
    start = width = 0
    for begin, end in zip(columns, [*columns[1:], len(text) + 1], strict=True):
        part = text[begin - 1 : end - 1]
        if end > len(text):
            part = _COMMENT.sub("", part)
        owners = [piece for piece in line.pieces if piece.column == begin]
        if not all(shows(part, piece) for piece in owners):
            part = _GAP
        if begin == column:
            start, width = len(told), len(part.rstrip(_TRAILING)) or 1
        told += part if part != _GAP or not told.endswith(_GAP) or begin == column else ""
    return _windowed(number, told.rstrip(), start, width)


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
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _at_column(text: str, column: int) -> int:
    """Give the number of the first sign that begins at a column of a terminal, or behind it."""
    return next((place for place in range(len(text)) if _columns(text[:place]) >= column), len(text))
