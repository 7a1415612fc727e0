"""Settings files of a check: ``jmd.toml`` or ``[tool.jmd]`` in ``pyproject.toml``; and ``jmd settings``."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from jmdexport.cli.common import format_option, json_text, language_option, output_option, told, write_out
from jmdmodel.errors import RuleConfigError
from jmdmodel.messages import Language, Message, Say
from jmdmodel.quality.catalogue import rules_of
from jmdmodel.quality.harmless import harmless
from jmdmodel.quality.layers import Layer, Layered, layered, rule_modules
from jmdmodel.quality.model import Rule
from jmdmodel.storage import names_in, read_bytes

OWN_FILE = "jmd.toml"
PROJECT_FILE = "pyproject.toml"
WIDTH = 100
"""How long a line of the text of ``jmd settings`` may get, in characters."""

_NARROWEST = 24
_GAP = "  "
_NOTHING = Say("nichts", "nothing")
COMMAND_LINE = Say("Befehlszeile", "command line")

_NO_TOML = Say(
    de="{path}, Zeile {line}: Das ist kein gültiges TOML.",
    en="{path}, line {line}: This is no valid TOML.",
)
_NO_TEXT = Say(de="{path} ist kein Text in UTF-8.", en="{path} is no text in UTF-8.")
_NO_TABLE = Say(
    de="{path} hat keine Tabelle [tool.jmd].",
    en="{path} has no table [tool.jmd].",
)
_NO_MODULE = Say(
    de="{path}: Das Modul „{module}“ mit eigenen Regeln ließ sich nicht laden ({error}).",
    en='{path}: The module "{module}" with own rules could not be loaded ({error}).',
)
_NO_RULES = Say(
    de="{path}: Im Modul „{module}“ ist keine Regel.",
    en='{path}: There is no rule in the module "{module}".',
)

_REPLACING = ("select", "fail_on", "directory")
"""What on the command line takes the place of the same in the settings file."""

config_option = click.option(
    "--config",
    type=click.Path(),
    metavar="FILE",
    help="Settings file (the nearest jmd.toml or pyproject.toml).",
)
isolated_option = click.option("--isolated", is_flag=True, help="Read no settings file.")


def settings_for(
    workspace: str | None,
    *,
    config: str | None = None,
    isolated: bool = False,
    given: Mapping[str, Any] | None = None,
) -> tuple[Layered, tuple[Rule, ...]]:
    """Give the settings for a check of a workspace, and the own rules that they name.

    Lowest are the defaults, then the settings file, then what stands on the command line: ``select``,
    ``fail_on`` and ``directory`` there take the place of those of the file, the other lists come in addition.

    Raises:
        RuleConfigError: A file is no TOML, a setting is wrong, a module with rules cannot be loaded.
        StorageError: A file that was named cannot be read.
    """
    path = None if isolated else Path(config) if config is not None else nearest_file(workspace)
    layers = [] if path is None else [_read(path)]
    rules = _own_rules(path, rule_modules(layers)) if path is not None else ()
    asked = {name: value for name, value in (given or {}).items() if value}
    replacing: dict[str, Any] = {name: asked.pop(name) for name in _REPLACING if name in asked}
    layers.append(Layer(origin=COMMAND_LINE, values=replacing))
    layers.append(Layer(origin=COMMAND_LINE, values=asked, replaces=False))
    return layered(layers, rules=rules), rules


def nearest_file(workspace: str | None) -> Path | None:
    """Give the settings file nearest to a workspace: in its folder, or in one above it.

    In each folder ``jmd.toml`` comes before a ``pyproject.toml`` with a table ``[tool.jmd]``. Where the
    workspace comes from standard input, the working directory is where the search begins. The search ends
    at a folder that holds a git repository.
    """
    start = Path() if workspace in {None, "-"} else Path(str(workspace))
    start = start.resolve()
    for folder in (start, *start.parents):
        if not folder.is_dir():
            continue
        names = names_in(folder)
        if OWN_FILE in names:
            return folder / OWN_FILE
        if PROJECT_FILE in names and _table(folder / PROJECT_FILE) is not None:
            return folder / PROJECT_FILE
        if (folder / ".git").exists():
            return None
    return None


def _read(path: Path) -> Layer:
    values = _table(path)
    if values is None:
        raise RuleConfigError("R110", Message.of(_NO_TABLE, path=path.name))
    directory = values.get("directory")
    if isinstance(directory, str) and directory:
        values = {**values, "directory": str(path.parent / directory)}  # as for modules with own rules
    return Layer(origin=Say(path.name, path.name), values=values)


def _table(path: Path) -> Mapping[str, Any] | None:
    """Read a settings file; of a pyproject.toml only what is about this command, ``None`` if nothing is."""
    import tomllib  # noqa: PLC0415 - only where there is a settings file

    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RuleConfigError("R108", Message.of(_NO_TEXT, path=path.name)) from None
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _line_of(error, text)
        raise RuleConfigError("R109", Message.of(_NO_TOML, path=path.name, line=line)) from None
    if path.name != PROJECT_FILE:
        return whole
    tool = whole.get("tool", {})
    found = tool.get("jmd") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def _line_of(error: ValueError, text: str) -> int:
    """Give the line of a fault; Python tells it in words only, up to 3.13."""
    words = str(error).replace(",", " ").split()
    if "line" in words and words[words.index("line") + 1].isdigit():
        return int(words[words.index("line") + 1])
    return text.count("\n") + 1


def _own_rules(path: Path, modules: Sequence[str]) -> tuple[Rule, ...]:
    """Load the rules of modules: named as for ``import``, or as a file relative to the settings file."""
    found: list[Rule] = []
    for name in modules:
        try:
            module = _module(path.parent / name) if name.endswith(".py") else importlib.import_module(name)
        # Whatever a stranger's module raises while it is loaded, it is told as a fault of the settings.
        except Exception as error:
            from jmdexport.offering import cause_of  # noqa: PLC0415 - only where a module cannot be loaded

            told = Message.of(_NO_MODULE, path=path.name, module=name, error=cause_of(error))
            raise RuleConfigError("R111", told) from error
        rules = rules_of(module)
        if not rules:
            raise RuleConfigError("R112", Message.of(_NO_RULES, path=path.name, module=name))
        found += rules
    return tuple(found)


def _module(path: Path) -> ModuleType:
    name = f"jmd_own_rules_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(path.name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # a class with annotations looks its module up
    spec.loader.exec_module(module)
    return module


@click.command("settings")
@click.argument("workspace", metavar="[WS]", required=False)
@format_option(("text", "json"))
@config_option
@isolated_option
@output_option
@language_option
def settings_command(  # noqa: PLR0917 - click passes each option as an argument
    workspace: str | None,
    output_format: str,
    config: str | None,
    isolated: bool,  # noqa: FBT001 - as all of them
    output: str | None,
    language: Language,
) -> None:
    """Show every setting of a check that is in force, and where it comes from.

    The settings file is the nearest jmd.toml, or pyproject.toml with a table [tool.jmd], in the folder
    of the workspace WS or above it; without WS the search begins in the working directory.

    Example: jmd settings workspace.yaml
    """
    with told(language):
        found, _rules = settings_for(workspace, config=config, isolated=isolated)
        write_out(_FORMS[output_format](found, language), output)


def _text(found: Layered, language: Language) -> str:
    """Give name, value and origin beside each other; a long value goes on below itself.

    The width does not follow the terminal, so that a file and a terminal get the same.
    """
    table = found.table()
    rows = [[harmless(cell) for cell in row] for row in (table.heads(language), *table.texts(language))]
    names, origins = (max(len(row[place]) for row in rows) for place in (0, 2))
    room = max(_NARROWEST, WIDTH - names - origins - 2 * len(_GAP))
    parts = [
        (name, _wrapped(value, room) if value else [_NOTHING.in_(language)], origin)
        for name, value, origin in rows
    ]
    values = max(len(line) for _, lines, _ in parts for line in lines)
    told = []
    for name, (first, *further), origin in parts:
        told.append(f"{name:{names}}{_GAP}{first:{values}}{_GAP}{origin}")
        told += [f"{'':{names}}{_GAP}{line}" for line in further]
    return "".join(f"{line.rstrip()}\n" for line in told)


def _wrapped(value: str, room: int) -> list[str]:
    import textwrap  # noqa: PLC0415 - only for this verb

    return textwrap.wrap(value, room, break_long_words=False, break_on_hyphens=False) or [value]


def _json(found: Layered, language: Language) -> str:
    values = [
        {"name": one.name, "value": one.value, "origin": one.origin.in_(language)} for one in found.origins
    ]
    return json_text({"version": 1, "settings": values})


_FORMS = {"text": _text, "json": _json}
