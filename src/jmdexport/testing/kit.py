"""Ask an exporter for everything that it promises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from jmdexport.records import Exporter
from jmdexport.registry import BUILTIN, Plugins, Registry
from jmdexport.testing import _judge_audience, _judge_files, _judge_options, _judge_process
from jmdexport.testing._judging import judged
from jmdexport.testing._trial import Trial, finder_of
from jmdexport.testing._worker import Finder
from jmdexport.testing.report import Report
from jmdmodel.scales import Audience

JUDGES = (_judge_files, _judge_audience, _judge_process, _judge_options)
"""The modules with the judges of the checks."""


def conformance(
    exporter: str | Exporter,
    *,
    plugins: Plugins = "installed",
    files: Sequence[str | Path] = (),
    timeout: float = 120.0,
) -> Report:
    """Check an exporter against all that the library relies on, and give the report.

    The exporter runs in this process and in two or three others that are started for it. Where it comes from
    a stranger's plugin, it is tried up to the audience ``internal``, as in real runs. German: Prüfbericht.

    Args:
        exporter: Its name, or the record itself.
        plugins: Where a name is looked up: ``"installed"``, ``"none"``, or modules, as in
            :class:`~jmdexport.registry.Registry`.
        files: Python files with a plugin each, without packaging, in which a name is looked up, too.
        timeout: After how many seconds a process that was started is given up.

    Raises:
        UnknownExporter: No exporter has the name.
        PluginProblem: The exporter's plugin cannot be used.

    Example:
        >>> report = conformance("findings", plugins="none")
        >>> report.is_passed, report.codes("failed")
        (True, ())
    """
    if isinstance(exporter, Exporter):
        record, finder = exporter, finder_of(exporter)
        is_builtin = getattr(exporter.render, "__module__", "").startswith(f"jmdexport.{BUILTIN}.")
    else:
        paths = tuple(str(Path(file).absolute()) for file in files)
        registry = Registry(plugins=plugins, files=paths)
        record = registry.get(exporter)
        is_builtin = registry.origin(exporter).is_builtin
        finder = Finder(name=exporter, plugins=_names(plugins), files=paths, is_builtin=is_builtin)
    top = record.audience if is_builtin else min(record.audience, Audience.INTERNAL)
    trial = Trial(exporter=record, finder=finder, top=top, timeout=timeout)
    trial.run()
    return Report(exporter=record.name, results=judged(trial))


def _names(plugins: Plugins) -> Literal["installed", "none"] | tuple[str, ...]:
    """Give plugins in a form that can travel: modules by their names."""
    if isinstance(plugins, str):
        return "none" if plugins == "none" else "installed"
    return tuple(one if isinstance(one, str) else one.__name__ for one in plugins)
