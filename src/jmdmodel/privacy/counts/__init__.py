"""Protected counts of persons: tables in which nobody can work out a small number (R-51)."""

from jmdmodel.privacy.counts.attack import Extremes
from jmdmodel.privacy.counts.auditing import Attempt, Audit, audit
from jmdmodel.privacy.counts.counts_texts import MARK
from jmdmodel.privacy.counts.knowledge import Rule, Stated
from jmdmodel.privacy.counts.persons import PersonCounts, person_counts, protected_counts
from jmdmodel.privacy.counts.protected import Derived, NotShown, ProtectedCounts, ProtectedTable
from jmdmodel.privacy.counts.protecting import protect
from jmdmodel.privacy.counts.tables import (
    TOTAL,
    Category,
    CellKey,
    CountTable,
    Dimension,
    Group,
    Layout,
    Level,
)

__all__ = [
    "MARK",
    "TOTAL",
    "Attempt",
    "Audit",
    "Category",
    "CellKey",
    "CountTable",
    "Derived",
    "Dimension",
    "Extremes",
    "Group",
    "Layout",
    "Level",
    "NotShown",
    "PersonCounts",
    "ProtectedCounts",
    "ProtectedTable",
    "Rule",
    "Stated",
    "audit",
    "person_counts",
    "protect",
    "protected_counts",
]
