"""The example service: a workspace that ships with the library and serves demo, docs and tests.

An invented service in an invented town, with flaws on purpose, so that its findings are worth reading.
"""

from __future__ import annotations

from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from jmdmodel.codec import Loaded, loads

EXAMPLE_DATE = date(2026, 1, 31)
"""The reference date of the example: its last map is complete, its report is due."""

EXAMPLE_NAME = "workspace.yaml"
SCHEMA_NAME = "workspace.schema.json"
"""The schema beside a new workspace; the first line of the starter names it to editors."""


def example_bytes() -> bytes:
    """Give the text of the example workspace."""
    return files(__name__).joinpath("example.yaml").read_bytes()


def starter_bytes() -> bytes:
    """Give the text of the commented workspace that ``jmd new`` writes."""
    return files(__name__).joinpath("starter.yaml").read_bytes()


def load_example() -> Loaded:
    """Load the example workspace, with its source.

    Example:
        >>> load_example().workspace.service.short_name is not None
        True
    """
    return loads(example_bytes(), name=EXAMPLE_NAME)


def example_path() -> Path:
    """Give the path of the example workspace in the installed package."""
    with as_file(files(__name__).joinpath("example.yaml")) as path:
        return path
