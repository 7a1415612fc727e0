"""Protected counts of persons: tables in which nobody can work out a small number (R-51)."""

from jmdmodel.phrases import Noun
from jmdmodel.privacy.counts import counts_texts, dimensions
from jmdmodel.privacy.counts.attack import Extremes
from jmdmodel.privacy.counts.auditing import Attempt, Audit, audit
from jmdmodel.privacy.counts.dimensions import Category, Dimension, Group, Level
from jmdmodel.privacy.counts.keeping import as_data, from_data
from jmdmodel.privacy.counts.knowledge import Rule, Stated
from jmdmodel.privacy.counts.persons import PersonCounts, person_counts, protected_counts
from jmdmodel.privacy.counts.protected import Derived, NotShown, ProtectedCounts, ProtectedTable
from jmdmodel.privacy.counts.protecting import protect
from jmdmodel.privacy.counts.tables import CellKey, CountTable, Layout

TOTAL = dimensions.TOTAL
"""The code of the total of a dimension."""

MARK = counts_texts.MARK
"""Stands in the place of every hidden count, in reports and in CSV files alike."""

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
    "Noun",
    "PersonCounts",
    "ProtectedCounts",
    "ProtectedTable",
    "Rule",
    "Stated",
    "as_data",
    "audit",
    "from_data",
    "person_counts",
    "protect",
    "protected_counts",
]
