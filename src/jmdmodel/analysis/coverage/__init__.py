"""Which kinds of partner, of committee, and which roles at the transition to work are reached."""

from __future__ import annotations

TYPE_CHECKING = False  # why so: see jmdmodel.first_use
if TYPE_CHECKING:
    from jmdmodel.analysis.coverage.covered import CoverageState
    from jmdmodel.analysis.coverage.kinds import Count, Coverage, GroupCoverage, KindCoverage, coverage
    from jmdmodel.analysis.coverage.seats import CommitteeCoverage, committee_coverage
    from jmdmodel.analysis.coverage.transition import TransitionCoverage, transition_coverage
else:  # a check asks for one module of them only
    from jmdmodel.first_use import on_first_use

    __getattr__, __dir__ = on_first_use(
        globals(),
        {
            "jmdmodel.analysis.coverage.covered": "CoverageState",
            "jmdmodel.analysis.coverage.kinds": "Count Coverage GroupCoverage KindCoverage coverage",
            "jmdmodel.analysis.coverage.seats": "CommitteeCoverage committee_coverage",
            "jmdmodel.analysis.coverage.transition": "TransitionCoverage transition_coverage",
        },
    )

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
