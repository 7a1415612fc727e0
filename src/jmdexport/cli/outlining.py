"""The option ``--outlines`` of ``jmd map``: outlines of units from a GeoJSON file, for one picture."""

from __future__ import annotations

from typing import Any

import attrs
import click

from jmdexport.cli.talking import say
from jmdmodel.messages import Language, Message, Say

_TAKEN = Say(
    de="Umrisse aus {path}: {n} übernommen, nur für dieses Bild.",
    en="Outlines from {path}: {n} taken, for this picture only.",
)
_TOLD = 20
_MORE = Say(de="… weitere Gebiete: {n}.", en="… further units: {n}.")


def with_outlines_of(job: Any, path: str | None, language: Language) -> Any:
    """Give an export whose units have their outlines from a file, and tell on stderr what is in doubt.

    The workspace on the disk stays as it is.

    Raises:
        StorageError: The file cannot be read.
        LoadError: It is no GeoJSON with areas in degrees.
    """
    if path is None:
        return job
    from jmdmodel.intake import read_outlines, with_outlines  # noqa: PLC0415 - rarely asked for
    from jmdmodel.storage import read_bytes  # noqa: PLC0415 - as above

    made = with_outlines(job.loaded.workspace, read_outlines(read_bytes(path), name=path))
    say(Message.of(_TAKEN, path=path, n=len(made.completed)), language)
    for doubt in made.doubts[:_TOLD]:
        click.echo(f"{doubt.subject}: {doubt.what.in_(language)}", err=True)
    if len(made.doubts) > _TOLD:
        click.echo(Message.of(_MORE, n=len(made.doubts) - _TOLD).in_(language), err=True)
    return attrs.evolve(job, loaded=attrs.evolve(job.loaded, workspace=made.workspace))
