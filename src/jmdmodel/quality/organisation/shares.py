"""Rules on declared shares of work: they add up, and they fit what is written down."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from jmdmodel.entities.work import WorkSplit
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.quality.wording import exact_percent, rounded_percent
from jmdmodel.vocabulary import WorkArea


@rule(
    code="Q518",
    name="shares-not-100",
    level="must",
    requirements=("R-35",),
    looks_at=WorkSplit,
    title=Say(
        de="Die Arbeitsanteile ergeben nicht 100 Prozent",
        en="The shares of work do not add up to 100 per cent",
    ),
    message=Say(
        de="Die Anteile für {year} ergeben zusammen {total}.",
        en="The shares for {year} add up to {total}.",
    ),
    reason=Say(
        de="Die Strukturdaten zeigen, welchen Teil der Arbeit jeder Bereich ausmacht. Das stimmt nur, "
        "wenn alle Bereiche zusammen die ganze Arbeit sind.",
        en="The structural data show what part of the work each area makes up. That is right only if all "
        "areas together are the whole work.",
    ),
    remedy=Say(
        de="Die Anteile unter „shares“ so angeben, dass sie zusammen genau 100 ergeben; was übrig ist, "
        "gehört zu „other“ (Sonstiges).",
        en='Give the shares under "shares" so that they add up to exactly 100; what is left belongs to '
        '"other".',
    ),
)
def shares_not_100(split: WorkSplit, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a division of work whose shares are not exactly the whole."""
    total = sum((share.percent for share in split.shares), Fraction(0))
    if total != 100:
        yield ctx.found(split, "shares", year=split.id, total=exact_percent(total))


@attrs.frozen(kw_only=True)
class Gap:
    """How far declaration and documentation may lie apart, and when documentation counts as complete."""

    points: int = number(
        10,
        help=Say(
            de="Um wie viele Prozentpunkte beides auseinanderliegen darf.",
            en="By how many percentage points the two may lie apart.",
        ),
        minimum=1,
        maximum=100,
    )
    months: int = number(
        6,
        help=Say(
            de="Für wie viele Monate des Jahres Arbeitszeit eingetragen sein muss.",
            en="For how many months of the year working time has to be entered.",
        ),
        minimum=1,
        maximum=12,
    )


@rule(
    code="Q521",
    name="share-contradicts-records",
    level="hint",
    requirements=("R-35",),
    looks_at=WorkSplit,
    parameters=Gap,
    presupposes=("Q518",),
    title=Say(
        de="Angabe und Zeiten der Netzwerkarbeit passen nicht zusammen",
        en="Declared and documented network work differ",
    ),
    message=Say(
        de="Netzwerk- und Sozialraumarbeit {year}: angegeben {declared}, nach den eingetragenen Zeiten "
        "{documented}.",
        en="Network and social-space work in {year}: declared {declared}, by the documented time "
        "{documented}.",
    ),
    reason=Say(
        de="Der Anteil der Netzwerkarbeit steht im Bericht. Widerspricht er den eigenen Aufzeichnungen, "
        "ist er schwer zu vertreten.",
        en="The share of network work stands in the report. If it contradicts one's own records, it is "
        "hard to stand up for.",
    ),
    remedy=Say(
        de="Prüfen, ob unter „activities“ Tätigkeiten fehlen oder im falschen Bereich („area“) stehen, "
        "oder den Anteil unter „work_splits“ neu schätzen.",
        en='Check whether activities are missing under "activities" or stand in the wrong area '
        '("area"), or estimate the share anew under "work_splits".',
    ),
)
def share_contradicts_records(split: WorkSplit, ctx: Context[Gap]) -> Iterator[Finding]:
    """Find a declared share of network work far from the documented one.

    Time that is written down for some areas only proves nothing: each area with a share of at least
    the allowed gap must have time of its own.
    """
    minutes = ctx.index.minutes_in(split.year)
    if len(ctx.index.months_with_work_in(split.year)) < ctx.parameters.months:
        return
    declared = {share.area: share.percent for share in split.shares}
    if any(percent >= ctx.parameters.points and not minutes[area] for area, percent in declared.items()):
        return
    documented = Fraction(100 * minutes[WorkArea.NETWORK], minutes.total())
    stated = declared.get(WorkArea.NETWORK, Fraction(0))
    if abs(documented - stated) > ctx.parameters.points:
        yield ctx.found(
            split,
            "shares",
            year=split.id,
            declared=exact_percent(stated),
            documented=rounded_percent(documented),
        )
