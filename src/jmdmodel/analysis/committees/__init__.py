"""What the service brought into committees, and what became of it."""

from __future__ import annotations

from jmdmodel.analysis.committees.outcomes import FollowedContributions, contribution_outcomes
from jmdmodel.analysis.committees.work import (
    CommitteeWork,
    CommitteeYear,
    CommitteeYears,
    committee_work,
    committee_years,
)

__all__ = [
    "CommitteeWork",
    "CommitteeYear",
    "CommitteeYears",
    "FollowedContributions",
    "committee_work",
    "committee_years",
    "contribution_outcomes",
]
