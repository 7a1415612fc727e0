"""Open what is packed in bytes: texts, compressed streams, members of zip files, chunks of a picture."""

from __future__ import annotations

import itertools
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from jmdexport.searching.pdf import Pdf, without_references

Opened: TypeAlias = tuple[str, bytes, bool]
"""The name of the packing, what was in it, and whether that is all."""

_Unpacked: TypeAlias = tuple[Opened, int] | None
"""A part and where it ends if it is whole and its checksum right, else 0; none where nothing is packed."""
_Unpacking: TypeAlias = Callable[[bytes, int, int], _Unpacked]

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
    wide_or_none = data if b"\0" in data else b""  # a letter of more than one byte has an empty one
    if _WIDE.search(wide_or_none) or data[:2] in _BOMS:
        wide = itertools.product((data, data[1:]), ("utf-16-le", "utf-16-be"))
        further = [("utf-16", _readable(part.decode(order, "replace"))) for part, order in wide]
    if _WIDEST.search(wide_or_none):
        wide = itertools.product((data, data[1:], data[2:], data[3:]), ("utf-32-le", "utf-32-be"))
        further += [("utf-32", _readable(part.decode(order, "replace"))) for part, order in wide]
    try:
        return data.decode("utf-8"), further
    except UnicodeDecodeError:
        latin = "\n".join(_LATIN.findall(data.decode("latin-1")))
        return _readable(data.decode("utf-8", "replace")), [*further, ("latin-1", latin)]


def _readable(text: str) -> str:
    return "\n".join(_RUN.findall(text))


@attrs.define
class Opening:
    """Opens what is packed in some bytes, each part at most so long.

    Attributes:
        data: The bytes.
        most: How long a part may get.
        rest: What is left to be read as it stands: all but the parts that were unpacked to their last byte
            and whose checksum is right. Packed, these spell nothing that they do not hold unpacked.
        pdf: The fonts and pages, if the bytes are a PDF.
    """

    data: bytes = attrs.field(repr=False)
    most: int
    rest: bytes = attrs.field(init=False, repr=False)
    pdf: Pdf | None = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.rest = self.data
        self.pdf = Pdf.of(self.data) if self.data.startswith(PDF) else None

    def parts(self) -> Iterator[Opened]:
        """Yield what is packed in the bytes; what is left of them is told when all is done.

        A part that is longer, or that is locked with a password, is yielded as far as it can be read and
        marked as not whole. Bytes that are text hold nothing of the kind.
        """
        if self.data.startswith(_PNG):
            yield from _chunks(self.data)
        elif not _is_text(self.data):
            for pattern, unpacked in ((_ZIP, _member), (_GZIP, _gzip), (_ZLIB, _zlib)):
                yield from self._opened(pattern, unpacked)
            if self.pdf is not None:
                self.rest = without_references(self.rest)

    def _opened(self, pattern: re.Pattern[bytes], unpacked: _Unpacking) -> Iterator[Opened]:
        """Yield the parts of one packing, and take what they were made of from the rest."""
        data, kept, done = self.rest, [], 0
        for hit in pattern.finditer(data):
            at = hit.start()
            found = unpacked(data, at, self.most) if at >= done else None
            if found is None:
                continue
            (name, inner, whole), end = found
            if end:
                kept.append(data[done:at])
                done = end
            if self.pdf is not None and name == "deflate":
                inner = self.pdf.plain(inner)
            yield name, inner, whole
        self.rest = b"\n".join([*kept, data[done:]])


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


def _member(data: bytes, at: int, most: int) -> _Unpacked:
    """Give a member of a zip file by its own head, also where the list at the end is missing."""
    if at + 30 > len(data):
        return None
    flags, method, _, _, check, size, _, name, extra = struct.unpack_from("<4H3I2H", data, at + 6)
    start = at + 30 + name + extra
    if flags & _ENCRYPTED or method not in (0, 8):
        return ("zip", b"", False), 0
    if method == 8:
        found = _inflated("zip", data, start, -15, most)
    else:
        inner = data[start : start + size]
        found = (("zip", inner, True), start + size) if 0 < size == len(inner) <= most else None
    if found is None or zlib.crc32(found[0][1]) != check:
        return None if method == 0 or found is None else (found[0], 0)
    return found


def _gzip(data: bytes, at: int, most: int) -> _Unpacked:
    return _inflated("gzip", data, at, 31, most)


def _zlib(data: bytes, at: int, most: int) -> _Unpacked:
    head = int.from_bytes(data[at : at + 2], "big")
    return _inflated("deflate", data, at, 15, most) if head % 31 == 0 else None


def _inflated(name: str, data: bytes, at: int, bits: int, most: int) -> _Unpacked:
    """Give what a compressed stream holds, if there is one, and its end; one that breaks off has none."""
    stream = zlib.decompressobj(bits)
    parts: list[bytes] = []
    left, piece, end = max(most, 0), memoryview(data)[at:], 0
    try:
        for start in range(0, len(piece), _STEP):
            given: bytes | memoryview = piece[start : start + _STEP]
            read = start + len(given)
            while given and left > 0:
                parts.append(stream.decompress(given, left))
                left -= len(parts[-1])
                given = stream.unconsumed_tail
            if stream.eof:
                end = at + read - len(stream.unused_data)
            if stream.eof or left <= 0:
                break
    except zlib.error:
        pass
    made = b"".join(parts)
    return ((name, made, stream.eof or left > 0), end) if made else None
