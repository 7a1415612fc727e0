"""What shells complete: values that need a look at rules and exporters, and what single shells do their way.

Loaded only when a shell asks. Nothing here reads a workspace: what stands in one is no matter of a shell.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import click
from click.shell_completion import BashComplete, CompletionItem, ShellComplete, add_completion_class

from jmdexport.cli.ending import WORDS

_POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $_.Value } else { $_.Extent.Text } })
    $before = $env:%(complete_var)s, $env:COMP_WORDS, $env:COMP_CWORD
    $env:%(complete_var)s = 'powershell_complete'
    $env:COMP_WORDS = $words -join "`n"
    $env:COMP_CWORD = "$wordToComplete"
    try { $found = @(& %(prog_name)s 2>$null) } finally {
        $env:%(complete_var)s, $env:COMP_WORDS, $env:COMP_CWORD = $before
    }
    foreach ($line in $found) {
        $type, $value, $help = $line -split "`t", 3
        if ($type -eq 'plain') {
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
        } elseif ($type -eq 'file' -or $type -eq 'dir') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete) |
                Where-Object { $type -eq 'file' -or $_.ResultType -eq 'ProviderContainer' }
        }
    }
}
"""


@add_completion_class
class PowerShell(ShellComplete):
    """Completion for PowerShell 5.1 and later; that of click, from 8.5 on, loses the backslashes of paths.

    The script hands over the words before the cursor, one a line, and the word at it; it gets back a line
    for each item: kind, value and help, with tabs between them.
    """

    name = "powershell"
    source_template = _POWERSHELL.lstrip()

    def get_completion_args(self) -> tuple[list[str], str]:
        """Give the words before the cursor, without the command itself, and the word at it."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        return words[1:], os.environ.get("COMP_CWORD", "").lstrip("'\"")

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Give an item as a line; the help in ASCII, because a console may expect any encoding."""
        said = " ".join((item.help or item.value).split())
        return f"{item.type}\t{item.value}\t{said.encode('ascii', 'replace').decode()}"


@add_completion_class
class Bash(BashComplete):
    """Completion for bash, which takes ``NAME=VALUE`` apart at its sign and completes what is behind it.

    Behind ``NAME=`` no blank is set, as the value goes on there.
    """

    source_template = BashComplete.source_template.replace(
        "COMPREPLY+=($value)", "COMPREPLY+=($value)\n            [[ $value == *= ]] && compopt -o nospace"
    )

    def get_completion_args(self) -> tuple[list[str], str]:
        """Put words that bash has taken apart at ``=`` together again."""
        args, incomplete = super().get_completion_args()
        self._cut = ""
        if incomplete == "=":
            args, incomplete = [*args, "="], ""
        if len(args) >= 2 and args[-1] == "=":
            *args, name, _sign = args
            if name.startswith("--"):
                args.append(name)
            else:
                self._cut = f"{name}="
                incomplete = self._cut + incomplete
        return args, incomplete

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Give an item without what stands before the sign, which bash leaves as it is."""
        item.value = item.value.removeprefix(self._cut)
        return super().format_completion(item)


def rules(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete codes and names of rules."""
    return _fitting(_rules(), incomplete)


def choices_of_rules(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Complete what chooses rules: codes, names, families and levels, also behind a comma."""
    from jmdmodel.quality.catalogue import FAMILIES  # noqa: PLC0415 - for this question only
    from jmdmodel.quality.model import Level  # noqa: PLC0415 - as above

    before, comma, last = incomplete.rpartition(",")
    wide = [(family, title.en) for family, title in FAMILIES.items()]
    wide += [(level.value, f"all rules of the level {level.label.en}") for level in Level]
    items = _fitting([*wide, *_rules()], last)
    for item in items:
        item.value = before + comma + item.value
    return items


def exporters(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete names of exporters, those of files named before as well."""
    return _fitting(((one.name, one.title.en) for one in _registry(ctx).exporters), incomplete)


def media(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete the forms that the exporters named so far can make."""
    suffixes = {one.suffix.removeprefix(".") for exporter in _named(ctx) for one in exporter.media}
    return _fitting(((suffix, "") for suffix in sorted(suffixes)), incomplete)


def options(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete ``NAME=VALUE`` for the exporters named so far: first the names, behind the sign the values."""
    from jmdexport.options import describe  # noqa: PLC0415 - for this question only

    infos = {info.name: info for exporter in _named(ctx) for info in describe(exporter.options)}
    name, sign, _ = incomplete.partition("=")
    if not sign:
        return _fitting(((f"{one}=", info.text.en) for one, info in sorted(infos.items())), incomplete)
    if name not in infos:
        return []
    values = infos[name].choices or (("true", "false") if infos[name].kind is bool else ())
    return _fitting(((f"{name}={value}", "") for value in values), incomplete)


def _rules() -> Iterator[tuple[str, str]]:
    from jmdmodel.quality import catalogue  # noqa: PLC0415 - for this question only

    for rule in catalogue():
        yield rule.code, rule.title.en
    for rule in catalogue():
        yield rule.name, rule.title.en


def _registry(ctx: click.Context) -> Any:
    from jmdexport.cli.common import plugins  # noqa: PLC0415 - as above

    return plugins(tuple(_behind("--plugin", ctx)))


def _named(ctx: click.Context) -> list[Any]:
    """Give the exporters that a command line has named, or the one that its verb stands for."""
    if ctx.info_name == "map":
        asked = [f"{kind}-map" for kind in (*_behind("--kind", ctx), "network")][:1]
    elif ctx.info_name == "report":
        asked = ["report"]
    else:
        asked = _words(ctx)
    registry = _registry(ctx)
    known = {one.name: one for one in registry.exporters}
    return [known[name] for name in asked if name in known]


def _behind(name: str, ctx: click.Context) -> list[str]:
    """Give the values that an option has been given so far."""
    words = _words(ctx)
    return [value for word, value in pairwise(words) if word == name]


def _words(ctx: click.Context) -> list[str]:
    """Give the words before the cursor as they are; click forgets those before an option without value."""
    found: list[str] = ctx.meta.get(WORDS, [])
    return found


def _fitting(pairs: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem[str]]:
    begun = incomplete.casefold()
    fitting = [(value, told) for value, told in pairs if value.casefold().startswith(begun)]
    return [CompletionItem(value, help=told or None) for value, told in fitting]
