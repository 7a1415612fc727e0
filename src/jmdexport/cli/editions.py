"""``--published`` and ``--keep-counts``: what earlier editions told of persons, heeded in the next (R-51).

Two reports of the same persons with different numbers tell by the difference who was added. The tables of an
edition that goes out are kept in a file; the next edition is given it back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs
import click

from jmdexport.cli.common import json_text, refuse, write_out
from jmdexport.cli.talking import say
from jmdexport.records import Exporter
from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience
from jmdmodel.storage import read_bytes

VERSION = 1
"""The version of the file."""

_NO_COUNTS = Say(
    de="{path} enthält keine Zahlen einer früheren Ausgabe. Solche Dateien schreibt --keep-counts.",
    en="{path} holds no counts of an earlier edition. --keep-counts writes such files.",
)
_NOTHING_TO_KEEP = Say(
    de="--keep-counts: Hier gehen keine Zahlen über Personen hinaus. Sie stehen im Jahresbericht und in den"
    " CSV-Tabellen ab dem Adressatenkreis „report“.",
    en="--keep-counts: No counts of persons leave here. They are in the report and in the CSV tables from the"
    ' audience "report" on.',
)
_THERE = Say(
    de="--keep-counts: In {path} stehen die Zahlen einer anderen Ausgabe, und sie bleiben. Jede Ausgabe"
    " braucht eine Datei für sich.",
    en="--keep-counts: {path} holds the counts of another edition, and they stay. Each edition needs a file"
    " of its own.",
)
_KEPT = Say(
    de="Zahlen dieser Ausgabe: {path}. Bei der nächsten Ausgabe angeben: --published {path}",
    en="Counts of this edition: {path}. Give them with the next edition: --published {path}",
)

published_option = click.option(
    "--published",
    "published",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    help="Counts of persons in an edition that is out already, as --keep-counts wrote them; what is hidden"
    " there stays hidden here. May be given several times.",
)
keep_option = click.option(
    "--keep-counts",
    "keep_file",
    metavar="FILE",
    type=click.Path(),
    help="For an edition that goes out: write its counts of persons to FILE, for --published of the next.",
)


def read_published(job: Any, paths: Sequence[str]) -> Any:
    """Give an export that heeds the counts of earlier editions.

    Raises:
        StorageError: A file cannot be read.
    """
    from jmdmodel.privacy.counts import from_data  # noqa: PLC0415 - only where somebody asks for it

    tables = []
    for path in paths:
        data = read_bytes(path)
        try:
            kept = json.loads(data)
            tables += [from_data(table) for table in kept["tables"]]
            known = kept["version"] == VERSION
        except (ModelError, KeyError, TypeError, ValueError, RecursionError):
            known = False
        if not known:
            refuse(Message.of(_NO_COUNTS, path=path), job.language)
    return attrs.evolve(job, published=tuple(tables))


def keep_counts(job: Any, path: str | None, exporters: Sequence[Exporter]) -> Callable[[], None]:
    """Give what writes the counts of this edition, to be called when the edition has been written.

    They are the tables that every reader of ``report`` sees, without the words of the team.
    """
    if path is None:
        return lambda: None
    lowest = max(
        (min(job.audience, one.audience) for one in exporters if one.counts), default=Audience.PUBLIC
    )
    if lowest < Audience.REPORT:
        refuse(_NOTHING_TO_KEEP, job.language)

    from jmdexport.cutting import counts_for  # noqa: PLC0415 - only where somebody asks for it
    from jmdmodel.privacy.counts import as_data  # noqa: PLC0415 - as above

    made = counts_for(job.loaded.workspace, job.year, Audience.REPORT, published=job.published)
    text = json_text({"version": VERSION, "tables": [as_data(table) for table in made.shown]})
    place = Path(path)
    if place.exists() and read_bytes(place) != text.encode("utf-8"):
        refuse(Message.of(_THERE, path=path), job.language)

    def write() -> None:
        write_out(text, path)
        say(Message.of(_KEPT, path=path), job.language)

    return write
