"""Where the ink is in a PNG, to compare what was drawn with what was measured."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from jmdexport.drawing.png import to_png
from jmdexport.drawing.scene import Anchor, Scene, Text

DPI = 127
"""Five dots to a millimetre."""
MIDDLE = 70.0
SIZE = 16.0


def line(text: str, *, size: float = SIZE, bold: bool = False, anchor: Anchor = "start") -> Scene:
    """Give a picture with one line of text whose anchor is in the middle."""
    words = Text(x=MIDDLE, y=9, lines=(text,), size=size, colour="#000000", bold=bold, anchor=anchor)
    return Scene(width=2 * MIDDLE, height=13, language="de", title="t", description="d", items=(words,))


def ink(scene: Scene) -> tuple[float, float]:
    """Give the left and the right edge of all that is drawn, in millimetres."""
    columns = [at for row in rows(to_png(scene, dpi=DPI)) for at in dark(row)]
    assert columns, "nothing is drawn"
    return min(columns) / 5, (max(columns) + 1) / 5


def width(text: str, *, size: float = SIZE, bold: bool = False) -> float:
    """Give how wide a line is drawn, in millimetres."""
    left, right = ink(line(text, size=size, bold=bold))
    return right - left


def dark(row: bytes) -> Iterator[int]:
    yield from (at for at, value in enumerate(row[1::4]) if value < 128)


def rows(png: bytes) -> Iterator[bytes]:
    """Yield the rows of a PNG of eight bits for each of four channels."""
    wide, _, depth, colours = struct.unpack(">IIBB", png[16:26])
    assert (depth, colours) == (8, 6)
    at, packed = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += 12 + length
    data, step = zlib.decompress(packed), 4 * wide
    before = bytes(step)
    for start in range(0, len(data), step + 1):
        before = plain(data[start], data[start + 1 : start + 1 + step], before)
        yield before


def plain(kind: int, packed: bytes, before: bytes) -> bytes:
    """Undo the filter of a row."""
    if kind == 0:
        return packed
    if kind == 2:
        return bytes((one + up) & 255 for one, up in zip(packed, before, strict=True))
    row = bytearray(4)
    corner = bytearray(4) + before
    for at, (one, up) in enumerate(zip(packed, before, strict=True)):
        left = row[at]
        guess = (left, 0, (left + up) // 2, paeth(left, up, corner[at]))[kind - 1]
        row.append((one + guess) & 255)
    return bytes(row[4:])


def paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda one: abs(guess - one))
