"""The example service: a workspace that ships with the library and serves demo, docs and tests.

An invented service in an invented town, with flaws on purpose, so that its findings are worth reading.
"""

from __future__ import annotations

import textwrap
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from jmdexport.record_chain import RECORD_NAME
from jmdmodel.codec import SCHEMA_VERSION, Loaded, loads
from jmdmodel.codec.flat_writing import table_text
from jmdmodel.codec.folder_writing import folder_files
from jmdmodel.codec.parts import (
    dated_collections,
    keys,
    logged_collections,
    part_of,
    private_collections,
)
from jmdmodel.codec.plan import plan_of
from jmdmodel.fields import info_of
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF

__all__ = ["EXAMPLE_DATE", "example_bytes", "example_path", "load_example"]

EXAMPLE_DATE = date(2026, 1, 31)
"""The reference date of the example: its last map is complete, its report is due."""

EXAMPLE_NAME = "workspace.yaml"
SCHEMA_NAME = "workspace.schema.json"
"""The schema beside a new workspace; the first line of the starter names it to editors."""
PART_SCHEMA_NAME = "part.schema.json"
"""The schema of the other files of a folder."""


def example_bytes() -> bytes:
    """Give the text of the example workspace."""
    return files(__name__).joinpath("example.yaml").read_bytes()


def starter_bytes() -> bytes:
    """Give the text of the commented workspace that ``jmd new`` writes."""
    return files(__name__).joinpath("starter.yaml").read_bytes()


def starter_parts() -> dict[str, bytes]:
    """Give the commented folder that ``jmd new`` writes: the starter by files, and those for what is private.

    Example:
        >>> {"workspace.yaml", "partners.yaml", "activities-2025.csv"} <= starter_parts().keys()
        True
    """
    loaded = loads(starter_bytes(), name=EXAMPLE_NAME)
    files = folder_files(loaded.workspace, source=loaded.source)
    made = {name: _with_head(name, data.decode("utf-8")) for name, data in files.items()}
    taken = {part.key for name in files if (part := part_of(name)) is not None}
    year = max(known.year for known in loaded.workspace.maps)
    for key in private_collections():
        if key not in taken and key in logged_collections():
            made[f"{key}-{year}.csv"] = table_text(key, ())
        elif key not in taken:
            made[f"{key}.yaml"] = _private_part(key)
    return {name: text.encode("utf-8") for name, text in sorted(made.items())}


def ignored_files() -> bytes:
    """Give the text of the ``.gitignore`` that keeps what is about people out of version control (R-51)."""
    lines = list(_WHY_IGNORED)
    for key in private_collections():
        lines += [f"/{key}.*", *([f"/{key}-*"] if key in dated_collections() else [])]
    lines += ["", "# Zwecke und Empfänger von Exporten können Namen enthalten.", f"/{RECORD_NAME}"]
    lines += ["", "# Reste eines abgebrochenen Speicherns.", ".jmd~*"]
    return "\n".join([*lines, ""]).encode("utf-8")


_WHY_IGNORED = (
    "# Was über Menschen geführt wird, gehört nicht in die Versionsverwaltung: Was dort einmal gespeichert",
    "# ist, bleibt in jeder Kopie und lässt sich nicht mehr löschen. Diese Dateien sind für sich zu sichern.",
)
_FOLDER_HEAD = (
    "# Dieser Ordner ist die Arbeitsmappe: hier der Dienst, daneben je Sammlung eine Datei (partners.yaml,",
    "# contacts.yaml …), von Tätigkeiten eine je Jahr, auch als Tabelle. Was über Menschen geführt wird,",
    "# steht in eigenen Dateien, die .gitignore aus der Versionsverwaltung heraushält.",
)


def _with_head(name: str, text: str) -> str:
    part = part_of(name)
    if part is None or part.key is None:
        head, version, rest = text.partition("schema: ")
        return head.replace(f" {EXAMPLE_NAME}", " .") + "\n".join((*_FOLDER_HEAD, "")) + version + rest
    plan = keys()[part.key]
    label = info_of(ENTITY_OF[part.key]).plural if part.key in COLLECTIONS else plan.about.label
    return f"{_MODELINE}\n# {label.de} – ein Teil der Arbeitsmappe.\n{text}"


def _private_part(key: str) -> str:
    """Give a file without entries that shows in comments what one looks like."""
    plans = [plan for plan in plan_of(ENTITY_OF[key]) if plan.name != "id"]
    shown = [plan for plan in plans if plan.required] or plans[:1]
    others = ", ".join(f"{plan.name} ({plan.about.label.de})" for plan in plans if plan not in shown)
    return "\n".join(
        [
            _MODELINE,
            f"# {info_of(ENTITY_OF[key]).plural.de} – Angaben über Menschen.",
            "# Diese Datei bleibt außerhalb der Versionsverwaltung (siehe .gitignore); sie ist für sich",
            "# zu sichern.",
            f"schema: {SCHEMA_VERSION}",
            "",
            "# So beginnt ein Eintrag; zum Ausfüllen am Anfang jeder Zeile „# “ samt Leerzeichen löschen:",
            "#",
            f"# {key}:",
            "#   kennung:",
            *(f"#     {plan.name}: …  # {plan.about.label.de}" for plan in shown),
            "#",
            "# Möglich sind auch:",
            *(f"# {line}" for line in textwrap.wrap(others, 100)),
            "",
        ]
    )


_MODELINE = f"# yaml-language-server: $schema={PART_SCHEMA_NAME}"


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
