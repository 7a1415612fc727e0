"""What PNG and PDF show of a text: they are drawn with the shipped fonts alone, to look alike everywhere.

The fonts have Latin, Greek, Cyrillic, Arabic, Armenian, Devanagari, Ethiopic, Georgian, Hebrew, Syriac, Tamil
and Thai letters and a few signs. Those of Chinese, Japanese and Korean would take many times the room of all
others; they, emoji and all other scripts are replaced by a visible sign, and the exporters say so at the foot
of the picture. All letters of a line come from one font file: renderers that change the font within a line
lose letters where one of the fonts has a ligature. The bold font has no more than Latin, Greek and Cyrillic
letters; a text with others is not set bold.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable

import attrs

from jmdexport.direction import POP
from jmdexport.drawing.letters import REPLACEMENT, clusters, drawn
from jmdexport.drawing.measure import faces, is_covered
from jmdexport.drawing.scene import Group, Item, Scene, Text

_LEFTWARD = ("\u0590-\u05ff", "\u0600-\u06ff\u0750-\u077f", "\u0700-\u074f")
_RIGHTWARD = ("\u0900-\u097f", "\u0b80-\u0bff", "\u0e00-\u0e7f")
"""Scripts whose letters change with their neighbours, by the direction in which they are written."""
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_OTHER = re.compile(f"(?![{''.join(_LEFTWARD + _RIGHTWARD)}])[^\\W\\d_]")


def _apart_as(script: str) -> str:
    """Give what sets letters of a script apart: isolates, and outside them marks of the same direction.

    The marks make it count as letters of its direction for all that stands beside it. Two isolates are a
    level that nothing beside it has, in lines of either direction.
    """
    mark, begin = ("\u200f", "\u2067") if script in _LEFTWARD else ("\u200e", "\u2066")
    return f"{mark}{begin}{begin}\\g<0>{POP}{POP}{mark}"


_RUNS = {
    script: (
        re.compile(f"[{script}](?:(?:(?![\u2066-\u2069])[{script}\\d\\W])*[{script}])?"),
        _apart_as(script),
    )
    for script in (*_LEFTWARD, *_RIGHTWARD)
}
"""For each script its letters with what stands between them, and what they become."""


@functools.lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """Give a line as PNG and PDF show it: a visible sign for each letter that the shipped fonts lack.

    A letter with its marks, or an emoji of several parts, is shown or replaced as a whole.

    Example:
        >>> printable("Jugendhaus 漢字 Köln")
        'Jugendhaus �� Köln'
    """
    line = drawn(text)
    return line if is_covered(line) else "".join(_shown(cluster) for cluster in clusters(line))


def apart(line: str) -> str:
    """Set the scripts of a line apart, for renderers of SVG.

    They form all letters of one direction by the rules of the first of them. What is set apart is formed by
    its own rules, and its place stays the same.
    """
    found = [run for script, run in _RUNS.items() if re.search(f"[{script}]", line)]
    if len(found) + (_OTHER.search(line) is not None) > 1:
        for run, become in found:
            line = run.sub(become, line)
    return line


def lost(text: str) -> bool:
    """Tell whether a text has letters that PNG and PDF cannot show, and an SVG can.

    Example:
        >>> lost("Verein für Jugendarbeit"), lost("漢字文化協会")
        (False, True)
    """
    return printable(text).count(REPLACEMENT) > drawn(text).count(REPLACEMENT)


def with_printable(scene: Scene, change: Callable[[str], str] = apart) -> Scene:
    """Give the scene with a visible sign for each letter that the shipped fonts lack.

    Args:
        change: What is done to each line besides.
    """
    return attrs.evolve(scene, items=tuple(_printable(item, change) for item in scene.items))


def _printable(item: Item, change: Callable[[str], str]) -> Item:
    if isinstance(item, Group):
        return attrs.evolve(item, items=tuple(_printable(inner, change) for inner in item.items))
    if isinstance(item, Text):
        lines = tuple(change(printable(line)) for line in item.lines)
        bold = item.bold and all(is_covered(line, bold=True) for line in lines)
        return attrs.evolve(item, lines=lines, bold=bold)
    return item


def _shown(cluster: str) -> str:
    """Leave out of a cluster what is not seen and what the font lacks; replace it where more is lacking."""
    latin, world = faces()["regular"].advances, faces()["world"].advances
    lacking = [char for char in cluster if ord(char) not in latin and ord(char) not in world]
    if any(unicodedata.category(char) != "Cf" and not _SELECTORS.match(char) for char in lacking):
        return REPLACEMENT
    return "".join(char for char in cluster if char not in lacking)
