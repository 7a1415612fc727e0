"""Charts made by hand for the tests, and what is looked at in their scenes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from jmdexport.drawing.chart_plan import EMPTY, Chart, ChartBar, ChartCell, ChartColumn, ChartRow
from jmdexport.drawing.conflict_geometry import Box, overlap
from jmdexport.drawing.conflicts import conflicts, text_boxes
from jmdexport.drawing.palette import group_style
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Group, Item, Rect, Scene, Text


def series(code: str, place: int = 0) -> MapGroup:
    fill, shape, hatch = group_style(place)
    return MapGroup(code=code, label=f"Reihe {code}", shape=shape, fill=fill, hatch=hatch)


def bar(value: int | str | None, text: str = "", of: str = "a") -> ChartBar:
    return ChartBar(series=of, value=None if value is None else Fraction(value), text=text or str(value))


def bars(values: Iterable[Iterable[int | str]], **fields: Any) -> Chart:
    """Give a chart of rows of bars, one for each number, all of one series."""
    found = [list(row) for row in values]
    count = max(map(len, found), default=1)
    return Chart(
        **{
            "name": "test",
            "title": "Prüfbild",
            "corner": "Name",
            "axis": "Länge der Balken: Zahl",
            "empty": "Hier ist nichts.",
            "source": "Quelle: Prüfung",
            "series": (series("a"),),
            "columns": tuple(
                ChartColumn(code=f"c{number}", heading=f"Spalte {number}", kind="bars")
                for number in range(count)
            ),
            "rows": tuple(
                ChartRow(
                    id=f"r{number}",
                    label=f"Zeile {number}",
                    cells=tuple(ChartCell(bars=(bar(value),)) for value in row),
                )
                for number, row in enumerate(found)
            ),
            **fields,
        }
    )


def matrix(rows: Iterable[str], columns: Iterable[str], **fields: Any) -> Chart:
    """Give a chart of signs; a sign stands where the numbers of row and column add up to an even one."""
    heads = list(columns)
    return Chart(
        **{
            "name": "test",
            "title": "Prüfbild",
            "corner": "Name",
            "empty": "Hier ist nichts.",
            "columns": tuple(
                ChartColumn(code=f"c{number}", heading=head, kind="sign") for number, head in enumerate(heads)
            ),
            "rows": tuple(
                ChartRow(
                    id=f"r{number}",
                    label=label,
                    cells=tuple(
                        ChartCell(sign="square-full", said="ja") if (number + place) % 2 == 0 else EMPTY
                        for place in range(len(heads))
                    ),
                )
                for number, label in enumerate(rows)
            ),
            **fields,
        }
    )


def walk(items: Iterable[Item]) -> Iterator[Item]:
    """Give all items of a scene but groups, at whatever depth."""
    for item in items:
        if isinstance(item, Group):
            yield from walk(item.items)
        else:
            yield item


def texts(scene: Scene, role: str = "") -> list[Text]:
    """Give the texts of a scene, those with a role if one is named."""
    found = [item for item in walk(scene.items) if isinstance(item, Text)]
    return [text for text in found if not role or dict(text.data).get("data-role") == role]


def said(scene: Scene) -> str:
    """Give all words of a scene."""
    return " ".join(" ".join(text.lines) for text in texts(scene))


def rects(scene: Scene, role: str) -> list[Rect]:
    """Give the rectangles with a role."""
    found = [item for item in walk(scene.items) if isinstance(item, Rect)]
    return [item for item in found if dict(item.data).get("data-role") == role]


def rows_of(scenes: Iterable[Scene]) -> list[str]:
    """Give the rows that are drawn, each as often as it is."""
    groups = [item for scene in scenes for item in scene.items if isinstance(item, Group)]
    return [dict(group.data)["data-row"] for group in groups if "data-row" in dict(group.data)]


def clean(scene: Scene) -> bool:
    """Tell whether no text meets another one, a bar, a sign or the line of a step, and all is on the page."""
    found = conflicts(scene)
    shapes: list[Box] = [
        (one.x, one.y, one.x + one.width, one.y + one.height)
        for role in ("bar", "sign")
        for one in rects(scene, role)
    ]
    boxes = [box for text in texts(scene) for box in text_boxes(text)]
    met = any(overlap(box, shape) for box in boxes for shape in shapes)
    off = any(x < 0 or y < 0 or x2 > scene.width or y2 > scene.height for x, y, x2, y2 in shapes)
    counts = (found.label_label, found.label_line, found.leader_leader, found.outside)
    return not (met or off or any(counts))
