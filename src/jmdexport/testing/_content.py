"""Tell whether bytes are what their media type says: well formed, and of that form at all."""

from __future__ import annotations

import csv
import gzip
import io
import json
import struct
import zipfile
import zlib
from typing import Final

from jmdexport.records import Artifact
from jmdexport.testing import _detail_texts as texts
from jmdexport.testing._markup import read_html, read_xml
from jmdmodel.messages import Message

_SIGNATURES: Final[dict[str, bytes]] = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
    "application/pdf": b"%PDF-",
    "application/gzip": b"\x1f\x8b\x08",
    "application/zip": b"PK",
    "application/vnd.apache.parquet": b"PAR1",
}
_DELIMITERS: Final = (";", ",", "\t", "|")
_LINE_OF_CALENDAR = 75


def form_of(artifact: Artifact) -> str:
    """Give the media type without its parameters."""
    return artifact.media_type.partition(";")[0].strip().lower()


def is_text(form: str) -> bool:
    """Tell whether files of a media type are texts."""
    known = {"application/json", "application/xml", "application/javascript", "application/toml"}
    return form.startswith("text/") or form in known or form.endswith(("+json", "+xml", "yaml"))


def text_of(artifact: Artifact) -> str:
    """Give the text of a file, in the encoding that its media type names, or else UTF-8.

    Raises:
        UnicodeDecodeError: The bytes are not in that encoding.
        LookupError: There is no such encoding.
    """
    _, _, rest = artifact.media_type.lower().partition("charset=")
    named = rest.partition(";")[0].strip(' "') or "utf-8"
    return artifact.data.decode("utf-8-sig" if named in {"utf-8", "utf8"} else named)


class _Told(Exception):  # noqa: N818 - never leaves this module
    """Something is wrong with a file; holds what."""

    def __init__(self, what: Message) -> None:
        super().__init__(what)
        self.what = what


def content_fault(artifact: Artifact) -> Message | None:
    """Tell what is wrong with the content of a file; ``None`` when nothing is."""
    form = form_of(artifact)
    if not artifact.data:
        return Message.of(texts.EMPTY_FILE)
    signature = _SIGNATURES.get(form, b"PK" if _is_office(form) else b"")
    if not artifact.data.startswith(signature):
        return Message.of(texts.OTHER_START, form=form)
    try:
        if is_text(form):
            _check_text(form, text_of(artifact), artifact.data)
        else:
            _check_binary(form, artifact.data)
    except _Told as told:
        return told.what
    except _UNREADABLE as error:
        return Message.of(texts.PARSER, told=str(error))
    return None


_UNREADABLE: Final = (
    *(ValueError, LookupError, OSError, EOFError, RecursionError),
    *(zipfile.BadZipFile, zlib.error, struct.error),
)
"""What Python's readers raise at files that they cannot read."""


def _check_text(form: str, text: str, data: bytes) -> None:
    if form == "application/json" or form.endswith("+json"):
        _check_json(text, data)
    elif form in {"text/html", "application/xhtml+xml"}:
        _check(read_html(text).fault)
    elif form.endswith(("/xml", "+xml")):
        _check(read_xml(data).fault)
    elif form in {"text/csv", "text/tab-separated-values"}:
        _check(None if rows_of(text) is not None else Message.of(texts.WIDTHS))
    elif form == "text/calendar":
        _check_calendar(text)


def _check_binary(form: str, data: bytes) -> None:
    if form == "image/png":
        _check_png(data)
    elif form == "application/pdf":
        _check(None if b"%%EOF" in data[-1024:] else Message.of(texts.NO_END))
    elif form == "application/zip" or _is_office(form):
        _check_zip(form, data)
    elif form == "application/gzip":
        gzip.decompress(data)
    elif form == "application/vnd.apache.parquet":
        _check(None if data.endswith(b"PAR1") else Message.of(texts.NO_END))


def _check(fault: Message | None) -> None:
    if fault is not None:
        raise _Told(fault)


def _is_office(form: str) -> bool:
    return form.startswith("application/vnd.o") and ("document" in form or "sheet" in form)


def _check_json(text: str, data: bytes) -> None:
    if data.startswith(b"\xef\xbb\xbf"):
        raise _Told(Message.of(texts.BYTE_ORDER_MARK))

    def refuse(word: str) -> None:
        raise _Told(Message.of(texts.NO_SUCH_NUMBER, word=word))

    json.loads(text, parse_constant=refuse)


def rows_of(text: str) -> list[list[str]] | None:
    """Give the rows of a table by the separator that makes all of one width; ``None`` if none does."""
    single = True
    for delimiter in _DELIMITERS:
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error:
            single = False
            continue
        widths = {len(row) for row in rows}
        if len(widths) == 1 and max(widths) > 1:
            return rows
        single = single and len(rows[0] if rows else ()) < 2
    return [[line] for line in text.splitlines()] if single else None


def _check_calendar(text: str) -> None:
    lines = text.split("\r\n")
    if "\n" in text.replace("\r\n", "") or lines[-1]:
        raise _Told(Message.of(texts.LINE_ENDS))
    if lines[0] != "BEGIN:VCALENDAR" or lines[-2] != "END:VCALENDAR":
        raise _Told(Message.of(texts.NO_CALENDAR))
    for number, line in enumerate(lines, start=1):
        if len(line.encode()) > _LINE_OF_CALENDAR:
            raise _Told(Message.of(texts.LONG_LINE, line=number, most=_LINE_OF_CALENDAR))


def _check_png(data: bytes) -> None:
    place, kinds = 8, []
    while place < len(data):
        if len(data) < place + 12:
            raise _Told(Message.of(texts.NO_END))
        size, kind = struct.unpack(">I4s", data[place : place + 8])
        body, end = data[place + 8 : place + 8 + size], data[place + 8 + size : place + 12 + size]
        if len(end) < 4 or struct.unpack(">I", end)[0] != zlib.crc32(kind + body):
            raise _Told(Message.of(texts.CHUNK, kind=ascii(kind.decode("latin-1"))[1:-1]))
        kinds.append(kind)
        place += 12 + size
    if kinds[:1] != [b"IHDR"] or b"IDAT" not in kinds or kinds[-1] != b"IEND":
        raise _Told(Message.of(texts.CHUNKS))


def _check_zip(form: str, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        damaged, names = archive.testzip(), archive.namelist()
        if damaged is not None:
            raise _Told(Message.of(texts.MEMBER, name=damaged))
        if "openxmlformats" in form and "[Content_Types].xml" not in names:
            raise _Told(Message.of(texts.NO_MEMBER, name="[Content_Types].xml"))
        if "oasis" in form and (names[:1] != ["mimetype"] or archive.read("mimetype") != form.encode()):
            raise _Told(Message.of(texts.NO_MEMBER, name="mimetype"))
        for name in names:
            fault = read_xml(archive.read(name)).fault if name.endswith((".xml", ".rels")) else None
            if fault is not None:
                raise _Told(Message.of(texts.IN_MEMBER, name=name, why=fault.as_say()))
