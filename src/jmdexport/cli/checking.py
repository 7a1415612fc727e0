"""``jmd check`` and ``jmd explain``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import attrs
import click

from jmdexport.cli.common import (
    FINDINGS,
    OK,
    audience_of,
    audience_option,
    format_option,
    language_option,
    on_option,
    output_option,
    told,
    workspace_argument,
    write_out,
)
from jmdexport.cli.configuring import config_option, isolated_option, settings_for
from jmdexport.cli.ending import LANGUAGE
from jmdexport.cli.forms import FORMS, LIMIT, TELLS_OF_HIDDEN, Wanted
from jmdexport.cli.kinds import OneOf, WholeNumber, completes
from jmdexport.cli.mistakes import Mistake
from jmdexport.cli.reading import read
from jmdexport.cli.talking import wants_colour
from jmdmodel.areas import OfficialKeys
from jmdmodel.codec.pause import collector_paused
from jmdmodel.errors import LoadError, StorageError
from jmdmodel.messages import Language, Message, Say, in_number
from jmdmodel.privacy import visible
from jmdmodel.quality import Findings, catalogue, check, explain
from jmdmodel.quality.catalogue import named
from jmdmodel.quality.report import waived_line
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

_HIDDEN = Say(
    de="Weitere Befunde zu vertraulichen Angaben (nur Regel und Zahl): {codes}.",
    en="Further findings about confidential entries (rule and number only): {codes}.",
)
_NO_PARAMETER = Say(
    de="--parameter: „{given}“ passt nicht. Erwartet: RULE.NAME=VALUE, zum Beispiel Q502.months=36",
    en='--parameter: "{given}" does not fit. Expected: RULE.NAME=VALUE, for instance Q502.months=36',
)
_LEVELS = ("must", "should", "hint", "never")
_NOTE = Say(de="Hinweis: {note}", en="Note: {note}")


def _words(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Take lists with commas as well as options given several times."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def _parameter(ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, Any]:
    """Read ``RULE.NAME=VALUE``; numbers and lists as JSON writes them, everything else as text."""
    parameters: dict[str, dict[str, Any]] = {}
    for given in values:
        place, equals, text = given.partition("=")
        rule, dot, name = place.partition(".")
        if not equals or not dot:
            raise Mistake(Message.of(_NO_PARAMETER, given=given), ctx, ctx.meta.get(LANGUAGE, "de"))
        try:
            value = json.loads(text)
        except ValueError:
            value = text
        parameters.setdefault(rule, {})[name] = value
    return parameters


_CODES: dict[str, Any] = {
    "multiple": True,
    "metavar": "CODES",
    "callback": _words,
    "shell_complete": completes("choices_of_rules"),
}


@click.command("check")
@workspace_argument
@click.option("--select", **_CODES, help="Run only these rules.")
@click.option("--enable", **_CODES, help="Run these in addition.")
@click.option("--ignore", **_CODES, help="Leave these rules out.")
@click.option(
    "--parameter",
    "parameters",
    multiple=True,
    metavar="RULE.NAME=VALUE",
    callback=_parameter,
    help="Set a parameter of a rule.",
)
@click.option(
    "--fail-on",
    type=OneOf(_LEVELS),
    help="From which level on the exit status is 1 (must).",
)
@click.option(
    "--directory",
    type=click.Path(),
    metavar="FILE",
    help="Compare official keys with this municipality directory, a file in the format GV100AD.",
)
@config_option
@isolated_option
@format_option(FORMS)
@click.option(
    "--limit",
    type=WholeNumber(min=0),
    default=LIMIT,
    show_default=True,
    metavar="N",
    help="How many findings of one rule text and Markdown show; 0 for all.",
)
@click.option("--passed", is_flag=True, help="Also list the rules that found nothing.")
@output_option
@on_option
@language_option
@audience_option("internal", lowest=Audience.INTERNAL)
def check_command(  # noqa: PLR0917 - click passes each option as an argument
    workspace: str,
    select: tuple[str, ...],
    enable: tuple[str, ...],
    ignore: tuple[str, ...],
    parameters: dict[str, Any],
    fail_on: str | None,
    directory: str | None,
    config: str | None,
    isolated: bool,  # noqa: FBT001 - as all of them
    output_format: str,
    limit: int,
    passed: bool,  # noqa: FBT001 - as above
    output: str | None,
    on: date,
    language: Language,
    audience: str,
    purpose: str | None,
    recipient: str | None,
) -> None:
    """Check the workspace WS against the quality rules of the framework concept.

    CODES are codes, names, family letters or levels of rules, divided by commas. Settings come from the
    nearest jmd.toml, or pyproject.toml with a table [tool.jmd], in the folder of WS or above it; on the
    command line --select, --fail-on and --directory take their place, the other options come in addition.
    When the workspace or the directory cannot be loaded, the exit status is 2, and the faults come in the
    form asked for.

    Example: jmd check workspace.yaml --ignore N201,hint --on 2026-01-31
    """
    # The collector has nothing to find here, but would visit the whole workspace time and again.
    with told(language), collector_paused():
        ceiling = audience_of(audience, purpose, recipient, language)
        given = {
            "select": select,
            "enable": enable,
            "ignore": ignore,
            "parameters": parameters,
            "fail_on": fail_on,
            "directory": directory,
        }
        layers, rules = settings_for(workspace, config=config, isolated=isolated, given=given)
        settings = layers.settings
        with _faults_told(output, output_format, language):
            loaded = read(workspace, keep_places=True)  # findings are shown with theirs
            keys = _read_keys(layers.directory)
        for note in loaded.source.notes:
            click.echo(_NOTE.in_(language).format(note=note.in_(language)), err=True)
        found = check(loaded.workspace, on=on, settings=settings, rules=rules, directory=keys)
        shown = _seen(found, loaded.workspace, ceiling)
        hidden = _count_hidden(found, shown)
        wanted = Wanted(
            loaded=loaded,
            rules=(*catalogue(), *rules),
            audience=ceiling,
            language=language,
            hidden=hidden,
            limit=limit,
            passed=passed,
            colour=wants_colour(output),
        )
        write_out(FORMS[output_format](shown, wanted), output)
        if hidden and output_format not in TELLS_OF_HIDDEN:
            codes = ", ".join(f"{code} ({in_number(count, language)})" for code, count in hidden.items())
            click.echo(_HIDDEN.in_(language).format(codes=codes), err=True)
        if output_format == "concise" and (told_waived := waived_line(shown, language)):
            click.echo(told_waived, err=True)
        failed = found.fails(settings.fail_on)
    sys.exit(FINDINGS if failed else OK)


@contextmanager
def _faults_told(output: str | None, output_format: str, language: Language) -> Iterator[None]:
    """Tell why a file could not be read also in the form of the result that was asked for."""
    try:
        yield
    except (LoadError, StorageError) as error:
        from jmdexport.cli.faults import tell_faults  # noqa: PLC0415 - costs time only when there are faults

        tell_faults(error, output, output_format, language)
        raise


def _read_keys(path: str | None) -> OfficialKeys | None:
    """Read the keys of an official directory, where one is named."""
    if path is None:
        return None
    from jmdmodel.intake import official_keys, read_gv100ad  # noqa: PLC0415 - rarely asked for
    from jmdmodel.storage import read_bytes  # noqa: PLC0415 - as above

    return official_keys(read_gv100ad(read_bytes(path), name=path))


def _seen(found: Findings, workspace: Workspace, ceiling: Audience) -> Findings:
    """Give the findings that the audience may see, waived ones too."""
    both = {*visible([*found, *(part.finding for part in found.waived)], workspace, ceiling)}
    return attrs.evolve(
        found,
        found=tuple(finding for finding in found if finding in both),
        waived=tuple(part for part in found.waived if part.finding in both),
    )


def _count_hidden(found: Findings, shown: Findings) -> dict[str, int]:
    """Count the findings that the audience may not see, by rule."""
    counts: dict[str, int] = {}
    seen = set(shown)
    for finding in found:
        if finding not in seen:
            counts[finding.code] = counts.get(finding.code, 0) + 1
    return counts


@click.command("explain")
@click.argument("rule", metavar="CODE-OR-NAME", shell_complete=completes("rules"))
@config_option
@isolated_option
@language_option
def explain_command(
    rule: str,
    config: str | None,
    isolated: bool,  # noqa: FBT001 - click passes each option as an argument
    language: Language,
) -> None:
    """Explain a rule, named by its code or its name: why it matters and what to do.

    Own rules are those that the settings file of the current folder names, or the one given.

    Example: jmd explain Q512
    """
    with told(language):
        library = catalogue()
        # A settings file that cannot be read must not keep anybody from the rules of the library.
        own = () if rule in named(library) else settings_for(None, config=config, isolated=isolated)[1]
        write_out(explain(rule, language, rules=(*library, *own)), None)
