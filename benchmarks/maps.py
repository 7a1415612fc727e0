"""Network maps: how long a drawing takes and how well it can be read, beside networkx and graphviz."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import matplotlib as mpl
import matplotlib.font_manager
import matplotlib.pyplot as plt
import networkx as nx
import resvg_py

from benchmarks import boxes, networks
from benchmarks.harness import Contender, Goal, Row, Spread, child, markdown, measure, ratio
from jmdexport.builtin.network_map import MapOptions, map_plan
from jmdexport.drawing import DoesNotFit, MapPlan, draw_map, to_svg
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.measure import font_files
from jmdexport.drawing.png import svg_to_png

CASE = 150
COUNTS = (10, 45, 90, 150, 300, 500)
POINTS = 7.0
"""Size of type for the peers, the least that counts as readable."""
MM_PER_INCH = 25.4
_NODE = 3.0
"""Diameter of a peer's node in millimetres."""


def plan_for(count: int) -> MapPlan:
    """Give the plan of a made-up map: A3 landscape, as many ties drawn as there are partners."""
    return map_plan(networks.network(count), networks.YEAR, options=MapOptions(page="A3", ties="all"))


def rows(*, rounds: int) -> Iterator[Row]:
    """Measure the drawing of the map of 150 partners."""
    mpl.use("svg")
    matplotlib.font_manager.findfont("DejaVu Sans")
    plan = plan_for(CASE)
    scene = draw_map(plan)
    svg = to_svg(scene)
    graph = graph_of(plan)
    contenders = {
        "layout": Contender(run=lambda: draw_map(plan)),
        "svg": Contender(run=lambda: to_svg(draw_map(plan))),
        "shell": Contender(run=lambda: _matplotlib(plan, graph, _shell)),
        "spring": Contender(run=lambda: _matplotlib(plan, graph, _spring)),
        "spring-layout": Contender(run=lambda: _spring(plan, graph)),
        "png": Contender(run=lambda: svg_to_png(svg, width=scene.width)),
        "resvg": Contender(run=lambda: _resvg(svg, scene.width)),
    }
    programs = [name for name in ("neato", "twopi") if shutil.which(name)]
    for name in programs:
        contenders[name] = child([name, "-Tsvg"], text=_dot(plan))
    times = measure(contenders, rounds=rounds)
    step = f"map, {CASE} partners, {len(plan.links)} ties"
    whole = "layout without overlaps + SVG"
    for name in ("shell", "spring"):
        yield Row(
            step=step,
            ours=whole,
            peer=f"networkx {name}_layout + matplotlib, SVG",
            figure=ratio(times, "svg", name),
            goal=Goal(limit=1 / 5, faster=True),
        )
    yield Row(
        step=step,
        ours="layout with all labels",
        peer="– (depends on the machine)",
        figure=Spread.of([seconds * 1000 for seconds in times["layout"]]),
        goal=Goal(limit=100.0),
        unit="ms",
    )
    yield Row(
        step=step,
        ours="layout with all labels",
        peer="networkx spring_layout, points alone",
        figure=ratio(times, "layout", "spring-layout"),
    )
    for name in ("neato", "twopi"):
        figure = ratio(times, "svg", name) if name in programs else None
        remark = "" if figure else "left out: the program is not installed"
        yield Row(step=step, ours=whole, peer=f"graphviz {name}, whole process", figure=figure, remark=remark)
    yield Row(
        step="SVG → PNG, 200 dpi",
        ours="with the shipped fonts",
        peer="resvg alone",
        figure=ratio(times, "png", "resvg"),
        goal=Goal(limit=1.1),
    )


def graph_of(plan: MapPlan) -> nx.Graph:
    """Give partners and ties as a graph, the order that of the plan."""
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(mark.id for mark in plan.marks)
    graph.add_edges_from((link.a, link.b) for link in plan.links)
    return graph


Layout = Callable[[MapPlan, Any], dict[str, Sequence[float]]]


def _shell(plan: MapPlan, graph: Any) -> dict[str, Sequence[float]]:
    """Lay out by networkx: one shell for each intensity, the closest inside."""
    rings = [[mark.id for mark in plan.marks if mark.ring == ring] for ring in (5, 4, 3, 2, 1)]
    beside = [mark.id for mark in plan.marks if mark.ring is None]
    found: dict[str, Sequence[float]] = nx.shell_layout(graph, [ring for ring in (*rings, beside) if ring])
    return found


def _spring(plan: MapPlan, graph: Any) -> dict[str, Sequence[float]]:
    del plan
    found: dict[str, Sequence[float]] = nx.spring_layout(graph, seed=1)
    return found


def _matplotlib(plan: MapPlan, graph: Any, layout: Layout) -> bytes:
    figure, _, _ = _drawn(plan, graph, layout)
    out = io.BytesIO()
    figure.savefig(out, format="svg")
    plt.close(figure)
    return out.getvalue()


def _drawn(plan: MapPlan, graph: Any, layout: Layout) -> tuple[Any, Any, dict[str, Any]]:
    """Draw by networkx on an A3 page, names at the nodes as its manual shows it."""
    width, height = (length / MM_PER_INCH for length in plan.page)
    figure, axes = plt.subplots(figsize=(width, height))
    places = layout(plan, graph)
    points = _NODE / MM_PER_INCH * 72
    nx.draw_networkx_edges(graph, places, ax=axes, width=0.5)
    nx.draw_networkx_nodes(graph, places, ax=axes, node_size=points**2)
    names = {mark.id: mark.label for mark in plan.marks}
    texts = nx.draw_networkx_labels(graph, places, labels=names, font_size=POINTS, ax=axes)
    axes.set_axis_off()
    figure.tight_layout()
    return figure, axes, texts


def _dot(plan: MapPlan) -> str:
    """Give the graph in the language of graphviz, names at the nodes."""
    size = _NODE / MM_PER_INCH
    lines = [
        "graph {",
        f'node [shape=circle fixedsize=true width={size:.3f} fontsize={POINTS:g} fontname="DejaVu Sans"]',
    ]
    lines += [f'"{mark.id}" [label="{mark.label}"]' for mark in plan.marks]
    lines += [f'"{link.a}" -- "{link.b}"' for link in plan.links]
    return "\n".join([*lines, "}"])


def _resvg(svg: str, width: float) -> bytes:
    """Draw with nothing but the renderer and what it needs for the same picture."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=round(width * 200 / MM_PER_INCH),
            dpi=96.0,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=list(font_files()),
            font_family="Noto Sans",
            sans_serif_family="Noto Sans",
        )
    )


def quality() -> str:
    """Give the table of conflicts for maps of 10 to 500 partners, ours and the peers'."""
    mpl.use("svg")
    head = ("partners", "who draws", "LL", "LN", "NN", "X", "LE", "OUT", "remark")
    lines: list[Sequence[str]] = [head]
    for count in COUNTS:
        plan = plan_for(count)
        lines.append((str(count), "jmdexport", *_ours(plan)))
        graph = graph_of(plan)
        for name, layout in (("shell", _shell), ("spring", _spring)):
            figures = boxes.count(_from_matplotlib(plan, graph, layout))
            lines.append((str(count), f"networkx {name}_layout + matplotlib", *map(str, figures), ""))
        for program in ("neato", "twopi"):
            if shutil.which(program):
                figures = boxes.count(
                    boxes.from_graphviz(program, _dot(plan), plan, points=POINTS, node=_NODE)
                )
                lines.append((str(count), f"graphviz {program}", *map(str, figures), ""))
    return markdown(lines)


def _ours(plan: MapPlan) -> tuple[str, ...]:
    try:
        found = conflicts(draw_map(plan))
    except DoesNotFit as error:
        return *["–"] * 6, f"refused by a clear error: {', '.join(error.what)}"
    figures = (
        found.label_label,
        found.label_node,
        found.node_node,
        found.crossings,
        found.label_line,
        found.outside,
    )
    remark = f"off ring {found.off_ring}, off sector {found.off_sector}"
    return *map(str, figures), remark


def _from_matplotlib(plan: MapPlan, graph: Any, layout: Layout) -> boxes.Picture:
    """Take the boxes of a drawing of matplotlib, in millimetres, as its own renderer measures them."""
    figure, axes, texts = _drawn(plan, graph, layout)
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer() if hasattr(figure.canvas, "get_renderer") else None
    scale = MM_PER_INCH / figure.dpi
    places = layout(plan, graph)
    points = {
        name: tuple(float(part) * scale for part in axes.transData.transform(place))
        for name, place in places.items()
    }
    labels = {
        name: tuple(float(part) * scale for part in text.get_window_extent(renderer).extents)
        for name, text in texts.items()
    }
    plt.close(figure)
    ties = [(link.a, link.b) for link in plan.links]
    return boxes.Picture(points=points, labels=labels, ties=ties, radius=_NODE / 2, page=plan.page)
