"""Open what is packed in bytes: texts, compressed streams, members of zip files, chunks of a picture."""

from __future__ import annotations

import itertools
import re
import struct
import zlib
from collections.abc import Iterator
from typing import TypeAlias

from jmdexport.searching.pdf import without_lines

Opened: TypeAlias = tuple[str, bytes, bool]
"""The name of the packing, what was in it, and whether that is all."""

_PNG = b"\x89PNG\r\n\x1a\n"
_FONT = b"wOF2"
"""How a font begins that browsers get: outlines, packed in a way of their own."""
PDF = b"%PDF-"
"""How a PDF begins."""
_KNOWN = (_PNG, _FONT, b"PK\x03\x04", b"\x1f\x8b\x08", PDF, b"\xff\xd8\xff")
_DOTS = frozenset([b"IDAT", b"fdAT"])
"""Chunks that hold dots, which no search for letters can read."""
_ZIP = re.compile(rb"PK\x03\x04")
_GZIP = re.compile(rb"\x1f\x8b\x08")
_ZLIB = re.compile(rb"[\x08\x18\x28\x38\x48\x58\x68\x78](?=(.))", re.DOTALL)
_ENCRYPTED = 1
_STEP = 2**16
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){3}|(?:\x00[\x20-\x7e]){3}")
_WIDEST = re.compile(rb"(?:[\x20-\x7e]\x00\x00\x00){3}|(?:\x00\x00\x00[\x20-\x7e]){3}")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_RUN = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]{6,}")
_LATIN = re.compile(r"[\x20-\x7e\xa0-\xff]*[\x20-\x7e]{4}[\x20-\x7e\xa0-\xff]*")


def is_known(data: bytes) -> bool:
    """Tell whether bytes begin like a file, or are text: then they begin where they should."""
    return data.startswith(_KNOWN) or _is_text(data)


def texts_in(data: bytes) -> tuple[str, list[tuple[str, str]]]:
    """Give the text that bytes are, and for further encodings the texts that they may be.

    Of bytes that are no text as a whole, only what could be read is taken: six letters in a row. Of a
    picture nothing is, as its chunks are read one by one, nor of a font, which holds outlines.
    """
    if data.startswith((_PNG, _FONT)):
        return "", []
    further: list[tuple[str, str]] = []
    if _WIDE.search(data) or data[:2] in _BOMS:
        wide = itertools.product((data, data[1:]), ("utf-16-le", "utf-16-be"))
        further = [("utf-16", _readable(part.decode(order, "replace"))) for part, order in wide]
    if _WIDEST.search(data):
        wide = itertools.product((data, data[1:], data[2:], data[3:]), ("utf-32-le", "utf-32-be"))
        further += [("utf-32", _readable(part.decode(order, "replace"))) for part, order in wide]
    try:
        return data.decode("utf-8"), further
    except UnicodeDecodeError:
        latin = "\n".join(_LATIN.findall(data.decode("latin-1")))
        return _readable(data.decode("utf-8", "replace")), [*further, ("latin-1", latin)]


def _readable(text: str) -> str:
    return "\n".join(_RUN.findall(text))


def opened(data: bytes, most: int) -> Iterator[Opened]:
    """Yield what is packed in some bytes, each part at most so long.

    A part that is longer, or that is locked with a password, is yielded as far as it can be read and marked
    as not whole. Bytes that are text hold nothing of the kind.
    """
    if data.startswith(_PNG):
        yield from _chunks(data)
        return
    if _is_text(data):
        return
    for hit in _ZIP.finditer(data):
        yield from _member(data, hit.start(), most)
    for hit in _GZIP.finditer(data):
        yield from _inflated("gzip", data, hit.start(), 31, most)
    for hit in _ZLIB.finditer(data):
        if (hit[0][0] * 256 + hit[1][0]) % 31 == 0:
            for name, inner, whole in _inflated("deflate", data, hit.start(), 15, most):
                yield name, without_lines(inner) if data.startswith(PDF) else inner, whole


def _is_text(data: bytes) -> bool:
    if _CONTROL.search(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _chunks(data: bytes) -> Iterator[Opened]:
    """Yield the chunks of a PNG that may hold text, and what stands behind its end."""
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _DOTS:
            yield "png", data[at + 8 : at + 8 + length], True
        at += 12 + length
        if kind == b"IEND":
            break
    yield "png", data[at:], True


def _member(data: bytes, at: int, most: int) -> Iterator[Opened]:
    """Yield a member of a zip file by its own head, also where the list at the end is missing."""
    if at + 30 > len(data):
        return
    flags, method = struct.unpack_from("<HH", data, at + 6)
    name, extra = struct.unpack_from("<HH", data, at + 26)
    start = at + 30 + name + extra
    if flags & _ENCRYPTED or method not in (0, 8):
        yield "zip", b"", False
    elif method == 8:
        yield from _inflated("zip", data, start, -15, most)


def _inflated(name: str, data: bytes, at: int, bits: int, most: int) -> Iterator[Opened]:
    """Yield what a compressed stream holds, if there is one; one that breaks off as far as it goes."""
    stream = zlib.decompressobj(bits)
    parts: list[bytes] = []
    left, piece = max(most, 0), memoryview(data)[at:]
    try:
        for start in range(0, len(piece), _STEP):
            given: bytes | memoryview = piece[start : start + _STEP]
            while given and left > 0:
                parts.append(stream.decompress(given, left))
                left -= len(parts[-1])
                given = stream.unconsumed_tail
            if stream.eof or left <= 0:
                break
    except zlib.error:
        pass
    made = b"".join(parts)
    if made:
        yield name, made, stream.eof or left > 0
