"""What one line of the record of exports says, and how the lines hang together.

A line is JSON: when, which files with which digests, made by whom, for which audience, with which purpose,
for whom. Each line ends with its own digest and holds that of the line above, so that a line that is
changed, taken out, put in or moved shows. Nothing in it comes out of a workspace; purpose and recipient are
the words of whoever exports. German: Exportnachweis.

Serves R-51.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

import attrs

from jmdexport.errors import RecordRefused
from jmdexport.records import Artifact
from jmdmodel.errors import JmdError
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience
from jmdmodel.storage import digest

FORMAT: Final = "jmdexport-record"
VERSION: Final = 1
MAX_TEXT: Final = 500
"""How many characters a purpose or a recipient may have."""

_JOINERS = "\u200c\u200d"
"""Signs that do not show, and that Persian and Arabic words need."""
_LONG = Say(
    de="{field} hat mehr als {most} Zeichen.",
    en="{field} has more than {most} characters.",
)
_SIGNS = Say(
    de="{field} enthält Zeichen, die nicht sichtbar sind, zum Beispiel einen Zeilenwechsel. Nötig ist eine"
    " einzige Zeile Text.",
    en="{field} has characters that do not show, for instance a line break. It must be one line of text.",
)
_ZONE = Say(
    de="Der Zeitpunkt eines Exports braucht eine Zeitzone.",
    en="The time of an export needs a time zone.",
)
_FIELDS = {
    "purpose": Say(de="Der Zweck (--purpose)", en="The purpose (--purpose)"),
    "recipient": Say(de="Der Empfänger (--recipient)", en="The recipient (--recipient)"),
}


def plain_text(text: str) -> str:
    """Give a text in the one form that its letters have (NFC), without blanks at its ends."""
    return unicodedata.normalize("NFC", text).strip()


def check_text(_instance: object, field: attrs.Attribute[str], text: str) -> None:
    """Refuse a purpose or recipient that is too long or more than one line."""
    name = _FIELDS[field.name]
    if len(text) > MAX_TEXT:
        raise RecordRefused(Message.of(_LONG, field=name, most=MAX_TEXT))
    if not all(sign.isprintable() or sign in _JOINERS for sign in text):
        raise RecordRefused(Message.of(_SIGNS, field=name))


def check_time(_instance: object, _field: attrs.Attribute[datetime], at: datetime) -> None:
    """Refuse a time of which nobody could say later when it was."""
    if at.utcoffset() is None:
        raise RecordRefused(Message.of(_ZONE))


def whole_seconds(at: datetime) -> datetime:
    """Give a time without parts of a second."""
    return at.replace(microsecond=0)


@attrs.frozen(kw_only=True)
class RecordedFile:
    """A file that was exported, without its content.

    Attributes:
        name: Its name in the set, or the name that was asked for.
        size: How many bytes it had.
        sha256: Digest of its content.
        audience: The audience that it was cut to; nothing for a file that no exporter made.
        exporter: Name of the exporter.
        plugin: Where the exporter comes from.
        distribution: What was installed to have it.
        version: Version of that.
    """

    name: str
    size: int
    sha256: str
    audience: Audience | None = None
    exporter: str | None = None
    plugin: str | None = None
    distribution: str | None = None
    version: str | None = None

    @classmethod
    def of(cls, artifact: Artifact) -> RecordedFile:
        """Give what is kept of an artifact."""
        made = artifact.made_by
        return cls(
            name=artifact.name,
            size=len(artifact.data),
            sha256=digest(artifact.data),
            audience=made.audience if made else None,
            exporter=made.exporter if made else None,
            plugin=made.plugin or None if made else None,
            distribution=made.distribution or None if made else None,
            version=made.version or None if made else None,
        )


@attrs.frozen(kw_only=True)
class ExportRecord:
    """One line of the record: an export that was handed to the disk. German: Eintrag im Exportnachweis.

    Attributes:
        number: Its place in the record, from 1.
        at: When it was, as the caller said.
        files: What was exported.
        purpose: What for; words of the user.
        recipient: Who gets it; words of the user.
        manifest: Digest of the manifest of the set; nothing for files without one.
        previous: Digest of the line above; nothing for the first.
    """

    number: int
    at: datetime = attrs.field(converter=whole_seconds, validator=check_time)
    files: tuple[RecordedFile, ...]
    purpose: str = attrs.field(default="", repr=False, converter=plain_text, validator=check_text)
    recipient: str = attrs.field(default="", repr=False, converter=plain_text, validator=check_text)
    manifest: str | None = None
    previous: str | None = None

    @property
    def audience(self) -> Audience | None:
        """The highest audience that a file of it was cut to."""
        return max((file.audience for file in self.files if file.audience is not None), default=None)

    @property
    def sha256(self) -> str:
        """Digest of all that the line says; the line below holds it."""
        return digest(_text(_content(self)).encode())

    @property
    def line(self) -> bytes:
        """The line itself, with its end."""
        return (_text({**_content(self), "sha256": self.sha256}) + "\n").encode()


def next_record(
    above: ExportRecord | None,
    artifacts: Iterable[Artifact],
    *,
    at: datetime,
    purpose: str = "",
    recipient: str = "",
    manifest: str | None = None,
) -> ExportRecord:
    """Give the line that comes below another one, or the first.

    Raises:
        RecordRefused: The time has no zone, or purpose or recipient cannot be kept.
    """
    return ExportRecord(
        number=1 if above is None else above.number + 1,
        at=at,
        files=tuple(RecordedFile.of(one) for one in sorted(artifacts, key=lambda one: one.name)),
        purpose=purpose,
        recipient=recipient,
        manifest=manifest,
        previous=None if above is None else above.sha256,
    )


@attrs.frozen
class ReadLine:
    """A line as it was read: what it says, what it says of itself, and whether the two fit.

    Attributes:
        record: What it says.
        stated: The digest that stands in it.
        is_sound: Whether it is to the byte as the library writes such a line.
    """

    record: ExportRecord
    stated: str
    is_sound: bool


def read_line(line: bytes) -> ReadLine | None:
    """Read one line without its end; ``None`` when it is no line of a record."""
    try:
        content = json.loads(line)
        if content["format"] != FORMAT or content["version"] != VERSION:
            return None
        record = ExportRecord(
            number=_number(content["number"]),
            at=datetime.fromisoformat(content["at"]),
            files=tuple(_file(one) for one in content["files"]),
            purpose=_words(content["purpose"] or ""),
            recipient=_words(content["recipient"] or ""),
            manifest=_words_or_none(content["manifest"]),
            previous=_words_or_none(content["previous"]),
        )
        return ReadLine(record, _words(content["sha256"]), record.line == line + b"\n")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, JmdError):
        return None


def _content(record: ExportRecord) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "number": record.number,
        "at": record.at.isoformat(timespec="seconds"),
        "audience": None if record.audience is None else record.audience.code,
        "purpose": record.purpose or None,
        "recipient": record.recipient or None,
        "files": [
            attrs.asdict(file) | {"audience": None if file.audience is None else file.audience.code}
            for file in record.files
        ],
        "manifest": record.manifest,
        "previous": record.previous,
    }


def _text(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _file(content: Mapping[str, Any]) -> RecordedFile:
    known = content["audience"]
    texts = ("exporter", "plugin", "distribution", "version")
    return RecordedFile(
        name=_words(content["name"]),
        size=_number(content["size"]),
        sha256=_words(content["sha256"]),
        audience=None if known is None else Audience.of(_words(known)),
        **{name: _words_or_none(content[name]) for name in texts},
    )


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # half a letter, as JSON can hold it, is no text
    return value


def _words_or_none(value: object) -> str | None:
    return None if value is None else _words(value)


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value
