"""Words are found in whatever encoding a file format hides them."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import quopri
import struct
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable

import pytest

from jmdexport.searching import search
from jmdexport.testing import find_in

WORD = "zqkanarienvogel00042"
TEXT = f"Der Vogel heißt {WORD} und singt."


def zipped(data: bytes, *, stored: bool = False) -> bytes:
    made = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(made, "w", kind) as archive:
        archive.writestr("word/document.xml", data)
    return made.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def picture(*chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    dots = chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + dots + chunk(b"IEND", b"")


WAYS: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "upper case": lambda text: text.upper().encode(),
    "latin-1": lambda text: text.encode("latin-1"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 big end first": lambda text: text.encode("utf-16-be"),
    "utf-16 at an odd place": lambda text: b"x" + text.encode("utf-16-le"),
    "utf-32": lambda text: text.encode("utf-32"),
    "fullwidth letters": lambda text: "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text
    ).encode(),
    "soft hyphens": lambda text: "\u00ad".join(text).encode(),
    "decimal entities": lambda text: "".join(f"&#{ord(c)};" for c in text).encode(),
    "hexadecimal entities": lambda text: "".join(f"&#x{ord(c):X};" for c in text).encode(),
    "entities twice": lambda text: html.escape("".join(f"&#{ord(c)};" for c in text)).encode(),
    "in tags": lambda text: "".join(f"<tspan x='{n}'>{c}</tspan>" for n, c in enumerate(text)).encode(),
    "JSON": lambda text: json.dumps(text).replace("k", "\\u006b").encode(),
    "backslash x": lambda text: "".join(f"\\x{b:02x}" for b in text.encode()).encode(),
    "octal": lambda text: "".join(f"\\{b:03o}" for b in text.encode()).encode(),
    "CSS": lambda text: "".join(f"\\{ord(c):06x} " for c in text).encode(),
    "RTF": lambda text: "".join(f"\\u{{{ord(c):04x}}}" for c in text).encode(),
    "percent": lambda text: "".join(f"%{b:02X}" for b in text.encode()).encode(),
    "percent as URLs have it": lambda text: urllib.parse.quote(text).encode(),
    "quoted-printable": lambda text: quopri.encodestring(text.encode(), quotetabs=True),
    "every sign quoted": lambda text: "".join(f"={b:02X}" for b in text.encode()).encode(),
    "folded lines": lambda text: text.replace("kanarien", "kana\r\n rien").encode(),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64 of UTF-16": lambda text: base64.b64encode(text.encode("utf-16-le")),
    "base64 in lines": lambda text: base64.encodebytes(text.encode() * 4),
    "base64 for URLs": lambda text: base64.urlsafe_b64encode(b"\xfb\xff" + text.encode()),
    "base64 within a word": lambda text: b"Ab3" + base64.b64encode(text.encode()).rstrip(b"="),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "hexadecimal in PDF": lambda text: f"<{text.encode('utf-16-be').hex().upper()}>".encode(),
    "zlib": lambda text: b"stream\n" + zlib.compress(text.encode()) + b"\nendstream",
    "gzip": lambda text: gzip.compress(text.encode(), mtime=0),
    "zip": lambda text: zipped(text.encode()),
    "zip, stored": lambda text: zipped(text.encode(), stored=True),
    "zip behind other bytes": lambda text: b"#!/bin/sh\n" + zipped(text.encode()),
    "PNG text": lambda text: picture(chunk(b"tEXt", b"Title\x00" + text.encode("latin-1"))),
    "PNG compressed text": lambda text: picture(
        chunk(b"zTXt", b"Title\x00\x00" + zlib.compress(text.encode()))
    ),
    "behind the end of a PNG": lambda text: picture() + text.encode(),
    "zip in base64 in JSON": lambda text: json.dumps(
        {"a": base64.b64encode(zipped(text.encode())).decode()}
    ).encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_word_is_found(way: str) -> None:
    data = WAYS[way](TEXT)
    assert find_in(data, [WORD, "zqkanarienvogel00043"]) == {WORD}


@pytest.mark.parametrize("way", WAYS)
def test_a_word_that_is_not_there_is_not_found(way: str) -> None:
    assert find_in(WAYS[way](TEXT), ["zqkanarienvogel00043", "spatz"]) == set()


def test_several_words_without_a_common_beginning_are_found_in_bytes_that_are_no_text() -> None:
    assert find_in(b"\xff\xfe\xfa Amsel, Drossel \xff", ["amsel", "Drossel", "Fink"]) == {"amsel", "Drossel"}


def test_nothing_is_found_when_nothing_is_looked_for() -> None:
    assert find_in(b"amsel", []) == set()
    assert find_in(b"amsel", [""]) == set()


def test_a_file_that_unfolds_without_end_is_told_and_no_harm() -> None:
    bomb = zlib.compress(b"\x00" * 3_000_000)
    searched = search(bomb + b" amsel ", ["amsel"], most=1_000_000)
    assert searched.found == {"amsel"}
    assert searched.left_out
