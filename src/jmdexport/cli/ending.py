"""How the command ends when something happens that nobody foresaw: one sentence, and status 2.

Status 1 means findings, so nothing unforeseen may end with it. The text of a strange exception may hold
private data and is not shown; its kind is, and where it came from.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import click

from jmdmodel.errors import JmdError
from jmdmodel.messages import Language, Message, Say

COULD_NOT_RUN = 2
READER_LEFT = 141
"""The status of other programs whose reader went away, 128 and the number of the signal for that."""
LANGUAGE = "jmdexport.language"
TRACEBACK = "jmdexport.traceback"
WORDS = "jmdexport.words"
"""Under these names the context of a run keeps the language, the wish for a traceback, the words given."""

_PLACE = re.compile(r'while exporting "(?P<exporter>[^"]*)" from plugin "(?P<plugin>[^"]*)"')
_FROM = Say(
    de="Das geschah im Export „{exporter}“ aus der Erweiterung „{plugin}“.",
    en='This happened in the exporter "{exporter}" of the plugin "{plugin}".',
)
_HOW = Say(
    de=" Wo er auftrat, zeigt „jmd --traceback“ vor dem Namen des Befehls.",
    en=' "jmd --traceback" before the name of the verb shows where.',
)
_CRASHED = Say(
    de="Im Export „{exporter}“ aus der Erweiterung „{plugin}“ ist ein unerwarteter Fehler aufgetreten"
    " ({kind}); es wurde nichts geschrieben.",
    en='An unexpected error ({kind}) came up in the exporter "{exporter}" of the plugin "{plugin}"; nothing'
    " was written.",
)
_UNFORESEEN = Say(
    de="Ein unerwarteter Fehler ist aufgetreten ({kind}).", en="An unexpected error came up ({kind})."
)
_NO_SPACE = Say(
    de="Die Ausgabe ließ sich nicht schreiben: Es ist kein Platz mehr.",
    en="The output could not be written: there is no space left.",
)
_SYSTEM = Say(
    de="Lesen oder Schreiben ist nicht gelungen; das Betriebssystem meldet „{name}“.",
    en='Reading or writing did not succeed; the operating system reports "{name}".',
)


@contextlib.contextmanager
def last_resort(context: click.Context | None = None) -> Iterator[None]:
    """Turn whatever nobody foresaw into one sentence and status 2; what click knows itself passes.

    Without a context, outside of any verb, the sentence is German.
    """
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except BrokenPipeError:  # somebody read as much as they wanted
        _give_up_output()
        sys.exit(READER_LEFT)
    except Exception as error:  # noqa: BLE001 - whatever it is, status 1 would say that there are findings
        _end(error, {} if context is None else context.meta)


def show_traceback(error: BaseException) -> None:
    """Show the traceback of an error on stderr when it was asked for."""
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(TRACEBACK):
        traceback.print_exception(error)
        click.echo(getattr(error, "details", ""), err=True)


def notes_of(error: BaseException, language: Language) -> Iterator[str]:
    """Give the notes of an error; where it came from is told in words, and not for built-in exporters."""
    for note in getattr(error, "__notes__", ()):
        place = _PLACE.match(str(note))
        if place is None:
            yield str(note)
        elif place["plugin"] != "builtin":
            yield Message.of(_FROM, **place.groupdict()).in_(language)


def _end(error: Exception, meta: Mapping[str, Any]) -> NoReturn:
    language: Language = meta.get(LANGUAGE, "de")
    with contextlib.suppress(OSError):
        if meta.get(TRACEBACK):
            traceback.print_exception(error)
        click.echo(_sentence(error, language), err=True)
    _give_up_output()
    sys.exit(COULD_NOT_RUN)


def _sentence(error: Exception, language: Language) -> str:
    if isinstance(error, JmdError):
        return error.in_(language)
    kind = type(error).__name__
    notes = getattr(error, "__notes__", ())
    place = next((found for note in notes if (found := _PLACE.match(str(note)))), None)
    if place is not None:
        told = Message.of(_CRASHED, kind=kind, **place.groupdict())
    elif isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return _NO_SPACE.in_(language)
    elif isinstance(error, OSError):
        told = Message.of(_SYSTEM, name=errno.errorcode.get(error.errno or 0, kind))
    else:
        told = Message.of(_UNFORESEEN, kind=kind)
    return told.in_(language) + _HOW.in_(language)


def _give_up_output() -> None:
    """Drop what could not be written, because Python would try again on leaving and change the status."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
