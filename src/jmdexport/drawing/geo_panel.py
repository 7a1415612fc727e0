"""A stretch of ground with all that stands on it: the map itself, and what is shown larger beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from jmdexport.drawing.conflict_geometry import Box
from jmdexport.drawing.geo_areas import AreaLabel, area_labels
from jmdexport.drawing.geo_blocks import Block, Sizes
from jmdexport.drawing.geo_ground import Shape, View, on_page
from jmdexport.drawing.geo_labels import Placement, placed, with_names
from jmdexport.drawing.geo_plan import PARTNER, SERVICE, Area, GeoPlan, Spot
from jmdexport.drawing.geo_signs import BOUNDARY, GROUND, WINDOW, ground_of, line_of, sign
from jmdexport.drawing.layout_labels import leading
from jmdexport.drawing.measure import line_box
from jmdexport.drawing.palette import INK, LEADER, PAPER, QUIET, RING_LINE
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Data, Group, Item, Paint, Path, Point, Polyline, Rect, Text

_LABEL: Data = (("data-role", "label"),)
_HIDDEN: Data = (("aria-hidden", "true"),)
_ON = 1e-6


@attrs.frozen
class Panel:
    """A view with everything placed on it, ready to be drawn once numbers and letters are given.

    Attributes:
        shapes: The outlines of the units on the page, the larger units first, as *areas* has them.
        window: The frame of what is shown larger elsewhere.
    """

    plan: GeoPlan
    view: View
    sizes: Sizes
    areas: tuple[Area, ...]
    shapes: tuple[Shape, ...]
    boundary: Shape
    placement: Placement
    labels: tuple[AreaLabel, ...]
    window: Box | None = None

    def unnamed(self) -> tuple[Spot, ...]:
        """Give the things that need a number."""
        return self.placement.unnamed()

    def lettered(self) -> frozenset[str]:
        """Give the units that need a letter."""
        return frozenset(label.area for label in self.labels if label.kind == "letter")

    def named(self) -> frozenset[str]:
        """Give the units whose name is written."""
        return frozenset(label.area for label in self.labels if label.kind == "name")


def panel(
    plan: GeoPlan,
    view: View,
    spots: Sequence[Spot],
    sizes: Sizes,
    *,
    letters: frozenset[str],
    window: Box | None = None,
) -> Panel | None:
    """Place everything on a view; ``None`` where the frame is too small for the signs.

    Args:
        letters: The units that get a letter where there is no room for their name.
        window: The frame of what is shown larger elsewhere.
    """
    areas = tuple(sorted(plan.areas, key=lambda area: (-area.rank, -_size(area), area.id)))
    shapes = tuple(on_page(view, area.rings) for area in areas)
    places = {spot.id: view.point(spot.at) for spot in spots}
    found = placed(spots, places, view.frame, sizes, window)
    if found is None:
        return None
    labels = area_labels(areas, shapes, found.taken, view.frame, size=sizes.type, letters=letters)
    with_names(found, view.frame, sizes)
    boundary = on_page(view, plan.boundary)
    return Panel(plan, view, sizes, areas, shapes, boundary, found, tuple(labels), window)


def _size(area: Area) -> float:
    """Give the size of the box round an area, in square degrees: only for the order."""
    points = [point for polygon in area.rings for point in polygon[0]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def drawn_panel(
    panel: Panel, numbers: Mapping[str, int], letters: Mapping[str, str], *, prefix: str = ""
) -> tuple[Item, ...]:
    """Draw a panel: ground, units, boundary, names of units, things, frame.

    Args:
        numbers: The numbers of the things without a name.
        letters: The letters of the units without a name.
        prefix: What comes before identifiers, so that they are unique on the page.
    """
    left, top, right, bottom = panel.view.frame
    items: list[Item] = []
    if panel.boundary:
        items.append(_path(panel.boundary, Paint(fill=GROUND)))
    for area, shape in zip(panel.areas, panel.shapes, strict=True):
        if shape:
            items.append(_area(area, shape, panel.view.frame, prefix))
    if panel.boundary:
        data: Data = (("data-role", "boundary"),)
        items += _line(panel.boundary, panel.view.frame, BOUNDARY, data)
    outline = Paint(stroke=RING_LINE, width=0.3)
    items.append(Rect(x=left, y=top, width=right - left, height=bottom - top, paint=outline, data=_HIDDEN))
    items += [item for label in panel.labels for item in _area_label(panel, label, letters)]
    if panel.window is not None:
        box = panel.window
        edge = attrs.evolve(WINDOW)
        items.append(
            Rect(
                x=box[0],
                y=box[1],
                width=box[2] - box[0],
                height=box[3] - box[1],
                paint=edge,
                data=(("data-role", "window"),),
            )
        )
    groups = {group.code: group for group in panel.plan.kinds}
    # Frames first, so that none lies on a name beside it; then things from north to south.
    for block in sorted(panel.placement.blocks, key=lambda one: (not one.boxed, one.at[1], one.spots[0].id)):
        items += _block(panel, block, numbers, groups, prefix)
    return tuple(items)


def _path(shape: Shape, paint: Paint, data: Data = _HIDDEN) -> Path:
    steps: list[tuple[str, tuple[float, ...]]] = []
    for ring in shape:
        steps.append(("M", ring[0]))
        steps += [("L", point) for point in ring[1:]]
        steps.append(("Z", ()))
    return Path(steps=tuple(steps), paint=paint, data=data)


def _line(shape: Shape, frame: Box, paint: Paint, data: Data = _HIDDEN) -> tuple[Path, ...]:
    """Draw the outline of a shape, without the edges along the frame: they come from cutting it there."""
    steps: list[tuple[str, tuple[float, ...]]] = []
    for ring in shape:
        edges = list(pairwise((*ring, ring[0])))
        cut = [_lies_on(edge, frame) for edge in edges]
        # Begin behind a cut, so that what is left of the ring is one line.
        first = cut.index(True) + 1 if any(cut) else 0
        down = False
        for index in range(first, first + len(edges)):
            (start, end), left_out = edges[index % len(edges)], cut[index % len(edges)]
            if left_out:
                down = False
                continue
            if not down:
                steps.append(("M", start))
            steps.append(("L", end))
            down = True
        if down and not any(cut):
            steps[-1] = ("Z", ())
    return (Path(steps=tuple(steps), paint=paint, data=data),) if steps else ()


def _lies_on(edge: tuple[Point, Point], frame: Box) -> bool:
    return any(
        all(abs(point[axis] - frame[side]) < _ON for point in edge)
        for axis, side in ((0, 0), (1, 1), (0, 2), (1, 3))
    )


def _area(area: Area, shape: Shape, frame: Box, prefix: str) -> Group:
    ground = Paint(fill=ground_of(area.level))
    data = (("id", f"{prefix}unit-{area.id}"), ("data-unit", area.id), ("data-level", area.level))
    items = (_path(shape, ground), *_line(shape, frame, line_of(area.level)))
    return Group(items=items, data=data, title=f"{area.label} · {area.level_label}")


def _area_label(panel: Panel, label: AreaLabel, letters: Mapping[str, str]) -> Iterator[Item]:
    if label.leader:
        data: Data = (("data-role", "leader"), ("data-for", label.area), *_HIDDEN)
        yield Polyline(points=label.leader, paint=Paint(stroke=QUIET, width=0.2), data=data)
    lines = label.lines or (letters[label.area],)
    size = panel.sizes.type
    yield Text(
        x=(label.box[0] + label.box[2]) / 2,
        y=label.box[1] + line_box(size)[0],
        lines=lines,
        size=size,
        colour=QUIET,
        bold=True,
        anchor="middle",
        leading=leading(size),
        halo=PAPER,
        data=(("data-role", "unit-label"), ("data-for", label.area)),
    )


def _block(
    panel: Panel, block: Block, numbers: Mapping[str, int], groups: Mapping[str, MapGroup], prefix: str
) -> Iterator[Item]:
    sizes = panel.sizes
    if block.boxed:
        left, top, right, bottom = block.box
        paint = Paint(fill=PAPER, stroke=LEADER, width=0.25)
        data: Data = (("data-role", "block"), *_HIDDEN)
        yield Rect(x=left, y=top, width=right - left, height=bottom - top, paint=paint, data=data)
    for index, spot in enumerate(block.spots):
        at = block.middle_of(index, sizes)
        text = (
            _inner(block, index, numbers, sizes, at) if block.boxed else _beside(panel, spot, numbers, sizes)
        )
        signs = sign(dict(groups), spot, *at, sizes.area)
        label = f"{spot.label} · {spot.said}" if spot.said else spot.label
        yield Group(items=(text, *signs), data=_data(spot, prefix), title=label)


def _inner(block: Block, index: int, numbers: Mapping[str, int], sizes: Sizes, at: Point) -> Text:
    above, below = line_box(sizes.type)
    text = block.names[index] if block.names else str(numbers[block.spots[index].id])
    return Text(
        x=block.text_of(index, sizes),
        y=at[1] + (above - below) / 2,
        lines=(text,),
        size=sizes.type,
        colour=INK,
        data=_LABEL,
    )


def _beside(panel: Panel, spot: Spot, numbers: Mapping[str, int], sizes: Sizes) -> Text:
    label = panel.placement.labels[spot.id]
    left, top, right, _ = label.box
    lines = label.lines if label.kind == "name" else (str(numbers[spot.id]),)
    x = {"start": left, "middle": (left + right) / 2, "end": right}[label.anchor]
    return Text(
        x=x,
        y=top + line_box(sizes.type)[0],
        lines=lines,
        size=sizes.type,
        colour=INK,
        anchor=label.anchor,
        leading=leading(sizes.type),
        halo=PAPER,
        data=_LABEL,
    )


def _data(spot: Spot, prefix: str) -> Data:
    collection, _, name = spot.id.partition("/")
    data = [("id", f"{prefix}{collection}-{name}".rstrip("-")), ("data-subject", spot.id)]
    if spot.kind == PARTNER:
        data.append(("data-partner", name))
    elif spot.kind != SERVICE:
        data.append(("data-place", name))
    return (*data, ("data-kind", spot.kind))
