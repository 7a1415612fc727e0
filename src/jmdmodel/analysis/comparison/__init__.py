"""What changed between the maps of two years, and over all years."""

from __future__ import annotations

from jmdmodel.analysis.comparison.changes import Absence, Change, Course, PartnerChange, Shift
from jmdmodel.analysis.comparison.compared import Comparison, compare
from jmdmodel.analysis.comparison.series import Series, network_series

__all__ = [
    "Absence",
    "Change",
    "Comparison",
    "Course",
    "PartnerChange",
    "Series",
    "Shift",
    "compare",
    "network_series",
]
