"""Templates: sandboxed, strict about unknown names, plain data only, single blocks overridden by a folder.

A template of the library is called by its plain name (``report.md.jinja``). A folder overrides it with a
file of the same name, which begins with ``{% extends "jmd/report.md.jinja" %}`` and holds the blocks that it
wants to word anew; a name that begins with ``jmd/`` always means the library's own. The first folder that has
the file wins.

Templates get dicts, lists, strings and numbers, no entities: what a template can reach is what stands in its
data. Values are escaped for the kind of text that is made (R-51).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from importlib import resources
from pathlib import Path
from typing import Any, Literal, TypeAlias

import jinja2
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from jmdexport.documents.escaping import joined, shown
from jmdexport.documents.faults import TemplateFault
from jmdexport.documents.filters import markdown_filters, page_filters, printed
from jmdexport.documents.inspection import check_override, what_of
from jmdmodel.errors import ModelError
from jmdmodel.messages import Language, Message, Say, Value

Plain: TypeAlias = "Mapping[str, Plain] | Sequence[Plain] | str | int | bool | None"
"""What a template may get: dicts, lists, strings, numbers, yes and no, nothing."""

Kind: TypeAlias = Literal["text/markdown", "text/html"]
"""The kinds of text that templates make; each has its own escaping."""

OWN = "jmd/"
"""What the name of a template begins with when the library's own is meant, whatever folders there are."""

_SUFFIXES = (".jinja", ".css")
_MARKUP_FILTERS = ("safe", "e", "escape", "forceescape", "urlize", "xmlattr", "tojson", "striptags")
_RANDOM = "random", "lipsum"
_TAKEN = frozenset(dir(dict))

_NO_FOLDER = Say(de="Diesen Ordner mit Vorlagen gibt es nicht.", en="There is no such folder of templates.")
_NOTHING_THERE = Say(
    de="In diesem Ordner liegt keine Datei, die eine Vorlage ersetzt. Möglich sind: {known}.",
    en="The folder holds no file that takes the place of a template. There are: {known}.",
)
_NOT_FOUND = Say(
    de="Die Vorlage „{name}“ ist nicht zu finden. Gesucht wurde in: {places}.",
    en='The template "{name}" was not found. Searched in: {places}.',
)
_NOT_TEXT = Say(
    de="Die Datei ist nicht als UTF-8 lesbar; sie ist neu als UTF-8 zu speichern.",
    en="The file cannot be read as UTF-8; save it as UTF-8.",
)
_LIBRARY = Say(de="den Vorlagen der Bibliothek", en="the templates of the library")


class _UnknownNameError(jinja2.UndefinedError):
    """A template asked for a name that is not there; knows the names that are."""

    def __init__(self, name: str, known: tuple[str, ...] | None, message: str) -> None:
        super().__init__(message)
        self.name = name
        self.known = known


class _Strict(jinja2.StrictUndefined):
    """Refuses to be printed, compared or walked through, and remembers what was asked of what."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Any = jinja2.UndefinedError,
    ) -> None:
        if exc is jinja2.UndefinedError:
            known = None if obj is missing else tuple(obj) if isinstance(obj, Mapping) else ()
            exc = partial(_UnknownNameError, name or "", known)
        super().__init__(hint, obj, name, exc)


class _Loader(jinja2.BaseLoader):
    """Finds a template in the caller's folders, then in the library; remembers which files it gave."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders
        self.files: dict[str, str] = {}

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Give the text of a template and the name that errors call it by."""
        del environment
        found = None if template.startswith(OWN) else self._in_folders(template)
        text, shown_as = found or self._in_library(template)
        self.files[shown_as] = text
        return text, shown_as, lambda: True

    def _in_folders(self, name: str) -> tuple[str, str] | None:
        parts = jinja2.loaders.split_template_path(name)
        for folder in self.folders:
            path = folder.joinpath(*parts)
            if path.is_file():
                try:
                    return path.read_text(encoding="utf-8-sig"), str(path)
                except UnicodeDecodeError as error:
                    raise TemplateFault(str(path), 0, Message.of(_NOT_TEXT)) from error
        return None

    def _in_library(self, name: str) -> tuple[str, str]:
        plain = name.removeprefix(OWN)
        if plain not in library_templates():
            places: tuple[Value, ...] = (*map(str, self.folders), _LIBRARY)
            what = Message.of(_NOT_FOUND, name=name, places=places)
            known = tuple(f"{OWN}{known}" if name.startswith(OWN) else known for known in library_templates())
            raise TemplateFault(name, 0, what, name, known)
        text = (resources.files("jmdexport") / "templates" / plain).read_text(encoding="utf-8")
        return text, f"{OWN}{plain}"


def library_templates() -> tuple[str, ...]:
    """Give the names of the library's own templates: what a folder can override."""
    held = (resources.files("jmdexport") / "templates").iterdir()
    return tuple(sorted(item.name for item in held if item.name.endswith(_SUFFIXES)))


def render(
    name: str,
    data: Mapping[str, Plain],
    *,
    language: Language,
    kind: Kind = "text/markdown",
    folders: tuple[Path, ...] = (),
) -> str:
    """Give the text that a template makes of plain data.

    Args:
        name: Plain name of the template, ``report.md.jinja``.
        data: What the template may print, by name.
        language: For the forms of dates and numbers.
        kind: Decides how values are escaped.
        folders: Folders with templates of the caller's own, first one first.

    Raises:
        TemplateFault: A template has a fault; tells file, line and the nearest known name.
        ModelError: The data hold something that is not plain.
    """
    _demand_plain(data, "data")
    _check_folders(folders)
    environment = _environment(folders, language, kind) if folders else _of_library(language, kind)
    loader: _Loader = environment.loader  # type: ignore[assignment]
    try:
        template = environment.get_template(name)
        for shown_as, text in list(loader.files.items()):
            if not shown_as.startswith(OWN):
                check_override(environment, shown_as, text)
        return _tidied(template.render(data)) if kind == "text/markdown" else template.render(data)
    except TemplateFault:
        raise
    except Exception as error:  # a template can raise anything; all of it is told with its place
        raise _fault(error, loader, environment, data, name) from error


def _tidied(text: str) -> str:
    """Give Markdown without the empty lines that blocks and conditions leave behind."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def asset(name: str, folders: tuple[Path, ...] = ()) -> str:
    """Give a file of the templates as it is, for instance the style of the page; a folder may override it."""
    return _Loader(folders).get_source(jinja2.Environment(autoescape=True), name)[0]


@lru_cache(maxsize=8)
def _of_library(language: Language, kind: Kind) -> jinja2.Environment:
    """Give the environment without folders, once: the library's own templates do not change."""
    return _environment((), language, kind)


def _environment(folders: tuple[Path, ...], language: Language, kind: Kind) -> jinja2.Environment:
    markdown = kind == "text/markdown"
    environment = ImmutableSandboxedEnvironment(
        loader=_Loader(folders),
        undefined=_Strict,
        autoescape=not markdown,
        finalize=_as_markdown if markdown else _as_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    for name in _RANDOM:
        environment.filters.pop(name, None)
        environment.globals.pop(name, None)
    if markdown:
        environment.concat = joined  # type: ignore[method-assign]
        for name in _MARKUP_FILTERS:
            environment.filters.pop(name, None)
    environment.filters.update(markdown_filters(language) if markdown else page_filters(language))
    return environment


def _as_markdown(value: object) -> object:
    return value if isinstance(value, Undefined) else printed("" if value is None else value)


def _as_html(value: object) -> object:
    return value if isinstance(value, Undefined | Markup) else shown("" if value is None else str(value))


def _check_folders(folders: tuple[Path, ...]) -> None:
    known = library_templates()
    for folder in folders:
        if not folder.is_dir():
            raise TemplateFault(str(folder), 0, Message.of(_NO_FOLDER))
        held = sorted(path.name for path in folder.iterdir() if path.name.endswith(_SUFFIXES))
        if not set(held) & set(known):
            what = Message.of(_NOTHING_THERE, known=known)
            raise TemplateFault(str(folder), 0, what, held[0] if held else "", known)


def _demand_plain(value: object, place: str) -> None:
    """Refuse an entity, and a key that a method of dicts hides from templates."""
    if isinstance(value, str):  # nearly everything is a text, and asking for the others first costs most
        return
    if isinstance(value, Mapping):
        for key, part in value.items():
            if not isinstance(key, str) or key in _TAKEN:
                raise ModelError(f"Templates cannot reach {key!r} in {place}.")
            _demand_plain(part, f"{place}.{key}")
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            if not isinstance(part, str):
                _demand_plain(part, f"{place}[{index}]")
    elif not (value is None or isinstance(value, int)):
        raise ModelError(f"Templates get plain data only; {place} is a {type(value).__name__}.")


def _fault(
    error: Exception,
    loader: _Loader,
    environment: jinja2.Environment,
    data: Mapping[str, Plain],
    name: str,
) -> TemplateFault:
    """Tell what a template did wrong: where, what, and which name may be meant."""
    shown_as, line = _place(error, loader, name)
    missed = ""
    known: tuple[str, ...] = ()
    if isinstance(error, _UnknownNameError):
        missed = error.name
        known = tuple(sorted({*data, *environment.globals})) if error.known is None else error.known
    what, word, words = what_of(error, environment, missed)
    return TemplateFault(shown_as, line, what, word, words or known)


def _place(error: Exception, loader: _Loader, name: str) -> tuple[str, int]:
    """Give file and line: what the syntax error says, or the innermost frame that lies in a template."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or error.name or name, error.lineno
    place = name, 0
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename in loader.files:
            place = frame.tb_frame.f_code.co_filename, frame.tb_lineno
        frame = frame.tb_next
    return place
