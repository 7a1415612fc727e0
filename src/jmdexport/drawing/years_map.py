"""Small multiples: the maps of several years of one service on a page, each partner in the same direction.

The page is divided in every way that is possible (rows and columns of maps; names and legend at the right
or at the foot), and the way with the largest circles that hold everything is taken.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import attrs

from jmdexport.drawing import frame, keys, words
from jmdexport.drawing.channels import IMPORTANCE, INTENSITY
from jmdexport.drawing.keys import Block, Key
from jmdexport.drawing.layout_flow import Row, drawn, flow, gap, lowest, paragraph, together
from jmdexport.drawing.layout_labels import RIM
from jmdexport.drawing.marks import heading_sign
from jmdexport.drawing.palette import QUIET
from jmdexport.drawing.plan import MapGroup, Mark
from jmdexport.drawing.scene import Item, Scene
from jmdexport.drawing.shapes import hatches
from jmdexport.drawing.steady import Steady, steady_layout
from jmdexport.drawing.years_panels import Numbers, depth, heading, leaders, numbers_round, outside, panel
from jmdexport.drawing.years_plan import YearsDoNotFit, YearsPlan
from jmdmodel.messages import Message, Say

GROUPS = Say("Form, Farbe, Schraffur: Gruppe", "Shape, colour, hatch: group")
STEADY = Say(
    "Ein Partner steht in jedem Jahr in derselben Richtung; nur sein Ring ändert sich.",
    "A partner stands in the same direction in each year; only its ring changes.",
)
_GROUP = Say("{label} ({n})", "{label} ({n})")
_BETWEEN = 6.0
_LEAST_RADIUS = 20.0
_FULL_RADIUS = 75.0
_SIZES = (7.5, 7.0, 6.5)
_NUMBER = 7.0
"""The largest size of the numbers round a circle."""
_LARGEST = 1.1
"""The largest factor of the marks' diameter."""
_MOST_TRACKS = 2
_LOWERED = 14.0
"""So far a map may stand below the upper edge of its cell, to be nearer the middle."""


@attrs.frozen(kw_only=True)
class _Way:
    """One way to divide the page: rows and columns of maps, and in which columns the words stand."""

    across: int
    down: int
    left: float
    top: float
    right: float
    bottom: float
    at: tuple[float, float]
    columns: int
    wide: float
    high: float

    def cell(self, index: int, count: int) -> tuple[float, float, float, float]:
        """Give left, top, width and height of the room for a map; the last row stands in the middle."""
        wide = (self.right - self.left + _BETWEEN) / self.across - _BETWEEN
        high = (self.bottom - self.top + _BETWEEN) / self.down - _BETWEEN
        x, y = index % self.across, index // self.across
        missing = max(0, self.across * (y + 1) - count)
        left = self.left + (x + missing / 2) * (wide + _BETWEEN)
        return left, self.top + y * (high + _BETWEEN), wide, high


def draw_years_map(plan: YearsPlan) -> Scene:
    """Give the maps of several years as one scene (R-33). German: Jahreskarten.

    Raises:
        YearsDoNotFit: The page has no room for circles in which everything can be told apart.
    """
    index = plan.index()
    whole = {mark.id: mark for _, mark, _ in index}
    known = {mark.id: number for number, mark, _ in index}
    of = {mark.id: known[plan.key_of(mark, whole)] for each in plan.maps for mark in each.marks}
    for size in _SIZES:
        tracks = range(1, _MOST_TRACKS + 1) if plan.numbered else (0,)
        ways = [
            (way, math.floor(radius * 2) / 2, count)
            for way in _ways(plan, index, size)
            for count in tracks
            if (radius := _radius(plan, way, of, size=size, tracks=count)) >= _LEAST_RADIUS
        ]
        for way, radius, count in sorted(ways, key=lambda one: -one[1]):
            found = _fitted(plan, way, of, size=size, radius=radius, tracks=count)
            if found is not None:
                return found
    raise YearsDoNotFit(plan.page, len(whole), tuple(map(str, plan.years)))


def _fitted(
    plan: YearsPlan, way: _Way, of: Mapping[str, int], *, size: float, radius: float, tracks: int
) -> Scene | None:
    scale = max(0.5, min(_LARGEST, radius / _FULL_RADIUS * 1.15))
    apart = leaders(tracks, min(size, _NUMBER))
    steady = steady_layout(plan.maps, radius=radius, scale=scale, same=dict(plan.same), leaders=apart)
    if steady is None:
        return None
    numbers = numbers_round(steady, of, tracks=tracks, size=min(size, _NUMBER)) if tracks else None
    if tracks and numbers is None:
        return None
    return _scene(plan, way, steady, numbers, of=of, size=size)


def _radius(plan: YearsPlan, way: _Way, of: Mapping[str, int], *, size: float, tracks: int) -> float:
    """Give the radius of the circles that a way to divide the page has room for."""
    _, _, wide, high = way.cell(0, len(plan.maps))
    above, below = _around(plan, of, width=wide, size=size)
    return min(wide, high - above - below) / 2 - RIM - depth(tracks, min(size, _NUMBER))


def _around(plan: YearsPlan, of: Mapping[str, int], *, width: float, size: float) -> tuple[float, float]:
    """Give the height of what stands above and below the circles, the most of any year."""
    years = range(len(plan.maps))
    above = max(heading(plan, at, width=width, size=size)[1] for at in years)
    below = max(outside(plan, at, of, width=width, size=size)[1] for at in years)
    return above, below


def _ways(plan: YearsPlan, index: Sequence[tuple[int, Mark, str]], size: float) -> Iterator[_Way]:
    """Give all ways to divide the page: words at the right in one to four columns, or at the foot."""
    large = frame.is_large(plan.frame)
    left, right = frame.MARGIN, plan.page[0] - frame.MARGIN
    foot = frame.footer(plan.frame)[1] - 2.0
    small = min(size, 7.0)
    count = len(plan.maps)
    grids = [(across, math.ceil(count / across)) for across in range(1, count + 1)]
    grids = [(across, down) for across, down in grids if across * (down - 1) < count]
    wide = 58.0 if large else 50.0
    for columns in range(1, 5):
        start = right - columns * wide - (columns - 1) * _BETWEEN
        if start - left < 2 * _LEAST_RADIUS + _BETWEEN:
            break
        rows = _words(plan, index, wide, small, _LARGEST)
        if flow(rows, height=foot - frame.MARGIN, most=columns) is None:
            continue
        top = frame.header(plan.frame, start - _BETWEEN - left)[1] + 3.0
        for across, down in grids:
            yield _Way(
                across=across,
                down=down,
                left=left,
                top=top,
                right=start - _BETWEEN,
                bottom=foot,
                at=(start, frame.MARGIN),
                columns=columns,
                wide=wide,
                high=foot - frame.MARGIN,
            )
        break
    top = frame.header(plan.frame, right - left)[1] + 3.0
    most = max(1, int((right - left + _BETWEEN) / (wide + _BETWEEN)))
    wide = (right - left + _BETWEEN) / most - _BETWEEN
    rows = _words(plan, index, wide, small, _LARGEST)
    band = lowest(rows, columns=most, most=foot - top - 2 * _LEAST_RADIUS)
    if band is None:
        return
    for across, down in grids:
        yield _Way(
            across=across,
            down=down,
            left=left,
            top=top,
            right=right,
            bottom=foot - band - 4.0,
            at=(left, foot - band),
            columns=most,
            wide=wide,
            high=band,
        )


def _words(
    plan: YearsPlan, index: Sequence[tuple[int, Mark, str]], width: float, size: float, scale: float
) -> list[Row]:
    """Give the rows of the legend, one for all years, and of the index."""
    language, said = plan.language, plan.maps[-1].words
    marks = [mark for each in plan.maps for mark in each.marks]

    def quiet(text: str) -> Row:
        return paragraph(text, width=width, size=size, colour=QUIET)

    title = words.LEGEND.in_(language)
    rows = [paragraph(title, width=width, size=size + 1, bold=True, below=1.0, with_next=True)]
    rows += [quiet(STEADY.in_(language)), gap(1.2)]
    nearness = words.named(words.NEARNESS_OF, INTENSITY.name, language)
    rows.append(keys.head(nearness, width=width, size=size))
    rows += [*keys.rings(said, width=width, size=size), quiet(keys.NEARNESS_NOTE.in_(language))]
    with_open = any(mark.size is None for mark in marks)
    dots = keys.sizes(said, scale=scale, language=language, with_open=with_open)
    sizes = Block(words.named(words.SIZE_OF, IMPORTANCE.name, language), dots)
    rows += [gap(1.8), *keys.column(sizes, width=width, size=size)]
    rows += [gap(1.8), keys.head(GROUPS.in_(language), width=width, size=size)]
    for group in plan.maps[0].groups:
        entries = [(number, text) for number, mark, text in index if mark.group == group.code]
        text = Message.of(_GROUP, label=group.label, n=len(entries)).in_(language)
        row = keys.row(Key(text, partial(_sign, group), 4.0), width=width, size=size, bold=plan.numbered)
        if not plan.numbered or not entries:
            rows.append(row)
            continue
        listed = [keys.numbered(number, name, width=width, size=size) for number, name in entries]
        rows += [*together([row, listed[0]]), *listed[1:], gap(0.8)]
    return rows


def _sign(group: MapGroup, x: float, y: float) -> tuple[Item, ...]:
    return (heading_sign(group, x, y, 3.6),)


def _scene(
    plan: YearsPlan,
    way: _Way,
    steady: Steady,
    numbers: Numbers | None,
    *,
    of: Mapping[str, int],
    size: float,
) -> Scene:
    wide = way.cell(0, len(plan.maps))[2]
    above, below = _around(plan, of, width=wide, size=size)
    reach = numbers.reach if numbers else steady.radius + RIM
    items: list[Item] = [*frame.header(plan.frame, _title_width(plan, way))[0]]
    for at in range(len(plan.maps)):
        left, top, width, high = way.cell(at, len(plan.maps))
        top += max(0.0, min(_LOWERED, (high - above - below - 2 * reach) / 2))
        middle = left + width / 2
        centre = (middle, top + above + reach)
        above_it = heading(plan, at, width=width, size=size)[0]
        items += [attrs.evolve(text, x=middle, y=top + text.y) for text in above_it]
        items.append(panel(plan, at, steady, centre=centre, numbers=numbers, of=of))
        below_it = outside(plan, at, of, width=width, size=size)[0]
        items += [attrs.evolve(text, x=middle, y=centre[1] + reach + 1.0 + text.y) for text in below_it]
    rows = _words(plan, plan.index(), way.wide, min(size, _NUMBER), steady.scale)
    found = flow(rows, height=way.high, most=way.columns) or []
    items += drawn(found, x=way.at[0], y=way.at[1], step=way.wide + _BETWEEN)
    items += frame.footer(plan.frame)[0]
    return Scene(
        width=plan.page[0],
        height=plan.page[1],
        language=plan.language,
        title=plan.title,
        description=plan.told,
        items=tuple(items),
        hatches=hatches(plan.maps[0].groups),
    )


def _title_width(plan: YearsPlan, way: _Way) -> float:
    right = plan.page[0] - frame.MARGIN
    return (way.right if way.at[0] > way.left else right) - way.left
