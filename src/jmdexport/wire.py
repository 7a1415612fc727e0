"""What goes over to a process of its own and what comes back: plain frames.

The library fills a request and may trust what it packed; of what comes back nothing is trusted: a line of
JSON, then bytes. The workspace goes over in the file format, so that nothing but the view can travel.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable
from typing import Any

import attrs

from jmdexport.errors import BadRecord
from jmdexport.failing import Answerless
from jmdexport.records import Artifact, ExportRequest
from jmdexport.registry import Origin, one
from jmdmodel.codec import dumps, loads
from jmdmodel.messages import Message, Say

_VIEW = "view.json"
_NO_LIMIT = Say(de="„{field}“ ist eine ganze Zahl ab 1.", en='"{field}" is a whole number from 1 on.')


@attrs.frozen(kw_only=True)
class Limits:
    """How long, and with how much memory, a stranger's exporter may work in a process of its own.

    German: Grenzen.

    Attributes:
        seconds: After so many seconds it is ended.
        megabytes: So much memory it may ask for, as far as the operating system can hold it to that
            (Linux does); it may also answer with no more than that.
    """

    seconds: int = 120
    megabytes: int = 2048

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Limits):
            value = getattr(self, field.name)
            if type(value) is not int or value < 1:
                raise BadRecord("Limits", Message.of(_NO_LIMIT, field=field.name))


def pack(origin: Origin, name: str, request: ExportRequest[Any], limits: Limits) -> bytes:
    """Give one exporter's work as bytes for the other process: a line of JSON, the view, the rest.

    What the rest holds (options, findings, places) is made of values that pickle; the view is not in it.
    """
    view = dumps(request.view, name=_VIEW)
    rest = {
        field.name: getattr(request, field.name)
        for field in attrs.fields(ExportRequest)
        if field.name != "view"
    }
    packed = pickle.dumps(rest)
    head = {
        "plugin": attrs.asdict(origin),
        "exporter": name,
        "limits": attrs.asdict(limits),
        "view": len(view),
        "rest": len(packed),
        "confined": request.audience.code in {"personal", "social"},
    }
    return b"\n".join([json.dumps(head).encode(), view + packed])


@attrs.frozen
class Parcel:
    """A packed request, taken apart as far as it goes before the plugin is loaded."""

    head: dict[str, Any]
    view: bytes
    rest: bytes

    def request(self) -> ExportRequest[Any]:
        """Give the request; the plugin must be loaded, because its options are of a class of its own."""
        rest = pickle.loads(self.rest)  # noqa: S301 - packed by the library itself, in the calling process
        return ExportRequest(view=loads(self.view, name=_VIEW).workspace, **rest)

    def exporter(self) -> Any:
        """Load the one plugin, and give the exporter asked for."""
        return one(Origin(**self.head["plugin"]), self.head["exporter"])


def unpack(data: bytes) -> Parcel:
    """Take apart what :func:`pack` gave."""
    line, _, body = data.partition(b"\n")
    head = json.loads(line)
    return Parcel(head, body[: head["view"]], body[head["view"] :])


def answer(artifacts: Iterable[Artifact]) -> bytes:
    """Give artifacts as bytes: a line of JSON with names, types and sizes, then the contents."""
    given = list(artifacts)
    listed = [{"name": one.name, "media_type": one.media_type, "bytes": len(one.data)} for one in given]
    return json.dumps({"artifacts": listed}).encode() + b"\n" + b"".join(one.data for one in given)


TOLD = "told"
"""The kind of an error that is the library's, and is told in its own words."""


def failure(kind: str, said: Say, details: str) -> bytes:
    """Give what an exporter raised as bytes: kind of the error, what may be told, where it came from."""
    return json.dumps({"failed": [kind, said.de, said.en, details]}).encode() + b"\n"


def read_answer(data: bytes) -> list[Artifact] | tuple[str, Say, str]:
    """Give the artifacts that came back, or kind, words and details of what the exporter raised.

    Raises:
        Answerless: The bytes are no answer, for instance because the process ended before it was whole.
    """
    line, end, body = data.partition(b"\n")
    try:
        head = json.loads(line)
        if "failed" in head:
            kind, german, english, details = (str(part) for part in head["failed"])
            return kind, Say(german, english), details
        sizes = [int(entry["bytes"]) for entry in head["artifacts"]]
        if not end or min(sizes, default=0) < 0 or sum(sizes) != len(body):
            raise ValueError  # noqa: TRY301 - told below, with all other ways of being none
        artifacts, start = [], 0
        for entry, size in zip(head["artifacts"], sizes, strict=True):
            artifacts.append(
                Artifact(str(entry["name"]), str(entry["media_type"]), body[start : start + size])
            )
            start += size
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Answerless from error
    return artifacts
