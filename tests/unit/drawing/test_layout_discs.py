"""Discs in rows: those near to a line are the same as if each disc were looked at."""

from __future__ import annotations

import itertools
import math
import random

import pytest

from jmdexport.drawing.layout_discs import Disc, Discs
from jmdexport.drawing.scene import Point


def beside(discs: list[Disc], start: Point, end: Point, *, band: float, wide: float, but: str) -> list[float]:
    length = math.dist(start, end)
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    found = []
    for disc in discs:
        x, y = disc.x - start[0], disc.y - start[1]
        along, off, reach = x * dx + y * dy, y * dx - x * dy, disc.reach + wide
        if 0 < along < length and abs(off) < band + 2 * reach and disc.name != but:
            found.append(along)
    return sorted(found)


@pytest.mark.parametrize("seed", range(40))
def test_no_disc_near_to_a_line_is_overlooked(seed: int) -> None:
    draw = random.Random(seed)
    discs = [
        Disc(draw.uniform(-110, 110), draw.uniform(-110, 110), draw.uniform(1, 5), f"p{at}")
        for at in range(80)
    ]
    ends = [(draw.uniform(-100, 100), draw.uniform(-100, 100)) for _ in range(20)]
    upright_and_level = [(ends[0], (ends[0][0], -30.0)), (ends[1], (40.0, ends[1][1]))]
    for start, end in [*itertools.pairwise(ends), *upright_and_level]:
        for band in (0.0, 5.0, 40.0):
            near = Discs(discs).near(start, end, band=band, wide=0.7, but=("p7",))
            assert sorted(along for along, *_ in near) == beside(
                discs, start, end, band=band, wide=0.7, but="p7"
            )
