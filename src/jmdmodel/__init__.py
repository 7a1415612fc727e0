"""Model of the network work of German youth migration services (Jugendmigrationsdienste).

The verbs and the few types that every program needs. They are loaded when they are first used, so
that importing the package costs next to nothing. Entities live in ``jmdmodel.entities``, words of the
field in ``jmdmodel.vocabulary``, figures and tables in ``jmdmodel.analysis``.
"""

from __future__ import annotations

TYPE_CHECKING = False  # why so: see jmdmodel.first_use
if TYPE_CHECKING:
    from jmdmodel.analysis.committees import committee_work, committee_years, contribution_outcomes
    from jmdmodel.analysis.comparison import Comparison, compare, network_series
    from jmdmodel.analysis.coverage import committee_coverage, coverage, transition_coverage
    from jmdmodel.analysis.declared import declared_and_recorded
    from jmdmodel.analysis.figures import ego_network
    from jmdmodel.analysis.graph import graph
    from jmdmodel.analysis.matching import candidates
    from jmdmodel.analysis.networks import network_profiles
    from jmdmodel.analysis.offers import needs_and_offers
    from jmdmodel.analysis.opening import opening_overview
    from jmdmodel.analysis.ratings import map_summary, rated_contacts, ties_of
    from jmdmodel.analysis.shares import work_series, work_shares
    from jmdmodel.analysis.tables import Table
    from jmdmodel.analysis.weak_spots import weak_spots
    from jmdmodel.analysis.work_time import own_areas, work_time
    from jmdmodel.analysis.year_network import year_network
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
    from jmdmodel.privacy import redact, rekey, visible
    from jmdmodel.privacy.counts import audit, person_counts, protect, protected_counts
    from jmdmodel.quality import Settings, check, explain
    from jmdmodel.scales import Audience
    from jmdmodel.workspace import Workspace
else:
    from jmdmodel.first_use import on_first_use

    __getattr__, __dir__ = on_first_use(
        globals(),
        {
            "jmdmodel.analysis.committees": "committee_work committee_years contribution_outcomes",
            "jmdmodel.analysis.comparison": "Comparison compare network_series",
            "jmdmodel.analysis.coverage": "committee_coverage coverage transition_coverage",
            "jmdmodel.analysis.declared": "declared_and_recorded",
            "jmdmodel.analysis.figures": "ego_network",
            "jmdmodel.analysis.graph": "graph",
            "jmdmodel.analysis.matching": "candidates",
            "jmdmodel.analysis.networks": "network_profiles",
            "jmdmodel.analysis.offers": "needs_and_offers",
            "jmdmodel.analysis.opening": "opening_overview",
            "jmdmodel.analysis.ratings": "map_summary rated_contacts ties_of",
            "jmdmodel.analysis.shares": "work_series work_shares",
            "jmdmodel.analysis.tables": "Table",
            "jmdmodel.analysis.weak_spots": "weak_spots",
            "jmdmodel.analysis.work_time": "own_areas work_time",
            "jmdmodel.analysis.year_network": "year_network",
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
            "jmdmodel.privacy": "redact rekey visible",
            "jmdmodel.privacy.counts": "audit person_counts protect protected_counts",
            "jmdmodel.quality": "Settings check explain",
            "jmdmodel.scales": "Audience",
            "jmdmodel.workspace": "Workspace",
        },
    )

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
    "audit",
    "candidates",
    "check",
    "committee_coverage",
    "committee_work",
    "committee_years",
    "compare",
    "contribution_outcomes",
    "coverage",
    "declared_and_recorded",
    "dumps",
    "ego_network",
    "explain",
    "graph",
    "json_schema",
    "load",
    "loads",
    "map_summary",
    "needs_and_offers",
    "network_profiles",
    "network_series",
    "opening_overview",
    "own_areas",
    "person_counts",
    "protect",
    "protected_counts",
    "rated_contacts",
    "redact",
    "rekey",
    "save",
    "ties_of",
    "transition_coverage",
    "validate",
    "visible",
    "weak_spots",
    "work_series",
    "work_shares",
    "work_time",
    "year_network",
]
