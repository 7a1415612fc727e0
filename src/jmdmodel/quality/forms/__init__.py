"""Findings, and the faults of a file that cannot be read, as text in forms that other programs read.

Each form is imported when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmdmodel.quality.forms.excerpt import Excerpt, excerpts
    from jmdmodel.quality.forms.faults import (
        Fault,
        faults_as_concise,
        faults_as_data,
        faults_as_junit,
        faults_as_sarif,
        faults_of,
    )
    from jmdmodel.quality.forms.junit import as_junit
    from jmdmodel.quality.forms.sarif import as_sarif

_HOMES = {
    "excerpt": "Excerpt excerpts",
    "faults": "Fault faults_as_concise faults_as_data faults_as_junit faults_as_sarif faults_of",
    "junit": "as_junit",
    "sarif": "as_sarif",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Excerpt",
    "Fault",
    "as_junit",
    "as_sarif",
    "excerpts",
    "faults_as_concise",
    "faults_as_data",
    "faults_as_junit",
    "faults_as_sarif",
    "faults_of",
]


def __getattr__(name: str) -> object:
    """Load a form from its module when it is first used (PEP 562)."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found
