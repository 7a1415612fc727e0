"""Find exporters: plugins are loaded one by one, and one that fails does not stop the rest.

The built-in exporters come by the same road as a stranger's, an entry point of the group ``jmdexport``.
Each plugin is registered and asked in a plugin manager of its own. So no plugin can answer for another,
a call that raises ends with its own plugin, and nothing of a failed plugin stays behind; this holds for
all versions of pluggy alike.
"""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Literal, TypeAlias

import attrs
import pluggy

from jmdexport import hookspecs
from jmdexport.errors import PluginProblem, Stage, UnknownExporter
from jmdexport.offering import answers_of, cause_of, check_exporters, check_hooks, folders_of, register
from jmdexport.records import Exporter
from jmdexport.single_file import module_of
from jmdmodel.borders import need_kind, need_list
from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say

GROUP = hookspecs.PROJECT
"""The entry point group that plugins are found by."""
BUILTIN = "builtin"
"""Name of the plugin with the built-in exporters."""
_BUILTIN_MODULE = "jmdexport.builtin"
_HOME = "jmdmodel"
_PLUGINS = Say(
    de="„plugins“ ist „installed“, „none“ oder eine Liste von Modulen, nicht „{given}“.",
    en='"plugins" is "installed", "none" or a list of modules, not "{given}".',
)
_NAME = Say(
    de="der Name eines einzigen Exports; mehrere nimmt render_all()",
    en="the name of a single exporter; render_all() takes several",
)

Plugins: TypeAlias = Literal["installed", "none"] | Sequence[str | ModuleType]
"""Which plugins count besides the built-in ones: all installed, none, or the modules given."""


@attrs.frozen
class Origin:
    """Where an exporter comes from: plugin, distribution, version; the last two empty when unknown.

    A plugin without packaging is called as its file is, and *file* holds the whole path; that stays here.
    """

    plugin: str
    distribution: str = ""
    version: str = ""
    file: str = attrs.field(default="", repr=False)

    @property
    def is_builtin(self) -> bool:
        """Whether it ships with the library; the name alone does not say so, a stranger could bear it."""
        return self.plugin == BUILTIN and self.distribution == _HOME


@attrs.frozen
class _Found:
    """What a registry found: exporters with origin by name, template folders, problems."""

    exporters: dict[str, tuple[Exporter, Origin]] = attrs.field(factory=dict)
    folders: list[Path] = attrs.field(factory=list)
    problems: list[PluginProblem] = attrs.field(factory=list)
    lost: dict[str, PluginProblem] = attrs.field(factory=dict)


class Registry:
    """The exporters that are there. An object and no global: two registries know nothing of each other.

    Nothing is loaded before something is asked for.

    Args:
        plugins: ``"installed"``, ``"none"``, or names of modules or modules; built-in ones come always.
        strict: Raise the first problem instead of keeping it.
        without: Names of plugins that are switched off; ``"builtin"`` is one, too.
        files: Python files that hold a plugin each, without packaging; they come last. Their exporters
            always run in a process of their own.

    Raises:
        ModelError: *plugins* is another word than these two, or *files* or *without* is no list.

    Example:
        >>> Registry(plugins="none", without=["builtin"]).exporters
        ()
    """

    def __init__(
        self,
        plugins: Plugins = "installed",
        *,
        strict: bool = False,
        without: Sequence[str] = (),
        files: Sequence[str | Path] = (),
    ) -> None:
        if isinstance(plugins, str) and plugins not in ("installed", "none"):
            raise ModelError(Message.of(_PLUGINS, given=plugins))
        need_list(files, "files")
        need_list(without, "without")
        self._plugins = plugins
        self._strict = strict
        self._files = tuple(Path(file).absolute() for file in files)
        self._without = frozenset(name.casefold() for name in without)

    @property
    def exporters(self) -> tuple[Exporter, ...]:
        """All exporters by name."""
        return tuple(exporter for _, (exporter, _) in sorted(self._found.exporters.items()))

    @property
    def problems(self) -> tuple[PluginProblem, ...]:
        """The plugins that cannot be used, each with stage and cause, by name."""
        return tuple(sorted(self._found.problems, key=lambda problem: (problem.plugin, problem.distribution)))

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """The template folders of all plugins, in the order of the plugins' names."""
        return tuple(self._found.folders)

    def get(self, name: str) -> Exporter:
        """Give the exporter with a name, upper and lower case being the same.

        Raises:
            PluginProblem: The name belongs to a plugin that failed.
            UnknownExporter: There is no such exporter; the error lists all and the nearest.
        """
        return self._entry(name)[0]

    def origin(self, name: str) -> Origin:
        """Tell where an exporter comes from; errors as in :meth:`get`."""
        return self._entry(name)[1]

    def _entry(self, name: str) -> tuple[Exporter, Origin]:
        need_kind(name, str, "name", _NAME)
        found = self._found
        folded = name.casefold()
        if folded in found.exporters:
            return found.exporters[folded]
        if folded in found.lost:
            raise found.lost[folded]
        known = tuple(exporter.name for exporter in self.exporters)
        raise UnknownExporter(name, known, tuple(problem.plugin for problem in self.problems))

    @functools.cached_property
    def _found(self) -> _Found:
        found = _Found()
        for origin, load in self._candidates():
            if origin.plugin.casefold() in self._without:
                continue
            problem = _admit(found, origin, load)
            if problem is not None and self._strict:
                raise problem
        return found

    def _candidates(self) -> Iterator[tuple[Origin, Callable[[], object]]]:
        """Yield the plugins in the order they are asked: the built-in one, then by name."""
        own, strangers = _entry_points()
        yield own
        if self._plugins == "installed":
            yield from strangers
        elif not isinstance(self._plugins, str):
            for module in self._plugins:
                name = module if isinstance(module, str) else module.__name__
                yield Origin(name), functools.partial(_import, module)
        for file in dict.fromkeys(self._files):
            yield Origin(file.name, file=str(file)), functools.partial(module_of, file)


def _entry_points() -> tuple[tuple[Origin, Callable[[], object]], list[tuple[Origin, Callable[[], object]]]]:
    """Give the entry point of the library itself, and those of others by name.

    Where the library is used without being installed, its own entry point is made up: the road stays
    the same.
    """
    own = importlib.metadata.EntryPoint(BUILTIN, _BUILTIN_MODULE, GROUP)
    ours, strangers = Origin(BUILTIN, _HOME, _version()), []
    for point in importlib.metadata.entry_points(group=GROUP):
        name = (point.dist.name or "") if point.dist is not None else ""
        if (name, point.name, point.value) == (_HOME, BUILTIN, _BUILTIN_MODULE):
            own = point
        else:
            version = (point.dist.version or "") if point.dist is not None else ""
            strangers.append((Origin(point.name, name, version), point))
    strangers.sort(key=lambda found: (found[0].plugin, found[0].distribution, found[1].value))
    return (ours, own.load), [(origin, point.load) for origin, point in strangers]


def one(origin: Origin, name: str) -> Exporter:
    """Load the one plugin that an exporter comes from, and give the exporter; no other plugin is loaded.

    Raises:
        PluginProblem: The plugin cannot be used.
        UnknownExporter: It does not offer such an exporter, or is not there any more.
    """
    found = _Found()
    own, strangers = _entry_points()
    loads = [load for known, load in (own, *strangers) if known == origin]
    if origin.file:
        loads = [functools.partial(module_of, Path(origin.file))]
    elif not origin.distribution:
        loads = [functools.partial(_import, origin.plugin)]
    for load in loads:
        problem = _admit(found, origin, load)
        if problem is not None:
            raise problem
    if name.casefold() not in found.exporters:
        raise UnknownExporter(name, tuple(sorted(found.exporters)))
    return found.exporters[name.casefold()][0]


def _version() -> str:
    try:
        return importlib.metadata.version(_HOME)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _import(module: str | ModuleType) -> object:
    return importlib.import_module(module) if isinstance(module, str) else module


def _admit(found: _Found, origin: Origin, load: Callable[[], object]) -> PluginProblem | None:
    """Load, register, ask and check one plugin; take all that it offers, or nothing and keep the problem."""
    stage: Stage = "load"
    offered: list[str] = [origin.plugin]
    try:
        plugin = load()
        stage = "register"
        manager = pluggy.PluginManager(GROUP)
        manager.add_hookspecs(hookspecs)
        register(manager, plugin, origin.plugin)
        stage = "hooks"
        check_hooks(manager, plugin)
        stage = "ask"
        exporters = answers_of(manager.hook.jmdexport_exporters())
        folders = answers_of(manager.hook.jmdexport_template_folders())
        stage = "check"
        offered += [str(getattr(exporter, "name", "")) for exporter in exporters]
        taken = {name: known.plugin for name, (_, known) in found.exporters.items()}
        check_exporters(exporters, taken, builtin=BUILTIN)
        paths = folders_of(folders)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a stranger's module may raise anything, even SystemExit
        problem = PluginProblem(origin.plugin, origin.distribution, stage, cause_of(error), _details(error))
        problem.__cause__ = error
        found.problems.append(problem)
        for name in offered:
            found.lost.setdefault(name.casefold(), problem)
        return problem
    found.exporters.update({exporter.name.casefold(): (exporter, origin) for exporter in exporters})
    found.folders.extend(paths)
    return None


def _details(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
