"""Look for words in the bytes of a file, in every encoding that file formats use.

Looked through are the bytes as UTF-8, UTF-16 and Latin-1; HTML and XML entities, text broken by tags,
``%41``, ``\\u0041`` and ``\\x41``, quoted-printable, folded lines; base64 in both alphabets, at any offset;
hexadecimal digits; streams of zlib, gzip and raw deflate, such as in PDF and PNG; members of zip archives;
and all of these in each other, a few layers deep. What is drawn (letters as outlines or as pixels, glyph
numbers of a PDF) cannot be read this way, nor what is encrypted.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import functools
import html
import io
import os
import re
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterable, Iterator

_DEPTH = 4
_MOST = 64_000_000
"""How many bytes are looked through in all; a file that unfolds to more is cut off there."""
_ONE = 16_000_000
_TELLING = 6
_PNG = b"\x89PNG\r\n\x1a\n"
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-](?:[A-Za-z0-9+/_-]|[\r\n]+[ \t]*(?=[A-Za-z0-9+/_-])){11,}")
_HEX = re.compile(rb"[0-9A-Fa-f](?:[\s:]?[0-9A-Fa-f]){11,}")
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_DEFLATE = re.compile(rb"PK\x03\x04.{22}(..)(..)", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([0-7]{3}))"
)
_STYLE_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})[ \n\t]?")
_QUOTED = re.compile(r"=([0-9A-F]{2})")
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\x00]")
_FOLD = re.compile(r"\r?\n[ \t]|=\r?\n")


def find_in(data: bytes, needles: Iterable[str]) -> set[str]:
    """Give those of the needles that stand in the bytes, in whatever encoding.

    Upper and lower case count as the same, and so do letters that only look different (NFKC).

    Args:
        data: The bytes of a file.
        needles: The words looked for; those with a long beginning in common are found fastest.

    Example:
        >>> import base64, zlib
        >>> secret = base64.b64encode(b"x" + zlib.compress(b"<b>kanarien</b>vogel"))
        >>> find_in(b"data:," + secret, ["kanarienvogel", "spatz"])
        {'kanarienvogel'}
    """
    wanted, start = _prepared(frozenset(needles))
    if not wanted:
        return set()
    found: set[str] = set()
    for layer in _layers(data):
        if _is_binary(layer) and not _may_hold(layer, start):
            continue
        for text in _texts(layer):
            plain = _plain(text)
            if start in plain:
                found |= {needle for word, needle in wanted.items() if word in plain}
    return found


@functools.lru_cache(maxsize=16)
def _prepared(needles: frozenset[str]) -> tuple[dict[str, str], str]:
    """Give the words in the form they are compared in, and what they all begin with."""
    wanted = {_plain(needle): needle for needle in sorted(needles) if needle}
    return wanted, os.path.commonprefix(list(wanted))  # noqa: RUF071 - characters are meant


def _is_binary(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _may_hold(data: bytes, start: str) -> bool:
    """Tell, much faster than by reading it as text, whether bytes may hold a word that begins like this."""
    if len(start) < _TELLING or not start.isascii():
        return True
    lower = data.lower()
    return any(start.encode(encoding) in lower for encoding in ("ascii", "utf-16-le", "utf-32-le"))


def _plain(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text) if not text.isascii() else text).casefold()


def _texts(data: bytes) -> Iterator[str]:
    """Yield the bytes as text, as they stand and with each kind of escape resolved."""
    text = data.decode("utf-8", "replace")
    yield text
    if b"\x00" in data:
        for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
            yield data.decode(encoding, "replace")
            yield data[1:].decode(encoding, "replace")
    if "\ufffd" in text:
        yield data.decode("latin-1")
        return  # no text: escapes of texts do not occur in it
    resolved = text
    for _ in range(3):
        before = resolved
        resolved = _FOLD.sub("", resolved)
        if "&" in resolved:
            resolved = html.unescape(resolved)
        if "%" in resolved:
            resolved = urllib.parse.unquote(resolved)
        if "\\" in resolved:
            yield _STYLE_ESCAPE.sub(lambda found: _sign(int(found[1], 16)), resolved)
            resolved = _ESCAPE.sub(_character, resolved)
        if "<" in resolved:
            yield resolved
            resolved = _TAG.sub("", resolved)
        if resolved == before:
            break
        yield resolved
    if "=" in text:
        yield _QUOTED.sub(lambda found: chr(int(found[1], 16)), text)


def _character(found: re.Match[str]) -> str:
    return _sign(int(found[5], 8) if found[5] else int(next(filter(None, found.groups())), 16))


def _sign(number: int) -> str:
    return chr(number) if number < 0x110000 else ""


def _layers(data: bytes) -> Iterator[bytes]:
    """Yield the bytes and whatever is packed in them, the same bytes once."""
    seen: set[bytes] = set()
    waiting = [(data, _DEPTH)]
    room = _MOST
    while waiting and room > 0:
        one, depth = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        room -= len(one)
        yield one
        if depth:
            waiting += [(inner, depth - 1) for inner in _unpacked(one) if len(inner) > 3]


def _unpacked(data: bytes) -> Iterator[bytes]:
    if data.startswith(_PNG):
        yield from _chunks(data)
        return
    yield from _streams(data)
    if data.startswith(b"PK"):
        yield from _members(data)
    for run in _BASE64.finditer(data):
        yield from _from_base64(run[0])
    for run in _HEX.finditer(data):
        digits = re.sub(rb"[\s:]", b"", run[0])
        for offset in (0, 1):
            even = digits[offset:]
            yield binascii.unhexlify(even[: len(even) // 2 * 2])


def _chunks(data: bytes) -> Iterator[bytes]:
    """Yield what a picture holds beside its dots, and what stands behind its end."""
    place = len(_PNG)
    while place + 12 <= len(data):
        size, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        if kind != b"IDAT":
            yield data[place + 8 : place + 8 + size]
        place += 12 + size
        if kind == b"IEND":
            break
    yield data[place:]


def _from_base64(run: bytes) -> Iterator[bytes]:
    digits = re.sub(rb"\s", b"", run).replace(b"-", b"+").replace(b"_", b"/")
    for offset in range(4):
        part = digits[offset:]
        with contextlib.suppress(binascii.Error):
            yield base64.b64decode(part[: len(part) // 4 * 4] or b"")
        if len(part) % 4 > 1:
            with contextlib.suppress(binascii.Error):
                yield base64.b64decode(part + b"=" * (-len(part) % 4))


def _streams(data: bytes) -> Iterator[bytes]:
    """Yield what streams of zlib and gzip hold, wherever in the bytes they begin, and deflated members."""
    for begin in _ZLIB.finditer(data):
        yield from _inflated(data[begin.start() :], 47)
    for begin in _DEFLATE.finditer(data):
        offset = begin.end() + int.from_bytes(begin[1], "little") + int.from_bytes(begin[2], "little")
        yield from _inflated(data[offset:], -15)


def _inflated(data: bytes, bits: int) -> Iterator[bytes]:
    with contextlib.suppress(zlib.error):
        opened = zlib.decompressobj(bits).decompress(data, _ONE)
        if opened:
            yield opened


def _members(data: bytes) -> Iterator[bytes]:
    """Yield the members of a zip archive, and their names and remarks."""
    bad = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, zlib.error)
    with contextlib.suppress(*bad), zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive.comment
        for info in archive.infolist():
            yield info.filename.encode("utf-8", "replace")
            yield info.comment
            if info.file_size <= _ONE:
                yield archive.read(info)
