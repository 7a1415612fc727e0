"""``jmd map``: the network map of a year and its relatives, as picture or page."""

from __future__ import annotations

from datetime import date

import click

from jmdexport.cli.common import refuse, told
from jmdexport.cli.job import Job, export_options, form_option, suffix_of
from jmdexport.cli.kinds import OneOf, WholeNumber, completes
from jmdexport.cli.leaving import write_one
from jmdexport.cli.outlining import with_outlines_of
from jmdexport.jobs import Wanted
from jmdexport.options import describe, read_pairs
from jmdmodel.messages import Language, Say

KINDS = ("network", "change", "years", "committee", "case", "geo")
"""The kinds of map; each is the exporter of that name with ``-map`` behind it."""


_FOR_GEO = Say(de="--outlines gehört zu --kind geo.", en="--outlines goes with --kind geo.")


@click.command("map")
@export_options
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    required=True,
    help="File to write: .svg, .png, .pdf; network also .html.",
)
@form_option
@click.option(
    "--kind",
    type=OneOf(KINDS),
    default=KINDS[0],
    show_default=True,
    help="network: a year; change: what changed since an earlier one; years: several side by side;"
    " committee: who sits where; case: who contributes to one case; geo: the social space, where things are.",
)
@click.option(
    "--from", "from_year", metavar="YEAR", type=WholeNumber(1900, 2199), help="For change: the earlier year."
)
@click.option("--case", metavar="ID", help="For case: which case; with --audience social.")
@click.option(
    "--outlines",
    metavar="FILE",
    type=click.Path(),
    help="For geo: a GeoJSON file with the outlines of units that have none in the workspace.",
)
@click.option("--page", type=OneOf(("A4", "A3")), default="A4", show_default=True, help="Size of the paper.")
@click.option(
    "--landscape/--portrait", default=True, show_default=True, help="Whether the paper lies or stands."
)
@click.option(
    "-O",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=completes("options"),
    help="A further option of the map.",
)
def map_command(
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
    medium: str | None,
    kind: str,
    from_year: int | None,
    case: str | None,
    outlines: str | None,
    page: str,
    landscape: bool,
    pairs: tuple[str, ...],
) -> None:
    """Draw the network map of a year of the workspace WS, or a map of its family.

    Example: jmd map workspace.yaml -o karte.svg --year 2025 --page A3
    """
    with told(language):
        job = Job.of(workspace, year, on, language, audience, purpose, recipient, record, no_record)
        if outlines is not None and kind != "geo":
            refuse(_FOR_GEO, language)
        job = with_outlines_of(job, outlines, language)
        exporter = job.registry.get(f"{kind}-map")
        known = {info.name for info in describe(exporter.options)}
        usual = {"page": page, "orientation": "landscape" if landscape else "portrait"}
        given = {name: str(value) for name, value in (("from-year", from_year), ("case", case)) if value}
        options = {name: value for name, value in usual.items() if name in known}
        options |= given | dict(read_pairs(pairs))  # a wrong one is refused with the names that there are
        suffix = suffix_of(output, exporter, language, medium=medium)
        wanted = Wanted(exporter.name, options=options, medium=suffix)
        write_one(job.run(wanted), output, language, record=job.record)
