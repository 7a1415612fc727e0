"""The other side: a process that runs one stranger's exporter, and is started by :mod:`jmdexport.apart` only.

What the plugin prints goes to the errors, so that nothing it says can pass for an answer.
"""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from typing import Any

from jmdexport import wire
from jmdexport.accepting import check_artifacts, each
from jmdexport.offering import with_place
from jmdmodel.errors import JmdError
from jmdmodel.messages import Say


def main() -> None:
    """Read a packed request, run the exporter, write its answer."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    data = sys.stdin.buffer.read()
    with out:
        out.write(_answer(data))


def _answer(data: bytes) -> bytes:
    parcel = wire.unpack(data)
    _confine(parcel.head)
    try:
        exporter = parcel.exporter()
        request = parcel.request()

        given: list[Any] = list(each(exporter.render(request)))
        if given:
            check_artifacts(exporter, request.medium, given)
        return wire.answer(given)
    except BaseException as error:  # noqa: BLE001 - whatever a stranger raises is told to the caller
        kind = type(error).__name__
        said = with_place(Say(kind, kind), error)
        if isinstance(error, JmdError):
            kind, said = wire.TOLD, Say(error.in_("de"), error.in_("en"))
        return wire.failure(kind, said, "".join(traceback.format_exception(error)))


def _confine(head: dict[str, Any]) -> None:
    """Hold this process to its memory; above ``internal`` it cannot write a file either."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system knows such limits
        import resource  # noqa: PLC0415

        memory = head["limits"]["megabytes"] << 20
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if head["confined"]:
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
