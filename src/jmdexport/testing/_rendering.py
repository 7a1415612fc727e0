"""Run an exporter on one sample and keep what came of it: files, a refusal in words, or an error."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from datetime import date
from typing import Any, Final, Literal, TypeAlias, TypeVar

import attrs

from jmdexport.accepting import each
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.errors import JmdError
from jmdmodel.findings import Finding
from jmdmodel.messages import Language
from jmdmodel.privacy.barriers import BarriersBySector
from jmdmodel.privacy.counts import ProtectedCounts
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

T = TypeVar("T")
Ending: TypeAlias = Literal["files", "nothing", "refused", "crashed"]
Digest: TypeAlias = tuple[tuple[str, str, str], ...]


YEAR: Final = 2025
_TODAY: Final = date(2026, 1, 31)


@attrs.frozen(kw_only=True)
class View:
    """What an audience gets to see of a sample: the view, what the rules found, what may be counted."""

    workspace: Workspace
    findings: tuple[Finding, ...]
    withheld: int
    checked: bool
    counts: ProtectedCounts | None = None
    barriers: BarriersBySector | None = None


@attrs.frozen(kw_only=True)
class Order:
    """What one call of an exporter is asked for: sample, audience, form, language."""

    sample: str
    audience: Audience
    suffix: str
    language: Language = "de"
    title: str = ""

    def __str__(self) -> str:
        return f"{self.sample}, {self.suffix}, {self.language}, {self.audience.code}"

    def request(self, exporter: Exporter, view: View, options: Any = None) -> ExportRequest[Any]:
        """Make the request, with the exporter's own options."""
        return ExportRequest(
            view=view.workspace,
            options=exporter.options() if options is None else options,
            medium=exporter.medium(self.suffix) or Medium(self.suffix, "application/octet-stream"),
            year=YEAR,
            as_of=_TODAY,
            audience=self.audience,
            language=self.language,
            title=self.title,
            findings=view.findings,
            checked=view.checked,
            findings_withheld=view.withheld,
            counts=view.counts if exporter.counts else None,
            barriers=view.barriers if exporter.counts else None,
        )


@attrs.frozen(kw_only=True)
class Made:
    """What came of one call.

    Attributes:
        order: What was asked for.
        ending: How it ended; a refusal is an error of the library's family, which has words for people.
        artifacts: What was given and is an artifact with bytes.
        strange: The kinds of what else was given.
        error: Kind and text of the error.
        place: Where in the source it was raised.
        is_import: Whether a module could not be imported.
    """

    order: Order
    ending: Ending
    artifacts: tuple[Artifact, ...] = ()
    strange: tuple[str, ...] = ()
    error: str = ""
    place: str = ""
    is_import: bool = False

    def digest(self) -> Digest:
        """Give names, media types and digests of the files, or how it ended, small and comparable."""
        if self.artifacts:
            return tuple(
                (one.name, one.media_type, hashlib.sha256(one.data).hexdigest()) for one in self.artifacts
            )
        return ((self.ending, self.error, ""),)

    def without_data(self) -> Made:
        """Give the same without the bytes, for the way between two processes."""
        return attrs.evolve(self, artifacts=())


def made_of(exporter: Exporter, order: Order, view: View, options: Any = None) -> Made:
    """Run an exporter; whatever it raises is kept, because it is a stranger's."""
    given, error = tried(lambda: list(each(exporter.render(order.request(exporter, view, options)))))
    if given is None or error is not None:
        return _failed(order, error)
    artifacts = tuple(one for one in given if _is_artifact(one))
    strange = tuple(sorted({type(one).__name__ for one in given if not _is_artifact(one)}))
    return Made(order=order, ending="files" if given else "nothing", artifacts=artifacts, strange=strange)


def tried(call: Callable[[], T]) -> tuple[T | None, BaseException | None]:
    """Give what a call gives, or what it raises; the one place of the kit that catches everything."""
    try:
        return call(), None
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a stranger's code may raise anything
        return None, error


def _is_artifact(given: Any) -> bool:
    if type(given) is not Artifact:
        return False
    name: Any = given.name
    media_type: Any = given.media_type
    return isinstance(name, str) and isinstance(media_type, str) and type(given.data) is bytes


def _failed(order: Order, error: BaseException | None) -> Made:
    frames = traceback.extract_tb(None if error is None else error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    text = "".join(traceback.format_exception_only(error)).strip()
    return Made(
        order=order,
        ending="refused" if isinstance(error, JmdError) else "crashed",
        error=text,
        place=place,
        is_import=isinstance(error, ImportError),
    )
