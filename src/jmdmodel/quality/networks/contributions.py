"""Rules on what the service brought into all its committees together in a year."""

from __future__ import annotations

from collections.abc import Iterator

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.index import quoted
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import DueYear
from jmdmodel.vocabulary import ContributionKind
from jmdmodel.workspace import Workspace

_MESSAGE = Say(
    de="Im Jahr {year} ist in keinem Gremium eingetragen: {kinds}.",
    en="In {year} there is no entry in any committee for: {kinds}.",
)
_REMEDY = Say(
    de="Bei den Sitzungen unter „contributions“ nachtragen, was der Dienst beigetragen hat, oder das Thema "
    "für die nächsten Sitzungen vormerken.",
    en='Add to the sessions under "contributions" what the service brought in, or plan the topic for the '
    "next sessions.",
)


@rule(
    code="N210",
    name="encounter-or-discrimination-missing",
    level="should",
    requirements=("R-18",),
    looks_at=Workspace,
    parameters=DueYear,
    title=Say(
        de="Nichts zu Begegnung oder gegen Diskriminierung eingetragen",
        en="Nothing entered on encounter or against discrimination",
    ),
    message=_MESSAGE,
    reason=Say(
        de="Beides gehört zur Arbeit in Gremien: dass Menschen verschiedener Herkunft einander begegnen "
        "und dass Diskriminierung, Rassismus und Extremismus zurückgehen. Ein Jahr ohne eines davon "
        "lässt einen Teil des Auftrags offen.",
        en="Both belong to the work in committees: that people of different origin meet, and that "
        "discrimination, racism and extremism decline. A year without one of them leaves a part of the "
        "task open.",
    ),
    remedy=_REMEDY,
)
def encounter_or_discrimination_missing(workspace: Workspace, ctx: Context[DueYear]) -> Iterator[Finding]:
    """Find a year in which one of the two kinds was brought into no committee."""
    del workspace
    yield from _missing(ctx, ContributionKind.ENCOUNTER, ContributionKind.AGAINST_DISCRIMINATION)


@rule(
    code="N213",
    name="concerns-not-brought-in",
    level="should",
    requirements=("R-15",),
    looks_at=Workspace,
    parameters=DueYear,
    title=Say(
        de="Nichts zu Belangen oder Beteiligung eingetragen",
        en="Nothing entered on concerns or participation",
    ),
    message=_MESSAGE,
    reason=Say(
        de="Der Dienst ist in Gremien die Stimme der jungen Menschen und sorgt dafür, dass sie selbst "
        "zu Wort kommen. Das ist der Kern der Gremienarbeit.",
        en="In committees the service is the voice of the young people and makes sure that they are "
        "heard themselves. That is the heart of committee work.",
    ),
    remedy=_REMEDY,
)
def concerns_not_brought_in(workspace: Workspace, ctx: Context[DueYear]) -> Iterator[Finding]:
    """Find a year in which one of the two kinds was brought into no committee."""
    del workspace
    yield from _missing(ctx, ContributionKind.CONCERNS, ContributionKind.PARTICIPATION)


def _missing(ctx: Context[DueYear], *wanted: ContributionKind) -> Iterator[Finding]:
    year = ctx.parameters.year(ctx.on)
    if not ctx.index.in_committees_in(year):
        return
    made = ctx.index.contributions_in(year)
    missing = [kind for kind in wanted if not made[kind]]
    if missing:
        yield ctx.found(Ref("committees"), year=str(year), kinds=quoted(missing))
