"""How wide the sectors are: by the number of their marks, but never narrower than these need."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

FULL = 2 * math.pi


def arcs_of(share: Mapping[str, float], least: Mapping[str, float]) -> dict[str, float] | None:
    """Give every sector its share, or what it needs; if an edge is near the bottom, it is moved there.

    ``None`` if the sectors need more than the whole circle. All angles are radians.
    """
    needed = {code: max(least[code] * 1.01, min(0.16, 3.2 / len(share))) for code in share}
    if math.fsum(needed.values()) > FULL:
        return None
    codes = list(share)
    split = _middle(share)
    if split is not None:
        right, left = codes[:split], codes[split:]
        halves = [_filled(half, share, needed, math.pi) for half in (right, left)]
        if halves[0] is not None and halves[1] is not None:
            return halves[0] | halves[1]
    return _filled(codes, share, needed, FULL)


def _middle(share: Mapping[str, float]) -> int | None:
    """Give after how many sectors the bottom is nearest, if making it an edge takes little stretching."""
    sums = [math.fsum(list(share.values())[:count]) for count in range(1, len(share))]
    if not sums:
        return None
    at = min(range(len(sums)), key=lambda index: (round(abs(sums[index] - math.pi), 9), index))
    return at + 1 if 0.75 < sums[at] / math.pi < 1.25 else None


def _filled(
    codes: Sequence[str], share: Mapping[str, float], needed: Mapping[str, float], whole: float
) -> dict[str, float] | None:
    """Divide an arc by shares, but so that no sector gets less than it needs."""
    if math.fsum(needed[code] for code in codes) > whole:
        return None
    tight: set[str] = set()
    while True:
        rest = whole - math.fsum(needed[code] for code in tight)
        total = math.fsum(share[code] for code in codes if code not in tight)
        more = {code for code in codes if code not in tight and share[code] * rest / total < needed[code]}
        if not more:
            break
        tight |= more
        if len(tight) == len(codes):
            stretch = whole / math.fsum(needed[code] for code in codes)
            return {code: needed[code] * stretch for code in codes}
    return {code: needed[code] if code in tight else share[code] * rest / total for code in codes}
