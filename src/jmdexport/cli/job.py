"""What every export needs, from the command line to the artifacts: the job, and the options that make one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from jmdexport.cli.common import (
    audience_of,
    audience_option,
    language_option,
    now,
    on_option,
    plugins,
    refuse,
    refuse_later_map,
    sound,
    workspace_argument,
    year_of,
    year_option,
)
from jmdexport.cli.kinds import completes
from jmdexport.cli.leaving import STDOUT, no_record_option, place_of_record, record_option
from jmdexport.cli.mistakes import near_of
from jmdexport.cli.reading import read
from jmdexport.cli.talking import steps
from jmdexport.jobs import Wanted
from jmdexport.recording import Recording
from jmdexport.records import Artifact, Exporter
from jmdexport.registry import Registry
from jmdexport.run import render_all
from jmdexport.wire import Limits
from jmdmodel.messages import Language, Message, Say
from jmdmodel.quality import check
from jmdmodel.scales import Audience

if TYPE_CHECKING:
    from jmdmodel.privacy.counts import ProtectedTable

_WHICH_FORM = Say(
    de="Zu „-o -“, der Standardausgabe, gehört --medium SUFFIX. Möglich sind: {suffixes}.",
    en='"-o -", standard output, needs --medium SUFFIX. Possible are: {suffixes}.',
)
_ONLY_STDOUT = Say(
    de="--medium gehört zu „-o -“, der Standardausgabe; sonst entscheidet die Endung der Datei.",
    en='--medium goes with "-o -", standard output; else the suffix of the file decides.',
)
_NO_SUFFIX = Say(
    de="„{path}“ hat keine Endung, die der Export „{exporter}“ schreibt.{near} Möglich sind: {suffixes}.",
    en='"{path}" has no suffix that the exporter "{exporter}" writes.{near} Possible are: {suffixes}.',
)
_WITH_MAP = {"change-map", "committee-map", "network-map", "report", "years-map"}
"""The exporters that show the network map of the year, alone or beside those of other years."""


@attrs.frozen(kw_only=True)
class Job:
    """What every export needs beside its exporter: the workspace, the year, for whom, in which language."""

    loaded: Any
    year: int
    on: date
    audience: Audience
    purpose: str | None
    language: Language
    registry: Registry
    record: Recording | None
    limits: Limits | None = None
    published: tuple[ProtectedTable, ...] = ()

    @classmethod
    def of(  # noqa: PLR0917 - takes what click passes
        cls,
        workspace: str,
        year: int | None,
        on: date,
        language: Language,
        audience: str,
        purpose: str | None,
        recipient: str | None,
        record: str | None,
        no_record: bool,  # noqa: FBT001
        limits: Limits | None = None,
        files: tuple[str, ...] = (),
    ) -> Job:
        """Settle audience and record, read the workspace, settle the year."""
        ceiling = audience_of(audience, purpose, recipient, language)
        registry = sound(plugins(files), files)
        place = place_of_record(workspace, ceiling, language, record=record, no_record=no_record)
        said = {"purpose": purpose or "", "recipient": recipient or ""}
        recording = None if place is None else Recording(path=place, at=now(), **said)
        loaded = read(workspace)
        return cls(
            loaded=loaded,
            year=year_of(loaded.workspace, year, on, language),
            on=on,
            audience=ceiling,
            purpose=f"{purpose} ({recipient})" if purpose else None,
            language=language,
            registry=registry,
            record=recording,
            limits=limits,
        )

    def run(self, *wanted: Wanted, templates: str | None = None) -> tuple[Artifact, ...]:
        """Run exporters as one set: the workspace is checked, and cut to the audience, once for all."""
        if self.audience >= Audience.REPORT and any(one.name in _WITH_MAP for one in wanted):
            refuse_later_map(self.loaded.workspace, self.year, self.on, self.language)
        return render_all(
            self.loaded.workspace,
            wanted,
            year=self.year,
            as_of=self.on,
            audience=self.audience,
            purpose=self.purpose or "",
            language=self.language,
            findings=check(self.loaded.workspace, on=self.on),
            locate=self.loaded.source.locate,
            template_folders=(Path(templates),) if templates else (),
            registry=self.registry,
            limits=self.limits,
            published=self.published,
            progress=steps(self.language),
        )


def export_options(function: Any) -> Any:
    """Give a verb the options that all exports share."""
    for option in (
        no_record_option,
        record_option,
        audience_option("report"),
        language_option,
        on_option,
        year_option,
        workspace_argument,
    ):
        function = option(function)
    return function


form_option = click.option(
    "--medium",
    metavar="SUFFIX",
    shell_complete=completes("media"),
    help="For standard output, -o -: which form, for instance svg or html.",
)


def suffix_of(output: str, exporter: Exporter, language: Language, *, medium: str | None = None) -> str:
    """Give the suffix that is asked for, by a file name or by itself, or refuse with those that there are."""
    if output == STDOUT:
        if medium is None:
            refuse(
                Message.of(_WHICH_FORM, suffixes=", ".join(one.suffix for one in exporter.media)), language
            )
        return medium
    if medium is not None:
        refuse(_ONLY_STDOUT, language)
    if exporter.medium(Path(output).suffix or "-") is None:
        suffixes = [known.suffix for known in exporter.media]
        near = near_of(Path(output).suffix, suffixes)
        values = {"path": output, "exporter": exporter.name, "suffixes": ", ".join(suffixes)}
        refuse(Message.of(_NO_SUFFIX, near=near, **values), language)
    return Path(output).suffix.lower()
