"""``jmd report`` and ``jmd export``: from a workspace to files."""

from __future__ import annotations

from datetime import date

import click

from jmdexport.cli.common import (
    audience_option,
    language_option,
    limits_options,
    on_option,
    plugin_option,
    told,
    workspace_argument,
    year_option,
)
from jmdexport.cli.editions import keep_counts, keep_option, published_option, read_published
from jmdexport.cli.given import options_for, refuse_unknown, text_of
from jmdexport.cli.job import Job, export_options, form_option, suffix_of
from jmdexport.cli.kinds import completes
from jmdexport.cli.leaving import no_record_option, record_option, write_all, write_one
from jmdexport.cli.pseudonyms import key_option, rekeyed
from jmdexport.cli.references import reference_for, reference_option, refuse_reference
from jmdexport.jobs import Wanted
from jmdexport.options import read_pairs
from jmdexport.wire import Limits
from jmdmodel.messages import Language


@click.command("report")
@export_options
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    required=True,
    help="File to write: .md, .html, .txt, .docx, .odt or .pdf.",
)
@form_option
@reference_option
@published_option
@keep_option
@click.option("--overwrite", is_flag=True, help="Replace a strange picture beside the report, too.")
@click.option(
    "--templates", metavar="DIR", type=click.Path(file_okay=False), help="Folder with blocks of your own."
)
@click.option(
    "-O",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=completes("options"),
    help="An option of the report.",
)
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
    medium: str | None,
    published: tuple[str, ...],
    keep_file: str | None,
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
        suffix = suffix_of(output, exporter, language, medium=medium)
        options = dict(read_pairs(pairs)) | reference_for(exporter, reference, suffix, language)
        report = Wanted("report", options=options, medium=suffix)
        job = read_published(job, published)
        kept = keep_counts(job, keep_file, [exporter])
        artifacts = job.run(report, templates=templates)
        write_one(artifacts, output, language, overwrite=overwrite, record=job.record)
        kept()


@click.command("export")
@workspace_argument
@click.argument(
    "names", metavar="EXPORTER...", nargs=-1, required=True, shell_complete=completes("exporters")
)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False),
    required=True,
    help="Folder to write to.",
)
@click.option(
    "-O",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=completes("options"),
    help="An option of the exporters.",
)
@click.option(
    "--medium",
    metavar="SUFFIX",
    shell_complete=completes("media"),
    help="Which form, where an exporter has several: svg, png …",
)
@click.option("--overwrite", is_flag=True, help="Replace files that come from elsewhere, too.")
@click.option("--keep", is_flag=True, help="Keep files of an earlier export that are no longer made.")
@reference_option
@published_option
@keep_option
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
    published: tuple[str, ...],
    keep_file: str | None,
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
        job = read_published(job, published)
        kept = keep_counts(job, keep_file, exporters)
        artifacts = job.run(*wanted)
        write_all(artifacts, output, language, overwrite=overwrite, keep=keep, record=job.record)
        kept()
