"""The two hooks of the library, and nothing else.

A plugin is a module with one or both of these functions, marked with :data:`hookimpl`. Neither takes an
argument: what an exporter gets stands in its request, so nothing here has to change when that grows. A
third hook comes only together with a plugin that needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pluggy

from jmdexport.records import Exporter

PROJECT = "jmdexport"
"""Name of the entry point group and of the hook project."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as its answer to a hook."""


@hookspec
def jmdexport_exporters() -> Sequence[Exporter]:  # type: ignore[empty-body]
    """Give the exporters of the plugin, as a list or tuple of records; an empty one when it has none."""


@hookspec
def jmdexport_template_folders() -> Sequence[Path]:  # type: ignore[empty-body]
    """Give folders with templates that override those of the report, as a list or tuple of paths."""
