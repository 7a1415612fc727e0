"""Fields for the user's own words below a closed list, declared in one way wherever they stand."""

from __future__ import annotations

from typing import Any

from jmdmodel.fields import about
from jmdmodel.scales import Audience


def sub_topics(privacy: Audience, *, below: str = "topics") -> Any:
    """Declare the own topics below those that are given in ``topics``, or in another field beside it."""
    return about("eigene Themen", "own topics", privacy, default=(), terms="topics", below=below)


def sub_method(privacy: Audience) -> Any:
    """Declare an own method below the one that is given in ``method``."""
    return about(
        "eigene Methode", "own method", privacy, default=None, terms="analysis_methods", below="method"
    )
