"""``jmd demo`` and ``jmd new``: something to look at, and something to begin with."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import click

from jmdexport.cli.common import language_option, plugins, told
from jmdexport.demo import (
    EXAMPLE_DATE,
    EXAMPLE_NAME,
    SCHEMA_NAME,
    load_example,
    starter_bytes,
)
from jmdexport.records import Artifact
from jmdexport.run import Wanted, render_all
from jmdexport.writing import write
from jmdmodel.codec.schema import schema_text
from jmdmodel.messages import Language, Message, Say, in_number
from jmdmodel.quality import check
from jmdmodel.scales import Audience
from jmdmodel.storage import ABSENT, write_set

_WITHOUT_PNG = Say(
    de="Ohne PNG-Bilder: pip install 'jmdmodel[png]' ergänzt sie.",
    en="Without PNG pictures: pip install 'jmdmodel[png]' adds them.",
)
_DEMO_DONE = Say(
    de="In {folder} liegen {n} Dateien. Zuerst ansehen: {first}",
    en="{folder} holds {n} files. Look first at: {first}",
)
_NEW_DONE = Say(
    de="{path} ist angelegt. Ausfüllen, dann prüfen: jmd check {path}",
    en="{path} written. Fill it in, then check it: jmd check {path}",
)


@click.command("demo")
@click.argument("folder", metavar="[DIR]", default="jmd-demo", type=click.Path())
@language_option
def demo_command(folder: str, language: Language) -> None:
    """Write the example service into DIR: workspace, maps, findings, report and CSV.

    The reference date of the example is fixed, so the same files come out on every day.

    Example: jmd demo out
    """
    with told(language):
        artifacts = demo_artifacts(language)
        paths = write(artifacts, folder)
        if not _has_png():
            click.echo(_WITHOUT_PNG.in_(language), err=True)
        first = str(Path(folder) / next(one.name for one in artifacts if one.name.endswith(".html")))
        done = Message.of(_DEMO_DONE, folder=folder, n=in_number(len(paths), language), first=first)
        click.echo(done.in_(language), err=True)


def demo_artifacts(language: Language) -> tuple[Artifact, ...]:
    """Make all files of the demo; a pure function of the language and the version of the library."""
    loaded = load_example()
    years = [known.year for known in loaded.workspace.maps]
    suffixes = [".svg", ".png"] if _has_png() else [".svg"]
    wanted = [
        *(
            Wanted("network-map", medium=suffix, year=year, folder="maps")
            for year in years
            for suffix in suffixes
        ),
        Wanted("report", medium=".md"),
        Wanted("report", medium=".html"),
        Wanted("impuls-csv", options={"dialect": "office"}, folder="csv/office"),
        Wanted("impuls-csv", options={"dialect": "data"}, folder="csv/data"),
    ]
    team = [
        Wanted("findings", medium=".txt"),
        Wanted("findings", medium=".json"),
        Wanted("report", medium=".html", folder="team"),
    ]
    findings = tuple(check(loaded.workspace, on=EXAMPLE_DATE))
    registry = plugins()
    made: list[Artifact] = [Artifact(EXAMPLE_NAME, "application/yaml", loaded.source.data)]
    for audience, jobs in ((Audience.REPORT, wanted), (Audience.INTERNAL, team)):
        made += render_all(
            loaded.workspace,
            jobs,
            year=max(years),
            as_of=EXAMPLE_DATE,
            audience=audience,
            language=language,
            findings=findings,
            locate=loaded.source.locate,
            registry=registry,
        )
    return tuple(made)


def _has_png() -> bool:
    return importlib.util.find_spec("resvg_py") is not None


@click.command("new")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False))
@language_option
def new_command(folder: str, language: Language) -> None:
    """Write a commented workspace to start from into DIR; a file that is there is never overwritten.

    Beside it goes the schema of the file format, with which editors complete and check while typing.

    Example: jmd new mein-dienst
    """
    with told(language):
        files = {
            SCHEMA_NAME: schema_text(language=language).encode("utf-8"),
            EXAMPLE_NAME: starter_bytes(),
        }
        *_, path = write_set(folder, files, last=EXAMPLE_NAME, expected=dict.fromkeys(files, ABSENT))
        click.echo(Message.of(_NEW_DONE, path=str(path)).in_(language), err=True)
