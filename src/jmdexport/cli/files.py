"""``jmd fmt`` and ``jmd verify``: the form of a workspace file, and whether an export is whole."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from jmdexport.cli.common import FINDINGS, OK, language_option, refuse, told, workspace_argument
from jmdexport.cli.reading import read
from jmdexport.cli.talking import say
from jmdmodel.codec import Loaded, dumps, save
from jmdmodel.codec.folder import FolderSource
from jmdmodel.codec.folder_writing import NO_FILES, folder_files, save_folder
from jmdmodel.codec.parts import is_candidate
from jmdmodel.errors import SHOWN_FAULTS
from jmdmodel.messages import Language, Message, Say
from jmdmodel.storage import ABSENT, is_folder, read_folder

_NOT_CANONICAL = Say(
    de="{path} ist nicht in der einheitlichen Form; „jmd fmt“ schreibt sie.",
    en='{path} is not in its canonical form; "jmd fmt" writes it.',
)
_DONE = Say(de="{path} wurde neu geschrieben.", en="{path} written anew.")
_MADE = Say(de="{path} ist angelegt.", en="{path} written.")
_TAKEN = Say(
    de="In dem Ordner {path} liegt schon etwas, und es bleibt, wie es ist. Nötig ist ein leerer Ordner.",
    en="There is something in the folder {path} already, and it stays as it is. Choose an empty folder.",
)
_MISSING = Say(de="fehlt: {name}", en="missing: {name}")
_CHANGED = Say(de="verändert: {name}", en="changed: {name}")
_EXTRA = Say(de="gehört nicht dazu: {name}", en="does not belong to it: {name}")
_UNFINISHED = Say(
    de="Ein Export wurde hier unterbrochen oder läuft gerade noch.",
    en="An export was interrupted here, or is still running.",
)
_WHOLE = Say(
    de="{folder} ist vollständig und unverändert.",
    en="{folder} is complete and unchanged.",
)
_SOUND = Say(
    de="{path} ist unverändert. Zahl der Einträge: {n}. Letzte Prüfsumme: {digest}",
    en="{path} is unchanged. Number of lines: {n}. Last digest: {digest}",
)
_MORE = Say(de="… weitere Fehler: {n}.", en="… further faults: {n}.")
_AS_RECORDED = Say(
    de="Die eingetragenen Dateien liegen unverändert in {folder}.",
    en="The files of the record are in {folder}, unchanged.",
)
_FOR_RECORDS = Say(
    de="--last und --folder gehören zu einem Exportnachweis; hier wird ein Ordner geprüft.",
    en="--last and --folder go with a record of exports; this is a folder.",
)
_SAME = Say(de="{path} ist schon in der einheitlichen Form.", en="{path} is in its canonical form already.")


@click.command("fmt")
@workspace_argument
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit status 1 if it would.")
@click.option("--drop-comments", is_flag=True, help="Allow that comments without a place are lost.")
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(),
    help="Write to this new file or folder instead: .yaml and .json give one file, no suffix gives a folder.",
)
@language_option
def fmt_command(
    *, workspace: str, only_check: bool, drop_comments: bool, output: str | None, language: Language
) -> None:
    """Write the workspace WS in its one canonical form; comments stay with the entries they belong to.

    In a folder each file is brought to its form and named. With - the text comes from standard input and
    goes to standard output. With -o one file becomes a folder with a file for each collection, or a folder
    one file; what is there already is never overwritten.

    Example: jmd fmt workspace.yaml --check
    """
    with told(language):
        loaded = read(workspace)
        if output is not None:
            _convert(loaded, output, drop_comments=drop_comments, language=language)
        elif isinstance(loaded.source, FolderSource):
            changed = _format_folder(
                loaded, workspace, only_check=only_check, drop_comments=drop_comments, language=language
            )
        else:
            changed = _format_file(
                loaded, workspace, only_check=only_check, drop_comments=drop_comments, language=language
            )
    sys.exit(FINDINGS if output is None and changed and only_check else OK)


def _convert(loaded: Loaded, output: str, *, drop_comments: bool, language: Language) -> None:
    """Write the workspace in another form to a place where nothing is yet."""
    to_folder = is_folder(output, missing=not Path(output).suffix)
    if is_folder(output) and read_folder(output, is_candidate):
        refuse(Message.of(_TAKEN, path=output), language)
    saved = save(
        loaded.workspace,
        output,
        source=loaded.source,
        expected_digest=NO_FILES if to_folder else ABSENT,
        drop_comments=drop_comments,
    )
    names = [str(Path(output, name)) for name in saved.files] if isinstance(saved, FolderSource) else [output]
    for name in names:
        _tell(_MADE, name, language)


def _format_folder(
    loaded: Loaded, workspace: str, *, only_check: bool, drop_comments: bool, language: Language
) -> bool:
    """Bring every file of a folder to its form, and tell which were not in it."""
    source = loaded.source
    files = folder_files(loaded.workspace, source=source, drop_comments=drop_comments, rewrite=True)
    known: dict[str, bytes] = dict(source.files) if isinstance(source, FolderSource) else {}
    changed = [name for name in sorted(known) if files.get(name) != known[name]]
    if changed and not only_check:
        save_folder(loaded.workspace, workspace, source=source, drop_comments=drop_comments, rewrite=True)
    for name in changed:
        _tell(_NOT_CANONICAL if only_check else _DONE, str(Path(workspace, name)), language)
    if not changed and not only_check:
        _tell(_SAME, workspace, language)
    return bool(changed)


def _format_file(
    loaded: Loaded, workspace: str, *, only_check: bool, drop_comments: bool, language: Language
) -> bool:
    """Bring one file to its form, or standard input on its way out."""
    name = "workspace.json" if loaded.source.is_json else "workspace.yaml"
    data = dumps(
        loaded.workspace,
        name=name if workspace == "-" else workspace,
        source=loaded.source,
        drop_comments=drop_comments,
    )
    changed = data != loaded.source.data
    if workspace == "-" and not only_check:
        click.echo(data, nl=False)
    elif only_check:
        if changed:
            _tell(_NOT_CANONICAL, workspace, language)
    else:
        if changed:
            save(loaded.workspace, workspace, source=loaded.source, drop_comments=drop_comments)
        _tell(_DONE if changed else _SAME, workspace, language)
    return changed


def _tell(what: Say, path: str, language: Language) -> None:
    """Tell what happened to a file; that one is not as it should be is told in any case."""
    told = Message.of(what, path=path)
    if what is _NOT_CANONICAL:
        click.echo(told.in_(language), err=True)
    else:
        say(told, language)


@click.command("verify")
@click.argument("place", metavar="DIR|FILE", type=click.Path())
@click.option("--last", metavar="DIGEST", help="For a record: a digest that its last line once had.")
@click.option("--folder", metavar="DIR", type=click.Path(), help="For a record: compare these files with it.")
@language_option
def verify_command(place: str, last: str | None, folder: str | None, language: Language) -> None:
    """Verify an exported folder DIR, or a record of exports, FILE.

    In a folder every file of its manifest must be there and unchanged; further files are only named. In a
    record no line may have been changed, taken out, put in or moved. That lines were cut off at its end
    shows only with --last. What is wrong is listed, and the exit status is then 1.

    Example: jmd verify out

    Example: jmd verify exports.jsonl --folder out
    """
    if is_folder(place):
        if last is not None or folder is not None:
            refuse(_FOR_RECORDS, language)
        whole = _verify_folder(place, language)
    else:
        whole = _verify_record(place, last, folder, language)
    sys.exit(OK if whole else FINDINGS)


def _verify_record(place: str, last: str | None, folder: str | None, language: Language) -> bool:
    from jmdexport.recording import verify_record  # noqa: PLC0415 - fmt need not wait for the exporters

    with told(language):
        verdict = verify_record(place, last=last, folder=folder)
    for fault in verdict.faults[:SHOWN_FAULTS]:
        click.echo(fault.in_(language))
    if len(verdict.faults) > SHOWN_FAULTS:
        click.echo(Message.of(_MORE, n=len(verdict.faults) - SHOWN_FAULTS).in_(language))
    if verdict.is_whole:
        sound = Message.of(_SOUND, path=place, n=len(verdict.records), digest=verdict.last or "–")
        say(sound, language)
    if verdict.is_whole and folder is not None:
        say(Message.of(_AS_RECORDED, folder=folder), language)
    return verdict.is_whole


def _verify_folder(folder: str, language: Language) -> bool:
    from jmdexport.writing import verify  # noqa: PLC0415 - as above

    with told(language):
        verdict = verify(folder)
    for what, names in (
        (_MISSING, verdict.missing),
        (_CHANGED, verdict.changed),
        (_EXTRA, verdict.extra),
    ):
        for name in names:
            click.echo(Message.of(what, name=name).in_(language))
    if verdict.unfinished:
        click.echo(_UNFINISHED.in_(language))
    if verdict.is_whole:
        say(Message.of(_WHOLE, folder=folder), language)
    return verdict.is_whole
