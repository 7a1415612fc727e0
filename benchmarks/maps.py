"""Network maps: how long a drawing takes, beside networkx, graphviz and the renderers of PNG and PDF.

Every round draws another network, so nothing that was measured or drawn before helps anyone: neither the
widths of names that the library remembers, nor what a renderer keeps of a picture it has seen.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import resvg_py
import typst

from benchmarks import drawers, networks
from benchmarks.harness import Contender, Goal, Row, Spread, child, fixed_loop, measure, ratio
from jmdexport.builtin.network_map import MapOptions, map_plan
from jmdexport.drawing import DoesNotFit, MapPlan, Scene, draw_map, to_pdf, to_png, to_svg
from jmdexport.drawing import measure as text_measures
from jmdexport.drawing.measure import font_files
from jmdexport.drawing.pdf import svg_to_pdf
from jmdexport.drawing.png import svg_to_png, with_printable
from jmdexport.page import MapPage, map_page

CASE = 150
LARGE = 90
"""From so many partners on a map is drawn on A3."""
DPI = 200
_TYPST = b"""
#set document(title: sys.inputs.title, date: none)
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0mm)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: "map")
"""
"""The least that makes a page of a picture."""


def plan_for(count: int, *, seed: int = 1) -> MapPlan:
    """Give the plan of a made-up map, landscape, as many ties drawn as there are partners."""
    options = MapOptions(page="A3" if count > LARGE else "A4", ties="all")
    return map_plan(networks.network(count, seed=seed), networks.YEAR, options=options)


def rows(*, rounds: int) -> Iterator[Row]:
    """Measure the drawing of maps of 150 partners, another one in each round."""
    drawers.ready()
    fresh = _fresh(CASE)
    step, whole = f"map, {CASE} partners, {CASE} ties", "layout without overlaps + SVG"
    programs = drawers.programs()
    compared = [next(fresh) for _ in range(rounds + 1)]
    contenders = {
        "svg": Contender(run=_each(compared, lambda plan: to_svg(draw_map(plan)))),
        **{
            name: Contender(run=_each(compared, partial(_drawn_by, layout)))
            for name, layout in drawers.LAYOUTS.items()
        },
        "spring-layout": Contender(
            run=_each(compared, lambda plan: nx.spring_layout(drawers.graph_of(plan), seed=1))
        ),
        "layout": Contender(run=_each([next(fresh) for _ in compared], draw_map)),
        "loop": Contender(run=fixed_loop),
        "page": Contender(run=_each([next(fresh) for _ in compared], _page)),
        # A process of its own knows nothing of other rounds.
        **{name: child([name, "-Tsvg"], text=drawers.dot_of(compared[0])) for name in programs},
    }
    times = measure(contenders, rounds=rounds)
    for name in drawers.LAYOUTS:
        yield Row(
            step=step,
            ours=whole,
            peer=f"networkx {name}_layout + matplotlib, SVG",
            figure=ratio(times, "svg", name),
            goal=Goal(limit=1 / 5, faster=True),
        )
    for name in ("neato", "twopi"):
        figure = ratio(times, "svg", name) if name in programs else None
        remark = "" if figure else "left out: the program is not installed"
        yield Row(step=step, ours=whole, peer=f"graphviz {name}, whole process", figure=figure, remark=remark)
    layout = "layout with all labels"
    yield Row(
        step=step,
        ours=layout,
        peer="– (depends on the machine)",
        figure=Spread.of([seconds * 1000 for seconds in times["layout"]]),
        goal=Goal(limit=100.0),
        unit="ms",
    )
    loop = "a loop of 100,000 divisions"
    yield Row(step=step, ours=layout, peer=loop, figure=ratio(times, "layout", "loop"))
    yield Row(step=step, ours=whole, peer=loop, figure=ratio(times, "svg", "loop"))
    yield Row(
        step=step, ours="layout + HTML page of one year", peer=loop, figure=ratio(times, "page", "loop")
    )
    yield Row(
        step=step,
        ours=layout,
        peer="networkx spring_layout, points alone",
        figure=ratio(times, "layout", "spring-layout"),
    )
    yield from _renderers(fresh, rounds)


def _renderers(fresh: Iterator[MapPlan], rounds: int) -> Iterator[Row]:
    """Measure the way from a scene to PNG and PDF beside the renderers, given the finished SVG."""
    scenes = [draw_map(next(fresh)) for _ in range(rounds + 1)]
    second, third = (
        [(to_svg(with_printable(scene), fonts=False), scene) for scene in map(draw_map, plans)]
        for plans in ([next(fresh) for _ in scenes] for _ in range(2))
    )
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(Path(font_files()[0]).parent)],
    )
    contenders = {
        "png": Contender(run=_each(scenes, partial(to_png, dpi=DPI))),
        "SVG to png": Contender(
            run=_each(third, lambda given: svg_to_png(given[0], width=given[1].width, dpi=DPI))
        ),
        "resvg": Contender(run=_each(second, lambda given: _resvg(*given))),
        "pdf": Contender(run=_each(scenes, to_pdf)),
        "SVG to pdf": Contender(run=_each(third, lambda given: svg_to_pdf(*given))),
        "typst": Contender(run=_each(second, lambda given: _typst(fonts, *given))),
    }
    times = measure(contenders, rounds=rounds)
    for form, peer, more in (("png", "resvg", f", {DPI} dpi"), ("pdf", "typst", "")):
        for step, ours, name, goal in (
            ("SVG", "with the shipped fonts", f"SVG to {form}", Goal(limit=1.1)),
            ("scene", "letters looked through, SVG written, with the shipped fonts", form, None),
        ):
            yield Row(
                step=f"{step} → {form.upper()}, {CASE} partners, A3{more}",
                ours=ours,
                peer=f"{peer} alone, from the finished SVG",
                figure=ratio(times, name, peer),
                goal=goal,
            )


def _fresh(count: int) -> Iterator[MapPlan]:
    """Give plans of one network after another, those that the page holds."""
    for seed in itertools.count(1):
        plan = plan_for(count, seed=seed)
        try:
            draw_map(plan)
        except DoesNotFit:
            continue
        forget()
        yield plan


def forget() -> None:
    """Forget what is known of texts that were measured before, but not the font."""
    for name, kept in vars(text_measures).items():
        if name not in {"faces", "web_style"} and hasattr(kept, "cache_clear"):
            kept.cache_clear()


def _each(things: list[Any], run: Callable[[Any], Any]) -> Callable[[], Any]:
    """Give what does something with the next of some things each time it is called."""
    left = iter(things)
    return lambda: run(next(left))


def _drawn_by(layout: drawers.Layout, plan: MapPlan) -> bytes:
    return drawers.svg_of(plan, layout)


def _page(plan: MapPlan) -> str:
    return map_page(MapPage(service=plan.centre, plans=(plan,), year=plan.year))


def _resvg(svg: str, scene: Scene) -> bytes:
    """Draw with nothing but the renderer and what it needs for the same picture."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=round(scene.width * DPI / drawers.MM_PER_INCH),
            dpi=96.0,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=list(font_files()),
            font_family="Noto Sans",
            sans_serif_family="Noto Sans",
        )
    )


def _typst(fonts: Any, svg: str, scene: Scene) -> bytes:
    """Draw with nothing but the renderer, to the same standard."""
    inputs = {
        "title": scene.title,
        "width": f"{scene.width:g}mm",
        "height": f"{scene.height:g}mm",
        "svg": svg,
    }
    return bytes(
        typst.compile(
            _TYPST, format="pdf", pdf_standards="ua-1", font_paths=fonts, timestamp=0, sys_inputs=inputs
        )
    )
