"""The table of what can be read on maps of 10 to 500 partners: ours, and those of networkx and graphviz."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

import attrs

from benchmarks import boxes, drawers
from benchmarks.harness import Contender, child, fixed_loop, markdown, once, short
from benchmarks.maps import forget, plan_for
from jmdexport.drawing import DoesNotFit, MapPlan, Scene, draw_map, to_svg
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.scene import Group, Item, Text

COUNTS = (10, 60, 150, 500)
NETWORKS = 5
"""So many made-up networks of each size; the table gives the medians."""
HEAD = (
    "partners", "page", "who draws", "LL", "LN", "NN", "X", "LE", "OUT", "ring", "sector", "time", "remark",
)  # fmt: skip


@attrs.frozen
class _Drawn:
    """One picture: the eight counts, the time in fixed loops, and what else is to be said."""

    counts: tuple[int, ...] | None
    time: float
    remark: str = ""


def quality(networks: int = NETWORKS) -> str:
    """Give the table of the page on maps that can be read."""
    drawers.ready()
    for run in _programs().values():
        run(plan_for(10))
    lines: list[Sequence[str]] = [HEAD]
    for count in COUNTS:
        plans = [plan_for(count, seed=seed) for seed in range(1, networks + 1)]
        page = "A3" if max(plans[0].page) > 300 else "A4"
        forget()
        for name, run in _programs().items():
            lines.append((str(count), page, name, *_cells([run(plan) for plan in plans])))
    return markdown(lines)


def _programs() -> Mapping[str, Callable[[MapPlan], _Drawn]]:
    """Give who draws: ours first."""
    found: dict[str, Callable[[MapPlan], _Drawn]] = {"jmdexport": _ours}
    for name in drawers.LAYOUTS:
        found[f"networkx {name}_layout + matplotlib"] = partial(_networkx, name)
    for name in drawers.programs():
        found[f"graphviz {name}"] = partial(_graphviz, name)
    return found


def _cells(drawn: Sequence[_Drawn]) -> Iterator[str]:
    """Give medians over the networks, and how many of these a program refused."""
    made = [one.counts for one in drawn if one.counts is not None]
    if made:
        for counts in zip(*made, strict=True):
            yield f"{statistics.median(counts):.0f}"
    else:
        yield from ["–"] * 8
    yield short(statistics.median(one.time for one in drawn))
    refused = len(drawn) - len(made)
    said = sorted({one.remark for one in drawn if one.remark}, reverse=True)
    if refused:
        said.insert(0, "all refused by a clear error" if not made else f"{refused} of {len(drawn)} refused")
    yield "; ".join(said)


def _timed(contender: Contender) -> float:
    """Give how many fixed loops, run just before, something takes."""
    loop = once(Contender(run=fixed_loop))
    return once(contender) / loop


def _ours(plan: MapPlan) -> _Drawn:
    kept: list[Scene] = []

    def draw() -> None:
        try:
            kept.append(draw_map(plan))
        except DoesNotFit:
            return
        to_svg(kept[0])

    time = _timed(Contender(run=draw))
    if not kept:
        return _Drawn(None, time)
    found = conflicts(kept[0])
    counts = (
        found.label_label,
        found.label_node,
        found.node_node,
        found.crossings,
        found.label_line,
        found.outside,
        found.off_ring,
        found.off_sector,
    )
    return _Drawn(counts, time, _type_of(kept[0]))


def _type_of(scene: Scene) -> str:
    """Say how small the type of the labels is, and whether numbers stand in for names."""
    labels = [text for text in _texts(scene.items) if ("data-role", "label") in text.data]
    numbers = sum("".join(text.lines).isdigit() for text in labels)
    least = min((text.size for text in labels), default=0.0)
    return f"type of {least:g} pt" + (", numbers with an index" if numbers else "")


def _texts(items: Sequence[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, Group):
            yield from _texts(item.items)


def _networkx(name: str, plan: MapPlan) -> _Drawn:
    layout = drawers.LAYOUTS[name]
    time = _timed(Contender(run=lambda: drawers.svg_of(plan, layout)))
    return _judged(drawers.picture_of(plan, layout), plan, time)


def _graphviz(program: str, plan: MapPlan) -> _Drawn:
    time = _timed(child([program, "-Tsvg"], text=drawers.dot_of(plan)))
    return _judged(drawers.picture_by_graphviz(program, plan), plan, time)


def _judged(picture: boxes.Picture, plan: MapPlan, time: float) -> _Drawn:
    errors = boxes.off_rings(picture, plan), boxes.off_sectors(picture, plan)
    return _Drawn((*boxes.count(picture), *errors), time)
