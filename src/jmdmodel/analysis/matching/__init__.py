"""Partners and key persons that may contribute to a goal of a case plan, with the reasons."""

from __future__ import annotations

from jmdmodel.analysis.matching.matched import candidates
from jmdmodel.analysis.matching.result import Candidate, Candidates

__all__ = [
    "Candidate",
    "Candidates",
    "candidates",
]
