"""What the rules on the social space share: the analyses up to a day, the latest first."""

from __future__ import annotations

from datetime import date

from jmdmodel.entities.need import SocialStructureAnalysis
from jmdmodel.workspace import Workspace


def analyses_until(workspace: Workspace, day: date) -> tuple[SocialStructureAnalysis, ...]:
    """Give the analyses dated not after a day, the latest first; those of one day by identifier."""
    done = (one for one in workspace.analyses if one.day <= day)
    return tuple(sorted(done, key=lambda one: (-one.day.toordinal(), one.id)))
