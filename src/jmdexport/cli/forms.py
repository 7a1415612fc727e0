"""The forms in which ``jmd check`` gives its result, by the word of ``--output-format``."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import attrs

from jmdmodel.messages import Language
from jmdmodel.quality import Findings, as_concise, as_text
from jmdmodel.quality.report import Locate, as_data


@attrs.frozen(kw_only=True)
class Wanted:
    """How the result is wanted.

    Attributes:
        language: Language of the texts.
        locate: Gives the place of a finding in its file.
        hidden: How many findings the audience may not see, by code.
    """

    language: Language
    locate: Locate
    hidden: Mapping[str, int]


def _text(shown: Findings, wanted: Wanted) -> str:
    return as_text(shown, language=wanted.language, locate=wanted.locate)


def _concise(shown: Findings, wanted: Wanted) -> str:
    return as_concise(shown, language=wanted.language, locate=wanted.locate)


def _json(shown: Findings, wanted: Wanted) -> str:
    data = as_data(shown, language=wanted.language, locate=wanted.locate)
    data["withheld"] = [{"code": code, "count": count} for code, count in wanted.hidden.items()]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _sarif(shown: Findings, wanted: Wanted) -> str:
    from jmdmodel.quality.forms import as_sarif  # noqa: PLC0415 - a form costs time only when asked for

    return as_sarif(
        shown,
        language=wanted.language,
        locate=wanted.locate,
        root=str(Path.cwd()),
        version=_version(),
        withheld=wanted.hidden,
    )


def _version() -> str:
    """Give the version of the library; empty where it was not installed."""
    with suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version("jmdmodel")
    return ""


FORMS: Mapping[str, Callable[[Findings, Wanted], str]] = {
    "text": _text,
    "concise": _concise,
    "json": _json,
    "sarif": _sarif,
}
"""Each form by its word; ``text`` and ``concise`` leave it to stderr to tell of hidden findings."""

TELLS_OF_HIDDEN = frozenset({"json", "sarif"})
"""The forms that tell of hidden findings themselves."""
