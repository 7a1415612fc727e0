"""What ``jmd check`` gives when the workspace cannot be loaded: its faults, in every form."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from jmdexport.cli.common import json_text, write_out
from jmdexport.cli.ending import COULD_NOT_RUN, notes_of, show_traceback
from jmdexport.cli.forms import library_version
from jmdexport.documents.unloaded import faults_markdown, faults_page
from jmdmodel.errors import LoadError, StorageError
from jmdmodel.messages import Language
from jmdmodel.quality.forms.faults import (
    Fault,
    faults_as_concise,
    faults_as_data,
    faults_as_junit,
    faults_as_sarif,
    faults_of,
    head,
)


def tell_faults(
    error: LoadError | StorageError, output: str | None, output_format: str, language: Language
) -> None:
    """Write the faults of a workspace that cannot be loaded in a form; the error itself is the caller's.

    Two forms are for people. The text is what stderr tells anyway, so it is written to a file only. The
    lines of ``concise`` say all that stderr would say again, so there only their number is told.

    Raises:
        StorageError: The faults cannot be written; then stderr has them.
    """
    if output_format == "text" and output is None:
        return
    faults = faults_of(error, language)
    try:
        write_out(_FORMS[output_format](faults, language), output)
    except StorageError:
        click.echo(error.in_(language), err=True)
        raise
    if output_format == "concise" and output is None:
        show_traceback(error)
        for line in (head(faults, language), *notes_of(error, language)):
            click.echo(line, err=True)
        sys.exit(COULD_NOT_RUN)


def _text(faults: tuple[Fault, ...], language: Language) -> str:
    return f"{head(faults, language)}\n\n{_concise(faults, language)}"


def _concise(faults: tuple[Fault, ...], language: Language) -> str:
    del language
    return faults_as_concise(faults)


def _json(faults: tuple[Fault, ...], language: Language) -> str:
    del language
    return json_text(faults_as_data(faults))


def _sarif(faults: tuple[Fault, ...], language: Language) -> str:
    return faults_as_sarif(faults, language=language, root=str(Path.cwd()), version=library_version())


def _junit(faults: tuple[Fault, ...], language: Language) -> str:
    return faults_as_junit(faults, language=language)


_FORMS: Mapping[str, Callable[[tuple[Fault, ...], Language], str]] = {
    "text": _text,
    "concise": _concise,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "markdown": faults_markdown,
    "html": faults_page,
}
