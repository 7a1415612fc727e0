"""What an audience may see of a workspace and of what the rules found in it (R-51)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

import attrs

from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.privacy import redact, visible
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

if TYPE_CHECKING:  # the rules cost time that an export without findings need not pay
    from jmdmodel.privacy.barriers import BarriersBySector
    from jmdmodel.privacy.counts import ProtectedCounts, ProtectedTable
    from jmdmodel.quality.waiving import Waived


@attrs.frozen(kw_only=True)
class Cut:
    """What an audience may see of the workspace and of its findings."""

    view: Workspace
    findings: tuple[Finding, ...] = ()
    positions: tuple[Position | None, ...] = ()
    checked: bool = False
    withheld: int = 0
    waived: tuple[Waived, ...] = ()
    waived_positions: tuple[Position | None, ...] = ()


def cut_for(
    workspace: Workspace,
    findings: tuple[Finding, ...] | None,
    waived: tuple[Waived, ...],
    audience: Audience,
    locate: Callable[[Finding], Position | None] | None,
) -> Cut:
    """Cut workspace and findings; below the team not even the number of findings is shown."""
    view = redact(workspace, audience)
    if findings is None or audience < Audience.INTERNAL:
        return Cut(view=view)
    shown = visible(findings, workspace, audience)
    places = () if locate is None else tuple(locate(finding) for finding in shown)
    allowed = {*visible([part.finding for part in waived], workspace, audience)}
    accepted = tuple(part for part in waived if part.finding in allowed)
    return Cut(
        view=view,
        findings=shown,
        positions=places,
        checked=True,
        withheld=len(findings) - len(shown),
        waived=accepted,
        waived_positions=() if locate is None else tuple(locate(part.finding) for part in accepted),
    )


def counts_for(
    workspace: Workspace, year: int, audience: Audience, *, published: Iterable[ProtectedTable] = ()
) -> ProtectedCounts:
    """Give the counts of persons of a year as tables that may be shown, the same for every audience (R-51).

    The words for parts of yearly figures are the team's own; below ``internal`` the parts are numbered. What
    is published already is heeded.
    """
    from jmdmodel.privacy.counts import protected_counts  # noqa: PLC0415 - only where somebody asks for it
    from jmdmodel.privacy.counts.persons import named_again  # noqa: PLC0415 - as above

    made = protected_counts(workspace, year=year, named=False, published=published)
    return made if audience < Audience.INTERNAL else named_again(made, workspace, year=year)


def barriers_for(workspace: Workspace, year: int, as_of: date) -> BarriersBySector:
    """Give the access barriers of a year by sector: of a year that is not over, up to today (R-10, R-51)."""
    from jmdmodel.privacy.barriers import barriers_by_sector  # noqa: PLC0415 - only where somebody asks for it

    eve = date(year - 1, 12, 31) if year > 1 else date.min
    return barriers_by_sector(workspace, on=max(date(year, 1, 1), min(as_of, date(year, 12, 31))), since=eve)
