"""The command ``jmd``: each verb a thin face on one public function.

The verbs live in modules of their own that are imported when a verb is called, so that ``jmd --help``
stays quick. Messages go to stderr, results to stdout. Exit status: 0 fine, 1 findings, 2 could not run.
"""

from __future__ import annotations

import importlib
import os
from contextlib import nullcontext
from typing import Any

import click

from jmdexport.cli.ending import LANGUAGE, TRACEBACK, WORDS, last_resort
from jmdexport.cli.mistakes import in_our_words, no_such_verb, spoken
from jmdexport.cli.process import for_one_command
from jmdexport.cli.talking import talk_options

_VERBS = {
    "check": ("jmdexport.cli.checking", "Check a workspace against the quality rules."),
    "demo": ("jmdexport.cli.starting", "Write the example service and everything made from it."),
    "diff": ("jmdexport.cli.comparing", "Tell what changed in the network between two years."),
    "explain": ("jmdexport.cli.checking", "Explain a rule: reason, remedy, parameters, example."),
    "export": ("jmdexport.cli.exporting", "Run exporters and write what they make."),
    "exporters": ("jmdexport.cli.listing", "List the exporters, or show one with its options."),
    "fmt": ("jmdexport.cli.files", "Write a workspace in its canonical form."),
    "map": ("jmdexport.cli.mapping", "Draw the network map of a year, or a map of its family."),
    "new": ("jmdexport.cli.starting", "Write a commented workspace to start from."),
    "report": ("jmdexport.cli.exporting", "Write the annual report of a year."),
    "schema": ("jmdexport.cli.schema", "Print the file format as JSON Schema, for editors."),
    "settings": ("jmdexport.cli.configuring", "Show the settings of a check and where each comes from."),
    "verify": ("jmdexport.cli.files", "Verify an exported folder by its manifest."),
}

_LOOK = (
    "There is something to look at: findings at or above --fail-on, a file that is not canonical, a set"
    " that is not whole, a plugin with a problem."
)
STATUSES = (
    ("0", "Fine."),
    ("1", _LOOK),
    ("2", "It could not run: a wrong option, a workspace that cannot be read."),
    ("141", "The program that read the output has ended before, as head does; nothing is said then."),
)
"""What the exit status says, for the help and the page of the command line."""


class _Verbs(click.Group):
    """A group that knows the names and the first line of its verbs without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(_VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        del ctx
        if name not in _VERBS:
            return None
        module = importlib.import_module(_VERBS[name][0])
        command: click.Command = getattr(module, f"{name}_command")
        held = {param.name for param in command.params}
        command.params += [option for option in talk_options() if option.name not in held]
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta.setdefault(LANGUAGE, spoken(args))
        ctx.meta[WORDS] = list(args)
        with in_our_words(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and name not in _VERBS and not ctx.resilient_parsing:
            no_such_verb(name, sorted(_VERBS), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with last_resort(ctx), in_our_words(ctx):
            return super().invoke(ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Complete the verbs without importing them, and the options before them."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell that completes needs it

        names = [name for name in sorted(_VERBS) if name.startswith(incomplete)]
        items = [CompletionItem(name, help=_VERBS[name][1]) for name in names]
        return [*items, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Verbs"):
            formatter.write_dl([(name, _VERBS[name][1]) for name in sorted(_VERBS)])
        with formatter.section("Exit status"):
            formatter.write_dl(list(STATUSES))


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--traceback",
    is_flag=True,
    expose_value=False,
    callback=lambda ctx, _param, value: ctx.meta.update({TRACEBACK: value}),
    help="Show where an error came up; it may show what is in the file.",
)
@click.version_option(package_name="jmdmodel", prog_name="jmd")
def jmd() -> None:
    """Model, check and show the network work of a youth migration service.

    Results go to standard output, all else that is said to standard error. - stands for standard input or
    output.

    Example: jmd demo out
    """


jmd.params += talk_options()


def main(args: list[str] | None = None) -> Any:
    """Run the command line; the entry point of ``jmd``."""
    if os.environ.get("_JMD_COMPLETE"):
        importlib.import_module("jmdexport.cli.completing")  # what some shells need beyond what click has
    with last_resort(), for_one_command() if args is None else nullcontext():
        return jmd.main(args=args, prog_name="jmd")
