"""What the verbs share: options, reading a workspace, telling errors, writing results.

Here alone the library reads the clock and the environment: today's date, once, and which plugins
are wanted.
"""

from __future__ import annotations

import functools
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar, cast

import click

from jmdexport.cli.ending import COULD_NOT_RUN, LANGUAGE, notes_of, show_traceback
from jmdexport.cli.kinds import OneOf, WholeNumber
from jmdmodel.errors import JmdError
from jmdmodel.messages import LANGUAGES, Language, Message, Say
from jmdmodel.scales import Audience

F = TypeVar("F", bound=Callable[..., Any])

OK, FINDINGS = 0, 1
_NOW = "jmdexport.now"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_ABOVE = Say(
    de="Ein Adressatenkreis über „internal“ braucht --purpose TEXT und --recipient TEXT.",
    en='An audience above "internal" needs --purpose TEXT and --recipient TEXT.',
)
_NO_DAY = Say(
    de="--on: „{given}“ ist kein Tag des Kalenders. Erwartet: JJJJ-MM-TT",
    en='--on: "{given}" is no day of the calendar. Expected: YYYY-MM-DD',
)
_LATER_YEAR = Say(
    de="Das Jahr {year} beginnt erst nach dem Stichtag {on}. --year setzt das Jahr, --on den Stichtag.",
    en="The year {year} begins after the reference date {on}. --year sets the year, --on the reference date.",
)
_LATER_MAP = Say(
    de="Die Netzwerkkarte {year} zeigt den Stand vom {day}, und der liegt nach dem Stichtag {on}."
    " Für diese Karte ist mit --on ein Tag ab {first} anzugeben.",
    en="The network map {year} shows how things stand on {day}, which is after the reference date {on}."
    " For this map give --on a day from {first} on.",
)
_NO_PYTHON = Say(
    de="--plugin: „{given}“ ist keine Python-Datei. Erwartet wird eine einzelne Datei mit der Endung .py;"
    " installierte Erweiterungen werden von selbst gefunden.",
    en='--plugin: "{given}" is no Python file. Expected is a single file that ends in .py;'
    " plugins that are installed are found by themselves.",
)
_NO_PLUGIN = Say(
    de="--plugin: Eine Datei „{given}“ gibt es nicht. Der Pfad gilt vom Ordner aus, in dem der Befehl läuft.",
    en='--plugin: There is no file "{given}". The path is seen from the folder that the command runs in.',
)
_NO_MAP = Say(
    de="Die Arbeitsmappe hat bis {on} keine Netzwerkkarte; das Jahr mit --year angeben.",
    en="The workspace has no network map up to {on}; give the year with --year.",
)

language_option = click.option(
    "--language",
    type=OneOf(LANGUAGES),
    default="de",
    show_default=True,
    is_eager=True,  # so that the messages about all other options know it
    callback=lambda ctx, _param, value: ctx.meta.setdefault(LANGUAGE, value),
    help="Language of texts and messages.",
)


def _day(ctx: click.Context, _param: click.Parameter, value: str | None) -> date:
    """Read a day of the calendar; today when none is given."""
    if value is None or ctx.resilient_parsing:  # a shell that completes a command is told nothing
        return today()
    with suppress(ValueError):
        if _DAY.fullmatch(value):
            return date.fromisoformat(value)
    return refuse(Message.of(_NO_DAY, given=value), ctx.meta.get(LANGUAGE, "de"))


on_option = click.option(
    "--on",
    "on",
    metavar="DATE",
    callback=_day,
    help="Reference date, YYYY-MM-DD (today).",
)
year_option = click.option(
    "--year",
    metavar="YEAR",
    type=WholeNumber(1900, 2199),
    help="Year (that of the last map not after the date).",
)


def format_option(forms: Iterable[str]) -> Callable[[F], F]:
    """Give the option that chooses a form of the result; the first form is the default."""
    words = tuple(forms)
    return click.option(
        "--output-format",
        type=OneOf(words),
        default=words[0],
        show_default=True,
        help="Form of the result.",
    )


output_option = click.option(
    "-o", "--output", "output", metavar="FILE", type=click.Path(), help="Where to write (standard output, -)."
)
workspace_argument = click.argument("workspace", metavar="WS", type=click.Path(allow_dash=True))


def audience_option(default: str, *, lowest: Audience = Audience.PUBLIC) -> Callable[[F], F]:
    """Give the options that say for whom a result is made."""

    def decorate(function: F) -> F:
        for option in (
            click.option("--recipient", metavar="TEXT", help="Who gets it; needed above internal."),
            click.option("--purpose", metavar="TEXT", help="What for; needed above internal."),
            click.option(
                "--audience",
                type=OneOf([audience.code for audience in Audience if audience >= lowest]),
                default=default,
                show_default=True,
                help="The highest class of data that may be shown.",
            ),
        ):
            function = option(function)
        return function

    return decorate


def limits_options(function: F) -> F:
    """Give the options that say how much time and memory exporters of plugins may take, as ``limits``."""
    from jmdexport.wire import Limits  # noqa: PLC0415 - the way to other processes costs time

    @functools.wraps(function)
    def limited(*, plugin_seconds: int, plugin_megabytes: int, **others: Any) -> Any:
        return function(**others, limits=Limits(seconds=plugin_seconds, megabytes=plugin_megabytes))

    made: Any = limited
    for name, default, text in (
        ("--plugin-seconds", Limits().seconds, "How long an exporter of a plugin may take."),
        ("--plugin-megabytes", Limits().megabytes, "How much memory an exporter of a plugin may use."),
    ):
        made = click.option(
            name, metavar="N", type=WholeNumber(1), default=default, show_default=True, help=text
        )(made)
    return cast("F", made)


def now() -> datetime:
    """Give the time with its zone, read once in a run; the one place where the library reads the clock."""
    context = click.get_current_context(silent=True)
    read_once: datetime = datetime.now().astimezone()
    return read_once if context is None else context.meta.setdefault(_NOW, read_once)


def today() -> date:
    """Give today's date."""
    return now().date()


def _plugin_files(ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse what cannot be a plugin in one file, with the way to go on."""
    if ctx.resilient_parsing:  # as above
        return value
    language = ctx.meta.get(LANGUAGE, "de")
    for given in value:
        if Path(given).suffix != ".py":
            refuse(Message.of(_NO_PYTHON, given=given), language)
        if not Path(given).is_file():
            refuse(Message.of(_NO_PLUGIN, given=given), language)
    return value


plugin_option = click.option(
    "--plugin",
    "files",
    type=click.Path(),
    callback=_plugin_files,
    multiple=True,
    metavar="FILE.py",
    help="A Python file with exporters, without packaging; may be given several times.",
)


def plugins(files: Sequence[str] = ()) -> Any:
    """Give the registry of exporters that the environment allows, and of those in some files.

    ``JMDEXPORT_PLUGINS`` unset: all that are installed; empty or ``none``: only the built-in ones;
    otherwise the modules that it names, divided by commas, and the built-in ones. The files count in any
    case: somebody has just named them.
    """
    from jmdexport.registry import Registry  # noqa: PLC0415 - looking for plugins costs time

    given = os.environ.get("JMDEXPORT_PLUGINS", "installed").strip()
    if given == "installed":
        return Registry(files=files)
    if given in {"", "none"}:
        return Registry("none", files=files)
    return Registry([name.strip() for name in given.split(",") if name.strip()], files=files)


def sound(registry: Any, files: Sequence[str]) -> Any:
    """Give the registry back if each file has exporters: somebody has just named it, so the run is about it.

    Raises:
        PluginProblem: A file has something wrong.
    """
    named = {Path(file).name for file in files}
    for problem in registry.problems if files else ():
        if problem.plugin in named and not problem.distribution:
            raise problem
    return registry


@contextmanager
def told(language: Language) -> Iterator[None]:
    """Tell an error of the library on stderr and end with status 2; all others are for the last resort."""
    try:
        yield
    except JmdError as error:
        show_traceback(error)
        click.echo(error.in_(language), err=True)
        for note in notes_of(error, language):
            click.echo(note, err=True)
        sys.exit(COULD_NOT_RUN)


def audience_of(audience: str, purpose: str | None, recipient: str | None, language: Language) -> Audience:
    """Give the audience asked for; above ``internal`` only with a purpose and a recipient (R-51)."""
    asked = Audience.of(audience)
    if asked > Audience.INTERNAL and not (purpose and recipient):
        refuse(_ABOVE, language)
    return asked


def year_of(workspace: Any, year: int | None, on: date, language: Language) -> int:
    """Give the year asked for, or that of the last map not after the reference date."""
    if year is not None and year > on.year:
        refuse(Message.of(_LATER_YEAR, year=str(year), on=on), language)
    if year is not None:
        return year
    years: list[int] = [known.year for known in workspace.maps if known.as_of <= on]
    if not years:
        refuse(Message.of(_NO_MAP, on=on), language)
    return max(years)


def refuse_later_map(workspace: Any, year: int, on: date, language: Language) -> None:
    """Refuse a network map that shows a state after the reference date."""
    found = workspace.maps.get(str(year))
    if found is not None and found.as_of > on:
        values = {"day": found.as_of, "first": found.as_of.isoformat()}
        refuse(Message.of(_LATER_MAP, year=str(year), on=on, **values), language)


def refuse(said: Say | Message, language: Language) -> NoReturn:
    """Say why the command cannot run, and end with status 2."""
    click.echo(said.in_(language), err=True)
    sys.exit(COULD_NOT_RUN)


def json_text(data: object) -> str:
    """Give plain data as JSON for people and programs: indented, letters as they are, a line end last."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write_out(text: str, output: str | None) -> None:
    """Write a text to a file through the storage floor, or to standard output, as UTF-8 either way."""
    if output in {None, "-"}:
        click.echo(text.encode("utf-8"), nl=False)
        return
    from jmdmodel.storage import write_file  # noqa: PLC0415

    write_file(output, text.encode("utf-8"))
