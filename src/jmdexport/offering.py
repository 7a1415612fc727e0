"""What a plugin answers to the hooks, looked at before any of it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pluggy

from jmdexport.options import describe
from jmdexport.records import Exporter

_HOOKS = ("jmdexport_exporters", "jmdexport_template_folders")


class Faulty(Exception):  # noqa: N818 - becomes the cause of a problem, and is never seen by itself
    """A plugin answers something that cannot be used."""


def must_answer(manager: pluggy.PluginManager, plugin: object) -> None:
    """Refuse a plugin that answers no hook, most likely because its function is not marked."""
    if not manager.get_hookcallers(plugin):
        raise Faulty(f"none of its functions is marked with hookimpl and named {' or '.join(_HOOKS)}")


def answers_of(results: Any) -> list[Any]:
    """Give what the one implementation of a hook returned as a list; ``None`` is nothing."""
    answers: list[Any] = []
    for result in results if isinstance(results, list) else [results]:
        if not isinstance(result, list | tuple):
            raise Faulty(f"it answers with {type(result).__name__} instead of a list")
        answers.extend(result)
    return answers


def check_exporters(exporters: Iterable[Any], taken: Mapping[str, str]) -> None:
    """Refuse exporters that are none, or whose names are taken; *taken* has the plugin by each such name."""
    seen: set[str] = set()
    for exporter in exporters:
        if type(exporter) is not Exporter:
            raise Faulty(f"it offers {type(exporter).__name__} instead of Exporter")
        exporter.check()
        describe(exporter.options)
        name = exporter.name.casefold()
        if name in taken:
            raise Faulty(f"the name {exporter.name} is taken by the plugin {taken[name]}")
        if name in seen:
            raise Faulty(f"it offers the name {exporter.name} twice")
        seen.add(name)


def folders_of(folders: Iterable[Any]) -> list[Path]:
    """Give template folders as paths; refuse what is no path, or leads to no folder."""
    paths = []
    for folder in folders:
        if not isinstance(folder, str | Path):
            raise Faulty(f"it offers {type(folder).__name__} instead of the path of a folder")
        if not Path(folder).is_dir():
            raise Faulty(f"there is no folder {folder}")
        paths.append(Path(folder))
    return paths
