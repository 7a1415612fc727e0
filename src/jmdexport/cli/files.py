"""``jmd fmt`` and ``jmd verify``: the form of a workspace file, and whether an export is whole."""

from __future__ import annotations

import sys

import click

from jmdexport.cli.common import FINDINGS, OK, language_option, read, told, workspace_argument
from jmdmodel.codec import dumps, save
from jmdmodel.messages import Language, Message, Say

_NOT_CANONICAL = Say(
    de="{path} ist nicht in der einheitlichen Form; „jmd fmt“ schreibt sie.",
    en='{path} is not in its canonical form; "jmd fmt" writes it.',
)
_DONE = Say(de="{path} wurde neu geschrieben.", en="{path} written anew.")
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
_SAME = Say(de="{path} ist schon in der einheitlichen Form.", en="{path} is in its canonical form already.")


@click.command("fmt")
@workspace_argument
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit status 1 if it would.")
@click.option("--drop-comments", is_flag=True, help="Allow that comments without a place are lost.")
@language_option
def fmt_command(*, workspace: str, only_check: bool, drop_comments: bool, language: Language) -> None:
    """Write the workspace WS in its one canonical form; comments stay with the entries they belong to.

    With - the text comes from standard input and goes to standard output.

    Example: jmd fmt workspace.yaml --check
    """
    with told(language):
        loaded = read(workspace)
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
            sys.exit(OK)
        if only_check:
            if changed:
                _tell(_NOT_CANONICAL, workspace, language)
            sys.exit(FINDINGS if changed else OK)
        if changed:
            save(loaded.workspace, workspace, source=loaded.source, drop_comments=drop_comments)
        _tell(_DONE if changed else _SAME, workspace, language)


def _tell(say: Say, path: str, language: Language) -> None:
    click.echo(Message.of(say, path=path).in_(language), err=True)


@click.command("verify")
@click.argument("folder", metavar="DIR", type=click.Path())
@language_option
def verify_command(folder: str, language: Language) -> None:
    """Verify an exported folder DIR: every file of its manifest is there and unchanged.

    What is missing or changed is listed, and the exit status is then 1; further files are only named.

    Example: jmd verify out
    """
    from jmdexport.writing import verify  # noqa: PLC0415 - fmt need not wait for the exporters

    with told(language):
        verdict = verify(folder)
    for say, names in (
        (_MISSING, verdict.missing),
        (_CHANGED, verdict.changed),
        (_EXTRA, verdict.extra),
    ):
        for name in names:
            click.echo(Message.of(say, name=name).in_(language))
    if verdict.unfinished:
        click.echo(_UNFINISHED.in_(language))
    if verdict.is_whole:
        click.echo(Message.of(_WHOLE, folder=folder).in_(language), err=True)
    sys.exit(OK if verdict.is_whole else FINDINGS)
