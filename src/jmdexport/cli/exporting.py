"""``jmd report`` and ``jmd export``: from a workspace to files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import click

from jmdexport.cli.common import (
    audience_of,
    audience_option,
    language_option,
    limits_options,
    now,
    on_option,
    plugin_option,
    plugins,
    read,
    refuse,
    refuse_later_map,
    told,
    workspace_argument,
    year_of,
    year_option,
)
from jmdexport.cli.given import options_for, refuse_unknown, text_of
from jmdexport.cli.leaving import (
    no_record_option,
    place_of_record,
    record_option,
    write_all,
    write_one,
)
from jmdexport.cli.pseudonyms import key_option, rekeyed
from jmdexport.cli.references import reference_for, reference_option, refuse_reference
from jmdexport.jobs import Wanted
from jmdexport.options import read_pairs
from jmdexport.recording import Recording
from jmdexport.records import Artifact, Exporter
from jmdexport.registry import Registry
from jmdexport.run import render_all
from jmdexport.wire import Limits
from jmdmodel.messages import Language, Message, Say
from jmdmodel.quality import check
from jmdmodel.scales import Audience

_NO_SUFFIX = Say(
    de="„{path}“ hat keine Endung, die der Export „{exporter}“ schreibt. Möglich sind: {suffixes}.",
    en='"{path}" has no suffix that the exporter "{exporter}" writes. Possible are: {suffixes}.',
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
        registry = plugins(files)
        named = {Path(file).name for file in files}
        for problem in registry.problems if files else ():
            if problem.plugin in named and not problem.distribution:
                raise problem  # somebody has just named the file, so it is what the run is about
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


def suffix_of(output: str, exporter: Exporter, language: Language) -> str:
    """Give the suffix of a file name that the exporter can write, or refuse with those that it can."""
    medium = exporter.medium(Path(output).suffix or "-")
    if medium is None:
        suffixes = ", ".join(known.suffix for known in exporter.media)
        values = {"path": output, "exporter": exporter.name, "suffixes": suffixes}
        refuse(Message.of(_NO_SUFFIX, **values), language)
    return Path(output).suffix.lower()


@click.command("report")
@export_options
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    help="File to write: .md, .html, .txt, .docx, .odt or .pdf.",
)
@reference_option
@click.option("--overwrite", is_flag=True, help="Replace a strange picture beside the report, too.")
@click.option("--templates", metavar="DIR", type=click.Path(), help="Folder with blocks of your own.")
@click.option("-O", "pairs", multiple=True, metavar="NAME=VALUE", help="An option of the report.")
def report_command(
    *,
    workspace: str,
    year: int | None,
    on: date,
    language: Language,
    audience: str,
    purpose: str | None,
    recipient: str | None,
    record: str | None,
    no_record: bool,
    output: str,
    overwrite: bool,
    templates: str | None,
    reference: str | None,
    pairs: tuple[str, ...],
) -> None:
    """Write the annual report of a year of the workspace WS.

    The audience decides the edition: public, report (provider and funder) or internal (the team's,
    with the findings). A report with the suffix .md has its pictures beside it; such a file from
    elsewhere is not replaced. All other forms are a single file. Word and OpenDocument files need the
    extra "office", PDF the extra "pdf".

    Example: jmd report workspace.yaml -o bericht.docx --reference briefkopf.docx
    """
    with told(language):
        job = Job.of(workspace, year, on, language, audience, purpose, recipient, record, no_record)
        exporter = job.registry.get("report")
        suffix = suffix_of(output, exporter, language)
        options = dict(read_pairs(pairs)) | reference_for(exporter, reference, suffix, language)
        report = Wanted("report", options=options, medium=suffix)
        artifacts = job.run(report, templates=templates)
        write_one(artifacts, output, language, overwrite=overwrite, record=job.record)


@click.command("export")
@workspace_argument
@click.argument("names", metavar="EXPORTER...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="DIR", required=True, help="Folder to write to.")
@click.option("-O", "pairs", multiple=True, metavar="NAME=VALUE", help="An option of the exporters.")
@click.option("--medium", metavar="SUFFIX", help="Which form, where an exporter has several: svg, png …")
@click.option("--overwrite", is_flag=True, help="Replace files that come from elsewhere, too.")
@click.option("--keep", is_flag=True, help="Keep files of an earlier export that are no longer made.")
@reference_option
@plugin_option
@limits_options
@audience_option("report")
@record_option
@no_record_option
@key_option
@language_option
@on_option
@year_option
def export_command(
    *,
    workspace: str,
    names: tuple[str, ...],
    year: int | None,
    on: date,
    language: Language,
    audience: str,
    purpose: str | None,
    recipient: str | None,
    record: str | None,
    no_record: bool,
    output: str,
    pairs: tuple[str, ...],
    medium: str | None,
    overwrite: bool,
    keep: bool,
    reference: str | None,
    files: tuple[str, ...],
    limits: Limits,
    key_file: str | None,
) -> None:
    """Run exporters on the workspace WS and write what they make, with a manifest, into one folder.

    An option goes to each exporter that knows it; NAME may be EXPORTER:NAME, and VALUE may be @FILE for the
    text of a file. Exporters of plugins run in a process of their own, within limits; --plugin takes them
    from a file. Files of an earlier export into the same folder that are no longer made, and that nobody has
    changed, are removed and named. Above the audience report, what is written is entered in a record.

    Example: jmd export workspace.yaml impuls-csv -o csv -O dialect=data
    """
    with told(language):
        job = Job.of(
            workspace, year, on, language, audience, purpose, recipient, record, no_record, limits, files
        )
        job = rekeyed(job, workspace, key_file, purpose=purpose, recipient=recipient)
        exporters = [job.registry.get(name) for name in names]
        given = {name: text_of(value, language) for name, value in read_pairs(pairs)}
        refuse_unknown(given, exporters, language)
        refuse_reference(reference, exporters, language)
        wanted = [
            Wanted(
                one.name,
                options=options_for(one, given) | reference_for(one, reference, medium or "", language),
                medium=medium,
            )
            for one in exporters
        ]
        artifacts = job.run(*wanted)
        write_all(artifacts, output, language, overwrite=overwrite, keep=keep, record=job.record)
