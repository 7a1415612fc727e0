"""``jmd exporters``: what can be exported, where it comes from, and which plugins have problems."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from jmdexport.cli.common import FINDINGS, OK, language_option, plugin_option, plugins, refuse, sound, told
from jmdexport.cli.ending import show_traceback
from jmdexport.cli.kinds import completes
from jmdexport.options import as_rows, describe
from jmdexport.records import Exporter
from jmdexport.registry import Registry
from jmdmodel.messages import Language, Message, Say

_ORIGIN = Say(de="aus {distribution} {version}", en="from {distribution} {version}")
_MODULE = Say(de="aus dem Modul {plugin}", en="from the module {plugin}")
_FILE = Say(de="aus der Datei {plugin}", en="from the file {plugin}")
_MEDIA = Say(de="Formate: {media}", en="Media: {media}")
_AUDIENCE = Say(de="Höchster Adressatenkreis: {audience}", en="Highest audience: {audience}")
_OPTIONS = Say(de="Einstellungen (-O NAME=WERT):", en="Options (-O NAME=VALUE):")
_NAMES = Say(de="Einstellungen: {names}", en="Options: {names}")
_DEFAULT = Say(de="Vorgabe: {value}", en="Default: {value}")
_NO_DEFAULT = Say(de="keine Vorgabe", en="no default")
_NO_OPTIONS = Say(de="Keine Einstellungen.", en="No options.")
_WHICH = Say(
    de="Zu --verify gehört der Name eines Exports: jmd exporters NAME --verify.",
    en="--verify needs the name of an exporter: jmd exporters NAME --verify.",
)
_PROBLEMS = Say(de="Erweiterungen mit Fehlern:", en="Plugins with problems:")


@click.command("exporters")
@click.argument("name", metavar="[NAME]", required=False, shell_complete=completes("exporters"))
@click.option("--verify", is_flag=True, help="Check whether the exporter NAME keeps what it promises.")
@plugin_option
@language_option
def exporters_command(*, name: str | None, verify: bool, files: tuple[str, ...], language: Language) -> None:
    """List all exporters with their origin, and the plugins that have problems; or show one in full.

    The exit status is 1 when a plugin has a problem; the exporters of the others are listed all the same.
    With --verify it is 1 when a check fails or stays open.

    Example: jmd exporters network-map
    """
    with told(language):
        registry = plugins(files)
        if verify and name is None:
            refuse(_WHICH, language)
        if name is not None:
            exporter = sound(registry, files).get(name)
            if verify:
                _verify(exporter, registry, language)
            click.echo("\n".join(_whole(exporter, registry, language)))
            sys.exit(OK)
        width = max((len(exporter.name) for exporter in registry.exporters), default=0)
        for exporter in registry.exporters:
            title = exporter.title.in_(language)
            click.echo(f"{exporter.name:{width}}  {title} · {_origin(exporter, registry, language)}")
            click.echo(f"{'':{width}}  {_in_short(exporter, language)}")
        if registry.problems:
            click.echo(_PROBLEMS.in_(language), err=True)
            for problem in registry.problems:
                click.echo(problem.in_(language), err=True)
                show_traceback(problem)
    sys.exit(FINDINGS if registry.problems else OK)


def _verify(exporter: Exporter, registry: Registry, language: Language) -> NoReturn:
    """Print what the kit finds out about an exporter, and end."""
    from jmdexport.testing import conformance  # noqa: PLC0415 - only this option needs it

    file = registry.origin(exporter.name).file
    # A record from a file cannot travel by itself: its module has no name to be imported by.
    report = conformance(exporter.name, plugins="none", files=[file]) if file else conformance(exporter)
    click.echo(report.text(language), nl=False)
    sys.exit(OK if report.is_passed else FINDINGS)


def _origin(exporter: Exporter, registry: Registry, language: Language) -> str:
    origin = registry.origin(exporter.name)
    if origin.file:
        return Message.of(_FILE, plugin=origin.plugin).in_(language)
    if not origin.distribution:
        return Message.of(_MODULE, plugin=origin.plugin).in_(language)
    told = Message.of(_ORIGIN, distribution=origin.distribution, version=origin.version)
    return told.in_(language).strip()


def _in_short(exporter: Exporter, language: Language) -> str:
    """Give media, audience and options in one line; each says what it is, for whoever hears it."""
    names = ", ".join(info.name for info in describe(exporter.options))
    parts = (
        _MEDIA.in_(language).format(media=" ".join(medium.suffix for medium in exporter.media)),
        _AUDIENCE.in_(language).format(audience=exporter.audience.code),
        _NAMES.in_(language).format(names=names) if names else _NO_OPTIONS.in_(language).rstrip("."),
    )
    return " · ".join(parts)


def _told(row: Sequence[str], language: Language) -> list[str]:
    """Give name, kind, default and meaning of an option; the default says that it is one."""
    name, kind, default, *rest = row
    given = (
        _NO_DEFAULT.in_(language) if default in {"", "–"} else _DEFAULT.in_(language).format(value=default)
    )
    return [name, kind, given, *rest]


def _whole(exporter: Exporter, registry: Registry, language: Language) -> list[str]:
    media = ", ".join(f"{medium.suffix} ({medium.media_type})" for medium in exporter.media)
    rows = [_told(row, language) for row in as_rows(exporter.options, language)]
    lines = [
        f"{exporter.name} · {exporter.title.in_(language)} · {_origin(exporter, registry, language)}",
        _MEDIA.in_(language).format(media=media),
        _AUDIENCE.in_(language).format(audience=exporter.audience.code),
    ]
    if not rows:
        return [*lines, _NO_OPTIONS.in_(language)]
    lines.append(_OPTIONS.in_(language))
    lines += ["  " + " · ".join(cell for cell in row if cell) for row in rows]
    return lines
