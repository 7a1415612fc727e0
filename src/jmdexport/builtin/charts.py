"""Charts for the yearly report and for the team, as SVG, PNG and PDF (R-04, R-10, R-15 … R-19, R-35).

Each chart is for an audience of its own: the lowest that may see everything it counts. Barriers are for the
team, and so is their chart; what leaves the team of them are sums by sector, in the report. A chart asked for
by name that the audience may not see is refused; among all of them it is left out, and the list beside the
pictures says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from jmdexport.builtin._chart_barriers import barriers_chart
from jmdexport.builtin._chart_common import CHARTS, Asked, ChartOptions, day_in
from jmdexport.builtin._chart_contributions import contributions_chart
from jmdexport.builtin._chart_list import chart_list
from jmdexport.builtin._chart_needs import needs_chart
from jmdexport.builtin._chart_shares import shares_chart
from jmdexport.builtin._lost import with_note
from jmdexport.builtin._pictures import PICTURES, is_drawn_with_own_fonts, picture
from jmdexport.builtin._report_words import Talk
from jmdexport.drawing.chart import draw_chart
from jmdexport.drawing.chart_plan import Chart
from jmdexport.errors import AudienceRefused
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.entities.committee import Session
from jmdmodel.entities.gap import OfferGap
from jmdmodel.entities.need import Need
from jmdmodel.entities.opening import AccessBarrier
from jmdmodel.entities.work import WorkSplit, WorkTime
from jmdmodel.fields import info_of
from jmdmodel.messages import Say
from jmdmodel.scales import Audience

Maker: TypeAlias = Callable[[Asked], Chart]

_MAKERS: dict[str, tuple[Maker, tuple[type, ...], Say, str]] = {
    "shares": (shares_chart, (WorkTime, WorkSplit), Say("Arbeitsanteile", "Shares of work"), "work-shares"),
    "needs": (
        needs_chart,
        (Need, OfferGap),
        Say("Bedarfe und Angebote", "Needs and offers"),
        "needs-and-offers",
    ),
    "barriers": (
        barriers_chart,
        (AccessBarrier,),
        Say("Zugangsbarrieren vorher und nachher", "Access barriers before and after"),
        "barriers",
    ),
    "contributions": (
        contributions_chart,
        (Session,),
        Say("Beiträge in Gremien", "Contributions to committees"),
        "contributions",
    ),
}
"""For each chart: what makes it, the entities that it counts, its title, the stem of its file."""


def audience_of(chart: str) -> Audience:
    """Give the lowest audience that may see a chart: the highest class of the entities that it counts."""
    return max(info_of(one).privacy for one in _MAKERS[chart][1])


def chart_plan(request: ExportRequest[ChartOptions], chart: str) -> Chart:
    """Give what one chart shows, ready to be drawn. German: Diagramm.

    Raises:
        AudienceRefused: The audience may not see what the chart counts.
    """
    needed = audience_of(chart)
    if request.audience < needed:
        raise AudienceRefused(f"charts: {chart}", request.audience, needed=needed)
    asked = Asked(
        view=request.view,
        year=request.year,
        day=day_in(request.year, request.as_of),
        options=request.options,
        talk=Talk(request.language),
    )
    made = _MAKERS[chart][0](asked)
    return (
        attrs.evolve(made, title=request.title) if request.title and request.options.chart != "all" else made
    )


def render(request: ExportRequest[ChartOptions]) -> Iterator[Artifact]:
    """Yield a picture for each chart, more where it needs several sheets; of all charts a list as well."""
    asked = request.options.chart
    every = asked == "all"
    wanted = CHARTS if every else (asked,)
    shown = [name for name in wanted if not every or request.audience >= audience_of(name)]
    if not shown:
        raise AudienceRefused("charts", request.audience, needed=min(map(audience_of, wanted)))
    listed = []
    for name in shown:
        plan = chart_plan(request, name)
        drawn = draw_chart(_for_print(plan) if is_drawn_with_own_fonts(request) else plan)
        files = []
        for number, scene in enumerate(drawn, start=1):
            stem = f"{_MAKERS[name][3]}-{request.year}" + (f"-{number}" if len(drawn) > 1 else "")
            made = picture(request, scene, stem)
            files.append(made.name)
            yield made
        listed.append((plan, tuple(files)))
    if every:
        left = tuple((_MAKERS[name][2], audience_of(name)) for name in CHARTS if name not in shown)
        yield chart_list(request, tuple(listed), left)


def _for_print(plan: Chart) -> Chart:
    """Say at the foot of the page that PNG and PDF cannot show every letter; nothing is lost in silence."""
    cells = [text for row in plan.rows for cell in row.cells for text in (cell.text, cell.said)]
    heads = [text for column in plan.columns for text in (column.heading, column.note)]
    said = (plan.title, *plan.subtitle, *(row.label for row in plan.rows), *heads, *cells)
    return attrs.evolve(plan, source=with_note(plan.source, said, plan.language))


EXPORTER = Exporter(
    name="charts",
    title=Say("Diagramme", "Charts"),
    media=PICTURES,
    audience=max(map(audience_of, CHARTS)),
    options=ChartOptions,
    beside=(Medium(".md", "text/markdown"),),
    render=render,
)
