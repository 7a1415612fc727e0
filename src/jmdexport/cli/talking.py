"""What the command line says beside its results: on stderr, in words, and less when asked to be quiet.

Colour and progress are for terminals. Neither says anything that the words do not say.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from jmdexport.cli.kinds import OneOf
from jmdmodel.messages import Language, Message, Say, in_number

QUIET = "jmdexport.quiet"
COLOR = "jmdexport.color"
"""Under these names the context of a run keeps what the options ask for."""

_STEP = Say(de="Export {n} von {all}: {name}", en="Export {n} of {all}: {name}")


def _kept(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep what an option asks for, whether it stands before the verb or behind it."""
    if value:
        ctx.meta[QUIET if param.name == "quiet" else COLOR] = value


def talk_options() -> list[click.Option]:
    """Give the options about talking, anew for each command that they stand with."""
    return [
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_kept,
            help="Say on stderr only what is wrong.",
        ),
        click.Option(
            ["--color"],
            type=OneOf(("auto", "always", "never")),
            expose_value=False,
            callback=_kept,
            help="Colour in the result (auto: on a terminal, unless NO_COLOR is set).",
        ),
    ]


def say(told: Message | str, language: Language) -> None:
    """Say on stderr that something has gone well, unless the run is to be quiet."""
    if not _meta(QUIET):
        click.echo(told if isinstance(told, str) else told.in_(language), err=True)


def wants_colour(output: str | None) -> bool:
    """Tell whether the result is to be coloured: on a terminal, unless the user says otherwise.

    ``--color`` wins over ``NO_COLOR``, and that over ``FORCE_COLOR``; both count when they are not empty. A
    file gets no colour.
    """
    asked = _meta(COLOR)
    if output is not None or asked == "never":
        return False
    if asked == "always":
        return True
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def steps(language: Language) -> Callable[[int, int, str], None] | None:
    """Give what tells which of several exporters is at work: only a terminal is told, a line for each.

    A line each, and no bar that is drawn over and over: a screen reader can follow it, and nothing is lost.
    """
    if _meta(QUIET) or not _on_terminal():
        return None

    def tell(number: int, of: int, name: str) -> None:
        if of > 1:
            values = {"n": in_number(number, language), "all": in_number(of, language), "name": name}
            click.echo(Message.of(_STEP, **values).in_(language), err=True)

    return tell


def _on_terminal() -> bool:
    return sys.stderr.isatty()


def _meta(name: str) -> Any:
    context = click.get_current_context(silent=True)
    return None if context is None else context.meta.get(name)
