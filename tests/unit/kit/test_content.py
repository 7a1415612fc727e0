"""What a media type says of a file is compared with its bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from jmdexport import Artifact
from jmdexport.testing._content import content_fault
from jmdexport.testing._harm import harms_of, outside_of

HEAD = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG = HEAD + chunk(b"IHDR", b"x" * 13) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def zipped(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in members.items():
            # A fixed time: what is collected as a parameter must be the same in every process.
            archive.writestr(zipfile.ZipInfo(name.replace("__", ".")), text)
    return made.getvalue()


CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
SOUND: list[tuple[str, str | bytes]] = [
    ("text/plain", "Köln"),
    ("text/plain; charset=latin-1", "Köln".encode("latin-1")),
    ("text/plain; charset=utf-8", b"\xef\xbb\xbfK"),
    ("application/json", '{"a": 1}'),
    ("application/geo+json", "[]"),
    ("image/svg+xml", "<svg xmlns:x='a'><x:a/></svg>"),
    ("text/html", "<!doctype html><ul><li>a<li>b</ul><p>c<br><img src=x><svg><path/></svg>"),
    ("text/html", "<table><tr><td>a<td>b<tr><td>c</table>"),
    ("text/csv", "a;b\r\n1;2\r\n"),
    ("text/csv", 'a,b\n"x;y\nz",2\n'),
    ("text/csv", "names\nAmsel\n"),
    ("text/calendar", CALENDAR),
    ("image/png", PNG),
    ("application/pdf", b"%PDF-1.7\n...\n%%EOF\n"),
    ("application/zip", zipped(a="x")),
    (DOCX, zipped(**{"[Content_Types]__xml": "<a/>"})),
    (ODT, zipped(mimetype=ODT, content__xml="<a/>")),
    ("application/x-unknown", b"\x00\xff"),
]
BROKEN: list[tuple[str, str | bytes]] = [
    ("text/plain", b""),
    ("text/plain", "Köln".encode("latin-1")),
    ("text/plain; charset=martian", b"a"),
    ("application/json", "{'a': 1}"),
    ("application/json", "[NaN]"),
    ("application/json", b"\xef\xbb\xbf[]"),
    ("application/json", "[" * 100_000),
    ("image/svg+xml", "<svg><a></svg>"),
    ("image/svg+xml", PNG),
    ("image/svg+xml", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>"),
    ("image/svg+xml", "<svg>\x1b</svg>"),
    ("text/html", "no element"),
    ("text/html", "<div><b>a</div>"),
    ("text/html", "<div>a"),
    ("text/html", "<p id=a id=b>x"),
    ("text/csv", "a;b\n1;2;3\n"),
    ("text/csv", "a,b\n1\n"),
    ("text/csv", 'a,b\n1,"2\n'),
    ("text/calendar", CALENDAR.replace("\r\n", "\n")),
    ("text/calendar", CALENDAR.replace("END", "X:" + "ä" * 40 + "\r\nEND")),
    ("text/calendar", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n"),
    ("image/png", b"GIF89a"),
    ("image/png", PNG[:-2]),
    ("image/png", PNG.replace(b"xxx", b"xyx")),
    ("image/png", HEAD + chunk(b"IHDR", b"x" * 13) + chunk(b"IEND", b"")),
    ("image/jpeg", b"\x89PNG"),
    ("application/pdf", b"%PDF-1.7\n"),
    ("application/zip", zipped(a="x")[:-8]),
    (DOCX, zipped(a="x")),
    (DOCX, zipped(**{"[Content_Types]__xml": "<a>"})),
    (ODT, zipped(content__xml="<a/>")),
]


def made(media_type: str, data: str | bytes, name: str = "a") -> Artifact:
    return Artifact(name, media_type, data.encode() if isinstance(data, str) else data)


@pytest.mark.parametrize(("media_type", "data"), SOUND)
def test_what_fits_is_accepted(media_type: str, data: str | bytes) -> None:
    assert content_fault(made(media_type, data)) is None


@pytest.mark.parametrize(("media_type", "data"), BROKEN)
def test_what_does_not_fit_is_told(media_type: str, data: str | bytes) -> None:
    fault = content_fault(made(media_type, data))
    assert fault is not None
    assert fault.in_("de") != fault.in_("en")


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("text/html", "<script>zqharm()</script>"),
        ("text/html", "<style>zqharm</style>"),
        ("text/html", "<b onclick='zqharm()'>x</b>"),
        ("text/html", "<b style='zqharm'>x</b>"),
        ("text/html", "<a href=' java\tscript:zqharm()'>x</a>"),
        ("text/html", "<zqharm>x</zqharm>"),
        ("image/svg+xml", "<svg><foreignObject>zqharm</foreignObject></svg>"),
        ("image/svg+xml", "<svg xmlns:l='l'><a l:href='data:text/html,zqharm'/></svg>"),
        ("text/csv", "a;b\n=zqharm;1\n"),
        ("text/csv", "a;b\n @SUM(zqharm);1\n"),
        ("text/markdown", "<b class=zqharm>x</b>"),
        ("text/markdown", "[x](https://zqharm.invalid)"),
        ("text/markdown", "| a |\n|---|\n| ![x](https://zqharm.invalid/a.png) |"),
    ],
)
def test_a_text_that_became_something_else_is_found(media_type: str, data: str) -> None:
    assert list(harms_of(made(media_type, data)))


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("text/html", "<b title='zqharm' alt='onclick=zqharm()'>javascript:zqharm()</b>"),
        ("text/html", "<script>own()</script><a href='https://zqharm.invalid'>x</a>"),
        ("image/svg+xml", "<svg><text>&lt;script>zqharm()&lt;/script></text></svg>"),
        ("text/csv", "a;b\n'=zqharm;-5\n"),
        ("text/csv", "a;b\nzqharm;=1+1\n"),
        ("text/markdown", "\\<b>zqharm\\</b> \\[x\\](https://zqharm.invalid) `<b>zqharm</b>`"),
        ("application/json", '"<script>zqharm()</script>"'),
    ],
)
def test_a_text_that_stayed_a_text_is_left_alone(media_type: str, data: str) -> None:
    assert list(harms_of(made(media_type, data))) == []


@pytest.mark.parametrize(
    ("media_type", "data", "count"),
    [
        ("text/html", "<img src=https://a.invalid/x.png>", 1),
        ("text/html", "<img src=//a.invalid/x.png>", 1),
        ("text/html", "<img srcset='map.svg 1x, other.svg 2x'>", 1),
        ("text/html", "<link rel=stylesheet href=style.css>", 1),
        ("text/html", "<link rel=help href=https://a.invalid/>", 0),
        ("text/html", "<script src=http://a.invalid/a.js></script>", 1),
        ("text/html", "<p style='background: url(http://a.invalid/a.png)'>x", 1),
        ("text/html", "<style>@import 'a.css'</style>", 1),
        (
            "text/html",
            "<img src='data:image/png;base64,AA'><img src=./map.svg><a href=https://a.invalid>x</a>",
            0,
        ),
        ("image/svg+xml", "<svg><use href='#a'/><image href='http://a.invalid/x'/></svg>", 1),
        ("text/markdown", "![a](map.svg) ![b](https://a.invalid/b.png)", 1),
        ("text/plain", "https://a.invalid", 0),
    ],
)
def test_what_a_page_loads_from_outside_is_found(media_type: str, data: str, count: int) -> None:
    assert len(list(outside_of(made(media_type, data), frozenset({"map.svg"})))) == count
