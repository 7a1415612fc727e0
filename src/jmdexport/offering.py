"""What a plugin answers to the hooks, looked at before any of it is taken, and told in words if wrong."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pluggy

from jmdexport import error_texts as texts
from jmdexport.errors import BadOption, ExportError, nearest
from jmdexport.options import check_defaults, describe
from jmdexport.records import Exporter
from jmdmodel.errors import JmdError
from jmdmodel.messages import Message, Say, Value

_HOOKS = ("jmdexport_exporters", "jmdexport_template_folders")
_LIBRARY = (Path(__file__).parent, Path(pluggy.__file__).parent)
_PYTHON = Path(traceback.__file__).parent
_INSTALLED = frozenset({"site-packages", "dist-packages"})


class Faulty(Exception):  # noqa: N818 - becomes the cause of a problem, and is never seen by itself
    """A plugin answers something that cannot be used."""

    def __init__(self, say: Say, **values: Value) -> None:
        super().__init__(Message.of(say, **values))
        self.message = Message.of(say, **values)

    def __str__(self) -> str:
        return self.message.in_("en")


def register(manager: pluggy.PluginManager, plugin: object, name: str) -> None:
    """Register a plugin; one whose hooks have arguments is refused."""
    try:
        manager.register(plugin, name)
    except pluggy.PluginValidationError as error:
        wanting = [f"{hook}{inspect.signature(call)}" for hook, call in _implementations(manager, plugin)]
        raise Faulty(texts.ARGUMENTS, hook=", ".join(wanting)) from error


def check_hooks(manager: pluggy.PluginManager, plugin: object) -> None:
    """Refuse a plugin with a hook that does not exist, or with none; its function may lack the mark."""
    names = [name for name, _ in _implementations(manager, plugin)]
    for name in names:
        if name not in _HOOKS:
            close = nearest(name, _HOOKS)
            near = Message.of(texts.NEAR, near=close).as_say() if close else texts.NOTHING
            raise Faulty(texts.NO_SUCH_HOOK, hook=name, near=near, known=", ".join(_HOOKS))
    if not names:
        known = Say(*(texts.OR.in_(language).join(_HOOKS) for language in ("de", "en")))
        raise Faulty(texts.NO_HOOK, known=known)


def _implementations(manager: pluggy.PluginManager, plugin: object) -> Iterator[tuple[str, Any]]:
    """Yield the functions of a plugin that are marked, by the name of the hook that each answers."""
    for name in dir(plugin):
        mark = manager.parse_hookimpl_opts(plugin, name)
        if mark is not None:
            yield mark.get("specname") or name, getattr(plugin, name)


def answers_of(results: Any) -> list[Any]:
    """Give what the one implementation of a hook returned as a list; ``None`` is nothing."""
    answers: list[Any] = []
    for result in results if isinstance(results, list) else [results]:
        if not isinstance(result, list | tuple):
            raise Faulty(texts.NO_LIST, given=type(result).__name__)
        answers.extend(result)
    return answers


def check_exporters(exporters: Iterable[Any], taken: Mapping[str, str], builtin: str) -> None:
    """Refuse exporters that are none, or whose names are taken.

    Args:
        exporters: What the plugin offers.
        taken: The plugin by each name that is taken.
        builtin: Name of the plugin that is the library itself.
    """
    seen: set[str] = set()
    for exporter in exporters:
        if type(exporter) is not Exporter:
            raise Faulty(texts.NO_EXPORTER, given=type(exporter).__name__)
        exporter.check()
        describe(exporter.options)
        _check_defaults(exporter)
        name = exporter.name.casefold()
        if name in taken and taken[name] == builtin:
            raise Faulty(texts.NAME_OF_LIBRARY, name=exporter.name)
        if name in taken:
            raise Faulty(texts.NAME_TAKEN, name=exporter.name, plugin=taken[name])
        if name in seen:
            raise Faulty(texts.NAME_TWICE, name=exporter.name)
        seen.add(name)


def _check_defaults(exporter: Exporter) -> None:
    try:
        check_defaults(exporter.options)
    except BadOption as error:
        lines = Say(*("; ".join(one.in_(language) for one in error.faults) for language in ("de", "en")))
        raise Faulty(texts.DEFAULTS, exporter=exporter.name, lines=lines) from error


def folders_of(folders: Iterable[Any]) -> list[Path]:
    """Give template folders as paths; refuse what is no path, or leads to no folder."""
    paths = []
    for folder in folders:
        if not isinstance(folder, str | Path):
            raise Faulty(texts.NO_PATH, given=type(folder).__name__)
        if not Path(folder).is_dir():
            raise Faulty(texts.NO_FOLDER, folder=str(folder))
        paths.append(Path(folder))
    return paths


def cause_of(error: BaseException) -> Say:
    """Put an error into words, as far as it can be: what it is, and the line of the plugin it came from."""
    if isinstance(error, Faulty):
        return error.message.as_say()
    if isinstance(error, ExportError):
        return with_place(error.message.as_say(), error)
    if isinstance(error, JmdError):
        return Say(error.in_("de"), error.in_("en"))
    text = "".join(traceback.format_exception_only(error)).strip()
    said = Say(text, text)
    if isinstance(error, SyntaxError):
        return said  # names file and line itself
    said = with_place(said, error)
    return Message.of(texts.NO_MODULE, said=said).as_say() if isinstance(error, ModuleNotFoundError) else said


def with_place(said: Say, error: BaseException) -> Say:
    """Add the line of the plugin that an error came through last; nothing where it came through none."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_own(frame.filename)]
    home = [frame for frame in frames if Path(frame.filename).parent == Path(frames[0].filename).parent]
    if not home:
        return said
    file, line = Path(home[-1].filename).name, str(home[-1].lineno)
    return Message.of(texts.PLACE, said=said, file=file, line=line).as_say()


def _is_own(name: str) -> bool:
    """Tell whether a line may be the plugin's: of a real file, and neither ours nor Python's own."""
    if name.startswith("<"):
        return False
    file = Path(name)
    of_python = _PYTHON in file.parents and _INSTALLED.isdisjoint(file.parts)
    return not of_python and not any(folder in file.parents for folder in _LIBRARY)
