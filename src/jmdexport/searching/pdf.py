"""Read the words of a PDF: its pages hold numbers of glyphs, and each font says which letters these are."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping

import attrs

_OBJECT = re.compile(rb"(?<!\d)(\d+)[ \r\n]+\d+[ \r\n]+obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"\bstream\r?\n(.*)endstream", re.DOTALL)
_LETTERS = re.compile(rb"/ToUnicode\s+(\d+)\s+\d+\s+R")
_FONTS = re.compile(rb"/Font\s*<<(.*?)>>", re.DOTALL)
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d+)\s+\d+\s+R")
_ROWS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_PLAIN = rb"[^()\\]|\\."
_INNER = rb"\((?:" + _PLAIN + rb")*\)"
_NESTED = rb"\((?:" + _PLAIN + rb"|" + _INNER + rb")*\)"
"""Brackets may stand in a string as long as they come in pairs."""
_PIECES = re.compile(
    rb"/([^\s/<>\[\]()]+)\s+-?[\d.]+\s+Tf\b|\(((?:"
    + _PLAIN
    + rb"|"
    + _NESTED
    + rb")*)\)|<([0-9A-Fa-f\s]+)>|\b(T[JjDdm*]|ET)(?=[\s/<\[(]|$)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_OCTAL = {f"{number:03o}".encode(): bytes([number]) for number in range(256)}
_NAMES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_DRAWN = re.compile(
    rb"(?<![^\s\])>])(?:[-+]?\d*\.?\d+\s+)+(?:cm|[mlcvywJjMdigGkK]|re|rg|RG|scn?|SCN?|T[dDmcwzLrs])(?=[\s/<(\[]|$)"
)
_FORMAL = re.compile(
    rb"\A(%PDF-[^\r\n]*[\r\n]+)%[\x80-\xff]+(?=[\r\n])|(?<![^\s\[\]])(?:\d+ \d+ R\s*)+(?=[\[\]/>\s])"
)
_MOST = 2**24
"""How much of one stream is read."""


def without_lines(stream: bytes) -> bytes:
    """Give what a page draws without the numbers of its lines and curves, which hold no letters.

    Example:
        >>> without_lines(b"q 1 0 0 1 5 5 cm 10 20.5 m (Wort) Tj")
        b'q   (Wort) Tj'
    """
    return _DRAWN.sub(b"", stream)


def without_references(data: bytes) -> bytes:
    """Give a PDF without the sign of bytes at its start and the numbers by which its parts name each other.

    Example:
        >>> without_references(b"%PDF-1.7\\n%\\x80\\x80\\n<</Kids [ 1 0 R 2 0 R ]/T(Bericht)>>")
        b'%PDF-1.7\\n\\n<</Kids [ ]/T(Bericht)>>'
    """
    return _FORMAL.sub(lambda hit: hit[1] or b"", data)


@attrs.frozen
class Pdf:
    """A PDF with what its fonts say of their glyphs.

    Attributes:
        objects: What each of its objects holds.
        fonts: The letters of each glyph by the name of its font: for each set of fonts that a page may mean.
        unread: Names that also stand for a font which does not say its letters.
    """

    objects: tuple[bytes, ...] = attrs.field(repr=False)
    fonts: tuple[Mapping[bytes, Mapping[int, str]], ...] = attrs.field(repr=False)
    unread: frozenset[bytes] = frozenset()

    @classmethod
    def of(cls, data: bytes) -> Pdf:
        """Read the fonts of a PDF; what cannot be read so is left to the other ways of reading."""
        objects = dict(_OBJECT.findall(data))
        letters = {
            number: _letters_of(_content(objects.get(found[1], b"")))
            for number, body in objects.items()
            if (found := _LETTERS.search(body))
        }
        named = [
            _NAMED.findall(part)
            for body in (objects.values() if letters else ())
            for part in _FONTS.findall(body)
        ]
        fonts = {frozenset((name, number) for name, number in one if number in letters) for one in named}
        unread = {name for one in named for name, number in one if number not in letters}
        widest = sorted(sorted(one) for one in fonts if not any(one < other for other in fonts))
        return cls(
            tuple(objects.values()),
            tuple({name: letters[number] for name, number in assigned} for assigned in widest),
            frozenset(unread),
        )

    def words(self) -> Iterator[str]:
        """Yield the words of each page and form, for each set of fonts that its names may stand for."""
        for body in self.objects if self.fonts else ():
            content = _content(body)
            if b" Tf" in content or b"\nTf" in content:
                pieces = list(_pieces(content))
                for assigned in self.fonts:
                    yield _words(pieces, assigned)

    def plain(self, stream: bytes) -> bytes:
        """Give a stream without lines, and without the numbers of glyphs whose letters are all known."""
        content = without_lines(stream)
        if not self.fonts or b"Tf" not in content:
            return content
        letters: list[Mapping[int, str]] = []

        def left(hit: re.Match[bytes]) -> bytes:
            if hit[1]:
                letters[:] = (
                    () if hit[1] in self.unread else [one[hit[1]] for one in self.fonts if hit[1] in one]
                )
            elif letters and not hit[4]:
                glyphs = set(_glyphs(hit))
                if glyphs and any(one.keys() >= glyphs for one in letters):
                    return b"()"
            return hit[0]

        return _PIECES.sub(left, content)


def _content(body: bytes) -> bytes:
    """Give the stream of an object, unpacked where it is packed in the usual way."""
    found = _STREAM.search(body)
    if found is None:
        return b""
    try:
        return zlib.decompressobj().decompress(found[1], _MOST)
    except zlib.error:
        return found[1]


def _letters_of(table: bytes) -> dict[int, str]:
    """Give the letters of each number of a glyph; none where the table is broken."""
    try:
        return _read(table)
    except ValueError:
        return {}


def _read(table: bytes) -> dict[int, str]:
    made: dict[int, str] = {}
    for kind, rows in _ROWS.findall(table):
        numbers = [found[0].replace(b" ", b"") or found[1] or found[2] for found in _HEX.findall(rows)]
        if kind == b"char":
            for glyph, meant in zip(numbers[::2], numbers[1::2], strict=False):
                made[int(glyph, 16)] = _text(meant)
        else:
            made |= _ranges(numbers)
    return made


def _ranges(numbers: list[bytes]) -> dict[int, str]:
    """Give the letters of ranges: a first letter that is counted on, or a list in brackets."""
    made: dict[int, str] = {}
    row = iter(numbers)
    for first in row:
        last, meant = next(row, b""), next(row, b"")
        start, end = int(first, 16), min(int(last or b"0", 16), int(first, 16) + 0xFFFF)
        if meant == b"[":
            for glyph in range(start, end + 2):
                one = next(row, b"]")
                if one == b"]":
                    break
                made[glyph] = _text(one)
        elif meant:
            base = _text(meant)
            made |= {start + n: base[:-1] + chr(ord(base[-1]) + n) for n in range(end - start + 1) if base}
    return made


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _pieces(content: bytes) -> Iterator[tuple[bytes, tuple[int, ...]]]:
    """Yield what a page shows: the name of a font, the glyphs shown with it; neither at the end of a line."""
    for hit in _PIECES.finditer(content):
        name, _, _, end = hit.groups()
        if name or end:
            yield name or b"", ()
        elif glyphs := _glyphs(hit):
            yield b"", glyphs


def _glyphs(hit: re.Match[bytes]) -> tuple[int, ...]:
    """Give the numbers of the glyphs that a string shows, of two bytes each."""
    glyphs = _bytes(hit[3]) if hit[3] else _unescaped(hit[2] or b"")
    return struct.unpack(f">{len(glyphs) // 2}H", glyphs[: len(glyphs) // 2 * 2])


def _words(pieces: Iterable[tuple[bytes, tuple[int, ...]]], fonts: Mapping[bytes, Mapping[int, str]]) -> str:
    """Give the letters that a page shows with some fonts, a line for each piece."""
    said: list[str] = []
    letters: Mapping[int, str] = {}
    for name, glyphs in pieces:
        if name:
            letters = fonts.get(name, {})
        elif glyphs:
            said += [letters.get(glyph, "") for glyph in glyphs]
        else:
            said.append("\n")
    return "".join(said)


def _bytes(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))


def _unescaped(literal: bytes) -> bytes:
    return _ESCAPE.sub(_escape, literal) if b"\\" in literal else literal


def _escape(hit: re.Match[bytes]) -> bytes:
    what = hit[1]
    if what in _OCTAL:
        return _OCTAL[what]
    if what[:1].isdigit():
        return bytes([int(what, 8) & 0xFF])
    return b"" if what.endswith(b"\n") else _NAMES.get(what, what)
