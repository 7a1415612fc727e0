"""The example files of the rules: documentation and test at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jmdmodel.areas import OfficialKeys
from jmdmodel.quality.model import Rule

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_DIRECTORY_MARK = "# directory:"


def example_day(text: str) -> date:
    """Give the reference date that an example names in its first line."""
    return date.fromisoformat(text.partition("\n")[0].removeprefix("# on:").strip())


def example_directory(text: str) -> OfficialKeys | None:
    """Give the official keys that an example names in its second line, after the day; ``None`` without them.

    Example:
        >>> example_directory("# on: 2026-03-01\\n# directory: 2025-12-31, 07, 07137").day.isoformat()
        '2025-12-31'
    """
    second = text.split("\n", 2)[1:2]
    if not second or not second[0].startswith(_DIRECTORY_MARK):
        return None
    day, *keys = (word.strip() for word in second[0].removeprefix(_DIRECTORY_MARK).split(","))
    return OfficialKeys(keys=frozenset(keys), day=date.fromisoformat(day))


def example_of(rule: Rule, which: str) -> str | None:
    """Give the text of a rule's ``bad`` or ``good`` example; ``None`` for a rule that has none.

    They lie in a folder ``examples`` beside the module that the rule is written in, for own rules too.
    """
    from importlib import resources  # noqa: PLC0415 - costs more time than a check has to spare

    package = rule.module.rpartition(".")[0]
    written_in = getattr(rule.check, "__code__", None)
    if package:
        beside: Traversable = resources.files(package)
    elif written_in is not None:
        beside = Path(written_in.co_filename).parent
    else:
        return None
    file = beside / "examples" / rule.code / f"{which}.yaml"
    return file.read_text(encoding="utf-8") if file.is_file() else None
