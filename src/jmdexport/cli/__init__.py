"""The command ``jmd``: each verb a thin face on one public function.

The verbs live in modules of their own that are imported when a verb is called, so that ``jmd --help``
stays quick. Messages go to stderr, results to stdout. Exit status: 0 fine, 1 findings, 2 could not run.
"""

from __future__ import annotations

import importlib
from contextlib import nullcontext
from typing import Any

import click

from jmdexport.cli.ending import TRACEBACK, last_resort
from jmdexport.cli.process import for_one_command

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
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and name not in _VERBS and not name.startswith("-"):
            import difflib  # noqa: PLC0415 - only for a mistyped verb

            near = difflib.get_close_matches(name, _VERBS, n=1)
            ctx.fail(f'There is no verb "{name}".' + (f' Did you mean "{near[0]}"?' if near else ""))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with last_resort(ctx):
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Verbs"):
            formatter.write_dl([(name, _VERBS[name][1]) for name in sorted(_VERBS)])


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

    Example: jmd demo out
    """


def main(args: list[str] | None = None) -> Any:
    """Run the command line; the entry point of ``jmd``."""
    with last_resort(), for_one_command() if args is None else nullcontext():
        return jmd.main(args=args, prog_name="jmd")
