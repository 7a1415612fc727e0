"""Model of the network work of German youth migration services (Jugendmigrationsdienste).

The verbs and the few types that every program needs. They are loaded when they are first used, so
that importing the package costs next to nothing. Entities live in ``jmdmodel.entities``, words of the
field in ``jmdmodel.vocabulary``, figures and tables in ``jmdmodel.analysis``.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmdmodel.analysis.committees import committee_work
    from jmdmodel.analysis.comparison import Comparison, compare, series
    from jmdmodel.analysis.coverage import coverage
    from jmdmodel.analysis.declared import declared_and_recorded
    from jmdmodel.analysis.graph import graph
    from jmdmodel.analysis.networks import network_profiles
    from jmdmodel.analysis.ratings import map_summary, rated_contacts, ties_of
    from jmdmodel.analysis.shares import work_series, work_shares
    from jmdmodel.analysis.tables import Table
    from jmdmodel.analysis.work_time import own_areas, work_time
    from jmdmodel.codec import Loaded, Source, dumps, load, loads, save, validate
    from jmdmodel.codec.schema import json_schema
    from jmdmodel.collection import Collection
    from jmdmodel.errors import (
        JmdDeprecationWarning,
        JmdError,
        LoadError,
        LoadFault,
        ModelError,
        ModelFault,
        NoMapForYear,
        Position,
        RuleConfigError,
        SaveError,
        StorageError,
    )
    from jmdmodel.findings import Finding
    from jmdmodel.ids import Ref
    from jmdmodel.messages import Message, Say
    from jmdmodel.period import Period
    from jmdmodel.privacy import redact, visible
    from jmdmodel.quality import Settings, check, explain
    from jmdmodel.scales import Audience
    from jmdmodel.workspace import Workspace

_HOMES = {
    "jmdmodel.analysis.committees.work": "committee_work",
    "jmdmodel.analysis.comparison.compared": "Comparison compare",
    "jmdmodel.analysis.coverage.kinds": "coverage",
    "jmdmodel.analysis.graph": "graph",
    "jmdmodel.analysis.networks.profiles": "network_profiles",
    "jmdmodel.analysis.ratings": "map_summary rated_contacts ties_of",
    "jmdmodel.analysis.declared": "declared_and_recorded",
    "jmdmodel.analysis.comparison.series": "series",
    "jmdmodel.analysis.shares": "work_series work_shares",
    "jmdmodel.analysis.work_time": "own_areas work_time",
    "jmdmodel.analysis.tables": "Table",
    "jmdmodel.codec": "Loaded Source dumps load loads save validate",
    "jmdmodel.codec.schema": "json_schema",
    "jmdmodel.collection": "Collection",
    "jmdmodel.errors": (
        "JmdDeprecationWarning JmdError LoadError LoadFault ModelError ModelFault NoMapForYear"
        " Position RuleConfigError SaveError StorageError"
    ),
    "jmdmodel.findings": "Finding",
    "jmdmodel.ids": "Ref",
    "jmdmodel.messages": "Message Say",
    "jmdmodel.period": "Period",
    "jmdmodel.privacy": "redact visible",
    "jmdmodel.quality": "Settings check explain",
    "jmdmodel.scales": "Audience",
    "jmdmodel.workspace": "Workspace",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Audience",
    "Collection",
    "Comparison",
    "Finding",
    "JmdDeprecationWarning",
    "JmdError",
    "LoadError",
    "LoadFault",
    "Loaded",
    "Message",
    "ModelError",
    "ModelFault",
    "NoMapForYear",
    "Period",
    "Position",
    "Ref",
    "RuleConfigError",
    "SaveError",
    "Say",
    "Settings",
    "Source",
    "StorageError",
    "Table",
    "Workspace",
    "check",
    "committee_work",
    "compare",
    "coverage",
    "declared_and_recorded",
    "dumps",
    "explain",
    "graph",
    "json_schema",
    "load",
    "loads",
    "map_summary",
    "network_profiles",
    "own_areas",
    "rated_contacts",
    "redact",
    "save",
    "series",
    "ties_of",
    "validate",
    "visible",
    "work_series",
    "work_shares",
    "work_time",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home when it is first used (PEP 562)."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
