"""A rule on yearly figures: parts that are more than the whole they belong to."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from jmdmodel.entities.service import YearFigure
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.workspace import Workspace

_OPEN_END = 1000


@rule(
    code="D913",
    name="parts-exceed-whole",
    level="hint",
    requirements=("R-35", "R-53"),
    looks_at=Workspace,
    title=Say(
        de="Teile einer Jahreszahl sind mehr als das Ganze", en="Parts of a yearly figure exceed the whole"
    ),
    message=Say(
        de="Jahreszahlen, deren Teile zusammen mehr ergeben als das Ganze: {n}. Bei der ersten ist als "
        "Ganzes {whole} eingetragen, die Teile ergeben {parts}.",
        en="Yearly figures whose parts come to more than the whole: {n}. For the first the whole is entered "
        "as {whole}, the parts come to {parts}.",
    ),
    reason=Say(
        de="Die Jahreszahlen stehen im Bericht nebeneinander. Wer nachrechnet, zweifelt sonst auch an den "
        "Zahlen, die stimmen.",
        en="The yearly figures stand side by side in the report. Those who check the sum will otherwise "
        "doubt the right numbers, too.",
    ),
    remedy=Say(
        de="Unter „figures“ die Anzahl („count“) des Ganzen und der Teile vergleichen und berichtigen. "
        "Gehört ein Teil zu einer anderen Zahl, diese unter „part_of“ nennen.",
        en='Under "figures" compare the count ("count") of the whole and of the parts and correct it. If a '
        'part belongs to another figure, name that one under "part_of".',
    ),
)
def parts_exceed_whole(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find wholes with a part, or with age groups together, above them.

    Parts may be fewer than the whole, because not all of it need be told apart; and parts that are no
    age groups may overlap, so that only each of them alone is compared.
    """
    parts: dict[str, list[YearFigure]] = {}
    for figure in workspace.figures:
        if figure.part_of is not None:
            parts.setdefault(figure.part_of, []).append(figure)
    found = [
        (whole, most)
        for whole in workspace.figures
        if whole.id in parts and (most := _at_least(parts[whole.id])) > whole.count
    ]
    if found:
        whole, most = found[0]
        yield ctx.found_many([one for one, _ in found], "count", n=len(found), whole=whole.count, parts=most)


def _at_least(parts: Sequence[YearFigure]) -> int:
    """Give how many the parts are at least: age groups that do not overlap add up, others may not."""
    ages = sorted(
        (one.from_age or 0, _OPEN_END if one.to_age is None else one.to_age, one.count)
        for one in parts
        if one.from_age is not None or one.to_age is not None
    )
    apart = all(one[1] < following[0] for one, following in itertools.pairwise(ages))
    together = sum(count for _, _, count in ages) if apart else 0
    return max(together, *(one.count for one in parts))
