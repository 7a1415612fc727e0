"""Texts are found in every encoding that a format uses, and what cannot be searched is told (R-51)."""

from __future__ import annotations

import base64
import codecs
import csv
import gzip
import html
import io
import json
import quopri
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape

import pytest

from jmdexport.searching import NotSearched, Reader, find_in, search

NEEDLE = 'Zöë "Weise" & <Smith>'
AROUND = "davor {} danach"


def stored(text: str, *, method: int = zipfile.ZIP_DEFLATED, inner: str = "word/document.xml") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(inner, text)
    return made.getvalue()


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = [struct.pack(">I", len(data)) + kind + data + b"\0\0\0\0" for kind, data in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def pdf(stream: bytes) -> bytes:
    return (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Length 1 >>\nstream\n" + stream + b"\nendstream\nendobj"
    )


def b64(data: bytes) -> bytes:
    return base64.b64encode(data)


def table(text: str, delimiter: str = ";") -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerow(["x", text, "y"])
    return made.getvalue().encode()


def every_letter(text: str, form: Callable[[str], str]) -> bytes:
    return "".join(form(letter) for letter in text).encode()


def folded(text: str, width: int = 7) -> bytes:
    return "\r\n ".join(text[at : at + width] for at in range(0, len(text), width)).encode()


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "latin-1": lambda text: text.encode("latin-1"),
    "utf-16 with mark": lambda text: text.encode("utf-16"),
    "utf-16 little": lambda text: b"\1" + text.encode("utf-16-le"),
    "utf-16 big": lambda text: text.encode("utf-16-be"),
    "small letters": lambda text: text.lower().encode(),
    "capitals": lambda text: text.upper().encode(),
    "parted letters": lambda text: text.replace("ö", "o\u0308").replace("ë", "e\u0308").encode(),
    "xml": lambda text: escape(text, {'"': "&quot;"}).encode(),
    "named entities": lambda text: html.escape(text).replace("ö", "&ouml;").replace("ë", "&euml;").encode(),
    "decimal entities": lambda text: every_letter(text, lambda one: f"&#{ord(one)};"),
    "hexadecimal entities": lambda text: every_letter(text, lambda one: f"&#x{ord(one):X};"),
    "escaped twice": lambda text: html.escape(html.escape(text)).encode(),
    "json": lambda text: json.dumps({"x": text}).encode(),
    "json in json": lambda text: json.dumps(json.dumps([text])).encode(),
    "json in a page": lambda text: html.escape(json.dumps([text])).encode(),
    "escapes of each letter": lambda text: every_letter(text, lambda one: f"\\u{ord(one):04x}"),
    "short escapes": lambda text: every_letter(text, lambda one: f"\\x{ord(one):02X}"),
    "octal escapes": lambda text: every_letter(text, lambda one: f"\\{ord(one):03o}"),
    "style sheet": lambda text: every_letter(text, lambda one: f"\\{ord(one):x} "),
    "markdown": lambda text: every_letter(text, lambda one: one if one.isalnum() else f"\\{one}"),
    "per cent": lambda text: quote(text).encode(),
    "form": lambda text: quote_plus(text).encode(),
    "each letter per cent": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
    "quoted printable": lambda text: quopri.encodestring(text.encode()),
    "csv": table,
    "csv with commas": lambda text: table(text, ","),
    "apostrophes doubled": lambda text: f"'{text}'".replace("i", "''").replace("''", "i").encode(),
    "parted by tags": lambda text: (
        b"<w:t>" + every_letter(escape(text), str).replace(b"ei", b"e</w:t><w:t>i")
    ),
    "parted by tags and entities": lambda text: every_letter(text, lambda one: f"<b>&#{ord(one)};</b>\n"),
    "soft hyphens": lambda text: "\u00ad".join(text).encode(),
    "entities of soft hyphens": lambda text: "&shy;".join(html.escape(one) for one in text).encode(),
    "zero width": lambda text: "\u200b".join(text).encode(),
    "isolated": lambda text: f"\u2068{text}\u2069".encode(),
    "lines": lambda text: text.replace(" ", "\n    ").encode(),
    "hyphens at line ends": lambda text: text.replace("Wei", "Wei-\n").encode(),
    "folded lines": folded,
    "no-break blanks": lambda text: text.replace(" ", "\u00a0").encode(),
    "base64": lambda text: b64(text.encode()),
    "base64 one on": lambda text: b64(b"1" + text.encode()),
    "base64 two on": lambda text: b64(b"12" + text.encode()),
    "base64 behind letters": lambda text: b"abc" + b64(text.encode()),
    "much base64": lambda text: b64((text * 99).encode()),
    "much base64 behind letters": lambda text: b"abc" + b64((text * 99).encode()),
    "much base64 of a file": lambda text: b64(stored(text, method=zipfile.ZIP_STORED) + b"\xff" * 900),
    "base64 without ends": lambda text: b64(text.encode()).rstrip(b"="),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(("ÿþ??>>" + text).encode()),
    "base64 in lines": lambda text: base64.encodebytes((text * 9).encode()),
    "base64 twice": lambda text: b64(b64(text.encode())),
    "data address": lambda text: (
        b'<img src="data:image/svg+xml;base64,' + b64(escape(text).encode()) + b'"/>'
    ),
    "data address, per cent": lambda text: f'<img src="data:image/svg+xml,{quote(escape(text))}"/>'.encode(),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "hexadecimal with blanks": lambda text: text.encode().hex(" ").encode(),
    "hexadecimal one on": lambda text: b"f" + text.encode().hex().encode(),
    "hexadecimal of utf-16": lambda text: b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">",
    "zlib": lambda text: zlib.compress(text.encode()),
    "zlib in base64": lambda text: b64(zlib.compress(text.encode())),
    "zlib without its end": lambda text: zlib.compress(text.encode())[:-6],
    "gzip": lambda text: gzip.compress(text.encode(), mtime=0),
    "svgz in a page": lambda text: b'<img src="' + b64(gzip.compress(escape(text).encode(), mtime=0)) + b'">',
    "pdf": lambda text: pdf(zlib.compress(text.encode())),
    "pdf, text as numbers": lambda text: pdf(
        zlib.compress(f"<{text.encode('utf-16-be').hex()}> Tj".encode())
    ),
    "pdf, title": lambda text: b"/Title (" + text.encode("utf-16").replace(b")", b"\\)") + b")",
    "png tEXt": lambda text: png((b"IHDR", b"\0" * 13), (b"tEXt", b"Title\0" + text.encode("latin-1"))),
    "png zTXt": lambda text: png((b"zTXt", b"Title\0\0" + zlib.compress(text.encode("latin-1")))),
    "png iTXt": lambda text: png((b"iTXt", b"Title\0\1\0de\0\0" + zlib.compress(text.encode()))),
    "png, behind its end": lambda text: png((b"IEND", b"")) + text.encode(),
    "png in a page": lambda text: b'<img src="' + b64(png((b"iTXt", b"T\0\0\0\0\0" + text.encode()))) + b'">',
    "zip": lambda text: stored(escape(text)),
    "zip, not compressed": lambda text: stored(text, method=zipfile.ZIP_STORED),
    "zip, name of a member": lambda text: stored("x", inner=text),
    "zip, cut off": lambda text: stored(text * 3)[:-60],
    "zip in a zip in base64": lambda text: b64(zip_of(stored(text))),
    "docx, parted": lambda text: stored(
        f"<w:t>{escape(text[:8])}</w:t></w:r><w:r><w:t>{escape(text[8:])}</w:t>"
    ),
}


def zip_of(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("media/part.zip", data)
    return made.getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("needle", [NEEDLE, "zq0017xk"], ids=["name", "token"])
def test_a_text_is_found_in_every_encoding(encoding: str, needle: str) -> None:
    data = ENCODINGS[encoding](AROUND.format(needle))
    assert find_in(data, {needle, "niemand"}) == {needle}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_that_is_not_there_is_not_found(encoding: str) -> None:
    assert find_in(ENCODINGS[encoding](AROUND.format(NEEDLE)), {"Zöë Müller", "zq0017xk"}) == frozenset()


def test_almost_all_encodings_hide_a_text_from_a_plain_search() -> None:
    """Else the tests above would show nothing."""
    shown = {name for name, encode in ENCODINGS.items() if NEEDLE.encode() in encode(AROUND.format(NEEDLE))}
    assert shown <= {
        *("plain", "byte order mark", "apostrophes doubled", "isolated", "png iTXt", "png, behind its end"),
        *("zip, not compressed", "zip, name of a member"),
    }


def test_the_way_to_a_find_is_told_from_outside_in() -> None:
    data = b64(gzip.compress(b"&#87;eise", mtime=0))
    (way,) = {way for _, way in search(data, {"Weise"}).ways}
    assert way == ("base64", "gzip", "entities")


def test_needles_of_unlike_length_are_all_found_also_one_inside_another() -> None:
    assert find_in(b"x zqabc y", {"zqab", "zqabc", "zqb"}) == {"zqab", "zqabc"}


def test_an_empty_needle_is_never_found() -> None:
    assert find_in(b"abc", {"", " ", "\u200b"}) == frozenset()
    assert find_in(b"", {"abc"}) == frozenset()
    assert find_in(b"abc", ()) == frozenset()


def test_needles_that_only_differ_in_blanks_are_found_together() -> None:
    assert find_in(b"zq 01", {"zq01", "zq 01"}) == {"zq01", "zq 01"}


def test_dots_of_a_picture_are_no_letters() -> None:
    assert find_in(png((b"IDAT", zlib.compress(b"Nathan Weise"))), {"Weise"}) == frozenset()


def test_a_zip_bomb_is_told_and_takes_no_more_than_the_limit() -> None:
    bomb = stored("\0" * 50_000_000)
    tracemalloc.start()
    searched = search(bomb, {"Weise"}, most=2_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert ("zip",) in searched.left_out
    assert peak < 40_000_000


def test_layers_beyond_the_deepest_are_told() -> None:
    data = b"Weise"
    for _ in range(4):
        data = gzip.compress(data + b" " * 40, mtime=0)
    assert search(data, {"Weise"}, deepest=4).found == {"Weise"}
    shallow = search(data, {"Weise"}, deepest=3)
    assert shallow.found == frozenset()
    assert ("gzip",) * 4 in shallow.left_out


def test_what_is_not_searched_to_its_end_is_no_empty_answer() -> None:
    locked = bytearray(stored("Weise"))
    locked[6] |= 1
    with pytest.raises(NotSearched, match="zip") as caught:
        find_in(bytes(locked), {"Weise"})
    assert "zip" in caught.value.in_("de")


def test_a_file_that_holds_itself_is_read_once() -> None:
    reader = Reader()
    texts = [reading.text for reading in reader.readings(b"&amp;" * 50 + b"<b>" * 50)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"x\x9c",
        b"\x89PNG\r\n\x1a\n\0\0\0\xff",
        codecs.BOM_UTF16_LE,
        b"\\u",
        b"\\ud800",
        b"&#xffffffff;",
        b"%f",
        b"=\n",
        b"<",
    ],
)
def test_broken_bytes_are_searched_without_an_error(data: bytes) -> None:
    assert find_in(data + b" Weise", {"Weise"}) in ({"Weise"}, frozenset())


@pytest.mark.parametrize("packed", [gzip.compress, zlib.compress, stored])
def test_what_stands_beside_a_packed_part_is_read_and_the_packed_bytes_are_not(
    packed: Callable[[bytes], bytes],
) -> None:
    inside = bytes(range(256)) * 40 + b"Weise"
    data = b"\x00Smith\x00" + packed(inside) + b"Nathan\x00"
    assert find_in(data, {"Weise", "Smith", "Nathan"}) == {"Weise", "Smith", "Nathan"}
    reader = Reader()
    alone = [reading.text for reading in reader.readings(data) if not reading.way]
    assert alone
    assert all(len(text) < 150 for text in alone)  # what is left is little more than the two names


def test_a_packed_part_whose_checksum_is_wrong_is_read_as_it_stands() -> None:
    whole = zlib.compress(b"Weise", 0)
    broken = whole[:-1] + bytes([whole[-1] ^ 1])
    assert {way for _, way in search(b"\x00\xff" + whole, {"Weise"}).ways} == {("deflate",)}
    assert ("latin-1",) in {way for _, way in search(b"\x00\xff" + broken, {"Weise"}).ways}


def test_a_member_that_is_not_packed_is_opened_where_its_checksum_is_right() -> None:
    inner = png((b"tEXt", b"Comment\0Weise"), (b"IDAT", b"Smith"))
    archive = stored(inner, method=zipfile.ZIP_STORED, inner="a.png")  # type: ignore[arg-type]
    assert search(archive, {"Weise", "Smith"}).ways == (("Weise", ("zip", "png")),)
    changed = archive.replace(b"Comment", b"comment")
    assert find_in(changed, {"Weise", "Smith"}) == {"Weise", "Smith"}
