"""Findings in the forms of other programs, and the lines of the file that they are about.

Each form is imported when it is first used, so that a check shown as text does not pay for the others.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmdmodel.quality.forms.excerpt import Excerpt, excerpts
    from jmdmodel.quality.forms.junit import as_junit
    from jmdmodel.quality.forms.sarif import as_sarif

_HOME_OF = {"Excerpt": "excerpt", "as_junit": "junit", "as_sarif": "sarif", "excerpts": "excerpt"}

__all__ = ["Excerpt", "as_junit", "as_sarif", "excerpts"]


def __getattr__(name: str) -> object:
    """Load a form from its module when it is first used (PEP 562)."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found
