"""Which kinds of partner, of committee, and which roles at the transition to work are reached."""

from __future__ import annotations

from jmdmodel.analysis.coverage.covered import CoverageState
from jmdmodel.analysis.coverage.kinds import Count, Coverage, GroupCoverage, KindCoverage, coverage
from jmdmodel.analysis.coverage.seats import CommitteeCoverage, committee_coverage
from jmdmodel.analysis.coverage.transition import TransitionCoverage, transition_coverage

__all__ = [
    "CommitteeCoverage",
    "Count",
    "Coverage",
    "CoverageState",
    "GroupCoverage",
    "KindCoverage",
    "TransitionCoverage",
    "committee_coverage",
    "coverage",
    "transition_coverage",
]
