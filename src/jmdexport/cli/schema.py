"""``jmd schema``: the file format for editors."""

from __future__ import annotations

import click

from jmdexport.cli.common import language_option, output_option, told, write_out
from jmdmodel.messages import Language


@click.command("schema")
@output_option
@language_option
def schema_command(*, output: str | None, language: Language) -> None:
    """Print the file format as JSON Schema: editors complete and check a workspace with it.

    A workspace names the file of the schema in its first line, as the one that "jmd new" writes does.

    Example: jmd schema -o workspace.schema.json
    """
    from jmdmodel.codec.schema import schema_text  # noqa: PLC0415 - help need not wait for the codec

    with told(language):
        write_out(schema_text(language=language), output)
