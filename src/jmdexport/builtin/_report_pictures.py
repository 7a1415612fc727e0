"""The pictures of the report, each with its alternative text; what finds no room is named (R-32, R-34)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._chart_common import ChartOptions
from jmdexport.builtin._report_annex import earlier_map
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin.change_map import ChangeOptions, change_plan
from jmdexport.builtin.charts import audience_of, chart_plan
from jmdexport.builtin.network_map import MapOptions, map_plan
from jmdexport.drawing import DoesNotFit, Scene, draw_map
from jmdexport.drawing.change_map import draw_change_map
from jmdexport.drawing.chart import draw_chart
from jmdexport.drawing.chart_plan import ChartDoesNotFit
from jmdexport.records import ExportRequest

_PAGES = (("A4", "landscape"), ("A3", "landscape"), ("A3", "portrait"))
"""The pages that are tried for a map, in this order."""

_CHARTS = {
    "shares": ("work", "work-shares"),
    "needs": ("space", "needs-and-offers"),
    "contributions": ("committees", "contributions"),
    "barriers": ("opening", "barriers"),
}
"""The part of the report that each chart stands in, and the stem of its file."""


@attrs.frozen(kw_only=True)
class ReportPicture:
    """A picture of one part of the report: file, scene, alternative text; or why there is none.

    Attributes:
        part: The part that it stands in: ``map``, ``changes``, ``work``, ``space``, ``committees`` or
            ``opening``.
        name: Name of the file.
        scene: The picture; none where no page has room for it.
        alt: The alternative text.
        missing: Why it is missing, in a sentence.
    """

    part: str
    name: str
    scene: Scene | None = None
    alt: str = ""
    missing: str = ""

    def data(self) -> dict[str, str]:
        """Give what a template gets."""
        return {"name": self.name, "alt": self.alt}


def pictures_of(request: ExportRequest[Any], edition: Edition) -> tuple[ReportPicture, ...]:
    """Draw what the options ask for and the view has data for: the map alone, or all pictures, or none."""
    wanted = request.options.pictures
    if wanted == "none":
        return ()
    made = list(_map(request, edition))
    if wanted == "all":
        made += [*_changes(request, edition), *_charts(request, edition)]
    return tuple(made)


def _pages(request: ExportRequest[Any]) -> tuple[tuple[str, str], ...]:
    return _PAGES[0 if request.options.page == "A4" else 1 :]


def _map(request: ExportRequest[Any], edition: Edition) -> Iterator[ReportPicture]:
    """Draw the map of the year; a page without room for all partners gives way to a larger one."""
    if request.view.maps.get(str(request.year)) is None:
        return
    name, too_many = f"network-map-{request.year}.svg", 0
    for page, orientation in _pages(request):
        options = MapOptions(page=page, orientation=orientation)
        plan = map_plan(request.view, request.year, language=request.language, options=options)
        try:
            yield _drawn("map", name, draw_map(plan))
        except DoesNotFit as error:
            too_many = error.count
        else:
            return
    missing = edition.talk.counted(too_many, texts.PARTNER, texts.MAP_TOO_LARGE)
    yield ReportPicture(part="map", name=name, missing=missing)


def _changes(request: ExportRequest[Any], edition: Edition) -> Iterator[ReportPicture]:
    earlier = earlier_map(edition)
    if earlier is None:
        return
    name, title = f"change-map-{earlier}-{request.year}.svg", ""
    for page, orientation in _pages(request):
        options = ChangeOptions(page=page, orientation=orientation, from_year=earlier)
        plan = change_plan(request.view, request.year, language=request.language, options=options)
        title = plan.title
        try:
            yield _drawn("changes", name, draw_change_map(plan))
        except DoesNotFit:
            continue
        else:
            return
    yield ReportPicture(
        part="changes", name=name, missing=edition.talk.say(texts.PICTURE_TOO_LARGE, title=title)
    )


def _charts(request: ExportRequest[Any], edition: Edition) -> Iterator[ReportPicture]:
    """Draw the charts that the reader may see and that have something to show; one needs several sheets."""
    for chart, (part, stem) in _CHARTS.items():
        if request.audience < audience_of(chart):
            continue
        options = ChartOptions(chart=chart, page=request.options.page)
        plan = chart_plan(attrs.evolve(request, options=options, title=""), chart)
        if not plan.rows:
            continue
        try:
            scenes = draw_chart(plan)
        except ChartDoesNotFit:
            missing = edition.talk.say(texts.PICTURE_TOO_LARGE, title=plan.title)
            yield ReportPicture(part=part, name=f"{stem}-{request.year}.svg", missing=missing)
            continue
        for number, scene in enumerate(scenes, start=1):
            sheet = f"-{number}" if len(scenes) > 1 else ""
            yield _drawn(part, f"{stem}-{request.year}{sheet}.svg", scene)


def _drawn(part: str, name: str, scene: Scene) -> ReportPicture:
    return ReportPicture(part=part, name=name, scene=scene, alt=scene.description)
