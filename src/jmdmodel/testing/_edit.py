"""What one edit of a file is, and the fault that must be told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import attrs

from jmdmodel.scales import Coded
from jmdmodel.testing._layout import Place

Change = Callable[[], None]
Lines = Callable[[list[str], int], list[str]]
LAST = -1
"""Stands for the line behind the last one."""


@attrs.frozen(kw_only=True)
class Edit:
    """One edit of a tree of places, or of the lines that come of it.

    Attributes:
        what: The kind of edit in words.
        code: The fault that must be told.
        path: The parts of the model path that the fault must name.
        at: The place whose line the fault must name.
        side: Whether the line is that of its key or that on which its value begins.
        change: Changes the tree.
        lines: Changes the lines, given the line of the fault; gives the new ones.
        further: How many lines further down the fault is; :data:`LAST` for a line that was added at the end.
        only: The one format that it can be made in.
    """

    what: str
    code: str
    at: Place
    path: tuple[str, ...] = ()
    side: Literal["key", "line"] = "line"
    change: Change = lambda: None
    lines: Lines = lambda lines, _: lines
    further: int = 0
    only: Literal["yaml", "json"] | None = None


def is_coded(kind: Any) -> bool:
    """Tell whether a type is a closed list of words."""
    return isinstance(kind, type) and issubclass(kind, Coded)
