"""The direction of writing: what is written in one text must not turn what stands beside it."""

from __future__ import annotations

import re
import unicodedata

_OVERRIDES = re.compile(r"[\u202a-\u202e]")
_ISOLATES = re.compile(r"[\u2066-\u2069]")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
ISOLATE, POP = "\u2068", "\u2069"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u2066", "\u2067"


def settled(text: str) -> str:
    r"""Leave out what overrides the direction of writing, and isolates that are not closed.

    Example:
        >>> settled("Haus \u202etxt.exe")
        'Haus txt.exe'
    """
    if _TURNING.search(text) is None:
        return text
    kept = _OVERRIDES.sub("", text)
    return kept if _balanced(kept) else _ISOLATES.sub("", kept)


def isolated(line: str) -> str:
    """Set a line of right-to-left letters apart, so that it takes its direction from its own first letter.

    A line that was set apart before stays as it is.
    """
    return f"{ISOLATE}{line}{POP}" if _turns(line) else line


def isolated_lines(lines: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Set the lines of a text apart, so that each takes its direction from the first letter of the text."""
    if len(lines) < 2 or not _turns(text):
        return lines
    ways = (unicodedata.bidirectional(character) for character in text)
    begin = _LEFT_TO_RIGHT if next(way for way in ways if way in {"L", "R", "AL"}) == "L" else _RIGHT_TO_LEFT
    return tuple(f"{begin}{line}{POP}" for line in lines)


def unmarked(text: str) -> str:
    """Give a text without the signs that set it apart."""
    return _ISOLATES.sub("", text)


def _balanced(line: str) -> bool:
    """Tell whether each isolate is closed and none is closed twice."""
    depth = 0
    for mark in _ISOLATES.findall(line):
        depth += -1 if mark == POP else 1
        if depth < 0:
            return False
    return depth == 0


def _turns(line: str) -> bool:
    """Tell whether a right-to-left letter stands outside every isolate."""
    depth = 0
    for character in line:
        if _ISOLATES.match(character):
            depth += -1 if character == POP else 1
        elif depth == 0 and unicodedata.bidirectional(character) in {"R", "AL"}:
            return True
    return False
