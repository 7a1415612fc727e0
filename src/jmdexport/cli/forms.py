"""The forms in which ``jmd check`` gives its result, by the word of ``--output-format``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import click

from jmdexport.cli.common import json_text
from jmdmodel.messages import Language
from jmdmodel.quality import Findings, Rule, as_concise, as_text
from jmdmodel.quality.report import Paint, as_data
from jmdmodel.scales import Audience

LIMIT = 10
"""How many findings of one rule the text shows where nothing else is asked for."""

_STYLES: Mapping[str, Mapping[str, Any]] = {
    "must": {"fg": "red", "bold": True},
    "should": {"fg": "yellow", "bold": True},
    "hint": {"fg": "cyan", "bold": True},
    "place": {"bold": True},
    "mark": {"fg": "green", "bold": True},
}


@attrs.frozen(kw_only=True)
class Wanted:
    """How the result is wanted.

    Attributes:
        loaded: The workspace that was checked, and the file it came from.
        rules: All rules that may have found something, own ones too.
        audience: For whom the result is made.
        language: Language of the texts.
        hidden: How many findings the audience may not see, by code.
        limit: How many findings of one rule a form for people shows; 0 for all.
        passed: Whether the rules that found nothing are listed.
        colour: Whether a terminal shows the result in colour.
    """

    loaded: Any
    rules: tuple[Rule, ...]
    audience: Audience
    language: Language
    hidden: Mapping[str, int]
    limit: int = LIMIT
    passed: bool = False
    colour: bool = False

    @property
    def telling(self) -> dict[str, Any]:
        """The arguments that all forms share."""
        return {"language": self.language, "locate": self.loaded.source.locate, "rules": self.rules}


def _paint(text: str, role: str) -> str:
    return click.style(text, **_STYLES[role])


def _text(shown: Findings, wanted: Wanted) -> str:
    from jmdmodel.quality.forms.excerpt import excerpts  # noqa: PLC0415 - a form costs time only when asked for

    paint: Paint | None = _paint if wanted.colour else None
    return as_text(
        shown,
        **wanted.telling,
        limit=wanted.limit or None,
        show=excerpts(wanted.loaded.source, wanted.loaded.workspace, wanted.audience),
        passed=wanted.passed,
        withheld=wanted.hidden,
        paint=paint,
    )


def _concise(shown: Findings, wanted: Wanted) -> str:
    return as_concise(shown, **wanted.telling)


def _json(shown: Findings, wanted: Wanted) -> str:
    data = as_data(shown, **wanted.telling, withheld=wanted.hidden)
    data["withheld"] = [{"code": code, "count": count} for code, count in wanted.hidden.items()]
    return json_text(data)


def _sarif(shown: Findings, wanted: Wanted) -> str:
    from jmdmodel.quality.forms import as_sarif  # noqa: PLC0415 - as above

    return as_sarif(
        shown,
        **wanted.telling,
        root=str(Path.cwd()),
        version=library_version(),
        withheld=wanted.hidden,
    )


def _junit(shown: Findings, wanted: Wanted) -> str:
    from jmdmodel.quality.forms import as_junit  # noqa: PLC0415 - as above

    return as_junit(shown, **wanted.telling, withheld=wanted.hidden)


def _markdown(shown: Findings, wanted: Wanted) -> str:
    from jmdexport.documents.findings import Told, findings_markdown  # noqa: PLC0415 - as above

    told = Told(**wanted.telling, limit=wanted.limit or None, passed=wanted.passed, withheld=wanted.hidden)
    return findings_markdown(shown, told)


def _html(shown: Findings, wanted: Wanted) -> str:
    from jmdexport.documents.findings import Told, findings_page  # noqa: PLC0415 - as above
    from jmdmodel.quality.forms import excerpts  # noqa: PLC0415 - as above

    show = excerpts(wanted.loaded.source, wanted.loaded.workspace, wanted.audience)
    told = Told(**wanted.telling, show=show, passed=wanted.passed, withheld=wanted.hidden)
    return findings_page(shown, told)


def library_version() -> str:
    """Give the version of the library; empty where it was not installed."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - as above, and slow

    with suppress(PackageNotFoundError):
        return version("jmdmodel")
    return ""


FORMS: Mapping[str, Callable[[Findings, Wanted], str]] = {
    "text": _text,
    "concise": _concise,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "markdown": _markdown,
    "html": _html,
}
"""Each form by its word; ``text`` and ``concise`` leave it to stderr to tell of hidden findings."""

TELLS_OF_HIDDEN = frozenset(FORMS) - {"text", "concise"}
"""The forms that tell of hidden findings themselves."""
