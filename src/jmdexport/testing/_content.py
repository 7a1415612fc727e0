"""Tell whether bytes are what their media type says: well formed, and of that form at all."""

from __future__ import annotations

import csv
import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from jmdexport.records import Artifact
from jmdexport.testing._markup import read_html, read_xml

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


def content_fault(artifact: Artifact) -> str:
    """Tell what is wrong with the content of a file; an empty text when nothing is."""
    form = form_of(artifact)
    if not artifact.data:
        return "the file is empty"
    signature = _SIGNATURES.get(form, b"PK" if _is_office(form) else b"")
    if not artifact.data.startswith(signature):
        return f"it does not begin like {form}"
    if not is_text(form):
        return _binary_fault(form, artifact.data)
    try:
        text = text_of(artifact)
    except (UnicodeDecodeError, LookupError) as error:
        return str(error)
    return _text_fault(form, text, artifact.data)


def _text_fault(form: str, text: str, data: bytes) -> str:
    if form == "application/json" or form.endswith("+json"):
        return _json_fault(text, data)
    if form in {"text/html", "application/xhtml+xml"}:
        return read_html(text).fault
    if form.endswith(("/xml", "+xml")):
        return read_xml(data).fault
    if form in {"text/csv", "text/tab-separated-values"}:
        return _table_fault(text)
    return _calendar_fault(text) if form == "text/calendar" else ""


def _binary_fault(form: str, data: bytes) -> str:
    if form == "image/png":
        return _png_fault(data)
    if form == "application/pdf":
        return "" if b"%%EOF" in data[-1024:] else "the end of the file is missing"
    if form == "application/zip" or _is_office(form):
        return _zip_fault(form, data)
    if form == "application/gzip":
        return _told(lambda: gzip.decompress(data))
    if form == "application/vnd.apache.parquet":
        return "" if data.endswith(b"PAR1") else "the end of the file is missing"
    return ""


def _is_office(form: str) -> bool:
    return form.startswith("application/vnd.o") and ("document" in form or "sheet" in form)


def _told(reading: Callable[[], object]) -> str:
    try:
        reading()
    except (
        ValueError,
        OSError,
        EOFError,
        RecursionError,
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
    ) as error:
        return str(error)
    return ""


def _json_fault(text: str, data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return "JSON has no byte order mark"

    def refuse(word: str) -> None:
        raise ValueError(f"JSON has no {word}")

    return _told(lambda: json.loads(text, parse_constant=refuse))


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


def _table_fault(text: str) -> str:
    return "" if rows_of(text) is not None else "the rows of the table are not all of one width"


def _calendar_fault(text: str) -> str:
    lines = text.split("\r\n")
    if "\n" in text.replace("\r\n", "") or lines[-1]:
        return "its lines do not all end with CR LF"
    if lines[0] != "BEGIN:VCALENDAR" or lines[-2] != "END:VCALENDAR":
        return "it is no VCALENDAR"
    long = [number for number, line in enumerate(lines, start=1) if len(line.encode()) > _LINE_OF_CALENDAR]
    return f"line {long[0]} has more than {_LINE_OF_CALENDAR} bytes" if long else ""


def _png_fault(data: bytes) -> str:
    place, kinds = 8, []
    while place < len(data):
        if len(data) < place + 12:
            return "the last chunk is cut off"
        size, kind = struct.unpack(">I4s", data[place : place + 8])
        body, end = data[place + 8 : place + 8 + size], data[place + 8 + size : place + 12 + size]
        if len(end) < 4 or struct.unpack(">I", end)[0] != zlib.crc32(kind + body):
            return f"the chunk {kind.decode('latin-1')!r} is damaged"
        kinds.append(kind)
        place += 12 + size
    whole = kinds[:1] == [b"IHDR"] and b"IDAT" in kinds and kinds[-1] == b"IEND"
    return "" if whole else "chunks are missing"


def _zip_fault(form: str, data: bytes) -> str:
    def read() -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            damaged = archive.testzip()
            if damaged is not None:
                raise ValueError(f"the member {damaged!r} is damaged")
            names = archive.namelist()
            if "openxmlformats" in form and "[Content_Types].xml" not in names:
                raise ValueError("[Content_Types].xml is missing")
            if "oasis" in form and (names[:1] != ["mimetype"] or archive.read("mimetype").decode() != form):
                raise ValueError("the first member is not its media type")
            for name in names:
                fault = read_xml(archive.read(name)).fault if name.endswith((".xml", ".rels")) else ""
                if fault:
                    raise ValueError(f"{name}: {fault}")

    return _told(read)
