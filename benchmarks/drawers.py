"""Who else draws networks: networkx with matplotlib, and graphviz, in readable type and on the same page."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import matplotlib as mpl
import matplotlib.font_manager
import matplotlib.pyplot as plt
import networkx as nx

from benchmarks import boxes
from jmdexport.drawing import MapPlan

POINTS = 7.0
"""Size of type for the peers, the least that counts as readable."""
MM_PER_INCH = 25.4
_NODE = 3.0
"""Diameter of a peer's node in millimetres."""

Layout = Callable[[MapPlan, Any], dict[str, Sequence[float]]]


def ready() -> None:
    """Let matplotlib write SVG, and find its font before anything is measured."""
    mpl.use("svg")
    matplotlib.font_manager.findfont("DejaVu Sans")


def programs() -> tuple[str, ...]:
    """Give which of the two programs of graphviz are installed."""
    return tuple(name for name in ("neato", "twopi") if shutil.which(name))


def graph_of(plan: MapPlan) -> nx.Graph:
    """Give partners and ties as a graph, the order that of the plan."""
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(mark.id for mark in plan.marks)
    graph.add_edges_from((link.a, link.b) for link in plan.links)
    return graph


def shell(plan: MapPlan, graph: Any) -> dict[str, Sequence[float]]:
    """Lay out by networkx: one shell for each intensity, the closest inside."""
    rings = [[mark.id for mark in plan.marks if mark.ring == ring] for ring in (5, 4, 3, 2, 1)]
    beside = [mark.id for mark in plan.marks if mark.ring is None]
    found: dict[str, Sequence[float]] = nx.shell_layout(graph, [ring for ring in (*rings, beside) if ring])
    return found


def spring(plan: MapPlan, graph: Any) -> dict[str, Sequence[float]]:
    """Lay out by networkx: springs, from a fixed start."""
    del plan
    found: dict[str, Sequence[float]] = nx.spring_layout(graph, seed=1)
    return found


LAYOUTS: Mapping[str, Layout] = {"shell": shell, "spring": spring}


def svg_of(plan: MapPlan, layout: Layout) -> bytes:
    """Draw by networkx and matplotlib; give the SVG file."""
    figure, *_ = _drawn(plan, layout)
    out = io.BytesIO()
    figure.savefig(out, format="svg")
    plt.close(figure)
    return out.getvalue()


def _drawn(plan: MapPlan, layout: Layout) -> tuple[Any, Any, dict[str, Any], dict[str, Sequence[float]]]:
    """Draw by networkx on the page of the plan, names at the nodes as its manual shows it."""
    width, height = (length / MM_PER_INCH for length in plan.page)
    figure, axes = plt.subplots(figsize=(width, height))
    graph = graph_of(plan)
    places = layout(plan, graph)
    points = _NODE / MM_PER_INCH * 72
    nx.draw_networkx_edges(graph, places, ax=axes, width=0.5)
    nx.draw_networkx_nodes(graph, places, ax=axes, node_size=points**2)
    names = {mark.id: mark.label for mark in plan.marks}
    texts = nx.draw_networkx_labels(graph, places, labels=names, font_size=POINTS, ax=axes)
    axes.set_axis_off()
    figure.tight_layout()
    return figure, axes, texts, places


def dot_of(plan: MapPlan) -> str:
    """Give the graph in the language of graphviz, names at the nodes."""
    size = _NODE / MM_PER_INCH
    lines = [
        "graph {",
        f'node [shape=circle fixedsize=true width={size:.3f} fontsize={POINTS:g} fontname="DejaVu Sans"]',
    ]
    lines += [f'"{mark.id}" [label="{mark.label}"]' for mark in plan.marks]
    lines += [f'"{link.a}" -- "{link.b}"' for link in plan.links]
    return "\n".join([*lines, "}"])


def picture_of(plan: MapPlan, layout: Layout) -> boxes.Picture:
    """Take the boxes of a drawing of matplotlib, in millimetres, as its own renderer measures them."""
    figure, axes, texts, places = _drawn(plan, layout)
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer() if hasattr(figure.canvas, "get_renderer") else None
    scale = MM_PER_INCH / figure.dpi
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
    # networkx sets all nodes about the origin.
    own = {name: tuple(map(float, place)) for name, place in places.items()}
    return boxes.Picture(points=points, own=own, labels=labels, ties=ties, radius=_NODE / 2, page=plan.page)


def picture_by_graphviz(program: str, plan: MapPlan) -> boxes.Picture:
    """Take the places that a program of graphviz gives."""
    return boxes.from_graphviz(program, dot_of(plan), plan, points=POINTS, node=_NODE)
