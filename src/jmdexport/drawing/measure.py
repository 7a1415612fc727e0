"""How wide a text will be, from the measures of the shipped font; no font library is needed.

The measures (advance of each character and pair kerning of Noto Sans) were taken out of the font when
the project was made, see ``tools/fonts.py``. What is measured is what is drawn
(:func:`~jmdexport.drawing.letters.drawn`): the renderers get the same font file. A character that the font
lacks is measured on the wide side, so that a label may come out narrower than its place, never wider.
Letters that are joined or change with their neighbours are measured one by one, in their widest form.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable

import attrs

from jmdexport.direction import isolated_lines, unmarked
from jmdexport.drawing.font_data import faces
from jmdexport.drawing.letters import clusters, drawn, is_usual

MM_PER_POINT = 25.4 / 72
"""One typographic point in millimetres."""

UNKNOWN_EM = 1.0
EMOJI_EM = 1.4
ASCENT_EM = 0.93
"""How far the highest letters of names (``Ä``, ``Ś``) rise above the baseline."""
DESCENT_EM = 0.24
"""How far the lowest letters (``g``, ``ç``) fall below the baseline."""

_EMOJI = ((0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF))
_VOWELS = frozenset("aeiouyäöüáéíóú")
_HALVINGS = 5
_UNDIVIDED = frozenset({"ch", "ck", "ph", "th", "sh", "qu"})


def text_width(text: str, *, size: float, bold: bool = False) -> float:
    """Give the width of a line of text in millimetres, at a size in points.

    Example:
        >>> round(text_width("Jobcenter", size=10), 2)
        15.85
    """
    return _units(text, bold) * size * MM_PER_POINT / 1000


def is_covered(text: str, *, bold: bool = False) -> bool:
    """Tell whether Noto Sans has all characters of a text, so that its width is exact.

    Of other scripts the shipped font has many letters too; their widths are those of letters that stand
    alone.
    """
    return faces()["bold" if bold else "regular"].advances.keys() >= set(map(ord, text))


def line_box(size: float) -> tuple[float, float]:
    """Give how far a line reaches above and below its baseline, in millimetres."""
    return ASCENT_EM * size * MM_PER_POINT, DESCENT_EM * size * MM_PER_POINT


def wrap(text: str, *, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines no wider than *width* millimetres, as even as can be.

    Breaks at spaces, after hyphens and slashes; a single word wider than the line is broken inside.
    White space is folded; an empty text gives one empty line.

    Example:
        >>> wrap("Agentur für Arbeit Koblenz-Mayen", width=30, size=8)
        ('Agentur für Arbeit', 'Koblenz-Mayen')
    """
    return _wrapped(text, round(width, 3), size, bold)


@functools.lru_cache(maxsize=8192)
def _wrapped(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:  # noqa: FBT001 - a cached inner function
    line = _folded(text)
    return isolated_lines(_wrap(line, width, size, bold), line)


@functools.lru_cache(maxsize=2048)
def _folded(text: str) -> str:
    """Give a text in one line, without what sets parts of it apart: a line may begin or end within one."""
    return " ".join(unmarked(drawn(text)).split())


def line_count(text: str, *, width: float, size: float) -> int:
    """Tell how many lines :func:`wrap` makes of a text, without evening them out."""
    run, most = _run(_folded(text), bold=False), _most_units(round(width, 3), size)
    if run is None or run.longest > most:
        return len(wrap(text, width=width, size=size))
    return len(run.cut(most))


def _wrap(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:  # noqa: FBT001 - an inner function
    run, most = _run(text, bold), _most_units(width, size)
    if run is None or run.longest > most:
        return _wrap_any(text, width, size, bold)
    best = first = run.cut(most)
    if len(first) > 1:
        # The narrowest measure that keeps the number of lines gives lines of nearly equal length.
        low, high = width / 2, width
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            most = _most_units(middle, size)
            lines = run.cut(most)
            if len(lines) == len(first) and max(run.wide(*line) for line in lines) <= most:
                best, high = lines, middle
            else:
                low = middle
    return tuple([text[run.starts[begin] : run.starts[end]].strip() for begin, end in best])


def _wrap_any(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:  # noqa: FBT001 - an inner function
    """Break a text of any letters, or with words wider than a line."""

    def wide(part: str) -> float:
        return text_width(part.rstrip(), size=size, bold=bold)

    if wide(text) <= width:
        return (text,)
    pieces = [part for piece in _pieces(text) for part in _fitting(piece, width, size, bold)]
    first = _fill(pieces, width, wide)
    low, high = width / 2, width
    best = first
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        lines = _fill(pieces, middle, wide)
        if len(lines) == len(first) and max(map(wide, lines)) <= middle:
            best, high = lines, middle
        else:
            low = middle
    return tuple(line.strip() for line in best)


@attrs.frozen
class _Run:
    """A text of usual letters, of which every part is as wide as its letters and their kerning.

    Attributes:
        starts: Where each piece starts that is not broken; and the end of the text.
        begins: The units before each piece.
        ends: The units up to the end of each piece, without a space there.
        longest: The units of the widest piece.
    """

    starts: tuple[int, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    longest: int

    def wide(self, begin: int, end: int) -> int:
        """Give the units of a line of pieces."""
        return self.ends[end - 1] - self.begins[begin]

    def cut(self, most: int) -> list[tuple[int, int]]:
        """Fill lines with the pieces: the first one of each line, and the one after its last."""
        begins, ends = self.begins, self.ends
        lines: list[tuple[int, int]] = []
        first = 0
        for piece in range(1, len(ends)):
            if ends[piece] - begins[first] > most:
                lines.append((first, piece))
                first = piece
        lines.append((first, len(ends)))
        return lines


@functools.lru_cache(maxsize=2048)
def _run(text: str, bold: bool) -> _Run | None:  # noqa: FBT001 - a cached inner function
    """Measure a text letter by letter, once for all its lines; ``None`` if it has unusual letters."""
    pieces = _pieces(text)
    if not pieces or not is_usual(text):
        return None
    face = faces()["bold" if bold else "regular"]
    advances, lefts, rights, values = face.advances, face.left, face.right, face.values
    total = previous = at = 0
    starts, begins, ends = [], [], []
    for piece in pieces:
        starts.append(at)
        at += len(piece)
        stripped = len(piece.rstrip())
        for index, char in enumerate(piece):
            advance = advances.get(ord(char))
            if previous:
                total += values[previous].get(rights.get(char, 0), 0)
            if index == 0:
                begins.append(total)
            total += _other(char) if advance is None else advance
            previous = lefts.get(char, 0)
            if index == stripped - 1:
                ends.append(total)
    longest = max(end - begin for begin, end in zip(begins, ends, strict=True))
    return _Run((*starts, at), tuple(begins), tuple(ends), longest)


def _most_units(width: float, size: float) -> int:
    """Give the most units that are no wider than a width, told exactly as :func:`text_width` tells it."""
    most = int(width * 1000 / (size * MM_PER_POINT)) + 1
    while most * size * MM_PER_POINT / 1000 > width:
        most -= 1
    return most


def _fill(pieces: list[str], width: float, wide: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and wide(lines[-1] + piece) <= width:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


@functools.lru_cache(maxsize=2048)
def _pieces(text: str) -> tuple[str, ...]:
    """Cut a text after spaces, hyphens and slashes that stand inside words of some length."""
    found = [""]
    for index, char in enumerate(text):
        found[-1] += char
        inside = 2 < index < len(text) - 3
        if char == " " or (char in "-/–" and inside and text[index + 1] != " "):
            found.append("")
    return tuple(piece for piece in found if piece)


def _fitting(piece: str, width: float, size: float, bold: bool) -> list[str]:  # noqa: FBT001 - inner function
    """Break a word that is wider than a whole line, with a hyphen where a syllable may begin.

    Marks stay with their letter, and an emoji stays in one piece.
    """
    parts: list[str] = []
    rest = clusters(piece)
    while text_width("".join(rest).rstrip(), size=size, bold=bold) > width and len(rest) > 1:
        most = 1
        while (
            most < len(rest) - 1
            and text_width("".join(rest[: most + 1]) + "-", size=size, bold=bold) <= width
        ):
            most += 1
        cut = next((at for at in range(most, 2, -1) if _syllable(rest, at)), 0)
        parts.append("".join(rest[:cut]) + "-" if cut else "".join(rest[:most]))
        rest = rest[cut or most :]
    return [*parts, "".join(rest)]


def _syllable(word: list[str], at: int) -> bool:
    """Tell whether a part that begins at a place begins with one consonant and a vowel, and is no stump."""
    rest = "".join(word[at:]).rstrip()
    if len(rest) < 3 or not "".join(word[at - 1 : at + 2]).isalpha():
        return False
    pair = "".join(word[at - 1 : at + 1]).lower()
    return rest[0].lower() not in _VOWELS and rest[1].lower() in _VOWELS and pair not in _UNDIVIDED


def breaks_a_word(text: str, *, width: float, size: float, bold: bool = False) -> bool:
    """Tell whether a text can only be set in lines of a width by breaking a word inside."""
    return _longest(text, bold) * size * MM_PER_POINT / 1000 > width


@functools.lru_cache(maxsize=2048)
def _longest(text: str, bold: bool) -> int:  # noqa: FBT001 - a cached inner function
    """Give the width of the widest piece of a text that is never broken inside where there is room."""
    line = _folded(text)
    run = _run(line, bold)
    return (
        max((_units(piece.rstrip(), bold) for piece in _pieces(line)), default=0)
        if run is None
        else run.longest
    )


@functools.lru_cache(maxsize=16384)
def _units(text: str, bold: bool) -> int:  # noqa: FBT001 - a cached inner function
    face = faces()["bold" if bold else "regular"]
    advances, lefts, rights = face.advances, face.left, face.right
    total = 0
    previous = 0
    for char in drawn(text):
        advance = advances.get(ord(char))
        total += _other(char) if advance is None else advance
        if previous:
            total += face.values[previous].get(rights.get(char, 0), 0)
        previous = lefts.get(char, 0)
    return total


@functools.lru_cache(maxsize=1024)
def _other(char: str) -> int:
    """Give the advance of a character of another script, on the wide side where the font lacks it."""
    code = ord(char)
    if any(first <= code <= last for first, last in _EMOJI):
        return int(1000 * EMOJI_EM)  # a browser may have it as an emoji although the font has it as a letter
    world = faces()["world"].advances.get(code)
    if world is not None:
        return world
    return 0 if unicodedata.category(char) in {"Mn", "Me", "Cf"} else int(1000 * UNKNOWN_EM)
