"""What stands round the grid of a chart: title, legend, notes, the names of numbered columns, source."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import attrs

from jmdexport.drawing import chart_signs, titles, words
from jmdexport.drawing.chart_plan import Chart, ChartColumn
from jmdexport.drawing.layout_flow import Row, gap, paragraph
from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import line_box, text_width, wrap
from jmdexport.drawing.palette import INK
from jmdexport.drawing.scene import Data, Group, Item, Text
from jmdexport.drawing.titles import MARGIN, source_line, title_block
from jmdmodel.messages import Say

_KEY: Data = (("data-role", "key"), ("aria-hidden", "true"))
_INLINE = 4.0
"""Room between two keys of the legend."""
_INDEX_STEP = 4.0
"""Room between two columns of the index."""

LEGEND = Say("So liest man das Bild", "How to read the picture")
SHEET = Say("Blatt {n} von {all}", "Sheet {n} of {all}")


@attrs.frozen
class _Key:
    text: str
    draw: Callable[[float, float], tuple[Item, ...]] | None = None
    wide: float = 0.0


def is_large(chart: Chart) -> bool:
    """Tell whether the page is larger than A4."""
    return titles.is_large(chart.page)


def inner_width(chart: Chart) -> float:
    """Give the width between the margins."""
    return chart.page[0] - 2 * MARGIN


def header(chart: Chart, sheet: tuple[int, int]) -> tuple[list[Item], float]:
    """Give title and the lines below it, and the height at which they end."""
    told = list(chart.subtitle)
    if sheet[1] > 1:
        told.append(SHEET.in_(chart.language).format(n=sheet[0], all=sheet[1]))
    return title_block(chart.page, chart.title, told, width=inner_width(chart))


def footer(chart: Chart) -> tuple[list[Item], float]:
    """Give the source line and the height at which it begins."""
    return source_line(chart.page, chart.source)


def below_grid(chart: Chart, size: float, numbered: Sequence[tuple[int, ChartColumn]]) -> list[Row]:
    """Give the rows below the grid: the names of numbered columns, notes, and the legend."""
    width = inner_width(chart)
    rows: list[Row] = []
    if numbered:
        rows.append(paragraph(words.INDEX.in_(chart.language), width=width, size=size, bold=True, below=0.4))
        rows += _index(numbered, width, size)
        rows.append(gap(1.6))
    rows += [paragraph(note, width=width, size=size, below=0.3) for note in chart.notes]
    if chart.notes:
        rows.append(gap(1.6))
    return rows + _legend(chart, width, size)


def _legend(chart: Chart, width: float, size: float) -> list[Row]:
    """Give the legend as lines across the page: what bars and signs mean, in words."""
    height = math.fsum(line_box(size))
    keys = []
    if len(chart.series) > 1:
        for series in chart.series:
            draw = chart_signs.swatch(series, height * 0.62)
            keys.append(_Key(series.label, draw, 7.5))
    keys += [_Key(key.text, chart_signs.signed(key.sign, height * 0.42), 5.0) for key in chart.keys]
    if chart.axis:
        keys.append(_Key(chart.axis))
    if not keys or not chart.rows:
        return []
    head = LEGEND.in_(chart.language)
    lines: list[list[tuple[float, _Key]]] = [[]]
    at = text_width(head, size=size, bold=True) + _INLINE
    for key in keys:
        wide = key.wide + text_width(key.text, size=size) + _INLINE
        if at + wide - _INLINE > width and lines[-1]:
            lines.append([])
            at = 0.0
        lines[-1].append((at, key))
        at += wide
    return [_line(line, head if index == 0 else "", width, size) for index, line in enumerate(lines)]


def _line(keys: list[tuple[float, _Key]], head: str, width: float, size: float) -> Row:
    above, below = line_box(size)
    # A text alone in its line may be wider than the page; the first line holds the heading as well.
    texts = [wrap(key.text, width=width - at - key.wide, size=size) for at, key in keys]
    most = max((len(lines) for lines in texts), default=1)
    first = 1.15 * (above + below)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        middle, base = y + first / 2, y + (first - above - below) / 2 + above
        items: list[Item] = []
        if head:
            items.append(Text(x=x, y=base, lines=(head,), size=size, bold=True, colour=INK))
        for (at, key), lines in zip(keys, texts, strict=True):
            if key.draw is not None:
                items.append(Group(items=key.draw(x + at + key.wide / 2 - 0.7, middle), data=_KEY))
            items.append(
                Text(x=x + at + key.wide, y=base, lines=lines, size=size, colour=INK, leading=leading(size))
            )
        return tuple(items)

    return Row(first + (most - 1) * leading(size) + 0.6, draw)


def _index(numbered: Sequence[tuple[int, ChartColumn]], width: float, size: float) -> list[Row]:
    """Give the names of numbered columns in as many columns as they need room for."""
    number = text_width("000", size=size, bold=True) + 1.0
    widest = max(text_width(named(column), size=size) for _, column in numbered) + number
    across = max(1, min(4, len(numbered), int((width + _INDEX_STEP) / (widest + _INDEX_STEP))))
    across = max(across, 2 if len(numbered) > 1 else 1)
    step = (width + _INDEX_STEP) / across
    down = math.ceil(len(numbered) / across)
    rows = []
    for line in range(down):
        found = [
            (place, *numbered[place * down + line])
            for place in range(across)
            if place * down + line < len(numbered)
        ]
        rows.append(_entries(found, step, number, size))
    return rows


def named(column: ChartColumn) -> str:
    """Give a heading with its note in one line."""
    return f"{column.heading} ({column.note})" if column.note else column.heading


def _entries(found: list[tuple[int, int, ChartColumn]], step: float, number: float, size: float) -> Row:
    drawn = [
        (place, str(count), paragraph(named(column), width=step - _INDEX_STEP - number, size=size))
        for place, count, column in found
    ]
    above, _ = line_box(size)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        items: list[Item] = []
        for place, count, row in drawn:
            left = x + place * step
            items.append(Text(x=left, y=y + above, lines=(count,), size=size, bold=True, colour=INK))
            items += row.draw(left + number, y)
        return tuple(items)

    return Row(max(row.height for _, _, row in drawn) + 0.3, draw)
