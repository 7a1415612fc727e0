"""``jmd schema``: the file format for editors."""

from __future__ import annotations

import click

from jmdexport.cli.common import language_option, output_option, told, write_out
from jmdmodel.messages import Language


@click.command("schema")
@output_option
@click.option("--part", is_flag=True, help="For a file of a folder other than workspace.yaml.")
@language_option
def schema_command(*, output: str | None, part: bool, language: Language) -> None:
    """Print the file format as JSON Schema: editors complete and check a workspace with it.

    A workspace names the file of the schema in its first line, as the one that "jmd new" writes does. In a
    folder, workspace.yaml has the schema of a workspace, all other files that of a part.

    Example: jmd schema -o workspace.schema.json
    """
    from jmdmodel.codec.schema import schema_text  # noqa: PLC0415 - help need not wait for the codec

    with told(language):
        write_out(schema_text(language=language, part=part), output)
