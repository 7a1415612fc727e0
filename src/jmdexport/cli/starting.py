"""``jmd demo`` and ``jmd new``: something to look at, and something to begin with."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import click

from jmdexport.cli.beginning import explanation
from jmdexport.cli.common import language_option, plugins, told
from jmdexport.cli.talking import say, steps
from jmdexport.demo import (
    EXAMPLE_DATE,
    EXAMPLE_NAME,
    PART_SCHEMA_NAME,
    SCHEMA_NAME,
    ignored_files,
    load_example,
    starter_bytes,
    starter_parts,
)
from jmdexport.jobs import Wanted
from jmdexport.records import Artifact
from jmdexport.run import render_all
from jmdexport.writing import write
from jmdmodel.codec.schema import schema_text
from jmdmodel.errors import StorageError
from jmdmodel.messages import Language, Message, Say, in_number
from jmdmodel.quality import check
from jmdmodel.scales import Audience
from jmdmodel.storage import ABSENT, read_bytes, write_file, write_set

_WITHOUT_PNG = Say(
    de="Ohne PNG-Bilder: pip install 'jmdmodel[png]' ergänzt sie.",
    en="Without PNG pictures: pip install 'jmdmodel[png]' adds them.",
)
_DEMO_DONE = Say(
    de="In {folder} liegen {n} Dateien. Zuerst ansehen: {first}",
    en="{folder} holds {n} files. Look first at: {first}",
)
_IGNORE = Say(
    de="{path} gibt es schon und bleibt, wie es ist. Damit Angaben über Menschen außerhalb der"
    " Versionsverwaltung bleiben, sind diese Zeilen zu ergänzen: {lines}",
    en="{path} exists and stays as it is. Add these lines to it, so that entries about people stay out of"
    " version control: {lines}",
)


@click.command("demo")
@click.argument("folder", metavar="[DIR]", default="jmd-demo", type=click.Path(file_okay=False))
@language_option
def demo_command(folder: str, language: Language) -> None:
    """Write the example service into DIR: workspace, maps, findings, report and CSV.

    The reference date of the example is fixed, so the same files come out on every day.

    Example: jmd demo out
    """
    with told(language):
        artifacts = demo_artifacts(language, progress=steps(language))
        paths = write(artifacts, folder)
        if not _has_png():
            say(_WITHOUT_PNG.in_(language), language)
        first = str(Path(folder) / next(one.name for one in artifacts if one.name.endswith(".html")))
        done = Message.of(_DEMO_DONE, folder=folder, n=in_number(len(paths), language), first=first)
        say(done, language)


def demo_artifacts(
    language: Language, *, progress: Callable[[int, int, str], None] | None = None
) -> tuple[Artifact, ...]:
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
    findings = check(loaded.workspace, on=EXAMPLE_DATE)
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
            progress=progress,
        )
    return tuple(made)


def _has_png() -> bool:
    return importlib.util.find_spec("resvg_py") is not None


@click.command("new")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path())
@language_option
def new_command(folder: str, language: Language) -> None:
    """Write a commented workspace to start from into DIR; a file that is there is never overwritten.

    It is a folder with a file for each collection. What is about people has files of its own, and the
    .gitignore beside them keeps them out of version control. When DIR ends in .yaml, the workspace is that
    one file. Beside it go the schemas of the file format, with which editors complete and check. Nothing is
    asked; each file is explained, and what to do next.

    Example: jmd new mein-dienst
    """
    with told(language):
        files = {SCHEMA_NAME: schema_text(language=language).encode("utf-8")}
        if Path(folder).suffix.lower() in {".yaml", ".yml"}:
            path = Path(folder)
            files[path.name] = starter_bytes().replace(f" {EXAMPLE_NAME}".encode(), f" {path.name}".encode())
            write_set(
                path.parent, files, last=path.name, expected=dict.fromkeys(files, ABSENT), through_link=True
            )
        else:
            files[PART_SCHEMA_NAME] = schema_text(language=language, part=True).encode("utf-8")
            files |= starter_parts()
            write_set(folder, files, last=EXAMPLE_NAME, expected=dict.fromkeys(files, ABSENT))
            if _ignored(Path(folder, ".gitignore"), language):
                files[".gitignore"] = ignored_files()
        say(explanation(folder, files, language), language)


def _ignored(path: Path, language: Language) -> bool:
    """Write the list of what stays out of version control; one that is there gets a word in place of it."""
    try:
        write_file(path, ignored_files(), expected_digest=ABSENT)
    except StorageError as error:
        if error.code != "S311":
            raise
        there = read_bytes(path).decode("utf-8", "replace").splitlines()
        wanted = [line for line in ignored_files().decode("utf-8").splitlines() if line[:1] in {"/", "."}]
        lines = [line for line in wanted if line not in there]
        if lines:
            click.echo(Message.of(_IGNORE, path=str(path), lines=" ".join(lines)).in_(language), err=True)
        return False
    return True
